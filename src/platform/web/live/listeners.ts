/** Everyone who listens at one live address: woken by notices, asked for under their own policies, kept few a session. */
import type { ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { Ctx } from '../../access/ctx.ts';
import { enterSession, noteFor } from '../../access/transaction.ts';
import { listenTo } from '../../db/listen.ts';
import type { DB } from '../../db/schema.ts';
import type { LiveRoute } from './live-route.ts';

/** Times in milliseconds. */
export interface LiveChoice {
  /** Notices are gathered for this long, so that a burst asks once. Default 1,000. */
  gatherMs?: number;
  /** A line that says nothing, so that nobody between takes the connection for dead; everyone is also asked for. Default 25,000. */
  heartbeatMs?: number;
  /** A connection ends after this and the browser makes another, as whoever they are by then. Default 15 minutes. */
  lifetimeMs?: number;
  /** Connections one session may keep; a further one ends the oldest. Default 3. */
  perSession?: number;
}

export interface LiveFoundation {
  db: Kysely<DB>;
  clock: () => Date;
  /** The pool behind `db`: one connection of it listens while anybody does. Without it listeners are asked for at each heartbeat. */
  listenOn?: Pool | undefined;
}

interface Listener {
  session: string;
  since: string;
  to: ServerResponse;
  until: number;
}

export interface Listeners {
  join(session: string, since: string, to: ServerResponse): void;
  count(): number;
  end(): void;
}

/** The listeners of one address. `end()` closes them all, for a server that stops. */
export function listenersOf(route: LiveRoute, foundation: LiveFoundation, choice: LiveChoice = {}): Listeners {
  const { gatherMs = 1_000, heartbeatMs = 25_000, lifetimeMs = 900_000, perSession = 3 } = choice;
  const all = new Set<Listener>();
  let listening: AbortController | null = null;
  let gathering: NodeJS.Timeout | null = null;
  let beating: NodeJS.Timeout | null = null;
  let asking: Promise<void> = Promise.resolve();

  const leave = (one: Listener, last?: string): void => {
    all.delete(one);
    if (!one.to.writableEnded) one.to.end(last);
    if (all.size === 0) rest();
  };
  const askAll = async (): Promise<void> => {
    for (const one of all) if (!(await tell(route, foundation, one))) leave(one, event('over'));
  };
  const askSoon = (): void => {
    asking = asking.then(askAll, askAll).catch(() => undefined);
  };
  const onNotice = (): void => {
    gathering ??= setTimeout(() => {
      gathering = null;
      askSoon();
    }, gatherMs).unref();
  };
  const beat = (): void => {
    for (const one of all) if (!isAlive(one)) leave(one);
    askSoon();
  };
  const wake = (): void => {
    if (beating) return;
    beating = setInterval(beat, heartbeatMs).unref();
    listening = new AbortController();
    if (foundation.listenOn) void listenTo(foundation.listenOn, route.channel, onNotice, listening.signal);
  };
  const rest = (): void => {
    listening?.abort();
    if (beating) clearInterval(beating);
    if (gathering) clearTimeout(gathering);
    [listening, beating, gathering] = [null, null, null];
  };
  return {
    join(session, since, to) {
      const mine = [...all].filter((one) => one.session === session);
      for (const one of mine.slice(0, Math.max(0, mine.length - perSession + 1))) leave(one, event('full'));
      const one = { session, since, to, until: performance.now() + lifetimeMs };
      all.add(one);
      to.on('close', () => leave(one));
      to.write('retry: 5000\n\n');
      wake();
      onNotice();
    },
    count: () => all.size,
    end() {
      for (const one of all) leave(one);
    },
  };
}

/** A line that says nothing, to a listener whose time is not over. */
function isAlive(one: Listener): boolean {
  return performance.now() <= one.until && one.to.write(':\n\n') !== undefined;
}

const event = (name: string, data = ''): string => `event: ${name}\ndata: ${data}\n\n`;

/** Tells one listener the newest number, where there is one; false once their session no longer stands. Whoever listens is not thereby at
 *  work: the session is entered and the transaction rolled back, so that an open page keeps nobody signed in. */
async function tell(route: LiveRoute, { db, clock }: LiveFoundation, one: Listener): Promise<boolean> {
  const tx = await db.startTransaction().execute();
  try {
    const now = clock();
    const who = await enterSession(tx, one.session, now);
    if (!who?.permissions.has(route.opens)) return false;
    const request: Ctx['request'] = { id: 'live', nonce: '', path: route.path, flash: null, navigation: [] };
    const newest = await route.newest({ who, now, tx, request, note: noteFor(route.audit) }, one.since);
    if (newest === null || one.to.writableEnded) return true;
    one.since = newest;
    one.to.write(`id: ${newest}\n${event('changed', newest)}`);
    return true;
  } finally {
    await tx.rollback().execute();
  }
}
