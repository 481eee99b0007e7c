-- Partner onboarding (S-006, S-158): an agency applies, is checked, signs an agreement made of clauses, and goes live; the clauses that
-- stand are compiled onto the agency and say what it may send and see. Without a clause, nothing.

alter table membership drop constraint membership_role_known;
alter table membership add constraint membership_role_known check (role in ('REF','DSL','SENCO','HV','SN','MIDW','GP','CLIN','POL_PPD','PROB','YOT','HOUS','ADULT_MH','ADULT_SM','IDVA','VCS','CO','FIS','MASH_M','EH_CO','LP','FSW','SW','TM','SM_HOS','COMM','CONTRACT','PERF','DCS','DPO','QA_AUD','SYSADMIN','SHIELD','INDEX','AG_ADM','PARTNER_M'));

alter table agency add column clauses text[] not null default '{}';
alter table agency add column agreement_until date;
alter table agency add constraint agency_clauses_known check (clauses <@ array['concerns','hub-answers','index','families','police-notifications','feeds','council-work']);
comment on column agency.clauses is 'Clauses of the agreement that stands today, compiled: what the agency may send and see';
comment on column agency.agreement_until is 'Last day of the agreement that stands; null where it has none';

create sequence partner_reference_seq;

create table partner_application (
  id uuid not null default gen_random_uuid(),
  reference text not null default ('P-' || lpad(nextval('partner_reference_seq')::text, 4, '0')),
  state text not null default 'APPLIED',
  way text not null,
  agency_name text not null,
  agency_type text not null,
  what_for text not null,
  wanted text[] not null,
  lead_name text not null,
  lead_role text,
  lead_email text not null,
  lead_phone text,
  privacy_name text,
  privacy_email text,
  ico_number text,
  charity_number text,
  safeguarding_policy text not null,
  offers text,
  sponsor text,
  agency_id uuid,
  applied_at timestamptz not null,
  entered_by uuid,
  visitor_key text,
  decided_why text,
  version integer not null default 1,
  constraint partner_application_pk primary key (id),
  constraint partner_application_reference_once unique (reference),
  constraint partner_application_agency_fk foreign key (agency_id) references agency (id),
  constraint partner_application_entered_fk foreign key (entered_by) references staff (id),
  constraint partner_application_state_known check (state in ('APPLIED','CHECKING','AGREEMENT','DPIA','READY','LIVE','TURNED_DOWN','WITHDRAWN')),
  constraint partner_application_way_known check (way in ('small group','full')),
  constraint partner_application_policy_known check (safeguarding_policy in ('yes','being written','no')),
  constraint partner_application_wanted_known check (wanted <@ array['concerns','hub-answers','index','families','police-notifications','feeds']),
  constraint partner_application_agency_when_agreed check (agency_id is not null or state in ('APPLIED','CHECKING','TURNED_DOWN','WITHDRAWN')),
  constraint partner_application_says_why check (state not in ('TURNED_DOWN','WITHDRAWN') or decided_why is not null)
);
alter table partner_application enable row level security;
alter table partner_application force row level security;
comment on table partner_application is 'An agency''s application to join (S-006), by its own people or entered for it. A small voluntary group answers a shorter form (S-158).';
comment on column partner_application.id is 'Opaque id';
comment on column partner_application.reference is 'What the applicant is given';
comment on column partner_application.state is 'APPLIED, CHECKING, AGREEMENT, DPIA, READY, LIVE, TURNED_DOWN, WITHDRAWN';
comment on column partner_application.way is 'small group or full';
comment on column partner_application.agency_name is 'Name of the agency, as people say it';
comment on column partner_application.agency_type is 'Kind of agency, as agency.agency_type';
comment on column partner_application.what_for is 'What they want to join for, in their words';
comment on column partner_application.wanted is 'Clauses they ask for';
comment on column partner_application.lead_name is 'Who leads on this at the agency';
comment on column partner_application.lead_role is 'Their role there';
comment on column partner_application.lead_email is 'Their email';
comment on column partner_application.lead_phone is 'Their telephone';
comment on column partner_application.privacy_name is 'Data protection officer or whoever looks after privacy';
comment on column partner_application.privacy_email is 'Their email';
comment on column partner_application.ico_number is 'Registration with the Information Commissioner, where they need one';
comment on column partner_application.charity_number is 'Charity or company number, where they have one';
comment on column partner_application.safeguarding_policy is 'yes, being written, no';
comment on column partner_application.offers is 'What they offer families, for the directory';
comment on column partner_application.sponsor is 'Who at the council knows them';
comment on column partner_application.agency_id is 'The agency it became';
comment on column partner_application.applied_at is 'When';
comment on column partner_application.entered_by is 'Who at the council entered it for them; null where they applied themselves';
comment on column partner_application.visitor_key is 'Same-browser key of the applicant, to show the receipt';
comment on column partner_application.decided_why is 'Why it was turned down or withdrawn';
comment on column partner_application.version is 'Optimistic version';
create index partner_application_open_ix on partner_application (applied_at) where state not in ('LIVE','TURNED_DOWN','WITHDRAWN');

