/** An invented index of any size from a seed: families by number, so that threads may make their share of it apart from one another. */
import { nhsCheckDigit } from '../../src/rooms/people/identifier.ts';
import { randomFrom, type Random } from '../../src/rooms/people/sample/random.ts';
import { postcodeAreas, streets, traditions, type Tradition } from './names.data.ts';

export interface BenchPerson {
  id: string;
  part: 'child' | 'parent';
  given: string;
  family: string;
  /** A name another source has, if any. */
  other: { given: string; family: string } | null;
  born: string;
  sex: 'F' | 'M';
  nhsNumber: string;
}
export interface BenchFamily {
  id: string;
  line1: string;
  postcode: string;
  ward: string;
  phone: string;
  people: BenchPerson[];
}

/** The size of the whole: more people live in more districts. About 3.2 people to a family, the first of them the mother. */
export interface Whole {
  seed: number;
  families: number;
}

const shares = traditions.reduce((sum, { share }) => sum + share, 0);
const traditionOf = (random: Random): Tradition => {
  let left = random.next() * shares;
  return traditions.find(({ share }) => (left -= share) < 0) ?? traditions[0]!;
};
const common = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random.next() ** 1.9 * list.length)]!;

/** Two family names in five come from the long tail, put together of two or three syllables. */
function familyName(random: Random, { families, syllables }: Tradition): string {
  if (!random.chance(0.42)) return common(random, families);
  const half = Math.floor(syllables.length * 0.6);
  const first = syllables[random.below(half)]!;
  const middle = random.chance(0.5) ? syllables[random.below(half)]!.toLowerCase() : '';
  return first + middle + syllables[half + random.below(syllables.length - half)]!.toLowerCase();
}

const day = 86_400_000;
const today = Date.UTC(2026, 10, 22);
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Children are up to 18, mothers 17 to 44 years older than their eldest. */
export function familyOfNumber({ seed, families }: Whole, number: number): BenchFamily {
  const random = randomFrom(seed, number + 1);
  const tradition = traditionOf(random);
  const family = familyName(random, tradition);
  const place = placeOf(random, families);
  const births = birthsOf(random);
  const mothersName = random.chance(0.6) ? family : familyName(random, tradition);
  const mother = personOf(random, tradition, mothersName, 'parent', iso(births[0]! - (17 + random.next() * 27) * 365.25 * day), 'F');
  const children = births.map((at) =>
    personOf(random, tradition, random.chance(0.9) ? family : mothersName, 'child', iso(at), random.chance(0.5) ? 'F' : 'M'),
  );
  const phone = `07700${String(random.below(1_000_000)).padStart(6, '0')}`;
  return { id: random.uuid(), ...place, phone, people: [mother, ...children] };
}

function birthsOf(random: Random): number[] {
  const first = today - Math.floor(random.next() * 18 * 365.25) * day;
  const births = [first];
  while (births.length < 5 && random.chance(0.53)) {
    const next = births.at(-1)! + (random.chance(0.015) ? 0 : (1.2 + random.next() * 3) * 365.25 * day);
    if (next > today) break;
    births.push(next);
  }
  return births;
}

function personOf(random: Random, tradition: Tradition, family: string, part: BenchPerson['part'], born: string, sex: 'F' | 'M') {
  const names = sex === 'F' ? tradition.girls : tradition.boys;
  const given = random.chance(0.12) ? `${common(random, names)} ${common(random, names)}` : common(random, names);
  const other = random.chance(0.08) ? { given, family: familyName(random, tradition) } : null;
  return { id: random.uuid(), part, given, family, other, born, sex, nhsNumber: numberOf(random) };
}

/** A number with a right check digit, from a range that is issued to nobody. */
function numberOf(random: Random): string {
  for (;;) {
    const nine = `9${String(random.below(100_000_000)).padStart(8, '0')}`;
    const check = nhsCheckDigit(nine);
    if (check !== undefined) return `${nine}${check}`;
  }
}

/** About 1,700 families to a postcode district, 15 to a postcode, 900 to a ward. */
function placeOf(random: Random, families: number): Pick<BenchFamily, 'line1' | 'postcode' | 'ward'> {
  const district = random.below(Math.max(6, Math.round(families / 1_700)));
  const unit = random.below(115);
  const area = postcodeAreas[district % postcodeAreas.length]!;
  const outward = `${area}${1 + (Math.floor(district / postcodeAreas.length) % 99)}`;
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const postcode = `${outward} ${unit % 10}${letters[Math.floor(unit / 10) % 20]}${letters[(unit * 7) % 20]}`;
  const ward = `${area} ward ${Math.floor(district / postcodeAreas.length) * 2 + (unit % 2)}`;
  return { line1: `${1 + random.below(180)} ${streets[(district + unit) % streets.length]}`, postcode, ward };
}
