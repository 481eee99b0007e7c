-- The platform: agencies, people who work, sign-in, sessions, codes, clocks, jobs, audit, drafts.
-- Runs as goldthread_owner. Policies speak to goldthread_app unless they say otherwise.

create schema if not exists access;
create schema if not exists audit;
grant usage on schema access to goldthread_app, goldthread_auditor, goldthread_search, goldthread_access;
grant usage on schema audit to goldthread_app, goldthread_auditor, goldthread_search, goldthread_access;
grant usage on schema public to goldthread_app, goldthread_auditor, goldthread_search, goldthread_access;
grant create on schema access to goldthread_access;

-- Who is asking. Set once per transaction by the application (set_config(..., true)), empty outside one.
create function access.actor_kind() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('app.actor', true), ''), 'nobody');
create function access.staff() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.staff', true), '')::uuid;
create function access.draft_key() returns text language sql stable parallel safe
  return nullif(current_setting('app.draft_key', true), '');
create function access.is_system() returns boolean language sql stable parallel safe
  return access.actor_kind() = 'system';
comment on function access.actor_kind() is 'staff, public, machine, system or nobody: the kind of actor this transaction acts for.';
comment on function access.staff() is 'The member of staff this transaction acts for, or null.';
comment on function access.draft_key() is 'Hash of the same-browser key of a public visitor, or null.';
comment on function access.is_system() is 'True for the worker and for sign-in itself, which act for nobody.';

create table setting (
  key text not null,
  value text not null,
  note text not null,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint setting_pk primary key (key)
);
alter table setting enable row level security;
alter table setting force row level security;
comment on table setting is 'One authority''s own settings: opening hours, limits, whether this is a demonstration.';
comment on column setting.key is 'Name of the setting, for example break-glass-hours';
comment on column setting.value is 'Its value as text';
comment on column setting.note is 'What it changes, in words';
comment on column setting.changed_at is 'When it was last changed';
comment on column setting.changed_by is 'Who changed it; null when it came with the installation';

create table agency (
  id uuid not null default gen_random_uuid(),
  name text not null,
  agency_type text not null,
  agreement_reference text,
  agreement_signed_on date,
  dpia_reference text,
  live_from date,
  suspended_at timestamptz,
  suspended_reason text,
  phone text,
  email text,
  version integer not null default 1,
  constraint agency_pk primary key (id),
  constraint agency_type_known check (agency_type in ('LA_SOCIAL_CARE','LA_EARLY_HELP','LA_EDUCATION','LA_HOUSING','LA_YOT','LA_ADULT','LA_PUBLIC_HEALTH','POLICE','ICB','ACUTE','COMMUNITY_HEALTH','CAMHS','GP','SCHOOL','EARLY_YEARS','PROBATION','CAFCASS','DWP','VCS','PRIVATE_PROVIDER','CARER'))
);
alter table agency enable row level security;
alter table agency force row level security;
comment on table agency is 'An organisation whose people use Goldthread. No one from an agency may work here before its agreement is recorded (S-006).';
comment on column agency.id is 'Opaque id';
comment on column agency.name is 'Name as people say it';
comment on column agency.agency_type is 'SCHOOL, POLICE, LA_SOCIAL_CARE and so on (domain list 9.3)';
comment on column agency.agreement_reference is 'Reference of the signed information-sharing agreement';
comment on column agency.agreement_signed_on is 'When the agreement was signed; null means no users yet';
comment on column agency.dpia_reference is 'Reference of the data protection impact assessment';
comment on column agency.live_from is 'First day the agency''s people may sign in';
comment on column agency.suspended_at is 'When the agency was suspended; its people cannot sign in from then';
comment on column agency.suspended_reason is 'Why it was suspended';
comment on column agency.phone is 'Main telephone';
comment on column agency.email is 'Main secure mailbox';
comment on column agency.version is 'Optimistic version';

create table team (
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  name text not null,
  purpose text not null,
  phone text,
  email text,
  constraint team_pk primary key (id),
  constraint team_agency_fk foreign key (agency_id) references agency (id),
  constraint team_purpose_known check (purpose in ('front-door','early-help','social-work','shield-desk','safeguarding','health','police','commissioning','other'))
);
alter table team enable row level security;
alter table team force row level security;
comment on table team is 'A team within an agency: the front door, an early help locality, a school''s safeguarding team.';
comment on column team.id is 'Opaque id';
comment on column team.agency_id is 'Agency the team belongs to';
comment on column team.name is 'Name of the team';
comment on column team.purpose is 'front-door, early-help, social-work, shield-desk, safeguarding, health, police, other';
comment on column team.phone is 'Telephone, also used as cover for its members';
comment on column team.email is 'Shared mailbox';
create index team_agency_ix on team (agency_id);

create table staff (
  id uuid not null default gen_random_uuid(),
  display_name text not null,
  job_title text not null,
  email text,
  phone text,
  cover_staff_id uuid,
  away_until date,
  left_on date,
  is_synthetic boolean not null default false,
  constraint staff_pk primary key (id),
  constraint staff_cover_fk foreign key (cover_staff_id) references staff (id)
);
alter table staff enable row level security;
alter table staff force row level security;
comment on table staff is 'A person who works with children and families and may sign in.';
comment on column staff.id is 'Opaque id';
comment on column staff.display_name is 'Name shown to colleagues';
comment on column staff.job_title is 'Job title in their own agency';
comment on column staff.email is 'Work email';
comment on column staff.phone is 'Work telephone';
comment on column staff.cover_staff_id is 'Who covers while this person is away';
comment on column staff.away_until is 'Away up to and including this day';
comment on column staff.left_on is 'Last day of work; no sign-in after it';
comment on column staff.is_synthetic is 'True for a demonstration person';

