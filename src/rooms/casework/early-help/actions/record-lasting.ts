import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { notAllowed, refused } from '../../../../platform/access/refusal.ts';
import { today, writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** Records whether the change has lasted, six months after closing. */
export async function recordLasting(
  ctx: StaffCtx,
  episodeId: string,
  found: { sustained: 'yes' | 'partly' | 'no' | 'not known'; note: string },
): Promise<void> {
  const { episode, standing } = await openEpisode(ctx, episodeId);
  if (!standing.manages) throw notAllowed();
  if (!episode.sustain_due_on) throw refused('There is no check due for this help.');
  if (episode.sustained_on) throw refused('This was checked already.');
  await writeEpisode(ctx, episodeId, 'lasting-checked', {
    sustained: found.sustained,
    sustained_note: found.note,
    sustained_on: today(ctx),
  });
}
