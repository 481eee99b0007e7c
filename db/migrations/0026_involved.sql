-- Who is involved, kept true: how long a fact counts as confirmed, who is told when someone else begins, messages passed on to services
-- whose part is not told, absence and cover, and the work of those who leave. Tables about people carry person_id in their primary key
-- and no constraint crosses people.

alter table involvement add column recorded_by uuid;
alter table involvement add constraint involvement_recorded_by_fk foreign key (recorded_by) references staff (id);
comment on column involvement.recorded_by is 'Who typed it here, and is asked whether it still holds where the practitioner is not a user; null when a feed or a piece of work gave it';
alter table involvement add column recorded_at timestamptz not null default now();
comment on column involvement.recorded_at is 'When it was first written here';
create index involvement_recorded_by_ix on involvement (recorded_by) where ended_on is null and recorded_by is not null;
create index involvement_held_ix on involvement (staff_id) where ended_on is null and staff_id is not null;

create table involvement_freshness (
  source_kind text not null,
  fresh_months integer,
  stale_months integer,
  fresh_rounds integer,
  stale_rounds integer,
  note text not null,
  constraint involvement_freshness_pk primary key (source_kind),
  constraint involvement_freshness_known check (source_kind in ('typed','feed','work')),
  constraint involvement_freshness_order check ((fresh_months is null or stale_months > fresh_months) and (fresh_rounds is null or stale_rounds > fresh_rounds))
);
alter table involvement_freshness enable row level security;
alter table involvement_freshness force row level security;
comment on table involvement_freshness is 'How long an involvement counts as confirmed, by where the fact comes from. Rows, not code: an authority sets its own.';
comment on column involvement_freshness.source_kind is 'typed, feed or work';
comment on column involvement_freshness.fresh_months is 'Months for which it counts as confirmed; null where rounds of the feed count, or nothing does';
comment on column involvement_freshness.stale_months is 'Months after which it is probably out of date';
comment on column involvement_freshness.fresh_rounds is 'Rounds of the feed for which it counts as confirmed';
comment on column involvement_freshness.stale_rounds is 'Rounds of the feed after which it is probably out of date';
comment on column involvement_freshness.note is 'Why, in words';
alter table involvement_freshness no force row level security;
insert into involvement_freshness (source_kind, fresh_months, stale_months, fresh_rounds, stale_rounds, note) values
  ('typed', 6, 12, null, null, 'Typed by a person: asked again after half a year'),
  ('feed', null, null, 3, 10, 'Told by a feed: three rounds may be missed before it counts as unconfirmed'),
  ('work', null, null, null, null, 'Follows the work it belongs to: it holds while the work lasts');
alter table involvement_freshness force row level security;
grant select on involvement_freshness to goldthread_app, goldthread_access;
create policy everyone_reads on involvement_freshness for select to goldthread_app using (true);
create policy access_reads on involvement_freshness for select to goldthread_access using (true);

create table involvement_watch (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_because text,
  constraint involvement_watch_pk primary key (person_id, id),
  constraint involvement_watch_person_fk foreign key (person_id) references person (id),
  constraint involvement_watch_staff_fk foreign key (staff_id) references staff (id),
  constraint involvement_watch_because_known check (ended_because in ('stopped','no longer involved')),
  constraint involvement_watch_ended_with_reason check ((ended_at is null) = (ended_because is null))
);
alter table involvement_watch enable row level security;
alter table involvement_watch force row level security;
comment on table involvement_watch is 'Someone who works with a child asks to be told when someone else becomes involved. Ends by itself with their own part.';
comment on column involvement_watch.person_id is 'About whom';
comment on column involvement_watch.id is 'Opaque id';
comment on column involvement_watch.staff_id is 'Who wants to be told';
comment on column involvement_watch.started_at is 'Since when';
comment on column involvement_watch.ended_at is 'Until when';
comment on column involvement_watch.ended_because is 'stopped, or no longer involved';
create unique index involvement_watch_one_ix on involvement_watch (person_id, staff_id) where ended_at is null;
create index involvement_watch_staff_ix on involvement_watch (staff_id) where ended_at is null;

