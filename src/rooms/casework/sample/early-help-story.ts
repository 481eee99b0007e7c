import { peopleSample } from '../../people/sample.ts';
import { assessmentDomains } from '../early-help/early-help.codes.ts';
import { clockRow } from './clock-row.ts';
import { plainDomain } from './plain-domains.ts';
import { tellPlan, type PlanDays } from './plan-story.ts';
import { dayText, fullName, moment, told, type Story } from './story.ts';

export type StoryState =
  | 'REQUESTED'
  | 'AGREED'
  | 'ASSESSING'
  | 'ASSESSED'
  | 'TAF_FORMED'
  | 'PLAN_ACTIVE'
  | 'REVIEW'
  | 'CLOSING'
  | 'CLOSED'
  | 'NOT_AGREED'
  | 'STEPPED_UP'
  | 'MOVED_OUT';

/** How an episode of early help went: its state now, when it was asked for, and how it ended where it has. */
export type EpisodePlot = {
  state: StoryState;
  requested: number;
  /** Day it ended, for help that has. */
  ended?: number;
  contactId?: string;
  /** Who leads: not yet asked, asked, or leading. Only for help not yet agreed; later there always is a lead. */
  leadIs?: 'nobody' | 'asked';
  /** The assessment is finished and waits for the coordinator. */
  submitted?: boolean;
  closure?: 'NEEDS_MET' | 'PARTLY_MET_UNIVERSAL' | 'AGREEMENT_WITHDRAWN' | 'NOT_ENGAGED';
};

const stages = ['REQUESTED', 'AGREED', 'ASSESSING', 'ASSESSED', 'TAF_FORMED', 'PLAN_ACTIVE', 'REVIEW', 'CLOSING', 'CLOSED'] as const;
const furthest: Partial<Record<StoryState, number>> = { NOT_AGREED: 0, STEPPED_UP: 6, MOVED_OUT: 5 };
const over: ReadonlySet<StoryState> = new Set(['CLOSED', 'NOT_AGREED', 'STEPPED_UP', 'MOVED_OUT']);

type Days = PlanDays & { requested: number; agreed: number; started: number; assessed: number };

/** Days of each step: agreement in a week, assessment in about five, the team two weeks later, reviews every six weeks. */
function daysOf(story: Story, plot: EpisodePlot): Days {
  const { random, today } = story.scene;
  const last = plot.ended ?? today;
  const agreed = plot.requested + 5 + random.below(4);
  const assessed = agreed + 24 + random.below(8);
  const met = assessed + 12 + random.below(7);
  const planned = met + 1;
  const reviews: number[] = [];
  for (let day = planned + 40; day <= last - 2 && reviews.length < 4; day += 40 + random.below(6)) reviews.push(day);
  return {
    requested: plot.requested,
    agreed,
    started: agreed + 3,
    assessed,
    met,
    planned,
    reviews: plot.state === 'PLAN_ACTIVE' || plot.state === 'TAF_FORMED' ? [] : reviews,
  };
}

/** Writes one whole episode: the request, and as far as it came agreement, lead, assessment, team, meetings, plan, reviews and closing. */
export function tellEarlyHelp(story: Story, plot: EpisodePlot): void {
  const reached = furthest[plot.state] ?? stages.indexOf(plot.state as (typeof stages)[number]);
  const days = daysOf(story, plot);
  tellEpisode(story, plot, days, reached);
  tellLead(story, plot, days, reached);
  note(story, 'requested', days.requested, 'REQUESTED', plot.contactId ? story.scene.staff('front-door-manager').id : story.coordinator.id);
  event(story, days.requested, 'help', 'Early help asked for', 'request');
  if (reached >= 1) tellAgreement(story, plot, days);
  if (reached >= 2) tellAssessment(story, days, reached >= 3 ? 'AUTHORISED' : plot.submitted ? 'SUBMITTED' : 'STARTED');
  if (reached >= 3) tellPlan(story, days, { reached, ended: plot.ended ?? null, state: plot.state });
  tellClocks(story, plot, days, reached);
}

