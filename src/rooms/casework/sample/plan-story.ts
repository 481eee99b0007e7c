import { peopleSample } from '../../people/sample.ts';
import { note } from './early-help-story.ts';
import { dayText, fullName, moment, outcomeFor, told, type Story } from './story.ts';
import type { SampleGoal } from './worries.ts';

export type PlanDays = { assessed: number; met: number; planned: number; reviews: readonly number[] };
type Standing = { reached: number; ended: number | null; state: string };

/** The team around the family, its meetings, and from the first meeting on the plan with its goals, actions and reviews. */
export function tellPlan(story: Story, days: PlanDays, standing: Standing): void {
  const members = tellTeam(story, days, standing);
  tellMeetings(story, days, standing, members);
  if (standing.reached >= 4) tellGoals(story, days, standing);
}

type Member = { id: string; accepted: boolean };

function tellTeam(story: Story, days: PlanDays, standing: Standing): Member[] {
  const { scene, sheets, family, child, lead, helper } = story;
  const members: Member[] = [];
  const left = standing.ended === null ? null : dayText(standing.ended);
  const add = (who: Record<string, string | null>, part: string, accepted = true): void => {
    const id = scene.random.uuid();
    members.push({ id, accepted });
    sheets.add('taf_member', {
      id,
      episode_id: story.id,
      staff_id: who['staff'] ?? null,
      person_id: who['person'] ?? null,
      practitioner_name: who['name'] ?? null,
      practitioner_phone: who['phone'] ?? null,
      agency_id: who['agency'] ?? null,
      part,
      invite_note: 'To plan together with the family.',
      invited_by: lead.id,
      invited_at: moment(scene, days.assessed + 1, 9),
      accepted_at: accepted ? moment(scene, days.assessed + 2, 9) : null,
      left_on: left,
      left_because: left ? 'help ended' : null,
    });
  };
  const carerKind = family.carer.part === 'parent' ? (family.carer.sex === 'F' ? 'mother' : 'father') : 'carer';
  add({ staff: lead.id, agency: lead.agencyId }, 'lead professional');
  add({ person: family.carer.id }, carerKind);
  if (peopleSample.yearsOld(child, scene.today) >= 10) add({ person: child.id }, 'young person');
  const school = story.family.schoolOf(child.id);
  const dsl = [child, ...family.children]
    .map((one) => scene.safeguardingLeadOf(family.schoolOf(one.id)?.id))
    .find((lead) => lead !== undefined);
  if (dsl) add({ staff: dsl.id, agency: dsl.agencyId }, 'school safeguarding lead', standing.state !== 'ASSESSED');
  else if (school) add({ name: `Class teacher, ${school.name}`, phone: school.phone, agency: school.id }, 'class teacher');
  const underFive = family.children.some((one) => peopleSample.yearsOld(one, scene.today) < 5);
  const visitor = underFive ? scene.healthVisitorOf(family.household.ward) : undefined;
  if (visitor) add({ staff: visitor.id, agency: visitor.agencyId }, 'health visitor', standing.state !== 'ASSESSED');
  add({ staff: helper.id, agency: helper.agencyId }, 'family support worker');
  if (scene.batch === 0 && (standing.state === 'ASSESSED' || scene.random.chance(0.4)))
    add(
      { staff: scene.staff('voluntary-worker').id, agency: scene.staff('voluntary-worker').agencyId },
      'family mentor',
      standing.state !== 'ASSESSED',
    );
  return members;
}

