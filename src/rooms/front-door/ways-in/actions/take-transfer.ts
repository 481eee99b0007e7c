import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, type FieldError } from '../../../../platform/access/refusal.ts';
import { clockConfiguration } from '../../../../platform/time/clock-configuration.store.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { raiseConcern, type Raised } from '../../actions/raise-concern.ts';
import type { Concern } from '../../concern.ts';
import { namedIn } from '../../contact.store.ts';
import { datesThatFollow, type DateToKeep, type TransferStatus } from '../transfer.ts';
import { writeDate, writeStanding, writeTransfer, type NewTransfer } from '../transfer.store.ts';

export interface Standing {
  status: TransferStatus | null;
  category: string | null;
  since: string | null;
}

/** Takes a transfer from another council: its contact, how each child stood there, its own dates and those that follow from how they stood.
 *  Starts the clock of the acknowledgement (C02T). `standings` go with the children in their order. */
export async function takeTransfer(
  ctx: StaffCtx,
  concern: Concern,
  it: {
    transfer: Omit<NewTransfer, 'fromCouncil' | 'theirReference'> & { fromCouncil: string | null; theirReference: string | null };
    standings: readonly Standing[];
    dates: readonly DateToKeep[];
  },
): Promise<Raised> {
  const { fromCouncil, theirReference } = it.transfer;
  const missing: FieldError[] = [];
  if (!fromCouncil) missing.push({ field: 'fromCouncil', message: 'Enter the council they moved from' });
  if (!theirReference) missing.push({ field: 'theirReference', message: 'Enter its reference for the family' });
  if (!it.standings[0]?.status) missing.push({ field: 'p1-status', message: 'Select how the child stood there' });
  if (missing.length > 0 || !fromCouncil || !theirReference) throw invalid(missing);
  const raised = await raiseConcern(ctx, concern, 'TRANSFER_IN', null, { sourceCode: '5C' });
  await writeTransfer(ctx, raised.id, { ...it.transfer, fromCouncil, theirReference });
  const children = (await namedIn(ctx, raised.id)).filter((one) => one.part !== 'adult');
  const statuses = children.map((_child, at) => it.standings[at]?.status ?? it.standings[0]?.status ?? 'other');
  for (const [at, child] of children.entries()) {
    const { category = null, since = null } = it.standings[at] ?? {};
    await writeStanding(ctx, { contactId: raised.id, namedId: child.id, status: statuses[at] ?? 'other', category, since });
  }
  const { calendar } = await clockConfiguration(ctx);
  const follow = datesThatFollow(statuses, londonDate(ctx.now), calendar.working);
  for (const date of [...it.dates, ...follow]) await writeDate(ctx, raised.id, date);
  await startClock(ctx, { rule: 'C02T', subjectKind: 'transfer-in', subjectId: raised.id, startedAt: ctx.now });
  return raised;
}
