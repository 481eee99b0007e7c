-- The index's contracts with other systems: agreements that bind a partner's system, what such a system may be told, and NHS numbers
-- fetched from the Personal Demographics Service and compared with what is held here.

create function access.machine() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.machine', true), '')::uuid;
comment on function access.machine() is 'The partner''s system this transaction acts for, or null.';
revoke execute on function access.machine() from public;
grant execute on function access.machine() to goldthread_app, goldthread_search, goldthread_access;

create table index_agreement (
  client_id uuid not null,
  reference text not null,
  purpose text not null,
  purpose_code text not null default 'SAFEGUARDING',
  legal_basis text not null,
  fields text[] not null default '{}',
  record_types text[] not null default '{}',
  up_to_age integer not null default 18,
  valid_from date not null,
  valid_to date,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint index_agreement_pk primary key (client_id),
  constraint index_agreement_client_fk foreign key (client_id) references machine_client (id),
  constraint index_agreement_purpose_known check (purpose_code in ('SAFEGUARDING','EARLY_HELP','DIRECT_CARE','EDUCATION')),
  constraint index_agreement_fields_known check (fields <@ array['name','birth-date','gender','nhs-number','area']),
  constraint index_agreement_age_likely check (up_to_age between 1 and 120),
  constraint index_agreement_dates check (valid_to is null or valid_to >= valid_from)
);
alter table index_agreement enable row level security;
alter table index_agreement force row level security;
comment on table index_agreement is 'What a partner''s system may ask of the index: for what purpose, on what basis, which facts it is told and of whom, between two dates. Without a row in force it is told nothing.';
comment on column index_agreement.client_id is 'The partner''s system';
comment on column index_agreement.reference is 'Reference of the sharing agreement';
comment on column index_agreement.purpose is 'Purpose as the agreement words it; stands in every audit event of this system';
comment on column index_agreement.purpose_code is 'SAFEGUARDING, EARLY_HELP, DIRECT_CARE or EDUCATION: the word a request states';
comment on column index_agreement.legal_basis is 'Law the sharing rests on';
comment on column index_agreement.fields is 'Facts it may be told: name, birth-date, gender, nhs-number, area';
comment on column index_agreement.record_types is 'Record types of which it may learn that they are held';
comment on column index_agreement.up_to_age is 'People older than this are nobody to it';
comment on column index_agreement.valid_from is 'First day in force';
comment on column index_agreement.valid_to is 'Last day in force; null while it lasts';
comment on column index_agreement.changed_at is 'When last written';
comment on column index_agreement.changed_by is 'Who wrote it';
alter table machine_client add column calls_per_minute integer not null default 600;
alter table machine_client add constraint machine_client_calls_likely check (calls_per_minute between 1 and 60000);
comment on column machine_client.calls_per_minute is 'How often it may call in a minute';
grant select, insert, update on index_agreement to goldthread_app;
grant select on index_agreement, machine_client to goldthread_search;
create policy officers_read on index_agreement for select to goldthread_app using ((select access.has_role(array['DPO','SYSADMIN'])));
create policy officers_write on index_agreement for insert to goldthread_app with check ((select access.has_role(array['DPO'])) and changed_by = access.staff());
create policy officers_change on index_agreement for update to goldthread_app using ((select access.has_role(array['DPO']))) with check (changed_by = access.staff());
create policy search_reads on index_agreement for select to goldthread_search using (true);
create policy search_reads on machine_client for select to goldthread_search using (true);
create policy privacy_officer_reads on machine_client for select to goldthread_app using ((select access.has_role(array['DPO'])));
-- A demonstration's own sign-in moves to another port with each start.
create policy system_moves on machine_client for update to goldthread_app using ((select access.is_system()));

create function search.agreement_in_force() returns index_agreement language sql stable set search_path = pg_catalog, public as $$
  select g from index_agreement g join machine_client m on m.id = g.client_id join agency a on a.id = m.agency_id
   where access.actor_kind() = 'machine' and g.client_id = access.machine() and m.active and a.suspended_at is null
     and a.agreement_signed_on is not null and a.live_from <= current_date
     and g.valid_from <= current_date and (g.valid_to is null or g.valid_to >= current_date)
$$;
comment on function search.agreement_in_force() is 'The agreement that binds the system asking, if one is in force today and its agency is live.';

create function search.my_agreement() returns jsonb language sql stable security definer set search_path = pg_catalog, public as $$
  select to_jsonb(search.agreement_in_force())
$$;
comment on function search.my_agreement() is 'The system''s own agreement in force; null when there is none.';

create function search.agreement_needed() returns index_agreement language plpgsql stable set search_path = pg_catalog, public as $$
declare
  v_agreement index_agreement := search.agreement_in_force();
