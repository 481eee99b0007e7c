-- The team workspace of the front door (S-002, S-005): who is on duty by discipline, who held a contact and how long,
-- a discipline's view asked for without giving the contact away, a hand-over to child protection that is not sent until somebody there has
-- it, and a number that grows with every change, so that a page can say what changed since it was read.

create table duty_need (
  discipline text not null,
  weekday smallint not null,
  opens time not null,
  closes time not null,
  people smallint not null default 1,
  set_by uuid,
  set_at timestamptz not null default now(),
  constraint duty_need_pk primary key (discipline, weekday),
  constraint duty_need_by_fk foreign key (set_by) references staff (id),
  constraint duty_need_weekday_known check (weekday between 1 and 7),
  constraint duty_need_hours_in_order check (opens < closes),
  constraint duty_need_somebody check (people between 1 and 9),
  constraint duty_need_discipline_known check (discipline in ('social work','early help','education','early years','youth','health','police','housing','family information','domestic abuse','mental health','substance misuse','probation'))
);
alter table duty_need enable row level security;
alter table duty_need force row level security;
comment on table duty_need is 'When the front door means to have a discipline on duty; where nobody is rostered in these hours the rota shows a gap.';
comment on column duty_need.discipline is 'Discipline wanted: social work, police, health, education and so on';
comment on column duty_need.weekday is '1 Monday to 7 Sunday';
comment on column duty_need.opens is 'From, London time';
comment on column duty_need.closes is 'Until, London time';
comment on column duty_need.people is 'How many are wanted';
comment on column duty_need.set_by is 'Who said so; null came with the installation';
comment on column duty_need.set_at is 'When';

create table duty_slot (
  id uuid not null default gen_random_uuid(),
  discipline text not null,
  staff_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  stands_in_for uuid,
  rostered_by uuid not null,
  rostered_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_because text,
  constraint duty_slot_pk primary key (id),
  constraint duty_slot_staff_fk foreign key (staff_id) references staff (id),
  constraint duty_slot_before_fk foreign key (stands_in_for) references duty_slot (id),
  constraint duty_slot_by_fk foreign key (rostered_by) references staff (id),
  constraint duty_slot_withdrawn_by_fk foreign key (withdrawn_by) references staff (id),
  constraint duty_slot_in_order check (starts_at < ends_at and ends_at <= starts_at + interval '24 hours'),
  constraint duty_slot_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint duty_slot_discipline_known check (discipline in ('social work','early help','education','early years','youth','health','police','housing','family information','domestic abuse','mental health','substance misuse','probation'))
);
alter table duty_slot enable row level security;
alter table duty_slot force row level security;
comment on table duty_slot is 'A turn on the rota: one person on duty for a discipline from then to then. A turn is never rewritten: a swap or a change withdraws it and writes another.';
comment on column duty_slot.id is 'Opaque id';
comment on column duty_slot.discipline is 'Discipline they answer for';
comment on column duty_slot.staff_id is 'Who is on duty';
comment on column duty_slot.starts_at is 'From';
comment on column duty_slot.ends_at is 'Until';
comment on column duty_slot.stands_in_for is 'The withdrawn turn this one takes the place of, after a swap or as cover';
comment on column duty_slot.rostered_by is 'Who wrote it';
comment on column duty_slot.rostered_at is 'When';
comment on column duty_slot.withdrawn_at is 'When it stopped counting';
comment on column duty_slot.withdrawn_by is 'Who took it off';
comment on column duty_slot.withdrawn_because is 'Why: swapped, covered, or in words';
create unique index duty_slot_once on duty_slot (staff_id, discipline, starts_at) where withdrawn_at is null;
create index duty_slot_when_ix on duty_slot (ends_at, starts_at) where withdrawn_at is null;

