import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { assessmentOf, pagesOf } from './assessment.store.ts';
import type { Rag } from './early-help.codes.ts';
import type { CopyPlan } from './family-copy.ts';
import { meetingsOf } from './meeting.store.ts';
import { nameIn, ownerWords } from './names-in.ts';
import type { OpenedPlan } from './open-plan.store.ts';
import { isIn } from './taf.ts';
import { membersOf } from './taf.store.ts';

/** Gathers what the family's copy may hold, and nothing else. */
export async function familyCopy(ctx: StaffCtx, opened: OpenedPlan): Promise<CopyPlan> {
  const { episode, plan, goals, actions } = opened;
  const assessment = await assessmentOf(ctx, episode.id);
  const children = assessment ? (await pagesOf(ctx, assessment.id)).children : [];
  const members = (await membersOf(ctx, episode.id)).filter(isIn);
  const meeting = (await meetingsOf(ctx, episode.id)).findLast((one) => one.state === 'planned');
  return {
    worriedAbout: plan?.worried_about ?? null,
    goingWell: plan?.going_well ?? null,
    contingency: plan?.contingency ?? null,
    whoToCall: plan?.who_to_call ?? null,
    agreedOn: plan?.agreed_on ?? null,
    lead: episode.lead_name,
    leadPhone: episode.lead_phone,
    nextOn: episode.next_review_on,
    nextMeetingAt: meeting?.planned_for ?? null,
    goals: goals.map((goal) => ({
      id: goal.id,
      familyWords: goal.family_words,
      outcomePlain: goal.outcome_plain,
      whom: goal.for_person_id ? nameIn(opened, goal.for_person_id) : 'all of you',
      howWeWillKnow: goal.how_we_will_know,
      baseline: goal.baseline,
      latest: goal.latest ?? goal.baseline,
      target: goal.target,
      state: goal.state,
    })),
    actions: actions.map((action) => ({
      goalId: action.goal_id,
      action: action.action,
      who: ownerWords(opened, action),
      dueOn: action.due_on,
      state: action.state,
      rag: action.rag as Rag | null,
    })),
    childrensWords: children.flatMap((child) =>
      child.own_words ? [{ name: nameIn(opened, child.person_id), words: child.own_words, shared: child.share_with_family }] : [],
    ),
    team: members.map((member) => ({ name: member.personId ? nameIn(opened, member.personId) : (member.name ?? ''), part: member.part })),
  };
}
