/** How many statements each page sends to the database: a page that asks once per row is found here before it is slow. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boroughOnTrial, everyRoute, mayOpen, type BoroughOnTrial, type TrialPerson } from './borough-on-trial.ts';

/** Begin, who asks, audit and commit are four of them. */
const most = 25;

let borough: BoroughOnTrial;
let sent = 0;
beforeAll(async () => {
  borough = await boroughOnTrial({ children: 200 });
  borough.db.app.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      sent += 1;
      return query(...given);
    }) as typeof client.query;
  });
}, 120_000);
afterAll(() => borough?.end());

/** Addresses of a page that this person can most likely open: people they work with, or the first things of that kind there are. */
function addressesOf(path: string, person: TrialPerson): string[] {
  if (!path.includes(':')) return [path];
  const word = /\/([a-z-]+)\/:/.exec(path)?.[1] ?? '';
  const table = word.replace(/s$/, '').replaceAll('-', '_');
  const ofThatKind = [...borough.ids].filter(([name]) => name.endsWith(table)).flatMap(([, some]) => some.slice(0, 4));
  const ids = word === 'people' || word === 'children' ? [...person.knows, ...ofThatKind] : ofThatKind;
  return ids.map((id) => path.replaceAll(/:\w+/g, id));
}

test(`no page sends more than ${most} statements`, { timeout: 120_000 }, async () => {
  const worst = new Map<string, number>();
  for (const route of everyRoute.filter((one) => one.method === 'GET')) {
    for (const person of route.opens === 'public' ? borough.people.slice(0, 1) : mayOpen(borough.people, route).slice(0, 3)) {
      for (const url of addressesOf(route.path, person)) {
        sent = 0;
        const answer = await borough.app.inject({ method: 'GET', url, headers: { cookie: person.cookie } });
        if (answer.statusCode === 200) worst.set(route.path, Math.max(worst.get(route.path) ?? 0, sent));
      }
    }
  }
  console.log(
    [...worst]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, 12)
      .map(([path, count]) => `${String(count).padStart(4)}  ${path}`)
      .join('\n'),
  );
  expect([...worst.keys()], 'pages that were opened').toEqual(expect.arrayContaining(['/children/:id', '/front-door', '/people/:id']));
  expect([...worst].filter(([, count]) => count > most)).toEqual([]);
});
