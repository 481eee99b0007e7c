import { z } from 'zod';
import type { Ctx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { clockTime } from '../../../../platform/time/plain-dates.ts';
import { keepDraft } from '../../../../platform/web/draft.store.ts';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { sectionErrors, sectionOf, type Section } from './section.tsx';
import { concernDraft, concernView, loadConcern, typedSoFar } from './view.tsx';

/** Anything typed; its size is all that is checked before the section's own words. */
export const sectionShape = z.record(
  z.string().max(80),
  z.union([z.string().max(20_000, 'Use 20,000 characters or fewer'), z.array(z.string().max(200)).max(100)]),
);

const asked_ = (asked: Asked): Section => found(sectionOf(asked.params['section'] ?? ''));

/** One section of the concern, filled with what was typed before. */
export async function sectionPage(ctx: Ctx, asked: Asked): Promise<Answer> {
  return shown(ctx, asked, { values: await typedSoFar(ctx), errors: [] });
}
export const sectionAgain = (ctx: Ctx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: Ctx, asked: Asked, { values, errors }: Again): Promise<Answer> {
  const section = asked_(asked);
  const draft = await loadConcern(ctx);
  return concernView(
    ctx,
    section.title,
    errors,
    <Form
      action={`/concern/form/${section.key}`}
      {...formCarries(ctx)}
      autosave="/drafts/save"
      draft={concernDraft}
      draftStatus={draft ? `Saved ${clockTime(draft.savedAt)}, only you can see this until you send it` : undefined}
    >
      <h1 class="govuk-heading-l">{section.title}</h1>
      {section.body({ values, errors }, ctx)}
      <Button>Save and go on</Button>
    </Form>,
  );
}

/** Saves a section into the draft. Boxes left unticked are saved as unticked. */
export async function saveSection(ctx: Ctx, typed: z.output<typeof sectionShape>, asked: Asked): Promise<Answer> {
  const section = asked_(asked);
  const errors = sectionErrors(section, typed);
  if (errors.length > 0) throw invalid(errors);
  await keepDraft(
    ctx,
    concernDraft,
    null,
    Object.fromEntries(section.fields.map((field) => [field, typed[field] ?? (field === 'categories' ? [] : '')])),
  );
  return seeOther('/concern/form');
}
