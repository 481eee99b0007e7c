-- The police desk's feed (S-004, form 4.2): what the police notify, as they said it, and what the front door made of it on the day's list.
-- A notification is one row and one job in one transaction, so that the police are answered as long as the database answers.

create table police_file (
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  name text not null,
  size_bytes bigint not null,
  sha256 text not null,
  heading text[] not null,
  taken integer not null default 0,
  updates integer not null default 0,
  same integer not null default 0,
  rejected integer not null default 0,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  constraint police_file_pk primary key (id),
  constraint police_file_agency_fk foreign key (agency_id) references agency (id),
  constraint police_file_by_fk foreign key (uploaded_by) references staff (id)
);
alter table police_file enable row level security;
alter table police_file force row level security;
comment on table police_file is 'A file of notifications a police officer uploaded: how many rows went in, and how many came back with reasons.';
comment on column police_file.id is 'Opaque id, the receipt''s number';
comment on column police_file.agency_id is 'Police force it came from';
comment on column police_file.name is 'File name as given';
comment on column police_file.size_bytes is 'Size';
comment on column police_file.sha256 is 'Hash of its bytes: the same file twice is known by it';
comment on column police_file.heading is 'Its columns';
comment on column police_file.taken is 'Rows that were new';
comment on column police_file.updates is 'Rows that changed what was told before';
comment on column police_file.same is 'Rows told before, word for word';
comment on column police_file.rejected is 'Rows sent back';
comment on column police_file.uploaded_by is 'Who uploaded it';
comment on column police_file.uploaded_at is 'When';
create unique index police_file_once on police_file (agency_id, sha256);
create index police_file_agency_ix on police_file (agency_id, uploaded_at desc);

create table police_reject (
  file_id uuid not null,
  row_number integer not null,
  cells text[] not null,
  reasons text[] not null,
  constraint police_reject_pk primary key (file_id, row_number),
  constraint police_reject_file_fk foreign key (file_id) references police_file (id)
);
alter table police_reject enable row level security;
alter table police_reject force row level security;
comment on table police_reject is 'A row of a police file that could not go in, as it was given, with every reason. Destroyed after its days.';
comment on column police_reject.file_id is 'File';
comment on column police_reject.row_number is 'Row of the file, first data row is 1';
comment on column police_reject.cells is 'The row as given';
comment on column police_reject.reasons is 'Everything wrong with it, in words';

