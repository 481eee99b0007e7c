import { may, saw, type StaffCtx } from '../../platform/access/ctx.ts';

/** Something that changed while the person was away. */
export interface Change {
  at: Date;
  what: string;
  whom: string;
  familyId: string;
  by: string | null;
  href: string;
}

/** What a change is called on the page. */
export const changeWords: Readonly<Record<string, string>> = {
  requested: 'Early help asked for',
  allocated: 'Given to a team',
  agreed: 'Family agreed',
  'not-agreed': 'Family did not agree',
  'agreement-withdrawn': 'Agreement withdrawn',
  'assessment-started': 'Assessment started',
  'assessment-changed': 'Assessment changed',
  'assessment-submitted': 'Assessment finished',
  'assessment-authorised': 'Assessment authorised',
  'assessment-returned': 'Assessment sent back',
  'lead-offered': 'Lead professional asked',
  'lead-accepted': 'Lead professional accepted',
  'lead-declined': 'Lead professional declined',
  'lead-backup': 'Backup changed',
  'member-invited': 'Someone invited to the team',
  'member-joined': 'Someone joined the team',
  'member-declined': 'Someone declined to join',
  'member-left': 'Someone left the team',
  'meeting-planned': 'Meeting planned',
  'meeting-held': 'Meeting held',
  'minutes-sent': 'Minutes sent',
  decision: 'Decision recorded',
  'plan-changed': 'Plan changed',
  'plan-agreed': 'Plan agreed',
  'goal-added': 'Goal added',
  'goal-changed': 'Goal changed',
  'action-added': 'Action added',
  'action-changed': 'Action changed',
  reviewed: 'Plan reviewed',
  'closing-asked': 'Closing asked for',
  'closing-sent-back': 'Closing sent back',
  closed: 'Closed',
  'stepped-up': 'Worry sent to the front door',
  'step-up-accepted': 'Accepted by social care',
  'moved-out': 'Family moved away',
  'story-written': 'Story written',
  'lasting-checked': 'Checked whether the change lasted',
};

/** What others did, since a moment, in the families the person works with (leads, backs up, sits in the team, or whose team holds them). Latest first, at most 50. */
export async function changedSince(ctx: StaffCtx, at: Date): Promise<Change[]> {
  if (!may(ctx, 'early-help.view')) return [];
  const rows = await ctx.tx
    .selectFrom('episode_change as c')
    .innerJoin('early_help_episode as e', 'e.id', 'c.episode_id')
    .innerJoin('family as f', 'f.id', 'e.family_id')
    .leftJoin('staff as s', 's.id', 'c.by_staff')
    .select(['c.at', 'c.what', 'e.id', 'f.id as family_id', 'f.name', 's.display_name'])
    .where('c.at', '>', at)
    .where((eb) => eb.or([eb('c.by_staff', 'is', null), eb('c.by_staff', '<>', ctx.who.staffId)]))
    .orderBy('c.at', 'desc')
    .limit(50)
    .execute();
  const members =
    rows.length === 0
      ? []
      : await ctx.tx
          .selectFrom('family_member')
          .select('person_id')
          .where(
            'family_id',
            'in',
            rows.map((row) => row.family_id),
          )
          .where('valid_to', 'is', null)
          .execute();
  saw(ctx, ...members.map((row) => row.person_id));
  return rows.map((row) => ({
    at: row.at,
    what: changeWords[row.what] ?? row.what,
    whom: row.name,
    familyId: row.family_id,
    by: row.display_name,
    href: `/early-help/${row.id}`,
  }));
}
