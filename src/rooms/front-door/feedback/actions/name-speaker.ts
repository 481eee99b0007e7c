import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { tellSpeakers } from '../disagreement-news.ts';
import { peopleOf } from '../disagreement.store.ts';
import { beginMove, writeWord } from '../moving.ts';

/** Names somebody of one's own agency to speak for it. */
export async function nameSpeaker(ctx: StaffCtx, id: string, staffId: string): Promise<void> {
  const { row, side } = await beginMove(ctx, id, 'name a speaker');
  const colleagues = await peopleOf(ctx, side === 'raised' ? row.raised_agency_id : row.against_agency_id);
  const named = colleagues.find((one) => one.id === staffId);
  if (!named) throw invalid([{ field: 'staffId', message: 'Select somebody who works in your agency' }]);
  const party = { disagreement_id: id, staff_id: staffId, side, from_stage: row.stage, named_by: ctx.who.staffId, named_at: ctx.now };
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('disagreement_party')
    .values(party)
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw invalid([{ field: 'staffId', message: `${named.name} speaks in it already` }]);
  const words = `${named.name} speaks for ${side === 'raised' ? 'those who raised it' : 'those who decided'}`;
  await writeWord(ctx, row, side, { kind: 'named', words });
  await tellSpeakers(ctx, row);
}
