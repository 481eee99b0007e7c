import { answersFor } from './hub-oracle.ts';
import type { Rule } from './oracle.ts';
import type { Row } from './planting.sample.ts';
import type { Facts, Standing } from './standing.ts';

const self = (who: Standing): unknown => who.asker.staffId ?? 'nobody at all';
const isShielded = (person: unknown, facts: Facts): boolean =>
  facts.rows('person').some((row) => row['id'] === person && row['shield'] !== 'none');

/** S-010 and domain 2.4: a share decision is for whoever made it, the front door manager, and those who help the child; what is for social care alone for
 *  social workers who help. The shield desk works for the shielded. Never about someone shut. */
const works: Rule = (row, who, sight, facts) => {
  if (who.asker.kind === 'system') return true;
  if (!who.works) return false;
  const person = row['person_id'];
  if (who.purposes.has('shield-desk') && isShielded(person, facts) && sight.people.has(person)) return true;
  if (who.shut.has(person)) return false;
  const helps = who.helped.has(person) && (row['open_to'] === 'everyone who helps' || who.is('SW', 'TM'));
  return row['decided_by'] === self(who) || who.is('MASH_M') || helps;
};
/** The privacy officer reads that it was decided and why, and not what was said. */
const decision: Rule = (row, who, sight, facts) =>
  works(row, who, sight, facts) || (who.works && who.is('DPO') && !who.shut.has(row['person_id']));

/** A recipient reads their own line once it was delivered to them here. */
const recipient = (row: Row, who: Standing, facts: Facts): boolean =>
  who.works &&
  row['delivered_at'] !== null &&
  row['channel'] === 'in Goldthread' &&
  !who.shut.has(row['person_id']) &&
  (row['to_staff_id'] === self(who) || who.teams.has(row['to_team_id']) || answersFor(row['to_agency_id'], who, facts));

const decisionOf = (row: Row, facts: Facts): Row | undefined =>
  facts.rows('share_decision').find((one) => one['id'] === row['decision_id']);
const withDecision =
  (rule: Rule): Rule =>
  (row, who, sight, facts) => {
    const whole = decisionOf(row, facts);
    return whole !== undefined && rule(whole, who, sight, facts);
  };
const item: Rule = (row, who, sight, facts) =>
  withDecision(works)(row, who, sight, facts) ||
  facts.rows('share_notice').some((notice) => notice['item_id'] === row['id'] && recipient(notice, who, facts));

export const sharingRules: Record<string, Rule> = {
  share_decision: decision,
  share_event: withDecision(decision),
  share_item: item,
  share_notice: (row, who, sight, facts) => withDecision(decision)(row, who, sight, facts) || recipient(row, who, facts),
  // Whoever reads the piece of information reads its corrections
  share_correction: (row, who, sight, facts) =>
    facts.rows('share_item').some((one) => one['thing_id'] === row['thing_id'] && item(one, who, sight, facts)),
};
