/** The clock table as data: every clock with its limit, its basis and where that comes from. Configuration may override a row. */
import type { PlainDate } from './calendar-day.ts';
import type { ClockBasis, ClockRule } from './clock.ts';
import type { ClockUnit } from './clock-unit.ts';

/** Validity of this table, not of the law: a clock that started earlier has no rule here. */
const HELD_FROM: PlainDate = '2012-01-01';

type Line = readonly [
  key: string,
  name: string,
  limit: number,
  unit: ClockUnit,
  basis: ClockBasis,
  source: string,
  note?: string,
  more?: Partial<ClockRule>,
];

const WORKING_TOGETHER = 'Working Together to Safeguard Children (statutory guidance)';
const CARE_PLANNING = 'Care Planning, Placement and Case Review (England) Regulations 2010';
const LOCAL = 'local practice';
const HEALTH = 'Promoting the health and wellbeing of looked-after children (statutory guidance)';
const EDUCATION = 'Promoting the education of looked-after children (statutory guidance)';
const FOSTERING = 'Children (Private Arrangements for Fostering) Regulations 2005';
const LEAVERS = 'Care Leavers (England) Regulations 2010';
const SEND = 'Special Educational Needs and Disability Regulations 2014';
const COMPLAINTS = 'Children Act 1989 Representations Procedure (England) Regulations 2006';
const CONFIRM = 'To be confirmed with a practitioner.';
const CHECKED_BY_MANAGER = 'Stops when a manager authorises.';

/**
 * One line a limit. Where a clock has several, "C20" is the first and "C20-later" a further one. Notes say which
 * choice was made where practice differs. Professional knowledge not yet re-verified carries "to be confirmed".
 */
