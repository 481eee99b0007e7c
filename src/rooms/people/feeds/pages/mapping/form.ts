import { z } from 'zod';
import { oneOf, optionalText } from '../../../../../platform/web/fields.ts';
import type { Again } from '../../../../../platform/web/route.ts';
import { dateFormats, nameOrders, type ReadableFeed } from '../../feed.ts';
import { fieldNames, type FeedField, type FieldSource, type Mapping } from '../../feed-field.ts';
import type { Reading } from '../../feed.store.ts';

const codes = optionalText(200).transform((text) => (text ?? '').split(/[,\s]+/).filter(Boolean));

/** The mapping form: `column-<field>` and `constant-<field>` for every field of ours, and how the whole is read. */
export const mappingShape = z.object({
  dateFormat: oneOf(dateFormats, 'Select how dates are written'),
  nameOrder: oneOf(nameOrders, 'Select the order of names'),
  nameScript: optionalText(4),
  femaleCodes: codes,
  maleCodes: codes,
  roleTold: optionalText(200),
  ...(Object.fromEntries(
    fieldNames.flatMap((field) => [
      [`column-${field}`, optionalText(200)],
      [`constant-${field}`, optionalText(200)],
    ]),
  ) as Record<`${'column' | 'constant'}-${FeedField}`, ReturnType<typeof optionalText>>),
});
export type MappingAnswers = z.output<typeof mappingShape>;

/** The mapping as the form says it. */
export function mappingFrom(data: MappingAnswers): Mapping {
  const said = fieldNames.flatMap((field): [FeedField, FieldSource][] => {
    const [column, constant] = [data[`column-${field}`], data[`constant-${field}`]];
    return column || constant ? [[field, { column, constant }]] : [];
  });
  return Object.fromEntries(said);
}

/** How the whole is read, as the form says it. */
export const readingFrom = (data: MappingAnswers): Reading => ({
  dateFormat: data.dateFormat,
  nameOrder: data.nameOrder,
  nameScript: data.nameScript,
  femaleCodes: data.femaleCodes,
  maleCodes: data.maleCodes,
  roleTold: data.roleTold ?? '',
});

/** A feed's mapping as the form shows it. */
export function valuesOf(feed: ReadableFeed): Again['values'] {
  const fields = fieldNames.flatMap((field) => [
    [`column-${field}`, feed.mapping[field]?.column ?? ''],
    [`constant-${field}`, feed.mapping[field]?.constant ?? ''],
  ]);
  return {
    ...(Object.fromEntries(fields) as Record<string, string>),
    dateFormat: feed.dateFormat,
    nameOrder: feed.nameOrder,
    nameScript: feed.nameScript ?? '',
    femaleCodes: feed.femaleCodes.join(', '),
    maleCodes: feed.maleCodes.join(', '),
    roleTold: feed.roleTold,
  };
}
