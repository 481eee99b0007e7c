-- Every way in to the front door (domain S-001, S-007, S-009): what a call, an email, a night's work, another council, a nurse or a family told
-- beyond the contact itself, and the rules, kept as rows, that say which lane of the one queue a contact waits in.

alter table contact drop constraint contact_channel_known;
alter table contact add constraint contact_channel_known
  check (channel in ('PHONE','WEB','EMAIL','POLICE_FEED','WALK_IN','LETTER','PARTNER_SYSTEM','OUT_OF_HOURS','SELF','TRANSFER_IN','HEALTH_TRIGGER'));
comment on column contact.channel is 'PHONE, WEB, EMAIL, POLICE_FEED, WALK_IN, LETTER, PARTNER_SYSTEM, OUT_OF_HOURS, SELF, TRANSFER_IN, HEALTH_TRIGGER';
alter table contact add column recorded_by uuid constraint contact_recorded_fk references staff (id);
comment on column contact.recorded_by is 'Who wrote down what someone else told: the officer at the telephone, the night worker; null when the referrer wrote it';

alter table team drop constraint team_purpose_known;
alter table team add constraint team_purpose_known
  check (purpose in ('front-door','out-of-hours','hub-desk','early-help','social-work','shield-desk','index-desk','safeguarding','health','police','commissioning','other'));
comment on column team.purpose is 'front-door, out-of-hours (emergency duty team), hub-desk (answers the hub for its agency), early-help, social-work, shield-desk, index-desk, safeguarding, health, police, commissioning, other';

-- The emergency duty team writes contacts at night and reads back what the team wrote for two weeks.
create policy out_of_hours_raises on contact for insert to goldthread_app with check (
  state = 'SUBMITTED' and channel = 'OUT_OF_HOURS' and recorded_by = access.staff() and (select access.in_team_for(array['out-of-hours'])));
create policy out_of_hours_reads on contact for select to goldthread_app using (
  channel = 'OUT_OF_HOURS' and received_at > now() - interval '14 days' and (select access.in_team_for(array['out-of-hours']))
  and id <> all((select access.contacts_closed_to_me())::uuid[]));

create table phone_record (
  contact_id uuid not null,
  call_began_at timestamptz not null,
  taken_by uuid not null,
  call_back_number text,
  safe_to_call_back text not null default 'not known',
  call_back_note text,
  asked text[] not null default '{}',
  constraint phone_record_pk primary key (contact_id),
  constraint phone_record_contact_fk foreign key (contact_id) references contact (id),
  constraint phone_record_taken_fk foreign key (taken_by) references staff (id),
  constraint phone_record_safe_known check (safe_to_call_back in ('yes','no','not known'))
);
alter table phone_record enable row level security;
alter table phone_record force row level security;
comment on table phone_record is 'How a telephone call went: what was asked, and how to call back. The words of the call are the contact''s.';
comment on column phone_record.contact_id is 'The contact';
comment on column phone_record.call_began_at is 'When the officer picked up';
comment on column phone_record.taken_by is 'Who took the call';
comment on column phone_record.call_back_number is 'Number to call back, as the caller gave it';
comment on column phone_record.safe_to_call_back is 'yes, no, not known';
comment on column phone_record.call_back_note is 'When and how to call, who may hear';
comment on column phone_record.asked is 'Points of the script that were asked';

create table email_capture (
  contact_id uuid not null,
  message_id text,
  from_name text,
  from_address text,
  subject text,
  sent_at timestamptz,
  sha256 text not null,
  captured_by uuid not null,
  captured_at timestamptz not null,
  constraint email_capture_pk primary key (contact_id),
  constraint email_capture_contact_fk foreign key (contact_id) references contact (id),
  constraint email_capture_by_fk foreign key (captured_by) references staff (id)
);
alter table email_capture enable row level security;
alter table email_capture force row level security;
comment on table email_capture is 'An email that became a contact: where it came from. Its body is the contact''s words, its attachments are files of the contact.';
comment on column email_capture.contact_id is 'The contact';
comment on column email_capture.message_id is 'The message''s own id, so that the same one is not captured twice';
comment on column email_capture.from_name is 'Sender''s name as written';
comment on column email_capture.from_address is 'Sender''s address as written; it proves nothing';
comment on column email_capture.subject is 'Subject line';
comment on column email_capture.sent_at is 'When the message says it was sent';
comment on column email_capture.sha256 is 'Hash of the message as uploaded';
comment on column email_capture.captured_by is 'Who uploaded it';
comment on column email_capture.captured_at is 'When';
create index email_capture_message_ix on email_capture (message_id);
create index email_capture_hash_ix on email_capture (sha256);

