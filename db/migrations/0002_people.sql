-- People: who a child is, who they live with, who is involved, and who may know it.

create table person (
  id uuid not null default gen_random_uuid(),
  given_name text,
  family_name text,
  preferred_name text,
  date_of_birth date,
  date_of_birth_is text not null default 'exact',
  expected_on date,
  sex text not null default 'U',
  gender text,
  ethnicity text not null default 'NOBT',
  first_language text,
  interpreter_needed boolean,
  religion text,
  disabilities text[] not null default '{}',
  died_on date,
  shield text not null default 'none',
  shield_pending boolean not null default false,
  restricted boolean not null default false,
  became_id uuid,
  is_synthetic boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid,
  version integer not null default 1,
  constraint person_pk primary key (id),
  constraint person_became_fk foreign key (became_id) references person (id),
  constraint person_born_or_expected check (date_of_birth is null or expected_on is null),
  constraint person_sex_known check (sex in ('F','M','U')),
  constraint person_shield_known check (shield in ('none','location','hidden')),
  constraint person_dob_kind check (date_of_birth_is in ('exact','estimated','unknown'))
);
alter table person enable row level security;
alter table person force row level security;
comment on table person is 'A child, a parent, a carer or anyone else a record is about. One person, many roles.';
comment on column person.id is 'Opaque id';
comment on column person.given_name is 'Given name as the family uses it; null for an unborn baby';
comment on column person.family_name is 'Family name as the family uses it';
comment on column person.preferred_name is 'Name the person likes to be called';
comment on column person.date_of_birth is 'Date of birth; never together with an expected date';
comment on column person.date_of_birth_is is 'exact, estimated or unknown';
comment on column person.expected_on is 'Expected date of delivery, for an unborn baby';
comment on column person.sex is 'F, M or U as the census has it';
comment on column person.gender is 'Gender in the person''s own words';
comment on column person.ethnicity is 'Ethnicity code of the census';
comment on column person.first_language is 'First language in words';
comment on column person.interpreter_needed is 'Whether an interpreter is needed; null when not known';
comment on column person.religion is 'Religion in words';
comment on column person.disabilities is 'Disability codes of the census';
comment on column person.died_on is 'Date of death';
comment on column person.shield is 'none, location (address hidden) or hidden (not findable)';
comment on column person.shield_pending is 'Shield inherited from a possible match, waiting for the shield desk';
comment on column person.restricted is 'Content blocked but for an allow list; the name may be found';
comment on column person.became_id is 'Person this record was joined to; the id still leads there';
comment on column person.is_synthetic is 'True for a demonstration person';
comment on column person.created_at is 'When recorded';
comment on column person.created_by is 'Who recorded it';
comment on column person.version is 'Optimistic version';

create table person_name (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  given_name text,
  family_name text,
  valid_from date,
  valid_to date,
  source text not null,
  constraint person_name_pk primary key (id),
  constraint person_name_person_fk foreign key (person_id) references person (id)
);
alter table person_name enable row level security;
alter table person_name force row level security;
comment on table person_name is 'Every name a person is or was known by, as given, with its source.';
comment on column person_name.id is 'Opaque id';
comment on column person_name.person_id is 'Whose name';
comment on column person_name.kind is 'legal, known as, previous, as referred';
comment on column person_name.given_name is 'Given names as written';
comment on column person_name.family_name is 'Family name as written';
comment on column person_name.valid_from is 'First day known';
comment on column person_name.valid_to is 'Last day known';
comment on column person_name.source is 'Where it came from';
create index person_name_person_ix on person_name (person_id);

create table person_address (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  line1 text not null,
  line2 text,
  town text,
  postcode text,
  ward text,
  valid_from date,
  valid_to date,
  shielded boolean not null default false,
  source text not null,
  constraint person_address_pk primary key (id),
  constraint person_address_person_fk foreign key (person_id) references person (id)
);
alter table person_address enable row level security;
alter table person_address force row level security;
comment on table person_address is 'Where a person lives or lived. Shielded rows are seen only by those on the person''s shield list.';
comment on column person_address.id is 'Opaque id';
comment on column person_address.person_id is 'Who lives there';
comment on column person_address.line1 is 'House and street';
comment on column person_address.line2 is 'Second line';
comment on column person_address.town is 'Town';
comment on column person_address.postcode is 'Postcode with one space';
comment on column person_address.ward is 'Ward name';
comment on column person_address.valid_from is 'First day there';
comment on column person_address.valid_to is 'Last day there; null while it lasts';
comment on column person_address.shielded is 'Hidden from all but the shield list';
comment on column person_address.source is 'Where the fact came from';
create index person_address_person_ix on person_address (person_id) where valid_to is null;
create index person_address_postcode_ix on person_address (postcode) where valid_to is null;

