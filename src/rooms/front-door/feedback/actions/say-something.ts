import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { tellSpeakers } from '../disagreement-news.ts';
import { beginMove, writeWord } from '../moving.ts';

/** Says something to the other side, or what is done meanwhile to protect the child. */
export async function saySomething(ctx: StaffCtx, id: string, said: { kind: 'said' | 'protection'; words: string }): Promise<void> {
  const { row, side } = await beginMove(ctx, id, 'say');
  await writeWord(ctx, row, side, said);
  await tellSpeakers(ctx, row);
}
