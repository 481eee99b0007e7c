import { randomUUID } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import type { PdsSettings } from './pds-settings.ts';
import type { TimeAtHand } from './time-at-hand.ts';

/** An access token by client credentials with a signed JWT (RFC 7523; NHS England, "Application-restricted RESTful APIs, signed JWT
 *  authentication"): RS512, at most five minutes old, each with an id of its own. Kept until half a minute before it runs out. */
export interface TokenSource {
  token(): Promise<string>;
  /** The one in hand was turned away: fetch another. */
  forget(): void;
}

/** The token endpoint does not answer, or turned the application away (status). */
export class NoToken extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`No token (${status})`);
    this.name = 'NoToken';
    this.status = status;
  }
}

const timeoutMs = 10_000;

/** A source of tokens for one application. */
export function tokenSource(settings: PdsSettings, time: TimeAtHand): TokenSource {
  let held: { token: string; until: number } | null = null;
  return {
    async token() {
      if (held && held.until > time.now()) return held.token;
      const from = time.now();
      const { access_token: token, expires_in: seconds } = await fetchToken(settings, from);
      held = { token, until: from + Math.max(0, Number(seconds) - 30) * 1_000 };
      return token;
    },
    forget() {
      held = null;
    },
  };
}

async function assertionOf(settings: PdsSettings, now: number): Promise<string> {
  const seconds = Math.floor(now / 1_000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS512', typ: 'JWT', kid: settings.keyId })
    .setIssuer(settings.apiKey)
    .setSubject(settings.apiKey)
    .setAudience(settings.tokenUrl)
    .setJti(randomUUID())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 240)
    .sign(await importPKCS8(settings.privateKey, 'RS512'));
}

async function fetchToken(settings: PdsSettings, now: number): Promise<{ access_token: string; expires_in: string | number }> {
  const reply = await fetch(settings.tokenUrl, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertionOf(settings, now),
    }),
  });
  if (!reply.ok) throw new NoToken(reply.status);
  const found = (await reply.json()) as { access_token?: unknown; expires_in?: unknown };
  if (typeof found.access_token !== 'string') throw new NoToken(reply.status);
  const { expires_in: seconds } = found;
  return { access_token: found.access_token, expires_in: typeof seconds === 'string' || typeof seconds === 'number' ? seconds : 60 };
}
