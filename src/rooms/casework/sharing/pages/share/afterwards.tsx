import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { notFound, refused } from '../../../../../platform/access/refusal.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { insertEvent, shareFile, type ShareFile } from '../../whole-share.store.ts';

export const afterShape = z.object({
  kind: oneOf(['family told', 'family will not be told', 'note'], 'Select what happened'),
  words: requiredText('Say whom, when and how, or why not', 1000),
});

/** What happened since, and where to add to it. Nothing written before is changed. */
export function Afterwards({ ctx, file, mayWork, state }: { ctx: StaffCtx; file: ShareFile; mayWork: boolean; state: FieldState }) {
  const { share, events } = file;
  const isOpen = share.familyTold === 'to be told' && !events.some((event) => event.kind.startsWith('family'));
  return (
    <>
      <h2 class="govuk-heading-m">Since then</h2>
      {events.length === 0 ? <p class="govuk-body">Nothing was added since.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {events.map((event) => (
          <li>
            {event.kind.replace(/^./, (first) => first.toUpperCase())}: {event.words}{' '}
            <span class="gt-muted">
              ({event.by}, {longMoment(event.at)})
            </span>
          </li>
        ))}
      </ul>
      {mayWork ? (
        <Form action={`/shares/${share.id}/since`} {...formCarries(ctx)} classes="gt-no-print">
          {isOpen ? <p class="govuk-body">The family was still to be told when this was decided.</p> : null}
          <Choice
            name="kind"
            legend="Add what happened"
            inline
            small
            items={[
              { value: 'family told', text: 'The family was told' },
              { value: 'family will not be told', text: 'The family will not be told after all' },
              { value: 'note', text: 'Something else' },
            ]}
            {...state}
          />
          <TextArea name="words" label="Whom, when and how, or why not" rows={2} {...state} />
          <Button classes="govuk-button--secondary">Add</Button>
        </Form>
      ) : null}
    </>
  );
}

/** Takes what happened since. */
export async function takeSince(ctx: StaffCtx, data: z.output<typeof afterShape>, asked: Asked): Promise<Answer> {
  const { share, items, events } = await shareFile(ctx, asked.params['id'] ?? '');
  if (items.length === 0) throw notFound();
  if (data.kind !== 'note' && events.some((event) => event.kind === 'family told'))
    throw refused('It is recorded already that the family was told.');
  await insertEvent(ctx, share.id, data.kind, data.words);
  saw(ctx, share.personId);
  return seeOther(`/shares/${share.id}`, 'Added.');
}
