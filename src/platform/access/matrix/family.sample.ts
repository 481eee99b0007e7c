import { randomUUID } from 'node:crypto';
import { plantEnquiry } from './hub.sample.ts';
import { plantTelling } from './telling.sample.ts';
import { plantWaysIn } from './ways-in.sample.ts';
import { plantProtection, plantWorkspace } from './workspace.sample.ts';
import { plantShares } from './sharing.sample.ts';
import { plantPolice } from './police.sample.ts';
import type { Planting, Row } from './planting.sample.ts';
import type { Cast } from './people.sample.ts';

/** How one family of the small world stands; everything not said is as in an ordinary open case of the north team and the east social workers. */
export interface Choice {
  name: string;
  child?: Row;
  /** A brother or sister, where the case needs one. */
  sibling?: Row;
  team?: 'helpNorth' | 'helpSouth';
  social?: 'socialEast' | 'socialWest';
  /** False: nobody of the north leads or takes part. */
  taken?: boolean;
  closed?: boolean;
  school?: 'schoolA' | 'schoolB' | null;
  handed?: boolean;
  shieldedAddress?: boolean;
}

/** Ids of one family's rows, by what they are. */
export interface Family {
  name: string;
  ids: Record<string, string>;
}

const at = (daysAgo: number): string => new Date(Date.now() - daysAgo * 86_400_000).toISOString();
const day = (daysAgo: number): string => at(daysAgo).slice(0, 10);

let number = 0;
const nhsNumber = (): string => `999${String((number += 1)).padStart(7, '0')}`;

/** Plants a whole family: who they are, a contact about them, a referral, early help with everything that belongs to it, chronology. */
export async function plantFamily(plant: Planting, cast: Cast, choice: Choice): Promise<Family> {
  const family: Family = { name: choice.name, ids: {} };
  const scene: Scene = { plant, cast, choice, ids: family.ids, taken: choice.taken ?? true };
  await plantWhoTheyAre(scene);
  await plantContact(scene);
  await plantReferral(scene);
  await plantEarlyHelp(scene);
  await plantPlan(scene);
  await plantChronology(scene);
  Object.assign(family.ids, await plantShares(plant, cast, family.ids['child']));
  return family;
}

interface Scene {
  plant: Planting;
  cast: Cast;
  choice: Choice;
  ids: Record<string, string>;
  taken: boolean;
}

const who = ({ cast, taken }: Scene, name: string): string => cast.staff[taken ? name : 'leadElsewhere'] ?? '';

async function plantPerson(scene: Scene, key: string, part: string, facts: Row): Promise<void> {
  const { plant, ids, choice } = scene;
  const id = await plant.put('person', {
    date_of_birth: part === 'child' ? '2018-03-02' : '1988-05-06',
    sex: 'F',
    preferred_name: null,
    is_synthetic: true,
    created_by: scene.cast.staff['leadElsewhere'],
    shield: 'none',
    restricted: false,
    ...facts,
  });
  ids[key] = id;
  ids[`${key}Name`] = await plant.put('person_name', { person_id: id, kind: 'previous', source: 'contact' });
  ids[`${key}Address`] = await plant.put('person_address', {
    person_id: id,
    line2: null,
    town: 'Harrow',
    postcode: 'HA1 1AA',
    ward: 'Greenhill',
    source: 'contact',
    shielded: part === 'child' && choice.shieldedAddress === true,
    valid_from: day(900),
  });
  ids[`${key}Phone`] = await plant.put('person_contact_point', { person_id: id, kind: 'phone' });
  ids[`${key}Number`] = await plant.put('identifier', { person_id: id, kind: 'nhs-number', value: nhsNumber(), source: 'health' });
  ids[`${key}Warning`] = await plant.put('warning_note', { person_id: id, kind: 'risk to worker', review_on: '2030-01-01' });
  await plant.put('family_member', { family_id: ids['family'], person_id: id, part, valid_from: day(900) });
}

