import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { Input } from '../../../../../platform/web/govuk/input.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { Timeline, type TimelineEntry } from '../../../../../platform/web/patterns/timeline.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { dateWords, gapBetween, gapWords } from '../../chronology.ts';
import type { ChronologyEvent } from '../../chronology.store.ts';

/** Events latest first; a long stretch without any is said aloud. */
export function Events({
  ctx,
  events,
  path,
  mayChange,
}: {
  ctx: StaffCtx;
  events: readonly ChronologyEvent[];
  path: string;
  mayChange: boolean;
}) {
  const entries = events.flatMap((event, at): TimelineEntry[] => {
    const before = events[at + 1];
    const gap = before ? gapBetween(event.happenedOn, before.happenedOn) : null;
    const entry = entryOf(event, mayChange ? <Change ctx={ctx} event={event} path={path} /> : null);
    return gap === null
      ? [entry]
      : [entry, { when: '', at: event.happenedOn, kind: 'Gap', title: `Nothing recorded for ${gapWords(gap)}` }];
  });
  return <Timeline label="Events, latest first" entries={entries} />;
}

/** An event as the timeline shows it. */
export function entryOf(event: ChronologyEvent, change: TimelineEntry['body'] = null): TimelineEntry {
  return {
    when: dateWords(event.happenedOn, event.accuracy),
    at: event.happenedOn,
    kind: event.category,
    title: event.description,
    estimated: false,
    by: [event.source, event.agencyName, event.addedBy ? `added by ${event.addedBy}` : ''].filter(Boolean).join(', '),
    body: <Body event={event} change={change} />,
  };
}

function Body({ event, change }: { event: ChronologyEvent; change: TimelineEntry['body'] }) {
  const tags = [
    event.automatic && !event.promoted ? 'Fact of the work, not yet judged' : '',
    event.hiddenFromFamily ? 'Hidden from the family' : '',
    event.thirdParty ? 'About someone else' : '',
    event.openTo === 'social care' ? 'Social care and front door only' : '',
  ].filter(Boolean);
  return (
    <>
      {event.impactOnChild ? <p class="govuk-body gt-as-typed">For the child: {event.impactOnChild}</p> : null}
      {event.childPresent === null ? null : <p class="govuk-body-s">The child was {event.childPresent ? '' : 'not '}there.</p>}
      {tags.map((tag) => (
        <>
          <Tag classes="govuk-tag--grey">{tag}</Tag>{' '}
        </>
      ))}
      {change}
    </>
  );
}

function Change({ ctx, event, path }: { ctx: StaffCtx; event: ChronologyEvent; path: string }) {
  const verb = (value: string, words: string) => (
    <Form action={`${path}/${event.id}`} {...formCarries(ctx)}>
      <input type="hidden" name="verb" value={value} />
      <Button classes="govuk-button--secondary">{words}</Button>
    </Form>
  );
  return (
    <Details summaryText="Change" classes="gt-no-print">
      {event.automatic && !event.promoted ? verb('promote', 'This is significant') : null}
      {event.hiddenFromFamily ? verb('show', 'Show to the family again') : verb('hide', 'Hide from the family')}
      <Form action={`${path}/${event.id}`} {...formCarries(ctx)}>
        <input type="hidden" name="verb" value="take out" />
        <Input name="because" id={`because-${event.id}`} label={{ text: 'It is wrong, because', classes: 'govuk-label--s' }} />
        <Button classes="govuk-button--secondary">Take it out</Button>
      </Form>
    </Details>
  );
}
