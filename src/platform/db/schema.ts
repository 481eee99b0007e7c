// Printed from the database by "npm run db:types". Never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely'

/** Days on which a practitioner is away and who stands in. Never why. */
export interface AbsenceTable {
  /** Opaque id */
  id: Generated<string>
  /** Who is away */
  staff_id: string
  /** First day */
  from_on: string
  /** Last day */
  to_on: string
  /** Who stands in */
  cover_staff_id: string | null
  /** Who said so */
  recorded_by: string
  /** When */
  recorded_at: Generated<Date>
  /** When it was taken back */
  cancelled_at: Date | null
}

/** An organisation whose people use Goldthread. No one from an agency may work here before its agreement is recorded (S-006). */
export interface AgencyTable {
  /** Opaque id */
  id: Generated<string>
  /** Name as people say it */
  name: string
  /** SCHOOL, POLICE, LA_SOCIAL_CARE and so on (domain list 9.3) */
  agency_type: string
  /** Reference of the signed information-sharing agreement */
  agreement_reference: string | null
  /** When the agreement was signed; null means no users yet */
  agreement_signed_on: string | null
  /** Reference of the data protection impact assessment */
  dpia_reference: string | null
  /** First day the agency's people may sign in */
  live_from: string | null
  /** When the agency was suspended; its people cannot sign in from then */
  suspended_at: Date | null
  /** Why it was suspended */
  suspended_reason: string | null
  /** Main telephone */
  phone: string | null
  /** Main secure mailbox */
  email: string | null
  /** Optimistic version */
  version: Generated<number>
  /** When its facts were last changed; null while as first written */
  changed_at: Date | null
  /** Administrator or privacy officer who changed them */
  changed_by: string | null
  /** Clauses of the agreement that stands today, compiled: what the agency may send and see */
  clauses: Generated<string[]>
  /** Last day of the agreement that stands; null where it has none */
  agreement_until: string | null
}

/** An agency's answer to a request (form 4.17). Until released it is its agency's alone: not the hub's, not in a count, not in an error. */
export interface AgencyReturnTable {
  /** Opaque id */
  id: Generated<string>
  /** The request */
  request_id: string
  /** The agency whose information it is (hub rule, domain 2.5) */
  agency_id: string
  /** 1 for the first; a correction is a further return that replaces the one before */
  number: number
  /** yes, no: whether the agency knows the family at all */
  known: string
  /** Who last wrote in it */
  written_by: string
  /** When */
  written_at: Date
  /** Who released it to the hub */
  released_by: string | null
  /** When; null is the agency's own paper */
  released_at: Date | null
  /** When a further return took its place */
  replaced_at: Date | null
  /** Why, for a further return */
  correction_reason: string | null
  /** Optimistic version */
  version: Generated<number>
}

/** With which agency the family is content for information to be shared. */
export interface AgreementSharingTable {
  /** The agreement */
  agreement_id: string
  /** Its episode */
  episode_id: string
  /** Kind of agency: school, health visitor, GP and so on */
  agency_kind: string
  /** yes, ask first, no */
  preference: string
}

/** A message shown to one person or one team inside Goldthread. Ids and dates; the words come from the page. */
export interface AlertTable {
  /** Opaque id */
  id: Generated<string>
  /** For whom */
  staff_id: string | null
  /** Or for which team */
  team_id: string | null
  /** Or for everyone in a role */
  role: string | null
  /** What kind, for example break-glass */
  kind: string
  /** Thing it is about */
  record_id: string | null
  /** Where to go */
  href: string
  /** When */
  raised_at: Generated<Date>
  /** Who dealt with it */
  seen_by: string | null
  /** When */
  seen_at: Date | null
}

/** A link by which somebody without an account reads what they are told, once, within fourteen days. The code itself is kept nowhere here. */
export interface AnswerLinkTable {
  /** Opaque id */
  id: Generated<string>
  /** The concern */
  contact_id: string
  /** SHA-256 of the code in the link */
  code_hash: string
  /** When */
  made_at: Date
  /** Until when it opens */
  runs_out_at: Date
  /** The referrer asked for it with the reference and the address they had given */
  asked_for: Generated<boolean>
  /** When it was used */
  opened_at: Date | null
  /** Hash of the browser key that used it: that browser may read on for an hour */
  opened_by: string | null
}

/** Something written while two people were wrongly one, or while a record stood under the wrong person: a person says whose it is. */
export interface ApportionItemTable {
  /** Under whom it stands meanwhile (distribution key) */
  person_id: string
  /** Opaque id */
  id: Generated<string>
  /** Whose it may be */
  other_id: string
  /** The join or split that was wrong */
  assertion_id: string
  /** Table of the row */
  table_name: string
  /** Column that names the person */
  column_name: string
  /** The row's primary key without that column */
  row_key: unknown
  /** When the wrong join was taken back */
  raised_at: Generated<Date>
  /** When someone said whose it is; null while it waits */
  decided_at: Date | null
  /** Who */
  decided_by: string | null
  /** stays or goes */
  decision: string | null
  /** Why */
  reason: string | null
}

/** What someone or the matcher asserts about a person. Rows are only added; an assertion is taken back by another of the kind retract. A person is the fold of their live assertions in the order of their places. What stood before assertions were kept is asserted once, by the kind as recorded, when the person is first touched. Two people's assertion is written under each. */
export interface AssertionTable {
  /** About whom (distribution key) */
  person_id: string
  /** 1 for the person's first assertion, then on; two writers at once cannot take the same place */
  place: number
  /** The same id on both rows of an assertion about two people */
  id: Generated<string>
  /** link, certainly not, merge, split, name, date of birth, sex, address, contact point, identifier, relationship, as recorded, retract */
  kind: string
  /** Place of the assertion of this person that is taken back */
  retracts: number | null
  /** Source record it rests on; null for what someone said here */
  source_record_id: string | null
  /** Other person of a certainly not, merge, split or relationship; no foreign key, for they may live on another machine */
  other_person_id: string | null
  /** What is said, by names fixed for each kind in index-model/assertion.ts: a name has kind, given, family; an address its lines and days */
  facts: Generated<unknown>
  /** Agency that says so; null for the matcher */
  agency_id: string | null
  /** Who; null for the matcher */
  made_by: string | null
  /** A person's decision, which no machine changes */
  is_manual: boolean
  /** Why, in words */
  why: string
  /** Matcher's model; null for a person's */
  model_version: string | null
  /** What the matcher weighed, factor by factor; null for a person's without it */
  evidence: unknown
  /** When */
  made_at: Generated<Date>
}

/** The whole-family early help assessment (CAF), one page per domain (domain 4.3). */
export interface AssessmentTable {
  /** Opaque id */
  id: Generated<string>
  /** Help it belongs to */
  episode_id: string
  /** STARTED, SUBMITTED, RETURNED, AUTHORISED */
  state: Generated<string>
  /** Day it began */
  started_on: string
  /** Who is assessing */
  started_by: string
  /** What led to this assessment */
  what_led: string | null
  /** Who took part */
  people_present: string | null
  /** Analysis: what does it all mean for these children */
  so_what: string | null
  /** What needs to change */
  what_next: string | null
  /** Parents' and carers' comments, in their words */
  parent_comments: string | null
  /** Why there are none */
  parent_comments_missing: string | null
  /** Where the family sees it differently */
  disagreement: string | null
  /** Who finished it */
  submitted_by: string | null
  /** When */
  submitted_at: Date | null
  /** Manager or co-ordinator who authorised it; never its author */
  authorised_by: string | null
  /** When */
  authorised_at: Date | null
  /** What to put right, when it was returned */
  returned_why: string | null
  /** Who last changed the analysis */
  changed_by: string | null
  /** When */
  changed_at: Date | null
  /** Optimistic version */
  version: Generated<number>
}

/** One child in an assessment: seen or not, and the child's own words in a field of their own, apart from any adult's summary. */
export interface AssessmentChildTable {
  /** The assessment */
  assessment_id: string
  /** Its episode */
  episode_id: string
  /** The child */
  person_id: string
  /** Day the child was seen for it */
  seen_on: string | null
  /** Seen without parents or carers */
  seen_alone: boolean | null
  /** Why not */
  not_seen_because: string | null
  /** How the words were given: talking, drawing, three houses, observation, other */
  how: string | null
  /** The child's own words, as said */
  own_words: string | null
  /** Why there are none */
  words_missing: string | null
  /** The child is content for the family to read these words; without a yes they are left out of the family's copy */
  share_with_family: Generated<boolean>
  /** What the worker understood; never the child's words */
  adult_summary: string | null
  /** Who last changed it */
  changed_by: string
  /** When */
  changed_at: Date
  /** Optimistic version */
  version: Generated<number>
}

/** One domain of an assessment: strengths beside needs, evidence, how child and parent see it, and a score. */
export interface AssessmentDomainTable {
  /** The assessment */
  assessment_id: string
  /** Its episode */
  episode_id: string
  /** Domain code of the common assessment */
  domain: string
  /** What is going well */
  strengths: string | null
  /** What is needed */
  needs: string | null
  /** How we know */
  evidence: string | null
  /** How the children see it */
  child_view: string | null
  /** How parents and carers see it */
  parent_view: string | null
  /** 0 (much worry) to 10 (no worry) */
  score: number | null
  /** True when last time's answer was confirmed as still right */
  confirmed_unchanged: Generated<boolean>
  /** Who last changed it */
  changed_by: string
  /** When */
  changed_at: Date
  /** Optimistic version */
  version: Generated<number>
}

/** Events of the chronology picked as evidence for a domain. */
export interface AssessmentEvidenceTable {
  /** The assessment */
  assessment_id: string
  /** Its episode */
  episode_id: string
  /** Domain code */
  domain: string
  /** Event in the chronology */
  event_id: string
}

/** A need found by the assessment, tagged with the national family needs framework (domain 6.1). */
export interface AssessmentNeedTable {
  /** The assessment */
  assessment_id: string
  /** Its episode */
  episode_id: string
  /** Code such as 1.1 or 5.2 */
  need_code: string
}

/** A signed statement of the chain's length and head, also written outside the database. */
export interface AuditCheckpointTable {
  /** Length of the chain it speaks for */
  position: number
  /** Head of the chain */
  chain_hash: string
  /** When */
  signed_at: Date
  /** Which key signed */
  key_id: string
  /** Ed25519 signature, base64 */
  signature: string
}

/** What happened to whose information, in order, never changed and never deleted by users. */
export interface AuditEventTable {
  /** Order of writing */
  id: GeneratedAlways<number>
  /** When */
  at: Generated<Date>
  /** staff, public, machine, system */
  actor: string
  /** Who */
  staff_id: string | null
  /** Role they acted in */
  role: string | null
  /** Agency they acted for */
  agency_id: string | null
  /** Name of the act, for example front-door.contact.view */
  action: string
  /** done, refused, not-allowed, not-found */
  outcome: Generated<string>
  /** Reason given, where one was asked */
  purpose: string | null
  /** People whose information it was, including everyone a search returned */
  subject_ids: Generated<string[]>
  /** Kind of record, where it was one */
  record_kind: string | null
  /** Its id */
  record_id: string | null
  /** Ids, counts and codes only */
  detail: Generated<unknown>
  /** Request it belonged to */
  request_id: string | null
  /** Hex sha-256 of the row's content, so that one row can be checked alone */
  row_hash: string
}

/** The chain: each sealed event's place and the hash over all before it. Written by the sealer alone. */
export interface AuditSealTable {
  /** Place in the chain, from 1 without gaps */
  position: number
  /** Event sealed here */
  event_id: number
  /** Hex sha-256 of the previous chain hash and this row's hash */
  chain_hash: string
  /** When it was sealed */
  sealed_at: Generated<Date>
}

/** One row for each person an audit event was about, so that "who has seen this" is an index look-up. */
export interface AuditSubjectTable {
  /** The person */
  person_id: string
  /** The event */
  event_id: number
}

/** Bank holidays in England and Wales, as data with the day each became known. */
export interface BankHolidayTable {
  /** The day */
  day: string
  /** Its name */
  title: string
  /** Where it was published */
  source: string
  /** Day it was announced; before it nobody could count on it */
  valid_from: Generated<string>
  /** Last day on which it stood, when it was moved or withdrawn */
  valid_to: string | null
}

/** Emergency access to a record otherwise closed: reason, limit, review by the privacy officer (DPO). */
export interface BreakGlassTable {
  /** Opaque id */
  id: Generated<string>
  /** Who broke the glass */
  staff_id: string
  /** Whose record */
  person_id: string
  /** Why it could not wait */
  reason: string
  /** When */
  opened_at: Generated<Date>
  /** Until when; 8 hours unless configured */
  runs_out_at: Date
  /** When it was reviewed */
  reviewed_at: Date | null
  /** By whom */
  reviewed_by: string | null
  /** justified, not justified, follow up */
  finding: string | null
  /** What was found */
  finding_note: string | null
}

/** A request as it reached one service. Read by that service alone; by whoever asked only once the service chose to reply. */
export interface BrokerDeliveryTable {
  /** About whom */
  person_id: string
  /** Opaque id */
  id: Generated<string>
  /** Request that was passed on */
  request_id: string
  /** Who asked, as in the request */
  asked_by: string
  /** Agency of the service */
  agency_id: string
  /** Its team */
  team_id: string | null
  /** Its practitioner */
  staff_id: string | null
  /** When */
  passed_on_at: Generated<Date>
  /** When the service put it away or replied */
  answered_at: Date | null
  /** Who did */
  answered_by: string | null
  /** Whether the service chose to let the asker know of it */
  replied: Generated<boolean>
  /** What it says to the asker */
  reply: string | null
}

/** A practitioner asks the privacy officer to pass a message on to whatever sexual health, mental health or substance misuse service works with a child, if any does. The same for every child. */
export interface BrokerRequestTable {
  /** About whom */
  person_id: string
  /** Opaque id */
  id: Generated<string>
  /** Who asks to be contacted */
  asked_by: string
  /** When */
  asked_at: Generated<Date>
  /** Why, in their words, for the service to read */
  message: string
  /** Privacy officer who decided */
  decided_by: string | null
  /** When */
  decided_at: Date | null
  /** passed on, or not passed on */
  decision: string | null
  /** Why not */
  decision_note: string | null
}

/** Two people who are certainly not the same: twins, or a decision someone made. Never offered as one without a warning. */
export interface CertainlyNotTable {
  /** The lower id */
  person_a: string
  /** The higher id */
  person_b: string
  /** twins, decided */
  because: string
  /** Who */
  decided_by: string | null
  /** When */
  decided_at: Generated<Date>
}

/** What happened in a child's life, in order, with its source. Facts of the work are proposed by themselves; a person promotes them. */
export interface ChronologyEventTable {
  /** Opaque id */
  id: Generated<string>
  /** The child */
  person_id: string
  /** When it happened */
  happened_on: string
  /** day, month, year or about */
  accuracy: Generated<string>
  /** Significant event, contact, change of home, school, health, police, placement, loss, strength */
  category: string
  /** What happened */
  description: string
  /** What it meant for the child */
  impact_on_child: string | null
  /** Whether the child was there; null not known */
  child_present: boolean | null
  /** Who said so */
  source: string
  /** Their agency */
  source_agency_id: string | null
  /** Who added it; null for a fact of the work */
  added_by: string | null
  /** When it was added */
  added_at: Date
  /** Proposed by the program from a fact of the work */
  automatic: Generated<boolean>
  /** Who judged it significant */
  promoted_by: string | null
  /** When */
  promoted_at: Date | null
  /** Left out of anything the family is given */
  hidden_from_family: Generated<boolean>
  /** About someone else: left out of anything the family is given */
  third_party: Generated<boolean>
  /** everyone who helps, or social care and the front door only */
  open_to: Generated<string>
  /** Kind of the record it came from */
  linked_kind: string | null
  /** That record */
  linked_id: string | null
  /** When it was taken out as wrong; the row stays */
  removed_at: Date | null
  /** Why */
  removed_because: string | null
  /** Optimistic version */
  version: Generated<number>
}

/** A running or finished clock on one thing. Due dates never move; an extension is a row of its own. */
export interface ClockTable {
  /** Opaque id */
  id: Generated<string>
  /** Which rule */
  rule_key: string
  /** What it runs on: contact, referral, assessment, plan */
  subject_kind: string
  /** Id of that thing */
  subject_id: string
  /** Trigger moment; its day is day 0 */
  started_at: Date
  /** End by the rule, fixed when the clock started */
  due_at: Date
  /** When it begins to warn */
  warn_at: Date
  /** When the thing happened; null while running */
  met_at: Date | null
  /** When the clock stopped without being met */
  cancelled_at: Date | null
  /** Why it was late, in the words of the person responsible */
  breach_reason: string | null
  /** What the manager decided when it was late */
  manager_decision: string | null
}

/** An extension of a clock: a new due date, by whom and why. The first due date stays on the clock. */
export interface ClockExtensionTable {
  /** Opaque id */
  id: Generated<string>
  /** Clock extended */
  clock_id: string
  /** New due moment */
  due_at: Date
  /** Why */
  reason: string
  /** Who decided */
  extended_by: string
  /** When it was decided */
  extended_at: Date
}

/** A rule for a clock: how long, in what unit, and on what authority (domain 3.1). */
export interface ClockRuleTable {
  /** C01, C02 and so on */
  key: string
  /** What the clock is for */
  name: string
  /** How many units; 0 is the same day */
  limit_count: number
  /** working-days, calendar-days, weeks, calendar-months, hours, hub-hours */
  unit: string
  /** Part of the limit after which it warns */
  warn_fraction: Generated<string>
  /** statutory, local, professional or seed */
  basis: string
  /** Statute, guidance or local protocol in words */
  source: string
  /** First day of this rule */
  valid_from: Generated<string>
  /** Last day of this rule */
  valid_to: string | null
  /** after: counts on from the trigger; before: counts back from it, as a report due before a conference */
  direction: Generated<string>
  /** Warns after so many units instead of after a part of the limit */
  warn_limit: number | null
  /** Where practice differs, and what was chosen */
  note: string | null
}

