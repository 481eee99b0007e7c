/** Short forms of the front door: each takes what was typed to one action and goes back to where the person was. */
import { z } from 'zod';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { about } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { id, oneOf, optionalOneOf, optionalText, requiredText } from '../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../platform/web/route.ts';
import { addNote } from '../actions/add-note.ts';
import { answerHandover } from '../actions/answer-handover.ts';
import { askReferrer } from '../actions/ask-referrer.ts';
import { holdContact } from '../actions/hold-contact.ts';
import { joinContact } from '../actions/join-contact.ts';
import { pullNext } from '../actions/pull-next.ts';
import { recognisePerson } from '../actions/recognise-person.ts';
import { recordNewPerson } from '../actions/record-new-person.ts';
import { takeBackRecognition } from '../actions/take-back-recognition.ts';
import { fileOf } from '../file.store.ts';
import { laneKeys } from '../ways-in/lanes.codes.ts';

export const nothing = z.looseObject({});
export const pullShape = z.object({ lane: optionalOneOf(['duty', ...laneKeys]) });
export const holdShape = z.object({ hold: oneOf(['yes', 'no'], 'Choose to take it or let it go') });
export const matchShape = z.object({
  personId: id(),
  decision: oneOf(['same person', 'not the same person', 'not sure'], 'Select same person, not the same person, or not sure'),
  why: optionalText(500),
});
export const noteShape = z.object({ note: requiredText('Enter the note') });
export const questionShape = z.object({
  question: requiredText('Enter what you need to know', 1000),
  safeBecause: requiredText('Enter why it is safe to wait for the answer', 500),
});
export const joinShape = z.object({ reference: requiredText('Enter the reference of the other contact', 20) });
export const acceptShape = z.object({ byName: requiredText('Enter who took it', 200) });
export const returnShape = z.object({ reason: requiredText('Enter why it goes back', 500) });

const place = (asked: Asked): string => `/front-door/contacts/${asked.params['id'] ?? ''}`;
const contactId = (asked: Asked): string => asked.params['id'] ?? '';
const namedId = (asked: Asked): string => asked.params['namedId'] ?? '';

export async function pull(ctx: StaffCtx, form: z.output<typeof pullShape>): Promise<Answer> {
  const next = await pullNext(ctx, form.lane);
  if (next) return seeOther(`/front-door/contacts/${next}`);
  return form.lane
    ? seeOther(`/front-door?lane=${encodeURIComponent(form.lane)}`, 'Nothing is waiting in this lane. Look at every lane.')
    : seeOther('/front-door', 'Nothing is waiting. Every contact is held by someone.');
}
export async function hold(ctx: StaffCtx, form: z.output<typeof holdShape>, asked: Asked): Promise<Answer> {
  await holdContact(ctx, contactId(asked), form.hold === 'yes');
  return seeOther(place(asked));
}
export async function match(ctx: StaffCtx, form: z.output<typeof matchShape>, asked: Asked): Promise<Answer> {
  await recognisePerson(ctx, {
    contactId: contactId(asked),
    namedId: namedId(asked),
    personId: form.personId,
    answer: form.decision,
    why: form.why,
  });
  return form.decision === 'same person'
    ? seeOther(place(asked), 'Recognised')
    : seeOther(`${place(asked)}/people/${namedId(asked)}`, `Remembered: ${form.decision}`);
}
export async function recordNew(ctx: StaffCtx, _form: unknown, asked: Asked): Promise<Answer> {
  await recordNewPerson(ctx, contactId(asked), namedId(asked));
  return seeOther(place(asked), 'Recorded as a new person');
}
export async function takeBack(ctx: StaffCtx, _form: unknown, asked: Asked): Promise<Answer> {
  await takeBackRecognition(ctx, contactId(asked), namedId(asked));
  return seeOther(place(asked), 'Taken back. Say who they are again.');
}
export async function note(ctx: StaffCtx, form: z.output<typeof noteShape>, asked: Asked): Promise<Answer> {
  await addNote(ctx, contactId(asked), form.note);
  return seeOther(place(asked), 'Note added');
}
export async function question(ctx: StaffCtx, form: z.output<typeof questionShape>, asked: Asked): Promise<Answer> {
  await askReferrer(ctx, { contactId: contactId(asked), ...form });
  return seeOther(place(asked), "The question is on the referrer's page. The clock goes on running.");
}
export async function join(ctx: StaffCtx, form: z.output<typeof joinShape>, asked: Asked): Promise<Answer> {
  await joinContact(ctx, contactId(asked), form.reference);
  return seeOther('/front-door', `Joined to ${form.reference.toUpperCase()}`);
}
export async function accept(ctx: StaffCtx, form: z.output<typeof acceptShape>, asked: Asked): Promise<Answer> {
  await answerHandover(ctx, { handoverId: contactId(asked), accept: true, byName: form.byName });
  return seeOther(ctx.who.permissions.has('front-door.queue') ? '/front-door' : '/passed-to-you', 'Accepted');
}
export async function giveBack(ctx: StaffCtx, form: z.output<typeof returnShape>, asked: Asked): Promise<Answer> {
  await answerHandover(ctx, { handoverId: contactId(asked), accept: false, reason: form.reason });
  return seeOther(ctx.who.permissions.has('front-door.queue') ? '/front-door' : '/passed-to-you', 'Sent back to the front door');
}

/** An attached file; one whose virus scan has not passed is held back. */
export async function file(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const stored = await fileOf(ctx, contactId(asked));
  about(ctx, stored.owner_kind, stored.owner_id);
  if (stored.scan_state !== 'clean') throw refused('This file is held back until its virus scan has passed.');
  return { kind: 'file', name: stored.name, mediaType: stored.media_type, content: stored.content };
}
