-- Search and recognition: keys kept with the person, read through audited functions of the search role.

create schema if not exists search;
comment on schema search is 'Functions that look past row-level security for one purpose each: find, recognise, shield. Each decides who may ask, returns little and writes its own audit event.';
grant usage on schema search to goldthread_app, goldthread_search;
grant create on schema search to goldthread_search;

-- Keys are 53-bit hashes (search-keys.ts): a third of the index of text keys, and nothing legible in it.
drop index person_search_keys_ix;
alter table person_search drop column keys;
alter table person_search add column keys bigint[] not null default '{}';
alter table person_search add column heard text[] not null default '{}';
comment on column person_search.keys is 'Hashes of name pairs, name with birth date, year or area, and identifiers (search-keys.ts)';
comment on column person_search.heard is 'Words of every name as they are heard, for ranking and for the shield';
create index person_search_keys_ix on person_search using gin (keys) with (fastupdate = off);
grant select (person_id) on person_search to goldthread_app;
create policy kept_with_person_reads on person_search for select to goldthread_app using (exists (select 1 from person p where p.id = person_id));

create sequence family_number start 200001;
comment on sequence family_number is 'Next number of a family reference, F-200001 and on; a loaded borough uses lower ones.';
grant usage on sequence family_number to goldthread_app;

create index person_address_any_ix on person_address (person_id);
create index certainly_not_b_ix on certainly_not (person_b);
create index person_shielded_ix on person (id) where shield <> 'none';
create index relationship_household_ix on relationship (related_id, kind);

alter table person add column changed_at timestamptz;
alter table person add column changed_by uuid;
comment on column person.changed_at is 'When last corrected';
comment on column person.changed_by is 'Who corrected it last; named to whoever saves at the same time';

-- What the search role may read and write, and nothing else.
grant select on person, person_name, person_address, identifier, relationship, family_member, involvement, team, staff, agency, shield_allow, shield_question, match_decision, certainly_not to goldthread_search;
create policy search_reads on person for select to goldthread_search using (true);
create policy search_reads on person_name for select to goldthread_search using (true);
create policy search_reads on person_address for select to goldthread_search using (true);
create policy search_reads on identifier for select to goldthread_search using (true);
create policy search_reads on relationship for select to goldthread_search using (true);
create policy search_reads on family_member for select to goldthread_search using (true);
create policy search_reads on involvement for select to goldthread_search using (true);
create policy search_reads on team for select to goldthread_search using (true);
create policy search_reads on staff for select to goldthread_search using (true);
create policy search_reads on agency for select to goldthread_search using (true);
create policy search_reads on shield_allow for select to goldthread_search using (true);
create policy search_reads on shield_question for select to goldthread_search using (true);
create policy search_reads on match_decision for select to goldthread_search using (true);
create policy search_reads on certainly_not for select to goldthread_search using (true);
grant update (shield, shield_pending) on person to goldthread_search;
create policy search_shields on person for update to goldthread_search using (true);
grant insert on shield_allow, shield_question, alert, match_decision, certainly_not to goldthread_search;
create policy search_allows on shield_allow for insert to goldthread_search with check (true);
create policy search_asks on shield_question for insert to goldthread_search with check (decided_at is null);
create policy search_alerts on alert for insert to goldthread_search with check (role = 'SHIELD');
create policy search_remembers on match_decision for insert to goldthread_search with check (decided_by = access.staff());
create policy search_remembers on certainly_not for insert to goldthread_search with check (decided_by = access.staff());

-- Who may ask at all.
create function search.refuse_unless_searcher() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM','HV','SN','MIDW','GP','POL_PPD','QA_AUD','DCS','SHIELD']) then
    raise exception 'This role does not search the index' using errcode = 'insufficient_privilege';
  end if;
end $$;
comment on function search.refuse_unless_searcher() is 'Refuses (42501) whoever holds no role that searches the index.';

