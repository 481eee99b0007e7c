import { randomUUID } from 'node:crypto';
import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { cancelClock, meetClock, startClock } from '../../../../platform/time/clock.store.ts';
import { allow, sideOf, stageClock, type Move, type Outcome, type Side } from '../disagreement.ts';
import {
  changeDisagreement,
  disagreementToChange,
  peopleOf,
  stagesOf,
  standingOf,
  subjectsOf,
  type DisagreementRow,
} from '../disagreement.store.ts';
import { tellSpeakers, tellThoseWhoAnswer } from '../disagreement-news.ts';

/** The disagreement locked, and for whom the signed-in person speaks in it. Throws refused where the move may not be made. */
async function begin(ctx: StaffCtx, id: string, move: Move): Promise<{ row: DisagreementRow; side: Side }> {
  const row = await disagreementToChange(ctx, id);
  about(ctx, 'disagreement', row.id);
  saw(ctx, ...(await subjectsOf(ctx, [row.contact_id])));
  const facts = standingOf(row);
  const side = sideOf(ctx.who, facts);
  allow(move, facts, side, ctx.who.staffId);
  return { row, side };
}

async function write(ctx: StaffCtx, row: DisagreementRow, side: Side, kind: string, words: string): Promise<void> {
  const said = { disagreement_id: row.id, stage: row.stage, side, kind, words, said_by: ctx.who.staffId, said_at: ctx.now };
  await ctx.tx.insertInto('disagreement_word').values(said).execute();
}

/** Says something to the other side, or what is done meanwhile to protect the child. */
export async function saySomething(ctx: StaffCtx, id: string, kind: 'said' | 'protection', words: string): Promise<void> {
  const { row, side } = await begin(ctx, id, 'say');
  await write(ctx, row, side, kind, words);
  await tellSpeakers(ctx, row);
}

/** Names somebody of one's own agency to speak for it. */
export async function nameSpeaker(ctx: StaffCtx, id: string, staffId: string): Promise<void> {
  const { row, side } = await begin(ctx, id, 'name a speaker');
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
  await write(ctx, row, side, 'named', `${named.name} speaks for ${side === 'raised' ? 'those who raised it' : 'those who decided'}`);
  await tellSpeakers(ctx, row);
}

/** Moves it up a stage: the clock of this one ends, the next one's begins now. What protects the child goes on. */
export async function moveUp(ctx: StaffCtx, id: string, because: string): Promise<void> {
  const { row } = await begin(ctx, id, 'move up');
  await endStage(ctx, row);
  const stage = { id: randomUUID(), stage: row.stage + 1 };
  await ctx.tx
    .insertInto('disagreement_stage')
    .values({ ...stage, disagreement_id: id, began_at: ctx.now, began_by: ctx.who.staffId, because })
    .execute();
  const nothingProposed = {
    proposed_outcome: null,
    proposed_words: null,
    proposed_learning: null,
    proposed_by: null,
    proposed_side: null,
    proposed_at: null,
  };
  await changeDisagreement(ctx, row, { stage: stage.stage, ...nothingProposed });
  const clock = await startClock(ctx, { ...stageClock(stage, row.at_risk), startedAt: ctx.now });
  const agencyIds = [row.raised_agency_id, row.against_agency_id];
  await tellThoseWhoAnswer(ctx, { id, reference: row.reference, agencyIds, stage: stage.stage, dueOn: clock.reading.dueOn });
}

export interface Settlement {
  outcome: Outcome;
  words: string;
  learning: string;
}

/** One side proposes how to settle. */
export async function propose(ctx: StaffCtx, id: string, proposal: Settlement): Promise<void> {
  const { row, side } = await begin(ctx, id, 'propose');
  await changeDisagreement(ctx, row, {
    proposed_outcome: proposal.outcome,
    proposed_words: proposal.words,
    proposed_learning: proposal.learning,
    proposed_by: ctx.who.staffId,
    proposed_side: side,
    proposed_at: ctx.now,
  });
  await tellSpeakers(ctx, row);
}

/** The other side agrees: it is settled as proposed. */
export async function agree(ctx: StaffCtx, id: string): Promise<void> {
  const { row } = await begin(ctx, id, 'agree');
  const settled = { outcome: row.proposed_outcome, outcome_words: found(row.proposed_words), learning: row.proposed_learning ?? '' };
  await end(ctx, row, { state: 'SETTLED', ...settled });
}

/** The other side does not agree, and says why; the proposal is put aside. */
export async function notAgree(ctx: StaffCtx, id: string, why: string): Promise<void> {
  const { row, side } = await begin(ctx, id, 'not agree');
  await write(ctx, row, side, 'not agreed', why);
  await changeDisagreement(ctx, row, {
    proposed_outcome: null,
    proposed_words: null,
    proposed_learning: null,
    proposed_by: null,
    proposed_side: null,
    proposed_at: null,
  });
  await tellSpeakers(ctx, row);
}

/** The scrutineer judges, at stage 5. */
export async function judge(ctx: StaffCtx, id: string, { outcome, words, learning }: Settlement): Promise<void> {
  const { row } = await begin(ctx, id, 'judge');
  await end(ctx, row, { state: 'SETTLED', outcome, outcome_words: words, learning });
}

/** Whoever raised it takes it back, with a reason. */
export async function withdraw(ctx: StaffCtx, id: string, why: string): Promise<void> {
  const { row } = await begin(ctx, id, 'withdraw');
  await end(ctx, row, { state: 'WITHDRAWN', outcome: null, outcome_words: why, learning: null });
}

interface Ending {
  state: 'SETTLED' | 'WITHDRAWN';
  outcome: string | null;
  outcome_words: string;
  learning: string | null;
}

async function end(ctx: StaffCtx, row: DisagreementRow, ending: Ending): Promise<void> {
  await endStage(ctx, row, ending.state === 'WITHDRAWN');
  await changeDisagreement(ctx, row, { ...ending, settled_by: ctx.who.staffId, settled_at: ctx.now });
  await tellSpeakers(ctx, row);
}

/** The stage it has reached ends: its clock is met; of what is withdrawn it is cancelled. */
async function endStage(ctx: StaffCtx, row: DisagreementRow, isWithdrawn = false): Promise<void> {
  const stage = found((await stagesOf(ctx, row.id)).at(-1));
  await ctx.tx.updateTable('disagreement_stage').set({ ended_at: ctx.now }).where('id', '=', stage.id).execute();
  const clock = stageClock(stage, row.at_risk);
  if (isWithdrawn) await cancelClock(ctx, clock);
  else await meetClock(ctx, clock);
}
