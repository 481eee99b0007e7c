import type { Kysely } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import { actingFor } from '../access/transaction.ts';
import type { DB } from '../db/schema.ts';
import { appendCheckpoint } from './checkpoint-file.ts';
import { addCheckpoint, latestCheckpoint } from './checkpoint.store.ts';
import type { SigningKey } from './checkpoint-key.ts';
import { freshMemory, sealRound, type Memory } from './seal-round.ts';
import { becomeSealer, chainHead } from './seal.store.ts';

const system = { kind: 'system', job: 'audit-sealer' } as const;

/** Times in milliseconds. Any number of sealers may run; at any moment one of them works. */
export interface SealerChoice {
  db: Kysely<DB>;
  stop: AbortSignal;
  /** Where checkpoints go outside the database, and with which key; none are made without it. */
  outside?: { folder: string; key: SigningKey };
  /** Between two looks. Default 200: what is committed is sealed well within a second. */
  every?: number;
  /** A checkpoint is signed when this has passed since the last, or `checkpointRows` were sealed. Defaults 60,000 and 1,000. */
  checkpointEvery?: number;
  checkpointRows?: number;
  now?: () => Date;
  /** Told the name of an error; sealing is tried again. */
  log?: (event: string, about: Record<string, unknown>) => void;
}

/** Seals until `stop` is aborted, then once more, so that a clean stop leaves nothing unsealed and a last checkpoint. Never throws. */
export async function runSealer(choice: SealerChoice): Promise<void> {
  const log = choice.log ?? (() => undefined);
  let memory = freshMemory();
  while (!choice.stop.aborted) {
    memory = await sealAndSign(choice, memory, false).catch((error: unknown) => {
      log('sealing failed', { fault: error instanceof Error ? error.name : 'unknown' });
      return memory;
    });
    await pause(choice.every ?? 200, undefined, { signal: choice.stop }).catch(() => undefined);
  }
  await sealAndSign(choice, memory, true).catch(() => log('the last sealing failed', {}));
}

/** Seals everything there is now, then signs a checkpoint where one is due (or at the end, where anything is unsigned). */
export async function sealAndSign(choice: SealerChoice, memory: Memory = freshMemory(), last = false): Promise<Memory> {
  const now = choice.now ?? (() => new Date());
  for (let at = memory; ;) {
    const round = await actingFor(choice.db, system, now(), 'platform.audit.seal', (ctx) => sealRound(ctx, at));
    if (round) at = round.memory;
    if (!round?.more) {
      await signWhenDue(choice, now(), last);
      return at;
    }
  }
}

/** The database's row commits first, the file's line follows: the file never speaks of a chain that was rolled back. */
async function signWhenDue(choice: SealerChoice, now: Date, last: boolean): Promise<void> {
  const { outside } = choice;
  if (!outside) return;
  const signed = await actingFor(choice.db, system, now, 'platform.audit.sign', async (ctx) => {
    const [head, before] = [await chainHead(ctx), await latestCheckpoint(ctx)];
    if (!head || head.position <= (before?.position ?? 0)) return null;
    const due =
      !before ||
      head.position - before.position >= (choice.checkpointRows ?? 1_000) ||
      now.getTime() - before.signedAt.getTime() >= (choice.checkpointEvery ?? 60_000);
    if (!(due || last) || !(await becomeSealer(ctx))) return null;
    const checkpoint = outside.key.sign({ ...head, signedAt: now });
    return (await addCheckpoint(ctx, checkpoint)) ? checkpoint : null;
  });
  if (signed) await appendCheckpoint(outside.folder, signed);
}
