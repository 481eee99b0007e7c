import { hubRules } from './hub-oracle.ts';
import { tellingRules } from './telling-oracle.ts';
import { nightReads, waysInRules } from './ways-in-oracle.ts';
import { performanceRules } from './performance-oracle.ts';
import { sharingRules } from './sharing-oracle.ts';
import { workspaceRules } from './workspace-oracle.ts';
import { policeRules } from './police-oracle.ts';
import type { Row } from './planting.sample.ts';
import type { Facts, Standing } from './standing.ts';

/** Who may read what, written from domain list 2.1 to 2.6 alone: no product role table, no policy, no SQL. One line a table, in the
 *  words of the list; where the list is silent the line says what was decided and why. The product is held against this. */

/** Ids of what one asker may know of, worked out once. */
export interface Sight {
  people: ReadonlySet<unknown>;
  contacts: ReadonlySet<unknown>;
  episodes: ReadonlySet<unknown>;
  families: ReadonlySet<unknown>;
}

export type Rule = (row: Row, who: Standing, sight: Sight, facts: Facts) => boolean;

const partnership = (who: Standing): boolean => who.works && who.is('PARTNER_M', 'DPO', 'SYSADMIN');
const desk = (who: Standing): boolean => who.purposes.has('shield-desk');
const frontDoor = (who: Standing): boolean => who.is('CO', 'MASH_M');
const self = (who: Standing): unknown => who.asker.staffId ?? 'nobody at all';

/** 2.3 Identity index. Through a relationship or a stated reason; whoever recorded a person may read back what they recorded; the shield
 *  desk knows those who are shielded or asked about. 2.6: a conflict shuts before everything; hidden needs leave; restricted needs leave. */
function mayKnow(person: Row, who: Standing, askedAbout: ReadonlySet<unknown>): boolean {
  const id = person['id'];
  if (!who.works || who.conflict.has(id)) return false;
  if (person['restricted'] === true && !who.leave.has(id)) return false;
  const guarded = desk(who) && (person['shield'] !== 'none' || askedAbout.has(id));
  if (person['shield'] === 'hidden' && !who.leave.has(id) && !desk(who)) return false;
  return guarded || who.known.has(id) || (who.leave.has(id) && person['shield_pending'] !== true) || person['created_by'] === self(who);
}

/** 2.3 Contact: the front door reads all; a team or practitioner it was passed to reads it; the referrer reads their own, and the
 *  safeguarding lead of the referrer's school reads the school's. Nobody at the front door reads one about someone shut to them. A
 *  referrer's own words stay theirs even when the child is hidden later: to lose them would tell. A conflict still shuts colleagues' words. */
function mayReadContact(contact: Row, who: Standing, facts: Facts): boolean {
  const about = facts
    .rows('contact_recognition')
    .filter((row) => row['contact_id'] === contact['id'])
    .map((row) => row['person_id']);
  if (who.asker.kind === 'system') return true;
  if (who.asker.kind === 'public') return contact['visitor_key'] !== null && contact['visitor_key'] === who.asker.visitorKey;
  if (!who.works) return false;
  const passed = facts
    .rows('contact_handover')
    .some(
      (row) =>
        row['contact_id'] === contact['id'] &&
        row['returned_at'] === null &&
        (row['to_staff_id'] === self(who) || who.teams.has(row['to_team_id'])),
    );
  if ((frontDoor(who) || passed) && !about.some((id) => who.shut.has(id))) return true;
  if (nightReads(contact, about, who, facts)) return true;
  if (contact['referrer_staff_id'] === self(who)) return true;
  return who.is('DSL') && who.agencies.has(contact['referrer_agency_id']) && !about.some((id) => who.conflict.has(id));
}

