/** Short forms of the workspace on the queue and on a contact. */
import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { requiredText } from '../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { handBack } from '../actions/hand-back.ts';

export const handBackShape = z.object({ why: requiredText('Enter what the next person should know', 500) });

/** Gives a contact back to the queue. */
export async function takeHandBack(ctx: StaffCtx, data: z.output<typeof handBackShape>, asked: Asked): Promise<Answer> {
  await handBack(ctx, asked.params['id'] ?? '', data.why);
  return seeOther('/front-door', 'Handed back: it waits for the next person');
}
