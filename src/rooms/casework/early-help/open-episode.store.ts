import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { familyOf } from '../../people/index.ts';
import { standingIn, type Standing } from './access.ts';
import { episodeById, type Episode } from './episode.store.ts';
import type { EpisodeState } from './early-help.codes.ts';

export type Family = Awaited<ReturnType<typeof familyOf>>;
export type Member = Family['members'][number];

/** An episode as a page or an action of it needs it: the facts, the family and what the person may do. */
export interface Opened {
  episode: Episode & { state: EpisodeState };
  family: Family;
  children: Member[];
  adults: Member[];
  standing: Standing;
  path: string;
}

/** Opens an episode for the person asking and tells the audit whose information it is. Throws notFound. */
export async function openEpisode(ctx: StaffCtx, id: string): Promise<Opened> {
  const episode = await episodeById(ctx, id);
  const family = await familyOf(ctx, episode.family_id);
  const isChild = (member: Member): boolean => member.part === 'child' || member.part === 'unborn';
  saw(ctx, ...family.members.map((member) => member.personId));
  about(ctx, 'early-help', id);
  return {
    episode: episode as Opened['episode'],
    family,
    children: family.members.filter(isChild),
    adults: family.members.filter((member) => !isChild(member)),
    standing: await standingIn(ctx, episode),
    path: `/early-help/${id}`,
  };
}
