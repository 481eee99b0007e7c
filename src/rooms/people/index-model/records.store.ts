import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { nameOf } from '../person.ts';

/** One source record as it stands under a person, newest version of its kind. */
export interface SourceRecord {
  id: string;
  agency: string;
  feed: string | null;
  given: string | null;
  family: string | null;
  born: string | null;
  bornAsWritten: string | null;
  line1: string | null;
  postcode: string | null;
  nhsNumber: string | null;
  upn: string | null;
  motherName: string | null;
  factsOn: string | null;
  receivedAt: Date;
  /** When the feed last contained it; null when it came once. */
  seenAt: Date | null;
  replaced: boolean;
}

/** Source records of a person, as the reader may see them, newest first; at most 100. */
export async function sourceRecords(ctx: Ctx, personId: string): Promise<SourceRecord[]> {
  return ctx.tx
    .selectFrom('source_record as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .leftJoin('feed as f', 'f.id', 'r.feed_id')
    .where('r.person_id', '=', personId)
    .select(['r.id', 'a.name as agency', 'f.name as feed', 'r.given_name as given', 'r.family_name as family', 'r.date_of_birth as born'])
    .select([
      'r.date_of_birth_as_written as bornAsWritten',
      'r.line1',
      'r.postcode',
      'r.nhs_number as nhsNumber',
      'r.upn',
      'r.mother_name as motherName',
    ])
    .select(['r.facts_on as factsOn', 'r.received_at as receivedAt', 'f.last_loaded_at as seenAt'])
    .select(sql<boolean>`r.replaced_by is not null`.as('replaced'))
    .orderBy('r.received_at', 'desc')
    .limit(100)
    .execute();
}

/** Names of people some assertions speak of, as far as the reader may see them. */
export async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name', 'preferred_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, nameOf(row)]));
}
