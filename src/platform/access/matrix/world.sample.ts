import { clauseCodes } from '../clauses.ts';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { plantFeeds } from './feeds.sample.ts';
import { plantReview } from './review.sample.ts';
import { plantFold } from './fold.sample.ts';
import { plantFigures } from './performance.sample.ts';
import { plantStandard } from './standard.sample.ts';
import { plantFamily, type Choice, type Family } from './family.sample.ts';
import { plantRota } from './workspace.sample.ts';
import { plantPeople, type Asker, type Cast } from './people.sample.ts';
import { planting, type Planting } from './planting.sample.ts';

/** A small borough in which every way of standing to a record occurs, and every free text is a marker. */
export interface World {
  plant: Planting;
  cast: Cast;
  askers: readonly Asker[];
  families: Record<string, Family>;
}

/** Each family is one state a record can be in; who stands how to it is in `people.sample.ts` and `guard` below. */
const choices: readonly Choice[] = [
  { name: 'open' },
  { name: 'handed', handed: true },
  { name: 'closed', closed: true },
  { name: 'conflict', handed: true },
  { name: 'conflictOver' },
  { name: 'hidden', child: { shield: 'hidden' }, handed: true },
  { name: 'hiddenAndClosed', child: { shield: 'hidden' }, closed: true },
  { name: 'hiddenSibling', sibling: { shield: 'hidden' } },
  { name: 'location', child: { shield: 'location' } },
  { name: 'address', shieldedAddress: true },
  { name: 'restricted', child: { restricted: true }, handed: true },
  { name: 'restrictedSibling', sibling: { restricted: true } },
  { name: 'stranger', taken: false, team: 'helpSouth', social: 'socialWest', school: 'schoolB' },
  { name: 'nobodys', taken: false, team: 'helpSouth', social: 'socialWest', school: null },
];

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const hours = (fromNow: number): string => new Date(Date.now() + fromNow * 3_600_000).toISOString();

/** Plants the world into an empty, migrated database. */
export async function plantWorld(pool: Pool): Promise<World> {
  [anAgency, anyTeam] = ['', ''];
  const plant = await planting(pool);
  const cast = await plantPeople(plant);
  const families: Record<string, Family> = {};
  for (const choice of choices) families[choice.name] = await plantFamily(plant, cast, choice);
  const pending = { shield: 'hidden', shield_pending: true, created_by: cast.staff['officer'] };
  families['pending'] = await plantFamily(plant, cast, {
    name: 'pending',
    child: pending,
    taken: false,
    team: 'helpSouth',
    social: 'socialWest',
  });
  const recorded = { restricted: true, created_by: cast.staff['officer'] };
  families['restrictedByOfficer'] = await plantFamily(plant, cast, {
    name: 'restrictedByOfficer',
    child: recorded,
    taken: false,
    team: 'helpSouth',
    social: 'socialWest',
  });
  families['createdByOfficer'] = await plantFamily(plant, cast, {
    name: 'createdByOfficer',
    child: { created_by: cast.staff['officer'] },
    taken: false,
    team: 'helpSouth',
    social: 'socialWest',
    school: null,
  });
  await plantPartners(plant, cast);
  await plantRota(plant, cast);
  await guard(plant, cast, families);
  // Every restriction names somebody, or no officer finds it in their list.
  await plant.put('restriction_allow', { person_id: families['restrictedByOfficer']?.ids['child'], staff_id: cast.staff['allowed'] });
  await plantAroundTheWork(plant, cast, families);
  return { plant, cast, askers: cast.askers, families };
}

