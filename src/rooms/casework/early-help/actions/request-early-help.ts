import { randomUUID } from 'node:crypto';
import { about, actingAs, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { addEvent } from '../../chronology/actions/add-event.ts';
import { insertEpisode, noteChange } from '../episode.store.ts';
import { intakeTeam } from '../team-inbox.store.ts';

export interface EarlyHelpRequest {
  familyId: string;
  /** The children it is about; each gets an event in the chronology. */
  childIds: readonly string[];
  reason: string;
  /** Agency that asked; the asker's own unless given. */
  requestedByAgency?: string | null;
  contactId?: string | null;
}

/** Asks for early help for a family (domain 3.6, REQUESTED). It goes to the asker's early help team or the inbox team. Refuses a second
 *  open request for the family. */
export async function requestEarlyHelp(ctx: StaffCtx, request: EarlyHelpRequest): Promise<string> {
  const id = randomUUID();
  const agencyId = request.requestedByAgency ?? actingAs(ctx.who)?.agencyId ?? null;
  const row = {
    id,
    familyId: request.familyId,
    reason: request.reason,
    requestedByAgency: agencyId,
    contactId: request.contactId ?? null,
    teamId: await intakeTeam(ctx),
  };
  await insertEpisode(ctx, row).catch((error: unknown) => {
    throw alreadyOpen(error) ? refused('This family already has early help, or it has been asked for. Open the family to see it.') : error;
  });
  await noteChange(ctx, id, 'requested', 'REQUESTED');
  for (const childId of request.childIds) {
    await addEvent(ctx, {
      personId: childId,
      category: 'help',
      description: 'Early help asked for',
      source: 'Early help',
      sourceAgencyId: agencyId,
      isAutomatic: true,
      linkedKind: 'early-help',
      linkedId: id,
    });
  }
  saw(ctx, ...request.childIds);
  about(ctx, 'early-help', id);
  return id;
}

const alreadyOpen = (error: unknown): boolean => (error as { constraint?: string }).constraint === 'early_help_episode_one_open';