async function plantWhoTheyAre(scene: Scene): Promise<void> {
  const { plant, cast, choice, ids } = scene;
  ids['family'] = await plant.put('family', { reference: `F-${choice.name}`, created_by: cast.staff['leadElsewhere'] });
  await plantPerson(scene, 'child', 'child', choice.child ?? {});
  await plantPerson(scene, 'mother', 'parent', {});
  if (choice.sibling) await plantPerson(scene, 'sibling', 'child', choice.sibling);
  await plant.put('relationship', {
    person_id: ids['mother'],
    related_id: ids['child'],
    kind: 'mother',
    parental_responsibility: true,
    source: 'contact',
  });
  if (ids['sibling'])
    await plant.put('relationship', { person_id: ids['sibling'], related_id: ids['child'], kind: 'sibling', source: 'contact' });
  const involvement = { person_id: ids['child'], started_on: day(300), source: 'Recorded here', confirmed_at: at(10) };
  const school = choice.school === undefined ? 'schoolA' : choice.school;
  if (school)
    ids['roll'] = await plant.put('involvement', { ...involvement, agency_id: cast.agencies[school], role: 'school', opens: 'identity' });
  const clinic = randomUUID();
  const practitioner = plant.mark('involvement', 'practitioner_name', clinic);
  ids['clinic'] = await plant.put('involvement', {
    ...involvement,
    id: clinic,
    agency_id: cast.agencies['clinic'],
    role: 'mental health clinic',
    sensitive: true,
    practitioner_name: practitioner,
  });
  await plantWhatHangsOnInvolvement(scene);
  await plant.put('match_decision', {
    source_kind: 'contact',
    source_id: randomUUID(),
    person_id: ids['child'],
    decision: 'not sure',
    reasons: {},
    decided_by: cast.staff['officer'],
  });
  const pair = [ids['child'], ids['mother']].toSorted();
  await plant.put('certainly_not', { person_a: pair[0], person_b: pair[1], decided_by: cast.staff['officer'] });
}

/** A message asked for and passed on to the clinic (which replied, but for closed families), another that waits, and someone who follows the child. */
async function plantWhatHangsOnInvolvement(scene: Scene): Promise<void> {
  const { plant, cast, choice, ids } = scene;
  const request = { person_id: ids['child'], asked_at: at(5), decision_note: null };
  ids['waitingRequest'] = await plant.put('broker_request', { ...request, asked_by: cast.staff['worker'], decision: null });
  ids['request'] = await plant.put('broker_request', {
    ...request,
    asked_by: cast.staff['officer'],
    decision: 'passed on',
    decided_at: at(4),
    decided_by: cast.staff['privacyOfficer'],
  });
  const delivery = randomUUID();
  const replied = choice.closed !== true;
  ids['delivery'] = await plant.put('broker_delivery', {
    id: delivery,
    person_id: ids['child'],
    request_id: ids['request'],
    asked_by: cast.staff['officer'],
    agency_id: cast.agencies['clinic'],
    passed_on_at: at(4),
    answered_at: at(3),
    answered_by: cast.staff['clinician'],
    replied,
    reply: replied ? plant.mark('broker_delivery', 'reply', `${ids['child']}|${delivery}`) : null,
  });
  for (const name of ['lead', 'safeguardingLeadA', 'formerMember', 'workerInConflict']) {
    const watch = randomUUID();
    await plant.put('involvement_watch', { id: watch, person_id: ids['child'], staff_id: cast.staff[name], ended_because: null });
    await plant.put('involvement_news', {
      person_id: ids['child'],
      watch_id: watch,
      on_day: day(1),
      staff_id: cast.staff[name],
      first_at: at(1),
      last_at: at(1),
    });
  }
  if (choice.name === 'open')
    await plant.put('involvement', {
      person_id: ids['child'],
      agency_id: cast.agencies['council'],
      staff_id: cast.staff['leaver'],
      role: 'social worker before',
      started_on: day(300),
      source: 'Recorded here',
      confirmed_at: at(10),
      because_kind: 'typed',
    });
}

