import type { StaffCtx } from '../../../platform/access/ctx.ts';
import type { Question } from './question.ts';

const kindWords: Readonly<Record<string, string>> = {
  link: 'Record linked',
  'certainly not': 'Certainly not the same',
  merge: 'Joined',
  split: 'Parted',
  retract: 'Taken back',
};

/** Something asserted about one of the two before, newest first. */
export interface Earlier {
  kind: string;
  why: string;
  by: string;
  at: Date;
}

/** What was asserted about either of a question's people, at most 20; facts a record merely repeats are left out, and so is how the record in
 *  question came to stand where it does: a question drawn at random is read blind. */
export async function earlierOf(ctx: StaffCtx, question: Question): Promise<Earlier[]> {
  const rows = await ctx.tx
    .selectFrom('assertion as a')
    .leftJoin('staff as s', 's.id', 'a.made_by')
    .leftJoin('agency as g', 'g.id', 'a.agency_id')
    .distinctOn(['a.made_at', 'a.id'])
    .select(['a.kind', 'a.why', 's.display_name', 'g.name as agency', 'a.made_at', 'a.is_manual'])
    .where('a.person_id', 'in', [question.personId, question.otherPersonId])
    .where('a.kind', 'in', ['link', 'certainly not', 'merge', 'split', 'retract'])
    .where((it) => it.or([it('a.source_record_id', 'is', null), it('a.source_record_id', '<>', question.recordId ?? question.id)]))
    .orderBy('a.made_at', 'desc')
    .orderBy('a.id')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    kind: kindWords[row.kind] ?? row.kind,
    why: row.why,
    by: row.display_name ?? row.agency ?? 'The matcher',
    at: row.made_at,
  }));
}
