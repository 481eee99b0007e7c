import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { anyOf, oneOf, wholeNumber } from '../../../../../platform/web/fields.ts';
import { Button, Choices, Form, SelectField, TextField } from '../../../../../platform/web/form-kit.tsx';
import { Table } from '../../../../../platform/web/govuk/table.tsx';
import { seeOther, type Again, type Answer } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { disciplines, disciplineWords } from '../../disciplines.codes.ts';
import { needs, setNeed } from '../../duty.store.ts';
import { timeField } from '../../typed-day.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

export const wantedShape = z.object({
  discipline: oneOf(disciplines, 'Select the discipline'),
  weekdays: anyOf(weekdays, 'Select the days'),
  opens: timeField('Enter from when, such as 09:00'),
  closes: timeField('Enter until when, such as 17:00'),
  people: wholeNumber(1, 9, 'Enter how many people, from 1 to 9'),
});

/** What the front door wants: which discipline on duty when. The rota's gaps are told from this. */
export const wantedPage = (ctx: StaffCtx): Promise<Answer> =>
  view(ctx, { values: { opens: '09:00', closes: '17:00', people: '1' }, errors: [] });
export const wantedAgain = (ctx: StaffCtx, again: Again): Promise<Answer> => view(ctx, again);

async function view(ctx: StaffCtx, { values, errors }: Again): Promise<Answer> {
  const rows = await needs(ctx);
  return staffView(
    ctx,
    {
      title: 'What is wanted when',
      errors,
      breadcrumbs: [{ href: '/front-door/rota', label: 'Duty rota' }, { label: 'What is wanted when' }],
    },
    <>
      <h1 class="govuk-heading-l">Which discipline is wanted when</h1>
      <p class="govuk-body">Where fewer people are on the rota than are wanted here, the rota shows a gap. Bank holidays are left out.</p>
      <Table
        caption="Wanted now"
        firstCellIsHeader
        head={['Discipline', 'Day', 'Hours', 'People']}
        rows={rows.map((one) => [
          disciplineWords(one.discipline),
          days[one.weekday - 1] ?? '',
          `${one.opens} to ${one.closes}`,
          String(one.people),
        ])}
      />
      <Form action="/front-door/rota/wanted" {...formCarries(ctx)}>
        <SelectField
          name="discipline"
          label="Discipline"
          items={disciplines.map((one) => ({ value: one, text: disciplineWords(one) }))}
          values={values}
          errors={errors}
        />
        <Choices
          name="weekdays"
          legend="On which days?"
          hint="None of them: it is wanted no longer"
          small
          items={weekdays.map((one, at) => ({ value: one, text: days[at] ?? '' }))}
          values={values}
          errors={errors}
        />
        <TextField name="opens" label="From" width={5} values={values} errors={errors} />
        <TextField name="closes" label="Until" width={5} values={values} errors={errors} />
        <TextField name="people" label="How many people" inputmode="numeric" width={2} values={values} errors={errors} />
        <Button>Save what is wanted</Button>
      </Form>
    </>,
  );
}

/** Takes what is wanted of one discipline. */
export async function takeWanted(ctx: StaffCtx, data: z.output<typeof wantedShape>): Promise<Answer> {
  if (data.closes <= data.opens) throw invalid([{ field: 'closes', message: 'It must end after it begins' }]);
  await setNeed(ctx, { ...data, weekdays: data.weekdays.map(Number) });
  return seeOther('/front-door/rota/wanted', `Saved for ${data.discipline}`);
}
