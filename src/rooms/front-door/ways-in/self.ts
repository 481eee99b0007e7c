/** A parent or young person asks for help for themselves. How it is safe to reach them comes before everything else. */
import type { FieldError } from '../../../platform/access/refusal.ts';
import type { Typed } from '../../../platform/web/route.ts';
import { personAt } from '../pages/raise/typed.ts';
import { concernOf } from '../pages/raise/typed.ts';
import type { Concern, NamedPerson } from '../concern.ts';
import { said } from './told.ts';

export const whoAsks = ['young person', 'parent', 'someone else'] as const;
export const waysToReach = ['call', 'text', 'email', 'letter', 'through someone', 'not at all'] as const;

export interface SafeContact {
  who: (typeof whoAsks)[number];
  how: (typeof waysToReach)[number];
  reach: string | null;
  goodTimes: string | null;
  never: string | null;
  mayLeaveMessage: boolean;
  maySayWho: boolean;
}

const oneOf = <T extends string>(of: readonly T[], value: string | null): T | null => of.find((one) => one === value) ?? null;

/** What is missing of how to reach them; nothing else of theirs is asked for. */
export function reachErrors(typed: Typed): FieldError[] {
  const errors: FieldError[] = [];
  const how = oneOf(waysToReach, said(typed, 'how'));
  if (!oneOf(whoAsks, said(typed, 'who'))) errors.push({ field: 'who', message: 'Tell us who you are' });
  if (!how) errors.push({ field: 'how', message: 'Tell us how it is safe to reach you' });
  if (how && how !== 'not at all' && !said(typed, 'reach'))
    errors.push({ field: 'reach', message: 'Enter the number, address or person to use' });
  return errors;
}

/** How it is safe to reach them, once nothing is missing. */
export const safeContactOf = (typed: Typed): SafeContact => ({
  who: oneOf(whoAsks, said(typed, 'who')) ?? 'someone else',
  how: oneOf(waysToReach, said(typed, 'how')) ?? 'not at all',
  reach: said(typed, 'reach'),
  goodTimes: said(typed, 'goodTimes'),
  never: said(typed, 'never'),
  mayLeaveMessage: said(typed, 'mayLeaveMessage') === 'yes',
  maySayWho: said(typed, 'maySayWho') === 'yes',
});

/** What is missing of what they ask. */
export function askErrors(typed: Typed): FieldError[] {
  const errors: FieldError[] = [];
  if (!said(typed, 'whatHappened')) errors.push({ field: 'whatHappened', message: 'Tell us what is going on, in a few words' });
  if (!said(typed, 'firstName')) errors.push({ field: 'firstName', message: 'Enter a first name, or a name to call you by' });
  if (said(typed, 'who') !== 'young person' && !said(typed, 'p1-givenName'))
    errors.push({ field: 'p1-givenName', message: "Enter the child's first name" });
  return errors;
}

/** The same told as a concern, so that it waits in the same queue. A young person is the child it is about. */
export function selfConcern(typed: Typed): Concern {
  const safe = safeContactOf(typed);
  const young = safe.who === 'young person';
  const concern = concernOf(typed);
  const names = { givenName: said(typed, 'firstName'), familyName: said(typed, 'lastName') };
  const asker: NamedPerson = {
    ...personAt(typed, 9),
    ...names,
    part: young ? 'child' : 'adult',
    relationship: safe.who === 'parent' ? 'Parent' : null,
  };
  const child: NamedPerson = { ...personAt({ ...typed, 'p1-part': 'child' }, 1) };
  const calls = safe.how === 'call' || safe.how === 'text';
  return {
    ...concern,
    referrer: {
      ...concern.referrer,
      name: [names.givenName, names.familyName].filter(Boolean).join(' ') || null,
      role: young ? 'Young person, for themselves' : safe.who === 'parent' ? 'Parent, for their family' : null,
      relationship: young ? 'It is about me' : safe.who === 'parent' ? 'I am the parent' : null,
      phone: calls ? safe.reach : null,
      email: safe.how === 'email' ? safe.reach : null,
      anonymous: false,
      wishesFeedback: safe.how !== 'not at all',
      publicSource: young ? '1C' : safe.who === 'parent' ? '1A' : '1D',
    },
    people: young ? [asker] : [child, asker],
    agreement: {
      ...concern.agreement,
      parentsInformed: young ? 'not known' : 'yes',
      agreementObtained: young ? 'not known' : 'yes',
      byWhom: young ? null : 'Whoever asks',
      whyNot: young ? 'A young person asks for themselves' : null,
    },
  };
}
