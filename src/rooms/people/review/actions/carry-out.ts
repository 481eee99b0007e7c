import { sql } from 'kysely';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { decideShieldQuestion } from '../../actions/decide-shield-question.ts';
import { joinPeople } from '../../index-model/actions/join-people.ts';
import { sayCertainlyNot } from '../../index-model/actions/say-certainly-not.ts';
import { splitRecord } from '../../index-model/actions/split-record.ts';
import type { Question } from '../question.ts';
import type { Settled } from '../reading.ts';

/** Where what was asserted stands, so that it can be taken back; null where nothing was. */
export type Carried = { personId: string; place: number } | null;

/** Carries a settled answer out as a person's decision, which no machine changes. Someone shielded is never joined to anyone: the answer
 *  settles the shield instead (decision 0011). */
export async function carryOut(ctx: StaffCtx, question: Question, answer: Settled, why: string): Promise<Carried> {
  if (question.harm === 'shielded') return settleShield(ctx, question, answer, why);
  if (answer === 'same person') return question.kind === 'apart' ? null : join(ctx, question, why);
  if (question.kind === 'apart') return split(ctx, question, why);
  await sayCertainlyNot(ctx, { personId: question.personId, otherId: question.otherPersonId, why });
  return lastAssertion(ctx, question.personId, 'certainly not');
}

async function join(ctx: StaffCtx, question: Question, why: string): Promise<Carried> {
  const { personId: stays, otherPersonId: goes, evidence, id: questionId } = question;
  await joinPeople(ctx, { stays, goes, why, evidence, questionId });
  await sql`select search.questions_follow(${goes}, ${stays})`.execute(ctx.tx);
  return lastAssertion(ctx, stays, 'merge');
}

async function split(ctx: StaffCtx, question: Question, why: string): Promise<Carried> {
  if (!question.recordId) return null;
  await splitRecord(ctx, { personId: question.personId, recordId: question.recordId, why });
  return lastAssertion(ctx, question.personId, 'split');
}

async function lastAssertion(ctx: StaffCtx, personId: string, kind: string): Promise<Carried> {
  const row = await ctx.tx
    .selectFrom('assertion')
    .select('place')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { personId, place: row.place } : null;
}

async function settleShield(ctx: StaffCtx, question: Question, answer: Settled, why: string): Promise<Carried> {
  const pair = [question.personId, question.otherPersonId];
  const waiting = await ctx.tx
    .selectFrom('shield_question')
    .select('id')
    .where('decided_at', 'is', null)
    .where('person_id', 'in', pair)
    .where('shielded_id', 'in', pair)
    .executeTakeFirst();
  if (waiting) await decideShieldQuestion(ctx, waiting.id, answer === 'same person' ? 'same person' : 'not the same', why);
  return null;
}