create table police_notification (
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  police_ref text not null,
  version integer not null,
  body_hash text not null,
  state text not null default 'RECEIVED',
  received_at timestamptz not null,
  received_from uuid,
  received_by uuid,
  file_id uuid,
  incident_type text not null,
  incident_at timestamptz not null,
  reported_at timestamptz,
  line1 text,
  town text,
  postcode text,
  uprn text,
  home_key text,
  circumstances text not null,
  children_voice text,
  officer_view text,
  dash_risk text,
  marac boolean not null default false,
  marac_on date,
  action_taken text,
  prior_incidents integer,
  police_grade text,
  share_rules text[] not null default '{}',
  share_note text,
  contact_id uuid,
  taken_at timestamptz,
  constraint police_notification_pk primary key (id),
  constraint police_notification_agency_fk foreign key (agency_id) references agency (id),
  constraint police_notification_from_fk foreign key (received_from) references machine_client (id),
  constraint police_notification_by_fk foreign key (received_by) references staff (id),
  constraint police_notification_file_fk foreign key (file_id) references police_file (id),
  constraint police_notification_contact_fk foreign key (contact_id) references contact (id),
  constraint police_notification_from_someone check (num_nonnulls(received_from, received_by) = 1),
  constraint police_notification_state_known check (state in ('RECEIVED','TAKEN')),
  constraint police_notification_taken_whole check (state = 'RECEIVED' or (contact_id is not null and taken_at is not null)),
  constraint police_notification_type_known check (incident_type in ('DA','MISSING','CSE','DRUGS','ASB','MENTAL_HEALTH','NEGLECT','OTHER')),
  constraint police_notification_dash_known check (dash_risk in ('standard','medium','high')),
  constraint police_notification_grade_known check (police_grade in ('BLUE','GREEN','AMBER','RED')),
  constraint police_notification_share_known check (share_rules <@ array['NOT_FAMILY','NOT_SCHOOL','NOT_SUSPECT','ASK_FIRST']),
  constraint police_notification_version unique (agency_id, police_ref, version)
);
alter table police_notification enable row level security;
alter table police_notification force row level security;
comment on table police_notification is 'What the police notified of one incident (form 4.2), in their words. The same reference with other words is a further version, never a change of this one.';
comment on column police_notification.id is 'Opaque id, the receipt''s number';
comment on column police_notification.agency_id is 'Police force';
comment on column police_notification.police_ref is 'Their reference';
comment on column police_notification.version is '1 for the first; a later one is an update';
comment on column police_notification.body_hash is 'Hash of everything told: the same told twice is known by it';
comment on column police_notification.state is 'RECEIVED, TAKEN: whether it stands at the front door as a contact';
comment on column police_notification.received_at is 'When the hub took it; the screening clock starts here';
comment on column police_notification.received_from is 'Machine that sent it; null when it came in a file';
comment on column police_notification.received_by is 'Officer whose file it came in; null when a machine sent it';
comment on column police_notification.file_id is 'That file';
comment on column police_notification.incident_type is 'DA, MISSING, CSE, DRUGS, ASB, MENTAL_HEALTH, NEGLECT, OTHER';
comment on column police_notification.incident_at is 'When it happened';
comment on column police_notification.reported_at is 'When it was reported to the police';
comment on column police_notification.line1 is 'Where: first line';
comment on column police_notification.town is 'Town';
comment on column police_notification.postcode is 'Postcode, normalised when valid';
comment on column police_notification.uprn is 'Unique property reference, where the police have it';
comment on column police_notification.home_key is 'Where, in the form in which two notifications are compared; null when no home is known';
comment on column police_notification.circumstances is 'What happened, in the officer''s words';
comment on column police_notification.children_voice is 'What the children said and how they were';
comment on column police_notification.officer_view is 'What the officer makes of it';
comment on column police_notification.dash_risk is 'DASH: standard, medium, high; null not assessed';
comment on column police_notification.marac is 'Referred to or heard at a MARAC';
comment on column police_notification.marac_on is 'When it is heard';
comment on column police_notification.action_taken is 'What the police did';
comment on column police_notification.prior_incidents is 'Earlier incidents in 12 months as the police count them';
comment on column police_notification.police_grade is 'Their own grade: BLUE, GREEN, AMBER, RED';
comment on column police_notification.share_rules is 'NOT_FAMILY, NOT_SCHOOL, NOT_SUSPECT, ASK_FIRST: what the police ask the hub not to do';
comment on column police_notification.share_note is 'Why, or what else to mind';
comment on column police_notification.contact_id is 'The contact it became';
comment on column police_notification.taken_at is 'When';
create index police_notification_contact_ix on police_notification (contact_id);
create index police_notification_home_ix on police_notification (home_key, incident_at);
create index police_notification_waiting_ix on police_notification (received_at) where state = 'RECEIVED';
create index police_notification_agency_ix on police_notification (agency_id, received_at desc);

