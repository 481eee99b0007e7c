/** A contact: information that makes someone worry about a child. Its states and pure decisions (domain 3.3). */
import { refused } from '../../platform/access/refusal.ts';

export const contactStates = [
  'SUBMITTED',
  'MATCHING',
  'SCREENING',
  'RETURNED_TO_REFERRER',
  'TRIAGE_MASH',
  'DECIDED',
  'CLOSED',
  'MERGED',
] as const;
export type ContactState = (typeof contactStates)[number];

/** What each state is called on the screen. */
export const stateWords: Record<ContactState, string> = {
  SUBMITTED: 'Waiting to be recognised',
  MATCHING: 'Being recognised',
  SCREENING: 'Being screened',
  RETURNED_TO_REFERRER: 'Question to the referrer',
  TRIAGE_MASH: 'Hub picture asked for',
  DECIDED: 'Decided, referrer to be told',
  CLOSED: 'Closed',
  MERGED: 'Joined to another contact',
};

/** What the referrer is told of the state; says nothing of the record. */
export const stateForReferrer: Record<ContactState, string> = {
  SUBMITTED: 'Received',
  MATCHING: 'Received',
  SCREENING: 'Being looked at',
  RETURNED_TO_REFERRER: 'We have a question for you',
  TRIAGE_MASH: 'Being looked at',
  DECIDED: 'Decided; we will tell you the outcome',
  CLOSED: 'Closed; see what happened',
  MERGED: 'Joined to an earlier concern you can follow',
};

/** What may happen to a contact, from where and to where. */
const moves = {
  'begin recognising': { from: ['SUBMITTED'], to: 'MATCHING' },
  'begin screening': { from: ['MATCHING', 'SUBMITTED'], to: 'SCREENING' },
  'ask the referrer': { from: ['SCREENING'], to: 'RETURNED_TO_REFERRER' },
  'take the answer': { from: ['RETURNED_TO_REFERRER'], to: 'SCREENING' },
  'ask for the hub picture': { from: ['SCREENING'], to: 'TRIAGE_MASH' },
  decide: { from: ['SCREENING', 'TRIAGE_MASH', 'RETURNED_TO_REFERRER'], to: 'DECIDED' },
  'pass to the allocated worker': { from: ['MATCHING', 'SCREENING'], to: 'DECIDED' },
  'return to screening': { from: ['DECIDED', 'CLOSED'], to: 'SCREENING' },
  'join to another': { from: ['SUBMITTED', 'MATCHING', 'SCREENING'], to: 'MERGED' },
  close: { from: ['DECIDED'], to: 'CLOSED' },
} as const satisfies Record<string, { from: readonly ContactState[]; to: ContactState }>;

export type ContactMove = keyof typeof moves;
export const contactMoves = Object.keys(moves) as ContactMove[];

/** The state after a move, or a refusal in words. */
export function moved(state: ContactState, move: ContactMove): ContactState {
  const { from, to } = moves[move];
  if (!(from as readonly ContactState[]).includes(state)) {
    throw refused(`This contact is "${stateWords[state]}", so it is too ${isOver(state) ? 'late' : 'early'} to ${move}.`);
  }
  return to;
}

/** True when nothing is left to do but read. */
export const isOver = (state: ContactState): boolean => state === 'CLOSED' || state === 'MERGED';

/** What stands between a contact and its screening: every child must be someone in the index (recognised or newly recorded). */
export function screeningWaitsFor(children: readonly { name: string; personId: string | null }[]): string | null {
  const unknown = children.filter((child) => !child.personId).map((child) => child.name);
  return unknown.length === 0 ? null : `Say who ${unknown.join(' and ')} ${unknown.length === 1 ? 'is' : 'are'} first`;
}

/** What stands between a contact and "decided": a decision for each child. A brother's or sister's decision never stands in. */
export function decisionWaitsFor(children: readonly { id: string; name: string }[], decided: ReadonlySet<string>): string[] {
  return children.filter((child) => !decided.has(child.id)).map((child) => child.name);
}

/** What stands between a contact and its closing: the referrer told or not told for a stated reason, and everything passed on accepted. */
export function closingWaitsFor(facts: { told: boolean; unaccepted: readonly string[] }): string[] {
  const waits = facts.unaccepted.map((name) => `${name} has not accepted it yet`);
  return facts.told ? waits : ['the referrer has not been told, and no reason is recorded', ...waits];
}
