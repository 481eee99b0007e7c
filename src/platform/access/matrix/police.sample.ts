import { randomUUID } from 'node:crypto';
import type { Planting, Row } from './planting.sample.ts';
import type { Cast } from './people.sample.ts';

const hour = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();
const before = new WeakMap<Planting, string>();

/** What the police told of a family and what the front door made of it: a notification with its people, a rule of safe contact, a colour, a
 *  telling, a question they have not answered, and a proposal that it repeats the family's before. `force` is the agency that told: whoever
 *  tells of a child reads their own words even when the child is hidden later, so a hidden child is told of by another. */
export async function plantPolice(plant: Planting, cast: Cast, about: { contact: string; named: string; force: string }): Promise<Row> {
  const officer = cast.staff['officer'];
  const police = cast.agencies[about.force];
  const ids: Row = {};
  ids['policeFile'] = await plant.put('police_file', {
    agency_id: police,
    size_bytes: 10,
    sha256: randomUUID(),
    heading: ['policeRef'],
    uploaded_by: cast.staff['policeOfficer'],
    uploaded_at: hour(9),
  });
  await plant.put('police_reject', {
    file_id: ids['policeFile'],
    row_number: 1,
    cells: [plant.mark('police_reject', 'cells', `${String(ids['policeFile'])}|1`)],
    reasons: ['incidentAt: Say when it happened'],
  });
  ids['policeNotification'] = await plant.put('police_notification', {
    agency_id: police,
    police_ref: randomUUID(),
    version: 1,
    state: 'TAKEN',
    received_at: hour(8),
    received_by: cast.staff['policeOfficer'],
    incident_type: 'DA',
    incident_at: hour(12),
    dash_risk: 'high',
    police_grade: 'AMBER',
    marac: true,
    contact_id: about.contact,
    taken_at: hour(8),
  });
  await plant.put('police_person', {
    notification_id: ids['policeNotification'],
    position: 0,
    role: 'child present',
    sex: 'F',
    only_by: 'phone',
    contact_person_id: about.named,
  });
  await plantWork(plant, about, { officer, police, notification: String(ids['policeNotification']) }, ids);
  return ids;
}

async function plantWork(
  plant: Planting,
  about: { contact: string; named: string },
  who: { officer: string | undefined; police: string | undefined; notification: string },
  ids: Row,
): Promise<void> {
  const named = { contact_id: about.contact, contact_person_id: about.named };
  await plant.put('safe_contact_rule', {
    ...named,
    channel: 'letter',
    rule: 'never',
    told_by: 'staff',
    set_by: who.officer,
    set_at: hour(7),
  });
  ids['triageMeeting'] = await plant.put('triage_meeting', {
    held_on: hour(6).slice(0, 10),
    opened_by: who.officer,
    opened_at: hour(6),
    closed_by: who.officer,
    closed_at: hour(5),
    held_over: 0,
  });
  await plant.put('triage_attendance', { meeting_id: ids['triageMeeting'], position: 1 });
  await plant.put('incident_triage', {
    contact_id: about.contact,
    colour: 'AMBER',
    outcome: 'QUEUE',
    meeting_id: ids['triageMeeting'],
    triaged_by: who.officer,
    triaged_at: hour(6),
  });
  await plant.put('incident_telling', {
    ...named,
    told_to: 'school',
    to_name: 'A school',
    channel: 'phone',
    told_by: who.officer,
    told_at: hour(4),
    rules_shown: [],
  });
  ids['policeQuestion'] = await plant.put('police_question', {
    contact_id: about.contact,
    notification_id: who.notification,
    agency_id: who.police,
    kind: 'children',
    asked_by: who.officer,
    asked_at: hour(3),
    answer: null,
    answered_by: null,
    answered_at: null,
  });
  const earlier = before.get(plant);
  if (earlier)
    await plant.put('incident_join', {
      contact_id: about.contact,
      earlier_contact_id: earlier,
      reasons: ['The same address'],
      found_at: hour(8),
    });
  before.set(plant, about.contact);
}