create table out_of_hours_list (
  id uuid not null default gen_random_uuid(),
  for_day date not null,
  made_at timestamptz not null,
  day_officer uuid,
  named_at timestamptz,
  accepted_at timestamptz,
  constraint out_of_hours_list_pk primary key (id),
  constraint out_of_hours_list_day_uq unique (for_day),
  constraint out_of_hours_list_officer_fk foreign key (day_officer) references staff (id),
  constraint out_of_hours_list_accepted_by_name check (accepted_at is null or day_officer is not null)
);
alter table out_of_hours_list enable row level security;
alter table out_of_hours_list force row level security;
comment on table out_of_hours_list is 'One morning''s list of what the out-of-hours team took in. It is handed over when a named day officer has accepted every line.';
comment on column out_of_hours_list.id is 'Opaque id';
comment on column out_of_hours_list.for_day is 'Morning it is for';
comment on column out_of_hours_list.made_at is 'When it was made';
comment on column out_of_hours_list.day_officer is 'Named officer of the day who takes it over';
comment on column out_of_hours_list.named_at is 'When they put their name to it';
comment on column out_of_hours_list.accepted_at is 'When the last line was accepted; until then it is not handed over';

create table out_of_hours_record (
  contact_id uuid not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  left_for_day text not null,
  child_is_where text,
  list_id uuid,
  accepted_by uuid,
  accepted_at timestamptz,
  constraint out_of_hours_record_pk primary key (contact_id),
  constraint out_of_hours_record_contact_fk foreign key (contact_id) references contact (id),
  constraint out_of_hours_record_taken_fk foreign key (taken_by) references staff (id),
  constraint out_of_hours_record_list_fk foreign key (list_id) references out_of_hours_list (id),
  constraint out_of_hours_record_accepted_fk foreign key (accepted_by) references staff (id)
);
alter table out_of_hours_record enable row level security;
alter table out_of_hours_record force row level security;
comment on table out_of_hours_record is 'What the emergency duty team adds to a contact taken out of hours: what the day must do, and who took it over.';
comment on column out_of_hours_record.contact_id is 'The contact';
comment on column out_of_hours_record.taken_by is 'Night worker';
comment on column out_of_hours_record.taken_at is 'When the call came';
comment on column out_of_hours_record.left_for_day is 'What the day team must do, in the night worker''s words';
comment on column out_of_hours_record.child_is_where is 'Where the child is this morning';
comment on column out_of_hours_record.list_id is 'Morning list it is on; null until the list is made';
comment on column out_of_hours_record.accepted_by is 'Day officer who accepted this line';
comment on column out_of_hours_record.accepted_at is 'When';
create index out_of_hours_record_list_ix on out_of_hours_record (list_id);
create index out_of_hours_record_waiting_ix on out_of_hours_record (taken_at) where accepted_at is null;

create table immediate_action (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  done_at timestamptz not null,
  kind text not null,
  what text not null,
  with_whom text,
  outcome text,
  done_by uuid not null,
  written_at timestamptz not null,
  constraint immediate_action_pk primary key (id),
  constraint immediate_action_contact_fk foreign key (contact_id) references contact (id),
  constraint immediate_action_by_fk foreign key (done_by) references staff (id),
  constraint immediate_action_kind_known check (kind in ('called 999','called the police','called health','spoke to the family','visited','child moved','passed to a manager','other'))
);
alter table immediate_action enable row level security;
alter table immediate_action force row level security;
comment on table immediate_action is 'One thing done at once about a contact: the immediate action log, by night or by day. Nothing in it is changed or taken out.';
comment on column immediate_action.id is 'Opaque id';
comment on column immediate_action.contact_id is 'The contact';
comment on column immediate_action.done_at is 'When it was done';
comment on column immediate_action.kind is 'called 999, called the police, called health, spoke to the family, visited, child moved, passed to a manager, other';
comment on column immediate_action.what is 'What was done';
comment on column immediate_action.with_whom is 'With whom, and their number or reference';
comment on column immediate_action.outcome is 'What came of it';
comment on column immediate_action.done_by is 'Who did it';
comment on column immediate_action.written_at is 'When it was written down';
create index immediate_action_contact_ix on immediate_action (contact_id, done_at);

