/** A concern as it is raised (form 4.1): what is asked, what must be there, what may stay "not known". */
import type { FieldError } from '../../platform/access/refusal.ts';

export type KnownOrNot = 'yes' | 'no' | 'not known';

/** A child, an unborn baby or an adult as the referrer names them. Null means not known. */
export interface NamedPerson {
  part: 'child' | 'unborn' | 'adult';
  givenName: string | null;
  familyName: string | null;
  alsoKnownAs: string | null;
  description: string | null;
  dateOfBirth: string | null;
  expectedOn: string | null;
  ageInWords: string | null;
  sex: 'F' | 'M' | 'U';
  ethnicity: string | null;
  firstLanguage: string | null;
  interpreter: KnownOrNot;
  disabilities: string | null;
  nhsNumber: string | null;
  upn: string | null;
  gp: string | null;
  school: string | null;
  line1: string | null;
  town: string | null;
  postcode: string | null;
  livesWith: string | null;
  phone: string | null;
  relationship: string | null;
  holdsResponsibility: KnownOrNot;
  livesHere: KnownOrNot;
}

/** A person of whom nothing is said, for those who fill in the little that is. */
export const nobody: Omit<NamedPerson, 'part'> = {
  givenName: null,
  familyName: null,
  alsoKnownAs: null,
  description: null,
  dateOfBirth: null,
  expectedOn: null,
  ageInWords: null,
  sex: 'U',
  ethnicity: null,
  firstLanguage: null,
  interpreter: 'not known',
  disabilities: null,
  nhsNumber: null,
  upn: null,
  gp: null,
  school: null,
  line1: null,
  town: null,
  postcode: null,
  livesWith: null,
  phone: null,
  relationship: null,
  holdsResponsibility: 'not known',
  livesHere: 'not known',
};

/** Everything a referrer tells us once. */
export interface Concern {
  referrer: {
    name: string | null;
    role: string | null;
    agencyName: string | null;
    phone: string | null;
    email: string | null;
    relationship: string | null;
    anonymous: boolean;
    wishesFeedback: boolean;
    publicSource: string | null;
  };
  urgency: {
    immediateDanger: boolean;
    whereaboutsKnown: KnownOrNot;
    lastSeen: string | null;
    safeToContactParents: KnownOrNot;
    riskToWorker: string | null;
  };
  people: readonly NamedPerson[];
  worry: {
    categories: readonly string[];
    whatHappened: string | null;
    whenWhere: string | null;
    childSaid: string | null;
    impact: string | null;
    history: string | null;
  };
  strengths: {
    workingWell: string | null;
    supportTried: string | null;
    whatWouldHelp: string | null;
    levelBelieved: number | null;
    levelWhy: string | null;
  };
  agreement: {
    parentsInformed: KnownOrNot;
    agreementObtained: KnownOrNot;
    byWhom: string | null;
    whyNot: string | null;
    childTold: string | null;
  };
}

/** How a named person is spoken of before they are recognised. */
export function calledOf(person: Pick<NamedPerson, 'part' | 'givenName' | 'familyName' | 'description'>): string {
  const name = [person.givenName, person.familyName].filter(Boolean).join(' ');
  if (name) return name;
  return (
    person.description ??
    (person.part === 'unborn' ? 'Unborn baby' : person.part === 'child' ? 'Child, name not known' : 'Adult, name not known')
  );
}

/** Only this minimum blocks (4.1, last line): a child by name or description, the concern, and a way to reach the
 *  referrer. Someone signed in is reached on their own page. */
export function whatIsMissing(concern: Concern, signedIn: boolean): FieldError[] {
  const errors: FieldError[] = [];
  const children = concern.people.filter((person) => person.part !== 'adult');
  if (children.length === 0) errors.push({ field: 'people', message: 'Tell us about at least one child, by name or by description' });
  for (const child of children) {
    if (child.part === 'child' && !child.givenName && !child.familyName && !child.description)
      errors.push({ field: 'people', message: 'Give each child a name or a description' });
  }
  if (!concern.worry.whatHappened) errors.push({ field: 'worry', message: 'Tell us what worries you' });
  const { anonymous, phone, email } = concern.referrer;
  if (!signedIn && !anonymous && !phone && !email)
    errors.push({ field: 'you', message: 'Give a telephone number or an email address, so that we can reach you' });
  if (anonymous && signedIn) errors.push({ field: 'you', message: 'A concern raised at work carries your name' });
  return errors;
}

/** What a family should have been asked, or why not: shown on the check page as a reminder, never as a block. */
export function agreementReminder(concern: Concern): string | null {
  const { agreementObtained, whyNot } = concern.agreement;
  if (agreementObtained === 'yes' || whyNot) return null;
  return 'You have not said whether the family agreed to this, or why they were not asked. You can still send it.';
}
