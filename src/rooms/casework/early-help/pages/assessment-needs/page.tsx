import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { anyOf } from '../../../../../platform/web/fields.ts';
import { Choices, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { saveNeeds } from '../../actions/save-needs.ts';
import { familyNeeds, needCodes } from '../../early-help.codes.ts';
import { openAssessment } from '../../open-assessment.store.ts';
import { AssessmentForm } from '../../parts/assessment-form.tsx';
import { episodeView } from '../../parts/episode-shell.tsx';

export const needsShape = z.object({ needs: anyOf(needCodes) });

/** Which needs of the family needs framework were found. */
export const needsPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, null);
export const needsAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: FieldState | null): Promise<Answer> {
  const opened = await openAssessment(ctx, asked.params['id'] ?? '');
  const state = again ?? { values: { needs: opened.pages.needs } };
  return episodeView(
    ctx,
    opened,
    { title: 'Needs found', crumb: 'Needs', errors: again?.errors },
    <AssessmentForm ctx={ctx} opened={opened} to="needs" answers={opened.pages.needs.map((code) => [code, familyNeeds[code]])}>
      <Choices
        name="needs"
        legend="Which needs did you find?"
        hint="Each should be answered by a goal on the plan"
        small
        items={needCodes.map((code) => ({ value: code, text: `${code} ${familyNeeds[code] ?? ''}` }))}
        {...state}
      />
    </AssessmentForm>,
  );
}

/** Takes the needs. */
export async function takeNeeds(ctx: StaffCtx, data: z.output<typeof needsShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  await saveNeeds(ctx, episodeId, data.needs);
  return seeOther(`/early-help/${episodeId}/assessment`, 'Needs saved.');
}
