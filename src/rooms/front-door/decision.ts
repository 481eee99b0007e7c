/** The decision for one child of a contact: level, structured reasons, outcome (domain 3.2 and 3.3). Software offers none of it. */
import type { FieldError } from '../../platform/access/refusal.ts';
import type { Rag } from './hub/enquiry.ts';

export interface Outcome {
  code: OutcomeCode;
  /** On the form. */
  label: string;
  /** Reads on from "For Amina, ". */
  sentence: string;
  /** What the referrer may be told of it, without the record. */
  forReferrer: string;
  levels: readonly number[];
  /** What it opens, so that no outcome leads nowhere. */
  opens: 'nothing' | 'early help' | 'referral' | 'referral and strategy discussion' | 'hub enquiry' | 'handover';
}

export const outcomeCodes = [
  'NFA',
  'ADVICE',
  'SIGNPOST_DIRECTORY',
  'SIGNPOST_MENU',
  'EARLY_HELP',
  'FAMILY_HELP_CIN',
  'MASH',
  'REFERRAL_CSC',
  'STRATEGY_IMMEDIATE',
  'PASS_TO_ALLOCATED',
  'OTHER_LA',
  'ADULT_SERVICES',
  'LADO',
  'SEND',
  'PRIVATE_FOSTERING',
  'MISSING',
  'DUPLICATE',
] as const;
export type OutcomeCode = (typeof outcomeCodes)[number];

const all = [1, 2, 3, 4] as const;

export const outcomes: readonly Outcome[] = [
  {
    code: 'NFA',
    label: 'No further action',
    sentence: 'nothing further is needed',
    forReferrer: 'We looked at it with care and nothing further is needed from us now.',
    levels: [1, 2],
    opens: 'nothing',
  },
  {
    code: 'ADVICE',
    label: 'Advice given',
    sentence: 'advice is given',
    forReferrer: 'We are giving advice. You can keep supporting the child as you do now.',
    levels: [1, 2],
    opens: 'nothing',
  },
  {
    code: 'SIGNPOST_DIRECTORY',
    label: 'Pointed to a service in the directory',
    sentence: 'the family is pointed to a service in the directory',
    forReferrer: 'The family is being pointed to a service near them.',
    levels: [1, 2],
    opens: 'nothing',
  },
  {
    code: 'SIGNPOST_MENU',
    label: 'Pointed to the menu of support',
    sentence: 'support from the menu is suggested',
    forReferrer: 'The family is being offered support.',
    levels: [1, 2, 3],
    opens: 'nothing',
  },
  {
    code: 'EARLY_HELP',
    label: 'Early help',
    sentence: 'early help is offered to the family',
    forReferrer: 'Early help is being offered to the family, if they agree to it.',
    levels: [2, 3],
    opens: 'early help',
  },
  {
    code: 'FAMILY_HELP_CIN',
    label: 'Family help as a child in need',
    sentence: 'a referral for family help as a child in need is opened',
    forReferrer: "Children's social care will look at what help is needed.",
    levels: [3],
    opens: 'referral',
  },
  {
    code: 'MASH',
    label: 'Multi-agency picture asked of the hub',
    sentence: 'a multi-agency picture is asked for before deciding',
    forReferrer: 'We are asking partner agencies before we decide.',
    levels: [2, 3, 4],
    opens: 'hub enquiry',
  },
  {
    code: 'REFERRAL_CSC',
    label: "Referral to children's social care",
    sentence: "a referral to children's social care is opened",
    forReferrer: "It has become a referral to children's social care.",
    levels: [3, 4],
    opens: 'referral',
  },
  {
    code: 'STRATEGY_IMMEDIATE',
    label: 'Immediate strategy discussion',
    sentence: 'an immediate strategy discussion is asked for',
    forReferrer: "Children's social care, police and health are acting on it now.",
    levels: [4],
    opens: 'referral and strategy discussion',
  },
  {
    code: 'PASS_TO_ALLOCATED',
    label: 'Passed to the worker already involved',
    sentence: 'it is passed to the worker already involved',
    forReferrer: 'It has been passed to the person already working with the family.',
    levels: all,
    opens: 'handover',
  },
  {
    code: 'OTHER_LA',
    label: 'Passed to another council',
    sentence: 'it is passed to another council',
    forReferrer: 'It has been passed to the council where the child lives.',
    levels: all,
    opens: 'handover',
  },
  {
    code: 'ADULT_SERVICES',
    label: 'Passed to adult services',
    sentence: 'it is passed to adult services',
    forReferrer: 'It has been passed to adult services.',
    levels: all,
    opens: 'handover',
  },
  {
    code: 'LADO',
    label: 'Passed to the designated officer (LADO)',
    sentence: 'it is passed to the designated officer',
    forReferrer: 'It has been passed to the officer who deals with concerns about adults who work with children.',
    levels: all,
    opens: 'handover',
  },
  {
    code: 'SEND',
    label: 'Passed to SEND',
    sentence: 'it is passed to the SEND team',
    forReferrer: 'It has been passed to the special educational needs team.',
    levels: [1, 2, 3],
    opens: 'handover',
  },
  {
    code: 'PRIVATE_FOSTERING',
    label: 'Private fostering',
    sentence: 'it is passed on as private fostering',
    forReferrer: "Children's social care will visit to see how the child is cared for.",
    levels: all,
    opens: 'handover',
  },
  {
    code: 'MISSING',
    label: 'Missing from home or care',
    sentence: 'it is passed on as a missing episode',
    forReferrer: 'It is being dealt with as a child who is missing.',
    levels: all,
    opens: 'handover',
  },
  {
    code: 'DUPLICATE',
    label: 'The same concern, already being worked on',
    sentence: 'it repeats a concern already being worked on',
    forReferrer: 'The same concern is already being worked on.',
    levels: all,
    opens: 'nothing',
  },
];

