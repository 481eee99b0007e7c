import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { peopleSample, type SampleFamily, type SamplePerson, type SampleStaff, type Scene } from '../../people/sample.ts';
import { clockRow } from './clock-row.ts';
import { dayText, moment, told } from './story.ts';
import type { SampleWorry } from './worries.ts';

/** How a referral to social care went. `received` is its day; `open` ones are with a social worker unless they still wait. */
export type ReferralPlot = {
  state: 'RECEIVED' | 'DECISION_PENDING' | 'ACCEPTED' | 'NFA' | 'CLOSED';
  received: number;
  /** The moment it was received, where the day is not enough. */
  receivedAt?: Date;
  closed?: number;
  contactId: string | null;
  source: string;
  strategy?: 'REQUESTED' | 'HELD';
};

type Referred = { scene: Scene; sheets: RowSheets; family: SampleFamily; child: SamplePerson; worry: SampleWorry; worker: SampleStaff };

/** Writes one child's referral with its clocks (decision in a working day, assessment in 45), and a strategy discussion where there was one. Gives its id. */
export function tellReferral(referred: Referred, plot: ReferralPlot): string {
  const { scene, sheets, child, worry, worker } = referred;
  const id = scene.random.uuid();
  const manager = scene.patch.managers.find((it) => it.teamId === worker.teamId) ?? scene.patch.managers[0];
  const receivedAt = plot.receivedAt ?? moment(scene, plot.received, 9 + (plot.received % 7));
  const late = scene.random.chance(0.06) ? 2 : 0;
  const decidedAt =
    plot.state === 'RECEIVED' || plot.state === 'DECISION_PENDING'
      ? null
      : new Date(Math.min(receivedAt.getTime() + (5 + late * 24) * 3_600_000, scene.now.getTime() - 60_000));
  const again = scene.random.chance(0.156);
  sheets.add('referral', {
    id,
    child_id: child.id,
    contact_id: plot.contactId,
    received_at: receivedAt,
    source_code: plot.source,
    primary_need: worry.primaryNeed,
    reason: told(worry.worried, child),
    sent_by: scene.staff('front-door-manager').id,
    previous_referral_on: again ? dayText(plot.received - 60 - scene.random.below(280)) : null,
    is_re_referral: again,
    team_id: worker.teamId,
    state: plot.state,
    accepted_at: plot.state === 'RECEIVED' ? null : new Date(receivedAt.getTime() + 1_800_000),
    accepted_by: plot.state === 'RECEIVED' ? null : (manager?.id ?? null),
    decision: decidedAt === null ? null : plot.state === 'NFA' ? 'NFA' : plot.strategy ? 'STRATEGY_S47' : 'ASSESSMENT',
    decision_reason: decidedAt === null ? null : told(worry.impact, child),
    decided_at: decidedAt,
    decided_by: decidedAt === null ? null : (manager?.id ?? null),
    allocated_to: decidedAt === null || plot.state === 'NFA' ? null : worker.id,
    closed_on: plot.closed === undefined ? null : dayText(plot.closed),
  });
  clockRow(sheets, 'C01', 'referral', id, receivedAt, decidedAt);
  if (decidedAt !== null && plot.state !== 'NFA') assessmentClock(referred, plot, id, receivedAt);
  if (plot.strategy) tellStrategy(referred, plot, id, receivedAt, manager ?? worker);
  return id;
}

/** 96.8 of 100 assessments in Harrow are finished in 45 working days (local authority interactive tool, 2025). */
function assessmentClock({ scene, sheets }: Referred, plot: ReferralPlot, id: string, receivedAt: Date): void {
  const took = scene.random.chance(0.032) ? 66 + scene.random.below(14) : 26 + scene.random.below(32);
  const doneOn = plot.received + took;
  clockRow(sheets, 'C06', 'referral', id, receivedAt, doneOn < scene.today ? moment(scene, doneOn, 15) : null);
}

function tellStrategy(
  { scene, sheets, child, worry, worker }: Referred,
  plot: ReferralPlot,
  referralId: string,
  receivedAt: Date,
  manager: SampleStaff,
): void {
  const id = scene.random.uuid();
  const held = plot.strategy === 'HELD';
  sheets.add('strategy_request', {
    id,
    child_id: child.id,
    referral_id: referralId,
    reason: told(worry.worried, child),
    requested_by: scene.staff('front-door-manager').id,
    requested_at: receivedAt,
    team_id: worker.teamId,
    state: held ? 'HELD' : 'REQUESTED',
    accepted_by: held ? manager.id : null,
    accepted_at: held ? new Date(receivedAt.getTime() + 2_400_000) : null,
    planned_for: held ? new Date(receivedAt.getTime() + 14_400_000) : null,
  });
  clockRow(sheets, 'C08', 'strategy-request', id, receivedAt, held ? new Date(receivedAt.getTime() + 14_400_000) : null);
}

const happenings = [
  ['school', 'Moved to a new class after a hard term', 'Settled within a fortnight'],
  ['strength', 'Won a place in the school choir', 'Proud; sang at assembly'],
  ['health', 'Seen at the walk-in centre with a chest infection', 'Missed four days of school'],
  ['change of address or household', 'Grandmother moved in', 'Someone is always at home now'],
  ['loss', 'Grandfather died', 'Sad and clingy for some weeks'],
  ['school', 'Fixed-term exclusion, one day', 'Said it was unfair'],
  ['strength', 'Began football on Thursdays', 'Made two friends'],
  ['police', 'Neighbours rang about shouting; police spoke to both parents', 'Heard it from the bedroom'],
  ['health', 'Hearing test: normal', ''],
  ['significant event', 'A parent lost work', 'Quieter at school'],
] as const;

/** A few events of the child's life from before, so that the chronology reads as one. */
export function tellLife({ scene, sheets, child }: Referred, by: SampleStaff): void {
  const born = child.bornOn ?? scene.today;
  for (let at = 0, many = 1 + scene.random.below(4); at < many; at++) {
    const day = scene.today - 30 - scene.random.below(900);
    const [category, description, impact] = scene.random.pick(happenings);
    if (day <= born + 30 || (category === 'school' && peopleSample.yearsOld(child, day) < 5)) continue;
    sheets.add('chronology_event', {
      person_id: child.id,
      happened_on: dayText(day),
      category,
      description,
      impact_on_child: impact || null,
      source: 'Told by the family',
      added_by: by.id,
      added_at: moment(scene, Math.min(scene.today - 1, day + 20), 15),
      open_to: category === 'police' ? 'social care' : 'everyone who helps',
      third_party: category === 'police',
    });
  }
}
