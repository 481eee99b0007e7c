/** The day's list: where an incident goes after a person has looked at it. Pure. */
import type { Colour } from './notification.ts';

export const outcomes = ['QUEUE', 'ADVICE', 'SCHOOL'] as const;
export type TriageOutcome = (typeof outcomes)[number];
export const outcomeWords: Record<TriageOutcome, { label: string; means: string; key: string }> = {
  QUEUE: { label: 'To the queue', means: 'Screened in its turn, child by child', key: '1' },
  ADVICE: { label: 'Advice', means: 'Advice to whoever is with the family; each child is still decided on their own', key: '2' },
  SCHOOL: { label: 'Information to the school', means: 'The school is told what it needs to keep the child safe', key: '3' },
};
export const colourKeys: Record<Colour, string> = { RED: 'r', AMBER: 'a', GREEN: 'g', BLUE: 'b' };
export const colourWords: Record<Colour, string> = {
  RED: 'Red: immediate or likely significant harm',
  AMBER: 'Amber: significant concern, no immediate action',
  GREEN: 'Green: wellbeing, below statutory help',
  BLUE: 'Blue: no hub enquiry',
};

/** Why an incident may not go where somebody would send it, in words; null when it may. Red goes nowhere but to the queue, at once. */
export function mayNotGo(
  to: { colour: Colour; outcome: TriageOutcome },
  facts: { shareRules: readonly string[]; sharingAgreed: boolean },
): string | null {
  if (to.colour === 'RED' && to.outcome !== 'QUEUE') return 'A red incident goes to the queue, where it is worked on at once.';
  return to.outcome === 'SCHOOL' ? mayNotBeTold('school', facts) : null;
}

/** Why the police do not let somebody be told, in words; null when they do or have agreed since. */
export function mayNotBeTold(
  toldTo: 'school' | 'parent or carer' | 'other',
  facts: { shareRules: readonly string[]; sharingAgreed: boolean },
): string | null {
  if (facts.sharingAgreed) return null;
  if (facts.shareRules.includes('ASK_FIRST')) return 'The police want to be asked before anybody is told. Ask them first.';
  if (toldTo === 'school' && facts.shareRules.includes('NOT_SCHOOL'))
    return 'The police ask that schools are not told. Ask them to agree first.';
  if (toldTo === 'parent or carer' && facts.shareRules.includes('NOT_FAMILY'))
    return 'The police ask that the family is not told. Ask them to agree first.';
  return null;
}

/** What stands between a meeting and its closing, field by field. */
export function closingNeeds(facts: {
  attended: readonly { name: string; agencyName: string }[];
  left: number;
  heldOverReason: string | null;
}) {
  const errors: { field: string; message: string }[] = [];
  const agencies = new Set(facts.attended.map((one) => one.agencyName.toLowerCase()));
  if (agencies.size < 2) errors.push({ field: 'name1', message: 'Write down who was there, from two agencies at least' });
  if (facts.left > 0 && !facts.heldOverReason)
    errors.push({ field: 'heldOverReason', message: 'Say why what you did not go through waits for the next meeting' });
  return errors;
}

/** Those not looked at, or told anew since. */
export const isWaiting = (one: { colour: Colour | null; updated: boolean }): boolean => one.colour === null || one.updated;
