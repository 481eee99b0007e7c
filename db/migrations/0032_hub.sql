-- The hub enquiry (domain 3.4, S-003): one multi-agency picture of a contact, asked of each agency once, owned by whoever gave each part of it.
-- It takes the place of hub_request, which only noted that a picture was wanted.

alter table team drop constraint team_purpose_known;
alter table team add constraint team_purpose_known
  check (purpose in ('front-door','hub-desk','early-help','social-work','shield-desk','index-desk','safeguarding','health','police','commissioning','other'));
comment on column team.purpose is 'front-door, hub-desk (answers the hub for its agency), early-help, social-work, shield-desk, index-desk, safeguarding, health, police, commissioning, other';

create table hub_enquiry (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  state text not null default 'OPEN',
  rag text not null,
  purpose text not null,
  family_told text not null default 'not yet',
  not_told_because text,
  opened_by uuid not null,
  opened_at timestamptz not null,
  collated_at timestamptz,
  proceeded_without text,
  proceeded_by uuid,
  proceeded_at timestamptz,
  second_by uuid,
  second_at timestamptz,
  second_reason text,
  decided_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  constraint hub_enquiry_pk primary key (id),
  constraint hub_enquiry_contact_fk foreign key (contact_id) references contact (id),
  constraint hub_enquiry_opened_fk foreign key (opened_by) references staff (id),
  constraint hub_enquiry_proceeded_fk foreign key (proceeded_by) references staff (id),
  constraint hub_enquiry_second_fk foreign key (second_by) references staff (id),
  constraint hub_enquiry_state_known check (state in ('OPEN','REQUESTING','GATHERING','COLLATED','DECISION','CLOSED')),
  constraint hub_enquiry_rag_known check (rag in ('RED','AMBER','GREEN')),
  constraint hub_enquiry_told_known check (family_told in ('told','not told','not yet')),
  constraint hub_enquiry_not_told_says_why check (family_told <> 'not told' or not_told_because is not null),
  constraint hub_enquiry_without_says_why check ((proceeded_without is null) = (proceeded_by is null)),
  constraint hub_enquiry_second_is_another check (second_by is null or second_reason is not null)
);
alter table hub_enquiry enable row level security;
alter table hub_enquiry force row level security;
comment on table hub_enquiry is 'A multi-agency enquiry about one contact: its rating, its requests, its picture, and the rule its decision was held to.';
comment on column hub_enquiry.id is 'Opaque id';
comment on column hub_enquiry.contact_id is 'The contact; one open enquiry at a time';
comment on column hub_enquiry.state is 'OPEN, REQUESTING, GATHERING, COLLATED, DECISION, CLOSED (domain 3.4)';
comment on column hub_enquiry.rag is 'Rating that stands now: RED, AMBER, GREEN; its history is in hub_rag';
comment on column hub_enquiry.purpose is 'Why a picture is needed, in the words every agency asked may read';
comment on column hub_enquiry.family_told is 'told, not told, not yet: whether the family knows agencies are asked';
comment on column hub_enquiry.not_told_because is 'Why not, where telling them would raise the risk';
comment on column hub_enquiry.opened_by is 'Who opened it';
comment on column hub_enquiry.opened_at is 'When; the clocks of every colour start here';
comment on column hub_enquiry.collated_at is 'When every request had an answer, or the hub went on without';
comment on column hub_enquiry.proceeded_without is 'Why the decision is made without every return; null while none is missing';
comment on column hub_enquiry.proceeded_by is 'Who gave that reason';
comment on column hub_enquiry.proceeded_at is 'When';
comment on column hub_enquiry.second_by is 'Second manager who agrees that a RED enquiry ends without further action';
comment on column hub_enquiry.second_at is 'When';
comment on column hub_enquiry.second_reason is 'Why they agree';
comment on column hub_enquiry.decided_at is 'When every child of the contact had a decision';
comment on column hub_enquiry.closed_at is 'When the agencies that answered had been told';
comment on column hub_enquiry.version is 'Optimistic version';
create unique index hub_enquiry_one_open on hub_enquiry (contact_id) where closed_at is null;
create index hub_enquiry_contact_ix on hub_enquiry (contact_id);

