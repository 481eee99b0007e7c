import { randomUUID } from 'node:crypto';
import { breakerOf, type Breaker } from './breaker.ts';
import { paceOf, type Pace } from './pace.ts';
import { pdsSettingsFrom, type PdsSettings } from './pds-settings.ts';
import { NoToken, tokenSource, type TokenSource } from './signed-token.ts';
import { realTime, type TimeAtHand } from './time-at-hand.ts';

/** What the Personal Demographics Service said: a Patient, a Bundle or an OperationOutcome, as JSON. Kept by nobody here. */
export interface PdsAnswer {
  status: number;
  body: unknown;
}

/** The Personal Demographics Service, paced, signed in, tried again where that helps. */
export interface Pds {
  /** `/Patient/9990000018`, or `/Patient` with the parameters of a search. Throws PdsAway. */
  ask(path: string, parameters?: readonly (readonly [string, string])[]): Promise<PdsAnswer>;
}

/** It does not answer, or turns this application away; nothing was learnt. `why` holds no personal data. */
export class PdsAway extends Error {
  readonly why: string;
  /** Milliseconds before which it is no use to ask again. */
  readonly notBefore: number;
  constructor(why: string, notBefore: number) {
    super(why);
    this.name = 'PdsAway';
    this.why = why;
    this.notBefore = notBefore;
  }
}

const tries = 4;
const timeoutMs = 10_000;
const restMs = 30_000;
const failuresInARow = 6;

interface Connection {
  settings: PdsSettings;
  time: TimeAtHand;
  tokens: TokenSource;
  pace: Pace;
  breaker: Breaker;
}

/** Opens a connection; nothing is sent before the first question. */
export function openPds(settings: PdsSettings, time: TimeAtHand = realTime): Pds {
  const connection: Connection = {
    settings,
    time,
    tokens: tokenSource(settings, time),
    pace: paceOf(settings.perSecond, time),
    breaker: breakerOf(failuresInARow, restMs, time),
  };
  return { ask: (path, parameters = []) => askPatiently(connection, `${path}${parameters.length > 0 ? `?${queryOf(parameters)}` : ''}`) };
}

const queryOf = (parameters: readonly (readonly [string, string])[]): string =>
  parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');

/** One question, up to four times: a failure of theirs, silence and "too many" are tried again, each time after longer. */
async function askPatiently(connection: Connection, path: string): Promise<PdsAnswer> {
  let why = '';
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const closed = connection.breaker.closedFor();
    if (closed > 0) throw new PdsAway('It failed several times in a row', closed);
    await connection.pace.turn();
    const tried = await askOnce(connection, path);
    if ('answer' in tried) return tried.answer;
    why = tried.why;
    if (attempt < tries) await connection.time.wait(tried.retryAfter ?? 250 * 2 ** attempt);
  }
  throw new PdsAway(why, restMs);
}

type Tried = { answer: PdsAnswer } | { why: string; retryAfter?: number };

async function askOnce({ settings, tokens, pace, breaker }: Connection, path: string): Promise<Tried> {
  try {
    const reply = await fetch(`${settings.base}${path}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { authorization: `Bearer ${await tokens.token()}`, 'x-request-id': randomUUID(), accept: 'application/fhir+json' },
    });
    if (reply.status === 429) {
      const quiet = secondsOf(reply.headers.get('retry-after')) * 1_000;
      pace.rest(quiet);
      return { why: 'It asked for fewer calls', retryAfter: quiet };
    }
    if (reply.status === 401) tokens.forget();
    const well = reply.status < 500 && reply.status !== 401;
    breaker.went(well);
    return well ? { answer: { status: reply.status, body: await reply.json() } } : { why: `It answered ${reply.status}` };
  } catch (error) {
    breaker.went(false);
    if (error instanceof NoToken && error.status < 500) throw new PdsAway(`It gives this application no token (${error.status})`, restMs);
    return { why: 'It does not answer' };
  }
}

const secondsOf = (header: string | null): number => (header && /^\d{1,4}$/.test(header) ? Math.max(1, Number(header)) : 1);

let current: Pds | null | undefined;

/** The connection of this process, from its settings when first asked for; null where none is set, so that nothing is ever asked. */
export function pdsConnection(): Pds | null {
  if (current === undefined) {
    const settings = pdsSettingsFrom(process.env);
    current = settings ? openPds(settings) : null;
  }
  return current;
}

/** Connects this process to another: the demonstration's own, or a test's. Null connects it to none. */
export function connectPds(connection: Pds | null): void {
  current = connection;
}