create table person_contact_point (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  value text not null,
  safe_note text,
  is_safe boolean not null default true,
  valid_to date,
  constraint person_contact_point_pk primary key (id),
  constraint person_contact_point_person_fk foreign key (person_id) references person (id),
  constraint person_contact_point_kind check (kind in ('phone','email'))
);
alter table person_contact_point enable row level security;
alter table person_contact_point force row level security;
comment on table person_contact_point is 'A telephone number or email at which a person may be reached, with what is safe.';
comment on column person_contact_point.id is 'Opaque id';
comment on column person_contact_point.person_id is 'Whose';
comment on column person_contact_point.kind is 'phone or email';
comment on column person_contact_point.value is 'The number or address';
comment on column person_contact_point.safe_note is 'When and how it is safe to use; null when nothing special is known';
comment on column person_contact_point.is_safe is 'False means never use it';
comment on column person_contact_point.valid_to is 'Last day of use';
create index person_contact_point_person_ix on person_contact_point (person_id);

create table identifier (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  value text not null,
  valid_from date,
  valid_to date,
  source text not null,
  constraint identifier_pk primary key (id),
  constraint identifier_person_fk foreign key (person_id) references person (id),
  constraint identifier_kind_known check (kind in ('nhs-number','upn','la-child-id','uln','other'))
);
alter table identifier enable row level security;
alter table identifier force row level security;
comment on table identifier is 'An identifier someone else issued: NHS number, UPN, this authority''s child number.';
comment on column identifier.id is 'Opaque id';
comment on column identifier.person_id is 'Whose';
comment on column identifier.kind is 'nhs-number, upn, la-child-id, uln, other';
comment on column identifier.value is 'The identifier, normalised';
comment on column identifier.valid_from is 'First day';
comment on column identifier.valid_to is 'Last day; a superseded identifier is kept';
comment on column identifier.source is 'Who said so';
create index identifier_value_ix on identifier (kind, value);
create index identifier_person_ix on identifier (person_id);

create table relationship (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  related_id uuid not null,
  kind text not null,
  parental_responsibility boolean,
  valid_from date,
  valid_to date,
  source text not null,
  constraint relationship_pk primary key (id),
  constraint relationship_person_fk foreign key (person_id) references person (id),
  constraint relationship_related_fk foreign key (related_id) references person (id),
  constraint relationship_not_self check (person_id <> related_id),
  constraint relationship_kind_known check (kind in ('mother','father','parent','step-parent','carer','sibling','twin','grandparent','aunt or uncle','partner','former partner','expecting','other'))
);
alter table relationship enable row level security;
alter table relationship force row level security;
comment on table relationship is 'How two people are related, one row each way round read as "person is KIND of related".';
comment on column relationship.id is 'Opaque id';
comment on column relationship.person_id is 'The person';
comment on column relationship.related_id is 'To whom';
comment on column relationship.kind is 'mother, father, parent, carer, sibling, twin, grandparent, partner, other';
comment on column relationship.parental_responsibility is 'Whether the person holds parental responsibility for the related child; null not known';
comment on column relationship.valid_from is 'First day';
comment on column relationship.valid_to is 'Last day';
comment on column relationship.source is 'Who said so';
create index relationship_person_ix on relationship (person_id);
create index relationship_related_ix on relationship (related_id);

create table family (
  id uuid not null default gen_random_uuid(),
  reference text not null,
  name text not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  constraint family_pk primary key (id),
  constraint family_reference_uq unique (reference)
);
alter table family enable row level security;
alter table family force row level security;
comment on table family is 'A family: the people help is planned with. The unit of help; never of statutory status.';
comment on column family.id is 'Opaque id';
comment on column family.reference is 'Short reference people can say, for example F-20417';
comment on column family.name is 'How the family is named on lists';
comment on column family.created_at is 'When recorded';
comment on column family.created_by is 'Who recorded it';

