-- Matching records of feeds with the index: candidates, and everything one record changes, each in one statement.

create schema if not exists matching;
comment on schema matching is 'Functions that match records of partners'' systems with the index. They look past row-level security for the worker, a partner''s machine or the index desk, never find anyone shielded, and write their own audit event.';
grant usage on schema matching to goldthread_app, goldthread_search;
grant create on schema matching to goldthread_search;

-- What the search role needs beside what it has: recording people whom only a feed tells of.
grant insert on person to goldthread_search;
grant insert, update on person_search to goldthread_search;
grant select on person_contact_point, feed to goldthread_search;
create policy matching_reads on feed for select to goldthread_search using (true);
create policy matching_reads on person_contact_point for select to goldthread_search using (true);
create policy matching_records on person for insert to goldthread_search with check (created_by is null and became_id is null and shield = 'none' and not restricted);
create policy matching_records on person_search for insert to goldthread_search with check (true);
create policy matching_renews on person_search for update to goldthread_search using (true);

create function matching.refuse_unless_feeding() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not (access.is_system() or access.actor_kind() = 'machine' or access.has_role(array['INDEX'])) then
    raise exception 'Records are matched by feeds and the index desk alone' using errcode = 'insufficient_privilege';
  end if;
end $$;
comment on function matching.refuse_unless_feeding() is 'Refuses (42501) anyone but the worker, a partner''s machine and the index desk.';

create function matching.story(p_person uuid) returns jsonb language sql stable set search_path = pg_catalog, public as $$
  select jsonb_build_object('id', p.id, 'born', p.date_of_birth,
    'twin', search.has_twin(p.id, p.date_of_birth, '{}', '{}'),
    'names', jsonb_build_array(jsonb_build_object('given', p.given_name, 'family', p.family_name, 'known', p.preferred_name))
      || coalesce((select jsonb_agg(jsonb_build_object('given', n.given_name, 'family', n.family_name) order by n.id) from person_name n where n.person_id = p.id), '[]'),
    'dateOfBirth', p.date_of_birth, 'sex', p.sex,
    'addresses', coalesce((select jsonb_agg(jsonb_build_object('line1', a.line1, 'town', a.town, 'postcode', a.postcode, 'ward', a.ward, 'current', a.valid_to is null) order by a.valid_to desc nulls first, a.id)
      from person_address a where a.person_id = p.id and not a.shielded), '[]'),
    'contacts', coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value) order by c.id) from person_contact_point c where c.person_id = p.id and c.valid_to is null), '[]'),
    'identifiers', coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value) order by i.id) from identifier i where i.person_id = p.id), '[]'),
    'records', coalesce((select jsonb_agg(to_jsonb(r) - 'person_id' order by r.received_at, r.id) from (
      select * from source_record s where s.person_id = p.id and s.replaced_by is null order by s.received_at desc limit 8) r), '[]'),
    'parents', coalesce((select jsonb_agg(jsonb_build_object('given', concat_ws(' ', q.given_name, q.family_name), 'family', null) order by q.id) from relationship r join person q on q.id = r.person_id
      where r.related_id = p.id and r.kind in ('mother','father','parent','expecting') and r.valid_to is null and q.shield = 'none' and not q.restricted), '[]'),
    'certainlyNot', coalesce((select jsonb_agg(case when c.person_a = p.id then c.person_b else c.person_a end) from certainly_not c where p.id in (c.person_a, c.person_b)), '[]'))
  from person p where p.id = p_person
$$;
comment on function matching.story(uuid) is 'What is known of one person, for the matcher: names, date of birth, sex, addresses that are not shielded, contacts, identifiers, newest source records, and who they certainly are not.';

