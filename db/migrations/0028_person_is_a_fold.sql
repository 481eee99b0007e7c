-- A person is the fold of what was asserted: the projection, joining and parting two people, known twins, births, and what is sealed.

create schema if not exists fold;
comment on schema fold is 'Functions that make a person of the assertions about them, join two people, take that back, and hand out what was written meanwhile. Each says who may.';
grant usage on schema fold to goldthread_app, goldthread_search, goldthread_fold;
grant create on schema fold to goldthread_fold;
grant usage on schema access, search, audit to goldthread_fold;

create table person_move (
  person_id uuid not null,
  id bigint generated always as identity,
  assertion_id uuid not null,
  to_id uuid not null,
  table_name text not null,
  column_name text not null,
  row_key jsonb not null,
  what text not null,
  row jsonb,
  moved_at timestamptz not null default now(),
  returned_at timestamptz,
  constraint person_move_pk primary key (person_id, id),
  constraint person_move_what_known check (what in ('moved','set aside','stood','changed'))
);
alter table person_move enable row level security;
alter table person_move force row level security;
comment on table person_move is 'What joining two people, or moving a record to a person of its own, did to every table: read backwards, it undoes it byte for byte.';
comment on column person_move.person_id is 'Whose row it was (distribution key)';
comment on column person_move.id is 'Order in which it was done';
comment on column person_move.assertion_id is 'The join or split it belongs to';
comment on column person_move.to_id is 'To whom it went';
comment on column person_move.table_name is 'Table';
comment on column person_move.column_name is 'Column that names the person';
comment on column person_move.row_key is 'The row''s primary key without that column';
comment on column person_move.what is 'moved; set aside (a double: the row is kept here); stood (was there already, so not written since); changed (other columns, as they were)';
comment on column person_move.row is 'The row set aside, or the columns as they were';
comment on column person_move.moved_at is 'When';
comment on column person_move.returned_at is 'When it was returned; null while the join stands';
create index person_move_assertion_ix on person_move (assertion_id, id) where returned_at is null;
create index person_move_row_ix on person_move (table_name, to_id) where returned_at is null;

create table apportion_item (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  other_id uuid not null,
  assertion_id uuid not null,
  table_name text not null,
  column_name text not null,
  row_key jsonb not null,
  raised_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  decision text,
  reason text,
  constraint apportion_item_pk primary key (person_id, id),
  constraint apportion_item_person_fk foreign key (person_id) references person (id),
  constraint apportion_item_decision_known check (decision in ('stays','goes')),
  constraint apportion_item_decided_whole check ((decided_at is null) = (decision is null))
);
alter table apportion_item enable row level security;
alter table apportion_item force row level security;
comment on table apportion_item is 'Something written while two people were wrongly one, or while a record stood under the wrong person: a person says whose it is.';
comment on column apportion_item.person_id is 'Under whom it stands meanwhile (distribution key)';
comment on column apportion_item.id is 'Opaque id';
comment on column apportion_item.other_id is 'Whose it may be';
comment on column apportion_item.assertion_id is 'The join or split that was wrong';
comment on column apportion_item.table_name is 'Table of the row';
comment on column apportion_item.column_name is 'Column that names the person';
comment on column apportion_item.row_key is 'The row''s primary key without that column';
comment on column apportion_item.raised_at is 'When the wrong join was taken back';
comment on column apportion_item.decided_at is 'When someone said whose it is; null while it waits';
comment on column apportion_item.decided_by is 'Who';
comment on column apportion_item.decision is 'stays or goes';
comment on column apportion_item.reason is 'Why';
create index apportion_item_open_ix on apportion_item (raised_at) where decided_at is null;
create index apportion_item_id_ix on apportion_item (id);
create index person_became_ix on person (became_id) where became_id is not null;

-- Who may.
create function fold.refuse_unless_desk(p_people uuid[]) returns void language plpgsql stable set search_path = pg_catalog, public as $$
declare
  v_shield_desk boolean := access.in_team_for(array['shield-desk']);
begin
  if not (access.has_role(array['INDEX']) or v_shield_desk) then
    raise exception 'Only the index desk and the shield desk join and part people' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from unnest(p_people) x left join person p on p.id = x
      where p.id is null or not coalesce(search.i_may_see(fold.root_of(p.id)), false) or p.id = any(access.people_closed_to_me()) or (p.shield = 'hidden' and not v_shield_desk)) then
    raise exception 'No such person' using errcode = 'no_data_found';
  end if;
end $$;
comment on function fold.refuse_unless_desk(uuid[]) is 'Refuses (42501) whoever is not of the index desk or the shield desk, and says "not there" (P0002) of anyone they may not see; hidden people are for the shield desk alone.';

create function fold.root_of(p_person uuid) returns uuid language sql stable set search_path = pg_catalog, public as $$
  with recursive led as (
    select p.id, p.became_id, 1 as step from person p where p.id = p_person
    union all select p.id, p.became_id, l.step + 1 from led l join person p on p.id = l.became_id where l.step < 50
  )
  select id from led where became_id is null
$$;
comment on function fold.root_of(uuid) is 'The person an id stands for now: itself, or the end of where it leads.';

create function fold.leads_to(p_person uuid) returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select r.id from (select fold.root_of(p_person) as id) r where r.id <> p_person and search.i_may_see(r.id)
$$;
comment on function fold.leads_to(uuid) is 'Where an old id leads, for whoever may see the person there; null for an id that stands for itself, leads to someone they may not see, or never was.';

create function fold.members_of(p_root uuid) returns setof uuid language sql stable set search_path = pg_catalog, public as $$
  with recursive joined as (select p_root as id union select p.id from joined j join person p on p.became_id = j.id)
  select id from joined
$$;
comment on function fold.members_of(uuid) is 'A person and everyone joined to them, however often.';

create function fold.dead_places(p_person uuid) returns integer[] language plpgsql stable set search_path = pg_catalog, public as $$
declare
  v_dead integer[] := '{}';
  v_one record;
begin
  for v_one in select place, retracts from assertion where person_id = p_person and kind = 'retract' order by place desc loop
    if v_one.place <> all(v_dead) then
      v_dead := v_dead || v_one.retracts;
    end if;
  end loop;
  return v_dead;
end $$;
comment on function fold.dead_places(uuid) is 'Places of a person''s assertions that are taken back, by a taking back that was not itself taken back (live.ts).';

create function fold.standing_links(p_person uuid, p_dead integer[]) returns setof assertion language sql stable set search_path = pg_catalog, public as $$
  select distinct on (l.source_record_id) l.* from assertion l
   where l.person_id = p_person and l.kind = 'link' and l.place <> all(p_dead)
     and not exists (select 1 from assertion s where s.person_id = p_person and s.kind = 'split' and s.facts ->> 'part' = 'from' and s.source_record_id = l.source_record_id and s.place > l.place and s.place <> all(p_dead))
     and coalesce((select s.place <> all(p_dead) from assertion s where s.person_id = p_person and s.kind = 'split' and s.facts ->> 'part' = 'to' and s.source_record_id = l.source_record_id and s.place < l.place order by s.place desc limit 1), true)
   order by l.source_record_id, l.place desc
$$;
comment on function fold.standing_links(uuid, integer[]) is 'The links of one person whose record stands here: no later split took it away, and the split that brought it stands (live.ts).';

create function fold.holding(p_person uuid) returns setof assertion language plpgsql stable set search_path = pg_catalog, public as $$
declare
  v_dead integer[] := fold.dead_places(p_person);
begin
  return query
    with links as materialized (select * from fold.standing_links(p_person, v_dead))
    select a.* from assertion a
     where a.person_id = p_person and a.kind not in ('retract','link') and a.place <> all(v_dead)
       and (a.source_record_id is null or a.kind = 'split' or exists (select 1 from links l where l.source_record_id = a.source_record_id
         and l.place = (select max(b.place) from assertion b where b.person_id = p_person and b.kind = 'link' and b.source_record_id = a.source_record_id and b.place < a.place)))
    union all select l.* from links l;
end $$;
comment on function fold.holding(uuid) is 'What one person''s own assertions say, before joins: the facts that hold and the links that stand (live.ts).';

create function fold.assertions_of(p_person uuid) returns setof assertion language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not search.i_may_see(p_person) then
    return;
  end if;
  return query select a.* from person r cross join lateral fold.members_of(p_person) m(id) join assertion a on a.person_id = m.id
    where r.id = p_person
      and (a.kind not in ('address','contact point','as recorded') or r.shield = 'none' and not fold.says_shielded(a.facts) or r.id = any(access.people_opened_to_me()) or access.in_team_for(array['shield-desk']))
      and (access.in_team_for(array['shield-desk']) or a.other_person_id is null
        or not exists (select 1 from person q where q.id = a.other_person_id and ((q.shield = 'hidden' or q.restricted) and q.id <> all(access.people_opened_to_me()) or q.id = any(access.people_closed_to_me()))));
end $$;
comment on function fold.assertions_of(uuid) is 'Every assertion about someone the asker may see and those joined to them; none that names someone closed to the asker, nor where a shielded person lives.';

create function fold.says_shielded(p_facts jsonb) returns boolean language sql immutable set search_path = pg_catalog, public as $$
  select coalesce((p_facts ->> 'shielded')::boolean, false) or exists (select 1 from jsonb_array_elements(case when jsonb_typeof(p_facts -> 'addresses') = 'array' then p_facts -> 'addresses' else '[]' end) x where (x ->> 'shielded')::boolean)
$$;
comment on function fold.says_shielded(jsonb) is 'True for facts that hold an address only the shield list may see.';

create function fold.next_place(p_person uuid) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select max(a.place) from assertion a where a.person_id = p_person), 0) + 1 where search.i_may_see(p_person)
$$;
comment on function fold.next_place(uuid) is 'The next place among a person''s assertions, for whoever may see the person: some of the rows may be closed to them.';

-- What stood before assertions were kept.
create function fold.begin(p_person uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform 1 from person where id = p_person for update;
  insert into assertion (person_id, place, kind, facts, is_manual, made_by, made_at, why)
  select p.id, coalesce((select max(a.place) from assertion a where a.person_id = p.id), 0) + 1, 'as recorded',
    jsonb_build_object('given', p.given_name, 'family', p.family_name, 'preferred', p.preferred_name, 'born', p.date_of_birth, 'bornIs', p.date_of_birth_is, 'expectedOn', p.expected_on, 'sex', p.sex,
      'names', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'use', n.kind, 'given', n.given_name, 'family', n.family_name, 'source', n.source) order by n.id)
        from person_name n where n.person_id = p.id and not exists (select 1 from assertion a where a.person_id = p.id and a.id = n.id)), '[]'),
      'addresses', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'line1', d.line1, 'line2', d.line2, 'town', d.town, 'postcode', d.postcode, 'ward', d.ward, 'from', d.valid_from, 'to', d.valid_to, 'shielded', d.shielded, 'source', d.source) order by d.id)
        from person_address d where d.person_id = p.id and not exists (select 1 from assertion a where a.person_id = p.id and a.id = d.id)), '[]'),
      'contactPoints', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'value', c.value, 'safe', c.is_safe, 'safeNote', c.safe_note, 'to', c.valid_to) order by c.id)
        from person_contact_point c where c.person_id = p.id and not exists (select 1 from assertion a where a.person_id = p.id and a.id = c.id)), '[]'),
      'identifiers', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'from', i.valid_from, 'to', i.valid_to, 'source', i.source) order by i.id)
        from identifier i where i.person_id = p.id and not exists (select 1 from assertion a where a.person_id = p.id and a.id = i.id)), '[]')),
    p.created_by is not null, p.created_by, p.created_at, 'What stood before assertions were kept'
    from person p
   where p.id = p_person and p.became_id is null
     and not exists (select 1 from assertion a where a.person_id = p.id and (a.kind = 'as recorded' or a.place = 1 and a.kind in ('link','split','name','date of birth','sex','address','contact point','identifier')));