/** Code lists with validity: referral sources, ethnicity, needs, outcome codes. */
export interface CodeTable {
  /** Name of the list */
  list: string
  /** Code as the return has it */
  code: string
  /** Words on the screen */
  label: string
  /** Order on the screen */
  sort: Generated<number>
  /** First day in use */
  valid_from: Generated<string>
  /** Last day in use */
  valid_to: string | null
  /** Where the list comes from */
  source: string
}

/** A member of staff who must not see someone's record: relative, friend, neighbour, or the record is their own. */
export interface ConflictOfInterestTable {
  /** Member of staff */
  staff_id: string
  /** Person whose record is closed to them */
  person_id: string
  /** relative, friend, neighbour, self */
  nature: string
  /** Who recorded it */
  declared_by: string | null
  /** First day */
  valid_from: Generated<string>
  /** Last day */
  valid_to: string | null
}

/** A question to a discipline about a contact. Whoever asks keeps the contact; whoever answers sees the question and the people named in it, never the contact. */
export interface ConsultTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact it is about */
  contact_id: string
  /** Discipline asked */
  discipline: string
  /** What is asked, in words the discipline may read */
  question: string
  /** What they need to know to answer, chosen by whoever asks; nothing else of the contact is shown */
  background: string | null
  /** ASKED, ANSWERED, WITHDRAWN */
  state: Generated<string>
  /** Who asks, and goes on owning the contact */
  asked_by: string
  /** When */
  asked_at: Date
  /** Who was on duty and was told; null when nobody was */
  asked_of: string | null
  /** What the discipline says */
  answer: string | null
  /** Who answered */
  answered_by: string | null
  /** When */
  answered_at: Date | null
  /** When it was no longer needed */
  withdrawn_at: Date | null
  /** Why */
  withdrawn_because: string | null
  /** When whoever asked had read the answer */
  read_at: Date | null
  /** Optimistic version */
  version: Generated<number>
}

/** Someone a consult is about, as whoever asks chose to name them. This, never the contact, is what the discipline reads. */
export interface ConsultPersonTable {
  /** The consult */
  consult_id: string
  /** As the contact names them */
  contact_person_id: string
  /** As the index knows them, where recognised */
  person_id: string | null
  /** Name told */
  name: string
  /** Date of birth told, where known */
  date_of_birth: string | null
}

/** A concern someone raised about one child or several, in the referrer's own words (form 4.1). */
export interface ContactTable {
  /** Opaque id */
  id: Generated<string>
  /** Reference people can say, for example C-2041 */
  reference: string
  /** SUBMITTED, MATCHING, SCREENING, RETURNED_TO_REFERRER, TRIAGE_MASH, DECIDED, CLOSED, MERGED (3.3) */
  state: Generated<string>
  /** When it reached us; clock C02 starts here */
  received_at: Date
  /** When it was typed in */
  recorded_at: Generated<Date>
  /** PHONE, WEB, EMAIL, POLICE_FEED, WALK_IN, LETTER, PARTNER_SYSTEM, OUT_OF_HOURS, SELF, TRANSFER_IN, HEALTH_TRIGGER */
  channel: string
  /** Referral source code of the children in need census */
  source_code: Generated<string>
  /** Referrer, when they are signed in */
  referrer_staff_id: string | null
  /** Their agency */
  referrer_agency_id: string | null
  /** Hash of the browser key, for a public referrer's receipt within the hour */
  visitor_key: string | null
  /** Name as given; null when anonymous */
  referrer_name: string | null
  /** Role or relationship in words */
  referrer_role: string | null
  /** Agency as given */
  referrer_agency_name: string | null
  /** Telephone */
  referrer_phone: string | null
  /** Email */
  referrer_email: string | null
  /** How they know the child */
  relationship_to_child: string | null
  /** A member of the public who does not wish to be named */
  anonymous: Generated<boolean>
  /** Whether they want to hear */
  wishes_feedback: Generated<boolean>
  /** A child is in immediate danger: 999 was shown */
  immediate_danger: Generated<boolean>
  /** yes, no, not known */
  whereabouts_known: Generated<string>
  /** When and where the child was last seen */
  last_seen: string | null
  /** yes, no, not known */
  safe_to_contact_parents: Generated<string>
  /** Anything that makes a visit unsafe */
  risk_to_worker: string | null
  /** What worries the referrer, in their words */
  what_happened: string
  /** When and where */
  when_where: string | null
  /** What the child said, in the child's words */
  child_said: string | null
  /** What it means for the child */
  impact_on_child: string | null
  /** What the referrer knows of earlier worries */
  history_known: string | null
  /** What is going well */
  working_well: string | null
  /** What has been tried */
  support_tried: string | null
  /** What the referrer thinks would help */
  what_would_help: string | null
  /** Level the referrer believes it is, 1 to 4; null not known */
  level_believed: number | null
  /** Why they think so */
  level_why: string | null
  /** yes, no, not known */
  parents_informed: Generated<string>
  /** yes, no, not known */
  agreement_obtained: Generated<string>
  /** Who agreed */
  agreement_by_whom: string | null
  /** Why it was not sought or given */
  agreement_why_not: string | null
  /** Whether the child knows, and what they think */
  child_told_and_view: string | null
  /** Who is working on it now */
  held_by: string | null
  /** Since when */
  held_since: Date | null
  /** The contact this repeats */
  duplicate_of: string | null
  /** Early help episode it came from, with its plan attached */
  stepped_up_from: string | null
  /** When the referrer had been told and nothing was left to do */
  closed_at: Date | null
  /** Optimistic version */
  version: Generated<number>
  /** Who wrote down what someone else told: the officer at the telephone, the night worker; null when the referrer wrote it */
  recorded_by: string | null
}

/** A kind of worry the referrer ticked. */
export interface ContactCategoryTable {
  /** The contact */
  contact_id: string
  /** Category in words, from the code list concern-category */
  category: string
}

/** The moment of the last change of each contact. A page knows the moment it was read at; what is later changed since. A moment and not a count: a count that grows between two looks would tell of contacts the reader may not see. */
export interface ContactChangeTable {
  /** The contact */
  contact_id: string
  /** Moment of its last change, in microseconds since 1970 */
  number: number
  /** When */
  changed_at: Date
  /** Who; null for a rule, a job or the referrer */
  changed_by: string | null
}

/** The decision for one child of a contact: level, reasons, outcome, why, by whom. Never copied to a brother or sister. */
export interface ContactDecisionTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** The child as named */
  contact_person_id: string
  /** The child in the index */
  person_id: string
  /** Threshold level 1 to 4 (3.2) */
  level: number
  /** Structured reasons, codes of the list assessment-factor */
  factors: string[]
  /** What it means for this child */
  analysis: string
  /** What protects this child */
  protective: string
  /** What earlier contacts and help tell */
  history: string | null
  /** Outcome code of 3.3 */
  outcome_code: string
  /** Why this outcome */
  rationale: string
  /** Anyone's different view, and whose */
  disagreement: string | null
  /** Decider */
  decided_by: string
  /** When */
  decided_at: Date
  /** When a later decision replaced it; both stay readable */
  superseded_at: Date | null
  /** referral, strategy-request, early-help, hub-request, handover */
  led_to_kind: string | null
  /** What it opened */
  led_to_id: string | null
}

/** What the referrer was told, how and when, or why they were not. */
export interface ContactFeedbackTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** page, call, letter, message (a link by email or text), none */
  how: string
  /** What they were told; no detail of the record */
  told: string | null
  /** Why they were not told */
  not_told_because: string | null
  /** Who told them */
  given_by: string
  /** When */
  given_at: Date
  /** When the referrer first opened it */
  read_at: Date | null
  /** Why it was decided so, as far as the referrer may know */
  why: string | null
  /** What happens next, in words that say nothing of the record */
  what_next: string | null
  /** How they can disagree */
  how_to_disagree: string | null
  /** They said a message may be sent to the address or number they gave; null where nothing is sent */
  safe_to_send: boolean | null
}

/** Something passed to a team or service outside the front door. It counts as sent only when it is accepted. */
export interface ContactHandoverTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** Decision that sent it; null for an open case passed on before screening */
  decision_id: string | null
  /** The child */
  person_id: string
  /** Team, where it works in Goldthread */
  to_team_id: string | null
  /** Allocated worker, where there is one */
  to_staff_id: string | null
  /** Who it went to, in words */
  to_name: string
  /** in Goldthread, by telephone, by secure email */
  how: string
  /** Who passed it */
  sent_by: string
  /** When */
  sent_at: Date
  /** Who took it */
  accepted_by_name: string | null
  /** The same, where they are a user */
  accepted_by: string | null
  /** When; null means it has not been sent as far as anyone may rely on */
  accepted_at: Date | null
  /** When it came back to screening unaccepted */
  returned_at: Date | null
  /** Why */
  return_reason: string | null
}

/** Who had a contact in hand, from when to when, and how that ended. Written by a trigger, so that no way of taking or leaving one is forgotten. */
export interface ContactHoldTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** Who had it */
  staff_id: string
  /** From */
  taken_at: Date
  /** Until; null has it now */
  ended_at: Date | null
  /** Who ended it; null for one that ran out */
  ended_by: string | null
  /** What whoever handed it back said */
  why: string | null
}

/** A note a front-door worker adds while screening: a call made, a view from a discipline. */
export interface ContactNoteTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** What was found or said */
  note: string
  /** Who */
  written_by: string
  /** When */
  written_at: Date
}

/** A person named in a contact, exactly as the referrer gave them. */
export interface ContactPersonTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** child, unborn, adult */
  part: string
  /** Order on the form */
  position: number
  /** Given name, or nothing when only described */
  given_name: string | null
  /** Family name */
  family_name: string | null
  /** Other names */
  also_known_as: string | null
  /** Description, when the name is not known */
  description: string | null
  /** Date of birth */
  date_of_birth: string | null
  /** Expected date, for an unborn baby */
  expected_on: string | null
  /** Age as described when the date is not known */
  age_in_words: string | null
  /** F, M, U */
  sex: Generated<string>
  /** Ethnicity code or null for not known */
  ethnicity: string | null
  /** First language */
  first_language: string | null
  /** yes, no, not known */
  interpreter: string | null
  /** Disability in words */
  disabilities: string | null
  /** NHS number as given, normalised when valid */
  nhs_number: string | null
  /** UPN as given */
  upn: string | null
  /** GP practice */
  gp: string | null
  /** School or nursery */
  school: string | null
  /** Address line */
  line1: string | null
  /** Town */
  town: string | null
  /** Postcode, normalised when valid */
  postcode: string | null
  /** Who they live with */
  lives_with: string | null
  /** Telephone */
  phone: string | null
  /** For an adult: relationship to the child */
  relationship: string | null
  /** For an adult: parental responsibility yes, no, not known */
  holds_responsibility: string | null
  /** For an adult: lives with the child yes, no, not known */
  lives_here: string | null
}

/** A question to the referrer while the clock runs on, and their answer. */
export interface ContactQuestionTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** What the front door needs to know */
  question: string
  /** Why it is safe to wait for the answer */
  safe_because: string
  /** Who asked */
  asked_by: string
  /** When */
  asked_at: Date
  /** The referrer's answer */
  answer: string | null
  /** When */
  answered_at: Date | null
}

/** Who in the index a named person was recognised as, by whom. The referrer never sees this. */
export interface ContactRecognitionTable {
  /** The person as named */
  contact_person_id: string
  /** Their contact */
  contact_id: string
  /** The person in the index */
  person_id: string
  /** same person or newly recorded */
  how: string
  /** Who said so */
  recognised_by: string
  /** When */
  recognised_at: Date
}

/** Where a contact was routed, by which rule, and what a person made of the rating the rule suggested. The last row stands. */
export interface ContactRoutingTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** 1 when it came, 2 and on when more was known */
  number: number
  /** Rule that said the lane */
  rule_id: string
  /** Lane of the queue */
  lane: string
  /** Discipline that looks first */
  discipline: string | null
  /** 1 at once, 2 today, 3 in turn */
  priority: number
  /** What of the contact fitted the rule */
  because: string
  /** Rule that suggests a rating */
  rag_rule_id: string | null
  /** The rating suggested */
  suggested_rag: string | null
  /** What of the contact fitted that rule */
  rag_because: string | null
  /** When */
  routed_at: Date
  /** confirmed, another rating, no rating; null while a person has yet to look */
  rag_answer: string | null
  /** Rating the person gave */
  rag_given: string | null
  /** Why, in their words */
  rag_reason: string | null
  /** Who */
  rag_by: string | null
  /** When */
  rag_at: Date | null
}

/** A professional disputes a decision about a child (domain 2.8). It climbs from practitioner to practitioner up to the safeguarding partners' scrutineer, each stage against its own clock. It never pauses what is being done to protect a child. */
export interface DisagreementTable {
  /** Opaque id */
  id: Generated<string>
  /** Reference people can say, for example D-104 */
  reference: string
  /** The concern it is about, where it is about one */
  contact_id: string | null
  /** The child as whoever raises it calls them */
  child: string
  /** Who raises it */
  raised_by: string
  /** Their agency */
  raised_agency_id: string
  /** Agency whose decision is disputed */
  against_agency_id: string
  /** The decision, as they understand it */
  decision_disputed: string
  /** Why they dispute it: the effect on the child */
  concern: string
  /** What they think should happen */
  wanted: string
  /** A child may come to harm while people talk: stage 1 is at once */
  at_risk: boolean
  /** What protects the child meanwhile; it goes on whatever the stage */
  protection: string
  /** 1 practitioners, 2 line managers, 3 safeguarding leads, 4 heads of service and designated professionals, 5 scrutineer */
  stage: Generated<number>
  /** OPEN, SETTLED, WITHDRAWN */
  state: Generated<string>
  /** When */
  raised_at: Date
  /** CHANGED, PARTLY_CHANGED, STANDS: how one side proposes to settle */
  proposed_outcome: string | null
  /** In words */
  proposed_words: string | null
  /** What both services learn */
  proposed_learning: string | null
  /** Who proposed it */
  proposed_by: string | null
  /** raised or against: the other side agrees or not */
  proposed_side: string | null
  /** When */
  proposed_at: Date | null
  /** CHANGED, PARTLY_CHANGED, STANDS; null while open or withdrawn */
  outcome: string | null
  /** What was settled, or why it was withdrawn */
  outcome_words: string | null
  /** What both services learn from it, naming nobody */
  learning: string | null
  /** Who agreed, judged or withdrew */
  settled_by: string | null
  /** When */
  settled_at: Date | null
  /** Optimistic version */
  version: Generated<number>
}

/** Somebody who speaks in a disagreement for one side. Whoever raised it and whoever decided are named from the start; a side names others of its own agency. */
export interface DisagreementPartyTable {
  /** The disagreement */
  disagreement_id: string
  /** Who */
  staff_id: string
  /** raised or against */
  side: string
  /** Stage at which they came in */
  from_stage: number
  /** Who named them */
  named_by: string
  /** When */
  named_at: Date
}

/** One stage of a disagreement: when it began, why it was moved up to, when it ended. Its clock runs on this row. */
export interface DisagreementStageTable {
  /** Opaque id */
  id: Generated<string>
  /** The disagreement */
  disagreement_id: string
  /** 1 to 5 */
  stage: number
  /** When */
  began_at: Date
  /** Who raised it or moved it up */
  began_by: string
  /** Why it went up */
  because: string
  /** When it was settled or moved on */
  ended_at: Date | null
}

/** What was said between the sides, in order. Nothing is changed or taken away. */
export interface DisagreementWordTable {
  /** Opaque id */
  id: Generated<string>
  /** Order of saying */
  number: GeneratedAlways<number>
  /** The disagreement */
  disagreement_id: string
  /** Stage it was said at */
  stage: number
  /** raised, against or scrutineer: for whom they speak */
  side: string
  /** said, protection (what is done meanwhile), not agreed (to a proposal), named (somebody to speak) */
  kind: string
  /** What was said */
  words: string
  /** Who */
  said_by: string
  /** When */
  said_at: Date
}

/** Half-written forms, kept on the server so that nothing typed is lost. Seen by their writer alone. */
export interface DraftTable {
  /** Opaque id */
  id: Generated<string>
  /** Which form */
  form: string
  /** What it is about, where that exists already */
  subject_id: string | null
  /** Writer, when signed in */
  staff_id: string | null
  /** Hash of the same-browser key, for a public form */
  visitor_key: string | null
  /** Fields as typed */
  answers: unknown
  /** Last save */
  saved_at: Generated<Date>
  /** When it is cleared if not used */
  expires_at: Date
  /** Rises with each save */
  version: Generated<number>
}

/** When the front door means to have a discipline on duty; where nobody is rostered in these hours the rota shows a gap. */
export interface DutyNeedTable {
  /** Discipline wanted: social work, police, health, education and so on */
  discipline: string
  /** 1 Monday to 7 Sunday */
  weekday: number
  /** From, London time */
  opens: string
  /** Until, London time */
  closes: string
  /** How many are wanted */
  people: Generated<number>
  /** Who said so; null came with the installation */
  set_by: string | null
  /** When */
  set_at: Generated<Date>
}

