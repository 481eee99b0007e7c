import { peopleSample, type Origin, type SampleFamily, type SamplePerson, type Scene } from '../../people/sample.ts';
import { rowSheets, type RowSheets } from '../../../platform/db/row-sheets.ts';
import { tellEarlyHelp, type EpisodePlot, type StoryState } from './early-help-story.ts';
import { tellLife, tellReferral, type ReferralPlot } from './referral-story.ts';
import { tellShares } from './share-story.ts';
import { moment } from './story.ts';
import { sampleTables } from './tables.ts';
import { worries, type SampleWorry } from './worries.ts';

/** Referral sources as Harrow's are: police 28.9, schools 27.3, health 19.6 of a hundred (local authority interactive tool, 2025). */
const sources = [
  ['6', 28.9],
  ['2A', 27.3],
  ['3B', 6.6],
  ['3A', 6],
  ['3E', 7],
  ['1A', 6],
  ['5A', 5],
  ['5D', 4],
  ['8', 5],
  ['1B', 3.2],
  ['9', 1],
] as const;

/** A source of the census for a contact: schools only where a child is at school, health visitors only under five. */
export function sourceFor(scene: Scene, family: SampleFamily): string {
  const total = sources.reduce((sum, [, weight]) => sum + weight, 0);
  let left = scene.random.next() * total;
  const drawn = sources.find(([, weight]) => (left -= weight) < 0)?.[0] ?? '8';
  if (drawn === '2A' && !family.children.some((child) => family.schoolOf(child.id))) return '1A';
  return drawn === '3B' && !family.children.some((child) => peopleSample.yearsOld(child, scene.today) < 5) ? '3A' : drawn;
}

/** The next family nobody has told anything of, of a kind where one is asked for. */
export function takeFamily(scene: Scene, fits: (family: SampleFamily) => boolean = () => true): SampleFamily | undefined {
  for (let at = scene.families.length - 1; at >= 0; at--) {
    const family = scene.families[at];
    if (family && fits(family)) return scene.families.splice(at, 1)[0];
  }
  return scene.families.pop();
}

/** A worry that fits one of the children (of `among`, where only some come into question) and is heard from that source, and that child. */
export function worryFor(
  scene: Scene,
  family: SampleFamily,
  source: string,
  only: (worry: SampleWorry) => boolean = () => true,
  among: readonly SamplePerson[] = family.children,
): { worry: SampleWorry; child: SamplePerson } {
  for (let tries = 0; tries < 20; tries++) {
    const child = scene.random.pick(among);
    const age = peopleSample.yearsOld(child, scene.today);
    const fitting = worries.filter((it) => it.ages[0] <= age && age <= it.ages[1] && (tries > 12 || it.from.includes(source)) && only(it));
    let left = scene.random.next() * fitting.reduce((sum, it) => sum + it.weight, 0);
    const worry = fitting.find((it) => (left -= it.weight) < 0);
    if (worry) return { worry, child };
  }
  const child = among[0];
  const worry = worries.find((it) => it.key === (child && peopleSample.yearsOld(child, scene.today) < 5 ? 'baby-care' : 'housing-money'));
  if (!worry || !child) throw new Error('A family without children has no worry');
  return { worry, child };
}

type OpenPlot = [state: StoryState, daysAgo: number, more?: Partial<EpisodePlot>];

/** The families the lead practitioner persona works with, one at each step. */
const personaPlots: readonly OpenPlot[] = [
  ['ASSESSING', 26],
  ['ASSESSING', 44, { submitted: true }],
  ['ASSESSED', 50],
  ['TAF_FORMED', 56],
  ['PLAN_ACTIVE', 78],
  ['PLAN_ACTIVE', 101],
  ['REVIEW', 190],
  ['CLOSING', 240],
  ['REQUESTED', 3, { leadIs: 'asked' }],
];
/** Everyone else's open work, dealt round. */
const otherPlots: readonly OpenPlot[] = [
  ['REQUESTED', 1, { leadIs: 'nobody' }],
  ['REQUESTED', 4, { leadIs: 'nobody' }],
  ['AGREED', 11],
  ['ASSESSING', 58],
  ['ASSESSED', 62],
  ['PLAN_ACTIVE', 82],
  ['REVIEW', 160],
  ['REVIEW', 230],
  ['ASSESSING', 33],
  ['CLOSING', 210],
];
const endings: readonly [StoryState, EpisodePlot['closure'], number][] = [
  ['CLOSED', 'NEEDS_MET', 46],
  ['CLOSED', 'PARTLY_MET_UNIVERSAL', 20],
  ['CLOSED', 'NOT_ENGAGED', 6],
  ['CLOSED', 'AGREEMENT_WITHDRAWN', 5],
  ['NOT_AGREED', undefined, 11],
  ['STEPPED_UP', undefined, 8],
  ['MOVED_OUT', undefined, 4],
];

