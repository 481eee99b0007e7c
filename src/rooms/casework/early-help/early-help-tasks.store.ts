import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { shortMoment } from '../../../platform/time/plain-dates.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { runningClocks } from '../clocks.ts';
import type { Task } from '../tasks.store.ts';
import type { EpisodeState } from './early-help.codes.ts';

const plain = { personId: null, overdue: false, clockWords: null } as const;

/** Invitations to lead a plan or to join a team around a family that wait for the person's answer. */
export async function invitationTasks(ctx: StaffCtx): Promise<Task[]> {
  const offers = await ctx.tx
    .selectFrom('lead_professional')
    .select(['id', 'offered_at'])
    .where('staff_id', '=', ctx.who.staffId)
    .where('state', '=', 'offered')
    .execute();
  const invites = await ctx.tx
    .selectFrom('taf_member')
    .select(['id', 'invited_at'])
    .where('staff_id', '=', ctx.who.staffId)
    .where('accepted_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('left_on', 'is', null)
    .execute();
  const open = { ...plain, whom: 'A family', familyId: null, dueOn: null, href: '/invitations', action: 'Answer' };
  return [
    ...offers.map((offer) => ({
      ...open,
      kind: 'lead-offer',
      what: `You are asked to be lead professional (${shortMoment(offer.offered_at, londonDate(ctx.now))})`,
    })),
    ...invites.map((invite) => ({
      ...open,
      kind: 'team-invitation',
      what: `You are invited to a team around a family (${shortMoment(invite.invited_at, londonDate(ctx.now))})`,
    })),
  ];
}

const nextStep: Partial<Record<EpisodeState, { what: string; path: string; action: string }>> = {
  AGREED: { what: 'Start the assessment', path: 'assessment', action: 'Start' },
  ASSESSING: { what: 'Finish the assessment', path: 'assessment', action: 'Go on' },
  ASSESSED: { what: 'Hold the first team meeting', path: 'meetings', action: 'Plan it' },
  TAF_FORMED: { what: 'Agree the plan', path: 'plan', action: 'Open the plan' },
  PLAN_ACTIVE: { what: 'Review the plan', path: 'reviews/new', action: 'Review' },
  REVIEW: { what: 'Review the plan', path: 'reviews/new', action: 'Review' },
};

/** The next step of each family the person leads or stands in for, with its clock; and requests nobody leads yet, for those who allocate. */
export async function leadTasks(ctx: StaffCtx): Promise<Task[]> {
  const led = await ctx.tx
    .selectFrom('early_help_episode as e')
    .innerJoin('family as f', 'f.id', 'e.family_id')
    .innerJoin('lead_professional as l', 'l.episode_id', 'e.id')
    .select(['e.id', 'e.state', 'e.next_review_on', 'f.id as family_id', 'f.name'])
    .where('l.state', '=', 'active')
    .where('l.staff_id', '=', ctx.who.staffId)
    .where('e.closed_on', 'is', null)
    .execute();
  const clocks = await runningClocks(
    ctx,
    'early-help',
    led.map((row) => row.id),
  );
  return led.flatMap((row) => {
    const step = nextStep[row.state as EpisodeState];
    if (!step) return [];
    const reading = clocks.get(row.id)?.[0]?.reading ?? null;
    return [
      {
        kind: 'next-step',
        what: step.what,
        whom: row.name,
        familyId: row.family_id,
        personId: null,
        dueOn: reading?.dueOn ?? row.next_review_on,
        overdue: reading?.state === 'overdue',
        clockWords: reading?.words ?? null,
        href: `/early-help/${row.id}/${step.path}`,
        action: step.action,
      },
    ];
  });
}

/** Open plan actions the person owns. */
export async function actionTasks(ctx: StaffCtx): Promise<Task[]> {
  const rows = await ctx.tx
    .selectFrom('plan_action as a')
    .innerJoin('early_help_episode as e', 'e.id', 'a.episode_id')
    .innerJoin('family as f', 'f.id', 'e.family_id')
    .select(['a.id', 'a.action', 'a.due_on', 'a.episode_id', 'f.id as family_id', 'f.name'])
    .where('a.owner_staff_id', '=', ctx.who.staffId)
    .where('a.state', '=', 'open')
    .where('e.closed_on', 'is', null)
    .orderBy('a.due_on')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...plain,
    kind: 'plan-action',
    what: row.action,
    whom: row.name,
    familyId: row.family_id,
    dueOn: row.due_on,
    href: `/early-help/${row.episode_id}/actions/${row.id}`,
    action: 'Update',
  }));
}

/** What waits for an approval the person may give: new requests, finished assessments, closings. */
export async function approvalTasks(ctx: StaffCtx): Promise<Task[]> {
  const rows = await ctx.tx
    .selectFrom('early_help_episode as e')
    .innerJoin('family as f', 'f.id', 'e.family_id')
    .leftJoin('assessment as a', (join) => join.onRef('a.episode_id', '=', 'e.id').on('a.state', '=', 'SUBMITTED'))
    .leftJoin('lead_professional as l', (join) => join.onRef('l.episode_id', '=', 'e.id').on('l.state', 'in', ['active', 'offered']))
    .select([
      'e.id',
      'e.state',
      'f.id as family_id',
      'f.name',
      'a.id as assessment_id',
      'a.submitted_by',
      'l.id as lead_id',
      'l.staff_id as lead_staff_id',
      'e.closure_asked_by',
    ])
    .where((eb) => eb.or([eb('e.state', 'in', ['CLOSING', 'REQUESTED']), eb('a.id', 'is not', null)]))
    .execute();
  const me = ctx.who.staffId;
  return rows.flatMap((row): Task[] => {
    const on = { ...plain, whom: row.name, familyId: row.family_id, dueOn: null };
    if (row.assessment_id && row.submitted_by !== me)
      return [{ ...on, kind: 'authorise', what: 'Authorise the assessment', href: `/early-help/${row.id}/assessment`, action: 'Read' }];
    if (row.state === 'CLOSING' && row.closure_asked_by !== me && row.lead_staff_id !== me)
      return [{ ...on, kind: 'approve-closing', what: 'Approve closing', href: `/early-help/${row.id}/close`, action: 'Decide' }];
    if (row.state === 'REQUESTED' && !row.lead_id)
      return [
        { ...on, kind: 'new-request', what: 'New request: find a lead professional', href: `/early-help/${row.id}/lead`, action: 'Find' },
      ];
    return [];
  });
}

/** Closed help whose six-month check is due. */
export async function lastingTasks(ctx: StaffCtx): Promise<Task[]> {
  const rows = await ctx.tx
    .selectFrom('early_help_episode as e')
    .innerJoin('family as f', 'f.id', 'e.family_id')
    .select(['e.id', 'e.sustain_due_on', 'f.id as family_id', 'f.name'])
    .where('e.sustain_due_on', '<=', londonDate(ctx.now))
    .where('e.sustained_on', 'is', null)
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...plain,
    kind: 'lasting',
    what: 'Has the change lasted? Six-month check',
    whom: row.name,
    familyId: row.family_id,
    dueOn: row.sustain_due_on,
    href: `/early-help/${row.id}/lasting`,
    action: 'Check',
  }));
}