end $$;
comment on function fold.begin(uuid) is 'Locks a person and asserts once what stands of them, unless they began with assertions. Says nothing.';

-- The projection: what fold.ts says of the person, in the tables every page reads.
create function fold.weight(p_what text, p_type text) returns integer language sql immutable set search_path = pg_catalog, public as $$
  select case
    when p_type in ('GP','COMMUNITY_HEALTH','ACUTE','ICB','CAMHS','LA_PUBLIC_HEALTH') then case when p_what = 'address' then 2 else 0 end
    when p_type in ('SCHOOL','LA_EDUCATION','EARLY_YEARS') then 1
    when p_type in ('LA_SOCIAL_CARE','LA_EARLY_HELP','LA_YOT','LA_HOUSING','LA_ADULT') then case when p_what = 'address' then 0 else 2 end
    else 3 end
$$;
comment on function fold.weight(text, text) is 'Which kinds of agency are believed first, fact by fact (choose.ts).';

create type fold.told as (kind text, id uuid, facts jsonb, own boolean, ranked integer, kind_weight integer, on_day text, made_at timestamptz, place integer, genesis uuid);
comment on type fold.told is 'A value someone said, ready to be compared with what others said.';

create function fold.told_of(p_root uuid, p_held assertion[]) returns setof fold.told language sql stable set search_path = pg_catalog, public as $$
  with replaced as (
    select h.facts ->> 'replaces' as id from unnest(p_held) h where h.kind = 'link' and h.facts ->> 'replaces' is not null
  ), held as (
    select h.* from unnest(p_held) h where h.kind in ('name','date of birth','sex','address','as recorded') and coalesce(h.source_record_id::text not in (select id from replaced), true)
  ), spread as (
    select h.kind, h.id, h.facts, h.person_id, h.is_manual, h.agency_id, h.made_at, h.place, null::uuid as genesis from held h
     where h.kind in ('date of birth','sex','address') or h.kind = 'name' and h.facts ->> 'use' = 'usual'
    union all select w.kind, h.id, h.facts, h.person_id, h.is_manual, h.agency_id, h.made_at, h.place, h.id from held h cross join (values ('name'), ('date of birth'), ('sex')) w(kind) where h.kind = 'as recorded'
    union all select 'address', (x ->> 'id')::uuid, x, h.person_id, h.is_manual, h.agency_id, h.made_at, h.place, h.id
      from held h cross join lateral jsonb_array_elements(h.facts -> 'addresses') x where h.kind = 'as recorded'
  )
  select s.kind, s.id, s.facts, s.person_id = p_root, case when s.genesis is not null then 1 when s.is_manual then 0 else 2 end, fold.weight(s.kind, g.agency_type),
      case when s.kind = 'address' then coalesce(s.facts ->> 'from', s.facts ->> 'on', case when s.genesis is not null then '' else to_char(s.made_at at time zone 'UTC', 'YYYY-MM-DD') end)
        else coalesce(s.facts ->> 'on', to_char(s.made_at at time zone 'UTC', 'YYYY-MM-DD')) end, s.made_at, s.place, s.genesis
    from spread s left join agency g on g.id = s.agency_id
   where case s.kind when 'name' then s.genesis is null or s.facts ->> 'given' is not null or s.facts ->> 'family' is not null
     when 'date of birth' then s.facts ->> 'born' is not null or s.facts ->> 'expectedOn' is not null or (s.is_manual and s.genesis is null)
     when 'sex' then s.facts ->> 'sex' <> 'U' or (s.is_manual and s.genesis is null)
     else s.facts ->> 'to' is null end
$$;
comment on function fold.told_of(uuid, assertion[]) is 'Every name, date of birth, sex and open address that holds, with what decides which is shown; what a newer version of the same record replaced is left out.';

create function fold.first_of(p_told fold.told[], p_kind text) returns fold.told language sql stable set search_path = pg_catalog, public as $$
  select (t.*)::fold.told from unnest(p_told) t where t.kind = p_kind
   order by case when p_kind = 'address' then least(t.ranked, 1) + (t.ranked > 0)::integer else t.ranked end,
     case when t.ranked < 2 and not (p_kind = 'address' and t.ranked = 1) then not t.own end,
     case when p_kind = 'address' then t.on_day end collate "C" desc nulls last,
     case when t.ranked = 2 or p_kind = 'address' then t.kind_weight end,
     t.on_day collate "C" desc, t.made_at desc, t.place desc, t.id limit 1
$$;
comment on function fold.first_of(fold.told[], text) is 'The one to show: a person''s decision, then what stood here, then feeds by kind of source and newest; an address by the newest day after a person''s decision. The rules of choose.ts, held against it by a test.';

create function fold.project(p_person uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_root uuid := fold.root_of(p_person);
  v_held assertion[];
  v_told fold.told[];
  v_name jsonb;
  v_born jsonb;
  v_sex text;
begin
  select array_agg(h) into v_held from fold.members_of(v_root) m(id) cross join lateral fold.holding(m.id) h;
  if not exists (select 1 from unnest(v_held) h where h.kind in ('as recorded','name','date of birth','sex','address','contact point','identifier')) then
    return;
  end if;
  select array_agg(t) into v_told from fold.told_of(v_root, v_held) t;
  v_name := (fold.first_of(v_told, 'name')).facts;
  v_born := (fold.first_of(v_told, 'date of birth')).facts;
  v_sex := coalesce((fold.first_of(v_told, 'sex')).facts ->> 'sex', 'U');
  update person p set given_name = v_name ->> 'given', family_name = v_name ->> 'family', preferred_name = v_name ->> 'preferred',
      date_of_birth = (v_born ->> 'born')::date, date_of_birth_is = coalesce(v_born ->> 'bornIs', case when v_born ->> 'born' is null then 'unknown' else 'exact' end),
      expected_on = case when v_born ->> 'born' is null then (v_born ->> 'expectedOn')::date end, sex = v_sex
   where p.id = v_root and (p.given_name, p.family_name, p.preferred_name, p.date_of_birth, p.date_of_birth_is, p.expected_on, p.sex)
     is distinct from (v_name ->> 'given', v_name ->> 'family', v_name ->> 'preferred', (v_born ->> 'born')::date,
       coalesce(v_born ->> 'bornIs', case when v_born ->> 'born' is null then 'unknown' else 'exact' end), case when v_born ->> 'born' is null then (v_born ->> 'expectedOn')::date end, v_sex);
  perform fold.project_lists(v_root, v_held);
  perform fold.project_homes(v_root, v_held, fold.first_of(v_told, 'address'));
end $$;
comment on function fold.project(uuid) is 'Makes the rows of a person in person, person_name, person_address, person_contact_point and identifier what the fold says. What is right already is not touched; what no assertion knows is left alone. Says nothing.';

create function fold.project_lists(p_root uuid, p_held assertion[]) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_ids uuid[] := (select coalesce(array_agg(h.id), '{}') from unnest(p_held) h);
begin
  delete from person_name n using person p where p.id = p_root and n.person_id = p_root and exists (select 1 from assertion a where a.id = n.id)
    and (n.id <> all(v_ids) or (n.given_name, n.family_name) is not distinct from (p.given_name, p.family_name));
  delete from person_address d where d.person_id = p_root and d.id <> all(v_ids) and exists (select 1 from assertion a where a.id = d.id);
  delete from person_contact_point c where c.person_id = p_root and c.id <> all(v_ids) and exists (select 1 from assertion a where a.id = c.id);
  delete from identifier i where i.person_id = p_root and i.id <> all(v_ids) and exists (select 1 from assertion a where a.id = i.id);
  insert into person_name (id, person_id, kind, given_name, family_name, source)
  select distinct on (h.facts ->> 'given', h.facts ->> 'family') h.id, p_root, case when h.kind = 'as recorded' then 'previous' when h.facts ->> 'use' = 'usual' then 'known as' else h.facts ->> 'use' end,
      h.facts ->> 'given', h.facts ->> 'family', coalesce(h.facts ->> 'source', 'Recorded here')
    from unnest(p_held) h join person p on p.id = p_root
   where h.kind in ('name','as recorded') and num_nonnulls(h.facts ->> 'given', h.facts ->> 'family') > 0
     and (h.facts ->> 'given', h.facts ->> 'family') is distinct from (p.given_name, p.family_name)
     and not exists (select 1 from person_name n where n.person_id = p_root and (n.given_name, n.family_name) is not distinct from (h.facts ->> 'given', h.facts ->> 'family'))
   order by h.facts ->> 'given', h.facts ->> 'family', h.made_at, h.id;
  insert into person_contact_point (id, person_id, kind, value, safe_note, is_safe, valid_to)
  select distinct on (h.facts ->> 'kind', h.facts ->> 'value') h.id, p_root, h.facts ->> 'kind', h.facts ->> 'value', h.facts ->> 'safeNote', coalesce((h.facts ->> 'safe')::boolean, true), (h.facts ->> 'to')::date
    from unnest(p_held) h where h.kind = 'contact point'
     and not exists (select 1 from person_contact_point c where c.person_id = p_root and c.kind = h.facts ->> 'kind' and c.value = h.facts ->> 'value')
   order by h.facts ->> 'kind', h.facts ->> 'value', h.is_manual desc, h.made_at, h.id;
  insert into identifier (id, person_id, kind, value, valid_from, valid_to, source)
  select distinct on (h.facts ->> 'kind', h.facts ->> 'value') h.id, p_root, h.facts ->> 'kind', h.facts ->> 'value', (h.facts ->> 'from')::date, (h.facts ->> 'to')::date, coalesce(h.facts ->> 'source', 'Recorded here')
    from unnest(p_held) h where h.kind = 'identifier'
     and not exists (select 1 from identifier i where i.person_id = p_root and i.kind = h.facts ->> 'kind' and i.value = h.facts ->> 'value')
   order by h.facts ->> 'kind', h.facts ->> 'value', h.is_manual desc, h.made_at, h.id;
end $$;
comment on function fold.project_lists(uuid, assertion[]) is 'Names, contacts and numbers: what no longer holds goes, what holds and is not there yet comes, with the id of its assertion. Two who say the same have one row.';

create function fold.project_homes(p_root uuid, p_held assertion[], p_home fold.told) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  insert into person_address (id, person_id, line1, line2, town, postcode, ward, valid_from, valid_to, shielded, source)
  select distinct on (h.facts ->> 'line1', h.facts ->> 'postcode') h.id, p_root, h.facts ->> 'line1', h.facts ->> 'line2', h.facts ->> 'town', h.facts ->> 'postcode', h.facts ->> 'ward', coalesce(h.facts ->> 'from', h.facts ->> 'on')::date, (h.facts ->> 'to')::date,
      coalesce((h.facts ->> 'shielded')::boolean, false), coalesce(h.facts ->> 'source', 'Recorded here')
    from unnest(p_held) h where h.kind = 'address'
     and (h.id = p_home.id or not exists (select 1 from person_address d where d.person_id = p_root and (d.line1, d.postcode) is not distinct from (h.facts ->> 'line1', h.facts ->> 'postcode')))
     and not exists (select 1 from person_address d where d.id = h.id)
     and not (h.id = p_home.id and exists (select 1 from person_address d where d.person_id = p_root and d.valid_to is null and (d.line1, d.postcode) is not distinct from (h.facts ->> 'line1', h.facts ->> 'postcode')))
   order by h.facts ->> 'line1', h.facts ->> 'postcode', (h.id = p_home.id) desc, h.is_manual desc, h.made_at, h.id;
  if p_home.id is null then
    return;
  end if;
  -- The one shown is open; every other one said to last ends the day it began. What stood together as recorded stays as it stood.
  with said as (
    select h.id, h.facts ->> 'line1' as line1, h.facts ->> 'postcode' as postcode, (h.facts ->> 'to')::date as ends, null::uuid as genesis from unnest(p_held) h where h.kind = 'address'
    union all select (x ->> 'id')::uuid, x ->> 'line1', x ->> 'postcode', (x ->> 'to')::date, h.id from unnest(p_held) h cross join lateral jsonb_array_elements(h.facts -> 'addresses') x where h.kind = 'as recorded'
  ), wanted as (
    select s.id, case when s.ends is not null then s.ends
        when s.id = p_home.id or (s.genesis is not null and s.genesis = p_home.genesis) then null
        when (s.line1, s.postcode) is not distinct from (p_home.facts ->> 'line1', p_home.facts ->> 'postcode') and d.valid_to is null and not exists (select 1 from person_address o where o.id = p_home.id) then null
        else greatest(coalesce(nullif(p_home.on_day, '')::date, (p_home.made_at at time zone 'UTC')::date), d.valid_from) end as ends
      from said s join person_address d on d.id = s.id and d.person_id = p_root
  )
  update person_address d set valid_to = w.ends from wanted w where d.person_id = p_root and d.id = w.id and d.valid_to is distinct from w.ends;
end $$;
comment on function fold.project_homes(uuid, assertion[], fold.told) is 'Addresses: the one shown is open, the others end where it began.';

-- Joining and parting.
create function fold.places() returns table (table_name text, column_name text, keys text[], parts boolean, written text) language sql stable set search_path = pg_catalog, public as $$
  with named as (
    select c.conrelid, a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'person'::regclass and cardinality(c.conkey) = 1
    union select a.attrelid, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
     where not a.attisdropped and (c.relname, a.attname) in (('relationship', 'related_id'), ('source_key', 'person_id'), ('feed_subject', 'person_id'), ('link_question', 'other_person_id'))
  )
  select c.relname::text, n.attname::text,
      array(select k.attname::text from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey) where i.indrelid = n.conrelid and i.indisprimary and k.attname <> n.attname order by k.attnum),
      c.relname <> all(array['index_look','break_glass','shield_allow','shield_question','restriction_allow','conflict_of_interest','match_decision','link_question','source_key','feed_subject','nhs_trace','nhs_difference','nhs_leave','involvement_watch','apportion_item']),
      (select w.attname::text from unnest(array['added_at','recorded_at','raised_at','created_at','received_at','confirmed_at','started_on','valid_from']) with ordinality o(name, place)
        join pg_attribute w on w.attrelid = n.conrelid and w.attname = o.name and not w.attisdropped and has_column_privilege('goldthread_fold', n.conrelid, w.attnum, 'select') order by o.place limit 1)
    from named n join pg_class c on c.oid = n.conrelid
   where c.relname <> all(array['person','person_search','assertion','certainly_not','person_move','nhs_leave'])
   order by c.relname <> 'involvement', c.relname, n.attname
