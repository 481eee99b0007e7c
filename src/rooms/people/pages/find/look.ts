import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { requiredText } from '../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { lookUp } from '../../actions/look-up.ts';

export const lookShape = z.object({ reason: requiredText('Say why you need to know who this is', 400) });

/** Opens an index entry with the reason given for the search. */
export async function takeLook(ctx: StaffCtx, data: z.output<typeof lookShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await lookUp(ctx, personId, data.reason);
  return seeOther(`/people/${personId}`);
}
