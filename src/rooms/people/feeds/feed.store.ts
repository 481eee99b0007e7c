import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found, invalid } from '../../../platform/access/refusal.ts';
import type { DecisionKind, Feed, FeedState, ReadableFeed } from './feed.ts';
import type { FeedField, FieldSource, Mapping } from './feed-field.ts';

const everyFeed = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('feed as f')
    .innerJoin('agency as a', 'a.id', 'f.agency_id')
    .leftJoin('staff as s', 's.id', 'f.owner_id')
    .select([
      'f.id',
      'f.name',
      'f.agency_id as agencyId',
      'a.name as agencyName',
      sql<Feed['kind']>`f.kind`.as('kind'),
      'f.agreement_reference as agreementReference',
      'f.purpose',
      'f.lawful_basis as lawfulBasis',
      'f.covers',
      'f.age_from as ageFrom',
      'f.age_to as ageTo',
      'f.role_told as roleTold',
      'f.sensitive',
      sql<number>`greatest(1, round(extract(epoch from f.expected_every) / 86400))::integer`.as('everyDays'),
      sql<Feed['format']>`f.format`.as('format'),
      sql<Feed['dateFormat']>`f.date_format`.as('dateFormat'),
      sql<Feed['nameOrder']>`f.name_order`.as('nameOrder'),
      'f.name_script as nameScript',
      'f.female_codes as femaleCodes',
      'f.male_codes as maleCodes',
      'f.owner_id as ownerId',
      's.display_name as ownerName',
      'f.client_id as clientId',
      sql<FeedState>`f.state`.as('state'),
      'f.grace_days as graceDays',
      'f.gone_limit_percent as goneLimitPercent',
      'f.last_loaded_at as lastLoadedAt',
      sql<boolean>`f.state = 'live' and (f.last_loaded_at is null or f.last_loaded_at + f.expected_every < ${ctx.now})`.as('late'),
      'f.mapping_changed_at as mappingChangedAt',
      'f.live_agreed_at as liveAgreedAt',
    ]);

/** Every feed, by agency and name. */
export async function allFeeds(ctx: Ctx): Promise<Feed[]> {
  return everyFeed(ctx).orderBy('a.name').orderBy('f.name').execute();
}

/** One feed; throws notFound. */
export async function feedOf(ctx: Ctx, id: string): Promise<Feed> {
  return found(await everyFeed(ctx).where('f.id', '=', id).executeTakeFirst());
}

/** One feed with its mapping; throws notFound. */
export async function readableFeed(ctx: Ctx, id: string): Promise<ReadableFeed> {
  return { ...(await feedOf(ctx, id)), mapping: await mappingOf(ctx, id) };
}

/** How a feed's columns are read. */
export async function mappingOf(ctx: Ctx, feedId: string): Promise<Mapping> {
  const rows = await ctx.tx.selectFrom('feed_field').select(['field', 'column_name', 'constant']).where('feed_id', '=', feedId).execute();
  return Object.fromEntries(rows.map((row) => [row.field, { column: row.column_name, constant: row.constant }]));
}

/** Replaces a feed's mapping whole. */
export async function keepMapping(ctx: Ctx, feedId: string, mapping: Mapping): Promise<void> {
  await ctx.tx.deleteFrom('feed_field').where('feed_id', '=', feedId).execute();
  const rows = (Object.entries(mapping) as [FeedField, FieldSource][]).map(([field, source]) => ({
    feed_id: feedId,
    field,
    column_name: source.column,
    constant: source.constant,
  }));
  if (rows.length > 0) await ctx.tx.insertInto('feed_field').values(rows).execute();
}

/** What an index officer writes down about a feed. */
export type FeedFacts = Pick<
  Feed,
  | 'name'
  | 'kind'
  | 'agreementReference'
  | 'purpose'
  | 'lawfulBasis'
  | 'covers'
  | 'ageFrom'
  | 'ageTo'
  | 'roleTold'
  | 'sensitive'
  | 'everyDays'
  | 'format'
  | 'clientId'
  | 'graceDays'
  | 'goneLimitPercent'
>;

const columns = (facts: FeedFacts) => ({
  name: facts.name,
  kind: facts.kind,
  agreement_reference: facts.agreementReference,
  purpose: facts.purpose,
  lawful_basis: facts.lawfulBasis,
  covers: facts.covers,
  age_from: facts.ageFrom,
  age_to: facts.ageTo,
  role_told: facts.roleTold,
  sensitive: facts.sensitive,
  expected_every: sql<string>`make_interval(days => ${facts.everyDays})`,
  format: facts.format,
  client_id: facts.clientId,
  grace_days: facts.graceDays,
  gone_limit_percent: facts.goneLimitPercent,
});

