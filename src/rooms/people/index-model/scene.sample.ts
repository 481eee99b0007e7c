import { randomUUID } from 'node:crypto';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { recordPerson } from '../actions/record-person.ts';
import { lookUp } from '../actions/look-up.ts';

/** For tests: a council, a school whose feed brings records, an index desk, a social worker. */
export interface Scene {
  cast: Cast;
  desk: StaffActor;
  worker: StaffActor;
  manager: StaffActor;
  shield: StaffActor;
  secondShield: StaffActor;
  council: string;
  school: string;
  feedId: string;
}

export async function makeScene(): Promise<Scene> {
  const cast = await makeCast();
  const council = await cast.agency('LA_SOCIAL_CARE', 'The council');
  const school = await cast.agency('SCHOOL', 'Elm School');
  const [index, hidden, work] = [
    await cast.team(council, 'index-desk', 'Index desk'),
    await cast.team(council, 'shield-desk', 'Shield desk'),
    await cast.team(council, 'social-work', 'Social work north'),
  ];
  const feedId = randomUUID();
  await cast.behind
    .insertInto('feed')
    .values({ id: feedId, agency_id: school, name: 'School roll', covers: 'who is on roll', expected_every: '1 day' })
    .execute();
  return {
    cast,
    desk: await cast.staff('INDEX', { agencyId: council, teamId: index }),
    worker: await cast.staff('SW', { agencyId: council, teamId: work }),
    manager: await cast.staff('MASH_M', { agencyId: council, teamId: work }),
    shield: await cast.staff('SHIELD', { agencyId: council, teamId: hidden }),
    secondShield: await cast.staff('SHIELD', { agencyId: council, teamId: hidden, name: 'Second officer' }),
    council,
    school,
    feedId,
  };
}

/** A person recorded as people are, and looked up by everyone named. */
export async function recorded(
  scene: Scene,
  facts: { given: string; family?: string; born?: string | null },
  who: readonly StaffActor[] = [scene.desk],
): Promise<string> {
  const id = await scene.cast.as(scene.worker, (ctx) =>
    recordPerson(ctx, {
      givenName: facts.given,
      familyName: facts.family ?? 'Hassan',
      dateOfBirth: facts.born === undefined ? '2018-03-02' : facts.born,
      sex: 'F',
      address: { line1: `${facts.given.length} Elm Road`, postcode: 'HA1 1AA' },
      phone: `0770090000${facts.given.length % 10}`,
      source: 'Test',
    }),
  );
  for (const one of who) await scene.cast.as(one, (ctx) => lookUp(ctx, id, 'Test'));
  return id;
}

/** A record of the school's feed under a person, as the matcher writes one. Returns its id. */
export async function record(
  scene: Scene,
  personId: string,
  facts: { given: string; family?: string; localId?: string; born?: string; on?: string; line1?: string },
): Promise<string> {
  const { behind } = scene.cast;
  await scene.cast.db.superuser.query('select fold.begin($1)', [personId]);
  const id = randomUUID();
  const localId = facts.localId ?? id.slice(0, 8);
  await behind
    .insertInto('source_record')
    .values({
      id,
      person_id: personId,
      agency_id: scene.school,
      feed_id: scene.feedId,
      local_id: localId,
      given_name: facts.given,
      family_name: facts.family ?? 'Hassan',
      date_of_birth: facts.born ?? null,
      line1: facts.line1 ?? null,
    })
    .execute();
  await behind
    .insertInto('source_key')
    .values({ local_id: localId, feed_id: scene.feedId, record_id: id, person_id: personId, row_hash: 'x' })
    .onConflict((clash) => clash.columns(['local_id', 'feed_id']).doUpdateSet({ record_id: id }))
    .execute();
  const said = { on: facts.on ?? '2026-09-03', source: 'School roll' };
  const last = await behind
    .selectFrom('assertion')
    .select((it) => it.fn.max('place').as('place'))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const rows = [
    { kind: 'link', facts: {} },
    { kind: 'name', facts: { ...said, use: 'usual', given: facts.given, family: facts.family ?? 'Hassan' } },
    ...(facts.born ? [{ kind: 'date of birth', facts: { ...said, born: facts.born } }] : []),
    ...(facts.line1 ? [{ kind: 'address', facts: { ...said, line1: facts.line1, postcode: 'HA2 2BB', from: said.on } }] : []),
  ];
  await behind
    .insertInto('assertion')
    .values(
      rows.map((row, at) => ({
        ...row,
        facts: JSON.stringify(row.facts),
        person_id: personId,
        place: (last?.place ?? 0) + 1 + at,
        source_record_id: id,
        agency_id: scene.school,
        is_manual: false,
        why: 'The only one like this',
      })),
    )
    .execute();
  return id;
}

/** Everything that stands about some people in every table that has a column with their id, in one text, ordered: two equal states have the same bytes. */
export async function dumpOf(cast: Cast, people: readonly string[]): Promise<string> {
  const tables = await cast.db.superuser.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname <> all('{assertion,person_move,audit_event,audit_seal,alert,apportion_item}') order by 1`,
  );
  const lines: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await cast.db.superuser.query<{ row: string }>(
      `select to_jsonb(t)::text as row from "${name}" t where to_jsonb(t)::text ~ $1 order by 1`,
      [people.join('|')],
    );
    lines.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return lines.join('\n');
}
