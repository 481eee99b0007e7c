import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { caseworkSample } from '../../casework/sample.ts';
import type { SamplePerson, SampleStaff, Scene } from '../../people/sample.ts';
import { ragFacts, type Rag } from '../hub/enquiry.ts';

const { clockRow, fullName } = caseworkSample;
const minute = 60_000;

/** An enquiry of the hub as its requests need it: whom it is about, as the contact names them, and since when. */
export interface SampleEnquiry {
  id: string;
  contactId: string;
  purpose: string;
  rag?: Rag;
  openedAt: Date;
  people: readonly { namedId: string; person: SamplePerson; part: 'child' | 'adult'; born: string | null }[];
}

export interface Told {
  scene: Scene;
  sheets: RowSheets;
  enquiry: SampleEnquiry;
}

interface Asked {
  id: string;
  staff: SampleStaff;
  /** Ids of the people as this agency was told of them, in the order of the enquiry. */
  about: string[];
}

export type Line = {
  about?: number;
  question: string;
  kind: 'fact' | 'opinion' | 'allegation';
  words: string;
  /** When it happened, in days before the enquiry. */
  daysAgo?: number;
  source?: string;
  grade?: [grading: string, handling: string];
  reach?: [sensitivity: string, releasable: string];
};

/** What the hub asked of four agencies and how far each has come: police released, health is writing, a charity knows nothing, a school has not
 *  looked yet; and one item of the police is asked for outside the hub. */
export function tellRequests(scene: Scene, sheets: RowSheets, enquiry: SampleEnquiry): void {
  const told: Told = { scene, sheets, enquiry };
  const after = (minutes: number): Date => new Date(Math.min(enquiry.openedAt.getTime() + minutes * minute, scene.now.getTime() - minute));
  const police = ask(told, 'police-officer', 'police', 'RETURNED_INFO', after(150));
  const item = answer(told, police, after(150), policeLines);
  sheets.add('line_release', {
    id: scene.random.uuid(),
    line_id: item,
    request_id: police.id,
    agency_id: police.staff.agencyId,
    to_whom: 'Early help',
    purpose: 'So that the family support worker can plan visits with the mother’s safety in mind',
    asked_by: scene.staff('front-door-manager').id,
    asked_at: after(200),
  });
  answer(told, ask(told, 'health-visitor', 'health', 'ACKNOWLEDGED', null), null, healthLines);
  answer(told, ask(told, 'voluntary-worker', 'voluntary', 'RETURNED_NIL', after(55)), after(55), []);
  ask(told, 'primary-dsl', 'education', 'SENT', null);
}

/** Asks the agency a persona answers for; the request stands as told. */
export function ask(
  { scene, sheets, enquiry }: Told,
  key: string,
  discipline: string,
  state: string,
  answeredAt: Date | null,
  declined: string | null = null,
): Asked {
  const [id, staff, at] = [scene.random.uuid(), scene.staff(key), new Date(enquiry.openedAt.getTime() + 5 * minute)];
  const seenAt = state === 'SENT' ? null : new Date(Math.min(at.getTime() + 25 * minute, answeredAt?.getTime() ?? Number.MAX_SAFE_INTEGER));
  sheets.add('information_request', {
    id,
    enquiry_id: enquiry.id,
    contact_id: enquiry.contactId,
    agency_id: staff.agencyId,
    discipline,
    what_we_ask: `${enquiry.purpose} Please tell us what you know of the last 12 months, and what is going well.`,
    rag: enquiry.rag ?? 'AMBER',
    state,
    asked_by: scene.staff('front-door-manager').id,
    asked_at: at,
    acknowledged_by: seenAt ? staff.id : null,
    acknowledged_at: seenAt,
    answered_by: answeredAt ? staff.id : null,
    answered_at: answeredAt,
    decline_reason: declined,
  });
  clockRow(sheets, ragFacts[enquiry.rag ?? 'AMBER'].returns, 'information-request', id, at, answeredAt);
  const about = enquiry.people.map((one) => {
    const aboutId = scene.random.uuid();
    sheets.add('information_request_person', {
      id: aboutId,
      request_id: id,
      contact_person_id: one.namedId,
      person_id: one.person.id,
      part: one.part,
      name: fullName(one.person),
      date_of_birth: one.born,
      address: null,
    });
    return aboutId;
  });
  return { id, staff, about };
}

/** Writes a return with its items, released or still the agency's own; answers the id of its first item. */
export function answer({ scene, sheets, enquiry }: Told, asked: Asked, releasedAt: Date | null, lines: readonly Line[]): string {
  const returnId = scene.random.uuid();
  sheets.add('agency_return', {
    id: returnId,
    request_id: asked.id,
    agency_id: asked.staff.agencyId,
    number: 1,
    known: lines.some((line) => line.words !== 'Nothing known') ? 'yes' : 'no',
    written_by: asked.staff.id,
    written_at: releasedAt ?? new Date(enquiry.openedAt.getTime() + 40 * minute),
    released_by: releasedAt ? asked.staff.id : null,
    released_at: releasedAt,
  });
  const ids = lines.map((line, at) => {
    const id = scene.random.uuid();
    sheets.add('return_line', {
      id,
      return_id: returnId,
      request_id: asked.id,
      agency_id: asked.staff.agencyId,
      position: at + 1,
      about_id: line.about === undefined ? null : (asked.about.at(line.about) ?? null),
      question: line.question,
      kind: line.kind,
      words: line.words,
      happened_from:
        line.daysAgo === undefined ? null : new Date(enquiry.openedAt.getTime() - line.daysAgo * 1440 * minute).toISOString().slice(0, 10),
      source: line.source ?? null,
      grading: line.grade?.[0] ?? null,
      handling: line.grade?.[1] ?? null,
      sensitivity: line.reach?.[0] ?? 'OPEN_TO_HUB',
      releasable: line.reach?.[1] ?? 'YES',
    });
    return id;
  });
  return ids[0] ?? '';
}

const [child, adult] = [0, -1];
const ownersSay: [string, string] = ['OWNER_CONTROLLED', 'ASK'];

const policeLines: readonly Line[] = [
  {
    question: 'domestic-abuse',
    kind: 'fact',
    words: 'Two or three incidents: officers called twice since the summer, nobody arrested',
    source: 'Incident logs',
    reach: ['OPEN_TO_HUB', 'ASK'],
  },
  { about: adult, question: 'convictions', kind: 'fact', words: 'Nothing known' },
  {
    question: 'intelligence',
    kind: 'opinion',
    words: 'A former partner is thought to come to the address at weekends',
    grade: ['E4', '2'],
    reach: ownersSay,
  },
  {
    question: 'more',
    kind: 'allegation',
    words: 'A neighbour says that the children are left alone on Friday nights',
    source: 'Neighbour, by telephone',
    reach: ['HUB_ONLY', 'NO'],
  },
  { about: child, question: 'missing', kind: 'fact', words: 'Nothing known' },
];

const healthLines: readonly Line[] = [
  { question: 'involved', kind: 'fact', words: 'Worked with them before, not now: health visiting until each child began school' },
  { about: child, question: 'not-brought', kind: 'fact', words: 'Missed some: two of the last four appointments', source: 'Clinic record' },
  { question: 'strengths', kind: 'opinion', words: 'Takes up help that is offered' },
];