$$;
comment on function fold.places() is 'Every table and column that names a person, from the catalogue, with the other columns of its key; whether what is written there is handed out by a person after a wrong join; and the column that says when it was written. Assertions stay where they were made; search keys are made anew; certainly_not is joined apart.';

create function fold.move_row(p_assertion uuid, p_from uuid, p_to uuid, p_table text, p_column text, p_keys text[], p_key jsonb) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_row jsonb;
begin
  begin
    if p_table = 'family_member' and exists (select 1 from family_member m where m.person_id = p_to and m.valid_to is null and m.family_id = (p_key ->> 'family_id')::uuid) then
      raise unique_violation;
    end if;
    if p_table = 'relationship' and exists (select 1 from relationship r join relationship s on s.kind = r.kind and s.id <> r.id and s.valid_to is not distinct from r.valid_to
        and case p_column when 'person_id' then s.person_id = p_to and s.related_id = r.related_id else s.related_id = p_to and s.person_id = r.person_id end where r.id = (p_key ->> 'id')::uuid) then
      raise unique_violation;
    end if;
    execute format('update %I t set %I = $1 where %2$I = $2 and to_jsonb(t) @> $3', p_table, p_column) using p_to, p_from, p_key;
    insert into person_move (person_id, assertion_id, to_id, table_name, column_name, row_key, what) values (p_from, p_assertion, p_to, p_table, p_column, p_key, 'moved');
  exception when unique_violation or check_violation then
    if p_table <> all(array['family_member','relationship','restriction_allow','conflict_of_interest','link_question','involvement_watch']) then
      raise exception '%', fold.clash_in_words(p_table) using errcode = 'GT001';
    end if;
    if p_table <> 'link_question' then
      execute format('delete from %I t where %I = $1 and to_jsonb(t) @> $2 returning to_jsonb(t)', p_table, p_column) into v_row using p_from, p_key;
      insert into person_move (person_id, assertion_id, to_id, table_name, column_name, row_key, what, row) values (p_from, p_assertion, p_to, p_table, p_column, p_key, 'set aside', v_row);
    end if;
  end;
end $$;
comment on function fold.move_row(uuid, uuid, uuid, text, text, text[], jsonb) is 'Moves one row, or sets a double aside (the same family, the same relationship, one to oneself, the same leave), or refuses in words where both hold something that cannot be one.';

create function fold.clash_in_words(p_table text) returns text language sql immutable set search_path = pg_catalog, public as $$
  select case p_table
    when 'referral' then 'Both have an open referral. Close one, or decide it, before joining them'
    when 'taf_member' then 'Both belong to the same team around the family. End one membership before joining them'
    when 'assessment_child' then 'Both are in the same assessment. Take one out before joining them'
    when 'chronology_event' then 'Both chronologies hold the same event. Take one out before joining them'
    else 'Both hold a record that cannot stand twice (' || replace(p_table, '_', ' ') || '). Settle it before joining them' end
$$;
comment on function fold.clash_in_words(text) is 'Why two people cannot be joined as they stand, for the page.';

create function fold.move_rows(p_assertion uuid, p_from uuid, p_to uuid) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_place record;
  v_key jsonb;