create table transfer_in (
  contact_id uuid not null,
  from_council text not null,
  their_reference text not null,
  worker_name text,
  worker_phone text,
  worker_email text,
  moved_on date,
  documents_had text,
  documents_awaited text,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  acknowledged_to text,
  constraint transfer_in_pk primary key (contact_id),
  constraint transfer_in_contact_fk foreign key (contact_id) references contact (id),
  constraint transfer_in_ack_fk foreign key (acknowledged_by) references staff (id),
  constraint transfer_in_ack_whole check ((acknowledged_at is null) = (acknowledged_by is null) and (acknowledged_at is null) = (acknowledged_to is null))
);
alter table transfer_in enable row level security;
alter table transfer_in force row level security;
comment on table transfer_in is 'Work with children who moved here, told by the council they moved from.';
comment on column transfer_in.contact_id is 'The contact';
comment on column transfer_in.from_council is 'Council they moved from';
comment on column transfer_in.their_reference is 'Its reference for the family';
comment on column transfer_in.worker_name is 'Its worker';
comment on column transfer_in.worker_phone is 'Their telephone';
comment on column transfer_in.worker_email is 'Their email';
comment on column transfer_in.moved_on is 'When the children moved here';
comment on column transfer_in.documents_had is 'Documents that came with it';
comment on column transfer_in.documents_awaited is 'Documents still to come';
comment on column transfer_in.acknowledged_at is 'When the other council was told that we have it';
comment on column transfer_in.acknowledged_by is 'By whom';
comment on column transfer_in.acknowledged_to is 'Who there was told, and how';

create table transfer_in_child (
  contact_person_id uuid not null,
  contact_id uuid not null,
  status text not null,
  category text,
  since date,
  constraint transfer_in_child_pk primary key (contact_person_id),
  constraint transfer_in_child_named_fk foreign key (contact_person_id) references contact_person (id),
  constraint transfer_in_child_transfer_fk foreign key (contact_id) references transfer_in (contact_id),
  constraint transfer_in_child_status_known check (status in ('child protection plan','child in need','looked-after','early help','other'))
);
alter table transfer_in_child enable row level security;
alter table transfer_in_child force row level security;
comment on table transfer_in_child is 'How a child stood with the council they moved from.';
comment on column transfer_in_child.contact_person_id is 'The child as named';
comment on column transfer_in_child.contact_id is 'Their contact';
comment on column transfer_in_child.status is 'child protection plan, child in need, looked-after, early help, other';
comment on column transfer_in_child.category is 'Category of the plan, or legal status when looked after';
comment on column transfer_in_child.since is 'Since when';
create index transfer_in_child_contact_ix on transfer_in_child (contact_id);

create table transfer_in_date (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  what text not null,
  due_on date not null,
  because text not null,
  done_on date,
  done_by uuid,
  constraint transfer_in_date_pk primary key (id),
  constraint transfer_in_date_transfer_fk foreign key (contact_id) references transfer_in (contact_id),
  constraint transfer_in_date_by_fk foreign key (done_by) references staff (id)
);
alter table transfer_in_date enable row level security;
alter table transfer_in_date force row level security;
comment on table transfer_in_date is 'A date that came with a transfer, or follows from it: a conference, a review, a visit.';
comment on column transfer_in_date.id is 'Opaque id';
comment on column transfer_in_date.contact_id is 'The transfer''s contact';
comment on column transfer_in_date.what is 'What is due';
comment on column transfer_in_date.due_on is 'By when';
comment on column transfer_in_date.because is 'Their date, or the rule it follows from';
comment on column transfer_in_date.done_on is 'When it happened';
comment on column transfer_in_date.done_by is 'Who said so';
create index transfer_in_date_due_ix on transfer_in_date (due_on) where done_on is null;
create index transfer_in_date_contact_ix on transfer_in_date (contact_id);

