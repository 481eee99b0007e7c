-- The front door: a concern raised once, recognised, decided for each child, and its referrer told.

create sequence contact_reference_seq start 2001;
grant usage on sequence contact_reference_seq to goldthread_app;

create table contact (
  id uuid not null default gen_random_uuid(),
  reference text not null,
  state text not null default 'SUBMITTED',
  received_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  channel text not null,
  source_code text not null default '10',
  referrer_staff_id uuid,
  referrer_agency_id uuid,
  visitor_key text,
  referrer_name text,
  referrer_role text,
  referrer_agency_name text,
  referrer_phone text,
  referrer_email text,
  relationship_to_child text,
  anonymous boolean not null default false,
  wishes_feedback boolean not null default true,
  immediate_danger boolean not null default false,
  whereabouts_known text not null default 'not known',
  last_seen text,
  safe_to_contact_parents text not null default 'not known',
  risk_to_worker text,
  what_happened text not null,
  when_where text,
  child_said text,
  impact_on_child text,
  history_known text,
  working_well text,
  support_tried text,
  what_would_help text,
  level_believed integer,
  level_why text,
  parents_informed text not null default 'not known',
  agreement_obtained text not null default 'not known',
  agreement_by_whom text,
  agreement_why_not text,
  child_told_and_view text,
  held_by uuid,
  held_since timestamptz,
  duplicate_of uuid,
  stepped_up_from uuid,
  closed_at timestamptz,
  version integer not null default 1,
  constraint contact_pk primary key (id),
  constraint contact_reference_uq unique (reference),
  constraint contact_referrer_fk foreign key (referrer_staff_id) references staff (id),
  constraint contact_agency_fk foreign key (referrer_agency_id) references agency (id),
  constraint contact_held_by_fk foreign key (held_by) references staff (id),
  constraint contact_duplicate_fk foreign key (duplicate_of) references contact (id),
  constraint contact_state_known check (state in ('SUBMITTED','MATCHING','SCREENING','RETURNED_TO_REFERRER','TRIAGE_MASH','DECIDED','CLOSED','MERGED')),
  constraint contact_channel_known check (channel in ('PHONE','WEB','EMAIL','POLICE_FEED','WALK_IN','LETTER','PARTNER_SYSTEM','OUT_OF_HOURS')),
  constraint contact_level_range check (level_believed between 1 and 4),
  constraint contact_known_or_not check (whereabouts_known in ('yes','no','not known') and safe_to_contact_parents in ('yes','no','not known') and parents_informed in ('yes','no','not known') and agreement_obtained in ('yes','no','not known'))
);
alter table contact enable row level security;
alter table contact force row level security;
comment on table contact is 'A concern someone raised about one child or several, in the referrer''s own words (form 4.1).';
comment on column contact.id is 'Opaque id';
comment on column contact.reference is 'Reference people can say, for example C-2041';
comment on column contact.state is 'SUBMITTED, MATCHING, SCREENING, RETURNED_TO_REFERRER, TRIAGE_MASH, DECIDED, CLOSED, MERGED (3.3)';
comment on column contact.received_at is 'When it reached us; clock C02 starts here';
comment on column contact.recorded_at is 'When it was typed in';
comment on column contact.channel is 'PHONE, WEB, EMAIL, POLICE_FEED, WALK_IN, LETTER, PARTNER_SYSTEM, OUT_OF_HOURS';
comment on column contact.source_code is 'Referral source code of the children in need census';
comment on column contact.referrer_staff_id is 'Referrer, when they are signed in';
comment on column contact.referrer_agency_id is 'Their agency';
comment on column contact.visitor_key is 'Hash of the browser key, for a public referrer''s receipt within the hour';
comment on column contact.referrer_name is 'Name as given; null when anonymous';
comment on column contact.referrer_role is 'Role or relationship in words';
comment on column contact.referrer_agency_name is 'Agency as given';
comment on column contact.referrer_phone is 'Telephone';
comment on column contact.referrer_email is 'Email';
comment on column contact.relationship_to_child is 'How they know the child';
comment on column contact.anonymous is 'A member of the public who does not wish to be named';
comment on column contact.wishes_feedback is 'Whether they want to hear';
comment on column contact.immediate_danger is 'A child is in immediate danger: 999 was shown';
comment on column contact.whereabouts_known is 'yes, no, not known';
comment on column contact.last_seen is 'When and where the child was last seen';
comment on column contact.safe_to_contact_parents is 'yes, no, not known';
comment on column contact.risk_to_worker is 'Anything that makes a visit unsafe';
comment on column contact.what_happened is 'What worries the referrer, in their words';
comment on column contact.when_where is 'When and where';
comment on column contact.child_said is 'What the child said, in the child''s words';
comment on column contact.impact_on_child is 'What it means for the child';
comment on column contact.history_known is 'What the referrer knows of earlier worries';
comment on column contact.working_well is 'What is going well';
comment on column contact.support_tried is 'What has been tried';
comment on column contact.what_would_help is 'What the referrer thinks would help';
comment on column contact.level_believed is 'Level the referrer believes it is, 1 to 4; null not known';
comment on column contact.level_why is 'Why they think so';
comment on column contact.parents_informed is 'yes, no, not known';
comment on column contact.agreement_obtained is 'yes, no, not known';
comment on column contact.agreement_by_whom is 'Who agreed';
comment on column contact.agreement_why_not is 'Why it was not sought or given';
comment on column contact.child_told_and_view is 'Whether the child knows, and what they think';
comment on column contact.held_by is 'Who is working on it now';
comment on column contact.held_since is 'Since when';
comment on column contact.duplicate_of is 'The contact this repeats';
comment on column contact.stepped_up_from is 'Early help episode it came from, with its plan attached';
comment on column contact.closed_at is 'When the referrer had been told and nothing was left to do';
comment on column contact.version is 'Optimistic version';
create index contact_open_ix on contact (received_at) where state not in ('CLOSED','MERGED');
create index contact_received_ix on contact (received_at desc);
create index contact_agency_ix on contact (referrer_agency_id, received_at desc);
create index contact_referrer_ix on contact (referrer_staff_id, received_at desc);

