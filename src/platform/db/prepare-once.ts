import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/** Statements one connection keeps prepared, at some 0.2 MB of the server's memory each. What comes later is sent whole. */
const most = 200;
const worthIt = /^\s*(select|with|insert|update|delete)\b/i;

/** When each connection began to prepare. */
const began = new WeakMap<PoolClient, number>();

/** The structure changed beside us (a migration), and a plan made before it does not fit any more. The same again, on a fresh connection, works. */
export const isOutdatedPlan = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === '0A000' && error.message.startsWith('cached plan');

/** What a pool knows of its connections' plans: those made before `outdatedAt` are not used again. */
export interface Plans {
  outdatedAt: number;
}

/** False for a connection whose plans are older than the structure: it is to be destroyed. */
export const isFresh = (client: PoolClient, plans: Plans): boolean => (began.get(client) ?? Infinity) > plans.outdatedAt;

/**
 * Lets a connection prepare each statement the first time it sends it. With row-level security the server spends more on
 * planning a statement than on running it: of a child's record, half of the database's time (bench/README.md). Statements are
 * kept by their text, so one that is put together anew each time is simply not kept once there are too many.
 */
export function prepareOnce(client: PoolClient, plans: Plans): PoolClient {
  if (began.has(client)) return client;
  began.set(client, performance.now());
  const names = new Map<string, string>();
  const send = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
  client.query = ((...given: unknown[]) => {
    const [text, values] = given;
    const name = typeof text === 'string' && Array.isArray(values) && given.length === 2 ? nameIn(names, text) : null;
    if (name === null) return send(...given);
    return send({ name, text, values }).catch((error: unknown) => {
      if (isOutdatedPlan(error)) plans.outdatedAt = performance.now();
      throw error;
    });
  }) as typeof client.query;
  return client;
}

function nameIn(names: Map<string, string>, text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= most || !worthIt.test(text)) return null;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
