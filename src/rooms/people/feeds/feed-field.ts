/** A field a feed may tell, by the name the mapping keeps. */
export const feedFields = {
  localId: 'Sender’s own identifier',
  givenName: 'Given names',
  middleName: 'Middle names',
  familyName: 'Family name',
  knownAs: 'Known as',
  sex: 'Sex',
  dateOfBirth: 'Date of birth',
  expectedOn: 'Expected date of birth (unborn)',
  plurality: 'How many are expected',
  nhsNumber: 'NHS number',
  upn: 'Unique pupil number',
  line1: 'House and street',
  line2: 'Second line of the address',
  town: 'Town',
  postcode: 'Postcode',
  addressFrom: 'At this address since',
  phone: 'Telephone',
  email: 'Email',
  motherName: 'Mother’s name',
  role: 'Part in the child’s life',
  practitioner: 'Practitioner',
  practitionerPhone: 'Practitioner’s telephone',
  startedOn: 'Working with the child since',
  endedOn: 'Stopped on',
  consentToShow: 'Family agreed that a sensitive service is shown',
} as const;

export type FeedField = keyof typeof feedFields;
export const fieldNames = Object.keys(feedFields) as FeedField[];

/** Fields whose value is not shown in full on a page: where someone lives or can be reached may be nobody's business there. */
export const shownInPart: ReadonlySet<FeedField> = new Set(['line1', 'line2', 'town', 'postcode', 'phone', 'email']);

/** How one field is read: from a column, or always the same value. */
export interface FieldSource {
  column: string | null;
  constant: string | null;
}
export type Mapping = Readonly<Partial<Record<FeedField, FieldSource>>>;

/** What a mapping lacks before any file can be read, in words; empty when it will do. */
export function mappingProblems(mapping: Mapping): { field: FeedField; message: string }[] {
  const has = (field: FeedField): boolean => mapping[field] !== undefined;
  const problems: { field: FeedField; message: string }[] = [];
  if (!mapping.localId?.column)
    problems.push({ field: 'localId', message: 'Say which column holds the sender’s own identifier of the child' });
  if (!has('givenName') && !has('familyName') && !has('expectedOn'))
    problems.push({ field: 'familyName', message: 'Say which columns hold the names' });
  if (!has('dateOfBirth') && !has('nhsNumber') && !has('upn') && !has('expectedOn'))
    problems.push({ field: 'dateOfBirth', message: 'Say which column holds the date of birth, or a number that identifies the child' });
  return problems;
}
