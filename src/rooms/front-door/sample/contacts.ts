import { rowSheets, type RowSheets } from '../../../platform/db/row-sheets.ts';
import { caseworkSample } from '../../casework/sample.ts';
import type { Origin, SampleFamily, Scene } from '../../people/sample.ts';
import type { OutcomeCode } from '../decision.ts';
import { tellContact, type ContactPlot } from './contact-story.ts';
import { referrerFor } from './referrers.ts';
import { sampleTables } from './tables.ts';

const { moment, sourceFor, takeFamily, worryFor, worries } = caseworkSample;
const hour = 3_600_000;

/** Contacts that opened work, told from the end: closed, with the decision that led to it; some had been worried about before, some again since. */
export function tellOrigins(scene: Scene, sheets: RowSheets): void {
  for (const origin of scene.origins) {
    const worry = worries.find((it) => it.key === origin.worryKey);
    const child = origin.family.children.find((it) => it.id === origin.childIds[0]);
    if (!worry || !child) continue;
    const outcome: OutcomeCode = origin.kind === 'referral' ? 'REFERRAL_CSC' : 'EARLY_HELP';
    tellContact(scene, sheets, {
      id: origin.contactId,
      state: 'CLOSED',
      receivedAt: origin.receivedAt,
      referrer: referrerFor(scene, origin.source, origin.family, child),
      family: origin.family,
      worry,
      about: origin.childIds,
      outcome,
      ledTo: { kind: origin.kind, id: origin.id },
    });
    if (scene.random.chance(0.16)) again(scene, sheets, origin, -(20 + scene.random.below(250)), 'ADVICE');
    if (origin.kind === 'referral' && scene.random.chance(0.1))
      again(scene, sheets, origin, 10 + scene.random.below(60), 'PASS_TO_ALLOCATED');
  }
}

function again(scene: Scene, sheets: RowSheets, origin: Origin, days: number, outcome: OutcomeCode): void {
  const receivedAt = new Date(origin.receivedAt.getTime() + days * 24 * hour);
  if (receivedAt.getTime() > scene.now.getTime() - 3 * 24 * hour) return;
  const source = sourceFor(scene, origin.family);
  const { worry, child } = worryFor(scene, origin.family, source, (it) => (outcome === 'ADVICE' ? it.level <= 2 : true));
  tellContact(scene, sheets, {
    id: scene.random.uuid(),
    state: 'CLOSED',
    receivedAt,
    referrer: referrerFor(scene, source, origin.family, child),
    family: origin.family,
    worry,
    about: [child.id],
    outcome,
  });
}

/** Per 1,000 children and year: contacts that opened nothing, on top of those that did. About 100 in all, a guess from 38 referrals. */
const closedAYear = 37;
const lightly: readonly (readonly [OutcomeCode, number])[] = [
  ['NFA', 36],
  ['ADVICE', 26],
  ['SIGNPOST_DIRECTORY', 18],
  ['SIGNPOST_MENU', 10],
  ['SEND', 5],
  ['DUPLICATE', 3],
  ['OTHER_LA', 2],
];

/** Contacts of the last twelve months that ended with advice or nothing. */
export function tellClosed(scene: Scene, sheets: RowSheets, thousands: number): void {
  for (let at = 0; at < Math.round(closedAYear * thousands); at++) {
    const family = takeFamily(scene);
    if (!family) return;
    let left = scene.random.below(100);
    const outcome = lightly.find(([, weight]) => (left -= weight) < 0)?.[0] ?? 'ADVICE';
    const day = scene.today - 3 - scene.random.below(362);
    tellFresh(scene, sheets, family, { state: 'CLOSED', receivedAt: moment(scene, day, 8 + scene.random.next() * 10, true), outcome }, 2);
  }
}

type Fresh = Pick<ContactPlot, 'state' | 'receivedAt'> &
  Partial<Pick<ContactPlot, 'outcome' | 'heldBy' | 'danger' | 'careless' | 'hub'>> & { source?: string; pupilOf?: string };

/** A contact about one child of a family: a pupil of a persona's school, where `pupilOf` says whose. */
function tellFresh(
  scene: Scene,
  sheets: RowSheets,
  family: SampleFamily,
  { pupilOf, source: from, ...fresh }: Fresh,
  most: number,
): string {
  const source = from ?? sourceFor(scene, family);
  const pupils = family.children.filter(
    (child) => pupilOf === undefined || scene.safeguardingLeadOf(family.schoolOf(child.id)?.id)?.key === pupilOf,
  );
  const { worry, child } = worryFor(scene, family, source, (it) => it.level <= most, pupils.length > 0 ? pupils : family.children);
  const id = scene.random.uuid();
  const receivedAt = atWork(scene, source, fresh.receivedAt);
  tellContact(scene, sheets, {
    ...fresh,
    receivedAt,
    id,
    family,
    worry,
    about: [child.id],
    referrer: referrerFor(scene, source, family, child),
  });
  return id;
}

