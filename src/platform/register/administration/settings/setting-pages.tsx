import type { StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';
import { addDays } from '../../../time/calendar-day.ts';
import { londonDate } from '../../../time/london.ts';
import { fullDate, longMoment } from '../../../time/plain-dates.ts';
import { Button, Choice, DateField, Form, SelectField, TextField } from '../../../web/form-kit.tsx';
import { SummaryList } from '../../../web/govuk/summary-list.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import type { Again, Answer, Asked } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { typedDate } from '../date-fields.ts';
import { frame, LinkLine } from '../frame.tsx';
import type { KnownSetting } from './setting.ts';
import { hubHours, markedAsDemonstration, settingsNow } from './setting.store.ts';

const path = '/administration/settings';
const trail = [{ href: path, label: 'Settings' }];
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** This authority's own settings and the hub's hours. */
export async function settingsPage(ctx: StaffCtx): Promise<Answer> {
  const [settings, hours, demonstration] = [
    await settingsNow(ctx),
    await hubHours(ctx, londonDate(ctx.now)),
    await markedAsDemonstration(ctx),
  ];
  return frame(
    ctx,
    { title: 'Settings' },
    <>
      {demonstration ? (
        <p class="govuk-body">
          <strong>This database is a demonstration: everyone in it is invented.</strong> That cannot be changed; a real authority begins
          with an empty database.
        </p>
      ) : null}
      <SummaryList
        rows={settings.map((one) => ({
          key: one.label,
          value: (
            <>
              {`${one.value} ${one.unit}`}
              <br />
              <span class="govuk-hint">
                {one.note}
                {one.changedBy && one.changedAt ? `. Changed by ${one.changedBy}, ${longMoment(one.changedAt)}` : '. As it came'}
              </span>
            </>
          ),
          actions: { items: [{ href: `${path}/${one.key}`, text: 'Change', visuallyHiddenText: one.label.toLowerCase() }] },
        }))}
      />
      <h2 class="govuk-heading-m">Opening hours of the hub</h2>
      <p class="govuk-body">
        Some clocks count only these hours. A change holds for clocks that start from its first day on; due dates already set stay.
      </p>
      <SortableTable
        caption="Opening hours of the hub"
        captionHidden
        path={path}
        columns={['Day', 'Opens', 'Closes', 'From', 'To'].map((heading) => ({ heading }))}
        rows={hours.map((one) => ({
          cells: [
            weekdays[one.weekday - 1] ?? '',
            one.opensAt,
            one.closesAt,
            fullDate(one.validFrom),
            one.validTo ? fullDate(one.validTo) : 'No end',
          ],
        }))}
      />
      <LinkLine href={`${path}/hub-hours`}>Change the hours of a day</LinkLine>
    </>,
  );
}

/** The form for one setting. */
export async function settingForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const setting = found((await settingsNow(ctx)).find((one) => one.key === asked.params['key']));
  const state = again ?? { values: { value: setting.value }, errors: [] };
  return frame(
    ctx,
    { title: setting.label, trail, errors: state.errors },
    <Form action={`${path}/${setting.key}`} {...formCarries(ctx)}>
      <TextField
        name="value"
        label={setting.telephone || setting.day ? setting.label : `${setting.label}, in ${setting.unit}`}
        hint={hintOf(setting)}
        {...boxOf(setting)}
        {...state}
      />
      <Button>Save</Button>
    </Form>,
  );
}

function hintOf({ telephone, day, note, from, to, fallback }: KnownSetting): string {
  if (telephone) return note;
  return day ? `${note}. For example 2027-09-01, or “${fallback}”.` : `${note}. From ${from} to ${to}.`;
}

function boxOf({ telephone, day }: KnownSetting) {
  if (telephone) return { type: 'tel', width: 20 } as const;
  return day ? ({ width: 20 } as const) : ({ inputmode: 'numeric', width: 4 } as const);
}

/** The form for the hub's hours on one weekday. */
export async function hubHoursForm(
  ctx: StaffCtx,
  again: Again = { values: typedDate('from', addDays(londonDate(ctx.now), 1)), errors: [] },
): Promise<Answer> {
  return frame(
    ctx,
    { title: 'Change the hours of a day', trail, errors: again.errors },
    <Form action={`${path}/hub-hours`} {...formCarries(ctx)}>
      <SelectField name="weekday" label="Day" items={weekdays.map((text, index) => ({ value: String(index + 1), text }))} {...again} />
      <DateField name="from" legend="First day of these hours" {...again} />
      <Choice
        name="open"
        legend="On this day the hub is"
        inline
        items={[
          { value: 'open', text: 'Open' },
          { value: 'closed', text: 'Closed' },
        ]}
        {...again}
      />
      <TextField name="opensAt" label="Opens at" hint="For example 09:00" width={5} {...again} />
      <TextField name="closesAt" label="Closes at" hint="For example 17:00" width={5} {...again} />
      <Button>Save</Button>
    </Form>,
  );
}