begin
  if v_agreement.client_id is null then
    raise exception 'No agreement is in force for this system' using errcode = 'insufficient_privilege';
  end if;
  return v_agreement;
end $$;
comment on function search.agreement_needed() is 'The agreement in force, or error 42501.';

create function search.told_to(p_person person, p_agreement index_agreement) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select p_person.became_id is null and p_person.shield <> 'hidden'
    and (p_person.date_of_birth is null or p_person.date_of_birth > (current_date - make_interval(years => p_agreement.up_to_age + 1))::date)
$$;
comment on function search.told_to(person, index_agreement) is 'Whether a partner''s system may learn of a person at all: not hidden (pending or not), not joined to another, not older than its agreement covers.';

-- NHS numbers.

create table nhs_run (
  id uuid not null default gen_random_uuid(),
  started_at timestamptz not null,
  started_by uuid not null,
  state text not null default 'running',
  to_ask integer not null,
  asked integer not null default 0,
  reached uuid,
  note text,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint nhs_run_pk primary key (id),
  constraint nhs_run_state_known check (state in ('running','stopped','finished')),
  constraint nhs_run_counts check (to_ask >= 0 and asked >= 0)
);
alter table nhs_run enable row level security;
alter table nhs_run force row level security;
comment on table nhs_run is 'One asking of the NHS about children, from start to end: who began it, how far it has come.';
comment on column nhs_run.id is 'Opaque id';
comment on column nhs_run.started_at is 'When it was begun';
comment on column nhs_run.started_by is 'Who began it';
comment on column nhs_run.state is 'running, stopped or finished';
comment on column nhs_run.to_ask is 'How many children there were to ask about when it was begun';
comment on column nhs_run.asked is 'How many have been asked about';
comment on column nhs_run.reached is 'Last person asked about, in order of ids; null before the first';
comment on column nhs_run.note is 'Why it waits, in words; null while it goes on';
comment on column nhs_run.changed_at is 'When it last moved';
comment on column nhs_run.changed_by is 'Who stopped or resumed it';
create unique index nhs_run_one on nhs_run ((true)) where state <> 'finished';
grant select, insert, update on nhs_run to goldthread_app;
create policy index_desk_reads on nhs_run for select to goldthread_app using ((select access.is_system()) or (select access.has_role(array['INDEX','PERF'])));
create policy index_desk_begins on nhs_run for insert to goldthread_app with check ((select access.has_role(array['INDEX','PERF'])) and started_by = access.staff());
create policy index_desk_steers on nhs_run for update to goldthread_app using ((select access.is_system()) or (select access.has_role(array['INDEX','PERF'])));

create table nhs_trace (
  person_id uuid not null,
  outcome text not null,
  because text not null,
  nhs_number text,
  old_number text,
  score real,
  asked_by_rule text,
  asked_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  constraint nhs_trace_pk primary key (person_id),
  constraint nhs_trace_person_fk foreign key (person_id) references person (id),
  constraint nhs_trace_outcome_known check (outcome in ('matched','possible','many','none','superseded','invalidated','not asked','error')),
  constraint nhs_trace_number_shape check (nhs_number ~ '^\d{10}$'),
  constraint nhs_trace_old_shape check (old_number ~ '^\d{10}$')
);
alter table nhs_trace enable row level security;
alter table nhs_trace force row level security;
comment on table nhs_trace is 'What the NHS last said about one person: whether a number was found, which, how surely, and what became of it.';
comment on column nhs_trace.person_id is 'About whom';
comment on column nhs_trace.outcome is 'matched, possible, many, none, superseded, invalidated, not asked or error';
comment on column nhs_trace.because is 'Why this outcome, in a sentence';
comment on column nhs_trace.nhs_number is 'The number the NHS gave';
comment on column nhs_trace.old_number is 'The number that was held and is superseded or invalid';
comment on column nhs_trace.score is 'How alike the NHS found them, 0 to 1; null where a number was read, not searched for';
comment on column nhs_trace.asked_by_rule is 'Which of the searches found them';
comment on column nhs_trace.asked_at is 'When the NHS was asked';
comment on column nhs_trace.settled_at is 'When a person settled what was open; null while open or where nothing was';
comment on column nhs_trace.settled_by is 'Who settled it';
create index nhs_trace_outcome_ix on nhs_trace (outcome, asked_at);

