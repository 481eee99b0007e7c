/** The family plan (domain 4.5): goals that each cite an outcome, actions with an owner and a date, how we will know. */
import { refused, type FieldError } from '../../../platform/access/refusal.ts';

export type PlanState = 'draft' | 'active' | 'closed';
export interface GoalFacts {
  id: string;
  outcomeId: string;
  state: string;
  needs: readonly string[];
}
export interface ActionFacts {
  id: string;
  goalId: string;
  state: string;
}
export interface PlanFacts {
  state: PlanState;
  worriedAbout: string | null;
  goingWell: string | null;
  contingency: string | null;
  whoToCall: string | null;
  goals: readonly GoalFacts[];
  actions: readonly ActionFacts[];
}

const vagueVerbs = ['support', 'monitor', 'engage', 'encourage', 'liaise', 'explore', 'address', 'facilitate', 'work with'];

/** Verbs that do not say what will be done. Warns, never blocks (domain 4.5, SMART guard). */
export function vagueWords(action: string): string[] {
  const text = ` ${action.toLowerCase()} `;
  return vagueVerbs.filter((verb) => new RegExp(`[^a-z]${verb}(s|ed|ing)?[^a-z]`).test(text));
}

/** The warning about an action's wording, or null when it says what will be done. */
export function wordingWarning(action: string): string | null {
  const vague = vagueWords(action);
  return vague.length === 0
    ? null
    : `“${vague.join('”, “')}” does not say what will be done. Could a stranger tell whether it was? The action is saved; you can make it plainer.`;
}

/** A goal's scale: the target is above the start, both 0 to 10. */
export function goalFaults(goal: { baseline: number; target: number }): FieldError[] {
  return goal.target > goal.baseline ? [] : [{ field: 'target', message: 'The goal must be higher than where things stand now' }];
}

/** An action's owner: exactly one, a practitioner or someone of the family, named. */
export function ownerFaults(owner: { staffId: string | null; personId: string | null; name: string | null }): FieldError[] {
  const given = [owner.staffId, owner.personId, owner.name].filter(Boolean).length;
  if (given === 1) return [];
  return [{ field: 'owner', message: given === 0 ? 'Select who will do this' : 'Select one person who will do this' }];
}

/** What stands between a plan and its being agreed, in words; empty when it may be. */
export function missingFromPlan(plan: PlanFacts): string[] {
  const working = plan.goals.filter((goal) => goal.state === 'working');
  const bare = working.filter((goal) => !plan.actions.some((action) => action.goalId === goal.id && action.state !== 'dropped'));
  return [
    plan.worriedAbout ? '' : 'what we are worried about',
    plan.goingWell ? '' : 'what is going well',
    plan.contingency ? '' : 'what happens if things get worse',
    plan.whoToCall ? '' : 'who to call',
    working.length > 0 ? '' : 'at least one goal',
    bare.length === 0 ? '' : bare.length === 1 ? 'an action for one goal' : `actions for ${bare.length} goals`,
  ].filter(Boolean);
}

/** A plan is agreed when it is whole. Refuses with what is missing. */
export function mayAgree(plan: PlanFacts): void {
  if (plan.state === 'active') throw refused('This plan is agreed already.');
  const missing = missingFromPlan(plan);
  if (missing.length > 0) throw refused(`The plan still needs ${listed(missing)}.`);
}

export type Progress = 'open' | 'done' | 'dropped';

/** Done needs a day and how we know; dropped needs a word why. */
export function progressFaults(
  progress: { state: Progress; achievedOn: string | null; evidence: string | null; progress: string | null },
  today: string,
): FieldError[] {
  const faults: FieldError[] = [];
  if (progress.state === 'done' && !progress.achievedOn) faults.push({ field: 'achievedOn', message: 'Enter the day it was done' });
  if (progress.state === 'done' && progress.achievedOn && progress.achievedOn > today)
    faults.push({ field: 'achievedOn', message: 'The day it was done must be today or in the past' });
  if (progress.state === 'done' && !progress.evidence) faults.push({ field: 'evidence', message: 'Say how we know it was done' });
  if (progress.state === 'dropped' && !progress.progress) faults.push({ field: 'progress', message: 'Say why it is dropped' });
  return faults;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