create table contact_category (
  contact_id uuid not null,
  category text not null,
  constraint contact_category_pk primary key (contact_id, category),
  constraint contact_category_contact_fk foreign key (contact_id) references contact (id)
);
alter table contact_category enable row level security;
alter table contact_category force row level security;
comment on table contact_category is 'A kind of worry the referrer ticked.';
comment on column contact_category.contact_id is 'The contact';
comment on column contact_category.category is 'Category in words, from the code list concern-category';

create table contact_person (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  part text not null,
  position integer not null,
  given_name text,
  family_name text,
  also_known_as text,
  description text,
  date_of_birth date,
  expected_on date,
  age_in_words text,
  sex text not null default 'U',
  ethnicity text,
  first_language text,
  interpreter text,
  disabilities text,
  nhs_number text,
  upn text,
  gp text,
  school text,
  line1 text,
  town text,
  postcode text,
  lives_with text,
  phone text,
  relationship text,
  holds_responsibility text,
  lives_here text,
  constraint contact_person_pk primary key (id),
  constraint contact_person_contact_fk foreign key (contact_id) references contact (id),
  constraint contact_person_part_known check (part in ('child','unborn','adult')),
  constraint contact_person_sex_known check (sex in ('F','M','U'))
);
alter table contact_person enable row level security;
alter table contact_person force row level security;
comment on table contact_person is 'A person named in a contact, exactly as the referrer gave them.';
comment on column contact_person.id is 'Opaque id';
comment on column contact_person.contact_id is 'The contact';
comment on column contact_person.part is 'child, unborn, adult';
comment on column contact_person.position is 'Order on the form';
comment on column contact_person.given_name is 'Given name, or nothing when only described';
comment on column contact_person.family_name is 'Family name';
comment on column contact_person.also_known_as is 'Other names';
comment on column contact_person.description is 'Description, when the name is not known';
comment on column contact_person.date_of_birth is 'Date of birth';
comment on column contact_person.expected_on is 'Expected date, for an unborn baby';
comment on column contact_person.age_in_words is 'Age as described when the date is not known';
comment on column contact_person.sex is 'F, M, U';
comment on column contact_person.ethnicity is 'Ethnicity code or null for not known';
comment on column contact_person.first_language is 'First language';
comment on column contact_person.interpreter is 'yes, no, not known';
comment on column contact_person.disabilities is 'Disability in words';
comment on column contact_person.nhs_number is 'NHS number as given, normalised when valid';
comment on column contact_person.upn is 'UPN as given';
comment on column contact_person.gp is 'GP practice';
comment on column contact_person.school is 'School or nursery';
comment on column contact_person.line1 is 'Address line';
comment on column contact_person.town is 'Town';
comment on column contact_person.postcode is 'Postcode, normalised when valid';
comment on column contact_person.lives_with is 'Who they live with';
comment on column contact_person.phone is 'Telephone';
comment on column contact_person.relationship is 'For an adult: relationship to the child';
comment on column contact_person.holds_responsibility is 'For an adult: parental responsibility yes, no, not known';
comment on column contact_person.lives_here is 'For an adult: lives with the child yes, no, not known';
create index contact_person_contact_ix on contact_person (contact_id, position);

