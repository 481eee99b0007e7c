/** The whole-family early help assessment (domain 4.3): what must be there before it is finished, and what may be judged later. */
import { refused } from '../../../platform/access/refusal.ts';
import { assessmentDomains } from './early-help.codes.ts';

export type AssessmentState = 'STARTED' | 'SUBMITTED' | 'RETURNED' | 'AUTHORISED';
export const waysOfTelling = ['talking', 'drawing', 'three houses', 'observation', 'writing', 'other'] as const;

export interface DomainFacts {
  domain: string;
  strengths: string | null;
  needs: string | null;
  score: number | null;
}
export interface ChildFacts {
  personId: string;
  name: string;
  seenOn: string | null;
  notSeenBecause: string | null;
  ownWords: string | null;
  wordsMissing: string | null;
}
export interface AssessmentFacts {
  domains: readonly DomainFacts[];
  children: readonly ChildFacts[];
  needs: readonly string[];
  soWhat: string | null;
  whatNext: string | null;
  parentComments: string | null;
  parentCommentsMissing: string | null;
}

/** What is still missing before the assessment can be finished, each with the page to put it right. Child's and parent's comments are mandatory or a reason is given (S-014). */
export function stillMissing(facts: AssessmentFacts): { what: string; page: string }[] {
  const missing: { what: string; page: string }[] = [];
  for (const child of facts.children) {
    if (!child.seenOn && !child.notSeenBecause)
      missing.push({ what: `When ${child.name} was seen, or why not`, page: `children/${child.personId}` });
    if (!child.ownWords && !child.wordsMissing)
      missing.push({ what: `${child.name}’s own words, or why there are none`, page: `children/${child.personId}` });
  }
  if (facts.domains.filter(isAnswered).length === 0)
    missing.push({ what: 'At least one domain with strengths or needs', page: `domains/${assessmentDomains[0]?.code ?? ''}` });
  for (const half of facts.domains.filter((domain) => isAnswered(domain) && domain.score === null))
    missing.push({ what: `A score for ${nameOfDomain(half.domain).toLowerCase()}`, page: `domains/${half.domain}` });
  if (facts.needs.length === 0) missing.push({ what: 'The needs found', page: 'needs' });
  if (!facts.parentComments && !facts.parentCommentsMissing)
    missing.push({ what: 'Parents’ and carers’ comments, or why there are none', page: 'analysis' });
  if (!facts.soWhat) missing.push({ what: 'So what? What it means for the children', page: 'analysis' });
  if (!facts.whatNext) missing.push({ what: 'What next? What needs to change', page: 'analysis' });
  return missing;
}

export const isAnswered = (domain: DomainFacts): boolean => Boolean(domain.strengths ?? domain.needs);
export const nameOfDomain = (code: string): string => assessmentDomains.find((domain) => domain.code === code)?.name ?? code;

/** An assessment is written while it is started or sent back. */
export function mustBeWritable(state: AssessmentState): void {
  if (state === 'SUBMITTED')
    throw refused('This assessment is finished and waits to be authorised. Ask for it to be sent back if something must change.');
  if (state === 'AUTHORISED') throw refused('This assessment is authorised. A new one starts with new help.');
}

/** Whether it may still be written, to show a form or the answers. */
export const isWritable = (state: AssessmentState): boolean => state === 'STARTED' || state === 'RETURNED';

/** Finishing: refuses with what is missing. */
export function finish(state: AssessmentState, facts: AssessmentFacts): AssessmentState {
  mustBeWritable(state);
  const missing = stillMissing(facts);
  if (missing.length > 0) throw refused(`Still missing: ${missing.map((one) => one.what).join('; ')}.`);
  return 'SUBMITTED';
}

/** Authorising or sending back, by someone with the power who did not finish it themselves. */
export function judge(state: AssessmentState, facts: { submittedBy: string | null; by: string; mayApprove: boolean }): void {
  if (state !== 'SUBMITTED') throw refused('Only a finished assessment can be authorised or sent back.');
  if (!facts.mayApprove) throw refused('An assessment is authorised by an early help co-ordinator or a team manager.');
  if (facts.submittedBy === facts.by) throw refused('You finished this assessment yourself. Someone else has to authorise it.');
}

/** "What next?" is asked once "so what?" is answered. */
export const mayAskWhatNext = (soWhat: string | null): boolean => Boolean(soWhat);

/** A need without a goal on the plan. */
export const needsWithoutGoal = (needs: readonly string[], covered: readonly string[]): string[] =>
  needs.filter((need) => !covered.includes(need));
