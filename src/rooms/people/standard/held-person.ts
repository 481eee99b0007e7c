import type { PlainDate } from '../../../platform/time/calendar-day.ts';

/** Someone of the index as the search role hands them over to answer a partner's system. For a restricted record only the name, whom to
 *  ask and whether a number that was given is theirs. What of it is told is settled by the agreement. */
export interface HeldPerson {
  id: string;
  contactInstead?: string;
  sameNumber?: boolean;
  version: number;
  changedAt: string;
  preferred: string | null;
  dateOfBirth: PlainDate | null;
  dateOfBirthIs: string;
  expectedOn: PlainDate | null;
  diedOn: PlainDate | null;
  sex: 'F' | 'M' | 'U';
  /** Where they live is told to nobody off a list, and that may be known. */
  shielded: boolean;
  names: readonly { kind: string; given: string | null; family: string | null; from?: PlainDate | null; to?: PlainDate | null }[];
  /** Postcode district and ward, or "Address withheld", "Area not known". */
  area: string;
  addresses: readonly {
    line1: string | null;
    town: string | null;
    postcode: string | null;
    from: PlainDate | null;
    to: PlainDate | null;
  }[];
  identifiers: readonly { kind: string; value: string; to: PlainDate | null }[];
  /** When the NHS last confirmed the number; null when it never did. */
  numberSeen: string | null;
  /** Others among those handed over who are certainly someone else: known twins, decided by a person. */
  notTheSameAs: readonly string[];
  twin: boolean;
  /** Records joined to this one. */
  replaces: readonly string[];
  /** The id that was asked for, where it is one that was joined. */
  asked?: string | null;
}

/** The number in use now. */
export const nhsNumberOf = (person: HeldPerson): string | null =>
  person.identifiers.find((one) => one.kind === 'nhs-number' && one.to === null)?.value ?? null;