create table identity_provider (
  id uuid not null default gen_random_uuid(),
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret_name text,
  active boolean not null default true,
  constraint identity_provider_pk primary key (id),
  constraint identity_provider_issuer_uq unique (issuer)
);
alter table identity_provider enable row level security;
alter table identity_provider force row level security;
comment on table identity_provider is 'An OpenID Connect provider people sign in with; each is bound to the agencies it may speak for.';
comment on column identity_provider.id is 'Opaque id';
comment on column identity_provider.name is 'Name on the sign-in button';
comment on column identity_provider.issuer is 'Issuer address exactly as in its discovery document';
comment on column identity_provider.client_id is 'Our client id at that provider';
comment on column identity_provider.client_secret_name is 'Name of the environment variable that holds the secret; never the secret';
comment on column identity_provider.active is 'Offered on the sign-in page';

create table identity_provider_agency (
  provider_id uuid not null,
  agency_id uuid not null,
  constraint identity_provider_agency_pk primary key (provider_id, agency_id),
  constraint identity_provider_agency_provider_fk foreign key (provider_id) references identity_provider (id),
  constraint identity_provider_agency_agency_fk foreign key (agency_id) references agency (id)
);
alter table identity_provider_agency enable row level security;
alter table identity_provider_agency force row level security;
comment on table identity_provider_agency is 'Which agencies'' people a provider may sign in.';
comment on column identity_provider_agency.provider_id is 'The provider';
comment on column identity_provider_agency.agency_id is 'An agency it may speak for';

create table sign_in_identity (
  issuer text not null,
  subject text not null,
  staff_id uuid not null,
  added_at timestamptz not null default now(),
  constraint sign_in_identity_pk primary key (issuer, subject),
  constraint sign_in_identity_staff_fk foreign key (staff_id) references staff (id)
);
alter table sign_in_identity enable row level security;
alter table sign_in_identity force row level security;
comment on table sign_in_identity is 'Ties a provider''s subject to a member of staff. People are keyed by issuer and subject, never by email.';
comment on column sign_in_identity.issuer is 'Issuer of the token';
comment on column sign_in_identity.subject is 'Subject at that issuer';
comment on column sign_in_identity.staff_id is 'Who it is';
comment on column sign_in_identity.added_at is 'When the tie was made';
create index sign_in_identity_staff_ix on sign_in_identity (staff_id);

create table membership (
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  agency_id uuid not null,
  team_id uuid,
  role text not null,
  valid_from date not null default current_date,
  valid_to date,
  granted_by uuid,
  constraint membership_pk primary key (id),
  constraint membership_staff_fk foreign key (staff_id) references staff (id),
  constraint membership_agency_fk foreign key (agency_id) references agency (id),
  constraint membership_team_fk foreign key (team_id) references team (id),
  constraint membership_dates check (valid_to is null or valid_to >= valid_from),
  constraint membership_role_known check (role in ('REF','DSL','SENCO','HV','SN','MIDW','GP','CLIN','POL_PPD','PROB','YOT','HOUS','ADULT_MH','ADULT_SM','IDVA','VCS','CO','FIS','MASH_M','EH_CO','LP','FSW','SW','TM','SM_HOS','COMM','CONTRACT','PERF','DCS','DPO','QA_AUD','SYSADMIN','SHIELD'))
);
alter table membership enable row level security;
alter table membership force row level security;
comment on table membership is 'A role someone holds in an agency and perhaps a team, between two dates (domain 2.2).';
comment on column membership.id is 'Opaque id';
comment on column membership.staff_id is 'Who';
comment on column membership.agency_id is 'In which agency';
comment on column membership.team_id is 'In which team, where the role is a team''s';
comment on column membership.role is 'Role code, for example MASH_M';
comment on column membership.valid_from is 'First day';
comment on column membership.valid_to is 'Last day; null while it lasts';
comment on column membership.granted_by is 'Administrator who granted it';
create index membership_staff_ix on membership (staff_id, valid_to);
create index membership_team_ix on membership (team_id) where team_id is not null;

create function access.agency_must_have_agreed() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from agency where id = new.agency_id and agreement_signed_on is not null and dpia_reference is not null) then
    raise exception 'No one may join an agency before its agreement and DPIA reference are recorded' using errcode = 'check_violation', constraint = 'membership_agency_agreed';
  end if;
  return new;
end $$;
comment on function access.agency_must_have_agreed() is 'S-006: no agency user before a signed agreement and a DPIA reference.';
create trigger membership_agency_agreed before insert on membership for each row execute function access.agency_must_have_agreed();

create table session (
  id_hash text not null,
  staff_id uuid not null,
  csrf text not null,
  started_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_because text,
  issuer text not null,
  user_agent text,
  previous_visit_at timestamptz,
  constraint session_pk primary key (id_hash),
  constraint session_staff_fk foreign key (staff_id) references staff (id)
);
alter table session enable row level security;
alter table session force row level security;
comment on table session is 'A server-side session. The cookie holds a random id; only its sha-256 is kept here.';
comment on column session.id_hash is 'Hex sha-256 of the cookie''s id';
comment on column session.staff_id is 'Who is signed in';
comment on column session.csrf is 'Token that every form of this session carries';
comment on column session.started_at is 'When it began';
comment on column session.last_used_at is 'Last request';
comment on column session.expires_at is 'Absolute end';
comment on column session.ended_at is 'When it was ended; null while live';
comment on column session.ended_because is 'signed out, revoked, idle, rotated, expired';
comment on column session.issuer is 'Provider used';
comment on column session.user_agent is 'Browser as it names itself, so that people recognise their sessions';
comment on column session.previous_visit_at is 'When the person was last here before this session';
create index session_staff_ix on session (staff_id, started_at desc);

