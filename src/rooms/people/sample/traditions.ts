import * as africa from './tables/names-africa-middle-east.ts';
import * as eastAsia from './tables/names-east-asia.ts';
import * as europe from './tables/names-europe.ts';
import * as southAsia from './tables/names-south-asia.ts';
import type { NameTable } from './tables/name-table.ts';
import type { OtherName } from './population-types.ts';
import type { Random } from './random.ts';

const tables = { ...europe, ...southAsia, ...africa, ...eastAsia } satisfies Record<string, NameTable>;

/** A way of naming, after the language or people that has it. */
export type Tradition = keyof typeof tables;
/** A person's name as they use it, and the other names records may hold. */
export type FullName = { given: string; family: string; others: OtherName[] };
export type Parents = { father: FullName; mother: FullName };

export const tableOf = (tradition: Tradition): NameTable => tables[tradition];
const plain = (given: string, family: string, others: OtherName[] = []): FullName => ({ given, family, others });
const feminine = (surname: string): string => surname.replace(/ski$/, 'ska').replace(/cki$/, 'cka');
const unmarked = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L');

const sikhWords = { boys: 'Singh', girls: 'Kaur' } as const;
const secondNames = ['Begum', 'Khatun', 'Bibi', 'Akter'] as const;
const nameless = new Set<Tradition>(['tamil', 'somali']);

/** Names both parents. A wife's name follows the tradition: husband's surname, husband's given name, or her own father's. */
export function nameParents(traditions: { father: Tradition; mother: Tradition }, random: Random): Parents {
  const men = tableOf(traditions.father).men;
  const women = tableOf(traditions.mother).women;
  const [his, hers] = [random.pick(men), random.pick(women)];
  switch (traditions.father) {
    case 'somali':
      return { father: plain(his, chain(men, random)), mother: plain(hers, chain(men, random)) };
    case 'tamil':
      return { father: plain(his, random.pick(men)), mother: plain(hers, his, [previous(hers, random.pick(men))]) };
    case 'punjabi':
      return sikhParents(his, hers, random);
    case 'portuguese':
      return { father: plain(his, twoSurnames(random)), mother: plain(hers, twoSurnames(random)) };
    default:
      return marriedParents(traditions, his, hers, random);
  }
}

const previous = (given: string, family: string): OtherName => ({ kind: 'previous', given, family, source: 'family' });
const chain = (men: readonly string[], random: Random): string => `${random.pickCommon(men)} ${random.pick(men)}`;
const twoSurnames = (random: Random): string =>
  `${random.pick(tableOf('portuguese').surnames)} ${random.pick(tableOf('portuguese').surnames)}`;

function sikhParents(his: string, hers: string, random: Random): Parents {
  const surname = random.chance(0.65) ? random.pick(tableOf('punjabi').surnames) : null;
  if (surname === null) return { father: plain(his, 'Singh'), mother: plain(hers, 'Kaur') };
  return {
    father: plain(`${his} Singh`, surname),
    mother: plain(`${hers} Kaur`, surname, [{ kind: 'known as', given: hers, family: 'Kaur', source: 'GP list' }]),
  };
}

function marriedParents(traditions: { father: Tradition; mother: Tradition }, his: string, hers: string, random: Random): Parents {
  const surname = random.pickCommon(tableOf(traditions.father).surnames);
  const own = random.pick(tableOf(traditions.mother).surnames);
  const ownForHer = traditions.mother === 'polish' ? feminine(own) : own;
  const husbands = traditions.father === 'polish' ? feminine(surname) : surname;
  const muslimSecond = traditions.mother === 'bangladeshi' ? 0.7 : traditions.mother === 'pakistani' ? 0.25 : 0;
  if (random.chance(muslimSecond)) return { father: plain(his, surname), mother: plain(hers, random.pick(secondNames)) };
  if (random.chance(0.22)) return { father: plain(his, surname), mother: plain(hers, ownForHer) };
  return { father: plain(his, surname), mother: plain(hers, husbands, random.chance(0.3) ? [previous(hers, ownForHer)] : []) };
}

