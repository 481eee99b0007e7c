-- The index can be spread over machines by person: every key of its tables holds the person, and no constraint of theirs crosses two people.
-- A name, an address or a number is one person's; two people's facts (a join, a relationship, certainly not) stand under the first of them, and
-- the functions that write them see that the other exists.
alter table person_name drop constraint person_name_pk, add constraint person_name_pk primary key (person_id, id);
alter table person_address drop constraint person_address_pk, add constraint person_address_pk primary key (person_id, id);
alter table person_contact_point drop constraint person_contact_point_pk, add constraint person_contact_point_pk primary key (person_id, id);
alter table identifier drop constraint identifier_pk, add constraint identifier_pk primary key (person_id, id);
alter table relationship drop constraint relationship_pk, add constraint relationship_pk primary key (person_id, id);
-- Their old indexes on the person alone are the beginning of the new keys.
drop index person_name_person_ix;
drop index person_contact_point_person_ix;
drop index identifier_person_ix;
drop index relationship_person_ix;
-- A row is sometimes asked for by its id alone, by whoever parts people that were joined; that asks every machine.
create index person_name_id_ix on person_name (id);
create index person_address_id_ix on person_address (id);
create index person_contact_point_id_ix on person_contact_point (id);
create index identifier_id_ix on identifier (id);
create index relationship_id_ix on relationship (id);

alter table person drop constraint person_became_fk;
comment on column person.became_id is 'Person this record was joined to; the id still leads there. No foreign key: they may live on another machine';
alter table relationship drop constraint relationship_related_fk;
comment on column relationship.related_id is 'To whom; they may live on another machine, so no foreign key: whoever writes it sees both';
alter table certainly_not drop constraint certainly_not_b_fk;

-- What joins and parts people found these columns by their foreign keys; now it is told of them.
create or replace function fold.places() returns table (table_name text, column_name text, keys text[], parts boolean, written text) language sql stable set search_path = pg_catalog, public as $$
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

create or replace function fold.project_homes(p_root uuid, p_held assertion[], p_home fold.told) returns void language plpgsql volatile set search_path = pg_catalog, public as $$
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
        when (s.line1, s.postcode) is not distinct from (p_home.facts ->> 'line1', p_home.facts ->> 'postcode') and not exists (select 1 from person_address o where o.id = p_home.id) then null
        else greatest(coalesce(nullif(p_home.on_day, '')::date, (p_home.made_at at time zone 'UTC')::date), d.valid_from) end as ends
      from said s join person_address d on d.id = s.id and d.person_id = p_root
  )
  update person_address d set valid_to = w.ends from wanted w where d.person_id = p_root and d.id = w.id and d.valid_to is distinct from w.ends;
end $$;
