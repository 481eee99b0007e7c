-- A provider speaks only for the agencies it is bound to, during the whole session and not only at its beginning: someone who works for
-- a school and for the council, and signs in with the school's account, acts for the school alone.

grant select on identity_provider, identity_provider_agency to goldthread_access;
create policy access_reads on identity_provider for select to goldthread_access using (true);
create policy access_reads on identity_provider_agency for select to goldthread_access using (true);

create function access.session_agencies() returns uuid[] language sql stable parallel safe
  return nullif(current_setting('app.agencies', true), '')::uuid[];
comment on function access.session_agencies() is 'Agencies the provider of this session may speak for; null outside a session, where nothing is narrowed.';
revoke execute on function access.session_agencies() from public;
grant execute on function access.session_agencies() to goldthread_app, goldthread_search, goldthread_access;

create or replace function access.my_roles() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.role), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
     and (access.session_agencies() is null or m.agency_id = any(access.session_agencies()))
$$;
create or replace function access.my_teams() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.team_id), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
   where m.staff_id = access.staff() and m.team_id is not null and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
     and (access.session_agencies() is null or m.agency_id = any(access.session_agencies()))
$$;
create or replace function access.my_agencies() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.agency_id), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
     and (access.session_agencies() is null or m.agency_id = any(access.session_agencies()))
$$;
create or replace function access.has_role(roles text[]) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from membership m join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
    where m.staff_id = access.staff() and m.role = any(roles) and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
      and (access.session_agencies() is null or m.agency_id = any(access.session_agencies())))
$$;
create or replace function access.in_team_for(purposes text[]) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from membership m join team t on t.id = m.team_id join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
    where m.staff_id = access.staff() and t.purpose = any(purposes) and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
      and (access.session_agencies() is null or m.agency_id = any(access.session_agencies())))
$$;
create or replace function access.works_today() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select access.actor_kind() <> 'staff' or exists (select 1 from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
     and (access.session_agencies() is null or m.agency_id = any(access.session_agencies())))
$$;

create or replace function access.enter_session(p_id_hash text, p_at timestamptz, p_idle interval) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_session session;
  v_provider identity_provider;
  v_agencies uuid[];
  v_answer jsonb;
begin
  select * into v_session from session where id_hash = p_id_hash and ended_at is null and expires_at > p_at and last_used_at > p_at - p_idle;
  if not found then
    return null;
  end if;
  if v_session.last_used_at < p_at - interval '1 minute' then
    update session set last_used_at = p_at where id_hash = p_id_hash;
  end if;
  select * into v_provider from identity_provider where issuer = v_session.issuer;
  if found then
    v_agencies := coalesce((select array_agg(b.agency_id) from identity_provider_agency b where b.provider_id = v_provider.id and v_provider.active), '{}');
  end if;
  perform set_config('app.actor', 'staff', true), set_config('app.staff', v_session.staff_id::text, true), set_config('app.agencies', coalesce(v_agencies::text, ''), true);
  select jsonb_build_object('staffId', s.id, 'name', s.display_name, 'jobTitle', s.job_title, 'csrf', v_session.csrf,
      'previousVisitAt', v_session.previous_visit_at, 'startedAt', v_session.started_at,
      'memberships', coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'agencyId', a.id, 'agencyName', a.name, 'agencyType', a.agency_type, 'teamId', t.id, 'teamName', t.name, 'teamPurpose', t.purpose) order by m.valid_from, m.role) filter (where m.id is not null), '[]'))
    into v_answer
    from staff s
    left join membership m on m.staff_id = s.id and m.valid_from <= p_at::date and (m.valid_to is null or m.valid_to >= p_at::date)
      and (v_agencies is null or m.agency_id = any(v_agencies))
      and exists (select 1 from agency x where x.id = m.agency_id and x.suspended_at is null)
    left join agency a on a.id = m.agency_id
    left join team t on t.id = m.team_id
   where s.id = v_session.staff_id and (s.left_on is null or s.left_on >= p_at::date)
   group by s.id;
  return v_answer;
end $$;
comment on function access.enter_session(text, timestamptz, interval) is 'Finds a live session by the hash of its id, marks it used at most once a minute, sets who is asking for this transaction and for which agencies its provider may speak, and returns who they are with their memberships of today. Null when there is no such session.';