create table family_member (
  family_id uuid not null,
  person_id uuid not null,
  part text not null,
  lives_here boolean not null default true,
  valid_from date not null default current_date,
  valid_to date,
  constraint family_member_pk primary key (family_id, person_id, valid_from),
  constraint family_member_family_fk foreign key (family_id) references family (id),
  constraint family_member_person_fk foreign key (person_id) references person (id),
  constraint family_member_part_known check (part in ('child','parent','carer','other adult','unborn'))
);
alter table family_member enable row level security;
alter table family_member force row level security;
comment on table family_member is 'Who belongs to a family, between two dates.';
comment on column family_member.family_id is 'The family';
comment on column family_member.person_id is 'The person';
comment on column family_member.part is 'child, parent, carer, other adult, unborn';
comment on column family_member.lives_here is 'Lives in the main household';
comment on column family_member.valid_from is 'First day';
comment on column family_member.valid_to is 'Last day';
create index family_member_person_ix on family_member (person_id) where valid_to is null;

create table feed (
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  name text not null,
  covers text not null,
  expected_every interval not null,
  last_loaded_at timestamptz,
  constraint feed_pk primary key (id),
  constraint feed_agency_fk foreign key (agency_id) references agency (id)
);
alter table feed enable row level security;
alter table feed force row level security;
comment on table feed is 'A source of facts from a partner agency: what it covers and how fresh it is.';
comment on column feed.id is 'Opaque id';
comment on column feed.agency_id is 'Agency that sends it';
comment on column feed.name is 'What it is';
comment on column feed.covers is 'Which involvements it tells, in words';
comment on column feed.expected_every is 'How often it should come';
comment on column feed.last_loaded_at is 'When it last came; null never';

create table involvement (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  agency_id uuid not null,
  team_id uuid,
  staff_id uuid,
  practitioner_name text,
  practitioner_phone text,
  role text not null,
  opens text not null default 'nothing',
  is_lead boolean not null default false,
  sensitive boolean not null default false,
  consent_to_show boolean not null default false,
  started_on date not null,
  ended_on date,
  feed_id uuid,
  source text not null,
  confirmed_at timestamptz not null,
  because_kind text,
  because_id uuid,
  constraint involvement_pk primary key (id),
  constraint involvement_person_fk foreign key (person_id) references person (id),
  constraint involvement_agency_fk foreign key (agency_id) references agency (id),
  constraint involvement_team_fk foreign key (team_id) references team (id),
  constraint involvement_staff_fk foreign key (staff_id) references staff (id),
  constraint involvement_feed_fk foreign key (feed_id) references feed (id),
  constraint involvement_opens_known check (opens in ('nothing','identity','work')),
  constraint involvement_dates check (ended_on is null or ended_on >= started_on)
);
alter table involvement enable row level security;
alter table involvement force row level security;
comment on table involvement is 'Who is working with a person: the fact that gives "who is involved" and, where it opens a record, the relationship that row-level security reads. Opens says how far: nothing, identity (who the child is) or work (the help being given).';
comment on column involvement.id is 'Opaque id';
comment on column involvement.person_id is 'With whom';
comment on column involvement.agency_id is 'Which agency';
comment on column involvement.team_id is 'Which team';
comment on column involvement.staff_id is 'Which practitioner, where they are known here';
comment on column involvement.practitioner_name is 'Name, for practitioners who are not users';
comment on column involvement.practitioner_phone is 'How to reach them';
comment on column involvement.role is 'What they do for the child: health visitor, class teacher, lead professional, on school roll';
comment on column involvement.opens is 'nothing, identity or work';
comment on column involvement.is_lead is 'Lead professional';
comment on column involvement.sensitive is 'Sexual health, mental health or substance misuse: hidden without consent';
comment on column involvement.consent_to_show is 'The family agreed that a sensitive service may be shown';
comment on column involvement.started_on is 'First day';
comment on column involvement.ended_on is 'Last day; null while it lasts';
comment on column involvement.feed_id is 'Feed that said so; null when typed here';
comment on column involvement.source is 'Who said so, in words';
comment on column involvement.confirmed_at is 'When it was last confirmed';
comment on column involvement.because_kind is 'Thing that gave it: contact, early-help, roll';
comment on column involvement.because_id is 'Id of that thing';
create index involvement_person_ix on involvement (person_id, ended_on);
create index involvement_staff_ix on involvement (staff_id, person_id) where ended_on is null and opens <> 'nothing';
create index involvement_team_ix on involvement (team_id, person_id) where ended_on is null and opens <> 'nothing';
create index involvement_agency_ix on involvement (agency_id, person_id) where ended_on is null and opens <> 'nothing' and team_id is null and staff_id is null;
create index involvement_because_ix on involvement (because_kind, because_id);

