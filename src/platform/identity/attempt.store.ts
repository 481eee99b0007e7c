import type { Ctx } from '../access/ctx.ts';
import { sha256 } from '../web/csrf.ts';

/** A sign-in under way, between the redirect to the provider and the return. */
export interface Attempt {
  providerId: string;
  nonce: string;
  codeVerifier: string;
  returnTo: string;
}

const minutes = 10;

/** Both halves are needed to find an attempt: the state the provider brings back and the key of the browser that began it.
 *  So a link with somebody else's state signs nobody in. */
const keyOf = (state: string, browser: string): string => sha256(`${state}:${browser}`);

/** Keeps an attempt for ten minutes. Only the hash of its state is stored. */
export async function keepAttempt(ctx: Ctx, state: string, browser: string, attempt: Attempt): Promise<void> {
  await ctx.tx.deleteFrom('sign_in_attempt').where('expires_at', '<', ctx.now).execute();
  await ctx.tx
    .insertInto('sign_in_attempt')
    .values({
      state_hash: keyOf(state, browser),
      provider_id: attempt.providerId,
      nonce: attempt.nonce,
      code_verifier: attempt.codeVerifier,
      return_to: attempt.returnTo,
      expires_at: new Date(ctx.now.getTime() + minutes * 60_000),
    })
    .execute();
}

/** Takes an attempt, once: a second return with the same state finds nothing. Null when unknown, used, too old or another browser's. */
export async function takeAttempt(ctx: Ctx, state: string, browser: string): Promise<Attempt | null> {
  const row = await ctx.tx.deleteFrom('sign_in_attempt').where('state_hash', '=', keyOf(state, browser)).returningAll().executeTakeFirst();
  if (!row || row.expires_at <= ctx.now) return null;
  return { providerId: row.provider_id, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to };
}
