import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { describe } from './apportion.ts';
import { inWords } from './refused.ts';
import { namesOf } from './records.store.ts';

/** One entry whose person is in question. `words` null: the reader may not read it, and someone at work with the person decides. */
export interface Item {
  id: string;
  personId: string;
  otherId: string;
  personName: string;
  otherName: string;
  what: string;
  words: string | null;
  raisedAt: Date;
}

interface Raised {
  id: string;
  person_id: string;
  other_id: string;
  table_name: string;
  column_name: string;
  row_key: unknown;
  raised_at: Date;
}

/** Open questions of whose an entry is, about one person or, without one, all the reader may see; oldest first, at most 100. */
export async function openItems(ctx: Ctx, personId?: string): Promise<Raised[]> {
  return ctx.tx
    .selectFrom('apportion_item')
    .select(['id', 'person_id', 'other_id', 'table_name', 'column_name', 'row_key', 'raised_at'])
    .where('decided_at', 'is', null)
    .$if(personId !== undefined, (all) =>
      all.where((or) => or.or([or('person_id', '=', personId ?? ''), or('other_id', '=', personId ?? '')])),
    )
    .orderBy('raised_at')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** The same with what each entry says, read as the reader: one statement a table. */
export async function itemsInWords(ctx: Ctx, raised: readonly Raised[]): Promise<Item[]> {
  const names = await namesOf(
    ctx,
    raised.flatMap((one) => [one.person_id, one.other_id]),
  );
  const said = new Map<string, string>();
  for (const [table, items] of Map.groupBy(raised, (one) => one.table_name))
    for (const [id, words] of await wordsOf(ctx, table, items)) said.set(id, words);
  return raised.map((one) => ({
    id: one.id,
    personId: one.person_id,
    otherId: one.other_id,
    personName: names.get(one.person_id) ?? 'Someone',
    otherName: names.get(one.other_id) ?? 'Someone',
    what: describe(one.table_name, {}).what,
    words: said.get(one.id) ?? null,
    raisedAt: one.raised_at,
  }));
}

async function wordsOf(ctx: Ctx, table: string, items: readonly Raised[]): Promise<[string, string][]> {
  const columns = describe(table, {}).columns;
  const keys = JSON.stringify(items.map((one) => ({ item: one.id, person: one.person_id, column: one.column_name, key: one.row_key })));
  const { rows } = await sql<{ item: string; row: Record<string, unknown> }>`
    select x ->> 'item' as item, jsonb_build_object(${sql.join(columns.flatMap((name) => [sql.lit(name), sql.ref(`t.${name}`)]))}) as row
      from jsonb_array_elements(${keys}::jsonb) x join ${sql.table(table)} t on to_jsonb(t) @> (x -> 'key') and to_jsonb(t) ->> (x ->> 'column') = x ->> 'person'`.execute(
    ctx.tx,
  );
  return rows.map(({ item, row }) => [item, describe(table, row).words]);
}

/** Carries out whose an entry is. Throws notFound for an entry whose people the writer may not see, refused when someone else has answered. */
export async function apportionItem(ctx: Ctx, itemId: string, decision: 'stays' | 'goes', reason: string): Promise<void> {
  await inWords(() => sql`select fold.apportion(${itemId}, ${decision}, ${reason})`.execute(ctx.tx));
}