create table shield_allow (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  staff_id uuid,
  team_id uuid,
  granted_by uuid,
  reason text not null,
  valid_to date,
  constraint shield_allow_pk primary key (id),
  constraint shield_allow_person_fk foreign key (person_id) references person (id),
  constraint shield_allow_staff_fk foreign key (staff_id) references staff (id),
  constraint shield_allow_team_fk foreign key (team_id) references team (id),
  constraint shield_allow_one check (num_nonnulls(staff_id, team_id) = 1)
);
alter table shield_allow enable row level security;
alter table shield_allow force row level security;
comment on table shield_allow is 'People or teams who may know a shielded person.';
comment on column shield_allow.id is 'Opaque id';
comment on column shield_allow.person_id is 'Shielded person';
comment on column shield_allow.staff_id is 'Who may know';
comment on column shield_allow.team_id is 'Or which team';
comment on column shield_allow.granted_by is 'Who decided; null when the person was created by that team';
comment on column shield_allow.reason is 'Why';
comment on column shield_allow.valid_to is 'Last day';
create index shield_allow_person_ix on shield_allow (person_id);
create index shield_allow_staff_ix on shield_allow (staff_id);
create index shield_allow_team_ix on shield_allow (team_id);

create table shield_question (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  shielded_id uuid not null,
  reasons jsonb not null,
  raised_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  decision text,
  decision_reason text,
  constraint shield_question_pk primary key (id),
  constraint shield_question_person_fk foreign key (person_id) references person (id),
  constraint shield_question_shielded_fk foreign key (shielded_id) references person (id),
  constraint shield_question_decision_known check (decision in ('same person','not the same','keep shielded'))
);
alter table shield_question enable row level security;
alter table shield_question force row level security;
comment on table shield_question is 'A possible match between someone just submitted and a shielded person, for the shield desk alone.';
comment on column shield_question.id is 'Opaque id';
comment on column shield_question.person_id is 'Person created from the submission; inherits the shield';
comment on column shield_question.shielded_id is 'Shielded person they may be';
comment on column shield_question.reasons is 'Field by field, in codes';
comment on column shield_question.raised_at is 'When';
comment on column shield_question.decided_at is 'When the desk decided';
comment on column shield_question.decided_by is 'Who';
comment on column shield_question.decision is 'same person, not the same, keep shielded';
comment on column shield_question.decision_reason is 'Why';
create index shield_question_open_ix on shield_question (raised_at) where decided_at is null;

create table restriction_allow (
  person_id uuid not null,
  staff_id uuid not null,
  reason text not null,
  granted_by uuid,
  valid_to date,
  constraint restriction_allow_pk primary key (person_id, staff_id),
  constraint restriction_allow_person_fk foreign key (person_id) references person (id),
  constraint restriction_allow_staff_fk foreign key (staff_id) references staff (id)
);
alter table restriction_allow enable row level security;
alter table restriction_allow force row level security;
comment on table restriction_allow is 'Who may open a restricted person''s record.';
comment on column restriction_allow.person_id is 'Restricted person';
comment on column restriction_allow.staff_id is 'Who may open it';
comment on column restriction_allow.reason is 'Why the record is restricted and why this person may open it';
comment on column restriction_allow.granted_by is 'Who decided';
comment on column restriction_allow.valid_to is 'Last day';
create index restriction_allow_staff_ix on restriction_allow (staff_id);

create table conflict_of_interest (
  staff_id uuid not null,
  person_id uuid not null,
  nature text not null,
  declared_by uuid,
  valid_from date not null default current_date,
  valid_to date,
  constraint conflict_of_interest_pk primary key (staff_id, person_id, valid_from),
  constraint conflict_of_interest_staff_fk foreign key (staff_id) references staff (id),
  constraint conflict_of_interest_person_fk foreign key (person_id) references person (id)
);
alter table conflict_of_interest enable row level security;
alter table conflict_of_interest force row level security;
comment on table conflict_of_interest is 'A member of staff who must not see someone''s record: relative, friend, neighbour, or the record is their own.';
comment on column conflict_of_interest.staff_id is 'Member of staff';
comment on column conflict_of_interest.person_id is 'Person whose record is closed to them';
comment on column conflict_of_interest.nature is 'relative, friend, neighbour, self';
comment on column conflict_of_interest.declared_by is 'Who recorded it';
comment on column conflict_of_interest.valid_from is 'First day';
comment on column conflict_of_interest.valid_to is 'Last day';
create index conflict_of_interest_person_ix on conflict_of_interest (person_id);

