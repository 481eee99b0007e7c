import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { frontDoorRoom } from '../room.ts';
import { policeOnTrial, type PoliceTrial } from './police-on-trial.ts';

let cast: Cast;
let visit: Visits;
let trial: PoliceTrial;
let at: Date = testNow;
beforeAll(async () => {
  cast = await makeCast();
  visit = await visits(cast, [frontDoorRoom], () => at);
  trial = await policeOnTrial(cast);
});
afterAll(async () => {
  await visit.end();
  await cast.end();
});

/** Everyone stays signed in while time passes. */
async function moveTo(moment: Date): Promise<void> {
  at = moment;
  await cast.behind
    .updateTable('session')
    .set({ last_used_at: moment, expires_at: new Date(moment.getTime() + 3_600_000) })
    .execute();
}

const list = '/front-door/police';
const words = async (path: string, who = trial.officer): Promise<string> => {
  const answer = await visit.get(who, path);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.body;
};
const triage = (contactId: string, fields: Record<string, string> = {}) =>
  visit.post(trial.officer, `${list}/${contactId}/triage`, { colour: 'AMBER', outcome: 'QUEUE', why: 'Third time this year', ...fields });

describe('the day’s list', () => {
  it('shows each domestic-abuse notification once, with its risk and what a rule suggests; others stand in the queue alone', async () => {
    const one = await trial.notify({ dashRisk: 'high', marac: true });
    await trial.notify({ policeRef: 'CAD/MISSING', incidentType: 'MISSING' });
    const page = await words(list);
    expect(page).toContain('CAD/1/26');
    expect(page).not.toContain('CAD/MISSING');
    expect(page).toContain('Suggested red: DASH is high, it goes to a MARAC');
    const own = await words(`${list}/${one.contactId}`);
    expect(own).toContain('Shouting was heard.');
    expect(own).not.toMatch(/checked/);
    for (const key of ['r', 'a', 'g', 'b', '1', '2', '3', 'w', 's', 'o', 't']) expect(own).toContain(`data-shortcut="${key}"`);
  });

  it('is gone through one after another; the next that waits opens by itself, red goes only to the queue, a reason is needed', async () => {
    const two = await trial.notify({ policeRef: 'CAD/2/26', incidentAt: '2026-11-23T08:00:00Z' });
    const first = (
      await cast.behind
        .selectFrom('police_notification')
        .select('contact_id')
        .where('police_ref', '=', 'CAD/1/26')
        .executeTakeFirstOrThrow()
    ).contact_id as string;
    expect((await triage(first, { colour: 'RED', outcome: 'ADVICE' })).statusCode).toBe(422);
    expect((await triage(first, { why: '' })).statusCode).toBe(422);
    const kept = await triage(first, { colour: 'RED' });
    expect(kept.headers.location).toBe(`${list}/${two.contactId}`);
    const standing = await cast.behind.selectFrom('incident_triage').selectAll().where('contact_id', '=', first).execute();
    expect(standing).toMatchObject([
      { colour: 'RED', outcome: 'QUEUE', suggested: 'RED: DASH is high, it goes to a MARAC', meeting_id: null },
    ]);
    expect((await triage(two.contactId)).headers.location).toBe(list);
    expect(await cast.behind.selectFrom('contact_decision').select('id').execute()).toEqual([]);
  });

  it('told anew by the police, an incident waits again; both versions and both judgements stay to be read', async () => {
    await moveTo(new Date(testNow.getTime() + 3_600_000));
    const { contactId } = await trial.notify(
      { policeRef: 'CAD/2/26', incidentAt: '2026-11-23T08:00:00Z', circumstances: 'He came back.' },
      at,
    );
    expect(await words(list)).toContain('Told anew');
    await triage(contactId, { colour: 'AMBER', why: 'He came back' });
    const page = await words(`${list}/${contactId}`);
    expect(page).toContain('He came back.');
    expect(page).toContain('Shouting was heard.');
    expect(page).toContain('Third time this year');
  });

  it('repeats at a home are counted over 12 months', async () => {
    const now = await trial.notify({ policeRef: 'CAD/9/26', incidentAt: '2026-11-24T07:00:00Z' });
    expect(await words(`${list}/${now.contactId}`)).toContain('3 earlier incidents at this home');
  });

  it('the same evening told twice is joined only by a person; joined, the later contact follows the earlier', async () => {
    const joins = () => cast.behind.selectFrom('incident_join').selectAll().orderBy('found_at').execute();
    const twice = await trial.notify({ policeRef: 'CAD/10/26', incidentAt: '2026-11-23T22:30:00Z', circumstances: 'A neighbour.' });
    const [waiting] = (await joins()).filter((one) => one.contact_id === twice.contactId);
    expect(waiting).toBeDefined();
    expect(await words(`${list}/${twice.contactId}`)).toContain('Both name Ruth Adeyemi and Paul Reed and Tola Adeyemi');
    const answered = await visit.post(trial.officer, `${list}/${twice.contactId}/join`, { joinId: waiting?.id ?? '', answer: 'joined' });
    expect(answered.statusCode).toBe(303);
    const contact = await cast.behind.selectFrom('contact').selectAll().where('id', '=', twice.contactId).executeTakeFirstOrThrow();
    expect(contact).toMatchObject({ state: 'MERGED', duplicate_of: waiting?.earlier_contact_id });
    expect(await words(list)).not.toContain('CAD/10/26');
  });
});

