import { shortDate } from '../../../../platform/time/plain-dates.ts';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import { Timeline } from '../../../../platform/web/patterns/timeline.tsx';
import type { chronologyOf } from '../../../casework/index.ts';

type Event = Awaited<ReturnType<typeof chronologyOf>>[number];

const shown = 6;

/** What happened lately, latest first, with the way to all of it. */
export function Latest({ events, personId }: { events: readonly Event[]; personId: string }) {
  return (
    <section aria-labelledby="happened">
      <h2 class="govuk-heading-m" id="happened">
        What happened
      </h2>
      {events.length === 0 ? (
        <EmptyList why="Nothing is recorded that you may open." />
      ) : (
        <>
          <Timeline
            label="What happened, latest first"
            entries={events.slice(0, shown).map((event) => ({
              when: shortDate(event.happenedOn),
              at: event.happenedOn,
              kind: event.category,
              title: event.description,
              estimated: event.accuracy !== 'day',
              by: [event.source, event.agencyName].filter(Boolean).join(', '),
              body: event.impactOnChild ? `What it meant: ${event.impactOnChild}` : undefined,
            }))}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`/chronology/${personId}`}>
              {events.length > shown ? `All ${events.length} events you may open` : 'The chronology'}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