function tellMeetings(story: Story, days: PlanDays, standing: Standing, members: readonly Member[]): void {
  const { scene, sheets, worry, child, helper } = story;
  const venue = story.family.schoolOf(child.id)?.name ?? 'Family hub';
  const hold = (kind: 'first' | 'review', day: number): string => {
    const id = scene.random.uuid();
    sheets.add('taf_meeting', {
      id,
      episode_id: story.id,
      kind,
      state: 'held',
      planned_for: moment(scene, day, 10),
      venue,
      held_on: dayText(day),
      minutes_by: helper.id,
      working_well: told(worry.goingWell, child),
      worries: told(worry.worried, child),
      family_views: 'It helps to have everyone in one room.',
      quorate: true,
      minutes_sent_at: moment(scene, day + 2),
      minutes_sent_to: 'Everyone in the team',
    });
    members
      .filter((member) => member.accepted)
      .forEach((member, at) =>
        sheets.add('meeting_attendance', {
          meeting_id: id,
          episode_id: story.id,
          member_id: member.id,
          attended: at < 3 || scene.random.chance(0.75) ? 'came' : 'apologies',
        }),
      );
    sheets.add('meeting_decision', {
      meeting_id: id,
      episode_id: story.id,
      decision: kind === 'first' ? 'The plan is written from what was said today.' : 'The plan goes on; the next meeting is in six weeks.',
      recorded_by: helper.id,
      recorded_at: moment(scene, day, 11),
    });
    note(story, 'meeting-held', day, null, helper.id);
    return id;
  };
  const plan = (kind: 'first' | 'review', day: number): void =>
    sheets.add('taf_meeting', {
      id: scene.random.uuid(),
      episode_id: story.id,
      kind,
      state: 'planned',
      planned_for: new Date(day * 86_400_000 + 10.5 * 3_600_000),
      venue,
      held_on: null,
      minutes_by: helper.id,
      working_well: null,
      worries: null,
      family_views: null,
      quorate: null,
      minutes_sent_at: null,
      minutes_sent_to: null,
    });
  if (standing.reached === 3) return plan('first', nextWorkingDay(Math.max(days.met, scene.today + 1)));
  hold('first', days.met);
  const meetings = days.reviews.map((day) => hold('review', day));
  tellReviews.set(story, meetings);
  const next = (days.reviews.at(-1) ?? days.planned) + 42;
  if (standing.ended === null && standing.reached >= 5 && next > scene.today - 3)
    plan('review', nextWorkingDay(Math.max(next, scene.today + 1)));
}

/** Meetings of each story's reviews, told before the goals are. */
const tellReviews = new WeakMap<Story, string[]>();

const nextWorkingDay = (day: number): number => {
  const weekday = (day + 4) % 7;
  return day + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
};

function tellGoals(story: Story, days: PlanDays, standing: Standing): void {
  const { scene, sheets, worry, child, lead } = story;
  const planId = scene.random.uuid();
  const active = standing.reached >= 5;
  const by = { changed_by: lead.id, changed_at: moment(scene, days.planned, 15) };
  sheets.add('plan', {
    id: planId,
    episode_id: story.id,
    state: standing.ended !== null ? 'closed' : active ? 'active' : 'draft',
    worried_about: told(worry.worried, child),
    going_well: told(worry.goingWell, child),
    contingency: 'If it gets worse before the next meeting, the family rings the lead professional and the team meets within a week.',
    who_to_call: `${lead.name}, ${lead.phone}`,
    agreed_on: active ? dayText(days.planned) : null,
    copy_given_on: active ? dayText(days.planned) : null,
    ...by,
  });
  if (active) note(story, 'plan-agreed', days.planned, 'PLAN_ACTIVE', lead.id);
  const goals = worry.goals.map((goal, at) => ({
    goal,
    id: tellGoal(story, planId, goal, at, days, standing),
    base: 2 + scene.random.below(3),
  }));
  const meetings = tellReviews.get(story) ?? [];
  const score = new Map(goals.map(({ id }, at) => [id, 2 + (at % 3)]));
  days.reviews.forEach((day, turn) => {
    const id = scene.random.uuid();
    const last = turn === days.reviews.length - 1;
    sheets.add('review', {
      id,
      episode_id: story.id,
      meeting_id: meetings[turn] ?? null,
      held_on: dayText(day),
      child_views: told(worry.ownWords[turn % worry.ownWords.length] ?? '', child),
      parent_views: 'It is slower than I hoped and better than it was.',
      decision: last && standing.reached >= 7 ? 'close' : 'continue',
      next_on: last && standing.reached >= 7 ? null : dayText(day + 42),
      recorded_by: lead.id,
      recorded_at: moment(scene, day, 16),
    });
    for (const { id: goal_id } of goals) {
      const then = score.get(goal_id) ?? 3;
      const now = Math.min(10, Math.max(0, then + (scene.random.chance(0.8) ? 1 + scene.random.below(3) : -1)));
      score.set(goal_id, now);
      sheets.add('goal_score', {
        review_id: id,
        goal_id,
        episode_id: story.id,
        score_then: then,
        score_now: now,
        rag: now >= 8 ? 'B' : now >= then + 1 ? 'G' : now >= then ? 'A' : 'R',
        comment: now > then ? 'Better than last time.' : 'A hard few weeks.',
      });
    }
    note(story, 'reviewed', day, 'REVIEW', lead.id);
  });
}