function tellEpisode(story: Story, plot: EpisodePlot, days: Days, reached: number): void {
  const { scene, family, worry, child, coordinator, lead } = story;
  const { ended } = plot;
  const closed = plot.state === 'CLOSED';
  const lasting =
    closed && (plot.closure === 'NEEDS_MET' || plot.closure === 'PARTLY_MET_UNIVERSAL') && ended !== undefined ? ended + 183 : null;
  const checked = lasting !== null && lasting < scene.today - 20;
  const nextReview = reached >= 5 && !over.has(plot.state) ? (days.reviews.at(-1) ?? days.planned) + 42 : null;
  story.sheets.add('early_help_episode', {
    id: story.id,
    family_id: family.household.id,
    state: plot.state,
    requested_at: moment(scene, days.requested),
    requested_by: plot.contactId ? scene.staff('front-door-manager').id : coordinator.id,
    requested_by_agency: coordinator.agencyId,
    request_reason: told(worry.helpWanted, child),
    contact_id: plot.contactId ?? null,
    team_id: coordinator.teamId,
    agreed_on: reached >= 1 ? dayText(days.agreed) : null,
    not_agreed_reason:
      plot.state === 'NOT_AGREED' ? 'The family would rather use the children’s centre and ask again if it gets harder.' : null,
    assessed_on: reached >= 3 ? dayText(days.assessed) : null,
    team_formed_on: reached >= 4 ? dayText(days.met) : null,
    plan_agreed_on: reached >= 5 ? dayText(days.planned) : null,
    next_review_on: nextReview === null ? null : dayText(nextReview),
    story:
      reached >= 3
        ? `${fullName(child)} lives with ${fullName(family.carer)}${family.children.length > 1 ? ` and ${family.children.length - 1 === 1 ? 'one brother or sister' : `${family.children.length - 1} brothers and sisters`}` : ''}. ${told(worry.worried, child)} ${told(worry.goingWell, child)} If you cover tonight: ring ${family.carer.given} first, and ask how the evening went.`
        : null,
    story_by: reached >= 3 ? lead.id : null,
    story_at: reached >= 3 ? moment(scene, days.assessed + 2) : null,
    stepped_up_at: plot.state === 'STEPPED_UP' && ended ? moment(scene, ended - 2) : null,
    step_up_reason: plot.state === 'STEPPED_UP' ? 'New injuries that the family could not explain.' : null,
    closure_code: closed ? (plot.closure ?? 'NEEDS_MET') : plot.state === 'CLOSING' ? 'NEEDS_MET' : null,
    closure_summary:
      closed || plot.state === 'CLOSING'
        ? 'Most of what the family wanted has changed and the school will keep an eye on it. The children’s centre knows the family.'
        : null,
    closure_family_view: closed && plot.closure !== 'NOT_ENGAGED' ? 'You listened and you came when you said you would.' : null,
    closure_asked_by: closed || plot.state === 'CLOSING' ? lead.id : null,
    closure_asked_at: closed || plot.state === 'CLOSING' ? moment(scene, (ended ?? scene.today - 1) - 3) : null,
    closure_approved_by: closed ? coordinator.id : null,
    closed_on: over.has(plot.state) && ended !== undefined ? dayText(ended) : null,
    moved_to: plot.state === 'MOVED_OUT' ? 'A neighbouring borough' : null,
    sustain_due_on: lasting === null ? null : dayText(lasting),
    sustained: checked ? (scene.random.chance(0.75) ? 'yes' : 'partly') : null,
    sustained_note: checked ? 'Rang the family and the school: still going well.' : null,
    sustained_on: checked && lasting !== null ? dayText(lasting + 4) : null,
    created_at: moment(scene, days.requested),
  });
}

