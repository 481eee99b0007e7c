-- Feeds of the child index: what each agency sends, under which agreement, how its columns are read; its files, what became of every row,
-- and who is no longer in a complete file. Raw rows are personal data: the index desk, the sending machine and the worker read them, for some days.

alter table feed add column kind text not null default 'other';
alter table feed add column agreement_reference text not null default '';
alter table feed add column purpose text not null default '';
alter table feed add column lawful_basis text not null default '';
alter table feed add column age_from integer not null default 0;
alter table feed add column age_to integer not null default 25;
alter table feed add column role_told text not null default '';
alter table feed add column sensitive boolean not null default false;
alter table feed add column format text not null default 'csv';
alter table feed add column date_format text not null default 'YYYY-MM-DD';
alter table feed add column name_order text not null default 'given first';
alter table feed add column name_script text;
alter table feed add column female_codes text[] not null default '{F}';
alter table feed add column male_codes text[] not null default '{M}';
alter table feed add column owner_id uuid;
alter table feed add column client_id uuid;
alter table feed add column state text not null default 'live';
alter table feed add column grace_days integer not null default 14;
alter table feed add column gone_limit_percent integer not null default 5;
alter table feed add column mapping_changed_at timestamptz;
alter table feed add column live_agreed_at timestamptz;
alter table feed add column created_at timestamptz not null default now();
alter table feed add constraint feed_owner_fk foreign key (owner_id) references staff (id);
alter table feed add constraint feed_client_fk foreign key (client_id) references machine_client (id);
alter table feed add constraint feed_kind_known check (kind in ('school','health','police','housing','youth justice','early years','other'));
alter table feed add constraint feed_format_known check (format in ('csv','json'));
alter table feed add constraint feed_date_format_known check (date_format in ('YYYY-MM-DD','DD/MM/YYYY','YYYYMMDD','DD-Mon-YYYY','MM/DD/YYYY'));
alter table feed add constraint feed_order_known check (name_order in ('given first','family first','unknown'));
alter table feed add constraint feed_state_known check (state in ('draft','shadow','live','paused','ended'));
alter table feed add constraint feed_ages_likely check (age_from between 0 and age_to and age_to <= 120);
alter table feed add constraint feed_grace_likely check (grace_days between 0 and 366);
alter table feed add constraint feed_gone_limit_likely check (gone_limit_percent between 0 and 100);
comment on column feed.kind is 'school, health, police, housing, youth justice, early years, other';
comment on column feed.agreement_reference is 'Reference of the information-sharing agreement it comes under';
comment on column feed.purpose is 'What it is used for, in words';
comment on column feed.lawful_basis is 'Why it may be shared, in words';
comment on column feed.age_from is 'Youngest it tells about, in years';
comment on column feed.age_to is 'Oldest it tells about, in years';
comment on column feed.role_told is 'What a row says about the sender''s part in the child''s life when it names no role itself: on school roll, health visitor';
comment on column feed.sensitive is 'Sexual health, mental health or substance misuse: what it tells is hidden without consent';
comment on column feed.format is 'csv or json';
comment on column feed.date_format is 'How it writes dates';
comment on column feed.name_order is 'Order in which it writes names: given first, family first, unknown';
comment on column feed.name_script is 'Script of its names (ISO 15924), for example Latn; null not told';
comment on column feed.female_codes is 'What it writes for female';
comment on column feed.male_codes is 'What it writes for male';
comment on column feed.owner_id is 'Who at the index desk looks after it; null nobody yet';
comment on column feed.client_id is 'Machine that may send it; null when files are uploaded by hand';
comment on column feed.state is 'draft, shadow, live, paused, ended. Only a live feed changes the index';
comment on column feed.grace_days is 'Days after a complete file no longer names someone before their involvement ends';
comment on column feed.gone_limit_percent is 'Share of those known that may be gone from one complete file without a person confirming it';
comment on column feed.mapping_changed_at is 'When the mapping last changed; null never';
comment on column feed.live_agreed_at is 'When a second person last agreed that it goes live; null never';
comment on column feed.created_at is 'When it was first written down';

