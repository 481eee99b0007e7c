import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { optionalOneOf, optionalText, version } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { optionalDateOf, withDates } from '../../../typed-date.ts';
import { saveChild } from '../../actions/save-child.ts';
import { waysOfTelling } from '../../assessment.ts';

export const childShape = withDates(
  ['seenOn'],
  z.object({
    ownWords: optionalText(8000),
    how: optionalOneOf(waysOfTelling),
    wordsMissing: optionalText(1000),
    seenOn: optionalDateOf({ label: 'Day they were seen' }),
    seenAlone: optionalOneOf(['yes', 'no']),
    notSeenBecause: optionalText(1000),
    share: optionalOneOf(['yes', 'no']),
    adultSummary: optionalText(),
    _version: version,
  }),
);

/** Takes one child's page. */
export async function takeChild(ctx: StaffCtx, data: z.output<typeof childShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  const answer = { ...data, seenAlone: data.seenAlone === null ? null : data.seenAlone === 'yes', shareWithFamily: data.share === 'yes' };
  await saveChild(ctx, episodeId, asked.params['personId'] ?? '', answer, data._version);
  return seeOther(`/early-help/${episodeId}/assessment`, 'Their words are saved.');
}