create table police_person (
  id uuid not null default gen_random_uuid(),
  notification_id uuid not null,
  position integer not null,
  role text not null,
  given_name text,
  family_name text,
  description text,
  date_of_birth date,
  age_in_words text,
  sex text not null default 'U',
  school text,
  phone text,
  injuries text,
  never_by text[] not null default '{}',
  only_by text,
  only_from time,
  only_to time,
  safe_note text,
  contact_person_id uuid,
  constraint police_person_pk primary key (id),
  constraint police_person_notification_fk foreign key (notification_id) references police_notification (id),
  constraint police_person_named_fk foreign key (contact_person_id) references contact_person (id),
  constraint police_person_role_known check (role in ('victim','suspect','witness','child present','child not present','other')),
  constraint police_person_sex_known check (sex in ('F','M','U')),
  constraint police_person_never_known check (never_by <@ array['phone','text','email','letter','visit','school']),
  constraint police_person_only_known check (only_by in ('phone','text','email','letter','visit','school')),
  constraint police_person_position unique (notification_id, position)
);
alter table police_person enable row level security;
alter table police_person force row level security;
comment on table police_person is 'Someone a notification names or describes, with what the police know of how to reach them safely.';
comment on column police_person.id is 'Opaque id';
comment on column police_person.notification_id is 'The notification';
comment on column police_person.position is 'Order in the notification';
comment on column police_person.role is 'victim, suspect, witness, child present, child not present, other';
comment on column police_person.given_name is 'Given name; null not known';
comment on column police_person.family_name is 'Family name';
comment on column police_person.description is 'Description, when the name is not known';
comment on column police_person.date_of_birth is 'Date of birth';
comment on column police_person.age_in_words is 'Age as told when the date is not known';
comment on column police_person.sex is 'F, M, U';
comment on column police_person.school is 'School or nursery, for a child';
comment on column police_person.phone is 'Telephone';
comment on column police_person.injuries is 'Injuries seen or told';
comment on column police_person.never_by is 'Ways never to use: phone, text, email, letter, visit, school';
comment on column police_person.only_by is 'The one way that is safe, where there is one';
comment on column police_person.only_from is 'From when it is safe';
comment on column police_person.only_to is 'Until when';
comment on column police_person.safe_note is 'What else to mind';
comment on column police_person.contact_person_id is 'As the contact names them';

create table safe_contact_rule (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  contact_person_id uuid,
  channel text not null,
  rule text not null,
  only_from time,
  only_to time,
  note text,
  told_by text not null,
  set_by uuid,
  set_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  ended_because text,
  constraint safe_contact_rule_pk primary key (id),
  constraint safe_contact_rule_contact_fk foreign key (contact_id) references contact (id),
  constraint safe_contact_rule_named_fk foreign key (contact_person_id) references contact_person (id),
  constraint safe_contact_rule_set_fk foreign key (set_by) references staff (id),
  constraint safe_contact_rule_ended_fk foreign key (ended_by) references staff (id),
  constraint safe_contact_rule_channel_known check (channel in ('phone','text','email','letter','visit','school')),
  constraint safe_contact_rule_known check (rule in ('never','only between')),
  constraint safe_contact_rule_times check ((rule = 'only between') = (only_from is not null and only_to is not null)),
  constraint safe_contact_rule_teller check (told_by in ('police','staff') and (told_by = 'staff') = (set_by is not null)),
  constraint safe_contact_rule_end_whole check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null))
);
alter table safe_contact_rule enable row level security;
alter table safe_contact_rule force row level security;
comment on table safe_contact_rule is 'How someone of a contact may be reached: never by a way, or by it only between two times of day. Every telling is held to it.';
comment on column safe_contact_rule.id is 'Opaque id';
comment on column safe_contact_rule.contact_id is 'The contact';
comment on column safe_contact_rule.contact_person_id is 'Whom it protects; null is everybody at the home';
comment on column safe_contact_rule.channel is 'phone, text, email, letter, visit, school';
comment on column safe_contact_rule.rule is 'never, only between';
comment on column safe_contact_rule.only_from is 'From when it is safe';
comment on column safe_contact_rule.only_to is 'Until when';
comment on column safe_contact_rule.note is 'Why, or what else to mind';
comment on column safe_contact_rule.told_by is 'police, staff: who said so';
comment on column safe_contact_rule.set_by is 'Who of the front door; null when it came with a notification';
comment on column safe_contact_rule.set_at is 'Since when';
comment on column safe_contact_rule.ended_by is 'Who ended it';
comment on column safe_contact_rule.ended_at is 'When it no longer held';
comment on column safe_contact_rule.ended_because is 'Why it no longer holds';
create index safe_contact_rule_contact_ix on safe_contact_rule (contact_id) where ended_at is null;

