import { ageOn } from '../../../../platform/time/age.ts';
import { checkNhsNumber, checkUpn, type Checked } from '../../identifier.ts';
import type { ArrivingRecord } from '../../matching/arriving-record.ts';
import { normalisePostcode } from '../../postcode.ts';
import type { ReadableFeed } from '../feed.ts';
import { feedFields, fieldNames, type FeedField } from '../feed-field.ts';
import { readFeedDate } from './read-date.ts';

/** What a row says about the sender's part in the child's life. */
export interface ToldInvolvement {
  role: string | null;
  practitioner: string | null;
  phone: string | null;
  startedOn: string | null;
  endedOn: string | null;
  consent: boolean;
}

export interface RowProblem {
  field: FeedField;
  message: string;
}

/** One row as it was read: the record, the involvement, and everything that is wrong with it at once. */
export interface ReadRow {
  record: ArrivingRecord;
  told: ToldInvolvement;
  problems: readonly RowProblem[];
  /** What stood in each mapped field, as given. */
  asGiven: Readonly<Partial<Record<FeedField, string>>>;
}

const longest: Readonly<Partial<Record<FeedField, number>>> = { localId: 100, practitioner: 200, role: 200 };

/** Reads one row by the feed's mapping. Pure. `cellOf` gives what stands in a column, undefined when the row has none of that name. */
export function readRow(feed: ReadableFeed, cellOf: (column: string) => string | undefined, today: string): ReadRow {
  const asGiven = given(feed, cellOf);
  const problems: RowProblem[] = [];
  const wrong = (field: FeedField, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const text = (field: FeedField): string | null => {
    const value = asGiven[field];
    if (!value) return null;
    const limit = longest[field] ?? 500;
    return value.length > limit ? wrong(field, `${feedFields[field]} is longer than ${limit} characters`) : value;
  };
  const date = (field: FeedField): string | null => {
    const value = text(field);
    if (!value) return null;
    return readFeedDate(value, feed.dateFormat) ?? wrong(field, `${feedFields[field]} is no date like ${feed.dateFormat}`);
  };
  const checked = (field: FeedField, check: (value: string) => Checked): string | null => {
    const value = text(field);
    if (!value) return null;
    const answer = check(value);
    return answer.valid ? answer.value : wrong(field, answer.reason);
  };
  const record: ArrivingRecord = {
    localId: text('localId') ?? wrong('localId', 'The row has no identifier of its sender’s own'),
    givenName: text('givenName'),
    middleName: text('middleName'),
    familyName: text('familyName'),
    knownAs: text('knownAs'),
    nameScript: feed.nameScript,
    nameOrder: feed.nameOrder,
    sex: sexOf(feed, text('sex'), wrong),
    dateOfBirth: date('dateOfBirth'),
    expectedOn: date('expectedOn'),
    plurality: pluralityOf(text('plurality'), wrong),
    line1: text('line1'),
    line2: text('line2'),
    town: text('town'),
    postcode: postcodeOf(text('postcode'), wrong),
    addressFrom: date('addressFrom'),
    phone: text('phone'),
    email: text('email'),
    nhsNumber: checked('nhsNumber', checkNhsNumber),
    upn: checked('upn', checkUpn),
    motherName: text('motherName'),
  };
  const told = toldBy(feed, text, date);
  checkWhole({ feed, record, told, asGiven, today }, wrong);
  return { record, told, problems, asGiven };
}

function given(feed: ReadableFeed, cellOf: (column: string) => string | undefined): Partial<Record<FeedField, string>> {
  const found: Partial<Record<FeedField, string>> = {};
  for (const field of fieldNames) {
    const source = feed.mapping[field];
    if (!source) continue;
    const cell = source.column === null ? undefined : cellOf(source.column);
    found[field] = (cell?.trim() || source.constant || '').normalize('NFC');
  }
  return found;
}

type Wrong = (field: FeedField, message: string) => null;

function sexOf(feed: ReadableFeed, text: string | null, wrong: Wrong): 'F' | 'M' | 'U' {
  if (!text) return 'U';
  const among = (codes: readonly string[]): boolean => codes.some((code) => code.toLowerCase() === text.toLowerCase());
  if (among(feed.femaleCodes)) return 'F';
  if (among(feed.maleCodes)) return 'M';
  if (!['U', 'X', '0', '9', 'UNKNOWN', 'NOT KNOWN', 'INDETERMINATE'].includes(text.toUpperCase()))
    wrong('sex', `Sex is none of the codes agreed (${[...feed.femaleCodes, ...feed.maleCodes].join(', ')})`);
  return 'U';
}

function pluralityOf(text: string | null, wrong: Wrong): number | null {
  if (!text) return null;
  return /^[1-8]$/.test(text) ? Number(text) : wrong('plurality', 'How many are expected is a number from 1 to 8');
}

function postcodeOf(text: string | null, wrong: Wrong): string | null {
  if (!text) return null;
  return normalisePostcode(text) ?? wrong('postcode', 'The postcode is not a full one, like HA1 2XY');
}

function toldBy(feed: ReadableFeed, text: (field: FeedField) => string | null, date: (field: FeedField) => string | null): ToldInvolvement {
  return {
    role: text('role') ?? (feed.roleTold || null),
    practitioner: text('practitioner'),
    phone: text('practitionerPhone'),
    startedOn: date('startedOn'),
    endedOn: date('endedOn'),
    consent: /^(?:y|yes|true|1)$/i.test(text('consentToShow') ?? ''),
  };
}

interface Whole extends Pick<ReadRow, 'record' | 'told' | 'asGiven'> {
  feed: ReadableFeed;
  today: string;
}

/** What only the whole row shows: nobody named, a birth to come, someone the agreement does not cover. */
function checkWhole({ feed, record, told, asGiven, today }: Whole, wrong: Wrong): void {
  const nameless = !record.givenName && !record.familyName;
  if (nameless && !asGiven.expectedOn) wrong('familyName', 'The row names nobody');
  if (record.dateOfBirth && record.dateOfBirth > today) wrong('dateOfBirth', 'The date of birth is still to come');
  const identified = record.dateOfBirth ?? record.expectedOn ?? record.nhsNumber ?? record.upn;
  if (!identified && !asGiven.dateOfBirth && !asGiven.expectedOn)
    wrong('dateOfBirth', 'The row has no date of birth, nor a number that identifies the child');
  if (record.dateOfBirth && record.dateOfBirth <= today) {
    const age = ageOn(record.dateOfBirth, today)?.years ?? 0;
    if (age < feed.ageFrom || age > feed.ageTo)
      wrong('dateOfBirth', `The agreement covers people of ${feed.ageFrom} to ${feed.ageTo} years; this one is ${age}`);
  }
  if (told.startedOn && told.endedOn && told.endedOn < told.startedOn) wrong('endedOn', 'It stopped before it began');
}