/** 2.3 Early help: lead professional, backup and accepted team members while it lasts (TAF_MEMBER ends when the group closes); the team
 *  that works it and those whose team works with the person (TEAM); the co-ordinator allocates and assures quality; the front door manager
 *  reads. A lead reads the same family's earlier help. Nobody, if anyone of the family is shut to them (2.6: no cross-file bleed). */
function mayReadEpisode(episode: Row, who: Standing, facts: Facts): boolean {
  if (who.asker.kind === 'system') return true;
  if (!who.works) return false;
  const family = facts
    .rows('family_member')
    .filter((row) => row['family_id'] === episode['family_id'])
    .map((row) => row['person_id']);
  if (family.some((id) => who.shut.has(id))) return false;
  const leads = facts
    .rows('lead_professional')
    .filter((row) => row['state'] === 'active' && (row['staff_id'] === self(who) || row['backup_staff_id'] === self(who)));
  const open = episode['closed_on'] === null;
  if (open && leads.some((row) => row['episode_id'] === episode['id'])) return true;
  if (
    open &&
    facts
      .rows('taf_member')
      .some(
        (row) =>
          row['episode_id'] === episode['id'] && row['staff_id'] === self(who) && row['accepted_at'] !== null && row['left_on'] === null,
      )
  )
    return true;
  if (who.is('EH_CO', 'MASH_M')) return true;
  if (who.teams.has(episode['team_id']) && (who.purposes.has('early-help') || who.purposes.has('social-work'))) return true;
  const leadsFamily = facts
    .rows('early_help_episode')
    .some((other) => other['family_id'] === episode['family_id'] && leads.some((row) => row['episode_id'] === other['id']));
  return leadsFamily || (who.is('SW', 'TM', 'FSW') && family.some((id) => who.helped.has(id)));
}

/** What one asker may know of. */
export function sightOf(facts: Facts, who: Standing): Sight {
  const askedAbout = new Set(facts.rows('shield_question').flatMap((row) => [row['person_id'], row['shielded_id']]));
  const pick = (table: string, may: (row: Row) => boolean): Set<unknown> =>
    new Set(
      facts
        .rows(table)
        .filter(may)
        .map((row) => row['id']),
    );
  const people = pick('person', (row) => mayKnow(row, who, askedAbout));
  const members = facts.rows('family_member').filter((row) => people.has(row['person_id']));
  return {
    people,
    contacts: pick('contact', (row) => mayReadContact(row, who, facts)),
    episodes: pick('early_help_episode', (row) => mayReadEpisode(row, who, facts)),
    families: new Set([
      ...members.map((row) => row['family_id']),
      ...facts
        .rows('family')
        .filter((row) => who.works && row['created_by'] === self(who))
        .map((row) => row['id']),
    ]),
  };
}

const indexDesk: Rule = (_row, who) => who.asker.kind === 'system' || who.is('INDEX');
const indexQuality: Rule = (_row, who) => who.asker.kind === 'system' || who.is('INDEX', 'PERF', 'QA_AUD', 'DPO', 'DCS');
const signedIn: Rule = (_row, who) => ['staff', 'system', 'machine'].includes(who.asker.kind);
const anyone: Rule = () => true;
const withPerson: Rule = (row, _who, sight) => sight.people.has(row['person_id']);
const withContact: Rule = (row, _who, sight) => sight.contacts.has(row['contact_id']);
const withEpisode: Rule = (row, _who, sight) => sight.episodes.has(row['episode_id']);
const system: Rule = (_row, who) => who.asker.kind === 'system';
const ownOr =
  (...roles: string[]): Rule =>
  (row, who) =>
    who.asker.kind === 'system' || row['staff_id'] === self(who) || who.is(...roles);
/** What the front door made of a contact: never the referrer (REF may not see the record). */
const frontDoorSide: Rule = (row, who, sight) => withContact(row, who, sight, noFacts) && frontDoor(who);
const frontDoorAndPassedTo: Rule = (row, who, sight, facts) =>
  withContact(row, who, sight, facts) &&
  (frontDoor(who) ||
    facts
      .rows('contact_handover')
      .some(
        (one) =>
          one['contact_id'] === row['contact_id'] &&
          one['returned_at'] === null &&
          (one['to_staff_id'] === self(who) || who.teams.has(one['to_team_id'])),
      ));