create table incident_join (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  earlier_contact_id uuid not null,
  reasons text[] not null,
  found_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  constraint incident_join_pk primary key (id),
  constraint incident_join_contact_fk foreign key (contact_id) references contact (id),
  constraint incident_join_earlier_fk foreign key (earlier_contact_id) references contact (id),
  constraint incident_join_by_fk foreign key (answered_by) references staff (id),
  constraint incident_join_answer_known check (answer in ('joined','kept apart')),
  constraint incident_join_answer_whole check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  constraint incident_join_two check (contact_id <> earlier_contact_id),
  constraint incident_join_once unique (contact_id, earlier_contact_id)
);
alter table incident_join enable row level security;
alter table incident_join force row level security;
comment on table incident_join is 'Two contacts that may tell of one incident. The machine proposes; a person joins them or keeps them apart.';
comment on column incident_join.id is 'Opaque id';
comment on column incident_join.contact_id is 'The later contact';
comment on column incident_join.earlier_contact_id is 'The one it may repeat';
comment on column incident_join.reasons is 'What is alike, in words';
comment on column incident_join.found_at is 'When it was found';
comment on column incident_join.answer is 'joined, kept apart; null waits for a person';
comment on column incident_join.answered_by is 'Who answered';
comment on column incident_join.answered_at is 'When';

create table triage_meeting (
  id uuid not null default gen_random_uuid(),
  held_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  held_over_reason text,
  held_over integer,
  note text,
  constraint triage_meeting_pk primary key (id),
  constraint triage_meeting_opened_fk foreign key (opened_by) references staff (id),
  constraint triage_meeting_closed_fk foreign key (closed_by) references staff (id),
  constraint triage_meeting_closed_whole check ((closed_at is null) = (closed_by is null))
);
alter table triage_meeting enable row level security;
alter table triage_meeting force row level security;
comment on table triage_meeting is 'A meeting of the day that goes through the domestic-abuse notifications since the one before.';
comment on column triage_meeting.id is 'Opaque id';
comment on column triage_meeting.held_on is 'Day it is held';
comment on column triage_meeting.opened_by is 'Who opened it';
comment on column triage_meeting.opened_at is 'When';
comment on column triage_meeting.closed_by is 'Who closed it';
comment on column triage_meeting.closed_at is 'When; null while it sits';
comment on column triage_meeting.held_over_reason is 'Why what was not gone through waits for the next one';
comment on column triage_meeting.held_over is 'How many that were';
comment on column triage_meeting.note is 'What else was agreed, about the work and not about a family';
create unique index triage_meeting_one_open on triage_meeting ((true)) where closed_at is null;
create index triage_meeting_day_ix on triage_meeting (held_on desc);

create table triage_attendance (
  meeting_id uuid not null,
  position integer not null,
  name text not null,
  agency_name text not null,
  constraint triage_attendance_pk primary key (meeting_id, position),
  constraint triage_attendance_meeting_fk foreign key (meeting_id) references triage_meeting (id)
);
alter table triage_attendance enable row level security;
alter table triage_attendance force row level security;
comment on table triage_attendance is 'Who was at a meeting of the day.';
comment on column triage_attendance.meeting_id is 'The meeting';
comment on column triage_attendance.position is 'Order as written';
comment on column triage_attendance.name is 'Who';
comment on column triage_attendance.agency_name is 'For which agency';

