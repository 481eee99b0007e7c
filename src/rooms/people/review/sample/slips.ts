import type { Random } from '../../sample/random.ts';

/** A child of the demonstration as the index holds them. */
export interface IndexChild {
  id: string;
  given: string;
  family: string;
  born: string;
  sex: 'F' | 'M' | 'U';
  line1: string | null;
  town: string | null;
  postcode: string | null;
  phone: string | null;
  nhs: string | null;
  upn: string | null;
  mother: string | null;
  twin: string | null;
  school: string | null;
  social: boolean;
}

/** What a source's record says. */
export interface SampleRecord {
  given: string | null;
  family: string;
  born: string | null;
  sex: 'F' | 'M' | 'U';
  line1: string | null;
  town: string | null;
  postcode: string | null;
  phone: string | null;
  nhs: string | null;
  upn: string | null;
  mother: string | null;
}

const letters = (name: string, random: Random): string => {
  const at = 1 + random.below(Math.max(1, name.length - 2));
  return random.chance(0.5)
    ? name.slice(0, at) + name.slice(at + 1)
    : name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2);
};

const otherDay = (born: string, random: Random): string => {
  const [year = '', month = '', day = ''] = born.split('-');
  if (random.chance(0.3)) return `${year}-01-01`;
  if (Number(day) <= 12 && day !== month) return `${year}-${day}-${month}`;
  return `${year}-${month}-${String(1 + ((Number(day) + 9) % 28)).padStart(2, '0')}`;
};

/** A copy of a child as a partner might hold it: `slips` of these are wrong or missing, drawn at random. */
export function copyOf(child: IndexChild, slips: number, random: Random): SampleRecord {
  const { given, family, born, sex, line1, town, postcode, phone, mother } = child;
  const record: SampleRecord = { given, family, born, sex, line1, town, postcode, phone: null, nhs: null, upn: null, mother };
  const ways: (() => void)[] = [
    () => (record.given = letters(given, random)),
    () => (record.family = letters(family, random)),
    () => (record.born = otherDay(born, random)),
    () => Object.assign(record, { line1: `${1 + random.below(90)} Sycamore Way`, postcode: 'HA2 0ZZ' }),
    () => (record.family = `${family}-${mother?.split(' ').at(-1) ?? 'Ahmed'}`),
    () => (record.sex = 'U'),
    () => (record.mother = null),
  ];
  for (let slip = 0; slip < slips; slip += 1) ways.splice(random.below(ways.length), 1)[0]?.();
  return { ...record, phone: random.chance(0.5) ? phone : null };
}
