import { firstSpellings, NamePool, readTable, spellingsOf } from './name-table.ts';

/** How a community forms a child's name; `naming.ts` has a function for each. */
export type Style = 'western' | 'honorific' | 'sikh' | 'chain' | 'father' | 'iberian' | 'chinese';

interface Shape {
  code: string;
  /** Parts per hundred of the borough's families (before mixed families are made of two). */
  share: number;
  style: Style;
  /** Share of mothers who took the father's name. */
  married: number;
  /** Average number of children. */
  children: number;
  /** Share of twins given names much like each other. */
  alike: number;
  /** Share of families who write a name as its commonest spelling. */
  firstSpelling: number;
  /** How often its names are respelt by others, 1 for the usual. */
  respelt: number;
  /** How often given and family name are put the wrong way round, 1 for the usual. */
  swapped: number;
  /** Share with a second given name, and how the two are joined. */
  second: number;
  middle: number;
  /** Share of surnames made up from the table's tail. */
  tail: number;
}

const usual = {
  style: 'western',
  married: 0.6,
  children: 1.8,
  alike: 0.1,
  firstSpelling: 0.75,
  respelt: 1,
  swapped: 1,
  second: 0,
  middle: 0.7,
  tail: 0,
} as const;

const shapes: readonly Shape[] = [
  { ...usual, code: 'british', share: 24, married: 0.55, tail: 0.4 },
  { ...usual, code: 'irish', share: 2, children: 2 },
  { ...usual, code: 'caribbean', share: 6, married: 0.35 },
  {
    ...usual,
    code: 'bangladeshi',
    share: 13,
    style: 'honorific',
    married: 0.1,
    children: 2.7,
    alike: 0.35,
    firstSpelling: 0.6,
    respelt: 2,
    middle: 0,
  },
  {
    ...usual,
    code: 'pakistani',
    share: 8,
    style: 'honorific',
    married: 0.35,
    children: 2.6,
    alike: 0.25,
    firstSpelling: 0.65,
    respelt: 1.5,
    middle: 0,
  },
  { ...usual, code: 'gujarati', share: 5, married: 0.85, firstSpelling: 0.85, respelt: 1.2, middle: 0.35 },
  { ...usual, code: 'sikh', share: 4, style: 'sikh', married: 0.8, children: 2, alike: 0.35, respelt: 1.2 },
  { ...usual, code: 'tamil', share: 3, style: 'father', children: 2, alike: 0.25, firstSpelling: 0.65, respelt: 2, swapped: 5 },
  { ...usual, code: 'somali', share: 6, style: 'chain', children: 3.2, alike: 0.2, firstSpelling: 0.3, respelt: 2.5, swapped: 2 },
  { ...usual, code: 'arabic', share: 4, style: 'chain', children: 2.6, alike: 0.2, firstSpelling: 0.55, respelt: 2, swapped: 2 },
  { ...usual, code: 'nigerian', share: 6, married: 0.75, children: 2.2, firstSpelling: 0.85, second: 0.25, middle: 0.75 },
  { ...usual, code: 'ghanaian', share: 3, married: 0.6, children: 2, firstSpelling: 0.85, second: 0.2 },
  { ...usual, code: 'polish', share: 4, married: 0.7, children: 1.7, firstSpelling: 0.96, respelt: 1.4, middle: 0.35, tail: 0.2 },
  {
    ...usual,
    code: 'romanian',
    share: 5,
    married: 0.75,
    children: 1.8,
    firstSpelling: 0.95,
    respelt: 1.4,
    swapped: 4,
    second: 0.5,
    middle: 0,
    tail: 0.2,
  },
  { ...usual, code: 'portuguese', share: 3, style: 'iberian', children: 1.8, firstSpelling: 0.9, respelt: 1.3, second: 0.25, middle: 0 },
  {
    ...usual,
    code: 'turkish',
    share: 3.5,
    married: 0.8,
    children: 2,
    alike: 0.15,
    firstSpelling: 0.9,
    respelt: 1.3,
    second: 0.12,
    middle: 0.1,
    tail: 0.15,
  },
  { ...usual, code: 'chinese', share: 2.5, style: 'chinese', children: 1.6, alike: 0.3, firstSpelling: 0.6, respelt: 1.2, swapped: 5 },
];

/** A community with its pools of names ready to draw from. */
export interface Community extends Shape {
  boys: NamePool;
  girls: NamePool;
  surnames: NamePool;
  prefixes: NamePool | null;
  girlEndings: NamePool | null;
  english: { M: NamePool; F: NamePool } | null;
  tailParts: { first: readonly string[]; last: readonly string[] } | null;
  spellings: ReadonlyMap<string, readonly string[]>;
  firstSpellings: ReadonlyMap<string, string>;
}

function load(shape: Shape): Community {
  const table = readTable(shape.code);
  const pool = (section: string, flat: number): NamePool | null => {
    const names = table.get(section);
    return names ? new NamePool(names, flat, shape.firstSpelling) : null;
  };
  const words = (section: string): readonly string[] => (table.get(section) ?? []).map((spellings) => spellings[0] ?? '');
  const boys = pool('boys', 6) ?? pool('syllables', 8);
  const girls = pool('girls', 6) ?? pool('syllables', 8);
  // A Somali child's second and third names are the father's and grandfather's own names.
  const surnames = pool('surnames', shape.style === 'honorific' ? 2 : 5) ?? boys;
  const [men, women] = [pool('english-boys', 5), pool('english-girls', 5)];
  if (!boys || !girls || !surnames) throw new Error(`The table of names ${shape.code} lacks a section.`);
  return {
    ...shape,
    boys,
    girls,
    surnames,
    prefixes: pool('prefixes', 0.6),
    girlEndings: pool('girl-endings', 1),
    english: men && women ? { M: men, F: women } : null,
    tailParts: table.has('tail-first') ? { first: words('tail-first'), last: words('tail-last') } : null,
    spellings: spellingsOf(table.values()),
    firstSpellings: firstSpellings(table.values()),
  };
}

/** Every community of the borough, by its share. */
export const communities: readonly Community[] = shapes.map(load);

/** What a family of two communities is counted as. */
export const mixed = 'mixed';
/** Share of families with parents of two communities. */
export const mixedShare = 0.07;
