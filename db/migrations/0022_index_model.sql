-- The child index: what each source says, as given; append-only assertions; and the questions a person has to answer.
-- Every table here carries a distribution key (person_id; local_id for source_key) in its primary key, and no constraint crosses people.

alter table team drop constraint team_purpose_known;
alter table team add constraint team_purpose_known
  check (purpose in ('front-door','early-help','social-work','shield-desk','index-desk','safeguarding','health','police','commissioning','other'));
comment on column team.purpose is 'front-door, early-help, social-work, shield-desk, index-desk, safeguarding, health, police, commissioning, other';

-- The index desk: people who answer the matcher's questions, look after the feeds, and may look up whom a question is about.
alter table membership drop constraint membership_role_known;
alter table membership add constraint membership_role_known check (role in ('REF','DSL','SENCO','HV','SN','MIDW','GP','CLIN','POL_PPD','PROB','YOT','HOUS','ADULT_MH','ADULT_SM','IDVA','VCS','CO','FIS','MASH_M','EH_CO','LP','FSW','SW','TM','SM_HOS','COMM','CONTRACT','PERF','DCS','DPO','QA_AUD','SYSADMIN','SHIELD','INDEX'));
create or replace function search.refuse_unless_searcher() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM','HV','SN','MIDW','GP','CLIN','POL_PPD','QA_AUD','DCS','SHIELD','INDEX']) then
    raise exception 'This role does not search the index' using errcode = 'insufficient_privilege';
  end if;
end $$;
create policy index_desk_looks on index_look for insert to goldthread_app with check (staff_id = access.staff() and (select access.has_role(array['INDEX'])));

create table source_record (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  feed_id uuid,
  local_id text,
  file_id uuid,
  row_number integer,
  given_name text,
  middle_name text,
  family_name text,
  known_as text,
  name_script text,
  name_order text not null default 'given first',
  sex text not null default 'U',
  date_of_birth date,
  date_of_birth_as_written text,
  expected_on date,
  plurality integer,
  line1 text,
  line2 text,
  town text,
  postcode text,
  address_from date,
  phone text,
  email text,
  nhs_number text,
  upn text,
  mother_name text,
  facts_on date,
  received_at timestamptz not null default now(),
  replaced_by uuid,
  constraint source_record_pk primary key (person_id, id),
  constraint source_record_person_fk foreign key (person_id) references person (id),
  constraint source_record_agency_fk foreign key (agency_id) references agency (id),
  constraint source_record_feed_fk foreign key (feed_id) references feed (id),
  constraint source_record_sex_known check (sex in ('F','M','U')),
  constraint source_record_order_known check (name_order in ('given first','family first','unknown')),
  constraint source_record_plurality_likely check (plurality between 1 and 8)
);
alter table source_record enable row level security;
alter table source_record force row level security;
comment on table source_record is 'What one agency''s system says about one person, kept as given: names in their script and order, dates as written, addresses, identifiers. It is never changed: a later version is another row, and which person it stands under follows the assertions.';
comment on column source_record.person_id is 'Person it stands under now (distribution key); follows the live link assertion';
comment on column source_record.id is 'Opaque id';
comment on column source_record.agency_id is 'Agency whose record it is';
comment on column source_record.feed_id is 'Feed that brought it; null when typed here';
comment on column source_record.local_id is 'The agency''s own identifier of the person; null when it gave none';
comment on column source_record.file_id is 'File that brought it; null when it came one at a time';
comment on column source_record.row_number is 'Row of that file, first data row is 1';
comment on column source_record.given_name is 'Given names as given';
comment on column source_record.middle_name is 'Middle names as given';
comment on column source_record.family_name is 'Family name as given';
comment on column source_record.known_as is 'Name the person goes by, as given';
comment on column source_record.name_script is 'Script of the name, for example Latn, Arab, Beng, Hans; null not told';
comment on column source_record.name_order is 'given first, family first, unknown';
comment on column source_record.sex is 'F, M or U';
comment on column source_record.date_of_birth is 'Date of birth where it could be read';
comment on column source_record.date_of_birth_as_written is 'Date of birth as given, where it could not be read or is only part of a date';
comment on column source_record.expected_on is 'Expected date of delivery of an unborn baby';
comment on column source_record.plurality is 'How many are expected or were born together; null not told';
comment on column source_record.line1 is 'House and street as given';
comment on column source_record.line2 is 'Second line';
comment on column source_record.town is 'Town';
comment on column source_record.postcode is 'Postcode with one space where it could be read, else as given';
comment on column source_record.address_from is 'First day at the address; null not told';
comment on column source_record.phone is 'Telephone as given';
comment on column source_record.email is 'Email as given';
comment on column source_record.nhs_number is 'NHS number, ten digits, only when its check digit holds';
comment on column source_record.upn is 'UPN, only when its check letter holds';
comment on column source_record.mother_name is 'Mother''s name as given';
comment on column source_record.facts_on is 'Day the source says the facts were true; null not told';
comment on column source_record.received_at is 'When it came';
comment on column source_record.replaced_by is 'Later version of the same local identifier; null while it is the newest';
create index source_record_id_ix on source_record (id);
create index source_record_file_ix on source_record (file_id, row_number);

