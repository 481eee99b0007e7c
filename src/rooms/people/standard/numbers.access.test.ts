import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { allPermissions, permissionsOf, roleNames, type Role } from '../../../platform/access/roles.ts';
import { numbersTrial, type NumbersTrial } from './numbers-trial.ts';

/** Who may not look after NHS numbers, and whose numbers nobody is told of. */
let trial: NumbersTrial;
let hidden: string;
let shut: string;
let child: string;
beforeAll(async () => {
  trial = await numbersTrial();
  child = await trial.child({ given: 'Amina', family: 'Hassan', born: '2018-03-02' });
  hidden = await trial.child({ given: 'Wren', family: 'Hidden', born: '2015-01-01', person: { shield: 'hidden' } });
  shut = await trial.child({ given: 'Rowan', family: 'Shut', born: '2015-02-02', person: { restricted: true } });
  for (const person_id of [child, hidden, shut])
    await trial.cast.behind
      .insertInto('nhs_trace')
      .values({ person_id, outcome: 'possible', because: 'test', asked_at: new Date(), nhs_number: '9990000018' })
      .execute();
});
afterAll(() => trial.end());

const others = (Object.keys(roleNames) as Role[]).filter((role) => !permissionsOf([role]).has('nhs-number.view'));

it('every permission of this alcove is held by the roles it was made for, and no other', () => {
  const mine = allPermissions.filter((permission) => /^(nhs-number|agreement)\./.test(permission));
  const holders = Object.fromEntries(
    mine.map((one) => [one, (Object.keys(roleNames) as Role[]).filter((role) => permissionsOf([role]).has(one))]),
  );
  expect(holders['nhs-number.view']).toEqual(['PERF', 'INDEX']);
  expect(holders['nhs-number.work']).toEqual(['INDEX']);
  expect(holders['agreement.manage']).toEqual(['DPO']);
  expect(holders['agreement.view']).toEqual(['DPO', 'SYSADMIN']);
});

describe('the page', () => {
  it.each(others)('is not for %s', async (role) => {
    const who = await trial.cast.staff(role, { agencyId: trial.council });
    expect((await trial.site.get(who, '/index/numbers')).statusCode).toBe(403);
    expect((await trial.site.post(who, '/index/numbers/begin', {})).statusCode).toBe(403);
  });
  it('shows the analyst counts and no names', async () => {
    const page = await trial.site.get(trial.analyst, '/index/numbers?outcome=possible');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('Amina');
    expect((await trial.site.post(trial.analyst, `/index/numbers/${child}/open`, {})).statusCode).toBe(403);
  });
  it('lists nobody hidden or restricted, counts them all the same, and opens neither', async () => {
    const page = await trial.site.get(trial.desk, '/index/numbers?outcome=possible');
    expect(page.body).toContain('Amina Hassan');
    expect(page.body).not.toMatch(/Wren|Rowan/);
    expect(page.body).toContain('Of 3 children');
    const [none, one] = [
      await trial.site.post(trial.desk, '/index/numbers/00000000-0000-4000-8000-000000000000/open', {}),
      await trial.site.post(trial.desk, `/index/numbers/${hidden}/open`, {}),
    ];
    expect(one.statusCode).toBe(404);
    expect(none.statusCode).toBe(404);
    expect((await trial.site.post(trial.desk, `/index/numbers/${shut}/open`, {})).body).toContain('restricted');
  });
  it('a count does not change with a shield', async () => {
    const text = async () => (await trial.site.get(trial.analyst, '/index/numbers')).body.match(/<table[\s\S]*?<\/table>/)?.[0];
    const before = await text();
    await trial.cast.behind.updateTable('person').set({ shield: 'none' }).where('id', '=', hidden).execute();
    expect(await text()).toBe(before);
    await trial.cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', hidden).execute();
  });
});

describe('in the database', () => {
  const ask = (who: StaffActor, call: string) => trial.cast.as(who, (ctx) => sql.raw(`select ${call}`).execute(ctx.tx));
  it.each([
    `search.children_to_trace(null, 10, now())`,
    `search.trace_sensitive('00000000-0000-4000-8000-000000000000')`,
    `search.trace_take_number('00000000-0000-4000-8000-000000000000', '9990000018', null, 1, 'x', current_date)`,
  ])('nobody signed in calls %s', async (call) => {
    for (const who of [trial.desk, trial.worker, trial.shield]) await expect(ask(who, call)).rejects.toThrow(/Only the worker/);
  });
  it('a social worker lists no numbers and counts none', async () => {
    await expect(ask(trial.worker, 'search.trace_counts()')).rejects.toThrow(/does not look after/);
    await expect(ask(trial.worker, `search.trace_worklist(null, 10, 0, null, null, '')`)).rejects.toThrow(/does not work on/);
  });
  it('nobody but the worker writes what the NHS said, and nobody but the shield desk gives leave', async () => {
    const write = (who: StaffActor, table: 'nhs_trace' | 'nhs_leave') =>
      trial.cast.as(who, (ctx) =>
        table === 'nhs_trace'
          ? ctx.tx.insertInto('nhs_trace').values({ person_id: child, outcome: 'matched', because: 'x', asked_at: new Date() }).execute()
          : ctx.tx
              .insertInto('nhs_leave')
              .values({ person_id: hidden, reason: 'x', granted_by: who.staffId, granted_at: new Date() })
              .execute(),
      );
    for (const who of [trial.desk, trial.worker, trial.shield]) await expect(write(who, 'nhs_trace')).rejects.toThrow(/row-level security/);
    for (const who of [trial.desk, trial.worker]) await expect(write(who, 'nhs_leave')).rejects.toThrow(/row-level security/);
  });
  it('only the privacy officer writes an agreement', async () => {
    for (const role of ['SYSADMIN', 'INDEX', 'SM_HOS', 'PERF'] as const) {
      const who = await trial.cast.staff(role, { agencyId: trial.council });
      expect((await trial.site.post(who, '/index/agreements/00000000-0000-4000-8000-000000000000', {})).statusCode).toBe(403);
    }
  });
  it('who may not know a child sees nothing of their number', async () => {
    expect((await trial.site.get(trial.worker, `/people/${child}/nhs-number`)).statusCode).toBe(404);
    expect((await trial.site.post(trial.worker, `/people/${child}/nhs-number`, { field: 'sex', decision: 'keep ours' })).statusCode).toBe(
      404,
    );
    expect((await trial.site.post(trial.worker, `/people/${hidden}/nhs-number/leave`, { reason: 'x' })).statusCode).toBe(403);
  });
});