create table sign_in_attempt (
  state_hash text not null,
  provider_id uuid not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  expires_at timestamptz not null,
  constraint sign_in_attempt_pk primary key (state_hash),
  constraint sign_in_attempt_provider_fk foreign key (provider_id) references identity_provider (id)
);
alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
comment on table sign_in_attempt is 'A sign-in under way: state, nonce and PKCE verifier between the redirect and the callback.';
comment on column sign_in_attempt.state_hash is 'Hex sha-256 of the state parameter';
comment on column sign_in_attempt.provider_id is 'Provider chosen';
comment on column sign_in_attempt.nonce is 'Nonce the id token must carry';
comment on column sign_in_attempt.code_verifier is 'PKCE verifier';
comment on column sign_in_attempt.return_to is 'Local path to go to afterwards';
comment on column sign_in_attempt.expires_at is 'Ten minutes after it began';

create table machine_client (
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  name text not null,
  issuer text not null,
  subject text not null,
  scopes text[] not null,
  active boolean not null default true,
  constraint machine_client_pk primary key (id),
  constraint machine_client_agency_fk foreign key (agency_id) references agency (id),
  constraint machine_client_subject_uq unique (issuer, subject)
);
alter table machine_client enable row level security;
alter table machine_client force row level security;
comment on table machine_client is 'A machine that may call the interface with the issuer''s token.';
comment on column machine_client.id is 'Opaque id';
comment on column machine_client.agency_id is 'Agency it acts for';
comment on column machine_client.name is 'What it is';
comment on column machine_client.issuer is 'Issuer of its tokens';
comment on column machine_client.subject is 'Subject in its tokens';
comment on column machine_client.scopes is 'What it may do';
comment on column machine_client.active is 'May call now';

create table code (
  list text not null,
  code text not null,
  label text not null,
  sort integer not null default 0,
  valid_from date not null default date '2000-01-01',
  valid_to date,
  source text not null,
  constraint code_pk primary key (list, code, valid_from)
);
alter table code enable row level security;
alter table code force row level security;
comment on table code is 'Code lists with validity: referral sources, ethnicity, needs, outcome codes.';
comment on column code.list is 'Name of the list';
comment on column code.code is 'Code as the return has it';
comment on column code.label is 'Words on the screen';
comment on column code.sort is 'Order on the screen';
comment on column code.valid_from is 'First day in use';
comment on column code.valid_to is 'Last day in use';
comment on column code.source is 'Where the list comes from';

create table bank_holiday (
  day date not null,
  title text not null,
  source text not null,
  constraint bank_holiday_pk primary key (day)
);
alter table bank_holiday enable row level security;
alter table bank_holiday force row level security;
comment on table bank_holiday is 'Bank holidays in England and Wales, as data with the day each became known.';
comment on column bank_holiday.day is 'The day';
comment on column bank_holiday.title is 'Its name';
comment on column bank_holiday.source is 'Where it was published';

create table hub_hours (
  weekday integer not null,
  opens_at time not null,
  closes_at time not null,
  valid_from date not null default date '2000-01-01',
  valid_to date,
  constraint hub_hours_pk primary key (weekday, valid_from),
  constraint hub_hours_order check (closes_at > opens_at and weekday between 1 and 7)
);
alter table hub_hours enable row level security;
alter table hub_hours force row level security;
comment on table hub_hours is 'Opening hours of the hub, which some clocks count in.';
comment on column hub_hours.weekday is '1 Monday to 7 Sunday';
comment on column hub_hours.opens_at is 'Opening time in London';
comment on column hub_hours.closes_at is 'Closing time in London';
comment on column hub_hours.valid_from is 'First day of these hours';
comment on column hub_hours.valid_to is 'Last day of these hours';

create table clock_rule (
  key text not null,
  name text not null,
  limit_count integer not null,
  unit text not null,
  warn_fraction numeric(3,2) not null default 0.80,
  basis text not null,
  source text not null,
  valid_from date not null default date '2000-01-01',
  valid_to date,
  constraint clock_rule_pk primary key (key, valid_from),
  constraint clock_rule_unit_known check (unit in ('working-days','calendar-days','weeks','calendar-months','hours','hub-hours')),
  constraint clock_rule_basis_known check (basis in ('statutory','local','professional','seed')),
  constraint clock_rule_limit_positive check (limit_count > 0)
);
alter table clock_rule enable row level security;
alter table clock_rule force row level security;
comment on table clock_rule is 'A rule for a clock: how long, in what unit, and on what authority (domain 3.1).';
comment on column clock_rule.key is 'C01, C02 and so on';
comment on column clock_rule.name is 'What the clock is for';
comment on column clock_rule.limit_count is 'How many units';
comment on column clock_rule.unit is 'working-days, calendar-days, weeks, calendar-months, hours, hub-hours';
comment on column clock_rule.warn_fraction is 'Part of the limit after which it warns';
comment on column clock_rule.basis is 'statutory, local, professional or seed';
comment on column clock_rule.source is 'Statute, guidance or local protocol in words';
comment on column clock_rule.valid_from is 'First day of this rule';
comment on column clock_rule.valid_to is 'Last day of this rule';

create table clock (
  id uuid not null default gen_random_uuid(),
  rule_key text not null,
  subject_kind text not null,
  subject_id uuid not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  warn_at timestamptz not null,
  met_at timestamptz,
  cancelled_at timestamptz,
  breach_reason text,
  constraint clock_pk primary key (id)
);
alter table clock enable row level security;
alter table clock force row level security;
comment on table clock is 'A running or finished clock on one thing. Due dates never move; an extension is a row of its own.';
comment on column clock.id is 'Opaque id';
comment on column clock.rule_key is 'Which rule';
comment on column clock.subject_kind is 'What it runs on: contact, referral, assessment, plan';
comment on column clock.subject_id is 'Id of that thing';
comment on column clock.started_at is 'Trigger moment; its day is day 0';
comment on column clock.due_at is 'End by the rule, fixed when the clock started';
comment on column clock.warn_at is 'When it begins to warn';
comment on column clock.met_at is 'When the thing happened; null while running';
comment on column clock.cancelled_at is 'When the clock stopped without being met';
comment on column clock.breach_reason is 'Why it was late, in the words of the person responsible';
create unique index clock_one_running on clock (rule_key, subject_kind, subject_id) where met_at is null and cancelled_at is null;
create index clock_subject_ix on clock (subject_kind, subject_id);
create index clock_due_ix on clock (due_at) where met_at is null and cancelled_at is null;

