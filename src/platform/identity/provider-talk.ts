import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  discovery,
  None,
  type Configuration,
} from 'openid-client';
import type { ProviderRow } from './provider.store.ts';
import type { Attempt } from './attempt.store.ts';
import type { SignInSettings } from './settings.ts';

/** The provider cannot be reached, or does not answer as a provider. */
export class ProviderAway extends Error {}
/** The provider answered, and the answer does not prove who this is. */
export class NotProven extends Error {}

/** Who the provider says this is. */
export interface Proven {
  issuer: string;
  subject: string;
}

/** Speaking with providers: discovery is kept for an hour, each request may take five seconds. */
export interface ProviderTalk {
  /** Where the browser goes to sign in. Throws `ProviderAway`. */
  authorizationUrl(provider: ProviderRow, attempt: Attempt, state: string): Promise<URL>;
  /** Trades the code for an id token and checks state, nonce, PKCE, signature, issuer, audience and expiry. Throws `ProviderAway` or `NotProven`. */
  prove(provider: ProviderRow, attempt: Attempt, state: string, callback: URL): Promise<Proven>;
}

const keepDiscovery = 3_600_000;
const requestSeconds = 5;

/** Talks to providers by their published configuration, which is fetched once an hour; `clock` decides what has expired. */
export function providerTalk(settings: SignInSettings, redirectUri: string, clock: () => Date): ProviderTalk {
  const known = new Map<string, { configuration: Configuration; until: number }>();
  const configurationOf = async (provider: ProviderRow): Promise<Configuration> => {
    const key = `${provider.issuer} ${provider.clientId}`;
    const kept = known.get(key);
    if (kept && kept.until > clock().getTime()) return kept.configuration;
    const configuration = await discover(provider, settings);
    known.set(key, { configuration, until: clock().getTime() + keepDiscovery });
    return configuration;
  };
  return {
    async authorizationUrl(provider, attempt, state) {
      const configuration = await configurationOf(provider);
      const asked = {
        redirect_uri: redirectUri,
        scope: 'openid',
        response_type: 'code',
        state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
        ...(settings.demonstration ? { prompt: 'login' } : {}),
      };
      return buildAuthorizationUrl(configuration, asked);
    },
    async prove(provider, attempt, state, callback) {
      const configuration = await configurationOf(provider);
      try {
        const tokens = await authorizationCodeGrant(configuration, callback, {
          pkceCodeVerifier: attempt.codeVerifier,
          expectedState: state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new NotProven('no id token');
        return { issuer: claims.iss, subject: claims.sub };
      } catch (error) {
        if (isNetworkFault(error)) throw new ProviderAway('the provider did not answer', { cause: error });
        throw new NotProven('the answer proves nothing', { cause: error });
      }
    },
  };
}

async function discover(provider: ProviderRow, settings: SignInSettings): Promise<Configuration> {
  const secret = provider.secretName ? settings.secretOf(provider.secretName) : null;
  if (provider.secretName && !secret) throw new ProviderAway(`no secret under ${provider.secretName}`);
  const issuer = new URL(provider.issuer);
  // Plain http only to the demonstration's own provider on this computer.
  const local = settings.demonstration && issuer.hostname === '127.0.0.1';
  try {
    return await discovery(issuer, provider.clientId, undefined, secret ? ClientSecretPost(secret) : None(), {
      timeout: requestSeconds,
      execute: local ? [allowInsecureRequests] : [],
    });
  } catch (error) {
    throw new ProviderAway('the provider cannot be found', { cause: error });
  }
}

/** `fetch` failing, or running out of time, rather than an answer that was refused. */
function isNetworkFault(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at.name === 'TimeoutError' || (at instanceof TypeError && at.message === 'fetch failed')) return true;
  }
  return false;
}