/** A turn on the rota: one person on duty for a discipline from then to then. A turn is never rewritten: a swap or a change withdraws it and writes another. */
export interface DutySlotTable {
  /** Opaque id */
  id: Generated<string>
  /** Discipline they answer for */
  discipline: string
  /** Who is on duty */
  staff_id: string
  /** From */
  starts_at: Date
  /** Until */
  ends_at: Date
  /** The withdrawn turn this one takes the place of, after a swap or as cover */
  stands_in_for: string | null
  /** Who wrote it */
  rostered_by: string
  /** When */
  rostered_at: Date
  /** When it stopped counting */
  withdrawn_at: Date | null
  /** Who took it off */
  withdrawn_by: string | null
  /** Why: swapped, covered, or in words */
  withdrawn_because: string | null
}

/** A turn one person asks another to take. Until the other says yes the turn stays where it is. */
export interface DutySwapTable {
  /** Opaque id */
  id: Generated<string>
  /** The turn */
  slot_id: string
  /** Whose turn it is */
  asked_by: string
  /** Who is asked to take it */
  asked_of: string
  /** When */
  asked_at: Date
  /** What they were told; nobody has to say why */
  why: string | null
  /** The answer; null while there is none */
  accepted: boolean | null
  /** When */
  answered_at: Date | null
}

/** One stretch of early help for one family, from request to closure (states of domain 3.6). */
export interface EarlyHelpEpisodeTable {
  /** Opaque id */
  id: Generated<string>
  /** Short reference people can say, for example EH-1042 */
  reference: Generated<string>
  /** The family helped */
  family_id: string
  /** Where it stands: REQUESTED to CLOSED, or an exit */
  state: Generated<string>
  /** When help was asked for */
  requested_at: Date
  /** Member of staff who recorded the request */
  requested_by: string | null
  /** Agency that asked */
  requested_by_agency: string | null
  /** Why help was asked for, in words */
  request_reason: string
  /** Contact at the front door it came from; the front door owns that table */
  contact_id: string | null
  /** Early help or social work team that holds it */
  team_id: string | null
  /** Day the family agreed */
  agreed_on: string | null
  /** Why the family did not agree */
  not_agreed_reason: string | null
  /** Day the assessment was authorised */
  assessed_on: string | null
  /** Day the team around the family first met */
  team_formed_on: string | null
  /** Day the plan was agreed */
  plan_agreed_on: string | null
  /** When the family and the team meet next */
  next_review_on: string | null
  /** What a covering worker needs tonight: who, why now, what is agreed, what to watch; written by the lead professional */
  story: string | null
  /** Who wrote the story */
  story_by: string | null
  /** When it was written */
  story_at: Date | null
  /** When a worry was sent to the front door; help goes on until it is accepted */
  stepped_up_at: Date | null
  /** Why */
  step_up_reason: string | null
  /** Why it ends: NEEDS_MET and so on */
  closure_code: string | null
  /** What was achieved, what stays, who to call */
  closure_summary: string | null
  /** What the family says about the help */
  closure_family_view: string | null
  /** Who asked to close */
  closure_asked_by: string | null
  /** When closing was asked for */
  closure_asked_at: Date | null
  /** Who approved; never the lead professional */
  closure_approved_by: string | null
  /** Last day */
  closed_on: string | null
  /** Authority the family moved to */
  moved_to: string | null
  /** When it is checked whether the change has lasted: six months after closing */
  sustain_due_on: string | null
  /** Whether it has lasted: yes, partly, no, not known */
  sustained: string | null
  /** What was found */
  sustained_note: string | null
  /** When it was checked */
  sustained_on: string | null
  /** When recorded */
  created_at: Generated<Date>
  /** Optimistic version */
  version: Generated<number>
}

/** An email that became a contact: where it came from. Its body is the contact's words, its attachments are files of the contact. */
export interface EmailCaptureTable {
  /** The contact */
  contact_id: string
  /** The message's own id, so that the same one is not captured twice */
  message_id: string | null
  /** Sender's name as written */
  from_name: string | null
  /** Sender's address as written; it proves nothing */
  from_address: string | null
  /** Subject line */
  subject: string | null
  /** When the message says it was sent */
  sent_at: Date | null
  /** Hash of the message as uploaded */
  sha256: string
  /** Who uploaded it */
  captured_by: string
  /** When */
  captured_at: Date
}

/** Each change of an episode, as a row of its own: what, who, when. */
export interface EpisodeChangeTable {
  /** Opaque id */
  id: Generated<string>
  /** The episode */
  episode_id: string
  /** When */
  at: Date
  /** Who; null for a job */
  by_staff: string | null
  /** What happened, as a code: requested, agreed, lead-accepted, plan-changed */
  what: string
  /** State from then on, where it changed */
  to_state: string | null
  /** Thing it was about */
  record_id: string | null
}

/** A family: the people help is planned with. The unit of help; never of statutory status. */
export interface FamilyTable {
  /** Opaque id */
  id: Generated<string>
  /** Short reference people can say, for example F-20417 */
  reference: string
  /** How the family is named on lists */
  name: string
  /** When recorded */
  created_at: Generated<Date>
  /** Who recorded it */
  created_by: string | null
}

/** Who belongs to a family, between two dates. */
export interface FamilyMemberTable {
  /** The family */
  family_id: string
  /** The person */
  person_id: string
  /** child, parent, carer, other adult, unborn */
  part: string
  /** Lives in the main household */
  lives_here: Generated<boolean>
  /** First day */
  valid_from: Generated<string>
  /** Last day */
  valid_to: string | null
}

/** A source of facts from a partner agency: what it covers and how fresh it is. */
export interface FeedTable {
  /** Opaque id */
  id: Generated<string>
  /** Agency that sends it */
  agency_id: string
  /** What it is */
  name: string
  /** Which involvements it tells, in words */
  covers: string
  /** How often it should come */
  expected_every: string
  /** When it last came; null never */
  last_loaded_at: Date | null
  /** school, health, police, housing, youth justice, early years, other */
  kind: Generated<string>
  /** Reference of the information-sharing agreement it comes under */
  agreement_reference: Generated<string>
  /** What it is used for, in words */
  purpose: Generated<string>
  /** Why it may be shared, in words */
  lawful_basis: Generated<string>
  /** Youngest it tells about, in years */
  age_from: Generated<number>
  /** Oldest it tells about, in years */
  age_to: Generated<number>
  /** What a row says about the sender's part in the child's life when it names no role itself: on school roll, health visitor */
  role_told: Generated<string>
  /** Sexual health, mental health or substance misuse: what it tells is hidden without consent */
  sensitive: Generated<boolean>
  /** csv or json */
  format: Generated<string>
  /** How it writes dates */
  date_format: Generated<string>
  /** Order in which it writes names: given first, family first, unknown */
  name_order: Generated<string>
  /** Script of its names (ISO 15924), for example Latn; null not told */
  name_script: string | null
  /** What it writes for female */
  female_codes: Generated<string[]>
  /** What it writes for male */
  male_codes: Generated<string[]>
  /** Who at the index desk looks after it; null nobody yet */
  owner_id: string | null
  /** Machine that may send it; null when files are uploaded by hand */
  client_id: string | null
  /** draft, shadow, live, paused, ended. Only a live feed changes the index */
  state: Generated<string>
  /** Days after a complete file no longer names someone before their involvement ends */
  grace_days: Generated<number>
  /** Share of those known that may be gone from one complete file without a person confirming it */
  gone_limit_percent: Generated<number>
  /** When the mapping last changed; null never */
  mapping_changed_at: Date | null
  /** When a second person last agreed that it goes live; null never */
  live_agreed_at: Date | null
  /** When it was first written down */
  created_at: Generated<Date>
}

/** A step in a feed's life, with who took it and why. Going live takes two people; letting many go takes one who looked. */
export interface FeedDecisionTable {
  /** Opaque id */
  id: Generated<string>
  /** Feed */
  feed_id: string
  /** Reading it is about; null when about the feed */
  run_id: string | null
  /** shadow, ask to go live, go live, pause, end, let go, keep */
  kind: string
  /** Why, in words */
  why: string
  /** Who */
  made_by: string
  /** When */
  made_at: Date
  /** Order in which they were made */
  place: GeneratedAlways<number>
}

/** How one field is read from a feed: from which column, or always the same value. */
export interface FeedFieldTable {
  /** Feed */
  feed_id: string
  /** Our field, by its name in feeds/feed-field.ts */
  field: string
  /** Column of the file, or name in the JSON object; null when the value is always the same */
  column_name: string | null
  /** Value it always has; null when it is read from a column */
  constant: string | null
}

/** A file or a set of records as an agency sent it. Its bytes lie in feed_file_part until they are destroyed. */
export interface FeedFileTable {
  /** Opaque id, the receipt's number */
  id: Generated<string>
  /** Feed it belongs to */
  feed_id: string
  /** File name as given */
  name: string
  /** Size */
  size_bytes: number
  /** Hash of its bytes: the same file twice is known by it */
  sha256: string
  /** The agency says it names everyone it covers; who is missing is gone */
  is_complete: boolean
  /** Day on which it was true; null not told */
  facts_on: string | null
  /** When it came */
  received_at: Date
  /** Who uploaded it; null when a machine sent it */
  received_by: string | null
  /** Machine that sent it; null when uploaded */
  received_from: string | null
  /** How many parts it is stored in */
  parts: number
  /** utf-8 or windows-1252, as found; null not looked at yet */
  encoding: string | null
  /** What stands between its cells, as found; null for JSON or not looked at yet */
  delimiter: string | null
  /** Its columns, as found; null not looked at yet */
  heading: string[] | null
  /** Where its first row begins */
  first_byte: Generated<number>
  /** When its bytes were destroyed; null while they are kept */
  destroyed_at: Date | null
}

/** A piece of a file's bytes, 256 KB at most, so that no file is ever whole in memory. */
export interface FeedFilePartTable {
  /** File */
  file_id: string
  /** 0 for the first */
  place: number
  /** The bytes */
  content: Buffer
}

/** A row sent back, as it was given, with every reason at once. Destroyed with the file. */
export interface FeedRejectTable {
  /** Reading that found it */
  run_id: string
  /** Row of the file, first data row is 1 */
  row_number: number
  /** Feed */
  feed_id: string
  /** The row as given, by the file's columns */
  cells: string[]
  /** What is wrong, field by field */
  fields: string[]
  /** Why, in words, in the same order */
  reasons: string[]
}

/** One reading of a file: to see what it would do (dry run), beside the index (shadow), or into it (load). Counts are kept for good; they name nobody. */
export interface FeedRunTable {
  /** Opaque id */
  id: Generated<string>
  /** File that is read */
  file_id: string
  /** Its feed */
  feed_id: string
  /** dry run, shadow, load */
  kind: string
  /** running, stopped, finished, failed */
  state: Generated<string>
  /** Who asked for it; null when a file of a machine began it */
  asked_by: string | null
  /** When */
  asked_at: Date
  /** When the last row was done; null while there are more */
  finished_at: Date | null
  /** Why the file cannot be read on, in words */
  failure: string | null
  /** First row not done yet */
  next_row: Generated<number>
  /** Where that row begins */
  next_byte: number
  /** Rows taken */
  taken: Generated<number>
  /** Rows sent back with reasons */
  rejected: Generated<number>
  /** Of the rows taken, those that said nothing new */
  unchanged: Generated<number>
  /** Of the rows taken, those linked to someone known */
  linked: Generated<number>
  /** Of the rows taken, those a person is asked about */
  asked: Generated<number>
  /** Of the rows taken, those of someone not known before */
  new_people: Generated<number>
  /** Of a complete file: how many the feed named until then and in it; null before it is worked out */
  known_before: number | null
  /** Of those, how many it no longer names */
  gone: number | null
  /** let go, waiting, kept; null when it is not a complete file */
  gone_state: string | null
}

/** What one reading found of one field: counts alone, kept for good. A month's drift is worked out from them. */
export interface FeedRunFieldTable {
  /** Reading */
  run_id: string
  /** Our field */
  field: string
  /** Feed */
  feed_id: string
  /** Rows that gave it */
  given: Generated<number>
  /** Rows that left it empty */
  missing: Generated<number>
  /** Rows that gave what cannot be right */
  wrong: Generated<number>
  /** Of the linked, those where it agreed with what was known */
  agreed: Generated<number>
  /** Of the linked, those where it differed */
  differed: Generated<number>
}

/** A row of a dry run or of a feed in shadow, kept as an example of what would have happened. Destroyed with the file. */
export interface FeedSampleTable {
  /** Reading */
  run_id: string
  /** Row of the file */
  row_number: number
  /** Feed */
  feed_id: string
  /** link, review, no link */
  band: string
  /** Why this band, in a sentence */
  because: string
  /** What agreed and what differed, in words */
  factors: string[]
  /** Whom it may be; null nobody */
  person_id: string | null
}

/** What a feed says of one local identifier now: which person, which involvement, from which row of which file, and whether it still does. */
export interface FeedSubjectTable {
  /** The agency's own identifier (distribution key) */
  local_id: string
  /** Feed */
  feed_id: string
  /** Person it stands under; null while its only row was sent back */
  person_id: string | null
  /** Involvement it tells; null none */
  involvement_id: string | null
  /** File that last named it */
  file_id: string
  /** Row of that file */
  row_number: number
  /** Day on which that was true; null not told */
  facts_on: string | null
  /** When that came */
  received_at: Date
  /** When a complete file no longer named it; null while it does */
  gone_at: Date | null
}

/** The lines of a day added up, from which weeks and months are added up in their turn. */
export interface FigureDayTable {
  /** Which measure */
  measure: string
  /** Which day */
  happened_on: string
  /** Which part of it */
  part: string
  /** Sum of the amounts */
  numerator: number
  /** How many lines */
  denominator: number
}

/** One thing counted once in one measure. Kept by a job; codes, dates and ids alone. */
export interface FigureLineTable {
  /** Which measure, by key (performance/measure.ts) */
  measure: string
  /** What is counted: a contact, a child as a contact names them, an enquiry, a request, a disagreement */
  item_id: string
  /** Its contact, so that whoever may not see the one does not count the other */
  contact_id: string
  /** Day it counts on, in London */
  happened_on: string
  /** What the measure is split by: a source, an outcome at a level, a number of days, an agency */
  part: string
  /** 1 where it counts in the numerator, 0 where in the denominator alone; minutes where time is measured */
  amount: number
  /** Earlier contacts it counts because of; it no longer does for whoever may see none of them */
  because: string[] | null
}

/** The days of a week or month added up, so that a page of two years reads hundreds of rows. Read only through access.figures_for_me, which takes off what is closed to the reader. */
export interface FigurePeriodTable {
  /** week or month */
  grain: string
  /** First day of it; weeks begin on Monday */
  period: string
  /** Which measure */
  measure: string
  /** Which part of it */
  part: string
  /** Sum of the days' numerators */
  numerator: number
  /** Sum of the days' denominators */
  denominator: number
}

/** When the figures were last brought up to date: one row. */
export interface FigureRefreshTable {
  /** True: there is one row */
  only_one: Generated<boolean>
  /** Changes up to here are counted */
  looked_at: Date
}

/** A goal at a review: then, now and how it is going. */
export interface GoalScoreTable {
  /** The review */
  review_id: string
  /** The goal */
  goal_id: string
  /** Its episode */
  episode_id: string
  /** Score last time, 0 to 10 */
  score_then: number
  /** Score now, 0 to 10 */
  score_now: number
  /** R off track, A some worry, G on track, B done */
  rag: string
  /** In words */
  comment: string | null
}

/** A health concern about a child in care, told by their nurse or worker (S-009). It never stands for a second referral while work is open. */
export interface HealthTriggerTable {
  /** The contact */
  contact_id: string
  /** The child */
  person_id: string
  /** What brought it up: health assessment, missed appointments, emergency visit and so on */
  reason: string
  /** What it is, in their words */
  health_issue: string
  /** Legal status of the child, code of the looked-after children return */
  legal_status: string
  /** Since when, where known */
  legal_status_since: string | null
  /** Who cares for the child */
  placed_with: string | null
  /** Who raised it */
  raised_by: string
  /** When */
  raised_at: Date
  /** Reference of the open work it was added to; null when none was open */
  added_to: string | null
  /** Who added it */
  added_by: string | null
  /** When */
  added_at: Date | null
}

/** A multi-agency enquiry about one contact: its rating, its requests, its picture, and the rule its decision was held to. */
export interface HubEnquiryTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact; one open enquiry at a time */
  contact_id: string
  /** OPEN, REQUESTING, GATHERING, COLLATED, DECISION, CLOSED (domain 3.4) */
  state: Generated<string>
  /** Rating that stands now: RED, AMBER, GREEN; its history is in hub_rag */
  rag: string
  /** Why a picture is needed, in the words every agency asked may read */
  purpose: string
  /** told, not told, not yet: whether the family knows agencies are asked */
  family_told: Generated<string>
  /** Why not, where telling them would raise the risk */
  not_told_because: string | null
  /** Who opened it */
  opened_by: string
  /** When; the clocks of every colour start here */
  opened_at: Date
  /** When every request had an answer, or the hub went on without */
  collated_at: Date | null
  /** Why the decision is made without every return; null while none is missing */
  proceeded_without: string | null
  /** Who gave that reason */
  proceeded_by: string | null
  /** When */
  proceeded_at: Date | null
  /** Second manager who agrees that a RED enquiry ends without further action */
  second_by: string | null
  /** When */
  second_at: Date | null
  /** Why they agree */
  second_reason: string | null
  /** When every child of the contact had a decision */
  decided_at: Date | null
  /** When the agencies that answered had been told */
  closed_at: Date | null
  /** Optimistic version */
  version: Generated<number>
  /** Who asked for a second manager */
  second_asked_by: string | null
  /** When */
  second_asked_at: Date | null
  /** What they propose and why, for the second manager to weigh */
  second_proposal: string | null
  /** The second manager's answer; null while they have not given one */
  second_agreed: boolean | null
}

