import { may, type StaffCtx } from '../../../access/ctx.ts';
import { clocksOf } from '../../../time/clock.store.ts';
import { londonDate } from '../../../time/london.ts';
import { fullDate } from '../../../time/plain-dates.ts';
import { agreementsDue } from './agreement.store.ts';
import { applications } from './application.store.ts';
import type { ApplicationState } from './application.ts';

/** Something the partnership manager must do, for Today. */
export interface PartnerTask {
  kind: 'partner';
  what: string;
  whom: string;
  familyId: null;
  personId: null;
  dueOn: string | null;
  overdue: boolean;
  clockWords: string | null;
  href: string;
  action: string;
}

const nextOf: Partial<Record<ApplicationState, string>> = {
  APPLIED: 'ring them',
  CHECKING: 'finish the checks',
  AGREEMENT: 'have the agreement signed',
  DPIA: 'the privacy officer records the impact assessment',
  READY: 'let the agreement stand',
};

/** Applications to take on, and agreements to look at again within a fortnight, overdue ones first. Nobody else is told of them. */
export async function partnerTasks(ctx: StaffCtx): Promise<PartnerTask[]> {
  if (!may(ctx, 'partners.manage')) return [];
  const today = londonDate(ctx.now);
  const rows = await applications(ctx, 'open');
  const clocks = await clocksOf(
    ctx,
    'partner-application',
    rows.map((row) => row.id),
  );
  const plain = { kind: 'partner', familyId: null, personId: null } as const;
  const waiting = rows.map((row): PartnerTask => {
    const reading = clocks.get(row.id)?.find((clock) => clock.metAt === null)?.reading;
    return {
      ...plain,
      what: `${row.reference}: ${nextOf[row.state]}`,
      whom: row.agencyName,
      dueOn: reading?.dueOn ?? null,
      overdue: reading?.state === 'overdue',
      clockWords: reading?.words ?? null,
      href: `/administration/partners/${row.id}`,
      action: 'Open',
    };
  });
  const due = (await agreementsDue(ctx, 14)).map((one): PartnerTask => {
    const by = one.endsOn && one.endsOn < one.reviewOn ? one.endsOn : one.reviewOn;
    return {
      ...plain,
      what: `Look at agreement ${one.reference} again`,
      whom: one.agencyName,
      dueOn: by,
      overdue: by < today,
      clockWords: `${by < today ? 'was due' : 'due'} ${fullDate(by)}`,
      href: `/administration/agreements/${one.id}`,
      action: 'Look',
    };
  });
  return [...due, ...waiting];
}
