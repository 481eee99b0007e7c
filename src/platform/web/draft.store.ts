import type { Ctx } from '../access/ctx.ts';
import { refused } from '../access/refusal.ts';
import type { Typed } from './route.ts';

/** A half-written form as it was last saved, seen by its writer alone. */
export interface Draft {
  id: string;
  answers: Typed;
  savedAt: Date;
  version: number;
}

const days = (ctx: Ctx): number => (ctx.who.kind === 'public' ? 1 : 30);

/** The writer's draft of a form, about one thing or about nothing yet; null when there is none. */
export async function draftOf(ctx: Ctx, form: string, subjectId: string | null = null): Promise<Draft | null> {
  const row = await ctx.tx
    .selectFrom('draft')
    .select(['id', 'answers', 'saved_at', 'version'])
    .where('form', '=', form)
    .where('subject_id', subjectId === null ? 'is' : '=', subjectId)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  return row ? { id: row.id, answers: row.answers as Typed, savedAt: row.saved_at, version: row.version } : null;
}

/** Keeps what was typed: for 30 days when signed in, for 24 hours in the same browser when not. Earlier fields stay unless typed again. */
export async function keepDraft(ctx: Ctx, form: string, subjectId: string | null, answers: Typed): Promise<void> {
  if (ctx.who.kind !== 'staff' && ctx.who.kind !== 'public') throw refused('Only a person can keep a draft');
  const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => !name.startsWith('_')));
  const before = await draftOf(ctx, form, subjectId);
  const expires = new Date(ctx.now.getTime() + days(ctx) * 86_400_000);
  if (before) {
    await ctx.tx
      .updateTable('draft')
      .set({ answers: JSON.stringify({ ...before.answers, ...kept }), saved_at: ctx.now, expires_at: expires, version: before.version + 1 })
      .where('id', '=', before.id)
      .execute();
    return;
  }
  await ctx.tx
    .insertInto('draft')
    .values({
      form,
      subject_id: subjectId,
      answers: JSON.stringify(kept),
      saved_at: ctx.now,
      expires_at: expires,
      staff_id: ctx.who.kind === 'staff' ? ctx.who.staffId : null,
      visitor_key: ctx.who.kind === 'public' ? ctx.who.visitorKey : null,
    })
    .execute();
}

/** Clears the draft, in the same transaction as the form it became. */
export async function dropDraft(ctx: Ctx, form: string, subjectId: string | null = null): Promise<void> {
  await ctx.tx
    .deleteFrom('draft')
    .where('form', '=', form)
    .where('subject_id', subjectId === null ? 'is' : '=', subjectId)
    .execute();
}
