import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { may } from '../../../platform/access/ctx.ts';
import type { FrontDoorTask } from '../tasks.store.ts';
import { askedOfUs, type AskedLine } from './asked.store.ts';
import { onwardAsks } from './onward.store.ts';

const most = 50;

/** What the hub waits for from the reader's agency, for Today: requests nobody or they themselves hold, a colleague's once it runs late, and items
 *  asked for outside the hub. */
export async function returnsTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  if (!may(ctx, 'hub.answer')) return [];
  const lines = await askedOfUs(ctx, 'owed');
  const mine = lines.filter((line) => !line.heldById || line.heldById === ctx.who.staffId || line.clock?.reading.state === 'overdue');
  const onward = (await onwardAsks(ctx, { waiting: true })).length;
  return [...mine.slice(0, most).map((line) => task(line, ctx.who.staffId)), ...(onward > 0 ? [onwardTask(onward)] : [])];
}

function task(line: AskedLine, me: string): FrontDoorTask {
  const reading = line.clock?.reading;
  return {
    kind: 'information-request',
    what: line.state === 'SENT' ? 'The hub asks what you know' : 'The hub waits for your answer',
    whom: line.people.join(', '),
    familyId: null,
    personId: null,
    dueOn: reading?.dueOn ?? null,
    overdue: reading?.state === 'overdue',
    clockWords: reading?.words ?? null,
    href: `/asked-of-us/${line.id}`,
    action: 'Answer',
    ...(line.heldById && line.heldById !== me ? { heldBy: line.heldBy, heldById: line.heldById } : {}),
  };
}

const onwardTask = (many: number): FrontDoorTask => ({
  kind: 'onward-ask',
  what: many === 1 ? 'An item of yours is asked for outside the hub' : `${many} items of yours are asked for outside the hub`,
  whom: 'Hub',
  familyId: null,
  personId: null,
  dueOn: null,
  overdue: false,
  clockWords: null,
  href: '/asked-of-us/onward',
  action: 'Say whether it may go',
});
