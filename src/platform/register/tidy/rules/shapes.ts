import type { House, HouseFile } from '../house.ts';
import { insideRoom } from '../place.ts';
import type { Rule, Violation } from '../rule.ts';

function inRooms(house: House): HouseFile[] {
  return house.files.filter((file) => file.path.startsWith('src/rooms/'));
}

function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isAction(file: HouseFile): boolean {
  return file.kind === 'code' && /(^|\/)actions\/[^/]+\.ts$/.test(insideRoom(file.path));
}

const onePlaceForAPage: Rule = {
  name: 'Every folder in pages/ has a page.tsx',
  reason: 'everything of one page lives in one folder and starts at page.tsx, so nobody has to search for it.',
  check: (house) => {
    const folders = new Set(
      inRooms(house).flatMap((file) => {
        const match = /^(src\/rooms\/.*?\/pages\/[^/]+)\//.exec(file.path);
        return match?.[1] === undefined ? [] : [match[1]];
      }),
    );
    const paths = new Set(house.files.map((file) => file.path));
    return [...folders].filter((folder) => !paths.has(`${folder}/page.tsx`)).map((folder) => ({ path: folder, what: 'has no page.tsx' }));
  },
};

const oneVerbAFile: Rule = {
  name: 'A file in actions/ exports one verb, named as the file',
  reason: 'whoever wants to know what happens when a contact is recorded opens record-contact.ts and reads one function top to bottom.',
  check: (house) =>
    inRooms(house)
      .filter(isAction)
      .flatMap((file) => {
        const values = (file.source?.exports ?? []).filter((it) => it.kind !== 'type');
        const verb = camelCase(fileName(file.path).replace(/\.ts$/, ''));
        if (values.length === 1 && values[0]?.kind === 'function' && values[0].name === verb) return [];
        return [
          {
            path: file.path,
            what: `should export the one function ${verb}, exports ${values.map((it) => it.name).join(', ') || 'nothing'}`,
          },
        ];
      }),
};

const contextFirst: Rule = {
  name: 'Every function of a *.store.ts and of actions/ takes ctx first',
  reason: 'ctx carries who, when and which transaction; a query without it would run outside the transaction and past row-level security.',
  check: (house) =>
    house.files
      .filter((file) => file.kind === 'code' && (isAction(file) || (file.path.startsWith('src/') && file.path.endsWith('.store.ts'))))
      .flatMap((file) =>
        (file.source?.exports ?? [])
          .filter((it) => it.kind === 'function' && it.parameters[0] !== 'ctx')
          .map((it) => ({ path: file.path, line: it.line, what: `${it.name} takes "${it.parameters[0] ?? 'nothing'}" first` })),
      ),
};

/** The noun file that belongs to a store: `contact.ts` beside `contact.store.ts`. */
function nouns(house: House): HouseFile[] {
  const paths = new Set(house.files.map((file) => file.path));
  return inRooms(house).filter(
    (file) => file.kind === 'code' && /(?<!\.store)\.ts$/.test(file.path) && paths.has(file.path.replace(/\.ts$/, '.store.ts')),
  );
}

const impureTarget = /(\.store\.ts$|^src\/platform\/(db|web|jobs|audit)\/|\/actions\/|\/pages\/)/;
const impurePackage = /^(pg|kysely|fastify|pino|preact)/;

const nounsArePure: Rule = {
  name: 'A noun file is pure',
  reason:
    'thresholds, clocks and "may this be closed?" are decided where they can be tested in microseconds, with the thing, the person and the time handed in.',
  check: (house) =>
    nouns(house).flatMap((file) => {
      const imports: Violation[] = (file.source?.imports ?? [])
        .filter(
          (it) =>
            (!it.typeOnly && impureTarget.test(it.target ?? '')) || (!it.typeOnly && it.target === null && impurePackage.test(it.from)),
        )
        .map((it) => ({ path: file.path, line: it.line, what: `imports ${it.from}` }));
      const waits = (file.source?.exports ?? [])
        .filter((it) => it.async)
        .map((it) => ({ path: file.path, line: it.line, what: `${it.name} is async: a decision waits for nothing` }));
      return [...imports, ...waits];
    }),
};

const alwaysExplained = /\.store\.ts$|(^|\/)actions\//;

/** Lines up to which a function of the platform or of a noun may speak for itself. */
const plainLength = 3;

const publicFunctionsExplained: Rule = {
  name: 'Exported functions carry a comment: stores and actions always, nouns and platform past three lines',
  reason: 'the comment says what the types cannot: shapes, units, refusals, and the statute or guidance a rule comes from.',
  check: (house) => {
    const pure = new Set(nouns(house).map((file) => file.path));
    return house.files
      .filter((file) => file.kind === 'code' && file.path.endsWith('.ts'))
      .flatMap((file) => {
        const always = file.room !== null && file.room !== 'platform' && alwaysExplained.test(insideRoom(file.path));
        if (!always && !pure.has(file.path) && file.room !== 'platform') return [];
        return (file.source?.exports ?? [])
          .filter((it) => it.kind === 'function' && !it.documented && (always || it.lines > plainLength))
          .map((it) => ({ path: file.path, line: it.line, what: `${it.name} has no comment above it` }));
      });
  },
};

export const shapeRules: readonly Rule[] = [onePlaceForAPage, oneVerbAFile, contextFirst, nounsArePure, publicFunctionsExplained];