create table incident_triage (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  colour text not null,
  outcome text not null,
  why text not null,
  suggested text,
  meeting_id uuid,
  triaged_by uuid not null,
  triaged_at timestamptz not null,
  superseded_at timestamptz,
  constraint incident_triage_pk primary key (id),
  constraint incident_triage_contact_fk foreign key (contact_id) references contact (id),
  constraint incident_triage_meeting_fk foreign key (meeting_id) references triage_meeting (id),
  constraint incident_triage_by_fk foreign key (triaged_by) references staff (id),
  constraint incident_triage_colour_known check (colour in ('BLUE','GREEN','AMBER','RED')),
  constraint incident_triage_outcome_known check (outcome in ('QUEUE','ADVICE','SCHOOL'))
);
alter table incident_triage enable row level security;
alter table incident_triage force row level security;
comment on table incident_triage is 'What the day''s list made of a notification: colour, where it goes and why, by a person. It decides for no child: each child''s decision is their own.';
comment on column incident_triage.id is 'Opaque id';
comment on column incident_triage.contact_id is 'The contact';
comment on column incident_triage.colour is 'BLUE, GREEN, AMBER, RED';
comment on column incident_triage.outcome is 'QUEUE, ADVICE, SCHOOL';
comment on column incident_triage.why is 'Why, in a line';
comment on column incident_triage.suggested is 'What a rule suggested and why, where one did; the person decided all the same';
comment on column incident_triage.meeting_id is 'Meeting that decided it; null outside one';
comment on column incident_triage.triaged_by is 'Who';
comment on column incident_triage.triaged_at is 'When';
comment on column incident_triage.superseded_at is 'When a further one took its place';
create unique index incident_triage_current on incident_triage (contact_id) where superseded_at is null;
create index incident_triage_meeting_ix on incident_triage (meeting_id);

create table incident_telling (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  contact_person_id uuid not null,
  told_to text not null,
  to_name text not null,
  channel text not null,
  words text not null,
  told_by uuid not null,
  told_at timestamptz not null,
  rules_shown text[] not null,
  constraint incident_telling_pk primary key (id),
  constraint incident_telling_contact_fk foreign key (contact_id) references contact (id),
  constraint incident_telling_named_fk foreign key (contact_person_id) references contact_person (id),
  constraint incident_telling_by_fk foreign key (told_by) references staff (id),
  constraint incident_telling_to_known check (told_to in ('school','parent or carer','other')),
  constraint incident_telling_channel_known check (channel in ('phone','text','email','letter','visit','school'))
);
alter table incident_telling enable row level security;
alter table incident_telling force row level security;
comment on table incident_telling is 'What somebody was told about an incident, by which way, and which rules were held to: a school, most often.';
comment on column incident_telling.id is 'Opaque id';
comment on column incident_telling.contact_id is 'The contact';
comment on column incident_telling.contact_person_id is 'The child, or whom else, it was about';
comment on column incident_telling.told_to is 'school, parent or carer, other';
comment on column incident_telling.to_name is 'Who exactly: the school and the person there';
comment on column incident_telling.channel is 'phone, text, email, letter, visit, school';
comment on column incident_telling.words is 'What they were told';
comment on column incident_telling.told_by is 'Who told them';
comment on column incident_telling.told_at is 'When';
comment on column incident_telling.rules_shown is 'The rules that stood and were held to, in words';
create index incident_telling_contact_ix on incident_telling (contact_id);

