import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { optionalOneOf, optionalText, version } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { saveDomain } from '../../actions/save-domain.ts';
import { assessmentDomains } from '../../early-help.codes.ts';
import { ids } from '../../parts/ids.ts';

export const domainShape = z.object({
  strengths: optionalText(8000),
  needs: optionalText(8000),
  evidence: optionalText(8000),
  childView: optionalText(),
  parentView: optionalText(),
  score: optionalOneOf(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'], 'Select a score from 0 to 10'),
  unchanged: optionalOneOf(['yes', 'no']),
  eventIds: ids,
  _version: version,
});

/** Takes one domain. */
export async function takeDomain(ctx: StaffCtx, data: z.output<typeof domainShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  const domain = found(assessmentDomains.find((one) => one.code === asked.params['domain']));
  const answer = { ...data, score: data.score === null ? null : Number(data.score), confirmedUnchanged: data.unchanged === 'yes' };
  await saveDomain(ctx, episodeId, domain.code, answer, data._version);
  return seeOther(`/early-help/${episodeId}/assessment`, `${domain.name} saved.`);
}
