import { z } from 'zod';
import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../platform/time/clock.store.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, fullDate, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { Places } from '../../places.tsx';
import { acceptNight } from '../actions/accept-night.ts';
import { takeList } from '../actions/take-list.ts';
import { listState } from '../out-of-hours.ts';
import { morningList, morningLists, nightRows, type NightRow } from '../out-of-hours.store.ts';
import { actionsOf, type LoggedAction } from '../urgent.store.ts';

const crumbs = (label?: string) => [
  { href: '/front-door/ways-in', label: 'Ways in' },
  { href: '/front-door/mornings', label: 'Out-of-hours lists' },
  ...(label ? [{ label }] : []),
];

/** Every morning's list: whose it is, how far it is accepted, how its clock stands. */
export async function morningsPage(ctx: StaffCtx): Promise<Answer> {
  const lists = await morningLists(ctx);
  const clocks = await clocksOf(
    ctx,
    'out-of-hours-list',
    lists.map((one) => one.id),
  );
  return staffView(
    ctx,
    { title: 'Out-of-hours lists', breadcrumbs: crumbs() },
    <>
      <h1 class="govuk-heading-l">Out-of-hours lists</h1>
      <Places ctx={ctx} here="/front-door/ways-in" />
      <ListSummary count={lists.length} noun={['morning', 'mornings']} sort="newest first" asOf={`${clockTime(ctx.now)} today`} />
      {lists.length === 0 ? (
        <EmptyList
          why="No list has been made yet."
          whatToDo="A list is made at 8 each working morning from what the emergency duty team wrote down."
        />
      ) : (
        <SortableTable
          path="/front-door/mornings"
          caption="Out-of-hours lists, newest first"
          captionHidden
          columns={['Morning', 'Calls', 'State', 'Day officer', 'Time'].map((heading) => ({ heading }))}
          rows={lists.map((list) => {
            const reading = clocks.get(list.id)?.at(-1)?.reading;
            const lines = Array.from({ length: list.lines }, (_none, at) => ({
              contactId: '',
              acceptedAt: at < list.accepted ? ctx.now : null,
            }));
            return {
              cells: [
                <a class="govuk-link" href={`/front-door/mornings/${list.id}`}>
                  {fullDate(list.forDay)}
                </a>,
                list.lines,
                listState(list, lines),
                list.dayOfficerName ?? 'Nobody yet',
                reading ? <ClockTag state={reading.state} words={reading.words} /> : 'No clock',
              ],
            };
          })}
        />
      )}
    </>,
  );
}

/** One morning's list: each call, what was done at once, what is left for the day; accepted line by line. */
export async function morningPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const list = await morningList(ctx, asked.params['id'] ?? '');
  about(ctx, 'out-of-hours-list', list.id);
  const rows = await nightRows(ctx, list.id);
  const log = await actionsOf(
    ctx,
    rows.map((row) => row.contactId),
  );
  const reading = (await clocksOf(ctx, 'out-of-hours-list', [list.id])).get(list.id)?.at(-1)?.reading;
  const mine = list.dayOfficer === ctx.who.staffId;
  return staffView(
    ctx,
    { title: `Out of hours, ${fullDate(list.forDay)}`, wide: true, breadcrumbs: crumbs(fullDate(list.forDay)) },
    <>
      <h1 class="govuk-heading-l">Out of hours: morning of {fullDate(list.forDay)}</h1>
      <p class="govuk-body">
        <strong>{listState(list, rows)}.</strong> {list.dayOfficerName ? `Day officer: ${list.dayOfficerName}. ` : null}
        {reading ? <ClockTag state={reading.state} words={reading.words} exact={reading.exact} /> : null}
      </p>
      {list.acceptedAt || mine ? null : (
        <Form action={`/front-door/mornings/${list.id}/take`} {...formCarries(ctx)}>
          <Button>{list.dayOfficer ? 'Take it over: my name' : 'Put my name to it'}</Button>
        </Form>
      )}
      <Form action={`/front-door/mornings/${list.id}/accept`} {...formCarries(ctx)}>
        {rows.length === 0 ? (
          <EmptyList
            why="Nothing was taken in that night."
            whatToDo="Put your name to it and accept it, so that the night knows somebody looked."
          />
        ) : null}
        {rows.map((row) => (
          <Night
            row={row}
            log={log.filter((one) => one.contact_id === row.contactId)}
            open={mine && !list.acceptedAt}
            today={londonDate(ctx.now)}
          />
        ))}
        {mine && !list.acceptedAt ? <Button>{rows.length === 0 ? 'Accept the night' : 'Accept what is ticked'}</Button> : null}
      </Form>
    </>,
  );
}

function Night({ row, log, open, today }: { row: NightRow; log: readonly LoggedAction[]; open: boolean; today: string }) {
  return (
    <section class="govuk-!-margin-bottom-6" aria-labelledby={row.reference}>
      <h2 class="govuk-heading-m" id={row.reference}>
        <a class="govuk-link" href={`/front-door/contacts/${row.contactId}`}>
          {row.reference}
        </a>
        : {row.children.join(' and ')}
      </h2>
      <p class="govuk-body">
        {row.immediateDanger ? <strong>Immediate danger. </strong> : null}Taken {shortMoment(row.takenAt, today)} by {row.takenBy}. Where
        the child is: {row.childIsWhere ?? 'not said'}.
      </p>
      <p class="govuk-body">
        <strong>For the day:</strong> {row.leftForDay}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {log.length === 0 ? <li>Nothing was done at once</li> : null}
        {log.map((one) => (
          <li>
            {clockTime(one.done_at)} {one.kind}: {one.what}
            {one.outcome ? ` (${one.outcome})` : ''}
          </li>
        ))}
      </ul>
      {row.acceptedAt ? (
        <p class="govuk-body">
          Accepted by {row.acceptedBy}, {shortMoment(row.acceptedAt, today)}
        </p>
      ) : open ? (
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <div class="govuk-checkboxes__item">
            <input class="govuk-checkboxes__input" id={`accept-${row.contactId}`} name="accept" type="checkbox" value={row.contactId} />
            <label class="govuk-label govuk-checkboxes__label" for={`accept-${row.contactId}`}>
              I have read {row.reference} and take it over
            </label>
          </div>
        </div>
      ) : null}
    </section>
  );
}

export const acceptShape = z.object({
  accept: z.preprocess((typed) => [typed ?? []].flat(), z.array(z.uuid({ error: 'Select from the list' })).max(200)),
});

/** The day officer's name. */
export async function take(ctx: StaffCtx, _form: unknown, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await takeList(ctx, id);
  return seeOther(`/front-door/mornings/${id}`, 'Your name stands to it. Accept each line when you have read it.');
}

/** Accepts the lines ticked. */
export async function accept(ctx: StaffCtx, form: z.output<typeof acceptShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const whole = await acceptNight(ctx, id, form.accept);
  return seeOther(`/front-door/mornings/${id}`, whole ? 'Handed over' : 'Accepted. The list is handed over with its last line.');
}
