import { about, may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { notFound, Refusal } from '../../../../platform/access/refusal.ts';
import { addDays } from '../../../../platform/time/calendar-day.ts';
import { londonDate, londonInstant } from '../../../../platform/time/london.ts';
import { clockTime, longDate } from '../../../../platform/time/plain-dates.ts';
import { SelectField } from '../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../platform/web/govuk/details.tsx';
import { Table } from '../../../../platform/web/govuk/table.tsx';
import { Filters } from '../../../../platform/web/patterns/filters.tsx';
import { IdentityBar } from '../../../../platform/web/patterns/identity-bar.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { identityOf } from '../../../people/index.ts';
import { maySeeWhoHasSeen, mostRows, whoHasSeen } from '../../seen.store.ts';
import { byDay, type SeenDay } from '../../seen.ts';

const periods = {
  '31': 'the last month',
  '92': 'the last three months',
  '366': 'the last year',
  '2557': 'the last seven years (as long as the audit is kept)',
} as const;

/** Who has seen this record: per day who, what and why, in plain words. Reading it is itself recorded. Throws notFound for whoever is not entitled. */
export async function seenPage(ctx: StaffCtx, { params, query }: Asked): Promise<Answer> {
  const personId = params['id'] ?? '';
  if (!(await maySeeWhoHasSeen(ctx, personId))) throw notFound();
  saw(ctx, personId);
  about(ctx, 'person', personId);
  const chosen = (query['days'] ?? '') in periods ? (query['days'] as keyof typeof periods) : '31';
  const today = londonDate(ctx.now);
  const rows = await whoHasSeen(ctx, personId, londonInstant(addDays(today, -Number(chosen))));
  const identity = await openIdentity(ctx, personId);
  const officer = ctx.who.memberships.some((one) => one.role === 'DPO' || one.role === 'QA_AUD');
  const title = identity ? `Who has seen ${identity.name}’s record` : 'Who has seen this record';
  return staffView(
    ctx,
    {
      title,
      breadcrumbs: [...(identity ? [{ label: identity.name, href: `/children/${personId}` }] : []), { label: 'Who has seen this' }],
    },
    <>
      {identity ? <IdentityBar {...identity.bar} href={`/children/${personId}`} /> : null}
      <h1 class="govuk-heading-l">{title}</h1>
      {identity ? null : <p class="govuk-body">You oversee access and do not hold this record, so nothing of it is shown here.</p>}
      {may(ctx, 'sharing.view') ? (
        <p class="govuk-body">
          This page tells who looked here. What was given to others, and what was kept back, stands in{' '}
          <a class="govuk-link" href={`/children/${personId}/shares`}>
            what was shared
          </a>
          .
        </p>
      ) : null}
      <Filters action={`/children/${personId}/seen`} label="what was recorded">
        <SelectField
          name="days"
          label="Period"
          empty={false}
          items={Object.entries(periods)
            .sort(([a], [b]) => Number(a) - Number(b))
            .map(([value, text]) => ({ value, text: text.replace(/^./, (letter) => letter.toUpperCase()) }))}
          values={{ days: chosen }}
        />
      </Filters>
      <ListSummary
        count={rows.length}
        noun={['act', 'acts']}
        filter={`in ${periods[chosen]}${rows.length === mostRows ? `, the latest ${mostRows.toLocaleString('en-GB')}` : ''}`}
        sort="latest day first"
        asOf={`${clockTime(ctx.now)} today; this visit is not among them yet`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="Nobody opened, changed or found this record in that time, or none of it may be told to you."
          whatToDo="Choose a longer period."
        />
      ) : (
        byDay(rows).map((day) => <Day day={day} today={today} />)
      )}
      <NotTold officer={officer} />
    </>,
  );
}

/** The child's identity when the reader holds it; an officer may not, and is not told. */
async function openIdentity(ctx: StaffCtx, personId: string) {
  try {
    return await identityOf(ctx, personId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function Day({ day, today }: { day: SeenDay; today: string }) {
  return (
    <Table
      caption={`${longDate(day.day)}${day.day === today ? ' (today)' : ''}`}
      captionClasses="govuk-table__caption--s"
      firstCellIsHeader
      classes="gt-stacks gt-seen"
      head={['Who', 'What they did', 'Why']}
      rows={day.lines.map((line) => [
        <>
          {line.who}
          <br />
          <span class="gt-small">{line.role}</span>
        </>,
        <ul class="govuk-list gt-plain">
          {line.acts.map((act) => (
            <li>
              {act.words}, <span class="gt-muted">{act.times}</span>
            </li>
          ))}
        </ul>,
        line.why,
      ])}
    />
  );
}

function NotTold({ officer }: { officer: boolean }) {
  if (officer)
    return (
      <p class="govuk-body-s">
        You see every act recorded, also those turned down, by the police, by the shield desk and by services whose involvement is not told
        to others.
      </p>
    );
  return (
    <Details summaryText="What is not told here, and why">
      <p class="govuk-body">
        Left out by law or to keep someone safe, for whichever record this is: looks by the police for their own duties, by the shield desk,
        and by services that are told to others only with consent; and attempts that were turned down. The privacy officer (DPO) sees all of
        them.
      </p>
      <p class="govuk-body">
        This page names practitioners. Before any of it is given to the child or the family, the privacy officer checks it for other
        people’s information.
      </p>
    </Details>
  );
}
