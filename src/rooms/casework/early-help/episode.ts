/** One stretch of early help: its states and what may follow what (domain 3.6). Pure: the thing, the request and the time are handed in. */
import { refused } from '../../../platform/access/refusal.ts';
import { addMonths } from '../../../platform/time/calendar-months.ts';
import { closureCodes, episodeStates, type ClosureCode, type EpisodeState } from './early-help.codes.ts';

export type EpisodeEvent =
  | 'agree'
  | 'not agreed'
  | 'start assessment'
  | 'authorise assessment'
  | 'first meeting held'
  | 'agree plan'
  | 'review'
  | 'ask to close'
  | 'send back'
  | 'approve closing'
  | 'step up accepted'
  | 'move out';

/** What leads where. A cell that is missing is a refusal. */
const moves: Record<EpisodeState, Partial<Record<EpisodeEvent, EpisodeState>>> = {
  REQUESTED: { agree: 'AGREED', 'not agreed': 'NOT_AGREED', 'move out': 'MOVED_OUT' },
  AGREED: { 'start assessment': 'ASSESSING', 'ask to close': 'CLOSING', 'step up accepted': 'STEPPED_UP', 'move out': 'MOVED_OUT' },
  ASSESSING: { 'authorise assessment': 'ASSESSED', 'ask to close': 'CLOSING', 'step up accepted': 'STEPPED_UP', 'move out': 'MOVED_OUT' },
  ASSESSED: { 'first meeting held': 'TAF_FORMED', 'ask to close': 'CLOSING', 'step up accepted': 'STEPPED_UP', 'move out': 'MOVED_OUT' },
  TAF_FORMED: { 'agree plan': 'PLAN_ACTIVE', 'ask to close': 'CLOSING', 'step up accepted': 'STEPPED_UP', 'move out': 'MOVED_OUT' },
  PLAN_ACTIVE: { review: 'REVIEW', 'ask to close': 'CLOSING', 'step up accepted': 'STEPPED_UP', 'move out': 'MOVED_OUT' },
  REVIEW: { review: 'REVIEW', 'ask to close': 'CLOSING', 'step up accepted': 'STEPPED_UP', 'move out': 'MOVED_OUT' },
  CLOSING: { 'send back': 'REVIEW', 'approve closing': 'CLOSED', 'step up accepted': 'STEPPED_UP', 'move out': 'MOVED_OUT' },
  CLOSED: {},
  NOT_AGREED: {},
  STEPPED_UP: {},
  MOVED_OUT: {},
};

const refusals: Partial<Record<EpisodeEvent, string>> = {
  agree: 'The family’s agreement is already recorded.',
  'start assessment': 'Record the family’s agreement first. Early help is never done to a family.',
  'authorise assessment': 'There is no assessment under way.',
  'first meeting held': 'The team meets for the first time once the assessment is authorised.',
  'agree plan': 'A plan is agreed after the team around the family has met.',
  review: 'A review needs an agreed plan.',
  'approve closing': 'Closing has to be asked for before it can be approved.',
  'send back': 'Closing has not been asked for.',
};

/** Where an episode stands after an event. Refuses, in words, what cannot follow. */
export function after(state: EpisodeState, event: EpisodeEvent): EpisodeState {
  const next = moves[state][event];
  if (next) return next;
  if (isEnded(state)) throw refused(`This help has ended (${episodeStates[state].toLowerCase()}). Ask for help again to start anew.`);
  throw refused(refusals[event] ?? `This cannot be done while the help stands at “${episodeStates[state].toLowerCase()}”.`);
}

/** Every event that may follow in a state. */
export const mayFollow = (state: EpisodeState): EpisodeEvent[] => Object.keys(moves[state]) as EpisodeEvent[];
export const isEnded = (state: EpisodeState): boolean =>
  state === 'CLOSED' || state === 'NOT_AGREED' || state === 'STEPPED_UP' || state === 'MOVED_OUT';
export const isAgreed = (state: EpisodeState): boolean => state !== 'REQUESTED' && !isEnded(state);

/** Content may be changed while help lasts. */
export function mustBeOpen(state: EpisodeState): void {
  if (isEnded(state)) throw refused('This help has ended. Its record can be read, not changed.');
}

export interface Closing {
  code: ClosureCode;
  openGoals: number;
  openActions: number;
  familyView: string | null;
  agreementWithdrawn: boolean;
}

/** What to look at before asking to close: shown, never a block, except a code that does not fit the agreement. */
export function closingWarnings(closing: Closing): string[] {
  const warnings: string[] = [];
  if (closing.code === 'NEEDS_MET' && closing.openGoals > 0)
    warnings.push(`${closing.openGoals === 1 ? 'One goal is' : `${closing.openGoals} goals are`} not yet achieved`);
  if (closing.openActions > 0)
    warnings.push(`${closing.openActions === 1 ? 'One action is' : `${closing.openActions} actions are`} still open`);
  if (!closing.familyView) warnings.push('The family’s view of the help is not recorded');
  return warnings;
}

/** Who may approve closing: someone with the power to, who neither leads the help nor asked to close it (domain 3.6). Refuses in words. */
export function mayApproveClosing(
  approver: string,
  facts: { leadStaffId: string | null; askedBy: string | null; mayApprove: boolean },
): void {
  if (!facts.mayApprove) throw refused('Closing is approved by an early help co-ordinator or a team manager.');
  if (approver === facts.leadStaffId) throw refused('You are the lead professional. Someone else has to approve closing.');
  if (approver === facts.askedBy) throw refused('You asked for this to be closed. Someone else has to approve it.');
}

/** Closing as withdrawn needs a withdrawal on record, with its answer to "is it safe to stop?". */
export function mayCloseAs(code: ClosureCode, facts: { agreementWithdrawn: boolean }): void {
  if (code === 'AGREEMENT_WITHDRAWN' && !facts.agreementWithdrawn)
    throw refused('Record first that the family withdrew its agreement, with the answer to “is it safe to stop?”.');
}

const lasting: ReadonlySet<ClosureCode> = new Set(['NEEDS_MET', 'PARTLY_MET_UNIVERSAL']);

/** When to look whether the change has lasted: six calendar months after closing, for help that ended well (Supporting Families rule); null otherwise. */
export const sustainmentDue = (code: ClosureCode, closedOn: string): string | null => (lasting.has(code) ? addMonths(closedOn, 6) : null);

export const closureWords = (code: string | null): string =>
  code && code in closureCodes ? closureCodes[code as ClosureCode] : 'Not recorded';
