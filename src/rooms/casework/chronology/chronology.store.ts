import { sql } from 'kysely';
import { saw, type Ctx } from '../../../platform/access/ctx.ts';
import type { Accuracy, EventCategory } from './chronology.codes.ts';

/** One event of a child's chronology, with its source. */
export interface ChronologyEvent {
  id: string;
  personId: string;
  happenedOn: string;
  accuracy: Accuracy;
  category: EventCategory;
  description: string;
  impactOnChild: string | null;
  childPresent: boolean | null;
  source: string;
  agencyId: string | null;
  agencyName: string | null;
  addedBy: string | null;
  addedAt: Date;
  automatic: boolean;
  promoted: boolean;
  hiddenFromFamily: boolean;
  thirdParty: boolean;
  openTo: 'everyone who helps' | 'social care';
  linkedKind: string | null;
  linkedId: string | null;
}

export interface ChronologyFilter {
  category?: EventCategory | null;
  agencyId?: string | null;
  from?: string | null;
  to?: string | null;
  /** Proposed events not yet judged significant: left out unless wanted. */
  withProposed?: boolean;
  /** What the family may be given: nothing hidden from them, nothing about third parties, nothing kept by social care. */
  forFamily?: boolean;
}

/** A child's chronology as far as the reader may see it, latest first; events taken out as wrong are left out. */
export async function chronologyOf(ctx: Ctx, personId: string, filter: ChronologyFilter = {}): Promise<ChronologyEvent[]> {
  let query = ctx.tx
    .selectFrom('chronology_event as c')
    .leftJoin('agency as a', 'a.id', 'c.source_agency_id')
    .leftJoin('staff as s', 's.id', 'c.added_by')
    .selectAll('c')
    .select(['a.name as agency_name', 's.display_name as added_by_name'])
    .where('c.person_id', '=', personId)
    .where('c.removed_at', 'is', null);
  if (filter.category) query = query.where('c.category', '=', filter.category);
  if (filter.agencyId) query = query.where('c.source_agency_id', '=', filter.agencyId);
  if (filter.from) query = query.where('c.happened_on', '>=', filter.from);
  if (filter.to) query = query.where('c.happened_on', '<=', filter.to);
  if (filter.withProposed === false)
    query = query.where((eb) => eb.or([eb('c.automatic', '=', false), eb('c.promoted_at', 'is not', null)]));
  if (filter.forFamily)
    query = query
      .where('c.hidden_from_family', '=', false)
      .where('c.third_party', '=', false)
      .where('c.open_to', '=', 'everyone who helps');
  const rows = await query.orderBy('c.happened_on', 'desc').orderBy('c.added_at', 'desc').limit(1000).execute();
  saw(ctx, personId);
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    happenedOn: row.happened_on,
    accuracy: row.accuracy as Accuracy,
    category: row.category as EventCategory,
    description: row.description,
    impactOnChild: row.impact_on_child,
    childPresent: row.child_present,
    source: row.source,
    agencyId: row.source_agency_id,
    agencyName: row.agency_name,
    addedBy: row.added_by_name,
    addedAt: row.added_at,
    automatic: row.automatic,
    promoted: row.promoted_at !== null,
    hiddenFromFamily: row.hidden_from_family,
    thirdParty: row.third_party,
    openTo: row.open_to as ChronologyEvent['openTo'],
    linkedKind: row.linked_kind,
    linkedId: row.linked_id,
  }));
}

/** One event for change; undefined when there is none the reader may change. */
export async function lockEvent(ctx: Ctx, id: string) {
  return ctx.tx
    .selectFrom('chronology_event')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** Agencies that are a source in a child's chronology, for the filter. */
export async function sourcesOf(ctx: Ctx, personId: string): Promise<{ id: string; name: string }[]> {
  return ctx.tx
    .selectFrom('chronology_event as c')
    .innerJoin('agency as a', 'a.id', 'c.source_agency_id')
    .select(['a.id', 'a.name'])
    .distinct()
    .where('c.person_id', '=', personId)
    .orderBy('a.name')
    .execute();
}

/** Whether the reader may add to a child's chronology: they help the child, or screen and decide at the front door and in social care. */
export async function mayAddFor(ctx: Ctx, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean;
  }>`select ${personId}::uuid = any(access.people_i_help()) or access.has_role(array['CO','MASH_M','EH_CO','SW','TM']) as may`.execute(
    ctx.tx,
  );
  return rows[0]?.may ?? false;
}

export interface EventChange {
  hidden_from_family?: boolean;
  promoted_by?: string;
  promoted_at?: Date;
  removed_at?: Date;
  removed_because?: string;
}

/** Writes a change to an event: hidden from the family or not, judged significant, taken out as wrong. */
export async function writeEventChange(ctx: Ctx, id: string, change: EventChange): Promise<void> {
  await ctx.tx
    .updateTable('chronology_event')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