/** Opening hours of the hub, which some clocks count in. */
export interface HubHoursTable {
  /** 1 Monday to 7 Sunday */
  weekday: number
  /** Opening time in London */
  opens_at: string
  /** Closing time in London */
  closes_at: string
  /** First day of these hours */
  valid_from: Generated<string>
  /** Last day of these hours */
  valid_to: string | null
  /** True when the hub keeps these hours on bank holidays too */
  open_on_bank_holidays: Generated<boolean>
}

/** Every rating an enquiry had, and why. A rule may suggest one; a suggestion rates nothing until a person confirms it. */
export interface HubRagTable {
  /** Opaque id */
  id: Generated<string>
  /** The enquiry */
  enquiry_id: string
  /** RED, AMBER or GREEN */
  rag: string
  /** Why, in the words of whoever rated */
  reason: string
  /** Which rule suggested it, where one did; the person decided all the same */
  suggested_by: string | null
  /** Who rated */
  set_by: string
  /** When */
  set_at: Date
}

/** A form that was already taken: the same key again gets the same answer and changes nothing. */
export interface IdempotencyTable {
  /** Random key the form carried, with its writer in front */
  key: string
  /** Route it was for */
  route: string
  /** Where the writer was sent */
  location: string
  /** When */
  taken_at: Generated<Date>
}

/** An identifier someone else issued: NHS number, UPN, this authority's child number. */
export interface IdentifierTable {
  /** Opaque id */
  id: Generated<string>
  /** Whose */
  person_id: string
  /** nhs-number, upn, la-child-id, uln, other */
  kind: string
  /** The identifier, normalised */
  value: string
  /** First day */
  valid_from: string | null
  /** Last day; a superseded identifier is kept */
  valid_to: string | null
  /** Who said so */
  source: string
}

/** An OpenID Connect provider people sign in with; each is bound to the agencies it may speak for. */
export interface IdentityProviderTable {
  /** Opaque id */
  id: Generated<string>
  /** Name on the sign-in button */
  name: string
  /** Issuer address exactly as in its discovery document */
  issuer: string
  /** Our client id at that provider */
  client_id: string
  /** Name of the environment variable that holds the secret; never the secret */
  client_secret_name: string | null
  /** Offered on the sign-in page */
  active: Generated<boolean>
}

/** Which agencies' people a provider may sign in. */
export interface IdentityProviderAgencyTable {
  /** The provider */
  provider_id: string
  /** An agency it may speak for */
  agency_id: string
}

/** One thing done at once about a contact: the immediate action log, by night or by day. Nothing in it is changed or taken out. */
export interface ImmediateActionTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** When it was done */
  done_at: Date
  /** called 999, called the police, called health, spoke to the family, visited, child moved, passed to a manager, other */
  kind: string
  /** What was done */
  what: string
  /** With whom, and their number or reference */
  with_whom: string | null
  /** What came of it */
  outcome: string | null
  /** Who did it */
  done_by: string
  /** When it was written down */
  written_at: Date
}

/** Something said of a person that no life contains: a sign that two records were joined wrongly, or that one stands twice. */
export interface ImplausibleLifeTable {
  /** Whose life (distribution key) */
  person_id: string
  /** Opaque id */
  id: Generated<string>
  /** two schools, one number on two people, two births, twins share a number, died but active, seen before birth */
  kind: string
  /** The other person, where it takes two */
  other_person_id: string | null
  /** Dates and agencies that do not go together, in words without names */
  facts: Generated<string[]>
  /** Day it was first found */
  found_on: string
  /** Measurement that found it last */
  run_id: string
  /** Day it was no longer found; null while it stands */
  gone_on: string | null
  /** Question raised about it; null when none */
  question_id: string | null
}

/** Two contacts that may tell of one incident. The machine proposes; a person joins them or keeps them apart. */
export interface IncidentJoinTable {
  /** Opaque id */
  id: Generated<string>
  /** The later contact */
  contact_id: string
  /** The one it may repeat */
  earlier_contact_id: string
  /** What is alike, in words */
  reasons: string[]
  /** When it was found */
  found_at: Date
  /** joined, kept apart; null waits for a person */
  answer: string | null
  /** Who answered */
  answered_by: string | null
  /** When */
  answered_at: Date | null
}

/** What somebody was told about an incident, by which way, and which rules were held to: a school, most often. */
export interface IncidentTellingTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** The child, or whom else, it was about */
  contact_person_id: string
  /** school, parent or carer, other */
  told_to: string
  /** Who exactly: the school and the person there */
  to_name: string
  /** phone, text, email, letter, visit, school */
  channel: string
  /** What they were told */
  words: string
  /** Who told them */
  told_by: string
  /** When */
  told_at: Date
  /** The rules that stood and were held to, in words */
  rules_shown: string[]
}

/** What the day's list made of a notification: colour, where it goes and why, by a person. It decides for no child: each child's decision is their own. */
export interface IncidentTriageTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** BLUE, GREEN, AMBER, RED */
  colour: string
  /** QUEUE, ADVICE, SCHOOL */
  outcome: string
  /** Why, in a line */
  why: string
  /** What a rule suggested and why, where one did; the person decided all the same */
  suggested: string | null
  /** Meeting that decided it; null outside one */
  meeting_id: string | null
  /** Who */
  triaged_by: string
  /** When */
  triaged_at: Date
  /** When a further one took its place */
  superseded_at: Date | null
}

/** What a partner's system may ask of the index: for what purpose, on what basis, which facts it is told and of whom, between two dates. Without a row in force it is told nothing. */
export interface IndexAgreementTable {
  /** The partner's system */
  client_id: string
  /** Reference of the sharing agreement */
  reference: string
  /** Purpose as the agreement words it; stands in every audit event of this system */
  purpose: string
  /** SAFEGUARDING, EARLY_HELP, DIRECT_CARE or EDUCATION: the word a request states */
  purpose_code: Generated<string>
  /** Law the sharing rests on */
  legal_basis: string
  /** Facts it may be told: name, birth-date, gender, nhs-number, area */
  fields: Generated<string[]>
  /** Record types of which it may learn that they are held */
  record_types: Generated<string[]>
  /** People older than this are nobody to it */
  up_to_age: Generated<number>
  /** First day in force */
  valid_from: string
  /** Last day in force; null while it lasts */
  valid_to: string | null
  /** When last written */
  changed_at: Generated<Date>
  /** Who wrote it */
  changed_by: string | null
}

/** A look-up in the index: someone opened who a child is, saying why. Opens identity until it runs out. */
export interface IndexLookTable {
  /** Opaque id */
  id: Generated<string>
  /** Who looked */
  staff_id: string
  /** At whom */
  person_id: string
  /** Why, as they stated it */
  reason: string
  /** When */
  looked_at: Generated<Date>
  /** Until when the identity stays open to them */
  runs_out_at: Date
}

/** One question to one agency about one enquiry. Silence is never an answer: overdue is read from its clock, chased from its chases. */
export interface InformationRequestTable {
  /** Opaque id */
  id: Generated<string>
  /** The enquiry */
  enquiry_id: string
  /** Its contact, so that whoever may not see the one does not see the other */
  contact_id: string
  /** The agency asked */
  agency_id: string
  /** Question set: police, health, education and so on (returns/question-sets.codes.ts) */
  discipline: string
  /** What the agency reads: why, about whom, what is needed; nothing else of the contact */
  what_we_ask: string
  /** Rating when it was last timed: how urgent it is for the agency */
  rag: string
  /** SENT, ACKNOWLEDGED, RETURNED_INFO, RETURNED_NIL, DECLINED, CANCELLED */
  state: Generated<string>
  /** Who asked */
  asked_by: string
  /** When */
  asked_at: Date
  /** Who in the agency has it */
  acknowledged_by: string | null
  /** When */
  acknowledged_at: Date | null
  /** Who released the return, said nil or declined */
  answered_by: string | null
  /** When */
  answered_at: Date | null
  /** Why the agency does not share */
  decline_reason: string | null
  /** Why the hub no longer asks */
  cancel_reason: string | null
  /** When the agency was told what became of it */
  told_outcome_at: Date | null
  /** Optimistic version */
  version: Generated<number>
  /** What the agency was told became of it, in words it may read */
  told_outcome: string | null
}

/** A reminder of a request: when, how, who spoke to whom. */
export interface InformationRequestChaseTable {
  /** Opaque id */
  id: Generated<string>
  /** The request */
  request_id: string
  /** in Goldthread, by telephone, by secure email */
  how: string
  /** Whom, where someone was spoken to */
  spoke_to: string | null
  /** What they said */
  note: string | null
  /** Who */
  chased_by: string
  /** When */
  chased_at: Date
}

/** A person an agency is asked about, as the hub chose to name them to that agency. This, never the contact, is what the agency reads. */
export interface InformationRequestPersonTable {
  /** Opaque id */
  id: Generated<string>
  /** The request */
  request_id: string
  /** As the contact names them */
  contact_person_id: string
  /** As the index knows them, where recognised */
  person_id: string | null
  /** child, unborn or adult */
  part: string
  /** Name told to the agency */
  name: string
  /** Date of birth told, where known */
  date_of_birth: string | null
  /** Expected date, for an unborn baby */
  expected_on: string | null
  /** Address told; null where it is shielded or not needed */
  address: string | null
}

/** Who is working with a person: the fact that gives "who is involved" and, where it opens a record, the relationship that row-level security reads. Opens says how far: nothing, identity (who the child is) or work (the help being given). */
export interface InvolvementTable {
  /** Opaque id */
  id: Generated<string>
  /** With whom */
  person_id: string
  /** Which agency */
  agency_id: string
  /** Which team */
  team_id: string | null
  /** Which practitioner, where they are known here */
  staff_id: string | null
  /** Name, for practitioners who are not users */
  practitioner_name: string | null
  /** How to reach them */
  practitioner_phone: string | null
  /** What they do for the child: health visitor, class teacher, lead professional, on school roll */
  role: string
  /** nothing, identity or work */
  opens: Generated<string>
  /** Lead professional */
  is_lead: Generated<boolean>
  /** Sexual health, mental health or substance misuse: hidden without consent */
  sensitive: Generated<boolean>
  /** The family agreed that a sensitive service may be shown */
  consent_to_show: Generated<boolean>
  /** First day */
  started_on: string
  /** Last day; null while it lasts */
  ended_on: string | null
  /** Feed that said so; null when typed here */
  feed_id: string | null
  /** Who said so, in words */
  source: string
  /** When it was last confirmed */
  confirmed_at: Date
  /** Thing that gave it: contact, early-help, roll */
  because_kind: string | null
  /** Id of that thing */
  because_id: string | null
  /** Who typed it here, and is asked whether it still holds where the practitioner is not a user; null when a feed or a piece of work gave it */
  recorded_by: string | null
  /** When it was first written here */
  recorded_at: Generated<Date>
}

/** How long an involvement counts as confirmed, by where the fact comes from. Rows, not code: an authority sets its own. */
export interface InvolvementFreshnessTable {
  /** typed, feed or work */
  source_kind: string
  /** Months for which it counts as confirmed; null where rounds of the feed count, or nothing does */
  fresh_months: number | null
  /** Months after which it is probably out of date */
  stale_months: number | null
  /** Rounds of the feed for which it counts as confirmed */
  fresh_rounds: number | null
  /** Rounds of the feed after which it is probably out of date */
  stale_rounds: number | null
  /** Why, in words */
  note: string
}

/** That someone else became involved with a child, or another leads: one row a watch and day, however many came that day. Ids and times alone. */
export interface InvolvementNewsTable {
  /** With whom */
  person_id: string
  /** Watch that is told */
  watch_id: string
  /** London day */
  on_day: string
  /** Who is told */
  staff_id: string
  /** First of that day */
  first_at: Date
  /** Latest of that day */
  last_at: Date
  /** When they looked; null again when more comes */
  seen_at: Date | null
}

/** Someone who works with a child asks to be told when someone else becomes involved. Ends by itself with their own part. */
export interface InvolvementWatchTable {
  /** About whom */
  person_id: string
  /** Opaque id */
  id: Generated<string>
  /** Who wants to be told */
  staff_id: string
  /** Since when */
  started_at: Generated<Date>
  /** Until when */
  ended_at: Date | null
  /** stopped, or no longer involved */
  ended_because: string | null
}

/** Work to be done soon by the worker, put here in the transaction that asked for it. */
export interface JobTable {
  /** Order of asking */
  id: GeneratedAlways<number>
  /** Which job */
  kind: string
  /** Ids and dates only, never narrative */
  payload: unknown
  /** Refuses a second row with the same key, ever: one outward message each */
  unique_key: string | null
  /** Not before */
  run_at: Generated<Date>
  /** ready, running, done, dead */
  state: Generated<string>
  /** How often it was begun */
  attempt: Generated<number>
  /** After these it is dead and shown to the administrator */
  max_attempts: Generated<number>
  /** Rises with each claim; a late worker's fence no longer fits */
  fence: Generated<number>
  /** Which worker holds it */
  leased_by: string | null
  /** Until when, unless its heartbeat renews */
  leased_until: Date | null
  /** Name of the last error, without personal data */
  last_error: string | null
  /** When it was asked for */
  enqueued_at: Generated<Date>
  /** When it was done or given up */
  finished_at: Date | null
}

/** Who holds the plan with the family: offered, accepted, declined, from when to when. Exactly one is active in an episode. */
export interface LeadProfessionalTable {
  /** Opaque id */
  id: Generated<string>
  /** The episode */
  episode_id: string
  /** Who */
  staff_id: string
  /** For which agency */
  agency_id: string
  /** Who stands in */
  backup_staff_id: string | null
  /** offered, active, declined, withdrawn, ended */
  state: Generated<string>
  /** Who chose: the family, family and team together, the team */
  chosen_by: string
  /** What the person asked is told */
  offer_note: string
  /** Who asked */
  offered_by: string
  /** When */
  offered_at: Date
  /** When they answered */
  answered_at: Date | null
  /** Why they declined */
  decline_reason: string | null
  /** First day as lead */
  started_on: string | null
  /** Last day as lead */
  ended_on: string | null
  /** Why it ended */
  ended_because: string | null
  /** Day of the hand-over meeting with the family */
  handover_on: string | null
  /** What was handed over */
  handover_note: string | null
}

/** The owner's answer on whether one item may leave the hub, to whom and for what. Without one, an item marked ASK stays. */
export interface LineReleaseTable {
  /** Opaque id */
  id: Generated<string>
  /** The item */
  line_id: string
  /** Its request */
  request_id: string
  /** Its owner */
  agency_id: string
  /** Who is to have it */
  to_whom: string
  /** What they need it for */
  purpose: string
  /** Who in the hub asks */
  asked_by: string
  /** When */
  asked_at: Date
  /** The owner's answer; null while they have not answered */
  agreed: boolean | null
  /** Why, or on what condition */
  answer_reason: string | null
  /** Who answered for the owner */
  answered_by: string | null
  /** When */
  answered_at: Date | null
}

/** A decision as a label: what the factors said, without a name, and what people decided. For measuring the matcher; no machine changes a link by it. */
export interface LinkLabelTable {
  /** Opaque id */
  id: Generated<string>
  /** Question that was decided */
  question_id: string
  /** Kind of the question */
  kind: string
  /** ordinary, twins, safeguarding, shielded */
  harm: string
  /** Field and weights of each factor, rounded to a tenth; never words, names or dates */
  features: unknown
  /** The matcher's log odds of the same person */
  score: number
  /** How far before the runner-up; null when there is none */
  margin: number | null
  /** same person, not the same person */
  decision: string
  /** Who read it */
  readers: string[]
  /** Matcher's model that asked */
  model_version: string
  /** Drawn at random for measuring, and so fit for estimating precision */
  sampled: Generated<boolean>
  /** When */
  decided_at: Generated<Date>
  /** When the decision was taken back; null while it stands */
  withdrawn_at: Date | null
}

/** A question for a person: may this source record, or this other person, be this person? Nobody sees one who has no right to both. */
export interface LinkQuestionTable {
  /** The person in the index (distribution key) */
  person_id: string
  /** Opaque id */
  id: Generated<string>
  /** record (a source record stands under the other person and may be this one), duplicate (two people may be one), identifier (numbers disagree), apart (two joined records may be two people) */
  kind: string
  /** The other person, under whom the record stands meanwhile */
  other_person_id: string
  /** Record that raised it; null for a duplicate found among people */
  source_record_id: string | null
  /** Matcher's model */
  model_version: string
  /** Log odds of the same person; for ordering, never shown without its factors */
  score: number
  /** How far before the runner-up, in log odds; null when there is none */
  margin: number | null
  /** Evidence of the matcher, factor by factor */
  evidence: unknown
  /** Why it is asked, in a sentence */
  because: string
  /** Chance of being the same times the harm of leaving it; the queue is ordered by it */
  worth: number
  /** ordinary, twins, safeguarding, shielded: what a mistake would cost */
  harm: Generated<string>
  /** True for twins and for anyone shielded */
  needs_second_reader: Generated<boolean>
  /** When */
  raised_at: Generated<Date>
  /** Who has it open to read; null nobody */
  held_by: string | null
  /** Until when they hold it */
  held_until: Date | null
  /** When it was settled; null while open */
  settled_at: Date | null
  /** same person, not the same person, withdrawn; null while open */
  settled_as: string | null
  /** Agency whose record raised it, so that the queue can be narrowed; null for two people of the index */
  agency_id: string | null
  /** reader, second reader, third reader (whoever leads the desk, when two disagree), agency (asked to check a fact) */
  waits_for: Generated<string>
}

