import type { HouseFile } from '../house.ts';
import type { Rule } from '../rule.ts';

const drawers = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc', 'manager', 'managers', 'base', 'constants']);
const ours = /^(src|fakes|bench|journeys|docs|db)\//;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const printedCapitals = new Set(['README.md', 'LICENSE', 'CONTRIBUTING.md']);
/** Sass marks a part of a style sheet with a leading underscore. */
const sassPart = /^_[a-z0-9-]+\.scss$/;
const migration = /^db\/migrations\//;

function segments(file: HouseFile): string[] {
  return file.path.split('/');
}

const noDrawers: Rule = {
  name: 'No file or folder is named as a drawer',
  reason:
    'utils, helpers, common and the like name no thing, so anything may be put there and nothing is found; ask which noun it belongs to.',
  check: ({ files }) =>
    files
      .filter((file) => ours.test(file.path))
      .flatMap((file) => {
        const bad = file.path.split(/[/.-]/).find((word) => drawers.has(word));
        return bad === undefined ? [] : [{ path: file.path, what: `"${bad}" is a drawer` }];
      }),
};

const kebabCase: Rule = {
  name: 'Files and folders are in kebab-case',
  reason: 'one way of writing names: no guessing, and no file that differs only in capitals on a machine that cannot tell.',
  check: ({ files }) =>
    files
      .filter((file) => ours.test(file.path) && !migration.test(file.path))
      .filter((file) => segments(file).some((part) => !kebab.test(part) && !printedCapitals.has(part) && !sassPart.test(part)))
      .map((file) => ({ path: file.path, what: 'is not in kebab-case' })),
};

const migrationsInOrder: Rule = {
  name: 'Migrations are numbered and named, each number once',
  reason:
    'they run in the order of their names on every database there will ever be; two with one number would run in an order nobody chose.',
  check: ({ files }) => {
    const found = files.filter((file) => migration.test(file.path) && file.path.endsWith('.sql'));
    const numbers = found.map((file) => file.path.slice('db/migrations/'.length).split(/[-_]/)[0] ?? '');
    return found.flatMap((file, at) => {
      const number = numbers[at] ?? '';
      if (!/^\d{4}$/.test(number)) return [{ path: file.path, what: 'does not start with four digits' }];
      return numbers.indexOf(number) === at ? [] : [{ path: file.path, what: `the number ${number} is taken` }];
    });
  },
};

const reserved = /.(Service|Manager|Helper|Helpers|Util|Utils)$/;

const wordsOfPracticeAreReserved: Rule = {
  name: 'No type is called a ...Service, ...Manager or ...Helper',
  reason:
    'in this field a service is something a family receives and a manager is a person; a ReferralService says neither what it is nor what it does.',
  check: ({ files }) =>
    files.flatMap((file) =>
      (file.source?.sightings ?? [])
        .filter((it) => it.kind === 'type-name' && reserved.test(it.text))
        .map((it) => ({ path: file.path, line: it.line, what: `the type ${it.text}` })),
    ),
};

export const nameRules: readonly Rule[] = [noDrawers, kebabCase, migrationsInOrder, wordsOfPracticeAreReserved];
