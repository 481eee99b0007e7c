import type { Evidence } from '../linkage/evidence.ts';
import type { Settled, WaitsFor } from './reading.ts';

export const kinds = ['record', 'duplicate', 'identifier', 'apart'] as const;
export type Kind = (typeof kinds)[number];
export const harms = ['ordinary', 'twins', 'safeguarding', 'shielded'] as const;
export type Harm = (typeof harms)[number];

/** A question as a list shows it: nothing in it says who it is about. */
export interface QuestionLine {
  id: string;
  kind: Kind;
  harm: Harm;
  raisedAt: Date;
  waitsFor: WaitsFor;
  /** Agency whose record raised it; null where it is about two people of the index. */
  agency: string | null;
  heldBy: string | null;
  heldByMe: boolean;
}

/** A question as the people deciding it need it. */
export interface Question extends QuestionLine {
  personId: string;
  otherPersonId: string;
  recordId: string | null;
  /** Agency that can be asked to check its record; null where the question is about two people of the index. */
  agencyId: string | null;
  modelVersion: string;
  score: number;
  margin: number | null;
  evidence: Evidence;
  because: string;
  needsSecondReader: boolean;
  heldUntil: Date | null;
  settledAt: Date | null;
  settledAs: Settled | 'withdrawn' | null;
}

/** Kinds in words. A question drawn at random from automatic links reads like any other about a record, so that it is read blind. */
export const kindWords: Readonly<Record<Kind, string>> = {
  record: 'A record may be of someone known',
  apart: 'A record may be of someone known',
  duplicate: 'Two people may be one',
  identifier: 'Numbers do not agree',
};
export const harmWords: Readonly<Record<Harm, string>> = {
  ordinary: 'Ordinary',
  twins: 'Twins',
  safeguarding: 'Safeguarding',
  shielded: 'Shielded',
};
export const waitsWords: Readonly<Record<WaitsFor, string>> = {
  reader: 'A reader',
  'second reader': 'A second reader',
  'third reader': 'Whoever leads the desk',
  agency: 'The agency’s answer',
};

/** What an agency may be asked to check in its own record. */
export const checks = [
  'date of birth',
  'spelling of the name',
  'address',
  'NHS number',
  'UPN',
  'mother’s name',
  'whether there is a twin',
] as const;

/** How long one person holds a question, in minutes. */
export const holdMinutes = 15;
/** Working weeks are short: an agency is asked to answer within these many days. */
export const agencyDays = 7;