create table feed_field (
  feed_id uuid not null,
  field text not null,
  column_name text,
  constant text,
  constraint feed_field_pk primary key (feed_id, field),
  constraint feed_field_feed_fk foreign key (feed_id) references feed (id),
  constraint feed_field_says_something check (column_name is not null or constant is not null)
);
alter table feed_field enable row level security;
alter table feed_field force row level security;
comment on table feed_field is 'How one field is read from a feed: from which column, or always the same value.';
comment on column feed_field.feed_id is 'Feed';
comment on column feed_field.field is 'Our field, by its name in feeds/feed-field.ts';
comment on column feed_field.column_name is 'Column of the file, or name in the JSON object; null when the value is always the same';
comment on column feed_field.constant is 'Value it always has; null when it is read from a column';

create table feed_file (
  id uuid not null default gen_random_uuid(),
  feed_id uuid not null,
  name text not null,
  size_bytes bigint not null,
  sha256 text not null,
  is_complete boolean not null,
  facts_on date,
  received_at timestamptz not null,
  received_by uuid,
  received_from uuid,
  parts integer not null,
  encoding text,
  delimiter text,
  heading text[],
  first_byte bigint not null default 0,
  destroyed_at timestamptz,
  constraint feed_file_pk primary key (id),
  constraint feed_file_feed_fk foreign key (feed_id) references feed (id),
  constraint feed_file_from_someone check (num_nonnulls(received_by, received_from) = 1)
);
alter table feed_file enable row level security;
alter table feed_file force row level security;
comment on table feed_file is 'A file or a set of records as an agency sent it. Its bytes lie in feed_file_part until they are destroyed.';
comment on column feed_file.id is 'Opaque id, the receipt''s number';
comment on column feed_file.feed_id is 'Feed it belongs to';
comment on column feed_file.name is 'File name as given';
comment on column feed_file.size_bytes is 'Size';
comment on column feed_file.sha256 is 'Hash of its bytes: the same file twice is known by it';
comment on column feed_file.is_complete is 'The agency says it names everyone it covers; who is missing is gone';
comment on column feed_file.facts_on is 'Day on which it was true; null not told';
comment on column feed_file.received_at is 'When it came';
comment on column feed_file.received_by is 'Who uploaded it; null when a machine sent it';
comment on column feed_file.received_from is 'Machine that sent it; null when uploaded';
comment on column feed_file.parts is 'How many parts it is stored in';
comment on column feed_file.encoding is 'utf-8 or windows-1252, as found; null not looked at yet';
comment on column feed_file.delimiter is 'What stands between its cells, as found; null for JSON or not looked at yet';
comment on column feed_file.heading is 'Its columns, as found; null not looked at yet';
comment on column feed_file.first_byte is 'Where its first row begins';
comment on column feed_file.destroyed_at is 'When its bytes were destroyed; null while they are kept';
create index feed_file_feed_ix on feed_file (feed_id, received_at desc);
create unique index feed_file_once_uq on feed_file (feed_id, sha256);

create table feed_file_part (
  file_id uuid not null,
  place integer not null,
  content bytea not null,
  constraint feed_file_part_pk primary key (file_id, place),
  constraint feed_file_part_file_fk foreign key (file_id) references feed_file (id),
  constraint feed_file_part_size check (octet_length(content) between 1 and 262144)
);
alter table feed_file_part enable row level security;
alter table feed_file_part force row level security;
comment on table feed_file_part is 'A piece of a file''s bytes, 256 KB at most, so that no file is ever whole in memory.';
comment on column feed_file_part.file_id is 'File';
comment on column feed_file_part.place is '0 for the first';
comment on column feed_file_part.content is 'The bytes';

