import type { Ctx } from '../access/ctx.ts';

/** A provider people may sign in with. `secretName` is where its secret is kept, never the secret. */
export interface ProviderRow {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  secretName: string | null;
}

const columns = ['id', 'name', 'issuer', 'client_id as clientId', 'client_secret_name as secretName'] as const;

/** Providers offered on the sign-in page, by name. */
export async function offeredProviders(ctx: Ctx): Promise<ProviderRow[]> {
  return ctx.tx.selectFrom('identity_provider').select(columns).where('active', '=', true).orderBy('name').execute();
}

/** One active provider, or undefined. */
export async function activeProvider(ctx: Ctx, id: string): Promise<ProviderRow | undefined> {
  return ctx.tx.selectFrom('identity_provider').select(columns).where('id', '=', id).where('active', '=', true).executeTakeFirst();
}

/** Writes down a provider by its issuer, or brings the one of that client id to a new issuer; returns its id. */
export async function settleProvider(
  ctx: Ctx,
  given: { name: string; issuer: string; clientId: string; secretName: string | null },
): Promise<string> {
  const values = { name: given.name, issuer: given.issuer, client_id: given.clientId, client_secret_name: given.secretName, active: true };
  const known = await ctx.tx
    .selectFrom('identity_provider')
    .select('id')
    .where((where) => where.or([where('issuer', '=', given.issuer), where('client_id', '=', given.clientId)]))
    .executeTakeFirst();
  if (!known) return (await ctx.tx.insertInto('identity_provider').values(values).returning('id').executeTakeFirstOrThrow()).id;
  await ctx.tx.updateTable('identity_provider').set(values).where('id', '=', known.id).execute();
  return known.id;
}

/** Lets a provider speak for every agency there is; used for a demonstration, and for the only provider of a new installation. */
export async function bindToEveryAgency(ctx: Ctx, providerId: string): Promise<void> {
  await ctx.tx
    .insertInto('identity_provider_agency')
    .columns(['provider_id', 'agency_id'])
    .expression((from) => from.selectFrom('agency').select((pick) => [pick.val(providerId).as('provider_id'), 'agency.id']))
    .onConflict((clash) => clash.doNothing())
    .execute();
}