async function plantContact(scene: Scene): Promise<void> {
  const { plant, cast, choice, ids } = scene;
  const contact = await plant.put('contact', {
    reference: `C-${choice.name}`,
    state: 'SCREENING',
    received_at: at(3),
    channel: 'WEB',
    referrer_staff_id: cast.staff['teacherA'],
    referrer_agency_id: cast.agencies['schoolA'],
    referrer_role: 'Teacher',
    held_by: cast.staff['officer'],
  });
  ids['contact'] = contact;
  await plant.put('contact_category', { contact_id: contact, category: 'neglect' });
  ids['named'] = await plant.put('contact_person', { contact_id: contact, part: 'child', position: 1, nhs_number: nhsNumber() });
  await plant.put('contact_recognition', {
    contact_person_id: ids['named'],
    contact_id: contact,
    person_id: ids['child'],
    how: 'same person',
    recognised_by: cast.staff['officer'],
    recognised_at: at(2),
  });
  ids['decision'] = await plant.put('contact_decision', {
    contact_id: contact,
    contact_person_id: ids['named'],
    person_id: ids['child'],
    level: 2,
    factors: ['neglect'],
    outcome_code: 'EARLY_HELP',
    decided_by: cast.staff['manager'],
    decided_at: at(1),
  });
  const handover = {
    contact_id: contact,
    person_id: ids['child'],
    to_name: 'A team',
    how: 'call',
    sent_by: cast.staff['manager'],
    sent_at: at(1),
  };
  if (choice.handed) {
    ids['handover'] = await plant.put('contact_handover', { ...handover, to_staff_id: cast.staff['handedTo'] });
    ids['teamHandover'] = await plant.put('contact_handover', { ...handover, to_team_id: cast.teams['helpSouth'] });
    ids['returnedHandover'] = await plant.put('contact_handover', {
      ...handover,
      to_staff_id: cast.staff['handedAndReturned'],
      returned_at: at(0),
    });
  }
  ids['nightContact'] = await plantWaysIn(plant, cast, {
    contact,
    named: String(ids['named']),
    child: String(ids['child']),
    name: choice.name,
  });
  const hub = await plantEnquiry(plant, cast, { contact, named: String(ids['named']), child: String(ids['child']) });
  Object.assign(ids, {
    enquiry: hub['enquiry'],
    asked: hub['school'],
    askedPolice: hub['police'],
    askedItem: hub['released'],
    onward: hub['onward'],
  });
  Object.assign(ids, await plantWorkspace(plant, cast, { contact, named: String(ids['named']), child: String(ids['child']) }));
  Object.assign(
    ids,
    await plantPolice(plant, cast, {
      contact,
      named: String(ids['named']),
      force: choice.child?.['shield'] === 'hidden' ? 'elsewhere' : 'police',
    }),
  );
  Object.assign(ids, await plantTelling(plant, cast, { contact, stage: (choice.name.length % 5) + 1 }));
  await plant.put('contact_question', { contact_id: contact, asked_by: cast.staff['officer'], asked_at: at(2), answered_at: at(1) });
  const feedback = randomUUID();
  ids['feedback'] = await plant.put('contact_feedback', {
    id: feedback,
    contact_id: contact,
    how: 'page',
    told: plant.mark('contact_feedback', 'told', feedback),
    not_told_because: null,
    given_by: cast.staff['officer'],
    given_at: at(0),
  });
  await plant.put('contact_note', { contact_id: contact, written_by: cast.staff['officer'], written_at: at(1) });
  const file = randomUUID();
  const content = Buffer.from(plant.mark('stored_file', 'content', file)).toString('hex');
  ids['file'] = await plant.put('stored_file', {
    id: file,
    room: 'front-door',
    owner_kind: 'contact',
    owner_id: contact,
    media_type: 'text/plain',
    size_bytes: 9,
    sha256: 'x',
    scan_state: 'clean',
    content: `\\x${content}`,
    added_by: cast.staff['teacherA'],
  });
  await plant.put('clock', {
    rule_key: 'C01',
    subject_kind: 'contact',
    subject_id: contact,
    started_at: at(3),
    due_at: at(2),
    warn_at: at(2),
  });
}

