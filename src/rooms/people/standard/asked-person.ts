import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import type { LinkageRecord } from '../linkage/linkage-record.ts';
import type { WrittenName } from '../person.ts';
import type { KeyFacts } from '../search-keys.ts';

/** A person as a partner's system describes them, read and tidied: numbers checked, the postcode with its space. */
export interface AskedPerson {
  names: readonly WrittenName[];
  dateOfBirth: PlainDate | null;
  sex: 'F' | 'M' | 'U';
  addressLine: string | null;
  town: string | null;
  postcode: string | null;
  phone: string | null;
  email: string | null;
  nhsNumber: string | null;
  upn: string | null;
}

/** What the index is asked by. */
export const keyFactsOf = (asked: AskedPerson): KeyFacts => ({
  names: asked.names,
  dateOfBirth: asked.dateOfBirth,
  postcodes: asked.postcode ? [asked.postcode] : [],
  wards: [],
  identifiers: [asked.nhsNumber, asked.upn].flatMap((number) => number ?? []),
});

/** What the matcher weighs: the first name given, the one in use. */
export function recordOf(asked: AskedPerson): LinkageRecord {
  const [given = null, ...middle] = (asked.names[0]?.given ?? '').split(' ').filter(Boolean);
  return {
    id: 'asked',
    givenName: given,
    middleName: middle.join(' ') || null,
    familyName: asked.names[0]?.family ?? null,
    sex: asked.sex,
    dateOfBirth: asked.dateOfBirth,
    addressLine: asked.addressLine,
    town: asked.town,
    postcode: asked.postcode,
    phone: asked.phone,
    email: asked.email,
    nhsNumber: asked.nhsNumber,
    upn: asked.upn,
  };
}
