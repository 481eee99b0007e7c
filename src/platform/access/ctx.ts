import type { Transaction } from 'kysely';
import type { ReplicaState } from '../db/replica/replica.ts';
import type { DB } from '../db/schema.ts';
import type { Clause } from './clauses.ts';
import type { Permission, Role } from './roles.ts';

/** One role held today in one agency and perhaps a team. */
export interface Membership {
  role: Role;
  agencyId: string;
  agencyName: string;
  agencyType: string;
  /** Clauses of the agency's agreement that stand today. */
  clauses: readonly Clause[];
  teamId: string | null;
  teamName: string | null;
  teamPurpose: string | null;
}

/** A signed-in member of staff. */
export interface StaffActor {
  kind: 'staff';
  staffId: string;
  name: string;
  jobTitle: string;
  memberships: readonly Membership[];
  permissions: ReadonlySet<Permission>;
  csrf: string;
  previousVisitAt: Date | null;
}

/** A visitor without sign-in; `visitorKey` is the hash of the same-browser key that holds their draft. */
export interface PublicActor {
  kind: 'public';
  visitorKey: string;
  csrf: string;
}
/** The worker, sign-in itself, or a scheduled job. */
export interface SystemActor {
  kind: 'system';
  job: string;
}
/** A machine of a partner agency, by its issuer's token. */
export interface MachineActor {
  kind: 'machine';
  clientId: string;
  agencyId: string;
  scopes: readonly string[];
}

export type Actor = StaffActor | PublicActor | SystemActor | MachineActor;

/** A place in the navigation; appears only for those who hold the permission. */
export interface NavigationItem {
  label: string;
  href: string;
  permission: Permission;
}

/** What is known of the request or job; ids only, safe to log. */
export interface RequestFacts {
  id: string;
  nonce: string;
  path: string;
  /** A sentence about what just happened, shown once. */
  flash: string | null;
  navigation: readonly NavigationItem[];
  /** True when the database is marked as a demonstration: every page says that its people are invented. */
  demonstration?: boolean;
}

/** What the audit row of this request will say; handlers add to it as they learn whose information they showed. */
export interface AuditNote {
  action: string;
  purpose: string | null;
  subjects: Set<string>;
  record: { kind: string; id: string } | null;
  detail: Record<string, string | number | boolean | string[] | null>;
}

/** A read replica as one request sees it. What it told is audited in `tx`, and so before a byte leaves. */
export interface ReplicaForOne {
  /** What `work` finds there; undefined when it does not show everything committed before, or is not to be reached: then ask `tx`. */
  ask<T>(work: (replica: Transaction<DB>) => Promise<T>): Promise<T | undefined>;
  state(): Promise<ReplicaState>;
}

/** Who, when, which transaction, which request. Made once per request or job by the platform. */
export interface Ctx {
  who: Actor;
  now: Date;
  tx: Transaction<DB>;
  request: RequestFacts;
  note: AuditNote;
  /** The read replica, asked as the same person; none where none is set up. */
  replica?: ReplicaForOne;
}

/** A ctx whose actor is a signed-in member of staff; routes with a staff permission receive this. */
export interface StaffCtx extends Ctx {
  who: StaffActor;
}

/** The role and agency the person is taken to act in: their first membership. */
export const actingAs = (who: Actor): Membership | undefined => (who.kind === 'staff' ? who.memberships[0] : undefined);

/** True when the signed-in person holds the permission. */
export const may = (ctx: Ctx, permission: Permission): boolean => ctx.who.kind === 'staff' && ctx.who.permissions.has(permission);

/** Tells the audit whose information this request showed or changed. */
export function saw(ctx: Ctx, ...personIds: (string | null | undefined)[]): void {
  for (const id of personIds) if (id) ctx.note.subjects.add(id);
}

/** Tells the audit which record the request was about. */
export function about(ctx: Ctx, kind: string, id: string): void {
  ctx.note.record = { kind, id };
}
