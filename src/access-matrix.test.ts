import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from './platform/db/test-database.ts';
import { plantWorld, type World } from './platform/access/matrix/world.sample.ts';
import { compareSight, readFacts, type Disagreement } from './platform/access/matrix/data-cells.ts';

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await plantWorld(db.superuser);
}, 60_000);
afterAll(() => db?.drop());

/** Disagreements grouped so that a reader sees the rule that is wrong, not two thousand rows of it. */
function told(disagreements: readonly Disagreement[], world: World): string[] {
  const name = new Map(Object.values(world.families).flatMap(({ name: family, ids }) => Object.entries(ids).map(([what, id]) => [id, `${what} of ${family}`])));
  const lines = disagreements.map(({ asker, table, row, what }) => `${table}: ${what} by ${asker}: ${row.split('|').map((part) => name.get(part) ?? '?').join('+')}`);
  return lines.toSorted();
}

it('shows every asker exactly the rows the domain list gives them', { timeout: 60_000 }, async () => {
  const facts = await readFacts(db.superuser, world.plant.keys.keys());
  const started = performance.now();
  const { cells, disagreements } = await compareSight(db.app, facts, world.askers, world.plant.keys);
  console.log(`access matrix, data: ${cells.toLocaleString('en-GB')} cells (${world.askers.length} askers, ${world.plant.keys.size} tables) in ${Math.round(performance.now() - started)} ms`);
  const lines = told(disagreements, world);
  if (process.env['SHOW']) console.log(lines.join('\n'));
  expect(lines.slice(0, 40)).toEqual([]);
});