create table health_trigger (
  contact_id uuid not null,
  person_id uuid not null,
  reason text not null,
  health_issue text not null,
  legal_status text not null,
  legal_status_since date,
  placed_with text,
  raised_by uuid not null,
  raised_at timestamptz not null,
  added_to text,
  added_by uuid,
  added_at timestamptz,
  constraint health_trigger_pk primary key (contact_id),
  constraint health_trigger_contact_fk foreign key (contact_id) references contact (id),
  constraint health_trigger_person_fk foreign key (person_id) references person (id),
  constraint health_trigger_raised_fk foreign key (raised_by) references staff (id),
  constraint health_trigger_added_fk foreign key (added_by) references staff (id),
  constraint health_trigger_status_known check (legal_status in ('C1','C2','D1','E1','V2','V3','V4','J1','J2','J3','L1','L2','L3')),
  constraint health_trigger_added_whole check ((added_to is null) = (added_by is null) and (added_to is null) = (added_at is null))
);
alter table health_trigger enable row level security;
alter table health_trigger force row level security;
comment on table health_trigger is 'A health concern about a child in care, told by their nurse or worker (S-009). It never stands for a second referral while work is open.';
comment on column health_trigger.contact_id is 'The contact';
comment on column health_trigger.person_id is 'The child';
comment on column health_trigger.reason is 'What brought it up: health assessment, missed appointments, emergency visit and so on';
comment on column health_trigger.health_issue is 'What it is, in their words';
comment on column health_trigger.legal_status is 'Legal status of the child, code of the looked-after children return';
comment on column health_trigger.legal_status_since is 'Since when, where known';
comment on column health_trigger.placed_with is 'Who cares for the child';
comment on column health_trigger.raised_by is 'Who raised it';
comment on column health_trigger.raised_at is 'When';
comment on column health_trigger.added_to is 'Reference of the open work it was added to; null when none was open';
comment on column health_trigger.added_by is 'Who added it';
comment on column health_trigger.added_at is 'When';
create index health_trigger_person_ix on health_trigger (person_id, raised_at desc);

create table safe_contact (
  contact_id uuid not null,
  who text not null,
  how text not null,
  reach text,
  good_times text,
  never text,
  may_leave_message boolean not null default false,
  may_say_who boolean not null default false,
  constraint safe_contact_pk primary key (contact_id),
  constraint safe_contact_contact_fk foreign key (contact_id) references contact (id),
  constraint safe_contact_who_known check (who in ('young person','parent','someone else')),
  constraint safe_contact_how_known check (how in ('call','text','email','letter','through someone','not at all'))
);
alter table safe_contact enable row level security;
alter table safe_contact force row level security;
comment on table safe_contact is 'How it is safe to reach whoever asked for help. It goes before every call, letter and visit.';
comment on column safe_contact.contact_id is 'The contact';
comment on column safe_contact.who is 'young person, parent, someone else';
comment on column safe_contact.how is 'call, text, email, letter, through someone, not at all';
comment on column safe_contact.reach is 'Number, address or name to use';
comment on column safe_contact.good_times is 'When it is safe';
comment on column safe_contact.never is 'What must never be done: numbers, people, times';
comment on column safe_contact.may_leave_message is 'Whether a message may be left';
comment on column safe_contact.may_say_who is 'Whether whoever answers may hear that the council calls';

create table urgent_line (
  id uuid not null default gen_random_uuid(),
  name text not null,
  phone text not null,
  open text not null,
  for_whom text not null default 'anyone',
  note text,
  valid_from date not null,
  valid_to date,
  changed_by uuid,
  constraint urgent_line_pk primary key (id),
  constraint urgent_line_by_fk foreign key (changed_by) references staff (id),
  constraint urgent_line_open_known check (open in ('hub hours','out of hours','always')),
  constraint urgent_line_for_known check (for_whom in ('anyone','professionals')),
  constraint urgent_line_dates check (valid_to is null or valid_to >= valid_from)
);
alter table urgent_line enable row level security;
alter table urgent_line force row level security;
comment on table urgent_line is 'A number to call now: by day the hub, by night the emergency duty team.';
comment on column urgent_line.id is 'Opaque id';
comment on column urgent_line.name is 'Who answers';
comment on column urgent_line.phone is 'Their number';
comment on column urgent_line.open is 'hub hours, out of hours, always';
comment on column urgent_line.for_whom is 'anyone, professionals';
comment on column urgent_line.note is 'What to say or have ready';
comment on column urgent_line.valid_from is 'First day';
comment on column urgent_line.valid_to is 'Last day';
comment on column urgent_line.changed_by is 'Who wrote it; null for the first rows';