create table police_question (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  notification_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  question text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text,
  agreed boolean,
  answered_by uuid,
  answered_at timestamptz,
  constraint police_question_pk primary key (id),
  constraint police_question_contact_fk foreign key (contact_id) references contact (id),
  constraint police_question_notification_fk foreign key (notification_id) references police_notification (id),
  constraint police_question_agency_fk foreign key (agency_id) references agency (id),
  constraint police_question_asked_fk foreign key (asked_by) references staff (id),
  constraint police_question_answered_fk foreign key (answered_by) references staff (id),
  constraint police_question_kind_known check (kind in ('children','sharing','other')),
  constraint police_question_answer_whole check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
alter table police_question enable row level security;
alter table police_question force row level security;
comment on table police_question is 'A question of the front door to the police about a notification, and their answer: who the children are, most often.';
comment on column police_question.id is 'Opaque id';
comment on column police_question.contact_id is 'The contact';
comment on column police_question.notification_id is 'The notification asked about';
comment on column police_question.agency_id is 'The force asked';
comment on column police_question.kind is 'children (who are they), sharing (may it be told), other';
comment on column police_question.question is 'What is asked';
comment on column police_question.asked_by is 'Who asks';
comment on column police_question.asked_at is 'When';
comment on column police_question.answer is 'What the police say';
comment on column police_question.agreed is 'For sharing: whether they agree';
comment on column police_question.answered_by is 'Who answered';
comment on column police_question.answered_at is 'When';
create index police_question_contact_ix on police_question (contact_id);
create index police_question_agency_ix on police_question (agency_id) where answer is null;

-- A machine of the police is known by its agency: what a force's old machine sent, its new one finds again.
grant select on machine_client to goldthread_access;
create policy access_reads on machine_client for select to goldthread_access using (true);
create function access.agency_of_machine() returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select m.agency_id from machine_client m where m.id = access.machine() and m.active
$$;
comment on function access.agency_of_machine() is 'Agency of the partner''s machine this transaction acts for, or null.';
alter function access.agency_of_machine() owner to goldthread_access;
revoke execute on function access.agency_of_machine() from public;
grant execute on function access.agency_of_machine() to goldthread_app, goldthread_access;
create function access.notifies_for() returns uuid[] language sql stable set search_path = pg_catalog, public as $$
  select case when access.has_role(array['POL_PPD']) then access.my_agencies() else '{}'::uuid[] end
$$;
comment on function access.notifies_for() is 'Police forces the person asking notifies for.';
revoke execute on function access.notifies_for() from public;
grant execute on function access.notifies_for() to goldthread_app;

grant select, insert on police_file to goldthread_app;
grant update (taken, updates, same, rejected) on police_file to goldthread_app;
grant select, insert, delete on police_reject to goldthread_app;
grant select, insert on police_notification, police_person, safe_contact_rule, incident_join, triage_meeting, triage_attendance, incident_triage, incident_telling, police_question to goldthread_app;
grant update (state, contact_id, taken_at) on police_notification to goldthread_app;
grant update (contact_person_id) on police_person to goldthread_app;
grant update (ended_by, ended_at, ended_because) on safe_contact_rule to goldthread_app;
grant update (answer, answered_by, answered_at) on incident_join to goldthread_app;
grant update (closed_by, closed_at, held_over_reason, held_over, note) on triage_meeting to goldthread_app;
grant update (superseded_at) on incident_triage to goldthread_app;
grant update (answer, agreed, answered_by, answered_at) on police_question to goldthread_app;

-- The police: what their own force sent, and what it is asked; nothing of what became of it. In conflict: nothing.
create policy own_force on police_file for select to goldthread_app using (agency_id = any((select access.notifies_for())::uuid[]));
create policy own_force_uploads on police_file for insert to goldthread_app with check (uploaded_by = access.staff() and agency_id = any((select access.notifies_for())::uuid[]));
create policy own_force_counts on police_file for update to goldthread_app using (uploaded_by = access.staff());
create policy worker_reads on police_file for select to goldthread_app using ((select access.is_system()));
create policy with_file on police_reject for select to goldthread_app using (exists (select 1 from police_file f where f.id = file_id));
create policy with_file_writes on police_reject for insert to goldthread_app with check (exists (select 1 from police_file f where f.id = file_id and f.uploaded_by = access.staff()));
create policy worker_destroys on police_reject for delete to goldthread_app using ((select access.is_system()));
create policy own_force on police_notification for select to goldthread_app using (
  agency_id = any((select access.notifies_for())::uuid[]) and (contact_id is null or contact_id <> all((select access.contacts_in_conflict_with_me())::uuid[])));
create policy own_machine on police_notification for select to goldthread_app using (access.actor_kind() = 'machine' and agency_id = (select access.agency_of_machine()));
create policy own_force_sends on police_notification for insert to goldthread_app with check (
  state = 'RECEIVED' and received_by = access.staff() and agency_id = any((select access.notifies_for())::uuid[]));
create policy own_machine_sends on police_notification for insert to goldthread_app with check (
  state = 'RECEIVED' and access.actor_kind() = 'machine' and received_from = access.machine() and agency_id = (select access.agency_of_machine()));
create policy with_notification on police_person for select to goldthread_app using (exists (select 1 from police_notification n where n.id = notification_id));
create policy with_notification_writes on police_person for insert to goldthread_app with check (
  exists (select 1 from police_notification n where n.id = notification_id and n.state = 'RECEIVED' and (n.received_by = access.staff() or n.received_from = access.machine())));
create policy own_force on police_question for select to goldthread_app using (
  agency_id = any((select access.notifies_for())::uuid[]) and contact_id <> all((select access.contacts_in_conflict_with_me())::uuid[]));
create policy own_force_answers on police_question for update to goldthread_app using (
  answer is null and agency_id = any((select access.notifies_for())::uuid[]) and contact_id <> all((select access.contacts_in_conflict_with_me())::uuid[])) with check (answered_by = access.staff());

-- The front door: whatever stands at it as a contact they may see.
create policy front_door on police_notification for select to goldthread_app using ((select access.works_front_door()) and contact_id is not null and exists (select 1 from contact c where c.id = contact_id));
create policy front_door on police_question for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_asks on police_question for insert to goldthread_app with check (
  (select access.works_front_door()) and asked_by = access.staff() and exists (select 1 from police_notification n where n.id = notification_id and n.contact_id = police_question.contact_id and n.agency_id = police_question.agency_id));
create policy front_door on safe_contact_rule for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_sets on safe_contact_rule for insert to goldthread_app with check ((select access.works_front_door()) and set_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_ends on safe_contact_rule for update to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id)) with check (ended_by = access.staff());
create policy front_door on incident_join for select to goldthread_app using (
  (select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id) and exists (select 1 from contact c where c.id = earlier_contact_id));
