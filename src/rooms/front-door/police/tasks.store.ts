import { may, type StaffCtx } from '../../../platform/access/ctx.ts';
import { counted } from '../../../platform/time/plain-dates.ts';
import type { FrontDoorTask } from '../tasks.store.ts';
import { unanswered } from './question.store.ts';
import { kindWords } from './question.ts';
import { waitingCount } from './triage.store.ts';

const timeless = { familyId: null, personId: null, dueOn: null, overdue: false, clockWords: null } as const;

/** What the police's feed waits for: notifications nobody has gone through, for the front door; questions not answered, for the police. */
export async function policeTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  const waiting = may(ctx, 'front-door.screen') ? await waitingCount(ctx) : 0;
  const questions = may(ctx, 'police.desk') ? await unanswered(ctx) : [];
  return [
    ...(waiting > 0
      ? [
          {
            ...timeless,
            kind: 'police-list',
            what: `${counted(waiting, 'police notification')} to go through`,
            whom: 'The day’s list',
            href: '/front-door/police',
            action: 'Go through them',
          },
        ]
      : []),
    ...questions.map((one) => ({
      ...timeless,
      kind: 'police-question',
      what: `${one.policeRef}: the front door asks. ${kindWords[one.kind]}`,
      whom: 'Front door',
      href: `/police/notifications/${one.notificationId}`,
      action: 'Answer',
    })),
  ];
}
