import type { Ctx } from '../../platform/access/ctx.ts';
import { londonDate } from '../../platform/time/london.ts';
import { personRow } from './person.store.ts';

/** What the index holds about someone besides family and involvements. */
export interface EntryFacts {
  sex: 'F' | 'M' | 'U';
  firstLanguage: string | null;
  interpreterNeeded: boolean | null;
  recordedOn: string;
  /** In one line, or why it may not be shown. */
  address: string | null;
  earlierAddresses: string[];
  identifiers: { kind: string; value: string; validTo: string | null; source: string }[];
  otherNames: { name: string; kind: string; source: string }[];
}

/** Reads an index entry through the reader's own eyes: a shielded address is simply not among the rows. Throws notFound. */
export async function entryFacts(ctx: Ctx, personId: string): Promise<EntryFacts> {
  const person = await personRow(ctx, personId);
  const addresses = await ctx.tx
    .selectFrom('person_address')
    .select(['line1', 'line2', 'town', 'postcode', 'ward', 'valid_to'])
    .where('person_id', '=', personId)
    .orderBy('valid_to', (it) => it.desc().nullsFirst())
    .execute();
  const identifiers = await ctx.tx
    .selectFrom('identifier')
    .select(['kind', 'value', 'valid_to as validTo', 'source'])
    .where('person_id', '=', personId)
    .orderBy('kind')
    .execute();
  const names = await ctx.tx
    .selectFrom('person_name')
    .select(['given_name', 'family_name', 'kind', 'source'])
    .where('person_id', '=', personId)
    .execute();
  const line = (it: (typeof addresses)[number]): string =>
    [it.line1, it.line2, it.town, it.postcode, it.ward ? `${it.ward} ward` : null].filter(Boolean).join(', ');
  const now = addresses.find((it) => it.valid_to === null);
  const withheld = addresses.length === 0 && person.shield !== 'none' && !person.shield_pending;
  return {
    sex: person.sex as EntryFacts['sex'],
    firstLanguage: person.first_language,
    interpreterNeeded: person.interpreter_needed,
    recordedOn: londonDate(person.created_at),
    address: now ? line(now) : withheld ? 'Withheld' : null,
    earlierAddresses: addresses.filter((it) => it.valid_to !== null).map(line),
    identifiers,
    otherNames: names.map((it) => ({ name: [it.given_name, it.family_name].filter(Boolean).join(' '), kind: it.kind, source: it.source })),
  };
}
