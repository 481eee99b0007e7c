/** A meeting of the team around the family: quorum is family, lead professional and at least one other; whoever takes notes should not lead (domain 3.6). */
import { refused } from '../../../platform/access/refusal.ts';
import { kindOf, type MemberFacts } from './taf.ts';

export type Attended = 'invited' | 'came' | 'apologies' | 'did not come';
export const attendedAnswers = ['came', 'apologies', 'did not come'] as const;

export interface Quorum {
  quorate: boolean;
  family: boolean;
  lead: boolean;
  other: boolean;
}

/** Who was there that counts. The lead professional's backup counts as the lead. */
export function quorumOf(came: readonly MemberFacts[], lead: { leadStaffId: string | null; backupStaffId: string | null }): Quorum {
  const leads = (member: MemberFacts): boolean =>
    member.staffId !== null && (member.staffId === lead.leadStaffId || member.staffId === lead.backupStaffId);
  const family = came.some((member) => kindOf(member) === 'family');
  const led = came.some(leads);
  const leadsCounted = came.filter(leads).length;
  const other = came.filter((member) => kindOf(member) !== 'family').length > Math.min(leadsCounted, 1);
  return { quorate: family && led && other, family, lead: led, other };
}

/** What is missing for a quorum, in words; empty when it is there. */
export function missingForQuorum(quorum: Quorum): string[] {
  return [
    quorum.family ? '' : 'someone of the family',
    quorum.lead ? '' : 'the lead professional or their backup',
    quorum.other ? '' : 'at least one other practitioner',
  ].filter(Boolean);
}

/** A meeting without a quorum may be recorded, with the reason it went ahead. Refuses without one, and a second record. */
export function mayRecord(state: string, quorum: Quorum, notQuorateBecause: string | null): void {
  if (state !== 'planned') throw refused('This meeting is recorded or cancelled already.');
  if (!quorum.quorate && !notQuorateBecause)
    throw refused(
      `Not enough people were there: ${missingForQuorum(quorum).join(', ')} missing. Say why the meeting went ahead, or plan another.`,
    );
}

/** Warns, never blocks: the lead professional should not be taking the notes. */
export const noteTakerWarning = (minutesBy: string | null, leadStaffId: string | null): string | null =>
  minutesBy !== null && minutesBy === leadStaffId
    ? 'The lead professional took the notes. Ask someone else next time, so that they can listen.'
    : null;