create table index_look (
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  person_id uuid not null,
  reason text not null,
  looked_at timestamptz not null default now(),
  runs_out_at timestamptz not null,
  constraint index_look_pk primary key (id),
  constraint index_look_staff_fk foreign key (staff_id) references staff (id),
  constraint index_look_person_fk foreign key (person_id) references person (id)
);
alter table index_look enable row level security;
alter table index_look force row level security;
comment on table index_look is 'A look-up in the index: someone opened who a child is, saying why. Opens identity until it runs out.';
comment on column index_look.id is 'Opaque id';
comment on column index_look.staff_id is 'Who looked';
comment on column index_look.person_id is 'At whom';
comment on column index_look.reason is 'Why, as they stated it';
comment on column index_look.looked_at is 'When';
comment on column index_look.runs_out_at is 'Until when the identity stays open to them';
create index index_look_staff_ix on index_look (staff_id, runs_out_at);

create table break_glass (
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  person_id uuid not null,
  reason text not null,
  opened_at timestamptz not null default now(),
  runs_out_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  finding text,
  finding_note text,
  constraint break_glass_pk primary key (id),
  constraint break_glass_staff_fk foreign key (staff_id) references staff (id),
  constraint break_glass_person_fk foreign key (person_id) references person (id),
  constraint break_glass_finding_known check (finding in ('justified','not justified','follow up'))
);
alter table break_glass enable row level security;
alter table break_glass force row level security;
comment on table break_glass is 'Emergency access to a record otherwise closed: reason, limit, review by the privacy officer (DPO).';
comment on column break_glass.id is 'Opaque id';
comment on column break_glass.staff_id is 'Who broke the glass';
comment on column break_glass.person_id is 'Whose record';
comment on column break_glass.reason is 'Why it could not wait';
comment on column break_glass.opened_at is 'When';
comment on column break_glass.runs_out_at is 'Until when; 8 hours unless configured';
comment on column break_glass.reviewed_at is 'When it was reviewed';
comment on column break_glass.reviewed_by is 'By whom';
comment on column break_glass.finding is 'justified, not justified, follow up';
comment on column break_glass.finding_note is 'What was found';
create index break_glass_staff_ix on break_glass (staff_id, runs_out_at);
create index break_glass_review_ix on break_glass (opened_at) where reviewed_at is null;

create table match_decision (
  id uuid not null default gen_random_uuid(),
  source_kind text not null,
  source_id uuid not null,
  person_id uuid not null,
  decision text not null,
  reasons jsonb not null,
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  constraint match_decision_pk primary key (id),
  constraint match_decision_person_fk foreign key (person_id) references person (id),
  constraint match_decision_known check (decision in ('same person','not the same person','not sure'))
);
alter table match_decision enable row level security;
alter table match_decision force row level security;
comment on table match_decision is 'What a person decided about a submitted person and an index person, remembered and never changed by the machine.';
comment on column match_decision.id is 'Opaque id';
comment on column match_decision.source_kind is 'Where the submitted person stands: contact-person';
comment on column match_decision.source_id is 'Id there';
comment on column match_decision.person_id is 'Index person compared with';
comment on column match_decision.decision is 'same person, not the same person, not sure';
comment on column match_decision.reasons is 'Field-by-field comparison at the time';
comment on column match_decision.decided_by is 'Who';
comment on column match_decision.decided_at is 'When';
create index match_decision_source_ix on match_decision (source_kind, source_id);

create table certainly_not (
  person_a uuid not null,
  person_b uuid not null,
  because text not null,
  decided_by uuid,
  decided_at timestamptz not null default now(),
  constraint certainly_not_pk primary key (person_a, person_b),
  constraint certainly_not_a_fk foreign key (person_a) references person (id),
  constraint certainly_not_b_fk foreign key (person_b) references person (id),
  constraint certainly_not_order check (person_a < person_b)
);
alter table certainly_not enable row level security;
alter table certainly_not force row level security;
comment on table certainly_not is 'Two people who are certainly not the same: twins, or a decision someone made. Never offered as one without a warning.';
comment on column certainly_not.person_a is 'The lower id';
comment on column certainly_not.person_b is 'The higher id';
comment on column certainly_not.because is 'twins, decided';
comment on column certainly_not.decided_by is 'Who';
comment on column certainly_not.decided_at is 'When';

