import { secretsFrom } from '../identity/settings.ts';

/** How to reach the Personal Demographics Service in application-restricted mode. */
export interface PdsSettings {
  /** Where `/Patient` hangs: https://api.service.nhs.uk/personal-demographics/FHIR/R4. */
  base: string;
  tokenUrl: string;
  /** The application's API key: issuer and subject of what it signs. */
  apiKey: string;
  keyId: string;
  /** The application's private key, PKCS 8 in PEM. Its public half is registered with the NHS. */
  privateKey: string;
  /** Calls a second at most; five is what a new application is given. */
  perSecond: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const names = ['PDS_BASE_URL', 'PDS_TOKEN_URL', 'PDS_API_KEY', 'PDS_KEY_ID'] as const;
const isSafe = (text: string): boolean => /^https:\/\/[^\s]+$/.test(text) || /^http:\/\/(127\.0\.0\.1|localhost):\d+/.test(text);

/** Reads the settings; null when none is set, which is the rule: nothing is asked of the NHS until somebody says so. Throws, in words, on a
 *  part of them, on an address without TLS, and on a pace that is none. */
export function pdsSettingsFrom(env: Environment): PdsSettings | null {
  const [base = '', tokenUrl = '', apiKey = '', keyId = ''] = names.map((name) => env[name]?.trim() ?? '');
  const privateKey = secretsFrom(env)('PDS_PRIVATE_KEY') ?? '';
  const given = [base, tokenUrl, apiKey, keyId, privateKey];
  if (given.every((one) => one === '')) return null;
  if (given.some((one) => one === ''))
    throw new Error(`Set all of ${names.join(', ')} and PDS_PRIVATE_KEY (or PDS_PRIVATE_KEY_FILE), or none of them.`);
  if (!isSafe(base) || !isSafe(tokenUrl)) throw new Error('PDS_BASE_URL and PDS_TOKEN_URL must begin with https://.');
  const perSecond = Number(env['PDS_CALLS_PER_SECOND'] ?? 5);
  if (!(perSecond > 0 && perSecond <= 200)) throw new Error('PDS_CALLS_PER_SECOND must be a number above 0 and at most 200.');
  return { base: base.replace(/\/$/, ''), tokenUrl, apiKey, keyId, privateKey, perSecond };
}
