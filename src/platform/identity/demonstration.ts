import { sql, type Kysely } from 'kysely';
import { roleNames, type Role } from '../access/roles.ts';
import { actingFor } from '../access/transaction.ts';
import type { DB } from '../db/schema.ts';
import { londonDate } from '../time/london.ts';
import { bindToEveryAgency, moveProvider } from './provider.store.ts';

/** Our client id at the demonstration's provider: a public client, held by PKCE alone. */
export const demonstrationClient = 'goldthread-demonstration';

/** Partners' systems of the demonstration: a hospital's, which may ask the index (docs/running/standards.md), and the police's, which
 *  notifies the front door. Their secret is no secret. */
export const demonstrationSystems = [
  { clientId: 'demonstration-hospital', secret: 'demonstration', scopes: ['profile.read', 'patient.match', 'patient.read', 'record.find'] },
  { clientId: 'demonstration-police', secret: 'demonstration', scopes: ['police.notify'] },
] as const;

const system = { kind: 'system', job: 'demonstration' } as const;

/** Whether this database is marked as a demonstration: only then may the local provider be used. */
export async function isDemonstration(db: Kysely<DB>, now: Date): Promise<boolean> {
  const row = await actingFor(db, system, now, 'platform.start', (ctx) =>
    ctx.tx.selectFrom('setting').select('value').where('key', '=', 'demonstration').executeTakeFirst(),
  );
  return row?.value === 'yes' || row?.value === 'true';
}

/** Points the demonstration's provider at where it runs now and ties every synthetic member of staff to it: the subject is their id.
 *  Nobody who is not synthetic is ever tied. */
export async function settleDemonstration(db: Kysely<DB>, issuer: string, now: Date): Promise<void> {
  await actingFor(db, system, now, 'platform.start', async (ctx) => {
    const id = await moveProvider(ctx, { name: 'a demonstration person', issuer, clientId: demonstrationClient, secretName: null });
    await bindToEveryAgency(ctx, id);
    await sql`insert into sign_in_identity (issuer, subject, staff_id, added_at)
      select ${issuer}, s.id::text, s.id, ${now} from staff s where s.is_synthetic on conflict do nothing`.execute(ctx.tx);
    const systems = demonstrationSystems.map((one) => one.clientId);
    await ctx.tx.updateTable('machine_client').set({ issuer }).where('subject', 'in', systems).execute();
  });
}

/** Where the demonstration's provider was last started, by whichever web process; null when it never was. */
export async function demonstrationIssuer(db: Kysely<DB>, now: Date): Promise<string | null> {
  const row = await actingFor(db, system, now, 'platform.start', (ctx) =>
    ctx.tx.selectFrom('identity_provider').select('issuer').where('client_id', '=', demonstrationClient).executeTakeFirst(),
  );
  return row?.issuer ?? null;
}

/** One choice of the persona page. */
export interface PersonaChoice {
  subject: string;
  name: string;
  role: string;
  agency: string;
  day: string;
}

/** The invented people one may sign in as: those whose day is told, in that order; where none is, the first of each role. */
export async function personaChoices(db: Kysely<DB>, days: ReadonlyMap<string, string>, now: Date): Promise<PersonaChoice[]> {
  const today = londonDate(now);
  const rows = await actingFor(db, system, now, 'platform.start', (ctx) =>
    ctx.tx
      .selectFrom('staff as s')
      .innerJoin('membership as m', 'm.staff_id', 's.id')
      .innerJoin('agency as a', 'a.id', 'm.agency_id')
      .select(['s.id', 's.display_name', 'm.role', 'a.name as agency'])
      .distinctOn('s.id')
      .where('s.is_synthetic', '=', true)
      .where('s.left_on', 'is', null)
      .where('m.valid_from', '<=', today)
      .where((where) => where.or([where('m.valid_to', 'is', null), where('m.valid_to', '>=', today)]))
      .orderBy('s.id')
      .orderBy('m.valid_from')
      .execute(),
  );
  const all = rows.map((row) => ({
    subject: row.id,
    name: row.display_name,
    role: roleNames[row.role as Role],
    agency: row.agency,
    day: days.get(row.id) ?? '',
  }));
  const order = [...days.keys()];
  const told = all.filter((one) => days.has(one.subject)).toSorted((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject));
  return told.length > 0 ? told : firstOfEachRole(all);
}

function firstOfEachRole(all: readonly PersonaChoice[]): PersonaChoice[] {
  const first = new Map<string, PersonaChoice>();
  for (const one of all.toSorted((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name)))
    if (!first.has(one.role)) first.set(one.role, one);
  return [...first.values()];
}
