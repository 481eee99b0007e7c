import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { id, requiredText } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { allocateTeam } from '../../actions/allocate-team.ts';
import { writeStory } from '../../actions/write-story.ts';

export const storyShape = z.object({ story: requiredText('Write the story', 3000) });
export const allocateShape = z.object({ teamId: id('Select a team') });

export async function takeStory(ctx: StaffCtx, data: z.output<typeof storyShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  await writeStory(ctx, episodeId, data.story);
  return seeOther(`/early-help/${episodeId}`, 'Story saved.');
}

export async function takeAllocation(ctx: StaffCtx, data: z.output<typeof allocateShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  await allocateTeam(ctx, episodeId, data.teamId);
  return seeOther('/families', 'Given to the team.');
}
