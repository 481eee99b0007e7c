/** What every move in a disagreement begins and ends with. */
import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { cancelClock, meetClock } from '../../../platform/time/clock.store.ts';
import { allow, sideOf, stageClock, standingOf, type Move, type Outcome, type Side } from './disagreement.ts';
import {
  addWord,
  changeDisagreement,
  disagreementToChange,
  markStageEnded,
  stagesOf,
  subjectsOf,
  type DisagreementRow,
} from './disagreement.store.ts';
import { tellSpeakers } from './disagreement-news.ts';

/** How a disagreement is settled, proposed or judged. */
export interface Settlement {
  outcome: Outcome;
  words: string;
  learning: string;
}

/** No proposal lies on the table. */
export const nothingProposed = {
  proposed_outcome: null,
  proposed_words: null,
  proposed_learning: null,
  proposed_by: null,
  proposed_side: null,
  proposed_at: null,
} as const;

/** The disagreement locked, and for whom the signed-in person speaks in it. Throws refused where the move may not be made. */
export async function beginMove(ctx: StaffCtx, id: string, move: Move): Promise<{ row: DisagreementRow; side: Side }> {
  const row = await disagreementToChange(ctx, id);
  about(ctx, 'disagreement', row.id);
  saw(ctx, ...(await subjectsOf(ctx, [row.contact_id])));
  const facts = standingOf(row);
  const side = sideOf(ctx.who, facts);
  allow(move, facts, side, ctx.who.staffId);
  return { row, side };
}

/** Writes down what was said, for both sides to read. */
export async function writeWord(ctx: StaffCtx, row: DisagreementRow, side: Side, said: { kind: string; words: string }): Promise<void> {
  await addWord(ctx, { disagreement_id: row.id, stage: row.stage, side, ...said });
}

interface Ending {
  state: 'SETTLED' | 'WITHDRAWN';
  outcome: string | null;
  outcome_words: string;
  learning: string | null;
}

/** Ends it, and tells everyone who speaks in it. */
export async function endDisagreement(ctx: StaffCtx, row: DisagreementRow, ending: Ending): Promise<void> {
  await endStage(ctx, row, ending.state === 'WITHDRAWN');
  await changeDisagreement(ctx, row, { ...ending, settled_by: ctx.who.staffId, settled_at: ctx.now });
  await tellSpeakers(ctx, row);
}

/** The stage it has reached ends: its clock is met; of what is withdrawn it is cancelled. */
export async function endStage(ctx: StaffCtx, row: DisagreementRow, isWithdrawn = false): Promise<void> {
  const stage = found((await stagesOf(ctx, row.id)).at(-1));
  await markStageEnded(ctx, stage.id);
  const clock = stageClock(stage, row.at_risk);
  if (isWithdrawn) await cancelClock(ctx, clock);
  else await meetClock(ctx, clock);
}
