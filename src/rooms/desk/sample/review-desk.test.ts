import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { queryBuilder } from '../../../platform/db/query-builder.ts';
import { freshDatabase, type TestDatabase } from '../../../platform/db/test-database.ts';
import { seedDemonstration } from './seed-demonstration.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await seedDemonstration({ url: db.urls.migrator, children: 600, seed: 2026, now: new Date('2026-11-24T10:00:00Z') });
}, 120_000);
afterAll(() => db?.drop());

test('the demonstration’s desk has about a dozen questions of each kind, and a sample partly read', async () => {
  const { rows } = await sql<{ kind: string; harm: string; open: number; all: number }>`
    select kind, harm, count(*) filter (where settled_at is null)::integer as open, count(*)::integer as all from link_question group by 1, 2 order by 1, 2`.execute(
    queryBuilder(db.superuser),
  );
  const open = (pick: (it: { kind: string; harm: string }) => boolean): number => rows.filter(pick).reduce((sum, it) => sum + it.open, 0);
  expect(open((it) => it.kind === 'record' && it.harm !== 'twins')).toBe(12);
  expect(open((it) => it.kind === 'duplicate' && it.harm === 'ordinary')).toBe(12);
  expect(open((it) => it.kind === 'identifier')).toBe(12);
  expect(open((it) => it.harm === 'twins')).toBeGreaterThan(3);
  expect(open((it) => it.harm === 'shielded')).toBeGreaterThan(0);
  expect(open((it) => it.kind === 'apart')).toBeGreaterThan(3);
});
