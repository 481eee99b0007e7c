import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { clockTime, longMoment } from '../../../../platform/time/plain-dates.ts';
import { Button, Form, SelectField, TextArea, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { actionKinds, dangerScript } from '../urgent.ts';
import type { LoggedAction } from '../urgent.store.ts';

/** The immediate action log: what was done, when, with whom, what came of it, by whom; and a line more. */
export function ActionLog({
  ctx,
  rows,
  action,
  state,
}: {
  ctx: StaffCtx;
  rows: readonly LoggedAction[];
  action: string;
  state: FieldState;
}) {
  return (
    <section aria-labelledby="actions">
      <h2 class="govuk-heading-m" id="actions">
        Done at once
      </h2>
      {rows.length === 0 ? (
        <p class="govuk-body">Nothing is written down yet.</p>
      ) : (
        <table class="govuk-table gt-stacks">
          <caption class="govuk-table__caption govuk-visually-hidden">Immediate actions, in the order they were done</caption>
          <thead class="govuk-table__head">
            <tr>
              {['When', 'What', 'With whom', 'What came of it', 'By'].map((heading) => (
                <th scope="col" class="govuk-table__header">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.map((row) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {longMoment(row.done_at)}
                </th>
                <td class="govuk-table__cell" data-heading="What">
                  {row.kind.charAt(0).toUpperCase() + row.kind.slice(1)}: {row.what}
                </td>
                <td class="govuk-table__cell" data-heading="With whom">
                  {row.with_whom ?? 'Nobody else'}
                </td>
                <td class="govuk-table__cell" data-heading="What came of it">
                  {row.outcome ?? 'Not yet known'}
                </td>
                <td class="govuk-table__cell" data-heading="By">
                  {row.done_by_name}, written {clockTime(row.written_at)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <OneMore ctx={ctx} action={action} state={state} />
    </section>
  );
}

function OneMore({ ctx, action, state }: { ctx: StaffCtx; action: string; state: FieldState }) {
  return (
    <Form action={action} {...formCarries(ctx)}>
      <h3 class="govuk-heading-s">Write down one more</h3>
      <TextField name="at" label="At what time" hint="For example 14:05, in the last 24 hours" width={5} {...state} />
      <SelectField name="kind" label="What kind" items={actionKinds.map((one) => ({ value: one, text: one }))} {...state} />
      <TextArea name="what" label="What was done" rows={2} {...state} />
      <TextField name="withWhom" label="With whom, and their number or reference" {...state} />
      <TextField name="outcome" label="What came of it" {...state} />
      <Button classes="govuk-button--secondary">Add to the log</Button>
    </Form>
  );
}

/** What is said and done in immediate danger, in order. */
export function DangerScript() {
  return (
    <ol class="govuk-list govuk-list--number">
      {dangerScript.map((line) => (
        <li>{line}</li>
      ))}
    </ol>
  );
}