create table duty_swap (
  id uuid not null default gen_random_uuid(),
  slot_id uuid not null,
  asked_by uuid not null,
  asked_of uuid not null,
  asked_at timestamptz not null,
  why text,
  accepted boolean,
  answered_at timestamptz,
  constraint duty_swap_pk primary key (id),
  constraint duty_swap_slot_fk foreign key (slot_id) references duty_slot (id),
  constraint duty_swap_by_fk foreign key (asked_by) references staff (id),
  constraint duty_swap_of_fk foreign key (asked_of) references staff (id),
  constraint duty_swap_answer_whole check ((accepted is null) = (answered_at is null)),
  constraint duty_swap_is_another check (asked_by <> asked_of)
);
alter table duty_swap enable row level security;
alter table duty_swap force row level security;
comment on table duty_swap is 'A turn one person asks another to take. Until the other says yes the turn stays where it is.';
comment on column duty_swap.id is 'Opaque id';
comment on column duty_swap.slot_id is 'The turn';
comment on column duty_swap.asked_by is 'Whose turn it is';
comment on column duty_swap.asked_of is 'Who is asked to take it';
comment on column duty_swap.asked_at is 'When';
comment on column duty_swap.why is 'What they were told; nobody has to say why';
comment on column duty_swap.accepted is 'The answer; null while there is none';
comment on column duty_swap.answered_at is 'When';
create unique index duty_swap_one_open on duty_swap (slot_id) where accepted is null;
create index duty_swap_of_ix on duty_swap (asked_of) where accepted is null;

create table contact_hold (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  staff_id uuid not null,
  taken_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  why text,
  constraint contact_hold_pk primary key (id),
  constraint contact_hold_contact_fk foreign key (contact_id) references contact (id),
  constraint contact_hold_staff_fk foreign key (staff_id) references staff (id),
  constraint contact_hold_ended_by_fk foreign key (ended_by) references staff (id)
);
alter table contact_hold enable row level security;
alter table contact_hold force row level security;
comment on table contact_hold is 'Who had a contact in hand, from when to when, and how that ended. Written by a trigger, so that no way of taking or leaving one is forgotten.';
comment on column contact_hold.id is 'Opaque id';
comment on column contact_hold.contact_id is 'The contact';
comment on column contact_hold.staff_id is 'Who had it';
comment on column contact_hold.taken_at is 'From';
comment on column contact_hold.ended_at is 'Until; null has it now';
comment on column contact_hold.ended_by is 'Who ended it; null for one that ran out';
comment on column contact_hold.why is 'What whoever handed it back said';
create unique index contact_hold_one on contact_hold (contact_id) where ended_at is null;
create index contact_hold_contact_ix on contact_hold (contact_id, taken_at);

create table consult (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  discipline text not null,
  question text not null,
  background text,
  state text not null default 'ASKED',
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_of uuid,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_because text,
  read_at timestamptz,
  version integer not null default 1,
  constraint consult_pk primary key (id),
  constraint consult_contact_fk foreign key (contact_id) references contact (id),
  constraint consult_asked_by_fk foreign key (asked_by) references staff (id),
  constraint consult_asked_of_fk foreign key (asked_of) references staff (id),
  constraint consult_answered_by_fk foreign key (answered_by) references staff (id),
  constraint consult_state_known check (state in ('ASKED','ANSWERED','WITHDRAWN')),
  constraint consult_answer_whole check ((state = 'ANSWERED') = (answer is not null and answered_by is not null and answered_at is not null)),
  constraint consult_withdrawn_says_why check ((state = 'WITHDRAWN') = (withdrawn_at is not null) and (withdrawn_at is null or withdrawn_because is not null)),
  constraint consult_discipline_known check (discipline in ('social work','early help','education','early years','youth','health','police','housing','family information','domestic abuse','mental health','substance misuse','probation'))
);
alter table consult enable row level security;
alter table consult force row level security;
comment on table consult is 'A question to a discipline about a contact. Whoever asks keeps the contact; whoever answers sees the question and the people named in it, never the contact.';
comment on column consult.id is 'Opaque id';
comment on column consult.contact_id is 'The contact it is about';
comment on column consult.discipline is 'Discipline asked';
comment on column consult.question is 'What is asked, in words the discipline may read';
comment on column consult.background is 'What they need to know to answer, chosen by whoever asks; nothing else of the contact is shown';
comment on column consult.state is 'ASKED, ANSWERED, WITHDRAWN';
comment on column consult.asked_by is 'Who asks, and goes on owning the contact';
comment on column consult.asked_at is 'When';
comment on column consult.asked_of is 'Who was on duty and was told; null when nobody was';
comment on column consult.answer is 'What the discipline says';
comment on column consult.answered_by is 'Who answered';
comment on column consult.answered_at is 'When';
comment on column consult.withdrawn_at is 'When it was no longer needed';
comment on column consult.withdrawn_because is 'Why';
comment on column consult.read_at is 'When whoever asked had read the answer';
comment on column consult.version is 'Optimistic version';
create index consult_contact_ix on consult (contact_id, asked_at);
create index consult_open_ix on consult (discipline, asked_at) where state = 'ASKED';

