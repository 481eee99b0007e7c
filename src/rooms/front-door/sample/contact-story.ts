import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { caseworkSample, type SampleWorry } from '../../casework/sample.ts';
import { peopleSample, type Population, type SampleFamily, type SamplePerson, type Scene } from '../../people/sample.ts';
import { levels, outcomeOf, type OutcomeCode } from '../decision.ts';
import { professionalDisagrees, publicDisagrees } from '../feedback/telling.ts';
import { hubPlots, tellHubPlot, type HubPlot } from './hub.ts';
import type { Referrer } from './referrers.ts';
import { tellRequests } from './returns.ts';

const { clockRow, fullName, told } = caseworkSample;

export type ContactPlot = {
  id: string;
  state: 'SUBMITTED' | 'MATCHING' | 'SCREENING' | 'RETURNED_TO_REFERRER' | 'TRIAGE_MASH' | 'DECIDED' | 'CLOSED';
  receivedAt: Date;
  referrer: Referrer;
  family: SampleFamily;
  worry: SampleWorry;
  /** The children it is really about; brothers and sisters are named too and have decisions of their own. */
  about: readonly string[];
  outcome?: OutcomeCode;
  ledTo?: { kind: string; id: string };
  heldBy?: string;
  danger?: boolean;
  /** The referrer wrote things down wrongly: a misspelt name, day and month the other way round. */
  careless?: boolean;
  /** The carer as the contact names them; known once the contact is told. */
  carerNamed?: string;
  /** How far the hub has come with it, for a contact that asked for a picture; without it agencies are asked and answers come in. */
  hub?: HubPlot;
};

/** One contact as it is told: the scene, the sheets, the plot, and the person ids of those it names. */
type Telling = { scene: Scene; sheets: RowSheets; plot: ContactPlot; child: SamplePerson };

const decidedStates = new Set<ContactPlot['state']>(['DECIDED', 'CLOSED', 'TRIAGE_MASH']);
const recognisedStates = new Set<ContactPlot['state']>(['SCREENING', 'RETURNED_TO_REFERRER', 'TRIAGE_MASH', 'DECIDED', 'CLOSED']);

/** Writes one whole contact: as raised, who it names, who they are, and as far as it came the decision for each child and what the referrer was told. */
export function tellContact(scene: Scene, sheets: RowSheets, plot: ContactPlot): void {
  const child = plot.family.children.find((it) => it.id === plot.about[0]) ?? plot.family.children[0];
  if (!child) return;
  const telling: Telling = { scene, sheets, plot, child };
  const usual = (plot.worry.level === 4 ? 2 : 5) + scene.random.next() * (scene.random.chance(0.07) ? 40 : 14);
  const took = plot.hub ? hubPlots[plot.hub].tookHours : usual;
  const decidedAt = new Date(Math.min(plot.receivedAt.getTime() + took * 3_600_000, scene.now.getTime() - 120_000));
  const closedAt = plot.state === 'CLOSED' ? new Date(Math.min(decidedAt.getTime() + 3_600_000, scene.now.getTime() - 60_000)) : null;
  tellRaised(telling, closedAt);
  clockRow(sheets, 'C02', 'contact', plot.id, plot.receivedAt, plot.state === 'DECIDED' || plot.state === 'CLOSED' ? decidedAt : null);
  const named = tellNamed(telling, decidedAt);
  if (decidedStates.has(plot.state)) for (const one of named) tellDecision(telling, one, decidedAt);
  if (closedAt !== null) tellFeedback(telling, closedAt);
}

