import type { Planting } from './planting.sample.ts';
import type { Cast } from './people.sample.ts';

const hour = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();

/** Everything a way in keeps beside a contact, planted beside one, and a second contact that the night took in; gives the second one's id. */
export async function plantWaysIn(
  plant: Planting,
  cast: Cast,
  about: { contact: string; named: string; child: string; name: string },
): Promise<string> {
  const { contact, named, child } = about;
  const { staff } = cast;
  await plant.put('phone_record', { contact_id: contact, call_began_at: hour(72), taken_by: staff['officer'], asked: [] });
  await plant.put('email_capture', { contact_id: contact, sha256: 'x', captured_by: staff['officer'], captured_at: hour(71) });
  await plant.put('safe_contact', { contact_id: contact, who: 'parent', how: 'call' });
  await plant.put('immediate_action', {
    contact_id: contact,
    done_at: hour(70),
    kind: 'visited',
    done_by: staff['officer'],
    written_at: hour(70),
  });
  await plant.put('transfer_in', {
    contact_id: contact,
    acknowledged_at: hour(60),
    acknowledged_by: staff['officer'],
    acknowledged_to: 'Them',
  });
  await plant.put('transfer_in_child', { contact_person_id: named, contact_id: contact, status: 'child in need' });
  await plant.put('transfer_in_date', { contact_id: contact, due_on: '2026-12-01' });
  await plant.put('health_trigger', {
    contact_id: contact,
    person_id: child,
    legal_status: 'C2',
    raised_by: staff['teacherA'],
    raised_at: hour(69),
    added_to: null,
  });
  const night = await plant.put('contact', {
    reference: `C-${about.name}-night`,
    state: 'SCREENING',
    received_at: hour(30),
    channel: 'OUT_OF_HOURS',
    recorded_by: staff['nightWorker'],
    held_by: staff['officer'],
  });
  const nightNamed = await plant.put('contact_person', { contact_id: night, part: 'child', position: 1 });
  await plant.put('contact_recognition', {
    contact_person_id: nightNamed,
    contact_id: night,
    person_id: child,
    how: 'same person',
    recognised_by: staff['officer'],
    recognised_at: hour(20),
  });
  // One morning a list: days of the past that no two families share
  const morning = new Date(Date.UTC(2020, 0, 1) + (plant.marks.size % 2_000) * 86_400_000).toISOString().slice(0, 10);
  const list = await plant.put('out_of_hours_list', { for_day: morning, made_at: hour(25) });
  await plant.put('out_of_hours_record', { contact_id: night, list_id: list, taken_by: staff['nightWorker'], taken_at: hour(30) });
  await plant.put('immediate_action', {
    contact_id: night,
    done_at: hour(29),
    kind: 'called the police',
    done_by: staff['nightWorker'],
    written_at: hour(29),
  });
  await plantRouting(plant, [contact, night]);
  return night;
}

/** One rule of the world, and where it sent these contacts. */
async function plantRouting(plant: Planting, contacts: readonly string[]): Promise<void> {
  const rule = await plant.put('routing_rule', {
    key: `world-${contacts[0]}`,
    position: 500,
    lane: 'general',
    priority: 3,
    valid_from: '2020-01-01',
    proposed_at: hour(900),
    agreed_at: hour(900),
    refused_why: null,
  });
  for (const contact of contacts)
    await plant.put('contact_routing', {
      contact_id: contact,
      number: 1,
      rule_id: rule,
      lane: 'general',
      priority: 3,
      rag_reason: null,
      routed_at: hour(1),
    });
}