create table consult_person (
  consult_id uuid not null,
  contact_person_id uuid not null,
  person_id uuid,
  name text not null,
  date_of_birth date,
  constraint consult_person_pk primary key (consult_id, contact_person_id),
  constraint consult_person_consult_fk foreign key (consult_id) references consult (id),
  constraint consult_person_named_fk foreign key (contact_person_id) references contact_person (id),
  constraint consult_person_person_fk foreign key (person_id) references person (id)
);
alter table consult_person enable row level security;
alter table consult_person force row level security;
comment on table consult_person is 'Someone a consult is about, as whoever asks chose to name them. This, never the contact, is what the discipline reads.';
comment on column consult_person.consult_id is 'The consult';
comment on column consult_person.contact_person_id is 'As the contact names them';
comment on column consult_person.person_id is 'As the index knows them, where recognised';
comment on column consult_person.name is 'Name told';
comment on column consult_person.date_of_birth is 'Date of birth told, where known';
create index consult_person_person_ix on consult_person (person_id);

create table protection_handover (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  strategy_id uuid not null,
  team_id uuid not null,
  offered_by uuid not null,
  offered_at timestamptz not null,
  accepted_by uuid,
  accepted_at timestamptz,
  escalated_at timestamptz,
  version integer not null default 1,
  constraint protection_handover_pk primary key (id),
  constraint protection_handover_contact_fk foreign key (contact_id) references contact (id),
  constraint protection_handover_decision_fk foreign key (decision_id) references contact_decision (id),
  constraint protection_handover_person_fk foreign key (person_id) references person (id),
  constraint protection_handover_strategy_fk foreign key (strategy_id) references strategy_request (id),
  constraint protection_handover_team_fk foreign key (team_id) references team (id),
  constraint protection_handover_by_fk foreign key (offered_by) references staff (id),
  constraint protection_handover_accepted_fk foreign key (accepted_by) references staff (id),
  constraint protection_handover_accepted_whole check ((accepted_by is null) = (accepted_at is null)),
  constraint protection_handover_strategy_once unique (strategy_id)
);
alter table protection_handover enable row level security;
alter table protection_handover force row level security;
comment on table protection_handover is 'A hand-over from the front door to child protection for one child (S-005). It counts as sent when a named person there has accepted it, and not before.';
comment on column protection_handover.id is 'Opaque id';
comment on column protection_handover.contact_id is 'The contact it comes from';
comment on column protection_handover.decision_id is 'The decision that asked for it';
comment on column protection_handover.person_id is 'The child';
comment on column protection_handover.strategy_id is 'Request for a strategy discussion in casework';
comment on column protection_handover.team_id is 'Team asked';
comment on column protection_handover.offered_by is 'Who hands over';
comment on column protection_handover.offered_at is 'When';
comment on column protection_handover.accepted_by is 'Who in the team has it now';
comment on column protection_handover.accepted_at is 'When; from here it is sent';
comment on column protection_handover.escalated_at is 'When managers were told that nobody had accepted it';
comment on column protection_handover.version is 'Optimistic version';
create index protection_handover_contact_ix on protection_handover (contact_id);
create index protection_handover_waiting_ix on protection_handover (offered_at) where accepted_at is null;

create table protection_call (
  id uuid not null default gen_random_uuid(),
  handover_id uuid not null,
  spoke_to text not null,
  said text not null,
  called_by uuid not null,
  called_at timestamptz not null,
  constraint protection_call_pk primary key (id),
  constraint protection_call_handover_fk foreign key (handover_id) references protection_handover (id),
  constraint protection_call_by_fk foreign key (called_by) references staff (id)
);
alter table protection_call enable row level security;
alter table protection_call force row level security;
comment on table protection_call is 'A telephone call made because a hand-over to child protection was not accepted: to whom, and what they said.';
comment on column protection_call.id is 'Opaque id';
comment on column protection_call.handover_id is 'The hand-over';
comment on column protection_call.spoke_to is 'Whom';
comment on column protection_call.said is 'What was said and agreed';
comment on column protection_call.called_by is 'Who rang';
comment on column protection_call.called_at is 'When';
create index protection_call_handover_ix on protection_call (handover_id, called_at);