create table feed_run (
  id uuid not null default gen_random_uuid(),
  file_id uuid not null,
  feed_id uuid not null,
  kind text not null,
  state text not null default 'running',
  asked_by uuid,
  asked_at timestamptz not null,
  finished_at timestamptz,
  failure text,
  next_row integer not null default 1,
  next_byte bigint not null,
  taken integer not null default 0,
  rejected integer not null default 0,
  unchanged integer not null default 0,
  linked integer not null default 0,
  asked integer not null default 0,
  new_people integer not null default 0,
  known_before integer,
  gone integer,
  gone_state text,
  constraint feed_run_pk primary key (id),
  constraint feed_run_file_fk foreign key (file_id) references feed_file (id),
  constraint feed_run_feed_fk foreign key (feed_id) references feed (id),
  constraint feed_run_kind_known check (kind in ('dry run','shadow','load')),
  constraint feed_run_state_known check (state in ('running','stopped','finished','failed')),
  constraint feed_run_gone_known check (gone_state in ('let go','waiting','kept'))
);
alter table feed_run enable row level security;
alter table feed_run force row level security;
comment on table feed_run is 'One reading of a file: to see what it would do (dry run), beside the index (shadow), or into it (load). Counts are kept for good; they name nobody.';
comment on column feed_run.id is 'Opaque id';
comment on column feed_run.file_id is 'File that is read';
comment on column feed_run.feed_id is 'Its feed';
comment on column feed_run.kind is 'dry run, shadow, load';
comment on column feed_run.state is 'running, stopped, finished, failed';
comment on column feed_run.asked_by is 'Who asked for it; null when a file of a machine began it';
comment on column feed_run.asked_at is 'When';
comment on column feed_run.finished_at is 'When the last row was done; null while there are more';
comment on column feed_run.failure is 'Why the file cannot be read on, in words';
comment on column feed_run.next_row is 'First row not done yet';
comment on column feed_run.next_byte is 'Where that row begins';
comment on column feed_run.taken is 'Rows taken';
comment on column feed_run.rejected is 'Rows sent back with reasons';
comment on column feed_run.unchanged is 'Of the rows taken, those that said nothing new';
comment on column feed_run.linked is 'Of the rows taken, those linked to someone known';
comment on column feed_run.asked is 'Of the rows taken, those a person is asked about';
comment on column feed_run.new_people is 'Of the rows taken, those of someone not known before';
comment on column feed_run.known_before is 'Of a complete file: how many the feed named until then and in it; null before it is worked out';
comment on column feed_run.gone is 'Of those, how many it no longer names';
comment on column feed_run.gone_state is 'let go, waiting, kept; null when it is not a complete file';
create index feed_run_feed_ix on feed_run (feed_id, asked_at desc);
create index feed_run_file_ix on feed_run (file_id, asked_at desc);

create table feed_reject (
  run_id uuid not null,
  row_number integer not null,
  feed_id uuid not null,
  cells text[] not null,
  fields text[] not null,
  reasons text[] not null,
  constraint feed_reject_pk primary key (run_id, row_number),
  constraint feed_reject_run_fk foreign key (run_id) references feed_run (id),
  constraint feed_reject_whole check (cardinality(fields) = cardinality(reasons))
);
alter table feed_reject enable row level security;
alter table feed_reject force row level security;
comment on table feed_reject is 'A row sent back, as it was given, with every reason at once. Destroyed with the file.';
comment on column feed_reject.run_id is 'Reading that found it';
comment on column feed_reject.row_number is 'Row of the file, first data row is 1';
comment on column feed_reject.feed_id is 'Feed';
comment on column feed_reject.cells is 'The row as given, by the file''s columns';
comment on column feed_reject.fields is 'What is wrong, field by field';
comment on column feed_reject.reasons is 'Why, in words, in the same order';

create table feed_sample (
  run_id uuid not null,
  row_number integer not null,
  feed_id uuid not null,
  band text not null,
  because text not null,
  factors text[] not null,
  person_id uuid,
  constraint feed_sample_pk primary key (run_id, row_number),
  constraint feed_sample_run_fk foreign key (run_id) references feed_run (id),
  constraint feed_sample_band_known check (band in ('link','review','no link'))
);
alter table feed_sample enable row level security;
alter table feed_sample force row level security;
comment on table feed_sample is 'A row of a dry run or of a feed in shadow, kept as an example of what would have happened. Destroyed with the file.';
comment on column feed_sample.run_id is 'Reading';
comment on column feed_sample.row_number is 'Row of the file';
comment on column feed_sample.feed_id is 'Feed';
comment on column feed_sample.band is 'link, review, no link';
comment on column feed_sample.because is 'Why this band, in a sentence';
comment on column feed_sample.factors is 'What agreed and what differed, in words';
comment on column feed_sample.person_id is 'Whom it may be; null nobody';

