import { z } from 'zod';
import { isRealDate, type PlainDate } from '../../../../platform/time/calendar-day.ts';
import type { AskedPerson } from '../asked-person.ts';
import { checkNhsNumber, checkUpn } from '../../identifier.ts';
import { normalisePostcode } from '../../postcode.ts';
import { nhsNumberSystem } from './r4.ts';

/** What `$match` was asked (FHIR R4 OperationDefinition Patient-match, with onlySingleMatch from R6). */
export interface MatchRequest {
  asked: AskedPerson;
  onlyCertainMatches: boolean;
  onlySingleMatch: boolean;
  count: number;
}

const most = 20;
const text = (what: string, max = 200) =>
  z
    .string({ error: `${what} must be text` })
    .max(max, `${what} is longer than ${max} characters`)
    .transform((it) => it.trim());
const list = <S extends z.ZodType>(one: S, what: string) =>
  z.array(one, { error: `${what} must be a list` }).max(20, `${what} has more than 20 entries`);

const birthDate = z
  .string({ error: 'birthDate must be a date, YYYY-MM-DD' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'birthDate must be a whole date, YYYY-MM-DD')
  .refine(
    (day) => isRealDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))),
    'birthDate is no date of the calendar',
  );

const name = z.object({
  use: z
    .enum(['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden'], { error: 'use is not a code of NameUse' })
    .optional(),
  text: text('text').optional(),
  family: text('family').optional(),
  given: list(text('given'), 'given').optional(),
});
const address = z.object({
  line: list(text('line'), 'line').optional(),
  city: text('city').optional(),
  postalCode: text('postalCode', 20).optional(),
});
const telecom = z.object({
  system: z
    .enum(['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other'], { error: 'system is not a code of ContactPointSystem' })
    .optional(),
  value: text('value').optional(),
});
const identifier = z.object({ system: text('system', 500).optional(), value: text('value', 100).optional() }).superRefine((it, issues) => {
  const checked = it.system === nhsNumberSystem ? checkNhsNumber(it.value ?? '') : null;
  if (checked && !checked.valid) issues.addIssue({ code: 'custom', path: ['value'], message: checked.reason });
});

const patient = z
  .object({
    resourceType: z.literal('Patient', { error: 'resource must be a Patient' }),
    name: list(name, 'name').optional(),
    birthDate: birthDate.optional(),
    gender: z.enum(['male', 'female', 'other', 'unknown'], { error: 'gender is not a code of AdministrativeGender' }).optional(),
    address: list(address, 'address').optional(),
    telecom: list(telecom, 'telecom').optional(),
    identifier: list(identifier, 'identifier').optional(),
  })
  .superRefine((it, issues) => {
    const named = it.name?.some((one) => one.family || one.text || one.given?.some(Boolean)) ?? false;
    const numbered = it.identifier?.some((one) => one.value) ?? false;
    const placed = it.address?.some((one) => one.postalCode) ?? false;
    if (!named && !numbered) issues.addIssue({ code: 'custom', path: ['name'], message: 'Give a name or an identifier' });
    if (!it.birthDate && !placed && !numbered)
      issues.addIssue({
        code: 'custom',
        path: ['birthDate'],
        message: 'A name alone would show strangers: give a date of birth, a postcode or an identifier as well',
      });
  });

const flag = (what: string) => z.object({ name: z.literal(what), valueBoolean: z.boolean({ error: `${what} needs a valueBoolean` }) });
const wholeNumber = z.number({ error: 'count needs a whole number' }).int('count needs a whole number').min(1, 'count is at least 1');
const parameter = z.discriminatedUnion(
  'name',
  [
    z.object({ name: z.literal('resource'), resource: patient }),
    flag('onlyCertainMatches'),
    flag('onlySingleMatch'),
    z
      .object({ name: z.literal('count'), valueInteger: wholeNumber.optional(), valuePositiveInt: wholeNumber.optional() })
      .refine((it) => it.valueInteger !== undefined || it.valuePositiveInt !== undefined, {
        path: ['valueInteger'],
        error: 'count needs a valueInteger',
      }),
  ],
  { error: 'name must be resource, onlyCertainMatches, onlySingleMatch or count' },
);