/** Leaves, restrictions, conflicts, look-ups and emergencies. */
async function guard(plant: Planting, { staff, teams }: Cast, families: Record<string, Family>): Promise<void> {
  const child = (name: string): string => families[name]?.ids['child'] ?? '';
  for (const name of ['hidden', 'hiddenAndClosed', 'location', 'address']) {
    await plant.put('shield_allow', { person_id: child(name), staff_id: staff['allowed'], granted_by: staff['shieldOfficer'] });
    await plant.put('shield_allow', {
      person_id: child(name),
      staff_id: staff['allowedOver'],
      granted_by: staff['shieldOfficer'],
      valid_to: day(-3),
    });
  }
  await plant.put('shield_allow', { person_id: families['hiddenSibling']?.ids['sibling'], team_id: teams['socialWest'] });
  await plant.put('shield_allow', { person_id: child('location'), team_id: teams['helpNorth'] });
  await plant.put('shield_allow', { person_id: child('hidden'), staff_id: staff['formerMember'] });
  await plant.put('shield_allow', { person_id: child('pending'), staff_id: staff['officer'] });
  await plant.put('shield_allow', { person_id: child('pending'), team_id: teams['frontDoor'] });
  await plant.put('shield_question', { person_id: child('pending'), shielded_id: child('hidden'), reasons: { raised: 'on recording' } });
  for (const name of ['restricted', 'restrictedSibling']) {
    const id = name === 'restricted' ? child(name) : families[name]?.ids['sibling'];
    await plant.put('restriction_allow', { person_id: id, staff_id: staff['allowed'], granted_by: staff['privacyOfficer'] });
    await plant.put('restriction_allow', {
      person_id: id,
      staff_id: staff['allowedOver'],
      granted_by: staff['privacyOfficer'],
      valid_to: day(-3),
    });
  }
  for (const name of Object.keys(staff).filter((one) => one.endsWith('InConflict'))) {
    await plant.put('conflict_of_interest', { staff_id: staff[name], person_id: child('conflict'), valid_from: day(-30) });
    await plant.put('conflict_of_interest', {
      staff_id: staff[name],
      person_id: child('conflictOver'),
      valid_from: day(-30),
      valid_to: day(-3),
    });
  }
  for (const name of ['conflict', 'conflictOver']) await takePart(plant, { staff, teams }, families[name]);
  await lookedUp(plant, staff, families);
  await guardInConflict(plant, staff, child('conflict'));
  await leftBehind(plant, staff, families['createdByOfficer']);
}

/** The guards' own lists speak of the child some of them are in conflict with. */
async function guardInConflict(plant: Planting, staff: Cast['staff'], conflict: string): Promise<void> {
  await plant.put('shield_allow', { person_id: conflict, staff_id: staff['allowed'] });
  await plant.put('shield_question', { person_id: conflict, shielded_id: conflict, reasons: { raised: 'on recording' } });
  for (const name of ['allowed', 'privacyOfficerInConflict'])
    await plant.put('restriction_allow', { person_id: conflict, staff_id: staff[name] });
}

/** Rows that still name people whose post ended, whose agency is suspended or who left: as referrer, as the one it was passed to, as lead. */
async function leftBehind(plant: Planting, staff: Cast['staff'], family: Family | undefined): Promise<void> {
  const { child, contact, episode } = family?.ids ?? {};
  for (const name of ['formerMember', 'leaver', 'suspendedWorker']) {
    const id = staff[name];
    const raised = await plant.put('contact', {
      reference: `C-by-${name}`,
      state: 'SCREENING',
      received_at: hours(-900),
      channel: 'WEB',
      referrer_staff_id: id,
      referrer_role: 'Teacher',
    });
    await plant.put('contact_person', { contact_id: raised, part: 'child', position: 1 });
    await plant.put('contact_handover', {
      contact_id: contact,
      person_id: child,
      to_staff_id: id,
      to_name: 'A person',
      how: 'call',
      sent_by: staff['manager'],
      sent_at: hours(-900),
    });
    await plant.put('lead_professional', {
      episode_id: episode,
      staff_id: id,
      agency_id: await agencyOf(plant),
      state: 'declined',
      chosen_by: 'the family',
      offered_by: staff['coordinator'],
      offered_at: hours(-900),
    });
    await plant.put('restriction_allow', { person_id: child, staff_id: id });
    await plant.put('strategy_request', {
      child_id: child,
      requested_by: id,
      requested_at: hours(-900),
      team_id: await aTeam(plant),
      state: 'ACCEPTED',
      accepted_at: hours(-800),
    });
    await plant.put('referral', {
      reference: `R-by-${name}`,
      child_id: child,
      received_at: hours(-900),
      source_code: '10',
      primary_need: 'N1',
      sent_by: id,
      team_id: await aTeam(plant),
      state: 'CLOSED',
      closed_on: day(-20),
      decision: 'NFA',
      decided_at: hours(-800),
      allocated_to: id,
    });
    await plant.put('chronology_event', {
      person_id: child,
      happened_on: day(-50),
      category: 'school',
      source: 'school',
      added_by: id,
      added_at: hours(-900),
    });
    await plant.put('person', {
      given_name: 'Recorded',
      date_of_birth: '2015-01-01',
      sex: 'F',
      created_by: id,
      shield: 'none',
      restricted: false,
      is_synthetic: true,
    });
  }
}