create table feed_run_field (
  run_id uuid not null,
  field text not null,
  feed_id uuid not null,
  given integer not null default 0,
  missing integer not null default 0,
  wrong integer not null default 0,
  agreed integer not null default 0,
  differed integer not null default 0,
  constraint feed_run_field_pk primary key (run_id, field),
  constraint feed_run_field_run_fk foreign key (run_id) references feed_run (id)
);
alter table feed_run_field enable row level security;
alter table feed_run_field force row level security;
comment on table feed_run_field is 'What one reading found of one field: counts alone, kept for good. A month''s drift is worked out from them.';
comment on column feed_run_field.run_id is 'Reading';
comment on column feed_run_field.field is 'Our field';
comment on column feed_run_field.feed_id is 'Feed';
comment on column feed_run_field.given is 'Rows that gave it';
comment on column feed_run_field.missing is 'Rows that left it empty';
comment on column feed_run_field.wrong is 'Rows that gave what cannot be right';
comment on column feed_run_field.agreed is 'Of the linked, those where it agreed with what was known';
comment on column feed_run_field.differed is 'Of the linked, those where it differed';

create table feed_subject (
  local_id text not null,
  feed_id uuid not null,
  person_id uuid,
  involvement_id uuid,
  file_id uuid not null,
  row_number integer not null,
  facts_on date,
  received_at timestamptz not null,
  gone_at timestamptz,
  constraint feed_subject_pk primary key (local_id, feed_id),
  constraint feed_subject_feed_fk foreign key (feed_id) references feed (id)
);
alter table feed_subject enable row level security;
alter table feed_subject force row level security;
comment on table feed_subject is 'What a feed says of one local identifier now: which person, which involvement, from which row of which file, and whether it still does.';
comment on column feed_subject.local_id is 'The agency''s own identifier (distribution key)';
comment on column feed_subject.feed_id is 'Feed';
comment on column feed_subject.person_id is 'Person it stands under; null while its only row was sent back';
comment on column feed_subject.involvement_id is 'Involvement it tells; null none';
comment on column feed_subject.file_id is 'File that last named it';
comment on column feed_subject.row_number is 'Row of that file';
comment on column feed_subject.facts_on is 'Day on which that was true; null not told';
comment on column feed_subject.received_at is 'When that came';
comment on column feed_subject.gone_at is 'When a complete file no longer named it; null while it does';
create index feed_subject_feed_ix on feed_subject (feed_id, file_id) where gone_at is null;
create index feed_subject_gone_ix on feed_subject (feed_id, gone_at) where gone_at is not null;
create index feed_subject_person_ix on feed_subject (person_id);

create table feed_decision (
  id uuid not null default gen_random_uuid(),
  feed_id uuid not null,
  run_id uuid,
  kind text not null,
  why text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  place bigint generated always as identity,
  constraint feed_decision_pk primary key (id),
  constraint feed_decision_feed_fk foreign key (feed_id) references feed (id),
  constraint feed_decision_run_fk foreign key (run_id) references feed_run (id),
  constraint feed_decision_staff_fk foreign key (made_by) references staff (id),
  constraint feed_decision_kind_known check (kind in ('shadow','ask to go live','go live','pause','end','let go','keep'))
);
alter table feed_decision enable row level security;
alter table feed_decision force row level security;
comment on table feed_decision is 'A step in a feed''s life, with who took it and why. Going live takes two people; letting many go takes one who looked.';
comment on column feed_decision.id is 'Opaque id';
comment on column feed_decision.feed_id is 'Feed';
comment on column feed_decision.run_id is 'Reading it is about; null when about the feed';
comment on column feed_decision.kind is 'shadow, ask to go live, go live, pause, end, let go, keep';
comment on column feed_decision.why is 'Why, in words';
comment on column feed_decision.made_by is 'Who';
comment on column feed_decision.made_at is 'When';
comment on column feed_decision.place is 'Order in which they were made';
create index feed_decision_feed_ix on feed_decision (feed_id, place desc);

