import { may, type StaffCtx } from '../../../platform/access/ctx.ts';
import { addDays } from '../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../platform/time/london.ts';
import type { Task } from '../tasks.store.ts';
import { noticesToTell } from './correction.store.ts';
import { reachOf } from './reach.ts';
import { referenceOf } from './share.ts';
import { familiesToTell } from './whole-share.store.ts';

/** Days within which a correction should be told by a person: the next day, a local choice and no law. */
const daysToTell = 1;

/** What the person must do after deciding to share: tell a recipient of a correction that nothing else reaches, and tell the family where that was put off. */
export async function sharingTasks(ctx: StaffCtx): Promise<Task[]> {
  if (!may(ctx, 'sharing.record')) return [];
  const byHand = (await noticesToTell(ctx)).filter((line) => reachOf(line) === 'to be told by hand');
  const families = await familiesToTell(ctx);
  return [
    ...byHand.map((line) =>
      task('share-tell-by-hand', `Tell ${line.recipient} of a correction, ${referenceOf(line.decisionId)}`, line.personId, {
        dueOn: addDays(londonDate(line.byHandSince ?? line.madeAt), daysToTell),
        href: '/corrections-to-tell',
        whom: line.recipient,
        action: 'Tell them',
      }),
    ),
    ...families.map((line) =>
      task('share-tell-family', `Tell the family what was shared with ${line.recipient}, or say why not`, line.personId, {
        dueOn: null,
        href: `/shares/${line.id}`,
        whom: line.named ?? referenceOf(line.id),
        action: 'Open',
      }),
    ),
  ];
}

const task = (kind: string, what: string, personId: string, rest: Pick<Task, 'dueOn' | 'href' | 'whom' | 'action'>): Task => ({
  kind,
  what,
  familyId: null,
  personId,
  overdue: false,
  clockWords: null,
  ...rest,
});
