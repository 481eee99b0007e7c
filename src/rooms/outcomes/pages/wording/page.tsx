import type { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { Button, Form, TextArea, TextField } from '../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { changeWording } from '../../actions/change-wording.ts';
import { outcomeOf } from '../../outcome.store.ts';
import type { wordingShape } from './form.ts';

/** Words an outcome anew, with the reason. */
export const wordingPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => wordingForm(ctx, null, asked);

export async function wordingForm(ctx: StaffCtx, again: Again | null, { params }: Asked): Promise<Answer> {
  const outcome = await outcomeOf(ctx, params['outcome'] ?? '');
  const values = again?.values ?? { label: outcome.label, plainWords: outcome.plainWords };
  const state = { values, errors: again?.errors };
  const at = `/outcomes/pathway/${outcome.id}`;
  return staffView(
    ctx,
    {
      title: 'Change the words of an outcome',
      errors: again?.errors ?? [],
      breadcrumbs: [
        { label: 'Outcomes', href: '/outcomes' },
        { label: 'The pathway', href: '/outcomes/pathway' },
        { label: outcome.label, href: at },
        { label: 'Change the words' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Change the words of “{outcome.label}”</h1>
      <InsetText>
        Goals already agreed stay tied to this outcome, and the words they were agreed under stay on record. Tell those who hold an
        agreement that cites it: it may need a variation.
      </InsetText>
      <Form action={`${at}/wording`} {...formCarries(ctx)} version={String(again?.values['_version'] ?? outcome.version)}>
        <TextField name="label" label="The outcome in the words agreed with families" {...state} />
        <TextField name="plainWords" label="The same for a child of about ten" {...state} />
        <TextArea name="reason" label="Why the words change, and with whom it was agreed" rows={4} maxlength={1000} {...state} />
        <Button>Change the words</Button>
      </Form>
    </>,
  );
}

export async function takeWording(ctx: StaffCtx, typed: z.output<typeof wordingShape>, { params }: Asked): Promise<Answer> {
  const outcomeId = params['outcome'] ?? '';
  ctx.note.detail['outcome'] = outcomeId;
  await changeWording(ctx, outcomeId, { ...typed, version: typed._version });
  return seeOther(`/outcomes/pathway/${outcomeId}`, 'The words are changed. The earlier ones are kept below.');
}
