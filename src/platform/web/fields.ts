import { z } from 'zod';

/** Building blocks for form shapes: each trims what was typed and carries a message in plain words.
 *  A shape checks form only; whether a rule allows it is the noun's business. */

const one = z.preprocess((typed) => (Array.isArray(typed) ? (typed.at(-1) ?? '') : (typed ?? '')), z.string());
const tidy = (typed: string): string => typed.replaceAll('\r\n', '\n').trim();

/** Text that must be given, up to `max` characters. */
export const requiredText = (message: string, max = 4000) =>
  one.transform(tidy).pipe(
    z
      .string()
      .min(1, message)
      .max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`),
  );

/** Text that may be left empty; empty becomes null. */
export const optionalText = (max = 4000) =>
  one
    .transform(tidy)
    .pipe(z.string().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`))
    .transform((text) => text || null);

/** One of a list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(options: T, message: string) =>
  one.pipe(z.enum(options, { error: message }));

/** One of a list, or null when none was chosen. */
export const optionalOneOf = <const T extends readonly [string, ...string[]]>(options: T, message = 'Select one of the options') =>
  one.transform((typed) => typed || null).pipe(z.enum(options, { error: message }).nullable());

/** Any of a list, as an array. */
export const anyOf = <const T extends readonly [string, ...string[]]>(options: T, message = 'Select from the list') =>
  z.preprocess((typed) => (typed === undefined || typed === '' ? [] : [typed].flat()), z.array(z.enum(options, { error: message })));

/** An opaque id. */
export const id = (message = 'Select one of the options') => one.pipe(z.uuid({ error: message }));
export const optionalId = () => one.transform((typed) => typed || null).pipe(z.uuid({ error: 'Select one of the options' }).nullable());

/** A whole number between two bounds. */
export const wholeNumber = (from: number, to: number, message: string) =>
  one.transform(tidy).pipe(
    z
      .string()
      .regex(/^-?\d{1,9}$/, message)
      .transform(Number)
      .pipe(z.number().int().min(from, message).max(to, message)),
  );

/** The version of the record the form was filled from. */
export const version = one.pipe(
  z
    .string()
    .regex(/^\d{1,9}$/, 'This form is out of date. Open the page again.')
    .transform(Number),
);

/** A tick box: true when ticked. */
export const ticked = z.preprocess((typed) => typed !== undefined && typed !== '', z.boolean());