create table warning_note (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  note text not null,
  review_on date not null,
  agreed_by uuid,
  ended_on date,
  constraint warning_note_pk primary key (id),
  constraint warning_note_person_fk foreign key (person_id) references person (id)
);
alter table warning_note enable row level security;
alter table warning_note force row level security;
comment on table warning_note is 'A warning agreed by a manager, always with a review date.';
comment on column warning_note.id is 'Opaque id';
comment on column warning_note.person_id is 'About whom';
comment on column warning_note.kind is 'adult posing risk, do not disclose, risk to worker, protection order and so on';
comment on column warning_note.note is 'What to know and do';
comment on column warning_note.review_on is 'When it is looked at again';
comment on column warning_note.agreed_by is 'Manager who agreed it';
comment on column warning_note.ended_on is 'Last day';
create index warning_note_person_ix on warning_note (person_id);

create table person_search (
  person_id uuid not null,
  keys text[] not null,
  folded text not null,
  constraint person_search_pk primary key (person_id),
  constraint person_search_person_fk foreign key (person_id) references person (id)
);
alter table person_search enable row level security;
alter table person_search force row level security;
comment on table person_search is 'Search keys of each findable name, kept by the people room whenever a person changes; read by the search role alone.';
comment on column person_search.person_id is 'Who';
comment on column person_search.keys is 'Folded prefixes, skeletons, dates and postcodes';
comment on column person_search.folded is 'All names folded, for ranking';
create index person_search_keys_ix on person_search using gin (keys) with (fastupdate = off);

-- What the relationship functions may read.
grant select on person, involvement, shield_allow, restriction_allow, conflict_of_interest, index_look, break_glass, family_member to goldthread_access;
create policy access_reads on person for select to goldthread_access using (true);
create policy access_reads on involvement for select to goldthread_access using (true);
create policy access_reads on shield_allow for select to goldthread_access using (true);
create policy access_reads on restriction_allow for select to goldthread_access using (true);
create policy access_reads on conflict_of_interest for select to goldthread_access using (true);
create policy access_reads on index_look for select to goldthread_access using (true);
create policy access_reads on break_glass for select to goldthread_access using (true);
create policy access_reads on family_member for select to goldthread_access using (true);

create function access.people_i_know() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct p), '{}') from (
    select person_id p from involvement where staff_id = access.staff() and ended_on is null and opens <> 'nothing'
    union all select person_id from involvement where team_id = any(access.my_teams()) and ended_on is null and opens <> 'nothing'
    union all select person_id from involvement where agency_id = any(access.my_agencies()) and team_id is null and staff_id is null and ended_on is null and opens <> 'nothing'
    union all select person_id from index_look where staff_id = access.staff() and runs_out_at > now()
    union all select person_id from break_glass where staff_id = access.staff() and runs_out_at > now()
  ) known
$$;
comment on function access.people_i_know() is 'People whose identity is open to the person asking: by involvement, a stated look-up, or emergency access. Call once per statement as any((select access.people_i_know())::uuid[]).';
create function access.people_i_help() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct p), '{}') from (
    select person_id p from involvement where staff_id = access.staff() and ended_on is null and opens = 'work'
    union all select person_id from involvement where team_id = any(access.my_teams()) and ended_on is null and opens = 'work'
    union all select person_id from break_glass where staff_id = access.staff() and runs_out_at > now()
  ) helped
$$;
comment on function access.people_i_help() is 'People whose help is open to the person asking: their own work, their team''s, or emergency access.';
create function access.people_opened_to_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct p), '{}') from (
    select person_id p from shield_allow where (staff_id = access.staff() or team_id = any(access.my_teams())) and (valid_to is null or valid_to >= current_date)
    union all select person_id from restriction_allow where staff_id = access.staff() and (valid_to is null or valid_to >= current_date)
    union all select b.person_id from break_glass b join person q on q.id = b.person_id where b.staff_id = access.staff() and b.runs_out_at > now() and q.shield <> 'hidden'
  ) opened
$$;
comment on function access.people_opened_to_me() is 'Shielded or restricted people the person asking is allowed to know. Emergency access opens a restricted record, never a hidden person.';
create function access.people_closed_to_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(person_id), '{}') from conflict_of_interest
   where staff_id = access.staff() and valid_from <= current_date and (valid_to is null or valid_to >= current_date)
$$;
comment on function access.people_closed_to_me() is 'People with whom the person asking has a conflict of interest: a hard block, before everything else.';
create function access.people_hidden_from_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(id), '{}') from (
    select id from person where (shield = 'hidden' or restricted) and id <> all(access.people_opened_to_me())
    union select unnest(access.people_closed_to_me())
  ) hidden