function tellRaised({ scene, sheets, plot, child }: Telling, closedAt: Date | null): void {
  const { worry, random } = { worry: plot.worry, random: scene.random };
  const police = plot.referrer.source_code === '6';
  sheets.add('contact', {
    id: plot.id,
    reference: reference(scene),
    state: plot.state,
    received_at: plot.receivedAt,
    recorded_at: plot.receivedAt,
    ...plot.referrer,
    immediate_danger: plot.danger ?? false,
    whereabouts_known: 'yes',
    last_seen: police ? 'At home, by the officers' : 'At school today',
    safe_to_contact_parents: worry.level === 4 ? 'no' : 'yes',
    risk_to_worker: worry.key === 'domestic-abuse' ? 'Former partner may be near the address' : null,
    what_happened: told(
      worry.happened[plot.referrer.source_code === worry.from[0] ? (worry.from.length > 1 ? 0 : random.below(2)) : 1] ?? '',
      child,
    ),
    when_where: police ? 'At the home address, last night' : 'At school, over the last weeks',
    child_said: random.pick(worry.said),
    impact_on_child: told(worry.impact, child),
    history_known: random.chance(0.4) ? 'We have worried about this family before.' : null,
    working_well: told(worry.well, child),
    support_tried: worry.tried,
    what_would_help: worry.helpWanted,
    level_believed: random.chance(0.85) ? worry.level : null,
    level_why: told(worry.impact, child),
    parents_informed: worry.level === 4 || police ? 'no' : 'yes',
    agreement_obtained: worry.level === 4 || police ? 'no' : random.chance(0.8) ? 'yes' : 'not known',
    agreement_by_whom: worry.level === 4 || police ? null : fullName(plot.family.carer),
    agreement_why_not: worry.level === 4 ? 'Asking could put the child at more risk.' : police ? 'Police notification' : null,
    child_told_and_view: random.chance(0.5) ? 'Knows, and is relieved.' : null,
    held_by: plot.heldBy ?? null,
    held_since: plot.heldBy ? new Date(Math.max(plot.receivedAt.getTime(), scene.now.getTime() - 2_700_000)) : null,
    closed_at: closedAt,
  });
  for (const category of worry.categories) sheets.add('contact_category', { contact_id: plot.id, category });
}

/** References count on from C-2001 across the batches of a load. */
const lastReference = new WeakMap<object, number>();
function reference(scene: Scene): string {
  const next = (lastReference.get(scene.loader) ?? 2000) + 1;
  lastReference.set(scene.loader, next);
  return `C-${next}`;
}

/** The last reference given in a load; the sequence goes on from there. */
export const lastReferenceOf = (loader: object): number => lastReference.get(loader) ?? 2000;

type Known = { addresses: Map<string, Population['addresses'][number]>; nhsNumbers: Map<string, string> };
const batches = new WeakMap<Population, Known>();

/** Where the people of a batch live and their NHS numbers, looked up once. */
function knownOf(people: Population): Known {
  const before = batches.get(people);
  if (before) return before;
  const made: Known = {
    addresses: new Map(people.addresses.filter((it) => it.to === null).map((it) => [it.personId, it])),
    nhsNumbers: new Map(people.identifiers.filter((it) => it.kind === 'nhs-number').map((it) => [it.personId, it.value])),
  };
  batches.set(people, made);
  return made;
}

type Named = { id: string; person: SamplePerson };

function tellNamed({ scene, sheets, plot }: Telling, by: Date): Named[] {
  const { family } = plot;
  const known = knownOf(scene.people);
  const address = known.addresses.get(family.carer.id);
  const place = { line1: address?.line1 ?? null, town: address?.town ?? null, postcode: address?.postcode ?? null };
  const subjects = family.children.filter((it) => plot.about.includes(it.id));
  const children = [...subjects, ...family.children.filter((it) => !plot.about.includes(it.id))].slice(0, 4);
  const named = children.map((person, at): Named => {
    const id = scene.random.uuid();
    const wrong = plot.careless === true && at === 0;
    const nhs = known.nhsNumbers.get(person.id) ?? null;
    sheets.add('contact_person', {
      id,
      contact_id: plot.id,
      part: 'child',
      position: at + 1,
      given_name: wrong ? misheard(person.given ?? '') : person.given,
      family_name: person.family,
      date_of_birth: wrong ? turned(person) : dateOf(person),
      sex: person.sex,
      ethnicity: scene.random.chance(0.7) ? person.ethnicity : null,
      first_language: person.firstLanguage,
      nhs_number: !wrong && plot.referrer.source_code.startsWith('3') ? nhs : null,
      school: family.schoolOf(person.id)?.name ?? null,
      ...place,
      lives_with: fullName(family.carer),
      relationship: null,
      holds_responsibility: null,
      lives_here: null,
      phone: null,
    });
    return { id, person };
  });
  const adult = scene.random.uuid();
  plot.carerNamed = adult;
  sheets.add('contact_person', {
    id: adult,
    contact_id: plot.id,
    part: 'adult',
    position: named.length + 1,
    given_name: family.carer.given,
    family_name: family.carer.family,
    date_of_birth: null,
    sex: family.carer.sex,
    ethnicity: null,
    first_language: family.carer.firstLanguage,
    nhs_number: null,
    school: null,
    ...place,
    lives_with: null,
    relationship: family.carer.part === 'parent' ? (family.carer.sex === 'F' ? 'mother' : 'father') : 'carer',
    holds_responsibility: 'yes',
    lives_here: 'yes',
    phone: family.carer.phone,
  });
  const recognised = recognisedStates.has(plot.state)
    ? [...named, { id: adult, person: family.carer }]
    : plot.state === 'MATCHING'
      ? named.slice(0, 1)
      : [];
  for (const one of recognised) tellRecognition({ scene, sheets, plot, child: one.person }, one, by);
  return named;
}

