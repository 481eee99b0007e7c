import type { AssessmentFacts } from './assessment.ts';
import type { OpenedAssessment } from './open-assessment.store.ts';
import type { PlanFacts, PlanState } from './plan.ts';
import type { Action, Goal, Plan } from './plan.store.ts';

/** An assessment as its rules read it: every child of the family counts, written about or not. */
export function factsOf({ assessment, pages, children }: OpenedAssessment): AssessmentFacts {
  return {
    domains: pages.domains,
    needs: pages.needs,
    soWhat: assessment.so_what,
    whatNext: assessment.what_next,
    parentComments: assessment.parent_comments,
    parentCommentsMissing: assessment.parent_comments_missing,
    children: children
      .filter((child) => child.part === 'child')
      .map((child) => {
        const row = pages.children.find((one) => one.person_id === child.personId);
        return {
          personId: child.personId,
          name: child.name,
          seenOn: row?.seen_on ?? null,
          notSeenBecause: row?.not_seen_because ?? null,
          ownWords: row?.own_words ?? null,
          wordsMissing: row?.words_missing ?? null,
        };
      }),
  };
}

/** A whole plan as its rules read it. */
export const planFacts = (plan: Plan, goals: readonly Goal[], actions: readonly Action[]): PlanFacts => ({
  state: plan.state as PlanState,
  worriedAbout: plan.worried_about,
  goingWell: plan.going_well,
  contingency: plan.contingency,
  whoToCall: plan.who_to_call,
  goals: goals.map((goal) => ({ id: goal.id, outcomeId: goal.outcome_id, state: goal.state, needs: goal.needs })),
  actions: actions.map((action) => ({ id: action.id, goalId: action.goal_id, state: action.state })),
});