create table nhs_difference (
  person_id uuid not null,
  field text not null,
  answer text not null,
  ours text,
  theirs text,
  theirs_digest text,
  compared_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  constraint nhs_difference_pk primary key (person_id, field),
  constraint nhs_difference_person_fk foreign key (person_id) references person (id),
  constraint nhs_difference_field_known check (field in ('given name','family name','date of birth','sex','address','NHS number')),
  constraint nhs_difference_answer_known check (answer in ('same','different','missing here','missing there','histories meet','ours is one of theirs','theirs is one of ours','uncertain')),
  constraint nhs_difference_decision_known check (decision in ('take theirs','keep ours')),
  constraint nhs_difference_decided_whole check ((decision is null) = (decided_at is null))
);
alter table nhs_difference enable row level security;
alter table nhs_difference force row level security;
comment on table nhs_difference is 'One fact compared with what the NHS holds, and what a person decided about it. What the NHS said is kept until then, and after that only its digest.';
comment on column nhs_difference.person_id is 'About whom';
comment on column nhs_difference.field is 'given name, family name, date of birth, sex, address or NHS number';
comment on column nhs_difference.answer is 'same, different, missing here, missing there; of an address also how the histories meet';
comment on column nhs_difference.ours is 'What is held here';
comment on column nhs_difference.theirs is 'What the NHS holds; emptied once decided';
comment on column nhs_difference.theirs_digest is 'Hash of what the NHS held when it was decided, so that the same is not asked twice';
comment on column nhs_difference.compared_at is 'When compared';
comment on column nhs_difference.decision is 'take theirs or keep ours; null while open';
comment on column nhs_difference.decided_by is 'Who decided';
comment on column nhs_difference.decided_at is 'When';

create table nhs_leave (
  person_id uuid not null,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  constraint nhs_leave_pk primary key (person_id),
  constraint nhs_leave_person_fk foreign key (person_id) references person (id)
);
alter table nhs_leave enable row level security;
alter table nhs_leave force row level security;
comment on table nhs_leave is 'Leave of the shield desk for the NHS to be asked about someone hidden. Without it nothing about them is sent.';
comment on column nhs_leave.person_id is 'About whom';
comment on column nhs_leave.reason is 'Why it is safe';
comment on column nhs_leave.granted_by is 'Who of the shield desk';
comment on column nhs_leave.granted_at is 'When';
comment on column nhs_leave.ended_at is 'When taken back';

grant select, insert, update on nhs_trace, nhs_leave to goldthread_app;
grant select, insert, update, delete on nhs_difference to goldthread_app;
create policy with_person on nhs_trace for select to goldthread_app using ((select access.is_system()) or exists (select 1 from person p where p.id = person_id));
create policy system_keeps on nhs_trace for insert to goldthread_app with check ((select access.is_system()));
create policy system_renews on nhs_trace for update to goldthread_app using ((select access.is_system()) or exists (select 1 from person p where p.id = person_id));
create policy with_person on nhs_difference for select to goldthread_app using ((select access.is_system())
  or exists (select 1 from person p where p.id = person_id and (field <> 'address' or p.shield = 'none' or p.id = any((select access.people_opened_to_me())::uuid[]) or (select access.in_team_for(array['shield-desk'])))));
create policy system_keeps on nhs_difference for insert to goldthread_app with check ((select access.is_system()));
create policy decides on nhs_difference for update to goldthread_app using ((select access.is_system()) or exists (select 1 from person p where p.id = person_id));
create policy system_drops on nhs_difference for delete to goldthread_app using ((select access.is_system()));
create policy shield_desk on nhs_leave for select to goldthread_app using ((select access.in_team_for(array['shield-desk'])) and person_id <> all((select access.people_closed_to_me())::uuid[]));
create policy shield_desk_grants on nhs_leave for insert to goldthread_app with check ((select access.in_team_for(array['shield-desk'])) and granted_by = access.staff() and exists (select 1 from person p where p.id = person_id));
create policy shield_desk_changes on nhs_leave for update to goldthread_app using ((select access.in_team_for(array['shield-desk'])));
do $$
declare
  t text;
begin
  foreach t in array array['nhs_trace','nhs_difference','nhs_leave','nhs_run'] loop
    execute format('create policy only_while_working on %I as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()))', t);
  end loop;
end $$;
grant select on nhs_trace, nhs_leave to goldthread_search;
create policy search_reads on nhs_trace for select to goldthread_search using (true);
create policy search_reads on nhs_leave for select to goldthread_search using (true);

-- What a partner's system is told.