create table routing_rule (
  id uuid not null default gen_random_uuid(),
  key text not null,
  name text not null,
  because text not null,
  position integer not null,
  channels text[] not null default '{}',
  sources text[] not null default '{}',
  categories text[] not null default '{}',
  words text[] not null default '{}',
  postcodes text[] not null default '{}',
  age_from integer,
  age_to integer,
  open_work text,
  danger text,
  time_of_day text,
  lane text not null,
  discipline text,
  priority integer not null,
  suggested_rag text,
  valid_from date not null,
  valid_to date,
  proposed_by uuid,
  proposed_at timestamptz not null,
  agreed_by uuid,
  agreed_at timestamptz,
  refused_by uuid,
  refused_at timestamptz,
  refused_why text,
  retires boolean not null default false,
  constraint routing_rule_pk primary key (id),
  constraint routing_rule_proposed_fk foreign key (proposed_by) references staff (id),
  constraint routing_rule_agreed_fk foreign key (agreed_by) references staff (id),
  constraint routing_rule_refused_fk foreign key (refused_by) references staff (id),
  constraint routing_rule_second_person check (agreed_by is distinct from proposed_by or agreed_by is null),
  constraint routing_rule_agreed_or_refused check (agreed_at is null or refused_at is null),
  constraint routing_rule_refused_says_why check ((refused_at is null) = (refused_why is null)),
  constraint routing_rule_priority check (priority between 1 and 3),
  constraint routing_rule_ages check (age_from is null or age_to is null or age_from <= age_to),
  constraint routing_rule_yes_no check (open_work in ('yes','no') and danger in ('yes','no')),
  constraint routing_rule_time_known check (time_of_day in ('hub hours','out of hours')),
  constraint routing_rule_rag_known check (suggested_rag in ('RED','AMBER','GREEN')),
  constraint routing_rule_lane_known check (lane in ('urgent','general','early help','disability','youth','looked-after','transfer','police','directory')),
  constraint routing_rule_dates check (valid_to is null or valid_to >= valid_from)
);
alter table routing_rule enable row level security;
alter table routing_rule force row level security;
comment on table routing_rule is 'A rule that says where a contact waits and how soon it is looked at. It may suggest a rating; a person confirms every one. A change is a new row with its own first day, proposed by one person and agreed by another.';
comment on column routing_rule.id is 'Opaque id';
comment on column routing_rule.key is 'Name that stays when the rule is changed';
comment on column routing_rule.name is 'What it is called on the screen';
comment on column routing_rule.because is 'Why it stands, in the words a referrer could read';
comment on column routing_rule.position is 'Order: the first rule that fits says the lane';
comment on column routing_rule.channels is 'Ways in it asks for; empty is any';
comment on column routing_rule.sources is 'Referral sources it asks for; empty is any';
comment on column routing_rule.categories is 'Kinds of worry, any of them; empty is any';
comment on column routing_rule.words is 'Words in what was written, any of them; empty is any';
comment on column routing_rule.postcodes is 'Beginnings of a postcode, any of them; empty is any';
comment on column routing_rule.age_from is 'Youngest child is at least this old, in years';
comment on column routing_rule.age_to is 'Youngest child is at most this old, in years';
comment on column routing_rule.open_work is 'yes or no: work is open with a child it is about';
comment on column routing_rule.danger is 'yes or no: the referrer said immediate danger';
comment on column routing_rule.time_of_day is 'hub hours or out of hours, when it was received';
comment on column routing_rule.lane is 'Lane of the queue';
comment on column routing_rule.discipline is 'Discipline that looks first';
comment on column routing_rule.priority is '1 at once, 2 today, 3 in turn';
comment on column routing_rule.suggested_rag is 'Rating it suggests; it rates nothing';
comment on column routing_rule.valid_from is 'First day in force';
comment on column routing_rule.valid_to is 'Last day in force';
comment on column routing_rule.proposed_by is 'Who proposed it; null for the first rules';
comment on column routing_rule.proposed_at is 'When';
comment on column routing_rule.agreed_by is 'Second person who agreed';
comment on column routing_rule.agreed_at is 'When; a rule nobody agreed to routes nothing';
comment on column routing_rule.refused_by is 'Who refused it';
comment on column routing_rule.refused_at is 'When';
comment on column routing_rule.refused_why is 'Why';
comment on column routing_rule.retires is 'The rule ends on the first day of this row and nothing follows it';
create index routing_rule_key_ix on routing_rule (key, valid_from);
create unique index routing_rule_one_change on routing_rule (key) where agreed_at is null and refused_at is null;

