import type { StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';

/** A machine of an agency that may call, as its administrator keeps it. */
export interface MachineClient {
  id: string;
  agencyId: string;
  agencyName: string;
  name: string;
  issuer: string;
  subject: string;
  scopes: string[];
  active: boolean;
  callsPerMinute: number;
}

const all = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('machine_client as m')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .select([
      'm.id',
      'a.id as agencyId',
      'a.name as agencyName',
      'm.name',
      'm.issuer',
      'm.subject',
      'm.scopes',
      'm.active',
      'm.calls_per_minute as callsPerMinute',
    ])
    .orderBy('a.name')
    .orderBy('m.name');

/** Every machine, by agency and name. */
export async function machineClients(ctx: StaffCtx): Promise<MachineClient[]> {
  return all(ctx).execute();
}

/** One machine; refuses with not found. */
export async function machineClientOf(ctx: StaffCtx, id: string): Promise<MachineClient> {
  return found(await all(ctx).where('m.id', '=', id).executeTakeFirst());
}

type MachineFacts = Omit<MachineClient, 'id' | 'agencyName'>;
const columns = ({ agencyId, callsPerMinute, ...facts }: MachineFacts) => ({
  agency_id: agencyId,
  calls_per_minute: callsPerMinute,
  ...facts,
});

/** Adds a machine and gives its id. */
export async function addMachineClient(ctx: StaffCtx, facts: MachineFacts): Promise<string> {
  return (await ctx.tx.insertInto('machine_client').values(columns(facts)).returning('id').executeTakeFirstOrThrow()).id;
}

/** Changes a machine. Switched off or with fewer scopes, it has lost them with its next call. */
export async function changeMachineClient(ctx: StaffCtx, id: string, facts: MachineFacts): Promise<void> {
  await ctx.tx.updateTable('machine_client').set(columns(facts)).where('id', '=', id).execute();
}
