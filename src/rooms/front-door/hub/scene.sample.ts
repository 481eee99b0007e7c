import { randomUUID } from 'node:crypto';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';

/** For tests: a front door with two managers, three agencies that answer the hub, and contacts about invented children ready to be screened. */
export interface HubScene {
  cast: Cast;
  agencies: { council: string; police: string; health: string; school: string };
  officer: StaffActor;
  manager: StaffActor;
  second: StaffActor;
  police: StaffActor;
  health: StaffActor;
  teacher: StaffActor;
  /** A contact in screening about Amina, her brother Bilal where asked for, and their mother, all recognised. */
  contact(facts?: Record<string, unknown>, child?: Record<string, unknown>): Promise<SceneContact>;
  /** Answers a request past every policy, as its agency would: released with these items, or nothing known. */
  answered(requestId: string, items: readonly SceneItem[], at?: Date): Promise<string[]>;
  end(): Promise<void>;
}

export interface SceneContact {
  id: string;
  child: string;
  childNamed: string;
  motherNamed: string;
}
export interface SceneItem {
  words: string;
  kind?: 'fact' | 'opinion' | 'allegation';
  about?: string | null;
  from?: string;
  sensitivity?: string;
  releasable?: string;
  released?: boolean;
}

/** Builds the scene in a database of its own. */
export async function hubScene(): Promise<HubScene> {
  const cast = await makeCast();
  const council = await cast.agency('LA_SOCIAL_CARE', 'Council');
  const frontDoor = await cast.team(council, 'front-door', 'Front door');
  await cast.team(council, 'social-work', 'Assessment team');
  const agencies = {
    council,
    police: await cast.agency('POLICE', 'Borough Police'),
    health: await cast.agency('COMMUNITY_HEALTH', 'Community Health'),
    school: await cast.agency('SCHOOL', 'Larkrise Primary'),
  };
  const at = { agencyId: council, teamId: frontDoor };
  const people = {
    officer: await cast.staff('CO', { ...at, name: 'Omar Farah' }),
    manager: await cast.staff('MASH_M', { ...at, name: 'Priya Nair' }),
    second: await cast.staff('MASH_M', { ...at, name: 'Tom Ellis' }),
    police: await cast.staff('POL_PPD', { agencyId: agencies.police, name: 'Dana Price' }),
    health: await cast.staff('HV', { agencyId: agencies.health, name: 'Ifeoma Obi' }),
    teacher: await cast.staff('DSL', { agencyId: agencies.school, name: 'Grace Bello' }),
  };
  return {
    cast,
    agencies,
    ...people,
    contact: (facts = {}, child = {}) => plantContact(cast, people.officer, people.teacher, facts, child),
    answered: (requestId, items, when = testNow) => plantAnswer(cast, requestId, items, when),
    end: () => cast.end(),
  };
}

async function plantContact(
  cast: Cast,
  officer: StaffActor,
  teacher: StaffActor,
  facts: Record<string, unknown>,
  child: Record<string, unknown>,
): Promise<SceneContact> {
  const id = randomUUID();
  await cast.behind
    .insertInto('contact')
    .values({
      id,
      reference: `C-${id.slice(0, 6).toUpperCase()}`,
      state: 'SCREENING',
      received_at: testNow,
      channel: 'WEB',
      source_code: '2A',
      what_happened: 'She came to school hungry.',
      referrer_staff_id: teacher.staffId,
      referrer_agency_id: teacher.memberships[0]?.agencyId ?? null,
      ...facts,
    })
    .execute();
  const name = async (part: 'child' | 'adult', given: string, personId: string, position: number): Promise<string> => {
    const namedId = randomUUID();
    await cast.behind
      .insertInto('contact_person')
      .values({
        id: namedId,
        contact_id: id,
        part,
        position,
        given_name: given,
        family_name: 'Hassan',
        line1: '4 Larch Road',
        postcode: 'HA1 2XY',
      })
      .execute();
    await cast.behind
      .insertInto('contact_recognition')
      .values({
        contact_person_id: namedId,
        contact_id: id,
        person_id: personId,
        how: 'same person',
        recognised_by: officer.staffId,
        recognised_at: testNow,
      })
      .execute();
    await cast.behind
      .insertInto('involvement')
      .values({
        person_id: personId,
        agency_id: officer.memberships[0]?.agencyId ?? '',
        team_id: officer.memberships[0]?.teamId ?? '',
        role: 'Front door screening',
        opens: 'identity',
        started_on: '2026-11-20',
        source: 'Contact',
        confirmed_at: testNow,
        because_kind: 'contact',
        because_id: id,
      })
      .execute();
    return namedId;
  };
  const childId = await cast.person(child);
  const childNamed = await name('child', 'Amina', childId, 1);
  const motherNamed = await name('adult', 'Sara', await cast.person({ given_name: 'Sara', date_of_birth: '1990-01-01' }), 2);
  return { id, child: childId, childNamed, motherNamed };
}

async function plantAnswer(cast: Cast, requestId: string, items: readonly SceneItem[], at: Date): Promise<string[]> {
  const request = await cast.behind.selectFrom('information_request').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow();
  const by = await cast.behind
    .selectFrom('membership')
    .select('staff_id')
    .where('agency_id', '=', request.agency_id)
    .executeTakeFirstOrThrow();
  const released = items.every((one) => one.released !== false);
  const returnId = randomUUID();
  const earlier = await cast.behind.selectFrom('agency_return').select('id').where('request_id', '=', requestId).execute();
  await cast.behind
    .insertInto('agency_return')
    .values({
      id: returnId,
      request_id: requestId,
      agency_id: request.agency_id,
      number: earlier.length + 1,
      known: items.length > 0 ? 'yes' : 'no',
      written_by: by.staff_id,
      written_at: at,
      released_by: released ? by.staff_id : null,
      released_at: released ? at : null,
    })
    .execute();
  const people = await cast.behind.selectFrom('information_request_person').selectAll().where('request_id', '=', requestId).execute();
  const ids: string[] = [];
  for (const [position, item] of items.entries()) {
    const id = randomUUID();
    ids.push(id);
    await cast.behind
      .insertInto('return_line')
      .values({
        id,
        return_id: returnId,
        request_id: requestId,
        agency_id: request.agency_id,
        about_id: people.find((one) => one.contact_person_id === item.about)?.id ?? null,
        position,
        question: 'involved',
        kind: item.kind ?? 'fact',
        words: item.words,
        happened_from: item.from ?? null,
        sensitivity: item.sensitivity ?? 'OPEN_TO_HUB',
        releasable: item.releasable ?? 'YES',
      })
      .execute();
  }
  if (released)
    await cast.behind
      .updateTable('information_request')
      .set({ state: items.length > 0 ? 'RETURNED_INFO' : 'RETURNED_NIL', answered_by: by.staff_id, answered_at: at })
      .where('id', '=', requestId)
      .execute();
  return ids;
}
