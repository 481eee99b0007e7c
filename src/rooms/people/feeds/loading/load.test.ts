import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../../platform/access/cast.ts';
import { beginRun } from '../actions/begin-run.ts';
import { resumeRun } from '../actions/resume-run.ts';
import { stopRun } from '../actions/stop-run.ts';
import { decideGone } from '../actions/decide-gone.ts';
import { runOf } from '../feed-run.store.ts';
import { rejectsOf, samplesOf } from '../run-row.store.ts';
import { feedOnTrial, load, manyPupils, putFile, readFile, roll, work, type FeedOnTrial } from '../feed-on-trial.ts';
import { endGone } from '../told.store.ts';
import { destroyFilesBefore } from '../feed-file.store.ts';

// A load is work: on a busy machine it takes its time.
vi.setConfig({ testTimeout: 120_000 });

let cast: Cast;
let trial: FeedOnTrial;
beforeAll(async () => {
  cast = await makeCast();
  trial = await feedOnTrial(cast);
});
afterAll(() => cast.end());

const involvements = (of: FeedOnTrial) =>
  cast.behind
    .selectFrom('involvement as i')
    .innerJoin('person as p', 'p.id', 'i.person_id')
    .select(['p.given_name', 'i.role', 'i.started_on', 'i.ended_on', 'i.sensitive', 'i.consent_to_show', 'i.opens', 'i.practitioner_name'])
    .where('i.feed_id', '=', of.feedId)
    .orderBy('p.given_name')
    .orderBy('i.started_on')
    .execute();