create table source_key (
  local_id text not null,
  feed_id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  row_hash text not null,
  seen_at timestamptz not null default now(),
  gone_at timestamptz,
  constraint source_key_pk primary key (local_id, feed_id),
  constraint source_key_feed_fk foreign key (feed_id) references feed (id)
);
alter table source_key enable row level security;
alter table source_key force row level security;
comment on table source_key is 'Which source record a feed''s local identifier stands for now, so that the same row loaded twice changes nothing.';
comment on column source_key.local_id is 'The agency''s own identifier (distribution key)';
comment on column source_key.feed_id is 'Feed it belongs to';
comment on column source_key.record_id is 'Newest source record';
comment on column source_key.person_id is 'Person it stands under';
comment on column source_key.row_hash is 'SHA-256 of the row as mapped, hexadecimal: the same row again is known by it';
comment on column source_key.seen_at is 'When the feed last contained it';
comment on column source_key.gone_at is 'When a complete file no longer contained it; null while it does';
create index source_key_feed_ix on source_key (feed_id, seen_at);

create table assertion (
  person_id uuid not null,
  place integer not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  retracts integer,
  source_record_id uuid,
  other_person_id uuid,
  facts jsonb not null default '{}',
  agency_id uuid,
  made_by uuid,
  is_manual boolean not null,
  why text not null,
  model_version text,
  evidence jsonb,
  made_at timestamptz not null default now(),
  constraint assertion_pk primary key (person_id, place),
  constraint assertion_person_fk foreign key (person_id) references person (id),
  constraint assertion_kind_known check (kind in ('link','certainly not','merge','split','name','date of birth','sex','address','contact point','identifier','relationship','as recorded','retract')),
  constraint assertion_retract_points check ((kind = 'retract') = (retracts is not null)),
  constraint assertion_link_has_record check (kind <> 'link' or source_record_id is not null),
  constraint assertion_two_people check (kind not in ('certainly not','merge','split','relationship') or other_person_id is not null),
  constraint assertion_not_self check (other_person_id is null or other_person_id <> person_id),
  constraint assertion_by_someone check (is_manual = (made_by is not null))
);
alter table assertion enable row level security;
alter table assertion force row level security;
comment on table assertion is 'What someone or the matcher asserts about a person. Rows are only added; an assertion is taken back by another of the kind retract. A person is the fold of their live assertions in the order of their places. What stood before assertions were kept is asserted once, by the kind as recorded, when the person is first touched. Two people''s assertion is written under each.';
comment on column assertion.person_id is 'About whom (distribution key)';
comment on column assertion.place is '1 for the person''s first assertion, then on; two writers at once cannot take the same place';
comment on column assertion.id is 'The same id on both rows of an assertion about two people';
comment on column assertion.kind is 'link, certainly not, merge, split, name, date of birth, sex, address, contact point, identifier, relationship, as recorded, retract';
comment on column assertion.retracts is 'Place of the assertion of this person that is taken back';
comment on column assertion.source_record_id is 'Source record it rests on; null for what someone said here';
comment on column assertion.other_person_id is 'Other person of a certainly not, merge, split or relationship; no foreign key, for they may live on another machine';
comment on column assertion.facts is 'What is said, by names fixed for each kind in index-model/assertion.ts: a name has kind, given, family; an address its lines and days';
comment on column assertion.agency_id is 'Agency that says so; null for the matcher';
comment on column assertion.made_by is 'Who; null for the matcher';
comment on column assertion.is_manual is 'A person''s decision, which no machine changes';
comment on column assertion.why is 'Why, in words';
comment on column assertion.model_version is 'Matcher''s model; null for a person''s';
comment on column assertion.evidence is 'What the matcher weighed, factor by factor; null for a person''s without it';
comment on column assertion.made_at is 'When';
create index assertion_id_ix on assertion (id);
create index assertion_record_ix on assertion (source_record_id) where source_record_id is not null;

