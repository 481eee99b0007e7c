import type { Kysely } from 'kysely';
import { actingFor } from '../access/transaction.ts';
import type { DB } from '../db/schema.ts';
import { bindToEveryAgency, offeredProviders, settleProvider } from './provider.store.ts';
import { providerFrom, secretsFrom } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Readies sign-in for a database that is no demonstration: the provider the environment names is written down, and there must be one.
 *  Throws, in words, where nobody could sign in, where BASE_URL is missing, or where a provider's secret is not to be had. */
export async function settleRealSignIn(db: Kysely<DB>, env: Environment, now: Date): Promise<void> {
  if (!env['BASE_URL'])
    throw new Error(
      'Set BASE_URL to the address people use, for example https://goldthread.example.gov.uk. Only a demonstration starts without it.',
    );
  const named = providerFrom(env);
  const providers = await actingFor(db, { kind: 'system', job: 'start' }, now, 'platform.start', async (ctx) => {
    if (named) {
      const secretName = secretsFrom(env)('OIDC_CLIENT_SECRET') ? 'OIDC_CLIENT_SECRET' : null;
      const id = await settleProvider(ctx, { ...named, secretName });
      const others = (await offeredProviders(ctx)).filter((one) => one.id !== id);
      if (others.length === 0) await bindToEveryAgency(ctx, id);
    }
    return offeredProviders(ctx);
  });
  const usable = providers.filter((one) => one.issuer.startsWith('https://'));
  if (usable.length === 0) {
    throw new Error(
      "Nobody could sign in: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET (or OIDC_CLIENT_SECRET_FILE). The demonstration's own sign-in works only in a demonstration database.",
    );
  }
  const secretOf = secretsFrom(env);
  const without = usable.filter((one) => one.secretName && !secretOf(one.secretName)).map((one) => one.secretName);
  if (without.length > 0)
    throw new Error(`Set ${without.join(', ')} (or the same name ending in _FILE): a sign-in provider's secret is kept there.`);
}