-- Who may. The index desk reads and changes feeds; the machine bound to a feed sends and reads its receipts; the worker does the reading.
create function access.machine_of_feed() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.machine', true), '')::uuid;
comment on function access.machine_of_feed() is 'The partner''s machine this transaction acts for, or null; a feed is bound to one.';
revoke execute on function access.machine_of_feed() from public;
grant execute on function access.machine_of_feed() to goldthread_app, goldthread_search, goldthread_access;

grant insert, update on feed to goldthread_app;
create policy bound_machine_reads on feed for select to goldthread_app using (access.actor_kind() = 'machine' and client_id = access.machine_of_feed());
create policy index_desk_begins on feed for insert to goldthread_app with check (state = 'draft' and (select access.has_role(array['INDEX'])));
create policy index_desk_changes on feed for update to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX'])))
  with check (state <> 'live' or live_agreed_at is not null or access.is_system());
create policy index_desk_reads on machine_client for select to goldthread_app using ((select access.has_role(array['INDEX'])));

grant select, insert, update, delete on feed_field to goldthread_app;
create policy desk_machine_worker_read on feed_field for select to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX']))
  or access.actor_kind() = 'machine' and exists (select 1 from feed f where f.id = feed_id and f.client_id = access.machine_of_feed()));
create policy index_desk_writes on feed_field for insert to goldthread_app with check ((select access.has_role(array['INDEX'])));
create policy index_desk_changes on feed_field for update to goldthread_app using ((select access.has_role(array['INDEX'])));
create policy index_desk_takes_out on feed_field for delete to goldthread_app using ((select access.has_role(array['INDEX'])));

grant select, insert, update on feed_file, feed_run to goldthread_app;
create policy desk_machine_worker_read on feed_file for select to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX']))
  or access.actor_kind() = 'machine' and exists (select 1 from feed f where f.id = feed_id and f.client_id = access.machine_of_feed()));
create policy desk_or_machine_sends on feed_file for insert to goldthread_app with check (
  received_by = access.staff() and (select access.has_role(array['INDEX']))
  or access.actor_kind() = 'machine' and received_from = access.machine_of_feed() and exists (select 1 from feed f where f.id = feed_id and f.client_id = access.machine_of_feed()));
create policy worker_notes on feed_file for update to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX'])) or access.actor_kind() = 'machine' and received_from = access.machine_of_feed());
create policy quality_machine_worker_read on feed_run for select to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX','PERF','QA_AUD','DPO','DCS']))
  or access.actor_kind() = 'machine' and exists (select 1 from feed f where f.id = feed_id and f.client_id = access.machine_of_feed()));
create policy desk_or_machine_begins on feed_run for insert to goldthread_app with check (asked_by = access.staff() and (select access.has_role(array['INDEX']))
  or access.actor_kind() = 'machine' and asked_by is null and exists (select 1 from feed f where f.id = feed_id and f.client_id = access.machine_of_feed()));
create policy desk_or_worker_changes on feed_run for update to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX'])));

grant select, insert, delete on feed_file_part to goldthread_app;
create policy desk_and_worker_read on feed_file_part for select to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX']))
  or access.actor_kind() = 'machine' and exists (select 1 from feed_file f where f.id = file_id));
create policy with_file on feed_file_part for insert to goldthread_app with check (not access.is_system() and exists (select 1 from feed_file f where f.id = file_id and (f.received_by = access.staff() or f.received_from = access.machine_of_feed())));
create policy worker_destroys on feed_file_part for delete to goldthread_app using (access.is_system());

grant select, insert, delete on feed_reject, feed_sample to goldthread_app;
create policy desk_machine_worker_read on feed_reject for select to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX']))
  or access.actor_kind() = 'machine' and exists (select 1 from feed f where f.id = feed_id and f.client_id = access.machine_of_feed()));
