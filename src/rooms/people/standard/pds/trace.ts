import { compareDates } from '../../compare-dates.ts';
import { compareNames, sameGiven } from '../../compare-names.ts';
import { namesOf, tellingNames, type OurChild } from './our-child.ts';
import type { PdsSearch } from './strategy.ts';
import type { TheirPatient } from './their-patient.ts';

export const outcomes = ['matched', 'possible', 'many', 'none', 'superseded', 'invalidated', 'not asked', 'error'] as const;
export type TraceOutcome = (typeof outcomes)[number];

/** What the NHS said about a child. `theirs` is what was found, to be compared and not kept longer than that needs; null where it is someone
 *  else to our own eyes: a stranger's name and address are not ours to read. */
export interface Traced {
  outcome: TraceOutcome;
  because: string;
  number: string | null;
  oldNumber: string | null;
  score: number | null;
  rule: string | null;
  theirs: TheirPatient | null;
}

/** Sure enough to be the same, and worth a person's look (DfE SUI matcher: 0.95 and 0.85). */
export const sure = 0.95;
export const worthALook = 0.85;

/** Given names as common as these tell nobody from a twin. */
const common = /^(mohamm?[ea]d|muhamm?[ae]d|mohamud|md|muhammed)$/i;

/** No answer yet. */
export const nothing: Traced = { outcome: 'none', because: '', number: null, oldNumber: null, score: null, rule: null, theirs: null };

/** Whether what the NHS found is this child to our own eyes: the given name is alike, and the date the same or a slip away. */
export function agrees(child: OurChild, theirs: TheirPatient): { name: boolean; date: 'same' | 'near' | 'no' } {
  const their = theirs.names.map((one) => ({ given: one.given.join(' ') || null, family: one.family }));
  const given = namesOf(child).some((one) => their.some((other) => sameGiven(one.given, other.given)));
  const whole = ['same', 'close'].includes(compareNames(namesOf(child), their).agreement);
  const { agreement } = compareDates(child.dateOfBirth, theirs.dateOfBirth, child.dateOfBirthIs);
  return { name: given || whole, date: agreement === 'same' || agreement === 'near' ? agreement : 'no' };
}

/** What a read of the number held says. Pure. */
export function numberAnswered(child: OurChild, number: string, theirs: TheirPatient): Traced {
  const { name, date } = agrees(child, theirs);
  const found = { ...nothing, number: theirs.number, theirs, rule: 'number read' };
  const isSame = theirs.number === number;
  if (!name || date === 'no')
    return {
      ...nothing,
      outcome: 'possible',
      oldNumber: number,
      because: `The number held here is at the NHS someone’s with another ${name ? 'date of birth' : 'given name'}. It may be a twin’s or mistyped.`,
    };
  if (isSame) return { ...found, outcome: 'matched', because: 'The number held here is theirs at the NHS.' };
  return {
    ...found,
    outcome: 'superseded',
    oldNumber: number,
    because: 'The number held here has been superseded by another. The old one is kept with its last day.',
  };
}

/** One search that found one person. */
export interface Hit {
  search: PdsSearch;
  patient: TheirPatient;
  score: number;
}

/** One outcome out of the answers to every search. Pure. */
export function settle(child: OurChild, hits: readonly Hit[], several: boolean, fault: string | null): Traced {
  const best = hits.toSorted((one, other) => other.score - one.score)[0];
  const sureOnes = hits.filter((hit) => hit.score >= sure);
  const numbers = new Set(sureOnes.map((hit) => hit.patient.number));
  if (numbers.size > 1)
    return { ...nothing, outcome: 'many', because: `Different searches find ${numbers.size} people, each as sure as the other.` };
  if (!best || best.score < worthALook) {
    if (several) return { ...nothing, outcome: 'many', because: 'The NHS knows several people like this child.' };
    if (fault) return { ...nothing, outcome: 'error', because: `The NHS could not answer (${fault})` };
    return { ...nothing, because: 'The NHS finds nobody by these names and this date.' };
  }
  const found = { ...nothing, number: best.patient.number, score: best.score, rule: best.search.rule, theirs: best.patient };
  const doubt = doubtAbout(child, best);
  if (!agrees(child, best.patient).name) return { ...nothing, outcome: 'possible', because: doubt ?? '' };
  return doubt
    ? { ...found, outcome: 'possible', because: doubt }
    : { ...found, outcome: 'matched', because: `Found by ${best.search.rule}.` };
}

/** Why a person must look before the number is taken; null where nothing stands against it. */
function doubtAbout(child: OurChild, { search, patient, score }: Hit): string | null {
  const { name, date } = agrees(child, patient);
  if (!name) return 'The NHS finds one person, but with another given name: it may be a twin, or a brother or sister.';
  if (score < sure)
    return `The NHS finds one person, alike at ${score.toFixed(2)}: too little to take the number without a person looking.`;
  if (search.bendsDate || date !== 'same') return 'The NHS finds one person, with another date of birth.';
  if (child.twin && tellingNames(child).every((word) => common.test(word)))
    return 'There is a twin, and the given name does not tell them apart.';
  return null;
}
