import type { Opened } from './open-episode.store.ts';
import type { Action } from './plan.store.ts';

/** The name of someone of the family; says so when the reader may not know it. */
export const nameIn = (opened: Opened, personId: string | null): string =>
  personId === null
    ? 'The whole family'
    : (opened.family.members.find((member) => member.personId === personId)?.name ?? 'Someone whose name is not open to you');

/** Who owns an action, in words. */
export const ownerWords = (opened: Opened, action: Pick<Action, 'owner_staff_name' | 'owner_person_id' | 'owner_name'>): string =>
  action.owner_staff_name ??
  action.owner_name ??
  opened.family.members.find((member) => member.personId === action.owner_person_id)?.name ??
  'Someone of the family';
