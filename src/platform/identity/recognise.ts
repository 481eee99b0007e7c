import type { Membership } from '../access/ctx.ts';

/** Why someone whom the provider knows is not let in. Codes for the audit; the page says one thing for all of them. */
export type NotSetUp =
  | 'no-identity'
  | 'left'
  | 'no-membership'
  | 'agency-not-bound'
  | 'agency-not-agreed'
  | 'agency-not-live'
  | 'agency-suspended';

/** One role held today, with what is known of its agency. */
export interface Standing extends Membership {
  /** The agency is bound to the provider that was used. */
  bound: boolean;
  agreedOn: string | null;
  dpiaReference: string | null;
  liveFrom: string | null;
  suspendedAt: Date | null;
}

export interface KnownPerson {
  staffId: string;
  name: string;
  jobTitle: string;
  leftOn: string | null;
  standings: readonly Standing[];
}

/** Whether this person may work here today: someone who has not left, with at least one role today in an agency bound to the
 *  provider, agreed (S-006: signed agreement and DPIA reference), live and not suspended. Days are London's, YYYY-MM-DD. */
export function mayWorkHere(person: KnownPerson | null, today: string): { memberships: Standing[] } | { why: NotSetUp } {
  if (!person) return { why: 'no-identity' };
  if (person.leftOn && person.leftOn < today) return { why: 'left' };
  if (person.standings.length === 0) return { why: 'no-membership' };
  const reasons = person.standings.map((standing) => ({ standing, why: obstacle(standing, today) }));
  const memberships = reasons.filter(({ why }) => why === null).map(({ standing }) => standing);
  return memberships.length > 0 ? { memberships } : { why: reasons[0]!.why! };
}

function obstacle(standing: Standing, today: string): NotSetUp | null {
  if (standing.suspendedAt) return 'agency-suspended';
  if (!standing.agreedOn || !standing.dpiaReference) return 'agency-not-agreed';
  if (!standing.liveFrom || standing.liveFrom > today) return 'agency-not-live';
  return standing.bound ? null : 'agency-not-bound';
}