create function matching.candidates(p_keys bigint[], p_weights integer[]) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  v_answer jsonb;
begin
  perform matching.refuse_unless_feeding();
  with asked as (
    select a.key, a.weight from unnest(p_keys, p_weights) as a(key, weight)
  ), hit as (
    select s.person_id, sum(a.weight) as weight
      from asked a cross join lateral (select ps.person_id from person_search ps where ps.keys @> array[a.key] limit 200) s
     group by s.person_id order by 2 desc, 1 limit 60
  ), nearest as (
    select h.person_id, h.weight from hit h join person p on p.id = h.person_id
     where p.became_id is null and p.shield = 'none' and p.expected_on is null
       and h.weight >= 0.2 * (select max(weight) from hit)
     order by h.weight desc, h.person_id limit 12
  )
  select coalesce(jsonb_agg(matching.story(n.person_id) order by n.weight desc, n.person_id), '[]') into v_answer from nearest n;
  return v_answer;
end $$;
comment on function matching.candidates(bigint[], integer[]) is 'The twelve people who share most with a record, with what is needed to compare. Nobody shielded and nobody unborn: a machine joins nothing to them.';

create function matching.standing(p_feed uuid, p_local text) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  perform matching.refuse_unless_feeding();
  return (select jsonb_build_object('recordId', k.record_id, 'personId', k.person_id, 'rowHash', k.row_hash, 'shielded', p.shield <> 'none', 'story', matching.story(k.person_id))
    from source_key k join person p on p.id = k.person_id where k.feed_id = p_feed and k.local_id = p_local);
end $$;
comment on function matching.standing(uuid, text) is 'The record a feed''s local identifier stands for now, with whom it stands under; null for one never seen.';

create function matching.seen_again(p_feed uuid, p_local text) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform matching.refuse_unless_feeding();
  update source_key set seen_at = now(), gone_at = null where feed_id = p_feed and local_id = p_local;
end $$;
comment on function matching.seen_again(uuid, text) is 'The same row came again: only its freshness changes.';

create function matching.assert_facts(p_person uuid, p_record uuid, p_agency uuid, p_decided jsonb, p_facts jsonb) returns void
language sql volatile set search_path = pg_catalog, public as $$
  insert into assertion (person_id, place, id, kind, source_record_id, facts, agency_id, is_manual, why, model_version, evidence)
  select p_person, coalesce((select max(place) from assertion a where a.person_id = p_person), 0) + f.at::integer, (f.fact ->> 'id')::uuid, f.fact ->> 'kind', p_record, f.fact -> 'facts', p_agency,
    false, p_decided ->> 'because', p_decided ->> 'model', case when f.fact ->> 'kind' = 'link' then p_decided -> 'evidence' end
    from jsonb_array_elements(p_facts) with ordinality as f(fact, at)
$$;
comment on function matching.assert_facts(uuid, uuid, uuid, jsonb, jsonb) is 'Appends the machine''s assertions about a person: the link with its evidence, then what the record says.';

