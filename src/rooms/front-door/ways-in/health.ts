/** A health concern about a child in care (S-009): told by their nurse or worker, legal status in view, never a second referral while work is open. */
import { refused } from '../../../platform/access/refusal.ts';

/** Legal status codes of the looked-after children return (SSDA903). */
export const legalStatuses: readonly (readonly [code: string, words: string])[] = [
  ['C1', 'Interim care order'],
  ['C2', 'Full care order'],
  ['D1', 'Freeing order granted'],
  ['E1', 'Placement order granted'],
  ['V2', 'Accommodated under section 20'],
  ['V3', 'Accommodated, a series of short breaks'],
  ['V4', 'Accommodated, short breaks in one agreement'],
  ['J1', 'Remanded to local authority accommodation'],
  ['J2', 'Placed in youth detention accommodation'],
  ['J3', 'Supervision order with a residence requirement'],
  ['L1', 'Under police protection'],
  ['L2', 'Emergency protection order'],
  ['L3', 'Child assessment order'],
];
export const legalStatusCodes = legalStatuses.map(([code]) => code) as unknown as readonly [string, ...string[]];
export const legalStatusWords = (code: string): string => legalStatuses.find(([one]) => one === code)?.[1] ?? code;

/** What brings a health concern up. */
export const healthReasons = [
  'Health assessment',
  'Missed health appointments',
  'Emergency department visit',
  'Injury',
  'Self-harm or low mood',
  'Substance use',
  'Sexual health or exploitation',
  'Unregistered with a GP or dentist',
  'Medicine not given',
  'Something the child said',
  'Other',
] as const;

const opensReferral = new Set(['REFERRAL_CSC', 'FAMILY_HELP_CIN', 'EARLY_HELP']);

/** Refuses a second referral: where work is open with the child, a health concern goes to it. Harm that cannot wait still goes to a strategy
 *  discussion, which open work does not replace. */
export function refuseSecondReferral(outcomeCode: string, open: readonly { reference: string; workerName: string | null }[]): void {
  const [work] = open;
  if (!work || !opensReferral.has(outcomeCode)) return;
  throw refused(
    `Work is open already (${work.reference}${work.workerName ? `, ${work.workerName}` : ''}). Pass the health concern to it; a second referral is not opened.`,
  );
}
