import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { clockTime, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { oneOf, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextField } from '../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { reviewBreakGlass } from '../../actions/review-break-glass.ts';
import { findings } from '../../break-glass.ts';
import { emergencyAccesses, type EmergencyAccess } from '../../guard.store.ts';
import { londonDay } from '../../today.ts';

export const reviewShape = z.object({ finding: oneOf(findings, 'Choose what you found'), note: requiredText('Say what you found', 1000) });

/** Emergency accesses for the privacy officer: those waiting first, then what was found before. */
export async function reviewsPage(ctx: StaffCtx): Promise<Answer> {
  const all = await emergencyAccesses(ctx);
  const waiting = all.filter((one) => !one.reviewedAt);
  const today = londonDay(ctx);
  saw(ctx, ...all.map((one) => one.personId));
  const heading = (one: EmergencyAccess) => (
    <a class="govuk-link" href={`/emergency-access/${one.id}`}>
      {one.staffName}
      <span class="govuk-visually-hidden"> and the record of {one.personName}</span>
    </a>
  );
  return staffView(
    ctx,
    { title: 'Emergency access', wide: true, breadcrumbs: [{ label: 'Emergency access' }] },
    <>
      <h1 class="govuk-heading-l">Emergency access</h1>
      <ListSummary
        count={waiting.length}
        noun={['access', 'accesses']}
        filter="waiting for review"
        sort="waiting first, then newest"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {all.length === 0 ? (
        <EmptyList why="Nobody has used emergency access." whatToDo="You are told here, at once, when someone does." />
      ) : (
        <SortableTable
          caption="Emergency accesses"
          captionHidden
          path="/emergency-access"
          columns={['Who', 'Whose record', 'When', 'Why', 'Review'].map((name) => ({ heading: name }))}
          rows={all.map((one) => ({
            cells: [
              heading(one),
              one.personName,
              shortMoment(one.openedAt, today),
              one.reason,
              one.reviewedAt ? `${one.finding}: ${one.findingNote}` : <strong>Waiting</strong>,
            ],
          }))}
        />
      )}
    </>,
  );
}

/** One emergency access and its review. */
export async function reviewPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const one = found((await emergencyAccesses(ctx)).find((it) => it.id === asked.params['id']));
  const today = londonDay(ctx);
  const state = { values: again?.values, errors: again?.errors };
  saw(ctx, one.personId);
  return staffView(
    ctx,
    {
      title: 'Review an emergency access',
      errors: again?.errors ?? [],
      breadcrumbs: [
        { href: '/emergency-access', label: 'Emergency access' },
        { label: `${one.staffName}, ${shortMoment(one.openedAt, today)}` },
      ],
    },
    <>
      <h1 class="govuk-heading-l">
        {one.staffName} opened the record of {one.personName}
      </h1>
      <p class="govuk-body">
        {shortMoment(one.openedAt, today)}, {one.runsOutAt > ctx.now ? 'open until' : 'closed again'} {shortMoment(one.runsOutAt, today)}.
      </p>
      <p class="govuk-body">
        <strong>Reason given:</strong> {one.reason}
      </p>
      {one.reviewedAt ? (
        <p class="govuk-body">
          <strong>Found:</strong> {one.finding}. {one.findingNote}
        </p>
      ) : (
        <Form action={`/emergency-access/${one.id}/review`} {...formCarries(ctx)}>
          <Choice
            name="finding"
            legend="What did you find?"
            inline
            items={findings.map((text) => ({ value: text, text: text.charAt(0).toUpperCase() + text.slice(1) }))}
            {...state}
          />
          <TextField name="note" label="In a few words" width={30} {...state} />
          <Button>Record the review</Button>
        </Form>
      )}
    </>,
  );
}

export async function takeReview(ctx: StaffCtx, data: z.output<typeof reviewShape>, asked: Asked): Promise<Answer> {
  await reviewBreakGlass(ctx, asked.params['id'] ?? '', data.finding, data.note);
  return seeOther('/emergency-access', 'The review is recorded');
}
