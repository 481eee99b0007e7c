import { saw, type StaffCtx } from '../../platform/access/ctx.ts';
import { found, refused } from '../../platform/access/refusal.ts';
import { openInvolvement } from '../people/index.ts';
import { moved, screeningWaitsFor, type ContactState } from './contact.ts';
import { moveContact, namedIn, writeRecognition, type ContactRow } from './contact.store.ts';
import { routeAgain } from './ways-in/actions/route-again.ts';
import { calledOfRow } from './submitted.ts';

/** The officer's own front-door team, which becomes involved with everyone recognised until the contact closes. */
export function frontDoorTeam(ctx: StaffCtx): { agencyId: string; teamId: string } {
  const place =
    ctx.who.memberships.find((one) => one.teamPurpose === 'front-door' && one.teamId) ?? ctx.who.memberships.find((one) => one.teamId);
  if (!place?.teamId) throw refused('You are not in a front door team. Ask your administrator to add you to one.');
  return { agencyId: place.agencyId, teamId: place.teamId };
}

/** Writes who a named person is, opens their identity to the front door, and moves the contact on when every child is someone. */
export async function recognisedAs(
  ctx: StaffCtx,
  contact: ContactRow,
  namedId: string,
  personId: string,
  how: 'same person' | 'newly recorded',
): Promise<void> {
  const named = found((await namedIn(ctx, contact.id)).find((one) => one.id === namedId));
  if (named.person_id) throw refused(`${calledOfRow(named)} has been recognised already. Take that back first.`);
  const { agencyId, teamId } = frontDoorTeam(ctx);
  await openInvolvement(ctx, {
    personId,
    agencyId,
    teamId,
    role: 'Front door screening',
    opens: 'identity',
    becauseKind: 'contact',
    becauseId: contact.id,
    source: `Contact ${contact.reference}`,
  });
  await writeRecognition(ctx, { namedId, contactId: contact.id, personId, how });
  saw(ctx, personId);
  await routeAgain(ctx, contact.id);
  await nowWaitingFor(ctx, contact);
}

/** SUBMITTED -> MATCHING -> SCREENING as its children become known. */
async function nowWaitingFor(ctx: StaffCtx, contact: ContactRow): Promise<void> {
  const children = (await namedIn(ctx, contact.id))
    .filter((one) => one.part !== 'adult')
    .map((one) => ({ name: calledOfRow(one), personId: one.person_id }));
  const state = contact.state as ContactState;
  if (state !== 'SUBMITTED' && state !== 'MATCHING') return;
  const next = screeningWaitsFor(children) ? 'MATCHING' : moved(state, 'begin screening');
  if (next !== state) await moveContact(ctx, contact, next);
}