create table involvement_news (
  person_id uuid not null,
  watch_id uuid not null,
  on_day date not null,
  staff_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  seen_at timestamptz,
  constraint involvement_news_pk primary key (person_id, watch_id, on_day),
  constraint involvement_news_watch_fk foreign key (person_id, watch_id) references involvement_watch (person_id, id)
);
alter table involvement_news enable row level security;
alter table involvement_news force row level security;
comment on table involvement_news is 'That someone else became involved with a child, or another leads: one row a watch and day, however many came that day. Ids and times alone.';
comment on column involvement_news.person_id is 'With whom';
comment on column involvement_news.watch_id is 'Watch that is told';
comment on column involvement_news.on_day is 'London day';
comment on column involvement_news.staff_id is 'Who is told';
comment on column involvement_news.first_at is 'First of that day';
comment on column involvement_news.last_at is 'Latest of that day';
comment on column involvement_news.seen_at is 'When they looked; null again when more comes';
create index involvement_news_staff_ix on involvement_news (staff_id) where seen_at is null;

create table broker_request (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  message text not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  decision_note text,
  constraint broker_request_pk primary key (person_id, id),
  constraint broker_request_person_fk foreign key (person_id) references person (id),
  constraint broker_request_asked_by_fk foreign key (asked_by) references staff (id),
  constraint broker_request_decided_by_fk foreign key (decided_by) references staff (id),
  constraint broker_request_decision_known check (decision in ('passed on','not passed on')),
  constraint broker_request_decided_whole check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
);
alter table broker_request enable row level security;
alter table broker_request force row level security;
comment on table broker_request is 'A practitioner asks the privacy officer to pass a message on to whatever sexual health, mental health or substance misuse service works with a child, if any does. The same for every child.';
comment on column broker_request.person_id is 'About whom';
comment on column broker_request.id is 'Opaque id';
comment on column broker_request.asked_by is 'Who asks to be contacted';
comment on column broker_request.asked_at is 'When';
comment on column broker_request.message is 'Why, in their words, for the service to read';
comment on column broker_request.decided_by is 'Privacy officer who decided';
comment on column broker_request.decided_at is 'When';
comment on column broker_request.decision is 'passed on, or not passed on';
comment on column broker_request.decision_note is 'Why not';
create unique index broker_request_one_ix on broker_request (person_id, asked_by) where decided_at is null;
create index broker_request_asked_by_ix on broker_request (asked_by, asked_at);
create index broker_request_waiting_ix on broker_request (asked_at) where decided_at is null;

create table broker_delivery (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  asked_by uuid not null,
  agency_id uuid not null,
  team_id uuid,
  staff_id uuid,
  passed_on_at timestamptz not null default now(),
  answered_at timestamptz,
  answered_by uuid,
  replied boolean not null default false,
  reply text,
  constraint broker_delivery_pk primary key (person_id, id),
  constraint broker_delivery_request_fk foreign key (person_id, request_id) references broker_request (person_id, id),
  constraint broker_delivery_agency_fk foreign key (agency_id) references agency (id),
  constraint broker_delivery_team_fk foreign key (team_id) references team (id),
  constraint broker_delivery_staff_fk foreign key (staff_id) references staff (id),
  constraint broker_delivery_reply_whole check (replied = (reply is not null) and (reply is null or answered_at is not null))
);
alter table broker_delivery enable row level security;
alter table broker_delivery force row level security;
comment on table broker_delivery is 'A request as it reached one service. Read by that service alone; by whoever asked only once the service chose to reply.';
comment on column broker_delivery.person_id is 'About whom';
comment on column broker_delivery.id is 'Opaque id';
comment on column broker_delivery.request_id is 'Request that was passed on';
comment on column broker_delivery.asked_by is 'Who asked, as in the request';
comment on column broker_delivery.agency_id is 'Agency of the service';
comment on column broker_delivery.team_id is 'Its team';
comment on column broker_delivery.staff_id is 'Its practitioner';
comment on column broker_delivery.passed_on_at is 'When';
comment on column broker_delivery.answered_at is 'When the service put it away or replied';
comment on column broker_delivery.answered_by is 'Who did';
comment on column broker_delivery.replied is 'Whether the service chose to let the asker know of it';
comment on column broker_delivery.reply is 'What it says to the asker';
create index broker_delivery_request_ix on broker_delivery (request_id);
create index broker_delivery_asked_by_ix on broker_delivery (asked_by) where replied;
create index broker_delivery_service_ix on broker_delivery (agency_id, team_id) where answered_at is null;

