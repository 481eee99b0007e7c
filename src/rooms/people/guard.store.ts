import { sql } from 'kysely';
import type { Ctx } from '../../platform/access/ctx.ts';
import { endedAlready } from './ended.store.ts';

/** Names for those who oversee access, of people with a restriction, an emergency access or a conflict; hidden people without a name. */
export async function namesForOfficer(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, { name: string; restricted: boolean }>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{
    personId: string;
    name: string;
    restricted: boolean;
  }>`select person_id as "personId", name, restricted from search.names_for_officer(${[...new Set(personIds)]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.personId, { name: row.name, restricted: row.restricted }]));
}

export interface RunningConflict {
  staffId: string;
  staffName: string;
  personId: string;
  personName: string | null;
  nature: string;
  since: string;
}

/** Conflicts of interest running today, newest first. */
export async function runningConflicts(ctx: Ctx): Promise<RunningConflict[]> {
  const rows = await ctx.tx
    .selectFrom('conflict_of_interest as c')
    .innerJoin('staff as s', 's.id', 'c.staff_id')
    .where((it) => it.or([it('c.valid_to', 'is', null), it('c.valid_to', '>', endedAlready)]))
    .select(['c.staff_id', 'c.person_id', 'c.nature', 'c.valid_from', 's.display_name'])
    .orderBy('c.valid_from', 'desc')
    .execute();
  const names = await namesForOfficer(
    ctx,
    rows.map((row) => row.person_id),
  );
  return rows.map((row) => ({
    staffId: row.staff_id,
    staffName: row.display_name,
    personId: row.person_id,
    personName: names.get(row.person_id)?.name ?? null,
    nature: row.nature,
    since: row.valid_from,
  }));
}

export interface RestrictedRecord {
  personId: string;
  name: string;
  reason: string;
  allowed: { staffId: string; name: string }[];
}

/** Restricted records with who may open each. */
export async function restrictedRecords(ctx: Ctx): Promise<RestrictedRecord[]> {
  const rows = await ctx.tx
    .selectFrom('restriction_allow as r')
    .innerJoin('staff as s', 's.id', 'r.staff_id')
    .where((it) => it.or([it('r.valid_to', 'is', null), it('r.valid_to', '>', endedAlready)]))
    .select(['r.person_id', 'r.staff_id', 'r.reason', 's.display_name'])
    .orderBy('s.display_name')
    .execute();
  const names = await namesForOfficer(
    ctx,
    rows.map((row) => row.person_id),
  );
  return [...names]
    .filter(([, it]) => it.restricted)
    .map(([personId, it]) => {
      const own = rows.filter((row) => row.person_id === personId);
      return {
        personId,
        name: it.name,
        reason: own[0]?.reason ?? '',
        allowed: own.map((row) => ({ staffId: row.staff_id, name: row.display_name })),
      };
    });
}

export interface EmergencyAccess {
  id: string;
  staffName: string;
  personId: string;
  personName: string;
  reason: string;
  openedAt: Date;
  runsOutAt: Date;
  reviewedAt: Date | null;
  finding: string | null;
  findingNote: string | null;
}

/** Emergency accesses: those waiting for review first, then the last hundred. */
export async function emergencyAccesses(ctx: Ctx): Promise<EmergencyAccess[]> {
  const rows = await ctx.tx
    .selectFrom('break_glass as b')
    .innerJoin('staff as s', 's.id', 'b.staff_id')
    .select([
      'b.id',
      's.display_name',
      'b.person_id',
      'b.reason',
      'b.opened_at',
      'b.runs_out_at',
      'b.reviewed_at',
      'b.finding',
      'b.finding_note',
    ])
    .orderBy('b.reviewed_at', (it) => it.desc().nullsFirst())
    .orderBy('b.opened_at', 'desc')
    .limit(100)
    .execute();
  const names = await namesForOfficer(
    ctx,
    rows.map((row) => row.person_id),
  );
  return rows.map((row) => ({
    id: row.id,
    staffName: row.display_name,
    personId: row.person_id,
    personName: names.get(row.person_id)?.name ?? 'Name not open to you',
    reason: row.reason,
    openedAt: row.opened_at,
    runsOutAt: row.runs_out_at,
    reviewedAt: row.reviewed_at,
    finding: row.finding,
    findingNote: row.finding_note,
  }));
}
