import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { counted, fullDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { londonDay } from '../../../today.ts';
import type { Earlier } from '../../history.store.ts';
import type { Question } from '../../question.ts';
import type { ToldReading } from '../../reading.store.ts';
import type { AgencyRequest } from '../../request.store.ts';
import type { Side } from '../../side.ts';

const headings = (...words: string[]) => words.map((heading) => ({ heading }));

/** Who lives with each of the two. */
export function Household({ sides }: { sides: readonly Side[] }) {
  const rows = sides.flatMap((side) =>
    side.household.map((one) => ({
      cells: [one.name, side.heading, one.relation ?? one.part ?? '', one.bornOn ? fullDate(one.bornOn) : 'Not shown'],
    })),
  );
  return (
    <>
      <h2 class="govuk-heading-m">Household and services</h2>
      <p class="govuk-body">{sides.map((side) => `${side.heading}: ${counted(side.involved, 'service')} involved`).join('. ')}.</p>
      {rows.length === 0 ? (
        <p class="govuk-body">No household is known of either, or none that you may see.</p>
      ) : (
        <SortableTable
          caption="Household of each"
          captionHidden
          path=""
          columns={headings('Name', 'Of', 'Who they are', 'Date of birth')}
          rows={rows}
        />
      )}
    </>
  );
}

/** Every source's version, as given. */
export function Versions({ sides }: { sides: readonly Side[] }) {
  const rows = sides.flatMap((side) =>
    side.versions.map((one) => ({
      cells: [
        one.name,
        side.heading,
        one.agency,
        one.bornOn ? fullDate(one.bornOn) : (one.bornAsWritten ?? 'Not given'),
        [one.address, one.addressFrom ? `from ${fullDate(one.addressFrom)}` : null].filter(Boolean).join(', ') || 'Not given',
        one.motherName ?? 'Not given',
        one.factsOn ? fullDate(one.factsOn) : 'Not told',
      ],
    })),
  );
  return (
    <>
      <h2 class="govuk-heading-m">What each source says, as given</h2>
      {rows.length === 0 ? (
        <p class="govuk-body">Neither rests on an agency’s record: both were recorded here.</p>
      ) : (
        <SortableTable
          caption="Every source’s version"
          captionHidden
          path=""
          columns={headings('Name', 'Under', 'Source', 'Date of birth', 'Address', 'Mother', 'True on')}
          rows={rows}
        />
      )}
    </>
  );
}

/** Answers the reader may know of. */
export function Readings({ ctx, readings }: { ctx: StaffCtx; readings: readonly ToldReading[] }) {
  if (readings.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Answers so far</h2>
      <SortableTable
        caption="Answers so far"
        captionHidden
        path=""
        columns={headings('By', 'Answer', 'Why', 'When', 'Now')}
        rows={readings.map((one) => ({
          cells: [
            one.mine ? `${one.by} (you)` : one.by,
            one.answer,
            one.reason ?? 'No reason given',
            shortMoment(one.at, londonDay(ctx)),
            one.state === 'counts' ? 'Counts' : one.state === 'taken back' ? 'Taken back' : 'Set aside',
          ],
        }))}
      />
    </>
  );
}

/** What the agency was asked, and where its answer is noted. */
export function Agencies({ ctx, question, requests }: { ctx: StaffCtx; question: Question; requests: readonly AgencyRequest[] }) {
  if (requests.length === 0) return null;
  const waiting = requests.some((one) => one.answeredAt === null) && !question.settledAt;
  return (
    <>
      <h2 class="govuk-heading-m">Asked of the agency</h2>
      <ul class="govuk-list">
        {requests.map((one) => (
          <li>
            {one.agency} was asked by {one.askedBy} on {shortMoment(one.askedAt, londonDay(ctx))} to check {one.checks.join(', ')}.{' '}
            {one.answer ? `Answer: ${one.answer}` : `An answer is looked for by ${fullDate(one.dueOn)}.`}
          </li>
        ))}
      </ul>
      {waiting ? (
        <Form action={`/index/review/${question.id}/agency-answer`} {...formCarries(ctx)}>
          <TextArea name="answer" label="What the agency said" rows={2} maxlength={1000} />
          <Button classes="govuk-button--secondary">Note the answer and put the question back</Button>
        </Form>
      ) : null}
    </>
  );
}

/** What was asserted about the two before, and where the question came from. */
export function WhatHappened({ ctx, earlier, question }: { ctx: StaffCtx; earlier: readonly Earlier[]; question: Question }) {
  return (
    <>
      <h2 class="govuk-heading-m">History</h2>
      <p class="govuk-body">
        Raised by the matcher, model {question.modelVersion}
        {question.agency ? `, on a record from ${question.agency}` : ''}.
      </p>
      {earlier.length === 0 ? (
        <p class="govuk-body">Nothing was decided about either before.</p>
      ) : (
        <SortableTable
          caption="What was asserted before"
          captionHidden
          path=""
          columns={headings('What', 'Why', 'By', 'When')}
          rows={earlier.map((one) => ({ cells: [one.kind, one.why, one.by, shortMoment(one.at, londonDay(ctx))] }))}
        />
      )}
    </>
  );
}