begin
  for v_place in select * from fold.places() loop
    -- What is there already was not written since: it is not handed out when this is taken back.
    if v_place.parts then
      execute format('insert into person_move (person_id, assertion_id, to_id, table_name, column_name, row_key, what)
        select $2, $1, $3, %L, %L, %s, ''stood'' from %I t where %I = $3', v_place.table_name, v_place.column_name, fold.key_of(v_place.keys), v_place.table_name, v_place.column_name) using p_assertion, p_from, p_to;
    end if;
    for v_key in execute format('select %s from %I t where %I = $1', fold.key_of(v_place.keys), v_place.table_name, v_place.column_name) using p_from loop
      perform fold.move_row(p_assertion, p_from, p_to, v_place.table_name, v_place.column_name, v_place.keys, v_key);
    end loop;
  end loop;
  perform fold.move_apart(p_assertion, p_from, p_to);
end $$;
comment on function fold.move_rows(uuid, uuid, uuid) is 'Moves every row of one person to another and remembers each.';

create function fold.key_of(p_keys text[]) returns text language sql immutable set search_path = pg_catalog, public as $$
  select 'jsonb_build_object(' || coalesce(string_agg(format('%L, t.%I', k, k), ', '), '') || ')' from unnest(p_keys) k
$$;
comment on function fold.key_of(text[]) is 'The SQL that makes a row''s key, without the column that names the person.';

create function fold.move_apart(p_assertion uuid, p_from uuid, p_to uuid) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_one certainly_not;
  v_other uuid;
begin
  for v_one in select * from certainly_not where p_from in (person_a, person_b) loop
    v_other := case v_one.person_a when p_from then v_one.person_b else v_one.person_a end;
    delete from certainly_not where person_a = v_one.person_a and person_b = v_one.person_b;
    insert into person_move (person_id, assertion_id, to_id, table_name, column_name, row_key, what, row)
    values (p_from, p_assertion, p_to, 'certainly_not', 'person_a', jsonb_build_object('with', v_other), 'set aside', to_jsonb(v_one));
    insert into certainly_not (person_a, person_b, because, decided_by, decided_at) values (least(p_to, v_other), greatest(p_to, v_other), v_one.because, v_one.decided_by, v_one.decided_at) on conflict do nothing;
  end loop;
end $$;
comment on function fold.move_apart(uuid, uuid, uuid) is 'Whoever someone certainly is not, the person they are joined to is not either.';

create function fold.return_rows(p_assertion uuid, p_from uuid, p_to uuid, p_asks boolean) returns integer language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_move person_move;
  v_now uuid := fold.root_of(p_to);
  v_back uuid := fold.root_of(p_from);
  v_later person_move;
  v_place record;
  v_items integer;
begin
  if p_asks then
    perform fold.raise_items(p_assertion, p_from, v_now);
  end if;
  select count(*) into v_items from apportion_item where assertion_id = p_assertion and decided_at is null;
  for v_place in select m.table_name, m.column_name from person_move m where m.person_id = p_from and m.assertion_id = p_assertion and m.returned_at is null and m.what = 'moved'
      group by m.table_name, m.column_name order by m.table_name <> 'involvement', m.table_name loop
    execute format('with moved as materialized (select m.id, m.row_key from person_move m where m.person_id = $1 and m.assertion_id = $2 and m.returned_at is null and m.what = ''moved'' and m.table_name = %L and m.column_name = %L),
        back as (update %I t set %I = $3 from moved m where t.%4$I = any($4) and to_jsonb(t) @> m.row_key returning m.id)
      update person_move p set returned_at = now() from back where p.person_id = $1 and p.id = back.id', v_place.table_name, v_place.column_name, v_place.table_name, v_place.column_name)
      using p_from, p_assertion, v_back, array(select fold.members_of(v_now));
  end loop;
  for v_move in select * from person_move where person_id = p_from and assertion_id = p_assertion and returned_at is null and what <> 'stood' order by table_name <> 'involvement', id desc loop
    if v_move.table_name = 'certainly_not' then
      delete from certainly_not where person_a = least(v_now, (v_move.row_key ->> 'with')::uuid) and person_b = greatest(v_now, (v_move.row_key ->> 'with')::uuid)
        and not exists (select 1 from fold.members_of(v_now) m(id) where fold.still_apart(m.id, (v_move.row_key ->> 'with')::uuid));
      insert into certainly_not select * from jsonb_populate_record(null::certainly_not, v_move.row) on conflict do nothing;
    elsif v_move.what = 'changed' then
      execute format('update %I t set %s where to_jsonb(t) @> $2', v_move.table_name,
        (select string_agg(format('%I = (jsonb_populate_record(t, $1)).%1$I', k), ', ') from jsonb_object_keys(v_move.row) k)) using v_move.row, v_move.row_key;
    elsif v_move.what = 'set aside' then
      execute format('insert into %I select * from jsonb_populate_record(null::%1$I, $1) on conflict do nothing', v_move.table_name) using v_move.row;
    else
      -- A later join may have set the row aside: it comes back from there.
      select * into v_later from person_move l where l.what = 'set aside' and l.returned_at is null and l.table_name = v_move.table_name and l.column_name = v_move.column_name and l.row_key = v_move.row_key order by l.id desc limit 1;
      if found then
        execute format('insert into %I select * from jsonb_populate_record(null::%1$I, $1) on conflict do nothing', v_later.table_name) using v_later.row || jsonb_build_object(v_later.column_name, v_back);
        update person_move set returned_at = now() where person_id = v_later.person_id and id = v_later.id;
      end if;
    end if;
  end loop;
  update person_move set returned_at = now() where person_id = p_from and assertion_id = p_assertion and returned_at is null;
  return v_items;
end $$;
comment on function fold.return_rows(uuid, uuid, uuid, boolean) is 'Returns every row a join or split moved, byte for byte, wherever later joins took it; what was written since waits for a person. Returns how many wait.';

create function fold.raise_items(p_assertion uuid, p_from uuid, p_now uuid) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_place record;
begin
  for v_place in select * from fold.places() where parts loop
    execute format('insert into apportion_item (person_id, other_id, assertion_id, table_name, column_name, row_key)
      select $2, $1, $3, %L, %L, k.key from (select %s as key, to_jsonb(t) as row from %I t where %I = $2) k
       where not exists (select 1 from person_move m where m.table_name = %1$L and m.column_name = %2$L and m.row_key = k.key and m.returned_at is null and m.to_id = any($4))
         and not exists (select 1 from assertion a where a.id = (k.row ->> ''id'')::uuid and a.kind = ''as recorded'')
         and not exists (select 1 from apportion_item i where i.table_name = %1$L and i.row_key = k.key and i.decided_at is null)',
      v_place.table_name, v_place.column_name, fold.key_of(v_place.keys), v_place.table_name, v_place.column_name)
      using p_from, p_now, p_assertion, array(select fold.members_of(p_now));
  end loop;
end $$;
comment on function fold.raise_items(uuid, uuid, uuid) is 'Raises a question for every row written on the joined person since the join: it neither stood there nor was moved.';

create function fold.still_apart(p_one uuid, p_other uuid) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select exists (select 1 from assertion a where a.person_id = p_one and a.kind = 'certainly not' and fold.root_of(a.other_person_id) = fold.root_of(p_other) and a.place <> all(fold.dead_places(p_one)))
$$;
comment on function fold.still_apart(uuid, uuid) is 'True while one person''s own assertions say they certainly are not the other.';

create function fold.assert_both(p_one uuid, p_other uuid, p_kind text, p_one_facts jsonb, p_other_facts jsonb, p_record uuid, p_why text, p_model text, p_evidence jsonb, p_id uuid default null) returns uuid
language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_id uuid := coalesce(p_id, gen_random_uuid());
  v_agency uuid := (access.my_agencies())[1];
begin
  insert into assertion (person_id, place, id, kind, source_record_id, other_person_id, facts, agency_id, made_by, is_manual, why, model_version, evidence)
  select x.person_id, coalesce((select max(a.place) from assertion a where a.person_id = x.person_id), 0) + 1, v_id, p_kind, p_record, x.other_id, x.facts, v_agency, access.staff(), access.staff() is not null, p_why, p_model, p_evidence
    from (values (p_one, p_other, p_one_facts), (p_other, p_one, p_other_facts)) x(person_id, other_id, facts);
  return v_id;
end $$;
comment on function fold.assert_both(uuid, uuid, text, jsonb, jsonb, uuid, text, text, jsonb, uuid) is 'Writes an assertion about two people under each, with one id.';

create function fold.join_now(p_stays uuid, p_goes uuid, p_id uuid, p_but uuid) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  insert into person_move (person_id, assertion_id, to_id, table_name, column_name, row_key, what, row)
  select p_goes, p_id, p_stays, 'person', 'id', jsonb_build_object('id', s.id), 'changed', jsonb_build_object('shield', s.shield, 'shield_pending', s.shield_pending, 'restricted', s.restricted)
    from person s join person g on g.id = p_goes where s.id = p_stays
     and (s.restricted, s.shield) is distinct from (s.restricted or g.restricted, case when 'hidden' in (s.shield, g.shield) then 'hidden' when 'location' in (s.shield, g.shield) then 'location' else 'none' end);
  update person s set restricted = s.restricted or g.restricted, shield_pending = case when s.shield = g.shield then s.shield_pending and g.shield_pending when s.shield = 'none' then g.shield_pending else s.shield_pending end,
      shield = case when 'hidden' in (s.shield, g.shield) then 'hidden' when 'location' in (s.shield, g.shield) then 'location' else 'none' end
    from person g where s.id = p_stays and g.id = p_goes
     and (s.restricted, s.shield) is distinct from (s.restricted or g.restricted, case when 'hidden' in (s.shield, g.shield) then 'hidden' when 'location' in (s.shield, g.shield) then 'location' else 'none' end);
  insert into person_move (person_id, assertion_id, to_id, table_name, column_name, row_key, what, row)
  select p_goes, p_id, p_stays, 'link_question', 'person_id', jsonb_build_object('id', q.id), 'changed', jsonb_build_object('settled_at', null, 'settled_as', null)
    from link_question q where q.settled_at is null and q.id is distinct from p_but and q.person_id in (p_stays, p_goes) and q.other_person_id in (p_stays, p_goes);
  update link_question q set settled_at = now(), settled_as = 'withdrawn'
   where q.settled_at is null and q.id is distinct from p_but and q.person_id in (p_stays, p_goes) and q.other_person_id in (p_stays, p_goes);
  perform fold.move_rows(p_id, p_goes, p_stays);
  update person set became_id = p_stays where id = p_goes;
  perform fold.project(p_stays);
end $$;
comment on function fold.join_now(uuid, uuid, uuid, uuid) is 'Carries a join out: the stronger shield and restriction stay, what only asked whether the two are one is withdrawn, every row moves, the id leads on.';

create function fold.refuse_join(p_stays uuid, p_goes uuid) returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if p_stays is null or p_goes is null then
    raise exception 'No such person' using errcode = 'no_data_found';
  end if;
  if p_stays = p_goes then
    raise exception 'These are one person already' using errcode = 'GT001';
  end if;
  if exists (select 1 from certainly_not where person_a = least(p_stays, p_goes) and person_b = greatest(p_stays, p_goes)) then
    raise exception 'These two are recorded as certainly not the same person. Take that back first, and say why' using errcode = 'GT001';
  end if;
  if sealed.is_pair(p_stays, p_goes) then
    raise exception 'No such person' using errcode = 'no_data_found';
  end if;
end $$;
comment on function fold.refuse_join(uuid, uuid) is 'Why two people may not be joined.';

create function fold.join_people(p_stays uuid, p_goes uuid, p_why text, p_evidence jsonb, p_question uuid) returns table (id uuid, stays uuid) language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_stays uuid := fold.root_of(p_stays);
  v_goes uuid := fold.root_of(p_goes);
  v_id uuid;
begin
  perform fold.refuse_unless_desk(array[p_stays, p_goes]);
  perform 1 from person p where p.id in (v_stays, v_goes) order by p.id for update;
  perform fold.refuse_join(v_stays, v_goes);
  if not exists (select 1 from link_question q where q.id = p_question and q.needs_second_reader) and fold.needs_two(v_stays, v_goes) is not null then
    raise exception 'Twins and shielded people take two readers. Ask the review desk' using errcode = 'GT001';
  end if;
  perform fold.begin(v_stays);
  perform fold.begin(v_goes);
  v_id := fold.assert_both(v_stays, v_goes, 'merge', '{"part":"stays"}', '{"part":"goes"}', null, p_why, null, p_evidence);
  perform fold.join_now(v_stays, v_goes, v_id, p_question);
  perform fold.tell(array[v_stays], 'people-joined');
  return query select v_id, v_stays;
end $$;
comment on function fold.join_people(uuid, uuid, text, jsonb, uuid) is 'Joins two people on someone''s decision: the index desk''s, for hidden people the shield desk''s.';

create function fold.needs_two(p_one uuid, p_other uuid) returns text language sql stable set search_path = pg_catalog, public as $$
  select case when bool_or(p.shield <> 'none') then 'shielded' when bool_or(search.has_twin(p.id, p.date_of_birth, '{}', '{}')) then 'twins' end from person p where p.id in (p_one, p_other)
$$;
comment on function fold.needs_two(uuid, uuid) is 'Why two readers must agree before these are joined: twins, shielded; null when one decides.';

create function fold.ask_readers(p_one uuid, p_other uuid, p_why text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_one uuid := fold.root_of(p_one);
  v_other uuid := fold.root_of(p_other);
  v_harm text := fold.needs_two(v_one, v_other);
begin
  perform fold.refuse_unless_desk(array[p_one, p_other]);
  perform fold.refuse_join(v_one, v_other);
  if v_harm is null then
    return false;
  end if;
  insert into link_question (person_id, kind, other_person_id, model_version, score, evidence, because, worth, harm, needs_second_reader)
  select v_one, 'duplicate', v_other, 'asked by a person', 0, '{"factors":[],"score":0,"likeliest":"same family","veto":null}', p_why, 10, v_harm, true
   where not exists (select 1 from link_question q where q.settled_at is null and q.person_id in (v_one, v_other) and q.other_person_id in (v_one, v_other));
  return true;
end $$;
comment on function fold.ask_readers(uuid, uuid, text) is 'Where two must agree (twins, anyone shielded) asks the review desk instead of joining, and says so.';

create function fold.join_by_machine(p_stays uuid, p_goes uuid, p_why text, p_evidence jsonb, p_model text) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_stays uuid := fold.root_of(p_stays);
  v_goes uuid := fold.root_of(p_goes);
  v_id uuid;
begin
  perform 1 from person p where p.id in (v_stays, v_goes) order by p.id for update;
  if access.staff() is not null or exists (select 1 from person p where p.id in (v_stays, v_goes) and (p.shield <> 'none' or p.restricted or p.expected_on is not null)) then
    raise exception 'The machine joins nobody who is shielded, restricted or unborn' using errcode = 'GT001';
  end if;
  -- What a person took apart, the machine does not put together.
  if exists (select 1 from fold.members_of(v_stays) m(id) join assertion a on a.person_id = m.id and a.kind in ('merge','certainly not') and a.is_manual and a.place = any(fold.dead_places(m.id))
      where fold.root_of(a.other_person_id) = v_goes) then
    raise exception 'A person has decided about these two' using errcode = 'GT001';
  end if;
  perform fold.refuse_join(v_stays, v_goes);
  perform fold.begin(v_stays);
  perform fold.begin(v_goes);
  v_id := fold.assert_both(v_stays, v_goes, 'merge', '{"part":"stays"}', '{"part":"goes"}', null, p_why, p_model, p_evidence);
  perform fold.join_now(v_stays, v_goes, v_id, null);
  return v_id;
end $$;
comment on function fold.join_by_machine(uuid, uuid, text, jsonb, text) is 'Joins two people on the matcher''s decision; never anyone shielded, restricted, unborn or certainly apart, and never what a person took apart.';

create function fold.tell(p_people uuid[], p_kind text) returns void language sql volatile set search_path = pg_catalog, public as $$
  insert into alert (staff_id, team_id, kind, record_id, href)
  select distinct i.staff_id, case when i.staff_id is null then i.team_id end, p_kind, i.person_id, '/people/' || i.person_id || '/records'
    from involvement i where i.person_id = any(p_people) and i.ended_on is null and i.opens <> 'nothing' and num_nonnulls(i.staff_id, i.team_id) > 0 and i.staff_id is distinct from access.staff()
$$;
comment on function fold.tell(uuid[], text) is 'Tells everyone at work with these people that they were joined or parted.';

create function fold.take_back(p_person uuid, p_place integer, p_why text) returns table (people uuid[], to_apportion integer) language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_one assertion;
  v_meant assertion;
  v_stands boolean;
  v_row record;
  v_retract uuid := gen_random_uuid();
  v_items integer := 0;
  v_people uuid[];
begin
  select * into v_one from assertion a where a.person_id = p_person and a.place = p_place;
  if not found then
    raise exception 'No such assertion' using errcode = 'no_data_found';
  end if;
  select array_agg(distinct a.person_id) into v_people from assertion a where a.id = v_one.id;
  perform fold.refuse_unless_desk(v_people);
  perform 1 from person p where p.id = any(v_people) order by p.id for update;
  if v_one.kind = 'link' then
    perform fold.split_now(fold.root_of(p_person), v_one.source_record_id, p_why, null);
    return query select array[fold.root_of(p_person), (select s.person_id from source_record s where s.id = v_one.source_record_id)], (select count(*)::integer from apportion_item i where i.person_id = fold.root_of(p_person) and i.decided_at is null);
    return;
  end if;
  if v_one.kind = 'as recorded' then
    raise exception 'What stood before sources were kept cannot be taken back. Correct the record instead' using errcode = 'GT001';
  end if;
  if p_place = any(fold.dead_places(p_person)) then
    raise exception 'This has been taken back already' using errcode = 'GT001';
  end if;
  -- What a taking back (of a taking back) is about in the end, and whether it will stand.
  v_meant := v_one;
  while v_meant.kind = 'retract' loop
    select * into v_meant from assertion a where a.person_id = v_meant.person_id and a.place = v_meant.retracts;
  end loop;
  perform fold.refuse_taking_back(v_one, v_meant);
  for v_row in select a.person_id, a.place, a.other_person_id from assertion a where a.id = v_one.id loop
    insert into assertion (person_id, place, id, kind, retracts, other_person_id, facts, agency_id, made_by, is_manual, why)
    values (v_row.person_id, (select max(a.place) from assertion a where a.person_id = v_row.person_id) + 1, v_retract, 'retract', v_row.place, v_row.other_person_id, '{}', (access.my_agencies())[1], access.staff(), true, p_why);
  end loop;
  v_stands := v_meant.place <> all(fold.dead_places(v_meant.person_id));
  v_items := fold.follow(v_meant, v_stands);
  select array_agg(distinct fold.root_of(x)) into v_people from unnest(v_people) x;
  perform fold.project(x) from unnest(v_people) x;
  if v_meant.kind in ('merge','split') then
    perform fold.tell(v_people, case when v_stands = (v_meant.kind = 'merge') then 'people-joined' else 'people-parted' end);
  end if;
  return query select v_people, v_items;
end $$;
comment on function fold.take_back(uuid, integer, text) is 'Takes one assertion back, under everyone it stands under, and does what follows from it.';

create function fold.refuse_taking_back(p_one assertion, p_meant assertion) returns void language plpgsql stable set search_path = pg_catalog, public as $$
declare
  v_will_stand boolean := not (p_meant.place <> all(fold.dead_places(p_meant.person_id)));
  v_other assertion;
begin
  if p_meant.kind = 'merge' and v_will_stand then
    perform fold.refuse_join(fold.root_of(p_meant.person_id), fold.root_of(p_meant.other_person_id));
    if exists (select 1 from assertion g join person p on p.id = g.person_id where g.id = p_meant.id and g.facts ->> 'part' = 'goes' and p.became_id is not null) then
      raise exception 'This person has been joined to another since. Take that back first' using errcode = 'GT001';
    end if;
  elsif p_meant.kind = 'certainly not' and v_will_stand and fold.root_of(p_meant.person_id) = fold.root_of(p_meant.other_person_id) then
    raise exception 'These two have been joined since. Take that back first' using errcode = 'GT001';
  elsif p_meant.kind = 'split' then
    select * into v_other from assertion s where s.id = p_meant.id and s.source_record_id = p_meant.source_record_id and s.facts ->> 'part' = case when v_will_stand then 'from' else 'to' end;
    if not exists (select 1 from fold.standing_links(v_other.person_id, fold.dead_places(v_other.person_id)) l where l.source_record_id = p_meant.source_record_id) then
      raise exception 'This record has been moved again since. Take that back first' using errcode = 'GT001';
    end if;
  end if;
end $$;
comment on function fold.refuse_taking_back(assertion, assertion) is 'Why something may not be taken back as things stand.';

create function fold.follow(p_meant assertion, p_stands boolean) returns integer language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_goes uuid;
  v_stays uuid;
begin
  select case p_meant.facts ->> 'part' when 'goes' then p_meant.person_id when 'to' then p_meant.other_person_id when 'from' then p_meant.person_id else p_meant.other_person_id end,
    case p_meant.facts ->> 'part' when 'goes' then p_meant.other_person_id when 'to' then p_meant.person_id when 'from' then p_meant.other_person_id else p_meant.person_id end into v_goes, v_stays;
  if p_meant.kind = 'merge' and p_stands then
    perform fold.join_now(fold.root_of(v_stays), v_goes, p_meant.id, null);
  elsif p_meant.kind = 'merge' then
    update person set became_id = null where id = v_goes;
    return fold.return_rows(p_meant.id, v_goes, v_stays, true);
  elsif p_meant.kind = 'split' then
    return fold.follow_split(p_meant, v_goes, v_stays, p_stands);
  elsif p_meant.kind = 'certainly not' and p_stands then
    insert into certainly_not (person_a, person_b, because, decided_by) values (least(fold.root_of(v_goes), fold.root_of(v_stays)), greatest(fold.root_of(v_goes), fold.root_of(v_stays)), 'decided', access.staff()) on conflict do nothing;
  elsif p_meant.kind = 'certainly not' then
    delete from certainly_not c where c.person_a = least(fold.root_of(v_goes), fold.root_of(v_stays)) and c.person_b = greatest(fold.root_of(v_goes), fold.root_of(v_stays))
      and not exists (select 1 from fold.members_of(fold.root_of(v_goes)) m(id) where fold.still_apart(m.id, v_stays));
  elsif p_meant.kind = 'relationship' and not p_stands then
    delete from relationship where id = p_meant.id or id = md5(p_meant.id::text || 'mirror')::uuid;
  elsif p_meant.kind = 'relationship' then
    insert into relationship (id, person_id, related_id, kind, parental_responsibility, valid_from, source)
    select p_meant.id, a.person_id, a.other_person_id, a.facts ->> 'kind', (a.facts ->> 'parentalResponsibility')::boolean, (a.facts ->> 'from')::date, a.facts ->> 'source'
      from assertion a where a.id = p_meant.id and a.facts ->> 'way' = 'is'
    union all select md5(a.id::text || 'mirror')::uuid, a.other_person_id, a.person_id, a.facts ->> 'kind', (a.facts ->> 'parentalResponsibility')::boolean, (a.facts ->> 'from')::date, a.facts ->> 'source'
      from assertion a where a.id = p_meant.id and a.facts ->> 'way' = 'is' and a.facts ->> 'kind' in ('sibling','twin','partner','former partner') on conflict do nothing;
  end if;
  return 0;
end $$;
comment on function fold.follow(assertion, boolean) is 'What follows when an assertion stands or falls, beside the projection. Returns how many rows wait for a person.';

-- A record to a person of its own, or to someone else.
create function fold.split_record(p_person uuid, p_record uuid, p_why text) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform fold.refuse_unless_desk(array[p_person]);
  return fold.split_now(fold.root_of(p_person), p_record, p_why, null);
end $$;
comment on function fold.split_record(uuid, uuid, text) is 'Gives a source record a person of its own, certainly not the one it stood under; the index desk alone. Returns the new person''s id.';

create function fold.split_now(p_root uuid, p_record uuid, p_why text, p_to uuid) returns uuid language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_to uuid := p_to;
  v_id uuid := gen_random_uuid();
  v_under uuid;
  v_since timestamptz;
  v_version uuid;
begin
  perform 1 from person where id = p_root for update;
  select l.person_id, l.made_at into v_under, v_since from fold.members_of(p_root) m(id) cross join lateral fold.standing_links(m.id, fold.dead_places(m.id)) l where l.source_record_id = p_record;
  if not found then
    raise exception 'No such record' using errcode = 'no_data_found';
  end if;
  perform fold.begin(p_root);
  if not exists (select 1 from fold.members_of(p_root) m(id) cross join lateral fold.holding(m.id) h
      where h.kind = 'as recorded' or h.kind in ('name','date of birth') and h.source_record_id is null
        or h.kind = 'link' and h.source_record_id not in (select x.id from source_record x join source_record r on r.id = p_record where x.id = r.id or x.feed_id = r.feed_id and x.local_id = r.local_id)) then
    raise exception 'This person rests on this record alone: there is nobody to part it from' using errcode = 'GT001';
  end if;
  if v_to is null then
    insert into person (created_by, is_synthetic) select access.staff(), p.is_synthetic from person p where p.id = p_root returning id into v_to;
  end if;
  -- Every version of the record goes along.
  for v_version in select l.source_record_id from fold.standing_links(v_under, fold.dead_places(v_under)) l join source_record x on x.id = l.source_record_id join source_record r on r.id = p_record
      where x.id = r.id or x.feed_id = r.feed_id and x.local_id = r.local_id order by l.place loop
    perform fold.split_version(v_id, v_under, v_to, v_version, p_why);
  end loop;
  if fold.root_of(v_to) <> p_root then
    perform fold.set_apart_now(p_root, fold.root_of(v_to), 'split', p_why);
  end if;
  perform fold.move_records(v_id, p_root, fold.root_of(v_to));
  perform fold.raise_since(v_id, p_root, fold.root_of(v_to), v_since);
  perform fold.project(p_root);
  perform fold.project(v_to);
  perform fold.tell(array[p_root], 'people-parted');
  return v_to;
end $$;
comment on function fold.split_now(uuid, uuid, text, uuid) is 'Parts a source record, with its earlier versions, from a person: to someone given or to a person of its own.';

create function fold.split_version(p_id uuid, p_under uuid, p_to uuid, p_record uuid, p_why text) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_facts assertion[];
begin
  select array_agg(h order by h.kind <> 'link', h.place) into v_facts from fold.holding(p_under) h where h.source_record_id = p_record and h.kind <> 'split';
  perform fold.assert_both(p_under, p_to, 'split', '{"part":"from"}', '{"part":"to"}', p_record, p_why, null, null, p_id);
  insert into assertion (person_id, place, kind, source_record_id, facts, agency_id, made_by, is_manual, why, model_version, evidence, made_at)
  select p_to, (select max(a.place) from assertion a where a.person_id = p_to) + f.at::integer, f.kind, p_record, f.facts, f.agency_id, f.made_by, f.is_manual, f.why, f.model_version, f.evidence, f.made_at
    from unnest(v_facts) with ordinality as f(person_id, place, id, kind, retracts, source_record_id, other_person_id, facts, agency_id, made_by, is_manual, why, model_version, evidence, made_at, at);
end $$;
comment on function fold.split_version(uuid, uuid, uuid, uuid, text) is 'Asserts that one version of a record stands under another person, with what it says.';

create function fold.move_records(p_id uuid, p_from uuid, p_to uuid) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_place record;
  v_key jsonb;
begin
  for v_place in select p.*, case p.table_name
      when 'source_record' then 't.id in (select a.source_record_id from assertion a where a.id = $1)'
      when 'source_key' then 't.record_id in (select a.source_record_id from assertion a where a.id = $1)'
      when 'feed_subject' then '(t.feed_id, t.local_id) in (select r.feed_id, r.local_id from assertion a join source_record r on r.id = a.source_record_id where a.id = $1)'
      when 'involvement' then 't.id in (select f.involvement_id from feed_subject f join source_record r on (r.feed_id, r.local_id) = (f.feed_id, f.local_id) join assertion a on a.source_record_id = r.id where a.id = $1)' end as which
    from fold.places() p where p.column_name = 'person_id' and (p.table_name in ('source_record','source_key','feed_subject') or p.table_name = 'involvement' and to_regclass('public.feed_subject') is not null) loop
    for v_key in execute format('select %s from %I t where t.person_id = $2 and %s', fold.key_of(v_place.keys), v_place.table_name, v_place.which) using p_id, p_from loop
      perform fold.move_row(p_id, p_from, p_to, v_place.table_name, 'person_id', v_place.keys, v_key);
    end loop;
  end loop;
end $$;
comment on function fold.move_records(uuid, uuid, uuid) is 'Moves the rows of a split record: the record, its key, and the involvement the same row of the feed told of.';

create function fold.raise_since(p_id uuid, p_root uuid, p_to uuid, p_since timestamptz) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_place record;
begin
  for v_place in select * from fold.places() where parts and written is not null and table_name <> 'source_record' loop
    execute format('insert into apportion_item (person_id, other_id, assertion_id, table_name, column_name, row_key)
      select $2, $3, $1, %L, %L, %s from %I t where %I = $2 and t.%I::timestamptz >= $4
        and not exists (select 1 from assertion a where a.id = (to_jsonb(t) ->> ''id'')::uuid and not (a.is_manual and a.source_record_id is null and a.kind <> ''as recorded''))',
      v_place.table_name, v_place.column_name, fold.key_of(v_place.keys), v_place.table_name, v_place.column_name, v_place.written) using p_id, p_root, p_to, p_since;
  end loop;
end $$;
comment on function fold.raise_since(uuid, uuid, uuid, timestamptz) is 'Raises a question for what was written on a person since a record came that was not theirs.';

create function fold.follow_split(p_meant assertion, p_from uuid, p_to uuid, p_stands boolean) returns integer language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_undone uuid := md5(p_meant.id::text || 'undone')::uuid;
  v_root uuid := fold.root_of(p_from);
begin
  if p_stands then
    update person set became_id = null where id = p_to and became_id is not null;
    perform fold.return_rows(v_undone, p_to, p_from, false);
    perform fold.move_records(p_meant.id, v_root, fold.root_of(p_to));
    return 0;
  end if;
  update apportion_item set decided_at = now(), decided_by = access.staff(), decision = 'stays', reason = 'The record belongs here after all' where assertion_id = p_meant.id and decided_at is null;
  perform fold.return_rows(p_meant.id, p_from, p_to, false);
  -- Whoever the split made, and who has nothing else, leads back.
  if not exists (select 1 from fold.holding(p_to) h where h.kind in ('link','as recorded','split')) and not exists (select 1 from person p where p.id = p_to and p.became_id is not null)
      and (select a.kind from assertion a where a.person_id = p_to and a.place = 1) = 'split' then
    delete from certainly_not where (person_a, person_b) = (least(v_root, p_to), greatest(v_root, p_to));
    perform fold.move_rows(v_undone, p_to, v_root);
    update person set became_id = v_root where id = p_to;
  end if;
  return 0;
end $$;
comment on function fold.follow_split(assertion, uuid, uuid, boolean) is 'Carries a split out again, or undoes it: whoever it made leads back, with everything written on them.';

-- Certainly not the same.
create function fold.set_apart_now(p_one uuid, p_other uuid, p_reason text, p_why text) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  if p_one = p_other then
    raise exception 'These are one person now. Take that back first' using errcode = 'GT001';
  end if;
  if not fold.still_apart(p_one, p_other) then
    perform fold.assert_both(p_one, p_other, 'certainly not', jsonb_build_object('reason', p_reason), jsonb_build_object('reason', p_reason), null, p_why, null, null);
  end if;
  insert into certainly_not (person_a, person_b, because, decided_by) values (least(p_one, p_other), greatest(p_one, p_other), case when p_reason in ('twins','born together') then 'twins' else 'decided' end, access.staff()) on conflict do nothing;
end $$;
comment on function fold.set_apart_now(uuid, uuid, text, text) is 'Two people are certainly not the same: as an assertion under each, and where every reader looks.';

create function fold.say_apart(p_one uuid, p_other uuid, p_why text) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform fold.refuse_unless_desk(array[p_one, p_other]);
  perform 1 from person p where p.id in (fold.root_of(p_one), fold.root_of(p_other)) order by p.id for update;
  perform fold.set_apart_now(fold.root_of(p_one), fold.root_of(p_other), 'said', p_why);
end $$;
comment on function fold.say_apart(uuid, uuid, text) is 'Says that two people are certainly not the same; the index desk, for hidden people the shield desk.';

create function fold.apart_is_asserted() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_one record;
begin
  for v_one in select a.person_a, a.person_b, a.because from added a join person p on p.id = a.person_a join person q on q.id = a.person_b loop
    if fold.root_of(v_one.person_a) = fold.root_of(v_one.person_b) then
      raise exception 'These are one person now. Take that back first' using errcode = 'GT001';
    end if;
    if not fold.still_apart(v_one.person_a, v_one.person_b) then
      perform fold.assert_both(v_one.person_a, v_one.person_b, 'certainly not', jsonb_build_object('reason', case v_one.because when 'twins' then 'twins' else 'said' end),
        jsonb_build_object('reason', case v_one.because when 'twins' then 'twins' else 'said' end), null, case v_one.because when 'twins' then 'Known twins' else 'Decided for a contact' end, null, null);
    end if;
  end loop;
  return null;
end $$;
comment on function fold.apart_is_asserted() is 'Whoever says that two people are certainly not the same, by whichever door, asserts it under both.';

create function fold.twins_are_apart() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform fold.keep_twins_apart(array(select r.person_id from added r where r.kind = 'twin'), array(select r.related_id from added r where r.kind = 'twin'));
  perform fold.keep_born_together_apart(array(select r.related_id from added r where r.kind = 'mother'));
  return null;
end $$;
comment on function fold.twins_are_apart() is 'Known twins, and two children of one mother with one date of birth and different given names, are certainly not the same from the moment it is recorded.';

create function fold.born_together_are_apart() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform fold.keep_born_together_apart(array[new.id]);
  return null;
end $$;
comment on function fold.born_together_are_apart() is 'The same, when a date of birth or a given name is corrected.';

create function fold.keep_twins_apart(p_ones uuid[], p_others uuid[]) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_one record;
begin
  for v_one in select distinct least(x.a, x.b) as a, greatest(x.a, x.b) as b from unnest(p_ones, p_others) x(a, b) where x.a <> x.b
      and not exists (select 1 from certainly_not c where c.person_a = least(x.a, x.b) and c.person_b = greatest(x.a, x.b)) loop
    perform fold.set_apart_now(v_one.a, v_one.b, 'twins', 'Known twins');
  end loop;
end $$;
comment on function fold.keep_twins_apart(uuid[], uuid[]) is 'Sets pairs apart as twins, once.';

create function fold.keep_born_together_apart(p_children uuid[]) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_ones uuid[];
  v_others uuid[];
begin
  select array_agg(c.id), array_agg(d.id) into v_ones, v_others
    from unnest(p_children) x(id) join person c on c.id = x.id and c.became_id is null and c.date_of_birth is not null and c.given_name is not null
    join relationship m on m.related_id = c.id and m.kind = 'mother'
    join relationship n on n.person_id = m.person_id and n.kind = 'mother' and n.related_id <> c.id
    join person d on d.id = n.related_id and d.became_id is null and d.date_of_birth = c.date_of_birth and lower(d.given_name) <> lower(c.given_name);
  perform fold.keep_twins_apart(v_ones, v_others);
end $$;
comment on function fold.keep_born_together_apart(uuid[]) is 'Children of one mother born on one day under different given names are twins, whether or not anyone said so.';

create function fold.no_join_across() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_table_name = 'assertion' then
    if exists (select 1 from certainly_not c where c.person_a = least(fold.root_of(new.person_id), fold.root_of(new.other_person_id)) and c.person_b = greatest(fold.root_of(new.person_id), fold.root_of(new.other_person_id))) then
      raise exception 'These two are recorded as certainly not the same person. Take that back first, and say why' using errcode = 'GT001';
    end if;
    return new;
  end if;
  if exists (select 1 from certainly_not c where c.person_a = least(new.id, fold.root_of(new.became_id)) and c.person_b = greatest(new.id, fold.root_of(new.became_id))) then
    raise exception 'These two are recorded as certainly not the same person. Take that back first, and say why' using errcode = 'GT001';
  end if;
  if fold.root_of(new.became_id) is null or fold.root_of(new.became_id) = new.id then
    raise exception 'An id would lead round in a circle' using errcode = 'GT001';
  end if;
  return new;
end $$;
comment on function fold.no_join_across() is 'No join stands against "certainly not the same", and no id leads round in a circle, whoever writes it.';

-- What was written meanwhile, handed out.
create function fold.apportion(p_item uuid, p_decision text, p_reason text) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_item apportion_item;
  v_said assertion;
  v_from uuid;
  v_to uuid;
begin
  select * into v_item from apportion_item where id = p_item for update;
  if not found or not (coalesce(search.i_may_see(fold.root_of(v_item.person_id)), false) and coalesce(search.i_may_see(fold.root_of(v_item.other_id)), false))
      or not access.has_role(array['INDEX','SHIELD','CO','MASH_M','EH_CO','LP','FSW','SW','TM']) then
    raise exception 'No such question' using errcode = 'no_data_found';
  end if;
  if v_item.decided_at is not null then
    raise exception 'Someone has answered this already' using errcode = 'GT001';
  end if;
  v_from := fold.root_of(v_item.person_id);
  v_to := fold.root_of(v_item.other_id);
  update apportion_item set decided_at = now(), decided_by = access.staff(), decision = p_decision, reason = p_reason where person_id = v_item.person_id and id = p_item;
  if p_decision = 'stays' then
    return;
  end if;
  select a.* into v_said from assertion a where a.id = (v_item.row_key ->> 'id')::uuid and a.person_id in (select fold.members_of(v_from)) limit 1;
  if v_item.table_name = 'source_record' then
    perform fold.split_now(v_from, (v_item.row_key ->> 'id')::uuid, p_reason, v_to);
  elsif v_said.id is not null then
    perform fold.begin(v_to);
    insert into assertion (person_id, place, kind, retracts, facts, agency_id, made_by, is_manual, why)
    select v_said.person_id, max(a.place) + 1, 'retract', v_said.place, '{}', v_said.agency_id, access.staff(), true, p_reason from assertion a where a.person_id = v_said.person_id;
    insert into assertion (person_id, place, kind, facts, agency_id, made_by, is_manual, why)
    select v_to, max(a.place) + 1, v_said.kind, v_said.facts, v_said.agency_id, access.staff(), true, p_reason from assertion a where a.person_id = v_to;
    perform fold.project(v_from);
    perform fold.project(v_to);
  else
    begin
      execute format('update %I t set %I = $1 where %2$I = $2 and to_jsonb(t) @> $3', v_item.table_name, v_item.column_name) using v_to, v_from, v_item.row_key;
    exception when unique_violation or check_violation then
      raise exception '%', fold.clash_in_words(v_item.table_name) using errcode = 'GT001';
    end;
  end if;
end $$;
comment on function fold.apportion(uuid, text, text) is 'Carries out what someone said about whose a row is; for whoever may see both people and corrects records. The page asks only who may read the row itself.';

-- Birth.
create function fold.convert_at_birth(p_unborn uuid, p_children jsonb, p_source text) returns uuid[] language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_mother_to_be person;
  v_ids uuid[] := '{}';
  v_id uuid;
  v_child jsonb;
  v_at integer := 0;
  v_many integer := jsonb_array_length(p_children);
  v_first integer;
begin
  if not coalesce(search.i_may_see(p_unborn), false) or not access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM']) then
    raise exception 'No such person' using errcode = 'no_data_found';
  end if;
  select * into v_mother_to_be from person where id = p_unborn and became_id is null for update;
  if v_mother_to_be.expected_on is null or v_mother_to_be.date_of_birth is not null then
    raise exception 'This person is not recorded as an unborn baby' using errcode = 'GT001';
  end if;
  perform fold.begin(p_unborn);
  -- The first living child keeps the id that agencies know; where none lives, the first.
  select coalesce(min(at) filter (where c ->> 'outcome' is null), 1) into v_first from jsonb_array_elements(p_children) with ordinality x(c, at);
  for v_child in select c from jsonb_array_elements(p_children) c loop
    v_at := v_at + 1;
    if v_at = v_first then
      v_id := p_unborn;
    else
      insert into person (created_by, is_synthetic, ethnicity, shield, shield_pending, restricted)
      values (access.staff(), v_mother_to_be.is_synthetic, v_mother_to_be.ethnicity, v_mother_to_be.shield, v_mother_to_be.shield_pending, v_mother_to_be.restricted) returning id into v_id;
    end if;
    v_ids := v_ids || v_id;
    perform fold.assert_birth(v_id, v_child, v_at, v_many, v_mother_to_be, p_source);
  end loop;
  for v_at in 1..v_many loop
    if v_at <> v_first then
      perform fold.follow_birth(p_unborn, v_ids[v_at], p_children -> (v_at - 1));
    end if;
  end loop;
  if p_children -> (v_first - 1) ->> 'outcome' is null then
    update family_member set part = 'child' where person_id = p_unborn and part = 'unborn' and valid_to is null;
  end if;
  update relationship set kind = 'mother' where related_id = p_unborn and kind = 'expecting' and valid_to is null;
  insert into relationship (person_id, related_id, kind, valid_from, source)
  select a.id, b.id, 'twin', (p_children -> 0 ->> 'bornOn')::date, p_source from unnest(v_ids) a(id) cross join unnest(v_ids) b(id) where a.id <> b.id;
  perform fold.tell(array[p_unborn], 'baby-born');
  return v_ids;
end $$;
comment on function fold.convert_at_birth(uuid, jsonb, text) is 'An unborn baby becomes the child or children born: the first living child keeps the id, the others are recorded beside, certainly not the same; involvements, family, assessment and goals follow each living child.';

create function fold.assert_birth(p_id uuid, p_child jsonb, p_at integer, p_many integer, p_before person, p_source text) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  insert into assertion (person_id, place, kind, facts, agency_id, made_by, is_manual, why)
  select p_id, coalesce((select max(a.place) from assertion a where a.person_id = p_id), 0) + row_number() over (), f.kind, jsonb_strip_nulls(f.facts) || jsonb_build_object('source', p_source), (access.my_agencies())[1], access.staff(), true,
      case when p_child ->> 'outcome' is null then 'Born' else 'What happened was recorded' end || case when p_many > 1 then ', ' || p_at || ' of ' || p_many else '' end
    from (values
      ('name', jsonb_build_object('use', 'usual', 'given', p_child ->> 'givenName', 'family', coalesce(p_child ->> 'familyName', p_before.family_name), 'preferred', case when p_child ->> 'givenName' is null then 'Baby' end), true),
      ('date of birth', case when p_child ->> 'bornOn' is null then jsonb_build_object('expectedOn', p_before.expected_on, 'outcome', p_child ->> 'outcome')
        else jsonb_build_object('born', p_child ->> 'bornOn', 'bornIs', 'exact', 'plurality', p_many, 'place', p_at, 'outcome', p_child ->> 'outcome') end, true),
      ('sex', jsonb_build_object('sex', coalesce(p_child ->> 'sex', 'U')), true),
      ('identifier', jsonb_build_object('kind', 'nhs-number', 'value', p_child ->> 'nhsNumber'), p_child ->> 'nhsNumber' is not null)) f(kind, facts, said) where f.said;
  perform fold.project(p_id);
  if p_child ->> 'outcome' is not null then
    update person set died_on = coalesce((p_child ->> 'bornOn')::date, current_date) where id = p_id;
  end if;
end $$;
comment on function fold.assert_birth(uuid, jsonb, integer, integer, person, text) is 'What is known of one child at birth, as assertions.';

create function fold.follow_birth(p_first uuid, p_id uuid, p_child jsonb) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  v_goal record;
  v_copy uuid;
begin
  insert into relationship (person_id, related_id, kind, parental_responsibility, valid_from, source)
  select r.person_id, p_id, case r.kind when 'expecting' then 'mother' else r.kind end, r.parental_responsibility, r.valid_from, r.source from relationship r where r.related_id = p_first and r.valid_to is null and r.kind <> 'twin';
  insert into family_member (family_id, person_id, part, lives_here, valid_from)
  select m.family_id, p_id, case when p_child ->> 'outcome' is null then 'child' else m.part end, m.lives_here, current_date from family_member m where m.person_id = p_first and m.valid_to is null and p_child ->> 'outcome' is null;
  if p_child ->> 'outcome' is not null then
    return;
  end if;
  insert into shield_allow (person_id, staff_id, team_id, granted_by, reason, valid_to) select p_id, s.staff_id, s.team_id, s.granted_by, s.reason, s.valid_to from shield_allow s where s.person_id = p_first;
  insert into restriction_allow (person_id, staff_id, reason, granted_by, valid_to) select p_id, s.staff_id, s.reason, s.granted_by, s.valid_to from restriction_allow s where s.person_id = p_first;
  insert into involvement select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'person_id', p_id))).* from involvement i where i.person_id = p_first and i.ended_on is null
    and not exists (select 1 from involvement j where j.person_id = p_id and j.because_id is not distinct from i.because_id and j.role = i.role and j.staff_id is not distinct from i.staff_id and j.team_id is not distinct from i.team_id and j.ended_on is null and i.because_id is not null);
  insert into person_address select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'person_id', p_id))).* from person_address d where d.person_id = p_first and d.valid_to is null;
  insert into assessment_child select (jsonb_populate_record(c, jsonb_build_object('person_id', p_id))).* from assessment_child c where c.person_id = p_first on conflict do nothing;
  for v_goal in select g.id from plan_goal g where g.for_person_id = p_first loop
    v_copy := gen_random_uuid();
    insert into plan_goal select (jsonb_populate_record(g, jsonb_build_object('id', v_copy, 'for_person_id', p_id))).* from plan_goal g where g.id = v_goal.id;
    insert into plan_goal_need select (jsonb_populate_record(n, jsonb_build_object('goal_id', v_copy))).* from plan_goal_need n where n.goal_id = v_goal.id;
  end loop;
