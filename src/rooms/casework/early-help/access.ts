import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { may } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { isMember } from './taf.store.ts';

/** What a person may do in one episode they can open. Rows are guarded in the database; this says it in words before. */
export interface Standing {
  /** Lead professional or backup. */
  leads: boolean;
  /** May change plan, team, meetings and agreement: lead, backup, the working team, a co-ordinator. */
  manages: boolean;
  /** May add to assessment and chronology and update their own actions: all of those, and members of the team around the family. */
  contributes: boolean;
  /** May authorise an assessment and approve closing. */
  approves: boolean;
}

interface Held {
  id: string;
  team_id: string | null;
  lead_staff_id?: string | null;
  backup_staff_id?: string | null;
}

/** Works out a person's part in an episode. One look-up for those who are only members. */
export async function standingIn(ctx: StaffCtx, episode: Held): Promise<Standing> {
  const me = ctx.who.staffId;
  const leads = me === episode.lead_staff_id || me === episode.backup_staff_id;
  const coordinates = ctx.who.memberships.some((held) => held.role === 'EH_CO');
  const inTeam = episode.team_id !== null && ctx.who.memberships.some((held) => held.teamId === episode.team_id);
  const manages = may(ctx, 'early-help.work') && (leads || coordinates || inTeam);
  const approves = may(ctx, 'early-help.approve') && (coordinates || inTeam);
  return { leads, manages, approves, contributes: manages || (may(ctx, 'early-help.work') && (await isMember(ctx, episode.id))) };
}

/** Refuses, in words, whoever may read this help but not change it. */
export function mustManage(standing: Standing): void {
  if (!standing.manages) throw refused('Only the lead professional, their backup, the early help team or a co-ordinator can change this.');
}

/** Refuses whoever only reads. */
export function mustContribute(standing: Standing): void {
  if (!standing.contributes) throw refused('Only people who work with this family can add to its record.');
}
