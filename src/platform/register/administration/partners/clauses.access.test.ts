import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { makeCast, testNow, type Cast } from '../../../access/cast.ts';
import { clauseFacts, clausesLetMachine, clausesOpen, permissionsIn, type Clause } from '../../../access/clauses.ts';
import type { StaffActor } from '../../../access/ctx.ts';
import { allPermissions, holdersOf, roleNames, type Role } from '../../../access/roles.ts';
import { enterSession } from '../../../access/transaction.ts';
import { suspendAgency } from '../agencies/agency.store.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(() => cast.end());

const clauses = Object.keys(clauseFacts) as (keyof typeof clauseFacts)[];
const withOnly = async (agencyId: string, only: readonly Clause[]): Promise<void> => {
  await cast.behind.deleteFrom('partner_agreement').where('agency_id', '=', agencyId).execute();
  const agreement = {
    agency_id: agencyId,
    number: 1,
    reference: 'ISA',
    purposes: 'x',
    lawful_basis: 'x',
    retention: 'x',
    drafted_at: testNow,
  };
  const signed = { theirs_on: '2026-01-01', ours_on: '2026-01-01', dpia_reference: 'D', stands_from: testNow };
  await cast.behind
    .insertInto('partner_agreement')
    .values({ ...agreement, ...signed, clauses: [...only], starts_on: '2026-01-01', review_on: '2027-01-01' })
    .execute();
  await cast.behind
    .updateTable('agency')
    .set({ clauses: [...only] })
    .where('id', '=', agencyId)
    .execute();
};
const entered = async (who: StaffActor): Promise<StaffActor | null> => {
  const hash = `h-${who.staffId}`;
  await cast.behind
    .insertInto('session')
    .values({ id_hash: hash, staff_id: who.staffId, csrf: 'c', issuer: 'x', last_used_at: testNow, expires_at: new Date('2030-01-01') })
    .onConflict((clash) => clash.doNothing())
    .execute();
  return cast.app.transaction().execute((tx) => enterSession(tx, hash, testNow));
};

describe('what an agreement leaves out, nobody of that agency may do', () => {
  it.each(clauses)('without "%s" none of its permissions and scopes is left, with it alone nothing else', (clause) => {
    const { permissions, scopes } = clauseFacts[clause];
    const others = clauses.filter((one) => one !== clause);
    const elsewhere = new Set(others.flatMap((one) => clauseFacts[one].permissions));
    for (const permission of permissions.filter((one) => !elsewhere.has(one)))
      expect(clausesOpen(others, permission), permission).toBe(false);
    for (const scope of scopes) expect(clausesLetMachine(others, scope), scope).toBe(false);
    for (const permission of permissions) expect(clausesOpen([clause], permission), permission).toBe(true);
    for (const scope of scopes) expect(clausesLetMachine([clause], scope), scope).toBe(true);
  });

  it('every permission a partner role holds is in a clause both sides sign', () => {
    const partners = (Object.keys(roleNames) as Role[]).filter(
      (role) =>
        permissionsIn([{ role, clauses: [] }]).size > 0 && ['DSL', 'HV', 'GP', 'POL_PPD', 'VCS', 'HOUS', 'IDVA', 'AG_ADM'].includes(role),
    );
    for (const permission of allPermissions)
      if (partners.some((role) => holdersOf(permission).includes(role)))
        expect(clausesOpen(clauses, permission), `${permission} stands in no clause`).toBe(true);
  });

  it('a session asks the agreement anew with every request', async () => {
    const agencyId = await cast.agency('COMMUNITY_HEALTH');
    const visitor = await cast.staff('HV', { agencyId });
    await withOnly(agencyId, ['concerns', 'hub-answers', 'index']);
    const before = (await entered(visitor))!.permissions;
    expect([...before]).toEqual(expect.arrayContaining(['concern.raise', 'hub.answer', 'index.look']));
    expect(before.has('early-help.work')).toBe(false);
    await withOnly(agencyId, ['concerns']);
    const after = (await entered(visitor))!.permissions;
    expect(after.has('concern.raise')).toBe(true);
    expect(after.has('hub.answer')).toBe(false);
    expect(after.has('index.look')).toBe(false);
  });

  it('the index refuses to be searched, below every page', async () => {
    const agencyId = await cast.agency('COMMUNITY_HEALTH');
    const visitor = await cast.staff('HV', { agencyId });
    const search = () =>
      cast.as(visitor, (ctx) =>
        sql`select search.find_people('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', null, null, null, null, '{}', '{}', false, true, 'Asked', 'x', 'HV', null, 'x')`.execute(
          ctx.tx,
        ),
      );
    await expect(search()).resolves.toBeDefined();
    await withOnly(agencyId, ['concerns', 'hub-answers', 'families']);
    await expect(search()).rejects.toThrow('does not let it search');
  });

  it('the hub cannot ask it, and it sees nothing it was asked', async () => {
    const agencyId = await cast.agency('COMMUNITY_HEALTH');
    const visitor = await cast.staff('HV', { agencyId });
    const answersFor = async () =>
      (await cast.as(visitor, (ctx) => sql<{ mine: string[] }>`select access.answers_for() as mine`.execute(ctx.tx))).rows[0]!.mine;
    expect(await answersFor()).toEqual([agencyId]);
    await withOnly(agencyId, ['concerns', 'index']);
    expect(await answersFor()).toEqual([]);
    await expect(
      sql`insert into information_request (enquiry_id, contact_id, agency_id, discipline, what_we_ask, rag, asked_by, asked_at)
        values (gen_random_uuid(), gen_random_uuid(), ${agencyId}, 'health', 'x', 'AMBER', ${visitor.staffId}, now())`.execute(cast.behind),
    ).rejects.toThrow('does not let the hub ask it');
  });

  it("a role of the council's own work is not given where the agreement has none", async () => {
    const agencyId = await cast.agency('VCS');
    await withOnly(agencyId, ['concerns']);
    await expect(cast.staff('SW', { agencyId })).rejects.toThrow('outside the agreement');
    await expect(cast.staff('LP', { agencyId })).rejects.toThrow('outside the agreement');
    await expect(cast.staff('VCS', { agencyId })).resolves.toBeDefined();
  });

  it('clauses cannot be typed onto an agency: only a standing agreement brings them', async () => {
    const agencyId = await cast.agency('VCS');
    const partnership = await cast.staff('PARTNER_M', { agencyId: await cast.agency() });
    await withOnly(agencyId, ['concerns']);
    await expect(
      cast.as(partnership, (ctx) =>
        ctx.tx
          .updateTable('agency')
          .set({ clauses: ['index'] })
          .where('id', '=', agencyId)
          .execute(),
      ),
    ).rejects.toThrow('those of the agreement that stands');
  });
});