create table contact_change (
  contact_id uuid not null,
  number bigint not null,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint contact_change_pk primary key (contact_id),
  constraint contact_change_contact_fk foreign key (contact_id) references contact (id)
);
alter table contact_change enable row level security;
alter table contact_change force row level security;
comment on table contact_change is 'The moment of the last change of each contact. A page knows the moment it was read at; what is later changed since. A moment and not a count: a count that grows between two looks would tell of contacts the reader may not see.';
comment on column contact_change.contact_id is 'The contact';
comment on column contact_change.number is 'Moment of its last change, in microseconds since 1970';
comment on column contact_change.changed_at is 'When';
comment on column contact_change.changed_by is 'Who; null for a rule, a job or the referrer';
create index contact_change_number_ix on contact_change (number);

alter table clock_rule no force row level security;
insert into clock_rule (key, name, limit_count, unit, basis, source) values
  ('C02B', 'A consult is answered', 4, 'hub-hours', 'local', 'Local practice: a discipline answers within half a working day, counted in the hub''s opening hours');
alter table clock_rule force row level security;

alter table duty_need no force row level security;
insert into duty_need (discipline, weekday, opens, closes)
  select d, w, time '09:00', time '17:00' from unnest(array['social work','police','health','education']) d, generate_series(1, 5) w;
alter table duty_need force row level security;

-- On duty now, for the discipline the person asking answers for. Whoever stands in for somebody away is on duty in their place.
grant select on duty_slot, consult, consult_person, protection_handover to goldthread_access;
create policy access_reads on duty_slot for select to goldthread_access using (true);
create policy access_reads on consult for select to goldthread_access using (true);
create policy access_reads on consult_person for select to goldthread_access using (true);
create policy access_reads on protection_handover for select to goldthread_access using (true);
create function access.my_duties() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct d.discipline), '{}') from duty_slot d join staff s on s.id = d.staff_id
   where d.withdrawn_at is null and d.starts_at <= now() and d.ends_at > now() and (select access.works_today())
     and (d.staff_id = access.staff() or s.away_until >= current_date and s.cover_staff_id = access.staff())
$$;
comment on function access.my_duties() is 'Disciplines the person asking is on duty for at this moment, of their own or standing in for a colleague who is away.';
create function access.consults_asked_of_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(c.id), '{}') from consult c
   where (select access.works_today()) and c.state <> 'WITHDRAWN'
     and (c.answered_by = access.staff() or c.asked_of = access.staff() or c.state = 'ASKED' and (c.discipline = any((select access.my_duties())::text[])))
     and not exists (select 1 from consult_person p where p.consult_id = c.id and p.person_id = any((select access.people_hidden_from_me())::uuid[]))
     and c.contact_id <> all((select access.contacts_closed_to_me())::uuid[])
$$;
comment on function access.consults_asked_of_me() is 'Consults the person asking may answer, being asked or on duty, and those they answered; none about a contact with someone whose record is closed to them.';
create function access.handovers_to_my_team() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(h.id), '{}') from protection_handover h join team t on t.id = h.team_id
   where h.person_id <> all((select access.people_hidden_from_me())::uuid[])
     and (h.team_id = any((select access.my_teams())::uuid[]) and (select access.has_role(array['SW','TM']))
       or h.escalated_at is not null and t.agency_id = any((select access.my_agencies())::uuid[]) and (select access.has_role(array['SM_HOS'])))
$$;
comment on function access.handovers_to_my_team() is 'Hand-overs to child protection offered to a team of the person asking; for a head of service those of their agency that were not accepted in time.';

-- A change of a contact, or of what hangs on it, gives it the next number and tells whoever listens. The notice says nothing. The number is
-- drawn as the transaction commits, so that a page seldom reads a higher one before a lower one is there.
grant select, insert, update on contact_change to goldthread_access;
create policy access_keeps on contact_change for all to goldthread_access using (true) with check (true);
create function access.contact_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_contact uuid := case when tg_argv[0] = 'id' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'contact_id')::uuid end;
begin
  insert into contact_change (contact_id, number, changed_at, changed_by) values (v_contact, (extract(epoch from clock_timestamp()) * 1000000)::bigint, clock_timestamp(), access.staff())
    on conflict (contact_id) do update set number = excluded.number, changed_at = excluded.changed_at, changed_by = excluded.changed_by;
  perform pg_notify('goldthread_front_door', '');
  return null;
