/** What someone told an officer, typed on one page: the fields of the concern (pages/raise/typed.ts) with empty people left out. */
import { z } from 'zod';
import type { FieldError } from '../../../platform/access/refusal.ts';
import type { Typed } from '../../../platform/web/route.ts';
import { concernOf, personAt } from '../pages/raise/typed.ts';
import type { Concern, NamedPerson } from '../concern.ts';

/** Places for people on the page: children first, then adults. */
export const childPlaces = [1, 2, 3, 4] as const;
export const adultPlaces = [5, 6] as const;

/** Anything typed; its size is all that is checked before the concern's own rules. */
export const toldShape = z.record(
  z.string().max(80),
  z.union([z.string().max(100_000, 'Use 100,000 characters or fewer'), z.array(z.string().max(200)).max(100)]),
);

/** One line of what was typed, or null when it was left empty. */
export const said = (typed: Typed, name: string): string | null => {
  const value = typed[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || null;
};
/** The boxes ticked under a name. */
export const tickedOf = (typed: Typed, name: string): string[] => [typed[name] ?? []].flat().filter((one) => one.length > 0);

const isSomeone = (person: NamedPerson): boolean =>
  Boolean(person.givenName || person.familyName || person.description || person.expectedOn);

/** The concern as told. Children without an address of their own live at the first child's. */
export function toldConcern(typed: Typed): Concern {
  const concern = concernOf(typed);
  const at = (place: number): NamedPerson => personAt(typed, place);
  const children = childPlaces.map(at).filter(isSomeone);
  const home = children[0];
  return {
    ...concern,
    people: [
      ...children.map((child) =>
        child.line1 || child.postcode || !home ? child : { ...child, line1: home.line1, town: home.town, postcode: home.postcode },
      ),
      ...adultPlaces.map(at).filter(isSomeone),
    ],
  };
}

/** Where on the page each message of the concern's own rules belongs. */
const places: Readonly<Record<string, string>> = { people: 'p1-givenName', worry: 'whatHappened', you: 'yourPhone' };
export const placed = (errors: readonly FieldError[]): FieldError[] =>
  errors.map((error) => ({ ...error, field: places[error.field] ?? error.field }));

/** Dates that were typed and are no dates, by the box they stand in. */
export function dateErrors(typed: Typed, names: readonly string[], label = 'Date of birth'): FieldError[] {
  return names.flatMap((name) => {
    const parts = ['day', 'month', 'year'].map((part) => said(typed, `${name}-${part}`));
    if (parts.every((part) => part === null)) return [];
    const [day, month, year] = parts.map(Number);
    const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
    const real = (year ?? 0) > 1900 && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
    return real ? [] : [{ field: name, message: `${label} must be a real date` }];
  });
}
