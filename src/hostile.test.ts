/** Ten thousand hostile requests over every address there is: whoever sends them, nobody gets a fault, a stack or their own markup back. */
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boroughOnTrial, everyRoute, mayOpen, type BoroughOnTrial } from './borough-on-trial.ts';
import { drawSeed } from './draw-seed.ts';
import { sha256 } from './platform/web/csrf.ts';
import { hostileInputs, markup, type HostileInput } from './platform/web/hostile-input.ts';

const total = Number(process.env['HOSTILE_INPUTS'] ?? 10_000);
const seed = drawSeed('HOSTILE');
const atOnce = 8;
const visitor = 'v'.repeat(43);

// What may take a person's or an agency's access away comes last, so that everything else is met by people who still have theirs.
const risky = /^\/(administration|admin|sessions|sign-out)/;
const routes = everyRoute.toSorted((a, b) => Number(risky.test(a.path)) - Number(risky.test(b.path)));

let borough: BoroughOnTrial;
beforeAll(async () => {
  borough = await boroughOnTrial({ children: 60 });
}, 120_000);
afterAll(() => borough?.end());

/** Who an input is sent by; nobody signed in for 0. */
const sender = (input: HostileInput) => borough.people[input.persona - 1];

function bodyOf(input: HostileInput, token: string): { payload: string; type: string } {
  const fields: (readonly [string, string])[] = [
    ...input.fields,
    ...(input.withToken ? [['_csrf', token] as const] : []),
    ...(input.key === null ? [] : [['_key', input.key] as const]),
  ];
  const boundary = 'line';
  const parts = fields
    .map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name.replaceAll(/["\r\n]/g, '_')}"\r\n\r\n${value}\r\n`,
    )
    .join('');
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="../\u0000<script>hostile()</script>.exe"\r\ncontent-type: image/png\r\n\r\nMZ\u0000\r\n`;
  switch (input.encoding) {
    case 'form':
      return { type: 'application/x-www-form-urlencoded', payload: fields.map(([name, value]) => `${raw(name)}=${raw(value)}`).join('&') };
    case 'multipart':
      return { type: `multipart/form-data; boundary=${boundary}`, payload: `${parts}${file}--${boundary}--\r\n` };
    case 'broken multipart':
      return {
        type: `multipart/form-data; boundary=${input.fields.length % 2 === 0 ? boundary : ''}`,
        payload: `${parts}${file}--${boundary.slice(0, -1)}`,
      };
    case 'json':
      return { type: 'application/json', payload: JSON.stringify(Object.fromEntries(fields)) };
    case 'wrong type':
      return { type: 'text/html', payload: JSON.stringify(fields) };
    case 'none':
      return { type: 'application/x-www-form-urlencoded', payload: '' };
  }
}

/** As a hostile client would send it: a lone surrogate as the three bytes it would have, which is no UTF-8. */
const raw = (text: string): string =>
  text.isWellFormed() ? encodeURIComponent(text) : encodeURIComponent(text.toWellFormed()).replaceAll('%EF%BF%BD', '%ED%A0%80');

async function sendIt(input: HostileInput): Promise<LightMyRequestResponse> {
  const person = sender(input);
  const token = person ? 'csrf' : sha256(`csrf:${visitor}`);
  const headers = { cookie: person?.cookie ?? `__Host-visitor=${visitor}` };
  if (input.method === 'GET') return borough.app.inject({ method: 'GET', url: input.url, headers });
  const { payload, type } = bodyOf(input, token);
  const answer = await borough.app.inject({ method: 'POST', url: input.url, headers: { ...headers, 'content-type': type }, payload });
  const signedOut =
    answer.statusCode === 401 || String(answer.headers.location ?? '').startsWith('/sign-in') || input.url.startsWith('/sign-out');
  if (person && signedOut) person.cookie = await borough.signIn(person.staffId);
  return answer;
}

const stack =
  /\n\s+at .+:\d+:\d+|node_modules|\.tsx?:\d+|syntax error at|violates (check|foreign|unique|not-null)|invalid input syntax|row-level security policy/;

function whatIsWrong(answer: LightMyRequestResponse): string | null {
  if (answer.statusCode >= 500) return `answered ${answer.statusCode}`;
  const { location } = answer.headers;
  if (typeof location === 'string' && !/^\/(?![/\\])/.test(location)) return `leads away, to ${location}`;
  if (stack.test(answer.body)) return 'shows its inside';
  const isPage = String(answer.headers['content-type']).startsWith('text/html');
  return isPage && markup.some((piece) => answer.body.includes(piece)) ? 'gives markup back as it came' : null;
}

const told = (input: HostileInput): string =>
  JSON.stringify({ as: sender(input)?.role ?? 'public', ...input }, (_name, value: unknown) =>
    typeof value === 'string' ? value.slice(0, 120) : value,
  ).slice(0, 1_500);

test(
  `${total} hostile inputs over ${routes.length} addresses (HOSTILE_SEED=${seed}): no fault, no stack, no echo`,
  { timeout: 300_000 },
  async () => {
    const wrong = new Map<string, string>();
    const answered = new Map<string, number>();
    const { people, ids } = borough;
    const each = Math.ceil(total / routes.length);
    for (const [at, route] of routes.entries()) {
      const inputs = fc.sample(
        hostileInputs(route, { mayOpen: mayOpen(people, route).map((one) => people.indexOf(one) + 1), people: people.length, ids }),
        { numRuns: each, seed: seed + at },
      );
      const waiting = inputs.values();
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (const input of waiting) {
            const answer = await sendIt(input);
            const kind = `${Math.floor(answer.statusCode / 100)}xx`;
            answered.set(kind, (answered.get(kind) ?? 0) + 1);
            const what = whatIsWrong(answer);
            const name = `${route.method} ${route.path} ${what}`;
            if (what && !wrong.has(name)) wrong.set(name, told(input));
          }
        }),
      );
    }
    console.log(
      `hostile inputs: ${each * routes.length} over ${routes.length} addresses, seed ${seed}: ${[...answered]
        .toSorted()
        .map(([kind, count]) => `${count} x ${kind}`)
        .join(', ')}`,
    );
    expect([...wrong].map(([name, input]) => `${name}: ${input}`)).toEqual([]);
    expect((answered.get('2xx') ?? 0) + (answered.get('3xx') ?? 0), 'many inputs get past the door').toBeGreaterThan(
      each * routes.length * 0.1,
    );
  },
);