create table clock_extension (
  id uuid not null default gen_random_uuid(),
  clock_id uuid not null,
  due_at timestamptz not null,
  reason text not null,
  extended_by uuid not null,
  extended_at timestamptz not null,
  constraint clock_extension_pk primary key (id),
  constraint clock_extension_clock_fk foreign key (clock_id) references clock (id),
  constraint clock_extension_by_fk foreign key (extended_by) references staff (id)
);
alter table clock_extension enable row level security;
alter table clock_extension force row level security;
comment on table clock_extension is 'An extension of a clock: a new due date, by whom and why. The first due date stays on the clock.';
comment on column clock_extension.id is 'Opaque id';
comment on column clock_extension.clock_id is 'Clock extended';
comment on column clock_extension.due_at is 'New due moment';
comment on column clock_extension.reason is 'Why';
comment on column clock_extension.extended_by is 'Who decided';
comment on column clock_extension.extended_at is 'When it was decided';
create index clock_extension_clock_ix on clock_extension (clock_id, extended_at);

create table job (
  id bigint generated always as identity,
  kind text not null,
  payload jsonb not null,
  unique_key text,
  run_at timestamptz not null default now(),
  state text not null default 'ready',
  attempt integer not null default 0,
  max_attempts integer not null default 8,
  fence bigint not null default 0,
  leased_by text,
  leased_until timestamptz,
  last_error text,
  enqueued_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint job_pk primary key (id),
  constraint job_state_known check (state in ('ready','running','done','dead'))
);
alter table job enable row level security;
alter table job force row level security;
comment on table job is 'Work to be done soon by the worker, put here in the transaction that asked for it.';
comment on column job.id is 'Order of asking';
comment on column job.kind is 'Which job';
comment on column job.payload is 'Ids and dates only, never narrative';
comment on column job.unique_key is 'Refuses a second row with the same key, ever: one outward message each';
comment on column job.run_at is 'Not before';
comment on column job.state is 'ready, running, done, dead';
comment on column job.attempt is 'How often it was begun';
comment on column job.max_attempts is 'After these it is dead and shown to the administrator';
comment on column job.fence is 'Rises with each claim; a late worker''s fence no longer fits';
comment on column job.leased_by is 'Which worker holds it';
comment on column job.leased_until is 'Until when, unless its heartbeat renews';
comment on column job.last_error is 'Name of the last error, without personal data';
comment on column job.enqueued_at is 'When it was asked for';
comment on column job.finished_at is 'When it was done or given up';
create unique index job_unique_key_uq on job (unique_key) where unique_key is not null;
create index job_ready_ix on job (run_at, id) where state = 'ready';
create index job_lease_ix on job (leased_until) where state = 'running';

create table audit_event (
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  staff_id uuid,
  role text,
  agency_id uuid,
  action text not null,
  outcome text not null default 'done',
  purpose text,
  subject_ids uuid[] not null default '{}',
  record_kind text,
  record_id uuid,
  detail jsonb not null default '{}',
  request_id text,
  row_hash text not null,
  constraint audit_event_pk primary key (id)
);
alter table audit_event enable row level security;
alter table audit_event force row level security;
comment on table audit_event is 'What happened to whose information, in order, never changed and never deleted by users.';
comment on column audit_event.id is 'Order of writing';
comment on column audit_event.at is 'When';
comment on column audit_event.actor is 'staff, public, machine, system';
comment on column audit_event.staff_id is 'Who';
comment on column audit_event.role is 'Role they acted in';
comment on column audit_event.agency_id is 'Agency they acted for';
comment on column audit_event.action is 'Name of the act, for example front-door.contact.view';
comment on column audit_event.outcome is 'done, refused, not-allowed, not-found';
comment on column audit_event.purpose is 'Reason given, where one was asked';
comment on column audit_event.subject_ids is 'People whose information it was, including everyone a search returned';
comment on column audit_event.record_kind is 'Kind of record, where it was one';
comment on column audit_event.record_id is 'Its id';
comment on column audit_event.detail is 'Ids, counts and codes only';
comment on column audit_event.request_id is 'Request it belonged to';
comment on column audit_event.row_hash is 'Hex sha-256 of the row''s content, so that one row can be checked alone';
create index audit_event_staff_ix on audit_event (staff_id, at);
create index audit_event_record_ix on audit_event (record_id, at) where record_id is not null;

create table audit_subject (
  person_id uuid not null,
  event_id bigint not null,
  constraint audit_subject_pk primary key (person_id, event_id)
);
alter table audit_subject enable row level security;
alter table audit_subject force row level security;
comment on table audit_subject is 'One row for each person an audit event was about, so that "who has seen this" is an index look-up.';
comment on column audit_subject.person_id is 'The person';
comment on column audit_subject.event_id is 'The event';

create table audit_seal (
  position bigint not null,
  event_id bigint not null,
  chain_hash text not null,
  sealed_at timestamptz not null default clock_timestamp(),
  constraint audit_seal_pk primary key (position),
  constraint audit_seal_event_uq unique (event_id)
);
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
comment on table audit_seal is 'The chain: each sealed event''s place and the hash over all before it. Written by the sealer alone.';
comment on column audit_seal.position is 'Place in the chain, from 1 without gaps';
comment on column audit_seal.event_id is 'Event sealed here';
comment on column audit_seal.chain_hash is 'Hex sha-256 of the previous chain hash and this row''s hash';
comment on column audit_seal.sealed_at is 'When it was sealed';

