import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import type { Evidence } from '../linkage/evidence.ts';
import type { Harm, Kind } from './question.ts';

/** A question as it is raised. Without a worth it is put anywhere in the queue, by chance. */
export interface RaisedQuestion {
  personId: string;
  otherPersonId: string;
  recordId: string | null;
  kind: Kind;
  harm: Harm;
  model: string;
  score: number;
  margin: number | null;
  evidence: Evidence;
  because: string;
  worth?: number;
  /** Draw it belongs to, where it was drawn at random. */
  drawId?: string;
  /** Life that cannot be, where it was raised about one. */
  lifeId?: string;
}

/** Asks the review desk, once while the question is open. For the worker and the desks; anyone shielded makes it the shield desk's. */
export async function raiseQuestion(ctx: Ctx, question: RaisedQuestion): Promise<void> {
  await sql`select search.raise_question(${JSON.stringify(question)}::jsonb)`.execute(ctx.tx);
}