create table contact_routing (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  number integer not null,
  rule_id uuid not null,
  lane text not null,
  discipline text,
  priority integer not null,
  because text not null,
  rag_rule_id uuid,
  suggested_rag text,
  rag_because text,
  routed_at timestamptz not null,
  rag_answer text,
  rag_given text,
  rag_reason text,
  rag_by uuid,
  rag_at timestamptz,
  constraint contact_routing_pk primary key (id),
  constraint contact_routing_number_uq unique (contact_id, number),
  constraint contact_routing_contact_fk foreign key (contact_id) references contact (id),
  constraint contact_routing_rule_fk foreign key (rule_id) references routing_rule (id),
  constraint contact_routing_rag_rule_fk foreign key (rag_rule_id) references routing_rule (id),
  constraint contact_routing_rag_by_fk foreign key (rag_by) references staff (id),
  constraint contact_routing_rag_known check (suggested_rag in ('RED','AMBER','GREEN') and rag_given in ('RED','AMBER','GREEN')),
  constraint contact_routing_answer_known check (rag_answer in ('confirmed','another rating','no rating')),
  constraint contact_routing_answer_whole check ((rag_answer is null) = (rag_by is null) and (rag_answer is null) = (rag_reason is null) and (rag_answer is null) = (rag_at is null)),
  constraint contact_routing_answer_answers check (rag_answer is null or suggested_rag is not null)
);
alter table contact_routing enable row level security;
alter table contact_routing force row level security;
comment on table contact_routing is 'Where a contact was routed, by which rule, and what a person made of the rating the rule suggested. The last row stands.';
comment on column contact_routing.id is 'Opaque id';
comment on column contact_routing.contact_id is 'The contact';
comment on column contact_routing.number is '1 when it came, 2 and on when more was known';
comment on column contact_routing.rule_id is 'Rule that said the lane';
comment on column contact_routing.lane is 'Lane of the queue';
comment on column contact_routing.discipline is 'Discipline that looks first';
comment on column contact_routing.priority is '1 at once, 2 today, 3 in turn';
comment on column contact_routing.because is 'What of the contact fitted the rule';
comment on column contact_routing.rag_rule_id is 'Rule that suggests a rating';
comment on column contact_routing.suggested_rag is 'The rating suggested';
comment on column contact_routing.rag_because is 'What of the contact fitted that rule';
comment on column contact_routing.routed_at is 'When';
comment on column contact_routing.rag_answer is 'confirmed, another rating, no rating; null while a person has yet to look';
comment on column contact_routing.rag_given is 'Rating the person gave';
comment on column contact_routing.rag_reason is 'Why, in their words';
comment on column contact_routing.rag_by is 'Who';
comment on column contact_routing.rag_at is 'When';
create index contact_routing_contact_ix on contact_routing (contact_id, number desc);
create index contact_routing_unanswered_ix on contact_routing (routed_at) where suggested_rag is not null and rag_answer is null;

-- Who may: the front door; for a night's work the emergency duty team too; the worker routes and makes the morning list.
grant select, insert on phone_record, email_capture, out_of_hours_record, out_of_hours_list, immediate_action, transfer_in, transfer_in_child, transfer_in_date,
  health_trigger, safe_contact, routing_rule, contact_routing, urgent_line to goldthread_app;
grant update (list_id, accepted_by, accepted_at) on out_of_hours_record to goldthread_app;
grant update (day_officer, named_at, accepted_at) on out_of_hours_list to goldthread_app;
grant update (documents_had, documents_awaited, acknowledged_at, acknowledged_by, acknowledged_to) on transfer_in to goldthread_app;
grant update (done_on, done_by) on transfer_in_date to goldthread_app;
grant update (added_to, added_by, added_at) on health_trigger to goldthread_app;
grant update (valid_to, agreed_by, agreed_at, refused_by, refused_at, refused_why) on routing_rule to goldthread_app;
grant update (rag_answer, rag_given, rag_reason, rag_by, rag_at) on contact_routing to goldthread_app;
grant update (valid_to) on urgent_line to goldthread_app;

create policy front_door on phone_record for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_writes on phone_record for insert to goldthread_app with check ((select access.works_front_door()) and taken_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));
create policy front_door on email_capture for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_writes on email_capture for insert to goldthread_app with check ((select access.works_front_door()) and captured_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));
create policy night_and_day on out_of_hours_record for select to goldthread_app using (
  ((select access.works_front_door()) or (select access.in_team_for(array['out-of-hours'])) or (select access.is_system())) and exists (select 1 from contact c where c.id = contact_id));
create policy night_writes on out_of_hours_record for insert to goldthread_app with check ((select access.in_team_for(array['out-of-hours'])) and taken_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));
create policy day_accepts on out_of_hours_record for update to goldthread_app using (
  ((select access.works_front_door()) or (select access.is_system())) and exists (select 1 from contact c where c.id = contact_id))
  with check (accepted_by is null or accepted_by = access.staff());
