import type { StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';
import { addDays } from '../../../time/calendar-day.ts';
import type { ClockRule } from '../../../time/clock.ts';
import { londonDate } from '../../../time/london.ts';
import { clockTime, fullDate } from '../../../time/plain-dates.ts';
import { Button, DateField, Form, TextArea, TextField } from '../../../web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import type { Again, Answer, Asked } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { typedDate } from '../date-fields.ts';
import { frame } from '../frame.tsx';
import { clockRules, holidaysFrom } from './clock-rule.store.ts';

const path = '/administration/clocks';
const trail = [{ href: path, label: 'Clock rules' }];
export const limitInWords = (rule: Pick<ClockRule, 'limit' | 'unit' | 'direction'>): string =>
  `${rule.limit} ${rule.unit.replaceAll('-', ' ')}${rule.direction === 'before' ? ' before' : ''}`;
const basisInWords = {
  statutory: 'Law or statutory guidance',
  local: 'Local',
  professional: 'Professional practice',
  seed: 'The borough’s own plans',
} as const;

/** The rule that holds on a day, among all versions. */
export const ruleOn = (rules: readonly ClockRule[], key: string, day: string): ClockRule | undefined =>
  rules.find((rule) => rule.key === key && rule.validFrom <= day && (rule.validTo === null || rule.validTo >= day)) ??
  rules.find((rule) => rule.key === key);

/** Every clock's rule that holds today or later. */
export async function ruleList(ctx: StaffCtx): Promise<Answer> {
  const today = londonDate(ctx.now);
  const rows = (await clockRules(ctx)).filter((rule) => rule.validTo === null || rule.validTo >= today);
  return frame(
    ctx,
    { title: 'Clock rules', wide: true },
    <>
      <p class="govuk-body">
        A due date is fixed when its clock starts. A change here holds for clocks that start from its first day on.{' '}
        <a class="govuk-link" href={`${path}/holidays`}>
          Bank holidays
        </a>
      </p>
      <ListSummary count={rows.length} noun={['rule', 'rules']} filter="in force now or later" sort="by number" asOf={clockTime(ctx.now)} />
      <SortableTable
        caption="Clock rules"
        captionHidden
        path={path}
        columns={['Clock', 'Limit', 'Basis', 'Source', 'From', 'What you can do'].map((heading) => ({ heading }))}
        rows={rows.map((rule) => ({
          cells: [
            `${rule.key} ${rule.name}`,
            limitInWords(rule),
            basisInWords[rule.basis],
            rule.source,
            fullDate(rule.validFrom),
            <a class="govuk-link" href={`${path}/${rule.key}/change`}>
              Change<span class="govuk-visually-hidden"> {rule.name}</span>
            </a>,
          ],
        }))}
      />
    </>,
  );
}

/** The form for a new version of a rule. */
export async function ruleForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const today = londonDate(ctx.now);
  const rule = found(ruleOn(await clockRules(ctx), asked.params['key'] ?? '', today));
  const state = again ?? {
    values: {
      limit: String(rule.limit),
      warn: String(Math.round((rule.warnFraction ?? 0.8) * 100)),
      ...typedDate('from', addDays(today, 1)),
    },
    errors: [],
  };
  return frame(
    ctx,
    { title: `Change ${rule.key} ${rule.name}`, trail, errors: state.errors },
    <Form action={`${path}/${rule.key}/change`} {...formCarries(ctx)}>
      <p class="govuk-body">{`Now: ${limitInWords(rule)}. ${basisInWords[rule.basis]}: ${rule.source}.`}</p>
      {rule.basis === 'statutory' ? (
        <p class="govuk-body">
          <strong>This limit is set by law or statutory guidance.</strong> A shorter local limit is allowed; a longer one is refused.
        </p>
      ) : null}
      <TextField name="limit" label={`New limit, in ${rule.unit.replaceAll('-', ' ')}`} inputmode="numeric" width={4} {...state} />
      <TextField name="warn" label="Warns when this much of it is used, in per cent" inputmode="numeric" width={3} {...state} />
      <TextArea name="source" label="Who decided this, and where it is written" rows={2} {...state} />
      <DateField name="from" legend="First day" {...state} />
      <Button>Save</Button>
    </Form>,
  );
}

/** Bank holidays from this year on, and the form to add one that was announced. */
export async function holidayPage(ctx: StaffCtx, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const rows = await holidaysFrom(ctx, `${londonDate(ctx.now).slice(0, 4)}-01-01`);
  return frame(
    ctx,
    { title: 'Bank holidays', trail, errors: again.errors },
    <>
      <ListSummary
        count={rows.length}
        noun={['bank holiday', 'bank holidays']}
        filter="England and Wales, from this year on"
        sort="by date"
        asOf={clockTime(ctx.now)}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="The calendar is not filled yet."
          whatToDo="The worker fills it when it first runs; until then the list of this release counts."
        />
      ) : (
        <SortableTable
          caption="Bank holidays"
          captionHidden
          path={`${path}/holidays`}
          columns={['Day', 'Name', 'Source'].map((heading) => ({ heading }))}
          rows={rows.map((row) => ({ cells: [fullDate(row.day), row.title, row.source] }))}
        />
      )}
      <h2 class="govuk-heading-m">Add a bank holiday that was announced</h2>
      <p class="govuk-body">Every running clock that counts past it is extended, with this as the reason.</p>
      <Form action={`${path}/holidays`} {...formCarries(ctx)}>
        <DateField name="day" legend="Day" {...again} />
        <TextField name="title" label="Name" {...again} />
        <TextField name="source" label="Where it was announced" {...again} />
        <Button>Add</Button>
      </Form>
    </>,
  );
}