end $$;
comment on function fold.follow_birth(uuid, uuid, jsonb) is 'The family, those at work, the assessment and the goals of the unborn baby follow another living child.';

-- What is sealed: that a child was known by another identity before adoption.
create schema if not exists sealed;
comment on schema sealed is 'That two people are one child, before and after adoption. Which two is encrypted with a key the database does not have; only a mark of the pair, made with a secret the application cannot read, keeps the matcher from asking.';
grant usage on schema sealed to goldthread_app, goldthread_search, goldthread_fold, goldthread_sealed;
grant create on schema sealed to goldthread_sealed;
grant usage on schema access, fold to goldthread_sealed;

create table sealed.secret (
  only_one boolean not null default true,
  secret bytea not null,
  constraint secret_pk primary key (only_one),
  constraint secret_one check (only_one)
);
alter table sealed.secret enable row level security;
alter table sealed.secret force row level security;
comment on table sealed.secret is 'The secret with which pairs are marked: one row, read by the functions of this schema alone.';
comment on column sealed.secret.only_one is 'Always true: there is one secret';
comment on column sealed.secret.secret is '32 random bytes';

create table sealed.cross_reference (
  id uuid not null default gen_random_uuid(),
  reference text not null,
  pair_mark bytea not null,
  contents bytea not null,
  sealed_by uuid not null,
  sealed_at timestamptz not null default now(),
  asked_by uuid,
  asked_at timestamptz,
  asked_because text,
  released_by uuid,
  released_at timestamptz,
  constraint cross_reference_pk primary key (id),
  constraint cross_reference_reference_uq unique (reference),
  constraint cross_reference_pair_uq unique (pair_mark),
  constraint cross_reference_two_officers check (released_by is distinct from asked_by or released_by is null)
);
alter table sealed.cross_reference enable row level security;
alter table sealed.cross_reference force row level security;
comment on table sealed.cross_reference is 'A sealed cross-reference between two people, read by nobody: two officers of the shield desk release it together.';
comment on column sealed.cross_reference.id is 'Opaque id';
comment on column sealed.cross_reference.reference is 'What the officer notes on the adoption file, for example S-7K2M9Q';
comment on column sealed.cross_reference.pair_mark is 'Keyed hash of the two ids: says whether two given people are sealed, never which are';
comment on column sealed.cross_reference.contents is 'The two ids, encrypted with the key from the environment';
comment on column sealed.cross_reference.sealed_by is 'Officer who sealed it';
comment on column sealed.cross_reference.sealed_at is 'When';
comment on column sealed.cross_reference.asked_by is 'First officer who asks for it to be opened';
comment on column sealed.cross_reference.asked_at is 'When';
comment on column sealed.cross_reference.asked_because is 'Why, and on whose authority';
comment on column sealed.cross_reference.released_by is 'Second officer, to whom it was shown last';
comment on column sealed.cross_reference.released_at is 'When';
grant select on sealed.secret to goldthread_sealed;
grant select, insert on sealed.cross_reference to goldthread_sealed;
grant update (asked_by, asked_at, asked_because, released_by, released_at) on sealed.cross_reference to goldthread_sealed;
create policy sealed_reads on sealed.secret for select to goldthread_sealed using (true);
create policy sealed_reads on sealed.cross_reference for select to goldthread_sealed using (true);
create policy sealed_keeps on sealed.cross_reference for insert to goldthread_sealed with check (true);
create policy sealed_releases on sealed.cross_reference for update to goldthread_sealed using (true);
alter table sealed.secret no force row level security;
insert into sealed.secret (secret) values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
alter table sealed.secret force row level security;