create policy worker_writes on feed_reject for insert to goldthread_app with check (access.is_system());
create policy worker_destroys on feed_reject for delete to goldthread_app using (access.is_system());
create policy desk_and_worker_read on feed_sample for select to goldthread_app using (access.is_system()
  or (select access.has_role(array['INDEX'])) and (person_id is null or person_id <> all((select access.people_hidden_from_me())::uuid[])));
create policy worker_writes on feed_sample for insert to goldthread_app with check (access.is_system());
create policy worker_destroys on feed_sample for delete to goldthread_app using (access.is_system());

grant select, insert, update on feed_run_field to goldthread_app;
create policy quality_and_worker_read on feed_run_field for select to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX','PERF','QA_AUD','DPO','DCS'])));
create policy worker_writes on feed_run_field for insert to goldthread_app with check (access.is_system());
create policy worker_changes on feed_run_field for update to goldthread_app using (access.is_system());

grant select on feed_subject to goldthread_app;
create policy with_person on feed_subject for select to goldthread_app using (exists (select 1 from person p where p.id = person_id));

grant select, insert on feed_decision to goldthread_app;
create policy desk_and_quality_read on feed_decision for select to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX','PERF','QA_AUD','DPO','DCS'])));
create policy desk_decides on feed_decision for insert to goldthread_app with check (made_by = access.staff() and (select access.has_role(array['INDEX'])));

-- Going live takes a second person: the one who asked cannot be the one who agrees, whichever door is used.
create function access.second_person_agrees() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.kind = 'go live' and not exists (select 1 from feed_decision d where d.feed_id = new.feed_id and d.kind = 'ask to go live' and d.made_by <> new.made_by
      and d.place > coalesce((select max(e.place) from feed_decision e where e.feed_id = new.feed_id and e.kind in ('go live','shadow')), 0)) then
    raise exception 'A second person agrees that a feed goes live' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
comment on function access.second_person_agrees() is 'Refuses (42501) that a feed goes live unless someone else asked for it first.';
revoke execute on function access.second_person_agrees() from public;
create trigger feed_decision_second_person before insert on feed_decision for each row execute function access.second_person_agrees();

-- What a feed tells about involvement is written past the writer's own sight: the worker knows nobody.
grant select on feed, feed_file, feed_run to goldthread_search;
grant select, insert, update on feed_subject to goldthread_search;
grant select, insert, update on feed_run_field to goldthread_search;
grant update (gone, known_before, gone_state) on feed_run to goldthread_search;
grant insert on involvement to goldthread_search;
grant update (ended_on, confirmed_at, person_id, consent_to_show, sensitive, practitioner_phone) on involvement to goldthread_search;
create policy search_reads on feed for select to goldthread_search using (true);
create policy search_reads on feed_file for select to goldthread_search using (true);
create policy search_reads on feed_run for select to goldthread_search using (true);
create policy search_counts on feed_run for update to goldthread_search using (true);
create policy search_reads on feed_subject for select to goldthread_search using (true);
create policy search_adds on feed_subject for insert to goldthread_search with check (true);
create policy search_renews on feed_subject for update to goldthread_search using (true);
create policy search_reads on feed_run_field for select to goldthread_search using (true);
create policy search_adds on feed_run_field for insert to goldthread_search with check (true);
create policy search_renews on feed_run_field for update to goldthread_search using (true);
create policy feeds_tell on involvement for insert to goldthread_search with check (feed_id is not null and opens = 'nothing');
create policy feeds_renew on involvement for update to goldthread_search using (feed_id is not null and opens = 'nothing');

create function search.refuse_unless_worker() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not access.is_system() then
    raise exception 'Only the worker writes what a feed tells' using errcode = 'insufficient_privilege';
  end if;
end $$;
comment on function search.refuse_unless_worker() is 'Refuses (42501) everybody but the worker.';

create function search.feed_tells(p_file uuid, p_rows jsonb, p_now timestamptz, p_today date) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_feed feed;
  v_row record;
  v_told feed_subject;
  v_is involvement;
  v_id uuid;