create table partner_step (
  id uuid not null default gen_random_uuid(),
  application_id uuid not null,
  state text not null,
  note text not null,
  done_by uuid,
  done_at timestamptz not null,
  constraint partner_step_pk primary key (id),
  constraint partner_step_application_fk foreign key (application_id) references partner_application (id),
  constraint partner_step_by_fk foreign key (done_by) references staff (id)
);
alter table partner_step enable row level security;
alter table partner_step force row level security;
comment on table partner_step is 'What was done about an application, step by step.';
comment on column partner_step.id is 'Opaque id';
comment on column partner_step.application_id is 'The application';
comment on column partner_step.state is 'State it came to';
comment on column partner_step.note is 'What was found or done';
comment on column partner_step.done_by is 'Who; null for the applicant';
comment on column partner_step.done_at is 'When';
create index partner_step_application_ix on partner_step (application_id, done_at);

create table partner_agreement (
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  number integer not null,
  reference text not null,
  clauses text[] not null,
  purposes text not null,
  lawful_basis text not null,
  retention text not null,
  starts_on date not null,
  review_on date not null,
  ends_on date,
  theirs_by text,
  theirs_on date,
  ours_by uuid,
  ours_on date,
  dpia_reference text,
  dpia_by uuid,
  dpia_at timestamptz,
  stands_from timestamptz,
  ended_at timestamptz,
  ended_why text,
  drafted_by uuid,
  drafted_at timestamptz not null,
  version integer not null default 1,
  constraint partner_agreement_pk primary key (id),
  constraint partner_agreement_agency_fk foreign key (agency_id) references agency (id),
  constraint partner_agreement_number_once unique (agency_id, number),
  constraint partner_agreement_ours_fk foreign key (ours_by) references staff (id),
  constraint partner_agreement_dpia_fk foreign key (dpia_by) references staff (id),
  constraint partner_agreement_drafted_fk foreign key (drafted_by) references staff (id),
  constraint partner_agreement_clauses_known check (clauses <@ array['concerns','hub-answers','index','families','police-notifications','feeds','council-work']),
  constraint partner_agreement_dates check (review_on >= starts_on and (ends_on is null or ends_on >= starts_on)),
  constraint partner_agreement_stands_when_signed check (stands_from is null or (theirs_on is not null and ours_on is not null and dpia_reference is not null)),
  constraint partner_agreement_ended_says_why check ((ended_at is null) = (ended_why is null))
);
alter table partner_agreement enable row level security;
alter table partner_agreement force row level security;
comment on table partner_agreement is 'One information-sharing agreement with an agency. A change is a further agreement; the one that stands is compiled onto the agency.';
comment on column partner_agreement.id is 'Opaque id';
comment on column partner_agreement.agency_id is 'The agency';
comment on column partner_agreement.number is '1 for the first';
comment on column partner_agreement.reference is 'Reference both sides know it by';
comment on column partner_agreement.clauses is 'What the agency may send and see';
comment on column partner_agreement.purposes is 'What the information is shared for';
comment on column partner_agreement.lawful_basis is 'Lawful basis (Article 6, Article 9, statute)';
comment on column partner_agreement.retention is 'How long each side keeps what it is sent';
comment on column partner_agreement.starts_on is 'First day';
comment on column partner_agreement.review_on is 'Day it is looked at again';
comment on column partner_agreement.ends_on is 'Last day, where it has one';
comment on column partner_agreement.theirs_by is 'Who signed for the agency';
comment on column partner_agreement.theirs_on is 'When';
comment on column partner_agreement.ours_by is 'Who signed for the council';
comment on column partner_agreement.ours_on is 'When';
comment on column partner_agreement.dpia_reference is 'Impact assessment that covers it';
comment on column partner_agreement.dpia_by is 'Privacy officer who recorded it';
comment on column partner_agreement.dpia_at is 'When';
comment on column partner_agreement.stands_from is 'When it was compiled onto the agency';
comment on column partner_agreement.ended_at is 'When it stopped standing';
comment on column partner_agreement.ended_why is 'Why: replaced, its last day passed, the agency left';
comment on column partner_agreement.drafted_by is 'Who drafted it; null for one that stood before agreements were kept here';
comment on column partner_agreement.drafted_at is 'When';
comment on column partner_agreement.version is 'Optimistic version';
create unique index partner_agreement_one_stands on partner_agreement (agency_id) where stands_from is not null and ended_at is null;
create index partner_agreement_review_ix on partner_agreement (review_on) where stands_from is not null and ended_at is null;