/** The outcome behind a code. */
export function outcomeOf(code: OutcomeCode): Outcome {
  const outcome = outcomes.find((one) => one.code === code);
  if (!outcome) throw new Error(`Unknown outcome ${code}`);
  return outcome;
}

/** The four levels of the London continuum (3.2). */
export const levels = [
  { level: 1, name: 'Level 1: universal', words: 'needs are met by services every child has', agreement: 'not needed' },
  { level: 2, name: 'Level 2: early help', words: 'extra help would stop things getting worse', agreement: 'needed' },
  {
    level: 3,
    name: 'Level 3: complex, child in need (section 17)',
    words: "help from children's social care is needed",
    agreement: 'sought',
  },
  {
    level: 4,
    name: 'Level 4: acute, significant harm (section 47)',
    words: 'the child is suffering or likely to suffer significant harm',
    agreement: 'not needed',
  },
] as const;

export interface DecisionDraft {
  level: number;
  factors: readonly string[];
  outcomeCode: OutcomeCode;
  handedTo: string | null;
  duplicateOf: string | null;
  hubRag: Rag | null;
  primaryNeed: string | null;
}

/** What the form cannot know but the rules do: level and outcome must fit, reasons must be given, a handover must say to whom. */
export function decisionErrors(draft: DecisionDraft): FieldError[] {
  const errors: FieldError[] = [];
  const outcome = outcomeOf(draft.outcomeCode);
  if (!outcome.levels.includes(draft.level)) {
    errors.push({
      field: 'outcomeCode',
      message: `"${outcome.label}" does not fit level ${draft.level}. Choose another outcome, or another level and say why`,
    });
  }
  if (draft.level > 1 && draft.factors.length === 0)
    errors.push({ field: 'factors', message: 'Select at least one reason for this level' });
  if (outcome.opens === 'handover' && !draft.handedTo)
    errors.push({ field: 'handedTo', message: 'Enter who it is passed to and how they were told' });
  if (outcome.opens.startsWith('referral') && !draft.primaryNeed)
    errors.push({ field: 'primaryNeed', message: 'Select the primary need, which the referral carries into the census' });
  if (draft.outcomeCode === 'DUPLICATE' && !draft.duplicateOf)
    errors.push({ field: 'duplicateOf', message: 'Enter the reference of the contact it repeats' });
  if (draft.outcomeCode === 'MASH' && !draft.hubRag) errors.push({ field: 'hubRag', message: 'Select how urgent the hub picture is' });
  return errors;
}

/** The decision as it reads aloud: "For Amina Hassan: level 2, early help. Early help is offered to the family, because …". */
export function decisionSentence(facts: {
  childName: string;
  level: number;
  outcomeCode: OutcomeCode;
  factorLabels: readonly string[];
  rationale: string;
}): string {
  const level = levels.find((one) => one.level === facts.level);
  const reasons =
    facts.factorLabels.length > 0
      ? ` The ${facts.factorLabels.length === 1 ? 'reason is' : 'reasons are'} ${listed(facts.factorLabels.map((label) => label.charAt(0).toLowerCase() + label.slice(1)))}.`
      : '';
  return `For ${facts.childName} we judge that ${level?.words ?? ''} (level ${facts.level}), and ${outcomeOf(facts.outcomeCode).sentence}.${reasons} ${facts.rationale}`.trim();
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A decision as the decider confirms it, with the version of the contact they were looking at. */
export interface Decision {
  contactId: string;
  namedId: string;
  level: number;
  factors: readonly string[];
  analysis: string;
  protective: string;
  history: string | null;
  outcomeCode: OutcomeCode;
  rationale: string;
  disagreement: string | null;
  primaryNeed: string | null;
  handedTo: string | null;
  handedHow: string | null;
  handedToStaffId: string | null;
  handedToTeamId: string | null;
  duplicateOf: string | null;
  hubRag: Rag | null;
  version: number;
}
