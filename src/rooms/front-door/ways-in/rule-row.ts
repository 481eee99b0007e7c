/** A rule as it stands in the database, and as it is held against a contact. */
import type { Selectable } from 'kysely';
import type { RoutingRuleTable } from '../../../platform/db/schema.ts';
import type { Lane, Rating } from './lanes.codes.ts';
import type { RoutingRule } from './routing.ts';

export type RuleRow = Selectable<RoutingRuleTable>;

/** A row as the rules engine reads it. */
export const ruleOf = (row: RuleRow): RoutingRule => ({
  id: row.id,
  key: row.key,
  name: row.name,
  because: row.because,
  position: row.position,
  channels: row.channels,
  sources: row.sources,
  categories: row.categories,
  words: row.words,
  postcodes: row.postcodes,
  ageFrom: row.age_from,
  ageTo: row.age_to,
  openWork: row.open_work as 'yes' | 'no' | null,
  danger: row.danger as 'yes' | 'no' | null,
  timeOfDay: row.time_of_day as 'hub hours' | 'out of hours' | null,
  lane: row.lane as Lane,
  discipline: row.discipline,
  priority: row.priority,
  suggestedRag: row.suggested_rag as Rating | null,
});