create function matching.take(p_record jsonb, p_hash text, p_person uuid, p_facts jsonb, p_decided jsonb, p_question jsonb, p_search jsonb, p_synthetic boolean, p_request text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_person uuid := p_person;
  v_in source_record := jsonb_populate_record(null::source_record, p_record);
  v_record uuid := gen_random_uuid();
  v_before uuid;
  v_question uuid;
  v_source text := (select f.name from feed f where f.id = v_in.feed_id);
  v_facts jsonb := coalesce((select jsonb_agg(case when f ->> 'kind' = 'link' then jsonb_set(f, '{facts}', jsonb_build_object('replaces', (select record_id from source_key k where k.feed_id = v_in.feed_id and k.local_id = v_in.local_id))) else jsonb_set(f, '{facts,source}', to_jsonb(v_source)) end order by at) from jsonb_array_elements(p_facts) with ordinality as x(f, at)), '[]');
begin
  perform matching.refuse_unless_feeding();
  if v_person is null then
    insert into person (given_name, family_name, preferred_name, date_of_birth, date_of_birth_is, expected_on, sex, is_synthetic)
    values (nullif(concat_ws(' ', v_in.given_name, v_in.middle_name), ''), v_in.family_name, v_in.known_as, v_in.date_of_birth,
      case when v_in.date_of_birth is null then 'unknown' else 'exact' end, case when v_in.date_of_birth is null then v_in.expected_on end, coalesce(v_in.sex, 'U'), p_synthetic)
    returning id into v_person;
  elsif exists (select 1 from person p where p.id = v_person and p.became_id is not null) then
    raise exception 'The person was joined to another meanwhile' using errcode = 'serialization_failure';
  else
    perform fold.begin(v_person);
  end if;
  select record_id into v_before from source_key where feed_id = v_in.feed_id and local_id = v_in.local_id for update;
  insert into source_record (person_id, id, agency_id, feed_id, local_id, file_id, row_number, given_name, middle_name, family_name, known_as, name_script, name_order, sex,
    date_of_birth, date_of_birth_as_written, expected_on, plurality, line1, line2, town, postcode, address_from, phone, email, nhs_number, upn, mother_name, facts_on)
  values (v_person, v_record, v_in.agency_id, v_in.feed_id, v_in.local_id, v_in.file_id, v_in.row_number, v_in.given_name, v_in.middle_name, v_in.family_name, v_in.known_as, v_in.name_script,
    coalesce(v_in.name_order, 'given first'), coalesce(v_in.sex, 'U'), v_in.date_of_birth, v_in.date_of_birth_as_written, v_in.expected_on, v_in.plurality, v_in.line1, v_in.line2, v_in.town, v_in.postcode,
    v_in.address_from, v_in.phone, v_in.email, v_in.nhs_number, v_in.upn, v_in.mother_name, v_in.facts_on);
  update source_record set replaced_by = v_record where id = v_before;
  if v_in.local_id is not null then
    insert into source_key (local_id, feed_id, record_id, person_id, row_hash) values (v_in.local_id, v_in.feed_id, v_record, v_person, p_hash)
    on conflict (local_id, feed_id) do update set record_id = excluded.record_id, person_id = excluded.person_id, row_hash = excluded.row_hash, seen_at = now(), gone_at = null;
  end if;
  perform matching.assert_facts(v_person, v_record, v_in.agency_id, p_decided, v_facts);
  perform fold.project(v_person);
  if p_search is not null then
    insert into person_search as s (person_id, keys, heard, folded)
    values (v_person, array(select jsonb_array_elements_text(p_search -> 'keys')::bigint), array(select jsonb_array_elements_text(p_search -> 'heard')), p_search ->> 'folded')
    on conflict (person_id) do update set keys = excluded.keys, heard = excluded.heard, folded = excluded.folded;
    perform search.shield_if_possible(v_person);
  end if;
  if p_question is not null then
    insert into link_question (person_id, kind, other_person_id, source_record_id, model_version, score, margin, evidence, because, worth, harm, needs_second_reader)
    values ((p_question ->> 'personId')::uuid, 'record', v_person, v_record, p_decided ->> 'model', (p_question ->> 'score')::real, (p_question ->> 'margin')::real, p_question -> 'evidence',
      p_question ->> 'because', (p_question ->> 'worth')::real, p_question ->> 'harm', (p_question ->> 'second')::boolean) returning id into v_question;
  end if;
  perform audit.append('people.index.matched', 'done', v_source, array[v_person, (p_question ->> 'personId')::uuid], 'source-record', v_record,
    jsonb_build_object('band', p_decided ->> 'band', 'model', p_decided ->> 'model'), null, v_in.agency_id, p_request);
  return jsonb_build_object('recordId', v_record, 'personId', v_person, 'questionId', v_question);
end $$;
comment on function matching.take(jsonb, text, uuid, jsonb, jsonb, jsonb, jsonb, boolean, text) is 'Everything one record of a feed changes, with its audit event: the person where there was none, the record as given, the assertions, what it adds, the search keys and the shield, and the question where a person has to decide.';

-- The shield, for records no person brings: the same questions as before, asked of fewer, and asked for the worker too.
create or replace function search.possibly_shielded(p_person person) returns table (person_id uuid, shield text) language sql stable set search_path = pg_catalog, public as $$
  with own as materialized (
    select ps.heard from person_search ps where ps.person_id = p_person.id
  ), worth_comparing as materialized (
    select q.id, q.shield, q.date_of_birth, qs.heard, qs.folded from person q join person_search qs on qs.person_id = q.id
     where q.shield <> 'none' and not q.shield_pending and q.id <> p_person.id
       and (qs.heard && (select heard from own) or q.date_of_birth = p_person.date_of_birth
         or q.id in (select x.person_id from identifier y join identifier x on x.kind = y.kind and x.value = y.value where y.person_id = p_person.id))
  )
  select q.id, q.shield
    from worth_comparing q
    join person_search ps on ps.person_id = p_person.id
    cross join lateral (select cardinality(array(select unnest(q.heard) intersect select unnest(ps.heard))) as words,
      cardinality(array(select left(a, 1) from unnest(string_to_array(q.folded, ' ')) a intersect select left(a, 1) from unnest(string_to_array(ps.folded, ' ')) a)) as letters) w
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
   where (o.number or (w.words >= 1 and (b.same or b.near)) or (w.words >= 2 and b.year_or_unknown) or (b.same and (o.home or w.letters > 0)) or (w.words >= 1 and o.home and b.unknown))
     and not exists (select 1 from shield_question s where s.person_id = p_person.id and s.shielded_id = q.id)
     and not sealed.is_pair(p_person.id, q.id)
$$;

create or replace function search.shield_if_possible(p_person uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_person person;
  v_matches uuid[];
  v_shield text;
begin
  select * into v_person from person where id = p_person and (created_by = access.staff() or id = any(access.people_i_know()) or access.actor_kind() in ('system','machine'));
  select coalesce(array_agg(m.person_id), '{}'), min(m.shield) into v_matches, v_shield from search.possibly_shielded(v_person) m;
  update person set shield = case when 'hidden' in (shield, v_shield) then 'hidden' else coalesce(v_shield, shield) end, shield_pending = shield_pending or v_shield is not null where id = v_person.id;
  insert into shield_allow (person_id, staff_id, reason) select v_person.id, access.staff(), 'Recorded this person' where v_shield is not null and access.staff() is not null;
  insert into shield_allow (person_id, team_id, reason) select v_person.id, t, 'Team of whoever recorded this person' from unnest(access.my_teams()) t where v_shield is not null;
  insert into shield_allow (person_id, staff_id, team_id, reason)
  select distinct v_person.id, w.staff_id, w.team_id, 'At work with this person when the shield came'
    from (
      select i.staff_id, null::uuid as team_id from involvement i where i.person_id = v_person.id and i.ended_on is null and i.opens <> 'nothing' and i.staff_id is not null
      union select null, i.team_id from involvement i where i.person_id = v_person.id and i.ended_on is null and i.opens <> 'nothing' and i.team_id is not null
      union select null, t.id from involvement i join team t on t.agency_id = i.agency_id
        where i.person_id = v_person.id and i.ended_on is null and i.opens <> 'nothing' and i.team_id is null and i.staff_id is null
    ) w
   where v_shield is not null;
  insert into shield_question (person_id, shielded_id, reasons) select v_person.id, m, jsonb_build_object('raised', 'on recording') from unnest(v_matches) m;
  insert into alert (role, kind, record_id, href) select 'SHIELD', 'shield-question', v_person.id, '/shield' where v_shield is not null;
end $$;

alter function matching.refuse_unless_feeding() owner to goldthread_search;
alter function matching.story(uuid) owner to goldthread_search;
alter function matching.candidates(bigint[], integer[]) owner to goldthread_search;
alter function matching.standing(uuid, text) owner to goldthread_search;
alter function matching.seen_again(uuid, text) owner to goldthread_search;
alter function matching.assert_facts(uuid, uuid, uuid, jsonb, jsonb) owner to goldthread_search;
alter function matching.take(jsonb, text, uuid, jsonb, jsonb, jsonb, jsonb, boolean, text) owner to goldthread_search;
revoke execute on all functions in schema matching from public;
grant execute on function matching.candidates(bigint[], integer[]), matching.standing(uuid, text), matching.seen_again(uuid, text),
  matching.take(jsonb, text, uuid, jsonb, jsonb, jsonb, jsonb, boolean, text) to goldthread_app;
