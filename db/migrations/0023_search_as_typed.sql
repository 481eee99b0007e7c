-- Search as people type it: a question is a list of probes (keys that must all, or any, be held), answered by one statement that looks only
-- at people the asker may know of. Finding and auditing are apart: what finds changes nothing and is granted to nobody who signs in.

-- Who may not be found is asked of every person looked at, before anything is counted, ordered or cut: from a short index of its own.
create index person_unfindable_ix on person (id) where shield = 'hidden' or became_id is not null;

create function search.find(p_keys bigint[], p_from integer[], p_to integer[], p_every boolean[], p_guarded boolean[], p_parent boolean[], p_weights integer[], p_stop integer[], p_kinds text[],
  p_heard1 text[], p_heard2 text[], p_heard3 text[], p_heard4 text[], p_words text[], p_parents text[], p_named boolean, p_opened uuid[], p_closed uuid[])
returns table (ids uuid[], people json) language plpgsql stable set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  v_whole text := '% ' || coalesce(p_words[1], '-') || ' %'; v_whole2 text := '% ' || coalesce(p_words[2], '-') || ' %'; v_whole3 text := '% ' || coalesce(p_words[3], '-') || ' %';
  v_three text := '% ' || coalesce(left(p_words[1], 3), '-') || '%'; v_three2 text := '% ' || coalesce(left(p_words[2], 3), '-') || '%'; v_three3 text := '% ' || coalesce(left(p_words[3], 3), '-') || '%';
  v_two text := '% ' || coalesce(left(p_words[1], 2), '-') || '%'; v_two2 text := '% ' || coalesce(left(p_words[2], 2), '-') || '%'; v_two3 text := '% ' || coalesce(left(p_words[3], 2), '-') || '%';
  v_end text := '%' || coalesce(right(p_words[1], 2), '-') || ' %'; v_end2 text := '%' || coalesce(right(p_words[2], 2), '-') || ' %'; v_end3 text := '%' || coalesce(right(p_words[3], 2), '-') || ' %';