create function search.for_machine(p_person person, p_identifiers text[], p_ids uuid[]) returns jsonb language sql stable set search_path = pg_catalog, public as $$
  select case when p_person.restricted
    then jsonb_build_object('id', p_person.id, 'contactInstead', search.contact_instead(p_person.id),
      'names', jsonb_build_array(jsonb_build_object('kind', 'usual', 'given', p_person.given_name, 'family', p_person.family_name)),
      'sameNumber', exists (select 1 from identifier i where i.person_id = p_person.id and i.value = any(p_identifiers)))
    else jsonb_build_object('id', p_person.id, 'version', p_person.version, 'changedAt', coalesce(p_person.changed_at, p_person.created_at),
      'preferred', p_person.preferred_name, 'dateOfBirth', p_person.date_of_birth, 'dateOfBirthIs', p_person.date_of_birth_is, 'expectedOn', p_person.expected_on,
      'diedOn', p_person.died_on, 'sex', p_person.sex, 'shielded', search.is_withheld(p_person, '{}') and not p_person.shield_pending,
      'names', jsonb_build_array(jsonb_build_object('kind', 'usual', 'given', p_person.given_name, 'family', p_person.family_name)) || coalesce((
        select jsonb_agg(jsonb_build_object('kind', n.kind, 'given', n.given_name, 'family', n.family_name, 'from', n.valid_from, 'to', n.valid_to)) from person_name n where n.person_id = p_person.id), '[]'),
      'area', search.area_of(p_person.id, search.is_withheld(p_person, '{}')),
      'addresses', case when search.is_withheld(p_person, '{}') then '[]'::jsonb else coalesce((
        select jsonb_agg(jsonb_build_object('line1', a.line1, 'town', a.town, 'postcode', a.postcode, 'from', a.valid_from, 'to', a.valid_to) order by a.valid_to desc nulls first)
          from person_address a where a.person_id = p_person.id and not a.shielded), '[]') end,
      'identifiers', coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'to', i.valid_to) order by i.valid_to desc nulls first, i.value) from identifier i where i.person_id = p_person.id), '[]'),
      'numberSeen', (select case when t.outcome in ('matched','superseded') then t.asked_at end from nhs_trace t where t.person_id = p_person.id),
      'notTheSameAs', coalesce((select jsonb_agg(case when c.person_a = p_person.id then c.person_b else c.person_a end) from certainly_not c
        where (c.person_a = p_person.id and c.person_b = any(p_ids)) or (c.person_b = p_person.id and c.person_a = any(p_ids))), '[]'),
      'twin', search.has_twin(p_person.id, p_person.date_of_birth, '{}', '{}'),
      'replaces', coalesce((select jsonb_agg(q.id order by q.id) from person q where q.became_id = p_person.id and q.shield <> 'hidden'), '[]')) end
$$;
comment on function search.for_machine(person, text[], uuid[]) is 'One person as the matching of a partner''s request needs them; of a restricted one the name, whom to ask, and whether a number given is theirs. The address of someone shielded is left out and so is no evidence. What of it leaves the house is settled by the agreement (patient.ts).';

create function search.match_for_machine(p_keys bigint[], p_kinds text[], p_weights integer[], p_heard text[], p_identifiers text[], p_asked text, p_request text)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_agreement index_agreement := search.agreement_needed();
  v_ids uuid[];
  v_answer jsonb;
begin
  select coalesce(array_agg(r.person_id order by r.weight desc, r.person_id), '{}') into v_ids
    from search.ranked(p_keys, p_kinds, p_weights, p_heard, '{}', '{}') r join person p on p.id = r.person_id where search.told_to(p, v_agreement);
  perform audit.append('people.index.matched', 'done', v_agreement.purpose, v_ids, 'machine-client', v_agreement.client_id,
    jsonb_build_object('asked', p_asked, 'keys', coalesce(cardinality(p_keys), 0), 'compared', cardinality(v_ids)), null,
    (select m.agency_id from machine_client m where m.id = v_agreement.client_id), p_request);
  select coalesce(jsonb_agg(search.for_machine(p, p_identifiers, v_ids) order by f.place), '[]') into v_answer
    from unnest(v_ids) with ordinality as f(id, place) join person p on p.id = f.id;
  return v_answer;
end $$;
comment on function search.match_for_machine(bigint[], text[], integer[], text[], text[], text, text) is 'People who may be the person a partner''s system describes, for the matcher; refuses (42501) without an agreement in force; hidden people are taken out before anything is ranked; writes its own audit event with everyone compared.';

create function search.patient_for_machine(p_id uuid, p_number text, p_request text) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_agreement index_agreement := search.agreement_needed();
  v_asked uuid;
  v_now uuid;
  v_answer jsonb;
