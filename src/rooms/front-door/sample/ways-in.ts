import type { Loader } from '../../../platform/db/bulk-load.ts';
import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { caseworkSample } from '../../casework/sample.ts';
import type { Scene } from '../../people/sample.ts';
import { tellContact } from './contact-story.ts';
import type { Referrer } from './referrers.ts';

const { takeFamily, worryFor } = caseworkSample;
const hour = 3_600_000;

const told = (channel: string, source_code: string, more: Partial<Referrer>): Referrer => ({
  channel,
  source_code,
  referrer_staff_id: null,
  referrer_agency_id: null,
  referrer_name: null,
  referrer_role: '',
  referrer_agency_name: null,
  referrer_phone: null,
  referrer_email: null,
  relationship_to_child: '',
  anonymous: false,
  wishes_feedback: true,
  ...more,
});

type Way = { hoursAgo: number; referrer: Referrer; most: number };

/** One open contact that came this way; its id and the child it is about. */
function open(scene: Scene, sheets: RowSheets, { hoursAgo, referrer, most }: Way): { id: string; childId: string; at: Date } | null {
  const family = takeFamily(scene, (one) => one.children.length === 1);
  if (!family) return null;
  const { worry, child } = worryFor(scene, family, '1A', (it) => it.level <= most);
  const id = scene.random.uuid();
  const at = new Date(scene.now.getTime() - hoursAgo * hour);
  tellContact(scene, sheets, { id, state: 'SUBMITTED', receivedAt: at, referrer, family, worry, about: [child.id] });
  return { id, childId: child.id, at };
}

/** What came other ways: a call, a family's own request, two calls of the night, work another council hands on, a health concern in care. */
export function tellWaysIn(scene: Scene, sheets: RowSheets): void {
  if (scene.batch > 0) return;
  tellCall(scene, sheets);
  tellSelf(scene, sheets);
  tellNight(scene, sheets);
  tellTransfer(scene, sheets);
  tellHealth(scene, sheets);
}

function tellCall(scene: Scene, sheets: RowSheets): void {
  const caller = told('PHONE', '1B', {
    referrer_name: 'Rosa Ferreira',
    referrer_role: 'Neighbour',
    referrer_phone: '020 7946 0712',
    relationship_to_child: 'Lives next door',
  });
  const call = open(scene, sheets, { hoursAgo: 2.5, referrer: caller, most: 3 });
  if (!call) return;
  sheets.add('phone_record', {
    contact_id: call.id,
    call_began_at: call.at,
    taken_by: scene.staff('contact-officer').id,
    call_back_number: '020 7946 0712',
    safe_to_call_back: 'yes',
    call_back_note: 'After six, when the children are in bed',
    asked: '{danger,cut-off,who,what,now,others,known,next}',
  });
}

function tellSelf(scene: Scene, sheets: RowSheets): void {
  const parent = told('SELF', '1A', {
    referrer_role: 'Parent, for their family',
    referrer_phone: '07700 900347',
    relationship_to_child: 'I am the parent',
  });
  const asked = open(scene, sheets, { hoursAgo: 6, referrer: parent, most: 2 });
  if (!asked) return;
  sheets.add('safe_contact', {
    contact_id: asked.id,
    who: 'parent',
    how: 'text',
    reach: '07700 900347',
    good_times: 'Weekdays between ten and two',
    never: 'Never call the landline, and never come to the house without a text first.',
    may_leave_message: false,
    may_say_who: false,
  });
}

function tellNight(scene: Scene, sheets: RowSheets): void {
  const night = scene.staff('night-worker').id;
  const list = scene.random.uuid();
  const madeAt = new Date(scene.now.getTime() - 1.2 * hour);
  sheets.add('out_of_hours_list', { id: list, for_day: madeAt.toISOString().slice(0, 10), made_at: madeAt });
  sheets.add('clock', {
    rule_key: 'C02E',
    subject_kind: 'out-of-hours-list',
    subject_id: list,
    started_at: madeAt,
    due_at: new Date(madeAt.getTime() + 2 * hour),
    warn_at: new Date(madeAt.getTime() + 1.6 * hour),
    met_at: null,
    cancelled_at: null,
  });
  const calls = [
    {
      hoursAgo: 9,
      who: 'Custody sergeant',
      role: 'Police officer',
      left: 'Mother is in custody until noon. Speak with the grandmother before school and see the child today.',
    },
    { hoursAgo: 7, who: 'Night nurse', role: 'Emergency nurse', left: 'Ask the ward for the injury report and tell the health visitor.' },
  ];
  for (const call of calls) {
    const caller = told('OUT_OF_HOURS', '5A', { referrer_name: call.who, referrer_role: call.role, referrer_phone: '020 7946 0655' });
    const taken = open(scene, sheets, { hoursAgo: call.hoursAgo, referrer: caller, most: 4 });
    if (!taken) continue;
    sheets.add('out_of_hours_record', {
      contact_id: taken.id,
      taken_by: night,
      taken_at: taken.at,
      left_for_day: call.left,
      child_is_where: 'At home with the grandmother',
      list_id: list,
    });
    const done = { contact_id: taken.id, done_by: night, with_whom: 'Duty inspector', outcome: 'The child was seen and was asleep' };
    const after = new Date(taken.at.getTime() + 0.4 * hour);
    sheets.add('immediate_action', {
      ...done,
      done_at: after,
      kind: 'called the police',
      what: 'Asked for a welfare check at the address',
      written_at: after,
    });
  }
}

