-- The review desk: readings of questions, second readers who do not see the first, requests to agencies, decisions as labels, samples and figures.

-- Whose question is it? The index desk answers none about anyone shielded, the shield desk only those; nobody one about a restricted person
-- without leave, or in conflict. These lists are short and worked out once a statement.
create function access.people_under_shield() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(id), '{}') from person where shield <> 'none'
$$;
comment on function access.people_under_shield() is 'Everyone shielded in any way, so that questions about them go to the shield desk alone. A list that policies subtract.';
create function access.people_restricted_from_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(id), '{}') from person where restricted and id <> all((select access.people_opened_to_me())::uuid[])
$$;
comment on function access.people_restricted_from_me() is 'Restricted people the person asking has no leave for. A list that policies subtract.';

alter table link_question add column agency_id uuid;
comment on column link_question.agency_id is 'Agency whose record raised it, so that the queue can be narrowed; null for two people of the index';
alter table link_question add column waits_for text not null default 'reader';
alter table link_question add constraint link_question_waits_known check (waits_for in ('reader','second reader','third reader','agency'));
comment on column link_question.waits_for is 'reader, second reader, third reader (whoever leads the desk, when two disagree), agency (asked to check a fact)';
alter table link_question drop constraint link_question_two_people;
alter table link_question add constraint link_question_two_people check (kind = 'apart' or person_id <> other_person_id);
create index link_question_id_ix on link_question (id);

drop policy right_to_both on link_question;
drop policy right_to_both_changes on link_question;
create policy right_to_both on link_question for select to goldthread_app using (
  person_id <> all((select access.people_closed_to_me())::uuid[]) and other_person_id <> all((select access.people_closed_to_me())::uuid[])
  and person_id <> all((select access.people_restricted_from_me())::uuid[]) and other_person_id <> all((select access.people_restricted_from_me())::uuid[])
  and case when harm = 'shielded' or person_id = any((select access.people_under_shield())::uuid[]) or other_person_id = any((select access.people_under_shield())::uuid[])
    then (select access.in_team_for(array['shield-desk'])) else (select access.in_team_for(array['index-desk'])) end);
create policy right_to_both_changes on link_question for update to goldthread_app using (
  person_id <> all((select access.people_closed_to_me())::uuid[]) and other_person_id <> all((select access.people_closed_to_me())::uuid[])
  and person_id <> all((select access.people_restricted_from_me())::uuid[]) and other_person_id <> all((select access.people_restricted_from_me())::uuid[])
  and case when harm = 'shielded' or person_id = any((select access.people_under_shield())::uuid[]) or other_person_id = any((select access.people_under_shield())::uuid[])
    then (select access.in_team_for(array['shield-desk'])) else (select access.in_team_for(array['index-desk'])) end);

create table link_reading (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  question_id uuid not null,
  reader_id uuid not null,
  answer text not null,
  reason text,
  asks_for text,
  as_third boolean not null default false,
  reader_leads boolean not null default false,
  read_at timestamptz not null default now(),
  carried_person_id uuid,
  carried_place integer,
  taken_back_at timestamptz,
  set_aside_at timestamptz,
  constraint link_reading_pk primary key (person_id, id),
  constraint link_reading_question_fk foreign key (person_id, question_id) references link_question (person_id, id) on update cascade,
  constraint link_reading_answer_known check (answer in ('same person','not the same person','not sure')),
  constraint link_reading_asks_known check (asks_for in ('queue','second reader','agency')),
  constraint link_reading_asks_when_unsure check ((answer = 'not sure') = (asks_for is not null))
);
alter table link_reading enable row level security;
alter table link_reading force row level security;
comment on table link_reading is 'One person''s answer to a question. Where two must agree, nobody sees another''s answer before giving their own.';
comment on column link_reading.person_id is 'The question''s person (distribution key)';
comment on column link_reading.id is 'Opaque id';
comment on column link_reading.question_id is 'Question that was read';
comment on column link_reading.reader_id is 'Who read it';
comment on column link_reading.answer is 'same person, not the same person, not sure';
comment on column link_reading.reason is 'Why, in their words; needed for twins and for anyone shielded';
comment on column link_reading.asks_for is 'What a reader who is not sure asks for: queue, second reader, agency';
comment on column link_reading.as_third is 'True when read after two disagreed: this answer settles it';
comment on column link_reading.reader_leads is 'True when the reader led the desk at the time';
comment on column link_reading.read_at is 'When';
comment on column link_reading.carried_person_id is 'Under whom stands what was asserted when this answer was carried out; null when it was not';
comment on column link_reading.carried_place is 'Its place among that person''''s assertions';
comment on column link_reading.taken_back_at is 'When the reader took it back; null while it stands';
comment on column link_reading.set_aside_at is 'When it stopped counting: an agency answered, or the reader looks again; null while it counts';
create unique index link_reading_once_ux on link_reading (person_id, question_id, reader_id) where taken_back_at is null and set_aside_at is null;
create index link_reading_question_ix on link_reading (question_id);
create index link_reading_reader_ix on link_reading (reader_id, read_at desc);

create table link_request (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  question_id uuid not null,
  agency_id uuid not null,
  checks text[] not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  due_on date not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  constraint link_request_pk primary key (person_id, id),
  constraint link_request_question_fk foreign key (person_id, question_id) references link_question (person_id, id) on update cascade,
  constraint link_request_agency_fk foreign key (agency_id) references agency (id),
  constraint link_request_something check (cardinality(checks) > 0),
  constraint link_request_answer_whole check ((answer is null) = (answered_at is null))
);
alter table link_request enable row level security;
alter table link_request force row level security;
comment on table link_request is 'What the agency whose record it is was asked to check. A task, never a message: nothing about anyone is sent.';
comment on column link_request.person_id is 'The question''s person (distribution key)';
comment on column link_request.id is 'Opaque id';
comment on column link_request.question_id is 'Question that waits for it';
comment on column link_request.agency_id is 'Agency asked';
comment on column link_request.checks is 'What to check: date of birth, spelling of the name, address, NHS number, UPN, mother''''s name, twin';
comment on column link_request.asked_by is 'Who asked';
comment on column link_request.asked_at is 'When';
comment on column link_request.due_on is 'Day by which an answer is looked for';
comment on column link_request.answer is 'What they said, as noted at the desk; null until then';
comment on column link_request.answered_at is 'When it was noted';
comment on column link_request.answered_by is 'Who noted it';
create index link_request_question_ix on link_request (question_id);