async function plantReferral(scene: Scene): Promise<void> {
  const { plant, cast, choice, ids } = scene;
  const team = cast.teams[choice.social ?? 'socialEast'];
  const closed = choice.closed ? { state: 'CLOSED', closed_on: day(40) } : { state: 'ACCEPTED' };
  ids['referral'] = await plant.put('referral', {
    reference: `R-${choice.name}`,
    child_id: ids['child'],
    contact_id: ids['contact'],
    received_at: at(60),
    source_code: '10',
    primary_need: 'N1',
    sent_by: cast.staff['manager'],
    team_id: team,
    accepted_at: at(59),
    accepted_by: cast.staff['teamManager'],
    decision: 'ASSESSMENT',
    decided_at: at(58),
    allocated_to: who(scene, 'worker'),
    ...closed,
  });
  ids['strategy'] = await plant.put('strategy_request', {
    child_id: ids['child'],
    referral_id: ids['referral'],
    requested_by: cast.staff['manager'],
    requested_at: at(50),
    team_id: team,
    state: choice.closed ? 'HELD' : 'ACCEPTED',
    accepted_at: at(49),
  });
  const [contact, decision, child, strategy] = ['contact', 'decision', 'child', 'strategy'].map((key) => String(ids[key])) as [
    string,
    string,
    string,
    string,
  ];
  Object.assign(ids, await plantProtection(plant, cast, { contact, decision, child, strategy, team }));
}

async function plantEarlyHelp(scene: Scene): Promise<void> {
  const { plant, cast, choice, ids, taken } = scene;
  const episode = await plant.put('early_help_episode', {
    reference: `EH-${choice.name}`,
    family_id: ids['family'],
    state: 'PLAN_ACTIVE',
    requested_at: at(90),
    requested_by: cast.staff['officer'],
    requested_by_agency: cast.agencies['council'],
    contact_id: ids['contact'],
    team_id: cast.teams[choice.team ?? 'helpNorth'],
    story_by: who(scene, 'lead'),
    story_at: at(5),
  });
  ids['episode'] = episode;
  await plant.put('episode_change', { episode_id: episode, at: at(90), by_staff: cast.staff['officer'], what: 'requested' });
  const agreement = await plant.put('service_agreement', {
    episode_id: episode,
    agreed_by: ids['mother'],
    holds: 'parental responsibility',
    how_given: 'signed',
    agreed_on: day(80),
    recorded_by: who(scene, 'lead'),
    recorded_at: at(80),
  });
  await plant.put('agreement_sharing', { agreement_id: agreement, episode_id: episode, agency_kind: 'school', preference: 'yes' });
  const lead = {
    episode_id: episode,
    agency_id: cast.agencies['help'],
    chosen_by: 'the family',
    offered_by: cast.staff['coordinator'],
    offered_at: at(85),
  };
  if (taken) {
    await plant.put('lead_professional', {
      ...lead,
      staff_id: cast.staff['formerLead'],
      state: 'ended',
      started_on: day(85),
      ended_on: day(70),
    });
    ids['lead'] = await plant.put('lead_professional', {
      ...lead,
      staff_id: cast.staff['lead'],
      backup_staff_id: cast.staff['backup'],
      state: 'active',
      started_on: day(70),
    });
    ids['offer'] = await plant.put('lead_professional', { ...lead, staff_id: cast.staff['offeredLead'], state: 'offered' });
    await plantTeamAroundTheFamily(scene, episode);
  }
  await plantAssessment(scene, episode);
  if (choice.closed)
    await plant.change('early_help_episode', episode, {
      state: 'CLOSED',
      closed_on: day(10),
      closure_code: 'NEEDS_MET',
      closure_approved_by: cast.staff['coordinator'],
    });
}

