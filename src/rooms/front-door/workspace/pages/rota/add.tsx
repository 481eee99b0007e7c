import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longDate } from '../../../../../platform/time/plain-dates.ts';
import { id, oneOf, wholeNumber } from '../../../../../platform/web/fields.ts';
import { Button, Choice, DateField, Form, SelectField, TextField } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { rosterTurn } from '../../actions/roster-turn.ts';
import { disciplines, disciplineWords } from '../../disciplines.codes.ts';
import { colleaguesNamed, colleaguesOf, type Colleague } from '../../duty.store.ts';
import { dayField, dayIn, timeField, withDay } from '../../typed-day.ts';

export const turnShape = withDay(
  z.object({
    discipline: oneOf(disciplines, 'Select the discipline'),
    staffId: id('Select who is on duty'),
    day: dayField('Day of the turn'),
    from: timeField('Enter when the turn begins, such as 09:00'),
    to: timeField('Enter when the turn ends, such as 17:00'),
    weeks: wholeNumber(1, 12, 'Enter a number of weeks from 1 to 12'),
  }),
);

/** Puts somebody on the rota: found by name, or among those who have been on duty for the discipline. */
export const addTurnPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => {
  const day = dayIn(asked.query['day']) ?? '';
  const [year = '', month = '', date = ''] = day.split('-');
  const values = {
    discipline: asked.query['discipline'] ?? '',
    from: asked.query['from'] ?? '09:00',
    to: asked.query['to'] ?? '17:00',
    weeks: '1',
    'day-day': String(Number(date) || ''),
    'day-month': String(Number(month) || ''),
    'day-year': year,
  };
  return view(ctx, { values, errors: [] }, asked.query['q'] ?? '');
};
export const addTurnAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, again, asked.query['q'] ?? '');

async function view(ctx: StaffCtx, { values, errors }: Again, words: string): Promise<Answer> {
  const discipline = String(values['discipline'] ?? '');
  const colleagues = words.trim().length >= 2 ? await colleaguesNamed(ctx, words.trim().slice(0, 80)) : await colleaguesOf(ctx, discipline);
  return staffView(
    ctx,
    { title: 'Put somebody on the rota', errors, breadcrumbs: [{ href: '/front-door/rota', label: 'Duty rota' }, { label: 'New turn' }] },
    <>
      <h1 class="govuk-heading-l">Put somebody on the rota</h1>
      <Find values={values} words={words} />
      <Form action="/front-door/rota" {...formCarries(ctx)}>
        <Who colleagues={colleagues} words={words} values={values} errors={errors} />
        <SelectField
          name="discipline"
          label="Discipline they answer for"
          items={disciplines.map((one) => ({ value: one, text: disciplineWords(one) }))}
          values={values}
          errors={errors}
        />
        <DateField name="day" legend="Day" values={values} errors={errors} />
        <TextField name="from" label="From" hint="For example 09:00" width={5} values={values} errors={errors} />
        <TextField name="to" label="To" hint="For example 17:00" width={5} values={values} errors={errors} />
        <TextField
          name="weeks"
          label="How many weeks running?"
          hint="1 for this day alone"
          inputmode="numeric"
          width={2}
          values={values}
          errors={errors}
        />
        <Button>Put them on the rota</Button>
      </Form>
    </>,
  );
}

function Find({ values, words }: { values: Again['values']; words: string }) {
  const day = ['year', 'month', 'day'].map((part) => String(values[`day-${part}`] ?? '').padStart(2, '0')).join('-');
  return (
    <form method="get" action="/front-door/rota/new" class="gt-inline-form">
      {['discipline', 'from', 'to'].map((name) => (
        <input type="hidden" name={name} value={String(values[name] ?? '')} />
      ))}
      {dayIn(day) ? <input type="hidden" name="day" value={day} /> : null}
      <TextField name="q" label="Find a colleague by name" width={20} values={{ q: words }} />
      <Button classes="govuk-button--secondary">Find</Button>
    </form>
  );
}

function Who({ colleagues, words, ...state }: { colleagues: readonly Colleague[]; words: string } & Again) {
  if (colleagues.length === 0)
    return (
      <p class="govuk-body" id="staffId">
        {words ? 'Nobody at work today has that in their name.' : 'Nobody has been on duty for this discipline yet.'} Find them by name
        above.
      </p>
    );
  return (
    <Choice
      name="staffId"
      legend="Who is on duty?"
      small
      items={colleagues.map((one) => ({ value: one.id, text: `${one.name}, ${one.place}` }))}
      {...state}
    />
  );
}

/** Takes the turn. */
export async function takeTurn(ctx: StaffCtx, data: z.output<typeof turnShape>): Promise<Answer> {
  const added = await rosterTurn(ctx, data);
  const words = added === 0 ? 'They had that turn already' : `On the rota from ${longDate(data.day)}${added > 1 ? `, ${added} weeks` : ''}`;
  return seeOther(`/front-door/rota?week=${data.day}`, words);
}