/** Exactly one leads; some families had another before, some were asked and said no. */
function tellLead(story: Story, plot: EpisodePlot, days: Days, reached: number): void {
  const { scene, sheets, lead, coordinator, helper, id } = story;
  if (plot.state === 'NOT_AGREED' || (reached === 0 && plot.leadIs === 'nobody')) return;
  const base = {
    episode_id: id,
    chosen_by: scene.random.chance(0.6) ? 'family and team together' : 'the family',
    offer_note: 'The family asked for someone who can come before school. Two visits a week to begin with.',
    offered_by: coordinator.id,
  };
  if (scene.random.chance(0.12)) {
    sheets.add('lead_professional', {
      ...base,
      staff_id: helper.id,
      agency_id: helper.agencyId,
      backup_staff_id: null,
      state: 'declined',
      offered_at: moment(scene, days.requested + 1),
      answered_at: moment(scene, days.requested + 2),
      decline_reason: 'I already lead for two families this term.',
      started_on: null,
      ended_on: null,
      ended_because: null,
    });
  }
  const ended = over.has(plot.state) ? plot.ended : undefined;
  const asked = reached === 0;
  sheets.add('lead_professional', {
    ...base,
    staff_id: lead.id,
    agency_id: lead.agencyId,
    backup_staff_id: scene.random.chance(0.7) ? helper.id : null,
    state: asked ? 'offered' : ended === undefined ? 'active' : 'ended',
    offered_at: moment(scene, days.requested + 2, 14),
    answered_at: asked ? null : moment(scene, days.agreed - 1, 9),
    decline_reason: null,
    started_on: asked ? null : dayText(days.agreed - 1),
    ended_on: ended === undefined ? null : dayText(ended),
    ended_because: ended === undefined ? null : 'help ended',
  });
  note(story, 'lead-offered', days.requested + 2, null, coordinator.id);
  if (!asked) note(story, 'lead-accepted', days.agreed - 1, null, lead.id);
}

function tellAgreement(story: Story, plot: EpisodePlot, days: Days): void {
  const { scene, sheets, family, lead } = story;
  const id = scene.random.uuid();
  const withdrawn = plot.closure === 'AGREEMENT_WITHDRAWN' && plot.ended !== undefined ? plot.ended - 5 : null;
  sheets.add('service_agreement', {
    id,
    episode_id: story.id,
    agreed_by: family.carer.id,
    holds: 'parental responsibility',
    how_given: scene.random.chance(0.7) ? 'signed' : 'spoken',
    agreed_on: dayText(days.agreed),
    scope:
      'Help for the whole family from the team around it; school, health visitor and the early help team may talk to one another about the plan.',
    family_commitments: 'Come to meetings, say when something does not work.',
    service_commitments: 'Come when we say, write nothing you have not seen.',
    explained_on: dayText(days.agreed),
    copy_given_on: dayText(days.agreed),
    recorded_by: lead.id,
    recorded_at: moment(scene, days.agreed, 15),
    withdrawn_on: withdrawn === null ? null : dayText(withdrawn),
    withdrawn_why: withdrawn === null ? null : 'Too many people in the house, says the family.',
    safe_to_stop: withdrawn === null ? null : 'yes',
    safe_to_stop_why: withdrawn === null ? null : 'Both children were seen alone and the school has no new worries.',
    safe_to_stop_by: withdrawn === null ? null : story.coordinator.id,
  });
  sheets.add('agreement_sharing', { agreement_id: id, episode_id: story.id, agency_kind: 'School or nursery', preference: 'yes' });
  sheets.add('agreement_sharing', {
    agreement_id: id,
    episode_id: story.id,
    agency_kind: 'Health visitor or school nurse',
    preference: 'yes',
  });
  sheets.add('agreement_sharing', { agreement_id: id, episode_id: story.id, agency_kind: 'Housing', preference: 'ask first' });
  note(story, 'agreed', days.agreed, 'AGREED', lead.id);
  event(story, days.agreed, 'help', 'The family agreed to early help');
}