function tellGoal(story: Story, planId: string, goal: SampleGoal, at: number, days: PlanDays, standing: Standing): string {
  const { scene, sheets, worry, child, lead } = story;
  const id = scene.random.uuid();
  const family = goal.for.startsWith('O-');
  const achieved = standing.state === 'CLOSED' || (standing.reached >= 7 && at === 0);
  const by = {
    created_by: lead.id,
    created_at: moment(scene, days.planned, 14),
    changed_by: lead.id,
    changed_at: moment(scene, days.planned, 15),
  };
  sheets.add('plan_goal', {
    id,
    plan_id: planId,
    episode_id: story.id,
    outcome_id: outcomeFor(goal.for, peopleSample.yearsOld(child, days.planned)),
    for_person_id: family ? null : child.id,
    family_words: told(goal.words, child),
    how_we_will_know: told(goal.know, child),
    baseline: 2 + (at % 3),
    target: 8,
    state: achieved ? 'achieved' : 'working',
    position: at + 1,
    ...by,
  });
  for (const need_code of at === 0 ? worry.needs : worry.needs.slice(-1))
    sheets.add('plan_goal_need', { goal_id: id, episode_id: story.id, need_code });
  goal.actions.forEach(([who, what], place) =>
    tellAction(story, id, who, told(what, child), days.planned + 14 + place * 17 + at * 5, standing, by),
  );
  return id;
}

function tellAction(
  story: Story,
  goalId: string,
  who: SampleGoal['actions'][number][0],
  what: string,
  due: number,
  standing: Standing,
  by: Record<string, string | Date>,
): void {
  const { scene, sheets, family, lead, helper, child } = story;
  const school = family.schoolOf(child.id);
  const dsl = scene.safeguardingLeadOf(school?.id);
  const visitor = scene.healthVisitorOf(family.household.ward);
  const owner =
    who === 'lead'
      ? { staff: lead.id }
      : who === 'worker'
        ? { staff: helper.id }
        : who === 'family'
          ? { person: family.carer.id }
          : who === 'school'
            ? dsl
              ? { staff: dsl.id }
              : { name: school ? `Class teacher, ${school.name}` : 'School' }
            : visitor
              ? { staff: visitor.id }
              : { name: 'Health visiting team' };
  const { staff, person, name } = owner as { staff?: string; person?: string; name?: string };
  const past = due < (standing.ended ?? scene.today);
  const done = standing.reached >= 5 && past && scene.random.chance(standing.ended !== null ? 0.92 : due < scene.today - 30 ? 1 : 0.62);
  const dropped = standing.ended !== null && !done;
  sheets.add('plan_action', {
    goal_id: goalId,
    episode_id: story.id,
    action: what,
    owner_staff_id: staff ?? null,
    owner_person_id: person ?? null,
    owner_name: name ?? null,
    due_on: dayText(due),
    rag: done ? 'B' : past ? 'R' : due < scene.today + 10 ? 'A' : 'G',
    progress: done ? 'Done, and it helped.' : past ? 'Not yet: it slipped twice.' : null,
    state: done ? 'done' : dropped ? 'dropped' : 'open',
    achieved_on: done ? dayText(due - 1) : null,
    evidence: done ? `Told by ${fullName(family.carer)}` : null,
    ...by,
  });
}
