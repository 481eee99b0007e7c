import { describe, expect, test } from 'vitest';
import { houseOf, readHouse } from './platform/register/tidy/house.ts';
import { report } from './platform/register/tidy/rule.ts';
import { rules } from './platform/register/tidy/rules/index.ts';

const room = 'src/rooms/front-door';
const lines = (count: number): string => 'export const line = 1\n'.repeat(count);
const longFunction = `export function longWay() {\n${'  step()\n'.repeat(60)}}\n`;
const unfinished = ['TO', 'DO'].join('');

/** For every rule, a small house in which only a person who broke that rule could live. */
const broken: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'A room calls only the rooms the table allows': { 'src/rooms/people/person.ts': `import { decide } from '../front-door/index.ts'` },
  'Another room is entered only through its index.ts': { [`${room}/contact.ts`]: `import { findPerson } from '../people/person.store.ts'` },
  'Rooms and platform do not import app.ts, web.ts or worker.ts': { [`${room}/jobs.ts`]: `import { app } from '../../app.ts'` },
  'Every folder in src/rooms is on the list of rooms': { 'src/rooms/drawing-room/tea.ts': '' },
  'Every room has its index.ts': { [`${room}/contact.ts`]: '' },
  'Every room has its README.md': { [`${room}/contact.ts`]: '' },
  'A front door offers at most 12 names': {
    [`${room}/index.ts`]: `export { ${'abcdefghijklm'.split('').join(', ')} } from './contact.ts'`,
  },
  'A front door holds only re-exports, each by name': { [`${room}/index.ts`]: `export * from './contact.ts'` },
  "A room's README.md has at most 60 lines": { [`${room}/README.md`]: 'word\n'.repeat(61) },
  'Every name a front door offers to other rooms is a name of that room': {
    [`${room}/index.ts`]: `export { findPerson } from '../people/index.ts'`,
  },
  'Every folder in pages/ has a page.tsx': { [`${room}/pages/screen-contact/form.ts`]: '' },
  'A file in actions/ exports one verb, named as the file': { [`${room}/actions/record-contact.ts`]: 'export function save(ctx: Ctx) {}' },
  'Every function of a *.store.ts and of actions/ takes ctx first': {
    [`${room}/contact.store.ts`]: 'export async function findContact(id: string) {}',
  },
  'A noun file is pure': { [`${room}/contact.store.ts`]: '', [`${room}/contact.ts`]: `import { findContact } from './contact.store.ts'` },
  'Exported functions carry a comment: stores and actions always, nouns and platform past three lines': {
    'src/platform/time/day.ts': 'export function nextDay() {\n\n\n}',
  },
  'No file or folder is named as a drawer': { [`${room}/date-utils.ts`]: '' },
  'Files and folders are in kebab-case': { [`${room}/recordContact.ts`]: '' },
  'Migrations are numbered and named, each number once': { 'db/migrations/0001_people.sql': '', 'db/migrations/0001_contacts.sql': '' },
  'No type is called a ...Service, ...Manager or ...Helper': { [`${room}/referral.ts`]: 'export class ReferralService {}' },
  'No file has more than 300 lines': { [`${room}/hall.ts`]: lines(301) },
  '95% of files have fewer than 200 lines': { [`${room}/long.ts`]: lines(250), [`${room}/short.ts`]: lines(3) },
  'No function has more than 60 lines': { [`${room}/long-way.ts`]: longFunction },
  'No line of code has more than 200 characters': { [`${room}/contact.ts`]: `export const long = '${'o'.repeat(200)}'` },
  'Every file parses': { [`${room}/contact.ts`]: 'export const = ' },
  'Rooms ask ctx for the time': { [`${room}/contact.ts`]: 'export const today = new Date()' },
  'No Math.random in rooms': { [`${room}/contact.ts`]: 'export const reference = Math.random()' },
  'Nothing but src/platform/db talks to the pool': { 'src/platform/web/page.ts': `await db.pool.query('select 1')` },
  'SQL stands in *.store.ts, or in the one verb of an action': { [`${room}/pages/contact/page.tsx`]: `ctx.tx.selectFrom('contact')` },
  'Rooms do not read process.env': { [`${room}/contact.ts`]: 'export const hours = process.env.HUB_HOURS' },
  'No mocks of our own modules': { [`${room}/contact.test.ts`]: `vi.mock('./contact.store.ts')` },
  'No type any': { [`${room}/contact.ts`]: 'export function read(row: any): void {}' },
  'No default exports': { [`${room}/contact.ts`]: 'export default 3' },
  'No dangerouslySetInnerHTML outside the named list': {
    [`${room}/pages/contact/page.tsx`]: 'export const Page = () => <p dangerouslySetInnerHTML={{ __html: words }} />',
  },
  'No FIXME or TODO': { [`${room}/contact.ts`]: `// ${unfinished}: ask the contact officer` },
  'At most 15 files in the root': Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`tool-${at}.json`, '{}'])),
  'The documents people are sent to exist': { 'README.md': '' },
  'Links between documents lead somewhere': { 'docs/words.md': 'See [the house](house-plan.md).' },
  'README.md has fewer than 120 lines': { 'README.md': 'word\n'.repeat(120) },
  'Decision records are numbered, each number once': { 'docs/decisions/0001-a.md': '', 'docs/decisions/0001-b.md': '' },
  'Every code name in docs/words.md is in the code': { 'docs/words.md': '| Contact | `contact` | A worry passed on |' },
  'docs/words.md is sorted': { 'docs/words.md': '| In practice | In the code | Means |\n|---|---|---|\n| Plan | | |\n| Clock | | |' },
  'No registry or private host address in any file; none resolved in the lock file': {
    '.npmrc': ['regis', 'try=https://packages.example'].join(''),
  },
};

describe('the house keeps its rules', () => {
  const house = readHouse(process.cwd());
  test.each(rules)('$name', (rule) => {
    expect.soft(report(rule, house)).toBe('');
  });
});

describe('each rule can fail', () => {
  test('every rule has a house that breaks it', () => {
    expect(rules.map((rule) => rule.name).filter((name) => broken[name] === undefined)).toEqual([]);
    expect(Object.keys(broken).filter((name) => !rules.some((rule) => rule.name === name))).toEqual([]);
  });
  test.each(rules)('$name', (rule) => {
    const said = report(rule, houseOf(broken[rule.name] ?? {}));
    expect(said).toContain(rule.reason);
    expect(said.split('\n').length).toBeGreaterThan(2);
  });
  test('a house of one good room breaks none of the rules about code', () => {
    const good = houseOf({
      [`${room}/README.md`]: '# Front door\n',
      [`${room}/index.ts`]: `export { recordContact } from './actions/record-contact.ts'`,
      [`${room}/contact.ts`]:
        '/** Closed when every child has an outcome. */\nexport function mayClose(contact: Contact): boolean { return true }',
      [`${room}/contact.store.ts`]: '/** The contact, or null. */\nexport async function findContact(ctx: Ctx, id: string) {}',
      [`${room}/actions/record-contact.ts`]: '/** Records it. */\nexport async function recordContact(ctx: Ctx, given: Given) {}',
      [`${room}/pages/contact/page.tsx`]: `import { findPerson } from '../../../people/index.ts'\nexport const Page = () => <p>{findPerson}</p>`,
      'src/app.ts': `import { recordContact } from './rooms/front-door/index.ts'`,
    });
    const aboutDocuments = 'The documents people are sent to exist';
    expect(
      rules
        .filter((rule) => rule.name !== aboutDocuments)
        .map((rule) => report(rule, good))
        .filter((said) => said !== ''),
    ).toEqual([]);
  });
});
