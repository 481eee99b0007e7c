import { invalid, type FieldError } from '../../platform/access/refusal.ts';
import { checkNhsNumber, checkUpn, type Checked } from './identifier.ts';
import type { NewPerson } from './person.ts';
import { normalisePostcode } from './postcode.ts';

/** The same facts as they are stored, or every message at once. */
export function normalised(person: NewPerson, today: string): NewPerson {
  const errors: FieldError[] = [];
  const number = (field: string, text: string | null | undefined, check: (text: string) => Checked): string | null => {
    if (!text?.trim()) return null;
    const checked = check(text);
    if (!checked.valid) errors.push({ field, message: checked.reason });
    return checked.valid ? checked.value : null;
  };
  const nhsNumber = number('nhsNumber', person.nhsNumber, checkNhsNumber);
  const upn = number('upn', person.upn, checkUpn);
  const typed = person.address?.postcode?.trim();
  const postcode = typed ? normalisePostcode(typed) : undefined;
  if (typed && !postcode) errors.push({ field: 'postcode', message: 'Enter a full postcode, like HA1 2XY' });
  if (person.dateOfBirth && person.dateOfBirth > today)
    errors.push({ field: 'dateOfBirth', message: 'Date of birth must be today or in the past' });
  if (!person.givenName && !person.familyName && !person.expectedOn)
    errors.push({ field: 'givenName', message: 'Enter a name, or the expected date of an unborn baby' });
  if (errors.length > 0) throw invalid(errors);
  return { ...person, nhsNumber, upn, address: person.address ? { ...person.address, postcode: postcode ?? null } : null };
}
