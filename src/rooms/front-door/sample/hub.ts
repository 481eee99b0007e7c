import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { caseworkSample } from '../../casework/sample.ts';
import type { Scene } from '../../people/sample.ts';
import { ragFacts, type Rag } from '../hub/enquiry.ts';
import { answer, ask, type Line, type SampleEnquiry, type Told } from './returns.ts';

const { clockRow } = caseworkSample;
const minute = 60_000;

/** How far the hub has come with an enquiry of the demonstration, and how many hours after the contact it was opened. */
export const hubPlots = {
  /** Rated red after amber, late, everything in, and a second manager asked for. */
  second: { tookHours: 0.6 },
  /** Every answer in, one of them a reasoned no: to be decided. */
  complete: { tookHours: 2 },
  /** Decided; the agencies that answered are to be told, one never did. */
  telling: { tookHours: 20 },
} as const;
export type HubPlot = keyof typeof hubPlots;

interface HubStory {
  plot: HubPlot;
  contactId: string;
  /** When the picture was asked for; for one that is decided, when it was decided. */
  at: Date;
  receivedAt: Date;
  people: SampleEnquiry['people'];
}

/** Writes one enquiry as far as its plot has come. */
export function tellHubPlot(scene: Scene, sheets: RowSheets, story: HubStory): void {
  const openedAt = story.plot === 'telling' ? new Date(story.receivedAt.getTime() + 40 * minute) : story.at;
  const enquiry = { ...purposes[story.plot], id: scene.random.uuid(), contactId: story.contactId, openedAt, people: story.people };
  const told: Told = { scene, sheets, enquiry };
  const after = (minutes: number): Date => new Date(Math.min(openedAt.getTime() + minutes * minute, scene.now.getTime() - minute));
  tellers[story.plot](told, after, story.at);
}

type Teller = (told: Told, after: (minutes: number) => Date, decidedAt: Date) => void;

const purposes: Record<HubPlot, { purpose: string; rag: Rag }> = {
  second: { rag: 'RED', purpose: 'A weapon was named. We need to know who lives there and whether the child is safe tonight.' },
  complete: { rag: 'AMBER', purpose: 'We need to know who sees the child and what help the family has had.' },
  telling: { rag: 'AMBER', purpose: 'We need to know whether the worries of school are seen elsewhere.' },
};

const tellers: Record<HubPlot, Teller> = {
  second: (told, after) => {
    const { scene } = told;
    writeEnquiry(told, {
      second_asked_by: scene.staff('front-door-manager').id,
      second_asked_at: after(200),
      second_proposal:
        'Police found no weapon and the child was seen well at a grandparent’s. I propose advice to the school and a call on Monday.',
    });
    rated(told, 'AMBER', 'A quarrel was heard; nobody was hurt.', after(0));
    rated(told, 'RED', 'The neighbour now says that a knife was shown.', after(25), 'contact-officer');
    clockRow(told.sheets, 'C04', 'hub-enquiry', told.enquiry.id, after(0), null, after(25));
    answer(told, ask(told, 'police-officer', 'police', 'RETURNED_INFO', after(150)), after(150), policeFoundNothing);
    answer(told, ask(told, 'health-visitor', 'health', 'RETURNED_NIL', after(70)), after(70), []);
  },
  complete: (told, after) => {
    writeEnquiry(told, {});
    rated(told, 'AMBER', 'Third worry in a year.', after(0));
    answer(told, ask(told, 'health-visitor', 'health', 'RETURNED_INFO', after(180)), after(180), healthKnows);
    answer(told, ask(told, 'police-officer', 'police', 'RETURNED_NIL', after(90)), after(90), []);
    const charity = ask(
      told,
      'voluntary-worker',
      'voluntary',
      'DECLINED',
      after(240),
      'The mother asked us not to; we think she would stop coming.',
    );
    told.sheets.add('information_request_chase', {
      request_id: charity.id,
      how: 'by telephone',
      spoke_to: 'Yusuf Farah',
      note: 'Will ask the mother and answer today.',
      chased_by: told.scene.staff('contact-officer').id,
      chased_at: after(200),
    });
  },
  telling: (told, after, decidedAt) => {
    const { scene } = told;
    writeEnquiry(told, {
      decided_at: decidedAt,
      proceeded_without: 'Without Thread Together: they have had three reminders and health knows the family best.',
      proceeded_by: scene.staff('front-door-manager').id,
      proceeded_at: after(600),
    });
    rated(told, 'AMBER', 'School is worried and does not know what happens at home.', after(0));
    answer(told, ask(told, 'health-visitor', 'health', 'RETURNED_INFO', after(180)), after(180), healthKnows);
    answer(told, ask(told, 'police-officer', 'police', 'RETURNED_NIL', after(60)), after(60), []);
    ask(told, 'voluntary-worker', 'voluntary', 'SENT', null);
  },
};

function writeEnquiry({ scene, sheets, enquiry }: Told, more: Readonly<Record<string, string | Date | null>>): void {
  const { rag = 'AMBER' } = enquiry;
  sheets.add('hub_enquiry', {
    id: enquiry.id,
    contact_id: enquiry.contactId,
    rag,
    purpose: enquiry.purpose,
    family_told: rag === 'RED' ? 'not yet' : 'told',
    opened_by: scene.staff('contact-officer').id,
    opened_at: enquiry.openedAt,
    ...more,
  });
  const decidedAt = more['decided_at'];
  clockRow(sheets, ragFacts[rag].decision, 'hub-enquiry', enquiry.id, enquiry.openedAt, decidedAt instanceof Date ? decidedAt : null);
}

function rated({ scene, sheets, enquiry }: Told, rag: Rag, reason: string, at: Date, by = 'front-door-manager'): void {
  sheets.add('hub_rag', {
    id: scene.random.uuid(),
    enquiry_id: enquiry.id,
    rag,
    reason,
    suggested_by: null,
    set_by: scene.staff(by).id,
    set_at: at,
  });
}

const policeFoundNothing: readonly Line[] = [
  {
    question: 'domestic-abuse',
    kind: 'fact',
    words: 'Officers went at once: two adults, calm; no weapon found',
    daysAgo: 0,
    source: 'Officers at the address',
  },
  {
    about: 0,
    question: 'missing',
    kind: 'fact',
    words: 'Seen at a grandparent’s the same evening, well',
    daysAgo: 0,
    source: 'Officers at the address',
  },
  {
    question: 'more',
    kind: 'allegation',
    words: 'A caller who gave no name says that a knife was shown',
    grade: ['E5', '3'],
    reach: ['OWNER_CONTROLLED', 'ASK'],
  },
];

const healthKnows: readonly Line[] = [
  { question: 'involved', kind: 'fact', words: 'Working with them now: health visitor, seen at home last month', daysAgo: 30 },
  {
    about: 0,
    question: 'not-brought',
    kind: 'fact',
    words: 'Brought to every appointment this year',
    daysAgo: 12,
    source: 'Clinic record',
  },
  {
    about: -1,
    question: 'adult-health',
    kind: 'opinion',
    words: 'Low at times, and asks for help when she is',
    reach: ['OPEN_TO_HUB', 'ASK'],
  },
];
