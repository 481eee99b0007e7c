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

interface GivenProvider {
  name: string;
  issuer: string;
  clientId: string;
  secretName: string | null;
}

/** Writes down the provider the environment names, by its issuer, and returns its id. What an administrator chose since (its name,
 *  whether it is offered) stays; client id and secret follow the environment. */
export async function settleProvider(ctx: Ctx, given: GivenProvider): Promise<string> {
  const talk = { client_id: given.clientId, client_secret_name: given.secretName };
  const known = await ctx.tx.selectFrom('identity_provider').select('id').where('issuer', '=', given.issuer).executeTakeFirst();
  if (!known)
    return (
      await ctx.tx
        .insertInto('identity_provider')
        .values({ name: given.name, issuer: given.issuer, ...talk })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  await ctx.tx.updateTable('identity_provider').set(talk).where('id', '=', known.id).execute();
  return known.id;
}

/** Brings a provider known by its client id to the address where it is now: for the demonstration's own, whose port may change. */
export async function moveProvider(ctx: Ctx, given: GivenProvider): Promise<string> {
  const known = await ctx.tx.selectFrom('identity_provider').select('id').where('client_id', '=', given.clientId).executeTakeFirst();
  if (!known) return settleProvider(ctx, given);
  await ctx.tx.updateTable('identity_provider').set({ issuer: given.issuer, active: true }).where('id', '=', known.id).execute();
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
