/** A consult, pure: a question to a discipline that leaves the contact where it is (S-002). */
import { refused } from '../../../platform/access/refusal.ts';

export type ConsultState = 'ASKED' | 'ANSWERED' | 'WITHDRAWN';

export const consultWords: Record<ConsultState, string> = {
  ASKED: 'Waiting for an answer',
  ANSWERED: 'Answered',
  WITHDRAWN: 'No longer needed',
};

/** What a consult becomes; an answer and a withdrawal each come once, and never after the other. Refuses in words. */
export function consultMoves(state: ConsultState, move: 'answer' | 'withdraw'): ConsultState {
  if (state === 'ANSWERED') throw refused('This has been answered already.');
  if (state === 'WITHDRAWN') throw refused('This is no longer needed: whoever asked has taken it back.');
  return move === 'answer' ? 'ANSWERED' : 'WITHDRAWN';
}

/** The clock of a consult (C02B): how long a discipline has. */
export const consultClock = (id: string) => ({ rule: 'C02B', subjectKind: 'consult', subjectId: id }) as const;