begin
  return query
  with probe as materialized (
    select t.place, t.every, t.guarded, t.of_parent, t.weight, t.stop, t.kind, p_keys[t.first:t.last] as keys
      from unnest(p_from, p_to, p_every, p_guarded, p_parent, p_weights, p_stop, p_kinds) with ordinality as t(first, last, every, guarded, of_parent, weight, stop, kind, place)
  ), hit as materialized (
    select a.place, a.weight, a.kind, s.person_id, s.heard, s.folded
      from probe a cross join lateral (
        select ps.person_id, ps.heard, ps.folded from person_search ps
         where ps.keys && a.keys and ps.person_id <> all(p_closed)
           and not exists (select 1 from person q where q.id = ps.person_id and (q.shield = 'hidden' or q.became_id is not null) and (q.became_id is not null or q.id <> all(p_opened)))
           and (not a.guarded or not exists (select 1 from person q where q.id = ps.person_id and (q.shield = 'hidden' or q.restricted) and q.id <> all(p_opened)))
           and (not a.of_parent or exists (
             select 1 from relationship r join person m on m.id = r.person_id join person_search ms on ms.person_id = m.id
              where r.related_id = ps.person_id and r.kind in ('mother', 'father', 'parent', 'expecting') and r.valid_to is null and ms.heard && p_parents
                and m.id <> all(p_closed) and (not (m.shield = 'hidden' or m.restricted) or m.id = any(p_opened))))
         limit a.stop + 1) s
     where not a.every
    union all
    select a.place, a.weight, a.kind, s.person_id, s.heard, s.folded
      from probe a cross join lateral (
        select ps.person_id, ps.heard, ps.folded from person_search ps
         where ps.keys @> a.keys and ps.person_id <> all(p_closed)
           and not exists (select 1 from person q where q.id = ps.person_id and (q.shield = 'hidden' or q.became_id is not null) and (q.became_id is not null or q.id <> all(p_opened)))
           and (not a.guarded or not exists (select 1 from person q where q.id = ps.person_id and (q.shield = 'hidden' or q.restricted) and q.id <> all(p_opened)))
           and (not a.of_parent or exists (
             select 1 from relationship r join person m on m.id = r.person_id join person_search ms on ms.person_id = m.id
              where r.related_id = ps.person_id and r.kind in ('mother', 'father', 'parent', 'expecting') and r.valid_to is null and ms.heard && p_parents
                and m.id <> all(p_closed) and (not (m.shield = 'hidden' or m.restricted) or m.id = any(p_opened))))
         limit a.stop + 1) s
     where a.every
  ), common as (
    select h.place from hit h join probe a on a.place = h.place group by h.place, a.stop having count(*) > a.stop
  ), alike as (
    select h.person_id, sum(h.weight)::integer as weight, array_agg(distinct h.kind) as kinds, min(h.heard) as heard, ' ' || min(h.folded) || ' ' as folded
      from hit h where h.place not in (select place from common)
     group by h.person_id
  ), spelt as (
    select a.person_id, a.weight, a.kinds,
        case when a.folded like v_whole then 7 when a.heard && p_heard1 then 6 when a.folded like v_three then 4 when a.folded like v_two then 2 else 0 end + case when a.folded like v_end then 1 else 0 end
      + case when a.folded like v_whole2 then 7 when a.heard && p_heard2 then 6 when a.folded like v_three2 then 4 when a.folded like v_two2 then 2 else 0 end + case when a.folded like v_end2 then 1 else 0 end
      + case when a.folded like v_whole3 then 7 when a.heard && p_heard3 then 6 when a.folded like v_three3 then 4 when a.folded like v_two3 then 2 else 0 end + case when a.folded like v_end3 then 1 else 0 end
      + case when a.heard && p_heard4 then 6 else 0 end as spelling
      from alike a
  ), best as (
    select s.person_id, row_number() over (order by s.weight + s.spelling desc, s.person_id) as place, s.weight + s.spelling as weight, s.kinds from spelt s
     where 10 * (s.weight + s.spelling) >= 3 * (select max(weight + spelling) from spelt)
       and (not p_named or s.spelling >= 2 or s.kinds && array['identifier', 'telephone', 'address', 'first letter and date of birth', 'parent''s names', 'parent''s name and year'])
     order by s.weight + s.spelling desc, s.person_id limit 20
  ), family as (
    select m.person_id, m.family_id from family_member m where m.person_id in (select person_id from best) and m.valid_to is null
  )
  select coalesce(array_agg(b.person_id order by b.place), '{}'), coalesce(json_agg(
    case when s.shut then json_build_object('personId', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'contactInstead', search.contact_instead(p.id))
    else json_build_object('personId', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'preferredName', p.preferred_name,
      'otherNames', (select coalesce(json_agg(distinct concat_ws(' ', n.given_name, n.family_name)), '[]') from person_name n where n.person_id = p.id),
      'dateOfBirth', p.date_of_birth, 'dateOfBirthIs', p.date_of_birth_is, 'expectedOn', p.expected_on, 'sex', p.sex,
      'area', case when p.id <> all(p_opened) and (p.shield <> 'none' or w.shielded) then 'Address withheld' else coalesce(w.area, 'Area not known') end,
      'matched', b.kinds,
      'involvementCount', (select count(*) from involvement i where i.person_id = p.id and i.ended_on is null and (not i.sensitive or i.consent_to_show)),
      'twin', exists (select 1 from relationship r join person q on q.id = case when r.person_id = p.id then r.related_id else r.person_id end
          where r.kind = 'twin' and (r.person_id = p.id or r.related_id = p.id) and q.id <> all(p_closed) and (q.shield <> 'hidden' or q.id = any(p_opened)))
        or exists (select 1 from family f join family_member m2 on m2.family_id = f.family_id and m2.person_id <> p.id and m2.valid_to is null join person q on q.id = m2.person_id
          where f.person_id = p.id and q.date_of_birth = p.date_of_birth and q.id <> all(p_closed) and (q.shield <> 'hidden' or q.id = any(p_opened))),
      'siblings', (select coalesce(json_agg(distinct o.person_id), '[]') from family f join family o on o.family_id = f.family_id and o.person_id <> p.id
        join person q on q.id = o.person_id and (not q.restricted or q.id = any(p_opened)) where f.person_id = p.id)) end order by b.place), '[]')
    from best b join person p on p.id = b.person_id
    cross join lateral (select p.restricted and p.id <> all(p_opened) as shut) s
    left join lateral (select bool_or(a.shielded) as shielded, (array_agg(concat_ws(', ', nullif(split_part(a.postcode, ' ', 1), ''), a.ward) order by a.valid_from desc nulls last))[1] as area
      from person_address a where a.person_id = p.id and a.valid_to is null) w on true;
