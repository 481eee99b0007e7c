import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { may } from '../../../../../platform/access/ctx.ts';
import { addDays, weekdayOf, type PlainDate } from '../../../../../platform/time/calendar-day.ts';
import { clockConfiguration } from '../../../../../platform/time/clock-configuration.store.ts';
import { londonDate, londonInstant } from '../../../../../platform/time/london.ts';
import { clockTime, counted, longDate, shortDate, weekdayName } from '../../../../../platform/time/plain-dates.ts';
import { isWorkingDay } from '../../../../../platform/time/working-day.ts';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { Places } from '../../../places.tsx';
import { disciplines, disciplineWords } from '../../disciplines.codes.ts';
import { dayIn } from '../../typed-day.ts';
import { answersNow, gapsOn, runningAt, type Gap, type Turn } from '../../duty.ts';
import { needs, turnsBetween } from '../../duty.store.ts';

const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day));

interface Week {
  days: { day: PlainDate; gaps: Gap[]; closed: boolean }[];
  turns: Turn[];
  shown: string[];
}

/** The duty rota: who is on duty now, this week by discipline and day, and where nobody is. */
export async function rotaPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const today = londonDate(ctx.now);
  const monday = mondayOf(dayIn(asked.query['week']) ?? today);
  const week = await weekFrom(ctx, monday);
  const now = runningAt(week.turns, ctx.now);
  const missing = week.days.flatMap((one) => one.gaps).filter((gap) => gap.to > ctx.now);
  return staffView(
    ctx,
    {
      title: 'Duty rota',
      wide: true,
      breadcrumbs: [{ href: may(ctx, 'front-door.queue') ? '/front-door' : '/on-duty', label: 'Front door' }, { label: 'Duty rota' }],
    },
    <>
      <h1 class="govuk-heading-l">Duty rota</h1>
      <Places ctx={ctx} here="/front-door/rota" />
      {monday === mondayOf(today) ? <Now turns={now} /> : null}
      <nav class="gt-toolbar" aria-label="Weeks">
        <a class="govuk-link" href={`/front-door/rota?week=${addDays(monday, -7)}`}>
          Week before
        </a>
        <a class="govuk-link" href="/front-door/rota">
          This week
        </a>
        <a class="govuk-link" href={`/front-door/rota?week=${addDays(monday, 7)}`}>
          Week after
        </a>
        {may(ctx, 'duty.roster') ? (
          <>
            <a class="govuk-link" href="/front-door/rota/new">
              Put somebody on the rota
            </a>
            <a class="govuk-link" href="/front-door/rota/wanted">
              What is wanted when
            </a>
          </>
        ) : null}
      </nav>
      <h2 class="govuk-heading-m">Week of {longDate(monday)}</h2>
      <ListSummary
        count={week.turns.length}
        noun={['turn', 'turns']}
        filter={
          missing.length === 0 ? 'nothing wanted is missing' : `${counted(missing.length, 'gap')} still to come, marked “Nobody” below`
        }
        sort="by discipline and day"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {week.shown.length === 0 ? (
        <EmptyList why="Nobody is on the rota this week and nothing is wanted." whatToDo="A front door manager puts people on the rota." />
      ) : (
        <Grid ctx={ctx} week={week} today={today} />
      )}
    </>,
  );
}

async function weekFrom(ctx: StaffCtx, monday: PlainDate): Promise<Week> {
  const turns = await turnsBetween(ctx, londonInstant(monday), londonInstant(addDays(monday, 7)));
  const wanted = await needs(ctx);
  const { calendar } = await clockConfiguration(ctx);
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => {
    const day = addDays(monday, at);
    const closed = at < 5 && !isWorkingDay(calendar.working, day, 'provisional');
    return { day, closed, gaps: closed ? [] : gapsOn(day, wanted, turns) };
  });
  const known = new Set([...turns.map((one) => one.discipline), ...wanted.map((one) => one.discipline)]);
  return { days, turns, shown: disciplines.filter((one) => known.has(one)) };
}