$$;
comment on function access.people_hidden_from_me() is 'People whose records (family, contact, case) must stay closed to the person asking: hidden or restricted without leave, or in conflict. A short list; other rooms'' policies subtract it.';
create index person_guarded_ix on person (id) where shield = 'hidden' or restricted;
alter function access.people_i_know() owner to goldthread_access;
alter function access.people_i_help() owner to goldthread_access;
alter function access.people_opened_to_me() owner to goldthread_access;
alter function access.people_closed_to_me() owner to goldthread_access;
alter function access.people_hidden_from_me() owner to goldthread_access;
revoke execute on all functions in schema access from public;
grant execute on all functions in schema access to goldthread_app, goldthread_search, goldthread_access;

-- Policies. The pattern is one array per statement; nothing is computed per row.
grant select, insert, update on person to goldthread_app;
create policy knows on person for select to goldthread_app using (
  id <> all((select access.people_closed_to_me())::uuid[])
  and (shield <> 'hidden' or id = any((select access.people_opened_to_me())::uuid[]) or (select access.in_team_for(array['shield-desk'])))
  and (not restricted or id = any((select access.people_opened_to_me())::uuid[]) or created_by = access.staff())
  and (id = any((select access.people_i_know())::uuid[]) or id = any((select access.people_opened_to_me())::uuid[]) or created_by = access.staff() or (select access.in_team_for(array['shield-desk']))));
