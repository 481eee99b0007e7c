import type { Ctx } from '../access/ctx.ts';
import type { Checkpoint } from './chain.ts';

const columns = ['position', 'chain_hash as chainHash', 'signed_at as signedAt', 'key_id as keyId', 'signature'] as const;

/** The latest checkpoint in the database, or null. */
export async function latestCheckpoint(ctx: Ctx): Promise<Checkpoint | null> {
  return (await ctx.tx.selectFrom('audit_checkpoint').select(columns).orderBy('position', 'desc').limit(1).executeTakeFirst()) ?? null;
}

/** Every checkpoint in the database, in order. */
export async function allCheckpoints(ctx: Ctx): Promise<Checkpoint[]> {
  return ctx.tx.selectFrom('audit_checkpoint').select(columns).orderBy('position').execute();
}

/** Writes a checkpoint down; false when another process has signed that position already. */
export async function addCheckpoint(ctx: Ctx, checkpoint: Checkpoint): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('audit_checkpoint')
    .values({
      position: checkpoint.position,
      chain_hash: checkpoint.chainHash,
      signed_at: checkpoint.signedAt,
      key_id: checkpoint.keyId,
      signature: checkpoint.signature,
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
