import type { Disagreement } from '../../platform/access/refusal.ts';
import { fullDate } from '../../platform/time/plain-dates.ts';

/** What may be corrected about who someone is. */
export interface Correction {
  givenName: string | null;
  familyName: string | null;
  preferredName: string | null;
  dateOfBirth: string | null;
  sex: 'F' | 'M' | 'U';
  firstLanguage: string | null;
  interpreterNeeded: boolean | null;
  /** The version the person saw. */
  version: number;
  source: string;
}

/** The facts as the record holds them now. */
export interface Held {
  given_name: string | null;
  family_name: string | null;
  preferred_name: string | null;
  date_of_birth: string | null;
  sex: string;
  first_language: string | null;
}

const words = (value: string | null): string => value ?? 'Not known';

/** The fields in which what was written differs from what the record says now. Pure. */
export function disagreements(row: Held, typed: Correction, their: { name: string; at: Date }): Disagreement[] {
  const day = (date: string | null): string => (date ? fullDate(date) : 'Not known');
  const pairs: [string, string, string][] = [
    ['Given name', words(typed.givenName), words(row.given_name)],
    ['Family name', words(typed.familyName), words(row.family_name)],
    ['Name they like', words(typed.preferredName), words(row.preferred_name)],
    ['Date of birth', day(typed.dateOfBirth), day(row.date_of_birth)],
    ['Sex', typed.sex, row.sex],
    ['First language', words(typed.firstLanguage), words(row.first_language)],
  ];
  return pairs
    .filter(([, yours, theirs]) => yours !== theirs)
    .map(([what, yours, theirs]) => ({ what, yours, theirs, theirName: their.name, theirAt: their.at }));
}