create function search.ranked(p_keys bigint[], p_kinds text[], p_weights integer[], p_heard text[], p_opened uuid[], p_closed uuid[])
returns table (person_id uuid, weight integer, kinds text[]) language sql stable set search_path = pg_catalog, public as $$
  with asked as (
    select a.key, a.kind, a.weight from unnest(p_keys, p_kinds, p_weights) as a(key, kind, weight)
  ), hit as (
    select s.person_id, sum(a.weight)::integer as weight, array_agg(distinct a.kind) as kinds
      from asked a cross join lateral (select ps.person_id from person_search ps where ps.keys @> array[a.key] limit 400) s
     group by s.person_id order by 2 desc limit 150
  ), open_to_me as (
    select h.person_id, h.weight + 3 * cardinality(array(select unnest(ps.heard) intersect select unnest(p_heard))) as weight, h.kinds
      from hit h
      join person p on p.id = h.person_id
      join person_search ps on ps.person_id = h.person_id
     where p.became_id is null and p.id <> all(p_closed) and (p.shield <> 'hidden' or p.id = any(p_opened))
  )
  select o.person_id, o.weight, o.kinds from open_to_me o
   where o.weight >= 0.3 * (select max(weight) from open_to_me)
   order by o.weight desc, o.person_id limit 20
$$;
comment on function search.ranked(bigint[], text[], integer[], text[], uuid[], uuid[]) is 'At most 20 people who share keys with what was asked, most alike first. Hidden people without leave and people in conflict with the asker are taken out before anything is counted or ranked. Key by key, 400 rows a key at most, and the 150 most alike looked at closely.';

create function search.contact_instead(p_person uuid) returns text language sql stable set search_path = pg_catalog, public as $$
  select coalesce((select t.name || coalesce(', ' || t.phone, '') from involvement i join team t on t.id = i.team_id
     where i.person_id = p_person and i.opens = 'work' and i.ended_on is null and not i.sensitive order by i.is_lead desc, i.started_on limit 1), 'the privacy officer (DPO)')
$$;
comment on function search.contact_instead(uuid) is 'Whom to ask about a restricted record: the team at work with the person, else the privacy officer.';

create function search.area_of(p_person uuid, p_withheld boolean) returns text language sql stable set search_path = pg_catalog, public as $$
  select case when p_withheld then 'Address withheld'
    else coalesce((select concat_ws(', ', nullif(split_part(a.postcode, ' ', 1), ''), a.ward) from person_address a
      where a.person_id = p_person and a.valid_to is null order by a.valid_from desc nulls last limit 1), 'Area not known') end
$$;
comment on function search.area_of(uuid, boolean) is 'Postcode district and ward of a person, or that it is withheld. Never the address.';

create function search.is_withheld(p_person person, p_opened uuid[]) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select p_person.id <> all(p_opened) and (p_person.shield <> 'none' or exists (select 1 from person_address a where a.person_id = p_person.id and a.valid_to is null and a.shielded))
$$;
comment on function search.is_withheld(person, uuid[]) is 'True when where a person lives may not be told to the asker.';

create function search.has_twin(p_person uuid, p_born date, p_opened uuid[], p_closed uuid[]) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select exists (
    select 1 from person q
     where q.id <> p_person and q.id <> all(p_closed) and (q.shield <> 'hidden' or q.id = any(p_opened))
       and q.id in (
         select r.related_id from relationship r where r.person_id = p_person and r.kind = 'twin'
         union all select r.person_id from relationship r where r.related_id = p_person and r.kind = 'twin'
         union all select m2.person_id from family_member m join family_member m2 on m2.family_id = m.family_id and m2.valid_to is null
           join person q2 on q2.id = m2.person_id and q2.date_of_birth = p_born where m.person_id = p_person and m.valid_to is null))
$$;
comment on function search.has_twin(uuid, date, uuid[], uuid[]) is 'True when someone the asker may know of is recorded as a twin or lives in the same family with the same date of birth.';

create function search.find_people(p_keys bigint[], p_kinds text[], p_weights integer[], p_heard text[], p_narrowed boolean, p_reason text, p_asked text, p_role text, p_agency uuid, p_request text)
returns table (person_id uuid, given_name text, family_name text, preferred_name text, other_names text[], date_of_birth date, expected_on date, sex text, area text, matched text[], involvement_count integer, twin boolean, contact_instead text)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  v_ids uuid[];
  v_found jsonb;
  v_opened uuid[] := access.people_opened_to_me();
  v_closed uuid[] := access.people_closed_to_me();