/** One person's answer to a question. Where two must agree, nobody sees another's answer before giving their own. */
export interface LinkReadingTable {
  /** The question's person (distribution key) */
  person_id: string
  /** Opaque id */
  id: Generated<string>
  /** Question that was read */
  question_id: string
  /** Who read it */
  reader_id: string
  /** same person, not the same person, not sure */
  answer: string
  /** Why, in their words; needed for twins and for anyone shielded */
  reason: string | null
  /** What a reader who is not sure asks for: queue, second reader, agency */
  asks_for: string | null
  /** True when read after two disagreed: this answer settles it */
  as_third: Generated<boolean>
  /** True when the reader led the desk at the time */
  reader_leads: Generated<boolean>
  /** When */
  read_at: Generated<Date>
  /** Under whom stands what was asserted when this answer was carried out; null when it was not */
  carried_person_id: string | null
  /** Its place among that person''s assertions */
  carried_place: number | null
  /** When the reader took it back; null while it stands */
  taken_back_at: Date | null
  /** When it stopped counting: an agency answered, or the reader looks again; null while it counts */
  set_aside_at: Date | null
}

/** What the agency whose record it is was asked to check. A task, never a message: nothing about anyone is sent. */
export interface LinkRequestTable {
  /** The question's person (distribution key) */
  person_id: string
  /** Opaque id */
  id: Generated<string>
  /** Question that waits for it */
  question_id: string
  /** Agency asked */
  agency_id: string
  /** What to check: date of birth, spelling of the name, address, NHS number, UPN, mother''s name, twin */
  checks: string[]
  /** Who asked */
  asked_by: string
  /** When */
  asked_at: Generated<Date>
  /** Day by which an answer is looked for */
  due_on: string
  /** What they said, as noted at the desk; null until then */
  answer: string | null
  /** When it was noted */
  answered_at: Date | null
  /** Who noted it */
  answered_by: string | null
}

/** A question that was drawn at random. Readers are not told: a row is readable only once it has been read. */
export interface LinkSampleTable {
  /** The question */
  question_id: string
  /** Draw it belongs to */
  draw_id: string
  /** same person, not the same person; null until read */
  read_as: string | null
  /** When; null until read */
  read_at: Date | null
}

/** A machine that may call the interface with the issuer's token. */
export interface MachineClientTable {
  /** Opaque id */
  id: Generated<string>
  /** Agency it acts for */
  agency_id: string
  /** What it is */
  name: string
  /** Issuer of its tokens */
  issuer: string
  /** Subject in its tokens */
  subject: string
  /** What it may do */
  scopes: string[]
  /** May call now */
  active: Generated<boolean>
  /** How often it may call in a minute */
  calls_per_minute: Generated<number>
}

/** What a person decided about a submitted person and an index person, remembered and never changed by the machine. */
export interface MatchDecisionTable {
  /** Opaque id */
  id: Generated<string>
  /** Where the submitted person stands: contact-person */
  source_kind: string
  /** Id there */
  source_id: string
  /** Index person compared with */
  person_id: string
  /** same person, not the same person, not sure */
  decision: string
  /** Field-by-field comparison at the time */
  reasons: unknown
  /** Who */
  decided_by: string
  /** When */
  decided_at: Generated<Date>
}

/** What a measure is held against, from a day on, and why. A later one takes its place; an old chart keeps the one of its day. */
export interface MeasureTargetTable {
  /** Opaque id */
  id: Generated<string>
  /** Which measure */
  measure: string
  /** In the unit of the measure: percent or hours */
  target: number
  /** From when */
  valid_from: string
  /** Last day; null while it stands */
  valid_to: string | null
  /** Why this target, and who agreed to it */
  reason: string
  /** Who set it */
  set_by: string
  /** When */
  set_at: Date
  /** Who ended it */
  ended_by: string | null
}

/** Who was invited to a meeting, who came, who sent apologies or views. */
export interface MeetingAttendanceTable {
  /** The meeting */
  meeting_id: string
  /** Its episode */
  episode_id: string
  /** Member of the team around the family */
  member_id: string
  /** invited, came, apologies, did not come */
  attended: Generated<string>
  /** What they sent instead */
  sent_views: string | null
}

/** A decision of a meeting, one a row. */
export interface MeetingDecisionTable {
  /** Opaque id */
  id: Generated<string>
  /** The meeting */
  meeting_id: string
  /** Its episode */
  episode_id: string
  /** What was decided */
  decision: string
  /** Who wrote it down */
  recorded_by: string
  /** When */
  recorded_at: Date
}

/** A role someone holds in an agency and perhaps a team, between two dates (domain 2.2). */
export interface MembershipTable {
  /** Opaque id */
  id: Generated<string>
  /** Who */
  staff_id: string
  /** In which agency */
  agency_id: string
  /** In which team, where the role is a team's */
  team_id: string | null
  /** Role code, for example MASH_M */
  role: string
  /** First day */
  valid_from: Generated<string>
  /** Last day; null while it lasts */
  valid_to: string | null
  /** Administrator who granted it */
  granted_by: string | null
}

/** One fact compared with what the NHS holds, and what a person decided about it. What the NHS said is kept until then, and after that only its digest. */
export interface NhsDifferenceTable {
  /** About whom */
  person_id: string
  /** given name, family name, date of birth, sex, address or NHS number */
  field: string
  /** same, different, missing here, missing there; of an address also how the histories meet */
  answer: string
  /** What is held here */
  ours: string | null
  /** What the NHS holds; emptied once decided */
  theirs: string | null
  /** Hash of what the NHS held when it was decided, so that the same is not asked twice */
  theirs_digest: string | null
  /** When compared */
  compared_at: Date
  /** take theirs or keep ours; null while open */
  decision: string | null
  /** Who decided */
  decided_by: string | null
  /** When */
  decided_at: Date | null
}

/** Leave of the shield desk for the NHS to be asked about someone hidden. Without it nothing about them is sent. */
export interface NhsLeaveTable {
  /** About whom */
  person_id: string
  /** Why it is safe */
  reason: string
  /** Who of the shield desk */
  granted_by: string
  /** When */
  granted_at: Date
  /** When taken back */
  ended_at: Date | null
}

/** One asking of the NHS about children, from start to end: who began it, how far it has come. */
export interface NhsRunTable {
  /** Opaque id */
  id: Generated<string>
  /** When it was begun */
  started_at: Date
  /** Who began it */
  started_by: string
  /** running, stopped or finished */
  state: Generated<string>
  /** How many children there were to ask about when it was begun */
  to_ask: number
  /** How many have been asked about */
  asked: Generated<number>
  /** Last person asked about, in order of ids; null before the first */
  reached: string | null
  /** Why it waits, in words; null while it goes on */
  note: string | null
  /** When it last moved */
  changed_at: Date
  /** Who stopped or resumed it */
  changed_by: string | null
}

/** What the NHS last said about one person: whether a number was found, which, how surely, and what became of it. */
export interface NhsTraceTable {
  /** About whom */
  person_id: string
  /** matched, possible, many, none, superseded, invalidated, not asked or error */
  outcome: string
  /** Why this outcome, in a sentence */
  because: string
  /** The number the NHS gave */
  nhs_number: string | null
  /** The number that was held and is superseded or invalid */
  old_number: string | null
  /** How alike the NHS found them, 0 to 1; null where a number was read, not searched for */
  score: number | null
  /** Which of the searches found them */
  asked_by_rule: string | null
  /** When the NHS was asked */
  asked_at: Date
  /** When a person settled what was open; null while open or where nothing was */
  settled_at: Date | null
  /** Who settled it */
  settled_by: string | null
}

/** One message to one person that something waits for them in Goldthread. Written in the transaction of the act that makes it true; a job sends it. It says nothing of anybody: a reference, a day and a link. */
export interface NotificationTable {
  /** Opaque id; GOV.UK Notify is given it as its reference */
  id: Generated<string>
  /** Which message (platform/notify/templates.ts) */
  template: string
  /** email or sms */
  channel: string
  /** Colleague it goes to; null for somebody without an account */
  to_staff_id: string | null
  /** What it is about: contact, information-request, disagreement and so on */
  about_kind: string
  /** Which */
  about_id: string
  /** Whose act it follows; null for a job or a visitor */
  asked_by: string | null
  /** When */
  asked_at: Date
  /** WAITING to be sent, SENT and not yet known to have arrived, DELIVERED, FAILED, or NOT_SENT because no service is set up */
  state: Generated<string>
  /** How often it was given to the service */
  tries: Generated<number>
  /** The service's own id of it */
  notify_id: string | null
  /** The service's latest word: a status or the name of an error, never an address */
  said: string | null
  /** When the service took it */
  sent_at: Date | null
  /** When it was known to have arrived, or not */
  settled_at: Date | null
}

/** Where a notification goes and the values it is filled with, until the service has taken it: then the row is deleted. The worker alone reads it. */
export interface NotificationEnvelopeTable {
  /** The notification */
  notification_id: string
  /** Email address or telephone number */
  address: string
  /** Values of the template: references, days and links, never a name (platform/notify/words.ts) */
  words: unknown
}

/** One morning's list of what the out-of-hours team took in. It is handed over when a named day officer has accepted every line. */
export interface OutOfHoursListTable {
  /** Opaque id */
  id: Generated<string>
  /** Morning it is for */
  for_day: string
  /** When it was made */
  made_at: Date
  /** Named officer of the day who takes it over */
  day_officer: string | null
  /** When they put their name to it */
  named_at: Date | null
  /** When the last line was accepted; until then it is not handed over */
  accepted_at: Date | null
}

/** What the emergency duty team adds to a contact taken out of hours: what the day must do, and who took it over. */
export interface OutOfHoursRecordTable {
  /** The contact */
  contact_id: string
  /** Night worker */
  taken_by: string
  /** When the call came */
  taken_at: Date
  /** What the day team must do, in the night worker's words */
  left_for_day: string
  /** Where the child is this morning */
  child_is_where: string | null
  /** Morning list it is on; null until the list is made */
  list_id: string | null
  /** Day officer who accepted this line */
  accepted_by: string | null
  /** When */
  accepted_at: Date | null
}

/** An outcome of the co-produced pathway. A plan goal cites one; one that is cited can be retired but never removed. */
export interface OutcomeTable {
  /** For example O-5-3 */
  id: string
  /** parent, child, youngAdult or family */
  subject: string
  /** Stage on the pathway */
  stage_id: string
  /** The outcome in the words agreed with families */
  label: string
  /** The same for a child of about ten */
  plain_words: string
  /** Board that owns it (rule G1) */
  owner_board: string
  /** Named person who owns it (rule G1) */
  owner_staff_id: string | null
  /** Document it comes from */
  source: string
  /** First day */
  valid_from: string
  /** Last day; new goals cannot cite it afterwards */
  valid_to: string | null
  /** Optimistic version */
  version: Generated<number>
}

/** Which priorities an outcome serves. */
export interface OutcomePriorityTable {
  /** The outcome */
  outcome_id: string
  /** A priority it serves */
  priority_id: string
}

/** Every earlier wording of an outcome, so that a goal agreed under it can be read as it was agreed. */
export interface OutcomeWordingTable {
  /** The outcome */
  outcome_id: string
  /** Version this wording was */
  version: number
  /** Wording then */
  label: string
  /** Plain wording then */
  plain_words: string
  /** Who changed it away */
  changed_by: string | null
  /** When it was changed away */
  changed_at: Date
  /** Why */
  reason: string
}

/** One information-sharing agreement with an agency. A change is a further agreement; the one that stands is compiled onto the agency. */
export interface PartnerAgreementTable {
  /** Opaque id */
  id: Generated<string>
  /** The agency */
  agency_id: string
  /** 1 for the first */
  number: number
  /** Reference both sides know it by */
  reference: string
  /** What the agency may send and see */
  clauses: string[]
  /** What the information is shared for */
  purposes: string
  /** Lawful basis (Article 6, Article 9, statute) */
  lawful_basis: string
  /** How long each side keeps what it is sent */
  retention: string
  /** First day */
  starts_on: string
  /** Day it is looked at again */
  review_on: string
  /** Last day, where it has one */
  ends_on: string | null
  /** Who signed for the agency */
  theirs_by: string | null
  /** When */
  theirs_on: string | null
  /** Who signed for the council */
  ours_by: string | null
  /** When */
  ours_on: string | null
  /** Impact assessment that covers it */
  dpia_reference: string | null
  /** Privacy officer who recorded it */
  dpia_by: string | null
  /** When */
  dpia_at: Date | null
  /** When it was compiled onto the agency */
  stands_from: Date | null
  /** When it stopped standing */
  ended_at: Date | null
  /** Why: replaced, its last day passed, the agency left */
  ended_why: string | null
  /** Who drafted it; null for one that stood before agreements were kept here */
  drafted_by: string | null
  /** When */
  drafted_at: Date
  /** Optimistic version */
  version: Generated<number>
}

/** An agency's application to join (S-006), by its own people or entered for it. A small voluntary group answers a shorter form (S-158). */
export interface PartnerApplicationTable {
  /** Opaque id */
  id: Generated<string>
  /** What the applicant is given */
  reference: Generated<string>
  /** APPLIED, CHECKING, AGREEMENT, DPIA, READY, LIVE, TURNED_DOWN, WITHDRAWN */
  state: Generated<string>
  /** small group or full */
  way: string
  /** Name of the agency, as people say it */
  agency_name: string
  /** Kind of agency, as agency.agency_type */
  agency_type: string
  /** What they want to join for, in their words */
  what_for: string
  /** Clauses they ask for */
  wanted: string[]
  /** Who leads on this at the agency */
  lead_name: string
  /** Their role there */
  lead_role: string | null
  /** Their email */
  lead_email: string
  /** Their telephone */
  lead_phone: string | null
  /** Data protection officer or whoever looks after privacy */
  privacy_name: string | null
  /** Their email */
  privacy_email: string | null
  /** Registration with the Information Commissioner, where they need one */
  ico_number: string | null
  /** Charity or company number, where they have one */
  charity_number: string | null
  /** yes, being written, no */
  safeguarding_policy: string
  /** What they offer families, for the directory */
  offers: string | null
  /** Who at the council knows them */
  sponsor: string | null
  /** The agency it became */
  agency_id: string | null
  /** When */
  applied_at: Date
  /** Who at the council entered it for them; null where they applied themselves */
  entered_by: string | null
  /** Same-browser key of the applicant, to show the receipt */
  visitor_key: string | null
  /** Why it was turned down or withdrawn */
  decided_why: string | null
  /** Optimistic version */
  version: Generated<number>
}

/** What was done about an application, step by step. */
export interface PartnerStepTable {
  /** Opaque id */
  id: Generated<string>
  /** The application */
  application_id: string
  /** State it came to */
  state: string
  /** What was found or done */
  note: string
  /** Who; null for the applicant */
  done_by: string | null
  /** When */
  done_at: Date
}

/** A stage on the co-produced pathway from before birth to 25. */
export interface PathwayStageTable {
  /** minus9m, birth, by2, by5, by11, by18, by25, any */
  id: string
  /** Name of the stage in words */
  label: string
  /** Order along the pathway */
  sort: number
}

/** A child, a parent, a carer or anyone else a record is about. One person, many roles. */
export interface PersonTable {
  /** Opaque id */
  id: Generated<string>
  /** Given name as the family uses it; null for an unborn baby */
  given_name: string | null
  /** Family name as the family uses it */
  family_name: string | null
  /** Name the person likes to be called */
  preferred_name: string | null
  /** Date of birth; never together with an expected date */
  date_of_birth: string | null
  /** exact, estimated or unknown */
  date_of_birth_is: Generated<string>
  /** Expected date of delivery, for an unborn baby */
  expected_on: string | null
  /** F, M or U as the census has it */
  sex: Generated<string>
  /** Gender in the person's own words */
  gender: string | null
  /** Ethnicity code of the census */
  ethnicity: Generated<string>
  /** First language in words */
  first_language: string | null
  /** Whether an interpreter is needed; null when not known */
  interpreter_needed: boolean | null
  /** Religion in words */
  religion: string | null
  /** Disability codes of the census */
  disabilities: Generated<string[]>
  /** Date of death */
  died_on: string | null
  /** none, location (address hidden) or hidden (not findable) */
  shield: Generated<string>
  /** Shield inherited from a possible match, waiting for the shield desk */
  shield_pending: Generated<boolean>
  /** Content blocked but for an allow list; the name may be found */
  restricted: Generated<boolean>
  /** Person this record was joined to; the id still leads there. No foreign key: they may live on another machine */
  became_id: string | null
  /** True for a demonstration person */
  is_synthetic: Generated<boolean>
  /** When recorded */
  created_at: Generated<Date>
  /** Who recorded it */
  created_by: string | null
  /** Optimistic version */
  version: Generated<number>
  /** When last corrected */
  changed_at: Date | null
  /** Who corrected it last; named to whoever saves at the same time */
  changed_by: string | null
}

/** Where a person lives or lived. Shielded rows are seen only by those on the person's shield list. */
export interface PersonAddressTable {
  /** Opaque id */
  id: Generated<string>
  /** Who lives there */
  person_id: string
  /** House and street */
  line1: string
  /** Second line */
  line2: string | null
  /** Town */
  town: string | null
  /** Postcode with one space */
  postcode: string | null
  /** Ward name */
  ward: string | null
  /** First day there */
  valid_from: string | null
  /** Last day there; null while it lasts */
  valid_to: string | null
  /** Hidden from all but the shield list */
  shielded: Generated<boolean>
  /** Where the fact came from */
  source: string
}