describe('the day’s meeting', () => {
  it('is begun once, holds what is decided while it sits, and closes with who was there and why the rest waits', async () => {
    expect((await visit.post(trial.officer, `${list}/meeting/open`, {})).statusCode).toBe(303);
    expect((await visit.post(trial.manager, `${list}/meeting/open`, {})).statusCode).toBe(409);
    const during = await trial.notify({ policeRef: 'CAD/20/26', location: null });
    const left = await trial.notify({ policeRef: 'CAD/21/26', location: null });
    expect((await triage(during.contactId, { outcome: 'ADVICE', colour: 'BLUE' })).statusCode).toBe(303);
    const close = (fields: Record<string, string>) => visit.post(trial.manager, `${list}/meeting/close`, fields);
    const refusedClose = await close({ name1: 'Mo', agency1: 'Council' });
    expect(refusedClose.statusCode).toBe(422);
    expect(refusedClose.body).toContain('from two agencies at least');
    expect(refusedClose.body).toContain('Say why what you did not go through');
    const there = { name1: 'Mo', agency1: 'Council', name2: 'Pat', agency2: 'Met Police' };
    const closed = await close({ ...there, heldOverReason: 'No time left' });
    expect(closed.statusCode).toBe(303);
    const minutes = await words(String(closed.headers.location));
    for (const said of ['CAD/20/26', 'Pat, Met Police', 'No time left', 'Advice']) expect(minutes).toContain(said);
    expect(minutes).not.toContain('CAD/21/26');
    await moveTo(new Date(at.getTime() + 60_000));
    const after = await words(list);
    expect(after).toContain('CAD/21/26');
    expect(after).not.toContain('CAD/20/26');
    expect(await words(`${list}/meetings`)).toContain('No time left');
    expect((await triage(left.contactId)).statusCode).toBe(303);
  });
});

