import { addDays } from '../../../../platform/time/calendar-day.ts';
import { swappedDate } from '../../search-keys.ts';
import { homeOf, tellingNames, type OurChild } from './our-child.ts';

/** One search of the Personal Demographics Service. */
export interface PdsSearch {
  rule: string;
  parameters: (readonly [string, string])[];
  /** Names and date as we hold them, letter by letter: a single answer needs no other search beside it. */
  isExact: boolean;
  /** The date of birth asked for is not the one we hold. */
  bendsDate: boolean;
}

const genders: Readonly<Record<string, string>> = { F: 'female', M: 'male' };
const dayEitherWay = 31;

/**
 * The searches for a child, narrowest first; none where there is no given name that tells, or no family name. A search without the given
 * name is never among them: family name, date and postcode are what twins share, and where the NHS knows one of them at that address,
 * the only answer would be the wrong child's.
 */
export function searchesFor(child: OurChild): PdsSearch[] {
  const given = tellingNames(child);
  const [first] = given;
  if (!first || !child.family) return [];
  const born = `eq${child.dateOfBirth}`;
  const gender = genders[child.sex];
  const postcode = homeOf(child)?.postcode ?? null;
  const names = (all: readonly string[]): [string, string][] => [
    ['family', child.family ?? ''],
    ...all.map((one): [string, string] => ['given', one]),
  ];
  const sexed: [string, string][] = gender ? [['gender', gender]] : [];
  const placed = (code: string | null): [string, string][] => (code ? [['address-postalcode', code]] : []);
  const exactly: [string, string] = ['_exact-match', 'true'];
  const alike: [string, string] = ['_fuzzy-match', 'true'];
  const searches: PdsSearch[] = [];
  const add = (rule: string, parameters: [string, string][], more: Partial<PdsSearch> = {}): void =>
    void searches.push({ rule, parameters: [...parameters, ['_max-results', '2']], isExact: false, bendsDate: false, ...more });
  if (postcode)
    add('names, date, gender and postcode exactly', [...names(given), ['birthdate', born], ...sexed, ...placed(postcode), exactly], {
      isExact: true,
    });
  add('names, date and gender exactly', [...names(given), ['birthdate', born], ...sexed, exactly], { isExact: true });
  if (postcode) add('names alike, date and postcode', [...names([first]), ['birthdate', born], ...placed(postcode), alike]);
  add('names alike and date', [...names([first]), ['birthdate', born], ...sexed, alike]);
  add(
    'names, and a date within a month',
    [
      ...names([first]),
      ['birthdate', `ge${addDays(child.dateOfBirth, -dayEitherWay)}`],
      ['birthdate', `le${addDays(child.dateOfBirth, dayEitherWay)}`],
      ...sexed,
      ...placed(postcode),
    ],
    { bendsDate: true },
  );
  const swapped = swappedDate(child.dateOfBirth);
  if (swapped)
    add('names, and day and month the other way round', [...names([first]), ['birthdate', `eq${swapped}`], ...sexed], { bendsDate: true });
  const earlier = child.addresses.find((one) => !one.current && one.postcode && one.postcode !== postcode)?.postcode;
  if (earlier)
    add('names alike, date and an earlier postcode', [
      ...names([first]),
      ['birthdate', born],
      ...placed(earlier),
      alike,
      ['_history', 'true'],
    ]);
  return searches;
}