create function sealed.mark(p_one uuid, p_other uuid) returns bytea language sql stable set search_path = pg_catalog, public as $$
  select sha256(s.secret || sha256(s.secret || uuid_send(least(p_one, p_other)) || uuid_send(greatest(p_one, p_other)))) from sealed.secret s
$$;
comment on function sealed.mark(uuid, uuid) is 'Keyed hash of a pair.';
create function sealed.is_pair(p_one uuid, p_other uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from sealed.cross_reference c where c.pair_mark = sealed.mark(p_one, p_other))
$$;
comment on function sealed.is_pair(uuid, uuid) is 'Whether two given people are sealed, for the functions that join and ask; the application may not call it.';
create function sealed.refuse_unless_officer() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not access.in_team_for(array['shield-desk']) then
    raise exception 'Only the shield desk seals and opens' using errcode = 'insufficient_privilege';
  end if;
end $$;
comment on function sealed.refuse_unless_officer() is 'Refuses (42501) whoever is not of the shield desk.';
create function sealed.keep(p_before uuid, p_after uuid, p_reference text, p_contents bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform sealed.refuse_unless_officer();
  perform fold.close_identity(p_before, p_after);
  insert into sealed.cross_reference (reference, pair_mark, contents, sealed_by) values (p_reference, sealed.mark(p_before, p_after), p_contents, access.staff());
exception when unique_violation then
  raise exception 'These two are sealed already' using errcode = 'GT001';
end $$;
comment on function sealed.keep(uuid, uuid, text, bytea) is 'Seals that two people are one child: closes the identity before adoption and keeps the encrypted cross-reference. The shield desk alone.';
create function sealed.release(p_reference text, p_because text) returns bytea language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_one sealed.cross_reference;
begin
  perform sealed.refuse_unless_officer();
  select * into v_one from sealed.cross_reference c where c.reference = upper(trim(p_reference)) for update;
  if not found then
    raise exception 'No such reference' using errcode = 'no_data_found';
  end if;
  if v_one.asked_by is null or v_one.released_at is not null or v_one.asked_at < now() - interval '1 day' then
    update sealed.cross_reference set asked_by = access.staff(), asked_at = now(), asked_because = p_because, released_by = null, released_at = null where id = v_one.id;
    return null;
  end if;
  if v_one.asked_by = access.staff() then
    raise exception 'You asked for this yourself. Another officer of the shield desk opens it' using errcode = 'GT001';
  end if;
  update sealed.cross_reference set released_by = access.staff(), released_at = now() where id = v_one.id;
  return v_one.contents;
end $$;
comment on function sealed.release(text, text) is 'Two officers open a cross-reference: the first asks, saying why; another, within a day, receives the encrypted contents once. It stays sealed.';
create function sealed.waiting() returns table (reference text, asked_by text, asked_at timestamptz, because text, mine boolean) language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  perform sealed.refuse_unless_officer();
  return query select c.reference, s.display_name, c.asked_at, c.asked_because, c.asked_by = access.staff() from sealed.cross_reference c join staff s on s.id = c.asked_by where c.asked_at > now() - interval '1 day' and c.released_at is null order by c.asked_at;
end $$;
comment on function sealed.waiting() is 'Requests to open that wait for a second officer; references alone, nobody''s name.';
create function sealed.nothing_asked_about_pair() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_row jsonb := to_jsonb(new);
begin
  if sealed.is_pair(new.person_id, coalesce(v_row ->> 'other_person_id', v_row ->> 'shielded_id')::uuid) then
    return null;
  end if;
  return new;
end $$;
comment on function sealed.nothing_asked_about_pair() is 'No question is ever raised between the two identities of an adopted child: the row is not written, and nothing says so.';
grant select on staff to goldthread_sealed;
create policy sealed_reads on staff for select to goldthread_sealed using (true);
create trigger link_question_unsealed before insert on link_question for each row execute function sealed.nothing_asked_about_pair();
create trigger shield_question_unsealed before insert on shield_question for each row execute function sealed.nothing_asked_about_pair();

create function fold.close_identity(p_before uuid, p_after uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_number text;
begin
  if p_before = p_after or not exists (select 1 from person where id = p_before and became_id is null and id <> all(access.people_closed_to_me())) or not exists (select 1 from person where id = p_after and became_id is null and id <> all(access.people_closed_to_me())) then
    raise exception 'No such person' using errcode = 'no_data_found';
  end if;
  select i.kind into v_number from identifier i join identifier j on j.kind = i.kind and j.value = i.value where i.person_id = p_before and j.person_id = p_after limit 1;
  if v_number is not null then
    raise exception 'Both records hold the same number (%). A new one is issued on adoption: correct the new record first', v_number using errcode = 'GT001';
  end if;
  if exists (select 1 from relationship r where (r.person_id = p_before and r.related_id = p_after) or (r.person_id = p_after and r.related_id = p_before)) or exists (
      select 1 from relationship r join relationship s on s.person_id = r.person_id where r.related_id = p_before and s.related_id = p_after and r.valid_to is null and s.valid_to is null) then
    raise exception 'The new record still names someone of the family before adoption. Take that relationship out first' using errcode = 'GT001';
  end if;
  -- Names of before no longer find the child of today.
  perform fold.begin(p_after);
  insert into assertion (person_id, place, kind, retracts, facts, agency_id, made_by, is_manual, why)
  select p_after, (select max(a.place) from assertion a where a.person_id = p_after) + row_number() over (), 'retract', h.place, '{}', (access.my_agencies())[1], access.staff(), true, 'A name no longer used'
    from fold.holding(p_after) h join person q on q.id = p_after where h.kind = 'name' and (h.facts ->> 'given', h.facts ->> 'family') is distinct from (q.given_name, q.family_name);
  delete from person_name n using person q where q.id = p_after and n.person_id = p_after and (n.given_name, n.family_name) is distinct from (q.given_name, q.family_name);
  perform fold.project(p_after);
  update person set shield = 'hidden', shield_pending = false where id = p_before;
  update family_member set valid_to = current_date where person_id = p_before and valid_to is null;
  update involvement set ended_on = greatest(current_date, started_on) where person_id = p_before and ended_on is null;
  delete from certainly_not where p_before in (person_a, person_b) and p_after in (person_a, person_b);
end $$;
comment on function fold.close_identity(uuid, uuid) is 'Closes the identity before adoption: hidden, nobody at work with it, in no family; it leads nowhere. Names of before are taken out of the record of today. For sealed.keep alone.';

-- Rights: each role what its functions need, and nothing else.
grant select, insert on person_move to goldthread_fold;
grant update (returned_at) on person_move to goldthread_fold;
create policy fold_reads on person_move for select to goldthread_fold using (true);
create policy fold_remembers on person_move for insert to goldthread_fold with check (true);
create policy fold_returns on person_move for update to goldthread_fold using (true);
grant select on apportion_item to goldthread_app;
-- An address that is shielded, or of someone shielded, is no more readable in what was asserted than where people live.
create policy where_they_live on assertion as restrictive for select to goldthread_app using (
  kind not in ('address','contact point','as recorded') or exists (select 1 from person p where p.id = person_id and (p.shield = 'none' and not fold.says_shielded(facts)
    or p.id = any((select access.people_opened_to_me())::uuid[]) or (select access.in_team_for(array['shield-desk'])))));
create policy where_they_live on source_record as restrictive for select to goldthread_app using (
  exists (select 1 from person p where p.id = person_id and (p.shield = 'none' or p.id = any((select access.people_opened_to_me())::uuid[]) or (select access.in_team_for(array['shield-desk'])))));
create policy only_while_working on source_record as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()));
create policy only_while_working on assertion as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()));
create policy only_while_working on apportion_item as restrictive for all to goldthread_app using ((select access.works_today()));
create policy both_people on apportion_item for select to goldthread_app using (
  exists (select 1 from person p where p.id = person_id) and exists (select 1 from person p where p.id = other_id));

