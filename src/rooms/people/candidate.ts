import type { PlainDate } from '../../platform/time/calendar-day.ts';
import type { ComparedRow } from '../../platform/web/patterns/side-by-side.tsx';

/** How sure the comparison is, by a ladder of rules written in match.ts; never a score, never a decision. */
export type Grade = 'certain' | 'probable' | 'possible' | 'unlikely';

/** Someone in the index who may be the person described, with the reasons field by field. */
export interface Candidate {
  personId: string;
  name: string;
  /** Postcode district and ward, or "Address withheld". */
  area: string;
  dateOfBirth: PlainDate | null;
  sex: 'F' | 'M' | 'U';
  grade: Grade;
  /** Which rule gave the grade, in a sentence. */
  because: string;
  /** Left is what was described, right what the index holds. */
  fields: readonly ComparedRow[];
  /** Twins, brothers and sisters, earlier decisions: read before deciding. */
  warnings: readonly string[];
  /** Others in the household: "Bilal Hassan (brother, 6 years)". */
  household: readonly string[];
  /** Services now involved, sensitive ones never counted. */
  involvementCount: number;
  /** For a restricted record: whom to ask. Then no field but the name is given. */
  contactInstead: string | null;
}