create table contact_recognition (
  contact_person_id uuid not null,
  contact_id uuid not null,
  person_id uuid not null,
  how text not null,
  recognised_by uuid not null,
  recognised_at timestamptz not null,
  constraint contact_recognition_pk primary key (contact_person_id),
  constraint contact_recognition_named_fk foreign key (contact_person_id) references contact_person (id),
  constraint contact_recognition_contact_fk foreign key (contact_id) references contact (id),
  constraint contact_recognition_person_fk foreign key (person_id) references person (id),
  constraint contact_recognition_by_fk foreign key (recognised_by) references staff (id),
  constraint contact_recognition_how_known check (how in ('same person','newly recorded'))
);
alter table contact_recognition enable row level security;
alter table contact_recognition force row level security;
comment on table contact_recognition is 'Who in the index a named person was recognised as, by whom. The referrer never sees this.';
comment on column contact_recognition.contact_person_id is 'The person as named';
comment on column contact_recognition.contact_id is 'Their contact';
comment on column contact_recognition.person_id is 'The person in the index';
comment on column contact_recognition.how is 'same person or newly recorded';
comment on column contact_recognition.recognised_by is 'Who said so';
comment on column contact_recognition.recognised_at is 'When';
create index contact_recognition_person_ix on contact_recognition (person_id);
create index contact_recognition_contact_ix on contact_recognition (contact_id);