create table hub_rag (
  id uuid not null default gen_random_uuid(),
  enquiry_id uuid not null,
  rag text not null,
  reason text not null,
  suggested_by text,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint hub_rag_pk primary key (id),
  constraint hub_rag_enquiry_fk foreign key (enquiry_id) references hub_enquiry (id),
  constraint hub_rag_by_fk foreign key (set_by) references staff (id),
  constraint hub_rag_known check (rag in ('RED','AMBER','GREEN'))
);
alter table hub_rag enable row level security;
alter table hub_rag force row level security;
comment on table hub_rag is 'Every rating an enquiry had, and why. A rule may suggest one; a suggestion rates nothing until a person confirms it.';
comment on column hub_rag.id is 'Opaque id';
comment on column hub_rag.enquiry_id is 'The enquiry';
comment on column hub_rag.rag is 'RED, AMBER or GREEN';
comment on column hub_rag.reason is 'Why, in the words of whoever rated';
comment on column hub_rag.suggested_by is 'Which rule suggested it, where one did; the person decided all the same';
comment on column hub_rag.set_by is 'Who rated';
comment on column hub_rag.set_at is 'When';
create index hub_rag_enquiry_ix on hub_rag (enquiry_id, set_at);

create table information_request (
  id uuid not null default gen_random_uuid(),
  enquiry_id uuid not null,
  contact_id uuid not null,
  agency_id uuid not null,
  discipline text not null,
  what_we_ask text not null,
  rag text not null,
  state text not null default 'SENT',
  asked_by uuid not null,
  asked_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  answered_by uuid,
  answered_at timestamptz,
  decline_reason text,
  cancel_reason text,
  told_outcome_at timestamptz,
  version integer not null default 1,
  constraint information_request_pk primary key (id),
  constraint information_request_enquiry_fk foreign key (enquiry_id) references hub_enquiry (id),
  constraint information_request_contact_fk foreign key (contact_id) references contact (id),
  constraint information_request_agency_fk foreign key (agency_id) references agency (id),
  constraint information_request_asked_fk foreign key (asked_by) references staff (id),
  constraint information_request_acknowledged_fk foreign key (acknowledged_by) references staff (id),
  constraint information_request_answered_fk foreign key (answered_by) references staff (id),
  constraint information_request_rag_known check (rag in ('RED','AMBER','GREEN')),
  constraint information_request_state_known check (state in ('SENT','ACKNOWLEDGED','RETURNED_INFO','RETURNED_NIL','DECLINED','CANCELLED')),
  constraint information_request_decline_says_why check (state <> 'DECLINED' or decline_reason is not null),
  constraint information_request_cancel_says_why check (state <> 'CANCELLED' or cancel_reason is not null)
);
alter table information_request enable row level security;
alter table information_request force row level security;
comment on table information_request is 'One question to one agency about one enquiry. Silence is never an answer: overdue is read from its clock, chased from its chases.';
comment on column information_request.id is 'Opaque id';
comment on column information_request.enquiry_id is 'The enquiry';
comment on column information_request.contact_id is 'Its contact, so that whoever may not see the one does not see the other';
comment on column information_request.agency_id is 'The agency asked';
comment on column information_request.discipline is 'Question set: police, health, education and so on (returns/question-sets.codes.ts)';
comment on column information_request.what_we_ask is 'What the agency reads: why, about whom, what is needed; nothing else of the contact';
comment on column information_request.rag is 'Rating when it was last timed: how urgent it is for the agency';
comment on column information_request.state is 'SENT, ACKNOWLEDGED, RETURNED_INFO, RETURNED_NIL, DECLINED, CANCELLED';
comment on column information_request.asked_by is 'Who asked';
comment on column information_request.asked_at is 'When';
comment on column information_request.acknowledged_by is 'Who in the agency has it';
comment on column information_request.acknowledged_at is 'When';
comment on column information_request.answered_by is 'Who released the return, said nil or declined';
comment on column information_request.answered_at is 'When';
comment on column information_request.decline_reason is 'Why the agency does not share';
comment on column information_request.cancel_reason is 'Why the hub no longer asks';
comment on column information_request.told_outcome_at is 'When the agency was told what became of it';
comment on column information_request.version is 'Optimistic version';
create unique index information_request_once on information_request (enquiry_id, agency_id, discipline) where state <> 'CANCELLED';
create index information_request_agency_ix on information_request (agency_id, asked_at) where state in ('SENT','ACKNOWLEDGED');
create index information_request_enquiry_ix on information_request (enquiry_id);
create index information_request_contact_ix on information_request (contact_id);