end $$;
comment on function access.contact_changed() is 'After a change of a contact or of what hangs on it: the contact gets the moment and listeners are woken. Argument: the column that holds its id.';
create function access.hold_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if old.held_by is not null then
    update contact_hold set ended_at = clock_timestamp(), ended_by = access.staff() where contact_id = new.id and ended_at is null;
  end if;
  if new.held_by is not null then
    insert into contact_hold (contact_id, staff_id, taken_at) values (new.id, new.held_by, coalesce(new.held_since, clock_timestamp()));
  end if;
  return null;
end $$;
comment on function access.hold_changed() is 'After a contact changes hands: closes the hold that was and opens the one that is.';
grant select, insert, update on contact_hold to goldthread_access;
create policy access_keeps on contact_hold for all to goldthread_access using (true) with check (true);
grant select (staff_id, subject_id, saved_at) on draft to goldthread_access;
create policy access_reads on draft for select to goldthread_access using (true);
grant select on contact_person to goldthread_access;
create policy access_reads on contact_person for select to goldthread_access using (true);
create function access.stale_holds(p_at timestamptz, p_minutes integer) returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(c.id), '{}') from contact c
   where (select access.is_system()) and c.held_by is not null and c.state in ('SUBMITTED','MATCHING','SCREENING') and c.held_since < p_at - make_interval(mins => p_minutes)
     and not exists (select 1 from draft d where d.staff_id = c.held_by and d.saved_at > p_at - make_interval(mins => p_minutes)
       and (d.subject_id = c.id or d.subject_id in (select p.id from contact_person p where p.contact_id = c.id)))
$$;
comment on function access.stale_holds(timestamptz, integer) is 'For the worker: contacts whose holder has neither changed nor written anything about them for so many minutes. Decided ones stay: they wait for the referrer to be told.';
alter function access.stale_holds(timestamptz, integer) owner to goldthread_access;
revoke execute on function access.stale_holds(timestamptz, integer) from public;
grant execute on function access.stale_holds(timestamptz, integer) to goldthread_app;
-- What a line of the queue says of a contact besides the contact itself: who is named, who they were recognised as, how often before, which
-- lane, which rating. Worked out once for a page: by the policies of each table it costs their lists again for every table (bench/README.md).
grant select on hub_enquiry, contact_routing to goldthread_access;

create policy access_reads on contact_routing for select to goldthread_access using (true);
create function access.queue_lines(p_contacts uuid[])
returns table (contact_id uuid, children text[], postcode text, address text, person_ids uuid[], repeats integer, hub_rag text, lane text, discipline text)
language sql stable security definer set search_path = pg_catalog, public as $$
  with mine as materialized (
    select c.id, c.received_at from contact c
     where c.id = any(p_contacts) and (select access.works_front_door()) and (select access.works_today())
       and (c.id <> all((select access.contacts_closed_to_me())::uuid[]) or c.referrer_staff_id = access.staff()))
  select m.id, coalesce(n.children, '{}'), n.postcode, n.address, coalesce(r.person_ids, '{}'), coalesce(b.repeats, 0), h.rag, l.lane, l.discipline
    from mine m
    left join lateral (select array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby') order by p.position) as children,
        max(p.postcode) as postcode, max(lower(regexp_replace(concat_ws(' ', p.line1, p.postcode), '[^[:alnum:]]+', ' ', 'g'))) filter (where p.line1 is not null) as address
      from contact_person p where p.contact_id = m.id and p.part <> 'adult') n on true
    left join lateral (select array_agg(x.person_id) as person_ids from contact_recognition x where x.contact_id = m.id) r on true
    left join lateral (select count(distinct e.contact_id)::integer as repeats from contact_recognition e join contact ec on ec.id = e.contact_id
      where e.person_id = any(r.person_ids) and e.contact_id <> m.id and ec.received_at > m.received_at - interval '12 months' and ec.received_at <= m.received_at
        and e.contact_id <> all((select access.contacts_closed_to_me())::uuid[])) b on true
    left join lateral (select q.rag from hub_enquiry q where q.contact_id = m.id and q.closed_at is null limit 1) h on true
    left join lateral (select o.lane, o.discipline from contact_routing o where o.contact_id = m.id order by o.number desc limit 1) l on true
