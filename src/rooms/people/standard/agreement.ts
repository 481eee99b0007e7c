import { refused } from '../../../platform/access/refusal.ts';

/** The facts an agreement may let a partner's system be told. The id alone needs none of them. */
export const agreedFields = ['name', 'birth-date', 'gender', 'nhs-number', 'area'] as const;
export type AgreedField = (typeof agreedFields)[number];

export const fieldWords: Readonly<Record<AgreedField, string>> = {
  name: 'Names',
  'birth-date': 'Date of birth',
  gender: 'Gender',
  'nhs-number': 'NHS number',
  area: 'General area: postcode district and ward',
};

/** Why a system asks, in the words of the single unique identifier pilot. */
export const purposeCodes = ['SAFEGUARDING', 'EARLY_HELP', 'DIRECT_CARE', 'EDUCATION'] as const;
export type PurposeCode = (typeof purposeCodes)[number];
export const purposeWords: Readonly<Record<PurposeCode, string>> = {
  SAFEGUARDING: 'Safeguarding a child',
  EARLY_HELP: 'Early help',
  DIRECT_CARE: 'Direct care',
  EDUCATION: 'Education',
};

/** Kinds of record of which it may be told that they are held, as the pilot names them. */
export const recordTypes = [
  'childrens-services.details',
  'education.details',
  'health.details',
  'crime-justice.details',
  'housing.details',
  'other.details',
] as const;
export type RecordType = (typeof recordTypes)[number];
export const recordTypeWords: Readonly<Record<RecordType, string>> = {
  'childrens-services.details': 'Children’s services and early help',
  'education.details': 'Schools, early years and education',
  'health.details': 'Health',
  'crime-justice.details': 'Police, probation and youth justice',
  'housing.details': 'Housing',
  'other.details': 'Others',
};

/** What binds one partner's system today. */
export interface Agreement {
  clientId: string;
  reference: string;
  purpose: string;
  purposeCode: PurposeCode;
  fields: readonly AgreedField[];
  recordTypes: readonly RecordType[];
  upToAge: number;
}

/** Whether an agreement lets a fact be told. */
export const tells = (agreement: Agreement, field: AgreedField): boolean => agreement.fields.includes(field);

/** Refuses, in words, a purpose that is not the agreement's. */
export function refuseOtherPurpose(agreement: Agreement, stated: PurposeCode | undefined): void {
  if (stated && stated !== agreement.purposeCode)
    throw refused(`The agreement ${agreement.reference} is for ${purposeWords[agreement.purposeCode]}, not for ${purposeWords[stated]}.`);
}