create table information_request_person (
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  contact_person_id uuid not null,
  person_id uuid,
  part text not null,
  name text not null,
  date_of_birth date,
  expected_on date,
  address text,
  constraint information_request_person_pk primary key (id),
  constraint information_request_person_request_fk foreign key (request_id) references information_request (id),
  constraint information_request_person_named_fk foreign key (contact_person_id) references contact_person (id),
  constraint information_request_person_person_fk foreign key (person_id) references person (id),
  constraint information_request_person_part_known check (part in ('child','unborn','adult')),
  constraint information_request_person_once unique (request_id, contact_person_id)
);
alter table information_request_person enable row level security;
alter table information_request_person force row level security;
comment on table information_request_person is 'A person an agency is asked about, as the hub chose to name them to that agency. This, never the contact, is what the agency reads.';
comment on column information_request_person.id is 'Opaque id';
comment on column information_request_person.request_id is 'The request';
comment on column information_request_person.contact_person_id is 'As the contact names them';
comment on column information_request_person.person_id is 'As the index knows them, where recognised';
comment on column information_request_person.part is 'child, unborn or adult';
comment on column information_request_person.name is 'Name told to the agency';
comment on column information_request_person.date_of_birth is 'Date of birth told, where known';
comment on column information_request_person.expected_on is 'Expected date, for an unborn baby';
comment on column information_request_person.address is 'Address told; null where it is shielded or not needed';
create index information_request_person_person_ix on information_request_person (person_id);

create table information_request_chase (
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  how text not null,
  spoke_to text,
  note text,
  chased_by uuid not null,
  chased_at timestamptz not null,
  constraint information_request_chase_pk primary key (id),
  constraint information_request_chase_request_fk foreign key (request_id) references information_request (id),
  constraint information_request_chase_by_fk foreign key (chased_by) references staff (id),
  constraint information_request_chase_how_known check (how in ('in Goldthread','by telephone','by secure email'))
);
alter table information_request_chase enable row level security;
alter table information_request_chase force row level security;
comment on table information_request_chase is 'A reminder of a request: when, how, who spoke to whom.';
comment on column information_request_chase.id is 'Opaque id';
comment on column information_request_chase.request_id is 'The request';
comment on column information_request_chase.how is 'in Goldthread, by telephone, by secure email';
comment on column information_request_chase.spoke_to is 'Whom, where someone was spoken to';
comment on column information_request_chase.note is 'What they said';
comment on column information_request_chase.chased_by is 'Who';
comment on column information_request_chase.chased_at is 'When';
create index information_request_chase_request_ix on information_request_chase (request_id, chased_at);

create table agency_return (
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  agency_id uuid not null,
  number integer not null,
  known text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  replaced_at timestamptz,
  correction_reason text,
  version integer not null default 1,
  constraint agency_return_pk primary key (id),
  constraint agency_return_request_fk foreign key (request_id) references information_request (id),
  constraint agency_return_agency_fk foreign key (agency_id) references agency (id),
  constraint agency_return_written_fk foreign key (written_by) references staff (id),
  constraint agency_return_released_fk foreign key (released_by) references staff (id),
  constraint agency_return_known_known check (known in ('yes','no')),
  constraint agency_return_released_by_someone check ((released_at is null) = (released_by is null)),
  constraint agency_return_number unique (request_id, number)
);
alter table agency_return enable row level security;
alter table agency_return force row level security;
comment on table agency_return is 'An agency''s answer to a request (form 4.17). Until released it is its agency''s alone: not the hub''s, not in a count, not in an error.';
comment on column agency_return.id is 'Opaque id';
comment on column agency_return.request_id is 'The request';
comment on column agency_return.agency_id is 'The agency whose information it is (hub rule, domain 2.5)';
comment on column agency_return.number is '1 for the first; a correction is a further return that replaces the one before';
comment on column agency_return.known is 'yes, no: whether the agency knows the family at all';
comment on column agency_return.written_by is 'Who last wrote in it';
comment on column agency_return.written_at is 'When';
comment on column agency_return.released_by is 'Who released it to the hub';
comment on column agency_return.released_at is 'When; null is the agency''s own paper';
comment on column agency_return.replaced_at is 'When a further return took its place';
comment on column agency_return.correction_reason is 'Why, for a further return';
comment on column agency_return.version is 'Optimistic version';

