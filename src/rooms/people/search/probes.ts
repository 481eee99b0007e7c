import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { outwardCode } from '../postcode.ts';
import { foldedLine, heardWord, keyFor, nearDates, shapesOf, wordsOf, type KeyKind } from '../search-keys.ts';
import { monthIn, yearsIn, type Sought } from './sought.ts';

/** One narrow question to the index: who holds any (or every) of these keys. */
export interface Probe {
  kind: KeyKind;
  keys: number[];
  every: boolean;
  /** What an answer adds to how alike someone is. */
  weight: number;
  /** When more people than this answer, it says nothing and is left out. */
  stop: number;
  /** A restricted record is not to be placed by it: not shown unless opened to the asker. */
  guarded: boolean;
  /** Found by a parent's name, and only while the asker may know of that parent. */
  ofParent: boolean;
}

type Choice = Partial<Omit<Probe, 'kind' | 'keys'>>;
const plain = { every: false, weight: 10, stop: 1_000, guarded: false, ofParent: false };
const any = (kind: KeyKind, texts: readonly string[], choice: Choice): Probe => ({
  ...plain,
  ...choice,
  kind,
  keys: texts.map((text) => keyFor(kind, text)),
});
const named = (name: string | null) => (name ? [{ given: name, family: null }] : []);

/** The words of a name as a search compares them: at most four, short ones left out where there are others. */
export function searchedWords(name: string | null): string[] {
  const words = wordsOf(named(name)).filter((word) => !/^(?:baby|twin|unborn|infant|boy|girl)$/.test(word));
  return words.filter((word) => word.length > 1).slice(0, 4);
}

/** Everything a search asks of the index. Narrow questions are asked side by side; one that too many answer is left out whole. */
export function probesFor(sought: Sought, today: PlainDate): Probe[] {
  const names = { words: searchedWords(sought.name), shapes: shapesOf(named(searchedWords(sought.name).join(' '))) };
  const probes = [
    any('identifier', sought.identifiers, { weight: 200, stop: 50 }),
    any('telephone', sought.phone ? [sought.phone] : [], { weight: 60, stop: 100, guarded: true }),
    ...(sought.unborn ? ofUnborn(sought, names, today) : [...byDay(sought, names), ...byYears(sought, names, today)]),
    ...byPlace(sought, names),
    ...byParent(sought, today),
  ];
  return probes.filter((probe) => probe.keys.length > 0);
}

interface Names {
  words: readonly string[];
  shapes: ReturnType<typeof shapesOf>;
}

function byDay({ born }: Sought, { words, shapes }: Names): Probe[] {
  if (born?.kind !== 'day') return [];
  const { date } = born;
  const near = nearDates(date);
  const year = Number(date.slice(0, 4));
  const years = [year, year - 1, year + 1, year - 10, year + 10];
  return [
    ...words.map((word) =>
      any(
        'name and date of birth',
        heardWord(word).map((one) => one + date),
        { weight: 40 },
      ),
    ),
    ...words.map((word): Probe => {
      const keys = near.flatMap((day) => heardWord(word).map((one) => keyFor('name and date of birth', one + day)));
      // Three letters or fewer are often the beginning of a name: heard as a whole one, on another day, they say little.
      return { ...plain, kind: 'name and a date one slip away', keys, weight: word.length > 3 ? 20 : 10 };
    }),
    ...shapes.letters.map((letter) => any('first letter and date of birth', [letter + date], { weight: 12, stop: 2_000 })),
    any(
      'both names and year',
      shapes.pairs.flatMap((pair) => years.map((it) => `${pair}${it}`)),
      { weight: 22, stop: 600 },
    ),
  ];
}

