import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { peopleBehind, waitingFor } from './lead.store.ts';

/** An offer to lead or an invitation to a team, as it waits for one person's answer. */
export interface Invitation {
  id: string;
  href: string;
  what: string;
  note: string | null;
  at: Date;
  about: string;
}

/** What waits for the signed-in person's answer, with the people it is about as far as they are open because of it. */
export async function invitationsOf(ctx: StaffCtx): Promise<Invitation[]> {
  const { offers, invites } = await waitingFor(ctx);
  const lead = offers.map((offer) => ({
    ...offer,
    what: `${offer.by_name} asks you to be lead professional (chosen by ${offer.chosen_by})`,
    href: `/invitations/lead/${offer.id}`,
  }));
  const team = invites.map((invite) => ({
    ...invite,
    what: `${invite.by_name} invites you to a team around a family as ${invite.part}`,
    href: `/invitations/team/${invite.id}`,
  }));
  const all: Invitation[] = [];
  for (const { id, href, what, note, at, episode_id } of [...lead, ...team]) {
    const people = await peopleBehind(ctx, episode_id);
    saw(ctx, ...people.map((person) => person.personId));
    all.push({ id, href, what, note, at, about: people.map((person) => person.name).join(', ') || 'people not open to you' });
  }
  return all;
}
