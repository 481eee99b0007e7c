import type { Ctx } from '../access/ctx.ts';
import { genesis, link } from './chain.ts';
import {
  becomeSealer,
  chainHead,
  eventsAfter,
  highestEvent,
  unsealedAmong,
  unsealedUpTo,
  writeSeals,
  type SeenEvent,
} from './seal.store.ts';

/** What one sealer remembers between rounds: every event up to `seenTo` is sealed, except those whose ids were `missing` then. */
export interface Memory {
  seenTo: number | null;
  /** Ids that were not there when later ones were: a transaction still open, or one that never committed. Value: when first missed. */
  missing: Map<number, number>;
  sweptAt: number;
}

export const freshMemory = (): Memory => ({ seenTo: null, missing: new Map(), sweptAt: 0 });

const most = 5_000;
/** Ids behind the newest that are looked at one by one when a sealer begins. */
const lookBack = 10_000;
/** A missing id is waited for this long; a sweep each hour finds what came later still. */
const waitForMissing = 600_000;
const sweepEvery = 3_600_000;

/** One round: seals what is there and unsealed, in order of id, at most 5,000 at a time. Events may commit out of order of their ids:
 *  the chain follows the order of sealing, and an id that comes late is sealed late, never lost. Answers how many were sealed and
 *  whether there may be more; null when another process is sealing. Without effect on `memory` unless the transaction commits: use the copy it gives. */
export async function sealRound(ctx: Ctx, memory: Memory): Promise<{ sealed: number; more: boolean; memory: Memory } | null> {
  if (!(await becomeSealer(ctx))) return null;
  const next: Memory = { ...memory, missing: new Map(memory.missing) };
  const swept = await sweep(ctx, next);
  const came = await unsealedAmong(ctx, [...next.missing.keys()]);
  const seen = await eventsAfter(ctx, next.seenTo ?? 0, most);
  remember(next, seen, came, ctx.now.getTime());
  const waiting = new Map([...swept, ...came, ...seen.filter((event) => !event.sealed)].map((event) => [event.id, event]));
  await extend(
    ctx,
    [...waiting.values()].toSorted((a, b) => a.id - b.id),
  );
  return { sealed: waiting.size, more: seen.length === most || swept.length === most, memory: next };
}

async function sweep(ctx: Ctx, memory: Memory): Promise<SeenEvent[]> {
  const now = ctx.now.getTime();
  if (memory.seenTo === null) memory.seenTo = Math.max(0, (await highestEvent(ctx)) - lookBack);
  else if (now - memory.sweptAt < sweepEvery) return [];
  const found = await unsealedUpTo(ctx, memory.seenTo, most);
  // A full answer means there is more: sweep again in the next round.
  memory.sweptAt = found.length === most ? 0 : now;
  return found;
}

function remember(memory: Memory, seen: readonly SeenEvent[], came: readonly SeenEvent[], now: number): void {
  for (const event of came) memory.missing.delete(event.id);
  for (const [id, since] of memory.missing) if (now - since > waitForMissing) memory.missing.delete(id);
  for (const event of seen) {
    for (let id = Math.max((memory.seenTo ?? 0) + 1, event.id - lookBack); id < event.id; id += 1) memory.missing.set(id, now);
    memory.seenTo = event.id;
  }
}

async function extend(ctx: Ctx, events: readonly SeenEvent[]): Promise<void> {
  if (events.length === 0) return;
  const head = (await chainHead(ctx)) ?? { position: 0, chainHash: genesis };
  let { position, chainHash } = head;
  const links = events.map((event) => {
    position += 1;
    chainHash = link(chainHash, event.rowHash);
    return { position, eventId: event.id, chainHash };
  });
  await writeSeals(ctx, links);
}
