import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { recordPerson } from '../actions/record-person.ts';
import { feedOnTrial, load, putFile, readFile, roll, type FeedOnTrial, type Pupil } from './feed-on-trial.ts';
import { feedOf } from './feed.store.ts';
import { runsOfFile, type FeedRun } from './feed-run.store.ts';
import { rejectsOf, samplesOf } from './run-row.store.ts';

let cast: Cast;
let trial: FeedOnTrial;
let recorder: StaffActor;
beforeAll(async () => {
  cast = await makeCast();
  trial = await feedOnTrial(cast);
  const council = await cast.agency();
  recorder = await cast.staff('CO', { agencyId: council, teamId: await cast.team(council, 'front-door') });
});
afterAll(() => cast.end());

describe('what was sent', () => {
  it.each(['SW', 'TM', 'CO', 'DPO', 'PERF', 'SYSADMIN', 'SHIELD', 'DSL'] as const)(
    'is not for a %s: neither bytes, nor rows sent back, nor examples',
    async (role) => {
      const run = await load(cast, trial, roll([{ id: `R-${role}`, given: '', family: '', born: '' }]));
      const who = await cast.staff(role, { agencyId: trial.agencyId });
      await cast.as(who, async (ctx) => {
        expect(await ctx.tx.selectFrom('feed_file_part').selectAll().execute()).toEqual([]);
        expect(await ctx.tx.selectFrom('feed_file').selectAll().execute()).toEqual([]);
        expect(await rejectsOf(ctx, run.id)).toEqual([]);
        expect(await samplesOf(ctx, run.id)).toEqual([]);
      });
    },
  );

  it('is not for a machine of another feed', async () => {
    const fileId = await putFile(cast, trial, 'UniqueLearnerId\n1');
    const rows = await cast.app.transaction().execute(async (tx) => {
      await sql`select set_config('app.actor', 'machine', true), set_config('app.machine', ${trial.feedId}, true)`.execute(tx);
      return [
        await tx.selectFrom('feed').selectAll().execute(),
        await tx.selectFrom('feed_file').selectAll().where('id', '=', fileId).execute(),
      ];
    });
    expect(rows).toEqual([[], []]);
  });
});

describe('changing a feed', () => {
  const change = (who: StaffActor, set: Record<string, unknown>) =>
    cast.as(who, (ctx) => ctx.tx.updateTable('feed').set(set).where('id', '=', trial.feedId).returning('id').execute());

  it('is for the index desk alone', async () => {
    for (const role of ['TM', 'SYSADMIN', 'DPO', 'PERF'] as const)
      expect(await change(await cast.staff(role, { agencyId: trial.agencyId }), { purpose: 'Something else' })).toEqual([]);
  });

  it('cannot make one live past the second person, whichever door is used', async () => {
    const draft = await feedOnTrial(cast, 'school', 'draft');
    await expect(
      cast.as(draft.officer, (ctx) => ctx.tx.updateTable('feed').set({ state: 'live' }).where('id', '=', draft.feedId).execute()),
    ).rejects.toThrow(/row-level security/);
    const decide = (who: StaffActor, kind: string) =>
      cast.as(who, (ctx) =>
        ctx.tx
          .insertInto('feed_decision')
          .values({ feed_id: draft.feedId, kind, why: 'x', made_by: who.staffId, made_at: new Date() })
          .execute(),
      );
    await expect(decide(draft.officer, 'go live')).rejects.toThrow(/second person/);
    await decide(draft.officer, 'ask to go live');
    await expect(decide(draft.officer, 'go live')).rejects.toThrow(/second person/);
    await decide(draft.second, 'go live');
  });

  it('what a feed tells is written by the worker alone', async () => {
    const tell = cast.as(trial.officer, (ctx) =>
      sql`select search.feed_tells(${trial.feedId}, '[]'::jsonb, now(), current_date)`.execute(ctx.tx),
    );
    await expect(tell).rejects.toThrow(/Only the worker/);
    const outsider = await cast.staff('TM', { agencyId: trial.agencyId });
    await expect(cast.as(outsider, (ctx) => sql`select search.feed_let_go(${trial.feedId}, now())`.execute(ctx.tx))).rejects.toThrow(
      /index desk/,
    );
  });
});