create table link_label (
  id uuid not null default gen_random_uuid(),
  question_id uuid not null,
  kind text not null,
  harm text not null,
  features jsonb not null,
  score real not null,
  margin real,
  decision text not null,
  readers uuid[] not null,
  model_version text not null,
  sampled boolean not null default false,
  decided_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  constraint link_label_pk primary key (id),
  constraint link_label_decision_known check (decision in ('same person','not the same person'))
);
alter table link_label enable row level security;
alter table link_label force row level security;
comment on table link_label is 'A decision as a label: what the factors said, without a name, and what people decided. For measuring the matcher; no machine changes a link by it.';
comment on column link_label.id is 'Opaque id';
comment on column link_label.question_id is 'Question that was decided';
comment on column link_label.kind is 'Kind of the question';
comment on column link_label.harm is 'ordinary, twins, safeguarding, shielded';
comment on column link_label.features is 'Field and weights of each factor, rounded to a tenth; never words, names or dates';
comment on column link_label.score is 'The matcher''s log odds of the same person';
comment on column link_label.margin is 'How far before the runner-up; null when there is none';
comment on column link_label.decision is 'same person, not the same person';
comment on column link_label.readers is 'Who read it';
comment on column link_label.model_version is 'Matcher''s model that asked';
comment on column link_label.sampled is 'Drawn at random for measuring, and so fit for estimating precision';
comment on column link_label.decided_at is 'When';
comment on column link_label.withdrawn_at is 'When the decision was taken back; null while it stands';
create index link_label_question_ix on link_label (question_id);

create table sample_draw (
  id uuid not null default gen_random_uuid(),
  drawn_on date not null,
  stratum text not null,
  population integer not null,
  drawn integer not null,
  model_version text not null,
  drawn_at timestamptz not null default now(),
  constraint sample_draw_pk primary key (id),
  constraint sample_draw_once_uq unique (drawn_on, stratum),
  constraint sample_draw_stratum_known check (stratum in ('nearest the line','middle','far over the line','near miss'))
);
alter table sample_draw enable row level security;
alter table sample_draw force row level security;
comment on table sample_draw is 'A month''s random draw from one stratum, for reading blind at the review desk.';
comment on column sample_draw.id is 'Opaque id';
comment on column sample_draw.drawn_on is 'First day of the month it was drawn for';
comment on column sample_draw.stratum is 'nearest the line, middle, far over the line, near miss';
comment on column sample_draw.population is 'How many there were to draw from, nobody shielded or restricted among them';
comment on column sample_draw.drawn is 'How many were drawn';
comment on column sample_draw.model_version is 'Matcher''s model at the draw';
comment on column sample_draw.drawn_at is 'When';

create table link_sample (
  question_id uuid not null,
  draw_id uuid not null,
  read_as text,
  read_at timestamptz,
  constraint link_sample_pk primary key (question_id),
  constraint link_sample_draw_fk foreign key (draw_id) references sample_draw (id),
  constraint link_sample_read_known check (read_as in ('same person','not the same person'))
);
alter table link_sample enable row level security;
alter table link_sample force row level security;
comment on table link_sample is 'A question that was drawn at random. Readers are not told: a row is readable only once it has been read.';
comment on column link_sample.question_id is 'The question';
comment on column link_sample.draw_id is 'Draw it belongs to';
comment on column link_sample.read_as is 'same person, not the same person; null until read';
comment on column link_sample.read_at is 'When; null until read';
create index link_sample_draw_ix on link_sample (draw_id);