grant select, insert on assertion to goldthread_fold;
create policy fold_reads on assertion for select to goldthread_fold using (true);
create policy fold_asserts on assertion for insert to goldthread_fold with check (true);
grant select on person, certainly_not, agency, staff, team, membership, restriction_allow, shield_allow, break_glass, index_look, conflict_of_interest, shield_question, early_help_episode, person_search to goldthread_fold;
grant insert on person to goldthread_fold;
grant update (became_id, given_name, family_name, preferred_name, date_of_birth, date_of_birth_is, expected_on, sex, died_on, shield, shield_pending, restricted) on person to goldthread_fold;
create policy fold_reads on person for select to goldthread_fold using (true);
create policy fold_records on person for insert to goldthread_fold with check (became_id is null);
create policy fold_projects on person for update to goldthread_fold using (true);
grant insert, delete on certainly_not to goldthread_fold;
create policy fold_reads on certainly_not for select to goldthread_fold using (true);
create policy fold_sets_apart on certainly_not for insert to goldthread_fold with check (true);
create policy fold_joins on certainly_not for delete to goldthread_fold using (true);
create policy fold_reads on agency for select to goldthread_fold using (true);
create policy fold_reads on staff for select to goldthread_fold using (true);
create policy fold_reads on team for select to goldthread_fold using (true);
create policy fold_reads on membership for select to goldthread_fold using (true);
create policy fold_reads on early_help_episode for select to goldthread_fold using (true);
create policy fold_reads on person_search for select to goldthread_fold using (true);
grant insert on alert to goldthread_fold;
create policy fold_tells on alert for insert to goldthread_fold with check (kind in ('people-joined','people-parted','baby-born'));
grant update (settled_at, settled_as, person_id, other_person_id) on link_question to goldthread_fold;
grant insert on link_question to goldthread_fold;
create policy fold_asks on link_question for insert to goldthread_fold with check (settled_at is null and needs_second_reader);

