import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { clockRule } from '../../../platform/time/clock-rules.ts';
import { runClock } from '../../../platform/time/clock.ts';
import { WEEKDAYS_NINE_TO_FIVE } from '../../../platform/time/hub-hours.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { ENGLISH_CALENDAR } from '../../../platform/time/working-day.ts';
import type { SampleStaff, Scene } from '../../people/sample.ts';

/** Days a stage of the ladder has, as the rows ESC1 to ESC5 of 0039 say. */
const daysOf = [1, 2, 3, 5, 10];
const first = 96;

interface Plot {
  child: string;
  raisedBy: SampleStaff;
  against: SampleStaff;
  disputed: string;
  concern: string;
  wanted: string;
  protection: string;
  /** Hours ago at which each stage began, from the first. */
  began: readonly number[];
  because: readonly string[];
  words: readonly (readonly ['raised' | 'against', 'said' | 'protection', string])[];
  proposed?: { words: string; learning: string };
  settled?: { hoursAgo: number; outcome: string; words: string; learning: string };
}

/** The last reference given; the sequence goes on from there. */
export const referencesTold = first + 4;

/** Professional disagreements of the demonstration: one just raised, one past its time with a proposal to answer, one that waits for the scrutineer,
 *  one settled. Told once, among the personas. */
export function tellDisagreements(scene: Scene, sheets: RowSheets): void {
  if (scene.batch > 0) return;
  plotsOf(scene).forEach((plot, at) => tellOne(scene, sheets, plot, `D-${first + at + 1}`));
}

function plotsOf(scene: Scene): Plot[] {
  const [primary, visitor, officer, manager] = ['primary-dsl', 'health-visitor', 'police-officer', 'front-door-manager'].map((key) =>
    scene.staff(key),
  ) as [SampleStaff, SampleStaff, SampleStaff, SampleStaff];
  return [
    {
      child: 'The boy in Year 2 we wrote about on Monday',
      raisedBy: primary,
      against: manager,
      disputed: 'Advice alone; no early help is offered.',
      concern: 'He has come without breakfast for three weeks and says nobody is at home when he gets back.',
      wanted: 'An early help assessment with his grandmother.',
      protection: 'Breakfast club every morning; a call home each afternoon.',
      began: [5],
      because: ['Raised'],
      words: [['raised', 'said', 'We spoke by telephone. The front door had not seen the attendance figures; we have sent them.']],
    },
    {
      child: 'A baby of nine weeks in Linnet ward',
      raisedBy: visitor,
      against: manager,
      disputed: 'Child in need assessment, no strategy discussion.',
      concern: 'Weight has dropped two centiles and the home was cold at both visits.',
      wanted: 'A strategy discussion with health this week.',
      protection: 'Weighed twice a week at the clinic; the health visitor calls each morning.',
      began: [26 * 7, 24 * 6],
      because: ['Raised', 'We could not agree how quickly health is to be asked.'],
      words: [
        ['raised', 'said', 'The clinic’s figures were read out to the social worker.'],
        ['against', 'protection', 'A social worker visits tomorrow with the health visitor.'],
      ],
      proposed: {
        words: 'The assessment goes on; health joins its first meeting tomorrow, and weight is looked at again on Friday.',
        learning: 'Ask the health visitor for figures before the level is decided for a baby under one.',
      },
    },
    {
      child: 'A girl of 14, missing four times since September',
      raisedBy: officer,
      against: manager,
      disputed: 'Family help and no child protection enquiry.',
      concern: 'She is found each time with the same two adults.',
      wanted: 'A section 47 enquiry into exploitation.',
      protection: 'Flagged on every police system; the youth worker is told each evening.',
      began: [24 * 19, 24 * 18, 24 * 15, 24 * 11, 24 * 4],
      because: [
        'Raised',
        'No answer in a day',
        'Managers read the same facts differently',
        'Leads could not agree',
        'Heads of service could not agree',
      ],
      words: [
        ['raised', 'said', 'The intelligence was shared at a meeting of both leads.'],
        ['against', 'said', 'The family help plan covers return interviews and the family works with it.'],
      ],
    },
    {
      child: 'Two brothers at Larkspur Primary',
      raisedBy: primary,
      against: manager,
      disputed: 'No further action after a fight at home.',
      concern: 'Both boys flinch at raised voices and the younger has stopped speaking in class.',
      wanted: 'Early help for both.',
      protection: 'A trusted adult for each boy at school.',
      began: [24 * 33],
      because: ['Raised'],
      words: [['against', 'said', 'The police record came after the decision; we have read it now.']],
      settled: {
        hoursAgo: 24 * 32,
        outcome: 'CHANGED',
        words: 'Early help is offered to the family for both boys.',
        learning: 'Wait for the police record, or say that it is missing, before nothing is done.',
      },
    },
  ];
}

