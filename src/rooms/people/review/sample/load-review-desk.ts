import type { Loader } from '../../../../platform/db/bulk-load.ts';
import { prepare, standardModel, weigh } from '../../linkage/decide.ts';
import type { Evidence } from '../../linkage/evidence.ts';
import type { LinkageRecord } from '../../linkage/linkage-record.ts';
import { randomFrom, type Random } from '../../sample/random.ts';
import { searchRow } from '../../search-keys.ts';
import { featuresOf } from '../features.ts';
import { copyOf, type IndexChild, type SampleRecord } from './slips.ts';

/** What the demonstration's review desk is made from. */
export interface ReviewSetting {
  loader: Loader;
  seed: number;
  now: Date;
  /** Agencies whose records are matched. */
  agencies: { health: string; hospital: string; housing: string; police: string };
  /** Whoever has read the questions that are settled. */
  readers: readonly string[];
}

type Put = (table: string, row: Record<string, unknown>) => Promise<void>;

interface Desk extends ReviewSetting {
  random: Random;
  put: Put;
  children: IndexChild[];
}

/** Of each kind of question, about a dozen, with the evidence the matcher gives for two records that differ by slips of the pen. */
const ofEachKind = 12;
const linked = 260;

/** Loads source records, automatic links, questions of each kind, a month's sample partly read, and some lives that cannot be. Runs once the borough's
 *  people stand and their indexes are built. Does nothing in a borough of fewer than 100 children. */