create policy night_and_day on out_of_hours_list for select to goldthread_app using ((select access.works_front_door()) or (select access.in_team_for(array['out-of-hours'])) or (select access.is_system()));
create policy worker_makes on out_of_hours_list for insert to goldthread_app with check ((select access.is_system()));
create policy day_accepts on out_of_hours_list for update to goldthread_app using ((select access.works_front_door())) with check (day_officer is not null);
create policy night_and_day on immediate_action for select to goldthread_app using (
  ((select access.works_front_door()) or (select access.in_team_for(array['out-of-hours']))) and exists (select 1 from contact c where c.id = contact_id));
create policy night_and_day_write on immediate_action for insert to goldthread_app with check (
  ((select access.works_front_door()) or (select access.in_team_for(array['out-of-hours']))) and done_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));
create policy front_door on transfer_in for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_writes on transfer_in for insert to goldthread_app with check ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_works on transfer_in for update to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id))
  with check (acknowledged_by is null or (select access.works_front_door()));
create policy front_door on transfer_in_child for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_writes on transfer_in_child for insert to goldthread_app with check ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door on transfer_in_date for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_writes on transfer_in_date for insert to goldthread_app with check ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_works on transfer_in_date for update to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id)) with check (done_by = access.staff());
create policy front_door on health_trigger for select to goldthread_app using (((select access.works_front_door()) or raised_by = access.staff()) and exists (select 1 from contact c where c.id = contact_id));
create policy who_knows_raises on health_trigger for insert to goldthread_app with check (
  raised_by = access.staff() and added_to is null and exists (select 1 from person p where p.id = person_id) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_adds on health_trigger for update to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id)) with check (added_by = access.staff());
create policy front_door on safe_contact for select to goldthread_app using (
  ((select access.works_front_door()) or contact_id = any((select access.contacts_handed_to_me())::uuid[])) and exists (select 1 from contact c where c.id = contact_id));
create policy who_asks_writes on safe_contact for insert to goldthread_app with check (exists (select 1 from contact c where c.id = contact_id and c.state = 'SUBMITTED'));
create policy all_read on urgent_line for select to goldthread_app using (true);
create policy manager_writes on urgent_line for insert to goldthread_app with check ((select access.has_role(array['MASH_M'])) and changed_by = access.staff());
create policy manager_ends on urgent_line for update to goldthread_app using ((select access.has_role(array['MASH_M'])));
create policy front_door on routing_rule for select to goldthread_app using ((select access.works_front_door()) or (select access.is_system()));
create policy manager_proposes on routing_rule for insert to goldthread_app with check ((select access.has_role(array['MASH_M'])) and proposed_by = access.staff() and agreed_at is null and refused_at is null);
create policy manager_agrees on routing_rule for update to goldthread_app using ((select access.has_role(array['MASH_M'])));
create policy front_door on contact_routing for select to goldthread_app using (((select access.works_front_door()) or (select access.is_system())) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_routes on contact_routing for insert to goldthread_app with check (
  ((select access.works_front_door()) or (select access.is_system())) and rag_answer is null and exists (select 1 from contact c where c.id = contact_id));
create policy person_rates on contact_routing for update to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id)) with check (rag_by = access.staff());

alter table clock_rule no force row level security;
insert into clock_rule (key, name, limit_count, unit, basis, source) values
  ('C02E', 'Out-of-hours list is accepted by the day', 1, 'hub-hours', 'local', 'Local practice: what the emergency duty team took in is not handed over until a named day officer has accepted it'),
  ('C02T', 'Transfer from another council is acknowledged', 1, 'working-days', 'local', 'Local practice, in step with the acknowledgement of a referral within one working day');
alter table clock_rule force row level security;

alter table urgent_line no force row level security;
insert into urgent_line (name, phone, open, for_whom, note, valid_from) values
  ('Front door', '020 7946 0100', 'hub hours', 'anyone', 'Say at once if a child is in danger. You need not have all the facts.', '2026-01-01'),
  ('Front door, line for professionals', '020 7946 0101', 'hub hours', 'professionals', 'Have the child''s name, date of birth and address to hand. Send the form afterwards.', '2026-01-01'),
  ('Emergency duty team', '020 7946 0199', 'out of hours', 'anyone', 'Nights, weekends and bank holidays. A social worker answers.', '2026-01-01');
alter table urgent_line force row level security;

