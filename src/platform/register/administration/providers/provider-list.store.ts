import { sql } from 'kysely';
import type { StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';

/** A sign-in provider as its administrator keeps it. The secret itself is never here. */
export interface Provider {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  secretName: string | null;
  active: boolean;
  agencyIds: string[];
}

const all = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('identity_provider as p')
    .select([
      'p.id',
      'p.name',
      'p.issuer',
      'p.client_id as clientId',
      'p.client_secret_name as secretName',
      'p.active',
      sql<string[]>`(select coalesce(array_agg(b.agency_id::text), '{}') from identity_provider_agency b where b.provider_id = p.id)`.as(
        'agencyIds',
      ),
    ])
    .orderBy('p.name');

/** Every provider, by name. */
export async function providers(ctx: StaffCtx): Promise<Provider[]> {
  return all(ctx).execute();
}

/** One provider; refuses with not found. */
export async function providerOf(ctx: StaffCtx, id: string): Promise<Provider> {
  return found(await all(ctx).where('p.id', '=', id).executeTakeFirst());
}

type ProviderFacts = Omit<Provider, 'id'>;
const columns = (facts: ProviderFacts) => ({
  name: facts.name,
  issuer: facts.issuer,
  client_id: facts.clientId,
  client_secret_name: facts.secretName,
  active: facts.active,
});

/** Adds a provider with the agencies it may speak for; gives its id. */
export async function addProvider(ctx: StaffCtx, facts: ProviderFacts): Promise<string> {
  const { id } = await ctx.tx.insertInto('identity_provider').values(columns(facts)).returning('id').executeTakeFirstOrThrow();
  await bind(ctx, id, facts.agencyIds);
  return id;
}

/** Changes a provider and the agencies it may speak for. What it no longer speaks for is lost with the next request of whoever signed in
 *  with it; when its issuer changes, everyone it signed in is signed out. */
export async function changeProvider(ctx: StaffCtx, before: Provider, facts: ProviderFacts): Promise<void> {
  await ctx.tx.updateTable('identity_provider').set(columns(facts)).where('id', '=', before.id).execute();
  await ctx.tx.deleteFrom('identity_provider_agency').where('provider_id', '=', before.id).execute();
  await bind(ctx, before.id, facts.agencyIds);
  if (facts.issuer === before.issuer) return;
  const ended = { ended_at: ctx.now, ended_because: 'revoked' };
  await ctx.tx.updateTable('session').set(ended).where('issuer', '=', before.issuer).where('ended_at', 'is', null).execute();
}

async function bind(ctx: StaffCtx, providerId: string, agencyIds: readonly string[]): Promise<void> {
  if (agencyIds.length === 0) return;
  await ctx.tx
    .insertInto('identity_provider_agency')
    .values(agencyIds.map((agencyId) => ({ provider_id: providerId, agency_id: agencyId })))
    .execute();
}