/** Per 1,000 children: early help open now and ended within fourteen months (a guess: no national count exists). */
const openEpisodes = 9;
const endedEpisodes = 16;

/** Early help of a patch: open at every step, and ended in every way. */
export function tellAllEarlyHelp(scene: Scene, sheets: RowSheets, thousands: number): void {
  const mine = scene.batch === 0 ? personaPlots : [];
  mine.forEach((plot, at) => tellOne(scene, sheets, plot, 0, wanted(scene, at)));
  const others = Math.max(0, Math.round(openEpisodes * thousands) - mine.length);
  for (let at = 0; at < others; at++) tellOne(scene, sheets, otherPlots[at % otherPlots.length] ?? ['AGREED', 9], 1 + at);
  for (let at = 0; at < Math.round(endedEpisodes * thousands); at++) {
    let left = scene.random.below(100);
    const [state, closure] = (scene.batch === 0 ? endings[at] : undefined) ??
      endings.find(([, , weight]) => (left -= weight) < 0) ?? ['CLOSED', 'NEEDS_MET'];
    const ended = scene.today - 6 - scene.random.below(390);
    const length =
      state === 'NOT_AGREED'
        ? 9
        : state === 'STEPPED_UP' || state === 'MOVED_OUT'
          ? 120 + scene.random.below(60)
          : 150 + scene.random.below(130);
    tellOne(scene, sheets, [state, scene.today - ended + length, { ended, ...(closure === undefined ? {} : { closure }) }], at);
  }
}

/** So that the school leads, the health visitor and the charity meet families they know. */
function wanted(scene: Scene, at: number): ((family: SampleFamily) => boolean) | undefined {
  const dsl = scene.staff(at % 2 === 0 ? 'primary-dsl' : 'secondary-dsl').id;
  if (at % 3 === 2)
    return (family) =>
      scene.healthVisitorOf(family.household.ward)?.key === 'health-visitor' &&
      family.children.some((child) => peopleSample.yearsOld(child, scene.today) < 5);
  return (family) => family.children.length < 4 && scene.safeguardingLeadOf(family.schoolOf(family.children[0]?.id ?? '')?.id)?.id === dsl;
}

function tellOne(
  scene: Scene,
  sheets: RowSheets,
  [state, daysAgo, more]: OpenPlot,
  leadAt: number,
  fits?: (family: SampleFamily) => boolean,
): void {
  const family = takeFamily(scene, fits);
  const lead = scene.patch.leads[leadAt % scene.patch.leads.length];
  const coordinator = scene.patch.coordinators.find((it) => it.teamId === lead?.teamId) ?? scene.patch.coordinators[0];
  const helper = scene.patch.familyWorkers.find((it) => it.teamId === lead?.teamId) ?? scene.patch.familyWorkers[0];
  if (!family || !lead || !coordinator || !helper) return;
  const source = sourceFor(scene, family);
  const { worry, child } = worryFor(scene, family, source, (it) => it.level < 4);
  const requested = scene.today - daysAgo;
  const origin = scene.random.chance(0.55)
    ? openedBy(scene, family, {
        kind: 'early-help',
        worry,
        childIds: [child.id],
        source,
        at: moment(scene, requested, 8 + scene.random.next() * 9),
      })
    : null;
  const id = origin?.id ?? scene.random.uuid();
  tellEarlyHelp(
    { scene, sheets, family, child, worry, lead, coordinator, helper, id },
    { state, requested, ...more, ...(origin ? { contactId: origin.contactId } : {}) },
  );
  tellLife({ scene, sheets, family, child, worry, worker: lead }, lead);
}