create table audit_checkpoint (
  position bigint not null,
  chain_hash text not null,
  signed_at timestamptz not null,
  key_id text not null,
  signature text not null,
  constraint audit_checkpoint_pk primary key (position)
);
alter table audit_checkpoint enable row level security;
alter table audit_checkpoint force row level security;
comment on table audit_checkpoint is 'A signed statement of the chain''s length and head, also written outside the database.';
comment on column audit_checkpoint.position is 'Length of the chain it speaks for';
comment on column audit_checkpoint.chain_hash is 'Head of the chain';
comment on column audit_checkpoint.signed_at is 'When';
comment on column audit_checkpoint.key_id is 'Which key signed';
comment on column audit_checkpoint.signature is 'Ed25519 signature, base64';

create table draft (
  id uuid not null default gen_random_uuid(),
  form text not null,
  subject_id uuid,
  staff_id uuid,
  visitor_key text,
  answers jsonb not null,
  saved_at timestamptz not null default now(),
  expires_at timestamptz not null,
  version integer not null default 1,
  constraint draft_pk primary key (id),
  constraint draft_has_writer check ((staff_id is null) <> (visitor_key is null))
);
alter table draft enable row level security;
alter table draft force row level security;
comment on table draft is 'Half-written forms, kept on the server so that nothing typed is lost. Seen by their writer alone.';
comment on column draft.id is 'Opaque id';
comment on column draft.form is 'Which form';
comment on column draft.subject_id is 'What it is about, where that exists already';
comment on column draft.staff_id is 'Writer, when signed in';
comment on column draft.visitor_key is 'Hash of the same-browser key, for a public form';
comment on column draft.answers is 'Fields as typed';
comment on column draft.saved_at is 'Last save';
comment on column draft.expires_at is 'When it is cleared if not used';
comment on column draft.version is 'Rises with each save';
create unique index draft_one_each on draft (form, coalesce(subject_id, '00000000-0000-0000-0000-000000000000'), coalesce(staff_id, '00000000-0000-0000-0000-000000000000'), coalesce(visitor_key, ''));

create table idempotency (
  key text not null,
  route text not null,
  location text not null,
  taken_at timestamptz not null default now(),
  constraint idempotency_pk primary key (key)
);
alter table idempotency enable row level security;
alter table idempotency force row level security;
comment on table idempotency is 'A form that was already taken: the same key again gets the same answer and changes nothing.';
comment on column idempotency.key is 'Random key the form carried, with its writer in front';
comment on column idempotency.route is 'Route it was for';
comment on column idempotency.location is 'Where the writer was sent';
comment on column idempotency.taken_at is 'When';
create index idempotency_age_ix on idempotency (taken_at);

create table stored_file (
  id uuid not null default gen_random_uuid(),
  room text not null,
  owner_kind text not null,
  owner_id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  scan_state text not null default 'waiting',
  content bytea not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  constraint stored_file_pk primary key (id),
  constraint stored_file_scan_known check (scan_state in ('waiting','clean','infected','failed')),
  constraint stored_file_size check (size_bytes between 1 and 10485760)
);
alter table stored_file enable row level security;
alter table stored_file force row level security;
comment on table stored_file is 'A file someone attached, with the virus scan''s word on it.';
comment on column stored_file.id is 'Opaque id';
comment on column stored_file.room is 'Room that owns it';
comment on column stored_file.owner_kind is 'Kind of record it belongs to';
comment on column stored_file.owner_id is 'That record';
comment on column stored_file.name is 'File name as given, cleaned';
comment on column stored_file.media_type is 'Type found in its bytes, not claimed';
comment on column stored_file.size_bytes is 'Size';
comment on column stored_file.sha256 is 'Hash of the content';
comment on column stored_file.scan_state is 'waiting, clean, infected, failed';
comment on column stored_file.content is 'The bytes';
comment on column stored_file.added_by is 'Who attached it; null for the public';
comment on column stored_file.added_at is 'When';
create index stored_file_owner_ix on stored_file (owner_kind, owner_id);

create table alert (
  id uuid not null default gen_random_uuid(),
  staff_id uuid,
  team_id uuid,
  role text,
  kind text not null,
  record_id uuid,
  href text not null,
  raised_at timestamptz not null default now(),
  seen_by uuid,
  seen_at timestamptz,
  constraint alert_pk primary key (id),
  constraint alert_has_reader check (num_nonnulls(staff_id, team_id, role) = 1)
);
alter table alert enable row level security;
alter table alert force row level security;
comment on table alert is 'A message shown to one person or one team inside Goldthread. Ids and dates; the words come from the page.';
comment on column alert.id is 'Opaque id';
comment on column alert.staff_id is 'For whom';
comment on column alert.team_id is 'Or for which team';
comment on column alert.role is 'Or for everyone in a role';
comment on column alert.kind is 'What kind, for example break-glass';
comment on column alert.record_id is 'Thing it is about';
comment on column alert.href is 'Where to go';
comment on column alert.raised_at is 'When';
comment on column alert.seen_by is 'Who dealt with it';
comment on column alert.seen_at is 'When';
create index alert_staff_ix on alert (staff_id, raised_at desc) where seen_at is null;
create index alert_team_ix on alert (team_id, raised_at desc) where seen_at is null;
create index alert_role_ix on alert (role, raised_at desc) where seen_at is null;

