import type { PlainDate } from '../../../../platform/time/calendar-day.ts';
import { nameWords } from '../../name-folding.ts';
import type { WrittenName } from '../../person.ts';

/** A child as the index holds them, with what may be sent: of anybody shielded no address. */
export interface OurChild {
  personId: string;
  given: string | null;
  family: string | null;
  otherNames: readonly WrittenName[];
  dateOfBirth: PlainDate;
  dateOfBirthIs: string;
  sex: 'F' | 'M' | 'U';
  addresses: readonly { line1: string | null; town: string | null; postcode: string | null; current: boolean }[];
  shielded: boolean;
  /** The NHS number held now. */
  number: string | null;
  twin: boolean;
}

const placeholders = new Set(['baby', 'twin', 'unborn', 'unknown', 'boy', 'girl', 'infant', 'child', 'male', 'female']);

/** The words of the given name that tell one child from another: not "Baby", "Twin 2" or an initial. */
export const tellingNames = (child: Pick<OurChild, 'given'>): string[] =>
  (child.given ?? '').split(/[\s-]+/).filter((word) => {
    const [folded = ''] = nameWords(word);
    return folded.length > 1 && !placeholders.has(folded) && !/\d/.test(folded);
  });

/** Every name they are known by, the one in use first. */
export const namesOf = (child: OurChild): WrittenName[] => [{ given: child.given, family: child.family }, ...child.otherNames];

export const homeOf = (child: OurChild): OurChild['addresses'][number] | null => child.addresses.find((one) => one.current) ?? null;
