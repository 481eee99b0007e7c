import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { peopleSample, type SampleFamily, type SamplePerson, type SampleStaff, type Scene } from '../../people/sample.ts';
import { usualBasis } from '../sharing/share.ts';
import { fullName, moment, told as inWords } from './story.ts';
import type { SampleWorry } from './worries.ts';

type Told = { scene: Scene; sheets: RowSheets; family: SampleFamily; child: SamplePerson; worry: SampleWorry; worker: SampleStaff };
type Item = readonly [kind: 'fact' | 'opinion' | 'allegation', words: string, saidBy: string, given: boolean];
type Plot = {
  to: { agencyId: string } | { body: string; phone: string };
  purpose: string;
  serves: string;
  decision: 'SHARE' | 'PARTIAL' | 'WITHHOLD';
  ground?: string;
  reason: string;
  familyTold: 'told before' | 'to be told' | 'not told';
  items: readonly Item[];
  corrected?: string;
};

/** Decisions to share, share in part and keep back about a child with a social worker, dealt round: one told on, one corrected, one refused. */
const plots: readonly ((it: Told) => Plot)[] = [
  ({ scene, family, child, worry }) => ({
    to: { agencyId: family.schoolOf(child.id)?.id ?? scene.agencyNamed('community-health') },
    purpose: 'So that the people who see {n} every day know what to watch for',
    serves: 'CA2004-S11',
    decision: 'SHARE',
    reason: 'They see {n} most days and can tell us first',
    familyTold: 'told before',
    items: [
      ['fact', 'A social worker visits every second Tuesday', 'Social worker', true],
      ['opinion', worry.worried, 'Social worker', true],
    ],
    corrected: 'A social worker visits every second Thursday',
  }),
  ({ scene, worry }) => ({
    to: { agencyId: scene.agencyNamed('police') },
    purpose: 'To find out whether anybody in the household is a risk to {n}',
    serves: 'POLICE',
    decision: 'PARTIAL',
    ground: 'MINIMUM',
    reason: 'They need who lives there and what is said to have happened; what the school thinks adds nothing to that',
    familyTold: 'to be told',
    items: [
      ['allegation', worry.worried, 'Whoever raised the worry', true],
      ['opinion', 'The school finds the parents hard to reach', 'School', false],
    ],
  }),
  ({ scene }) => ({
    to: { agencyId: scene.agencyNamed('housing') },
    purpose: 'They ask why the family should move sooner',
    serves: 'HOUSING',
    decision: 'WITHHOLD',
    ground: 'NOT-FUNCTION',
    reason: 'That a move is needed for {n}’s safety is enough, and was said; the rest would not help them to house the family',
    familyTold: 'told before',
    items: [['fact', 'What was found on the first visit', 'Social worker', false]],
  }),
  () => ({
    to: { body: 'Riverside swimming club', phone: '020 7946 0777' },
    purpose: 'Who may collect {n} after swimming',
    serves: 'OTHER',
    decision: 'SHARE',
    reason: 'The club asked who may collect, and would otherwise let anybody',
    familyTold: 'told before',
    items: [['fact', 'Only the mother may collect {n}', 'Mother', true]],
    corrected: 'The mother and the grandmother may collect {n}',
  }),
];

/** Tells what was decided about sharing for one child. It comes from chance of its own, so that nothing else changes. */
export function tellShares(it: Told, day: number): void {
  const random = peopleSample.randomFrom(Number.parseInt(it.child.id.slice(0, 8), 16), 0x5ac3);
  const dealt = random.pick(plots)(it);
  const isOld = day < it.scene.today - 30;
  const plot: Plot = isOld && dealt.familyTold === 'to be told' ? { ...dealt, familyTold: 'told before' } : dealt;
  const decidedAt = moment(it.scene, Math.min(day + 3, it.scene.today - 1), 11);
  const id = random.uuid();
  const say = (text: string): string => inWords(text, it.child);
  it.sheets.add('share_decision', decisionRow(it, plot, { id, decidedAt }));
  const given = plot.items.map(([kind, words, saidBy, isGiven], place) => {
    const item = { id: random.uuid(), thing_id: random.uuid() };
    it.sheets.add('share_item', {
      ...item,
      decision_id: id,
      position: place + 1,
      kind,
      words: say(words),
      said_by: saidBy,
      given: isGiven,
    });
    return item;
  });
  const [first] = given;
  if (plot.corrected && first)
    tellCorrection(it, plot, { decision: id, item: first, day, correction: random.uuid(), notice: random.uuid() });
}