create table contact_decision (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  contact_person_id uuid not null,
  person_id uuid not null,
  level integer not null,
  factors text[] not null,
  analysis text not null,
  protective text not null,
  history text,
  outcome_code text not null,
  rationale text not null,
  disagreement text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  superseded_at timestamptz,
  led_to_kind text,
  led_to_id uuid,
  constraint contact_decision_pk primary key (id),
  constraint contact_decision_contact_fk foreign key (contact_id) references contact (id),
  constraint contact_decision_named_fk foreign key (contact_person_id) references contact_person (id),
  constraint contact_decision_person_fk foreign key (person_id) references person (id),
  constraint contact_decision_by_fk foreign key (decided_by) references staff (id),
  constraint contact_decision_level_range check (level between 1 and 4),
  constraint contact_decision_reasons check (cardinality(factors) > 0 or level = 1),
  constraint contact_decision_outcome_known check (outcome_code in ('NFA','ADVICE','SIGNPOST_DIRECTORY','SIGNPOST_MENU','EARLY_HELP','FAMILY_HELP_CIN','MASH','REFERRAL_CSC','STRATEGY_IMMEDIATE','PASS_TO_ALLOCATED','OTHER_LA','ADULT_SERVICES','LADO','SEND','PRIVATE_FOSTERING','MISSING','DUPLICATE'))
);
alter table contact_decision enable row level security;
alter table contact_decision force row level security;
comment on table contact_decision is 'The decision for one child of a contact: level, reasons, outcome, why, by whom. Never copied to a brother or sister.';
comment on column contact_decision.id is 'Opaque id';
comment on column contact_decision.contact_id is 'The contact';
comment on column contact_decision.contact_person_id is 'The child as named';
comment on column contact_decision.person_id is 'The child in the index';
comment on column contact_decision.level is 'Threshold level 1 to 4 (3.2)';
comment on column contact_decision.factors is 'Structured reasons, codes of the list assessment-factor';
comment on column contact_decision.analysis is 'What it means for this child';
comment on column contact_decision.protective is 'What protects this child';
comment on column contact_decision.history is 'What earlier contacts and help tell';
comment on column contact_decision.outcome_code is 'Outcome code of 3.3';
comment on column contact_decision.rationale is 'Why this outcome';
comment on column contact_decision.disagreement is 'Anyone''s different view, and whose';
comment on column contact_decision.decided_by is 'Decider';
comment on column contact_decision.decided_at is 'When';
comment on column contact_decision.superseded_at is 'When a later decision replaced it; both stay readable';
comment on column contact_decision.led_to_kind is 'referral, strategy-request, early-help, hub-request, handover';
comment on column contact_decision.led_to_id is 'What it opened';
create unique index contact_decision_current on contact_decision (contact_person_id) where superseded_at is null;
create index contact_decision_contact_ix on contact_decision (contact_id);
create index contact_decision_person_ix on contact_decision (person_id, decided_at desc);

create table contact_handover (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  decision_id uuid,
  person_id uuid not null,
  to_team_id uuid,
  to_staff_id uuid,
  to_name text not null,
  how text not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  accepted_by_name text,
  accepted_by uuid,
  accepted_at timestamptz,
  returned_at timestamptz,
  return_reason text,
  constraint contact_handover_pk primary key (id),
  constraint contact_handover_contact_fk foreign key (contact_id) references contact (id),
  constraint contact_handover_decision_fk foreign key (decision_id) references contact_decision (id),
  constraint contact_handover_person_fk foreign key (person_id) references person (id),
  constraint contact_handover_team_fk foreign key (to_team_id) references team (id),
  constraint contact_handover_staff_fk foreign key (to_staff_id) references staff (id),
  constraint contact_handover_by_fk foreign key (sent_by) references staff (id)
);
alter table contact_handover enable row level security;
alter table contact_handover force row level security;
comment on table contact_handover is 'Something passed to a team or service outside the front door. It counts as sent only when it is accepted.';
comment on column contact_handover.id is 'Opaque id';
comment on column contact_handover.contact_id is 'The contact';
comment on column contact_handover.decision_id is 'Decision that sent it; null for an open case passed on before screening';
comment on column contact_handover.person_id is 'The child';
comment on column contact_handover.to_team_id is 'Team, where it works in Goldthread';
comment on column contact_handover.to_staff_id is 'Allocated worker, where there is one';
comment on column contact_handover.to_name is 'Who it went to, in words';
comment on column contact_handover.how is 'in Goldthread, by telephone, by secure email';
comment on column contact_handover.sent_by is 'Who passed it';
comment on column contact_handover.sent_at is 'When';
comment on column contact_handover.accepted_by_name is 'Who took it';
comment on column contact_handover.accepted_by is 'The same, where they are a user';
comment on column contact_handover.accepted_at is 'When; null means it has not been sent as far as anyone may rely on';
comment on column contact_handover.returned_at is 'When it came back to screening unaccepted';
comment on column contact_handover.return_reason is 'Why';
create index contact_handover_contact_ix on contact_handover (contact_id);
create index contact_handover_waiting_ix on contact_handover (to_team_id, sent_at) where accepted_at is null and returned_at is null;
create index contact_handover_staff_ix on contact_handover (to_staff_id) where accepted_at is null and returned_at is null;

