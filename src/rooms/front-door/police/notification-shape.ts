/** The shape in which notifications come (form 4.2): every field's message in words a police officer can act on. */
import { z } from 'zod';
import { channels, colours, dashRisks, incidentTypes, personRoles, postcodeAsWritten, shareRules, type Notified } from './notification.ts';

const storable = (typed: string): string => typed.replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim();
const text = (max: number) =>
  z
    .string({ error: 'Send text' })
    .transform(storable)
    .pipe(z.string().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`))
    .transform((typed) => typed || null)
    .nullish()
    .transform((typed) => typed ?? null);
const needed = (message: string, max: number) =>
  z
    .string({ error: message })
    .transform(storable)
    .pipe(z.string().min(1, message).max(max, `Use ${max} characters or fewer`));
const moment = (message: string) =>
  z
    .string({ error: message })
    .refine(
      (typed) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(typed) && /(Z|[+-]\d\d:?\d\d)$/.test(typed) && !Number.isNaN(Date.parse(typed)),
      message,
    )
    .transform((typed) => new Date(typed).toISOString());
const isDay = (typed: string): boolean => {
  const at = new Date(`${typed}T00:00:00Z`);
  return /^(19|20)\d\d-\d\d-\d\d$/.test(typed) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(typed);
};
const day = (message: string) =>
  z
    .string({ error: message })
    .refine(isDay, message)
    .nullish()
    .transform((typed) => typed ?? null);
const choice = <const T extends readonly [string, ...string[]]>(options: T) =>
  z
    .enum(options, { error: `Use one of: ${options.join(', ')}` })
    .nullish()
    .transform((typed) => typed ?? null);
const several = <const T extends readonly [string, ...string[]]>(options: T) =>
  z
    .array(z.enum(options, { error: `Use any of: ${options.join(', ')}` }))
    .max(options.length, 'Name each once')
    .default([])
    .transform((typed): T[number][] => options.filter((one) => (typed as readonly string[]).includes(one)));
const hour = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day as 09:30')
  .nullish()
  .transform((typed) => typed ?? null);

const safeContact = z
  .strictObject({ never: several(channels), onlyBy: choice(channels), onlyFrom: hour, onlyTo: hour, note: text(500) })
  .refine((it) => (it.onlyFrom === null) === (it.onlyTo === null) && (it.onlyFrom === null || it.onlyBy !== null), {
    message: 'Give onlyBy with both onlyFrom and onlyTo',
    path: ['onlyFrom'],
  });
const nothingTold = { never: [], onlyBy: null, onlyFrom: null, onlyTo: null, note: null };

const person = z
  .strictObject({
    role: z.enum(personRoles, { error: `Say the part as one of: ${personRoles.join(', ')}` }),
    givenName: text(100),
    familyName: text(100),
    description: text(300),
    dateOfBirth: day('Write the date of birth as 2018-03-02'),
    ageInWords: text(60),
    sex: z
      .enum(['F', 'M', 'U'], { error: 'Use F, M or U' })
      .nullish()
      .transform((typed) => typed ?? 'U'),
    school: text(200),
    phone: text(60),
    injuries: text(1000),
    safeContact: safeContact.nullish().transform((told) => told ?? nothingTold),
  })
  .refine((it) => it.givenName || it.familyName || it.description || it.ageInWords, {
    message: 'Give each person a name, a description or an age',
    path: ['givenName'],
  });

const place = z
  .strictObject({
    line1: text(200),
    town: text(100),
    postcode: text(12).transform(postcodeAsWritten),
    uprn: z
      .string()
      .regex(/^\d{1,12}$/, 'A UPRN is up to 12 digits')
      .nullish()
      .transform((typed) => typed ?? null),
  })
  .nullish()
  .transform((told) => told ?? { line1: null, town: null, postcode: null, uprn: null });

/** One notification. A field we do not know is told as wrong rather than dropped. */
export const notificationShape: z.ZodType<Notified> = z.strictObject({
  policeRef: needed('Give your reference', 60),
  incidentAt: moment('Say when it happened, as 2026-11-24T21:40:00Z'),
  reportedAt: moment('Say when it was reported, as 2026-11-24T22:05:00Z')
    .nullish()
    .transform((typed) => typed ?? null),
  incidentType: z.enum(incidentTypes, { error: `Say the kind as one of: ${incidentTypes.join(', ')}` }),
  location: place,
  circumstances: text(10_000),
  persons: z.array(person).max(40, 'Name at most 40 people').default([]),
  childrenVoice: text(4000),
  officerView: text(4000),
  dashRisk: choice(dashRisks),
  marac: z.boolean({ error: 'Use true or false' }).default(false),
  maracOn: day('Write the day of the MARAC as 2026-12-01'),
  actionTaken: text(4000),
  priorIncidents12m: z
    .number({ error: 'Send a whole number' })
    .int('Send a whole number')
    .min(0, 'Send 0 or more')
    .max(999, 'Send 999 or fewer')
    .nullish()
    .transform((typed) => typed ?? null),
  bragGrade: choice(colours),
  shareRestrictions: several(shareRules),
  shareNote: text(1000),
});
