import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { runningClocks } from '../clocks.ts';
import type { Task } from '../tasks.store.ts';
import { referralsIn } from './referral.store.ts';
import { strategyRequests } from './strategy.store.ts';

const named = (row: { given_name: string | null; family_name: string | null; preferred_name: string | null }): string =>
  [row.preferred_name ?? row.given_name, row.family_name].filter(Boolean).join(' ') || 'Name not known';

/** Referrals and requests for strategy discussions waiting in the person's team. */
export async function referralTasks(ctx: StaffCtx): Promise<Task[]> {
  const referrals = await referralsIn(ctx, ['RECEIVED', 'DECISION_PENDING']);
  const clocks = await runningClocks(
    ctx,
    'referral',
    referrals.map((row) => row.id),
  );
  const requests = (await strategyRequests(ctx)).filter((row) => row.state === 'REQUESTED' && row.requested_by !== ctx.who.staffId);
  const asked = await runningClocks(
    ctx,
    'strategy-request',
    requests.map((row) => row.id),
  );
  return [
    ...requests.map((row): Task => {
      const reading = asked.get(row.id)?.[0]?.reading ?? null;
      return {
        kind: 'strategy',
        what: 'Strategy discussion asked for',
        whom: named(row),
        familyId: null,
        personId: row.child_id,
        dueOn: reading?.dueOn ?? null,
        overdue: reading?.state === 'overdue',
        clockWords: reading?.words ?? null,
        href: '/referrals/strategy',
        action: 'Accept',
      };
    }),
    ...referrals.map((row): Task => {
      const reading = clocks.get(row.id)?.[0]?.reading ?? null;
      return {
        kind: 'referral',
        what: row.state === 'RECEIVED' ? 'Accept a referral' : 'Decide on a referral',
        whom: named(row),
        familyId: null,
        personId: row.child_id,
        dueOn: reading?.dueOn ?? null,
        overdue: reading?.state === 'overdue',
        clockWords: reading?.words ?? null,
        href: `/referrals/${row.id}`,
        action: row.state === 'RECEIVED' ? 'Accept' : 'Decide',
      };
    }),
  ];
}
