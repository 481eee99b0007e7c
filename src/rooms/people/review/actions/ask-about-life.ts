import { sql } from 'kysely';
import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { lookUp } from '../../actions/look-up.ts';
import { prepare, standardModel, weigh } from '../../linkage/decide.ts';
import type { Evidence } from '../../linkage/evidence.ts';
import type { LinkageRecord } from '../../linkage/linkage-record.ts';
import { linkageOf } from '../../matching/story.ts';
import { lifeKinds, type LifeKind } from '../quality.ts';
import { raiseQuestion } from '../raise.store.ts';

interface Doubted {
  personId: string;
  otherPersonId: string;
  recordId: string | null;
  kind: 'identifier' | 'apart' | 'duplicate';
  harm: 'ordinary' | 'twins';
  evidence: Evidence;
}

/** Asks the review desk about a life that cannot be. Two people who share a number: may they be one? One person: does their newest record belong
 *  to them? Throws notFound, refused (asked already; only one record, so nothing to compare). */
export async function askAboutLife(ctx: StaffCtx, lifeId: string): Promise<void> {
  const life = found(await ctx.tx.selectFrom('implausible_life').selectAll().where('id', '=', lifeId).executeTakeFirst());
  saw(ctx, life.person_id, life.other_person_id);
  about(ctx, 'implausible-life', lifeId);
  if (life.question_id) throw refused('The review desk has been asked about this.');
  const doubted = life.other_person_id ? await two(ctx, life.person_id, life.other_person_id) : await newestRecord(ctx, life.person_id);
  const because = `${lifeKinds[life.kind as LifeKind]}: ${life.facts.join('; ')}`;
  const question = { ...doubted, because, lifeId, model: standardModel.version, score: doubted.evidence.score, margin: null, worth: 2 };
  await raiseQuestion(ctx, question);
}

async function two(ctx: StaffCtx, personId: string, otherPersonId: string): Promise<Doubted> {
  const { rows } = await sql<{
    one: (LinkageRecord & { twin: boolean }) | null;
    other: (LinkageRecord & { twin: boolean }) | null;
  }>`select search.facts_to_compare(${personId}) as one, search.facts_to_compare(${otherPersonId}) as other`.execute(ctx.tx);
  const [one, other] = [found(rows[0]?.one), found(rows[0]?.other)];
  const harm = one.twin || other.twin ? 'twins' : 'ordinary';
  return {
    personId,
    otherPersonId,
    recordId: null,
    kind: 'identifier',
    harm,
    evidence: weigh(standardModel, prepare(one), prepare(other)),
  };
}

async function newestRecord(ctx: StaffCtx, personId: string): Promise<Doubted> {
  await lookUp(ctx, personId, 'Quality of the index: a life that cannot be');
  const records = await ctx.tx
    .selectFrom('source_record')
    .selectAll()
    .where('person_id', '=', personId)
    .where('replaced_by', 'is', null)
    .orderBy('received_at', 'desc')
    .limit(2)
    .execute();
  // Two records of one person are compared by what they say of them, not by who sent them or how to write to them.
  const [newest, other] = records.map((row) => linkageOf({ ...row, feed_id: null, line2: null, email: null }));
  if (!newest || !other)
    throw refused('This person does not rest on two records, so there is nothing to compare. Correct what is wrong on their page.');
  const evidence = weigh(standardModel, prepare(newest), prepare(other));
  return { personId, otherPersonId: personId, recordId: newest.id, kind: 'apart', harm: 'ordinary', evidence };
}
