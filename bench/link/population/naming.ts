import type { Chance } from './chance.ts';
import type { Community } from './community.ts';
import type { Name, Sex } from './person.ts';

/** What a child's name is made from. */
export interface Parents {
  names: Community;
  motherFamily: readonly string[];
  fatherGiven: string;
  fatherFamily: readonly string[];
  /** Whose family name the children bear. */
  bears: 'father' | 'mother' | 'both';
}

/** A family name, sometimes made up from the parts that long tails of surnames are made of. */
export function drawFamily(names: Community, chance: Chance): string {
  if (!names.tailParts || !chance.happens(names.tail)) return names.surnames.draw(chance);
  return chance.pick(names.tailParts.first) + chance.pick(names.tailParts.last);
}

/** One given name; two syllables joined in one of three ways in Chinese. */
export function drawGiven(names: Community, sex: Sex, chance: Chance): string {
  const pool = sex === 'M' ? names.boys : names.girls;
  if (names.style !== 'chinese') return pool.draw(chance);
  const [first, second, way] = [pool.draw(chance), pool.draw(chance), chance.next()];
  if (way < 0.12) return first;
  if (way < 0.6) return first + second.toLowerCase();
  return way < 0.8 ? `${first}-${second}` : `${first} ${second}`;
}

const bornFirst: Readonly<Record<string, readonly [string, string]>> = { nigerian: ['Taiwo', 'Kehinde'], ghanaian: ['Panyin', 'Kakra'] };

function twinGiven(names: Community, sex: Sex, twin: Name, chance: Chance): string | null {
  const pair = bornFirst[names.code];
  if (pair && twin.given.includes(pair[0])) return pair[1];
  const last = twin.given.at(-1) ?? '';
  if (names.style === 'chinese') {
    const [first = '', , second = ''] = /^(\p{Lu}\p{Ll}*?)([- ]?)(\p{Lu}?\p{Ll}+)$/u.exec(last) ?? [];
    return second && chance.happens(names.alike)
      ? last.slice(0, Math.max(2, first.length - second.length)) + drawGiven(names, sex, chance).slice(-3)
      : null;
  }
  if (!chance.happens(names.alike)) return null;
  return (sex === 'M' ? names.boys : names.girls).drawLike(last, chance);
}

function familyOf(parents: Parents, chance: Chance): Pick<Name, 'family' | 'join'> {
  if (parents.bears === 'father') return { family: parents.fatherFamily, join: ' ' };
  if (parents.bears === 'mother') return { family: parents.motherFamily, join: ' ' };
  return { family: [...parents.motherFamily, ...parents.fatherFamily], join: chance.happens(0.75) ? '-' : ' ' };
}

function secondGiven(names: Community, sex: Sex, own: string, chance: Chance): string[] {
  if (!chance.happens(names.second)) return [];
  const second = drawGiven(names, sex, chance);
  return sameName(names, second) === sameName(names, own) ? [] : [second];
}

type Former = (it: { parents: Parents; sex: Sex; own: string; chance: Chance; twin: Name | null }) => Name;

const western: Former = ({ parents, sex, own, chance }) => {
  const { names } = parents;
  const second = secondGiven(names, sex, own, chance);
  const joined = second.length > 0 && chance.happens(0.3) ? [`${own}-${second[0]}`] : [own, ...second];
  const middle = chance.happens(names.middle) ? [names.code === 'gujarati' ? parents.fatherGiven : drawGiven(names, sex, chance)] : [];
  const family = familyOf(parents, chance);
  const ending = names.code === 'polish' && sex === 'F';
  return {
    given: joined,
    middle,
    ...family,
    family: ending ? family.family.map((word) => word.replace(/([sc]k)i$/, '$1a')) : family.family,
  };
};

const honorific: Former = ({ parents, sex, own, chance, twin }) => {
  const { names } = parents;
  const first = twin && twin.given.length > 1 ? (twin.given[0] ?? '') : (names.prefixes?.draw(chance) ?? '');
  const prefixed = sex === 'M' ? chance.happens(twin ? 0.8 : 0.45) : false;
  const given = prefixed ? [first, own] : [own];
  if (sex === 'F' && chance.happens(0.5)) return { given, middle: [], family: [names.girlEndings?.draw(chance) ?? ''], join: ' ' };
  if (sex === 'M' && chance.happens(0.25)) return { given, middle: [], family: [names.surnames.draw(chance)], join: ' ' };
  return { given, middle: [], family: parents.fatherFamily, join: ' ' };
};

const sikh: Former = ({ parents, sex, own, chance }) => {
  const title = sex === 'M' ? 'Singh' : 'Kaur';
  const family = familyOf(parents, chance);
  return chance.happens(0.65) ? { given: [own], middle: [title], ...family } : { given: [own], middle: [], family: [title], join: ' ' };
};

const chain: Former = ({ parents, own }) => ({ given: [own], middle: [parents.fatherGiven], family: parents.fatherFamily, join: ' ' });
const father: Former = ({ parents, own }) => ({ given: [own], middle: [], family: [parents.fatherGiven], join: ' ' });

const iberian: Former = ({ parents, sex, own, chance }) => {
  const second = secondGiven(parents.names, sex, own, chance);
  const family = parents.bears === 'father' ? parents.fatherFamily : [...parents.motherFamily.slice(-1), ...parents.fatherFamily.slice(-1)];
  return { given: [own, ...second], middle: [], family, join: ' ' };
};

const chinese: Former = ({ parents, own }) => ({ given: [own], middle: [], family: parents.fatherFamily, join: ' ' });

const formers: Readonly<Record<Community['style'], Former>> = { western, honorific, sikh, chain, father, iberian, chinese };

/** One and the same name however it is spelt: parents do not give it to two of their children. */
function sameName(names: Community, own: string): string {
  return (names.firstSpellings.get(own.toLowerCase()) ?? own).toLowerCase().replace(/[^\p{L}]/gu, '');
}

/** A child's name after their community's way, unlike the names already `taken` in the family, to which it is added; `twin` is the twin's
 *  name, if any. */
export function nameChild(parents: Parents, sex: Sex, taken: Set<string>, twin: Name | null, chance: Chance): Name {
  const { names } = parents;
  let own = twin ? (twinGiven(names, sex, twin, chance) ?? drawGiven(names, sex, chance)) : drawGiven(names, sex, chance);
  for (let tries = 0; taken.has(sameName(names, own)) && tries < 50; tries += 1) own = drawGiven(names, sex, chance);
  taken.add(sameName(names, own));
  const name = formers[names.style]({ parents, sex, own, chance, twin });
  const first = bornFirst[names.code]?.[0];
  if (twin === null && first && chance.happens(0.003)) return { ...name, given: [first] };
  return twin && name.middle.length > 0 && twin.given.length === 1 && chance.happens(0.03) ? { ...name, middle: [...twin.given] } : name;
}
