import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../../platform/web/visit.ts';
import { peopleRoom } from '../../room.ts';
import { feedOnTrial, manyPupils, roll, work, type FeedOnTrial } from '../feed-on-trial.ts';

let cast: Cast;
let visit: Visits;
let trial: FeedOnTrial;
beforeAll(async () => {
  cast = await makeCast();
  visit = await visits(cast, [peopleRoom]);
  trial = await feedOnTrial(cast, 'school', 'draft');
});
afterAll(async () => {
  await visit.end();
  await cast.end();
});

const see = async (path: string): Promise<string> => {
  const answer = await visit.get(trial.officer, path);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.body;
};

async function upload(feed: FeedOnTrial, content: Buffer, fields: Record<string, string> = {}, who = feed.officer) {
  const mark = 'xxBOUNDARYxx';
  const parts = [
    ...Object.entries({ _csrf: 'csrf', _key: randomUUID(), ...fields }).map(([name, value]) =>
      Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="file"; filename="roll.csv"\r\ncontent-type: text/csv\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${mark}--\r\n`),
  ];
  const cookie = String((await visit.get(who, '/index/feeds')).raw.req.headers['cookie']);
  return visit.app.inject({
    method: 'POST',
    url: `/index/feeds/${feed.feedId}/upload`,
    payload: Buffer.concat(parts),
    headers: { 'content-type': `multipart/form-data; boundary=${mark}`, cookie },
  });
}

describe('a feed', () => {
  it('is set up with its agreement, every field told at once, and starts with the mapping of its kind', async () => {
    const wrong = await visit.post(trial.officer, '/index/feeds/new', { name: '', kind: 'school' });
    expect(wrong.statusCode).toBe(422);
    for (const message of ['Select whose feed it is', 'Enter the reference of the agreement', 'Say why they may be shared'])
      expect(wrong.body).toContain(message);
    const done = await visit.post(trial.officer, '/index/feeds/new', {
      agencyId: trial.agencyId,
      name: 'Roll of Elm School',
      kind: 'school',
      agreementReference: 'ISA-9',
      purpose: 'Who works with a child',
      lawfulBasis: 'Children Act 2004',
      covers: 'Pupils',
      ageFrom: '4',
      ageTo: '19',
      roleTold: '',
      everyDays: '1',
      format: 'csv',
      graceDays: '14',
      goneLimitPercent: '5',
    });
    expect(done.statusCode).toBe(303);
    const mapping = await see(String(done.headers.location));
    expect(mapping).toContain('value="Surname"');
    expect(await see('/index/feeds')).toContain('Roll of Elm School');
  });

  it('takes a file, shows how its first rows are read with every problem in its place, and streets in part', async () => {
    const text = roll([
      { id: 'A1', given: 'Nadia', family: 'Quill', born: '2015-03-04', line1: '17 Secret Street', postcode: 'HA1 9ZZ' },
      { id: 'A2', given: 'Tomasz', family: 'Rook', born: '04/03/2015' },
    ]);
    const come = await upload(trial, Buffer.from(text));
    expect(come.statusCode).toBe(303);
    const preview = await see(String(come.headers.location));
    expect(preview).toContain('Nadia');
    expect(preview).toContain('Date of birth is no date like YYYY-MM-DD');
    expect(preview).not.toContain('Secret Street');
    expect(preview).not.toContain('9ZZ');
    const again = await upload(trial, Buffer.from(text));
    expect(String(again.headers.location)).toMatch(/^\/index\/feed-files\/[0-9a-f-]+$/);
    const other = await upload(trial, Buffer.from('PK\u0003\u0004 a workbook'));
    expect([other.statusCode, other.body.includes('Save the sheet as “CSV UTF-8”')]).toEqual([422, true]);
  });

  it('changes how columns are read, and refuses a mapping by which no child could be told apart', async () => {
    const fields = { dateFormat: 'DD/MM/YYYY', nameOrder: 'given first', femaleCodes: 'F', maleCodes: 'M', roleTold: 'On school roll' };
    const refused = await visit.post(trial.officer, `/index/feeds/${trial.feedId}/mapping`, { ...fields, 'column-familyName': 'Surname' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Say which column holds the sender’s own identifier');
    const done = await visit.post(trial.officer, `/index/feeds/${trial.feedId}/mapping`, {
      ...fields,
      'column-localId': 'UniqueLearnerId',
      'column-givenName': 'Forename',
      'column-familyName': 'Surname',
      'column-dateOfBirth': 'DOB',
    });
    expect(done.statusCode).toBe(303);
    expect(await see(String(done.headers.location))).toContain('Columns that are not read, and go nowhere: Sex, AddressLine1, PostCode');
  });

  it('goes from draft to shadow to live, and live only with a second person', async () => {
    const own = await feedOnTrial(cast, 'school', 'draft');
    const decide = (who: FeedOnTrial['officer'], kind: string) =>
      visit.post(who, `/index/feeds/${own.feedId}/decide`, { kind, why: 'As agreed at the desk' });
    expect((await decide(own.officer, 'go live')).statusCode).toBe(422);
    expect((await decide(own.officer, 'shadow')).statusCode).toBe(303);
    expect((await decide(own.officer, 'ask to go live')).body).toContain('Nothing has run in shadow yet');
    const come = await upload(own, Buffer.from(roll(manyPupils(3, 10))), {}, own.officer);
    const fileId = /feed-files\/([0-9a-f-]+)/.exec(String(come.headers.location))?.[1] ?? '';
    await visit.post(own.officer, `/index/feed-files/${fileId}/read`, { wanted: 'for real' });
    expect(await see(`/index/feed-files/${fileId}`)).toContain('Running in shadow');
    await work(cast, testNow);
    expect(await see(`/index/feed-files/${fileId}`)).toContain('What would have happened, had the feed been live');
    expect((await decide(own.officer, 'ask to go live')).statusCode).toBe(303);
    expect((await decide(own.officer, 'go live')).body).toContain('A second person of the index desk agrees');
    expect((await decide(own.second, 'go live')).statusCode).toBe(303);
    expect(await see(`/index/feeds/${own.feedId}`)).toContain('Agreed to go live');
    expect(
      (
        await visit.post(own.officer, `/index/feeds/${own.feedId}/mapping`, {
          dateFormat: 'YYYYMMDD',
          nameOrder: 'unknown',
          'column-localId': 'x',
        })
      ).body,
    ).toContain('Pause it before its mapping changes');
    expect(await see(`/index/feeds/${own.feedId}/drift`)).toContain('Rows of the largest file');
  });
});

describe('a load', () => {
  it('shows how far it is, what was sent back and why; the rows come down as CSV, corrected they go in', async () => {
    const own = await feedOnTrial(cast);
    const pupils = manyPupils(4, 200);
    const bad = roll(pupils.map((one, at) => (at === 2 ? { ...one, born: 'soon', postcode: 'here' } : one)));
    const come = await upload(own, Buffer.from(bad), { complete: 'yes' });
    const fileId = /feed-files\/([0-9a-f-]+)/.exec(String(come.headers.location))?.[1] ?? '';
    await visit.post(own.officer, `/index/feed-files/${fileId}/read`, { wanted: 'for real' });
    const underWay = await see(`/index/feed-files/${fileId}`);
    expect(underWay).toContain('<meta http-equiv="refresh" content="4"');
    expect(underWay).toContain('data-live="2"');
    await work(cast, testNow);
    const done = await see(`/index/feed-files/${fileId}`);
    expect(done).toContain('Date of birth is no date like YYYY-MM-DD');
    expect(done).not.toContain('http-equiv="refresh"');
    const rejects = await visit.get(own.officer, /feed-runs\/[0-9a-f-]+\/rejects/.exec(done)?.[0]?.replace(/^/, '/index/') ?? '');
    expect(rejects.headers['content-type']).toContain('text/csv');
    const [heading = '', line = ''] = rejects.body.replace('\uFEFF', '').split('\r\n');
    expect(heading).toContain('Row,Why it was sent back');
    const corrected = `${heading}\n${line.replace('soon', '2015-01-01').replace('here', 'HA1 1AA')}`;
    const second = await upload(own, Buffer.from(corrected));
    const secondId = /feed-files\/([0-9a-f-]+)/.exec(String(second.headers.location))?.[1] ?? '';
    await visit.post(own.officer, `/index/feed-files/${secondId}/read`, { wanted: 'for real' });
    await work(cast, testNow);
    expect(await see(`/index/feed-files/${secondId}`)).toContain('No row was sent back');
    expect(await cast.behind.selectFrom('involvement').select('id').where('feed_id', '=', own.feedId).execute()).toHaveLength(4);
  });
});