describe('safe contact and what the police ask', () => {
  const tell = (contactId: string, fields: Record<string, string>) => visit.post(trial.officer, `${list}/${contactId}/tell`, fields);
  const namedIn = async (contactId: string, name: string): Promise<string> =>
    (
      await cast.behind
        .selectFrom('contact_person')
        .select('id')
        .where('contact_id', '=', contactId)
        .where('given_name', '=', name)
        .executeTakeFirstOrThrow()
    ).id;

  it('an unsafe way or hour is shown and refused; a safe one is recorded with the rules it was held to', async () => {
    const persons = [
      {
        role: 'victim',
        givenName: 'Ruth',
        familyName: 'Safe',
        safeContact: { never: ['letter', 'text'], onlyBy: 'phone', onlyFrom: '09:30', onlyTo: '14:30', note: 'He reads her post' },
      },
      { role: 'child present', givenName: 'Tola', familyName: 'Safe', school: 'Marsh Lane Primary' },
    ];
    const { contactId } = await trial.notify({ policeRef: 'CAD/30/26', location: null, persons });
    const [ruth, tola] = [await namedIn(contactId, 'Ruth'), await namedIn(contactId, 'Tola')];
    const form = await words(`${list}/${contactId}/tell`);
    expect(form).toContain('Never by letter: Ruth Safe. He reads her post');
    expect(form).toContain('By telephone only between 09:30 and 14:30: Ruth Safe');
    const to = { namedId: ruth, toldTo: 'parent or carer', toName: 'Ruth', words: 'We would like to talk.' };
    const letter = await tell(contactId, { ...to, channel: 'letter' });
    expect(letter.statusCode).toBe(422);
    expect(letter.body).toContain('He reads her post');
    await moveTo(new Date('2026-11-24T18:00:00Z'));
    expect((await tell(contactId, { ...to, channel: 'phone' })).statusCode).toBe(422);
    await moveTo(new Date('2026-11-25T10:00:00Z'));
    expect((await tell(contactId, { ...to, channel: 'phone' })).statusCode).toBe(303);
    expect(
      (await tell(contactId, { namedId: tola, toldTo: 'school', toName: 'Marsh Lane', channel: 'phone', words: 'A hard night at home.' }))
        .statusCode,
    ).toBe(303);
    const kept = await cast.behind.selectFrom('incident_telling').selectAll().where('contact_id', '=', contactId).execute();
    expect(kept.map((one) => [one.told_to, one.rules_shown.length])).toEqual(
      expect.arrayContaining([
        ['parent or carer', 3],
        ['school', 3],
      ]),
    );
  });

  it('a rule set by hand holds for the whole home, and is ended with a reason', async () => {
    const { contactId } = await trial.notify({ policeRef: 'CAD/31/26', location: null });
    const tola = await namedIn(contactId, 'Tola');
    const told = { namedId: tola, toldTo: 'school', toName: 'School', channel: 'phone', words: 'x' };
    await visit.post(trial.officer, `${list}/${contactId}/safe`, { channel: 'school', rule: 'never', note: 'His sister works there' });
    expect((await tell(contactId, told)).body).toContain('His sister works there');
    expect((await visit.post(trial.officer, `${list}/${contactId}/safe`, { channel: 'phone', rule: 'only between' })).statusCode).toBe(422);
    const rule = await cast.behind
      .selectFrom('safe_contact_rule')
      .select('id')
      .where('contact_id', '=', contactId)
      .executeTakeFirstOrThrow();
    await visit.post(trial.officer, `${list}/${contactId}/safe/end`, { ruleId: rule.id, because: 'She has left the school' });
    expect((await tell(contactId, told)).statusCode).toBe(303);
  });

  it('the police ask that schools are not told: refused until they agree on their own page', async () => {
    const { id, contactId } = await trial.notify({ policeRef: 'CAD/32/26', location: null, shareRestrictions: ['NOT_SCHOOL'] });
    const told = { namedId: await namedIn(contactId, 'Tola'), toldTo: 'school', toName: 'School', channel: 'phone', words: 'x' };
    expect((await triage(contactId, { outcome: 'SCHOOL', colour: 'GREEN' })).statusCode).toBe(422);
    expect((await tell(contactId, told)).statusCode).toBe(422);
    await visit.post(trial.officer, `${list}/${contactId}/ask`, { kind: 'sharing', question: 'May the school know?' });
    expect(await words('/police', trial.police)).toContain('May the school know?');
    const own = await words(`/police/notifications/${id}`, trial.police);
    const question = /questions\/([0-9a-f-]{36})\/answer/.exec(own)?.[1] ?? '';
    expect((await visit.post(trial.police, `/police/questions/${question}/answer`, { answer: 'Yes, the head alone.' })).statusCode).toBe(
      422,
    );
    const answered = await visit.post(trial.police, `/police/questions/${question}/answer`, {
      answer: 'Yes, the head alone.',
      agreed: 'yes',
    });
    expect(answered.statusCode).toBe(303);
    expect((await triage(contactId, { outcome: 'SCHOOL', colour: 'GREEN' })).headers.location).toBe(`${list}/${contactId}/tell`);
    expect((await tell(contactId, told)).statusCode).toBe(303);
    expect(await words(`${list}/${contactId}`)).toContain('Yes, the head alone.');
  });
});
