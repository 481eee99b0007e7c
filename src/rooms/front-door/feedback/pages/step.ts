import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { id, oneOf, requiredText } from '../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { agreeSettlement } from '../actions/agree-settlement.ts';
import { judgeDisagreement } from '../actions/judge-disagreement.ts';
import { moveUp } from '../actions/move-up.ts';
import { nameSpeaker } from '../actions/name-speaker.ts';
import { proposeSettlement } from '../actions/propose-settlement.ts';
import { refuseSettlement } from '../actions/refuse-settlement.ts';
import { saySomething } from '../actions/say-something.ts';
import { withdrawDisagreement } from '../actions/withdraw-disagreement.ts';
import type { Settlement } from '../moving.ts';
import type { Outcome } from '../disagreement.ts';

export const sayShape = z.object({
  kind: oneOf(['said', 'protection'], 'Select what it is'),
  words: requiredText('Enter what was said or done'),
});
export const speakerShape = z.object({ staffId: id('Select who speaks for your agency') });
export const upShape = z.object({ because: requiredText('Enter why it goes up: what was tried and what is still open') });
export const settleShape = z.object({
  outcome: oneOf(['CHANGED', 'PARTLY_CHANGED', 'STANDS'], 'Select how it is settled'),
  settled: requiredText('Enter what is agreed'),
  learning: requiredText('Enter what both services learn, naming nobody'),
});
export const whyNotShape = z.object({ whyNot: requiredText('Enter why you do not agree') });
export const withdrawShape = z.object({ withdrawnBecause: requiredText('Enter why you withdraw it') });

const back = (asked: Asked, flash: string): Answer => seeOther(`/disagreements/${asked.params['id'] ?? ''}`, flash);
const idOf = (asked: Asked): string => asked.params['id'] ?? '';

/** What a disagreement's forms do, each the words it is told back with. */
export async function say(ctx: StaffCtx, form: z.output<typeof sayShape>, asked: Asked): Promise<Answer> {
  await saySomething(ctx, idOf(asked), form);
  return back(asked, 'Written down for both sides');
}
export async function speaker(ctx: StaffCtx, form: z.output<typeof speakerShape>, asked: Asked): Promise<Answer> {
  await nameSpeaker(ctx, idOf(asked), form.staffId);
  return back(asked, 'They speak for your agency now, and are told');
}
export async function up(ctx: StaffCtx, form: z.output<typeof upShape>, asked: Asked): Promise<Answer> {
  await moveUp(ctx, idOf(asked), form.because);
  return back(asked, 'It has moved up a stage. Those who answer there are told, and their clock runs');
}
const settlementOf = (form: z.output<typeof settleShape>): Settlement => ({
  outcome: form.outcome as Outcome,
  words: form.settled,
  learning: form.learning,
});
export async function proposal(ctx: StaffCtx, form: z.output<typeof settleShape>, asked: Asked): Promise<Answer> {
  await proposeSettlement(ctx, idOf(asked), settlementOf(form));
  return back(asked, 'Proposed. It is settled when the other side agrees');
}
export async function agreed(ctx: StaffCtx, _nothing: unknown, asked: Asked): Promise<Answer> {
  await agreeSettlement(ctx, idOf(asked));
  return back(asked, 'It is settled');
}
export async function refused(ctx: StaffCtx, form: z.output<typeof whyNotShape>, asked: Asked): Promise<Answer> {
  await refuseSettlement(ctx, idOf(asked), form.whyNot);
  return back(asked, 'You did not agree. The proposal is put aside');
}
export async function judged(ctx: StaffCtx, form: z.output<typeof settleShape>, asked: Asked): Promise<Answer> {
  await judgeDisagreement(ctx, idOf(asked), settlementOf(form));
  return back(asked, 'Your judgement is recorded, and both sides are told');
}
export async function withdrawn(ctx: StaffCtx, form: z.output<typeof withdrawShape>, asked: Asked): Promise<Answer> {
  await withdrawDisagreement(ctx, idOf(asked), form.withdrawnBecause);
  return back(asked, 'It is withdrawn');
}
