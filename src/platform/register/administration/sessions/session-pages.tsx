import type { StaffCtx } from '../../../access/ctx.ts';
import { clockTime, longMoment } from '../../../time/plain-dates.ts';
import { Button, Form } from '../../../web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../web/route.ts';
import { formCarries, staffView } from '../../../web/view.tsx';
import { frame } from '../frame.tsx';
import { queryId } from '../record-id.ts';
import { liveSessions, liveSessionsOf, type LiveSession } from './session-list.store.ts';

/** The browser and the system as people know them, from what a browser says of itself. */
export function browserInWords(userAgent: string | null): string {
  if (!userAgent) return 'Unknown browser';
  const browser =
    [
      ['Edg/', 'Edge'],
      ['OPR/', 'Opera'],
      ['Firefox/', 'Firefox'],
      ['Chrome/', 'Chrome'],
      ['Safari/', 'Safari'],
    ].find(([mark]) => userAgent.includes(mark!))?.[1] ?? 'Another browser';
  const system = [
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Android', 'Android'],
    ['Windows', 'Windows'],
    ['Mac OS X', 'Mac'],
    ['CrOS', 'Chromebook'],
    ['Linux', 'Linux'],
  ].find(([mark]) => userAgent.includes(mark!))?.[1];
  return system ? `${browser} on ${system}` : browser;
}

function EndForm({ ctx, action, session }: { ctx: StaffCtx; action: string; session: LiveSession }) {
  return (
    <Form action={action} {...formCarries(ctx)}>
      <input type="hidden" name="reference" value={session.reference} />
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
        End
        <span class="govuk-visually-hidden">
          {' '}
          this session of {session.name}, {browserInWords(session.userAgent)}
        </span>
      </Button>
    </Form>
  );
}

const cells = (session: LiveSession) => [longMoment(session.startedAt), longMoment(session.lastUsedAt), session.provider ?? 'Unknown'];
const headings = [{ heading: 'Began' }, { heading: 'Last used' }, { heading: 'Signed in with' }, { heading: 'What you can do' }];

/** Where the person is signed in; any of them can be ended from here. */
export async function ownSessions(ctx: StaffCtx): Promise<Answer> {
  const rows = await liveSessionsOf(ctx, ctx.who.staffId);
  return staffView(
    ctx,
    { title: 'Your sessions' },
    <>
      <h1 class="govuk-heading-l">Your sessions</h1>
      <p class="govuk-body">
        Everywhere you are signed in now. If you do not know one of them, end it and tell your administrator. A session ends by itself after
        30 minutes without use, and after 12 hours.
      </p>
      <ListSummary count={rows.length} noun={['session', 'sessions']} sort="last used first" asOf={clockTime(ctx.now)} />
      <SortableTable
        caption="Your sessions"
        captionHidden
        path="/sessions"
        columns={[{ heading: 'Browser' }, ...headings]}
        rows={rows.map((session) => ({
          cells: [
            `${browserInWords(session.userAgent)}${session.here ? ' (this one)' : ''}`,
            ...cells(session),
            session.here ? 'Use “Sign out” above' : <EndForm ctx={ctx} action="/sessions/end" session={session} />,
          ],
        }))}
      />
    </>,
  );
}

/** Everyone's open sessions, or one person's, for administrators. */
export async function allSessions(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const person = queryId(asked, 'person');
  const rows = person ? await liveSessionsOf(ctx, person) : await liveSessions(ctx);
  return frame(
    ctx,
    { title: 'Sessions', wide: true },
    <>
      <ListSummary
        count={rows.length}
        noun={['open session', 'open sessions']}
        filter={person ? 'one person' : undefined}
        sort="last used first"
        asOf={clockTime(ctx.now)}
      />
      {person ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/administration/sessions">
            Show everyone
          </a>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyList why="Nobody is signed in under this filter." />
      ) : (
        <SortableTable
          caption="Open sessions"
          captionHidden
          path="/administration/sessions"
          columns={[{ heading: 'Person' }, { heading: 'Browser' }, ...headings]}
          rows={rows.map((session) => ({
            cells: [
              <a class="govuk-link" href={`/administration/people/${session.staffId}`}>
                {session.name}
              </a>,
              `${browserInWords(session.userAgent)}${session.here ? ' (this one)' : ''}`,
              ...cells(session),
              <EndForm ctx={ctx} action="/administration/sessions/end" session={session} />,
            ],
          }))}
        />
      )}
    </>,
  );
}