begin
  v_asked := coalesce(p_id, (select i.person_id from identifier i join person p on p.id = i.person_id
    where i.kind = 'nhs-number' and i.value = p_number and search.told_to(p, v_agreement) order by i.valid_to desc nulls first, i.person_id limit 1));
  with recursive chain as (
    select p.id, p.became_id, 0 as step from person p where p.id = v_asked
    union all select p.id, p.became_id, c.step + 1 from chain c join person p on p.id = c.became_id where c.step < 20
  )
  select c.id into v_now from chain c join person p on p.id = c.id where c.became_id is null and search.told_to(p, v_agreement)
    and not exists (select 1 from chain h join person q on q.id = h.id where q.shield = 'hidden');
  perform audit.append('people.index.read', case when v_now is null then 'not-found' else 'done' end, v_agreement.purpose, array_remove(array[v_now], null), 'machine-client', v_agreement.client_id,
    '{}'::jsonb, null, (select m.agency_id from machine_client m where m.id = v_agreement.client_id), p_request);
  select search.for_machine(p, array_remove(array[p_number], null), '{}') || jsonb_build_object('asked', v_asked) into v_answer from person p where p.id = v_now;
  return v_answer;
end $$;
comment on function search.patient_for_machine(uuid, text, text) is 'One person for a partner''s system, by id (an id that was joined to another leads to where it is now) or NHS number; null for nobody, for a hidden person and for one outside the agreement alike. Writes its own audit event.';

create function search.held_for_machine(p_number text, p_types text[], p_request text) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_agreement index_agreement := search.agreement_needed();
  v_person uuid;
  v_types text[] := array(select t from unnest(v_agreement.record_types) t where p_types is null or t = any(p_types));
  v_answer jsonb := '[]';
begin
  -- The agreement is asked first: a type it does not cover is never looked for.
  if cardinality(v_types) > 0 then
    select p.id into v_person from identifier i join person p on p.id = i.person_id
     where i.kind = 'nhs-number' and i.value = p_number and search.told_to(p, v_agreement) and not p.restricted order by i.valid_to desc nulls first, p.id limit 1;
    select coalesce(jsonb_agg(jsonb_build_object('custodianId', h.agency_id, 'custodianName', a.name, 'recordType', h.kind, 'systemId', h.system,
        'firstSeen', h.first_seen, 'lastSeen', h.last_seen, 'contact', jsonb_build_object('name', coalesce(t.name, a.name), 'phone', coalesce(t.phone, a.phone), 'email', coalesce(t.email, a.email)))
        order by h.kind, a.name, h.system), '[]') into v_answer
      from (
        select e.agency_id, search.record_type_of(g.agency_type) as kind, 'involvement' as system, (array_agg(e.team_id order by e.ended_on desc nulls first))[1] as team_id,
          min(e.started_on)::timestamptz as first_seen, max(coalesce(e.ended_on::timestamptz, e.confirmed_at)) as last_seen
          from involvement e join agency g on g.id = e.agency_id where e.person_id = v_person and (not e.sensitive or e.consent_to_show) group by e.agency_id, g.agency_type
        union all
        select s.agency_id, search.record_type_of(g.agency_type), 'record', null, min(s.received_at), max(s.received_at)
          from source_record s join agency g on g.id = s.agency_id left join feed f on f.id = s.feed_id
           where s.person_id = v_person and s.replaced_by is null and g.agency_type <> 'CAMHS' and not coalesce(f.sensitive, false)
            and not exists (select 1 from involvement e where e.person_id = v_person and e.agency_id = s.agency_id) group by s.agency_id, g.agency_type
      ) h join agency a on a.id = h.agency_id left join team t on t.id = h.team_id
     where h.kind = any(v_types);
  end if;
  perform audit.append('people.index.asked-held', 'done', v_agreement.purpose, case when v_answer = '[]' then '{}' else array_remove(array[v_person], null) end, 'machine-client', v_agreement.client_id,
    jsonb_build_object('types', array_to_string(v_types, ' '), 'returned', jsonb_array_length(v_answer)), null, (select m.agency_id from machine_client m where m.id = v_agreement.client_id), p_request);
  return v_answer;
end $$;
comment on function search.held_for_machine(text, text[], text) is 'Which kinds of record are held about whoever bears an NHS number, by whom, first and last seen, and whom to ask; never content. What the agreement does not cover, a restricted or hidden person and an unknown number are all the same empty list. Sensitive services only with consent. Writes its own audit event.';

create function search.record_type_of(p_agency_type text) returns text language sql immutable set search_path = pg_catalog, public as $$
  select case
    when p_agency_type in ('LA_SOCIAL_CARE','LA_EARLY_HELP') then 'childrens-services.details'
    when p_agency_type in ('LA_EDUCATION','SCHOOL','EARLY_YEARS') then 'education.details'
    when p_agency_type in ('ICB','ACUTE','COMMUNITY_HEALTH','CAMHS','GP','LA_PUBLIC_HEALTH') then 'health.details'
    when p_agency_type in ('POLICE','PROBATION','LA_YOT','CAFCASS') then 'crime-justice.details'
    when p_agency_type in ('LA_HOUSING') then 'housing.details'
    else 'other.details' end