create table retention_rule (
  record_class text not null,
  keep_years integer not null,
  counted_from text not null,
  basis text not null,
  source text not null,
  legal_hold boolean not null default false,
  constraint retention_rule_pk primary key (record_class)
);
alter table retention_rule enable row level security;
alter table retention_rule force row level security;
comment on table retention_rule is 'How long each class of record is kept and why. Configuration, read by the retention job.';
comment on column retention_rule.record_class is 'Class of record';
comment on column retention_rule.keep_years is 'Years kept';
comment on column retention_rule.counted_from is 'closure, date of birth, last event';
comment on column retention_rule.basis is 'statutory, local or professional';
comment on column retention_rule.source is 'Authority in words';
comment on column retention_rule.legal_hold is 'An inquiry stops destruction of this class';

create table rate_window (
  visitor text not null,
  minute timestamptz not null,
  requests integer not null default 1,
  constraint rate_window_pk primary key (visitor, minute)
);
alter table rate_window enable row level security;
alter table rate_window force row level security;
comment on table rate_window is 'Requests counted per visitor and minute, so that any number of web processes share one limit.';
comment on column rate_window.visitor is 'Hash of where the request came from and what for';
comment on column rate_window.minute is 'The minute';
comment on column rate_window.requests is 'How many';

-- Relationship functions: owned by goldthread_access, which has its own SELECT policies, because a function owned
-- by a table's owner returns nothing under forced row-level security.
grant select on setting, agency, team, staff, membership to goldthread_access;
create policy access_reads on setting for select to goldthread_access using (true);
create policy access_reads on agency for select to goldthread_access using (true);
create policy access_reads on team for select to goldthread_access using (true);
create policy access_reads on staff for select to goldthread_access using (true);
create policy access_reads on membership for select to goldthread_access using (true);

create function access.my_roles() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.role), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
$$;
create function access.my_teams() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.team_id), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
   where m.staff_id = access.staff() and m.team_id is not null and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
$$;
create function access.my_agencies() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.agency_id), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
$$;
create function access.has_role(roles text[]) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from membership m join agency a on a.id = m.agency_id and a.suspended_at is null
    where m.staff_id = access.staff() and m.role = any(roles) and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date))
$$;
create function access.in_team_for(purposes text[]) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from membership m join team t on t.id = m.team_id join agency a on a.id = m.agency_id and a.suspended_at is null
    where m.staff_id = access.staff() and t.purpose = any(purposes) and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date))
$$;
comment on function access.my_roles() is 'Role codes the person holds today in agencies that are not suspended. Call as (select access.my_roles()).';
comment on function access.my_teams() is 'Teams the person belongs to today.';
comment on function access.my_agencies() is 'Agencies the person belongs to today.';
comment on function access.has_role(text[]) is 'True when the person holds any of these roles today. Call as (select access.has_role(array[...])), once per statement.';
comment on function access.in_team_for(text[]) is 'True when the person sits in a team of any of these purposes today.';
alter function access.my_roles() owner to goldthread_access;
alter function access.my_teams() owner to goldthread_access;
alter function access.my_agencies() owner to goldthread_access;
alter function access.has_role(text[]) owner to goldthread_access;
alter function access.in_team_for(text[]) owner to goldthread_access;
-- One round trip opens a request: finds the live session, marks it used, and says who is asking for the rest of the transaction.
grant select, update (last_used_at) on session to goldthread_access;
create policy access_reads on session for select to goldthread_access using (true);
create policy access_marks on session for update to goldthread_access using (true);
create function access.enter_session(p_id_hash text, p_at timestamptz, p_idle interval) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_session session;
  v_answer jsonb;
begin
  select * into v_session from session where id_hash = p_id_hash and ended_at is null and expires_at > p_at and last_used_at > p_at - p_idle;
  if not found then
    return null;
  end if;
  if v_session.last_used_at < p_at - interval '1 minute' then
    update session set last_used_at = p_at where id_hash = p_id_hash;
  end if;
  perform set_config('app.actor', 'staff', true), set_config('app.staff', v_session.staff_id::text, true);
  select jsonb_build_object('staffId', s.id, 'name', s.display_name, 'jobTitle', s.job_title, 'csrf', v_session.csrf,
      'previousVisitAt', v_session.previous_visit_at, 'startedAt', v_session.started_at,
      'memberships', coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'agencyId', a.id, 'agencyName', a.name, 'agencyType', a.agency_type, 'teamId', t.id, 'teamName', t.name, 'teamPurpose', t.purpose) order by m.valid_from, m.role) filter (where m.id is not null), '[]'))
    into v_answer
    from staff s
    left join membership m on m.staff_id = s.id and m.valid_from <= p_at::date and (m.valid_to is null or m.valid_to >= p_at::date)
      and exists (select 1 from agency x where x.id = m.agency_id and x.suspended_at is null)
    left join agency a on a.id = m.agency_id
    left join team t on t.id = m.team_id
   where s.id = v_session.staff_id and (s.left_on is null or s.left_on >= p_at::date)
   group by s.id;
  return v_answer;
end $$;
comment on function access.enter_session(text, timestamptz, interval) is 'Finds a live session by the hash of its id, marks it used at most once a minute, sets who is asking for this transaction, and returns who they are with their memberships of today. Null when there is no such session.';
alter function access.enter_session(text, timestamptz, interval) owner to goldthread_access;
revoke execute on all functions in schema access from public;
grant execute on all functions in schema access to goldthread_app, goldthread_search, goldthread_access;

-- The audit door. Insert-only; the row's hash is made here so that no caller can forget or forge it.
create function audit.row_digest(at timestamptz, actor text, staff_id uuid, role text, agency_id uuid, action text, outcome text, purpose text, subject_ids uuid[], record_kind text, record_id uuid, detail jsonb, request_id text)
returns text language sql immutable parallel safe
  return encode(sha256(convert_to(jsonb_build_array(extract(epoch from at)::text, actor, staff_id, role, agency_id, action, outcome, purpose, to_jsonb(subject_ids), record_kind, record_id, detail, request_id)::text, 'UTF8')), 'hex');
