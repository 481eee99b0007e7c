import { may, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import type { FrontDoorTask } from '../tasks.store.ts';
import { sideOf } from './disagreement.ts';
import { disagreements, subjectsOf } from './disagreement.store.ts';
import { waitedFor } from './pages/list.tsx';

/** Disagreements that wait for this person: those they speak in, and at stage 5 those the scrutineer judges. Where nobody is named to speak
 *  for the agency asked, its managers are told of it. */
export async function feedbackTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  if (!may(ctx, 'disagreement.view')) return [];
  const open = (await disagreements(ctx)).filter((row) => row.state === 'OPEN');
  const mine = open.filter((row) => row.speaks || (row.stage === 5 && sideOf(ctx.who, row) === 'scrutineer'));
  const unanswered = open.filter((row) => !mine.includes(row) && sideOf(ctx.who, row) === 'against' && row.answeredBy === 0);
  const told = [...mine, ...unanswered];
  saw(
    ctx,
    ...(await subjectsOf(
      ctx,
      told.map((row) => row.contactId),
    )),
  );
  return told.map((row) => ({
    kind: 'disagreement',
    what: `${row.reference}: ${mine.includes(row) ? lower(waitedFor(ctx, row)) : 'say who speaks for your agency'}`,
    whom: row.child,
    familyId: null,
    personId: null,
    dueOn: row.clock?.reading.dueOn ?? null,
    overdue: row.clock?.reading.state === 'overdue',
    clockWords: row.clock?.reading.words ?? null,
    href: `/disagreements/${row.id}`,
    action: 'Open',
  }));
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