$$;
comment on function access.queue_lines(uuid[]) is 'For contacts the person asking may see at the front door: children as named, where they live, who they were recognised as, contacts about them in the 12 months before, rating and lane. One look at the lists that close a record, instead of one a table.';
alter function access.queue_lines(uuid[]) owner to goldthread_access;
revoke execute on function access.queue_lines(uuid[]) from public;
grant execute on function access.queue_lines(uuid[]) to goldthread_app;
alter function access.my_duties() owner to goldthread_access;
alter function access.consults_asked_of_me() owner to goldthread_access;
alter function access.handovers_to_my_team() owner to goldthread_access;
alter function access.contact_changed() owner to goldthread_access;
alter function access.hold_changed() owner to goldthread_access;
revoke execute on function access.my_duties(), access.consults_asked_of_me(), access.handovers_to_my_team(), access.contact_changed(), access.hold_changed() from public;
grant execute on function access.my_duties(), access.consults_asked_of_me(), access.handovers_to_my_team() to goldthread_app, goldthread_search, goldthread_access;

-- The rota: everyone signed in reads who is on duty; the front door manager writes it; whose turn it is may offer it to another.
grant select, insert, update, delete on duty_need to goldthread_app;
grant select, insert on duty_slot, duty_swap to goldthread_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_because) on duty_slot to goldthread_app;
grant update (accepted, answered_at) on duty_swap to goldthread_app;
create policy signed_in_reads on duty_need for select to goldthread_app using (access.actor_kind() in ('staff','system'));
create policy manager_sets on duty_need for insert to goldthread_app with check ((select access.has_role(array['MASH_M'])) and set_by = access.staff());
create policy manager_changes on duty_need for update to goldthread_app using ((select access.has_role(array['MASH_M']))) with check (set_by = access.staff());
create policy manager_drops on duty_need for delete to goldthread_app using ((select access.has_role(array['MASH_M'])));
create policy signed_in_reads on duty_slot for select to goldthread_app using (access.actor_kind() in ('staff','system'));
create policy manager_rosters on duty_slot for insert to goldthread_app with check (rostered_by = access.staff() and ((select access.has_role(array['MASH_M']))
  or staff_id = access.staff() and exists (select 1 from duty_swap w where w.slot_id = stands_in_for and w.asked_of = access.staff() and w.accepted)));
create policy manager_withdraws on duty_slot for update to goldthread_app using ((select access.has_role(array['MASH_M']))
  or exists (select 1 from duty_swap w where w.slot_id = duty_slot.id and w.asked_of = access.staff() and w.accepted)) with check (withdrawn_by = access.staff());
create policy both_and_manager on duty_swap for select to goldthread_app using (asked_by = access.staff() or asked_of = access.staff() or (select access.has_role(array['MASH_M'])));
create policy own_turn on duty_swap for insert to goldthread_app with check (asked_by = access.staff() and exists (select 1 from duty_slot d where d.id = slot_id and d.staff_id = access.staff() and d.withdrawn_at is null));
create policy asked_answers on duty_swap for update to goldthread_app using (asked_of = access.staff() or asked_by = access.staff());

-- Hold and number stand with the contact, for the front door alone.
grant select on contact_hold, contact_change to goldthread_app;
grant update (why) on contact_hold to goldthread_app;
create policy front_door on contact_hold for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy holder_says_why on contact_hold for update to goldthread_app using (staff_id = access.staff() and exists (select 1 from contact c where c.id = contact_id));
create policy front_door on contact_change for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));