comment on function audit.row_digest(timestamptz, text, uuid, text, uuid, text, text, text, uuid[], text, uuid, jsonb, text) is 'Hex sha-256 over an audit row''s content, every column but id and the hash itself.';

create function audit.append(p_action text, p_outcome text, p_purpose text, p_subjects uuid[], p_record_kind text, p_record_id uuid, p_detail jsonb, p_role text, p_agency uuid, p_request text)
returns bigint language plpgsql as $$
declare
  v_at timestamptz := clock_timestamp();
  v_subjects uuid[] := (select coalesce(array_agg(distinct s order by s), '{}') from unnest(p_subjects) s where s is not null);
  v_id bigint;
begin
  if access.actor_kind() = 'nobody' then
    raise exception 'An act without an actor cannot be audited' using errcode = 'insufficient_privilege';
  end if;
  v_id := nextval(pg_get_serial_sequence('public.audit_event', 'id'));
  insert into public.audit_event (id, at, actor, staff_id, role, agency_id, action, outcome, purpose, subject_ids, record_kind, record_id, detail, request_id, row_hash)
  overriding system value
  values (v_id, v_at, access.actor_kind(), access.staff(), p_role, p_agency, p_action, p_outcome, p_purpose, v_subjects, p_record_kind, p_record_id, p_detail, p_request,
    audit.row_digest(v_at, access.actor_kind(), access.staff(), p_role, p_agency, p_action, p_outcome, p_purpose, v_subjects, p_record_kind, p_record_id, p_detail, p_request));
  insert into public.audit_subject (person_id, event_id) select s, v_id from unnest(v_subjects) s;
  return v_id;
end $$;
comment on function audit.append(text, text, text, uuid[], text, uuid, jsonb, text, uuid, text) is 'Writes one audit event and its subjects in the caller''s transaction and returns the event''s id. Refuses without an actor.';
revoke execute on all functions in schema audit from public;
grant execute on all functions in schema audit to goldthread_app, goldthread_auditor, goldthread_search;
grant usage on sequence audit_event_id_seq to goldthread_app, goldthread_search;

-- Grants and policies. Audit is insert and select only; nothing may be deleted except what says so here.
grant select on setting, agency, team, staff, identity_provider, identity_provider_agency, sign_in_identity, membership, machine_client, code, bank_holiday, hub_hours, clock_rule, retention_rule to goldthread_app;
grant insert, update on setting, agency, team, staff, identity_provider, identity_provider_agency, sign_in_identity, membership, machine_client, code, hub_hours, clock_rule, retention_rule, bank_holiday to goldthread_app;
create policy everyone_reads on setting for select to goldthread_app using (true);
create policy administrator_writes on setting for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy administrator_changes on setting for update to goldthread_app using ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy everyone_reads on agency for select to goldthread_app using (true);
create policy administrator_writes on agency for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])));
create policy administrator_changes on agency for update to goldthread_app using ((select access.has_role(array['SYSADMIN','DPO'])));
create policy everyone_reads on team for select to goldthread_app using (true);
create policy administrator_writes on team for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])));
create policy administrator_changes on team for update to goldthread_app using ((select access.has_role(array['SYSADMIN'])));
create policy signed_in_reads on staff for select to goldthread_app using (access.actor_kind() in ('staff','system','machine'));
create policy administrator_writes on staff for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])));
create policy administrator_changes on staff for update to goldthread_app using ((select access.has_role(array['SYSADMIN'])) or id = access.staff());
create policy everyone_reads on identity_provider for select to goldthread_app using (true);
create policy administrator_writes on identity_provider for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy administrator_changes on identity_provider for update to goldthread_app using ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy everyone_reads on identity_provider_agency for select to goldthread_app using (true);
create policy administrator_writes on identity_provider_agency for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy sign_in_reads on sign_in_identity for select to goldthread_app using ((select access.is_system()) or staff_id = access.staff() or (select access.has_role(array['SYSADMIN'])));
create policy administrator_writes on sign_in_identity for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy signed_in_reads on membership for select to goldthread_app using (access.actor_kind() in ('staff','system','machine'));
create policy administrator_writes on membership for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])));
create policy administrator_changes on membership for update to goldthread_app using ((select access.has_role(array['SYSADMIN'])));
create policy administrator_reads on machine_client for select to goldthread_app using ((select access.is_system()) or (select access.has_role(array['SYSADMIN'])));
create policy administrator_writes on machine_client for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])));
create policy administrator_changes on machine_client for update to goldthread_app using ((select access.has_role(array['SYSADMIN'])));
create policy everyone_reads on code for select to goldthread_app using (true);
create policy administrator_writes on code for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy everyone_reads on bank_holiday for select to goldthread_app using (true);
create policy system_writes on bank_holiday for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy everyone_reads on hub_hours for select to goldthread_app using (true);
create policy system_writes on hub_hours for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy everyone_reads on clock_rule for select to goldthread_app using (true);
create policy system_writes on clock_rule for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy everyone_reads on retention_rule for select to goldthread_app using (true);
create policy administrator_writes on retention_rule for insert to goldthread_app with check ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));
create policy administrator_changes on retention_rule for update to goldthread_app using ((select access.has_role(array['SYSADMIN','DPO'])));

grant select, insert, update on session to goldthread_app;
create policy own_or_system on session for select to goldthread_app using ((select access.is_system()) or staff_id = access.staff() or (select access.has_role(array['SYSADMIN','DPO'])));
create policy system_writes on session for insert to goldthread_app with check ((select access.is_system()));
create policy own_or_system_changes on session for update to goldthread_app using ((select access.is_system()) or staff_id = access.staff() or (select access.has_role(array['SYSADMIN','DPO'])));
grant select, insert, delete on sign_in_attempt to goldthread_app;
create policy system_only on sign_in_attempt for all to goldthread_app using ((select access.is_system())) with check ((select access.is_system()));

