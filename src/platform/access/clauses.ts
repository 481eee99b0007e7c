/** Clauses of an agreement with an agency: what it may send and see (S-006). They stand beside the roles: a role opens a route only where
 *  the agency's agreement has a clause for it. What no clause names is the council's own work. */
import { permissionsOf, type Permission, type Role } from './roles.ts';

export const clauseCodes = ['concerns', 'hub-answers', 'index', 'families', 'police-notifications', 'feeds', 'council-work'] as const;
export type Clause = (typeof clauseCodes)[number];

interface ClauseFacts {
  label: string;
  /** What it lets the agency do, in words both sides sign. */
  lets: string;
  permissions: readonly Permission[];
  /** Scopes its machines may hold. */
  scopes: readonly string[];
}

export const clauseFacts: Record<Exclude<Clause, 'council-work'>, ClauseFacts> = {
  concerns: {
    label: 'Raise concerns',
    lets: 'raise a concern about a child, answer questions about it, hear what became of it, and disagree',
    permissions: ['concern.raise', 'concern.follow', 'health-concern.raise', 'disagreement.raise', 'disagreement.view'],
    scopes: [],
  },
  'hub-answers': {
    label: 'Answer the hub',
    lets: 'be asked by the hub what it knows of a family or thinks of a worry, take turns on duty, and answer; what it answers stays its own',
    permissions: ['hub.answer', 'duty.view'],
    scopes: [],
  },
  index: {
    label: 'Look up the index',
    lets: 'confirm who a child is and see who else is involved, with a reason each time; no case notes',
    permissions: ['index.look', 'person.view'],
    scopes: ['patient.match', 'patient.read', 'record.find'],
  },
  families: {
    label: 'Work in a team around the family',
    lets: 'join the team around a family, lead it where asked, and take what is passed on',
    permissions: [
      'early-help.view',
      'early-help.work',
      'contact.view',
      'person.view',
      'person.correct',
      'who-has-seen.view',
      'sharing.view',
      'sharing.record',
    ],
    scopes: [],
  },
  'police-notifications': {
    label: 'Send police notifications',
    lets: 'send notifications about children from its own system',
    permissions: ['police.desk'],
    scopes: ['police.notify'],
  },
  feeds: {
    label: 'Send lists of whom it works with',
    lets: 'send the list of children it works with, so that others see it is involved',
    permissions: [],
    scopes: ['feed.send'],
  },
};

/** What every signed-in person may do, whatever the agreement: their own day and the public aims. */
const always: readonly Permission[] = ['today.view', 'outcomes.view'];
/** An agency's administrator looks after its people under any agreement. */
const ofEveryAgreement: readonly Permission[] = ['agency.people'];

const named = (clause: Clause) => (clause === 'council-work' ? null : clauseFacts[clause]);

/** True when an agreement with these clauses opens the permission. */
export function clausesOpen(clauses: readonly Clause[], permission: Permission): boolean {
  if (always.includes(permission) || clauses.includes('council-work')) return true;
  return (
    (clauses.length > 0 && ofEveryAgreement.includes(permission)) || clauses.some((one) => named(one)?.permissions.includes(permission))
  );
}

/** True when an agreement with these clauses lets a machine hold the scope. */
export const clausesLetMachine = (clauses: readonly Clause[], scope: string): boolean =>
  clauses.includes('council-work') || clauses.some((one) => named(one)?.scopes.includes(scope));

/** The permissions of someone with these posts: each role's, as far as the agreement of the agency it is held in goes. */
export function permissionsIn(posts: readonly { role: Role; clauses: readonly Clause[] }[]): ReadonlySet<Permission> {
  return new Set(posts.flatMap(({ role, clauses }) => [...permissionsOf([role])].filter((one) => clausesOpen(clauses, one))));
}