async function plantTeamAroundTheFamily({ plant, cast, ids }: Scene, episode: string): Promise<void> {
  const member = { episode_id: episode, part: 'health visitor', invited_by: cast.staff['lead'], invited_at: at(60) };
  const health = cast.agencies['health'];
  ids['member'] = await plant.put('taf_member', { ...member, staff_id: cast.staff['tafAccepted'], agency_id: health, accepted_at: at(55) });
  ids['invitation'] = await plant.put('taf_member', {
    ...member,
    staff_id: cast.staff['tafInvited'],
    agency_id: cast.agencies['charity'],
    accepted_at: null,
  });
  await plant.put('taf_member', {
    ...member,
    staff_id: cast.staff['tafDeclined'],
    agency_id: cast.agencies['charity'],
    declined_at: at(50),
  });
  await plant.put('taf_member', { ...member, staff_id: cast.staff['tafLeft'], agency_id: health, accepted_at: at(55), left_on: day(20) });
  for (const name of ['tafInConflict', 'formerMember', 'suspendedWorker', 'leaver'])
    await plant.put('taf_member', { ...member, staff_id: cast.staff[name], agency_id: health, accepted_at: at(55) });
  await plant.put('taf_member', { ...member, person_id: ids['mother'], agency_id: null, part: 'mother', accepted_at: at(55) });
  ids['meeting'] = await plant.put('taf_meeting', {
    episode_id: episode,
    kind: 'first',
    state: 'held',
    planned_for: at(50),
    held_on: day(50),
    quorate: true,
    not_quorate_because: null,
    minutes_by: cast.staff['lead'],
  });
  await plant.put('meeting_attendance', { meeting_id: ids['meeting'], episode_id: episode, member_id: ids['member'], attended: 'came' });
  await plant.put('meeting_decision', {
    meeting_id: ids['meeting'],
    episode_id: episode,
    recorded_by: cast.staff['lead'],
    recorded_at: at(50),
  });
}

async function plantAssessment(scene: Scene, episode: string): Promise<void> {
  const { plant, ids } = scene;
  const by = who(scene, 'lead');
  const saved = { episode_id: episode, changed_by: by, changed_at: at(60) };
  const assessment = await plant.put('assessment', { ...saved, state: 'STARTED', started_on: day(75), started_by: by });
  ids['assessment'] = assessment;
  await plant.put('assessment_child', { ...saved, assessment_id: assessment, person_id: ids['child'], how: 'talking' });
  await plant.put('assessment_domain', { ...saved, assessment_id: assessment, domain: 'general-health', score: 4 });
  await plant.put('assessment_need', { assessment_id: assessment, episode_id: episode, need_code: '1.1' });
  await plant.put('assessment_evidence', {
    assessment_id: assessment,
    episode_id: episode,
    domain: 'general-health',
    event_id: randomUUID(),
  });
}

async function plantPlan(scene: Scene): Promise<void> {
  const { plant, ids } = scene;
  const episode = ids['episode'];
  const by = who(scene, 'lead');
  const saved = { episode_id: episode, changed_by: by, changed_at: at(40) };
  ids['plan'] = await plant.put('plan', { ...saved, state: 'active', agreed_on: day(45) });
  ids['goal'] = await plant.put('plan_goal', {
    ...saved,
    plan_id: ids['plan'],
    outcome_id: 'O-11-1',
    for_person_id: ids['child'],
    baseline: 3,
    target: 8,
    created_by: by,
    created_at: at(45),
  });
  await plant.put('plan_goal_need', { goal_id: ids['goal'], episode_id: episode, need_code: '1.1' });
  ids['action'] = await plant.put('plan_action', {
    ...saved,
    goal_id: ids['goal'],
    owner_staff_id: by,
    owner_person_id: null,
    owner_name: null,
    due_on: day(-5),
    created_by: by,
    created_at: at(45),
  });
  ids['review'] = await plant.put('review', {
    episode_id: episode,
    meeting_id: null,
    held_on: day(15),
    decision: 'continue',
    next_on: day(-40),
    recorded_by: by,
    recorded_at: at(15),
  });
  await plant.put('goal_score', {
    review_id: ids['review'],
    goal_id: ids['goal'],
    episode_id: episode,
    score_then: 3,
    score_now: 5,
    rag: 'A',
  });
}

async function plantChronology({ plant, cast, ids }: Scene): Promise<void> {
  const event = {
    person_id: ids['child'],
    category: 'significant event',
    source: 'school',
    added_by: cast.staff['leadElsewhere'],
    added_at: at(20),
    removed_because: null,
  };
  ids['event'] = await plant.put('chronology_event', { ...event, happened_on: day(100) });
  ids['hiddenEvent'] = await plant.put('chronology_event', { ...event, happened_on: day(99), hidden_from_family: true });
  ids['thirdPartyEvent'] = await plant.put('chronology_event', { ...event, happened_on: day(98), third_party: true });
  ids['socialEvent'] = await plant.put('chronology_event', { ...event, happened_on: day(97), open_to: 'social care' });
}
