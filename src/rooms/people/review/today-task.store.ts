import { sql } from 'kysely';
import { may, type StaffCtx } from '../../../platform/access/ctx.ts';
import { counted, shortDate } from '../../../platform/time/plain-dates.ts';
import { londonDay } from '../today.ts';

/** Something to do at the review desk, as Today shows it. */
export interface ReviewTask {
  kind: 'review-waits' | 'review-agency';
  what: string;
  whom: string;
  familyId: null;
  personId: null;
  dueOn: string | null;
  overdue: boolean;
  clockWords: null;
  href: string;
  action: string;
}

interface Row {
  waiting: number;
  thirds: number;
  agencies: number;
  due: string | null;
}

/** What waits at the desk of whoever asks, counted through the same policies as its queue: questions they may read, and agencies that have not answered. */
export async function reviewTasks(ctx: StaffCtx): Promise<ReviewTask[]> {
  if (!may(ctx, 'index.desk')) return [];
  const { rows } = await sql<Row>`
    select count(*) filter (where q.waits_for in ('reader', 'second reader'))::int as waiting, count(*) filter (where q.waits_for = 'third reader')::int as thirds,
      count(*) filter (where q.waits_for = 'agency')::int as agencies, min(r.due_on)::text as due
      from link_question q left join link_request r on r.person_id = q.person_id and r.question_id = q.id and r.answered_at is null and q.waits_for = 'agency'
     where q.settled_at is null`.execute(ctx.tx);
  const { waiting, thirds, agencies, due } = rows[0] ?? { waiting: 0, thirds: 0, agencies: 0, due: null };
  const today = londonDay(ctx);
  const task = { familyId: null, personId: null, dueOn: null, overdue: false, clockWords: null, whom: 'Review desk' } as const;
  const leads = ctx.who.memberships.some((post) => post.role === 'TM' && ['index-desk', 'shield-desk'].includes(post.teamPurpose ?? ''));
  return [
    ...(waiting > 0
      ? [{ ...task, kind: 'review-waits' as const, what: `${counted(waiting, 'question')} to read`, href: '/index/review', action: 'Read' }]
      : []),
    ...(thirds > 0 && leads
      ? [
          {
            ...task,
            kind: 'review-waits' as const,
            what: `Two readers disagree: ${counted(thirds, 'question')}`,
            href: '/index/review?waits=third+reader',
            action: 'Decide',
          },
        ]
      : []),
    ...(agencies > 0
      ? [
          {
            ...task,
            kind: 'review-agency' as const,
            what: `${counted(agencies, 'question')} with an agency${due ? `, the first due ${shortDate(due, today)}` : ''}`,
            dueOn: due,
            overdue: due !== null && due < today,
            href: '/index/review?waits=agency',
            action: 'Note the answer',
          },
        ]
      : []),
  ];
}