create table quality_run (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  asked_at timestamptz not null default now(),
  asked_by uuid,
  state text not null default 'waiting',
  step text,
  done integer not null default 0,
  total integer not null default 0,
  model_version text,
  finished_at timestamptz,
  note text,
  constraint quality_run_pk primary key (id),
  constraint quality_run_kind_known check (kind in ('silver truth','implausible lives')),
  constraint quality_run_state_known check (state in ('waiting','running','stopped','done','failed'))
);
alter table quality_run enable row level security;
alter table quality_run force row level security;
comment on table quality_run is 'One measurement of the index: asked for, under way, stopped, done. It works in steps, each committed, so that it can be stopped and gone on with.';
comment on column quality_run.id is 'Opaque id';
comment on column quality_run.kind is 'silver truth, implausible lives';
comment on column quality_run.asked_at is 'When';
comment on column quality_run.asked_by is 'Who; null for the schedule';
comment on column quality_run.state is 'waiting, running, stopped, done, failed';
comment on column quality_run.step is 'What it is doing, in words';
comment on column quality_run.done is 'Steps done';
comment on column quality_run.total is 'Steps in all; 0 until known';
comment on column quality_run.model_version is 'Matcher''s model that was measured';
comment on column quality_run.finished_at is 'When; null until done';
comment on column quality_run.note is 'Why it failed or stopped, in words';

create table quality_figure (
  run_id uuid not null,
  measure text not null,
  part text not null,
  numerator integer not null,
  denominator integer not null,
  constraint quality_figure_pk primary key (run_id, measure, part),
  constraint quality_figure_run_fk foreign key (run_id) references quality_run (id),
  constraint quality_figure_within check (numerator >= 0 and denominator >= 0)
);
alter table quality_figure enable row level security;
alter table quality_figure force row level security;
comment on table quality_figure is 'Figures of a measurement: counts by measure and group, never people.';
comment on column quality_figure.run_id is 'Measurement';
comment on column quality_figure.measure is 'pairs found, pairs right, recall by community, implausible';
comment on column quality_figure.part is 'Group or kind; all for the whole';
comment on column quality_figure.numerator is 'How many';
comment on column quality_figure.denominator is 'Of how many';

create table implausible_life (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  other_person_id uuid,
  facts text[] not null default '{}',
  found_on date not null,
  run_id uuid not null,
  gone_on date,
  question_id uuid,
  constraint implausible_life_pk primary key (person_id, id),
  constraint implausible_life_person_fk foreign key (person_id) references person (id),
  constraint implausible_life_kind_known check (kind in ('two schools','one number on two people','two births','twins share a number','died but active','seen before birth'))
);
alter table implausible_life enable row level security;
alter table implausible_life force row level security;
comment on table implausible_life is 'Something said of a person that no life contains: a sign that two records were joined wrongly, or that one stands twice.';
comment on column implausible_life.person_id is 'Whose life (distribution key)';
comment on column implausible_life.id is 'Opaque id';
comment on column implausible_life.kind is 'two schools, one number on two people, two births, twins share a number, died but active, seen before birth';
comment on column implausible_life.other_person_id is 'The other person, where it takes two';
comment on column implausible_life.facts is 'Dates and agencies that do not go together, in words without names';
comment on column implausible_life.found_on is 'Day it was first found';
comment on column implausible_life.run_id is 'Measurement that found it last';
comment on column implausible_life.gone_on is 'Day it was no longer found; null while it stands';
comment on column implausible_life.question_id is 'Question raised about it; null when none';
create unique index implausible_life_once_ux on implausible_life (person_id, kind, coalesce(other_person_id, person_id)) where gone_on is null;

-- Which questions the person asking has read and still waits on: then they may see what others answered.
grant select on link_reading to goldthread_access;
create policy access_reads on link_reading for select to goldthread_access using (true);
create function access.questions_i_have_read() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct question_id), '{}') from link_reading where reader_id = access.staff() and taken_back_at is null and set_aside_at is null
    and read_at > now() - interval '90 days'
$$;
comment on function access.questions_i_have_read() is 'Questions the person asking has answered in the last 90 days: only they may see what another answered before it is settled.';

create function access.leads_desk() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from membership m join team t on t.id = m.team_id and t.purpose in ('index-desk','shield-desk') join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
    where m.staff_id = access.staff() and m.role = 'TM' and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
      and (access.session_agencies() is null or m.agency_id = any(access.session_agencies())))
$$;
comment on function access.leads_desk() is 'Whether the person asking leads the index desk or the shield desk: team manager of such a team.';

do $$
declare
  f text;
begin
  foreach f in array array['leads_desk', 'people_under_shield', 'people_restricted_from_me', 'questions_i_have_read'] loop
    execute format('alter function access.%I() owner to goldthread_access', f);
    execute format('revoke execute on function access.%I() from public', f);
    execute format('grant execute on function access.%I() to goldthread_app, goldthread_search', f);
  end loop;
end $$;

grant select, insert on link_reading to goldthread_app;
grant update (taken_back_at, set_aside_at, carried_person_id, carried_place) on link_reading to goldthread_app;
create policy own_or_read on link_reading for select to goldthread_app using (
  exists (select 1 from link_question q where q.person_id = link_reading.person_id and q.id = link_reading.question_id
    and (link_reading.reader_id = access.staff() or q.settled_at is not null or not q.needs_second_reader or q.id = any((select access.questions_i_have_read())::uuid[]))));
