import type { HouseFile } from '../house.ts';
import type { Rule, Violation } from '../rule.ts';
import type { Sighting } from '../sightings.ts';

/** Files that may write markup unescaped, each with its reason. Adding one is a decision for review. */
const rawMarkupAllowed: ReadonlyMap<string, string> = new Map([
  ['src/platform/web/page-shell.tsx', "its two scripts are written in that file; a script's own text must not be escaped"],
]);

function seen(files: readonly HouseFile[], kinds: readonly Sighting['kind'][], held: (file: HouseFile) => boolean): Violation[] {
  return files
    .filter(held)
    .flatMap((file) =>
      (file.source?.sightings ?? [])
        .filter((it) => kinds.includes(it.kind))
        .map((it) => ({ path: file.path, line: it.line, what: it.text })),
    );
}

function isRoomCode(file: HouseFile): boolean {
  return file.room !== null && file.room !== 'platform' && file.kind !== 'test';
}

const timeIsHandedIn: Rule = {
  name: 'Rooms ask ctx for the time',
  reason:
    'a clock that runs by itself cannot be tested: a due date, a 12-month count or an age must come out the same for the same time handed in.',
  check: ({ files }) => seen(files, ['clock'], isRoomCode),
};

const noChance: Rule = {
  name: 'No Math.random in rooms',
  reason:
    'nothing about a child is decided or numbered by chance that cannot be repeated; identifiers come from the database, samples from their seed.',
  check: ({ files }) => seen(files, ['chance'], isRoomCode),
};

const oneTransaction: Rule = {
  name: 'Nothing but src/platform/db talks to the pool',
  reason: 'a query on the pool runs as nobody, outside the transaction, past row-level security and without its audit row.',
  check: ({ files }) =>
    seen(files, ['pool'], (file) => file.path.startsWith('src/') && file.kind !== 'test' && !file.path.startsWith('src/platform/db/')),
};

const sqlStandsInStores: Rule = {
  name: 'SQL stands in *.store.ts, or in the one verb of an action',
  reason: 'whoever asks which rows a room reads and writes finds the answers in one kind of file; pages, nouns and jobs ask by name.',
  check: ({ files }) =>
    seen(files, ['sql'], (file) => file.kind === 'code' && isRoomCode(file) && !/\.store\.ts$|(^|\/)actions\//.test(file.path)),
};

const settingsReadOnce: Rule = {
  name: 'Rooms do not read process.env',
  reason:
    'settings are read and checked once, at the start; a room that reads its own can fail at midnight in a way no start-up check saw.',
  check: ({ files }) => seen(files, ['settings'], isRoomCode),
};

const noMocksOfOurOwn: Rule = {
  name: 'No mocks of our own modules',
  reason: 'a test that mocks the store tests the mock; a real database is there in 50 ms, and fakes/ stands in for the outside world.',
  check: ({ files }) => seen(files, ['mock'], () => true).filter((it) => it.what.includes("('.")),
};

const noAny: Rule = {
  name: 'No type any',
  reason: 'any switches the checker off for everything it touches; use unknown and look before you leap.',
  check: ({ files }) => seen(files, ['any'], (file) => file.kind !== 'generated'),
};

const namedExports: Rule = {
  name: 'No default exports',
  reason: 'a thing has one name everywhere, so a search finds every use. Only tools that insist are excused.',
  check: ({ files }) => seen(files, ['default-export'], (file) => !/\.config\.ts$/.test(file.path)),
};

const markupIsEscaped: Rule = {
  name: 'No dangerouslySetInnerHTML outside the named list',
  reason: 'every word on a page may have been typed by a stranger; the renderer escapes all of it unless this attribute tells it not to.',
  check: ({ files }) => seen(files, ['raw-html'], (file) => file.kind !== 'test' && !rawMarkupAllowed.has(file.path)),
};

const unfinished = /^[\s/*#-]*(FIXME|TODO|XXX|HACK)\b|\b(FIXME|TODO)[:(]/;

function wordsToRead(file: HouseFile): readonly { line: number; text: string }[] {
  if (file.source) return file.source.comments;
  return /\.(sql|md|css|scss|js|mjs)$|^(start|check)$/.test(file.path)
    ? file.text.split('\n').map((text, at) => ({ line: at + 1, text }))
    : [];
}

const nothingPutOff: Rule = {
  name: 'No FIXME or TODO',
  reason:
    'a note to self in the code is seen by nobody who could plan it: do it now, open an issue, or say plainly in the docs that it is missing.',
  check: ({ files }) =>
    files.flatMap((file) =>
      wordsToRead(file)
        .filter((it) => unfinished.test(it.text))
        .map((it) => ({ path: file.path, line: it.line, what: it.text.trim().slice(0, 80) })),
    ),
};

const everythingParses: Rule = {
  name: 'Every file parses',
  reason: 'the other rules can only hold for code that can be read.',
  check: ({ files }) => files.flatMap((file) => (file.source?.faults ?? []).map((fault) => ({ path: file.path, what: fault }))),
};

export const languageRules: readonly Rule[] = [
  everythingParses,
  timeIsHandedIn,
  noChance,
  oneTransaction,
  sqlStandsInStores,
  settingsReadOnce,
  noMocksOfOurOwn,
  noAny,
  namedExports,
  markupIsEscaped,
  nothingPutOff,
];