create table hub_request (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  rag text not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  closed_at timestamptz,
  constraint hub_request_pk primary key (id),
  constraint hub_request_contact_fk foreign key (contact_id) references contact (id),
  constraint hub_request_by_fk foreign key (requested_by) references staff (id),
  constraint hub_request_rag_known check (rag in ('RED','AMBER','GREEN','BLUE'))
);
alter table hub_request enable row level security;
alter table hub_request force row level security;
comment on table hub_request is 'A request for a multi-agency picture, recorded until the hub takes it up.';
comment on column hub_request.id is 'Opaque id';
comment on column hub_request.contact_id is 'The contact';
comment on column hub_request.rag is 'RED, AMBER, GREEN or BLUE';
comment on column hub_request.reason is 'Why this rating and what is asked';
comment on column hub_request.requested_by is 'Who';
comment on column hub_request.requested_at is 'When';
comment on column hub_request.closed_at is 'When the picture had been used in the decision';
create index hub_request_contact_ix on hub_request (contact_id);

create table contact_question (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  question text not null,
  safe_because text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  constraint contact_question_pk primary key (id),
  constraint contact_question_contact_fk foreign key (contact_id) references contact (id),
  constraint contact_question_by_fk foreign key (asked_by) references staff (id)
);
alter table contact_question enable row level security;
alter table contact_question force row level security;
comment on table contact_question is 'A question to the referrer while the clock runs on, and their answer.';
comment on column contact_question.id is 'Opaque id';
comment on column contact_question.contact_id is 'The contact';
comment on column contact_question.question is 'What the front door needs to know';
comment on column contact_question.safe_because is 'Why it is safe to wait for the answer';
comment on column contact_question.asked_by is 'Who asked';
comment on column contact_question.asked_at is 'When';
comment on column contact_question.answer is 'The referrer''s answer';
comment on column contact_question.answered_at is 'When';
create index contact_question_contact_ix on contact_question (contact_id);

create table contact_feedback (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  how text not null,
  told text,
  not_told_because text,
  given_by uuid not null,
  given_at timestamptz not null,
  read_at timestamptz,
  constraint contact_feedback_pk primary key (id),
  constraint contact_feedback_contact_fk foreign key (contact_id) references contact (id),
  constraint contact_feedback_by_fk foreign key (given_by) references staff (id),
  constraint contact_feedback_how_known check (how in ('page','call','letter','none')),
  constraint contact_feedback_told_or_why check ((how = 'none') = (told is null) and (how = 'none') = (not_told_because is not null))
);
alter table contact_feedback enable row level security;
alter table contact_feedback force row level security;
comment on table contact_feedback is 'What the referrer was told, how and when, or why they were not.';
comment on column contact_feedback.id is 'Opaque id';
comment on column contact_feedback.contact_id is 'The contact';
comment on column contact_feedback.how is 'page, call, letter, none';
comment on column contact_feedback.told is 'What they were told; no detail of the record';
comment on column contact_feedback.not_told_because is 'Why they were not told';
comment on column contact_feedback.given_by is 'Who told them';
comment on column contact_feedback.given_at is 'When';
comment on column contact_feedback.read_at is 'When the referrer first opened it';
create index contact_feedback_contact_ix on contact_feedback (contact_id);

create table contact_note (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  note text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  constraint contact_note_pk primary key (id),
  constraint contact_note_contact_fk foreign key (contact_id) references contact (id),
  constraint contact_note_by_fk foreign key (written_by) references staff (id)
);
alter table contact_note enable row level security;
alter table contact_note force row level security;
comment on table contact_note is 'A note a front-door worker adds while screening: a call made, a view from a discipline.';
comment on column contact_note.id is 'Opaque id';
comment on column contact_note.contact_id is 'The contact';
comment on column contact_note.note is 'What was found or said';
comment on column contact_note.written_by is 'Who';
comment on column contact_note.written_at is 'When';
create index contact_note_contact_ix on contact_note (contact_id);

