import fc from 'fast-check';
import { fieldsOf, type FieldFacts } from './shape-fields.ts';
import type { Route } from './route.ts';

/** One hostile request to one route: who sends it, and what. Everything in it is text, also what pretends to be something else. */
export interface HostileInput {
  persona: number;
  url: string;
  method: 'GET' | 'POST';
  encoding: 'form' | 'multipart' | 'broken multipart' | 'json' | 'none' | 'wrong type';
  fields: readonly (readonly [string, string])[];
  /** False leaves the form's token out: most inputs carry it, because a form without it is turned away at the door. */
  withToken: boolean;
  key: string | null;
}

/** What a page must never contain as it was sent: each is a piece of markup that would run. */
export const markup = [
  '<script>hostile()</script>',
  '"><img src=x onerror=hostile()>',
  `" onmouseover="hostile()`,
  '</textarea><svg/onload=hostile()>',
  '<!--<hostile>-->',
];

const nasty = [
  ...markup,
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202egnp.exe',
  '\ufeff',
  '🧒🏽‍🦽',
  'ﷺ'.repeat(40),
  'Z̷̡̢̛̜͔a̷l̷g̷o̷',
  '%',
  '%00',
  '%2e%2e%2f',
  '../../etc/passwd',
  '..\\..\\',
  `'; drop table person; --`,
  `' or 1=1 --`,
  `") or pg_sleep(9)--`,
  '$1',
  '${7*7}',
  '{{7*7}}',
  '%s%n',
  '\\u0000',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  '2147483648',
  '0x10',
  '१२३',
  '2026-02-30',
  '0000-00-00',
  '275760-09-13',
  '-271821-04-20',
  '29/02/2025',
  '24:61',
  ' ',
  '\t\r\n',
  'true',
  '{"a":1}',
  '[]',
  '<xml/>',
  'a'.repeat(5_001),
];

const someText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Amina', 'SW1A 1AA', '3 March 2018', '999 123 4567', 'A worry about a child, told by a neighbour.'),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 130 }).map(String) },
);

const names = fc.constantFrom(
  '_draft',
  '_back',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'a[b]',
  'a.b',
  '',
  'ф',
  '\u0000',
  '<script>hostile()</script>',
  'q',
  'to',
  'page',
  'show',
  'sort',
);

/** What there is to aim at: the numbers of people who may open the route, how many there are in all (0 is nobody signed in), and ids that exist by table. */
export interface Aim {
  mayOpen: readonly number[];
  people: number;
  ids: ReadonlyMap<string, readonly string[]>;
}

/** What might be put into a field: often something its own shape would take, so that inputs get past the door. */
function forField(facts: FieldFacts, ids: readonly string[]): fc.Arbitrary<string> {
  const plausible = facts.options.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...facts.options) }] : [];
  return fc.oneof(...plausible, { weight: 4, arbitrary: someText }, { weight: 2, arbitrary: fc.constantFrom(...ids) });
}

function fieldsFor(route: Route, ids: readonly string[]): fc.Arbitrary<[string, string][]> {
  const known = route.method === 'POST' ? fieldsOf(route.shape) : [];
  const ownFields = fc.tuple(
    ...known.map((facts) =>
      fc
        .array(forField(facts, ids), { minLength: 0, maxLength: 3, size: 'small' })
        .map((values) => (values.length === 0 ? [] : values.map((value): [string, string] => [facts.name, value]))),
    ),
  );
  const others = fc.array(fc.tuple(names, someText), { maxLength: 4 });
  return fc.tuple(ownFields, others).map(([own, rest]) => [...own.flat(), ...rest]);
}

/** Ids for the place after a word of the address: `/contacts/:id` is aimed at contacts, most of the time. */
function segmentAfter(word: string, { ids }: Aim): fc.Arbitrary<string> {
  const table = (word === 'people' || word === 'children' ? 'person' : word.replace(/s$/, '')).replaceAll('-', '_');
  const likely = [...ids].filter(([name]) => name.startsWith(table) && table !== '').flatMap(([, some]) => some);
  const all = [...ids.values()].flat();
  return fc.oneof(
    { weight: likely.length > 0 ? 5 : 0, arbitrary: fc.constantFrom(...likely, '') },
    { weight: 2, arbitrary: fc.constantFrom(...all) },
    { weight: 1, arbitrary: someText },
  );
}

function urlFor(route: Route, aim: Aim): fc.Arbitrary<string> {
  const parts = route.path.split('/');
  const path = fc
    .tuple(...parts.map((part, at) => (/^[:*]/.test(part) ? segmentAfter(parts[at - 1] ?? '', aim).map(escaped) : fc.constant(part))))
    .map((made) => made.join('/'));
  const query = fc.array(fc.tuple(names, someText), { maxLength: 3 });
  return fc
    .tuple(path, query, fc.boolean())
    .map(([where, asked, clean]) =>
      asked.length === 0 || clean ? where : `${where}?${asked.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&')}`,
    );
}

const escaped = (text: string): string => encodeURIComponent(text.toWellFormed());

/** Hostile inputs for one route, sent most of the time by somebody who may open it, so that they get past the door. */
export function hostileInputs(route: Route, aim: Aim): fc.Arbitrary<HostileInput> {
  const ids = [...aim.ids.values()].flat();
  const anyone = fc.integer({ min: 0, max: aim.people });
  return fc.record({
    persona:
      aim.mayOpen.length > 0
        ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...aim.mayOpen) }, { weight: 1, arbitrary: anyone })
        : anyone,
    url: urlFor(route, aim),
    method: fc.constant(route.method),
    fields: fieldsFor(route, ids),
    encoding: fc.oneof(
      { weight: 8, arbitrary: fc.constant('form' as const) },
      { weight: 3, arbitrary: fc.constant('multipart' as const) },
      { weight: 3, arbitrary: fc.constantFrom('broken multipart' as const, 'json' as const, 'none' as const, 'wrong type' as const) },
    ),
    withToken: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
    key: fc.option(fc.oneof(fc.uuid(), someText), { freq: 5 }),
  });
}