create table absence (
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  from_on date not null,
  to_on date not null,
  cover_staff_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  cancelled_at timestamptz,
  constraint absence_pk primary key (id),
  constraint absence_staff_fk foreign key (staff_id) references staff (id),
  constraint absence_cover_fk foreign key (cover_staff_id) references staff (id),
  constraint absence_recorded_by_fk foreign key (recorded_by) references staff (id),
  constraint absence_dates check (to_on >= from_on),
  constraint absence_cover_is_another check (cover_staff_id <> staff_id)
);
alter table absence enable row level security;
alter table absence force row level security;
comment on table absence is 'Days on which a practitioner is away and who stands in. Never why.';
comment on column absence.id is 'Opaque id';
comment on column absence.staff_id is 'Who is away';
comment on column absence.from_on is 'First day';
comment on column absence.to_on is 'Last day';
comment on column absence.cover_staff_id is 'Who stands in';
comment on column absence.recorded_by is 'Who said so';
comment on column absence.recorded_at is 'When';
comment on column absence.cancelled_at is 'When it was taken back';
create index absence_staff_ix on absence (staff_id, to_on) where cancelled_at is null;

create table team_area (
  team_id uuid not null,
  area text not null,
  constraint team_area_pk primary key (team_id, area),
  constraint team_area_team_fk foreign key (team_id) references team (id)
);
alter table team_area enable row level security;
alter table team_area force row level security;
comment on table team_area is 'Parts of the borough a team works in, so that the directory can be asked by area.';
comment on column team_area.team_id is 'Team';
comment on column team_area.area is 'Ward or neighbourhood, as addresses name it';

-- Whom the person asking looks after as a colleague: a team manager, co-ordinator or front door manager their team; a head of service or a
-- safeguarding lead their agency; where nobody manages a team, or a practice without teams, its members look after each other.
create function access.staff_i_manage() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  with now_at as (
    select m.* from membership m join agency a on a.id = m.agency_id and a.suspended_at is null join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
     where m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
  ), mine as (select * from now_at where staff_id = access.staff())
  select coalesce(array_agg(distinct o.staff_id), '{}') from mine join membership o on o.agency_id = mine.agency_id and o.staff_id <> mine.staff_id
   where (o.valid_to is null or o.valid_to >= current_date - 366)
     and (mine.role in ('SM_HOS','DSL')
       or (o.team_id = mine.team_id and mine.role in ('TM','EH_CO','MASH_M'))
       or (o.team_id = mine.team_id and not exists (select 1 from now_at l where l.agency_id = mine.agency_id and ((l.team_id = mine.team_id and l.role in ('TM','EH_CO','MASH_M')) or l.role in ('SM_HOS','DSL'))))
       or (o.team_id is null and mine.team_id is null and not exists (select 1 from now_at l where l.agency_id = mine.agency_id and l.role in ('SM_HOS','DSL','TM','EH_CO','MASH_M'))))
$$;
comment on function access.staff_i_manage() is 'Colleagues whose absence and leaving the person asking looks after: their team for a manager, their agency for a head of service or safeguarding lead, each other where nobody manages.';

create function access.staff_who_leave() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(s.id), '{}') from staff s
   where exists (select 1 from involvement i where i.staff_id = s.id and i.ended_on is null)
     and (s.left_on is not null or not exists (select 1 from membership m where m.staff_id = s.id and (m.valid_to is null or m.valid_to >= current_date)))
$$;
comment on function access.staff_who_leave() is 'Colleagues with a last day of work, or without any post today, who still stand as working with someone.';

