import { randomUUID } from 'node:crypto';
import type { Family } from './family.sample.ts';
import type { Cast } from './people.sample.ts';
import type { Planting } from './planting.sample.ts';

const at = (daysAgo: number): string => new Date(Date.now() - daysAgo * 86_400_000).toISOString();
const evidence = {
  factors: [{ field: 'Sex', words: 'The same sex', againstUnrelated: 0.6, againstFamily: 0.6 }],
  score: 1,
  likeliest: 'same person',
  veto: null,
};

/** A question of the review desk about each family's child and mother, with a record, an assertion, readings, a request, a label, a draw, a life
 *  that cannot be, and a measurement. One index officer has answered each; of the open family one is being read. */
export async function plantReview(plant: Planting, { staff, agencies }: Cast, families: readonly Family[]): Promise<void> {
  const draw = await plant.put('sample_draw', { drawn_on: '2026-11-01', stratum: 'middle', population: 9, drawn: 2, model_version: 'm' });
  const run = await plant.put('quality_run', {
    kind: 'implausible lives',
    state: 'done',
    asked_by: staff['indexOfficer'],
    finished_at: at(1),
  });
  await plant.put('quality_figure', { run_id: run, measure: 'implausible lives', part: 'two schools', numerator: 1, denominator: 10 });
  for (const [place, family] of families.entries()) await plantQuestion({ plant, staff, agencies, family, place, draw, run });
}

interface Planted {
  plant: Planting;
  staff: Cast['staff'];
  agencies: Cast['agencies'];
  family: Family;
  place: number;
  draw: string;
  run: string;
}

async function plantQuestion({ plant, staff, agencies, family, place, draw, run }: Planted): Promise<void> {
  const { child, mother } = family.ids;
  const record = await plant.put('source_record', {
    person_id: child,
    agency_id: agencies['schoolA'],
    local_id: `R-${family.name}`,
    upn: null,
    nhs_number: null,
    feed_id: null,
  });
  await plant.put('source_key', {
    local_id: `R-${family.name}`,
    row_hash: 'x',
    feed_id: await aFeed(plant, agencies),
    record_id: record,
    person_id: child,
  });
  const isOpen = family.name === 'open';
  const needsSecondReader = place % 2 === 0 && !isOpen;
  const question = await plant.put('link_question', {
    person_id: child,
    other_person_id: mother,
    source_record_id: record,
    agency_id: agencies['schoolA'],
    kind: 'duplicate',
    harm: place % 5 === 4 ? 'shielded' : needsSecondReader ? 'twins' : 'ordinary',
    needs_second_reader: needsSecondReader,
    model_version: 'm',
    score: 1,
    evidence,
    worth: 1,
    settled_at: place % 3 === 2 ? at(1) : null,
    settled_as: place % 3 === 2 ? 'not the same person' : null,
    held_by: isOpen ? staff['indexReader'] : null,
    held_until: isOpen ? at(-1) : null,
  });
  family.ids['linkQuestion'] = question;
  if (isOpen)
    for (const person of [child, mother])
      await plant.put('index_look', { staff_id: staff['indexReader'], person_id: person, runs_out_at: at(-1), looked_at: at(0) });
  const read = { person_id: child, question_id: question, asks_for: null, answer: 'same person', read_at: at(1) };
  await plant.put('link_reading', { ...read, reader_id: staff['indexOfficer'] });
  if (place % 4 === 0) await plant.put('link_reading', { ...read, reader_id: staff['shieldOfficer'] });
  const request = randomUUID();
  await plant.put('link_request', {
    id: request,
    answer: plant.mark('link_request', 'answer', `${child}|${request}`),
    person_id: child,
    question_id: question,
    agency_id: agencies['schoolA'],
    checks: ['address'],
    asked_by: staff['indexOfficer'],
    due_on: '2030-01-01',
    answered_at: at(0),
  });
  await plant.put('link_label', {
    question_id: question,
    kind: 'duplicate',
    harm: place % 5 === 4 ? 'shielded' : 'ordinary',
    features: [],
    score: 1,
    decision: 'same person',
    readers: [staff['indexOfficer']],
    model_version: 'm',
  });
  await plant.put('link_sample', { question_id: question, draw_id: draw, read_as: place % 2 === 0 ? 'same person' : null });
  const life = randomUUID();
  family.ids['life'] = await plant.put('implausible_life', {
    id: life,
    person_id: child,
    kind: place % 2 === 0 ? 'two schools' : 'one number on two people',
    other_person_id: place % 2 === 0 ? null : mother,
    facts: [plant.mark('implausible_life', 'facts', `${child}|${life}`)],
    found_on: '2026-11-01',
    run_id: run,
  });
}

async function aFeed(plant: Planting, agencies: Cast['agencies']): Promise<string> {
  return plant.put('feed', { agency_id: agencies['schoolA'], name: 'School feed', covers: 'Pupils', expected_every: '1 day' });
}
