// Printed from the database by "npm run db:types". Never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely'

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
  /** PHONE, WEB, EMAIL, POLICE_FEED, WALK_IN, LETTER, PARTNER_SYSTEM, OUT_OF_HOURS */
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
}

/** A kind of worry the referrer ticked. */
export interface ContactCategoryTable {
  /** The contact */
  contact_id: string
  /** Category in words, from the code list concern-category */
  category: string
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
  /** page, call, letter, none */
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

/** A request for a multi-agency picture, recorded until the hub takes it up. */
export interface HubRequestTable {
  /** Opaque id */
  id: Generated<string>
  /** The contact */
  contact_id: string
  /** RED, AMBER, GREEN or BLUE */
  rag: string
  /** Why this rating and what is asked */
  reason: string
  /** Who */
  requested_by: string
  /** When */
  requested_at: Date
  /** When the picture had been used in the decision */
  closed_at: Date | null
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
  /** Person this record was joined to; the id still leads there */
  became_id: string | null
  /** True for a demonstration person */
  is_synthetic: Generated<boolean>
  /** When recorded */
  created_at: Generated<Date>
  /** Who recorded it */
  created_by: string | null
  /** Optimistic version */
  version: Generated<number>
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
  /** Folded prefixes, skeletons, dates and postcodes */
  keys: string[]
  /** All names folded, for ranking */
  folded: string
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

/** Requests counted per visitor and minute, so that any number of web processes share one limit. */
export interface RateWindowTable {
  /** Hash of where the request came from and what for */
  visitor: string
  /** The minute */
  minute: Date
  /** How many */
  requests: Generated<number>
}

/** How two people are related, one row each way round read as "person is KIND of related". */
export interface RelationshipTable {
  /** Opaque id */
  id: Generated<string>
  /** The person */
  person_id: string
  /** To whom */
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

/** A team within an agency: the front door, an early help locality, a school's safeguarding team. */
export interface TeamTable {
  /** Opaque id */
  id: Generated<string>
  /** Agency the team belongs to */
  agency_id: string
  /** Name of the team */
  name: string
  /** front-door, early-help, social-work, shield-desk, safeguarding, health, police, other */
  purpose: string
  /** Telephone, also used as cover for its members */
  phone: string | null
  /** Shared mailbox */
  email: string | null
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

/** Every table by its name. Names and comments are the database's own. */
export interface DB {
  agency: AgencyTable
  alert: AlertTable
  audit_checkpoint: AuditCheckpointTable
  audit_event: AuditEventTable
  audit_seal: AuditSealTable
  audit_subject: AuditSubjectTable
  bank_holiday: BankHolidayTable
  break_glass: BreakGlassTable
  certainly_not: CertainlyNotTable
  clock: ClockTable
  clock_extension: ClockExtensionTable
  clock_rule: ClockRuleTable
  code: CodeTable
  conflict_of_interest: ConflictOfInterestTable
  contact: ContactTable
  contact_category: ContactCategoryTable
  contact_decision: ContactDecisionTable
  contact_feedback: ContactFeedbackTable
  contact_handover: ContactHandoverTable
  contact_note: ContactNoteTable
  contact_person: ContactPersonTable
  contact_question: ContactQuestionTable
  contact_recognition: ContactRecognitionTable
  draft: DraftTable
  family: FamilyTable
  family_member: FamilyMemberTable
  feed: FeedTable
  hub_hours: HubHoursTable
  hub_request: HubRequestTable
  idempotency: IdempotencyTable
  identifier: IdentifierTable
  identity_provider: IdentityProviderTable
  identity_provider_agency: IdentityProviderAgencyTable
  index_look: IndexLookTable
  involvement: InvolvementTable
  job: JobTable
  machine_client: MachineClientTable
  match_decision: MatchDecisionTable
  membership: MembershipTable
  outcome: OutcomeTable
  outcome_priority: OutcomePriorityTable
  outcome_wording: OutcomeWordingTable
  pathway_stage: PathwayStageTable
  person: PersonTable
  person_address: PersonAddressTable
  person_contact_point: PersonContactPointTable
  person_name: PersonNameTable
  person_search: PersonSearchTable
  platform_migration: PlatformMigrationTable
  priority: PriorityTable
  rate_window: RateWindowTable
  relationship: RelationshipTable
  restriction_allow: RestrictionAllowTable
  retention_rule: RetentionRuleTable
  session: SessionTable
  setting: SettingTable
  shield_allow: ShieldAllowTable
  shield_question: ShieldQuestionTable
  sign_in_attempt: SignInAttemptTable
  sign_in_identity: SignInIdentityTable
  staff: StaffTable
  stored_file: StoredFileTable
  team: TeamTable
  warning_note: WarningNoteTable
}
