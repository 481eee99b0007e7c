import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../access/cast.ts';
import type { StaffActor } from '../../access/ctx.ts';
import { holdersOf, roleNames, type Permission, type Role } from '../../access/roles.ts';
import { visits, type Visits } from '../../web/visit.ts';
import { administrationRoom } from './index.ts';

let cast: Cast;
let visit: Visits;
const people = new Map<Role, StaffActor>();
beforeAll(async () => {
  cast = await makeCast();
  visit = await visits(cast, [administrationRoom]);
  const agencyId = await cast.agency();
  for (const role of Object.keys(roleNames) as Role[]) people.set(role, await cast.staff(role, { agencyId }));
});
afterAll(async () => {
  await visit.end();
  await cast.end();
});

const address = (path: string): string => path.replaceAll(/:(\w*[iI]d)\b/g, () => randomUUID()).replaceAll(/:\w+/g, 'x');
const open = (path: string, method: string, who: StaffActor | null) =>
  method === 'GET' ? visit.get(who, address(path)) : visit.post(who, address(path), {});

describe('every administration address', () => {
  const guarded = administrationRoom.routes.filter((route) => route.opens !== 'public');
  it.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s opens for its roles alone',
    async (_name, route) => {
      const anonymous = await open(route.path, route.method, null);
      expect([303, 401], 'nobody signed in').toContain(anonymous.statusCode);
      for (const [role, who] of people) {
        const { statusCode } = await open(route.path, route.method, who);
        const allowed = route.opens === 'signed-in' || holdersOf(route.opens as Permission).includes(role);
        if (allowed) expect(statusCode, `${role} may`).not.toBe(403);
        else expect(statusCode, `${role} may not`).toBe(403);
        expect(statusCode).toBeLessThan(500);
      }
    },
  );
});

describe('the database refuses too, where a page forgot', () => {
  const others = (Object.keys(roleNames) as Role[]).filter((role) => role !== 'SYSADMIN');
  it('nobody but an administrator adds agencies, people, roles, sign-ins or providers', async () => {
    const target = await cast.staff('SW', { agencyId: await cast.agency() });
    for (const role of others) {
      const who = people.get(role)!;
      const entersAgencies = role === 'PARTNER_M';
      const entersPeople = entersAgencies || role === 'AG_ADM';
      const tries = [
        ...(entersAgencies
          ? []
          : [() => cast.as(who, (ctx) => ctx.tx.insertInto('agency').values({ name: 'X', agency_type: 'SCHOOL' }).execute())]),
        ...(entersPeople
          ? []
          : [() => cast.as(who, (ctx) => ctx.tx.insertInto('staff').values({ display_name: 'X', job_title: 'X' }).execute())]),
        () =>
          cast.as(who, (ctx) =>
            ctx.tx
              .insertInto('membership')
              .values({ staff_id: who.staffId, agency_id: target.memberships[0]!.agencyId, role: 'SYSADMIN', valid_from: '2026-01-01' })
              .execute(),
          ),
        () =>
          cast.as(who, (ctx) =>
            ctx.tx.insertInto('sign_in_identity').values({ issuer: 'https://x.example', subject: 'x', staff_id: target.staffId }).execute(),
          ),
        () =>
          cast.as(who, (ctx) =>
            ctx.tx.insertInto('identity_provider').values({ name: 'X', issuer: 'https://x.example', client_id: 'x' }).execute(),
          ),
      ];
      for (const attempt of tries) await expect(attempt(), role).rejects.toThrow(/row-level security/);
    }
  });

  it("nobody ends another person's session, but an administrator or the privacy officer", async () => {
    await cast.behind
      .insertInto('session')
      .values({ id_hash: 'h', staff_id: people.get('SW')!.staffId, csrf: 'c', issuer: 'x', expires_at: new Date('2030-01-01') })
      .execute();
    for (const role of others.filter((one) => one !== 'DPO' && one !== 'SW')) {
      const ended = await cast.as(people.get(role)!, (ctx) =>
        ctx.tx.updateTable('session').set({ ended_at: ctx.now }).where('id_hash', '=', 'h').executeTakeFirst(),
      );
      expect(ended.numUpdatedRows, role).toBe(0n);
    }
  });

  it('the system may add a first administrator only while there is none', async () => {
    await expect(
      cast.asSystem((ctx) => ctx.tx.insertInto('agency').values({ name: 'X', agency_type: 'SCHOOL' }).execute()),
    ).rejects.toThrow(/row-level security/);
  });
});
