/** The measures of the front door (S-008): what each counts, of what, from where, and which way is better. The counting itself is
 *  access.figure_lines_of in the database; every measure there has its line here, and a test holds the two together. */
import type { Better } from '../../../platform/web/charts/spc.ts';

export const measureKeys = [
  'received',
  'screened',
  'to-referral',
  'to-early-help',
  're-referral',
  'repeat',
  'outcome',
  'hub',
  'answered',
  'answer-hours',
  'told',
  'disagreed',
  'disputed',
] as const;
export type MeasureKey = (typeof measureKeys)[number];

/** How a measure is read: a plain count, a share of its denominator, or a mean of hours. */
export type Unit = 'count' | 'percent' | 'hours';

export interface Measure {
  key: MeasureKey;
  /** On lists and charts. */
  name: string;
  unit: Unit;
  better: Better;
  numerator: string;
  /** Null for a plain count. */
  denominator: string | null;
  /** Which date puts a line in its week or month. */
  counts: string;
  source: string;
  leavesOut: string;
  basis: string;
  /** What the measure is split by, where it is. */
  split: 'source' | 'days' | 'outcome' | 'rating' | 'agency' | 'how' | null;
  /** What one line is: one and several. */
  noun: readonly [string, string];
  /** Why nobody takes it apart, where nobody does. */
  noDrill?: string;
}

const contacts = ['contact', 'contacts'] as const;
const children = ['child', 'children'] as const;
const merged = 'Contacts joined to another.';
const decided = 'The day the last child of the contact was decided.';
const local = 'A measure of this front door; its target is local.';

