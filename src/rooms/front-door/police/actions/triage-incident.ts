import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { contactToChange } from '../../contact.store.ts';
import { isOver, type ContactState } from '../../contact.ts';
import { openMeeting } from '../meeting.store.ts';
import { suggestedColour, type Colour } from '../notification.ts';
import { questionsAbout } from '../question.store.ts';
import { sharingAgreed } from '../question.ts';
import { incidentOf, writeTriage } from '../triage.store.ts';
import { mayNotGo, type TriageOutcome } from '../triage.ts';

/** Writes what a person makes of an incident: its colour, where it goes, why. What a rule suggested is kept beside it. It decides for no child. */
export async function triageIncident(
  ctx: StaffCtx,
  asked: { contactId: string; colour: Colour; outcome: TriageOutcome; why: string },
): Promise<void> {
  const contact = await contactToChange(ctx, asked.contactId);
  about(ctx, 'contact', contact.id);
  if (isOver(contact.state as ContactState)) throw refused('This contact is closed already.');
  const incident = await incidentOf(ctx, contact.id);
  saw(ctx, ...incident.personIds);
  const agreed = sharingAgreed(await questionsAbout(ctx, contact.id));
  const why = mayNotGo(asked, { shareRules: incident.shareRules, sharingAgreed: agreed });
  if (why) throw refused(why);
  const suggestion = suggestedColour(incident);
  await writeTriage(ctx, {
    ...asked,
    suggested: suggestion ? `${suggestion.colour}: ${suggestion.because}` : null,
    meetingId: (await openMeeting(ctx))?.id ?? null,
  });
}