/** Schools and surgeries write by day: a moment at night becomes the afternoon before, as long as its clock has not run out by then. */
function atWork(scene: Scene, source: string, at: Date): Date {
  if (!/^[23]/.test(source) || source === '3E' || (at.getUTCHours() >= 7 && at.getUTCHours() < 18)) return at;
  const before = new Date(at.getTime() - (at.getUTCHours() < 7 ? 24 * hour : 0));
  before.setUTCHours(16, at.getUTCMinutes() % 50, 0, 0);
  return scene.now.getTime() - before.getTime() < 23 * hour ? before : at;
}

/** What lies at the front door now: clocks running, warning and overdue; held and not; a question out; a hub picture asked for; decided but not yet told. */
export function tellOpen(scene: Scene, sheets: RowSheets): void {
  const ago = (hours: number): Date => new Date(scene.now.getTime() - hours * hour);
  const me = scene.staff('contact-officer').id;
  const colleague = scene.staff('contact-officer-2').id;
  const at =
    (key: string) =>
    (family: SampleFamily): boolean =>
      family.children.some((child) => scene.safeguardingLeadOf(family.schoolOf(child.id)?.id)?.key === key);
  const twins = (family: SampleFamily): boolean =>
    family.children.some((child, place) => family.children.some((other, before) => before < place && other.bornOn === child.bornOn));
  const open = (fresh: Fresh, fits?: (family: SampleFamily) => boolean, most = 4): string | undefined => {
    const family = takeFamily(scene, fits);
    return family ? tellFresh(scene, sheets, family, fresh, most) : undefined;
  };
  if (scene.batch > 0) {
    open({ state: 'SUBMITTED', receivedAt: ago(1 + scene.random.next() * 16) });
    open({ state: 'SCREENING', receivedAt: ago(4 + scene.random.next() * 18) });
    return;
  }
  open({ state: 'SUBMITTED', receivedAt: ago(0.4), source: '2A', pupilOf: 'primary-dsl' }, at('primary-dsl'), 3);
  open({ state: 'SUBMITTED', receivedAt: ago(1.2), source: '6', danger: true });
  open({ state: 'SUBMITTED', receivedAt: ago(3.5), source: '3E', careless: true });
  open({ state: 'SUBMITTED', receivedAt: ago(5), careless: true }, twins, 3);
  open({ state: 'SUBMITTED', receivedAt: ago(20.5), source: '9' }, undefined, 2);
  open({ state: 'MATCHING', receivedAt: ago(7) }, (family) => family.children.length >= 2);
  open({ state: 'SCREENING', receivedAt: ago(9), heldBy: me, source: '2A', pupilOf: 'secondary-dsl' }, at('secondary-dsl'), 3);
  open({ state: 'SCREENING', receivedAt: ago(21), heldBy: me });
  open({ state: 'SCREENING', receivedAt: ago(31), heldBy: colleague });
  open(
    { state: 'SCREENING', receivedAt: ago(15), source: '3B' },
    (family) => scene.healthVisitorOf(family.household.ward)?.key === 'health-visitor',
  );
  const asked = open(
    { state: 'RETURNED_TO_REFERRER', receivedAt: ago(16), source: '2A', heldBy: colleague, pupilOf: 'primary-dsl' },
    at('primary-dsl'),
    2,
  );
  if (asked)
    sheets.add('contact_question', {
      contact_id: asked,
      question: 'Has anyone spoken to the family since Thursday, and what did they say?',
      safe_because: 'The child is at home with a grandparent until Monday.',
      asked_by: colleague,
      asked_at: ago(6),
    });
  open({ state: 'TRIAGE_MASH', receivedAt: ago(26), outcome: 'MASH', source: '6', pupilOf: 'primary-dsl' }, at('primary-dsl'));
  open({ state: 'TRIAGE_MASH', receivedAt: ago(6), outcome: 'MASH', hub: 'second' });
  open({ state: 'TRIAGE_MASH', receivedAt: ago(20), outcome: 'MASH', hub: 'complete' });
  open({ state: 'DECIDED', receivedAt: ago(23), outcome: 'EARLY_HELP', hub: 'telling' }, undefined, 3);
  open({ state: 'DECIDED', receivedAt: ago(19), outcome: 'ADVICE', source: '2A', pupilOf: 'secondary-dsl' }, at('secondary-dsl'), 2);
  const known = scene.origins.findLast(
    (origin) => origin.kind === 'referral' && origin.worker?.key === 'social-worker' && origin.family.children.length === 1,
  );
  if (known) tellFresh(scene, sheets, known.family, { state: 'DECIDED', receivedAt: ago(28), outcome: 'PASS_TO_ALLOCATED' }, 4);
}

/** Fresh sheets for this room's tables and those below it writes to. */
export const frontDoorSheets = (): RowSheets => rowSheets(sampleTables);