export async function loadReviewDesk(setting: ReviewSetting): Promise<void> {
  const children = await childrenOf(setting.loader);
  if (children.length < 100) return;
  const put: Put = async (table, row) => {
    const columns = Object.keys(row);
    await setting.loader.query(
      `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(row)],
    );
  };
  const desk: Desk = { ...setting, random: randomFrom(setting.seed ^ 0x1dea, 7), put, children };
  const links = await linkRecords(desk, take(desk, Math.min(linked, Math.floor(children.length / 3))));
  await askAboutRecords(desk, take(desk, ofEachKind));
  await askAboutTwins(desk);
  await askAboutDuplicates(desk, take(desk, ofEachKind));
  await askAboutNumbers(desk, take(desk, ofEachKind));
  await drawSample(desk, links);
  await askShieldDesk(desk);
  await spoilSomeLives(desk, take(desk, 3));
}

/** The next children not yet used. */
const take = (desk: Desk, many: number): IndexChild[] => desk.children.splice(0, many);

async function childrenOf(loader: Loader): Promise<IndexChild[]> {
  return loader.query<IndexChild & Record<string, unknown>>(`
    select p.id, p.given_name as given, p.family_name as family, p.date_of_birth::text as born, p.sex, a.line1, a.town, a.postcode,
      null::text as phone,
      (select i.value from identifier i where i.person_id = p.id and i.kind = 'nhs-number' limit 1) as nhs,
      (select i.value from identifier i where i.person_id = p.id and i.kind = 'upn' limit 1) as upn,
      (select concat_ws(' ', m.given_name, m.family_name) from relationship r join person m on m.id = r.person_id where r.related_id = p.id and r.kind = 'mother' limit 1) as mother,
      (select r.related_id from relationship r where r.person_id = p.id and r.kind = 'twin' limit 1) as twin,
      (select i.agency_id from involvement i join agency g on g.id = i.agency_id where i.person_id = p.id and i.ended_on is null and g.agency_type = 'SCHOOL' limit 1) as school,
      exists (select from involvement i join agency g on g.id = i.agency_id where i.person_id = p.id and i.ended_on is null and g.agency_type = 'LA_SOCIAL_CARE') as social
      from person p join family_member f on f.person_id = p.id and f.part = 'child' and f.valid_to is null
      left join lateral (select * from person_address a where a.person_id = p.id and a.valid_to is null limit 1) a on true
     where p.shield = 'none' and not p.restricted and p.given_name is not null and length(p.given_name) > 3 and length(p.family_name) > 3 and p.date_of_birth is not null and a.postcode is not null
       and not exists (select from conflict_of_interest c where c.person_id = p.id)
       and not exists (select from family_member o join person q on q.id = o.person_id where o.family_id = f.family_id and (q.shield <> 'none' or q.restricted))
     order by p.id limit 900`);
}

const linkageOf = (id: string, it: SampleRecord | IndexChild): LinkageRecord => ({
  id,
  givenName: it.given,
  familyName: it.family,
  sex: it.sex,
  dateOfBirth: it.born,
  addressLine: it.line1,
  town: it.town,
  postcode: it.postcode,
  phone: it.phone,
  nhsNumber: it.nhs,
  upn: it.upn,
});

const weighed = (one: SampleRecord | IndexChild, other: SampleRecord | IndexChild): Evidence =>
  weigh(standardModel, prepare(linkageOf('1', one)), prepare(linkageOf('2', other)), 50_000);

async function putRecord(desk: Desk, personId: string, agencyId: string, record: SampleRecord, daysAgo: number): Promise<string> {
  const id = desk.random.uuid();
  const at = ago(desk, daysAgo);
  await desk.put('source_record', {
    id,
    person_id: personId,
    agency_id: agencyId,
    local_id: `D${desk.random.below(9_000_000) + 1_000_000}`,
    given_name: record.given,
    family_name: record.family,
    name_order: 'given first',
    sex: record.sex,
    date_of_birth: record.born,
    line1: record.line1,
    town: record.town,
    postcode: record.postcode,
    phone: record.phone,
    nhs_number: record.nhs,
    upn: record.upn,
    mother_name: record.mother,
    facts_on: at.slice(0, 10),
    received_at: at,
  });
  return id;
}

const ago = (desk: Desk, days: number): string =>
  new Date(desk.now.getTime() - days * 86_400_000 - desk.random.below(20_000_000)).toISOString();

interface Linked {
  child: IndexChild;
  recordId: string;
  evidence: Evidence;
}

/** Two or three sources of each child, their numbers among them, joined by the machine where the evidence is enough. */
async function linkRecords(desk: Desk, children: readonly IndexChild[]): Promise<Linked[]> {
  const { random, agencies } = desk;
  const links: Linked[] = [];
  for (const child of children) {
    const sources = [
      { agencyId: agencies.health, record: { ...copyOf(child, Number(random.chance(0.25)), random), nhs: child.nhs } },
      { agencyId: agencies.hospital, record: { ...copyOf(child, Number(random.chance(0.35)), random), nhs: child.nhs } },
      ...(child.school
        ? [{ agencyId: child.school, record: { ...copyOf(child, Number(random.chance(0.3)), random), upn: child.upn } }]
        : []),
    ];
    let place = 2;
    for (const { agencyId, record } of sources) {
      const evidence = weighed({ ...record, nhs: null, upn: null }, { ...child, nhs: null, upn: null });
      if (evidence.score < standardModel.bands.link) continue;
      const recordId = await putRecord(desk, child.id, agencyId, record, 20 + random.below(200));
      await desk.put('assertion', {
        id: random.uuid(),
        person_id: child.id,
        place: (place += 1),
        kind: 'link',
        source_record_id: recordId,
        facts: {},
        agency_id: agencyId,
        is_manual: false,
        why: 'The evidence is strong and nobody else comes near',
        model_version: standardModel.version,
        evidence,
        made_at: ago(desk, 19),
      });
      links.push({ child, recordId, evidence });
    }
  }
  return links;
}

/** Someone the matcher had to record, because it might not join their record to whom they may be. */
async function newPerson(desk: Desk, record: SampleRecord, daysAgo: number): Promise<string> {
  const id = desk.random.uuid();
  await desk.put('person', {
    id,
    given_name: record.given,
    family_name: record.family,
    date_of_birth: record.born,
    date_of_birth_is: record.born ? 'exact' : 'unknown',
    sex: record.sex,
    ethnicity: 'NOBT',
    disabilities: [],
    shield: 'none',
    shield_pending: false,
    restricted: false,
    is_synthetic: true,
    created_at: ago(desk, daysAgo),
    version: 1,
  });
  if (record.line1)
    await desk.put('person_address', {
      id: desk.random.uuid(),
      person_id: id,
      line1: record.line1,
      town: record.town,
      postcode: record.postcode,
      shielded: false,
      source: 'Feed',
    });
  for (const [kind, value] of [
    ['nhs-number', record.nhs],
    ['upn', record.upn],
  ])
    if (value) await desk.put('identifier', { id: desk.random.uuid(), person_id: id, kind, value, source: 'Feed' });
  const row = searchRow({
    names: [{ given: record.given, family: record.family }],
    dateOfBirth: record.born,
    postcodes: record.postcode ? [record.postcode] : [],
    wards: [],
    identifiers: [],
  } as Parameters<typeof searchRow>[0]);
  await desk.loader.query('insert into person_search (person_id, keys, heard, folded) values ($1, $2, $3, $4)', [
    id,
    row.keys,
    row.heard,
    row.folded,
  ]);
  return id;
}

interface Question {
  personId: string;
  otherPersonId: string;
  recordId: string | null;
  kind: string;
  harm: string;
  evidence: Evidence;
  because: string;
  daysAgo: number;
}

const costs: Readonly<Record<string, number>> = { ordinary: 1, safeguarding: 2, twins: 3, shielded: 4 };

async function ask(desk: Desk, it: Question): Promise<string> {
  const id = desk.random.uuid();
  await desk.put('link_question', {
    id,
    person_id: it.personId,
    other_person_id: it.otherPersonId,
    source_record_id: it.recordId,
    kind: it.kind,
    harm: it.harm,
    needs_second_reader: it.harm === 'twins' || it.harm === 'shielded',
    waits_for: 'reader',
    model_version: standardModel.version,
    score: it.evidence.score,
    evidence: it.evidence,
    because: it.because,
    worth: (costs[it.harm] ?? 1) / (1 + Math.exp(-it.evidence.score)),
    raised_at: ago(desk, it.daysAgo),
  });
  return id;
}

const likely = 'Likely, but not likely enough to join without a person looking';

/** A copy with more and more slips until the matcher would ask; the last one tried when it never would. */
function doubtful(desk: Desk, child: IndexChild): { record: SampleRecord; evidence: Evidence } {
  let made = { record: copyOf(child, 2, desk.random), evidence: weighed(child, child) };
  for (let tries = 0; tries < 25; tries += 1) {
    const record = copyOf(child, 1 + (tries % 4), desk.random);
    made = { record, evidence: weighed({ ...child, nhs: null, upn: null }, record) };
    if (made.evidence.score >= standardModel.bands.review && made.evidence.score < standardModel.bands.link) return made;
  }
  return made;
}

async function askAboutRecords(desk: Desk, children: readonly IndexChild[]): Promise<void> {
  const sources = [desk.agencies.housing, desk.agencies.police, desk.agencies.hospital];
  for (const [at, child] of children.entries()) {
    const { record, evidence } = doubtful(desk, child);
    const other = await newPerson(desk, record, 3 + at);
    const recordId = await putRecord(desk, other, sources[at % 3]!, record, 3 + at);
    const harm = child.social || at % 5 === 4 ? 'safeguarding' : 'ordinary';
    await ask(desk, {
      personId: child.id,
      otherPersonId: other,
      recordId,
      kind: 'record',
      harm,
      evidence,
      because: likely,
      daysAgo: 3 + at,
    });
  }
}

/** A record of a twin whose given name is missing, an initial, or the one many boys share. */
async function askAboutTwins(desk: Desk): Promise<void> {
  const twins = desk.children.filter((it) => it.twin !== null).slice(0, ofEachKind);
  const written = ['Baby', null, 'Twin 2', 'Mohammed'];
  for (const [at, child] of twins.entries()) {
    const record = { ...copyOf(child, 0, desk.random), given: at % 4 === 1 ? child.given.charAt(0) : (written[at % 4] ?? null) };
    const other = await newPerson(desk, record, 2 + at);
    const recordId = await putRecord(desk, other, desk.agencies.health, record, 2 + at);
    const because = 'There is a twin, and the given name does not tell them apart';
    const evidence = weighed({ ...child, nhs: null, upn: null }, record);
    await ask(desk, {
      personId: child.id,
      otherPersonId: other,
      recordId,
      kind: 'record',
      harm: 'twins',
      evidence,
      because,
      daysAgo: 2 + at,
    });
  }
  desk.children = desk.children.filter((it) => !twins.includes(it));
}

async function askAboutDuplicates(desk: Desk, children: readonly IndexChild[]): Promise<void> {
  for (const [at, child] of children.entries()) {
    const { record, evidence } = doubtful(desk, child);
    const other = await newPerson(desk, record, 9 + at);
    const because = 'Two people of the index agree in much, and neither was recorded by a feed';
    await ask(desk, {
      personId: child.id,
      otherPersonId: other,
      recordId: null,
      kind: 'duplicate',
      harm: 'ordinary',
      evidence,
      because,
      daysAgo: 1 + at,
    });
  }
}

/** Records that agree in everything but the number, both numbers valid. */
async function askAboutNumbers(desk: Desk, children: readonly IndexChild[]): Promise<void> {
  const numbers = desk.children.flatMap((it) => it.nhs ?? []).slice(-children.length);
  for (const [at, child] of children.entries()) {
    const record = { ...copyOf(child, 0, desk.random), nhs: numbers[at] ?? null };
    const other = await newPerson(desk, record, 5 + at);
    const recordId = await putRecord(desk, other, desk.agencies.hospital, record, 5 + at);
    const because = 'Everything agrees but the NHS number, and both numbers are valid';
    await ask(desk, {
      personId: child.id,
      otherPersonId: other,
      recordId,
      kind: 'identifier',
      harm: 'ordinary',
      evidence: weighed(child, record),
      because,
      daysAgo: 5 + at,
    });
  }
}

const strata = ['nearest the line', 'middle', 'far over the line'] as const;

/** This month's sample of automatic links: twelve of each stratum, nine of them read. */
async function drawSample(desk: Desk, links: readonly Linked[]): Promise<void> {
  const sorted = links.toSorted((a, b) => a.evidence.score - b.evidence.score);
  const cuts = [0, 0.2, 0.6, 1].map((share) => Math.floor(share * sorted.length));
  for (const [at, stratum] of strata.entries()) {
    const there = sorted.slice(cuts[at], cuts[at + 1]);
    const drawn = Array.from({ length: Math.min(ofEachKind, there.length) }, () => there.splice(desk.random.below(there.length), 1)[0]!);
    const drawId = desk.random.uuid();
    await desk.put('sample_draw', {
      id: drawId,
      drawn_on: `${desk.now.toISOString().slice(0, 7)}-01`,
      stratum,
      population: there.length + drawn.length,
      drawn: drawn.length,
      model_version: standardModel.version,
      drawn_at: ago(desk, 15),
    });
    for (const [place, link] of drawn.entries())
      await readOne(desk, link, drawId, place < 9 ? (stratum === strata[0] && place === 3 ? 'not the same person' : 'same person') : null);
  }
}

async function readOne(desk: Desk, link: Linked, drawId: string, readAs: string | null): Promise<void> {
  const because = 'They agree in much, and a person should look';
  const { child, recordId, evidence } = link;
  const id = await ask(desk, {
    personId: child.id,
    otherPersonId: child.id,
    recordId,
    kind: 'apart',
    harm: 'ordinary',
    evidence,
    because,
    daysAgo: 14,
  });
  const at = readAs ? ago(desk, 6) : null;
  await desk.put('link_sample', { question_id: id, draw_id: drawId, read_as: readAs, read_at: at });
  if (!readAs) return;
  const reader = desk.readers[desk.random.below(desk.readers.length)]!;
  await desk.loader.query('update link_question set settled_at = $2, settled_as = $3 where id = $1', [id, at, readAs]);
  await desk.put('link_reading', {
    id: desk.random.uuid(),
    person_id: child.id,
    question_id: id,
    reader_id: reader,
    answer: readAs,
    as_third: false,
    reader_leads: false,
    read_at: at,
  });
  await desk.put('link_label', {
    id: desk.random.uuid(),
    question_id: id,
    kind: 'apart',
    harm: 'ordinary',
    features: featuresOf(evidence),
    score: evidence.score,
    decision: readAs,
    readers: [reader],
    model_version: standardModel.version,
    sampled: true,
    decided_at: at,
  });
}

/** The record that waits at the shield desk, and the hidden child it may be, as a question too. */
async function askShieldDesk(desk: Desk): Promise<void> {
  const pairs = await desk.loader.query<{ one: string; other: string; given: string; family: string; born: string; sex: 'F' | 'M' }>(`
    select q.shielded_id as one, q.person_id as other, p.given_name as given, p.family_name as family, p.date_of_birth::text as born, p.sex
      from shield_question q join person p on p.id = q.person_id where q.decided_at is null limit 3`);
  for (const pair of pairs) {
    const same: SampleRecord = { ...pair, line1: null, town: null, postcode: null, phone: null, nhs: null, upn: null, mother: null };
    const because = 'A new record may be a shielded person, and carries the shield until this is answered';
    await ask(desk, {
      personId: pair.one,
      otherPersonId: pair.other,
      recordId: null,
      kind: 'duplicate',
      harm: 'shielded',
      evidence: weighed(same, same),
      because,
      daysAgo: 0,
    });
  }
}

/** On the rolls of two schools; born in two years by two sources; one number on two people. */
async function spoilSomeLives(desk: Desk, [pupil, twice, numbered]: readonly IndexChild[]): Promise<void> {
  const schools = [...new Set(desk.children.flatMap((it) => it.school ?? []))];
  const second = schools.find((it) => it !== pupil?.school);
  if (pupil && second)
    await desk.put('involvement', {
      id: desk.random.uuid(),
      person_id: pupil.id,
      agency_id: second,
      role: 'School',
      opens: 'nothing',
      is_lead: false,
      sensitive: false,
      consent_to_show: false,
      started_on: ago(desk, 40).slice(0, 10),
      source: 'School roll',
      confirmed_at: ago(desk, 4),
    });
  if (twice) {
    await putRecord(desk, twice.id, desk.agencies.housing, copyOf(twice, 0, desk.random), 50);
    const later = `${Number(twice.born.slice(0, 4)) - 2}${twice.born.slice(4)}`;
    await putRecord(desk, twice.id, desk.agencies.hospital, { ...copyOf(twice, 0, desk.random), born: later }, 30);
  }
  const other = desk.children.at(-1);
  if (numbered?.nhs && other)
    await desk.put('identifier', { id: desk.random.uuid(), person_id: other.id, kind: 'nhs-number', value: numbered.nhs, source: 'Feed' });
}