const people = async (): Promise<number> =>
  (
    await cast.behind
      .selectFrom('person')
      .select((it) => it.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow()
  ).n as unknown as number;
const later = (days: number): Date => new Date(testNow.getTime() + days * 86_400_000);

describe('a load', () => {
  it('takes good rows, sends bad ones back with every reason, and tells who is involved; the same again changes nothing', async () => {
    const own = await feedOnTrial(cast);
    const known = await cast.person({ given_name: 'Known', family_name: 'Before', date_of_birth: '2016-05-05' });
    const text = `${roll([
      { id: 'A1', given: 'Nadia', family: 'Quill', born: '2015-03-04', from: '2024-09-02', postcode: 'HA1 1AA', line1: '1 Oak Road' },
      { id: 'A2', given: 'Tomasz', family: 'Rook', born: '2014-13-04', postcode: 'nowhere' },
      { id: 'A3', given: '', family: '', born: '2013-01-02' },
      { id: 'A1', given: 'Nadia', family: 'Quill', born: '2015-03-04' },
    ])}\nA9,too,few`;
    const first = await load(cast, own, text, { factsOn: '2026-11-20' });
    expect(first).toMatchObject({ state: 'finished', taken: 1, rejected: 4, newPeople: 1, linked: 0, asked: 0, nextRow: 6 });
    const rejects = await cast.as(own.officer, (ctx) => rejectsOf(ctx, first.id));
    expect(rejects.map((one) => [one.rowNumber, one.fields])).toEqual([
      [2, ['dateOfBirth', 'postcode']],
      [3, ['familyName']],
      [4, ['localId']],
      [5, ['row']],
    ]);
    expect(await involvements(own)).toEqual([
      expect.objectContaining({ given_name: 'Nadia', role: 'On school roll', started_on: '2024-09-02', ended_on: null, opens: 'nothing' }),
    ]);
    const before = await people();
    const again = await load(cast, own, `${text}\n`, { factsOn: '2026-11-21', now: later(1) });
    expect(again).toMatchObject({ taken: 1, unchanged: 1, rejected: 4, newPeople: 0 });
    expect(await people()).toBe(before);
    expect(await involvements(own)).toHaveLength(1);
    expect(known).toBeTruthy();
  });

  it('keeps where each fact came from: file, row, day and when it came', async () => {
    const told = await cast.behind
      .selectFrom('feed_subject as s')
      .innerJoin('source_record as r', 'r.person_id', 's.person_id')
      .select([
        's.local_id',
        's.row_number',
        's.facts_on',
        'r.file_id',
        'r.row_number as record_row',
        'r.facts_on as record_facts_on',
        'r.feed_id',
      ])
      .where('s.local_id', '=', 'A1')
      .executeTakeFirstOrThrow();
    expect(told).toMatchObject({ row_number: 1, facts_on: '2026-11-21', record_row: 1, record_facts_on: '2026-11-20' });
    expect(told.file_id).toBeTruthy();
  });

  it('opens, changes and ends what a row tells; a sensitive service stays hidden without consent', async () => {
    const own = await feedOnTrial(cast, 'youth justice');
    await cast.behind.updateTable('feed').set({ sensitive: true, age_from: 10, age_to: 18 }).where('id', '=', own.feedId).execute();
    const line = (manager: string, end: string): string =>
      `YjsId,Forename,Surname,DateOfBirth,Sex,CaseManager,InterventionStart,InterventionEnd\nY1,Ife,Stork,04/03/2012,M,${manager},01/06/2026,${end}`;
    await load(cast, own, line('Ann Reed', ''));
    await load(cast, own, line('Bo Lund', ''), { now: later(1) });
    await load(cast, own, line('Bo Lund', '20/11/2026'), { now: later(2) });
    expect(await involvements(own)).toEqual([
      expect.objectContaining({ practitioner_name: 'Ann Reed', sensitive: true, consent_to_show: false }),
      expect.objectContaining({ practitioner_name: 'Bo Lund', ended_on: '2026-11-20' }),
    ]);
    const worker = await cast.staff('SW', { agencyId: await cast.agency('LA_EARLY_HELP') });
    expect(
      await cast.as(worker, (ctx) => ctx.tx.selectFrom('involvement').selectAll().where('feed_id', '=', own.feedId).execute()),
    ).toEqual([]);
  });

  it('a dry run and a feed in shadow count what would happen and write nothing in the index', async () => {
    const shadow = await feedOnTrial(cast, 'school', 'shadow');
    const text = roll(manyPupils(5, 900));
    const before = await people();
    const fileId = await putFile(cast, shadow, text);
    expect(await readFile(cast, shadow, fileId, 'dry run')).toMatchObject({ kind: 'dry run', taken: 5, newPeople: 5 });
    const real = await readFile(cast, shadow, fileId);
    expect(real).toMatchObject({ kind: 'shadow', state: 'finished', taken: 5, newPeople: 5 });
    expect(await people()).toBe(before);
    expect(await cast.behind.selectFrom('source_record').selectAll().where('feed_id', '=', shadow.feedId).execute()).toEqual([]);
    expect(await cast.as(shadow.officer, (ctx) => samplesOf(ctx, real.id))).toHaveLength(5);
  });
});

describe('stopping', () => {
  it('stops after a batch and goes on at the row; asking twice does nothing twice', async () => {
    const own = await feedOnTrial(cast);
    const fileId = await putFile(cast, own, roll(manyPupils(130, 1_000)));
    const runId = await cast.as(own.officer, (ctx) => beginRun(ctx, fileId, 'for real'));
    await work(cast, testNow, 1);
    await cast.as(own.officer, (ctx) => stopRun(ctx, runId));
    await work(cast);
    const stopped = await cast.as(own.officer, (ctx) => runOf(ctx, runId));
    expect(stopped).toMatchObject({ state: 'stopped', taken: 100, nextRow: 101 });
    await cast.as(own.officer, (ctx) => resumeRun(ctx, runId));
    await cast.as(own.officer, (ctx) => stopRun(ctx, runId));
    await cast.as(own.officer, (ctx) => resumeRun(ctx, runId));
    await work(cast);
    expect(await cast.as(own.officer, (ctx) => runOf(ctx, runId))).toMatchObject({ state: 'finished', taken: 130, newPeople: 130 });
    expect(await cast.behind.selectFrom('source_record').select('local_id').where('feed_id', '=', own.feedId).execute()).toHaveLength(130);
  });

  it('a file that cannot be read on keeps the rows before it, says where, and lets nobody go', async () => {
    const own = await feedOnTrial(cast);
    const run = await load(cast, own, `${roll(manyPupils(3, 2_000))}\nP9,"never closed`, { isComplete: true });
    expect(run).toMatchObject({ state: 'failed', taken: 3, goneState: null });
    expect(run.failure).toMatch(/^Row 4: A quote/);
  });
});

describe('a complete file', () => {
  it('lets few go at once, their involvement ends after the days of grace, and coming back undoes it', async () => {
    const own = await feedOnTrial(cast);
    const pupils = manyPupils(30, 3_000);
    await load(cast, own, roll(pupils), { isComplete: true });
    const fewer = await load(cast, own, roll(pupils.slice(1)), { isComplete: true, now: later(1) });
    expect(fewer).toMatchObject({ gone: 1, knownBefore: 30, goneState: 'let go' });
    await cast.asSystem((ctx) => endGone(ctx), later(10));
    expect((await involvements(own)).filter((one) => one.ended_on)).toHaveLength(0);
    await cast.asSystem((ctx) => endGone(ctx), later(16));
    expect((await involvements(own)).filter((one) => one.ended_on)).toEqual([
      expect.objectContaining({ given_name: pupils[0]?.given, ended_on: '2026-11-25' }),
    ]);
    await load(cast, own, `${roll(pupils)}\n`, { isComplete: true, now: later(17) });
    expect((await involvements(own)).filter((one) => !one.ended_on)).toHaveLength(30);
  });

  it('that was cut short ends nothing until a person has looked; rows sent back are not gone', async () => {
    const own = await feedOnTrial(cast);
    const pupils = manyPupils(40, 4_000);
    await load(cast, own, roll(pupils), { isComplete: true });
    const bad = pupils.map((one, at) => (at < 20 ? { ...one, born: 'unknown' } : one));
    expect(await load(cast, own, roll(bad), { isComplete: true, now: later(1) })).toMatchObject({
      rejected: 20,
      gone: 0,
      goneState: 'let go',
    });
    const short = await load(cast, own, roll(pupils.slice(0, 12)), { isComplete: true, now: later(2) });
    expect(short).toMatchObject({ gone: 28, goneState: 'waiting' });
    await cast.asSystem((ctx) => endGone(ctx), later(60));
    expect((await involvements(own)).filter((one) => one.ended_on)).toHaveLength(0);
    expect(
      await cast.as(own.officer, (ctx) => ctx.tx.selectFrom('alert').select('kind').where('record_id', '=', short.id).execute()),
    ).toEqual([{ kind: 'feed-gone' }]);
    await cast.as(own.officer, (ctx) => decideGone(ctx, short.id, 'let go', 'They moved to the new school'), later(3));
    await cast.asSystem((ctx) => endGone(ctx), later(60));
    expect((await involvements(own)).filter((one) => one.ended_on)).toHaveLength(28);
  });
});

it('what was sent is destroyed after its days; the counts stay', async () => {
  const run = await load(cast, trial, roll([{ id: 'X1', given: '', family: '', born: '2015-01-01' }]));
  expect(await cast.asSystem((ctx) => destroyFilesBefore(ctx, later(40)))).toBeGreaterThan(0);
  expect(await cast.as(trial.officer, (ctx) => rejectsOf(ctx, run.id))).toEqual([]);
  const { rows } = await sql<{ n: string }>`select count(*) as n from feed_file_part`.execute(cast.behind);
  expect(Number(rows[0]?.n)).toBe(0);
  expect(await cast.as(trial.officer, (ctx) => runOf(ctx, run.id))).toMatchObject({ rejected: 1 });
});