create policy front_door_answers on incident_join for update to goldthread_app using (
  (select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id) and exists (select 1 from contact c where c.id = earlier_contact_id)) with check (answered_by = access.staff());
create policy front_door on triage_meeting for select to goldthread_app using ((select access.works_front_door()));
create policy front_door_opens on triage_meeting for insert to goldthread_app with check ((select access.works_front_door()) and opened_by = access.staff());
create policy front_door_closes on triage_meeting for update to goldthread_app using ((select access.works_front_door()) and closed_at is null) with check (closed_by = access.staff());
create policy with_meeting on triage_attendance for select to goldthread_app using (exists (select 1 from triage_meeting m where m.id = meeting_id));
create policy with_meeting_writes on triage_attendance for insert to goldthread_app with check (exists (select 1 from triage_meeting m where m.id = meeting_id));
create policy front_door on incident_triage for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_triages on incident_triage for insert to goldthread_app with check ((select access.works_front_door()) and triaged_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_supersedes on incident_triage for update to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door on incident_telling for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_tells on incident_telling for insert to goldthread_app with check ((select access.works_front_door()) and told_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));

-- The worker, which makes the contact of a notification.
create policy worker_reads on police_notification for select to goldthread_app using ((select access.is_system()));
create policy worker_takes on police_notification for update to goldthread_app using ((select access.is_system()));
create policy worker_takes on police_person for update to goldthread_app using ((select access.is_system()));
create policy worker_reads on safe_contact_rule for select to goldthread_app using ((select access.is_system()));
create policy worker_writes on safe_contact_rule for insert to goldthread_app with check ((select access.is_system()) and told_by = 'police');
create policy worker_reads on incident_join for select to goldthread_app using ((select access.is_system()));
create policy worker_proposes on incident_join for insert to goldthread_app with check ((select access.is_system()) and answer is null);

do $$
declare
  t text;
begin
  foreach t in array array['police_file','police_reject','police_notification','police_person','safe_contact_rule','incident_join','triage_meeting','triage_attendance','incident_triage','incident_telling','police_question'] loop
    execute format('create policy only_while_working on %I as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()))', t);
  end loop;
end $$;