create policy own on link_reading for insert to goldthread_app with check (
  reader_id = access.staff() and (not reader_leads or (select access.leads_desk())) and exists (select 1 from link_question q where q.person_id = link_reading.person_id and q.id = link_reading.question_id and q.held_by = access.staff()));
create policy own_changes on link_reading for update to goldthread_app using (reader_id = access.staff());
grant select, insert on link_request to goldthread_app;
grant update (answer, answered_at, answered_by) on link_request to goldthread_app;
create policy with_question on link_request for select to goldthread_app using (
  exists (select 1 from link_question q where q.person_id = link_request.person_id and q.id = link_request.question_id));
create policy with_question_asks on link_request for insert to goldthread_app with check (
  asked_by = access.staff() and exists (select 1 from link_question q where q.person_id = link_request.person_id and q.id = link_request.question_id));
create policy with_question_notes on link_request for update to goldthread_app using (
  exists (select 1 from link_question q where q.person_id = link_request.person_id and q.id = link_request.question_id));

grant select, insert on link_label to goldthread_app;
grant update (withdrawn_at) on link_label to goldthread_app;
create policy quality_reads on link_label for select to goldthread_app using (
  case when harm = 'shielded' then (select access.in_team_for(array['shield-desk'])) else (select access.has_role(array['INDEX','PERF','QA_AUD','DPO','DCS'])) end);
create policy desk_writes on link_label for insert to goldthread_app with check (
  (select access.in_team_for(array['index-desk','shield-desk'])) and access.staff() = any(readers));
create policy desk_withdraws on link_label for update to goldthread_app using (access.staff() = any(readers));
grant select on sample_draw, link_sample to goldthread_app;
create policy quality_reads on sample_draw for select to goldthread_app using ((select access.has_role(array['INDEX','PERF','QA_AUD','DPO','DCS'])));
create policy quality_reads_once_read on link_sample for select to goldthread_app using (read_as is not null and (select access.has_role(array['INDEX','PERF','QA_AUD','DPO','DCS'])));
grant select, insert, update on quality_run to goldthread_app;
grant select, insert, delete on quality_figure to goldthread_app;
grant update (numerator, denominator) on quality_figure to goldthread_app;
create policy quality_reads on quality_run for select to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX','PERF','QA_AUD','DPO','DCS'])));
create policy index_desk_asks on quality_run for insert to goldthread_app with check (access.is_system() or (asked_by = access.staff() and (select access.has_role(array['INDEX']))));
create policy index_desk_stops on quality_run for update to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX'])));
create policy quality_reads on quality_figure for select to goldthread_app using (access.is_system() or (select access.has_role(array['INDEX','PERF','QA_AUD','DPO','DCS'])));
create policy measured on quality_figure for insert to goldthread_app with check (access.is_system());
create policy measured_on on quality_figure for update to goldthread_app using (access.is_system());
create policy measured_again on quality_figure for delete to goldthread_app using (access.is_system());
grant select on implausible_life to goldthread_app;
create policy right_to_both on implausible_life for select to goldthread_app using (
  (select access.in_team_for(array['index-desk']))
  and person_id <> all((select access.people_closed_to_me())::uuid[]) and person_id <> all((select access.people_restricted_from_me())::uuid[]) and person_id <> all((select access.people_under_shield())::uuid[])
  and (other_person_id is null or (other_person_id <> all((select access.people_closed_to_me())::uuid[]) and other_person_id <> all((select access.people_restricted_from_me())::uuid[])
    and other_person_id <> all((select access.people_under_shield())::uuid[]))));

-- What the search role keeps.
grant select, insert on sample_draw, link_sample to goldthread_search;
grant select on link_reading, link_label, quality_run to goldthread_search;
grant update (read_as, read_at) on link_sample to goldthread_search;
grant update (set_aside_at) on link_reading to goldthread_search;
grant update (person_id, other_person_id) on link_question to goldthread_search;
grant select, insert on implausible_life to goldthread_search;
grant update (run_id, gone_on, question_id) on implausible_life to goldthread_search;
create policy search_reads on sample_draw for select to goldthread_search using (true);
create policy search_draws on sample_draw for insert to goldthread_search with check (true);
create policy search_reads on link_sample for select to goldthread_search using (true);
create policy search_draws on link_sample for insert to goldthread_search with check (read_as is null);
create policy search_marks on link_sample for update to goldthread_search using (true);
create policy search_reads on link_reading for select to goldthread_search using (true);
create policy search_sets_aside on link_reading for update to goldthread_search using (true);
create policy search_reads on link_label for select to goldthread_search using (true);
create policy search_reads on quality_run for select to goldthread_search using (true);
create policy search_reads on implausible_life for select to goldthread_search using (true);
create policy search_finds on implausible_life for insert to goldthread_search with check (true);
create policy search_renews on implausible_life for update to goldthread_search using (true);

