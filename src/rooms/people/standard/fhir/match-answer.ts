import type { Agreement } from '../agreement.ts';
import type { HeldPerson } from '../held-person.ts';
import type { Identified } from '../identify.ts';
import { evidenceExtension, marginExtension, scoreOf } from './match-evidence.ts';
import type { MatchRequest } from './match-request.ts';
import { issue, outcome } from './outcome.ts';
import { patientFrom } from './patient.ts';
import { matchGradeUrl, type Bundle, type BundleEntry } from './r4.ts';

/** The parts of an answer that differ each time: its id, its moment and where it was asked. */
export interface Envelope {
  id: string;
  at: Date;
}

const matchEntry = (one: Identified, isFirst: boolean, agreement: Agreement): BundleEntry => ({
  fullUrl: `urn:uuid:${one.person.id}`,
  resource: patientFrom(one.person, agreement),
  search: {
    mode: 'match',
    score: scoreOf(one.evidence.score),
    extension: [
      { url: matchGradeUrl, valueCode: one.grade },
      evidenceExtension(one.evidence, agreement),
      ...(isFirst && one.grade !== 'certainly-not' ? [marginExtension(one.margin)] : []),
    ],
  },
});

/** Whom to ask about a restricted record, in place of the record. */
export const contactEntry = (person: HeldPerson): BundleEntry => ({
  resource: outcome(
    issue('information', 'suppressed', `There is a restricted record that may be this person. Contact ${person.contactInstead}.`),
  ),
  search: { mode: 'outcome' },
});

/** Those to be told, as the request limits them: only those certain, only the single one, the first so many. */
export function chosen(found: readonly Identified[], { onlyCertainMatches, onlySingleMatch, count }: MatchRequest): Identified[] {
  const certain = found.filter((one) => one.grade === 'certain');
  if (onlyCertainMatches) return certain.slice(0, 1);
  if (onlySingleMatch) {
    const likely = found.filter((one) => one.grade !== 'certainly-not');
    return certain.length === 1 ? certain : likely.length === 1 ? likely : [];
  }
  return found.slice(0, count);
}

/** The answer to `$match`: a searchset with the likeliest first, then whom to ask about restricted records. */
export function matchBundle(
  told: readonly Identified[],
  restricted: readonly HeldPerson[],
  agreement: Agreement,
  envelope: Envelope,
): Bundle {
  const entries = [...told.map((one, place) => matchEntry(one, place === 0, agreement)), ...restricted.map(contactEntry)];
  return searchset(entries, told.length, envelope);
}

/** A searchset; without entries where there are none, for FHIR has no empty lists. */
export const searchset = (entries: readonly BundleEntry[], total: number, { id, at }: Envelope): Bundle => ({
  resourceType: 'Bundle',
  id,
  type: 'searchset',
  timestamp: at.toISOString(),
  total,
  ...(entries.length > 0 ? { entry: entries } : {}),
});