// oxfmt-ignore
const LINES: readonly Line[] = [
  ['C01', 'Referral decision', 1, 'working-days', 'statutory', WORKING_TOGETHER, 'Stops when the type of response is recorded and the referrer told.'],
  ['C02', 'Contact screening', 24, 'hours', 'local', LOCAL, 'Elapsed hours by default; some authorities use one working day.'],
  ['C03', 'Hub decision, red', 4, 'hours', 'local', LOCAL, 'Elapsed hours: work goes on past closing time.'],
  ['C03-returns', 'Agency return, red', 2, 'hours', 'local', LOCAL, 'Elapsed hours: work goes on past closing time.'],
  ['C04', 'Hub decision, amber', 24, 'hub-hours', 'local', LOCAL, 'Counted in the hub’s opening hours; some hubs count elapsed hours.'],
  ['C04-returns', 'Agency return, amber', 6, 'hub-hours', 'local', LOCAL, 'Counted in the hub’s opening hours; some hubs count elapsed hours.'],
  ['C05', 'Hub decision, green', 72, 'hub-hours', 'local', LOCAL, 'Counted in the hub’s opening hours. If it is a referral, C01 still runs.'],
  ['C05-returns', 'Agency return, green', 24, 'hub-hours', 'local', LOCAL, 'Counted in the hub’s opening hours. If it is a referral, C01 still runs.'],
  ['C06', 'Single assessment', 45, 'working-days', 'statutory', WORKING_TOGETHER, `Guidance counts from the referral; the census from start to authorised. ${CHECKED_BY_MANAGER}`],
  ['C07', 'Assessment review point, first', 10, 'working-days', 'local', LOCAL],
  ['C07-second', 'Assessment review point, second', 25, 'working-days', 'local', LOCAL],
  ['C07-third', 'Assessment review point, third', 35, 'working-days', 'local', LOCAL],
  ['C08', 'Strategy discussion', 1, 'working-days', 'local', LOCAL, 'As soon as possible; see C08-immediate when it cannot wait.'],
  ['C08-immediate', 'Strategy discussion, immediate', 0, 'working-days', 'local', LOCAL, 'The same day.'],
  ['C09', 'Initial child protection conference', 15, 'working-days', 'statutory', WORKING_TOGETHER, 'From the strategy discussion that initiated the section 47 enquiry.'],
  ['C10', 'First core group', 10, 'working-days', 'statutory', WORKING_TOGETHER],
  ['C11', 'Next core group', 1, 'calendar-months', 'local', LOCAL, 'Monthly by default; four to six weeks in practice.'],
  ['C12', 'First child protection review conference', 3, 'calendar-months', 'statutory', WORKING_TOGETHER],
  ['C13', 'Later child protection review conferences', 6, 'calendar-months', 'statutory', WORKING_TOGETHER],
  ['C14', 'Review or core group after birth', 10, 'calendar-days', 'local', 'London child protection procedures', 'Calendar days by default. See C14-unfit when the mother is not well enough.'],
  ['C14-unfit', 'Review or core group after birth, mother not well enough', 20, 'calendar-days', 'local', 'London child protection procedures'],
  ['C15', 'Child protection visit', 10, 'working-days', 'local', LOCAL, 'As the plan says; ten working days by default.'],
  ['C15-outer', 'Child protection visit, outer limit', 4, 'weeks', 'local', LOCAL],
  ['C16', 'Child in need visit', 20, 'working-days', 'local', LOCAL],
  ['C17', 'Child in need plan', 10, 'working-days', 'local', LOCAL],
  ['C17-review', 'Child in need plan, first review', 12, 'weeks', 'local', LOCAL, 'Six to twelve weeks: warns at six.', { warnLimit: 6 }],
  ['C17-later', 'Child in need plan, later reviews', 6, 'calendar-months', 'local', LOCAL],
  ['C18', 'First visit to a child in our care', 1, 'weeks', 'statutory', `${CARE_PLANNING}, reg 28`, 'From the start of each placement.'],
  ['C19', 'Visits to a child in our care', 6, 'weeks', 'statutory', `${CARE_PLANNING}, reg 28`],
  ['C19-settled', 'Visits, placement intended to last to 18', 3, 'calendar-months', 'statutory', `${CARE_PLANNING}, reg 28`, 'After the first year of the placement.'],
  ['C20', 'First review of a child in our care', 20, 'working-days', 'statutory', `${CARE_PLANNING}, reg 33`],
  ['C20-second', 'Second review of a child in our care', 3, 'calendar-months', 'statutory', `${CARE_PLANNING}, reg 33`],
  ['C20-later', 'Later reviews of a child in our care', 6, 'calendar-months', 'statutory', `${CARE_PLANNING}, reg 33`],
  ['C21', 'Care plan', 10, 'working-days', 'statutory', CARE_PLANNING, `Before the placement, or within ten working days of it. ${CONFIRM}`],
  ['C22', 'Placement plan', 5, 'working-days', 'statutory', CARE_PLANNING, `Before the placement, or within five working days of it. ${CONFIRM}`],
  ['C23', 'Initial health assessment', 20, 'working-days', 'statutory', HEALTH, `Ready for the first review. ${CONFIRM}`],
  ['C24', 'Review health assessment, under 5', 6, 'calendar-months', 'statutory', HEALTH, CONFIRM],
  ['C24-five', 'Review health assessment, 5 and over', 12, 'calendar-months', 'statutory', HEALTH, CONFIRM],
  ['C25', 'Personal education plan', 10, 'working-days', 'statutory', EDUCATION, `Then reviewed each term: term dates are the school’s. ${CONFIRM}`],
  ['C26', 'Return home interview', 72, 'hours', 'statutory', 'Children who run away or go missing from home or care (statutory guidance)', 'Offered and completed.'],
  ['C27', 'Private fostering, first visit', 7, 'working-days', 'statutory', FOSTERING, `One local source says one week. ${CONFIRM}`],
  ['C28', 'Private fostering visits, first year', 6, 'weeks', 'statutory', FOSTERING],
  ['C28-later', 'Private fostering visits, after the first year', 12, 'weeks', 'statutory', FOSTERING],
  ['C29', 'Care leaver needs assessment', 3, 'calendar-months', 'statutory', CARE_PLANNING, 'From becoming eligible: the 16th birthday or later.'],
  ['C30', 'Pathway plan review', 6, 'calendar-months', 'statutory', LEAVERS],
  ['C31', 'Personal adviser visit, new accommodation', 7, 'calendar-days', 'statutory', LEAVERS],
  ['C31-later', 'Personal adviser visits', 2, 'calendar-months', 'statutory', LEAVERS],
  ['C32', 'First team around the family meeting', 3, 'weeks', 'local', LOCAL, 'Authorities range from fifteen working days to six weeks.'],
  ['C33', 'Team around the family review', 6, 'weeks', 'local', LOCAL, 'Six weeks by default; up to twelve in practice.'],
  ['C34', 'Early help assessment', 30, 'working-days', 'local', LOCAL, 'Authorities range from 20 to 35 working days.'],
  ['C35', 'Supervision of an open child', 4, 'weeks', 'local', LOCAL],
  ['C35-new', 'Supervision, new practitioner', 2, 'weeks', 'local', LOCAL, 'For a practitioner’s first months.'],
  ['C36', 'Case note', 5, 'working-days', 'local', LOCAL],
  ['C36-critical', 'Case note, critical', 24, 'hours', 'local', LOCAL],
  ['C36-visit', 'Case note of a visit', 2, 'working-days', 'local', LOCAL],
  ['C37', 'Conference minutes', 20, 'working-days', 'local', LOCAL],
  ['C37-decisions', 'Conference decisions', 1, 'working-days', 'local', LOCAL],
  ['C37-core-group', 'Core group minutes', 10, 'working-days', 'local', LOCAL],
  ['C38', 'Report shared with the family before an initial conference', 2, 'working-days', 'local', LOCAL, 'Counts back from the conference.', { direction: 'before' }],
  ['C38-review', 'Report shared with the family before a review conference', 5, 'working-days', 'local', LOCAL, 'Counts back from the conference.', { direction: 'before' }],
  ['C39', 'Pre-proceedings', 16, 'weeks', 'professional', 'Public Law Outline practice', CONFIRM],
  ['C39-review', 'Pre-proceedings review', 6, 'weeks', 'professional', 'Public Law Outline practice', CONFIRM],
  ['C40', 'Care proceedings', 26, 'weeks', 'statutory', 'Children Act 1989, s32', CONFIRM],
  ['C41', 'Referral to the designated officer', 1, 'working-days', 'statutory', WORKING_TOGETHER, CONFIRM],
  ['C42', 'Education, health and care plan', 20, 'weeks', 'statutory', SEND, CONFIRM],
  ['C42-decision', 'Decision to assess for an education, health and care plan', 6, 'weeks', 'statutory', SEND, CONFIRM],
  ['C42-review', 'Annual review of an education, health and care plan', 12, 'calendar-months', 'statutory', 'Children and Families Act 2014, s44', CONFIRM],
  ['C43', 'Complaint, stage 1', 10, 'working-days', 'statutory', COMPLAINTS, `May be extended by ten working days. ${CONFIRM}`],
  ['C43-stage-2', 'Complaint, stage 2', 25, 'working-days', 'statutory', COMPLAINTS, `May be extended to 65 working days. ${CONFIRM}`],
  ['C43-stage-3', 'Complaint, stage 3 panel', 30, 'working-days', 'statutory', COMPLAINTS, CONFIRM],
  ['C44', 'Subject access request', 1, 'calendar-months', 'statutory', 'UK GDPR, article 12(3)', `May be extended by two months when complex. ${CONFIRM}`],
  ['C45', 'Champion for a child in our care', 183, 'calendar-days', 'seed', 'Our Plan: Children and Families 2013 to 2018, 3.2', 'By day 183 in care; see C45-target for the match.'],
  ['C45-target', 'Champion for a child in our care, target', 213, 'calendar-days', 'seed', 'Our Plan: Children and Families 2013 to 2018, 3.2', 'Day 183 and thirty days.'],
  ['C46', 'Wall updated', 10, 'calendar-days', 'seed', 'Our Plan: Children and Families 2013 to 2018, 5.1', 'From the first of the month: ten days of grace.'],
  ['PA1', 'A partner who applies is rung', 5, 'working-days', 'local', LOCAL, 'Stops when the checks begin.'],
];

/** Every clock this release knows, in the order of the clock table. */
export const CLOCK_RULES: readonly ClockRule[] = LINES.map(([key, name, limit, unit, basis, source, note, more]) => ({
  key,
  name,
  limit,
  unit,
  basis,
  source,
  ...(note === undefined ? {} : { note }),
  ...more,
  validFrom: HELD_FROM,
  validTo: null,
}));

/** Thrown when code asks for a clock that no row defines. */
export class NoSuchClock extends Error {
  override readonly name = 'NoSuchClock';
}

/** The row of a clock in force on a date, from the given rows (the shipped ones unless told). Throws NoSuchClock. */
export function clockRule(key: string, on: PlainDate, rows: readonly ClockRule[] = CLOCK_RULES): ClockRule {
  const rule = rows.find((row) => row.key === key && row.validFrom <= on && (row.validTo === null || on <= row.validTo));
  if (!rule) throw new NoSuchClock(`No rule for clock ${key} on ${on}`);
  return rule;
}