const noFacts: Facts = { rows: () => [], today: '', now: new Date(0) };

/** Who leads or belongs: with the help itself; one's own part also before and after, unless someone of the family is shut. */
const ownPart: Rule = (row, who, sight, facts) => {
  if (sight.episodes.has(row['episode_id'])) return true;
  const family = facts.rows('early_help_episode').find((one) => one['id'] === row['episode_id'])?.['family_id'];
  return (
    who.works &&
    row['staff_id'] === self(who) &&
    !facts.rows('family_member').some((one) => one['family_id'] === family && who.shut.has(one['person_id']))
  );
};

/** S-023: what hangs on one's own part in a child's life is one's own, while one may know the child. */
const ownAboutPerson: Rule = (row, who, sight) =>
  who.asker.kind === 'system' || (who.works && row['staff_id'] === self(who) && sight.people.has(row['person_id']));
/** S-023, brokered: a request reached this asker's service, unless the child is shut to them. */
const reachedService = (row: Row, who: Standing): boolean =>
  who.works &&
  !who.shut.has(row['person_id']) &&
  (row['staff_id'] === self(who) || who.teams.has(row['team_id']) || (row['team_id'] === null && who.agencies.has(row['agency_id'])));

const personOf = (row: Row, facts: Facts): Row | undefined => facts.rows('person').find((one) => one['id'] === row['person_id']);
/** 2.6 Shielded address: replaced everywhere; those on the shield list and the desk alone. */
const whereTheyAre: Rule = (row, who, sight, facts) =>
  withPerson(row, who, sight, facts) &&
  ((personOf(row, facts)?.['shield'] === 'none' && row['shielded'] !== true) || who.leave.has(row['person_id']) || desk(who));

/** 2.2 EH_CO may not see section 47 records: entries for social care alone are for social workers who help, and the front door manager. */
const chronology: Rule = (row, who) => {
  if (who.shut.has(row['person_id'])) return false;
  if (who.asker.kind === 'system') return true;
  if (!who.works) return false;
  const forAll = row['open_to'] === 'everyone who helps';
  return (
    row['added_by'] === self(who) ||
    who.is('MASH_M') ||
    (who.is('EH_CO') && forAll) ||
    (who.helped.has(row['person_id']) && (forAll || who.is('SW', 'TM')))
  );
};

/** 2.3 Referral and strategy: the social work team asked, the worker, the front door manager and whoever sent it; never about someone shut. */
const socialWork =
  (sender: string, helpers: boolean): Rule =>
  (row, who) =>
    who.works &&
    !who.shut.has(row['child_id']) &&
    ((who.teams.has(row['team_id']) && who.is('SW', 'TM')) ||
      row['allocated_to'] === self(who) ||
      row[sender] === self(who) ||
      who.is('MASH_M') ||
      (helpers && who.is('SW', 'TM') && who.helped.has(row['child_id'])));

/** Identity rule 10: no question of the review desk to anyone without a right to both. A conflict or a restriction without leave shuts it; about anyone
 *  shielded it is the shield desk's alone, else the index desk's. */
