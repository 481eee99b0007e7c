/** Families as lines for COPY, with the same search keys the program keeps. */
import { copyText } from '../../src/platform/db/copy-text.ts';
import { searchRow } from '../../src/rooms/people/search-keys.ts';
import { familyOfNumber, type BenchFamily, type BenchPerson, type Whole } from './person-of-number.ts';

/** Tables in the order they are sent; `lean` leaves out all a search does not look at while it finds. */
export const columnsOf = {
  person: ['id', 'given_name', 'family_name', 'date_of_birth', 'sex', 'is_synthetic'],
  person_name: ['person_id', 'kind', 'given_name', 'family_name', 'source'],
  person_address: ['person_id', 'line1', 'postcode', 'ward', 'source'],
  person_search: ['person_id', 'keys', 'heard', 'folded'],
  relationship: ['person_id', 'related_id', 'kind', 'source'],
  family: ['id', 'reference', 'name'],
  family_member: ['family_id', 'person_id', 'part'],
} as const;
export type BenchTable = keyof typeof columnsOf;

/** Someone to search for, with what a searcher would know. */
export interface Truth extends BenchPerson {
  mother: string;
  line1: string;
  postcode: string;
  ward: string;
  phone: string;
}
export interface Share {
  whole: Whole;
  from: number;
  to: number;
  lean: boolean;
  /** One family in so many is kept to be searched for. */
  truthEvery: number;
}
export interface Made {
  lines: Partial<Record<BenchTable, string>>;
  truths: Truth[];
  people: number;
  keys: number;
  /** Milliseconds the thread worked. */
  worked: number;
}

/** Makes the families of a share. */
export function linesOfFamilies({ whole, from, to, lean, truthEvery }: Share): Made {
  const began = performance.now();
  const families = Array.from({ length: to - from }, (_none, at) => familyOfNumber(whole, from + at));
  const everyone = families.flatMap((family) => family.people.map((one) => ({ family, one })));
  const search = everyone.map(({ family, one }) => searchCells(family, one));
  const lines: Made['lines'] = {
    person: copyText(everyone.map(({ one }) => [one.id, one.given, one.family, one.born, one.sex, true])),
    person_name: copyText(
      everyone.flatMap(({ one }) => (one.other ? [[one.id, 'previous', one.other.given, one.other.family, 'bench']] : [])),
    ),
    person_address: copyText(everyone.map(({ family, one }) => [one.id, family.line1, family.postcode, family.ward, 'bench'])),
    person_search: copyText(search),
    relationship: copyText(
      families.flatMap(({ people: [mother, ...children] }) => children.map(({ id }) => [mother!.id, id, 'mother', 'bench'])),
    ),
  };
  if (!lean) {
    lines.family = copyText(families.map(({ id, people }, at) => [id, `F-B${from + at}`, people[0]!.family]));
    lines.family_member = copyText(everyone.map(({ family, one }) => [family.id, one.id, one.part]));
  }
  const truths = families.filter((_family, at) => (from + at) % truthEvery === 0).map(truthOf);
  const keys = search.reduce((sum, [, held]) => sum + (held as number[]).length, 0);
  return { lines, truths, people: everyone.length, keys, worked: performance.now() - began };
}

function searchCells({ line1, postcode, ward, phone, people }: BenchFamily, one: BenchPerson) {
  const { keys, heard, folded } = searchRow({
    names: [one, ...(one.other ? [one.other] : [])],
    dateOfBirth: one.born,
    postcodes: [postcode],
    wards: [ward],
    identifiers: [one.nhsNumber],
    lines: [line1],
    phones: [phone],
    parents: one.part === 'child' && people[0] ? [people[0]] : [],
  });
  return [one.id, keys, heard, folded] as const;
}

function truthOf({ line1, postcode, ward, phone, people }: BenchFamily): Truth {
  const [mother, ...children] = people;
  const child = children[postcode.charCodeAt(postcode.length - 1) % children.length]!;
  return { ...child, mother: `${mother!.given} ${mother!.family}`, line1, postcode, ward, phone };
}
