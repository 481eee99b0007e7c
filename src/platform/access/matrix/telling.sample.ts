import { randomUUID } from 'node:crypto';
import type { Cast } from './people.sample.ts';
import type { Planting, Row } from './planting.sample.ts';

const hour = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();

/** What a referrer was sent, and a disagreement between the first school and the council that has climbed to the stage given: somebody of each
 *  side speaks, one row names somebody of neither, and one is against the police, who have no manager here. */
export async function plantTelling(plant: Planting, cast: Cast, about: { contact: string; stage: number }): Promise<Row> {
  const notification = await plant.put('notification', {
    template: 'concern-answered',
    channel: 'email',
    about_kind: 'contact',
    about_id: about.contact,
    asked_by: cast.staff['officer'],
    asked_at: hour(1),
    state: 'WAITING',
  });
  await plant.put('notification_envelope', {
    notification_id: notification,
    words: { reference: plant.mark('notification_envelope', 'words', notification) },
  });
  await plant.put('answer_link', { contact_id: about.contact, made_at: hour(1), runs_out_at: hour(-300) });
  const disagreement = await dispute(plant, cast, { ...about, against: 'council', speaks: 'worker' });
  const withPolice = await dispute(plant, cast, { ...about, stage: 1, against: 'police', speaks: null });
  return { disagreement, withPolice };
}

interface Dispute {
  contact: string;
  stage: number;
  against: string;
  speaks: string | null;
}

async function dispute(plant: Planting, cast: Cast, { contact, stage, against, speaks }: Dispute): Promise<string> {
  const raiser = cast.staff['teacherA'];
  const id = await plant.put('disagreement', {
    reference: `D-${randomUUID()}`,
    contact_id: contact,
    raised_by: raiser,
    raised_agency_id: cast.agencies['schoolA'],
    against_agency_id: cast.agencies[against],
    at_risk: false,
    stage,
    state: 'OPEN',
    raised_at: hour(30),
    proposed_outcome: null,
    proposed_words: null,
    proposed_learning: null,
    proposed_side: null,
    outcome: null,
    outcome_words: null,
    learning: null,
  });
  for (let reached = 1; reached <= stage; reached += 1)
    await plant.put('disagreement_stage', { disagreement_id: id, stage: reached, began_at: hour(30 - reached), began_by: raiser });
  const party = { disagreement_id: id, from_stage: 1, named_by: raiser, named_at: hour(20) };
  await plant.put('disagreement_party', { ...party, staff_id: raiser, side: 'raised' });
  await plant.put('disagreement_party', { ...party, staff_id: cast.staff['lead'], side: 'against' });
  if (speaks) await plant.put('disagreement_party', { ...party, staff_id: cast.staff[speaks], side: 'against' });
  await plant.put('disagreement_word', { disagreement_id: id, stage: 1, side: 'raised', kind: 'said', said_by: raiser, said_at: hour(9) });
  return id;
}