begin
  perform search.refuse_unless_searcher();
  if not p_narrowed or coalesce(trim(p_reason), '') = '' then
    raise exception 'A search needs a reason and more than a name' using errcode = 'check_violation', constraint = 'search_is_narrow';
  end if;
  select coalesce(array_agg(r.person_id order by r.weight desc, r.person_id), '{}'), coalesce(jsonb_object_agg(r.person_id, to_jsonb(r.kinds)), '{}')
    into v_ids, v_found from search.ranked(p_keys, p_kinds, p_weights, p_heard, v_opened, v_closed) r;
  perform audit.append('people.index.searched', 'done', p_reason, v_ids, null, null,
    jsonb_build_object('asked', p_asked, 'keys', coalesce(cardinality(p_keys), 0), 'returned', cardinality(v_ids)), p_role, p_agency, p_request);
  return query
    select p.id, p.given_name, p.family_name, case when s.shut then null else p.preferred_name end,
      case when s.shut then '{}' else array(select distinct concat_ws(' ', n.given_name, n.family_name) from person_name n where n.person_id = p.id) end,
      case when s.shut then null else p.date_of_birth end, case when s.shut then null else p.expected_on end, case when s.shut then 'U' else p.sex end,
      case when s.shut then null else search.area_of(p.id, search.is_withheld(p, v_opened)) end,
      case when s.shut then '{}' else array(select jsonb_array_elements_text(v_found -> p.id::text)) end,
      case when s.shut then null else (select count(*)::integer from involvement i where i.person_id = p.id and i.ended_on is null and (not i.sensitive or i.consent_to_show)) end,
      case when s.shut then false else search.has_twin(p.id, p.date_of_birth, v_opened, v_closed) end,
      case when s.shut then search.contact_instead(p.id) end
    from unnest(v_ids) with ordinality as f(id, place)
    join person p on p.id = f.id
    cross join lateral (select p.restricted and p.id <> all(v_opened) as shut) s
   order by f.place;
end $$;
comment on function search.find_people(bigint[], text[], integer[], text[], boolean, text, text, text, uuid, text) is 'The one name search. Writes its own audit event (who asked and why, a hash of what was typed, who was returned), then returns at most 20 people with the least that lets a practitioner choose: a restricted person by name and whom to ask, a hidden person never unless the asker is on the allow list.';

create function search.candidates_for(p_keys bigint[], p_kinds text[], p_weights integer[], p_heard text[], p_identifiers text[], p_source_kind text, p_source_id uuid, p_reason text, p_asked text, p_role text, p_agency uuid, p_request text)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_ids uuid[];
  v_opened uuid[] := access.people_opened_to_me();
  v_closed uuid[] := access.people_closed_to_me();
  v_answer jsonb;
