-- "Who has seen this": those who help a person, and those who oversee access, read in plain facts who opened, changed or found the record.
-- The audit itself stays closed to them: these two functions hand out the few columns the page needs, one person at a time.

grant select on audit_event, audit_subject to goldthread_access;
create policy access_reads on audit_event for select to goldthread_access using (true);
create policy access_reads on audit_subject for select to goldthread_access using (true);

-- The privacy officer and the practice auditor for anyone; those who lead or manage the help for the people they help.
create function access.may_see_who_has_seen(p_person uuid) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select access.has_role(array['DPO','QA_AUD'])
    or (access.has_role(array['TM','SW','LP','EH_CO']) and p_person = any(access.people_i_help()) and p_person <> all(access.people_hidden_from_me()))
$$;
comment on function access.may_see_who_has_seen(uuid) is 'True for the privacy officer and the practice auditor, and for a manager, social worker, lead professional or early help co-ordinator who helps this person.';

create function access.who_has_seen(p_person uuid, p_since timestamptz, p_most integer)
returns table (at timestamptz, who text, job_title text, role text, agency text, actor text, action text, outcome text, purpose text, involved_as text, mine boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  v_officer boolean := access.has_role(array['DPO','QA_AUD']);
begin
  if not access.may_see_who_has_seen(p_person) then
    raise exception 'Not entitled to know who has seen this record' using errcode = 'insufficient_privilege';
  end if;
  return query
    select e.at, s.display_name, s.job_title, e.role, a.name, e.actor, e.action, e.outcome, e.purpose,
      (select i.role from involvement i where i.person_id = p_person and i.staff_id = e.staff_id and i.started_on <= e.at::date and (i.ended_on is null or i.ended_on >= e.at::date)
        order by i.is_lead desc, i.started_on limit 1),
      e.staff_id is not distinct from access.staff()
    from audit_subject x
    join audit_event e on e.id = x.event_id
    left join staff s on s.id = e.staff_id
    left join agency a on a.id = e.agency_id
   where x.person_id = p_person and e.at >= p_since
     -- Left out for all but the officers: what was turned down, looks by the police and by the shield desk, and services whose very involvement is not told.
     and (v_officer or (e.outcome = 'done' and coalesce(a.agency_type, '') <> 'POLICE' and coalesce(e.role, '') not in ('POL_PPD', 'SHIELD')
       and not exists (select 1 from involvement i where i.person_id = p_person and i.sensitive and not i.consent_to_show and i.agency_id <> all(access.my_agencies())
         and (i.staff_id = e.staff_id or (i.team_id is null and i.agency_id = e.agency_id)
           or exists (select 1 from membership m where m.staff_id = e.staff_id and m.team_id = i.team_id)))))
   order by e.id desc limit least(p_most, 2000);
end $$;
comment on function access.who_has_seen(uuid, timestamptz, integer) is 'Who opened, changed, searched or exported one person''s record since a moment, latest first: names, roles, acts and reasons, never content. Police, the shield desk and hidden services are told to the officers alone.';
alter function access.who_has_seen(uuid, timestamptz, integer) owner to goldthread_access;
revoke execute on function access.who_has_seen(uuid, timestamptz, integer), access.may_see_who_has_seen(uuid) from public;
grant execute on function access.who_has_seen(uuid, timestamptz, integer), access.may_see_who_has_seen(uuid) to goldthread_app;
grant execute on function access.may_see_who_has_seen(uuid) to goldthread_access;