-- A consult: the front door with its contact; the discipline its own question and the people named in it.
grant select, insert on consult, consult_person to goldthread_app;
grant update (state, answer, answered_by, answered_at, withdrawn_at, withdrawn_because, asked_of, read_at, version) on consult to goldthread_app;
create policy front_door on consult for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy asked on consult for select to goldthread_app using (id = any((select access.consults_asked_of_me())::uuid[]));
create policy front_door_asks on consult for insert to goldthread_app with check ((select access.works_front_door()) and asked_by = access.staff() and state = 'ASKED' and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_works on consult for update to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id)) with check (true);
create policy asked_answers on consult for update to goldthread_app using (state = 'ASKED' and id = any((select access.consults_asked_of_me())::uuid[])) with check (state = 'ANSWERED' and answered_by = access.staff());
create policy with_consult on consult_person for select to goldthread_app using (exists (select 1 from consult c where c.id = consult_id));
create policy front_door_names on consult_person for insert to goldthread_app with check ((select access.works_front_door()) and exists (select 1 from consult c where c.id = consult_id and c.asked_by = access.staff()));

-- A hand-over to child protection: the front door with its contact; the team asked; a head of service once nobody accepted in time; the worker that watches.
grant select, insert on protection_handover, protection_call to goldthread_app;
grant update (accepted_by, accepted_at, escalated_at, version) on protection_handover to goldthread_app;
create policy front_door on protection_handover for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy team_asked on protection_handover for select to goldthread_app using (id = any((select access.handovers_to_my_team())::uuid[]));
create policy system_watches on protection_handover for select to goldthread_app using ((select access.is_system()));
create policy manager_offers on protection_handover for insert to goldthread_app with check ((select access.has_role(array['MASH_M'])) and offered_by = access.staff() and accepted_at is null and exists (select 1 from contact c where c.id = contact_id));
create policy system_marks on protection_handover for update to goldthread_app using ((select access.is_system()));
create policy with_handover on protection_call for select to goldthread_app using (exists (select 1 from protection_handover h where h.id = handover_id));
create policy rings on protection_call for insert to goldthread_app with check (called_by = access.staff() and exists (select 1 from protection_handover h where h.id = handover_id));

create constraint trigger contact_numbered after insert or update of state, held_by, version, immediate_danger, duplicate_of on contact deferrable initially deferred for each row execute function access.contact_changed('id');
create trigger contact_held after update of held_by on contact for each row when (old.held_by is distinct from new.held_by) execute function access.hold_changed();
create constraint trigger contact_routing_numbered after insert on contact_routing deferrable initially deferred for each row execute function access.contact_changed('contact_id');
create constraint trigger consult_numbered after insert or update of state on consult deferrable initially deferred for each row execute function access.contact_changed('contact_id');
create constraint trigger hub_enquiry_numbered after insert or update on hub_enquiry deferrable initially deferred for each row execute function access.contact_changed('contact_id');
create constraint trigger information_request_numbered after insert or update of state on information_request deferrable initially deferred for each row execute function access.contact_changed('contact_id');
create constraint trigger contact_decision_numbered after insert on contact_decision deferrable initially deferred for each row execute function access.contact_changed('contact_id');
create constraint trigger contact_note_numbered after insert on contact_note deferrable initially deferred for each row execute function access.contact_changed('contact_id');
create constraint trigger protection_handover_numbered after insert or update of accepted_at, escalated_at on protection_handover deferrable initially deferred for each row execute function access.contact_changed('contact_id');


-- Nobody without a post today reads or writes any of it.
do $$
declare
  t text;
begin
  foreach t in array array['duty_need','duty_slot','duty_swap','contact_hold','consult','consult_person','protection_handover','protection_call','contact_change'] loop
    execute format('create policy only_while_working on %I as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()))', t);
  end loop;
end $$;

-- Rows that name a person move with a join (0028): every table of the front door that came since and was not yet told.
do $$
declare
  v record;
begin
  for v in select distinct c.conrelid::regclass as tab, a.attname as col from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'person'::regclass and cardinality(c.conkey) = 1 and not has_column_privilege('goldthread_fold', c.conrelid, a.attnum, 'update')
        and c.conrelid::regclass::text <> all(array['person','person_search','assertion','certainly_not']) loop
    execute format('grant select, update (%I) on %s to goldthread_fold', v.col, v.tab);
    if not exists (select 1 from pg_policy p where p.polrelid = v.tab and p.polname = 'fold_reads') then
      execute format('create policy fold_reads on %s for select to goldthread_fold using (true)', v.tab);
    end if;
    if not exists (select 1 from pg_policy p where p.polrelid = v.tab and p.polname = 'fold_moves') then
      execute format('create policy fold_moves on %s for update to goldthread_fold using (true)', v.tab);
    end if;
  end loop;
end $$;
