import { z } from 'zod';
import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { fullDate } from '../../../../../platform/time/plain-dates.ts';
import { optionalOneOf, optionalText, requiredText, ticked } from '../../../../../platform/web/fields.ts';
import { Button, Choices, DateField, Form, SelectField, TextArea, TextField } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { recordChange } from '../../actions/record-change.ts';
import { withdrawChange } from '../../actions/withdraw-change.ts';
import { measureKeys, measureOf, measures } from '../../measure.ts';
import { everyChange } from '../../target.store.ts';
import { here } from '../../words.ts';
import { frame } from '../frame.tsx';

export const changeShape = z.object({
  measure: optionalOneOf(measureKeys),
  'happenedOn-day': optionalText(2),
  'happenedOn-month': optionalText(12),
  'happenedOn-year': optionalText(4),
  words: requiredText('Say what was changed', 300),
  beginsAnew: ticked,
});
export const withdrawShape = z.object({ why: requiredText('Say why it comes off the charts', 300) });

type Change = Awaited<ReturnType<typeof everyChange>>[number];

/** What was changed on purpose at the front door, as the charts mark it. */
export async function changesPage(ctx: StaffCtx, again?: Again): Promise<Answer> {
  const changes = await everyChange(ctx);
  const manages = may(ctx, 'front-door.targets');
  return frame(
    ctx,
    { title: 'Changes marked on the charts', errors: again?.errors ?? [], wide: false },
    <>
      <h1 class="govuk-heading-l">Changes marked on the charts</h1>
      <p class="govuk-body">
        Something about the front door that was changed on purpose: who screens, a new form, another rota. Marking it shows whether it
        helped. Nothing here is about a child.
      </p>
      {manages ? <NewChange ctx={ctx} again={again} /> : null}
      {changes.length === 0 ? (
        <EmptyList why="No change was marked yet." whatToDo="Front door managers and the director mark them." />
      ) : (
        <SortableTable
          caption="Changes, latest first"
          path=""
          columns={['From', 'What was changed', 'On', 'Limits', 'Written by', 'Stands'].map((heading) => ({ heading }))}
          rows={changes.map((one) => ({ cells: cellsOf(ctx, one, manages) }))}
        />
      )}
    </>,
  );
}

function cellsOf(ctx: StaffCtx, one: Change, manages: boolean) {
  return [
    fullDate(one.happenedOn),
    one.words,
    one.measure ? (measureOf(one.measure)?.name ?? one.measure) : 'Every chart',
    one.beginsAnew ? 'Begin anew' : 'Go on',
    one.by,
    one.withdrawnAt ? (
      `Taken off: ${one.withdrawnBecause}`
    ) : manages ? (
      <Form action={`${here}/changes/${one.id}/withdraw`} {...formCarries(ctx)}>
        <TextField name="why" label="Why take it off?" width={20} />
        <Button classes="govuk-button--secondary gt-button--small">Take off the charts</Button>
      </Form>
    ) : (
      'Yes'
    ),
  ];
}

function NewChange({ ctx, again }: { ctx: StaffCtx; again: Again | undefined }) {
  return (
    <Form action={`${here}/changes`} {...formCarries(ctx)}>
      <DateField name="happenedOn" legend="From which day?" {...again} />
      <TextArea
        name="words"
        label="What was changed?"
        hint="As you would say it at a team meeting. Nothing about a child"
        rows={2}
        maxlength={300}
        {...again}
      />
      <SelectField
        name="measure"
        label="Which chart is it for?"
        empty="Every chart"
        items={measures.filter((one) => one.key !== 'outcome').map((one) => ({ value: one.key, text: one.name }))}
        {...again}
      />
      <Choices
        name="beginsAnew"
        legend="Limits"
        hint="Only where the process is really another one now: limits of before no longer say anything"
        items={[{ value: 'yes', text: 'Begin anew from this day' }]}
        small
        {...again}
      />
      <Button>Mark it on the charts</Button>
    </Form>
  );
}

export async function takeChange(ctx: StaffCtx, data: z.output<typeof changeShape>): Promise<Answer> {
  await recordChange(ctx, {
    measure: data.measure,
    happenedOn: { day: data['happenedOn-day'] ?? '', month: data['happenedOn-month'] ?? '', year: data['happenedOn-year'] ?? '' },
    words: data.words,
    beginsAnew: data.beginsAnew,
  });
  return seeOther(`${here}/changes`, 'The change is marked on the charts');
}

export async function takeWithdrawal(ctx: StaffCtx, data: z.output<typeof withdrawShape>, asked: Asked): Promise<Answer> {
  await withdrawChange(ctx, asked.params['id'] ?? '', data.why);
  return seeOther(`${here}/changes`, 'The change is off the charts');
}