export const measures: readonly Measure[] = [
  {
    key: 'received',
    name: 'Contacts received',
    unit: 'count',
    better: 'neither',
    numerator: 'Contacts received, by every way in.',
    denominator: null,
    counts: 'The day it reached us.',
    source: 'Contacts; the source is the referral source code of the children in need census.',
    leavesOut: merged,
    basis: local,
    split: 'source',
    noun: contacts,
  },
  {
    key: 'screened',
    name: 'Screened within one working day',
    unit: 'percent',
    better: 'more',
    numerator: 'Of those, contacts with a decision for every child, or the hub’s picture asked for, by the end of the next working day.',
    denominator: 'Contacts screened, and those not screened whose working day has passed: what waits too long counts as late.',
    counts: 'The day it reached us, which is day 0.',
    source: 'Contacts, decisions and hub enquiries; working days of England without bank holidays.',
    leavesOut: `${merged} Contacts not screened whose day has not passed.`,
    basis: 'C02, a local limit (24 hours; counted here in whole working days, so that a Friday night is not late on Saturday).',
    split: 'days',
    noun: contacts,
  },
  {
    key: 'to-referral',
    name: 'Contacts that became a referral',
    unit: 'percent',
    better: 'neither',
    numerator: 'Of those, contacts where at least one child became a referral to children’s social care.',
    denominator: 'Contacts decided: every child of them has a decision.',
    counts: decided,
    source: 'Decisions: family help as a child in need, referral, immediate strategy discussion.',
    leavesOut: merged,
    basis: 'Conversion of contacts. Neither more nor less is better in itself.',
    split: null,
    noun: contacts,
  },
  {
    key: 'to-early-help',
    name: 'Contacts that led to early help',
    unit: 'percent',
    better: 'neither',
    numerator: 'Of those, contacts where early help is offered to at least one child.',
    denominator: 'Contacts decided: every child of them has a decision.',
    counts: decided,
    source: 'Decisions with the outcome early help.',
    leavesOut: merged,
    basis: 'Conversion of contacts. Neither more nor less is better in itself.',
    split: null,
    noun: contacts,
  },
  {
    key: 're-referral',
    name: 'Re-referrals within 12 months',
    unit: 'percent',
    better: 'less',
    numerator: 'Of those, children who had also been referred, after another contact, in the 12 months before.',
    denominator: 'Children referred to children’s social care from the front door.',
    counts: 'The day of the decision to refer.',
    source: 'Decisions of the front door. A referral decided before Goldthread was in use, or elsewhere, is not known here.',
    leavesOut: merged,
    basis: 'The children in need census counts referrals within 12 months of an earlier one.',
    split: null,
    noun: children,
  },
  {
    key: 'repeat',
    name: 'Repeat contacts within 12 months',
    unit: 'percent',
    better: 'less',
    numerator: 'Of those, contacts about a child who was named in another contact in the 12 months before.',
    denominator: 'Contacts with at least one child recognised in the index.',
    counts: 'The day it reached us.',
    source: 'Contacts and who was recognised in them.',
    leavesOut: `${merged} Contacts where no child has been recognised yet.`,
    basis: local,
    split: null,
    noun: contacts,
  },
  {
    key: 'outcome',
    name: 'Outcomes by threshold level',
    unit: 'count',
    better: 'neither',
    numerator: 'Children decided, by level and outcome.',
    denominator: null,
    counts: 'The day of the decision for that child.',
    source: 'Decisions that stand.',
    leavesOut: 'Decisions replaced by a later one, and requests for the hub’s picture, which are no decision yet.',
    basis: 'Levels of the London continuum of need.',
    split: 'outcome',
    noun: children,
  },
  {
    key: 'hub',
    name: 'Hub enquiries decided in time',
    unit: 'percent',
    better: 'more',
    numerator: 'Of those, enquiries decided by the time their rating allows.',
    denominator: 'Hub enquiries decided, and those not decided whose time has passed.',
    counts: 'The day the enquiry was opened.',
    source: 'Hub enquiries and their clocks. An extension does not move what this measures.',
    leavesOut: 'Enquiries whose time has not passed.',
    basis: 'C03 red 4 hours, C04 amber 24 hub hours, C05 green 72 hub hours: local limits.',
    split: 'rating',
    noun: ['enquiry', 'enquiries'],
  },
  {
    key: 'answered',
    name: 'Agencies that answered in time',
    unit: 'percent',
    better: 'more',
    numerator: 'Of those, requests answered by their deadline: with information, with an explicit nil, or declined with a reason.',
    denominator: 'Requests answered, and those not answered whose deadline has passed. Silence is never an answer.',
    counts: 'The day the agency was asked.',
    source: 'Information requests of the hub and their clocks.',
    leavesOut: 'Requests the hub cancelled, and those whose deadline has not passed.',
    basis: 'Red 2 hours, amber 6 hub hours, green 24 hub hours: local limits.',
    split: 'agency',
    noun: ['request', 'requests'],
  },
  {
    key: 'answer-hours',
    name: 'Hours until an agency answers',
    unit: 'hours',
    better: 'less',
    numerator: 'Hours by the clock from asking to the first answer, nights and weekends included, added up.',
    denominator: 'Requests answered.',
    counts: 'The day the agency was asked.',
    source: 'Information requests of the hub.',
    leavesOut: 'Requests not answered yet, and those the hub cancelled.',
    basis: local,
    split: 'agency',
    noun: ['request', 'requests'],
  },
  {
    key: 'told',
    name: 'Referrers told within one working day',
    unit: 'percent',
    better: 'more',
    numerator: 'Of those, contacts whose referrer was told the outcome by the end of the working day after the decision.',
    denominator: 'Contacts decided whose referrer gave a name and wished to hear.',
    counts: decided,
    source: 'Feedback to referrers: the page, a call, a letter or a message.',
    leavesOut: `${merged} Anonymous referrers, those who did not wish to hear, and contacts decided so lately that their day has not passed.`,
    basis: 'C01: the decision is made and the referrer told within one working day. “Not told, for a reason” counts as not told.',
    split: 'how',
    noun: contacts,
  },
  {
    key: 'disagreed',
    name: 'Decisions with a different view recorded',
    unit: 'percent',
    better: 'neither',
    numerator: 'Of those, contacts where someone’s different view was recorded with a decision.',
    denominator: 'Contacts decided: every child of them has a decision.',
    counts: decided,
    source: 'Decisions. Recording a different view is good practice; none at all would be a worry of its own.',
    leavesOut: merged,
    basis: local,
    split: null,
    noun: contacts,
  },
  {
    key: 'disputed',
    name: 'Professional disagreements raised',
    unit: 'count',
    better: 'neither',
    numerator: 'Disagreements raised about a contact.',
    denominator: null,
    counts: 'The day it was raised.',
    source: 'The disagreement ladder.',
    leavesOut: 'Disagreements about something other than a contact.',
    basis: 'Stages of local escalation policy (domain 2.8).',
    split: null,
    noun: ['disagreement', 'disagreements'],
    noDrill: 'A disagreement is open to those who speak in it or answer for it, so the number stands alone.',
  },
];

/** The measure behind a key; undefined for a key that is none. */
export const measureOf = (key: string): Measure | undefined => measures.find((one) => one.key === key);