/** A lone Patient stands for Parameters with one, as FHIR allows where an operation takes one resource. */
const wrapped = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && (body as { resourceType?: unknown }).resourceType === 'Patient'
    ? { resourceType: 'Parameters', parameter: [{ name: 'resource', resource: body }] }
    : body;

/** The body of `POST /fhir/Patient/$match`, read whole: every field's problem is told at once. */
export const matchShape = z
  .preprocess(
    wrapped,
    z.object(
      {
        resourceType: z.literal('Parameters', { error: 'The body must be Parameters, or one Patient' }),
        parameter: list(parameter, 'parameter').superRefine((all, issues) => {
          const times = (what: string): number => all.filter((one) => one?.name === what).length;
          if (times('resource') !== 1) issues.addIssue({ code: 'custom', path: [], message: 'Give the parameter resource once' });
          for (const what of ['onlyCertainMatches', 'onlySingleMatch', 'count'])
            if (times(what) > 1) issues.addIssue({ code: 'custom', path: [], message: `Give ${what} at most once` });
        }),
      },
      { error: 'The body must be FHIR Parameters in JSON' },
    ),
  )
  .transform(({ parameter: all }): MatchRequest => {
    const [resource] = all.flatMap((one) => ('resource' in one ? [one.resource as SentPatient] : []));
    const isSet = (what: string): boolean => all.some((one) => one.name === what && 'valueBoolean' in one && one.valueBoolean);
    const [count = most] = all.flatMap((one) =>
      one.name === 'count' && 'valueInteger' in one ? [one.valueInteger ?? one.valuePositiveInt ?? most] : [],
    );
    return {
      asked: askedFrom(resource ?? { resourceType: 'Patient' }),
      onlyCertainMatches: isSet('onlyCertainMatches'),
      onlySingleMatch: isSet('onlySingleMatch'),
      count: Math.min(count, most),
    };
  });

type SentPatient = z.output<typeof patient>;

/** The name in use first. */
const order = (use: string | undefined): number => ['usual', 'official', undefined].indexOf(use as 'usual') + 1 || 9;

function namesOf(sent: SentPatient): AskedPerson['names'] {
  return (sent.name ?? [])
    .toSorted((one, other) => order(one.use) - order(other.use))
    .map((one) =>
      one.family || one.given?.length
        ? { given: one.given?.filter(Boolean).join(' ') || null, family: one.family || null }
        : { given: one.text ?? null, family: null },
    )
    .slice(0, 4);
}

function askedFrom(sent: SentPatient): AskedPerson {
  const [home] = sent.address ?? [];
  const number = (holds: (system: string) => boolean): string => sent.identifier?.find((one) => holds(one.system ?? ''))?.value ?? '';
  const nhs = checkNhsNumber(number((system) => system === nhsNumberSystem));
  const upn = checkUpn(number((system) => /upn|unique-pupil-number/i.test(system)));
  const reach = (system: string): string | null => sent.telecom?.find((one) => one.system === system)?.value ?? null;
  return {
    names: namesOf(sent),
    dateOfBirth: (sent.birthDate as PlainDate | undefined) ?? null,
    sex: sent.gender === 'female' ? 'F' : sent.gender === 'male' ? 'M' : 'U',
    addressLine: home?.line?.filter(Boolean).join(', ') || null,
    town: home?.city || null,
    postcode: normalisePostcode(home?.postalCode ?? '') ?? null,
    phone: reach('phone'),
    email: reach('email'),
    nhsNumber: nhs.valid ? nhs.value : null,
    upn: upn.valid ? upn.value : null,
  };
}