/** A telephone number or email at which a person may be reached, with what is safe. */
export interface PersonContactPointTable {
  /** Opaque id */
  id: Generated<string>
  /** Whose */
  person_id: string
  /** phone or email */
  kind: string
  /** The number or address */
  value: string
  /** When and how it is safe to use; null when nothing special is known */
  safe_note: string | null
  /** False means never use it */
  is_safe: Generated<boolean>
  /** Last day of use */
  valid_to: string | null
}

/** What joining two people, or moving a record to a person of its own, did to every table: read backwards, it undoes it byte for byte. */
export interface PersonMoveTable {
  /** Whose row it was (distribution key) */
  person_id: string
  /** Order in which it was done */
  id: GeneratedAlways<number>
  /** The join or split it belongs to */
  assertion_id: string
  /** To whom it went */
  to_id: string
  /** Table */
  table_name: string
  /** Column that names the person */
  column_name: string
  /** The row's primary key without that column */
  row_key: unknown
  /** moved; set aside (a double: the row is kept here); stood (was there already, so not written since); changed (other columns, as they were) */
  what: string
  /** The row set aside, or the columns as they were */
  row: unknown
  /** When */
  moved_at: Generated<Date>
  /** When it was returned; null while the join stands */
  returned_at: Date | null
}

/** Every name a person is or was known by, as given, with its source. */
export interface PersonNameTable {
  /** Opaque id */
  id: Generated<string>
  /** Whose name */
  person_id: string
  /** legal, known as, previous, as referred */
  kind: string
  /** Given names as written */
  given_name: string | null
  /** Family name as written */
  family_name: string | null
  /** First day known */
  valid_from: string | null
  /** Last day known */
  valid_to: string | null
  /** Where it came from */
  source: string
}

/** Search keys of each findable name, kept by the people room whenever a person changes; read by the search role alone. */
export interface PersonSearchTable {
  /** Who */
  person_id: string
  /** All names folded, for ranking */
  folded: string
  /** Hashes of name pairs, name with birth date, year or area, and identifiers (search-keys.ts) */
  keys: Generated<number[]>
  /** Words of every name as they are heard, for ranking and for the shield */
  heard: Generated<string[]>
}

/** How a telephone call went: what was asked, and how to call back. The words of the call are the contact's. */
export interface PhoneRecordTable {
  /** The contact */
  contact_id: string
  /** When the officer picked up */
  call_began_at: Date
  /** Who took the call */
  taken_by: string
  /** Number to call back, as the caller gave it */
  call_back_number: string | null
  /** yes, no, not known */
  safe_to_call_back: Generated<string>
  /** When and how to call, who may hear */
  call_back_note: string | null
  /** Points of the script that were asked */
  asked: Generated<string[]>
}

/** The family plan: one page everyone holds. */
export interface PlanTable {
  /** Opaque id */
  id: Generated<string>
  /** The episode */
  episode_id: string
  /** draft, active, closed */
  state: Generated<string>
  /** What we are worried about */
  worried_about: string | null
  /** What is going well */
  going_well: string | null
  /** What we do if it goes wrong */
  contingency: string | null
  /** Who to call */
  who_to_call: string | null
  /** Day it was agreed with the family */
  agreed_on: string | null
  /** Day the family got its copy */
  copy_given_on: string | null
  /** Who last changed it */
  changed_by: string
  /** When */
  changed_at: Date
  /** Optimistic version */
  version: Generated<number>
}

/** Who does what by when, towards a goal. Always with an owner and a date. */
export interface PlanActionTable {
  /** Opaque id */
  id: Generated<string>
  /** The goal */
  goal_id: string
  /** Its episode */
  episode_id: string
  /** What will be done */
  action: string
  /** Practitioner who does it */
  owner_staff_id: string | null
  /** Or someone of the family */
  owner_person_id: string | null
  /** Or someone who does not use Goldthread */
  owner_name: string | null
  /** By when */
  due_on: string
  /** How it is going: R, A, G, or B for done */
  rag: string | null
  /** How far it is */
  progress: string | null
  /** open, done, dropped */
  state: Generated<string>
  /** Day it was done */
  achieved_on: string | null
  /** How we know it was done */
  evidence: string | null
  /** Who wrote it down */
  created_by: string
  /** When */
  created_at: Date
  /** Who last changed it */
  changed_by: string
  /** When */
  changed_at: Date
  /** Optimistic version */
  version: Generated<number>
}

/** A goal of a family plan in the family's words. Each cites an outcome of the pathway: the golden thread begins here. */
export interface PlanGoalTable {
  /** Opaque id */
  id: Generated<string>
  /** The plan */
  plan_id: string
  /** Its episode */
  episode_id: string
  /** Outcome of the co-produced pathway it serves */
  outcome_id: string
  /** The child it is for; null for the whole family */
  for_person_id: string | null
  /** What will be different, in the family's words */
  family_words: string
  /** How we will know */
  how_we_will_know: string
  /** Where it stands at the start, 0 to 10 */
  baseline: number
  /** Where it should be, 0 to 10 */
  target: number
  /** working, achieved, dropped */
  state: Generated<string>
  /** Why it was dropped */
  ended_because: string | null
  /** Order on the plan */
  position: Generated<number>
  /** Who wrote it down */
  created_by: string
  /** When */
  created_at: Date
  /** Who last changed it */
  changed_by: string
  /** When */
  changed_at: Date
  /** Optimistic version */
  version: Generated<number>
}

/** Which assessed needs a goal answers, so that none is left without one. */
export interface PlanGoalNeedTable {
  /** The goal */
  goal_id: string
  /** Its episode */
  episode_id: string
  /** Need of the family needs framework */
  need_code: string
}

/** The changes made to this database's structure, in order; each is made once. */
export interface PlatformMigrationTable {
  /** File name of the change, such as 0001_platform.sql */
  name: string
  /** SHA-256 of the file as it was run; a file that changes afterwards is refused */
  checksum: string
  /** When it was made */
  applied_at: Generated<Date>
}

/** A file of notifications a police officer uploaded: how many rows went in, and how many came back with reasons. */
export interface PoliceFileTable {
  /** Opaque id, the receipt's number */
  id: Generated<string>
  /** Police force it came from */
  agency_id: string
  /** File name as given */
  name: string
  /** Size */
  size_bytes: number
  /** Hash of its bytes: the same file twice is known by it */
  sha256: string
  /** Its columns */
  heading: string[]
  /** Rows that were new */
  taken: Generated<number>
  /** Rows that changed what was told before */
  updates: Generated<number>
  /** Rows told before, word for word */
  same: Generated<number>
  /** Rows sent back */
  rejected: Generated<number>
  /** Who uploaded it */
  uploaded_by: string
  /** When */
  uploaded_at: Date
}

/** What the police notified of one incident (form 4.2), in their words. The same reference with other words is a further version, never a change of this one. */
export interface PoliceNotificationTable {
  /** Opaque id, the receipt's number */
  id: Generated<string>
  /** Police force */
  agency_id: string
  /** Their reference */
  police_ref: string
  /** 1 for the first; a later one is an update */
  version: number
  /** Hash of everything told: the same told twice is known by it */
  body_hash: string
  /** RECEIVED, TAKEN: whether it stands at the front door as a contact */
  state: Generated<string>
  /** When the hub took it; the screening clock starts here */
  received_at: Date
  /** Machine that sent it; null when it came in a file */
  received_from: string | null
  /** Officer whose file it came in; null when a machine sent it */
  received_by: string | null
  /** That file */
  file_id: string | null
  /** DA, MISSING, CSE, DRUGS, ASB, MENTAL_HEALTH, NEGLECT, OTHER */
  incident_type: string
  /** When it happened */
  incident_at: Date
  /** When it was reported to the police */
  reported_at: Date | null
  /** Where: first line */
  line1: string | null
  /** Town */
  town: string | null
  /** Postcode, normalised when valid */
  postcode: string | null
  /** Unique property reference, where the police have it */
  uprn: string | null
  /** Where, in the form in which two notifications are compared; null when no home is known */
  home_key: string | null
  /** What happened, in the officer's words */
  circumstances: string
  /** What the children said and how they were */
  children_voice: string | null
  /** What the officer makes of it */
  officer_view: string | null
  /** DASH: standard, medium, high; null not assessed */
  dash_risk: string | null
  /** Referred to or heard at a MARAC */
  marac: Generated<boolean>
  /** When it is heard */
  marac_on: string | null
  /** What the police did */
  action_taken: string | null
  /** Earlier incidents in 12 months as the police count them */
  prior_incidents: number | null
  /** Their own grade: BLUE, GREEN, AMBER, RED */
  police_grade: string | null
  /** NOT_FAMILY, NOT_SCHOOL, NOT_SUSPECT, ASK_FIRST: what the police ask the hub not to do */
  share_rules: Generated<string[]>
  /** Why, or what else to mind */
  share_note: string | null
  /** The contact it became */
  contact_id: string | null
  /** When */
  taken_at: Date | null
}

/** Someone a notification names or describes, with what the police know of how to reach them safely. */
export interface PolicePersonTable {
  /** Opaque id */
  id: Generated<string>
  /** The notification */
  notification_id: string
  /** Order in the notification */
  position: number
  /** victim, suspect, witness, child present, child not present, other */
  role: string
  /** Given name; null not known */
  given_name: string | null
  /** Family name */
  family_name: string | null
  /** Description, when the name is not known */
  description: string | null
  /** Date of birth */
  date_of_birth: string | null
  /** Age as told when the date is not known */
  age_in_words: string | null
  /** F, M, U */
  sex: Generated<string>
  /** School or nursery, for a child */
  school: string | null
  /** Telephone */
  phone: string | null
  /** Injuries seen or told */
  injuries: string | null
  /** Ways never to use: phone, text, email, letter, visit, school */
  never_by: Generated<string[]>
  /** The one way that is safe, where there is one */
  only_by: string | null
  /** From when it is safe */
  only_from: string | null
  /** Until when */
  only_to: string | null
  /** What else to mind */
  safe_note: string | null
  /** As the contact names them */
  contact_person_id: string | null
}

/** A question of the front door to the police about a notification, and their answer: who the children are, most often. */
export interface PoliceQuestionTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** The notification asked about */
  notification_id: string
  /** The force asked */
  agency_id: string
  /** children (who are they), sharing (may it be told), other */
  kind: string
  /** What is asked */
  question: string
  /** Who asks */
  asked_by: string
  /** When */
  asked_at: Date
  /** What the police say */
  answer: string | null
  /** For sharing: whether they agree */
  agreed: boolean | null
  /** Who answered */
  answered_by: string | null
  /** When */
  answered_at: Date | null
}

/** A row of a police file that could not go in, as it was given, with every reason. Destroyed after its days. */
export interface PoliceRejectTable {
  /** File */
  file_id: string
  /** Row of the file, first data row is 1 */
  row_number: number
  /** The row as given */
  cells: string[]
  /** Everything wrong with it, in words */
  reasons: string[]
}

/** A priority of the borough's plan for children and families. */
export interface PriorityTable {
  /** P1 to P4 */
  id: string
  /** Name of the priority */
  name: string
  /** Corporate aims it serves */
  corporate_aims: Generated<string[]>
  /** Document it comes from */
  source: string
  /** First day */
  valid_from: string
  /** Last day */
  valid_to: string | null
}

/** Something about the front door that was changed on purpose, marked on the charts so that its effect can be seen. */
export interface ProcessChangeTable {
  /** Opaque id */
  id: Generated<string>
  /** Which measure it was meant for; null is all of them */
  measure: string | null
  /** From when */
  happened_on: string
  /** What was changed; never about a child */
  words: string
  /** True where limits begin anew here */
  begins_anew: boolean
  /** Who wrote it down */
  recorded_by: string
  /** When */
  recorded_at: Date
  /** Who took it off the charts again */
  withdrawn_by: string | null
  /** When */
  withdrawn_at: Date | null
  /** Why */
  withdrawn_because: string | null
}

/** A telephone call made because a hand-over to child protection was not accepted: to whom, and what they said. */
export interface ProtectionCallTable {
  /** Opaque id */
  id: Generated<string>
  /** The hand-over */
  handover_id: string
  /** Whom */
  spoke_to: string
  /** What was said and agreed */
  said: string
  /** Who rang */
  called_by: string
  /** When */
  called_at: Date
}

/** A hand-over from the front door to child protection for one child (S-005). It counts as sent when a named person there has accepted it, and not before. */
export interface ProtectionHandoverTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact it comes from */
  contact_id: string
  /** The decision that asked for it */
  decision_id: string
  /** The child */
  person_id: string
  /** Request for a strategy discussion in casework */
  strategy_id: string
  /** Team asked */
  team_id: string
  /** Who hands over */
  offered_by: string
  /** When */
  offered_at: Date
  /** Who in the team has it now */
  accepted_by: string | null
  /** When; from here it is sent */
  accepted_at: Date | null
  /** When managers were told that nobody had accepted it */
  escalated_at: Date | null
  /** Optimistic version */
  version: Generated<number>
}

/** Every plan goal with the outcome it cites, its scale at the start, now and aimed for, and its state. No names, no words: for counting by outcome. Whoever shows it suppresses small numbers. */
export interface PublishedGoalProgressTable {
  /** Outcome the goal cites */
  outcome_id: string | null
  /** The goal */
  goal_id: string | null
  /** Episode of early help it belongs to */
  episode_id: string | null
  /** Where it stood at the start, 0 to 10 */
  baseline: number | null
  /** Where it stood at the last review, 0 to 10; the start where there was none */
  latest: number | null
  /** Where it should be, 0 to 10 */
  target: number | null
  /** working, achieved or dropped */
  state: string | null
  /** When the goal was written down */
  created_at: Date | null
  /** Day of the last score; null when never scored */
  scored_on: string | null
}

/** Figures of a measurement: counts by measure and group, never people. */
export interface QualityFigureTable {
  /** Measurement */
  run_id: string
  /** pairs found, pairs right, recall by community, implausible */
  measure: string
  /** Group or kind; all for the whole */
  part: string
  /** How many */
  numerator: number
  /** Of how many */
  denominator: number
}

/** One measurement of the index: asked for, under way, stopped, done. It works in steps, each committed, so that it can be stopped and gone on with. */
export interface QualityRunTable {
  /** Opaque id */
  id: Generated<string>
  /** silver truth, implausible lives */
  kind: string
  /** When */
  asked_at: Generated<Date>
  /** Who; null for the schedule */
  asked_by: string | null
  /** waiting, running, stopped, done, failed */
  state: Generated<string>
  /** What it is doing, in words */
  step: string | null
  /** Steps done */
  done: Generated<number>
  /** Steps in all; 0 until known */
  total: Generated<number>
  /** Matcher's model that was measured */
  model_version: string | null
  /** When; null until done */
  finished_at: Date | null
  /** Why it failed or stopped, in words */
  note: string | null
}

/** Requests counted per visitor and minute, so that any number of web processes share one limit. */
export interface RateWindowTable {
  /** Hash of where the request came from and what for */
  visitor: string
  /** The minute */
  minute: Date
  /** How many */
  requests: Generated<number>
}

/** A referral to social care about one child (states of domain 3.5). Not sent until a team has accepted it. */
export interface ReferralTable {
  /** Opaque id */
  id: Generated<string>
  /** Short reference people can say */
  reference: Generated<string>
  /** The child */
  child_id: string
  /** Contact it came from; the front door owns that table */
  contact_id: string | null
  /** When it was received; starts the one-working-day clock (C01) */
  received_at: Date
  /** Referral source code of the census */
  source_code: string
  /** Primary need code of the census */
  primary_need: string
  /** Why, in words */
  reason: string
  /** Decision maker at the front door who sent it */
  sent_by: string
  /** Day of the last referral within twelve months, where there was one */
  previous_referral_on: string | null
  /** A referral within twelve months of another */
  is_re_referral: Generated<boolean>
  /** Team whose inbox it is in */
  team_id: string
  /** RECEIVED, DECISION_PENDING, ACCEPTED, NFA, REDIRECTED, CLOSED */
  state: Generated<string>
  /** When the team took it from the inbox; until then it is not sent */
  accepted_at: Date | null
  /** Who took it */
  accepted_by: string | null
  /** NFA, ADVICE_SIGNPOST, EARLY_HELP, ASSESSMENT, STRATEGY_S47, OTHER */
  decision: string | null
  /** Why */
  decision_reason: string | null
  /** When */
  decided_at: Date | null
  /** Who decided */
  decided_by: string | null
  /** Social worker it was given to */
  allocated_to: string | null
  /** Day it was closed */
  closed_on: string | null
  /** Optimistic version */
  version: Generated<number>
  /** Early help episode whose step-up led here; it ends when this referral is accepted */
  stepped_up_from: string | null
}

/** How two people are related, one row each way round read as "person is KIND of related". */
export interface RelationshipTable {
  /** Opaque id */
  id: Generated<string>
  /** The person */
  person_id: string
  /** To whom; they may live on another machine, so no foreign key: whoever writes it sees both */
  related_id: string
  /** mother, father, parent, carer, sibling, twin, grandparent, partner, other */
  kind: string
  /** Whether the person holds parental responsibility for the related child; null not known */
  parental_responsibility: boolean | null
  /** First day */
  valid_from: string | null
  /** Last day */
  valid_to: string | null
  /** Who said so */
  source: string
}

/** Who may open a restricted person's record. */
export interface RestrictionAllowTable {
  /** Restricted person */
  person_id: string
  /** Who may open it */
  staff_id: string
  /** Why the record is restricted and why this person may open it */
  reason: string
  /** Who decided */
  granted_by: string | null
  /** Last day */
  valid_to: string | null
}