create table return_line (
  id uuid not null default gen_random_uuid(),
  return_id uuid not null,
  request_id uuid not null,
  agency_id uuid not null,
  about_id uuid,
  position integer not null,
  question text not null,
  kind text not null,
  words text not null,
  happened_from date,
  happened_to date,
  source text,
  grading text,
  handling text,
  sensitivity text not null,
  releasable text not null,
  third_party boolean not null default false,
  constraint return_line_pk primary key (id),
  constraint return_line_return_fk foreign key (return_id) references agency_return (id),
  constraint return_line_request_fk foreign key (request_id) references information_request (id),
  constraint return_line_agency_fk foreign key (agency_id) references agency (id),
  constraint return_line_about_fk foreign key (about_id) references information_request_person (id),
  constraint return_line_kind_known check (kind in ('fact','opinion','allegation')),
  constraint return_line_sensitivity_known check (sensitivity in ('OPEN_TO_HUB','HUB_ONLY','OWNER_CONTROLLED')),
  constraint return_line_releasable_known check (releasable in ('YES','NO','ASK')),
  constraint return_line_hub_only_stays check (sensitivity <> 'HUB_ONLY' or releasable = 'NO'),
  constraint return_line_dates_in_order check (happened_to is null or happened_from <= happened_to),
  constraint return_line_position unique (return_id, position)
);
alter table return_line enable row level security;
alter table return_line force row level security;
comment on table return_line is 'One item of a return: a fact, an opinion or an allegation, about one person or the household, with what its owner lets become of it.';
comment on column return_line.id is 'Opaque id';
comment on column return_line.return_id is 'The return';
comment on column return_line.request_id is 'Its request';
comment on column return_line.agency_id is 'Its owner';
comment on column return_line.about_id is 'The person of the request it is about; null is the household';
comment on column return_line.position is 'Order in the return';
comment on column return_line.question is 'Question it answers, by key';
comment on column return_line.kind is 'fact, opinion or allegation: never mixed in one item';
comment on column return_line.words is 'What the agency says';
comment on column return_line.happened_from is 'When it happened, or began';
comment on column return_line.happened_to is 'When it ended, where it did';
comment on column return_line.source is 'Where the agency has it from';
comment on column return_line.grading is 'Police: grade of the source and of the information, for example E41';
comment on column return_line.handling is 'Police: handling code; never printed on a family''s document';
comment on column return_line.sensitivity is 'OPEN_TO_HUB, HUB_ONLY, OWNER_CONTROLLED (domain 2.5)';
comment on column return_line.releasable is 'YES, NO, ASK: whether it may leave the hub without asking again';
comment on column return_line.third_party is 'True where it is about somebody outside the family: left out of family copies';
create index return_line_request_ix on return_line (request_id);

create table line_release (
  id uuid not null default gen_random_uuid(),
  line_id uuid not null,
  request_id uuid not null,
  agency_id uuid not null,
  to_whom text not null,
  purpose text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  agreed boolean,
  answer_reason text,
  answered_by uuid,
  answered_at timestamptz,
  constraint line_release_pk primary key (id),
  constraint line_release_line_fk foreign key (line_id) references return_line (id),
  constraint line_release_request_fk foreign key (request_id) references information_request (id),
  constraint line_release_agency_fk foreign key (agency_id) references agency (id),
  constraint line_release_asked_fk foreign key (asked_by) references staff (id),
  constraint line_release_answered_fk foreign key (answered_by) references staff (id),
  constraint line_release_answer_whole check ((agreed is null) = (answered_by is null) and (agreed is null) = (answered_at is null))
);
alter table line_release enable row level security;
alter table line_release force row level security;
comment on table line_release is 'The owner''s answer on whether one item may leave the hub, to whom and for what. Without one, an item marked ASK stays.';
comment on column line_release.id is 'Opaque id';
comment on column line_release.line_id is 'The item';
comment on column line_release.request_id is 'Its request';
comment on column line_release.agency_id is 'Its owner';
comment on column line_release.to_whom is 'Who is to have it';
comment on column line_release.purpose is 'What they need it for';
comment on column line_release.asked_by is 'Who in the hub asks';
comment on column line_release.asked_at is 'When';
comment on column line_release.agreed is 'The owner''s answer; null while they have not answered';
comment on column line_release.answer_reason is 'Why, or on what condition';
comment on column line_release.answered_by is 'Who answered for the owner';
comment on column line_release.answered_at is 'When';
create index line_release_line_ix on line_release (line_id);
create index line_release_waiting_ix on line_release (agency_id) where agreed is null;