-- Whoever administers an agency's people; the agencies' clauses of the person asking.
create function access.agencies_i_administer() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.agency_id), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
   where m.staff_id = access.staff() and m.role = 'AG_ADM' and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
     and (access.session_agencies() is null or m.agency_id = any(access.session_agencies()))
$$;
comment on function access.agencies_i_administer() is 'Agencies whose people the person asking looks after as their administrator.';
create function access.my_clauses() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct c), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
    cross join lateral unnest(a.clauses) c
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
     and (access.session_agencies() is null or m.agency_id = any(access.session_agencies()))
$$;
comment on function access.my_clauses() is 'Clauses of the agreements of the agencies the person asking works for today.';
create function access.people_only_of(p_agencies uuid[], p_staff uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from membership m where m.staff_id = p_staff and m.agency_id = any(p_agencies))
     and not exists (select 1 from membership m where m.staff_id = p_staff and m.agency_id <> all(p_agencies))
$$;
comment on function access.people_only_of(uuid[], uuid) is 'True when someone works for these agencies and never for another.';
alter function access.agencies_i_administer() owner to goldthread_access;
alter function access.my_clauses() owner to goldthread_access;
alter function access.people_only_of(uuid[], uuid) owner to goldthread_access;
revoke execute on function access.agencies_i_administer(), access.my_clauses(), access.people_only_of(uuid[], uuid) from public;
grant execute on function access.agencies_i_administer(), access.my_clauses(), access.people_only_of(uuid[], uuid) to goldthread_app, goldthread_search, goldthread_access;

grant usage on sequence partner_reference_seq to goldthread_app;
grant select, insert on partner_application, partner_step, partner_agreement to goldthread_app;
grant update (state, agency_id, decided_why, version) on partner_application to goldthread_app;
grant update (clauses, purposes, lawful_basis, retention, starts_on, review_on, ends_on, theirs_by, theirs_on, ours_by, ours_on, dpia_reference, dpia_by, dpia_at, stands_from, ended_at, ended_why, version) on partner_agreement to goldthread_app;

create policy partnership on partner_application for select to goldthread_app using ((select access.has_role(array['PARTNER_M','DPO','SYSADMIN'])));
create policy partnership_works on partner_application for update to goldthread_app using ((select access.has_role(array['PARTNER_M','DPO'])));
create policy applicant on partner_application for select to goldthread_app using (visitor_key is not null and visitor_key = access.draft_key() and applied_at > now() - interval '1 hour');
create policy applies on partner_application for insert to goldthread_app with check (
  state = 'APPLIED' and agency_id is null and (
    access.actor_kind() = 'public' and entered_by is null and visitor_key = access.draft_key()
    or entered_by = access.staff() and (select access.has_role(array['PARTNER_M']))));
create policy partnership on partner_step for select to goldthread_app using ((select access.has_role(array['PARTNER_M','DPO','SYSADMIN'])));
create policy partnership_notes on partner_step for insert to goldthread_app with check (
  done_by = access.staff() and (select access.has_role(array['PARTNER_M','DPO'])));
create policy applicant_begins on partner_step for insert to goldthread_app with check (
  done_by is null and state = 'APPLIED' and exists (select 1 from partner_application a where a.id = application_id and a.visitor_key = access.draft_key()));
create policy partnership on partner_agreement for select to goldthread_app using (
  (select access.is_system()) or (select access.has_role(array['PARTNER_M','DPO','SYSADMIN'])) or agency_id = any((select access.agencies_i_administer())::uuid[]));
