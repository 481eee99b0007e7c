import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import { drop, spool } from '../../../platform/files/spool.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { frontDoorRoom } from '../room.ts';
import { receivePoliceFile } from './actions/receive-police-file.ts';
import { dayIn, momentIn } from './csv/columns.ts';
import { policeFileOf } from './police-file.store.ts';
import { policeOnTrial, type PoliceTrial } from './police-on-trial.ts';

let cast: Cast;
let visit: Visits;
let trial: PoliceTrial;
beforeAll(async () => {
  cast = await makeCast();
  visit = await visits(cast, [frontDoorRoom]);
  trial = await policeOnTrial(cast);
});
afterAll(async () => {
  await visit.end();
  await cast.end();
});

async function upload(content: string | Buffer) {
  const spooled = await spool(Readable.from([Buffer.from(content)]), 1_000_000);
  try {
    return await cast.as(trial.police, (ctx) => receivePoliceFile(ctx, trial.force, { name: 'night.csv', spooled }));
  } finally {
    await drop(spooled);
  }
}
const heading =
  'policeRef,incidentAt,incidentType,line1,postcode,circumstances,person1Role,person1GivenName,person1DateOfBirth,person1NeverBy';
const counts = async (id: string): Promise<number[]> => {
  const file = await cast.as(trial.police, (ctx) => policeFileOf(ctx, id));
  return [file.taken, file.updates, file.same, file.rejected];
};

it('good rows go in, bad rows come back with every reason, and corrected they go in', async () => {
  const rows = [
    'F/1,23/11/2026 21:40,da,14 Oak Road,HA1 2XY,"Shouting, and a plate",child present,Tola,02/03/2018,letter;text',
    'F/2,yesterday,DA,,,x,thief,Tola,30/02/2018,',
    'F/3,2026-11-23T22:00:00Z,MISSING,,,x,,,,',
    'F/4,2026-11-23T22:00:00Z,DA',
  ];
  const { id } = await upload(`${heading}\r\n${rows.join('\r\n')}\r\n`);
  expect(await counts(id)).toEqual([2, 0, 0, 2]);
  const page = (await visit.get(trial.police, `/police/files/${id}`)).body;
  for (const said of [
    'incidentAt: Say when it happened',
    'person1Role: Say the part as one of',
    'person1DateOfBirth: Write the date of birth',
    'The row has 3 cells',
  ])
    expect(page).toContain(said);
  const sentBack = await visit.get(trial.police, `/police/files/${id}/rejects.csv`);
  expect(sentBack.body).toContain('Why it was sent back');
  const corrected = sentBack.body
    .replace('yesterday', '23/11/2026 20:00')
    .replace('thief', 'child present')
    .replace('30/02/2018', '28/02/2018');
  const again = await upload(corrected);
  expect(await counts(again.id)).toEqual([2, 0, 0, 0]);
  const taken = await cast.behind.selectFrom('police_notification').selectAll().where('police_ref', '=', 'F/1').executeTakeFirstOrThrow();
  expect(taken).toMatchObject({ received_by: trial.police.staffId, circumstances: 'Shouting, and a plate', file_id: id });
  expect(taken.incident_at).toEqual(new Date('2026-11-23T21:40:00Z'));
});

it('the same file is the same receipt; a row told before counts as that, other words as an update', async () => {
  const body = `${heading}\nG/1,2026-11-23T22:00:00Z,DA,,,first words,,,,\n`;
  const one = await upload(body);
  expect(await upload(body)).toEqual({ id: one.id, before: true });
  const two = await upload(`${body}G/1,2026-11-23T22:00:00Z,DA,,,other words,,,,\n`);
  expect(await counts(two.id)).toEqual([0, 1, 1, 0]);
});

it('a file of another kind is refused in words, and nothing of it is kept', async () => {
  for (const content of ['', 'policeRef,when\n1,2', `${heading},weather\n`, Buffer.from('PK\u0003\u0004'), `${heading},policeRef\n`])
    await expect(upload(content)).rejects.toThrow('There is a problem');
  const open = `${heading}\nH/1,2026-11-23T22:00:00Z,DA,,,"never closed,,,,\n`;
  const before = await cast.behind.selectFrom('police_notification').select('id').execute();
  await expect(upload(open)).rejects.toThrow('There is a problem');
  expect(await cast.behind.selectFrom('police_notification').select('id').execute()).toHaveLength(before.length);
});

it('days and moments are read as the police write them; British clocks count', () => {
  expect([dayIn('2/3/2018'), dayIn('2018-03-02'), dayIn(' '), dayIn('soon')]).toEqual(['2018-03-02', '2018-03-02', null, 'soon']);
  expect(momentIn('01/07/2026 21:40')).toBe('2026-07-01T20:40:00.000Z');
  expect(momentIn('2026-12-01 21:40')).toBe('2026-12-01T21:40:00.000Z');
  expect(momentIn('2026-12-01T21:40:00+01:00')).toBe('2026-12-01T21:40:00+01:00');
});
