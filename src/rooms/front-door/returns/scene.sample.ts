import { randomUUID } from 'node:crypto';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { startClock } from '../../../platform/time/clock.store.ts';

/** For tests: a hub that asks a school, the police and a health desk about one child and her mother. */
export interface ReturnsScene {
  cast: Cast;
  officer: StaffActor;
  manager: StaffActor;
  teacher: StaffActor;
  colleague: StaffActor;
  otherSchool: StaffActor;
  police: StaffActor;
  health: StaffActor;
  nurse: StaffActor;
  privacy: StaffActor;
  administrator: StaffActor;
  referrer: StaffActor;
  child: string;
  school: string;
  /** Asks an agency: `to` is who answers for it. */
  ask(to: StaffActor, facts?: { discipline?: string; child?: string; rag?: string; what?: string; now?: Date }): Promise<Asked>;
  end(): Promise<void>;
}

export interface Asked {
  id: string;
  enquiryId: string;
  contactId: string;
  childAbout: string;
  adultAbout: string;
}

/** Words that stand in what a request may not tell an agency: the contact itself. */
export const contactWords = 'ZZCONTACTWORDS';

/** Makes the scene in a database of its own. */
export async function returnsScene(): Promise<ReturnsScene> {
  const cast = await makeCast();
  const council = await cast.agency('LA_SOCIAL_CARE', 'Council');
  const frontDoor = await cast.team(council, 'front-door');
  const school = await cast.agency('SCHOOL', 'Vale School');
  const trust = await cast.agency('COMMUNITY_HEALTH', 'Community Trust');
  const desk = await cast.team(trust, 'hub-desk');
  const child = await cast.person();
  const people = {
    officer: await cast.staff('CO', { agencyId: council, teamId: frontDoor, name: 'Olu Officer' }),
    manager: await cast.staff('MASH_M', { agencyId: council, teamId: frontDoor, name: 'Mia Manager' }),
    teacher: await cast.staff('DSL', { agencyId: school, name: 'Tess Teacher' }),
    colleague: await cast.staff('SENCO', { agencyId: school, name: 'Cal Colleague' }),
    otherSchool: await cast.staff('DSL', { agencyId: await cast.agency('SCHOOL', 'Hill School') }),
    police: await cast.staff('POL_PPD', { agencyId: await cast.agency('POLICE', 'Police'), name: 'Pat Police' }),
    health: await cast.staff('HV', { agencyId: trust, teamId: desk, name: 'Hal Health' }),
    nurse: await cast.staff('SN', { agencyId: trust, name: 'Nia Nurse' }),
    privacy: await cast.staff('DPO', { agencyId: council }),
    administrator: await cast.staff('SYSADMIN', { agencyId: council }),
    referrer: await cast.staff('REF', { agencyId: school }),
  };
  const screening = {
    agency_id: council,
    team_id: frontDoor,
    role: 'Front door screening',
    opens: 'identity',
    started_on: '2026-11-01',
    source: 'Contact',
  };
  await cast.behind
    .insertInto('involvement')
    .values({ ...screening, person_id: child, confirmed_at: testNow })
    .execute();
  return {
    cast,
    ...people,
    child,
    school,
    ask: (to, facts = {}) => asked(cast, people.officer, { agencyId: to.memberships[0]!.agencyId, child: facts.child ?? child, ...facts }),
    end: () => cast.end(),
  };
}

interface Facts {
  agencyId: string;
  child: string;
  discipline?: string;
  rag?: string;
  what?: string;
  now?: Date;
}

async function asked(cast: Cast, officer: StaffActor, facts: Facts): Promise<Asked> {
  const { behind } = cast;
  const [contactId, enquiryId, id, childNamed, adultNamed] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const now = facts.now ?? testNow;
  const rag = facts.rag ?? 'AMBER';
  await behind
    .insertInto('contact')
    .values({
      id: contactId,
      reference: `C-T${contactId.slice(0, 8)}`,
      received_at: now,
      channel: 'WEB',
      what_happened: contactWords,
      state: 'TRIAGE_MASH',
    })
    .execute();
  await behind
    .insertInto('contact_person')
    .values([
      { id: childNamed, contact_id: contactId, part: 'child', position: 0, given_name: 'Amina', family_name: 'Hassan' },
      { id: adultNamed, contact_id: contactId, part: 'adult', position: 1, given_name: 'Hodan', family_name: 'Hassan' },
    ])
    .execute();
  const seen = { contact_id: contactId, how: 'same person', recognised_by: officer.staffId, recognised_at: now };
  await behind
    .insertInto('contact_recognition')
    .values({ ...seen, contact_person_id: childNamed, person_id: facts.child })
    .execute();
  await behind
    .insertInto('hub_enquiry')
    .values({ id: enquiryId, contact_id: contactId, rag, purpose: 'To see the whole picture', opened_by: officer.staffId, opened_at: now })
    .execute();
  await behind
    .insertInto('information_request')
    .values({
      id,
      enquiry_id: enquiryId,
      contact_id: contactId,
      agency_id: facts.agencyId,
      discipline: facts.discipline ?? 'education',
      what_we_ask: facts.what ?? 'What do you know of this family?',
      rag,
      asked_by: officer.staffId,
      asked_at: now,
    })
    .execute();
  const [childAbout, adultAbout] = [randomUUID(), randomUUID()];
  const told = { request_id: id, date_of_birth: '2018-03-02' };
  await behind
    .insertInto('information_request_person')
    .values([
      { ...told, id: childAbout, contact_person_id: childNamed, person_id: facts.child, part: 'child', name: 'Amina Hassan' },
      { ...told, id: adultAbout, contact_person_id: adultNamed, date_of_birth: null, part: 'adult', name: 'Hodan Hassan' },
    ])
    .execute();
  const rule = { RED: 'C03-returns', AMBER: 'C04-returns', GREEN: 'C05-returns' }[rag] ?? 'C04-returns';
  await cast.as(officer, (ctx) => startClock(ctx, { rule, subjectKind: 'information-request', subjectId: id, startedAt: now }), now);
  return { id, enquiryId, contactId, childAbout, adultAbout };
}