/** The surname a family's children share, decided once so that brothers and sisters agree. */
export function childrenSurname(tradition: Tradition, parents: Parents, fatherKnown: boolean, random: Random): string {
  const { father, mother } = parents;
  if (tradition === 'somali') return `${father.given} ${father.family.split(' ')[0]}`;
  if (tradition === 'tamil') return father.given;
  if (tradition === 'portuguese') return `${mother.family.split(' ').at(-1)} ${father.family.split(' ').at(-1)}`;
  if (!fatherKnown) return mother.family;
  const draw = random.next();
  if (tradition === 'pakistani' && draw < 0.15) return father.given;
  if (mother.family !== father.family && !nameless.has(tradition) && !secondNames.some((name) => name === mother.family)) {
    if (draw < 0.3) return mother.family;
    if ((tradition === 'english' || tradition === 'caribbean' || tradition === 'irish') && draw < 0.6)
      return `${mother.family}-${father.family}`;
  }
  return father.family;
}

/** Who is being named: sex, the surname the children share, parents, and names already taken in the family. */
export type Naming = { sex: 'F' | 'M'; surname: string; parents: Parents; taken: Set<string>; twinOf: string | null };

/** Names a child as its tradition does, never like a brother or sister; a twin of the same sex often gets a name that looks alike. */
export function nameChild(tradition: Tradition, who: Naming, random: Random): FullName {
  const names = who.sex === 'M' ? tableOf(tradition).boys : tableOf(tradition).girls;
  const alike = who.twinOf === null ? [] : names.filter((name) => name.slice(0, 2) === who.twinOf?.slice(0, 2) && !who.taken.has(name));
  let given = alike.length > 0 && random.chance(0.6) ? random.pick(alike) : random.pickCommon(names);
  for (let tries = 0; who.taken.has(given) && tries < 40; tries++) given = random.pick(names);
  who.taken.add(given);
  return dressed(tradition, given, who, random);
}

const known = (given: string, family: string, source: string): OtherName => ({ kind: 'known as', given, family, source });
const legal = (given: string, family: string): OtherName => ({ kind: 'legal', given, family, source: 'birth certificate' });

/** Middle names, initials and second spellings, as schools and surgeries hold them. */
function dressed(tradition: Tradition, given: string, who: Naming, random: Random): FullName {
  const { sex, surname, parents } = who;
  switch (tradition) {
    case 'gujarati':
      return plain(given, surname, [legal(`${given} ${parents.father.given}`, surname)]);
    case 'punjabi': {
      const word = sex === 'M' ? sikhWords.boys : sikhWords.girls;
      return surname === 'Singh' || surname === 'Kaur' ? plain(given, word) : plain(given, surname, [legal(`${given} ${word}`, surname)]);
    }
    case 'tamil':
      return plain(given, surname, random.chance(0.3) ? [known(`${surname.charAt(0)}. ${given}`, '', 'school roll')] : []);
    case 'somali':
      return plain(
        given,
        surname,
        random.chance(0.3) ? [known(`${given} ${surname.split(' ')[0]}`, surname.split(' ')[1] ?? '', 'GP list')] : [],
      );
    case 'pakistani':
      return sex === 'M' && given !== 'Muhammad' && random.chance(0.45)
        ? plain(given, surname, [legal(`Muhammad ${given}`, surname)])
        : plain(given, surname);
    case 'bangladeshi':
      return sex === 'F' && random.chance(0.35) ? plain(given, random.pick(secondNames)) : plain(given, surname);
    case 'polish':
      return unaccented(given, sex === 'F' ? feminine(surname) : surname, random);
    case 'romanian':
    case 'albanian':
      return unaccented(given, surname, random);
    case 'filipino':
      return plain(given, surname, [legal(`${given} ${parents.mother.others[0]?.family ?? parents.mother.family}`, surname)]);
    case 'chinese':
      return plain(
        given,
        surname,
        random.chance(0.4) ? [legal(`${random.pick(tableOf('chinese')[sex === 'M' ? 'boys' : 'girls'])} ${given}`, surname)] : [],
      );
    default:
      return plain(
        given,
        surname,
        random.chance(0.25) ? [legal(`${given} ${random.pick(tableOf(tradition)[sex === 'M' ? 'boys' : 'girls'])}`, surname)] : [],
      );
  }
}

function unaccented(given: string, family: string, random: Random): FullName {
  const [bareGiven, bareFamily] = [unmarked(given), unmarked(family)];
  const differs = bareGiven !== given || bareFamily !== family;
  return plain(given, family, differs && random.chance(0.5) ? [known(bareGiven, bareFamily, 'school roll')] : []);
}