/** Writes a new feed down as a draft, looked after by whoever does; gives its id. */
export async function insertFeed(
  ctx: StaffCtx,
  agencyId: string,
  facts: FeedFacts,
  reads: Pick<Feed, 'dateFormat' | 'femaleCodes' | 'maleCodes'>,
): Promise<string> {
  const { id } = await ctx.tx
    .insertInto('feed')
    .values({
      agency_id: agencyId,
      ...columns(facts),
      date_format: reads.dateFormat,
      female_codes: [...reads.femaleCodes],
      male_codes: [...reads.maleCodes],
      owner_id: ctx.who.staffId,
      state: 'draft',
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes what is written down about a feed. */
export async function updateFeed(ctx: StaffCtx, feedId: string, facts: FeedFacts): Promise<void> {
  await ctx.tx.updateTable('feed').set(columns(facts)).where('id', '=', feedId).execute();
}

export type Reading = Pick<Feed, 'dateFormat' | 'nameOrder' | 'nameScript' | 'femaleCodes' | 'maleCodes' | 'roleTold'>;

/** Changes how a feed is read. */
export async function updateReading(ctx: StaffCtx, feedId: string, reading: Reading): Promise<void> {
  await ctx.tx
    .updateTable('feed')
    .set({
      date_format: reading.dateFormat,
      name_order: reading.nameOrder,
      name_script: reading.nameScript,
      female_codes: [...reading.femaleCodes],
      male_codes: [...reading.maleCodes],
      role_told: reading.roleTold,
      mapping_changed_at: ctx.now,
    })
    .where('id', '=', feedId)
    .execute();
}

/** A step in a feed's life. */
export interface FeedDecision {
  kind: DecisionKind;
  why: string;
  by: string;
  byId: string;
  at: Date;
}

/** The steps taken, latest first. */
export async function decisionsOf(ctx: Ctx, feedId: string): Promise<FeedDecision[]> {
  return ctx.tx
    .selectFrom('feed_decision as d')
    .innerJoin('staff as s', 's.id', 'd.made_by')
    .select([sql<DecisionKind>`d.kind`.as('kind'), 'd.why', 's.display_name as by', 'd.made_by as byId', 'd.made_at as at'])
    .where('d.feed_id', '=', feedId)
    .orderBy('d.place', 'desc')
    .limit(30)
    .execute();
}

/** Writes a step down; 42501 when a feed would go live without a second person. */
export async function writeDecision(
  ctx: StaffCtx,
  step: { feedId: string; runId?: string; kind: DecisionKind; why: string },
): Promise<void> {
  await ctx.tx
    .insertInto('feed_decision')
    .values({
      feed_id: step.feedId,
      run_id: step.runId ?? null,
      kind: step.kind,
      why: step.why,
      made_by: ctx.who.staffId,
      made_at: ctx.now,
    })
    .execute();
}

/** What a feed is now. */
export async function setFeedState(ctx: StaffCtx, feedId: string, state: FeedState): Promise<void> {
  await ctx.tx
    .updateTable('feed')
    .set({ state, ...(state === 'live' ? { live_agreed_at: ctx.now } : {}) })
    .where('id', '=', feedId)
    .execute();
}

/** Agencies with an agreement in force, and machines, for a list to choose from. */
export async function sendersToChoose(
  ctx: Ctx,
): Promise<{ agencies: { value: string; text: string }[]; machines: { value: string; text: string; agencyId: string }[] }> {
  const agencies = await ctx.tx
    .selectFrom('agency')
    .select(['id as value', 'name as text'])
    .where('agreement_signed_on', 'is not', null)
    .where('suspended_at', 'is', null)
    .orderBy('name')
    .execute();
  const machines = await ctx.tx
    .selectFrom('machine_client as m')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .select(['m.id as value', 'm.agency_id as agencyId', sql<string>`m.name || ' (' || a.name || ')'`.as('text')])
    .where('m.active', '=', true)
    .orderBy('a.name')
    .execute();
  return { agencies, machines };
}

/** Throws invalid for an agency without an agreement in force, or a machine of another agency. */
export async function refuseStrangers(ctx: StaffCtx, agencyId: string, clientId: string | null): Promise<void> {
  const { agencies, machines } = await sendersToChoose(ctx);
  if (!agencies.some((one) => one.value === agencyId))
    throw invalid([{ field: 'agencyId', message: 'Select an agency whose agreement is recorded' }]);
  if (clientId && !machines.some((one) => one.value === clientId && one.agencyId === agencyId))
    throw invalid([{ field: 'clientId', message: 'Select a machine of this agency' }]);
}

/** Who asked, when a feed waits for a second person; null when nobody has. */
export async function askedToGoLive(ctx: StaffCtx, feedId: string): Promise<{ by: string; byId: string; why: string } | null> {
  const latest = (await decisionsOf(ctx, feedId)).find(
    (one) => one.kind === 'ask to go live' || one.kind === 'go live' || one.kind === 'shadow',
  );
  return latest?.kind === 'ask to go live' ? latest : null;
}

/** A file has been loaded: the feed is as fresh as the day it came. */
export async function markLoaded(ctx: Ctx, feedId: string, receivedAt: Date): Promise<void> {
  await ctx.tx
    .updateTable('feed')
    .set({ last_loaded_at: sql<Date>`greatest(last_loaded_at, ${receivedAt}::timestamptz)` })
    .where('id', '=', feedId)
    .execute();
}
