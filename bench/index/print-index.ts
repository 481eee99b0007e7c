/** `npm run bench index`: how long a search takes and whether it finds the child, as people type it, at the size of a borough and at a million
 *  people; `PEOPLE=12000000` measures that size alone. Exit code 1 where a target is missed. */
import { loadavg } from 'node:os';
import { randomFrom, type Random } from '../../src/rooms/people/sample/random.ts';
import { printTable } from '../print-table.ts';
import { behind } from '../program/behind.ts';
import { freePort, startGoldthread } from '../program/goldthread.ts';
import { signInPeople } from '../program/signed-in.ts';
import type { Session } from '../program/visitor.ts';
import { loadedIndex, type LoadedIndex } from './loaded-index.ts';
import { measurePartnerRecords } from './partner-record.ts';
import { processorTime } from './processor-time.ts';
import { searcher, type Searcher } from './searcher.ts';
import { shapes, type Shape } from './shapes.ts';

const searchesAShape = Number(process.env['SEARCHES'] ?? 400);
/** Searches of every shape before anything is counted: a program that has just begun is slower than the one people meet. */
const warmUp = 1_500;
const clients = 4;
const throughputSeconds = 15;
/** People, and the target for 95 of 100 whole requests in milliseconds. 76,700 people are 49,000 children and their mothers. */
const sizes: readonly { people: number; p95: number; perSecond?: number }[] = [
  { people: 76_700, p95: 5 },
  { people: 1_000_000, p95: 10 },
  { people: 12_000_000, p95: 25, perSecond: 300 },
];
const chosen = process.env['PEOPLE'] ? [Number(process.env['PEOPLE'])] : [76_700, 1_000_000];

interface Measured {
  name: string;
  milliseconds: number[];
  hits: number;
  found: number;
  atLeast: number | null;
}

const at = (values: readonly number[], part: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 1 : 0);

async function measureShape(search: Searcher, shape: Shape, random: Random, index: LoadedIndex): Promise<Measured> {
  const told: Measured = { name: shape.name, milliseconds: [], hits: 0, found: 0, atLeast: shape.atLeast ?? null };
  for (let count = 0; count < searchesAShape; count += 1) {
    const child = random.pick(index.truths);
    const { status, body, milliseconds } = await search(shape.ask(random, child));
    if (status !== 200) throw new Error(`${shape.name}: answered ${status} ${body.slice(0, 300)}`);
    const { people } = JSON.parse(body) as { people: { personId: string }[] };
    told.milliseconds.push(milliseconds);
    told.hits += people.some(({ personId }) => personId === child.id) ? 1 : 0;
    told.found += people.length;
  }
  return told;
}

/** Searches of every shape by several at once, for some seconds; gives how many a second were answered and how long they took. */
async function manyAtOnce(address: string, sessions: readonly Session[], index: LoadedIndex) {
  const milliseconds: number[] = [];
  const from = performance.now();
  await Promise.all(
    sessions.map(async (session, number) => {
      const search = searcher(address, session);
      const random = randomFrom(9, number);
      while (performance.now() < from + throughputSeconds * 1_000) {
        const answer = await search(random.pick(shapes).ask(random, random.pick(index.truths)));
        if (answer.status === 200) milliseconds.push(answer.milliseconds);
      }
    }),
  );
  return { perSecond: milliseconds.length / ((performance.now() - from) / 1_000), milliseconds };
}

async function measureSize(people: number): Promise<void> {
  const target = sizes.find((size) => size.people === people) ?? { people, p95: 25 };
  const index = await loadedIndex(people, console.log);
  const goldthread = await startGoldthread({ dataDir: index.dataDir, port: await freePort() });
  try {
    const { sessions, bytes } = await behind(index.dataDir, async (superuser) => ({
      sessions: await signInPeople(superuser, ['MASH_M', 'CO', 'SW', 'TM'], 1),
      bytes: (await superuser.query<{ keys: string }>(`select pg_relation_size('person_search_keys_ix') as keys`)).rows[0],
    }));
    const [session] = sessions;
    if (!session) throw new Error('The borough has nobody who searches.');
    const search = searcher(goldthread.address, session);
    const warming = randomFrom(5);
    for (let count = 0; count < warmUp; count += 1) await search(warming.pick(shapes).ask(warming, warming.pick(index.truths)));
    const before = processorTime(goldthread.process.pid ?? 0, index.dataDir);
    const measured: Measured[] = [];
    for (const [number, shape] of shapes.entries()) measured.push(await measureShape(search, shape, randomFrom(77, number), index));
    const after = processorTime(goldthread.process.pid ?? 0, index.dataDir);
    const searches = shapes.length * searchesAShape;
    print(people, measured);
    const all = measured.flatMap(({ milliseconds }) => milliseconds);
    const many = await manyAtOnce(goldthread.address, sessions.slice(0, clients), index);
    console.log(
      `\nAll shapes: p95 ${shown(at(all, 0.95))} ms, target ${target.p95} ms. Processor a search: program ${((after.program - before.program) / searches).toFixed(1)} ms, ` +
        `database ${((after.database - before.database) / searches).toFixed(1)} ms. ${sessions.length} clients at once: ${many.perSecond.toFixed(0)} a second, ` +
        `p95 ${shown(at(many.milliseconds, 0.95))} ms. Index ${(Number(bytes?.keys ?? 0) / 1e6).toFixed(0)} MB, ${index.keysAPerson.toFixed(1)} keys a person; ` +
        `loading and indexing took ${index.seconds.toFixed(0)} s. Load average ${loadavg()[0]?.toFixed(1)}.\n`,
    );
    if (at(all, 0.95) > target.p95 || many.perSecond < (target.perSecond ?? 0)) process.exitCode = 1;
    if (people <= 1_000_000 && measured.some((one) => one.atLeast !== null && one.hits / searchesAShape < one.atLeast))
      process.exitCode = 1;
    if (people <= 1_000_000) await measurePartnerRecords(index, people);
  } finally {
    await goldthread.stop();
  }
}

function print(people: number, measured: readonly Measured[]): void {
  console.log(
    `\n${people.toLocaleString('en-GB')} people, ${searchesAShape} searches a shape, one client; whole requests, JSON, with policy and audit.\n`,
  );
  printTable(
    ['What was typed', 'p50 ms', 'p95 ms', 'p99 ms', 'In first 20', 'Target', 'People found'],
    measured.map((one) => [
      one.name,
      ...[0.5, 0.95, 0.99].map((part) => shown(at(one.milliseconds, part))),
      (one.hits / searchesAShape).toFixed(3),
      one.atLeast?.toFixed(3) ?? '–',
      (one.found / searchesAShape).toFixed(1),
    ]),
  );
}

for (const people of chosen) await measureSize(people);
