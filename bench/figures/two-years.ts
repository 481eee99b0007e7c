import type { Pool } from 'pg';

/** What a copied row says otherwise than the one it was copied from, table by table: new ids, and everything so long ago. */
const copies: readonly (readonly [table: string, from: string, changes: string])[] = [
  [
    'contact',
    'again a join contact t on t.id = a.old',
    `'id', a.id, 'reference', 'B-' || a.number, 'received_at', t.received_at - a.ago, 'recorded_at', t.recorded_at - a.ago, 'closed_at', t.closed_at - a.ago`,
  ],
  ['contact_person', 'named a join contact_person t on t.id = a.old', `'id', a.id, 'contact_id', a.contact_id`],
  [
    'contact_recognition',
    'named a join contact_recognition t on t.contact_person_id = a.old',
    `'contact_person_id', a.id, 'contact_id', a.contact_id, 'recognised_at', t.recognised_at - a.ago`,
  ],
  [
    'contact_decision',
    'named a join contact_decision t on t.contact_person_id = a.old',
    `'id', gen_random_uuid(), 'contact_person_id', a.id, 'contact_id', a.contact_id, 'decided_at', t.decided_at - a.ago`,
  ],
  [
    'contact_feedback',
    'again a join contact_feedback t on t.contact_id = a.old',
    `'id', gen_random_uuid(), 'contact_id', a.id, 'given_at', t.given_at - a.ago`,
  ],
];

/** Gives the borough a front door with two years behind it: every contact closed in the last year once more the year before, and
 *  `moreAYear` on top in each year, as police notifications would come. Answers how many contacts there are. */
export async function twoYears(pool: Pool, moreAYear: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(`create temporary table again on commit drop as
      select id as old, gen_random_uuid() as id, ago, row_number() over () as number from (
        select id, interval '1 year' as ago from contact where state = 'CLOSED' and received_at > now() - interval '1 year'
        union all
        (select c.id, year * interval '1 year' + random() * interval '20 days' from (select id from contact where state = 'CLOSED' and received_at > now() - interval '330 days'
          order by random() limit ${moreAYear}) c, generate_series(0, 1) year)) copied`);
    await client.query(`create temporary table named on commit drop as
      select p.id as old, gen_random_uuid() as id, a.id as contact_id, a.ago from again a join contact_person p on p.contact_id = a.old`);
    for (const [table, from, changes] of copies)
      await client.query(
        `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changes}))).* from ${from}`,
      );
    await client.query('commit');
    await client.query('analyze');
    return Number((await client.query<{ n: string }>('select count(*) as n from contact')).rows[0]?.n ?? 0);
  } finally {
    client.release();
  }
}