end $$;
comment on function search.find(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, uuid[], uuid[]) is 'At most 20 people alike in what was asked, most alike first, with the least that lets a practitioner choose. Reads only, so that a replica can answer it; granted to nobody who signs in: search.find_people calls it and writes the audit event. People hidden from the asker, in conflict with them or become another are left out before anything is counted, ordered or cut. A probe that more people answer than it may is left out whole, never cut.';

drop function search.find_people(bigint[], text[], integer[], text[], boolean, text, text, text, uuid, text);
create function search.find_people(p_keys bigint[], p_from integer[], p_to integer[], p_every boolean[], p_guarded boolean[], p_parent boolean[], p_weights integer[], p_stop integer[], p_kinds text[],
  p_heard1 text[], p_heard2 text[], p_heard3 text[], p_heard4 text[], p_words text[], p_parents text[], p_named boolean, p_narrowed boolean, p_reason text, p_asked text, p_role text, p_agency uuid, p_request text)
returns json language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_ids uuid[];
  v_people json;
begin
  perform search.refuse_unless_searcher();
  if not p_narrowed or coalesce(trim(p_reason), '') = '' then
    raise exception 'A search needs a reason and more than a name' using errcode = 'check_violation', constraint = 'search_is_narrow';
  end if;
  select f.ids, f.people into v_ids, v_people from search.find(p_keys, p_from, p_to, p_every, p_guarded, p_parent, p_weights, p_stop, p_kinds, p_heard1, p_heard2, p_heard3, p_heard4, p_words, p_parents, p_named,
    access.people_opened_to_me(), access.people_closed_to_me()) f;
  perform audit.append('people.index.searched', 'done', p_reason, v_ids, null, null,
    jsonb_build_object('asked', p_asked, 'keys', coalesce(cardinality(p_keys), 0), 'returned', cardinality(v_ids)), p_role, p_agency, p_request);
  return v_people;
end $$;
comment on function search.find_people(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, boolean, text, text, text, uuid, text) is 'The one search of the index. Refuses whoever may not search, a search without a reason and a name alone; finds; and writes its own audit event (who asked and why, a hash of what was typed, who was returned) before it answers.';

-- Recognising: hidden people are left out before a key''s rows are cut, and dates one slip away are asked for together.
create or replace function search.ranked(p_keys bigint[], p_kinds text[], p_weights integer[], p_heard text[], p_opened uuid[], p_closed uuid[])
returns table (person_id uuid, weight integer, kinds text[]) language sql stable set search_path = pg_catalog, public as $$
  with asked as materialized (
    select a.key, a.kind, a.weight from unnest(p_keys, p_kinds, p_weights) as a(key, kind, weight) where a.weight > 0
  ), probe as (
    select array_agg(key) as keys, max(weight) as weight, 400 as stop from asked where kind <> 'name and a date one slip away' group by key
    union all select array_agg(key), max(weight), 1000 from asked where kind = 'name and a date one slip away' having count(*) > 0
  ), hit as (
    select s.person_id, sum(a.weight) as weight
      from probe a cross join lateral (
        select ps.person_id from person_search ps
         where ps.keys && a.keys and ps.person_id <> all(p_closed)
           and not exists (select 1 from person q where q.id = ps.person_id and (q.shield = 'hidden' or q.became_id is not null) and (q.became_id is not null or q.id <> all(p_opened)))
         limit a.stop) s
     group by s.person_id order by 2 desc, 1 limit 150
  ), held as (
    select h.person_id, k.weight + 3 * cardinality(array(select unnest(ps.heard) intersect select unnest(p_heard))) as weight, k.kinds
      from hit h join person_search ps on ps.person_id = h.person_id
      cross join lateral (select sum(a.weight)::integer as weight, array_agg(distinct a.kind) as kinds from unnest(ps.keys) k(key) join asked a on a.key = k.key) k
  )
  select h.person_id, h.weight, h.kinds from held h
   where 10 * h.weight >= 3 * (select max(weight) from held)
   order by h.weight desc, h.person_id limit 20
$$;

alter function search.find(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, uuid[], uuid[]) owner to goldthread_search;
alter function search.find_people(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, boolean, text, text, text, uuid, text) owner to goldthread_search;
revoke execute on function search.find(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, uuid[], uuid[]),
  search.find_people(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, boolean, text, text, text, uuid, text) from public;
grant execute on function search.find_people(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, boolean, text, text, text, uuid, text) to goldthread_app;