let anyTeam = '';
const aTeam = async (plant: Planting): Promise<string> =>
  (anyTeam ||= await plant.put('team', {
    agency_id: await agencyOf(plant),
    name: 'Team of record',
    purpose: 'social-work',
    phone: null,
    email: null,
  }));

/** Those in conflict do take part in the case: the block must hold against a relationship, not only where there is none. */
async function takePart(plant: Planting, { staff }: Pick<Cast, 'staff' | 'teams'>, family: Family | undefined): Promise<void> {
  const member = {
    episode_id: family?.ids['episode'],
    part: 'colleague',
    invited_by: staff['lead'],
    invited_at: hours(-500),
    accepted_at: hours(-400),
  };
  for (const name of ['leadInConflict', 'workerInConflict'])
    await plant.put('taf_member', { ...member, staff_id: staff[name], agency_id: null });
  const involvement = {
    person_id: family?.ids['child'],
    role: 'social worker',
    opens: 'work',
    started_on: day(-100),
    source: 'Recorded here',
    confirmed_at: hours(-10),
  };
  for (const name of ['leadInConflict', 'workerInConflict', 'shieldOfficerInConflict'])
    await plant.put('involvement', { ...involvement, agency_id: await agencyOf(plant), staff_id: staff[name] });
}

/** An application by a visitor with its first step, and the agreements of two agencies. */
async function plantPartners(plant: Planting, cast: Cast): Promise<void> {
  const application = await plant.put('partner_application', {
    reference: 'P-0001',
    way: 'small group',
    agency_type: 'VCS',
    wanted: ['concerns'],
    safeguarding_policy: 'yes',
    applied_at: hours(-0.2),
    visitor_key: 'visitor-of-the-world',
  });
  await plant.put('partner_step', { application_id: application, state: 'APPLIED', done_at: hours(-0.2) });
  for (const agency of ['schoolA', 'elsewhere'])
    await plant.put('partner_agreement', {
      agency_id: cast.agencies[agency],
      number: 1,
      reference: 'ISA-1',
      clauses: clauseCodes,
      starts_on: '2020-01-01',
      review_on: '2027-01-01',
      theirs_on: '2020-01-01',
      ours_on: '2020-01-01',
      dpia_reference: 'DPIA-1',
      stands_from: hours(-1000),
      ended_why: null,
      drafted_at: hours(-1000),
    });
}

let anAgency = '';
const agencyOf = async (plant: Planting): Promise<string> =>
  (anAgency ||= await plant.put('agency', {
    name: 'Agency of record',
    agency_type: 'LA_SOCIAL_CARE',
    agreement_reference: 'ISA-1',
    agreement_signed_on: '2020-01-01',
    dpia_reference: 'DPIA-1',
    live_from: '2020-01-01',
    clauses: clauseCodes,
    phone: null,
    email: null,
  }));

async function lookedUp(plant: Planting, staff: Cast['staff'], families: Record<string, Family>): Promise<void> {
  for (const name of ['nobodys', 'hidden', 'restricted', 'location', 'conflict']) {
    const person_id = families[name]?.ids['child'];
    await plant.put('index_look', { staff_id: staff['visitor'], person_id, runs_out_at: hours(5) });
    await plant.put('index_look', { staff_id: staff['visitorLookOver'], person_id, runs_out_at: hours(-5) });
    await plant.put('index_look', { staff_id: staff['formerMember'], person_id, runs_out_at: hours(5) });
    await plant.put('break_glass', { staff_id: staff['emergency'], person_id, runs_out_at: hours(5) });
    await plant.put('break_glass', {
      staff_id: staff['emergencyOver'],
      person_id,
      opened_at: hours(-20),
      runs_out_at: hours(-5),
      reviewed_at: hours(-1),
      reviewed_by: staff['privacyOfficer'],
      finding: 'justified',
    });
    await plant.put('break_glass', { staff_id: staff['leaver'], person_id, runs_out_at: hours(5) });
  }
  await plant.put('break_glass', {
    staff_id: staff['workerInConflict'],
    person_id: families['conflict']?.ids['child'],
    runs_out_at: hours(5),
  });
}