function tellTransfer(scene: Scene, sheets: RowSheets): void {
  const worker = told('TRANSFER_IN', '5C', {
    referrer_name: 'Ines Moreau',
    referrer_role: 'Social worker',
    referrer_agency_name: 'Marlowe Borough Council',
    referrer_phone: '01632 960412',
    relationship_to_child: 'Allocated worker until the move',
  });
  const moved = open(scene, sheets, { hoursAgo: 5, referrer: worker, most: 3 });
  if (!moved) return;
  sheets.add('transfer_in', {
    contact_id: moved.id,
    from_council: 'Marlowe Borough Council',
    their_reference: 'MB-48213',
    worker_name: 'Ines Moreau',
    worker_phone: '01632 960412',
    moved_on: new Date(scene.now.getTime() - 9 * 24 * hour).toISOString().slice(0, 10),
    documents_had: 'Chronology, current plan',
    documents_awaited: 'Minutes of the last conference',
  });
  const started = {
    rule_key: 'C02T',
    subject_kind: 'transfer-in',
    subject_id: moved.id,
    started_at: moved.at,
    met_at: null,
    cancelled_at: null,
  };
  sheets.add('clock', { ...started, due_at: new Date(scene.now.getTime() + 8 * hour), warn_at: new Date(scene.now.getTime() + 3 * hour) });
  const due = (days: number): string => new Date(scene.now.getTime() + days * 24 * hour).toISOString().slice(0, 10);
  sheets.add('transfer_in_date', { contact_id: moved.id, what: 'Core group', due_on: due(-1), because: 'Date of the other council' });
  sheets.add('transfer_in_date', {
    contact_id: moved.id,
    what: 'Transfer-in child protection conference',
    due_on: due(21),
    because: 'Working Together: within 15 working days of being told',
  });
}

function tellHealth(scene: Scene, sheets: RowSheets): void {
  const nurse = scene.staff('care-nurse');
  const teller = told('HEALTH_TRIGGER', '3D', {
    referrer_staff_id: nurse.id,
    referrer_agency_id: nurse.agencyId,
    referrer_name: nurse.name,
    referrer_role: nurse.jobTitle,
    referrer_agency_name: 'Borough community health trust',
    relationship_to_child: "Works with the child's health",
  });
  const concern = open(scene, sheets, { hoursAgo: 4, referrer: teller, most: 3 });
  if (!concern) return;
  sheets.add('health_trigger', {
    contact_id: concern.id,
    person_id: concern.childId,
    reason: 'Missed health appointments',
    health_issue: 'Three appointments in a row were missed since the move to the new carers; the last review asked for a hearing test.',
    legal_status: 'V2',
    legal_status_since: new Date(scene.now.getTime() - 120 * 24 * hour).toISOString().slice(0, 10),
    placed_with: 'Foster carers',
    raised_by: nurse.id,
    raised_at: concern.at,
  });
  sheets.add('involvement', {
    person_id: concern.childId,
    agency_id: nurse.agencyId,
    staff_id: nurse.id,
    role: 'Nurse for children in care',
    opens: 'identity',
    started_on: new Date(scene.now.getTime() - 110 * 24 * hour).toISOString().slice(0, 10),
    source: 'Recorded here',
    confirmed_at: scene.now,
    because_kind: 'typed',
  });
}

/** Once all is loaded: how the children of each transfer stood, by the names their contact gives them. */
export async function completeWaysIn(loader: Loader): Promise<void> {
  await loader.query(`insert into transfer_in_child (contact_person_id, contact_id, status, category, since)
    select p.id, p.contact_id, 'child protection plan', 'Neglect', current_date - 140 from contact_person p join transfer_in t on t.contact_id = p.contact_id
     where p.part <> 'adult' on conflict do nothing`);
}