describe('suspension', () => {
  it('holds from the next request: an open session has nothing left', async () => {
    const agencyId = await cast.agency('VCS');
    const worker = await cast.staff('VCS', { agencyId });
    const manager = await cast.staff('PARTNER_M', { agencyId: await cast.agency() });
    expect((await entered(worker))!.permissions.has('concern.raise')).toBe(true);
    await cast.as(manager, (ctx) => suspendAgency(ctx, agencyId, 'A breach'));
    expect((await entered(worker))?.permissions.size ?? 0).toBe(0);
  });
});

describe('an agency’s administrator', () => {
  it('gives roles in their own agency alone, and never one of the council', async () => {
    const agencyId = await cast.agency('VCS', 'Ours');
    const administrator = await cast.staff('AG_ADM', { agencyId });
    const other = await cast.agency('VCS', 'Theirs');
    const colleague = await cast.staff('VCS', { agencyId });
    const stranger = await cast.staff('VCS', { agencyId: other });
    const give = (staffId: string, agency: string, role: string) =>
      cast.as(administrator, (ctx) =>
        ctx.tx
          .insertInto('membership')
          .values({ staff_id: staffId, agency_id: agency, role, valid_from: '2026-01-01', granted_by: administrator.staffId })
          .execute(),
      );
    await expect(give(colleague.staffId, agencyId, 'IDVA')).resolves.toBeDefined();
    await expect(give(colleague.staffId, other, 'IDVA')).rejects.toThrow(/row-level security/);
    await expect(give(colleague.staffId, agencyId, 'SW')).rejects.toThrow(/row-level security/);
    await expect(give(stranger.staffId, agencyId, 'VCS'), 'someone of another agency').rejects.toThrow(/row-level security/);
    await expect(
      cast.as(administrator, (ctx) =>
        ctx.tx.insertInto('sign_in_identity').values({ issuer: 'https://x.example', subject: 's', staff_id: stranger.staffId }).execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('sees no other agency’s agreement', async () => {
    const agencyId = await cast.agency('VCS', 'Ours');
    const other = await cast.agency('VCS', 'Theirs');
    for (const one of [agencyId, other]) await withOnly(one, ['concerns']);
    const administrator = await cast.staff('AG_ADM', { agencyId });
    const seen = await cast.as(administrator, (ctx) => ctx.tx.selectFrom('partner_agreement').select('agency_id').execute());
    expect(new Set(seen.map((one) => one.agency_id))).toEqual(new Set([agencyId]));
  });
});