/** How long each class of record is kept and why. Configuration, read by the retention job. */
export interface RetentionRuleTable {
  /** Class of record */
  record_class: string
  /** Years kept */
  keep_years: number
  /** closure, date of birth, last event */
  counted_from: string
  /** statutory, local or professional */
  basis: string
  /** Authority in words */
  source: string
  /** An inquiry stops destruction of this class */
  legal_hold: Generated<boolean>
}

/** One item of a return: a fact, an opinion or an allegation, about one person or the household, with what its owner lets become of it. */
export interface ReturnLineTable {
  /** Opaque id */
  id: Generated<string>
  /** The return */
  return_id: string
  /** Its request */
  request_id: string
  /** Its owner */
  agency_id: string
  /** The person of the request it is about; null is the household */
  about_id: string | null
  /** Order in the return */
  position: number
  /** Question it answers, by key */
  question: string
  /** fact, opinion or allegation: never mixed in one item */
  kind: string
  /** What the agency says */
  words: string
  /** When it happened, or began */
  happened_from: string | null
  /** When it ended, where it did */
  happened_to: string | null
  /** Where the agency has it from */
  source: string | null
  /** Police: grade of the source and of the information, for example E41 */
  grading: string | null
  /** Police: handling code; never printed on a family's document */
  handling: string | null
  /** OPEN_TO_HUB, HUB_ONLY, OWNER_CONTROLLED (domain 2.5) */
  sensitivity: string
  /** YES, NO, ASK: whether it may leave the hub without asking again */
  releasable: string
  /** True where it is about somebody outside the family: left out of family copies */
  third_party: Generated<boolean>
}

/** A review of the plan: how far each goal is, what everyone says, what happens next. */
export interface ReviewTable {
  /** Opaque id */
  id: Generated<string>
  /** The episode */
  episode_id: string
  /** Meeting it was part of */
  meeting_id: string | null
  /** Day */
  held_on: string
  /** What the children say */
  child_views: string | null
  /** Why there are none */
  child_views_missing: string | null
  /** What parents and carers say */
  parent_views: string | null
  /** Why there are none */
  parent_views_missing: string | null
  /** What is new */
  new_information: string | null
  /** continue, step up, step down, close */
  decision: string
  /** Next review */
  next_on: string | null
  /** Who recorded it */
  recorded_by: string
  /** When */
  recorded_at: Date
}

/** A rule that says where a contact waits and how soon it is looked at. It may suggest a rating; a person confirms every one. A change is a new row with its own first day, proposed by one person and agreed by another. */
export interface RoutingRuleTable {
  /** Opaque id */
  id: Generated<string>
  /** Name that stays when the rule is changed */
  key: string
  /** What it is called on the screen */
  name: string
  /** Why it stands, in the words a referrer could read */
  because: string
  /** Order: the first rule that fits says the lane */
  position: number
  /** Ways in it asks for; empty is any */
  channels: Generated<string[]>
  /** Referral sources it asks for; empty is any */
  sources: Generated<string[]>
  /** Kinds of worry, any of them; empty is any */
  categories: Generated<string[]>
  /** Words in what was written, any of them; empty is any */
  words: Generated<string[]>
  /** Beginnings of a postcode, any of them; empty is any */
  postcodes: Generated<string[]>
  /** Youngest child is at least this old, in years */
  age_from: number | null
  /** Youngest child is at most this old, in years */
  age_to: number | null
  /** yes or no: work is open with a child it is about */
  open_work: string | null
  /** yes or no: the referrer said immediate danger */
  danger: string | null
  /** hub hours or out of hours, when it was received */
  time_of_day: string | null
  /** Lane of the queue */
  lane: string
  /** Discipline that looks first */
  discipline: string | null
  /** 1 at once, 2 today, 3 in turn */
  priority: number
  /** Rating it suggests; it rates nothing */
  suggested_rag: string | null
  /** First day in force */
  valid_from: string
  /** Last day in force */
  valid_to: string | null
  /** Who proposed it; null for the first rules */
  proposed_by: string | null
  /** When */
  proposed_at: Date
  /** Second person who agreed */
  agreed_by: string | null
  /** When; a rule nobody agreed to routes nothing */
  agreed_at: Date | null
  /** Who refused it */
  refused_by: string | null
  /** When */
  refused_at: Date | null
  /** Why */
  refused_why: string | null
  /** The rule ends on the first day of this row and nothing follows it */
  retires: Generated<boolean>
}

/** How it is safe to reach whoever asked for help. It goes before every call, letter and visit. */
export interface SafeContactTable {
  /** The contact */
  contact_id: string
  /** young person, parent, someone else */
  who: string
  /** call, text, email, letter, through someone, not at all */
  how: string
  /** Number, address or name to use */
  reach: string | null
  /** When it is safe */
  good_times: string | null
  /** What must never be done: numbers, people, times */
  never: string | null
  /** Whether a message may be left */
  may_leave_message: Generated<boolean>
  /** Whether whoever answers may hear that the council calls */
  may_say_who: Generated<boolean>
}

/** How someone of a contact may be reached: never by a way, or by it only between two times of day. Every telling is held to it. */
export interface SafeContactRuleTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** Whom it protects; null is everybody at the home */
  contact_person_id: string | null
  /** phone, text, email, letter, visit, school */
  channel: string
  /** never, only between */
  rule: string
  /** From when it is safe */
  only_from: string | null
  /** Until when */
  only_to: string | null
  /** Why, or what else to mind */
  note: string | null
  /** police, staff: who said so */
  told_by: string
  /** Who of the front door; null when it came with a notification */
  set_by: string | null
  /** Since when */
  set_at: Date
  /** Who ended it */
  ended_by: string | null
  /** When it no longer held */
  ended_at: Date | null
  /** Why it no longer holds */
  ended_because: string | null
}

/** A month's random draw from one stratum, for reading blind at the review desk. */
export interface SampleDrawTable {
  /** Opaque id */
  id: Generated<string>
  /** First day of the month it was drawn for */
  drawn_on: string
  /** nearest the line, middle, far over the line, near miss */
  stratum: string
  /** How many there were to draw from, nobody shielded or restricted among them */
  population: number
  /** How many were drawn */
  drawn: number
  /** Matcher's model at the draw */
  model_version: string
  /** When */
  drawn_at: Generated<Date>
}

/** The family's agreement to early help: by whom, how, to what. Not consent under data protection law (domain 2.4). Can be withdrawn at any time. */
export interface ServiceAgreementTable {
  /** Opaque id */
  id: Generated<string>
  /** Help agreed to */
  episode_id: string
  /** Person who agreed */
  agreed_by: string
  /** In what right: parental responsibility, Gillick competent, aged 16 or 17, mother of an unborn baby */
  holds: string
  /** How competence was judged, for a young person */
  competence_note: string | null
  /** signed or spoken and recorded */
  how_given: string
  /** Day */
  agreed_on: string
  /** What was agreed, in words */
  scope: string
  /** What the family will do (S-017) */
  family_commitments: string | null
  /** What services will do (S-017) */
  service_commitments: string | null
  /** What the other holder of parental responsibility says */
  other_holder_view: string | null
  /** When it was explained what is recorded and who may see it */
  explained_on: string | null
  /** When the family got its copy */
  copy_given_on: string | null
  /** Who recorded it */
  recorded_by: string
  /** When */
  recorded_at: Date
  /** Day it was withdrawn */
  withdrawn_on: string | null
  /** Why, in the family's words */
  withdrawn_why: string | null
  /** Is it safe to stop? yes, no, not sure */
  safe_to_stop: string | null
  /** Why, in the words of the person who answers */
  safe_to_stop_why: string | null
  /** Who answered */
  safe_to_stop_by: string | null
}

/** A server-side session. The cookie holds a random id; only its sha-256 is kept here. */
export interface SessionTable {
  /** Hex sha-256 of the cookie's id */
  id_hash: string
  /** Who is signed in */
  staff_id: string
  /** Token that every form of this session carries */
  csrf: string
  /** When it began */
  started_at: Generated<Date>
  /** Last request */
  last_used_at: Generated<Date>
  /** Absolute end */
  expires_at: Date
  /** When it was ended; null while live */
  ended_at: Date | null
  /** signed out, revoked, idle, rotated, expired */
  ended_because: string | null
  /** Provider used */
  issuer: string
  /** Browser as it names itself, so that people recognise their sessions */
  user_agent: string | null
  /** When the person was last here before this session */
  previous_visit_at: Date | null
}

/** One authority's own settings: opening hours, limits, whether this is a demonstration. */
export interface SettingTable {
  /** Name of the setting, for example break-glass-hours */
  key: string
  /** Its value as text */
  value: string
  /** What it changes, in words */
  note: string
  /** When it was last changed */
  changed_at: Generated<Date>
  /** Who changed it; null when it came with the installation */
  changed_by: string | null
}

/** A correction to a piece of information that was shared. What was said before stays readable beside it. */
export interface ShareCorrectionTable {
  /** Opaque id */
  id: Generated<string>
  /** The child */
  person_id: string
  /** The piece of information */
  thing_id: string
  /** First, second, third correction of it */
  place: number
  /** fact, opinion or allegation, as it should have been */
  now_kind: string
  /** What it should say */
  now_words: string
  /** What was wrong, and how that is known */
  because: string
  /** Who corrected it */
  corrected_by: string
  /** When */
  corrected_at: Date
}

/** A decision to share, share in part or withhold information about one child with one recipient. Agreement is recorded and never the gate. */
export interface ShareDecisionTable {
  /** Opaque id; its first eight letters are the reference told to outside bodies */
  id: Generated<string>
  /** The child; one decision a child, never copied to a brother or sister */
  person_id: string
  /** Who the child is, as the recipient was told */
  about_named: string | null
  /** Who decided */
  decided_by: string
  /** Their agency */
  by_agency_id: string | null
  /** When it was decided */
  decided_at: Date
  /** When it was written here */
  recorded_at: Date
  /** Recipient, where it works in Goldthread */
  to_agency_id: string | null
  /** Its team, where one was told */
  to_team_id: string | null
  /** Its practitioner, where one was told */
  to_staff_id: string | null
  /** Recipient outside Goldthread */
  to_body: string | null
  /** Who there, by name or post */
  to_person: string | null
  /** Their e-mail, for a correction that says nothing of the child */
  to_email: string | null
  /** Their telephone number, for a correction said aloud */
  to_phone: string | null
  /** What the recipient needs it for */
  purpose: string
  /** Function of the recipient it serves, by code */
  serves: string
  /** UK GDPR Article 6 condition */
  article6: string
  /** UK GDPR Article 9 condition; none where nothing is special category */
  article9: string
  /** Data Protection Act 2018 Schedule 1 condition; none where none is needed */
  dpa_condition: string
  /** Statute relied on, by code */
  statute: string
  /** Which other law, or which order */
  statute_note: string | null
  /** What the common-law duty of confidence rests on: not confidential, agreement, public interest, required by law */
  confidence: string
  /** Whether the duty of Children Act 2004 s16LA was in force and binding on both when it was decided */
  duty_in_force: boolean
  /** Whether sharing was held more detrimental to the child than not sharing: no more detrimental, more detrimental, not asked */
  detriment: string
  /** Why */
  detriment_because: string
  /** told before, to be told, not told */
  family_told: string
  /** Whom, when and how */
  told_whom: string | null
  /** Why not, where telling would raise the risk or defeat the purpose */
  not_told_because: string | null
  /** agreed, refused, not sought */
  agreement: string
  /** Who agreed or refused, or why nobody was asked */
  agreement_because: string | null
  /** SHARE, PARTIAL, WITHHOLD */
  decision: string
  /** Why, in the decider's words */
  reason: string
  /** On which ground something was kept back, by code */
  ground: string | null
  /** How it went; null where nothing did */
  method: string | null
  /** How the recipient and the way were checked; null where nothing went */
  security_check: string | null
  /** everyone who helps, or social care: who may read this record */
  open_to: string
  /** Kind of the record that led to it; null for one recorded by hand */
  origin_kind: string | null
  /** That record */
  origin_id: string | null
  /** Earlier decision this one takes the place of */
  replaces_id: string | null
}

/** What happened to a decision afterwards, added and never changed: the family was told, the recipient asked something. */
export interface ShareEventTable {
  /** Opaque id */
  id: Generated<string>
  /** The decision */
  decision_id: string
  /** family told, family will not be told, note */
  kind: string
  /** Whom, how, or why not */
  words: string
  /** Who says so */
  by_staff: string
  /** When */
  at: Date
}

/** One piece of information a decision was about, given or kept back: fact, opinion or allegation, never mixed in one item. */
export interface ShareItemTable {
  /** Opaque id */
  id: Generated<string>
  /** The decision */
  decision_id: string
  /** Order */
  position: number
  /** The piece of information itself: the same in every share of it, so that a correction finds everyone who has it */
  thing_id: string
  /** fact, opinion or allegation */
  kind: string
  /** What it says */
  words: string
  /** Whose information it is, or whose opinion */
  said_by: string
  /** True where it is about somebody other than the child and those with parental responsibility */
  third_party: Generated<boolean>
  /** Whether the recipient was given it */
  given: boolean
  /** How many corrections of it were known when it was given: later ones must reach this recipient */
  corrections_known: Generated<number>
}

/** The ledger of a correction: one row for each past recipient, from waiting to delivered to confirmed. */
export interface ShareNoticeTable {
  /** Opaque id; also the key of the outward message, so that it goes once */
  id: Generated<string>
  /** The correction */
  correction_id: string
  /** The decision by which this recipient was given what is corrected */
  decision_id: string
  /** The item as it was given */
  item_id: string
  /** The child */
  person_id: string
  /** Who the child is, as the recipient was told */
  about_named: string | null
  /** Recipient in Goldthread */
  to_agency_id: string | null
  /** Its team */
  to_team_id: string | null
  /** Its practitioner */
  to_staff_id: string | null
  /** Recipient outside Goldthread */
  to_body: string | null
  /** Who there */
  to_person: string | null
  /** Who shared it, and passes the correction on where nothing else reaches the recipient */
  decided_by: string
  /** When the row was made */
  made_at: Date
  /** in Goldthread, e-mail or by hand; null while the job has not run */
  channel: string | null
  /** Since when somebody must tell them, where nothing else reaches them */
  by_hand_since: Date | null
  /** When the recipient was told */
  delivered_at: Date | null
  /** Who told them by hand */
  delivered_by: string | null
  /** How, in words */
  delivered_how: string | null
  /** When the recipient said that their copy is put right */
  confirmed_at: Date | null
  /** Who there, where they work in Goldthread */
  confirmed_by: string | null
  /** What they say they did */
  confirmed_words: string | null
}

/** People or teams who may know a shielded person. */
export interface ShieldAllowTable {
  /** Opaque id */
  id: Generated<string>
  /** Shielded person */
  person_id: string
  /** Who may know */
  staff_id: string | null
  /** Or which team */
  team_id: string | null
  /** Who decided; null when the person was created by that team */
  granted_by: string | null
  /** Why */
  reason: string
  /** Last day */
  valid_to: string | null
}

/** A possible match between someone just submitted and a shielded person, for the shield desk alone. */
export interface ShieldQuestionTable {
  /** Opaque id */
  id: Generated<string>
  /** Person created from the submission; inherits the shield */
  person_id: string
  /** Shielded person they may be */
  shielded_id: string
  /** Field by field, in codes */
  reasons: unknown
  /** When */
  raised_at: Generated<Date>
  /** When the desk decided */
  decided_at: Date | null
  /** Who */
  decided_by: string | null
  /** same person, not the same, keep shielded */
  decision: string | null
  /** Why */
  decision_reason: string | null
}

/** A sign-in under way: state, nonce and PKCE verifier between the redirect and the callback. */
export interface SignInAttemptTable {
  /** Hex sha-256 of the state parameter */
  state_hash: string
  /** Provider chosen */
  provider_id: string
  /** Nonce the id token must carry */
  nonce: string
  /** PKCE verifier */
  code_verifier: string
  /** Local path to go to afterwards */
  return_to: string
  /** Ten minutes after it began */
  expires_at: Date
}

/** Ties a provider's subject to a member of staff. People are keyed by issuer and subject, never by email. */
export interface SignInIdentityTable {
  /** Issuer of the token */
  issuer: string
  /** Subject at that issuer */
  subject: string
  /** Who it is */
  staff_id: string
  /** When the tie was made */
  added_at: Generated<Date>
}

/** Which source record a feed's local identifier stands for now, so that the same row loaded twice changes nothing. */
export interface SourceKeyTable {
  /** The agency's own identifier (distribution key) */
  local_id: string
  /** Feed it belongs to */
  feed_id: string
  /** Newest source record */
  record_id: string
  /** Person it stands under */
  person_id: string
  /** SHA-256 of the row as mapped, hexadecimal: the same row again is known by it */
  row_hash: string
  /** When the feed last contained it */
  seen_at: Generated<Date>
  /** When a complete file no longer contained it; null while it does */
  gone_at: Date | null
}