-- Who answers for an agency: whoever sits at its hub desk; where it has no such desk, anyone there whose role answers the hub. Nobody to
-- whom anyone asked about is closed: a shielded child is asked about only of those the shield desk named.
grant select on information_request, information_request_person to goldthread_access;
create policy access_reads on information_request for select to goldthread_access using (true);
create policy access_reads on information_request_person for select to goldthread_access using (true);
create function access.answers_for() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.agency_id), '{}') from membership m
    join agency a on a.id = m.agency_id and a.suspended_at is null
    join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
    left join team t on t.id = m.team_id
   where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
     and (access.session_agencies() is null or m.agency_id = any(access.session_agencies()))
     and m.role = any(array['DSL','HV','SN','MIDW','GP','CLIN','POL_PPD','PROB','YOT','HOUS','ADULT_MH','ADULT_SM','IDVA','VCS','SENCO'])
     and (t.purpose = 'hub-desk' or not exists (select 1 from team d where d.agency_id = m.agency_id and d.purpose = 'hub-desk'))
$$;
comment on function access.answers_for() is 'Agencies the person asking answers the hub for: at its hub desk, or by role where it has none.';
create function access.requests_asked_of_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(r.id), '{}') from information_request r
   where r.agency_id = any((select access.answers_for())::uuid[])
     and not exists (select 1 from information_request_person p where p.request_id = r.id and p.person_id = any((select access.people_hidden_from_me())::uuid[]))
$$;
comment on function access.requests_asked_of_me() is 'Requests of the hub to agencies the person asking answers for, but those about someone whose record is closed to them: shielded, restricted without leave, or in conflict.';
alter function access.answers_for() owner to goldthread_access;
alter function access.requests_asked_of_me() owner to goldthread_access;
revoke execute on function access.answers_for(), access.requests_asked_of_me() from public;
grant execute on function access.answers_for(), access.requests_asked_of_me() to goldthread_app, goldthread_search, goldthread_access;

grant select, insert on hub_enquiry, hub_rag, information_request, information_request_person, information_request_chase, line_release to goldthread_app;
grant update (state, rag, family_told, not_told_because, collated_at, proceeded_without, proceeded_by, proceeded_at, second_by, second_at, second_reason, decided_at, closed_at, version) on hub_enquiry to goldthread_app;
grant update (rag, state, acknowledged_by, acknowledged_at, answered_by, answered_at, decline_reason, cancel_reason, told_outcome_at, version) on information_request to goldthread_app;
grant update (agreed, answer_reason, answered_by, answered_at) on line_release to goldthread_app;
grant select, insert, update on agency_return to goldthread_app;
grant select, insert, update, delete on return_line to goldthread_app;

-- The hub: contact officers and front door managers who may see the contact.
create policy hub on hub_enquiry for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy hub_opens on hub_enquiry for insert to goldthread_app with check ((select access.works_front_door()) and opened_by = access.staff() and exists (select 1 from contact c where c.id = contact_id));
create policy hub_works on hub_enquiry for update to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy hub on hub_rag for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from hub_enquiry e where e.id = enquiry_id));
create policy hub_rates on hub_rag for insert to goldthread_app with check ((select access.works_front_door()) and set_by = access.staff() and exists (select 1 from hub_enquiry e where e.id = enquiry_id));
create policy hub on information_request for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy hub_asks on information_request for insert to goldthread_app with check ((select access.works_front_door()) and asked_by = access.staff() and exists (select 1 from hub_enquiry e where e.id = enquiry_id));
create policy hub_works on information_request for update to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy hub_asks on information_request_person for insert to goldthread_app with check ((select access.works_front_door()) and exists (select 1 from information_request r where r.id = request_id));
create policy hub_chases on information_request_chase for insert to goldthread_app with check ((select access.works_front_door()) and chased_by = access.staff() and exists (select 1 from information_request r where r.id = request_id));

-- The agency asked: its own requests, and no other part of the contact.
create policy agency_asked on information_request for select to goldthread_app using (id = any((select access.requests_asked_of_me())::uuid[]));
create policy agency_answers on information_request for update to goldthread_app using (id = any((select access.requests_asked_of_me())::uuid[]));
create policy with_request on information_request_person for select to goldthread_app using (exists (select 1 from information_request r where r.id = request_id));
create policy with_request on information_request_chase for select to goldthread_app using (exists (select 1 from information_request r where r.id = request_id));

