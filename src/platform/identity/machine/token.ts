import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';

/** What a token that holds says: who the issuer says this is and what it was given. */
export interface HeldToken {
  issuer: string;
  subject: string;
  scopes: readonly string[];
}
/** A token that proves nothing; `why` is for the audit, never for the caller. */
export class BadToken extends Error {
  readonly why: string;
  constructor(why: string) {
    super(why);
    this.name = 'BadToken';
    this.why = why;
  }
}
/** The issuer's keys cannot be had just now. */
export class IssuerAway extends Error {}

/** Signatures we take. Never `none`, never one made with a shared secret. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];
const skewSeconds = 30;
const timeoutMs = 5_000;

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** Checks tokens of the issuers we know: their keys by discovery, kept and refreshed; signature, audience, expiry, not-before. */
export interface TokenCheck {
  held(token: string, knownIssuers: readonly string[], now: Date): Promise<HeldToken>;
}

/** `audience` is our own origin, which the token must be for. */
export function tokenCheck(audience: string): TokenCheck {
  const known = new Map<string, Keys>();
  const keysOf = async (issuer: string): Promise<Keys> => {
    const kept = known.get(issuer) ?? createRemoteJWKSet(await keyAddress(issuer), { timeoutDuration: timeoutMs });
    known.set(issuer, kept);
    return kept;
  };
  return {
    async held(token, knownIssuers, now) {
      const issuer = claimedIssuer(token);
      // Only issuers of our own records are ever asked for keys: a token cannot send us to an address of its choice.
      if (!knownIssuers.includes(issuer)) throw new BadToken('unknown-issuer');
      const keys = await keysOf(issuer);
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience,
          algorithms,
          clockTolerance: skewSeconds,
          requiredClaims: ['exp', 'sub', 'iat'],
          currentDate: now,
        });
        return { issuer, subject: String(payload.sub), scopes: scopesOf(payload) };
      } catch (error) {
        throw isAway(error) ? new IssuerAway(issuer, { cause: error }) : new BadToken(reason(error));
      }
    },
  };
}

function claimedIssuer(token: string): string {
  try {
    if (!algorithms.includes(String(decodeProtectedHeader(token).alg))) throw new BadToken('algorithm');
    return String(decodeJwt(token).iss ?? '');
  } catch (error) {
    throw error instanceof BadToken ? error : new BadToken('not-a-token');
  }
}

/** Scopes as OAuth has them (`scope`, words) or as Entra ID gives them to applications (`roles`, a list). */
function scopesOf(payload: Readonly<Record<string, unknown>>): string[] {
  const scope = typeof payload['scope'] === 'string' ? payload['scope'].split(' ') : [];
  const roles = Array.isArray(payload['roles']) ? payload['roles'].map(String) : [];
  return [...scope, ...roles].filter((one) => one !== '');
}

async function keyAddress(issuer: string): Promise<URL> {
  const reply = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
  }).catch((error: unknown) => {
    throw new IssuerAway(issuer, { cause: error });
  });
  if (!reply.ok) throw new IssuerAway(issuer);
  const found = (await reply.json().catch(() => ({}))) as { issuer?: unknown; jwks_uri?: unknown };
  const url = typeof found.jwks_uri === 'string' ? URL.parse(found.jwks_uri) : null;
  if (found.issuer !== issuer || !url) throw new IssuerAway(issuer);
  return url;
}

const isAway = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout || (error instanceof TypeError && error.message === 'fetch failed');
const reason = (error: unknown): string =>
  error instanceof errors.JOSEError ? error.code.toLowerCase().replaceAll('_', '-') : 'not-verified';
