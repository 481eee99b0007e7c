import { randomUUID } from 'node:crypto';
import type { Planting, Row } from './planting.sample.ts';
import type { Cast } from './people.sample.ts';

const hour = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();

/** Who is on duty in the small world: a health visitor now, an early help worker in conflict and a police officer earlier, and a swap asked. */
export async function plantRota(plant: Planting, cast: Cast): Promise<void> {
  const turn = (staff: string, discipline: string, from: number, to: number): Promise<string> =>
    plant.put('duty_slot', {
      discipline,
      staff_id: cast.staff[staff],
      starts_at: hour(from),
      ends_at: hour(to),
      rostered_by: cast.staff['manager'],
      rostered_at: hour(50),
      withdrawn_because: null,
    });
  await turn('visitor', 'health', 2, -4);
  await turn('tafInConflict', 'health', 2, -4);
  await turn('policeOfficer', 'police', 30, 22);
  const offered = await turn('worker', 'social work', -24, -32);
  await plant.put('duty_swap', {
    slot_id: offered,
    asked_by: cast.staff['worker'],
    asked_of: cast.staff['workerWest'],
    asked_at: hour(1),
  });
}

/** What the workspace makes of one contact: a hold that ended, a question to health that waits, one the police answered, one taken back. */
export async function plantWorkspace(plant: Planting, cast: Cast, about: { contact: string; named: string; child: string }): Promise<Row> {
  await plant.put('contact_hold', {
    contact_id: about.contact,
    staff_id: cast.staff['officer'],
    taken_at: hour(5),
    ended_at: hour(4),
    ended_by: cast.staff['officer'],
  });
  const ask = async (discipline: string, facts: (id: string) => Row): Promise<string> => {
    const id = randomUUID();
    await plant.put('consult', {
      id,
      contact_id: about.contact,
      discipline,
      asked_by: cast.staff['officer'],
      asked_at: hour(3),
      answer: null,
      withdrawn_because: null,
      ...facts(id),
    });
    await plant.put('consult_person', { consult_id: id, contact_person_id: about.named, person_id: about.child });
    return id;
  };
  const consult = await ask('health', () => ({ state: 'ASKED', asked_of: cast.staff['visitorLookOver'] }));
  await ask('police', (id) => ({
    state: 'ANSWERED',
    asked_of: cast.staff['policeOfficer'],
    answer: plant.mark('consult', 'answer', id),
    answered_by: cast.staff['policeOfficer'],
    answered_at: hour(2),
  }));
  await ask('health', (id) => ({
    state: 'WITHDRAWN',
    asked_of: cast.staff['visitor'],
    withdrawn_at: hour(1),
    withdrawn_because: plant.mark('consult', 'withdrawn_because', id),
  }));
  return { consult };
}

/** The child handed over to child protection: not accepted, and managers have been told. */
export async function plantProtection(
  plant: Planting,
  cast: Cast,
  about: { contact: string; decision: string; child: string; strategy: string; team: string | undefined },
): Promise<Row> {
  const protection = await plant.put('protection_handover', {
    contact_id: about.contact,
    decision_id: about.decision,
    person_id: about.child,
    strategy_id: about.strategy,
    team_id: about.team,
    offered_by: cast.staff['manager'],
    offered_at: hour(3),
    escalated_at: hour(2),
  });
  await plant.put('protection_call', { handover_id: protection, called_by: cast.staff['manager'], called_at: hour(1) });
  return { protection };
}
