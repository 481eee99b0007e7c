import type { Planting, Row } from './planting.sample.ts';
import type { Cast } from './people.sample.ts';

const hour = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();

/** The hub's enquiry about a contact: police answered and released, the first school still writes, a charity said nothing yet, and one item asks to leave the hub. */
export async function plantEnquiry(plant: Planting, cast: Cast, about: { contact: string; named: string; child: string }): Promise<Row> {
  const enquiry = await plant.put('hub_enquiry', {
    contact_id: about.contact,
    state: 'GATHERING',
    rag: 'AMBER',
    opened_by: cast.staff['manager'],
    opened_at: hour(20),
  });
  await plant.put('hub_rag', { enquiry_id: enquiry, rag: 'AMBER', set_by: cast.staff['manager'], set_at: hour(20) });
  const ask = async (agency: string, discipline: string, state: string): Promise<{ request: string; about: string }> => {
    const request = await plant.put('information_request', {
      enquiry_id: enquiry,
      contact_id: about.contact,
      agency_id: cast.agencies[agency],
      discipline,
      rag: 'AMBER',
      state,
      asked_by: cast.staff['officer'],
      asked_at: hour(19),
    });
    const person = await plant.put('information_request_person', {
      request_id: request,
      contact_person_id: about.named,
      person_id: about.child,
      part: 'child',
    });
    return { request, about: person };
  };
  const police = await ask('police', 'police', 'RETURNED_INFO');
  const school = await ask('schoolA', 'education', 'ACKNOWLEDGED');
  const charity = await ask('charity', 'voluntary', 'SENT');
  await plant.put('information_request_chase', {
    request_id: charity.request,
    how: 'by telephone',
    chased_by: cast.staff['officer'],
    chased_at: hour(1),
  });
  const released = await answer(plant, police, { agency: cast.agencies['police'], by: cast.staff['policeOfficer'], released: true });
  const unreleased = await answer(plant, school, {
    agency: cast.agencies['schoolA'],
    by: cast.staff['safeguardingLeadA'],
    released: false,
  });
  const onward = await plant.put('line_release', {
    line_id: released.line,
    request_id: police.request,
    agency_id: cast.agencies['police'],
    asked_by: cast.staff['officer'],
    asked_at: hour(2),
  });
  return {
    enquiry,
    police: police.request,
    school: school.request,
    charity: charity.request,
    released: released.line,
    unreleased: unreleased.line,
    onward,
  };
}

async function answer(
  plant: Planting,
  asked: { request: string; about: string },
  by: { agency: string | undefined; by: string | undefined; released: boolean },
): Promise<{ line: string }> {
  const id = await plant.put('agency_return', {
    request_id: asked.request,
    agency_id: by.agency,
    number: 1,
    known: 'yes',
    written_by: by.by,
    written_at: hour(10),
    released_by: by.released ? by.by : null,
    released_at: by.released ? hour(9) : null,
  });
  const line = await plant.put('return_line', {
    return_id: id,
    request_id: asked.request,
    agency_id: by.agency,
    about_id: asked.about,
    position: 1,
    question: 'known',
    kind: 'fact',
    sensitivity: 'OPEN_TO_HUB',
    releasable: 'ASK',
  });
  return { line };
}
