import { about, type StaffCtx } from '../../../access/ctx.ts';
import { roleNames } from '../../../access/roles.ts';
import { londonDate } from '../../../time/london.ts';
import { fullDate, longMoment } from '../../../time/plain-dates.ts';
import { Button, Form } from '../../../web/form-kit.tsx';
import { SummaryList } from '../../../web/govuk/summary-list.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { frame, LinkLine } from '../frame.tsx';
import { recordId } from '../record-id.ts';
import { liveSessionsOf } from '../sessions/session-list.store.ts';
import { postsOf, tiesOf, workerOf, type Post, type Tie, type Worker } from './staff.store.ts';

const path = '/administration/people';
export const trail = [{ href: path, label: 'People who work here' }];
/** One person: what they do, how they sign in, where they are signed in now. */
export async function workerPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const worker = await workerOf(ctx, recordId(asked));
  about(ctx, 'staff', worker.id);
  const [posts, ties, sessions] = [await postsOf(ctx, worker.id), await tiesOf(ctx, worker.id), await liveSessionsOf(ctx, worker.id)];
  const own = `${path}/${worker.id}`;
  return frame(
    ctx,
    { title: worker.name, trail, wide: true },
    <>
      <Facts worker={worker} />
      <div class="govuk-button-group">
        <Button href={`${own}/change`}>Change</Button>
        {worker.leftOn ? null : (
          <Button href={`${own}/leave`} classes="govuk-button--warning">
            Record that they leave
          </Button>
        )}
      </div>
      <h2 class="govuk-heading-m">Roles</h2>
      <Roles posts={posts} own={own} today={londonDate(ctx.now)} />
      <LinkLine href={`${own}/roles/add`}>Add a role</LinkLine>
      <h2 class="govuk-heading-m">Sign-in</h2>
      <SignIns ties={ties} own={own} carries={formCarries(ctx)} />
      <LinkLine href={`${own}/sign-ins/add`}>Link an account</LinkLine>
      <h2 class="govuk-heading-m">Signed in now</h2>
      <p class="govuk-body">
        {sessions.length === 0 ? (
          'Not signed in anywhere.'
        ) : (
          <a
            class="govuk-link"
            href={`/administration/sessions?person=${worker.id}`}
          >{`${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}`}</a>
        )}
      </p>
    </>,
  );
}

const Facts = ({ worker }: { worker: Worker }) => (
  <SummaryList
    rows={[
      { key: 'Job', value: worker.jobTitle },
      { key: 'Email', value: worker.email ?? 'Not recorded' },
      { key: 'Telephone', value: worker.phone ?? 'Not recorded' },
      worker.awayUntil
        ? {
            key: 'Away',
            value: `up to and including ${fullDate(worker.awayUntil)}${worker.coverName ? `; ${worker.coverName} covers` : ''}`,
          }
        : null,
      worker.leftOn ? { key: 'Last day', value: fullDate(worker.leftOn) } : null,
      worker.synthetic ? { key: 'Invented', value: 'A demonstration person' } : null,
    ]}
  />
);

const headings = (...words: string[]) => words.map((heading) => ({ heading }));

function Roles({ posts, own, today }: { posts: readonly Post[]; own: string; today: string }) {
  if (posts.length === 0) return <p class="govuk-body">No role yet. Without one nothing opens.</p>;
  const ending = (post: Post) => (
    <a class="govuk-link" href={`${own}/roles/${post.id}/end`}>
      End<span class="govuk-visually-hidden"> the role {roleNames[post.role]}</span>
    </a>
  );
  return (
    <SortableTable
      caption="Roles"
      captionHidden
      path={own}
      columns={headings('Role', 'Agency', 'Team', 'From', 'To', 'What you can do')}
      rows={posts.map((post) => ({
        cells: [
          roleNames[post.role],
          post.agencyName,
          post.teamName ?? 'None',
          fullDate(post.from),
          post.to ? fullDate(post.to) : 'No end',
          post.to && post.to < today ? 'Ended' : ending(post),
        ],
      }))}
    />
  );
}

function SignIns({ ties, own, carries }: { ties: readonly Tie[]; own: string; carries: { csrf: string; idempotencyKey: string } }) {
  if (ties.length === 0) return <p class="govuk-body">No account is linked, so this person cannot sign in yet.</p>;
  const removing = (tie: Tie) => (
    <Form action={`${own}/sign-ins/remove`} {...carries}>
      <input type="hidden" name="issuer" value={tie.issuer} />
      <input type="hidden" name="subject" value={tie.subject} />
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
        Remove<span class="govuk-visually-hidden"> the account at {tie.providerName ?? tie.issuer}</span>
      </Button>
    </Form>
  );
  return (
    <SortableTable
      caption="Linked accounts"
      captionHidden
      path={own}
      columns={headings('Provider', 'Subject', 'Linked on', 'What you can do')}
      rows={ties.map((tie) => ({
        cells: [tie.providerName ?? tie.issuer, <span class="gt-as-typed">{tie.subject}</span>, longMoment(tie.addedAt), removing(tie)],
      }))}
    />
  );
}