/** Drafts, sessions, messages, audit and the rest that belongs to one person, one team or one role. */
async function plantAroundTheWork(plant: Planting, { staff, teams, agencies }: Cast, families: Record<string, Family>): Promise<void> {
  const child = families['open']?.ids['child'] ?? '';
  for (const name of ['lead', 'officer', 'formerMember', 'privacyOfficer']) {
    const id = randomUUID();
    await plant.put('draft', {
      id,
      form: 'concern',
      subject_id: child,
      staff_id: staff[name],
      visitor_key: null,
      answers: { what: plant.mark('draft', 'answers', id) },
      expires_at: hours(20),
    });
    await plant.put('session', {
      id_hash: `hash of ${name}`,
      staff_id: staff[name],
      issuer: 'test',
      expires_at: hours(5),
      user_agent: plant.mark('session', 'user_agent', `hash of ${name}`),
    });
    await plant.put('idempotency', { key: `${staff[name]}:k`, route: '/concern', location: '/concern' });
    await plant.put('alert', { staff_id: staff[name], kind: 'lead-offer', record_id: child, href: '/alerts' });
    await plant.put('sign_in_identity', { issuer: 'https://issuer.example', subject: `subject of ${name}`, staff_id: staff[name] });
  }
  await plant.put('absence', { staff_id: staff['supporter'], from_on: day(3), to_on: day(9), recorded_by: staff['supporter'] });
  await plant.put('team_area', { team_id: teams['helpNorth'], area: 'Greenhill' });
  const publicDraft = randomUUID();
  await plant.put('draft', {
    id: publicDraft,
    form: 'concern',
    staff_id: null,
    visitor_key: 'visitor-of-the-world',
    answers: { what: plant.mark('draft', 'answers', publicDraft) },
    expires_at: hours(20),
  });
  await plantAudit(plant, staff, Object.values(families));
  await plant.put('alert', { team_id: teams['helpNorth'], kind: 'referral', href: '/alerts' });
  await plant.put('alert', { role: 'DPO', kind: 'break-glass', href: '/emergency-access' });
  await plant.put('alert', { role: 'SHIELD', kind: 'shield-question', href: '/shield' });
  await plant.put('machine_client', {
    agency_id: agencies['health'],
    issuer: 'https://issuer.example',
    subject: 'machine',
    scopes: ['feed'],
  });
  await plant.put('job', { kind: 'test.kind', payload: { id: child }, last_error: null });
  await plant.put('feed', { agency_id: agencies['health'], name: 'Health feed', covers: 'Health visitors', expected_every: '1 day' });
  await plantFeeds(
    plant,
    agencies['health'] ?? '',
    staff['plain INDEX'] ?? '',
    Object.values(families).flatMap((one) => one.ids['child'] ?? []),
  );
  await plantReview(plant, { staff, teams, agencies, askers: [] }, Object.values(families));
  await plantFigures(
    plant,
    { staff },
    Object.values(families).map(({ ids }) => ids['contact']),
  );
  await plantFold(plant, agencies['schoolA'] ?? '', Object.values(families));
  await plantStandard(plant, agencies['health'] ?? '', staff['plain INDEX'] ?? '', Object.values(families));
}

/** What was done with each child's record, by several people, with a detail that only the privacy officer and the auditor may read. */
async function plantAudit(plant: Planting, staff: Cast['staff'], families: readonly Family[]): Promise<void> {
  let number = 1_000_000;
  for (const { ids } of families) {
    for (const name of ['lead', 'officer', 'policeOfficer', 'shieldOfficer']) {
      const id = (number += 1);
      await plant.put('audit_event', {
        id,
        actor: 'staff',
        staff_id: staff[name],
        role: 'LP',
        action: 'people.person.view',
        subject_ids: [ids['child']],
        record_id: ids['child'],
        detail: { asked: plant.mark('audit_event', 'detail', String(id)) },
        row_hash: 'x',
      });
      await plant.put('audit_subject', { person_id: ids['child'], event_id: id });
    }
  }
}
