import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeCast, type Cast } from '../access/cast.ts';
import { appendAudit } from './append.ts';
import { signingKey } from './checkpoint-key.ts';
import { freshMemory } from './seal-round.ts';
import { runSealer, sealAndSign } from './sealer.ts';
import { verifyAudit } from './verify.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await makeCast();
});
afterEach(async () => {
  await cast.end();
});

const pause = (milliseconds: number): Promise<void> =>
  new Promise((go) => {
    setTimeout(go, milliseconds);
  });
const write = (): Promise<void> => cast.asSystem((ctx) => appendAudit(ctx));
const places = async (): Promise<{ position: number; event_id: number }[]> =>
  cast.behind.selectFrom('audit_seal').select(['position', 'event_id']).orderBy('position').execute();
/** Seconds between an event's own time and its seal, highest first. */
async function waits(): Promise<number[]> {
  const { rows } = await sql<{
    seconds: number;
  }>`select extract(epoch from s.sealed_at - e.at)::float8 as seconds from audit_seal s join audit_event e on e.id = s.event_id order by 1 desc`.execute(
    cast.behind,
  );
  return rows.map((row) => row.seconds);
}

it('an event that commits after later ones is sealed late, never lost, and the places have no gap', async () => {
  const late = await cast.db.app.connect();
  await late.query(`begin; select set_config('app.actor', 'system', true)`);
  await late.query(`select audit.append('test.late.write', 'done', null, '{}', null, null, '{}', null, null, 'late')`);
  await write();
  let memory = await sealAndSign({ db: cast.app, stop: new AbortController().signal }, freshMemory());
  expect((await places()).map((one) => one.position)).toEqual([1]);
  await late.query('commit');
  late.release();
  await write();
  memory = await sealAndSign({ db: cast.app, stop: new AbortController().signal }, memory);
  const sealed = await places();
  expect(sealed.map((one) => one.position)).toEqual([1, 2, 3]);
  expect(sealed.map((one) => one.event_id)).toEqual([sealed[1]!.event_id + 1, sealed[1]!.event_id, sealed[1]!.event_id + 2]);
  expect(memory.missing.size).toBe(0);
});

it('ids that were never committed hold nothing up', async () => {
  for (let round = 0; round < 3; round += 1) {
    await write();
    await cast
      .asSystem(async (ctx) => {
        await appendAudit(ctx);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await write();
  }
  await sealAndSign({ db: cast.app, stop: new AbortController().signal });
  expect((await places()).map((one) => one.position)).toEqual([1, 2, 3, 4, 5, 6]);
});

it('two processes seal side by side: one chain without gaps or forks, nothing left, within a second of writing under load', async () => {
  const script = fileURLToPath(new URL('./sealer-on-trial.ts', import.meta.url));
  const others = [0, 1].map(() => spawn(process.execPath, [script, cast.db.urls.application], { stdio: ['ignore', 'ignore', 'inherit'] }));
  await pause(800);
  const until = Date.now() + 3_000;
  const writers = Array.from({ length: 4 }, async () => {
    let count = 0;
    for (; Date.now() < until; count += 1) await write();
    return count;
  });
  const written = (await Promise.all(writers)).reduce((a, b) => a + b);
  const ended = others.map(
    (other) =>
      new Promise((done) => {
        other.once('exit', done);
      }),
  );
  for (const other of others) other.kill('SIGTERM');
  await Promise.all(ended);
  const sealed = await places();
  expect(sealed.length).toBe(written);
  expect(sealed.map((one) => one.position)).toEqual(Array.from({ length: written }, (_, index) => index + 1));
  expect(await verifyAudit(cast.app, null, new Date())).toMatchObject({ unsealed: 0, problems: [] });
  const late = (await waits()).filter((seconds) => seconds >= 1).length;
  expect(late / written, `${late} of ${written} events waited a second or more`).toBeLessThan(0.01);
});

it('a lone event is sealed within a second when nothing else happens', async () => {
  const stop = new AbortController();
  const sealing = runSealer({ db: cast.app, stop: stop.signal });
  for (let round = 0; round < 5; round += 1) {
    await write();
    await pause(300);
  }
  stop.abort();
  await sealing;
  const [longest = 99] = await waits();
  expect(longest).toBeLessThan(1);
  expect(await places()).toHaveLength(5);
});

it("signs a checkpoint after so many rows or so long, and the last one when it stops; the key is its owner's alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-audit-'));
  let now = new Date();
  const outside = { folder, key: signingKey(folder) };
  const choice = { db: cast.app, stop: new AbortController().signal, outside, checkpointRows: 10, now: () => now };
  const signed = (): number[] =>
    readFileSync(join(folder, 'checkpoints.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { position: number }).position);
  await write();
  let memory = await sealAndSign(choice);
  for (let round = 0; round < 9; round += 1) {
    await write();
    memory = await sealAndSign(choice, memory);
  }
  expect(signed()).toEqual([1]);
  await write();
  memory = await sealAndSign(choice, memory);
  expect(signed()).toEqual([1, 11]);
  await write();
  now = new Date(now.getTime() + 61_000);
  memory = await sealAndSign(choice, memory);
  await write();
  await sealAndSign(choice, memory, true);
  expect(signed()).toEqual([1, 11, 12, 13]);
  expect((await verifyAudit(cast.app, folder, new Date())).problems).toEqual([]);
  expect(statSync(join(folder, 'checkpoint-key.pem')).mode & 0o777).toBe(0o600);
  expect(signingKey(folder)).toMatchObject({ keyId: outside.key.keyId, made: false });
  rmSync(folder, { recursive: true });
});