/** The front door's officers are involved with everyone recognised until the contact closes. */
function tellRecognition({ scene, sheets, plot }: Telling, one: Named, by: Date): void {
  const officer = scene.staff('contact-officer-2');
  const at = new Date(Math.min(by.getTime(), plot.receivedAt.getTime() + 1_200_000));
  sheets.add('contact_recognition', {
    contact_person_id: one.id,
    contact_id: plot.id,
    person_id: one.person.id,
    how: 'same person',
    recognised_by: officer.id,
    recognised_at: at,
  });
  if (plot.state === 'CLOSED') return;
  sheets.add('involvement', {
    person_id: one.person.id,
    agency_id: officer.agencyId,
    team_id: officer.teamId,
    role: 'Front door screening',
    opens: 'identity',
    started_on: at.toISOString().slice(0, 10),
    source: 'Contact at the front door',
    confirmed_at: at,
    because_kind: 'contact',
    because_id: plot.id,
  });
}

/** A decision of their own for every child: what the contact is about, and for a brother or sister what was found of them. */
function tellDecision({ scene, sheets, plot, child }: Telling, one: Named, at: Date): void {
  const { worry } = plot;
  const subject = plot.about.includes(one.person.id);
  const code: OutcomeCode = subject ? (plot.outcome ?? 'ADVICE') : plot.state === 'TRIAGE_MASH' ? 'MASH' : 'NFA';
  const outcome = outcomeOf(code);
  const level = outcome.levels.includes(worry.level) ? worry.level : (outcome.levels.at(-1) ?? 2);
  const mine = subject ? level : plot.state === 'TRIAGE_MASH' ? level : 1;
  const id = scene.random.uuid();
  sheets.add('contact_decision', {
    id,
    contact_id: plot.id,
    contact_person_id: one.id,
    person_id: one.person.id,
    level: mine,
    factors: mine === 1 ? [] : worry.factors,
    analysis: subject
      ? told(worry.impact, one.person)
      : `${one.person.given} was seen and is well; nothing was said or seen that worries anyone.`,
    protective: told(worry.well, child),
    history: scene.random.chance(0.3) ? 'One earlier contact, closed with advice.' : null,
    outcome_code: code,
    rationale: subject ? told(worry.worried, one.person) : `No need of ${one.person.given}’s own was found.`,
    disagreement: scene.random.chance(0.05) ? 'The school believed it was a level higher.' : null,
    decided_by: scene.staff('front-door-manager').id,
    decided_at: at,
    led_to_kind: subject ? (plot.ledTo?.kind ?? null) : null,
    led_to_id: subject ? (plot.ledTo?.id ?? null) : null,
  });
  sheets.add('chronology_event', {
    person_id: one.person.id,
    happened_on: plot.receivedAt.toISOString().slice(0, 10),
    category: 'contact',
    description: `Contact at the front door: level ${mine}, ${outcome.label.toLowerCase()}`,
    source: 'Front door',
    added_by: null,
    added_at: at,
    automatic: true,
    hidden_from_family: true,
    linked_kind: 'contact',
    linked_id: plot.id,
  });
  if (outcome.opens === 'handover') tellHandover({ scene, sheets, plot, child: one.person }, id, at);
  if ((code === 'MASH' || plot.hub) && subject) tellEnquiry({ scene, sheets, plot, child }, one, at);
}