export const mayReadQuestion = (row: Row, who: Standing, facts: Facts): boolean => {
  const both = facts.rows('person').filter((one) => one['id'] === row['person_id'] || one['id'] === row['other_person_id']);
  if (!who.works || both.some((one) => who.conflict.has(one['id']) || (one['restricted'] === true && !who.leave.has(one['id']))))
    return false;
  const isShielded = row['harm'] === 'shielded' || both.some((one) => one['shield'] !== 'none');
  return who.purposes.has(isShielded ? 'shield-desk' : 'index-desk');
};
const questionOf = (row: Row, facts: Facts): Row | undefined => facts.rows('link_question').find((one) => one['id'] === row['question_id']);
const withQuestion: Rule = (row, who, _sight, facts) => {
  const question = questionOf(row, facts);
  return question !== undefined && mayReadQuestion(question, who, facts);
};
const figures = (who: Standing): boolean => who.is('INDEX', 'PERF', 'QA_AUD', 'DPO', 'DCS');
/** The first reading stays shut to a second reader until they have given their own. */
const reading: Rule = (row, who, sight, facts) => {
  const question = questionOf(row, facts);
  const hasRead = facts.rows('link_reading').some((one) => one['question_id'] === row['question_id'] && one['reader_id'] === self(who));
  return (
    withQuestion(row, who, sight, facts) &&
    (row['reader_id'] === self(who) || question?.['settled_at'] !== null || question['needs_second_reader'] !== true || hasRead)
  );
};

