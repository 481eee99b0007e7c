/** What a family's own copy of its plan may hold: nothing about third parties, nothing hidden from the family, no address, not who asked for help. Chosen here
 *  field by field, so that a new field is left out until someone decides otherwise. */
import type { Rag } from './early-help.codes.ts';

export interface CopyGoal {
  id: string;
  familyWords: string;
  outcomePlain: string;
  whom: string;
  howWeWillKnow: string;
  baseline: number;
  latest: number;
  target: number;
  state: string;
}
export interface CopyAction {
  goalId: string;
  action: string;
  who: string;
  dueOn: string;
  state: string;
  rag: Rag | null;
}
export interface CopyPlan {
  worriedAbout: string | null;
  goingWell: string | null;
  contingency: string | null;
  whoToCall: string | null;
  agreedOn: string | null;
  goals: readonly CopyGoal[];
  actions: readonly CopyAction[];
  childrensWords: readonly { name: string; words: string; shared: boolean }[];
  team: readonly { name: string; part: string }[];
  lead: string | null;
  leadPhone: string | null;
  nextOn: string | null;
  nextMeetingAt: Date | null;
}

/** The words of children who are content for the family to read them. */
export const wordsToShare = (plan: CopyPlan): { name: string; words: string }[] =>
  plan.childrensWords.filter((child) => child.shared).map(({ name, words }) => ({ name, words }));

/** Goals still being worked on or reached; dropped ones are not on the family's page. */
export const goalsToShow = (plan: CopyPlan): CopyGoal[] => plan.goals.filter((goal) => goal.state !== 'dropped');
export const actionsFor = (plan: CopyPlan, goalId: string): CopyAction[] =>
  plan.actions.filter((action) => action.goalId === goalId && action.state !== 'dropped');

/** How an action goes, for a reader of about ten. */
export const plainGoing = (action: CopyAction): string =>
  action.state === 'done'
    ? 'Done'
    : action.rag && action.rag !== 'B'
      ? { G: 'Going well', A: 'Slower than we hoped', R: 'Stuck' }[action.rag]
      : 'Not started yet';

/** Where a goal is on its scale, for a reader of about ten. */
export const plainScale = (goal: CopyGoal): string =>
  goal.state === 'achieved'
    ? `You said ${goal.baseline} at the start. You did it.`
    : `You said ${goal.baseline} out of 10 at the start${goal.latest === goal.baseline ? '' : `, and ${goal.latest} last time`}. We want to get to ${goal.target}.`;