create policy partnership_drafts on partner_agreement for insert to goldthread_app with check (drafted_by = access.staff() and stands_from is null and (select access.has_role(array['PARTNER_M'])));
create policy partnership_changes on partner_agreement for update to goldthread_app using ((select access.has_role(array['PARTNER_M','DPO'])));
create policy first_administrator on partner_agreement for insert to goldthread_app with check ((select access.is_system()) and (select access.nobody_administers()));
create policy system_ends on partner_agreement for update to goldthread_app using ((select access.is_system()));

-- The partnership manager enters agencies and their first administrator; an agency's administrator looks after its own people and desks.
create policy partnership_enters on agency for insert to goldthread_app with check ((select access.has_role(array['PARTNER_M'])) and clauses = '{}' and agreement_signed_on is null);
create policy partnership_changes on agency for update to goldthread_app using ((select access.has_role(array['PARTNER_M'])));
create policy agreements_end on agency for update to goldthread_app using ((select access.is_system()));
create policy partnership_enters on staff for insert to goldthread_app with check (
  (select access.has_role(array['PARTNER_M'])) or cardinality((select access.agencies_i_administer())) > 0);
create policy agency_gives on membership for insert to goldthread_app with check (
  agency_id = any((select access.agencies_i_administer())::uuid[]) and granted_by = access.staff()
  and role in ('REF','DSL','SENCO','HV','SN','MIDW','GP','CLIN','POL_PPD','PROB','YOT','HOUS','ADULT_MH','ADULT_SM','IDVA','VCS','LP','FSW','AG_ADM')
  and not exists (select 1 from membership o where o.staff_id = membership.staff_id and o.agency_id <> all((select access.agencies_i_administer())::uuid[])));
create policy partnership_gives on membership for insert to goldthread_app with check (
  role = 'AG_ADM' and granted_by = access.staff() and (select access.has_role(array['PARTNER_M'])));
create policy agency_ends on membership for update to goldthread_app using (agency_id = any((select access.agencies_i_administer())::uuid[]))
  with check (agency_id = any((select access.agencies_i_administer())::uuid[])
    and role in ('REF','DSL','SENCO','HV','SN','MIDW','GP','CLIN','POL_PPD','PROB','YOT','HOUS','ADULT_MH','ADULT_SM','IDVA','VCS','LP','FSW','AG_ADM'));
create policy agency_keeps on team for insert to goldthread_app with check (
  agency_id = any((select access.agencies_i_administer())::uuid[]) and purpose in ('hub-desk','safeguarding','health','police','other'));
create policy agency_changes on team for update to goldthread_app using (agency_id = any((select access.agencies_i_administer())::uuid[]))
  with check (purpose in ('hub-desk','safeguarding','health','police','other'));
create policy agency_ties on sign_in_identity for insert to goldthread_app with check (
  access.people_only_of((select access.agencies_i_administer()), staff_id)
  and exists (select 1 from identity_provider p join identity_provider_agency b on b.provider_id = p.id
               where p.issuer = sign_in_identity.issuer and b.agency_id = any((select access.agencies_i_administer())::uuid[])));
create policy partnership_binds on identity_provider_agency for insert to goldthread_app with check ((select access.has_role(array['PARTNER_M'])));
create policy partnership_ties on sign_in_identity for insert to goldthread_app with check (
  (select access.has_role(array['PARTNER_M'])) and exists (select 1 from membership m where m.staff_id = sign_in_identity.staff_id and m.role = 'AG_ADM')
  and not exists (select 1 from membership m where m.staff_id = sign_in_identity.staff_id and m.role <> 'AG_ADM'));

-- A role is given within the agreement: the council's own work only where the agreement says so.
create or replace function access.agency_must_have_agreed() returns trigger language plpgsql as $$
declare
  v_clauses text[];
begin
  select clauses into v_clauses from agency where id = new.agency_id and agreement_signed_on is not null and dpia_reference is not null;
  if not found then
    raise exception 'No one may join an agency before its agreement and DPIA reference are recorded' using errcode = 'check_violation', constraint = 'membership_agency_agreed';
  end if;
  if not ('council-work' = any(v_clauses)
      or new.role in ('REF','DSL','SENCO','HV','SN','MIDW','GP','CLIN','POL_PPD','PROB','YOT','HOUS','ADULT_MH','ADULT_SM','IDVA','VCS','AG_ADM','SCRUT')
      or new.role in ('LP','FSW') and 'families' = any(v_clauses)) then
    raise exception 'This role is outside the agreement of the agency' using errcode = 'check_violation', constraint = 'membership_within_agreement';
  end if;
  return new;