begin
  perform search.refuse_unless_worker();
  select f.* into v_feed from feed f join feed_file x on x.feed_id = f.id where x.id = p_file;
  for v_row in select * from jsonb_to_recordset(p_rows) as r("localId" text, "personId" uuid, "rowNumber" integer, "factsOn" date, role text, practitioner text, phone text, "startedOn" date, "endedOn" date, consent boolean) loop
    select * into v_told from feed_subject where local_id = v_row."localId" and feed_id = v_feed.id for update;
    v_id := null;
    if v_row.role is not null and v_row."personId" is not null then
      select * into v_is from involvement where id = v_told.involvement_id;
      if v_is.id is not null and v_is.ended_on is null and (v_is.role is distinct from v_row.role or v_is.practitioner_name is distinct from v_row.practitioner or v_is.person_id <> v_row."personId") then
        update involvement set ended_on = greatest(started_on, coalesce(v_row."startedOn", p_today)), confirmed_at = p_now where id = v_is.id;
        v_is := null;
      end if;
      if v_is.id is not null and (v_is.ended_on is null or v_is.ended_on = v_row."endedOn") and v_is.person_id = v_row."personId" and v_is.role = v_row.role then
        update involvement set confirmed_at = p_now, ended_on = case when v_row."endedOn" is not null then greatest(started_on, v_row."endedOn") end, practitioner_phone = v_row.phone, sensitive = v_feed.sensitive, consent_to_show = coalesce(v_row.consent, false) where id = v_is.id;
        v_id := v_is.id;
      else
        v_id := gen_random_uuid();
        insert into involvement (id, person_id, agency_id, practitioner_name, practitioner_phone, role, opens, sensitive, consent_to_show, started_on, ended_on, feed_id, source, confirmed_at, because_kind, because_id)
        values (v_id, v_row."personId", v_feed.agency_id, v_row.practitioner, v_row.phone, v_row.role, 'nothing', v_feed.sensitive, coalesce(v_row.consent, false), least(coalesce(v_row."startedOn", p_today), coalesce(v_row."endedOn", p_today)),
          v_row."endedOn", v_feed.id, v_feed.name, p_now, 'feed', v_feed.id);
      end if;
    elsif v_told.involvement_id is not null then
      v_id := v_told.involvement_id;
    end if;
    insert into feed_subject (local_id, feed_id, person_id, involvement_id, file_id, row_number, facts_on, received_at)
    values (v_row."localId", v_feed.id, v_row."personId", v_id, p_file, v_row."rowNumber", v_row."factsOn", p_now)
    on conflict (local_id, feed_id) do update set person_id = coalesce(excluded.person_id, feed_subject.person_id), involvement_id = excluded.involvement_id, file_id = excluded.file_id,
      row_number = excluded.row_number, facts_on = coalesce(excluded.facts_on, feed_subject.facts_on), received_at = excluded.received_at, gone_at = null;
    update source_key set gone_at = null where local_id = v_row."localId" and feed_id = v_feed.id and gone_at is not null;
  end loop;
end $$;
comment on function search.feed_tells(uuid, jsonb, timestamptz, date) is 'Writes what rows of a file tell about involvement: opens, confirms, ends, and follows a person whose record was moved. A row that was sent back still says that its identifier is not gone (personId null). The worker alone. Never opens a record to anyone.';

create function search.feed_named_in(p_file uuid, p_local_ids text[]) returns table (local_id text, row_number integer) language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  perform search.refuse_unless_worker();
  return query select s.local_id, s.row_number from feed_subject s join feed_file x on x.id = p_file and s.feed_id = x.feed_id where s.file_id = p_file and s.local_id = any(p_local_ids);
end $$;
comment on function search.feed_named_in(uuid, text[]) is 'Which of these local identifiers an earlier row of the same file named, and which row. The worker alone.';

create function search.feed_gone(p_run uuid) returns table (known integer, gone integer) language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_worker();
  return query select count(*)::integer, count(*) filter (where s.file_id <> r.file_id)::integer from feed_run r join feed_subject s on s.feed_id = r.feed_id and s.gone_at is null where r.id = p_run;
end $$;
comment on function search.feed_gone(uuid) is 'How many a feed names, and how many of them the run''s complete file does not. The worker alone.';

create function search.feed_let_go(p_run uuid, p_now timestamptz) returns integer language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_run feed_run;
  v_many integer;
