import type { Loader } from '../../../platform/db/bulk-load.ts';
import { searchRow } from '../search-keys.ts';

/** What the demonstration's stories of the index are made from. */
export interface FoldSetting {
  loader: Loader;
  now: Date;
  /** Index officer who joined and parted two children. */
  officer: string;
  /** Lead professional who works with the families of the stories. */
  worker: string;
  workerAgency: string;
  agencies: { school: string; health: string; hospital: string };
  feeds: { school: string; health: string };
}

type Put = (table: string, row: Record<string, unknown>) => Promise<void>;

const story = (at: number): string => `f01d0000-0000-4000-8000-0000000000${String(at).padStart(2, '0')}`;
const [amira, ameera, nadia, unborn, family] = [story(1), story(2), story(3), story(4), story(5)];
const day = (now: Date, days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
const moment = (now: Date, days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

/** A girl with three source records; another who was wrongly joined to her and parted again, with two notes to be given to the right one; and a
 *  mother expecting twins. Known twins of the borough are asserted to be two. Runs once indexes and keys stand. */
export async function loadFoldStories(setting: FoldSetting): Promise<void> {
  const { loader } = setting;
  const put: Put = async (table, row) => {
    const columns = Object.keys(row).join(', ');
    await loader.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`, [
      JSON.stringify(row),
    ]);
  };
  await assertTwins(loader);
  await people(setting, put);
  await records(setting, put);
  await wrongJoin(setting, put);
  await expectingTwins(setting, put);
}

/** What the triggers write of twins, for those loaded while they rested. */
async function assertTwins(loader: Loader): Promise<void> {
  await loader.query(`insert into assertion (person_id, place, id, kind, other_person_id, facts, is_manual, why)
    select x.person_id, coalesce((select max(a.place) from assertion a where a.person_id = x.person_id), 0) + row_number() over (partition by x.person_id order by x.other_id), x.id, 'certainly not', x.other_id,
      '{"reason":"twins"}', false, 'Known twins'
      from (select person_a as person_id, person_b as other_id, gen_random_uuid() as id from certainly_not where because = 'twins') x`);
  await loader.query(`insert into assertion (person_id, place, id, kind, other_person_id, facts, is_manual, why)
    select a.other_person_id, coalesce((select max(b.place) from assertion b where b.person_id = a.other_person_id), 0) + row_number() over (partition by a.other_person_id order by a.person_id), a.id, a.kind, a.person_id, a.facts, false, a.why
      from assertion a where a.kind = 'certainly not' and a.why = 'Known twins' and not exists (select 1 from assertion b where b.id = a.id and b.person_id = a.other_person_id)`);
}

async function people({ now, worker, workerAgency }: FoldSetting, put: Put): Promise<void> {
  const all = [
    { id: amira, given_name: 'Amira', family_name: 'Yusuf', date_of_birth: '2017-03-04', sex: 'F' },
    { id: ameera, given_name: 'Ameera', family_name: 'Yusuf', date_of_birth: '2017-08-14', sex: 'F' },
    { id: nadia, given_name: 'Nadia', family_name: 'Rahman', date_of_birth: '1994-06-21', sex: 'F' },
  ];
  for (const one of all) {
    await put('person', {
      ...one,
      date_of_birth_is: 'exact',
      ethnicity: 'NOBT',
      disabilities: [],
      is_synthetic: true,
      created_at: moment(now, 30),
      shield: 'none',
      shield_pending: false,
      restricted: false,
      version: 1,
    });
    await put('person_address', {
      id: one.id,
      person_id: one.id,
      line1: one.id === ameera ? '41 Rowan Court' : '18 Quince Way',
      town: 'Harrow',
      postcode: one.id === ameera ? 'HA2 9ZZ' : 'HA3 9ZY',
      ward: 'Greenhill',
      shielded: false,
      source: 'Family',
    });
    await put('person_search', {
      person_id: one.id,
      ...searchRow({
        names: [{ given: one.given_name, family: one.family_name }],
        dateOfBirth: one.date_of_birth,
        postcodes: [],
        wards: ['Greenhill'],
        identifiers: [],
      }),
    });
    await put('involvement', {
      id: story(20 + all.indexOf(one)),
      person_id: one.id,
      agency_id: workerAgency,
      staff_id: worker,
      role: 'lead professional',
      opens: 'work',
      is_lead: true,
      sensitive: false,
      consent_to_show: false,
      started_on: day(now, 60),
      source: 'Recorded here',
      confirmed_at: moment(now, 3),
    });
  }
}

async function records({ loader, now, agencies, feeds }: FoldSetting, put: Put): Promise<void> {
  const sources = [
    {
      at: 1,
      agency_id: agencies.school,
      feed_id: feeds.school,
      local_id: 'P-48213',
      given_name: 'Amira',
      line1: '18 Quince Way',
      days: 20,
      source: 'School rolls, nightly',
    },
    {
      at: 2,
      agency_id: agencies.health,
      feed_id: feeds.health,
      local_id: 'HV-90177',
      given_name: 'Ameerah',
      line1: '18 Quince Way',
      days: 12,
      source: 'Health visiting caseloads, nightly',
    },
    {
      at: 3,
      agency_id: agencies.hospital,
      feed_id: null,
      local_id: null,
      given_name: 'Amira',
      line1: '7 Larkspur Mews',
      days: 400,
      source: 'Hospital letter',
    },
  ];
  await loader.query('select fold.begin($1)', [amira]);
  for (const one of sources) {
    const id = story(30 + one.at);
    const { days, source, at, ...row } = one;
    await put('source_record', {
      ...row,
      id,
      person_id: amira,
      family_name: 'Yusuf',
      sex: 'F',
      name_order: 'given first',
      date_of_birth: '2017-03-04',
      postcode: 'HA3 9ZY',
      facts_on: day(now, days),
      received_at: moment(now, days),
    });
    if (row.feed_id)
      await put('source_key', {
        local_id: row.local_id,
        feed_id: row.feed_id,
        record_id: id,
        person_id: amira,
        row_hash: 'sample',
        seen_at: moment(now, 1),
      });
    const said = {
      person_id: amira,
      source_record_id: id,
      agency_id: row.agency_id,
      is_manual: false,
      model_version: 'sample',
      made_at: moment(now, days),
    };
    await put('assertion', {
      ...said,
      id: story(40 + at),
      place: at * 10,
      kind: 'link',
      facts: {},
      why: 'Name, date of birth and home agree, and nobody else comes near',
    });
    await put('assertion', {
      ...said,
      id: story(50 + at),
      place: at * 10 + 1,
      kind: 'name',
      facts: { use: 'usual', given: row.given_name, family: 'Yusuf', on: day(now, days), source },
      why: 'As the source gives it',
    });
    await put('assertion', {
      ...said,
      id: story(60 + at),
      place: at * 10 + 2,
      kind: 'address',
      facts: { line1: row.line1, postcode: 'HA3 9ZY', from: day(now, days), source },
      why: 'As the source gives it',
    });
  }
  await loader.query('select fold.project($1)', [amira]);
}

async function wrongJoin({ loader, now, officer, worker, workerAgency }: FoldSetting, put: Put): Promise<void> {
  for (const person_id of [amira, ameera])
    await put('index_look', {
      id: story(70 + [amira, ameera].indexOf(person_id)),
      staff_id: officer,
      person_id,
      reason: 'A school asked whether two girls are one',
      looked_at: now.toISOString(),
      runs_out_at: new Date(now.getTime() + 43_200_000).toISOString(),
    });
  await loader.query(`select set_config('app.staff', $1, true)`, [officer]);
  await loader.query('select fold.join_people($1, $2, $3, null, null)', [
    amira,
    ameera,
    'The school told us it has one girl under two spellings',
  ]);
  const notes = [
    { at: 1, happened_on: day(now, 5), description: 'Visit to 41 Rowan Court. Ameera showed her drawings and spoke of her new school.' },
    { at: 2, happened_on: day(now, 3), description: 'The class teacher rang: Amira has been in every day this week.' },
  ];
  for (const { at, ...note } of notes)
    await put('chronology_event', {
      ...note,
      id: story(80 + at),
      person_id: amira,
      accuracy: 'day',
      category: 'help',
      source: 'Lead professional',
      source_agency_id: workerAgency,
      added_by: worker,
      added_at: moment(now, 2),
      automatic: false,
      hidden_from_family: false,
      third_party: false,
      open_to: 'everyone who helps',
      version: 1,
    });
  await loader.query(`select fold.take_back($1, (select max(place) from assertion where person_id = $1 and kind = 'merge'), $2)`, [
    ameera,
    'They are two girls: the health visitor has seen them together',
  ]);
  await loader.query(`select set_config('app.staff', '', true)`);
}

async function expectingTwins({ loader, now, worker, workerAgency }: FoldSetting, put: Put): Promise<void> {
  const expected = new Date(now.getTime() + 70 * 86_400_000).toISOString().slice(0, 10);
  await put('person', {
    id: unborn,
    family_name: 'Rahman',
    preferred_name: 'Baby',
    expected_on: expected,
    date_of_birth_is: 'unknown',
    sex: 'U',
    ethnicity: 'NOBT',
    disabilities: [],
    is_synthetic: true,
    created_at: moment(now, 30),
    shield: 'none',
    shield_pending: false,
    restricted: false,
    version: 1,
  });
  await put('assertion', {
    id: story(90),
    person_id: unborn,
    place: 1,
    kind: 'date of birth',
    facts: { expectedOn: expected, plurality: 2, source: 'Midwife' },
    made_by: worker,
    is_manual: true,
    why: 'Told by the midwife',
    made_at: moment(now, 30),
  });
  await put('assertion', {
    id: story(91),
    person_id: unborn,
    place: 2,
    kind: 'name',
    facts: { use: 'usual', given: null, family: 'Rahman', preferred: 'Baby' },
    made_by: worker,
    is_manual: true,
    why: 'Recorded with the pregnancy',
    made_at: moment(now, 30),
  });
  await put('relationship', { id: story(92), person_id: nadia, related_id: unborn, kind: 'expecting', source: 'Midwife' });
  await put('family', { id: family, reference: 'F-199901', name: 'Rahman family', created_at: moment(now, 30) });
  for (const [person_id, part] of [
    [nadia, 'parent'],
    [unborn, 'unborn'],
  ] as const)
    await put('family_member', { family_id: family, person_id, part, lives_here: true, valid_from: day(now, 30) });
  await put('person_search', {
    person_id: unborn,
    ...searchRow({
      names: [{ given: 'Baby', family: 'Rahman' }],
      dateOfBirth: null,
      postcodes: ['HA3 9ZY'],
      wards: ['Greenhill'],
      identifiers: [],
    }),
  });
  await put('involvement', {
    id: story(93),
    person_id: unborn,
    agency_id: workerAgency,
    staff_id: worker,
    role: 'lead professional',
    opens: 'work',
    is_lead: true,
    sensitive: false,
    consent_to_show: false,
    started_on: day(now, 30),
    source: 'Recorded here',
    confirmed_at: moment(now, 3),
  });
  await loader.query('select fold.project($1)', [unborn]);
}