-- What leavers hold. A hidden child is known to the shield desk here and to those with leave; a manager without leave is told nothing of them, not even a number.
create function access.held_by_leavers(p_staff uuid)
returns table (staff_id uuid, involvement_id uuid, person_id uuid, child text, date_of_birth date, role text, is_lead boolean, because_kind text, because_id uuid, since date, agency_id uuid, cover_staff_id uuid, cover_name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select i.staff_id, i.id, p.id, nullif(concat_ws(' ', coalesce(p.preferred_name, p.given_name), p.family_name), ''), p.date_of_birth, i.role, i.is_lead, i.because_kind, i.because_id, i.started_on, i.agency_id, c.staff_id, s.display_name
    from involvement i
    join person p on p.id = i.person_id
    left join involvement c on c.because_kind = 'cover' and c.because_id = i.id and c.ended_on is null
    left join staff s on s.id = c.staff_id
   where i.ended_on is null and i.staff_id is not null and (p_staff is null or i.staff_id = p_staff) and (select access.works_today())
     and i.staff_id = any((select access.staff_who_leave())::uuid[])
     and i.person_id <> all((select access.people_closed_to_me())::uuid[])
     and ((i.staff_id = any((select access.staff_i_manage())::uuid[]) and i.person_id <> all((select access.people_hidden_from_me())::uuid[]))
       or (p.shield = 'hidden' and not p.shield_pending and (select access.in_team_for(array['shield-desk']))))
     and (not i.sensitive or i.consent_to_show or i.agency_id = any((select access.my_agencies())::uuid[]))
$$;
comment on function access.held_by_leavers(uuid) is 'Involvements of one colleague who leaves (or of all, for null) that the person asking looks after, with the child''s name: what must go to someone else.';

create function access.children_held_by(p_staff uuid) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select case when p_staff = access.staff() or p_staff = any((select access.staff_i_manage())::uuid[]) then
    (select count(distinct i.person_id)::int from involvement i where i.staff_id = p_staff and i.ended_on is null and (select access.works_today())
      and i.person_id <> all((select access.people_hidden_from_me())::uuid[])
      and (not i.sensitive or i.consent_to_show or i.agency_id = any((select access.my_agencies())::uuid[]))) end
$$;
comment on function access.children_held_by(uuid) is 'How many people a colleague works with by name, for themselves and whoever looks after them; null for anyone else. People hidden from the asker are not counted.';

create function access.hand_over(p_from uuid, p_involvements uuid[], p_to uuid) returns table (involvement_id uuid, person_id uuid, outcome text)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  h record;
  v_agency uuid;
  v_team uuid;
  v_name text;
begin
  select m.agency_id, m.team_id into v_agency, v_team from membership m join agency a on a.id = m.agency_id and a.suspended_at is null join staff s on s.id = m.staff_id and s.left_on is null
   where m.staff_id = p_to and m.valid_from <= current_date and m.valid_to is null
   order by (m.agency_id in (select f.agency_id from membership f where f.staff_id = p_from)) desc, m.valid_from limit 1;
  select display_name into v_name from staff where id = p_from;
  for h in select x.involvement_id as held, i.* from access.held_by_leavers(p_from) x join involvement i on i.id = x.involvement_id where x.involvement_id = any(p_involvements) for update of i loop
    if v_agency is null or not exists (select 1 from membership f where f.staff_id = p_from and f.agency_id = v_agency)
       or exists (select 1 from conflict_of_interest c where c.staff_id = p_to and c.person_id = h.person_id and c.valid_from <= current_date and (c.valid_to is null or c.valid_to >= current_date))
       or exists (select 1 from person p where p.id = h.person_id and (
         (p.shield = 'hidden' and not exists (select 1 from shield_allow l where l.person_id = p.id and (l.staff_id = p_to or l.team_id = v_team) and (l.valid_to is null or l.valid_to >= current_date)))
         or (p.restricted and not exists (select 1 from restriction_allow l where l.person_id = p.id and l.staff_id = p_to and (l.valid_to is null or l.valid_to >= current_date))))) then
      return query select h.held, h.person_id, 'closed';
    elsif h.because_kind in ('early-help','referral','strategy') then
      update involvement set ended_on = greatest(started_on, current_date) where because_kind = 'cover' and because_id = h.held and ended_on is null;
      insert into involvement (person_id, agency_id, team_id, staff_id, role, opens, sensitive, consent_to_show, started_on, source, confirmed_at, because_kind, because_id)
      values (h.person_id, v_agency, v_team, p_to, 'covers for ' || v_name || ', ' || h.role, h.opens, h.sensitive, h.consent_to_show, current_date, 'Cover for ' || v_name, now(), 'cover', h.held);
      return query select h.held, h.person_id, 'covered';
    else
      insert into involvement (person_id, agency_id, team_id, staff_id, role, opens, is_lead, sensitive, consent_to_show, started_on, source, confirmed_at, because_kind, because_id)
      values (h.person_id, v_agency, coalesce(h.team_id, v_team), p_to, h.role, h.opens, h.is_lead, h.sensitive, h.consent_to_show, current_date, 'Handed over from ' || v_name, now(), 'handed-over', h.held);
      update involvement set ended_on = greatest(started_on, current_date), is_lead = false where id = h.held;
      return query select h.held, h.person_id, 'handed over';
    end if;
  end loop;
end $$;
comment on function access.hand_over(uuid, uuid[], uuid) is 'Gives a leaver''s children to a colleague of the same agency: what stands alone goes over today; what belongs to a piece of work is covered until that work changes hands. "closed" where the colleague may not know the child.';

create function access.name_cover(p_staff uuid, p_cover uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if p_staff <> all(access.staff_i_manage()) or p_staff = p_cover then return false; end if;
  update staff set cover_staff_id = p_cover where id = p_staff;
  return true;
end $$;
comment on function access.name_cover(uuid, uuid) is 'Names who stands in for a colleague the person asking looks after.';

-- Absence is written where every page looks for it: who is away until when, and who covers.
create function access.settle_absences(p_staff uuid) returns void language sql volatile security definer set search_path = pg_catalog, public as $$
  update staff s set away_until = a.to_on, cover_staff_id = a.cover_staff_id
    from (select distinct on (staff_id) staff_id, to_on, cover_staff_id from absence
           where cancelled_at is null and from_on <= (now() at time zone 'Europe/London')::date and to_on >= (now() at time zone 'Europe/London')::date and (p_staff is null or staff_id = p_staff)
           order by staff_id, to_on desc) a
   where s.id = a.staff_id and (s.away_until is distinct from a.to_on or s.cover_staff_id is distinct from a.cover_staff_id)
$$;
comment on function access.settle_absences(uuid) is 'Writes absences that run today to the colleague''s own line, for one colleague or for all.';
create function access.absence_settles() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.cancelled_at is not null and tg_op = 'UPDATE' and old.cancelled_at is null then
    update staff set away_until = null, cover_staff_id = null where id = new.staff_id and away_until = new.to_on and cover_staff_id is not distinct from new.cover_staff_id;
  end if;
  perform access.settle_absences(new.staff_id);
  return null;
end $$;
comment on function access.absence_settles() is 'After an absence is recorded or taken back: the colleague''s own line follows.';

-- Whoever watches is told in the transaction that began the involvement: a job a watch. Nothing is told of a service whose part is not shown.
create function access.involvement_tells() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into job (kind, payload)
  select 'people.tell-watcher', jsonb_build_object('personId', w.person_id, 'watchId', w.id, 'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from (select distinct w.person_id, w.id from added a join involvement_watch w on w.person_id = a.person_id and w.ended_at is null
           where a.staff_id is distinct from w.staff_id and a.ended_on is null and (not a.sensitive or a.consent_to_show)) w;
  return null;
end $$;
comment on function access.involvement_tells() is 'After involvements are written: a job for each watch of the child, in the same transaction.';
create function access.involvement_change_tells() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into job (kind, payload)
  select 'people.tell-watcher', jsonb_build_object('personId', w.person_id, 'watchId', w.id, 'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from (select distinct w.person_id, w.id from changed a join before b on b.id = a.id join involvement_watch w on w.person_id = a.person_id and w.ended_at is null
           where a.staff_id is distinct from w.staff_id and a.ended_on is null and (not a.sensitive or a.consent_to_show)
             and ((a.is_lead and not b.is_lead) or (b.sensitive and not b.consent_to_show) or b.ended_on is not null)) w;
  return null;
end $$;
comment on function access.involvement_change_tells() is 'After involvements change: another lead professional, or a service newly shown, is told as a new involvement is.';

-- What hangs on an involvement ends with it: cover for it, and the watches of whoever is no longer involved. At commit, because work that
-- changes hands ends one row and begins the next in two steps.
create function access.involvement_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update involvement set ended_on = greatest(started_on, current_date) where because_kind = 'cover' and because_id = new.id and ended_on is null;
  update involvement_watch w set ended_at = now(), ended_because = 'no longer involved'
   where w.person_id = new.person_id and w.ended_at is null
     and not exists (select 1 from involvement i where i.person_id = w.person_id and i.ended_on is null and (i.staff_id = w.staff_id
       or exists (select 1 from membership m where m.staff_id = w.staff_id and (m.valid_to is null or m.valid_to >= current_date)
         and (m.team_id = i.team_id or (i.team_id is null and i.staff_id is null and m.agency_id = i.agency_id)))));
  return null;
end $$;
comment on function access.involvement_ended() is 'At the end of a transaction that ended an involvement: cover for it ends, and so do watches of those no longer involved.';

-- The monthly question: those whose own typed facts nobody confirmed for as long as the rule allows are asked, once until they answer.
create function access.ask_who_still_works(p_now timestamptz) returns integer language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_count integer;
begin
  if not access.is_system() then raise exception 'The worker alone asks' using errcode = 'insufficient_privilege'; end if;
  insert into alert (staff_id, kind, href, raised_at)
  select distinct s.id, 'still-working', '/still-working', p_now
    from involvement i
    join involvement_freshness f on f.source_kind = 'typed'
    join staff s on s.id = coalesce(i.staff_id, i.recorded_by) and (s.left_on is null or s.left_on >= p_now::date)
   where i.ended_on is null and i.feed_id is null and (i.staff_id is not null or not i.sensitive or i.consent_to_show) and i.because_kind in ('typed','handed-over') and i.confirmed_at < p_now - make_interval(months => f.fresh_months)
     and not exists (select 1 from alert a where a.staff_id = s.id and a.kind = 'still-working' and (a.seen_at is null or a.raised_at > p_now - interval '27 days'));
  get diagnostics v_count = row_count;
  return v_count;
end $$;
comment on function access.ask_who_still_works(timestamptz) is 'Asks each practitioner once whether they still work with the children they said they do; gives how many were asked.';

-- The broker. The officer decides whether the request is proper and learns no more than the asker: it goes to whatever service there is, or to none.
create function access.requests_passed_to_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct request_id), '{}') from broker_delivery d
   where (d.staff_id = access.staff() or d.team_id = any((select access.my_teams())::uuid[]) or (d.team_id is null and d.agency_id = any((select access.my_agencies())::uuid[])))
     and d.person_id <> all((select access.people_hidden_from_me())::uuid[])