-- Every table that names a person: its rows move with a join.
do $$
declare
  v record;
begin
  for v in select distinct c.conrelid::regclass as tab, a.attname as col from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'person'::regclass and cardinality(c.conkey) = 1 and c.conrelid::regclass::text <> all(array['person','person_search','assertion','certainly_not'])
    union select c.oid::regclass, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace = 'public'::regnamespace and (c.relname, a.attname) in (('source_key','person_id'), ('feed_subject','person_id'), ('link_question','other_person_id')) loop
    execute format('grant select, update (%I) on %s to goldthread_fold', v.col, v.tab);
    if not exists (select 1 from pg_policy p where p.polrelid = v.tab and p.polname = 'fold_reads') then
      execute format('create policy fold_reads on %s for select to goldthread_fold using (true)', v.tab);
    end if;
    if not exists (select 1 from pg_policy p where p.polrelid = v.tab and p.polname = 'fold_moves') then
      execute format('create policy fold_moves on %s for update to goldthread_fold using (true)', v.tab);
    end if;
  end loop;
  -- Doubles are set aside and put back; the lists of a person are made anew; births add.
  foreach v.tab in array array['family_member','relationship','restriction_allow','conflict_of_interest','involvement_watch','person_name','person_address','person_contact_point','identifier']::regclass[] loop
    execute format('grant insert, delete on %s to goldthread_fold', v.tab);
    execute format('create policy fold_puts_back on %s for insert to goldthread_fold with check (true)', v.tab);
    execute format('create policy fold_sets_aside on %s for delete to goldthread_fold using (true)', v.tab);
  end loop;
  foreach v.tab in array array['involvement','shield_allow','assessment_child','plan_goal','plan_goal_need','apportion_item']::regclass[] loop
    execute format('grant select, insert on %s to goldthread_fold', v.tab);
    execute format('create policy fold_adds on %s for insert to goldthread_fold with check (true)', v.tab);
  end loop;
end $$;
create policy fold_reads on plan_goal_need for select to goldthread_fold using (true);
grant update (valid_to) on person_address to goldthread_fold;
grant update (part, valid_to) on family_member to goldthread_fold;
grant update (kind) on relationship to goldthread_fold;
grant update (ended_on) on involvement to goldthread_fold;
grant update (decided_at, decided_by, decision, reason) on apportion_item to goldthread_fold;

-- A row that only moves is no news: what follows changed work does not follow a join, or nothing would come back as it was.
do $$
declare
  v record;
begin
  for v in select t.tgname, t.tgrelid::regclass as tab, pg_get_triggerdef(t.oid) as def from pg_trigger t
      where not t.tgisinternal and t.tgname <> all(array['link_question_unsealed','shield_question_unsealed']) and (t.tgtype & 16) > 0 and (t.tgtype & 64) = 0
        and (t.tgrelid::regclass::text in ('family_member') or t.tgrelid in (select c.conrelid from pg_constraint c where c.contype = 'f' and c.confrelid = 'person'::regclass)) and pg_get_triggerdef(t.oid) not like '% WHEN %' loop
    execute format('drop trigger %I on %s', v.tgname, v.tab);
    execute regexp_replace(v.def, ' EXECUTE FUNCTION', ' WHEN (CURRENT_USER <> ''goldthread_fold'') EXECUTE FUNCTION');
  end loop;
end $$;

create trigger certainly_not_asserted after insert on certainly_not referencing new table as added for each statement when (current_user <> 'goldthread_fold') execute function fold.apart_is_asserted();
create trigger relationship_twins_apart after insert on relationship referencing new table as added for each statement execute function fold.twins_are_apart();
create trigger person_born_together_apart after update of date_of_birth, given_name on person for each row
  when (new.date_of_birth is not null and (new.date_of_birth, new.given_name) is distinct from (old.date_of_birth, old.given_name)) execute function fold.born_together_are_apart();
create trigger assertion_no_join_across before insert on assertion for each row when (new.kind = 'merge') execute function fold.no_join_across();
create trigger person_no_join_across before update of became_id on person for each row when (new.became_id is not null) execute function fold.no_join_across();

do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'fold' loop
    execute format('alter function %s owner to goldthread_fold', f);
  end loop;
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'sealed' loop
    execute format('alter function %s owner to goldthread_sealed', f);
  end loop;
end $$;
alter type fold.told owner to goldthread_fold;
revoke execute on all functions in schema fold, sealed from public;
grant execute on function access.staff(), access.has_role(text[]), access.in_team_for(text[]), access.people_closed_to_me(), access.people_opened_to_me(), access.people_i_know(), access.people_asked_about(), access.works_today(), access.my_agencies(), access.actor_kind() to goldthread_fold, goldthread_sealed;
grant execute on function search.i_may_see(uuid), search.has_twin(uuid, date, uuid[], uuid[]) to goldthread_fold;
grant execute on function fold.says_shielded(jsonb), fold.next_place(uuid), fold.ask_readers(uuid, uuid, text), fold.begin(uuid), fold.project(uuid), fold.assertions_of(uuid), fold.leads_to(uuid), fold.join_people(uuid, uuid, text, jsonb, uuid), fold.take_back(uuid, integer, text),
  fold.split_record(uuid, uuid, text), fold.say_apart(uuid, uuid, text), fold.apportion(uuid, text, text), fold.convert_at_birth(uuid, jsonb, text) to goldthread_app;
grant execute on function fold.begin(uuid), fold.project(uuid), fold.join_by_machine(uuid, uuid, text, jsonb, text), sealed.is_pair(uuid, uuid) to goldthread_search;
grant execute on function fold.close_identity(uuid, uuid) to goldthread_sealed;
grant execute on function sealed.is_pair(uuid, uuid) to goldthread_fold;
grant execute on function sealed.keep(uuid, uuid, text, bytea), sealed.release(text, text), sealed.waiting() to goldthread_app;