describe('a shielded child in a file', () => {
  const pupil = (id: string, given: string): Pupil => ({
    id,
    given,
    family: 'Warsame',
    born: '2015-03-04',
    line1: '4 Elm Road',
    postcode: 'HA1 2XY',
  });
  const other: Pupil = { id: 'O1', given: 'Ingrid', family: 'Lindqvist', born: '2012-07-08' };

  /** What the index desk and the sender are told of a file: everything on its pages that is no id and no time. */
  async function told(of: FeedOnTrial, pupils: readonly Pupil[]): Promise<unknown[]> {
    const said: unknown[] = [];
    const keep = async (run: FeedRun): Promise<void> => {
      const { id, fileId, feedId, askedAt, finishedAt, ...counts } = run;
      said.push(
        counts,
        await cast.as(of.officer, async (ctx) => [
          await rejectsOf(ctx, id),
          await samplesOf(ctx, id),
          (await runsOfFile(ctx, fileId)).length,
          (await feedOf(ctx, feedId)).state,
        ]),
      );
      expect([askedAt, finishedAt]).not.toContain(undefined);
    };
    const fileId = await putFile(cast, of, roll(pupils));
    await keep(await readFile(cast, of, fileId, 'dry run', testNow));
    await keep(await readFile(cast, of, fileId, 'for real', testNow));
    await keep(
      await readFile(cast, of, await putFile(cast, of, roll(pupils.map((one) => ({ ...one, postcode: 'HA2 2XY' })))), 'for real', testNow),
    );
    const fields = await cast.as(of.officer, (ctx) =>
      ctx.tx
        .selectFrom('feed_run_field')
        .select(['field', 'given', 'missing', 'wrong', 'agreed', 'differed'])
        .where('feed_id', '=', of.feedId)
        .orderBy('run_id')
        .orderBy('field')
        .execute(),
    );
    return [...said, fields.map((one) => JSON.stringify(one)).toSorted()];
  }

  it('leaves counts, rejects, examples and the drift’s counts as they are for a child nobody knows', async () => {
    const hidden = await cast.as(recorder, (ctx) =>
      recordPerson(ctx, {
        givenName: 'Zahra',
        familyName: 'Warsame',
        dateOfBirth: '2015-03-04',
        sex: 'F',
        address: { line1: '4 Elm Road', postcode: 'HA1 2XY' },
        source: 'test',
      }),
    );
    await cast.behind
      .updateTable('person')
      .set({ shield: 'hidden', shield_pending: false, created_by: null })
      .where('id', '=', hidden)
      .execute();
    const unknown = await feedOnTrial(cast);
    const known = await feedOnTrial(cast);
    const about = await told(known, [pupil('X1', 'Zahra'), other]);
    await cast.behind
      .updateTable('person')
      .set({ given_name: 'Nobody', family_name: 'Here', date_of_birth: '1960-01-01' })
      .where('family_name', 'in', ['Warsame', 'Lindqvist'])
      .execute();
    await sql`delete from person_search`.execute(cast.behind);
    const nobody = await told(unknown, [pupil('X1', 'Zahra'), other]);
    expect(about).toEqual(nobody);
    const stands = await cast.behind
      .selectFrom('source_key as k')
      .innerJoin('person as p', 'p.id', 'k.person_id')
      .select(['k.feed_id', 'k.local_id', 'p.shield'])
      .where('k.local_id', '=', 'X1')
      .execute();
    expect(stands.find((one) => one.feed_id === known.feedId)?.shield).toBe('hidden');
    expect(stands.find((one) => one.feed_id === unknown.feedId)?.shield).toBe('none');
  });
});
