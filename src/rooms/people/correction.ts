import type { Disagreement } from '../../platform/access/refusal.ts';
import { fullDate } from '../../platform/time/plain-dates.ts';
import type { NewFact } from './index-model/assertion.ts';

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

/** What the correction says that the record did not, as facts of the person. Pure. */
export function correctedFacts(row: Held & { expected_on: string | null }, typed: Correction): NewFact[] {
  const source = typed.source;
  const why = `Corrected: told by ${source}`;
  const facts: NewFact[] = [];
  if (row.given_name !== typed.givenName || row.family_name !== typed.familyName || row.preferred_name !== typed.preferredName)
    facts.push({
      kind: 'name',
      why,
      facts: { use: 'usual', given: typed.givenName, family: typed.familyName, preferred: typed.preferredName, source },
    });
  if (row.date_of_birth !== typed.dateOfBirth) {
    const born = typed.dateOfBirth;
    facts.push({
      kind: 'date of birth',
      why,
      facts: { born, bornIs: born ? 'exact' : 'unknown', expectedOn: born ? null : row.expected_on, source },
    });
  }
  if (row.sex !== typed.sex) facts.push({ kind: 'sex', why, facts: { sex: typed.sex, source } });
  return facts;
}