function byYears(sought: Sought, { words, shapes }: Names, today: PlainDate): Probe[] {
  if (!sought.born || sought.born.kind === 'day') return [];
  const years = yearsIn(sought, today);
  const month = monthIn(sought);
  const withYears = (texts: readonly string[]): string[] => texts.flatMap((text) => years.map((year) => `${text}${year}`));
  return [
    ...(month ? words.flatMap(heardWord).map((one) => inMonth(one, month)) : []),
    any('both names and year', withYears(shapes.pairs), { weight: 30, stop: 800 }),
    any('first letters and year', withYears(shapes.beginnings), { weight: 14, stop: 800 }),
    ...words.map((word) => any('name and year of birth', withYears(heardWord(word)), { weight: 12, stop: words.length > 1 ? 200 : 500 })),
  ];
}

const inMonth = (heard: string, month: string): Probe => ({
  ...plain,
  kind: 'name and month of birth',
  keys: [keyFor('name and year of birth', heard + month.slice(0, 4)), keyFor('month of birth', month)],
  every: true,
  weight: 26,
});

function byPlace(sought: Sought, { words, shapes }: Names): Probe[] {
  const outward = sought.outward ?? (sought.postcode ? outwardCode(sought.postcode) : null);
  const areas = [outward, sought.ward ? `@${sought.ward.toLowerCase()}` : null].flatMap((it) => it ?? []);
  const line = sought.line ? foldedLine(sought.line) : undefined;
  return [
    ...areas.flatMap((area) =>
      words.map((word) =>
        any(
          'name and area',
          heardWord(word).map((one) => one + area),
          { weight: 12 },
        ),
      ),
    ),
    any('postcode', sought.postcode ? [sought.postcode] : [], { weight: 10, guarded: words.length === 0 }),
    any('first letters and area', outward ? shapes.beginnings.map((one) => one + outward) : [], { weight: 14 }),
    any('address', line ? [(outward ?? '') + line] : [], { weight: 40, stop: 100, guarded: true }),
  ];
}

const parental = { guarded: true, ofParent: true };

function byParent(sought: Sought, today: PlainDate): Probe[] {
  const words = searchedWords(sought.parent);
  const years = yearsIn(sought, today);
  return [
    any("parent's names", years.length === 0 && sought.parent ? shapesOf(named(sought.parent)).pairs : [], {
      ...parental,
      weight: 30,
      stop: 300,
    }),
    ...years.flatMap((year) => combinations(words.map(heardWord)).map((heard) => ofParentIn(heard, year))),
    ...words.map((word) =>
      any("parent's name and year", words.length > 1 ? years.flatMap((year) => heardWord(word).map((one) => `${one}${year}`)) : [], {
        ...parental,
        weight: 15,
        stop: 100,
      }),
    ),
  ];
}

const ofParentIn = (heard: readonly string[], year: number): Probe => ({
  ...plain,
  ...parental,
  kind: "parent's name and year",
  keys: heard.map((one) => keyFor("parent's name and year", `${one}${year}`)),
  every: true,
  weight: 40,
  stop: 500,
});

/** One of each: every way to hear all the words of a name. */
const combinations = (sets: readonly (readonly string[])[]): string[][] =>
  sets.length === 0 ? [] : sets.reduce<string[][]>((so, set) => so.flatMap((one) => set.map((heard) => [...one, heard])), [[]]).slice(0, 8);

/** An unborn baby by its family name, or by its mother's, in the years it may be expected. */
function ofUnborn(sought: Sought, { words }: Names, today: PlainDate): Probe[] {
  const asked = (kind: KeyKind, heard: string, year: number, choice: Choice): Probe => ({
    ...plain,
    ...choice,
    kind,
    keys: [keyFor(kind, `${heard}${year}`), keyFor('unborn', '')],
    every: true,
  });
  return yearsIn(sought, today).flatMap((year) => [
    ...words.flatMap(heardWord).map((heard) => asked('name and year of birth', heard, year, { weight: 20 })),
    ...searchedWords(sought.parent)
      .flatMap(heardWord)
      .map((heard) => asked("parent's name and year", heard, year, { ...parental, weight: 20 })),
  ]);
}