function decisionRow({ child, worker }: Told, plot: Plot, { id, decidedAt }: { id: string; decidedAt: Date }) {
  const isGiven = plot.decision !== 'WITHHOLD';
  return {
    id,
    person_id: child.id,
    about_named: fullName(child),
    decided_by: worker.id,
    by_agency_id: worker.agencyId,
    decided_at: decidedAt,
    recorded_at: decidedAt,
    to_agency_id: 'agencyId' in plot.to ? plot.to.agencyId : null,
    to_body: 'body' in plot.to ? plot.to.body : null,
    to_phone: 'phone' in plot.to ? plot.to.phone : null,
    purpose: inWords(plot.purpose, child),
    serves: plot.serves,
    article6: usualBasis.article6,
    article9: usualBasis.article9,
    dpa_condition: usualBasis.dpaCondition,
    statute: usualBasis.statute,
    confidence: usualBasis.confidence,
    duty_in_force: false,
    detriment: 'no more detrimental',
    detriment_because: 'Nobody who learns of it is a danger to the child',
    family_told: plot.familyTold,
    told_whom: plot.familyTold === 'told before' ? 'The mother, on the visit before' : null,
    agreement: decidedAt.getUTCDate() % 2 === 0 ? 'agreed' : 'not sought',
    agreement_because: decidedAt.getUTCDate() % 2 === 0 ? 'The mother agreed' : 'The family was told, not asked: it is needed either way',
    decision: plot.decision,
    reason: inWords(plot.reason, child),
    ground: plot.ground ?? null,
    method: isGiven ? 'by telephone' : null,
    security_check: isGiven ? 'Rang back on the published number' : null,
    open_to: 'social care',
  };
}

type Corrected = { decision: string; item: { id: string; thing_id: string }; day: number; correction: string; notice: string };

/** A correction two weeks on: shown to an agency at work here, to be told by hand to a body outside. */
function tellCorrection({ scene, sheets, child, worker }: Told, plot: Plot, it: Corrected): void {
  const correctedAt = moment(scene, Math.min(it.day + 17, scene.today - 1), 15);
  const isInside = 'agencyId' in plot.to;
  sheets.add('share_correction', {
    id: it.correction,
    person_id: child.id,
    thing_id: it.item.thing_id,
    place: 1,
    now_kind: 'fact',
    now_words: inWords(plot.corrected ?? '', child),
    because: 'It was written down wrongly; the family put it right',
    corrected_by: worker.id,
    corrected_at: correctedAt,
  });
  const soon = new Date(Math.min(correctedAt.getTime() + 60_000, scene.now.getTime()));
  const isOver = it.day < scene.today - 60;
  const told = isInside ? soon : isOver ? moment(scene, it.day + 20, 12) : null;
  sheets.add('share_notice', {
    id: it.notice,
    correction_id: it.correction,
    decision_id: it.decision,
    item_id: it.item.id,
    person_id: child.id,
    about_named: fullName(child),
    to_agency_id: 'agencyId' in plot.to ? plot.to.agencyId : null,
    to_body: 'body' in plot.to ? plot.to.body : null,
    decided_by: worker.id,
    made_at: soon,
    channel: isInside ? 'in Goldthread' : 'by hand',
    by_hand_since: isInside ? null : soon,
    delivered_at: told,
    delivered_by: isInside || !isOver ? null : worker.id,
    delivered_how: told ? (isInside ? 'Shown to those who answer for the agency' : 'Rang the club’s welfare officer') : null,
    confirmed_at: isOver ? moment(scene, it.day + 21, 10) : null,
    confirmed_words: isOver ? 'Put right, and told those who had it from us' : null,
  });
}