function tellOne(scene: Scene, sheets: RowSheets, plot: Plot, reference: string): void {
  const ago = (hours: number): Date => new Date(scene.now.getTime() - hours * 3_600_000);
  const id = scene.random.uuid();
  const { raisedBy, against, settled, proposed } = plot;
  const stage = plot.began.length;
  sheets.add('disagreement', {
    id,
    reference,
    contact_id: null,
    child: plot.child,
    raised_by: raisedBy.id,
    raised_agency_id: raisedBy.agencyId,
    against_agency_id: against.agencyId,
    decision_disputed: plot.disputed,
    concern: plot.concern,
    wanted: plot.wanted,
    at_risk: false,
    protection: plot.protection,
    stage,
    state: settled ? 'SETTLED' : 'OPEN',
    raised_at: ago(plot.began[0] ?? 0),
    proposed_outcome: proposed ? 'PARTLY_CHANGED' : null,
    proposed_words: proposed?.words ?? null,
    proposed_learning: proposed?.learning ?? null,
    proposed_by: proposed ? against.id : null,
    proposed_side: proposed ? 'against' : null,
    proposed_at: proposed ? ago(3) : null,
    outcome: settled?.outcome ?? null,
    outcome_words: settled?.words ?? null,
    learning: settled?.learning ?? null,
    settled_by: settled ? raisedBy.id : null,
    settled_at: settled ? ago(settled.hoursAgo) : null,
  });
  for (const [side, one] of [['raised', raisedBy] as const, ['against', against] as const])
    sheets.add('disagreement_party', {
      disagreement_id: id,
      staff_id: one.id,
      side,
      from_stage: 1,
      named_by: one.id,
      named_at: ago(plot.began[0] ?? 0),
    });
  plot.began.forEach((hours, at) => {
    const next = plot.began[at + 1];
    const endedAt = next !== undefined ? ago(next) : settled ? ago(settled.hoursAgo) : null;
    tellStage(scene, sheets, { id, number: at + 1, by: raisedBy.id, because: plot.because[at] ?? '', beganAt: ago(hours), endedAt });
  });
  plot.words.forEach(([side, kind, words], at) =>
    sheets.add('disagreement_word', {
      disagreement_id: id,
      stage: 1,
      side,
      kind,
      words,
      said_by: side === 'raised' ? raisedBy.id : against.id,
      said_at: ago((plot.began[0] ?? 1) - 0.5 - at * 0.2),
    }),
  );
}

interface StageTold {
  id: string;
  number: number;
  by: string;
  because: string;
  beganAt: Date;
  endedAt: Date | null;
}

function tellStage(scene: Scene, sheets: RowSheets, told: StageTold): void {
  const id = scene.random.uuid();
  const { beganAt, endedAt } = told;
  sheets.add('disagreement_stage', {
    id,
    disagreement_id: told.id,
    stage: told.number,
    began_at: beganAt,
    began_by: told.by,
    because: told.because,
    ended_at: endedAt,
  });
  // Any rule in working days gives the shape; the ladder's own limits are rows of the database.
  const rule = { ...clockRule('C17', londonDate(beganAt)), key: `ESC${told.number}`, limit: daysOf[told.number - 1] ?? 1 };
  const calendar = { working: ENGLISH_CALENDAR, hubOpening: WEEKDAYS_NINE_TO_FIVE };
  const { dueAt, warnAt } = runClock(rule, { startedAt: beganAt, now: beganAt, extensions: [], calendar });
  sheets.add('clock', {
    rule_key: rule.key,
    subject_kind: 'disagreement-stage',
    subject_id: id,
    started_at: beganAt,
    due_at: dueAt,
    warn_at: warnAt,
    met_at: endedAt,
    cancelled_at: null,
  });
}