create function search.refuse_unless_desk() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not (access.is_system() or access.in_team_for(array['index-desk','shield-desk'])) then
    raise exception 'Questions are raised by the worker and the desks alone' using errcode = 'insufficient_privilege';
  end if;
end $$;

create function search.raise_question(p jsonb) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_one uuid := (p ->> 'personId')::uuid;
  v_other uuid := (p ->> 'otherPersonId')::uuid;
  v_shielded boolean;
  v_id uuid;
begin
  perform search.refuse_unless_desk();
  if not access.is_system() and (v_one = any(access.people_hidden_from_me()) or v_other = any(access.people_hidden_from_me())) then
    raise exception 'No such person' using errcode = 'no_data_found';
  end if;
  v_shielded := exists (select 1 from person where id in (v_one, v_other) and shield <> 'none');
  select id into v_id from link_question where settled_at is null and (person_id, other_person_id) in ((v_one, v_other), (v_other, v_one))
    and source_record_id is not distinct from (p ->> 'recordId')::uuid limit 1;
  if v_id is not null then
    return v_id;
  end if;
  insert into link_question (person_id, kind, other_person_id, source_record_id, model_version, score, margin, evidence, because, worth, harm, needs_second_reader)
  values (v_one, p ->> 'kind', v_other, (p ->> 'recordId')::uuid, p ->> 'model', (p ->> 'score')::real, (p ->> 'margin')::real, p -> 'evidence', p ->> 'because', coalesce((p ->> 'worth')::real, random()::real),
    case when v_shielded then 'shielded' else p ->> 'harm' end, v_shielded or (p ->> 'harm') in ('twins', 'shielded'))
  returning id into v_id;
  if p ->> 'drawId' is not null then
    insert into link_sample (question_id, draw_id) values (v_id, (p ->> 'drawId')::uuid);
  end if;
  if p ->> 'lifeId' is not null then
    update implausible_life set question_id = v_id where id = (p ->> 'lifeId')::uuid and person_id = v_one;
  end if;
  return v_id;
end $$;
comment on function search.raise_question(jsonb) is 'Asks a question of the review desk, once while it is open: for the worker and the desks. Anyone shielded makes it the shield desk''s.';

-- Agency of a question, from the record that raised it, whoever raises it.
create function search.name_agency_of_question() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.agency_id is null and new.source_record_id is not null then
    select s.agency_id into new.agency_id from source_record s where s.id = new.source_record_id;
  end if;
  return new;
end $$;
create trigger link_question_agency before insert on link_question for each row execute function search.name_agency_of_question();