begin
  perform search.refuse_unless_searcher();
  select coalesce(array_agg(r.person_id order by r.weight desc, r.person_id), '{}') into v_ids from search.ranked(p_keys, p_kinds, p_weights, p_heard, v_opened, v_closed) r;
  perform audit.append('people.index.compared', 'done', p_reason, v_ids, null, null,
    jsonb_build_object('asked', p_asked, 'keys', coalesce(cardinality(p_keys), 0), 'returned', cardinality(v_ids)), p_role, p_agency, p_request);
  select coalesce(jsonb_agg(case when p.restricted and p.id <> all(v_opened)
    then jsonb_build_object('id', p.id, 'names', jsonb_build_array(jsonb_build_object('given', p.given_name, 'family', p.family_name)), 'contactInstead', search.contact_instead(p.id), 'decided', d.said)
    else jsonb_build_object('id', p.id, 'decided', d.said, 'preferred', p.preferred_name, 'dateOfBirth', p.date_of_birth, 'dateOfBirthIs', p.date_of_birth_is, 'expectedOn', p.expected_on, 'sex', p.sex,
      'names', jsonb_build_array(jsonb_build_object('given', p.given_name, 'family', p.family_name)) || coalesce((select jsonb_agg(jsonb_build_object('given', n.given_name, 'family', n.family_name)) from person_name n where n.person_id = p.id), '[]'),
      'area', search.area_of(p.id, search.is_withheld(p, v_opened)),
      'addresses', case when search.is_withheld(p, v_opened) then '[]'::jsonb else coalesce((select jsonb_agg(jsonb_build_object('line1', a.line1, 'postcode', a.postcode, 'current', a.valid_to is null) order by a.valid_to desc nulls first)
        from person_address a where a.person_id = p.id), '[]') end,
      'identifiers', coalesce((select jsonb_object_agg(k.kind, k.said) from (
        select i.kind, case when bool_or(i.value = any(p_identifiers)) then 'same' else 'held' end as said from identifier i where i.person_id = p.id group by i.kind) k), '{}'),
      'parents', coalesce((select jsonb_agg(concat_ws(' ', q.given_name, q.family_name)) from relationship r join person q on q.id = r.person_id
        where r.related_id = p.id and r.kind in ('mother','father','parent','step-parent','carer') and r.valid_to is null and q.id <> all(v_closed)
          and (q.shield <> 'hidden' or q.id = any(v_opened)) and (not q.restricted or q.id = any(v_opened))), '[]'),
      'household', coalesce((select jsonb_agg(distinct jsonb_build_object('id', q.id, 'given', q.given_name, 'name', concat_ws(' ', q.given_name, q.family_name), 'dateOfBirth', q.date_of_birth, 'part', m2.part))
        from family_member m join family_member m2 on m2.family_id = m.family_id and m2.valid_to is null and m2.person_id <> p.id join person q on q.id = m2.person_id
        where m.person_id = p.id and m.valid_to is null and q.id <> all(v_closed) and (q.shield <> 'hidden' or q.id = any(v_opened)) and (not q.restricted or q.id = any(v_opened))), '[]'),
      'notTheSameAs', coalesce((select jsonb_agg(concat_ws(' ', q.given_name, q.family_name)) from certainly_not c join person q on q.id = case when c.person_a = p.id then c.person_b else c.person_a end
        where p.id in (c.person_a, c.person_b) and q.id = any(v_ids)), '[]'),
      'twin', search.has_twin(p.id, p.date_of_birth, v_opened, v_closed),
      'involvementCount', (select count(*) from involvement i where i.person_id = p.id and i.ended_on is null and (not i.sensitive or i.consent_to_show))) end order by f.place), '[]')
    into v_answer
    from unnest(v_ids) with ordinality as f(id, place) join person p on p.id = f.id
    left join lateral (
      select jsonb_build_object('decision', m.decision, 'by', s.display_name, 'at', m.decided_at) as said from match_decision m join staff s on s.id = m.decided_by
       where m.source_kind = p_source_kind and m.source_id = p_source_id and m.person_id = p.id order by m.decided_at desc, m.id limit 1) d on true;
  return v_answer;
end $$;
comment on function search.candidates_for(bigint[], text[], integer[], text[], text[], text, uuid, text, text, text, uuid, text) is 'People who may be the person described in a contact, with what is needed to compare field by field; identifiers only as same or held; and what was decided before about the same submitted person. The same guard, limits and audit as find_people.';

