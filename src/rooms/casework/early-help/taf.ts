/** The team around the family (S-012): practitioners across agencies and the family itself. */
import { refused } from '../../../platform/access/refusal.ts';
import type { EpisodeState } from './early-help.codes.ts';
import { isEnded } from './episode.ts';

export type MemberKind = 'practitioner' | 'family' | 'practitioner without sign-in';
export interface MemberFacts {
  staffId: string | null;
  personId: string | null;
  practitionerName: string | null;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  leftOn: string | null;
}

export const kindOf = (member: MemberFacts): MemberKind =>
  member.personId ? 'family' : member.staffId ? 'practitioner' : 'practitioner without sign-in';
export const isIn = (member: MemberFacts): boolean => member.acceptedAt !== null && member.leftOn === null;
export const isAsked = (member: MemberFacts): boolean => member.acceptedAt === null && member.declinedAt === null && member.leftOn === null;

/** People are invited once the family has agreed: the team is the family's own. */
export function mayInvite(state: EpisodeState): void {
  if (state === 'REQUESTED') throw refused('Record the family’s agreement before inviting anyone.');
  if (isEnded(state)) throw refused('This help has ended.');
}

/** Only the person invited answers, once; declining needs a reason. */
export function answerInvitation(member: MemberFacts, by: string, given: { accept: boolean; reason: string | null }): void {
  if (member.staffId !== by) throw refused('Only the person who was invited can answer.');
  if (!isAsked(member)) throw refused('This invitation was answered already.');
  if (!given.accept && !given.reason) throw refused('Say why, so that someone else can be found.');
}

/** The lead professional cannot simply leave the team: they hand over first. */
export function mayLeave(member: MemberFacts, leadStaffId: string | null): void {
  if (member.leftOn) throw refused('This person has left the team already.');
  if (member.staffId !== null && member.staffId === leadStaffId) throw refused('The lead professional hands over before leaving the team.');
}