create table link_question (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  other_person_id uuid not null,
  source_record_id uuid,
  model_version text not null,
  score real not null,
  margin real,
  evidence jsonb not null,
  because text not null,
  worth real not null,
  harm text not null default 'ordinary',
  needs_second_reader boolean not null default false,
  raised_at timestamptz not null default now(),
  held_by uuid,
  held_until timestamptz,
  settled_at timestamptz,
  settled_as text,
  constraint link_question_pk primary key (person_id, id),
  constraint link_question_person_fk foreign key (person_id) references person (id),
  constraint link_question_kind_known check (kind in ('record','duplicate','identifier','apart')),
  constraint link_question_harm_known check (harm in ('ordinary','twins','safeguarding','shielded')),
  constraint link_question_settled_known check (settled_as in ('same person','not the same person','withdrawn')),
  constraint link_question_settled_whole check ((settled_at is null) = (settled_as is null)),
  constraint link_question_two_people check (person_id <> other_person_id)
);
alter table link_question enable row level security;
alter table link_question force row level security;
comment on table link_question is 'A question for a person: may this source record, or this other person, be this person? Nobody sees one who has no right to both.';
comment on column link_question.person_id is 'The person in the index (distribution key)';
comment on column link_question.id is 'Opaque id';
comment on column link_question.kind is 'record (a source record stands under the other person and may be this one), duplicate (two people may be one), identifier (numbers disagree), apart (two joined records may be two people)';
comment on column link_question.other_person_id is 'The other person, under whom the record stands meanwhile';
comment on column link_question.source_record_id is 'Record that raised it; null for a duplicate found among people';
comment on column link_question.model_version is 'Matcher''s model';
comment on column link_question.score is 'Log odds of the same person; for ordering, never shown without its factors';
comment on column link_question.margin is 'How far before the runner-up, in log odds; null when there is none';
comment on column link_question.evidence is 'Evidence of the matcher, factor by factor';
comment on column link_question.because is 'Why it is asked, in a sentence';
comment on column link_question.worth is 'Chance of being the same times the harm of leaving it; the queue is ordered by it';
comment on column link_question.harm is 'ordinary, twins, safeguarding, shielded: what a mistake would cost';
comment on column link_question.needs_second_reader is 'True for twins and for anyone shielded';
comment on column link_question.raised_at is 'When';
comment on column link_question.held_by is 'Who has it open to read; null nobody';
comment on column link_question.held_until is 'Until when they hold it';
comment on column link_question.settled_at is 'When it was settled; null while open';
comment on column link_question.settled_as is 'same person, not the same person, withdrawn; null while open';
create index link_question_open_ix on link_question (worth desc, raised_at) where settled_at is null;
create index link_question_other_ix on link_question (other_person_id) where settled_at is null;

-- The application adds and reads; it never changes what a source said or what was asserted.
grant select, insert on source_record, assertion to goldthread_app;
grant update (person_id, replaced_by) on source_record to goldthread_app;
create policy with_person on source_record for select to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person_writes on source_record for insert to goldthread_app with check (exists (select 1 from person p where p.id = person_id));
create policy with_person_changes on source_record for update to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person on assertion for select to goldthread_app using (exists (select 1 from person p where p.id = person_id));
create policy with_person_writes on assertion for insert to goldthread_app with check (
  exists (select 1 from person p where p.id = person_id) and (made_by = access.staff() or not is_manual));

grant select, update on link_question to goldthread_app;
create policy right_to_both on link_question for select to goldthread_app using (
  (select access.in_team_for(array['index-desk','shield-desk']))
  and person_id <> all((select access.people_closed_to_me())::uuid[]) and other_person_id <> all((select access.people_closed_to_me())::uuid[])
  and ((select access.in_team_for(array['shield-desk']))
    or (person_id <> all((select access.people_hidden_from_me())::uuid[]) and other_person_id <> all((select access.people_hidden_from_me())::uuid[]))));
create policy right_to_both_changes on link_question for update to goldthread_app using (
  (select access.in_team_for(array['index-desk','shield-desk']))
  and person_id <> all((select access.people_closed_to_me())::uuid[]) and other_person_id <> all((select access.people_closed_to_me())::uuid[])
  and ((select access.in_team_for(array['shield-desk']))
    or (person_id <> all((select access.people_hidden_from_me())::uuid[]) and other_person_id <> all((select access.people_hidden_from_me())::uuid[]))));

-- The functions that match records of feeds work as the search role.
grant select, insert on source_record, assertion, link_question to goldthread_search;
grant select, insert, update on source_key to goldthread_search;
grant update (person_id, replaced_by) on source_record to goldthread_search;
grant update (settled_at, settled_as) on link_question to goldthread_search;
create policy search_reads on source_record for select to goldthread_search using (true);
create policy search_adds on source_record for insert to goldthread_search with check (true);
create policy search_moves on source_record for update to goldthread_search using (true);
create policy search_reads on assertion for select to goldthread_search using (true);
create policy search_adds on assertion for insert to goldthread_search with check (not is_manual or made_by = access.staff());
create policy search_reads on link_question for select to goldthread_search using (true);
create policy search_asks on link_question for insert to goldthread_search with check (settled_at is null);
create policy search_withdraws on link_question for update to goldthread_search using (true) with check (settled_as in ('withdrawn','same person','not the same person'));
create policy search_reads on source_key for select to goldthread_search using (true);
create policy search_keeps on source_key for insert to goldthread_search with check (true);
create policy search_renews on source_key for update to goldthread_search using (true);