/** What one agency's system says about one person, kept as given: names in their script and order, dates as written, addresses, identifiers. It is never changed: a later version is another row, and which person it stands under follows the assertions. */
export interface SourceRecordTable {
  /** Person it stands under now (distribution key); follows the live link assertion */
  person_id: string
  /** Opaque id */
  id: Generated<string>
  /** Agency whose record it is */
  agency_id: string
  /** Feed that brought it; null when typed here */
  feed_id: string | null
  /** The agency's own identifier of the person; null when it gave none */
  local_id: string | null
  /** File that brought it; null when it came one at a time */
  file_id: string | null
  /** Row of that file, first data row is 1 */
  row_number: number | null
  /** Given names as given */
  given_name: string | null
  /** Middle names as given */
  middle_name: string | null
  /** Family name as given */
  family_name: string | null
  /** Name the person goes by, as given */
  known_as: string | null
  /** Script of the name, for example Latn, Arab, Beng, Hans; null not told */
  name_script: string | null
  /** given first, family first, unknown */
  name_order: Generated<string>
  /** F, M or U */
  sex: Generated<string>
  /** Date of birth where it could be read */
  date_of_birth: string | null
  /** Date of birth as given, where it could not be read or is only part of a date */
  date_of_birth_as_written: string | null
  /** Expected date of delivery of an unborn baby */
  expected_on: string | null
  /** How many are expected or were born together; null not told */
  plurality: number | null
  /** House and street as given */
  line1: string | null
  /** Second line */
  line2: string | null
  /** Town */
  town: string | null
  /** Postcode with one space where it could be read, else as given */
  postcode: string | null
  /** First day at the address; null not told */
  address_from: string | null
  /** Telephone as given */
  phone: string | null
  /** Email as given */
  email: string | null
  /** NHS number, ten digits, only when its check digit holds */
  nhs_number: string | null
  /** UPN, only when its check letter holds */
  upn: string | null
  /** Mother's name as given */
  mother_name: string | null
  /** Day the source says the facts were true; null not told */
  facts_on: string | null
  /** When it came */
  received_at: Generated<Date>
  /** Later version of the same local identifier; null while it is the newest */
  replaced_by: string | null
}

/** A person who works with children and families and may sign in. */
export interface StaffTable {
  /** Opaque id */
  id: Generated<string>
  /** Name shown to colleagues */
  display_name: string
  /** Job title in their own agency */
  job_title: string
  /** Work email */
  email: string | null
  /** Work telephone */
  phone: string | null
  /** Who covers while this person is away */
  cover_staff_id: string | null
  /** Away up to and including this day */
  away_until: string | null
  /** Last day of work; no sign-in after it */
  left_on: string | null
  /** True for a demonstration person */
  is_synthetic: Generated<boolean>
}

/** A file someone attached, with the virus scan's word on it. */
export interface StoredFileTable {
  /** Opaque id */
  id: Generated<string>
  /** Room that owns it */
  room: string
  /** Kind of record it belongs to */
  owner_kind: string
  /** That record */
  owner_id: string
  /** File name as given, cleaned */
  name: string
  /** Type found in its bytes, not claimed */
  media_type: string
  /** Size */
  size_bytes: number
  /** Hash of the content */
  sha256: string
  /** waiting, clean, infected, failed */
  scan_state: Generated<string>
  /** The bytes */
  content: Buffer
  /** Who attached it; null for the public */
  added_by: string | null
  /** When */
  added_at: Generated<Date>
}

/** A request for a strategy discussion about one child. Not sent until someone in social work has accepted it. */
export interface StrategyRequestTable {
  /** Opaque id */
  id: Generated<string>
  /** The child */
  child_id: string
  /** Referral it belongs to */
  referral_id: string | null
  /** Why it cannot wait */
  reason: string
  /** Who asked */
  requested_by: string
  /** When */
  requested_at: Date
  /** Team asked */
  team_id: string
  /** REQUESTED, ACCEPTED, SCHEDULED, HELD */
  state: Generated<string>
  /** Who accepted */
  accepted_by: string | null
  /** When */
  accepted_at: Date | null
  /** When it is to be held */
  planned_for: Date | null
}

/** A meeting of the team around the family. */
export interface TafMeetingTable {
  /** Opaque id */
  id: Generated<string>
  /** The episode */
  episode_id: string
  /** first, review, other */
  kind: string
  /** planned, held, cancelled */
  state: Generated<string>
  /** When it is to be */
  planned_for: Date
  /** Where, or how to join */
  venue: string
  /** Day it was held */
  held_on: string | null
  /** Who took the notes; better not the lead professional */
  minutes_by: string | null
  /** What is working well */
  working_well: string | null
  /** What we are worried about */
  worries: string | null
  /** What the family says */
  family_views: string | null
  /** Family, lead professional and at least one other were there */
  quorate: boolean | null
  /** Why it went ahead without */
  not_quorate_because: string | null
  /** When the notes went out */
  minutes_sent_at: Date | null
  /** To whom */
  minutes_sent_to: string | null
  /** Optimistic version */
  version: Generated<number>
}

/** A member of the team around the family: a practitioner of any agency, or someone of the family. */
export interface TafMemberTable {
  /** Opaque id */
  id: Generated<string>
  /** The episode */
  episode_id: string
  /** Practitioner who uses Goldthread */
  staff_id: string | null
  /** Someone of the family */
  person_id: string | null
  /** Practitioner who does not use Goldthread */
  practitioner_name: string | null
  /** How to reach them */
  practitioner_phone: string | null
  /** Agency of a practitioner, where known */
  agency_id: string | null
  /** What they do in the team: health visitor, mother, class teacher */
  part: string
  /** What the invitation says */
  invite_note: string | null
  /** Who invited */
  invited_by: string
  /** When */
  invited_at: Date
  /** When they accepted; family members and practitioners without sign-in are accepted when added */
  accepted_at: Date | null
  /** When they declined */
  declined_at: Date | null
  /** Why */
  decline_reason: string | null
  /** Last day in the team */
  left_on: string | null
  /** Why they left */
  left_because: string | null
}

/** A team within an agency: the front door, an early help locality, a school's safeguarding team. */
export interface TeamTable {
  /** Opaque id */
  id: Generated<string>
  /** Agency the team belongs to */
  agency_id: string
  /** Name of the team */
  name: string
  /** front-door, out-of-hours (emergency duty team), hub-desk (answers the hub for its agency), early-help, social-work, shield-desk, index-desk, safeguarding, health, police, commissioning, other */
  purpose: string
  /** Telephone, also used as cover for its members */
  phone: string | null
  /** Shared mailbox */
  email: string | null
}

/** Parts of the borough a team works in, so that the directory can be asked by area. */
export interface TeamAreaTable {
  /** Team */
  team_id: string
  /** Ward or neighbourhood, as addresses name it */
  area: string
}

/** Work with children who moved here, told by the council they moved from. */
export interface TransferInTable {
  /** The contact */
  contact_id: string
  /** Council they moved from */
  from_council: string
  /** Its reference for the family */
  their_reference: string
  /** Its worker */
  worker_name: string | null
  /** Their telephone */
  worker_phone: string | null
  /** Their email */
  worker_email: string | null
  /** When the children moved here */
  moved_on: string | null
  /** Documents that came with it */
  documents_had: string | null
  /** Documents still to come */
  documents_awaited: string | null
  /** When the other council was told that we have it */
  acknowledged_at: Date | null
  /** By whom */
  acknowledged_by: string | null
  /** Who there was told, and how */
  acknowledged_to: string | null
}

/** How a child stood with the council they moved from. */
export interface TransferInChildTable {
  /** The child as named */
  contact_person_id: string
  /** Their contact */
  contact_id: string
  /** child protection plan, child in need, looked-after, early help, other */
  status: string
  /** Category of the plan, or legal status when looked after */
  category: string | null
  /** Since when */
  since: string | null
}

/** A date that came with a transfer, or follows from it: a conference, a review, a visit. */
export interface TransferInDateTable {
  /** Opaque id */
  id: Generated<string>
  /** The transfer's contact */
  contact_id: string
  /** What is due */
  what: string
  /** By when */
  due_on: string
  /** Their date, or the rule it follows from */
  because: string
  /** When it happened */
  done_on: string | null
  /** Who said so */
  done_by: string | null
}

/** Who was at a meeting of the day. */
export interface TriageAttendanceTable {
  /** The meeting */
  meeting_id: string
  /** Order as written */
  position: number
  /** Who */
  name: string
  /** For which agency */
  agency_name: string
}

/** A meeting of the day that goes through the domestic-abuse notifications since the one before. */
export interface TriageMeetingTable {
  /** Opaque id */
  id: Generated<string>
  /** Day it is held */
  held_on: string
  /** Who opened it */
  opened_by: string
  /** When */
  opened_at: Date
  /** Who closed it */
  closed_by: string | null
  /** When; null while it sits */
  closed_at: Date | null
  /** Why what was not gone through waits for the next one */
  held_over_reason: string | null
  /** How many that were */
  held_over: number | null
  /** What else was agreed, about the work and not about a family */
  note: string | null
}

/** A number to call now: by day the hub, by night the emergency duty team. */
export interface UrgentLineTable {
  /** Opaque id */
  id: Generated<string>
  /** Who answers */
  name: string
  /** Their number */
  phone: string
  /** hub hours, out of hours, always */
  open: string
  /** anyone, professionals */
  for_whom: Generated<string>
  /** What to say or have ready */
  note: string | null
  /** First day */
  valid_from: string
  /** Last day */
  valid_to: string | null
  /** Who wrote it; null for the first rows */
  changed_by: string | null
}

/** A warning agreed by a manager, always with a review date. */
export interface WarningNoteTable {
  /** Opaque id */
  id: Generated<string>
  /** About whom */
  person_id: string
  /** adult posing risk, do not disclose, risk to worker, protection order and so on */
  kind: string
  /** What to know and do */
  note: string
  /** When it is looked at again */
  review_on: string
  /** Manager who agreed it */
  agreed_by: string | null
  /** Last day */
  ended_on: string | null
}

/** A sealed cross-reference between two people, read by nobody: two officers of the shield desk release it together. */
export interface SealedCrossReferenceTable {
  /** Opaque id */
  id: Generated<string>
  /** What the officer notes on the adoption file, for example S-7K2M9Q */
  reference: string
  /** Keyed hash of the two ids: says whether two given people are sealed, never which are */
  pair_mark: Buffer
  /** The two ids, encrypted with the key from the environment */
  contents: Buffer
  /** Officer who sealed it */
  sealed_by: string
  /** When */
  sealed_at: Generated<Date>
  /** First officer who asks for it to be opened */
  asked_by: string | null
  /** When */
  asked_at: Date | null
  /** Why, and on whose authority */
  asked_because: string | null
  /** Second officer, to whom it was shown last */
  released_by: string | null
  /** When */
  released_at: Date | null
}

/** The secret with which pairs are marked: one row, read by the functions of this schema alone. */
export interface SealedSecretTable {
  /** Always true: there is one secret */
  only_one: Generated<boolean>
  /** 32 random bytes */
  secret: Buffer
}

/** Every table by its name. Names and comments are the database's own. */
export interface DB {
  absence: AbsenceTable
  agency: AgencyTable
  agency_return: AgencyReturnTable
  agreement_sharing: AgreementSharingTable
  alert: AlertTable
  answer_link: AnswerLinkTable
  apportion_item: ApportionItemTable
  assertion: AssertionTable
  assessment: AssessmentTable
  assessment_child: AssessmentChildTable
  assessment_domain: AssessmentDomainTable
  assessment_evidence: AssessmentEvidenceTable
  assessment_need: AssessmentNeedTable
  audit_checkpoint: AuditCheckpointTable
  audit_event: AuditEventTable
  audit_seal: AuditSealTable
  audit_subject: AuditSubjectTable
  bank_holiday: BankHolidayTable
  break_glass: BreakGlassTable
  broker_delivery: BrokerDeliveryTable
  broker_request: BrokerRequestTable
  certainly_not: CertainlyNotTable
  chronology_event: ChronologyEventTable
  clock: ClockTable
  clock_extension: ClockExtensionTable
  clock_rule: ClockRuleTable
  code: CodeTable
  conflict_of_interest: ConflictOfInterestTable
  consult: ConsultTable
  consult_person: ConsultPersonTable
  contact: ContactTable
  contact_category: ContactCategoryTable
  contact_change: ContactChangeTable
  contact_decision: ContactDecisionTable
  contact_feedback: ContactFeedbackTable
  contact_handover: ContactHandoverTable
  contact_hold: ContactHoldTable
  contact_note: ContactNoteTable
  contact_person: ContactPersonTable
  contact_question: ContactQuestionTable
  contact_recognition: ContactRecognitionTable
  contact_routing: ContactRoutingTable
  disagreement: DisagreementTable
  disagreement_party: DisagreementPartyTable
  disagreement_stage: DisagreementStageTable
  disagreement_word: DisagreementWordTable
  draft: DraftTable
  duty_need: DutyNeedTable
  duty_slot: DutySlotTable
  duty_swap: DutySwapTable
  early_help_episode: EarlyHelpEpisodeTable
  email_capture: EmailCaptureTable
  episode_change: EpisodeChangeTable
  family: FamilyTable
  family_member: FamilyMemberTable
  feed: FeedTable
  feed_decision: FeedDecisionTable
  feed_field: FeedFieldTable
  feed_file: FeedFileTable
  feed_file_part: FeedFilePartTable
  feed_reject: FeedRejectTable
  feed_run: FeedRunTable
  feed_run_field: FeedRunFieldTable
  feed_sample: FeedSampleTable
  feed_subject: FeedSubjectTable
  figure_day: FigureDayTable
  figure_line: FigureLineTable
  figure_period: FigurePeriodTable
  figure_refresh: FigureRefreshTable
  goal_score: GoalScoreTable
  health_trigger: HealthTriggerTable
  hub_enquiry: HubEnquiryTable
  hub_hours: HubHoursTable
  hub_rag: HubRagTable
  idempotency: IdempotencyTable
  identifier: IdentifierTable
  identity_provider: IdentityProviderTable
  identity_provider_agency: IdentityProviderAgencyTable
  immediate_action: ImmediateActionTable
  implausible_life: ImplausibleLifeTable
  incident_join: IncidentJoinTable
  incident_telling: IncidentTellingTable
  incident_triage: IncidentTriageTable
  index_agreement: IndexAgreementTable
  index_look: IndexLookTable
  information_request: InformationRequestTable
  information_request_chase: InformationRequestChaseTable
  information_request_person: InformationRequestPersonTable
  involvement: InvolvementTable
  involvement_freshness: InvolvementFreshnessTable
  involvement_news: InvolvementNewsTable
  involvement_watch: InvolvementWatchTable
  job: JobTable
  lead_professional: LeadProfessionalTable
  line_release: LineReleaseTable
  link_label: LinkLabelTable
  link_question: LinkQuestionTable
  link_reading: LinkReadingTable
  link_request: LinkRequestTable
  link_sample: LinkSampleTable
  machine_client: MachineClientTable
  match_decision: MatchDecisionTable
  measure_target: MeasureTargetTable
  meeting_attendance: MeetingAttendanceTable
  meeting_decision: MeetingDecisionTable
  membership: MembershipTable
  nhs_difference: NhsDifferenceTable
  nhs_leave: NhsLeaveTable
  nhs_run: NhsRunTable
  nhs_trace: NhsTraceTable
  notification: NotificationTable
  notification_envelope: NotificationEnvelopeTable
  out_of_hours_list: OutOfHoursListTable
  out_of_hours_record: OutOfHoursRecordTable
  outcome: OutcomeTable
  outcome_priority: OutcomePriorityTable
  outcome_wording: OutcomeWordingTable
  partner_agreement: PartnerAgreementTable
  partner_application: PartnerApplicationTable
  partner_step: PartnerStepTable
  pathway_stage: PathwayStageTable
  person: PersonTable
  person_address: PersonAddressTable
  person_contact_point: PersonContactPointTable
  person_move: PersonMoveTable
  person_name: PersonNameTable
  person_search: PersonSearchTable
  phone_record: PhoneRecordTable
  plan: PlanTable
  plan_action: PlanActionTable
  plan_goal: PlanGoalTable
  plan_goal_need: PlanGoalNeedTable
  platform_migration: PlatformMigrationTable
  police_file: PoliceFileTable
  police_notification: PoliceNotificationTable
  police_person: PolicePersonTable
  police_question: PoliceQuestionTable
  police_reject: PoliceRejectTable
  priority: PriorityTable
  process_change: ProcessChangeTable
  protection_call: ProtectionCallTable
  protection_handover: ProtectionHandoverTable
  published_goal_progress: PublishedGoalProgressTable
  quality_figure: QualityFigureTable
  quality_run: QualityRunTable
  rate_window: RateWindowTable
  referral: ReferralTable
  relationship: RelationshipTable
  restriction_allow: RestrictionAllowTable
  retention_rule: RetentionRuleTable
  return_line: ReturnLineTable
  review: ReviewTable
  routing_rule: RoutingRuleTable
  safe_contact: SafeContactTable
  safe_contact_rule: SafeContactRuleTable
  sample_draw: SampleDrawTable
  service_agreement: ServiceAgreementTable
  session: SessionTable
  setting: SettingTable
  share_correction: ShareCorrectionTable
  share_decision: ShareDecisionTable
  share_event: ShareEventTable
  share_item: ShareItemTable
  share_notice: ShareNoticeTable
  shield_allow: ShieldAllowTable
  shield_question: ShieldQuestionTable
  sign_in_attempt: SignInAttemptTable
  sign_in_identity: SignInIdentityTable
  source_key: SourceKeyTable
  source_record: SourceRecordTable
  staff: StaffTable
  stored_file: StoredFileTable
  strategy_request: StrategyRequestTable
  taf_meeting: TafMeetingTable
  taf_member: TafMemberTable
  team: TeamTable
  team_area: TeamAreaTable
  transfer_in: TransferInTable
  transfer_in_child: TransferInChildTable
  transfer_in_date: TransferInDateTable
  triage_attendance: TriageAttendanceTable
  triage_meeting: TriageMeetingTable
  urgent_line: UrgentLineTable
  warning_note: WarningNoteTable
  'sealed.cross_reference': SealedCrossReferenceTable
  'sealed.secret': SealedSecretTable
}