/** A finished assessment has all nineteen domains; one under way the first few, and those that matter most. */
function tellAssessment(story: Story, days: Days, state: 'STARTED' | 'SUBMITTED' | 'AUTHORISED'): void {
  const { scene, sheets, worry, family, lead, coordinator } = story;
  const id = scene.random.uuid();
  const done = state !== 'STARTED';
  const by = { changed_by: lead.id, changed_at: moment(scene, done ? days.assessed - 3 : scene.today - 1, 16) };
  sheets.add('assessment', {
    id,
    episode_id: story.id,
    state,
    started_on: dayText(days.started),
    started_by: lead.id,
    what_led: told(worry.worried, story.child),
    people_present: `${fullName(family.carer)} and the children`,
    so_what: done ? `What this means for ${story.child.given}: ${told(worry.impact, story.child)}` : null,
    what_next: done ? 'A team around the family, with a plan the family writes.' : null,
    parent_comments: done ? 'It is fair. I would put the good things first.' : null,
    submitted_by: done ? lead.id : null,
    submitted_at: done ? moment(scene, days.assessed - 3, 17) : null,
    authorised_by: state === 'AUTHORISED' ? coordinator.id : null,
    authorised_at: state === 'AUTHORISED' ? moment(scene, days.assessed, 11) : null,
    ...by,
  });
  assessmentDomains.forEach(({ code }, at) => {
    const found = worry.domains[code];
    if (!done && at > 6 && !found) return;
    const [strengths, needs] = found ?? plainDomain(code);
    sheets.add('assessment_domain', {
      assessment_id: id,
      episode_id: story.id,
      domain: code,
      strengths,
      needs,
      evidence: found ? 'Seen at home and told by the school' : null,
      score: found ? 3 + (at % 3) : 6 + (at % 4),
      ...by,
    });
  });
  family.children.forEach((child, at) => {
    const seen = done || at === 0;
    sheets.add('assessment_child', {
      assessment_id: id,
      episode_id: story.id,
      person_id: child.id,
      seen_on: seen ? dayText(days.started + 4 + at) : null,
      seen_alone: seen ? peopleSample.yearsOld(child, scene.today) >= 5 : null,
      not_seen_because: seen ? null : 'Not yet: visit booked',
      how: peopleSample.yearsOld(child, scene.today) < 4 ? 'observation' : 'three houses',
      own_words: seen ? told(worry.ownWords[at % worry.ownWords.length] ?? '', child) : null,
      adult_summary: seen ? `${child.given} spoke freely after a while.` : null,
      ...by,
    });
  });
  for (const need_code of worry.needs) sheets.add('assessment_need', { assessment_id: id, episode_id: story.id, need_code });
  note(story, 'assessment-started', days.started, 'ASSESSING', lead.id);
  if (done) note(story, 'assessment-submitted', days.assessed - 3, null, lead.id);
  if (state === 'AUTHORISED') note(story, 'assessment-authorised', days.assessed, 'ASSESSED', coordinator.id);
}

function tellClocks(story: Story, plot: EpisodePlot, days: Days, reached: number): void {
  const { scene, sheets, id } = story;
  const at = (day: number): Date => moment(scene, day, 0.1);
  const ended = over.has(plot.state) && plot.ended !== undefined ? at(plot.ended) : null;
  if (reached >= 1)
    clockRow(sheets, 'C34', 'early-help', id, at(days.agreed), reached >= 3 ? at(days.assessed) : null, reached < 3 ? ended : null);
  if (reached >= 3)
    clockRow(sheets, 'C32', 'early-help', id, at(days.assessed), reached >= 4 ? at(days.met) : null, reached < 4 ? ended : null);
  if (reached < 5) return;
  const turns = [days.planned, ...days.reviews];
  turns.forEach((day, turn) => {
    const next = days.reviews[turn];
    clockRow(sheets, 'C33', 'early-help', id, at(day), next === undefined ? null : at(next), next === undefined ? ended : null);
  });
}

/** A change of the episode, for "changed since you were last here". */
export function note(story: Story, what: string, day: number, toState: string | null, by: string | null): void {
  story.sheets.add('episode_change', {
    episode_id: story.id,
    at: moment(story.scene, day, 12),
    by_staff: by,
    what,
    to_state: toState,
    record_id: null,
  });
}

/** An event on the child's chronology: proposed by the work itself once, at the request; otherwise added by the lead. */
export function event(story: Story, day: number, category: string, description: string, because: 'request' | null = null): void {
  story.sheets.add('chronology_event', {
    person_id: story.child.id,
    happened_on: dayText(day),
    category,
    description,
    source: 'Early help',
    source_agency_id: story.coordinator.agencyId,
    added_by: because ? null : story.lead.id,
    added_at: moment(story.scene, day, 13),
    automatic: because !== null,
    linked_kind: because ? 'early-help' : null,
    linked_id: because ? story.id : null,
  });
}
