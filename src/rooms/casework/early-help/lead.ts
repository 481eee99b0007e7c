/** The lead professional (S-013): chosen with the family, asked and accepting, with a backup; exactly one at a time; handed over at a meeting. */
import { refused } from '../../../platform/access/refusal.ts';
import type { EpisodeState } from './early-help.codes.ts';
import { isEnded } from './episode.ts';

export const choosers = ['the family', 'family and team together', 'the team'] as const;
export type Chooser = (typeof choosers)[number];

export interface LeadFacts {
  staffId: string;
  state: string;
}

/** May someone be asked? Not while another answer is awaited, not whoever leads already; a change of lead needs a hand-over meeting and note (S-013). */
export function mayOffer(
  state: EpisodeState,
  history: readonly LeadFacts[],
  offer: { staffId: string; handoverOn: string | null; handoverNote: string | null },
): void {
  if (isEnded(state)) throw refused('This help has ended.');
  if (history.some((one) => one.state === 'offered'))
    throw refused('Someone has been asked and has not answered yet. Take that back first.');
  const lead = history.find((one) => one.state === 'active');
  if (lead?.staffId === offer.staffId) throw refused('This person is the lead professional already.');
  if (lead && !(offer.handoverOn && offer.handoverNote))
    throw refused('A change of lead professional needs a hand-over meeting with the family: give its date and what is handed over.');
}

/** Only the person asked answers, once; declining needs a reason. */
export function answer(offer: LeadFacts, by: string, given: { accept: boolean; reason: string | null }): 'active' | 'declined' {
  if (offer.staffId !== by) throw refused('Only the person who was asked can answer.');
  if (offer.state !== 'offered') throw refused('This was answered or taken back already.');
  if (!given.accept && !given.reason) throw refused('Say why you cannot take this on, so that someone else can be found.');
  return given.accept ? 'active' : 'declined';
}

/** True for the database's word that someone else became lead in the same moment. */
export const anotherLeadWasFaster = (error: unknown): boolean =>
  ['lead_professional_one_active', 'lead_professional_one_offered'].includes((error as { constraint?: string }).constraint ?? '');
