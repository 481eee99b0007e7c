import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { shortDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { watchChild } from '../../actions/watch-child.ts';
import { markLooked, stopWatch, watches, type Watch } from '../../watch.store.ts';
import { londonDay } from '../../../today.ts';

interface WatchingProps {
  ctx: StaffCtx;
  personId: string;
  watch: Watch | undefined;
  /** Whether the reader works with the child now. */
  mayWatch: boolean;
}

/** "Tell me when someone else becomes involved", or what is new since the reader last looked. */
export function Watching({ ctx, personId, watch, mayWatch }: WatchingProps) {
  if (!watch && !mayWatch) return null;
  if (!watch)
    return (
      <Form action={`/people/${personId}/watch`} {...formCarries(ctx)}>
        <Button classes="govuk-button--secondary">Tell me when someone else becomes involved</Button>
      </Form>
    );
  const today = londonDay(ctx);
  return (
    <>
      {watch.newSince ? (
        <InsetText>
          <p class="govuk-body">
            New since you last looked: someone became involved, or another person leads, from {shortMoment(watch.newSince, today)} on. They
            are marked as new in the table. A service that may not be shown is never told here.
          </p>
          <Form action={`/people/${personId}/news-seen`} {...formCarries(ctx)}>
            <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">I have looked</Button>
          </Form>
        </InsetText>
      ) : null}
      <Form action={`/people/${personId}/unwatch`} {...formCarries(ctx)}>
        <p class="govuk-body">
          You are told when someone else becomes involved, since {shortDate(londonDate(watch.startedAt), today)}.{' '}
          <a class="govuk-link" href="/following">
            All the children you follow
          </a>
        </p>
        <Button classes="govuk-button--secondary">Stop telling me</Button>
      </Form>
    </>
  );
}

const idOf = (asked: Asked): string => asked.params['id'] ?? '';

export async function takeWatch(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await watchChild(ctx, idOf(asked));
  return seeOther(`/people/${idOf(asked)}/involved`, 'You will be told on Today when someone else becomes involved');
}

export async function takeUnwatch(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await stopWatch(ctx, idOf(asked));
  return seeOther(`/people/${idOf(asked)}/involved`, 'You are no longer told when someone else becomes involved');
}

export async function takeLooked(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  await markLooked(ctx, idOf(asked));
  return seeOther(`/people/${idOf(asked)}/involved`, 'Nothing is new now');
}

/** The children the reader follows, and what is new about each. */
export async function followingPage(ctx: StaffCtx): Promise<Answer> {
  const rows = await watches(ctx);
  const today = londonDay(ctx);
  return staffView(
    ctx,
    { title: 'Children you follow', breadcrumbs: [{ href: '/today', label: 'Today' }, { label: 'Children you follow' }] },
    <>
      <h1 class="govuk-heading-l">Children you follow</h1>
      <ListSummary
        count={rows.length}
        noun={['child', 'children']}
        filter="you are told when someone else becomes involved"
        sort="by name"
        asOf={shortMoment(ctx.now, today)}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="You follow no child."
          whatToDo="Open who is involved with a child you work with and press “Tell me when someone else becomes involved”. It ends by itself when your own part does."
        />
      ) : (
        <SortableTable
          caption="Children you follow"
          captionHidden
          path="/following"
          columns={['Child', 'New', 'Since when you follow'].map((heading) => ({ heading }))}
          rows={rows.map((row) => ({
            cells: [
              <a class="govuk-link" href={`/people/${row.personId}/involved`}>
                {row.name}
              </a>,
              row.newSince ? `Someone else became involved, ${shortMoment(row.newSince, today)}` : 'Nothing new',
              shortDate(londonDate(row.startedAt), today),
            ],
          }))}
        />
      )}
    </>,
  );
}
