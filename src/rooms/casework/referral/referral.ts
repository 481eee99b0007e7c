/** A referral to social care about one child: states and guards of domain 3.5. One open at a time; not sent until a team accepts it. */
import { refused } from '../../../platform/access/refusal.ts';
import type { ReferralDecision } from './referral.codes.ts';

export type ReferralState = 'RECEIVED' | 'DECISION_PENDING' | 'ACCEPTED' | 'NFA' | 'REDIRECTED' | 'CLOSED';

export interface ReferralFacts {
  state: ReferralState;
  primaryNeed: string;
  acceptedAt: Date | null;
}

export const stateWords: Record<ReferralState, string> = {
  RECEIVED: 'Waiting in the inbox, not yet accepted',
  DECISION_PENDING: 'Accepted by the team, decision pending',
  ACCEPTED: 'Accepted for work',
  NFA: 'No further action',
  REDIRECTED: 'Redirected',
  CLOSED: 'Closed',
};

/** A child has one open referral at a time (domain 3.5; census rule "no overlaps"). Refuses when there is one. */
export function mayOpenReferral(open: { reference: string } | null): void {
  if (open) throw refused(`This child already has an open referral, ${open.reference}. Send new information to the team that holds it.`);
}

/** The team takes a referral from its inbox. Refuses when someone has taken it already. */
export function accept(referral: ReferralFacts): ReferralState {
  if (referral.state !== 'RECEIVED') throw refused('This referral has already been accepted.');
  return 'DECISION_PENDING';
}

/** Decides what kind of response a referral gets; stops C01 (Working Together: within one working day). Refuses before it is accepted,
 *  twice, and a primary need that is not stated unless nothing further is done (census: primary need required unless NFA). */
export function decide(referral: ReferralFacts, decision: ReferralDecision): ReferralState {
  if (referral.state === 'RECEIVED') throw refused('Accept the referral from the inbox before deciding.');
  if (referral.state !== 'DECISION_PENDING') throw refused('This referral has already been decided.');
  if (referral.primaryNeed === 'N0' && decision !== 'NFA')
    throw refused('Give the child’s primary need before deciding. Only “no further action” may leave it out.');
  if (decision === 'NFA') return 'NFA';
  return decision === 'ASSESSMENT' || decision === 'STRATEGY_S47' ? 'ACCEPTED' : 'REDIRECTED';
}

/** Activity may hang only from a referral that led to work (census: nothing on an NFA referral). */
export const mayCarryActivity = (state: ReferralState): boolean => state === 'ACCEPTED';

export type StrategyState = 'REQUESTED' | 'ACCEPTED' | 'SCHEDULED' | 'HELD';

/** Accepts a request for a strategy discussion; until then it is not sent (domain 3.8). Whoever asked cannot accept their own request. */
export function acceptStrategy(request: { state: StrategyState; requestedBy: string }, by: string): StrategyState {
  if (request.state !== 'REQUESTED') throw refused('This request has already been accepted.');
  if (request.requestedBy === by) throw refused('You asked for this discussion. Someone else in the team must accept it.');
  return 'ACCEPTED';
}

/** A discussion is held once, after someone accepted it. */
export function hold(state: StrategyState): void {
  if (state === 'REQUESTED') throw refused('Accept the request before recording the discussion.');
  if (state === 'HELD') throw refused('This discussion is recorded already.');
}
