/** An agency's application to join (S-006); a small voluntary group answers less (S-158). States, steps and what each step needs. */
import { refused, type FieldError } from '../../../access/refusal.ts';

export const applicationStates = ['APPLIED', 'CHECKING', 'AGREEMENT', 'DPIA', 'READY', 'LIVE', 'TURNED_DOWN', 'WITHDRAWN'] as const;
export type ApplicationState = (typeof applicationStates)[number];

export const applicationWords: Record<ApplicationState, string> = {
  APPLIED: 'New',
  CHECKING: 'Being checked',
  AGREEMENT: 'Agreement to sign',
  DPIA: 'Impact assessment to record',
  READY: 'Ready to go live',
  LIVE: 'Working',
  TURNED_DOWN: 'Turned down',
  WITHDRAWN: 'Withdrawn',
};

const moves = {
  'begin the checks': { from: ['APPLIED'], to: 'CHECKING' },
  'finish the checks': { from: ['CHECKING'], to: 'AGREEMENT' },
  'sign the agreement': { from: ['AGREEMENT'], to: 'DPIA' },
  'record the impact assessment': { from: ['DPIA'], to: 'READY' },
  'go live': { from: ['READY'], to: 'LIVE' },
  'turn it down': { from: ['APPLIED', 'CHECKING', 'AGREEMENT', 'DPIA', 'READY'], to: 'TURNED_DOWN' },
  'note that they withdrew': { from: ['APPLIED', 'CHECKING', 'AGREEMENT', 'DPIA', 'READY'], to: 'WITHDRAWN' },
} as const satisfies Record<string, { from: readonly ApplicationState[]; to: ApplicationState }>;
export type ApplicationMove = keyof typeof moves;
export const applicationMoves = Object.keys(moves) as ApplicationMove[];

/** The state after a move, or a refusal in words. */
export function applicationMoved(state: ApplicationState, move: ApplicationMove): ApplicationState {
  const { from, to } = moves[move];
  if (!(from as readonly ApplicationState[]).includes(state))
    throw refused(`This application is "${applicationWords[state].toLowerCase()}", so it is not the moment to ${move}.`);
  return to;
}

/** True while something is still to be done about it. */
export const isOpen = (state: ApplicationState): boolean => !['LIVE', 'TURNED_DOWN', 'WITHDRAWN'].includes(state);

export const ways = ['small group', 'full'] as const;
export type Way = (typeof ways)[number];

interface Check {
  key: string;
  words: string;
}
const everyone: readonly Check[] = [
  { key: 'who', words: 'They are who they say: we spoke to them on a number we found ourselves' },
  { key: 'safeguarding', words: 'Their safeguarding policy was read, or we are writing one with them' },
  { key: 'people', words: 'Those who will sign in have the criminal record check their work needs' },
];
const larger: readonly Check[] = [
  { key: 'ico', words: 'They are registered with the Information Commissioner, or need not be' },
  { key: 'privacy', words: 'Someone there looks after privacy, and we know who' },
  { key: 'security', words: 'Their sign-in has two steps, and they know how to tell us of a breach' },
];

/** What is checked before an agreement is drafted: three things of a small group, six of a larger agency. */
export const checksFor = (way: Way): readonly Check[] => (way === 'small group' ? everyone : [...everyone, ...larger]);

/** What a larger agency must say and a small group need not. */
export function applicationProblems(given: { way: Way; privacyName: string | null; privacyEmail: string | null }): FieldError[] {
  if (given.way === 'small group') return [];
  const problems: FieldError[] = [];
  if (!given.privacyName) problems.push({ field: 'privacyName', message: 'Enter who looks after privacy at your agency' });
  if (!given.privacyEmail) problems.push({ field: 'privacyEmail', message: 'Enter their email address' });
  return problems;
}
