-- While an inherited shield waits for the shield desk, whoever is given work with that person may know them, by whichever door the work
-- came: otherwise a referral or an early help request would lie where nobody can open it, and its silence would tell.

create function search.shield_follows_work() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into shield_allow (person_id, staff_id, team_id, reason)
  select distinct w.person_id, w.staff_id, w.team_id, 'Given work while the shield waits'
    from (
      select a.person_id, a.staff_id, null::uuid as team_id from added a where a.staff_id is not null and a.opens <> 'nothing' and a.ended_on is null
      union select a.person_id, null, a.team_id from added a where a.team_id is not null and a.opens <> 'nothing' and a.ended_on is null
      union select a.person_id, null, t.id from added a join team t on t.agency_id = a.agency_id
        where a.team_id is null and a.staff_id is null and a.opens <> 'nothing' and a.ended_on is null
    ) w
    join person p on p.id = w.person_id and p.shield <> 'none' and p.shield_pending
   where not exists (select 1 from shield_allow s where s.person_id = w.person_id and s.staff_id is not distinct from w.staff_id
       and s.team_id is not distinct from w.team_id and (s.valid_to is null or s.valid_to >= current_date));
  return null;
end $$;
comment on function search.shield_follows_work() is 'After involvements are written: leave to know people whose inherited shield waits, for the practitioners and teams just involved. An agency involved as a whole means its teams.';
alter function search.shield_follows_work() owner to goldthread_search;
revoke execute on function search.shield_follows_work() from public;
create trigger involvement_shield_follows after insert on involvement referencing new table as added for each statement execute function search.shield_follows_work();

-- The same for those who were at work with someone before a correction made them look like a shielded person.
create or replace function search.shield_if_possible(p_person uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
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

drop function search.allow_while_pending(uuid, uuid, uuid);
