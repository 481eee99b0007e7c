import type { PlainDate } from '../../platform/time/calendar-day.ts';
import type { IdentityBarProps } from '../../platform/web/patterns/identity-bar.tsx';

/** Who a child is, as every page about them shows it. */
export interface Identity {
  personId: string;
  name: string;
  officialName: string;
  dateOfBirth: PlainDate | null;
  expectedOn: PlainDate | null;
  /** "9 years and 4 months", "due in 5 weeks, 27 Dec 2026", "not known". */
  age: string;
  /** "Amina Hassan (mother) and Bilal Hassan (brother)", or why it may not be shown. */
  livesWith: string;
  lead: { staffId: string | null; name: string; role: string } | null;
  warnings: readonly string[];
  involvementCount: number;
  familyIds: readonly string[];
  version: number;
  /** All of it for `<IdentityBar {...identity.bar} />`. */
  bar: IdentityBarProps;
}