function tellEnquiry({ scene, sheets, plot }: Telling, one: Named, at: Date): void {
  const people = [
    { namedId: one.id, person: one.person, part: 'child' as const, born: dateOf(one.person) },
    ...(plot.carerNamed ? [{ namedId: plot.carerNamed, person: plot.family.carer, part: 'adult' as const, born: null }] : []),
  ];
  if (plot.hub) return tellHubPlot(scene, sheets, { plot: plot.hub, contactId: plot.id, at, receivedAt: plot.receivedAt, people });
  const id = scene.random.uuid();
  const by = scene.staff('front-door-manager').id;
  const why = 'Police and health may know more about the adults at home.';
  sheets.add('hub_enquiry', { id, contact_id: plot.id, rag: 'AMBER', purpose: why, opened_by: by, opened_at: at });
  sheets.add('hub_rag', { id: scene.random.uuid(), enquiry_id: id, rag: 'AMBER', reason: why, suggested_by: null, set_by: by, set_at: at });
  clockRow(sheets, 'C04', 'hub-enquiry', id, at, null);
  tellRequests(scene, sheets, { id, contactId: plot.id, purpose: why, openedAt: at, people });
}

function tellHandover({ scene, sheets, plot, child }: Telling, decisionId: string, at: Date): void {
  const id = scene.random.uuid();
  const worker = scene.patch.socialWorkers[0];
  const accepted = plot.state === 'CLOSED' ? new Date(Math.min(at.getTime() + 3_600_000, scene.now.getTime() - 60_000)) : null;
  sheets.add('contact_handover', {
    id,
    contact_id: plot.id,
    decision_id: decisionId,
    person_id: child.id,
    to_team_id: worker?.teamId ?? null,
    to_staff_id: null,
    to_name: 'Assessment team',
    how: 'in Goldthread',
    sent_by: scene.staff('front-door-manager').id,
    sent_at: at,
    accepted_by_name: accepted ? (worker?.name ?? null) : null,
    accepted_by: accepted ? (worker?.id ?? null) : null,
    accepted_at: accepted,
  });
  handovers.add(sheets, id, at, accepted);
}

const handovers = {
  /** One working day to accept (C02A, a rule of the front door's own migration). */
  add(sheets: RowSheets, id: string, at: Date, met: Date | null): void {
    const day = 86_400_000;
    const weekday = at.getUTCDay();
    const due = new Date(at.getTime() + (weekday === 5 ? 3 : weekday === 6 ? 2 : 1) * day);
    sheets.add('clock', {
      rule_key: 'C02A',
      subject_kind: 'contact-handover',
      subject_id: id,
      started_at: at,
      due_at: due,
      warn_at: new Date(due.getTime() - day / 5),
      met_at: met,
      cancelled_at: null,
    });
  },
};

function tellFeedback({ scene, sheets, plot }: Telling, at: Date): void {
  const { referrer } = plot;
  const words = outcomeOf(plot.outcome ?? 'ADVICE').forReferrer;
  const how = referrer.anonymous ? 'none' : referrer.referrer_staff_id ? 'page' : scene.random.chance(0.7) ? 'call' : 'letter';
  sheets.add('contact_feedback', {
    contact_id: plot.id,
    how,
    told: how === 'none' ? null : words,
    why: how === 'none' ? null : `We judged that ${levels.find((one) => one.level === plot.worry.level)?.words ?? 'needs are met'}.`,
    what_next: how === 'none' ? null : 'If anything changes or you worry again, tell us.',
    how_to_disagree: how === 'none' ? null : how === 'page' ? professionalDisagrees : publicDisagrees,
    not_told_because: how === 'none' ? 'The referrer did not give a name.' : null,
    given_by: scene.staff('contact-officer-2').id,
    given_at: at,
    read_at:
      how === 'page' && scene.random.chance(0.7) ? new Date(Math.min(at.getTime() + 86_400_000, scene.now.getTime() - 30_000)) : null,
  });
}

const dateOf = (person: SamplePerson): string | null => (person.bornOn === null ? null : peopleSample.isoDay(person.bornOn));

/** Day and month the other way round, where that is another real date; else a day out. */
function turned(person: SamplePerson): string | null {
  if (person.bornOn === null) return null;
  const [year = '', month = '', day = ''] = peopleSample.isoDay(person.bornOn).split('-');
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : peopleSample.isoDay(person.bornOn - 1);
}

/** A name as someone might write it who only heard it. */
const misheard = (name: string): string =>
  name
    .replace(/aa/i, 'a')
    .replace(/ee/, 'i')
    .replace(/([^aeiou])h/i, '$1')
    .replace(/(.)$/, (last) => (last === 'a' ? 'ah' : last === 'n' ? 'nn' : last));