$$;
comment on function search.record_type_of(text) is 'The record type of the single unique identifier pilot that an agency''s involvement stands for.';

-- Whoever settles a number holds the person while it is done.
create policy index_desk_settles on person for update to goldthread_app using (id = any((select access.people_i_know())::uuid[]) and (select access.has_role(array['INDEX'])));

create function search.refuse_unless_system() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not access.is_system() then
    raise exception 'Only the worker does this' using errcode = 'insufficient_privilege';
  end if;
end $$;
comment on function search.refuse_unless_system() is 'Refuses (42501) whoever is not the worker.';

create function search.is_child(p_person person) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select p_person.became_id is null and p_person.died_on is null and p_person.date_of_birth > (current_date - interval '18 years')::date
$$;
comment on function search.is_child(person) is 'A child in the index today: born, under 18, alive, not joined to another record.';

create function search.children_to_trace(p_after uuid, p_limit integer, p_before timestamptz) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_system();
  return coalesce((select jsonb_agg(one.told order by one.id) from (
    select p.id, jsonb_build_object('personId', p.id, 'given', p.given_name, 'family', p.family_name, 'dateOfBirth', p.date_of_birth, 'dateOfBirthIs', p.date_of_birth_is, 'sex', p.sex,
      'otherNames', coalesce((select jsonb_agg(jsonb_build_object('given', n.given_name, 'family', n.family_name)) from person_name n where n.person_id = p.id), '[]'),
      'addresses', case when p.shield <> 'none' then '[]'::jsonb else coalesce((select jsonb_agg(jsonb_build_object('line1', a.line1, 'town', a.town, 'postcode', a.postcode, 'current', a.valid_to is null) order by a.valid_to desc nulls first)
        from person_address a where a.person_id = p.id and not a.shielded), '[]') end,
      'shielded', p.shield <> 'none' or exists (select 1 from person_address a where a.person_id = p.id and a.shielded),
      'number', (select i.value from identifier i where i.person_id = p.id and i.kind = 'nhs-number' and i.valid_to is null order by i.valid_from desc nulls last, i.value limit 1),
      'twin', search.has_twin(p.id, p.date_of_birth, array(select q.id from person q where q.shield = 'hidden'), '{}')) as told
      from person p left join nhs_trace t on t.person_id = p.id
     where search.is_child(p) and (p_after is null or p.id > p_after) and (t.person_id is null or (t.asked_at < p_before and (t.outcome <> 'matched' or t.asked_at < p_before - interval '30 days')))
       and (p.shield <> 'hidden' or exists (select 1 from nhs_leave l where l.person_id = p.id and l.ended_at is null))
     order by p.id limit p_limit) one), '[]');
end $$;
comment on function search.children_to_trace(uuid, integer, timestamptz) is 'For the worker: the next children to ask the NHS about, in order of ids, with what may be sent. Nobody hidden without the shield desk''s leave; of anybody shielded no address.';

create function search.children_left_to_trace(p_before timestamptz) returns integer language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not (access.is_system() or access.has_role(array['INDEX','PERF'])) then
    raise exception 'This role does not look after NHS numbers' using errcode = 'insufficient_privilege';
  end if;
  return (select count(*)::integer from person p left join nhs_trace t on t.person_id = p.id
    where search.is_child(p) and (t.person_id is null or (t.asked_at < p_before and (t.outcome <> 'matched' or t.asked_at < p_before - interval '30 days'))) and (p.shield <> 'hidden' or exists (select 1 from nhs_leave l where l.person_id = p.id and l.ended_at is null)));
end $$;
comment on function search.children_left_to_trace(timestamptz) is 'How many children would be asked about now.';

create function search.trace_counts() returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not access.has_role(array['INDEX','PERF']) then
    raise exception 'This role does not look after NHS numbers' using errcode = 'insufficient_privilege';
  end if;
  return (select jsonb_build_object('children', count(*), 'held', count(*) filter (where h.held), 'checked', count(*) filter (where h.held and t.outcome in ('matched','superseded')),
      'outcomes', jsonb_build_object('matched', count(*) filter (where t.outcome = 'matched'), 'superseded', count(*) filter (where t.outcome = 'superseded'), 'possible', count(*) filter (where t.outcome = 'possible'),
        'many', count(*) filter (where t.outcome = 'many'), 'none', count(*) filter (where t.outcome = 'none'), 'invalidated', count(*) filter (where t.outcome = 'invalidated'),
        'not asked', count(*) filter (where t.outcome is null or t.outcome = 'not asked'), 'error', count(*) filter (where t.outcome = 'error')),
      'differing', (select count(distinct d.person_id) from nhs_difference d where d.decision is null and d.answer not in ('same','missing there','ours is one of theirs')))
    from person p left join nhs_trace t on t.person_id = p.id
    cross join lateral (select exists (select 1 from identifier i where i.person_id = p.id and i.kind = 'nhs-number' and i.valid_to is null) as held) h
   where search.is_child(p));