type Opened = { kind: Origin['kind']; worry: SampleWorry; childIds: readonly string[]; source: string; at: Date };

/** Notes for the front door that a contact opened this, and gives the ids to use. */
function openedBy(scene: Scene, family: SampleFamily, { kind, worry, childIds, source, at }: Opened): Origin {
  const origin: Origin = {
    contactId: scene.random.uuid(),
    kind,
    id: scene.random.uuid(),
    worryKey: worry.key,
    family,
    childIds,
    receivedAt: at,
    source,
  };
  scene.origins.push(origin);
  return origin;
}

/** Per 1,000 children and year: 38 referrals (Harrow 2025: 2,281 for 60,000); 24.1 children in need at any time. */
const referralsAYear = 38;
const openFromThisYear = 17;
const openFromBefore = 7;

/** Referrals of a patch: those waiting in the team's inbox, those with a social worker, and those that have ended. */
export function tellAllReferrals(scene: Scene, sheets: RowSheets, thousands: number): void {
  const waiting: ReferralPlot['state'][] = scene.batch === 0 ? ['RECEIVED', 'RECEIVED', 'DECISION_PENDING'] : [];
  waiting.forEach((state, at) =>
    refer(
      scene,
      sheets,
      {
        state,
        received: scene.today - (at === 1 ? 3 : 0),
        ...(state === 'RECEIVED' && at === 0 ? { strategy: 'REQUESTED' as const } : {}),
      },
      0,
    ),
  );
  const count = (rate: number): number => Math.round(rate * thousands);
  for (let at = 0; at < count(openFromThisYear); at++)
    refer(scene, sheets, { state: 'ACCEPTED', received: scene.today - 4 - scene.random.below(200) }, at);
  for (let at = 0; at < count(openFromBefore); at++)
    refer(scene, sheets, { state: 'ACCEPTED', received: scene.today - 370 - scene.random.below(500) }, at);
  for (let at = 0; at < count(referralsAYear - openFromThisYear); at++) {
    const received = scene.today - 20 - scene.random.below(345);
    const nothing = scene.random.chance(0.22);
    refer(
      scene,
      sheets,
      {
        state: nothing ? 'NFA' : 'CLOSED',
        received,
        closed: Math.min(scene.today - 1, received + (nothing ? 1 : 40 + scene.random.below(160))),
      },
      at,
    );
  }
}

/** One child of a family, sometimes two, each with a referral of their own. */
function refer(scene: Scene, sheets: RowSheets, plot: Omit<ReferralPlot, 'contactId' | 'source'>, at: number): void {
  const family = takeFamily(scene);
  const worker = scene.patch.socialWorkers[at % scene.patch.socialWorkers.length];
  if (!family || !worker) return;
  const source = sourceFor(scene, family);
  const { worry, child } = worryFor(scene, family, source, (it) => it.level >= 3);
  const received = moment(scene, plot.received, 9 + (plot.received % 7));
  const recent = plot.received > scene.today - 365;
  const origin = recent
    ? openedBy(scene, family, { kind: 'referral', worry, childIds: [child.id], source, at: new Date(received.getTime() - 3 * 3_600_000) })
    : null;
  const strategy = plot.strategy ?? (worry.level === 4 && scene.random.chance(0.5) ? 'HELD' : undefined);
  const id = tellReferral(
    { scene, sheets, family, child, worry, worker },
    {
      ...plot,
      contactId: origin?.contactId ?? null,
      source,
      receivedAt: received,
      ...(strategy && plot.state !== 'DECISION_PENDING' && plot.state !== 'NFA' ? { strategy } : {}),
    },
  );
  if (origin) Object.assign(origin, { id, ...(plot.state === 'ACCEPTED' ? { worker } : {}) });
  tellLife({ scene, sheets, family, child, worry, worker }, worker);
  if (plot.state === 'ACCEPTED') tellShares({ scene, sheets, family, child, worry, worker }, plot.received);
}

/** Fresh sheets for this room's tables. */
export const caseworkSheets = (): RowSheets => rowSheets(sampleTables);