grant select on contact, contact_recognition to goldthread_access;
create policy access_reads on contact for select to goldthread_access using (true);
create policy access_reads on contact_recognition for select to goldthread_access using (true);
grant select on contact_handover to goldthread_access;
create policy access_reads on contact_handover for select to goldthread_access using (true);
create function access.contacts_closed_to_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct contact_id), '{}') from contact_recognition where person_id = any(access.people_hidden_from_me())
$$;
comment on function access.contacts_closed_to_me() is 'Contacts about someone whose record is closed to the person asking: a short list that policies subtract.';
create function access.contacts_handed_to_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct contact_id), '{}') from contact_handover
   where returned_at is null and (to_staff_id = access.staff() or to_team_id = any(access.my_teams()))
$$;
comment on function access.contacts_handed_to_me() is 'Contacts passed to the person asking or to their team.';
alter function access.contacts_closed_to_me() owner to goldthread_access;
alter function access.contacts_handed_to_me() owner to goldthread_access;
revoke execute on all functions in schema access from public;
grant execute on all functions in schema access to goldthread_app, goldthread_search, goldthread_access;

grant select, insert, update on contact to goldthread_app;
create policy front_door on contact for select to goldthread_app using (
  ((select access.has_role(array['CO','MASH_M'])) or id = any((select access.contacts_handed_to_me())::uuid[]))
  and id <> all((select access.contacts_closed_to_me())::uuid[]));
create policy own_concern on contact for select to goldthread_app using (
  referrer_staff_id = access.staff()
  or referrer_agency_id = any((select access.my_agencies())::uuid[]) and (select access.has_role(array['DSL']))
  or (visitor_key is not null and visitor_key = access.draft_key() and recorded_at > now() - interval '1 hour'));
create policy raises on contact for insert to goldthread_app with check (
  state = 'SUBMITTED' and (
    (select access.is_system())
    or access.actor_kind() = 'public' and referrer_staff_id is null and referrer_agency_id is null and visitor_key = access.draft_key()
    or access.actor_kind() = 'staff' and (referrer_staff_id = access.staff() or (select access.has_role(array['CO','MASH_M'])))));
create policy front_door_works on contact for update to goldthread_app
  using (((select access.has_role(array['CO','MASH_M'])) or id = any((select access.contacts_handed_to_me())::uuid[])) and id <> all((select access.contacts_closed_to_me())::uuid[]))
  with check (true);
create policy referrer_answers on contact for update to goldthread_app
  using (referrer_staff_id = access.staff() and state = 'RETURNED_TO_REFERRER') with check (state = 'SCREENING');
create policy system_acts on contact for select to goldthread_app using ((select access.is_system()));

grant select, insert on contact_category, contact_person to goldthread_app;
create policy with_contact on contact_category for select to goldthread_app using (exists (select 1 from contact c where c.id = contact_id));
create policy with_contact_writes on contact_category for insert to goldthread_app with check (exists (select 1 from contact c where c.id = contact_id and c.state = 'SUBMITTED'));
create policy with_contact on contact_person for select to goldthread_app using (exists (select 1 from contact c where c.id = contact_id));
create policy with_contact_writes on contact_person for insert to goldthread_app with check (exists (select 1 from contact c where c.id = contact_id));

-- What the front door made of it: not for the referrer.
create function access.works_front_door() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select access.has_role(array['CO','MASH_M'])
$$;
comment on function access.works_front_door() is 'True for contact officers and front door managers.';
alter function access.works_front_door() owner to goldthread_access;
revoke execute on function access.works_front_door() from public;
grant execute on function access.works_front_door() to goldthread_app, goldthread_search, goldthread_access;

