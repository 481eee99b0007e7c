import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { requiredText } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { finishAssessment } from '../../actions/finish-assessment.ts';
import { judgeAssessment } from '../../actions/judge-assessment.ts';
import { startAssessment } from '../../actions/start-assessment.ts';

export const returnShape = z.object({ why: requiredText('Say what is to be put right') });
const at = (asked: Asked): string => `/early-help/${asked.params['id'] ?? ''}/assessment`;
const episodeOf = (asked: Asked): string => asked.params['id'] ?? '';

export async function takeStart(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  await startAssessment(ctx, episodeOf(asked));
  return seeOther(at(asked));
}
export async function takeFinish(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  await finishAssessment(ctx, episodeOf(asked));
  return seeOther(at(asked), 'Assessment finished. It waits to be authorised.');
}
export async function takeAuthorise(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  await judgeAssessment(ctx, episodeOf(asked), { authorise: true });
  return seeOther(`/early-help/${episodeOf(asked)}`, 'Assessment authorised.');
}
export async function takeReturn(ctx: StaffCtx, data: z.output<typeof returnShape>, asked: Asked): Promise<Answer> {
  await judgeAssessment(ctx, episodeOf(asked), { authorise: false, why: data.why });
  return seeOther(`/early-help/${episodeOf(asked)}`, 'Assessment sent back.');
}