end $$;
comment on function search.trace_counts() is 'How many children have a number, a checked one, and each outcome. Everyone is counted, shielded or not, so that a count does not change with a shield.';
grant select on nhs_difference to goldthread_search;
create policy search_reads on nhs_difference for select to goldthread_search using (true);

create function search.trace_worklist(p_outcome text, p_limit integer, p_offset integer, p_role text, p_agency uuid, p_request text) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_opened uuid[] := access.people_opened_to_me();
  v_closed uuid[] := access.people_closed_to_me();
  v_ids uuid[];
  v_answer jsonb;
begin
  if not access.has_role(array['INDEX']) then
    raise exception 'This role does not work on NHS numbers' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(w.id order by w.family_name, w.given_name, w.id), '{}') into v_ids from (
    select p.id, p.family_name, p.given_name from person p left join nhs_trace t on t.person_id = p.id
     where search.is_child(p) and p.id <> all(v_closed) and (p.shield <> 'hidden' or p.id = any(v_opened)) and (not p.restricted or p.id = any(v_opened))
       and (p_outcome is null or coalesce(t.outcome, 'not asked') = p_outcome or (p_outcome = 'differing' and exists (
         select 1 from nhs_difference d where d.person_id = p.id and d.decision is null and d.answer not in ('same','missing there','ours is one of theirs'))))
     order by p.family_name, p.given_name, p.id limit p_limit offset p_offset) w;
  perform audit.append('people.index.numbers-listed', 'done', 'NHS numbers', v_ids, null, null, jsonb_build_object('outcome', p_outcome, 'returned', cardinality(v_ids)), p_role, p_agency, p_request);
  select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', concat_ws(' ', p.given_name, p.family_name), 'dateOfBirth', p.date_of_birth,
      'area', search.area_of(p.id, search.is_withheld(p, v_opened)), 'outcome', coalesce(t.outcome, 'not asked'), 'because', t.because, 'askedAt', t.asked_at) order by f.place), '[]')
    into v_answer from unnest(v_ids) with ordinality as f(id, place) join person p on p.id = f.id left join nhs_trace t on t.person_id = p.id;
  return v_answer;
end $$;
comment on function search.trace_worklist(text, integer, integer, text, uuid, text) is 'For the index desk: children by what the NHS said about them, with the least that tells them apart; nobody hidden, restricted or in conflict. Writes its own audit event.';

grant update (valid_to) on identifier to goldthread_search;
create policy search_supersedes on identifier for update to goldthread_search using (kind = 'nhs-number' and access.is_system());
grant update (keys) on person_search to goldthread_search;
create policy search_numbers on person_search for update to goldthread_search using (access.is_system());

create function search.inherit_shield(p_person uuid, p_shield text, p_from uuid[], p_raised text) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from person where id = p_person and shield = 'none') and p_shield = 'location' then
    return;
  end if;
  update person set shield = p_shield, shield_pending = true where id = p_person;
  insert into shield_allow (person_id, staff_id, team_id, reason)
  select distinct p_person, w.staff_id, w.team_id, 'At work with this person when the shield came'
    from (
      select i.staff_id, null::uuid as team_id from involvement i where i.person_id = p_person and i.ended_on is null and i.opens <> 'nothing' and i.staff_id is not null
      union select null, i.team_id from involvement i where i.person_id = p_person and i.ended_on is null and i.opens <> 'nothing' and i.team_id is not null
      union select null, t.id from involvement i join team t on t.agency_id = i.agency_id
        where i.person_id = p_person and i.ended_on is null and i.opens <> 'nothing' and i.team_id is null and i.staff_id is null
    ) w;
  insert into shield_question (person_id, shielded_id, reasons)
  select p_person, f, jsonb_build_object('raised', p_raised) from unnest(p_from) f
   where not exists (select 1 from shield_question s where s.person_id = p_person and s.shielded_id = f);
  insert into alert (role, kind, record_id, href) values ('SHIELD', 'shield-question', p_person, '/shield');
