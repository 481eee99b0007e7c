import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../../platform/time/clock.store.ts';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { Places } from '../../../places.tsx';
import { consultsOfFrontDoor } from '../../consult.store.ts';
import { disciplineWords } from '../../disciplines.codes.ts';
import { ConsultFacts } from './card.tsx';

const shows = { waiting: 'waiting for an answer', overdue: 'overdue', answered: 'answered and not yet read' } as const;
type Show = keyof typeof shows;

/** What the front door asked disciplines: waiting, overdue, answered. */
export async function consultsPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const show: Show = asked.query['show'] === 'overdue' ? 'overdue' : asked.query['show'] === 'answered' ? 'answered' : 'waiting';
  const all = await consultsOfFrontDoor(ctx, show === 'answered' ? 'answered' : 'waiting');
  const clocks = await clocksOf(
    ctx,
    'consult',
    all.map((one) => one.id),
  );
  const late = (id: string): boolean => clocks.get(id)?.some((one) => one.metAt === null && one.reading.state === 'overdue') ?? false;
  const rows = show === 'overdue' ? all.filter((one) => late(one.id)) : all;
  saw(ctx, ...rows.flatMap((one) => one.people.map((person) => person.personId)));
  return staffView(
    ctx,
    { title: 'Views asked for', breadcrumbs: [{ href: '/front-door', label: 'Front door' }, { label: 'Views asked for' }] },
    <>
      <h1 class="govuk-heading-l">Views asked for</h1>
      <Places ctx={ctx} here="/front-door/consults" />
      <nav aria-label="Which views">
        <ul class="gt-tabs">
          {(Object.keys(shows) as Show[]).map((one) => (
            <li>
              <a class="govuk-link" href={`/front-door/consults?show=${one}`} aria-current={one === show ? 'page' : undefined}>
                {disciplineWords(shows[one])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ListSummary
        count={rows.length}
        noun={['question', 'questions']}
        filter={shows[show]}
        sort="oldest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why={`No question is ${shows[show]}.`}
          whatToDo="Ask a discipline from the page of a contact; the contact stays with whoever holds it."
        />
      ) : (
        rows.map((one) => (
          <section class="gt-card">
            <h2 class="govuk-heading-s">
              <a class="govuk-link" href={`/consults/${one.id}`}>
                {one.reference}: asked of {one.discipline}
              </a>
            </h2>
            <ConsultFacts consult={one} clocks={clocks.get(one.id)} />
          </section>
        ))
      )}
    </>,
  );
}
