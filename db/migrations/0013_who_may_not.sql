-- Who may not, whatever else is true. Restrictive policies are added to every permissive one, so a later permissive policy cannot
-- open what is shut here. Found by holding the database against an oracle written from the access model (domain 2.1 to 2.6).

-- A relationship is held by someone at work. A row that names a person (a membership of a team around a family, a look-up, an access
-- list) outlives their post; from the day the post ends, the agency is suspended or they leave, it opens nothing.
create or replace function access.my_teams() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.team_id), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
   where m.staff_id = access.staff() and m.team_id is not null and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
$$;
create or replace function access.my_agencies() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.agency_id), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
$$;
create or replace function access.has_role(roles text[]) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from membership m join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
    where m.staff_id = access.staff() and m.role = any(roles) and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date))
$$;
create or replace function access.in_team_for(purposes text[]) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from membership m join team t on t.id = m.team_id join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
    where m.staff_id = access.staff() and t.purpose = any(purposes) and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date))
$$;
create function access.works_today() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select access.actor_kind() <> 'staff' or exists (select 1 from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date))
$$;
comment on function access.works_today() is 'False for a member of staff who holds no post today in an agency that is not suspended, or who has left. Call as (select access.works_today()).';
create function access.contacts_in_conflict_with_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct contact_id), '{}') from contact_recognition where person_id = any(access.people_closed_to_me())
$$;
comment on function access.contacts_in_conflict_with_me() is 'Contacts about someone with whom the person asking has a conflict of interest.';
create function access.people_asked_about() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct p), '{}') from (select id p from person where shield <> 'none' union all select person_id from shield_question union all select shielded_id from shield_question) asked
   where access.in_team_for(array['shield-desk'])
$$;
comment on function access.people_asked_about() is 'For the shield desk alone: shielded people and those a question was raised about. A short list.';
grant select on shield_question to goldthread_access;
create policy access_reads on shield_question for select to goldthread_access using (true);
do $$
declare
  f text;
begin
  foreach f in array array['works_today', 'contacts_in_conflict_with_me', 'people_asked_about'] loop
    execute format('alter function access.%I() owner to goldthread_access', f);
    execute format('revoke execute on function access.%I() from public', f);
    execute format('grant execute on function access.%I() to goldthread_app, goldthread_search', f);
  end loop;
end $$;

do $$
declare
  t text;
begin
  foreach t in array array['person','person_name','person_address','person_contact_point','identifier','relationship','family','family_member','involvement','warning_note','person_search','match_decision','certainly_not',
    'shield_allow','shield_question','restriction_allow','conflict_of_interest','index_look','break_glass',
    'contact','contact_category','contact_person','contact_recognition','contact_decision','contact_handover','contact_question','contact_feedback','contact_note','hub_request','stored_file',
    'early_help_episode','episode_change','service_agreement','agreement_sharing','assessment','assessment_child','assessment_domain','assessment_evidence','assessment_need','lead_professional','taf_member','taf_meeting',
    'meeting_attendance','meeting_decision','plan','plan_goal','plan_goal_need','plan_action','review','goal_score','referral','strategy_request','chronology_event'] loop
    execute format('create policy only_while_working on %I as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()))', t);
  end loop;
end $$;

-- A restricted record is for its access list alone: having recorded the person once is no leave. The shield desk knows those who are
-- shielded or asked about; for anyone else it states a reason as everyone does. Nobody changes a person who is shut to them, blind or not.
create policy restricted_needs_leave on person as restrictive for select to goldthread_app using (
  not restricted or id = any((select access.people_opened_to_me())::uuid[]));
create policy desk_knows_the_shielded on person as restrictive for select to goldthread_app using (
  not (select access.in_team_for(array['shield-desk'])) or id = any((select access.people_asked_about())::uuid[])
  or id = any((select access.people_i_know())::uuid[]) or id = any((select access.people_opened_to_me())::uuid[]) or created_by = access.staff());
create policy nobody_shut_out_changes on person as restrictive for update to goldthread_app using (
  id <> all((select access.people_hidden_from_me())::uuid[]) or ((select access.in_team_for(array['shield-desk'])) and id <> all((select access.people_closed_to_me())::uuid[])));
create or replace function search.i_may_see(p_person uuid) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select exists (select 1 from person p
    where p.id = p_person and access.works_today() and p.id <> all(access.people_closed_to_me())
      and (p.shield <> 'hidden' or p.id = any(access.people_opened_to_me()) or access.in_team_for(array['shield-desk']))
      and (not p.restricted or p.id = any(access.people_opened_to_me()))
      and (p.id = any(access.people_i_know()) or (p.id = any(access.people_opened_to_me()) and not p.shield_pending) or p.created_by = access.staff() or p.id = any(access.people_asked_about())))
$$;

-- A conflict of interest is a hard block both ways: also against colleagues' concerns, emergency access, look-ups and the guards' own lists.
create policy no_conflict on contact as restrictive for select to goldthread_app using (
  referrer_staff_id = access.staff() or id <> all((select access.contacts_in_conflict_with_me())::uuid[]));
create policy no_conflict on break_glass as restrictive for select to goldthread_app using (person_id <> all((select access.people_closed_to_me())::uuid[]));
create policy no_conflict on index_look as restrictive for select to goldthread_app using (person_id <> all((select access.people_closed_to_me())::uuid[]));
create policy no_conflict on restriction_allow as restrictive for select to goldthread_app using (person_id <> all((select access.people_closed_to_me())::uuid[]));
create policy no_conflict on shield_allow as restrictive for select to goldthread_app using (person_id <> all((select access.people_closed_to_me())::uuid[]));
create policy no_conflict on shield_question as restrictive for select to goldthread_app using (
  person_id <> all((select access.people_closed_to_me())::uuid[]) and shielded_id <> all((select access.people_closed_to_me())::uuid[]));

-- What was passed on about someone shut to the person asking would tell that there is someone.
create policy nobody_shut_out on contact_handover as restrictive for select to goldthread_app using (
  (select access.is_system()) or person_id <> all((select access.people_hidden_from_me())::uuid[]));

-- A co-ordinator of early help does not read what is for social care alone (domain 2.2, EH_CO).
create policy social_care_alone on chronology_event as restrictive for select to goldthread_app using (
  open_to <> 'social care' or added_by = access.staff() or (select access.is_system()) or (select access.has_role(array['MASH_M','SW','TM'])));

-- Working out who should be involved is for the triggers; 0006 had handed it to the application with everything else.
revoke execute on function access.episode_involvement(uuid), access.referral_involvement(uuid), access.strategy_involvement(uuid), access.wanted_involvement(text, uuid),
  access.settle_involvement(text, uuid), access.follow_work(), access.follow_family(), access.one_lead() from goldthread_app, goldthread_search;
