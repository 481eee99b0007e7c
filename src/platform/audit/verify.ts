import { createHash, type KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Ctx } from '../access/ctx.ts';
import { actAs, noteFor } from '../access/transaction.ts';
import type { DB } from '../db/schema.ts';
import { genesis, link, type Checkpoint } from './chain.ts';
import { readCheckpoints } from './checkpoint-file.ts';
import { isSigned, publicKeys } from './checkpoint-key.ts';
import { allCheckpoints } from './checkpoint.store.ts';
import { sealedAfter, subjectsThatDiffer, unsealedEvents, type SealedRow } from './verify.store.ts';

/** What verification found. `problems` is empty when nothing was changed since it was written, as far as seals and checkpoints reach. */
export interface Verified {
  sealed: number;
  unsealed: number;
  /** Age in seconds of the oldest event not yet sealed; 0 when there is none. */
  oldestUnsealedSeconds: number;
  checkpoints: number;
  /** Length of the chain that the outside file vouches for; 0 without one. */
  vouchedFor: number;
  problems: string[];
}

const batch = 10_000;
const mostProblems = 50;

/** Recomputes every row's hash, the chain and its places, the signatures, and what the file outside the database vouches for.
 *  `folder` is AUDIT_DIR, or null where it is not at hand: then a tail cut off with its checkpoints, or a chain made anew, cannot be told. */
export async function verifyAudit(db: Kysely<DB>, folder: string | null, now: Date): Promise<Verified> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const who = { kind: 'system', job: 'audit-verify' } as const;
      await actAs(tx, who);
      const ctx: Ctx = {
        who,
        now,
        tx,
        request: { id: 'audit-verify', nonce: '', path: '', flash: null, navigation: [] },
        note: noteFor('platform.audit.verify'),
      };
      const problems: string[] = [];
      const inside = await allCheckpoints(ctx);
      const outside = folder ? await readCheckpoints(folder) : { checkpoints: [], unreadable: 0 };
      const keys = folder ? publicKeys(folder) : new Map<string, KeyObject>();
      const wanted = new Map([...inside, ...outside.checkpoints].map((one) => [one.position, '']));
      const sealed = await walkChain(ctx, wanted, problems);
      for (const one of inside) checkCheckpoint('in the database', one, wanted, keys, folder !== null, problems);
      for (const one of outside.checkpoints) checkCheckpoint('outside the database', one, wanted, keys, true, problems);
      checkAgainstOutside(inside, outside.checkpoints, problems);
      if (outside.unreadable > 1) problems.push(`The checkpoint file has ${outside.unreadable} lines that cannot be read.`);
      const waiting = await checkUnsealed(ctx, problems);
      for (const id of await subjectsThatDiffer(ctx, mostProblems))
        problems.push(`Event ${id}: the people it names are not those of the index.`);
      const vouchedFor = Math.max(0, ...outside.checkpoints.map((one) => one.position));
      return { sealed, ...waiting, checkpoints: inside.length, vouchedFor, problems: problems.slice(0, mostProblems) };
    });
}

const digest = (content: string): string => createHash('sha256').update(content).digest('hex');

/** Walks the chain from its beginning; notes its hash at each wanted position; answers its length. */
async function walkChain(ctx: Ctx, wanted: Map<number, string>, problems: string[]): Promise<number> {
  let [position, chain] = [0, genesis];
  for (;;) {
    const rows = await sealedAfter(ctx, position, batch);
    for (const row of rows) {
      if (row.position !== position + 1) problems.push(`The chain has no place ${position + 1}; the next is ${row.position}.`);
      chain = checkLink(row, chain, problems);
      position = row.position;
      if (wanted.has(position)) wanted.set(position, row.chainHash);
    }
    if (rows.length < batch || problems.length > mostProblems) return position;
  }
}

/** One link against its event; goes on from what is stored, so that one change is told once. */
function checkLink(row: SealedRow, previous: string, problems: string[]): string {
  if (row.content === null) problems.push(`Event ${row.eventId} (place ${row.position}) is gone.`);
  else {
    if (digest(row.content) !== row.rowHash)
      problems.push(`Event ${row.eventId} (place ${row.position}) was changed after it was written.`);
    if (link(previous, digest(row.content)) !== row.chainHash)
      problems.push(`The chain does not hold at place ${row.position} (event ${row.eventId}).`);
  }
  return row.chainHash;
}

function checkCheckpoint(
  where: string,
  one: Checkpoint,
  chainAt: ReadonlyMap<number, string>,
  keys: ReadonlyMap<string, KeyObject>,
  haveKeys: boolean,
  problems: string[],
): void {
  const name = `The checkpoint ${where} at place ${one.position}`;
  if (haveKeys && !keys.has(one.keyId))
    problems.push(`${name} is signed with a key (${one.keyId}) whose public half is not in the audit folder.`);
  else if (haveKeys && !isSigned(one, keys)) problems.push(`${name} does not carry a good signature.`);
  const chain = chainAt.get(one.position);
  if (chain === '') problems.push(`${name} speaks of a longer chain than there is: the end was cut off.`);
  else if (chain !== one.chainHash) problems.push(`${name} names another chain than the one there is.`);
}

/** The file outside and the table inside must tell the same story. */
function checkAgainstOutside(inside: readonly Checkpoint[], outside: readonly Checkpoint[], problems: string[]): void {
  const known = new Map(inside.map((one) => [one.position, one.signature]));
  for (const one of outside) {
    if (known.get(one.position) !== one.signature)
      problems.push(`The checkpoint at place ${one.position} is in the file outside and not, or not the same, in the database.`);
  }
}

async function checkUnsealed(ctx: Ctx, problems: string[]): Promise<{ unsealed: number; oldestUnsealedSeconds: number }> {
  const waiting = await unsealedEvents(ctx, batch);
  for (const row of waiting)
    if (digest(row.content) !== row.rowHash) problems.push(`Event ${row.eventId}, not yet sealed, was changed after it was written.`);
  const oldest = Math.min(ctx.now.getTime(), ...waiting.map((row) => row.at.getTime()));
  return { unsealed: waiting.length, oldestUnsealedSeconds: (ctx.now.getTime() - oldest) / 1_000 };
}