end $$;
comment on function search.inherit_shield(uuid, text, uuid[], text) is 'A shield that waits for the shield desk, known meanwhile to those at work with the person, and its question.';

create function search.trace_sensitive(p_person uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_system();
  if not exists (select 1 from person where id = p_person and shield = 'none') or exists (select 1 from shield_question where person_id = p_person and shielded_id = p_person) then
    return false;
  end if;
  perform search.inherit_shield(p_person, 'location', array[p_person], 'marked sensitive by the NHS');
  return true;
end $$;
comment on function search.trace_sensitive(uuid) is 'The NHS marks this person as sensitive: their address is shielded until the shield desk has decided. Asked once.';

create function search.trace_guard(p_person uuid, p_number text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_bearers uuid[];
  v_hidden uuid[];
begin
  perform search.refuse_unless_system();
  select coalesce(array_agg(p.id), '{}'), coalesce(array_agg(p.id) filter (where p.shield = 'hidden' and not p.shield_pending and not exists (
      select 1 from shield_question s where s.person_id = p_person and s.shielded_id = p.id and s.decision = 'not the same')), '{}')
    into v_bearers, v_hidden
    from identifier i join person p on p.id = i.person_id where i.kind = 'nhs-number' and i.value = p_number and p.id <> p_person and p.became_id is null;
  if exists (select 1 from unnest(v_bearers) b where sealed.is_pair(p_person, b)) then
    return true;
  end if;
  if cardinality(v_hidden) = 0 or exists (select 1 from person where id = p_person and shield = 'hidden') then
    return false;
  end if;
  perform search.inherit_shield(p_person, 'hidden', v_hidden, 'the same NHS number');
  return true;
end $$;
comment on function search.trace_guard(uuid, text) is 'Before anything the NHS said is kept: whether the number is of someone hidden here, or of the sealed identity of this very person. Then nothing is kept or said; in the first case the record inherits the shield and the shield desk is asked.';

create function search.trace_take_number(p_person uuid, p_number text, p_superseded text, p_key bigint, p_source text, p_day date) returns text language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_system();
  if exists (select 1 from identifier where person_id = p_person and kind = 'nhs-number' and value = p_number and valid_to is null) then
    return 'already held';
  end if;
  if exists (select 1 from identifier i join person p on p.id = i.person_id where i.kind = 'nhs-number' and i.value = p_number and p.id <> p_person and p.became_id is null) then
    return 'another holds it';
  end if;
  if p_superseded is null and exists (select 1 from identifier where person_id = p_person and kind = 'nhs-number' and valid_to is null) then
    return 'another is held';
  end if;
  perform fold.begin(p_person);
  update identifier set valid_to = p_day where person_id = p_person and kind = 'nhs-number' and value = p_superseded and valid_to is null;
  insert into assertion (person_id, place, kind, facts, is_manual, why)
  select p_person, coalesce((select max(a.place) from assertion a where a.person_id = p_person), 0) + n.place, 'identifier', n.facts, false, 'Told by the NHS Personal Demographics Service'
    from (values (1, jsonb_build_object('kind', 'nhs-number', 'value', p_number, 'from', case when p_superseded is not null then p_day end, 'source', p_source)),
      (2, jsonb_build_object('kind', 'nhs-number', 'value', p_superseded, 'to', p_day, 'source', p_source))) as n(place, facts)
   where n.place = 1 or p_superseded is not null;
  perform fold.project(p_person);
  update person_search set keys = keys || p_key where person_id = p_person and not keys @> array[p_key];
  return 'taken';
end $$;
comment on function search.trace_take_number(uuid, text, text, bigint, text, date) is 'Writes a number the NHS gave: beside the one it supersedes, which is kept with its last day. Not where another record bears it: then a person must look.';

do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'search'
    and p.proname in ('agreement_in_force','my_agreement','agreement_needed','told_to','for_machine','match_for_machine','patient_for_machine','held_for_machine','record_type_of','refuse_unless_system','is_child',
      'children_to_trace','children_left_to_trace','trace_counts','trace_worklist','inherit_shield','trace_sensitive','trace_guard','trace_take_number') loop
    execute format('alter function %s owner to goldthread_search', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function search.my_agreement(), search.match_for_machine(bigint[], text[], integer[], text[], text[], text, text), search.patient_for_machine(uuid, text, text),
  search.held_for_machine(text, text[], text), search.children_to_trace(uuid, integer, timestamptz), search.children_left_to_trace(timestamptz), search.trace_counts(),
  search.trace_worklist(text, integer, integer, text, uuid, text), search.trace_sensitive(uuid), search.trace_guard(uuid, text), search.trace_take_number(uuid, text, text, bigint, text, date) to goldthread_app;