$$;
comment on function access.requests_passed_to_me() is 'Requests that reached a service of the person asking.';
create function access.pass_on(p_request uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not access.has_role(array['DPO']) then raise exception 'The privacy officer alone passes requests on' using errcode = 'insufficient_privilege'; end if;
  insert into broker_delivery (person_id, request_id, asked_by, agency_id, team_id, staff_id)
  select distinct r.person_id, r.id, r.asked_by, i.agency_id, i.team_id, i.staff_id
    from broker_request r join involvement i on i.person_id = r.person_id and i.ended_on is null and i.sensitive and not i.consent_to_show
   where r.id = p_request and r.decision = 'passed on' and not exists (select 1 from broker_delivery d where d.request_id = r.id)
     and r.person_id <> all(access.people_closed_to_me());
end $$;
comment on function access.pass_on(uuid) is 'Brings a request to every service whose part is not told, if there is any. Answers nothing, so that whoever passes it on learns nothing.';
create function access.names_in_requests() returns table (person_id uuid, name text, date_of_birth date) language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, case when p.id = any((select access.people_hidden_from_me())::uuid[]) then 'Name not open to you' else coalesce(nullif(concat_ws(' ', coalesce(p.preferred_name, p.given_name), p.family_name), ''), 'Name not known') end,
         case when p.id = any((select access.people_hidden_from_me())::uuid[]) then null else p.date_of_birth end
    from person p
   where (select access.works_today()) and p.id <> all((select access.people_closed_to_me())::uuid[])
     and p.id in (select r.person_id from broker_request r where (select access.has_role(array['DPO'])) or r.id = any((select access.requests_passed_to_me())::uuid[]))
$$;
comment on function access.names_in_requests() is 'Names of the children that requests are about, for the privacy officer who passes them on and the services they reached.';

do $$
declare
  f text;
begin
  foreach f in array array['staff_i_manage()', 'staff_who_leave()', 'held_by_leavers(uuid)', 'children_held_by(uuid)', 'hand_over(uuid, uuid[], uuid)', 'name_cover(uuid, uuid)', 'settle_absences(uuid)', 'absence_settles()',
    'involvement_tells()', 'involvement_change_tells()', 'involvement_ended()', 'ask_who_still_works(timestamptz)', 'requests_passed_to_me()', 'pass_on(uuid)', 'names_in_requests()'] loop
    execute format('alter function access.%s owner to goldthread_access', f);
    execute format('revoke execute on function access.%s from public', f);
  end loop;
  foreach f in array array['staff_i_manage()', 'held_by_leavers(uuid)', 'children_held_by(uuid)', 'hand_over(uuid, uuid[], uuid)', 'name_cover(uuid, uuid)', 'settle_absences(uuid)',
    'ask_who_still_works(timestamptz)', 'requests_passed_to_me()', 'pass_on(uuid)', 'names_in_requests()'] loop
    execute format('grant execute on function access.%s to goldthread_app', f);
  end loop;
end $$;

create trigger absence_settles after insert or update on absence for each row execute function access.absence_settles();
create trigger involvement_told after insert on involvement referencing new table as added for each statement execute function access.involvement_tells();
create trigger involvement_change_told after update on involvement referencing old table as before new table as changed for each statement execute function access.involvement_change_tells();
create constraint trigger involvement_ended after update on involvement deferrable initially deferred for each row
  when (new.ended_on is not null and old.ended_on is null) execute function access.involvement_ended();

-- What those functions may touch.
grant insert on job to goldthread_access;
create policy access_tells_watchers on job for insert to goldthread_access with check (kind = 'people.tell-watcher' and state = 'ready');
grant select, insert on alert to goldthread_access;
create policy access_asks on alert for insert to goldthread_access with check (kind = 'still-working');
create policy access_reads_asked on alert for select to goldthread_access using (kind = 'still-working');
grant update (away_until, cover_staff_id) on staff to goldthread_access;
create policy access_settles on staff for update to goldthread_access using (true);
create policy access_hands_over on involvement for insert to goldthread_access with check (because_kind in ('cover','handed-over'));
create policy access_ends_handed on involvement for update to goldthread_access using (staff_id is not null);
grant select on involvement_watch, absence to goldthread_access;
grant update (ended_at, ended_because) on involvement_watch to goldthread_access;
create policy access_reads on involvement_watch for select to goldthread_access using (true);
create policy access_ends on involvement_watch for update to goldthread_access using (true);
create policy access_reads on absence for select to goldthread_access using (true);
grant select on broker_request to goldthread_access;
grant select, insert on broker_delivery to goldthread_access;
create policy access_reads on broker_request for select to goldthread_access using (true);
create policy access_reads on broker_delivery for select to goldthread_access using (true);
create policy access_passes_on on broker_delivery for insert to goldthread_access with check (true);

-- Policies.
grant select, insert on involvement_watch to goldthread_app;
grant update (ended_at, ended_because) on involvement_watch to goldthread_app;
create policy own on involvement_watch for select to goldthread_app using (
  (select access.is_system()) or (staff_id = access.staff() and exists (select 1 from person p where p.id = person_id)));
create policy those_involved on involvement_watch for insert to goldthread_app with check (
  staff_id = access.staff() and exists (select 1 from involvement i where i.person_id = involvement_watch.person_id and i.ended_on is null
    and (i.staff_id = access.staff() or i.team_id = any((select access.my_teams())::uuid[]) or (i.team_id is null and i.staff_id is null and i.agency_id = any((select access.my_agencies())::uuid[])))));
create policy own_stops on involvement_watch for update to goldthread_app using (staff_id = access.staff());
grant select, insert on involvement_news to goldthread_app;
grant update (last_at, seen_at) on involvement_news to goldthread_app;
create policy own on involvement_news for select to goldthread_app using (
  (select access.is_system()) or (staff_id = access.staff() and exists (select 1 from person p where p.id = person_id)));
create policy worker_tells on involvement_news for insert to goldthread_app with check ((select access.is_system()));
create policy own_seen on involvement_news for update to goldthread_app using (staff_id = access.staff() or (select access.is_system()));

grant select, insert on broker_request to goldthread_app;
grant update (decided_by, decided_at, decision, decision_note) on broker_request to goldthread_app;
create policy asker_officer_service on broker_request for select to goldthread_app using (
  person_id <> all((select access.people_closed_to_me())::uuid[])
  and ((asked_by = access.staff() and exists (select 1 from person p where p.id = person_id)) or (select access.has_role(array['DPO'])) or id = any((select access.requests_passed_to_me())::uuid[])));
create policy asker on broker_request for insert to goldthread_app with check (asked_by = access.staff() and decided_at is null and exists (select 1 from person p where p.id = person_id));
create policy officer_decides on broker_request for update to goldthread_app using ((select access.has_role(array['DPO'])) and asked_by <> access.staff());
grant select on broker_delivery to goldthread_app;
grant update (answered_at, answered_by, replied, reply) on broker_delivery to goldthread_app;
create policy service_or_answered on broker_delivery for select to goldthread_app using (
  request_id = any((select access.requests_passed_to_me())::uuid[]) and (staff_id = access.staff() or team_id = any((select access.my_teams())::uuid[]) or (team_id is null and agency_id = any((select access.my_agencies())::uuid[])))
  or (replied and asked_by = access.staff() and exists (select 1 from person p where p.id = person_id)));
create policy service_answers on broker_delivery for update to goldthread_app using (
  answered_at is null and request_id = any((select access.requests_passed_to_me())::uuid[])
  and (staff_id = access.staff() or team_id = any((select access.my_teams())::uuid[]) or (team_id is null and agency_id = any((select access.my_agencies())::uuid[]))))
  with check (answered_by = access.staff());

grant select, insert on absence to goldthread_app;
grant update (cancelled_at) on absence to goldthread_app;
create policy signed_in_reads on absence for select to goldthread_app using (access.actor_kind() in ('staff','system'));
create policy own_or_manager on absence for insert to goldthread_app with check (
  recorded_by = access.staff() and (staff_id = access.staff() or staff_id = any((select access.staff_i_manage())::uuid[])));
create policy own_or_manager_cancels on absence for update to goldthread_app using (staff_id = access.staff() or staff_id = any((select access.staff_i_manage())::uuid[]));

grant select, insert, delete on team_area to goldthread_app;
create policy everyone_reads on team_area for select to goldthread_app using (true);
create policy team_writes on team_area for insert to goldthread_app with check (
  team_id = any((select access.my_teams())::uuid[]) and (select access.has_role(array['TM','EH_CO','MASH_M'])) or (select access.has_role(array['SYSADMIN'])));
create policy team_clears on team_area for delete to goldthread_app using (
  team_id = any((select access.my_teams())::uuid[]) and (select access.has_role(array['TM','EH_CO','MASH_M'])) or (select access.has_role(array['SYSADMIN'])));

do $$
declare
  t text;
begin
  foreach t in array array['involvement_watch', 'involvement_news', 'broker_request', 'broker_delivery'] loop
    execute format('create policy only_while_working on %I as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()))', t);
  end loop;
end $$;
