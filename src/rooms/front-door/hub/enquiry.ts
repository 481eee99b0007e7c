/** The hub enquiry: one multi-agency picture of a contact (domain 3.4, hub rule 2.5). Its states, ratings and the rules its decision is held to. */
import { refused } from '../../../platform/access/refusal.ts';
import type { OutcomeCode } from '../decision.ts';

export const rags = ['RED', 'AMBER', 'GREEN'] as const;
export type Rag = (typeof rags)[number];

/** What each colour means and how it is timed: C03 to C05 of the clock table; the rule is a row. */
export const ragFacts: Record<Rag, { words: string; means: string; decision: string; returns: string }> = {
  RED: {
    words: 'Red',
    means: 'immediate or likely significant harm; worked to the end, past closing time',
    decision: 'C03',
    returns: 'C03-returns',
  },
  AMBER: { words: 'Amber', means: 'significant concern, no immediate action needed', decision: 'C04', returns: 'C04-returns' },
  GREEN: { words: 'Green', means: 'wellbeing concern below the statutory level', decision: 'C05', returns: 'C05-returns' },
};

export const enquiryStates = ['OPEN', 'REQUESTING', 'GATHERING', 'COLLATED', 'DECISION', 'CLOSED'] as const;
export type EnquiryState = (typeof enquiryStates)[number];

export const enquiryStateWords: Record<EnquiryState, string> = {
  OPEN: 'Opened, nobody asked yet',
  REQUESTING: 'Agencies asked',
  GATHERING: 'Answers coming in',
  COLLATED: 'Picture complete, to be decided',
  DECISION: 'Decided, agencies to be told',
  CLOSED: 'Closed',
};

export const requestStates = ['SENT', 'ACKNOWLEDGED', 'RETURNED_INFO', 'RETURNED_NIL', 'DECLINED', 'CANCELLED'] as const;
export type RequestState = (typeof requestStates)[number];

export const requestStateWords: Record<RequestState, string> = {
  SENT: 'Asked, not seen yet',
  ACKNOWLEDGED: 'Seen, being answered',
  RETURNED_INFO: 'Answered',
  RETURNED_NIL: 'Nothing known, said so',
  DECLINED: 'Declined, with a reason',
  CANCELLED: 'No longer asked',
};

/** An answer is information, an explicit nil or a reasoned no. Silence is none of these. */
export const isAnswered = (state: RequestState): boolean => state === 'RETURNED_INFO' || state === 'RETURNED_NIL' || state === 'DECLINED';
/** True while the agency still owes an answer. */
export const isOwed = (state: RequestState): boolean => state === 'SENT' || state === 'ACKNOWLEDGED';

const requestMoves = {
  acknowledge: { from: ['SENT'], to: 'ACKNOWLEDGED' },
  'answer with information': { from: ['SENT', 'ACKNOWLEDGED', 'RETURNED_NIL', 'DECLINED', 'RETURNED_INFO'], to: 'RETURNED_INFO' },
  'say nothing is known': { from: ['SENT', 'ACKNOWLEDGED'], to: 'RETURNED_NIL' },
  decline: { from: ['SENT', 'ACKNOWLEDGED'], to: 'DECLINED' },
  cancel: { from: ['SENT', 'ACKNOWLEDGED'], to: 'CANCELLED' },
} as const satisfies Record<string, { from: readonly RequestState[]; to: RequestState }>;
export type RequestMove = keyof typeof requestMoves;

/** The state of a request after a move, or a refusal in words. */
export function requestMoved(state: RequestState, move: RequestMove): RequestState {
  const { from, to } = requestMoves[move];
  if (!(from as readonly RequestState[]).includes(state))
    throw refused(`This request is "${requestStateWords[state]}", so it is too late to ${move}.`);
  return to;
}

/** Where an enquiry stands, read from its requests and its decision; nobody sets it by hand. */
export function standsAt(facts: {
  requests: readonly RequestState[];
  wentOnWithout: boolean;
  decided: boolean;
  toldAll: boolean;
}): EnquiryState {
  if (facts.decided) return facts.toldAll ? 'CLOSED' : 'DECISION';
  const asked = facts.requests.filter((one) => one !== 'CANCELLED');
  if (asked.length === 0) return facts.wentOnWithout ? 'COLLATED' : 'OPEN';
  if (facts.wentOnWithout || asked.every(isAnswered)) return 'COLLATED';
  return asked.some(isAnswered) ? 'GATHERING' : 'REQUESTING';
}

/** Outcomes that leave a child without further action. A red enquiry reaches them only with a second manager. */
export const withoutAction: readonly OutcomeCode[] = ['NFA', 'ADVICE', 'SIGNPOST_DIRECTORY', 'SIGNPOST_MENU', 'DUPLICATE'];

/** What stands between an enquiry and a decision, in words; empty when nothing does. `missing` are agencies that owe an answer. */
export function decisionNeeds(facts: {
  rag: Rag;
  outcome: OutcomeCode;
  missing: readonly string[];
  asked: number;
  wentOnWithout: boolean;
  decider: string;
  second: string | null;
}): string[] {
  const needs: string[] = [];
  if (!facts.wentOnWithout && facts.asked === 0) needs.push('no agency has been asked: ask, or say why the hub goes on without');
  if (!facts.wentOnWithout && facts.missing.length > 0)
    needs.push(
      `${facts.missing.join(', ')} ${facts.missing.length === 1 ? 'has' : 'have'} not answered: wait, chase, or say why the hub goes on without`,
    );
  if (facts.rag === 'RED' && withoutAction.includes(facts.outcome) && (!facts.second || facts.second === facts.decider))
    needs.push('a red enquiry ends without further action only when a second manager agrees');
  return needs;
}
