/** The family's agreement to early help (domain 2.4, S-017): who gave it, in what right, how; and what its withdrawal asks. */
import { refused, type FieldError } from '../../../platform/access/refusal.ts';
import { ageOn } from '../../../platform/time/age.ts';

export const rights = ['parental responsibility', 'Gillick competent', 'aged 16 or 17', 'mother of an unborn baby'] as const;
export type Right = (typeof rights)[number];
export const safeAnswers = ['yes', 'no', 'not sure'] as const;
export type SafeToStop = (typeof safeAnswers)[number];

export interface AgreementGiven {
  holds: Right;
  competenceNote: string | null;
  agreedOn: string;
  personDateOfBirth: string | null;
  personIsChild: boolean;
  hasUnborn: boolean;
}

/** What does not fit: a young person's competence is recorded; 16 or 17 is that age; only an unborn baby's mother agrees for it; a child holds no parental responsibility here. */
export function agreementFaults(given: AgreementGiven, today: string): FieldError[] {
  const faults: FieldError[] = [];
  const years = given.personDateOfBirth ? (ageOn(given.personDateOfBirth, given.agreedOn)?.years ?? null) : null;
  if (given.holds === 'Gillick competent' && !given.competenceNote)
    faults.push({ field: 'competenceNote', message: 'Say how you judged that the young person understands what they agree to' });
  if (given.holds === 'Gillick competent' && !given.personIsChild)
    faults.push({ field: 'holds', message: 'Gillick competence is about a child of the family' });
  if (given.holds === 'aged 16 or 17' && years !== null && (years < 16 || years > 17))
    faults.push({ field: 'holds', message: `This person was ${years} on that day, not 16 or 17` });
  if (given.holds === 'mother of an unborn baby' && !given.hasUnborn)
    faults.push({ field: 'holds', message: 'There is no unborn baby in this family' });
  if (given.holds === 'parental responsibility' && given.personIsChild && years !== null && years < 16)
    faults.push({ field: 'agreedBy', message: 'Choose a parent or carer, or record the young person’s own competence' });
  if (given.agreedOn > today) faults.push({ field: 'agreedOn', message: 'The day of the agreement must be today or in the past' });
  return faults;
}

/** A withdrawal always answers "is it safe to stop?" with a reason (domain 3.6). Not safe, or not sure, leads to the step-up page. */
export function afterWithdrawal(answer: SafeToStop): 'close' | 'step up' {
  return answer === 'yes' ? 'close' : 'step up';
}

/** There must be an agreement standing to withdraw it. */
export function mayWithdraw(standing: { withdrawnOn: string | null } | null): void {
  if (!standing || standing.withdrawnOn) throw refused('There is no agreement standing to withdraw.');
}
