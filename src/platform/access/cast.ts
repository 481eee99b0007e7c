import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { queryBuilder } from '../db/query-builder.ts';
import type { DB } from '../db/schema.ts';
import { freshDatabase, type TestDatabase } from '../db/test-database.ts';
import { clauseCodes } from './clauses.ts';
import type { Ctx, StaffActor, StaffCtx } from './ctx.ts';
import { permissionsOf, type Role } from './roles.ts';
import { actingFor } from './transaction.ts';

/** For tests: a database of one's own and people to act in it. Rows that set the scene go in past every policy. */
export interface Cast {
  db: TestDatabase;
  app: Kysely<DB>;
  /** Past every policy, for setting a scene and for looking at what really stands there. */
  behind: Kysely<DB>;
  agency(type?: string, name?: string): Promise<string>;
  team(agencyId: string, purpose: string, name?: string): Promise<string>;
  staff(role: Role, place: { agencyId: string; teamId?: string; name?: string }): Promise<StaffActor>;
  person(facts?: Record<string, unknown>): Promise<string>;
  /** Runs work as someone, through the application's own login and policies; without a note the audit row is not written. */
  as<T>(who: StaffActor, work: (ctx: StaffCtx) => Promise<T>, now?: Date): Promise<T>;
  asPublic<T>(work: (ctx: Ctx) => Promise<T>, visitorKey?: string): Promise<T>;
  asSystem<T>(work: (ctx: Ctx) => Promise<T>, now?: Date): Promise<T>;
  end(): Promise<void>;
}

/** The moment tests take place unless they say otherwise: Tuesday 24 November 2026, 10 in the morning in London. */
export const testNow = new Date('2026-11-24T10:00:00Z');

/** People, agencies and ways to act as any of them, in a fresh database or the one given. Call `end()` when done. */
export async function makeCast(given?: TestDatabase): Promise<Cast> {
  const db = given ?? (await freshDatabase());
  const app = queryBuilder(db.app);
  const behind = queryBuilder(db.superuser);
  const scene = scenery(behind);
  return {
    db,
    app,
    behind,
    ...scene,
    as: (who, work, now = testNow) => actingFor(app, who, now, 'test.act', (ctx) => work(ctx as StaffCtx)),
    asPublic: (work, visitorKey = 'visitor') => actingFor(app, { kind: 'public', visitorKey, csrf: 'csrf' }, testNow, 'test.act', work),
    asSystem: (work, now = testNow) => actingFor(app, { kind: 'system', job: 'test' }, now, 'test.act', work),
    end: () => db.drop(),
  };
}

function scenery(behind: Kysely<DB>) {
  return {
    async agency(type = 'LA_SOCIAL_CARE', name = `Agency ${type}`): Promise<string> {
      const row = {
        id: randomUUID(),
        name,
        agency_type: type,
        agreement_reference: 'ISA-1',
        agreement_signed_on: '2026-01-01',
        dpia_reference: 'DPIA-1',
        live_from: '2026-01-01',
        clauses: [...clauseCodes],
      };
      await behind.insertInto('agency').values(row).execute();
      return row.id;
    },
    async team(agencyId: string, purpose: string, name = `Team ${purpose}`): Promise<string> {
      const row = { id: randomUUID(), agency_id: agencyId, name, purpose };
      await behind.insertInto('team').values(row).execute();
      return row.id;
    },
    async staff(role: Role, place: { agencyId: string; teamId?: string; name?: string }): Promise<StaffActor> {
      const staffId = randomUUID();
      const name = place.name ?? `Test ${role}`;
      await behind.insertInto('staff').values({ id: staffId, display_name: name, job_title: role, is_synthetic: true }).execute();
      await behind
        .insertInto('membership')
        .values({ staff_id: staffId, agency_id: place.agencyId, team_id: place.teamId ?? null, role, valid_from: '2020-01-01' })
        .execute();
      const membership = {
        role,
        agencyId: place.agencyId,
        agencyName: 'Agency',
        agencyType: '',
        clauses: clauseCodes,
        teamId: place.teamId ?? null,
        teamName: null,
        teamPurpose: null,
      };
      return {
        kind: 'staff',
        staffId,
        name,
        jobTitle: role,
        memberships: [membership],
        permissions: permissionsOf([role]),
        csrf: 'csrf',
        previousVisitAt: null,
      };
    },
    async person(facts: Record<string, unknown> = {}): Promise<string> {
      const id = randomUUID();
      await behind
        .insertInto('person')
        .values({ id, given_name: 'Amina', family_name: 'Hassan', date_of_birth: '2018-03-02', sex: 'F', is_synthetic: true, ...facts })
        .execute();
      return id;
    },
  };
}
