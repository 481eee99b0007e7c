import type { Rule } from './oracle.ts';
import type { Row } from './planting.sample.ts';
import type { Facts, Standing } from './standing.ts';

/** S-008 and 2.1 AGGREGATE: figures are for the front door, the director, the analyst and the commissioner; taking one apart is for the front door alone. */
export const figureReaders = ['CO', 'MASH_M', 'DCS', 'PERF', 'COMM'];

const reads: Rule = (_row, who) => who.works && who.is(...figureReaders);

/** A contact about somebody shut to the reader is in no figure of theirs; a disagreement is for those who speak in it. */
function counts(row: Row, who: Standing, facts: Facts): boolean {
  const about = facts.rows('contact_recognition').filter((one) => one['contact_id'] === row['contact_id']);
  return who.works && who.is('CO', 'MASH_M') && row['measure'] !== 'disputed' && !about.some((one) => who.shut.has(one['person_id']));
}

/** What a day adds up to holds those hidden too, so nobody reads it as it stands. */
export const performanceRules: Record<string, Rule> = {
  figure_line: (row, who, _sight, facts) => counts(row, who, facts),
  figure_day: () => false,
  figure_period: () => false,
  figure_refresh: (row, who, sight, facts) => who.asker.kind === 'system' || reads(row, who, sight, facts),
  measure_target: reads,
  process_change: reads,
};