/** Table by table. A table that is not here fails the matrix: write its line from the domain list first. */
export const oracle: Readonly<Record<string, Rule>> = {
  // Who people are
  person: (row, _who, sight) => sight.people.has(row['id']),
  person_name: withPerson,
  identifier: withPerson,
  warning_note: withPerson,
  person_search: withPerson,
  match_decision: withPerson,
  family_member: withPerson,
  person_address: whereTheyAre,
  person_contact_point: whereTheyAre,
  relationship: (row, _who, sight) => sight.people.has(row['person_id']) && sight.people.has(row['related_id']),
  certainly_not: (row, _who, sight) => sight.people.has(row['person_a']) && sight.people.has(row['person_b']),
  family: (row, _who, sight) => sight.families.has(row['id']),
  // 2.6 Sensitive service: its existence is hidden by default, but for its own agency
  involvement: (row, who, sight, facts) =>
    withPerson(row, who, sight, facts) &&
    (row['sensitive'] !== true || row['consent_to_show'] === true || row['staff_id'] === self(who) || who.agencies.has(row['agency_id'])),
  involvement_watch: ownAboutPerson,
  involvement_news: ownAboutPerson,
  // S-023 Brokered: whoever asked, the privacy officer who passes on, and the service it reached; the answer is for the service and,
  // once it chose to reply, for whoever asked. The officer never learns whether there is a service
  broker_request: (row, who, sight, facts) =>
    who.works &&
    !who.conflict.has(row['person_id']) &&
    ((row['asked_by'] === self(who) && sight.people.has(row['person_id'])) ||
      who.is('DPO') ||
      facts.rows('broker_delivery').some((one) => one['request_id'] === row['id'] && reachedService(one, who))),
  broker_delivery: (row, who, sight) =>
    reachedService(row, who) ||
    (who.works && row['replied'] === true && row['asked_by'] === self(who) && sight.people.has(row['person_id'])),
  // 2.6 Guards: the desk for shields, managers and the privacy officer for restrictions and conflicts; a conflict shuts here too
  shield_allow: (row, who) => desk(who) && !who.conflict.has(row['person_id']),
  shield_question: (row, who) => desk(who) && !who.conflict.has(row['person_id']) && !who.conflict.has(row['shielded_id']),
  restriction_allow: (row, who) =>
    who.works && !who.conflict.has(row['person_id']) && (who.is('DPO', 'SM_HOS', 'TM') || row['staff_id'] === self(who)),
  conflict_of_interest: (_row, who) => who.works && who.is('DPO', 'SYSADMIN', 'TM'),
  index_look: (row, who) => who.works && !who.conflict.has(row['person_id']) && (row['staff_id'] === self(who) || who.is('DPO')),
  break_glass: (row, who) => who.works && !who.conflict.has(row['person_id']) && (row['staff_id'] === self(who) || who.is('DPO', 'TM')),
  // The front door
  contact: (row, _who, sight) => sight.contacts.has(row['id']),
  contact_category: withContact,
  contact_person: withContact,
  contact_question: withContact,
  contact_feedback: withContact,
  stored_file: (row, who, sight, facts) =>
    who.asker.kind === 'system' ||
    (row['owner_kind'] === 'contact'
      ? sight.contacts.has(row['owner_id'])
      : facts.rows('draft').some((one) => one['id'] === row['owner_id'] && one['staff_id'] === self(who))),
  ...hubRules,
  ...tellingRules,
  ...waysInRules,
  ...workspaceRules,
  ...policeRules,
  ...performanceRules,
  contact_note: frontDoorSide,
  contact_recognition: frontDoorAndPassedTo,
  contact_decision: (row, who, sight, facts) => who.asker.kind === 'system' || frontDoorAndPassedTo(row, who, sight, facts),
  contact_handover: (row, who, sight) =>
    who.asker.kind === 'system' ||
    (who.works &&
      !who.shut.has(row['person_id']) &&
      ((frontDoor(who) && sight.contacts.has(row['contact_id'])) || row['to_staff_id'] === self(who) || who.teams.has(row['to_team_id']))),
  // Early help: everything of an episode with the episode; whoever was asked to lead or join may read the asking
  early_help_episode: (row, _who, sight) => sight.episodes.has(row['id']),
  episode_change: withEpisode,
  service_agreement: withEpisode,
  agreement_sharing: withEpisode,
  assessment: withEpisode,
  assessment_child: withEpisode,
  assessment_domain: withEpisode,
  assessment_evidence: withEpisode,
  assessment_need: withEpisode,
  taf_meeting: withEpisode,
  meeting_attendance: withEpisode,
  meeting_decision: withEpisode,
  plan: withEpisode,
  plan_goal: withEpisode,
  plan_goal_need: withEpisode,
  plan_action: withEpisode,
  review: withEpisode,
  goal_score: withEpisode,
  lead_professional: ownPart,
  taf_member: ownPart,
  referral: socialWork('sent_by', true),
  strategy_request: socialWork('requested_by', false),
  chronology_event: chronology,
  ...sharingRules,
  // S-006: applications to the partnership manager, the privacy officer and the administrator, and for an hour to whoever applied; an
  // agreement also to whoever looks after that agency's people
  partner_application: (row, who) => partnership(who) || (row['visitor_key'] !== null && row['visitor_key'] === who.asker.visitorKey),
  partner_step: (_row, who) => partnership(who),
  partner_agreement: (row, who) =>
    who.asker.kind === 'system' || partnership(who) || (who.works && who.is('AG_ADM') && who.agencies.has(row['agency_id'])),
  // What one person, one team or one role is told
  draft: (row, who) => row['staff_id'] === self(who) || (row['visitor_key'] !== null && row['visitor_key'] === who.asker.visitorKey),
  alert: (row, who) => row['staff_id'] === self(who) || who.teams.has(row['team_id']) || who.roles.has(String(row['role'])),
  idempotency: (row, who) =>
    who.asker.kind === 'system' || String(row['key']).startsWith(`${who.asker.staffId ?? who.asker.visitorKey ?? who.asker.kind}:`),
  session: ownOr('SYSADMIN', 'DPO'),
  sign_in_identity: ownOr('SYSADMIN'),
  sign_in_attempt: system,
  machine_client: (_row, who) => who.asker.kind === 'system' || who.is('SYSADMIN', 'INDEX', 'DPO'),
  job: (_row, who) => who.asker.kind === 'system' || who.is('SYSADMIN'),
  // 2.3 Audit record: privacy officer and auditor; one's own acts
  audit_event: ownOr('DPO', 'QA_AUD'),
  audit_subject: (_row, who) => who.asker.kind === 'system' || who.is('DPO', 'QA_AUD'),
  audit_seal: (_row, who) => who.asker.kind === 'system' || who.is('DPO'),
  audit_checkpoint: (_row, who) => who.asker.kind === 'system' || who.is('DPO'),
  // Colleagues are known to each other; reference data is known to all. Clocks carry ids and dates alone and say nothing without what they run on
  staff: signedIn,
  membership: signedIn,
  // The index: what sources say and what was asserted go with the person; questions, readings and requests with a right to both; figures without people
  // where a shielded person lives stands in both; what a join moved is the functions' own
  source_record: whereTheyAre,
  assertion: (row, who, sight, facts) =>
    ['address', 'contact point', 'as recorded'].includes(String(row['kind']))
      ? whereTheyAre(row, who, sight, facts)
      : withPerson(row, who, sight, facts),
  person_move: () => false,
  apportion_item: (row, _who, sight) => sight.people.has(row['person_id']) && sight.people.has(row['other_id']),
  source_key: () => false,
  link_question: (row, who, _sight, facts) => mayReadQuestion(row, who, facts),
  link_reading: reading,
  link_request: withQuestion,
  link_label: (row, who) => (row['harm'] === 'shielded' ? desk(who) : figures(who)),
  sample_draw: (_row, who) => figures(who),
  link_sample: (row, who) => figures(who) && row['read_as'] !== null,
  quality_run: indexQuality,
  quality_figure: indexQuality,
  implausible_life: (row, who, _sight, facts) =>
    who.purposes.has('index-desk') && mayReadQuestion({ ...row, harm: 'ordinary' }, who, facts),
  // Feeds: what was sent is for the index desk, whose work it is, and the worker; counts and steps also for those who answer for quality. Examples
  // about someone shut to the officer are not told; what a feed tells of a person goes with the person
  feed_field: indexDesk,
  feed_file: indexDesk,
  feed_file_part: indexDesk,
  feed_reject: indexDesk,
  feed_sample: (row, who) => who.asker.kind === 'system' || (who.is('INDEX') && !who.shut.has(row['person_id'])),
  feed_run: indexQuality,
  feed_run_field: indexQuality,
  feed_decision: indexQuality,
  feed_subject: (row, _who, sight) => sight.people.has(row['person_id']),
  // What partners' systems may ask is for the privacy officer and the administrator. What the NHS said goes with the person, where it says they live
  // with where they live; leave to ask about someone hidden is the shield desk's
  index_agreement: (_row, who) => who.works && who.is('DPO', 'SYSADMIN'),
  nhs_run: (_row, who) => who.asker.kind === 'system' || (who.works && who.is('INDEX', 'PERF')),
  nhs_trace: (row, who, sight, facts) => who.asker.kind === 'system' || withPerson(row, who, sight, facts),
  nhs_difference: (row, who, sight, facts) =>
    who.asker.kind === 'system' || (row['field'] === 'address' ? whereTheyAre(row, who, sight, facts) : withPerson(row, who, sight, facts)),
  nhs_leave: (row, who) => desk(who) && !who.conflict.has(row['person_id']),
  feed: (_row, who) => ['staff', 'system'].includes(who.asker.kind),
  absence: (_row, who) => ['staff', 'system'].includes(who.asker.kind),
  agency: anyone,
  team: anyone,
  team_area: anyone,
  involvement_freshness: anyone,
  setting: anyone,
  code: anyone,
  bank_holiday: anyone,
  hub_hours: anyone,
  clock_rule: anyone,
  retention_rule: anyone,
  identity_provider: anyone,
  identity_provider_agency: anyone,
  pathway_stage: anyone,
  priority: anyone,
  outcome: anyone,
  outcome_priority: anyone,
  outcome_wording: anyone,
  rate_window: anyone,
  clock: (_row, who) => who.asker.kind !== 'nobody',
  clock_extension: (_row, who) => ['staff', 'system'].includes(who.asker.kind),
  // Which migrations ran: the program asks before it starts
  platform_migration: anyone,
};
