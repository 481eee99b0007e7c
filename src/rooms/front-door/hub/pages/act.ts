/** Short forms of an enquiry: each takes what was typed to one action and goes back to where the person was. */
import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { oneOf, optionalText, requiredText } from '../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { askOwner } from '../actions/ask-owner.ts';
import { cancelRequest } from '../actions/cancel-request.ts';
import { chaseAgency } from '../actions/chase-agency.ts';
import { goOnWithout } from '../actions/go-on-without.ts';
import { rateEnquiry } from '../actions/rate-enquiry.ts';
import { sayFamilyTold } from '../actions/say-family-told.ts';
import { answerAsSecond } from '../actions/answer-as-second.ts';
import { askSecond } from '../actions/ask-second.ts';
import { ragFacts, rags } from '../enquiry.ts';
import { familyToldFields } from './open.tsx';

export const rateShape = z.object({
  rag: oneOf(rags, 'Select the colour'),
  rateReason: requiredText('Enter why the rating changes', 1000),
});
export const familyShape = z.object(familyToldFields);
export const withoutShape = z.object({ withoutReason: requiredText('Enter why the hub does not wait for them', 1000) });
export const proposalShape = z.object({ proposal: requiredText('Enter what you propose and why it is safe', 2000) });
export const secondShape = z.object({
  agreed: oneOf(['yes', 'no'], 'Select whether you agree'),
  secondReason: requiredText('Enter why you agree or do not', 1000),
});
export const chaseShape = z.object({
  how: oneOf(['in Goldthread', 'by telephone', 'by secure email'], 'Select how you reminded them'),
  spokeTo: optionalText(200),
  note: optionalText(1000),
});
export const cancelShape = z.object({ cancelReason: requiredText('Enter why they are no longer asked', 500) });
export const ownerShape = z.object({
  toWhom: requiredText('Enter who is to have it', 200),
  purpose: requiredText('Enter what they need it for', 500),
});

const enquiryId = (asked: Asked): string => asked.params['id'] ?? '';
const requestId = (asked: Asked): string => asked.params['requestId'] ?? '';
const place = (asked: Asked): string => `/front-door/hub/${enquiryId(asked)}`;

export async function rate(ctx: StaffCtx, form: z.output<typeof rateShape>, asked: Asked): Promise<Answer> {
  await rateEnquiry(ctx, { enquiryId: enquiryId(asked), rag: form.rag, reason: form.rateReason });
  return seeOther(
    place(asked),
    `Rated ${ragFacts[form.rag].words.toLowerCase()}. Its clocks count from the same beginning by the new rule.`,
  );
}
export async function family(ctx: StaffCtx, form: z.output<typeof familyShape>, asked: Asked): Promise<Answer> {
  await sayFamilyTold(ctx, { enquiryId: enquiryId(asked), ...form });
  return seeOther(place(asked), 'Noted');
}
export async function without(ctx: StaffCtx, form: z.output<typeof withoutShape>, asked: Asked): Promise<Answer> {
  await goOnWithout(ctx, { enquiryId: enquiryId(asked), reason: form.withoutReason });
  return seeOther(`${place(asked)}#deciding`, 'The reason is recorded. The decision can be made.');
}
export async function propose(ctx: StaffCtx, form: z.output<typeof proposalShape>, asked: Asked): Promise<Answer> {
  await askSecond(ctx, { enquiryId: enquiryId(asked), proposal: form.proposal });
  return seeOther(`${place(asked)}#deciding`, 'A second manager is asked. It is on the Today page of the other managers.');
}
export async function second(ctx: StaffCtx, form: z.output<typeof secondShape>, asked: Asked): Promise<Answer> {
  await answerAsSecond(ctx, { enquiryId: enquiryId(asked), agreed: form.agreed === 'yes', reason: form.secondReason });
  return seeOther(
    `${place(asked)}#deciding`,
    form.agreed === 'yes' ? 'You agree. Your name stands with the decision.' : 'You do not agree. That is recorded.',
  );
}
export async function chase(ctx: StaffCtx, form: z.output<typeof chaseShape>, asked: Asked): Promise<Answer> {
  await chaseAgency(ctx, { enquiryId: enquiryId(asked), requestId: requestId(asked), ...form });
  return seeOther(place(asked), 'The reminder is recorded');
}
export async function cancel(ctx: StaffCtx, form: z.output<typeof cancelShape>, asked: Asked): Promise<Answer> {
  await cancelRequest(ctx, { enquiryId: enquiryId(asked), requestId: requestId(asked), reason: form.cancelReason });
  return seeOther(place(asked), 'They are no longer asked');
}
export async function owner(ctx: StaffCtx, form: z.output<typeof ownerShape>, asked: Asked): Promise<Answer> {
  await askOwner(ctx, { enquiryId: enquiryId(asked), itemId: asked.params['itemId'] ?? '', ...form });
  return seeOther(place(asked), 'The owner is asked. Until they agree it stays in the hub.');
}