grant select, insert, update, delete on contact_recognition to goldthread_app;
create policy front_door on contact_recognition for select to goldthread_app using (((select access.works_front_door()) or contact_id = any((select access.contacts_handed_to_me())::uuid[])) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_writes on contact_recognition for insert to goldthread_app with check ((select access.works_front_door()) and recognised_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_takes_back on contact_recognition for delete to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
revoke update on contact_recognition from goldthread_app;
grant select, insert on contact_decision to goldthread_app;
grant update (superseded_at, led_to_kind, led_to_id) on contact_decision to goldthread_app;
create policy front_door on contact_decision for select to goldthread_app using (((select access.works_front_door()) or contact_id = any((select access.contacts_handed_to_me())::uuid[])) and exists (select 1 from contact c where c.id = contact_id));
create policy manager_decides on contact_decision for insert to goldthread_app with check (decided_by = access.staff() and (select access.has_role(array['MASH_M'])) and exists (select 1 from contact c where c.id = contact_id));
create policy manager_supersedes on contact_decision for update to goldthread_app using ((select access.has_role(array['MASH_M'])) and exists (select 1 from contact c where c.id = contact_id));
grant select, insert on contact_handover to goldthread_app;
grant update (accepted_by_name, accepted_by, accepted_at, returned_at, return_reason) on contact_handover to goldthread_app;
create policy both_sides on contact_handover for select to goldthread_app using (((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id)) or to_staff_id = access.staff() or to_team_id = any((select access.my_teams())::uuid[]) or (select access.is_system()));
create policy front_door_sends on contact_handover for insert to goldthread_app with check ((select access.works_front_door()) and sent_by = access.staff());
create policy both_sides_answer on contact_handover for update to goldthread_app using ((select access.works_front_door()) or to_staff_id = access.staff() or to_team_id = any((select access.my_teams())::uuid[]) or (select access.is_system()));
grant select, insert on hub_request, contact_note to goldthread_app;
grant update (closed_at) on hub_request to goldthread_app;
create policy front_door on hub_request for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_writes on hub_request for insert to goldthread_app with check ((select access.works_front_door()) and requested_by = access.staff());
create policy front_door_closes on hub_request for update to goldthread_app using ((select access.works_front_door()));
create policy front_door on contact_note for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_writes on contact_note for insert to goldthread_app with check ((select access.works_front_door()) and written_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));
grant select, insert on contact_question, contact_feedback to goldthread_app;
grant update (answer, answered_at) on contact_question to goldthread_app;
grant update (read_at) on contact_feedback to goldthread_app;
create policy with_contact on contact_question for select to goldthread_app using (exists (select 1 from contact c where c.id = contact_id));
create policy front_door_asks on contact_question for insert to goldthread_app with check ((select access.works_front_door()) and asked_by = access.staff());
create policy referrer_answers on contact_question for update to goldthread_app using (exists (select 1 from contact c where c.id = contact_id));
create policy with_contact on contact_feedback for select to goldthread_app using (exists (select 1 from contact c where c.id = contact_id));
create policy front_door_tells on contact_feedback for insert to goldthread_app with check ((select access.works_front_door()) and given_by = access.staff());
create policy referrer_reads on contact_feedback for update to goldthread_app using (exists (select 1 from contact c where c.id = contact_id and c.referrer_staff_id = access.staff()));

-- Attachments: with the contact they came with, or with the draft they wait in.
create policy with_contact on stored_file for select to goldthread_app using (
  owner_kind = 'contact' and exists (select 1 from contact c where c.id = owner_id)
  or owner_kind = 'draft' and exists (select 1 from draft d where d.id = owner_id)
  or (select access.is_system()));
grant update (owner_kind, owner_id) on stored_file to goldthread_app;
grant delete on stored_file to goldthread_app;
create policy draft_becomes_contact on stored_file for update to goldthread_app
  using (owner_kind = 'draft' and exists (select 1 from draft d where d.id = owner_id)) with check (owner_kind = 'contact');
create policy draft_drops on stored_file for delete to goldthread_app using (owner_kind = 'draft' and exists (select 1 from draft d where d.id = owner_id));

-- A contact about an open case comes back to screening when nobody took it within a working day: the worker of the queue does that.
create policy system_returns on contact for update to goldthread_app using ((select access.is_system()));
create policy system_reads on contact_decision for select to goldthread_app using ((select access.is_system()));
create policy system_supersedes on contact_decision for update to goldthread_app using ((select access.is_system()));
alter table clock_rule no force row level security;
insert into clock_rule (key, name, limit_count, unit, basis, source) values
  ('C02A', 'Something passed on is accepted', 1, 'working-days', 'local', 'Open-case rule of the front door (domain 3.3): acknowledged within one working day, or it returns to screening');
alter table clock_rule force row level security;