-- Clocks hold no narrative and no names; who may see the thing they run on is that thing's own policy.
grant select, insert, update on clock to goldthread_app;
grant select, insert on clock_extension to goldthread_app;
create policy signed_in on clock for select to goldthread_app using (access.actor_kind() <> 'nobody');
create policy signed_in_starts on clock for insert to goldthread_app with check (access.actor_kind() <> 'nobody');
create policy signed_in_stops on clock for update to goldthread_app using (access.actor_kind() in ('staff','system'));
create policy signed_in on clock_extension for select to goldthread_app using (access.actor_kind() in ('staff','system'));
create policy staff_extend on clock_extension for insert to goldthread_app with check (extended_by = access.staff());
revoke update on clock from goldthread_app;
grant update (met_at, cancelled_at, breach_reason) on clock to goldthread_app;

grant select, insert, update on job to goldthread_app;
create policy anyone_enqueues on job for insert to goldthread_app with check (access.actor_kind() <> 'nobody' and state = 'ready');
create policy worker_or_administrator on job for select to goldthread_app using ((select access.is_system()) or (select access.has_role(array['SYSADMIN'])));
create policy worker_changes on job for update to goldthread_app using ((select access.is_system()) or (select access.has_role(array['SYSADMIN'])));

grant select, insert on audit_event, audit_subject to goldthread_app;
grant select, insert on audit_event, audit_subject to goldthread_search;
grant select on audit_event, audit_subject, audit_seal, audit_checkpoint to goldthread_auditor;
grant select, insert on audit_seal, audit_checkpoint to goldthread_app;
create policy writes_as_self on audit_event for insert to goldthread_app with check (actor = access.actor_kind() and staff_id is not distinct from access.staff());
create policy search_writes on audit_event for insert to goldthread_search with check (actor = access.actor_kind() and staff_id is not distinct from access.staff());
create policy officers_read on audit_event for select to goldthread_app using ((select access.is_system()) or (select access.has_role(array['DPO','QA_AUD'])) or staff_id = access.staff());
create policy auditor_reads on audit_event for select to goldthread_auditor using (true);
create policy writes_subjects on audit_subject for insert to goldthread_app with check (access.actor_kind() <> 'nobody');
create policy search_writes_subjects on audit_subject for insert to goldthread_search with check (access.actor_kind() <> 'nobody');
create policy officers_read on audit_subject for select to goldthread_app using ((select access.is_system()) or (select access.has_role(array['DPO','QA_AUD'])));
create policy auditor_reads on audit_subject for select to goldthread_auditor using (true);
create policy sealer_reads on audit_seal for select to goldthread_app using ((select access.is_system()) or (select access.has_role(array['DPO'])));
create policy sealer_writes on audit_seal for insert to goldthread_app with check ((select access.is_system()));
create policy auditor_reads on audit_seal for select to goldthread_auditor using (true);
create policy sealer_reads on audit_checkpoint for select to goldthread_app using ((select access.is_system()) or (select access.has_role(array['DPO'])));
create policy sealer_writes on audit_checkpoint for insert to goldthread_app with check ((select access.is_system()));
create policy auditor_reads on audit_checkpoint for select to goldthread_auditor using (true);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit is append-only' using errcode = 'insufficient_privilege';
end $$;
comment on function audit.refuse_change() is 'Refuses update, delete and truncate of the audit, whoever asks.';
revoke execute on function audit.refuse_change() from public;
create trigger audit_event_append_only before update or delete on audit_event for each row execute function audit.refuse_change();
create trigger audit_event_no_truncate before truncate on audit_event for each statement execute function audit.refuse_change();
create trigger audit_seal_append_only before update or delete on audit_seal for each row execute function audit.refuse_change();
create trigger audit_seal_no_truncate before truncate on audit_seal for each statement execute function audit.refuse_change();

grant select, insert, update, delete on draft to goldthread_app;
create policy own_draft on draft for all to goldthread_app
  using (staff_id = access.staff() or (visitor_key is not null and visitor_key = access.draft_key()) or ((select access.is_system()) and expires_at < now()))
  with check (staff_id = access.staff() or (visitor_key is not null and visitor_key = access.draft_key()));
grant select, insert, delete on idempotency to goldthread_app;
create policy own_key on idempotency for select to goldthread_app using (key like coalesce(access.staff()::text, access.draft_key(), access.actor_kind()) || ':%');
create policy own_key_writes on idempotency for insert to goldthread_app with check (key like coalesce(access.staff()::text, access.draft_key(), access.actor_kind()) || ':%');
create policy system_clears on idempotency for delete to goldthread_app using ((select access.is_system()));
grant select, insert on stored_file to goldthread_app;
grant update (scan_state) on stored_file to goldthread_app;
create policy adds on stored_file for insert to goldthread_app with check (access.actor_kind() <> 'nobody' and added_by is not distinct from access.staff());
create policy scanner on stored_file for update to goldthread_app using ((select access.is_system()));
grant select, insert on alert to goldthread_app;
grant update (seen_by, seen_at) on alert to goldthread_app;
create policy for_me on alert for select to goldthread_app using (staff_id = access.staff() or team_id = any((select access.my_teams())::uuid[]) or role = any((select access.my_roles())::text[]));
create policy raises on alert for insert to goldthread_app with check (access.actor_kind() <> 'nobody');
create policy deals_with on alert for update to goldthread_app using (staff_id = access.staff() or team_id = any((select access.my_teams())::uuid[]) or role = any((select access.my_roles())::text[]));
grant select, insert, update, delete on rate_window to goldthread_app;
create policy counts on rate_window for all to goldthread_app using (true) with check (true);
