import { readFileSync } from 'node:fs';

/** What sign-in is told when the program starts. */
export interface SignInSettings {
  /** A demonstration database: the local provider may be spoken to without TLS, and asks who to be each time. */
  demonstration: boolean;
  /** The secret kept under a name (an environment variable, or the file its `_FILE` twin points at); null for a client held by PKCE alone. */
  secretOf(name: string): string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads secrets from the environment or from files, as containers hand them over; never from the database. */
export function secretsFrom(env: Environment): SignInSettings['secretOf'] {
  return (name) => {
    const file = env[`${name}_FILE`];
    const value = env[name] ?? (file ? readFileSync(file, 'utf8') : '');
    return value.trim() || null;
  };
}

/** The one provider named by the environment, for a council that has no other; null when it names none. */
export function providerFrom(env: Environment): { issuer: string; clientId: string; name: string } | null {
  const issuer = env['OIDC_ISSUER']?.trim();
  const clientId = env['OIDC_CLIENT_ID']?.trim();
  if (!issuer && !clientId) return null;
  if (!issuer || !clientId)
    throw new Error('Set OIDC_ISSUER and OIDC_CLIENT_ID together (and OIDC_CLIENT_SECRET or OIDC_CLIENT_SECRET_FILE).');
  if (!issuer.startsWith('https://')) throw new Error('OIDC_ISSUER must begin with https://.');
  return { issuer, clientId, name: env['OIDC_NAME']?.trim() || 'your work account' };
}

/** Origin of BASE_URL, the address people use; throws, in words, on one that is none. */
export function originFrom(baseUrl: string): string {
  const url = URL.parse(baseUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    throw new Error('BASE_URL must be an address such as https://goldthread.example.gov.uk, without a path.');
  return url.origin;
}
