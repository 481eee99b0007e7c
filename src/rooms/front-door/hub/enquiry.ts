/** The hub enquiry: one multi-agency picture of a contact (domain 3.4, hub rule 2.5). Its states, ratings and the rules its decision is held to. */
import { refused } from '../../../platform/access/refusal.ts';
import type { OutcomeCode } from '../decision.ts';

export const rags = ['RED', 'AMBER', 'GREEN'] as const;
export type Rag = (typeof rags)[number];

/** True where one colour is more urgent than another. */
export const isMoreUrgent = (one: Rag, than: Rag): boolean => rags.indexOf(one) < rags.indexOf(than);

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

/** A request as the rules read it. */
export interface AskedOf {
  state: RequestState;
  askedAt: Date;
}

/** Requests whose answer is still waited for. A reason to go on without answers covers those asked before it, and no later one. */
export const waitedFor = <T extends AskedOf>(requests: readonly T[], wentOnAt: Date | null): T[] =>
  requests.filter((one) => isOwed(one.state) && (wentOnAt === null || one.askedAt > wentOnAt));

/** Where an enquiry stands, read from its requests and its decision; nobody sets it by hand. The database keeps the same rule (0033). */
export function standsAt(facts: { requests: readonly AskedOf[]; wentOnAt: Date | null; decided: boolean; closed: boolean }): EnquiryState {
  if (facts.closed) return 'CLOSED';
  if (facts.decided) return 'DECISION';
  const asked = facts.requests.filter((one) => one.state !== 'CANCELLED');
  if (waitedFor(asked, facts.wentOnAt).length > 0) return asked.some((one) => isAnswered(one.state)) ? 'GATHERING' : 'REQUESTING';
  return asked.length > 0 || facts.wentOnAt ? 'COLLATED' : 'OPEN';
}

/** Outcomes that leave a child without further action. A red enquiry reaches them only with a second manager. */
export const withoutAction: readonly OutcomeCode[] = ['NFA', 'ADVICE', 'SIGNPOST_DIRECTORY', 'SIGNPOST_MENU', 'DUPLICATE'];

/** A second manager's word. It was given about the picture of that moment: what came in later, or another rating, asks for it anew. */
export interface SecondWord {
  by: string;
  at: Date;
  agreed: boolean;
}

/** The second manager whose agreement holds now, or null. */
export function secondWhoAgrees(second: SecondWord | null, since: { lastAnsweredAt: Date | null; lastRatedAt: Date }): string | null {
  if (!second?.agreed || second.at < since.lastRatedAt) return null;
  return since.lastAnsweredAt && second.at < since.lastAnsweredAt ? null : second.by;
}

/** What stands between an enquiry and a decision, in words; empty when nothing does. `missing` are agencies whose answer is waited for. */
export function decisionNeeds(facts: {
  rag: Rag;
  outcome: OutcomeCode;
  missing: readonly string[];
  asked: number;
  wentOnWithout: boolean;
  decider: string;
  second: string | null;
}): string[] {
  if (facts.outcome === 'MASH') return [];
  const needs: string[] = [];
  if (!facts.wentOnWithout && facts.asked === 0) needs.push('no agency has been asked: ask, or say why the hub goes on without');
  if (facts.missing.length > 0)
    needs.push(
      `${facts.missing.join(', ')} ${facts.missing.length === 1 ? 'has' : 'have'} not answered: wait, chase, or say why the hub goes on without`,
    );
  if (facts.rag === 'RED' && withoutAction.includes(facts.outcome) && (!facts.second || facts.second === facts.decider))
    needs.push('a red enquiry ends without further action only when a second manager agrees');
  return needs;
}

/** Which clocks stop and which start, from when, when an enquiry is rated. Every colour counts from the same beginning: a request from when
 *  it was asked, the decision from the opening, so that a rating gives nobody a new day. */
export function clockMoves(from: Rag | null, to: Rag): { of: 'decision' | 'returns'; stop: string | null; start: string }[] {
  if (from === to) return [];
  return (['decision', 'returns'] as const).map((of) => ({ of, stop: from && ragFacts[from][of], start: ragFacts[to][of] }));
}