function Now({ turns }: { turns: readonly Turn[] }) {
  return (
    <section class="gt-panel" aria-labelledby="now">
      <h2 class="govuk-heading-m" id="now">
        On duty now
      </h2>
      {turns.length === 0 ? (
        <p class="govuk-body">Nobody is on duty at this moment.</p>
      ) : (
        <ul class="govuk-list">
          {turns.map((turn) => (
            <li>
              <strong>{disciplineWords(turn.discipline)}</strong>: <Person turn={turn} /> until {clockTime(turn.endsAt)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Whoever is there, and for whom where they stand in. */
export function Person({ turn }: { turn: Turn }) {
  const there = answersNow(turn);
  if (!turn.away) return <>{turn.name}</>;
  return there ? (
    <>
      {there.name}, standing in for {turn.name}
    </>
  ) : (
    <>
      <Tag classes="govuk-tag--red">Away, no cover</Tag> {turn.name}
    </>
  );
}

/** A turn that runs over midnight stands on both days. */
const isOn = (turn: Turn, day: PlainDate): boolean => turn.startsAt < londonInstant(addDays(day, 1)) && turn.endsAt > londonInstant(day);

function Grid({ ctx, week, today }: { ctx: StaffCtx; week: Week; today: PlainDate }) {
  const days = week.days.filter(
    (one, at) => at < 5 || one.gaps.length > 0 || week.turns.some((turn) => londonDate(turn.startsAt) === one.day),
  );
  return (
    <table class="govuk-table gt-stacks">
      <caption class="govuk-table__caption govuk-visually-hidden">Who is on duty on which day</caption>
      <thead class="govuk-table__head">
        <tr>
          <th scope="col" class="govuk-table__header">
            Discipline
          </th>
          {days.map((one) => (
            <th scope="col" class="govuk-table__header" aria-current={one.day === today ? 'date' : undefined}>
              {weekdayName(one.day)} {shortDate(one.day, today)}
              {one.closed ? ' (bank holiday)' : ''}
              {one.day === today ? <span class="govuk-visually-hidden"> today</span> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {week.shown.map((discipline) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {disciplineWords(discipline)}
            </th>
            {days.map((one) => (
              <td class="govuk-table__cell" data-heading={weekdayName(one.day)}>
                <Cell
                  ctx={ctx}
                  turns={week.turns.filter((turn) => turn.discipline === discipline && isOn(turn, one.day))}
                  gaps={one.gaps.filter((gap) => gap.discipline === discipline)}
                  day={one.day}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ ctx, turns, gaps, day }: { ctx: StaffCtx; turns: readonly Turn[]; gaps: readonly Gap[]; day: PlainDate }) {
  return (
    <>
      {turns.map((turn) => (
        <p class="govuk-body gt-small">
          <a class="govuk-link" href={`/front-door/rota/${turn.id}`}>
            {clockTime(turn.startsAt)} to {clockTime(turn.endsAt)}
          </a>
          <br />
          <Person turn={turn} />
        </p>
      ))}
      {gaps.map((gap) => (
        <p class="govuk-body gt-small">
          <Tag classes={gap.to > ctx.now ? 'govuk-tag--red' : 'govuk-tag--grey'}>Nobody</Tag> {clockTime(gap.from)} to {clockTime(gap.to)}
          {gap.missing > 1 ? `, ${gap.missing} missing` : ''}
          {may(ctx, 'duty.roster') && gap.to > ctx.now ? (
            <>
              <br />
              <a
                class="govuk-link"
                href={`/front-door/rota/new?discipline=${encodeURIComponent(gap.discipline)}&day=${day}&from=${clock(gap.from)}&to=${clock(gap.to)}`}
              >
                Fill it
                <span class="govuk-visually-hidden">
                  : {disciplineWords(gap.discipline)}, {longDate(day)}
                </span>
              </a>
            </>
          ) : null}
        </p>
      ))}
    </>
  );
}

const clock = (moment: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).format(moment);