create policy practitioners_record on person for insert to goldthread_app with check (
  created_by = access.staff() and (select access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM','SHIELD'])));
create policy practitioners_correct on person for update to goldthread_app using (
  id = any((select access.people_i_know())::uuid[]) and (select access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM','SHIELD']))
  or (select access.in_team_for(array['shield-desk'])));

grant select, insert, update on person_name, person_address, person_contact_point, identifier, relationship, warning_note to goldthread_app;
create policy with_person on person_name for select to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person_writes on person_name for insert to goldthread_app with check (exists (select 1 from person p where p.id = person_id));
create policy with_person_changes on person_name for update to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person on person_address for select to goldthread_app using (
  exists (select 1 from person p where p.id = person_id and (p.shield = 'none' and not shielded or p.id = any((select access.people_opened_to_me())::uuid[]) or (select access.in_team_for(array['shield-desk'])))));
create policy with_person_writes on person_address for insert to goldthread_app with check (exists (select 1 from person p where p.id = person_id));
create policy with_person_changes on person_address for update to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person on person_contact_point for select to goldthread_app using (
  exists (select 1 from person p where p.id = person_id and (p.shield = 'none' or p.id = any((select access.people_opened_to_me())::uuid[]) or (select access.in_team_for(array['shield-desk'])))));
create policy with_person_writes on person_contact_point for insert to goldthread_app with check (exists (select 1 from person p where p.id = person_id));
create policy with_person_changes on person_contact_point for update to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person on identifier for select to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person_writes on identifier for insert to goldthread_app with check (exists (select 1 from person p where p.id = person_id));
create policy with_person_changes on identifier for update to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person on warning_note for select to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person_writes on warning_note for insert to goldthread_app with check (exists (select 1 from person p where p.id = person_id));
create policy with_person_changes on warning_note for update to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy both_people on relationship for select to goldthread_app using (
  exists (select 1 from person p where p.id = person_id) and exists (select 1 from person p where p.id = related_id));
create policy both_people_writes on relationship for insert to goldthread_app with check (
  exists (select 1 from person p where p.id = person_id) and exists (select 1 from person p where p.id = related_id));
create policy both_people_changes on relationship for update to goldthread_app using (exists (select 1 from person p where p.id = person_id));

grant select, insert, update on family, family_member to goldthread_app;
create policy of_members on family_member for select to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy of_members_writes on family_member for insert to goldthread_app with check (exists (select 1 from person p where p.id = person_id));
create policy of_members_changes on family_member for update to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_members on family for select to goldthread_app using (created_by = access.staff() or exists (select 1 from family_member m where m.family_id = id));
create policy practitioners_record on family for insert to goldthread_app with check (created_by = access.staff() and (select access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM'])));
create policy practitioners_change on family for update to goldthread_app using (exists (select 1 from family_member m where m.family_id = id));

grant select on feed to goldthread_app;
create policy signed_in_reads on feed for select to goldthread_app using (access.actor_kind() in ('staff','system'));
grant select, insert, update on involvement to goldthread_app;
create policy with_person on involvement for select to goldthread_app using (
  (not sensitive or consent_to_show or staff_id = access.staff() or agency_id = any((select access.my_agencies())::uuid[]))
  and exists (select 1 from person p where p.id = person_id));
create policy with_person_writes on involvement for insert to goldthread_app with check (
  exists (select 1 from person p where p.id = person_id)
  and (opens = 'nothing' or (select access.has_role(array['CO','MASH_M','EH_CO','LP','SW','TM','SHIELD']))));
create policy with_person_changes on involvement for update to goldthread_app using (
  exists (select 1 from person p where p.id = person_id)
  and (opens = 'nothing' or staff_id = access.staff() or (select access.has_role(array['CO','MASH_M','EH_CO','LP','SW','TM','SHIELD']))));

grant select, insert, update on shield_allow, shield_question to goldthread_app;
create policy shield_desk on shield_allow for select to goldthread_app using ((select access.in_team_for(array['shield-desk'])));
create policy shield_desk_writes on shield_allow for insert to goldthread_app with check ((select access.in_team_for(array['shield-desk'])));
create policy shield_desk_changes on shield_allow for update to goldthread_app using ((select access.in_team_for(array['shield-desk'])));
create policy shield_desk on shield_question for select to goldthread_app using ((select access.in_team_for(array['shield-desk'])));
create policy shield_desk_changes on shield_question for update to goldthread_app using ((select access.in_team_for(array['shield-desk'])));
revoke insert on shield_question from goldthread_app;
grant select, insert, update on restriction_allow, conflict_of_interest to goldthread_app;
create policy guardians on restriction_allow for select to goldthread_app using ((select access.has_role(array['DPO','SM_HOS','TM'])) or staff_id = access.staff());
create policy guardians_write on restriction_allow for insert to goldthread_app with check ((select access.has_role(array['DPO','SM_HOS','TM'])));
create policy guardians_change on restriction_allow for update to goldthread_app using ((select access.has_role(array['DPO','SM_HOS','TM'])));
create policy guardians on conflict_of_interest for select to goldthread_app using ((select access.has_role(array['DPO','SYSADMIN','TM'])));
create policy declares on conflict_of_interest for insert to goldthread_app with check (staff_id = access.staff() or (select access.has_role(array['DPO','SYSADMIN','TM'])));
create policy guardians_change on conflict_of_interest for update to goldthread_app using ((select access.has_role(array['DPO','SYSADMIN','TM'])));

grant select, insert on index_look to goldthread_app;
create policy own_or_officer on index_look for select to goldthread_app using (staff_id = access.staff() or (select access.has_role(array['DPO'])));
create policy own on index_look for insert to goldthread_app with check (staff_id = access.staff() and (select access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM','HV','SN','MIDW','GP','POL_PPD','QA_AUD','DCS','SHIELD'])));
grant select, insert on break_glass to goldthread_app;
grant update (reviewed_at, reviewed_by, finding, finding_note) on break_glass to goldthread_app;
create policy own_or_officer on break_glass for select to goldthread_app using (staff_id = access.staff() or (select access.has_role(array['DPO','TM'])));
create policy own on break_glass for insert to goldthread_app with check (staff_id = access.staff() and (select access.has_role(array['SW','TM','MASH_M'])));
create policy officer_reviews on break_glass for update to goldthread_app using ((select access.has_role(array['DPO'])) and staff_id <> access.staff());

grant select, insert on match_decision, certainly_not to goldthread_app;
create policy with_person on match_decision for select to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy own_decision on match_decision for insert to goldthread_app with check (decided_by = access.staff() and exists (select 1 from person p where p.id = person_id));
create policy both_people on certainly_not for select to goldthread_app using (exists (select 1 from person p where p.id = person_a) and exists (select 1 from person p where p.id = person_b));
create policy both_people_writes on certainly_not for insert to goldthread_app with check (exists (select 1 from person p where p.id = person_a) and exists (select 1 from person p where p.id = person_b));

-- Search keys: written with the person, read only by the search role.
grant insert, update on person_search to goldthread_app;
grant select on person_search to goldthread_search;
create policy search_reads on person_search for select to goldthread_search using (true);
create policy kept_with_person on person_search for insert to goldthread_app with check (exists (select 1 from person p where p.id = person_id));
create policy kept_with_person_changes on person_search for update to goldthread_app using (exists (select 1 from person p where p.id = person_id));