begin
  if not (access.is_system() or access.has_role(array['INDEX'])) then
    raise exception 'Only the index desk lets people of a feed go' using errcode = 'insufficient_privilege';
  end if;
  select * into v_run from feed_run where id = p_run and kind = 'load' and state = 'finished' and gone_state is distinct from 'kept';
  update feed_subject set gone_at = p_now where feed_id = v_run.feed_id and gone_at is null and file_id <> v_run.file_id
    and received_at <= (select max(x.received_at) from feed_subject x where x.feed_id = v_run.feed_id and x.file_id = v_run.file_id);
  get diagnostics v_many = row_count;
  update source_key k set gone_at = p_now from feed_subject s where s.feed_id = v_run.feed_id and s.gone_at = p_now and k.local_id = s.local_id and k.feed_id = s.feed_id;
  update feed_run set gone_state = 'let go' where id = v_run.id;
  return v_many;
end $$;
comment on function search.feed_let_go(uuid, timestamptz) is 'Marks those gone whom a complete file no longer names, except who came in a later file; their involvement ends after the feed''s days of grace. The worker, or someone of the index desk who looked.';

create function search.feed_end_gone(p_now timestamptz, p_limit integer) returns integer language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_many integer;
begin
  perform search.refuse_unless_worker();
  update involvement i set ended_on = greatest(i.started_on, (s.gone_at at time zone 'Europe/London')::date), confirmed_at = p_now
    from (select s.involvement_id, s.gone_at from feed_subject s join feed f on f.id = s.feed_id join involvement j on j.id = s.involvement_id and j.ended_on is null
           where s.gone_at is not null and s.gone_at + make_interval(days => f.grace_days) <= p_now limit p_limit) s
   where i.id = s.involvement_id;
  get diagnostics v_many = row_count;
  return v_many;
end $$;
comment on function search.feed_end_gone(timestamptz, integer) is 'Ends the involvement of those gone for longer than their feed''s days of grace, from the day they were gone. The worker alone.';

create function search.feed_agreement(p_run uuid) returns table (field text, agreed integer, differed integer) language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  perform search.refuse_unless_worker();
  return query select e ->> 'field', count(*) filter (where (e ->> 'againstUnrelated')::float8 > 0)::integer, count(*) filter (where (e ->> 'againstUnrelated')::float8 < 0)::integer
    from feed_run r join source_record s on s.file_id = r.file_id
    join assertion a on a.source_record_id = s.id and a.kind = 'link' and not a.is_manual and a.evidence is not null
    join person p on p.id = a.person_id and p.shield <> 'hidden'
    cross join lateral jsonb_array_elements(a.evidence -> 'factors') e
   where r.id = p_run group by 1;
end $$;
comment on function search.feed_agreement(uuid) is 'Of the rows of a run that were linked by the matcher: how often each field agreed and differed with what was known. Nobody hidden is counted. The worker alone.';

alter function search.refuse_unless_worker() owner to goldthread_search;
alter function search.feed_tells(uuid, jsonb, timestamptz, date) owner to goldthread_search;
alter function search.feed_named_in(uuid, text[]) owner to goldthread_search;
alter function search.feed_gone(uuid) owner to goldthread_search;
alter function search.feed_let_go(uuid, timestamptz) owner to goldthread_search;
alter function search.feed_end_gone(timestamptz, integer) owner to goldthread_search;
alter function search.feed_agreement(uuid) owner to goldthread_search;
revoke execute on function search.refuse_unless_worker(), search.feed_tells(uuid, jsonb, timestamptz, date), search.feed_named_in(uuid, text[]), search.feed_gone(uuid), search.feed_let_go(uuid, timestamptz),
  search.feed_end_gone(timestamptz, integer), search.feed_agreement(uuid) from public;
grant execute on function search.feed_tells(uuid, jsonb, timestamptz, date), search.feed_named_in(uuid, text[]), search.feed_gone(uuid), search.feed_let_go(uuid, timestamptz),
  search.feed_end_gone(timestamptz, integer), search.feed_agreement(uuid) to goldthread_app;
