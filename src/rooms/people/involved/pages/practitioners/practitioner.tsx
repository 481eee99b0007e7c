import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { roleNames, type Role } from '../../../../../platform/access/roles.ts';
import { shortDate } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { absencesOf, cancelAbsence, type Absence } from '../../absence.store.ts';
import { childrenHeldBy, heldBy, iLookAfter, type Held } from '../../leaver.store.ts';
import { practitionerOf } from '../../practitioner.store.ts';
import { coverOf, reachNow } from '../../reach.ts';
import { londonDay } from '../../../today.ts';

/** One practitioner: posts, how to reach them now, who covers. Whoever looks after them also sees what they still hold when they leave. */
export async function practitionerPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const one = await practitionerOf(ctx, id);
  const [today, own] = [londonDay(ctx), id === ctx.who.staffId];
  const keeps = own || (await iLookAfter(ctx, id));
  const held = own ? [] : await heldBy(ctx, id);
  const children = await childrenHeldBy(ctx, id);
  return staffView(
    ctx,
    { title: one.name, breadcrumbs: [{ href: '/practitioners', label: 'Practitioners' }, { label: one.name }] },
    <>
      <h1 class="govuk-heading-l">
        {one.name} <span class="govuk-caption-m">{one.jobTitle}</span>
      </h1>
      <SummaryList
        rows={[
          { key: 'How to reach them now', value: reachNow(one, today) },
          { key: 'At work', value: coverOf(one, today) ?? 'At work' },
          ...(one.leftOn ? [{ key: 'Last day', value: shortDate(one.leftOn, today) }] : []),
          ...(children === null ? [] : [{ key: 'Works with by name', value: heldInWords(children, held.length > 0) }]),
          { key: 'Posts', value: one.posts.length === 0 ? 'None today' : <Posts posts={one.posts} /> },
        ]}
      />
      {held.length > 0 ? <ToPassOn id={id} held={held} /> : null}
      {keeps ? <Absences ctx={ctx} id={id} rows={await absencesOf(ctx, id)} /> : null}
      {own && may(ctx, 'person.view') ? (
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href="/still-working">
              Children you say you work with
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/following">
              Children you follow
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/passed-on-requests">
              Messages passed on to you
            </a>
          </li>
        </ul>
      ) : null}
    </>,
  );
}

/** A number for those who look after the colleague. Until a last day is set nobody lists the children: each record names who works with it. */
const heldInWords = (children: number, listed: boolean): string =>
  `${children === 1 ? '1 person' : `${children} people`}${listed ? '' : ' (listed here once a last day is set; until then each record names them)'}`;

function Posts({ posts }: { posts: Awaited<ReturnType<typeof practitionerOf>>['posts'] }) {
  return (
    <ul class="govuk-list">
      {posts.map((post) => (
        <li>
          {roleNames[post.role as Role]}, {post.agency}
          {post.teamId ? (
            <>
              {', '}
              <a class="govuk-link" href={`/practitioners/teams/${post.teamId}`}>
                {post.team}
              </a>
              {post.teamPhone ? `, ${post.teamPhone}` : ''}
            </>
          ) : null}
          {post.areas.length > 0 ? `, works in ${post.areas.join(', ')}` : ''}
        </li>
      ))}
    </ul>
  );
}

function ToPassOn({ id, held }: { id: string; held: readonly Held[] }) {
  const children = new Set(held.map((one) => one.personId)).size;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`/practitioners/${id}/hand-over`}>
        {children === 1 ? '1 child' : `${children} children`} to pass on to someone else
      </a>
    </p>
  );
}

function Absences({ ctx, id, rows }: { ctx: StaffCtx; id: string; rows: readonly Absence[] }) {
  const today = londonDay(ctx);
  return (
    <section aria-labelledby="absences">
      <h2 class="govuk-heading-m" id="absences">
        Days away
      </h2>
      {rows.length === 0 ? (
        <EmptyList why="None recorded from today on." />
      ) : (
        <SortableTable
          caption="Days away"
          captionHidden
          path={`/practitioners/${id}`}
          columns={['From', 'To', 'Who stands in', 'Recorded by', 'Do'].map((heading) => ({ heading }))}
          rows={rows.map((row) => ({
            cells: [
              shortDate(row.fromOn, today),
              shortDate(row.toOn, today),
              row.coverName ?? 'Nobody named',
              row.recordedBy,
              <Form action={`/absences/${row.id}/cancel`} {...formCarries(ctx)}>
                <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                  Take back<span class="govuk-visually-hidden">: from {shortDate(row.fromOn, today)}</span>
                </Button>
              </Form>,
            ],
          }))}
        />
      )}
      <Button href={`/practitioners/${id}/absence`} classes="govuk-button--secondary">
        Record days away
      </Button>
    </section>
  );
}

export async function takeCancelled(ctx: StaffCtx, _: unknown, asked: Asked): Promise<Answer> {
  const staffId = await cancelAbsence(ctx, asked.params['id'] ?? '');
  return seeOther(`/practitioners/${staffId}`, 'The absence is taken back');
}