alter table routing_rule no force row level security;
insert into routing_rule (key, name, because, position, channels, sources, categories, words, postcodes, age_from, age_to, open_work, danger, time_of_day, lane, discipline, priority, suggested_rag, valid_from, proposed_at, agreed_at) values
  ('immediate-danger', 'Immediate danger', 'The referrer says a child is in danger now.', 10, '{}', '{}', '{}', '{}', '{}', null, null, null, 'yes', null, 'urgent', 'social work', 1, 'RED', '2026-01-01', '2026-01-01', '2026-01-01'),
  ('words-of-harm', 'Words that speak of serious harm', 'The words say that a child may be badly hurt or hurt soon.', 20, '{}', '{}', '{}', '{strangle,strangled,"threatened to kill","going to kill",stabbed,knife,"broken bone",fracture,burn,unconscious,overdose,"not breathing",raped}', '{}', null, null, null, null, null, 'urgent', 'social work', 1, 'RED', '2026-01-01', '2026-01-01', '2026-01-01'),
  ('baby-hurt', 'A baby who may be hurt', 'Babies cannot move away or tell; a mark on one is looked at at once.', 30, '{}', '{}', '{"Physical abuse"}', '{}', '{}', 0, 1, null, null, null, 'urgent', 'social work', 1, 'RED', '2026-01-01', '2026-01-01', '2026-01-01'),
  ('sexual-abuse', 'Sexual abuse', 'What police and health do first must not be lost.', 40, '{}', '{}', '{"Sexual abuse","Child sexual exploitation","Female genital mutilation"}', '{}', '{}', null, null, null, null, null, 'urgent', 'social work', 1, 'RED', '2026-01-01', '2026-01-01', '2026-01-01'),
  ('health-in-care', 'Health of a child in care', 'The council is this child''s parent; their worker hears first.', 50, '{HEALTH_TRIGGER}', '{}', '{}', '{}', '{}', null, null, null, null, null, 'looked-after', 'health', 2, null, '2026-01-01', '2026-01-01', '2026-01-01'),
  ('transfer-in', 'Work another council hands on', 'Plans of another council run on here and have dates of their own.', 60, '{TRANSFER_IN}', '{}', '{}', '{}', '{}', null, null, null, null, null, 'transfer', 'social work', 2, 'AMBER', '2026-01-01', '2026-01-01', '2026-01-01'),
  ('from-the-night', 'Taken in out of hours', 'A night''s work goes on in the morning, before anything new that can wait.', 70, '{OUT_OF_HOURS}', '{}', '{}', '{}', '{}', null, null, null, null, null, 'urgent', 'social work', 1, 'AMBER', '2026-01-01', '2026-01-01', '2026-01-01'),
  ('police', 'From the police', 'The police desk''s notifications are triaged together each day.', 80, '{POLICE_FEED}', '{}', '{}', '{}', '{}', null, null, null, null, null, 'police', 'police', 2, null, '2026-01-01', '2026-01-01', '2026-01-01'),
  ('exploited', 'Young people who are used by others', 'Those who know young people look first.', 90, '{}', '{}', '{"Child criminal exploitation","County lines","Gangs","Trafficking","Missing","Harmful sexual behaviour"}', '{}', '{}', 10, null, null, null, null, 'youth', 'youth', 2, 'AMBER', '2026-01-01', '2026-01-01', '2026-01-01'),
  ('disabled', 'Disability', 'Those who know disabled children and their families look first.', 100, '{}', '{}', '{"Illness or disability: child","Learning disability: child"}', '{}', '{}', null, null, null, null, null, 'disability', 'social work', 3, null, '2026-01-01', '2026-01-01', '2026-01-01'),
  ('asks-for-itself', 'A family or young person asks for help', 'Whoever asks for themselves is answered soon, by someone who helps families.', 110, '{SELF}', '{}', '{}', '{}', '{}', null, null, null, null, null, 'early help', 'early help', 2, null, '2026-01-01', '2026-01-01', '2026-01-01'),
  ('practical-help', 'Money, housing, advice', 'What the family wants is help that the directory lists.', 120, '{}', '{}', '{"Financial support","Housing","Immigration: parent"}', '{}', '{}', null, null, 'no', null, null, 'directory', 'family information', 3, null, '2026-01-01', '2026-01-01', '2026-01-01'),
  ('everything-else', 'Everything else', 'No other rule fits: a contact officer reads it in turn.', 999, '{}', '{}', '{}', '{}', '{}', null, null, null, null, null, 'general', null, 3, null, '2026-01-01', '2026-01-01', '2026-01-01');
alter table routing_rule force row level security;