create function search.mark_sample(p_question uuid, p_answer text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_found boolean;
begin
  if not exists (select 1 from link_reading where question_id = p_question and reader_id = access.staff()) then
    return false;
  end if;
  update link_sample set read_as = p_answer, read_at = case when p_answer is null then null else now() end where question_id = p_question returning true into v_found;
  return coalesce(v_found, false);
end $$;
comment on function search.mark_sample(uuid, text) is 'Notes how a question drawn at random was read, by one of its readers; null when the answer is taken back. Answers whether it was drawn.';

create function search.count_answers(p_question uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_desk();
  return (select coalesce(jsonb_agg(jsonb_build_object('answer', answer, 'readerId', reader_id, 'asThird', as_third) order by read_at, as_third, reader_id = access.staff(), id), '[]') from link_reading
    where question_id = p_question and taken_back_at is null and set_aside_at is null
      and exists (select 1 from link_reading mine where mine.question_id = p_question and mine.reader_id = access.staff() and mine.taken_back_at is null and mine.set_aside_at is null));
end $$;
comment on function search.count_answers(uuid) is 'All answers that count, for whoever has just given theirs.';

create function search.may_read_question(p_question uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return not exists (select 1 from link_reading r join link_question q on q.person_id = r.person_id and q.id = r.question_id
    where r.question_id = p_question and r.reader_id = access.staff() and r.taken_back_at is null and r.set_aside_at is null
      and (q.needs_second_reader or r.read_at > now() - interval '20 hours'))
    and not exists (select 1 from link_question q where q.id = p_question and (q.waits_for = 'agency' or q.waits_for = 'third reader' and not access.leads_desk()
      and not exists (select 1 from link_reading r where r.question_id = q.id and r.reader_leads and r.taken_back_at is null and r.set_aside_at is null)));
end $$;
comment on function search.may_read_question(uuid) is 'Whether the person asking may read it: never twice where two must agree; an ordinary question they were not sure of comes back to them the next day; a third reading is for whoever leads the desk, unless they have read it already.';

create function search.start_afresh(p_question uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_desk();
  update link_reading r set set_aside_at = now() from link_question q
   where r.question_id = p_question and q.person_id = r.person_id and q.id = r.question_id and q.settled_at is null and r.taken_back_at is null and r.set_aside_at is null;
end $$;
comment on function search.start_afresh(uuid) is 'Sets earlier answers of an open question aside, for the agency has told something new.';

create function search.questions_follow(p_gone uuid, p_kept uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_desk();
  update link_question set settled_at = now(), settled_as = 'withdrawn' where settled_at is null and kind <> 'apart' and (person_id, other_person_id) in ((p_gone, p_kept), (p_kept, p_gone));
  update link_question set other_person_id = p_kept where settled_at is null and other_person_id = p_gone;
  update link_question set person_id = p_kept where settled_at is null and person_id = p_gone;
end $$;
comment on function search.questions_follow(uuid, uuid) is 'After two people became one: open questions about the other are asked about the one that was kept.';

-- For the worker alone: what is measured.
create function search.refuse_unless_measuring() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not access.is_system() then
    raise exception 'For the worker alone' using errcode = 'insufficient_privilege';
  end if;
end $$;

create function search.silver_years() returns integer[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_measuring();
  return (select coalesce(array_agg(distinct extract(year from p.date_of_birth)::integer order by extract(year from p.date_of_birth)::integer), '{}')
    from source_record s join person p on p.id = s.person_id where s.replaced_by is null and (s.nhs_number is not null or s.upn is not null) and p.date_of_birth is not null
      and p.shield = 'none' and not p.restricted);
end $$;
comment on function search.silver_years() is 'Years of birth of people whose records bear a number, so that a measurement can go year by year. The worker alone.';

create function search.silver_records(p_year integer) returns table (id uuid, year integer, agency_id uuid, given_name text, middle_name text, family_name text, sex text, date_of_birth date,
  line1 text, town text, postcode text, phone text, email text, nhs_number text, upn text, ethnicity text) language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  perform search.refuse_unless_measuring();
  return query select s.id, extract(year from p.date_of_birth)::integer, s.agency_id, s.given_name, s.middle_name, s.family_name, s.sex, s.date_of_birth, s.line1, s.town, s.postcode, s.phone, s.email,
      s.nhs_number, s.upn, p.ethnicity
    from source_record s join person p on p.id = s.person_id
   where s.replaced_by is null and s.expected_on is null and (s.nhs_number is not null or s.upn is not null) and p.shield = 'none' and not p.restricted
     and p.date_of_birth >= make_date(p_year, 1, 1) and p.date_of_birth < make_date(p_year + 3, 1, 1)
   order by s.id;
end $$;
comment on function search.silver_records(integer) is 'Source records that bear a number, of people born in a year or the two after, for measuring the matcher with the numbers hidden from it. Nobody shielded or restricted. The worker alone.';

create function search.links_to_sample(p_most integer) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_answer jsonb;
begin
  perform search.refuse_unless_measuring();
  with link as (
    select a.person_id, a.source_record_id, a.model_version, a.why, a.evidence, (a.evidence ->> 'score')::real as score,
           percent_rank() over (order by (a.evidence ->> 'score')::real) as place
      from assertion a join person p on p.id = a.person_id and p.shield = 'none' and not p.restricted and p.became_id is null
      join source_record s on s.id = a.source_record_id and s.person_id = a.person_id and s.replaced_by is null
     where a.kind = 'link' and not a.is_manual and a.evidence ? 'factors'
       and not exists (select 1 from assertion t where t.person_id = a.person_id and t.retracts = a.place)
       and exists (select 1 from source_record o where o.person_id = a.person_id and o.id <> s.id)
       and not exists (select 1 from link_question q where q.source_record_id = a.source_record_id and q.kind = 'apart')
  ), placed as (
    select l.*, case when place < 0.2 then 'nearest the line' when place < 0.6 then 'middle' else 'far over the line' end as stratum from link l
  ), drawn as (
    select p.*, row_number() over (partition by stratum order by random()) as at, count(*) over (partition by stratum) as population from placed p
  )
  select coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'otherPersonId', person_id, 'recordId', source_record_id, 'model', model_version, 'because', why, 'evidence', evidence,
    'score', score, 'stratum', stratum, 'population', population)), '[]') into v_answer from drawn where at <= p_most;
  return v_answer;
end $$;
comment on function search.links_to_sample(integer) is 'A random draw of live automatic links in three strata by how far over the line they were, with how many there were. The worker alone.';

create function search.misses_to_sample(p_most integer) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_answer jsonb;
begin
  perform search.refuse_unless_measuring();
  with near as (
    select a.id as one, b.id as other from person a
      join person b on b.date_of_birth = a.date_of_birth and b.id > a.id and lower(b.family_name) = lower(a.family_name) and left(lower(b.given_name), 1) = left(lower(a.given_name), 1)
     where a.shield = 'none' and b.shield = 'none' and not a.restricted and not b.restricted and a.became_id is null and b.became_id is null
       and not exists (select 1 from certainly_not c where c.person_a = least(a.id, b.id) and c.person_b = greatest(a.id, b.id))
       and not exists (select 1 from link_question q where q.person_id in (a.id, b.id) and q.other_person_id in (a.id, b.id))
  ), drawn as (
    select n.*, count(*) over () as population from near n
  ), few as (
    select * from drawn order by random() limit p_most
  )
  select coalesce(jsonb_agg(jsonb_build_object('personId', one, 'otherPersonId', other, 'population', population, 'one', search.facts_to_compare(one), 'other', search.facts_to_compare(other))), '[]')
    into v_answer from few;
  return v_answer;
end $$;
comment on function search.misses_to_sample(integer) is 'A random draw of pairs that share a date of birth, a family name and a first letter and were left apart. The worker alone.';

create function search.facts_to_compare(p_person uuid) returns jsonb language sql stable security definer set search_path = pg_catalog, public as $$
  select jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'sex', p.sex, 'dateOfBirth', p.date_of_birth,
    'addressLine', a.line1, 'town', a.town, 'postcode', a.postcode,
    'phone', (select c.value from person_contact_point c where c.person_id = p.id and c.kind = 'phone' and c.valid_to is null limit 1),
    'nhsNumber', (select i.value from identifier i where i.person_id = p.id and i.kind = 'nhs-number' and i.valid_to is null limit 1),
    'upn', (select i.value from identifier i where i.person_id = p.id and i.kind = 'upn' and i.valid_to is null limit 1),
    'twin', search.has_twin(p.id, p.date_of_birth, '{}', '{}'))
    from person p left join lateral (select * from person_address a where a.person_id = p.id and not a.shielded order by a.valid_to desc nulls first limit 1) a on true
   where p.id = p_person and (access.is_system() or (access.in_team_for(array['index-desk','shield-desk']) and p.id <> all(access.people_closed_to_me())
     and (not p.restricted or p.id = any(access.people_opened_to_me())) and (p.shield = 'none' or access.in_team_for(array['shield-desk']))))
$$;
comment on function search.facts_to_compare(uuid) is 'What the matcher compares of one person: for the worker, and for a desk that may know them.';

create function search.links_to_reweigh(p_version text, p_after uuid, p_most integer) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  v_answer jsonb;
begin
  perform search.refuse_unless_measuring();
  with link as (
    select a.person_id, a.source_record_id from assertion a join source_record s on s.id = a.source_record_id and s.person_id = a.person_id and s.replaced_by is null
      join person p on p.id = a.person_id and p.became_id is null and p.shield = 'none' and not p.restricted
     where a.kind = 'link' and not a.is_manual and a.model_version <> p_version and a.source_record_id > p_after
       and not exists (select 1 from assertion t where t.person_id = a.person_id and t.retracts = a.place)
       and not exists (select 1 from link_question q where q.source_record_id = a.source_record_id and q.settled_as = 'same person')
     order by a.source_record_id limit p_most
  )
  select coalesce(jsonb_agg(jsonb_build_object('personId', l.person_id, 'recordId', l.source_record_id, 'person', search.facts_to_compare(l.person_id),
    'records', (select jsonb_agg(jsonb_build_object('id', s.id, 'givenName', s.given_name, 'middleName', s.middle_name, 'familyName', s.family_name, 'sex', s.sex, 'dateOfBirth', s.date_of_birth,
      'addressLine', s.line1, 'town', s.town, 'postcode', s.postcode, 'phone', s.phone, 'email', s.email, 'nhsNumber', s.nhs_number, 'upn', s.upn))
      from source_record s where s.person_id = l.person_id and s.replaced_by is null)) order by l.source_record_id), '[]') into v_answer from link l;
  return v_answer;
end $$;
comment on function search.links_to_reweigh(text, uuid, integer) is 'Live automatic links of an earlier model, in the order of their records, with what is compared; none that a person confirmed, nobody shielded or restricted. The worker alone.';

create function search.draw_sample(p_on date, p_stratum text, p_population integer, p_drawn integer, p_model text) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_id uuid;
begin
  perform search.refuse_unless_measuring();
  insert into sample_draw (drawn_on, stratum, population, drawn, model_version) values (p_on, p_stratum, p_population, p_drawn, p_model) on conflict do nothing returning id into v_id;
  return v_id;
end $$;
comment on function search.draw_sample(date, text, integer, integer, text) is 'Begins a month''s draw from one stratum; null when that month''s was drawn before. The worker alone.';

create function search.find_implausible(p_run uuid, p_today date) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_answer jsonb;
begin
  perform search.refuse_unless_measuring();
  with found as (
    select 'two schools' as kind, i.person_id, null::uuid as other_person_id, array_agg(a.name || ' since ' || to_char(i.started_on, 'FMDD FMMonth YYYY') order by i.started_on) as facts
      from involvement i join agency a on a.id = i.agency_id and a.agency_type = 'SCHOOL' where i.ended_on is null and i.role ilike '%school%' group by i.person_id having count(distinct i.agency_id) > 1
    union all
    select case when p.date_of_birth = q.date_of_birth and exists (select 1 from family_member m join family_member n on n.family_id = m.family_id and n.person_id = q.id where m.person_id = p.id)
        then 'twins share a number' else 'one number on two people' end, p.id, q.id, array_agg(distinct 'The same ' || case i.kind when 'nhs-number' then 'NHS number' when 'upn' then 'UPN' else i.kind end)
      from identifier i join identifier j on j.kind = i.kind and j.value = i.value and j.person_id > i.person_id and i.kind in ('nhs-number', 'upn', 'uln')
      join person p on p.id = i.person_id and p.became_id is null join person q on q.id = j.person_id and q.became_id is null
     where i.valid_to is null and j.valid_to is null group by p.id, q.id, p.date_of_birth, q.date_of_birth
    union all
    select 'two births', s.person_id, null::uuid, array_agg(distinct 'Born ' || to_char(s.date_of_birth, 'FMDD FMMonth YYYY') || ', says ' || a.name)
      from source_record s join agency a on a.id = s.agency_id where s.replaced_by is null and s.date_of_birth is not null
     group by s.person_id having max(s.date_of_birth) - min(s.date_of_birth) > 366
    union all
    select 'died but active', p.id, null::uuid, array['Died ' || to_char(p.died_on, 'FMDD FMMonth YYYY')] || array_agg(distinct a.name || ' since ' || to_char(i.started_on, 'FMDD FMMonth YYYY'))
      from person p join involvement i on i.person_id = p.id and i.ended_on is null join agency a on a.id = i.agency_id where p.died_on is not null and p.died_on < p_today and not (i.sensitive and not i.consent_to_show) group by p.id
    union all
    select 'seen before birth', p.id, null::uuid, array['Born ' || to_char(p.date_of_birth, 'FMDD FMMonth YYYY')] || array_agg(distinct a.name || ' on ' || to_char(i.started_on, 'FMDD FMMonth YYYY'))
      from person p join involvement i on i.person_id = p.id and i.started_on < p.date_of_birth - 300 join agency a on a.id = i.agency_id where not (i.sensitive and not i.consent_to_show) and p.became_id is null group by p.id
  ), kept as (
    insert into implausible_life (person_id, kind, other_person_id, facts, found_on, run_id)
    select person_id, kind, other_person_id, facts, p_today, p_run from found
    on conflict (person_id, kind, coalesce(other_person_id, person_id)) where gone_on is null do update set run_id = excluded.run_id
  )
  select coalesce(jsonb_object_agg(kind, many), '{}') into v_answer from (
    select f.kind, count(*) as many from found f join person p on p.id = f.person_id and p.shield = 'none' and not p.restricted
      left join person o on o.id = f.other_person_id where o.id is null or (o.shield = 'none' and not o.restricted) group by f.kind) counted;
  update implausible_life set gone_on = p_today where gone_on is null and run_id <> p_run;
  return v_answer || jsonb_build_object('people', (select count(*) from person where became_id is null and shield = 'none' and not restricted));
end $$;
comment on function search.find_implausible(uuid, date) is 'Finds lives that cannot be, keeps each once, and counts those of nobody shielded or restricted. The worker alone.';

create function search.index_health() returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not access.has_role(array['INDEX','PERF','QA_AUD','DPO','DCS']) then
    raise exception 'This role does not see the quality of the index' using errcode = 'insufficient_privilege';
  end if;
  return (
    with guarded as (select id from person where shield <> 'none' or restricted), question as (
      select * from link_question q where not exists (select 1 from guarded g where g.id in (q.person_id, q.other_person_id)) and harm <> 'shielded' and q.settled_as is distinct from 'withdrawn')
    select jsonb_build_object(
      'open', (select count(*) from question where settled_at is null),
      'oldest', (select min(raised_at) from question where settled_at is null),
      'records', (select count(*) from source_record s where s.replaced_by is null and not exists (select 1 from guarded g where g.id = s.person_id)),
      'recordsInReview', (select count(distinct source_record_id) from question where settled_at is null and source_record_id is not null and kind = 'record'),
      'weeks', (select coalesce(jsonb_agg(jsonb_build_object('from', w::date, 'raised', (select count(*) from question where raised_at >= w and raised_at < w + interval '7 days'),
        'settled', (select count(*) from question where settled_at >= w and settled_at < w + interval '7 days')) order by w), '[]')
        from generate_series(date_trunc('week', now()) - interval '7 weeks', date_trunc('week', now()), interval '7 days') w),
      'models', (select coalesce(jsonb_agg(jsonb_build_object('version', version, 'since', since, 'links', links) order by since desc), '[]') from (
        select model_version as version, min(made_at) as since, count(*) filter (where kind = 'link' and not is_manual) as links from assertion where model_version is not null group by 1
        union all select distinct on (q.model_version) q.model_version, q.raised_at, 0 from question q where not exists (select 1 from assertion a where a.model_version = q.model_version)) m)));
end $$;
comment on function search.index_health() is 'Counts of the review queue, nobody shielded or restricted among them, and which models linked how many. For those who see the quality of the index.';

do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'search'
    and p.proname in ('name_agency_of_question','refuse_unless_desk','refuse_unless_measuring','raise_question','mark_sample','count_answers','may_read_question','start_afresh','questions_follow','silver_years','silver_records','links_to_sample','links_to_reweigh',
      'misses_to_sample','facts_to_compare','draw_sample','find_implausible','index_health') loop
    execute format('alter function %s owner to goldthread_search', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to goldthread_app', f);
  end loop;
end $$;