end $$;
comment on function access.agency_must_have_agreed() is 'S-006: no agency user before a signed agreement and a DPIA reference, and none with a role outside the agreement.';

-- Clauses are compiled, never typed: an agency has those of the agreement that stands, or none.
create function access.clauses_as_agreed() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.clauses is distinct from old.clauses and new.clauses <> '{}'
     and not exists (select 1 from partner_agreement p where p.agency_id = new.id and p.stands_from is not null and p.ended_at is null and p.clauses = new.clauses) then
    raise exception 'The clauses of an agency are those of the agreement that stands' using errcode = 'check_violation', constraint = 'agency_clauses_as_agreed';
  end if;
  return new;
end $$;
comment on function access.clauses_as_agreed() is 'S-006: what an agency may send and see comes from a signed agreement and from nowhere else.';
revoke execute on function access.clauses_as_agreed() from public;

-- The hub asks, and the index is searched, within the agreement too.
create function access.asked_within_agreement() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from agency where id = new.agency_id and 'hub-answers' = any(clauses) and suspended_at is null) then
    raise exception 'The agreement of this agency does not let the hub ask it' using errcode = 'check_violation', constraint = 'information_request_within_agreement';
  end if;
  return new;
end $$;
comment on function access.asked_within_agreement() is 'S-006: the hub asks only agencies whose agreement says they answer it.';
revoke execute on function access.asked_within_agreement() from public;
create trigger asked_within_agreement before insert on information_request for each row execute function access.asked_within_agreement();
create or replace function access.answers_for() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.agency_id), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null and 'hub-answers' = any(a.clauses)
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
    left join team t on t.id = m.team_id
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
     and (access.session_agencies() is null or m.agency_id = any(access.session_agencies()))
     and m.role = any(array['DSL','HV','SN','MIDW','GP','CLIN','POL_PPD','PROB','YOT','HOUS','ADULT_MH','ADULT_SM','IDVA','VCS','SENCO'])
     and (t.purpose = 'hub-desk' or not exists (select 1 from team d where d.agency_id = m.agency_id and d.purpose = 'hub-desk'))
$$;
create or replace function search.refuse_unless_searcher() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM','HV','SN','MIDW','GP','CLIN','POL_PPD','QA_AUD','DCS','SHIELD','INDEX']) then
    raise exception 'This role does not search the index' using errcode = 'insufficient_privilege';
  end if;
  if not access.my_clauses() && array['index','council-work'] then
    raise exception 'The agreement of this agency does not let it search the index' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Who enters, with the clauses of each agency.
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
      'memberships', coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'agencyId', a.id, 'agencyName', a.name, 'agencyType', a.agency_type, 'clauses', a.clauses, 'teamId', t.id, 'teamName', t.name, 'teamPurpose', t.purpose) order by m.valid_from, m.role) filter (where m.id is not null), '[]'))
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

-- Agreements that stood before: with everything their people and machines could do until today, so that nobody is locked out unseen.
alter table agency no force row level security;
alter table partner_agreement no force row level security;
alter table membership no force row level security;
update agency a set clauses = array['concerns','hub-answers','index','families','police-notifications','feeds'] ||
    case when a.agency_type like 'LA\_%' or exists (select 1 from membership m where m.agency_id = a.id and m.role in ('CO','FIS','MASH_M','EH_CO','SW','TM','SM_HOS','COMM','CONTRACT','PERF','DCS','DPO','QA_AUD','SYSADMIN','SHIELD','INDEX'))
      then array['council-work'] else '{}' end
 where a.agreement_signed_on is not null and a.dpia_reference is not null;
insert into partner_agreement (agency_id, number, reference, clauses, purposes, lawful_basis, retention, starts_on, review_on, theirs_by, theirs_on, ours_on, dpia_reference, stands_from, drafted_at)
  select id, 1, coalesce(agreement_reference, 'before ' || current_date), clauses, 'As the signed agreement says', 'As the signed agreement says', 'As the signed agreement says',
         agreement_signed_on, current_date + 90, 'As the signed agreement says', agreement_signed_on, agreement_signed_on, dpia_reference, now(), now()
    from agency where agreement_signed_on is not null and dpia_reference is not null;
alter table agency force row level security;
alter table partner_agreement force row level security;
alter table membership force row level security;
create trigger clauses_as_agreed before update of clauses on agency for each row execute function access.clauses_as_agreed();
