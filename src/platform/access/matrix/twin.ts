import type { Pool } from 'pg';
import type { Facts } from './standing.ts';

/** Copies every row into another migrated database: the same borough twice, so that one can be made a little different. */
export async function copyWorld(to: Pool, facts: Facts, tables: Iterable<string>): Promise<void> {
  const client = await to.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    for (const table of tables) {
      await client.query(`delete from ${table}`);
      const rows = JSON.stringify(facts.rows(table));
      await client.query(`insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, $1)`, [rows]);
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

interface Reference {
  table: string;
  column: string;
  to: string;
}

/** Takes out every hidden person whose shield is decided, the contacts recognised as them, the help of their families and whatever
 *  hangs on any of these: the borough as it would stand had these children never been recorded. */
export async function neverRecorded(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(`create temp table gone (id uuid primary key) on commit drop`);
    await client.query(`insert into gone select id from person where shield = 'hidden' and not shield_pending`);
    await client.query(`insert into gone select distinct contact_id from contact_recognition where person_id in (select id from gone)
      union select e.id from early_help_episode e join family_member m on m.family_id = e.family_id where m.person_id in (select id from gone)`);
    const { rows } =
      await client.query<Reference>(`select c.relname as table, a.attname as column, f.relname as to from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] where k.contype = 'f' and cardinality(k.conkey) = 1 and a.atttypid = 'uuid'::regtype and c.relname <> 'staff'`);
    const loose = [
      ['audit_subject', 'person_id'],
      ['clock', 'subject_id'],
      ['alert', 'record_id'],
      ['stored_file', 'owner_id'],
    ] as const;
    for (let more = true; more;) {
      const { rowCount } = await client.query(
        rows
          .filter(({ table }) => hasId.has(table))
          .map(({ table, column }) => `select id from ${table} where ${column} in (select id from gone)`)
          .join(' union ')
          .replace(/^/, 'insert into gone ') + ' on conflict do nothing',
      );
      more = (rowCount ?? 0) > 0;
    }
    for (const { table, column } of [...rows, ...loose.map(([table, column]) => ({ table, column }))])
      await client.query(`delete from ${table} where ${column} in (select id from gone)`);
    for (const table of ['person', ...hasId]) await client.query(`delete from ${table} where id in (select id from gone)`);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Tables with an id of their own that may hang on a person, a contact or an episode. */
const hasId = new Set([
  'contact',
  'contact_person',
  'contact_decision',
  'contact_handover',
  'contact_question',
  'contact_feedback',
  'contact_note',
  'hub_enquiry',
  'consult',
  'contact_hold',
  'protection_handover',
  'protection_call',
  'information_request',
  'information_request_person',
  'agency_return',
  'return_line',
  'early_help_episode',
  'service_agreement',
  'assessment',
  'lead_professional',
  'taf_member',
  'taf_meeting',
  'meeting_decision',
  'plan',
  'plan_goal',
  'plan_action',
  'review',
  'referral',
  'strategy_request',
  'chronology_event',
  'share_decision',
  'share_item',
  'share_event',
  'share_correction',
  'share_notice',
  'person_name',
  'person_address',
  'person_contact_point',
  'identifier',
  'relationship',
  'involvement',
  'shield_allow',
  'shield_question',
  'index_look',
  'break_glass',
  'match_decision',
  'warning_note',
  'episode_change',
]);
