import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { shortMoment } from '../../../../platform/time/plain-dates.ts';
import { Button, Choice, Form, TextArea } from '../../../../platform/web/form-kit.tsx';
import type { Again, Answer } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import type { shieldQuestion } from '../../shield.store.ts';
import { londonDay } from '../../today.ts';

/** A question the NHS raised: it marks someone as sensitive and tells nobody where they are. Their address is hidden here until it is decided. */
export function sensitivePage(ctx: StaffCtx, question: Awaited<ReturnType<typeof shieldQuestion>>, again?: Again): Answer {
  saw(ctx, question.personId);
  const state = { values: again?.values, errors: again?.errors };
  const title = 'Is this person’s address to be hidden?';
  return staffView(
    ctx,
    { title, wide: true, errors: again?.errors ?? [], breadcrumbs: [{ href: '/shield', label: 'Shield desk' }, { label: 'Question' }] },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <strong>{question.name}</strong>. Raised {shortMoment(question.raisedAt, londonDay(ctx))}. The NHS marks this person as sensitive:
        it tells nobody where they are, nor who their GP is. Those at work with them here still know the address; nobody else does.
      </p>
      {question.decidedAt ? (
        <p class="govuk-body">
          <strong>Decided:</strong> {question.decision === 'not the same' ? 'not hidden' : 'hidden'}. {question.reason}
        </p>
      ) : (
        <Form action={`/shield/questions/${question.id}`} {...formCarries(ctx)}>
          <Choice
            name="decision"
            legend="Your decision"
            items={[
              { value: 'keep shielded', text: 'Hide the address here too' },
              { value: 'not the same', text: 'Do not hide it', hint: 'You know that the mark is wrong, or needed no longer' },
            ]}
            {...state}
          />
          <TextArea name="reason" label="Why" rows={3} maxlength={1000} {...state} />
          <Button>Decide</Button>
        </Form>
      )}
    </>,
  );
}