-- A return: its agency's own while unreleased; the hub's to read once released, and never to change.
create policy owner on agency_return for select to goldthread_app using (request_id = any((select access.requests_asked_of_me())::uuid[]));
create policy owner_writes on agency_return for insert to goldthread_app with check (
  request_id = any((select access.requests_asked_of_me())::uuid[]) and written_by = access.staff()
  and exists (select 1 from information_request r where r.id = request_id and r.agency_id = agency_return.agency_id));
create policy owner_changes on agency_return for update to goldthread_app using (request_id = any((select access.requests_asked_of_me())::uuid[]));
create policy hub_reads_released on agency_return for select to goldthread_app using (
  released_at is not null and (select access.works_front_door()) and exists (select 1 from information_request r where r.id = request_id));
create policy owner on return_line for select to goldthread_app using (request_id = any((select access.requests_asked_of_me())::uuid[]));
create policy owner_writes on return_line for insert to goldthread_app with check (
  request_id = any((select access.requests_asked_of_me())::uuid[])
  and exists (select 1 from agency_return a where a.id = return_id and a.request_id = return_line.request_id and a.agency_id = return_line.agency_id and a.released_at is null));
create policy owner_changes on return_line for update to goldthread_app using (
  request_id = any((select access.requests_asked_of_me())::uuid[]) and exists (select 1 from agency_return a where a.id = return_id and a.released_at is null));
create policy owner_drops on return_line for delete to goldthread_app using (
  request_id = any((select access.requests_asked_of_me())::uuid[]) and exists (select 1 from agency_return a where a.id = return_id and a.released_at is null));
create policy hub_reads_released on return_line for select to goldthread_app using (
  (select access.works_front_door()) and exists (select 1 from agency_return a where a.id = return_id and a.released_at is not null)
  and exists (select 1 from information_request r where r.id = request_id));
create policy both_sides on line_release for select to goldthread_app using (
  request_id = any((select access.requests_asked_of_me())::uuid[]) or (select access.works_front_door()) and exists (select 1 from information_request r where r.id = request_id));
create policy hub_asks on line_release for insert to goldthread_app with check (
  (select access.works_front_door()) and asked_by = access.staff() and exists (select 1 from return_line l where l.id = line_id and l.agency_id = line_release.agency_id));
create policy owner_answers on line_release for update to goldthread_app using (request_id = any((select access.requests_asked_of_me())::uuid[]));

-- A released return is what was said on that day: nothing of it changes but that a later one replaces it.
create function access.released_stands() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old.released_at is not null and (new.known, new.written_by, new.released_at, new.released_by, new.request_id, new.agency_id, new.number)
     is distinct from (old.known, old.written_by, old.released_at, old.released_by, old.request_id, old.agency_id, old.number) then
    raise exception 'a released return does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
comment on function access.released_stands() is 'A released return stays as released; a correction is a further return.';
revoke execute on function access.released_stands() from public;
create trigger released_stands before update on agency_return for each row execute function access.released_stands();

do $$
declare
  t text;
begin
  foreach t in array array['hub_enquiry','hub_rag','information_request','information_request_person','information_request_chase','agency_return','return_line','line_release'] loop
    execute format('create policy only_while_working on %I as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()))', t);
  end loop;
end $$;

-- What was asked for before the hub took requests up stands as an enquiry of its own.
alter table hub_enquiry no force row level security;
alter table hub_rag no force row level security;
alter table hub_request no force row level security;
insert into hub_enquiry (id, contact_id, state, rag, purpose, opened_by, opened_at, closed_at)
  select distinct on (contact_id) id, contact_id, case when closed_at is null then 'OPEN' else 'CLOSED' end, case rag when 'BLUE' then 'GREEN' else rag end, reason, requested_by, requested_at, closed_at
    from hub_request order by contact_id, closed_at nulls first, requested_at desc;
insert into hub_rag (enquiry_id, rag, reason, set_by, set_at)
  select e.id, e.rag, e.purpose, e.opened_by, e.opened_at from hub_enquiry e;
alter table hub_enquiry force row level security;
alter table hub_rag force row level security;
alter table contact_decision no force row level security;
update contact_decision set led_to_kind = 'hub-enquiry' where led_to_kind = 'hub-request';
alter table contact_decision force row level security;

drop table hub_request;