create function search.may_open(p_person uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  v_person person;
begin
  perform search.refuse_unless_searcher();
  select * into v_person from person where id = p_person and became_id is null and id <> all(access.people_closed_to_me())
    and (shield <> 'hidden' or id = any(access.people_opened_to_me()));
  if not found then
    return jsonb_build_object('state', 'closed');
  end if;
  if v_person.restricted and v_person.id <> all(access.people_opened_to_me()) then
    return jsonb_build_object('state', 'restricted', 'name', concat_ws(' ', v_person.given_name, v_person.family_name), 'contactInstead', search.contact_instead(v_person.id));
  end if;
  return jsonb_build_object('state', 'open', 'name', concat_ws(' ', v_person.given_name, v_person.family_name));
end $$;
comment on function search.may_open(uuid) is 'Before a look-up or emergency access: open, restricted (with the name and whom to ask) or closed. Hidden, in conflict and not there are all closed, with nothing more said.';

create function search.remember_match(p_kind text, p_source uuid, p_person uuid, p_decision text, p_reasons jsonb) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_searcher();
  if search.may_open(p_person) ->> 'state' = 'closed' then
    raise exception 'No such person' using errcode = 'no_data_found';
  end if;
  insert into match_decision (source_kind, source_id, person_id, decision, reasons, decided_by) values (p_kind, p_source, p_person, p_decision, p_reasons, access.staff());
  perform search.set_apart(p_kind, p_source);
end $$;
comment on function search.remember_match(text, uuid, uuid, text, jsonb) is 'Remembers a decision about a submitted person and someone in the index; a no beside a yes becomes "certainly not the same".';

create function search.set_apart(p_kind text, p_source uuid, p_became uuid default null) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_searcher();
  with latest as (
    select distinct on (person_id) person_id, decision from match_decision where source_kind = p_kind and source_id = p_source order by person_id, decided_at desc, id
  ), same as (
    select person_id from latest where decision = 'same person' union select p_became where p_became is not null
  )
  insert into certainly_not (person_a, person_b, because, decided_by)
  select least(s.person_id, n.person_id), greatest(s.person_id, n.person_id), 'decided', access.staff()
    from same s join latest n on n.decision = 'not the same person' and n.person_id <> s.person_id
  on conflict do nothing;
end $$;
comment on function search.set_apart(text, uuid, uuid) is 'Whoever a submitted person was decided to be, or became, is certainly not those they were decided not to be.';

create function search.possibly_shielded(p_person person) returns table (person_id uuid, shield text) language sql stable set search_path = pg_catalog, public as $$
  select q.id, q.shield
    from person q
    join person_search qs on qs.person_id = q.id
    join person_search ps on ps.person_id = p_person.id
    cross join lateral (select cardinality(array(select unnest(qs.heard) intersect select unnest(ps.heard))) as words,
      cardinality(array(select left(a, 1) from unnest(string_to_array(qs.folded, ' ')) a intersect select left(a, 1) from unnest(string_to_array(ps.folded, ' ')) a)) as letters) w
    cross join lateral (
      select coalesce(q.date_of_birth = p_person.date_of_birth, false) as same,
        coalesce(to_char(q.date_of_birth, 'YYYYMMDD') = to_char(p_person.date_of_birth, 'YYYYDDMM')
          or (extract(year from q.date_of_birth) = extract(year from p_person.date_of_birth))::integer
           + (extract(month from q.date_of_birth) = extract(month from p_person.date_of_birth))::integer
           + (extract(day from q.date_of_birth) = extract(day from p_person.date_of_birth))::integer >= 2, false) as near,
        coalesce(abs(extract(year from q.date_of_birth) - extract(year from p_person.date_of_birth)) <= 1, true) as year_or_unknown,
        q.date_of_birth is null or p_person.date_of_birth is null as unknown) b
    cross join lateral (
      select exists (select 1 from person_address x join person_address y on y.postcode = x.postcode where x.person_id = q.id and y.person_id = p_person.id) as home,
        exists (select 1 from identifier x join identifier y on y.kind = x.kind and y.value = x.value where x.person_id = q.id and y.person_id = p_person.id) as number) o
   where q.shield <> 'none' and not q.shield_pending and q.id <> p_person.id
     and (o.number or (w.words >= 1 and (b.same or b.near)) or (w.words >= 2 and b.year_or_unknown) or (b.same and (o.home or w.letters > 0)) or (w.words >= 1 and o.home and b.unknown))
     and not exists (select 1 from shield_question s where s.person_id = p_person.id and s.shielded_id = q.id)
$$;
comment on function search.possibly_shielded(person) is 'Shielded people a person may be: by a number they share; by a name word and a date of birth the same, swapped or one part out; by two name words and a year or no date; by date of birth with a postcode or a first letter in common, under any name. Wide on purpose: the shield desk decides.';

create function search.shield_if_possible(p_person uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_person person;
  v_matches uuid[];
  v_shield text;
begin
  select * into v_person from person where id = p_person and (created_by = access.staff() or id = any(access.people_i_know()));
  select coalesce(array_agg(m.person_id), '{}'), min(m.shield) into v_matches, v_shield from search.possibly_shielded(v_person) m;
  update person set shield = case when 'hidden' in (shield, v_shield) then 'hidden' else coalesce(v_shield, shield) end, shield_pending = shield_pending or v_shield is not null where id = v_person.id;
  insert into shield_allow (person_id, staff_id, reason) select v_person.id, access.staff(), 'Recorded this person' where v_shield is not null and access.staff() is not null;
  insert into shield_allow (person_id, team_id, reason) select v_person.id, t, 'Team of whoever recorded this person' from unnest(access.my_teams()) t where v_shield is not null;
  insert into shield_question (person_id, shielded_id, reasons) select v_person.id, m, jsonb_build_object('raised', 'on recording') from unnest(v_matches) m;
  insert into alert (role, kind, record_id, href) select 'SHIELD', 'shield-question', v_person.id, '/shield' where v_shield is not null;
end $$;
comment on function search.shield_if_possible(uuid) is 'Called for every person recorded or corrected. Where they may be a shielded person they inherit the shield until the shield desk decides; whoever recorded them, and their teams, may still know them. Says nothing, and compares with every shielded person every time, so that neither the answer nor the time tells whether one matched.';

create function search.allow_while_pending(p_person uuid, p_staff uuid, p_team uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  insert into shield_allow (person_id, staff_id, team_id, reason)
  select p.id, case when p_team is null then p_staff end, p_team, 'Given work while the shield waits' from person p
   where p.id = p_person and p.shield <> 'none' and p.shield_pending and p.id = any(access.people_opened_to_me()) and num_nonnulls(p_staff, p_team) > 0;
  insert into shield_allow (person_id, staff_id, reason)
  select p.id, p_staff, 'Given work while the shield waits' from person p
   where p.id = p_person and p.shield <> 'none' and p.shield_pending and p.id = any(access.people_opened_to_me()) and p_staff is not null and p_team is not null;
end $$;
comment on function search.allow_while_pending(uuid, uuid, uuid) is 'While an inherited shield waits, whoever the work with that person is given to may know them; otherwise the shield would show in work that nobody can open.';

create function search.i_may_see(p_person uuid) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select exists (select 1 from person p
    where p.id = p_person and p.id <> all(access.people_closed_to_me())
      and (p.shield <> 'hidden' or p.id = any(access.people_opened_to_me()) or access.in_team_for(array['shield-desk']))
      and (not p.restricted or p.id = any(access.people_opened_to_me()) or p.created_by = access.staff())
      and (p.id = any(access.people_i_know()) or (p.id = any(access.people_opened_to_me()) and not p.shield_pending) or p.created_by = access.staff() or access.in_team_for(array['shield-desk'])))
$$;
comment on function search.i_may_see(uuid) is 'The policy "knows" of person, for functions that look past it. Kept the same as the policy by a test.';

create function search.household_of(p_person uuid) returns table (person_id uuid, name text, date_of_birth date, part text, relation text, lives_here boolean, parental_responsibility boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  v_opened uuid[] := access.people_opened_to_me();
  v_closed uuid[] := access.people_closed_to_me();
begin
  if not search.i_may_see(p_person) then
    return;
  end if;
  return query
    with member as (
      select m2.person_id, m2.part, m2.lives_here and m.lives_here as here from family_member m join family_member m2 on m2.family_id = m.family_id and m2.valid_to is null
       where m.person_id = p_person and m.valid_to is null and m2.person_id <> p_person
    ), related as (
      select r.person_id, r.kind, r.parental_responsibility from relationship r where r.related_id = p_person and r.valid_to is null
    ), everyone as (
      select person_id from member union select person_id from related
    )
    select q.id, coalesce(nullif(concat_ws(' ', coalesce(q.preferred_name, q.given_name), q.family_name), ''), 'Unborn baby'),
      case when bool_or(m.part in ('child','unborn')) or bool_or(r.kind in ('sibling','twin')) then q.date_of_birth end,
      min(m.part), min(r.kind), coalesce(bool_or(m.here), false), bool_or(r.parental_responsibility)
      from everyone e join person q on q.id = e.person_id and q.became_id is null
      left join member m on m.person_id = q.id
      left join related r on r.person_id = q.id
     where q.id <> all(v_closed) and (q.shield <> 'hidden' or q.id = any(v_opened)) and (not q.restricted or q.id = any(v_opened))
     group by q.id
     order by min(case when r.kind in ('mother','father','parent') then 0 when r.kind in ('carer','step-parent') then 1 else 2 end), q.date_of_birth nulls last, q.id;
end $$;
comment on function search.household_of(uuid) is 'Family of someone whose identity the asker may see: names and how they are related, dates of birth of children only, nobody hidden, restricted or in conflict. Parents belong to a child''s identity (S-023), their own records do not open with it.';

create function search.set_shield(p_person uuid, p_shield text, p_pending boolean) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not access.in_team_for(array['shield-desk']) then
    raise exception 'Only the shield desk sets a shield' using errcode = 'insufficient_privilege';
  end if;
  update person set shield = p_shield, shield_pending = p_pending where id = p_person and id <> all(access.people_closed_to_me());
end $$;
comment on function search.set_shield(uuid, text, boolean) is 'Sets or lifts a shield; the shield desk alone.';

create function search.set_restricted(p_person uuid, p_restricted boolean) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not access.has_role(array['DPO','SM_HOS','TM']) then
    raise exception 'This role does not restrict records' using errcode = 'insufficient_privilege';
  end if;
  update person set restricted = p_restricted where id = p_person and id <> all(access.people_closed_to_me())
    and (shield <> 'hidden' or id = any(access.people_opened_to_me()));
end $$;
comment on function search.set_restricted(uuid, boolean) is 'Restricts a record or lifts the restriction; head of service, team manager or privacy officer.';

create function search.names_for_officer(p_people uuid[]) returns table (person_id uuid, name text, restricted boolean) language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  if not access.has_role(array['DPO','SM_HOS','TM']) then
    raise exception 'This role does not review access' using errcode = 'insufficient_privilege';
  end if;
  return query
    select p.id, case when p.shield = 'hidden' and p.id <> all(access.people_opened_to_me()) then 'Name withheld' else concat_ws(' ', p.given_name, p.family_name) end, p.restricted
      from person p
     where p.id = any(p_people) and p.id <> all(access.people_closed_to_me())
       and (exists (select 1 from restriction_allow r where r.person_id = p.id) or exists (select 1 from break_glass b where b.person_id = p.id)
         or exists (select 1 from conflict_of_interest c where c.person_id = p.id));
end $$;
comment on function search.names_for_officer(uuid[]) is 'Names for those who oversee access, only of people with a restriction, an emergency access or a declared conflict.';

-- Leave to know a shielded person also shows their record, but not while an inherited shield waits: a team must see as much of a new
-- record as it would of any other, or the shield would show.
drop policy knows on person;
create policy knows on person for select to goldthread_app using (
  id <> all((select access.people_closed_to_me())::uuid[])
  and (shield <> 'hidden' or id = any((select access.people_opened_to_me())::uuid[]) or (select access.in_team_for(array['shield-desk'])))
  and (not restricted or id = any((select access.people_opened_to_me())::uuid[]) or created_by = access.staff())
  and (id = any((select access.people_i_know())::uuid[]) or (id = any((select access.people_opened_to_me())::uuid[]) and not shield_pending) or created_by = access.staff() or (select access.in_team_for(array['shield-desk']))));

-- A shield and a restriction are set by their functions alone; who made a record is never rewritten.
revoke update on person from goldthread_app;
grant update (given_name, family_name, preferred_name, date_of_birth, date_of_birth_is, expected_on, sex, gender, ethnicity, first_language, interpreter_needed, religion, disabilities, died_on, version, changed_at, changed_by) on person to goldthread_app;
grant select on restriction_allow, break_glass, conflict_of_interest to goldthread_search;
create policy search_reads on restriction_allow for select to goldthread_search using (true);
create policy search_reads on break_glass for select to goldthread_search using (true);
create policy search_reads on conflict_of_interest for select to goldthread_search using (true);
grant update (restricted) on person to goldthread_search;

do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'search' loop
    execute format('alter function %s owner to goldthread_search', f);
  end loop;
end $$;
revoke execute on all functions in schema search from public;
grant execute on function search.find_people(bigint[], text[], integer[], text[], boolean, text, text, text, uuid, text), search.candidates_for(bigint[], text[], integer[], text[], text[], text, uuid, text, text, text, uuid, text),
  search.may_open(uuid), search.remember_match(text, uuid, uuid, text, jsonb), search.set_apart(text, uuid, uuid), search.shield_if_possible(uuid), search.allow_while_pending(uuid, uuid, uuid),
  search.set_shield(uuid, text, boolean), search.set_restricted(uuid, boolean), search.names_for_officer(uuid[]), search.household_of(uuid) to goldthread_app;
