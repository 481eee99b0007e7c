import type { FeedKind } from './feed.ts';
import type { FeedField, FieldSource, Mapping } from './feed-field.ts';

const column = (name: string): FieldSource => ({ column: name, constant: null });
const columns = (named: Readonly<Partial<Record<FeedField, string>>>): Mapping =>
  Object.fromEntries(Object.entries(named).map(([field, name]) => [field, column(name)]));

interface ReadyMapping {
  mapping: Mapping;
  roleTold: string;
  dateFormat: 'YYYY-MM-DD' | 'DD/MM/YYYY';
  female: readonly string[];
  male: readonly string[];
}

const address = { line1: 'AddressLine1', line2: 'AddressLine2', town: 'Town', postcode: 'PostCode' } as const;

/** Mappings to start from. School names follow the Common Transfer File (DfE CTF 24); the others are the columns these registers are most
 *  often sent with, to be put right on the mapping page. */
export const readyMappings: Readonly<Record<FeedKind, ReadyMapping>> = {
  school: {
    mapping: columns({
      localId: 'UniqueLearnerId',
      upn: 'UPN',
      givenName: 'Forename',
      middleName: 'MiddleNames',
      familyName: 'Surname',
      knownAs: 'PreferredForename',
      sex: 'Sex',
      dateOfBirth: 'DOB',
      startedOn: 'EntryDate',
      endedOn: 'LeavingDate',
      phone: 'Phone',
      ...address,
    }),
    roleTold: 'On school roll',
    dateFormat: 'YYYY-MM-DD',
    female: ['F', 'Female'],
    male: ['M', 'Male'],
  },
  health: {
    mapping: columns({
      localId: 'RegisterNumber',
      nhsNumber: 'NHSNumber',
      givenName: 'GivenName',
      familyName: 'FamilyName',
      sex: 'Gender',
      dateOfBirth: 'BirthDate',
      motherName: 'MotherName',
      practitioner: 'HealthVisitor',
      practitionerPhone: 'HealthVisitorPhone',
      ...address,
    }),
    roleTold: 'Health visiting',
    dateFormat: 'DD/MM/YYYY',
    female: ['2', 'F', 'Female'],
    male: ['1', 'M', 'Male'],
  },
  police: {
    mapping: columns({
      localId: 'NominalRef',
      givenName: 'Forename1',
      middleName: 'Forename2',
      familyName: 'Surname',
      sex: 'Sex',
      dateOfBirth: 'DateOfBirth',
      ...address,
    }),
    roleTold: 'Police safeguarding',
    dateFormat: 'DD/MM/YYYY',
    female: ['F'],
    male: ['M'],
  },
  housing: {
    mapping: columns({
      localId: 'HouseholdMemberRef',
      givenName: 'FirstName',
      familyName: 'LastName',
      dateOfBirth: 'DateOfBirth',
      addressFrom: 'TenancyStart',
      practitioner: 'HousingOfficer',
      practitionerPhone: 'OfficerPhone',
      ...address,
    }),
    roleTold: 'Housing',
    dateFormat: 'DD/MM/YYYY',
    female: ['F', 'Female'],
    male: ['M', 'Male'],
  },
  'youth justice': {
    mapping: columns({
      localId: 'YjsId',
      givenName: 'Forename',
      familyName: 'Surname',
      sex: 'Sex',
      dateOfBirth: 'DateOfBirth',
      practitioner: 'CaseManager',
      practitionerPhone: 'CaseManagerPhone',
      startedOn: 'InterventionStart',
      endedOn: 'InterventionEnd',
      ...address,
    }),
    roleTold: 'Youth justice',
    dateFormat: 'DD/MM/YYYY',
    female: ['F', 'Female'],
    male: ['M', 'Male'],
  },
  'early years': {
    mapping: columns({
      localId: 'ChildId',
      givenName: 'ChildForename',
      familyName: 'ChildSurname',
      sex: 'ChildGender',
      dateOfBirth: 'ChildBirthDate',
      startedOn: 'StartDate',
      endedOn: 'EndDate',
      ...address,
    }),
    roleTold: 'Early years place',
    dateFormat: 'YYYY-MM-DD',
    female: ['F'],
    male: ['M'],
  },
  other: {
    mapping: columns({ localId: 'id', givenName: 'givenName', familyName: 'familyName', sex: 'sex', dateOfBirth: 'dateOfBirth' }),
    roleTold: '',
    dateFormat: 'YYYY-MM-DD',
    female: ['F'],
    male: ['M'],
  },
};
