import { randomBytes, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { memoryStore } from './memory.ts';

/** A machine that may ask for tokens with its own secret. */
export interface FakeMachine {
  clientId: string;
  secret: string;
  scopes: readonly string[];
}

export interface FakeChoice {
  issuer: string;
  /** Our client id there: a public client, held by PKCE alone. */
  clientId: string;
  /** Where the application lives; its `/sign-in/callback` receives the code. */
  application: string;
  machines: readonly FakeMachine[];
}

/** A fresh signing key each time the fake starts: nothing signed before can be used after. */
async function signingKeys(): Promise<{ keys: object[] }> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { keys: [{ ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig', alg: 'RS256' }] };
}

function clients(choice: FakeChoice): object[] {
  const people = {
    client_id: choice.clientId,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: [`${choice.application}/sign-in/callback`],
    scope: 'openid',
  };
  const machines = choice.machines.map((machine) => ({
    client_id: machine.clientId,
    client_secret: machine.secret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    scope: machine.scopes.join(' '),
  }));
  return [people, ...machines];
}

interface Asking {
  oidc: { client: { clientId: string }; session: { accountId: string }; result?: { login?: { accountId: string } } };
}
interface Granting {
  oidc: Asking['oidc'];
  oidcProvider?: unknown;
}

/** What oidc-provider is told: code with PKCE for people, client credentials for machines, nothing else. */
export async function configurationOf(
  choice: FakeChoice,
  grantFor: (asking: Granting) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const scopes = [...new Set(choice.machines.flatMap((machine) => machine.scopes))];
  return {
    adapter: memoryStore(),
    clients: clients(choice),
    jwks: await signingKeys(),
    cookies: { keys: [randomBytes(32).toString('hex')], long: { sameSite: 'lax' }, short: { sameSite: 'lax' } },
    scopes: ['openid', ...scopes],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => choice.application,
        getResourceServerInfo: () => ({
          scope: scopes.join(' '),
          audience: choice.application,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    interactions: { url: (_asking: unknown, interaction: { uid: string }) => `/personas/${interaction.uid}` },
    loadExistingGrant: grantFor,
    findAccount: async (_asking: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub }) }),
    ttl: { Interaction: 600, AuthorizationCode: 60, IdToken: 300, AccessToken: 300, Grant: 600, Session: 600, ClientCredentials: 600 },
    renderError: (answer: { type: string; body: string }, out: Record<string, string>) => {
      answer.type = 'text/plain; charset=utf-8';
      answer.body = `The demonstration sign-in could not go on (${out['error'] ?? 'error'}). Go back to Goldthread and start again.`;
    },
  };
}
