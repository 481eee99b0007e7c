/** What is true when the dust has settled: read from the database itself and laid beside the ledger. */
import { spawnSync } from 'node:child_process';
import type { Pool } from 'pg';
import { projectFile } from '../../src/platform/db/project-file.ts';
import type { Entry } from './ledger.ts';

export interface Found {
  concerns: number;
  drafts: number;
  lost: string[];
  doubled: string[];
  changed: string[];
  brokenIndexes: string[];
}

/** Compares the ledger with the database. `sent` is what each mark's concern said. */
export async function compare(superuser: Pool, ledger: readonly Entry[], sent: ReadonlyMap<string, string>): Promise<Found> {
  const { rows } = await superuser.query<{ id: string; words: string; children: number }>(
    `select c.id, c.what_happened as words, (select count(*)::int from contact_person p where p.contact_id = c.id) as children from contact c where c.what_happened like 'Ledger %'`,
  );
  const byWords = Map.groupBy(rows, (row) => row.words);
  const concerns = ledger.filter((entry) => entry.kind === 'concern');
  const held = (mark: string) => byWords.get(sent.get(mark) ?? '') ?? [];
  return {
    concerns: concerns.length,
    drafts: ledger.filter((entry) => entry.kind === 'draft').length,
    lost: [
      ...concerns.filter((entry) => !held(entry.mark).some((row) => row.id === entry.id)).map((entry) => `concern ${entry.mark}`),
      ...(await lostDrafts(superuser, ledger)),
    ],
    doubled: [...byWords].filter(([, same]) => same.length > 1).map(([words]) => words),
    changed: rows.filter((row) => row.children !== 1).map((row) => row.words),
    brokenIndexes: await brokenIndexes(superuser),
  };
}

/** A draft is lost when what stands there is older than what was acknowledged. */
async function lostDrafts(superuser: Pool, ledger: readonly Entry[]): Promise<string[]> {
  const last = new Map<string, number>();
  for (const entry of ledger) if (entry.kind === 'draft') last.set(entry.staffId, entry.saved);
  const lost: string[] = [];
  for (const [staffId, saved] of last) {
    const { rows } = await superuser.query<{ words: string }>(
      `select answers ->> 'whatHappened' as words from draft where staff_id = $1 and form = 'concern'`,
      [staffId],
    );
    if (rows.length !== 1 || Number(rows[0]?.words.split(' ')[1]) < saved) lost.push(`draft ${saved}`);
  }
  return lost;
}

/** Every B-tree index is walked and held against its table (amcheck). */
async function brokenIndexes(superuser: Pool): Promise<string[]> {
  await superuser.query('create extension if not exists amcheck');
  const { rows } = await superuser.query<{
    name: string;
  }>(`select c.oid::regclass::text as name from pg_class c join pg_am a on a.oid = c.relam join pg_index i on i.indexrelid = c.oid
    where a.amname = 'btree' and c.relkind = 'i' and i.indisvalid and c.relnamespace = 'public'::regnamespace`);
  const broken: string[] = [];
  for (const { name } of rows)
    await superuser
      .query('select bt_index_check($1::regclass, true)', [name])
      .catch((error: Error) => broken.push(`${name}: ${error.message}`));
  return broken;
}

/** Runs the audit's own check as a person would; its last words, and whether it found the audit whole. */
export function verifyAudit(dataDir: string): { whole: boolean; words: string } {
  const ran = spawnSync(process.execPath, [projectFile('src/platform/audit/bin/verify.ts')], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  return { whole: ran.status === 0, words: `${ran.stdout}${ran.stderr}`.trim() };
}
