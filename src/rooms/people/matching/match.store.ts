import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { askedKeys, keyWeights, type KeyFacts, type KeyKind, type SearchRow } from '../search-keys.ts';
import type { RecordFact } from './facts-of-record.ts';
import type { Question } from './question.ts';
import type { Story } from './story.ts';

/** Keys narrow enough to bring a record together with whom it is of; a first name and a year would bring a town. */
const narrow: ReadonlySet<KeyKind> = new Set<KeyKind>([
  'identifier',
  'telephone',
  'name and date of birth',
  'name and a date one slip away',
  'both names',
  'both names and year',
  'first letter and date of birth',
  'address',
  'postcode',
]);

/** The people who share most with these facts, at most twelve, none of them shielded. */
export async function nearestTo(ctx: Ctx, facts: KeyFacts): Promise<Story[]> {
  const keys = askedKeys(facts).filter((it) => narrow.has(it.kind));
  const { rows } = await sql<{ near: Story[] }>`select matching.candidates(${keys.map((it) => it.key)}::bigint[],
    ${keys.map((it) => keyWeights[it.kind])}::integer[]) as near`.execute(ctx.tx);
  return rows[0]?.near ?? [];
}

/** The record a feed's local identifier stands for. */
export interface Standing {
  recordId: string;
  personId: string;
  rowHash: string;
  shielded: boolean;
  story: Story;
}

/** What is known under a feed's local identifier; null for one never seen. */
export async function standingFor(ctx: Ctx, feedId: string, localId: string | null): Promise<Standing | null> {
  if (!localId) return null;
  const { rows } = await sql<{ standing: Standing | null }>`select matching.standing(${feedId}, ${localId}) as standing`.execute(ctx.tx);
  return rows[0]?.standing ?? null;
}

/** The same row came again: only its freshness changes. */
export async function seenAgain(ctx: Ctx, feedId: string, localId: string): Promise<void> {
  await sql`select matching.seen_again(${feedId}, ${localId})`.execute(ctx.tx);
}

/** Everything one record changes, as it is handed to the database. */
export interface Change {
  /** Columns of source_record. */
  row: Record<string, unknown>;
  rowHash: string;
  personId: string | null;
  facts: readonly RecordFact[];
  decided: { band: string; because: string; model: string; evidence: unknown };
  question: Question | null;
  search: SearchRow | null;
}

/** Writes it, with the audit event, in one statement. */
export async function writeChange(ctx: Ctx, change: Change): Promise<{ recordId: string; personId: string; questionId: string | null }> {
  const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  const { rows } = await sql<{
    taken: { recordId: string; personId: string; questionId: string | null };
  }>`select matching.take(${json(change.row)}::jsonb,
    ${change.rowHash}, ${change.personId}::uuid, ${json(change.facts)}::jsonb, ${json(change.decided)}::jsonb, ${json(change.question)}::jsonb,
    ${json(change.search)}::jsonb, ${ctx.request.demonstration ?? false}, ${ctx.request.id}) as taken`.execute(ctx.tx);
  return rows[0]!.taken;
}
