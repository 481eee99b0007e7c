-- How the front door performs (S-008): every figure is a count of lines, and every line is one contact, child, enquiry or request, so that
-- a figure can be taken apart again. A rollup by day keeps it fast; what is closed to a reader is taken off again for that reader.

create table figure_line (
  measure text not null,
  item_id uuid not null,
  contact_id uuid not null,
  happened_on date not null,
  part text not null,
  amount integer not null,
  because uuid[],
  constraint figure_line_pk primary key (measure, item_id),
  constraint figure_line_contact_fk foreign key (contact_id) references contact (id)
);
alter table figure_line enable row level security;
alter table figure_line force row level security;
comment on table figure_line is 'One thing counted once in one measure. Kept by a job; codes, dates and ids alone.';
comment on column figure_line.measure is 'Which measure, by key (performance/measure.ts)';
comment on column figure_line.item_id is 'What is counted: a contact, a child as a contact names them, an enquiry, a request, a disagreement';
comment on column figure_line.contact_id is 'Its contact, so that whoever may not see the one does not count the other';
comment on column figure_line.happened_on is 'Day it counts on, in London';
comment on column figure_line.part is 'What the measure is split by: a source, an outcome at a level, a number of days, an agency';
comment on column figure_line.amount is '1 where it counts in the numerator, 0 where in the denominator alone; minutes where time is measured';
comment on column figure_line.because is 'Earlier contacts it counts because of; it no longer does for whoever may see none of them';
create index figure_line_contact_ix on figure_line (contact_id);
create index figure_line_when_ix on figure_line (measure, happened_on);
create index figure_line_day_ix on figure_line (happened_on);
create index figure_line_because_ix on figure_line using gin (because) where because is not null;

create table figure_day (
  measure text not null,
  happened_on date not null,
  part text not null,
  numerator bigint not null,
  denominator bigint not null,
  constraint figure_day_pk primary key (happened_on, measure, part)
);
alter table figure_day enable row level security;
alter table figure_day force row level security;
comment on table figure_day is 'The lines of a day added up, from which weeks and months are added up in their turn.';
comment on column figure_day.measure is 'Which measure';
comment on column figure_day.happened_on is 'Which day';
comment on column figure_day.part is 'Which part of it';
comment on column figure_day.numerator is 'Sum of the amounts';
comment on column figure_day.denominator is 'How many lines';

create table figure_period (
  grain text not null,
  period date not null,
  measure text not null,
  part text not null,
  numerator bigint not null,
  denominator bigint not null,
  constraint figure_period_pk primary key (grain, period, measure, part),
  constraint figure_period_grain_known check (grain in ('week','month'))
);
alter table figure_period enable row level security;
alter table figure_period force row level security;
comment on table figure_period is 'The days of a week or month added up, so that a page of two years reads hundreds of rows. Read only through access.figures_for_me, which takes off what is closed to the reader.';
comment on column figure_period.grain is 'week or month';
comment on column figure_period.period is 'First day of it; weeks begin on Monday';
comment on column figure_period.measure is 'Which measure';
comment on column figure_period.part is 'Which part of it';
comment on column figure_period.numerator is 'Sum of the days'' numerators';
comment on column figure_period.denominator is 'Sum of the days'' denominators';

create table figure_refresh (
  only_one boolean not null default true,
  looked_at timestamptz not null,
  constraint figure_refresh_pk primary key (only_one),
  constraint figure_refresh_only_one check (only_one)
);
alter table figure_refresh enable row level security;
alter table figure_refresh force row level security;
comment on table figure_refresh is 'When the figures were last brought up to date: one row.';
comment on column figure_refresh.only_one is 'True: there is one row';
comment on column figure_refresh.looked_at is 'Changes up to here are counted';

create table measure_target (
  id uuid not null default gen_random_uuid(),
  measure text not null,
  target double precision not null,
  valid_from date not null,
  valid_to date,
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  ended_by uuid,
  constraint measure_target_pk primary key (id),
  constraint measure_target_set_fk foreign key (set_by) references staff (id),
  constraint measure_target_ended_fk foreign key (ended_by) references staff (id),
  constraint measure_target_days_in_order check (valid_to is null or valid_to >= valid_from - 1),
  constraint measure_target_not_negative check (target >= 0)
);
alter table measure_target enable row level security;
alter table measure_target force row level security;
comment on table measure_target is 'What a measure is held against, from a day on, and why. A later one takes its place; an old chart keeps the one of its day.';
comment on column measure_target.id is 'Opaque id';
comment on column measure_target.measure is 'Which measure';
comment on column measure_target.target is 'In the unit of the measure: percent or hours';
comment on column measure_target.valid_from is 'From when';
comment on column measure_target.valid_to is 'Last day; null while it stands';
comment on column measure_target.reason is 'Why this target, and who agreed to it';
comment on column measure_target.set_by is 'Who set it';
comment on column measure_target.set_at is 'When';
comment on column measure_target.ended_by is 'Who ended it';
create unique index measure_target_one on measure_target (measure) where valid_to is null;

create table process_change (
  id uuid not null default gen_random_uuid(),
  measure text,
  happened_on date not null,
  words text not null,
  begins_anew boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_because text,
  constraint process_change_pk primary key (id),
  constraint process_change_recorded_fk foreign key (recorded_by) references staff (id),
  constraint process_change_withdrawn_fk foreign key (withdrawn_by) references staff (id),
  constraint process_change_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null))
);
alter table process_change enable row level security;
alter table process_change force row level security;
comment on table process_change is 'Something about the front door that was changed on purpose, marked on the charts so that its effect can be seen.';
comment on column process_change.id is 'Opaque id';
comment on column process_change.measure is 'Which measure it was meant for; null is all of them';
comment on column process_change.happened_on is 'From when';
comment on column process_change.words is 'What was changed; never about a child';
comment on column process_change.begins_anew is 'True where limits begin anew here';
comment on column process_change.recorded_by is 'Who wrote it down';
comment on column process_change.recorded_at is 'When';
comment on column process_change.withdrawn_by is 'Who took it off the charts again';
comment on column process_change.withdrawn_at is 'When';
comment on column process_change.withdrawn_because is 'Why';

-- Lines are the front door's to take a figure apart, but for disagreements, which are for those who speak in them; a sum is nobody's, for it holds those hidden too.
grant select on figure_line to goldthread_app;
create policy front_door on figure_line for select to goldthread_app using (
  (select access.works_front_door()) and measure <> 'disputed' and contact_id not in (select unnest(access.contacts_closed_to_me())));
grant select on figure_refresh to goldthread_app;
create policy looks_at_figures on figure_refresh for select to goldthread_app using ((select access.has_role(array['CO','MASH_M','DCS','PERF','COMM'])) or (select access.is_system()));
grant select, insert on measure_target, process_change to goldthread_app;
grant update (valid_to, ended_by) on measure_target to goldthread_app;
grant update (withdrawn_by, withdrawn_at, withdrawn_because) on process_change to goldthread_app;
create policy looks_at_figures on measure_target for select to goldthread_app using ((select access.has_role(array['CO','MASH_M','DCS','PERF','COMM'])));
create policy sets on measure_target for insert to goldthread_app with check (set_by = access.staff() and (select access.has_role(array['MASH_M','DCS'])));
create policy ends on measure_target for update to goldthread_app using ((select access.has_role(array['MASH_M','DCS'])));
create policy looks_at_figures on process_change for select to goldthread_app using ((select access.has_role(array['CO','MASH_M','DCS','PERF','COMM'])));
create policy records on process_change for insert to goldthread_app with check (recorded_by = access.staff() and (select access.has_role(array['MASH_M','DCS'])));
create policy withdraws on process_change for update to goldthread_app using ((select access.has_role(array['MASH_M','DCS'])));

grant select, insert, update, delete on figure_line, figure_day, figure_period, figure_refresh to goldthread_access;
create policy figures_kept on figure_line for all to goldthread_access using (true) with check (true);
create policy figures_kept on figure_day for all to goldthread_access using (true) with check (true);
create policy figures_kept on figure_period for all to goldthread_access using (true) with check (true);
create policy figures_kept on figure_refresh for all to goldthread_access using (true) with check (true);
grant select on contact_person, contact_decision, contact_feedback, hub_enquiry, clock to goldthread_access;
create policy figures_read on contact_person for select to goldthread_access using (true);
create policy figures_read on contact_decision for select to goldthread_access using (true);
create policy figures_read on contact_feedback for select to goldthread_access using (true);
create policy figures_read on hub_enquiry for select to goldthread_access using (true);
create policy figures_read on clock for select to goldthread_access using (true);

create function access.contacts_left_out() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select case when (select access.works_front_door()) then (select access.contacts_closed_to_me()) else
    (select coalesce(array_agg(distinct contact_id), '{}') from contact_recognition where person_id in (
      select id from person where shield = 'hidden' or restricted union select unnest(access.people_closed_to_me()))) end
$$;
comment on function access.contacts_left_out() is 'Contacts no figure for the person asking counts: those closed to them; for whoever opens no contact, every one about someone hidden or restricted, so that the figures of two colleagues do not differ by one.';

create function access.figures_for_me(p_from date, p_before date, p_grain text)
returns table (measure text, part text, period date, numerator bigint, denominator bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  with gone as materialized (select access.contacts_left_out() as ids),
  sums as (
    select d.measure, d.part, d.period, d.numerator, d.denominator from figure_period d
     where d.grain = p_grain and d.period >= p_from and d.period < p_before and (select access.has_role(array['CO','MASH_M','DCS','PERF','COMM']))
    union all
    select l.measure, l.part, date_trunc(p_grain, l.happened_on::timestamp)::date, -l.amount, -1 from figure_line l
     where l.contact_id in (select unnest(ids) from gone) and (select access.has_role(array['CO','MASH_M','DCS','PERF','COMM']))
    union all
    select l.measure, l.part, date_trunc(p_grain, l.happened_on::timestamp)::date, -l.amount, 0 from figure_line l
     where l.because && (select ids from gone) and l.because <@ (select ids from gone) and l.contact_id not in (select unnest(ids) from gone)
       and (select access.has_role(array['CO','MASH_M','DCS','PERF','COMM'])))
  select d.measure, d.part, d.period, sum(d.numerator)::bigint, sum(d.denominator)::bigint
    from sums d where d.period >= p_from and d.period < p_before group by 1, 2, 3 having sum(d.denominator) > 0
$$;
comment on function access.figures_for_me(date, date, text) is 'Numerator and denominator of every measure and part of each week or month that begins from one day to before another, without anyone hidden from the person asking. Whoever shows them to those who may open no contact suppresses small numbers.';

create function access.figure_lines_of(p_contacts uuid[], p_now timestamptz, p_holidays date[])
returns setof figure_line language sql stable security definer set search_path = pg_catalog, public as $$
  with day as materialized (
    select d::date as day, sum(case when extract(isodow from d) < 6 and d::date <> all(p_holidays) then 1 else 0 end) over (order by d) as rank
      from generate_series((p_now - interval '12 years')::date::timestamp, (p_now + interval '2 days')::date::timestamp, interval '1 day') d),
  today as materialized (select rank from day where day = (p_now at time zone 'Europe/London')::date),
  chosen as materialized (
    select c.id, c.received_at, (c.received_at at time zone 'Europe/London')::date as received_on, c.source_code, not c.anonymous and c.wishes_feedback as wants_word,
      w.decided_at, (w.decided_at at time zone 'Europe/London')::date as decided_on, (least(w.decided_at, e.opened_at) at time zone 'Europe/London')::date as screened_on,
      d.referred, d.helped, d.disagreed, f.how, (f.given_at at time zone 'Europe/London')::date as told_on
      from unnest(p_contacts) u(id) join contact c on c.id = u.id and c.state <> 'MERGED'
      left join lateral (select max(o.decided_at) as decided_at, bool_or(o.outcome_code in ('FAMILY_HELP_CIN','REFERRAL_CSC','STRATEGY_IMMEDIATE')) as referred,
          bool_or(o.outcome_code = 'EARLY_HELP') as helped, bool_or(o.disagreement is not null) as disagreed
        from contact_decision o where o.contact_id = c.id and o.superseded_at is null and o.outcome_code <> 'MASH') d on true
      left join lateral (select min(h.sent_at) as sent_at from contact_handover h where h.contact_id = c.id and h.returned_at is null) h on true
      left join lateral (select min(q.opened_at) as opened_at from hub_enquiry q where q.contact_id = c.id) e on true
      left join lateral (select b.how, b.given_at from contact_feedback b where b.contact_id = c.id order by b.given_at limit 1) f on true
      cross join lateral (select case when c.state in ('DECIDED','CLOSED') then coalesce(d.decided_at, h.sent_at, c.closed_at) end as decided_at) w),
  timed as materialized (
    select c.*, r.rank as received_rank, s.rank - r.rank as screened_in, g.rank as decided_rank, t.rank - g.rank as told_in
      from chosen c join day r on r.day = c.received_on
      left join day s on s.day = c.screened_on left join day g on g.day = c.decided_on left join day t on t.day = c.told_on),
  child as materialized (
    select r.contact_id, r.person_id, c.received_at from chosen c join contact_recognition r on r.contact_id = c.id
      join contact_person n on n.id = r.contact_person_id and n.part <> 'adult'),
  known as materialized (
    select k.contact_id, array_agg(distinct o.id) filter (where o.id is not null) as earlier from child k
      left join lateral (select c.id from contact_recognition r join contact_person n on n.id = r.contact_person_id and n.part <> 'adult' join contact c on c.id = r.contact_id
        where r.person_id = k.person_id and c.id <> k.contact_id and c.state <> 'MERGED' and c.received_at < k.received_at and c.received_at > k.received_at - interval '12 months') o on true
     group by 1),
  decision as materialized (
    select d.contact_person_id, d.contact_id, d.person_id, d.decided_at, (d.decided_at at time zone 'Europe/London')::date as decided_on, d.level, d.outcome_code,
      d.outcome_code in ('FAMILY_HELP_CIN','REFERRAL_CSC','STRATEGY_IMMEDIATE') as is_referral
      from chosen c join contact_decision d on d.contact_id = c.id and d.superseded_at is null and d.outcome_code <> 'MASH'),
  referral as (
    select d.*, (select array_agg(distinct o.contact_id) from contact_decision o join contact c on c.id = o.contact_id and c.state <> 'MERGED'
        where o.person_id = d.person_id and o.contact_id <> d.contact_id and o.superseded_at is null and o.outcome_code in ('FAMILY_HELP_CIN','REFERRAL_CSC','STRATEGY_IMMEDIATE')
          and o.decided_at < d.decided_at and o.decided_at > d.decided_at - interval '12 months') as earlier
      from decision d where d.is_referral),
  request as (
    select r.id, r.contact_id, r.agency_id, r.asked_at, (r.asked_at at time zone 'Europe/London')::date as asked_on, k.due_at,
      case when r.state in ('RETURNED_INFO','RETURNED_NIL','DECLINED') then coalesce(k.met_at, r.answered_at) end as answered_at
      from chosen c join information_request r on r.contact_id = c.id and r.state <> 'CANCELLED'
      left join lateral (select x.due_at, x.met_at from clock x where x.subject_kind = 'information-request' and x.subject_id = r.id and x.cancelled_at is null order by x.started_at limit 1) k on true)
  select 'received', id, id, received_on, source_code, 1, null::uuid[] from timed
  union all
  select 'screened', id, id, received_on, case when screened_in is null then 'open' when screened_in <= 0 then '0' when screened_in <= 2 then screened_in::text when screened_in <= 5 then '3-5' else '6+' end,
    case when screened_in <= 1 then 1 else 0 end, null from timed where screened_in is not null or (select rank from today) > received_rank + 1
  union all
  select 'to-referral', id, id, decided_on, '', case when referred then 1 else 0 end, null from timed where decided_at is not null
  union all
  select 'to-early-help', id, id, decided_on, '', case when helped then 1 else 0 end, null from timed where decided_at is not null
  union all
  select 'disagreed', id, id, decided_on, '', case when disagreed then 1 else 0 end, null from timed where decided_at is not null
  union all
  select 'told', id, id, decided_on, coalesce(how, 'not yet'), case when how <> 'none' and told_in <= 1 then 1 else 0 end, null
    from timed where decided_at is not null and wants_word and (how is not null or (select rank from today) > decided_rank + 1)
  union all
  select 'repeat', c.id, c.id, c.received_on, '', case when k.earlier is null then 0 else 1 end, k.earlier from timed c join known k on k.contact_id = c.id
  union all
  select 're-referral', contact_person_id, contact_id, decided_on, '', case when earlier is null then 0 else 1 end, earlier from referral
  union all
  select 'outcome', contact_person_id, contact_id, decided_on, level || ' ' || outcome_code, 1, null from decision
  union all
  select 'hub', e.id, e.contact_id, (e.opened_at at time zone 'Europe/London')::date, e.rag, case when k.met_at <= k.due_at then 1 else 0 end, null
    from chosen c join hub_enquiry e on e.contact_id = c.id
    join lateral (select x.due_at, x.met_at from clock x where x.subject_kind = 'hub-enquiry' and x.subject_id = e.id and x.rule_key in ('C03','C04','C05') and x.cancelled_at is null order by x.started_at limit 1) k
      on k.met_at is not null or k.due_at < p_now
  union all
  select 'disputed', g.id, g.contact_id, (g.raised_at at time zone 'Europe/London')::date, '', 1, null from chosen c join disagreement g on g.contact_id = c.id
  union all
  select 'answered', id, contact_id, asked_on, agency_id::text, case when answered_at <= due_at then 1 else 0 end, null from request where due_at is not null and (answered_at is not null or due_at < p_now)
  union all
  select 'answer-hours', id, contact_id, asked_on, agency_id::text, (extract(epoch from answered_at - asked_at) / 60)::integer, null from request where answered_at is not null
$$;
comment on function access.figure_lines_of(uuid[], timestamptz, date[]) is 'The lines of some contacts as they stand now. Working days are those of England: Monday to Friday without the days handed in; the day of receipt is day 0.';

create function access.refresh_figures(p_now timestamptz, p_holidays date[], p_from timestamptz, p_before timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_since timestamptz;
  v_contacts uuid[];
  v_days date[];
  v_periods date[];
  v_grain text;
begin
  if not access.is_system() then raise exception 'only the worker counts' using errcode = 'insufficient_privilege'; end if;
  select looked_at - interval '1 hour' into v_since from figure_refresh for update;
  if p_from is not null then
    select array_agg(id) into v_contacts from contact where received_at >= p_from and received_at < p_before;
  else
    select array_agg(distinct id) into v_contacts from (
      select id from contact where state not in ('CLOSED','MERGED')
      union all select id from contact where v_since is not null and (closed_at >= v_since or received_at >= v_since or recorded_at >= v_since)
      union all select l.contact_id from figure_line l join contact c on c.id = l.contact_id and c.state = 'MERGED' where l.measure = 'received' and l.happened_on > (p_now - interval '60 days')::date
      union all select contact_id from contact_decision where decided_at >= v_since or superseded_at >= v_since
      union all select contact_id from contact_feedback where given_at >= v_since
      union all select contact_id from disagreement where raised_at >= v_since and contact_id is not null
      union all select contact_id from information_request where asked_at >= v_since or answered_at >= v_since) changed;
  end if;
  with fresh as materialized (select * from access.figure_lines_of(coalesce(v_contacts, '{}'), p_now, p_holidays)),
  moved as (select l.happened_on from figure_line l join fresh f on f.measure = l.measure and f.item_id = l.item_id where l.happened_on <> f.happened_on),
  gone as (
    delete from figure_line l where l.contact_id = any(v_contacts) and not exists (select 1 from fresh f where f.measure = l.measure and f.item_id = l.item_id) returning l.happened_on),
  put as (
    insert into figure_line as l select * from fresh
    on conflict (measure, item_id) do update set contact_id = excluded.contact_id, happened_on = excluded.happened_on, part = excluded.part, amount = excluded.amount, because = excluded.because
      where (l.contact_id, l.happened_on, l.part, l.amount, l.because) is distinct from (excluded.contact_id, excluded.happened_on, excluded.part, excluded.amount, excluded.because)
    returning l.happened_on)
  select coalesce(array_agg(distinct happened_on), '{}') into v_days from (select happened_on from moved union all select happened_on from gone union all select happened_on from put) touched;
  delete from figure_day where happened_on = any(v_days);
  insert into figure_day (measure, happened_on, part, numerator, denominator)
    select measure, happened_on, part, sum(amount), count(*) from figure_line where happened_on = any(v_days) group by 1, 2, 3;
  foreach v_grain in array array['week','month'] loop
    select array_agg(distinct date_trunc(v_grain, d::timestamp)::date) into v_periods from unnest(v_days) d;
    delete from figure_period where grain = v_grain and period = any(v_periods);
    insert into figure_period (grain, period, measure, part, numerator, denominator)
      select v_grain, p, d.measure, d.part, sum(d.numerator), sum(d.denominator) from unnest(v_periods) p
        join figure_day d on d.happened_on >= p and d.happened_on < (p + ('1 ' || v_grain)::interval)::date group by 1, 2, 3, 4;
  end loop;
  if p_from is null then
    insert into figure_refresh (looked_at) values (p_now) on conflict (only_one) do update set looked_at = excluded.looked_at;
  end if;
  return cardinality(v_days);
end $$;
comment on function access.refresh_figures(timestamptz, date[], timestamptz, timestamptz) is 'Counts what changed since the last time, or anew every contact received within a stretch of time. Answers how many days changed. For the worker alone.';
alter function access.contacts_left_out() owner to goldthread_access;
alter function access.figures_for_me(date, date, text) owner to goldthread_access;
alter function access.figure_lines_of(uuid[], timestamptz, date[]) owner to goldthread_access;
alter function access.refresh_figures(timestamptz, date[], timestamptz, timestamptz) owner to goldthread_access;
revoke execute on function access.contacts_left_out(), access.figures_for_me(date, date, text), access.figure_lines_of(uuid[], timestamptz, date[]), access.refresh_figures(timestamptz, date[], timestamptz, timestamptz) from public;
grant execute on function access.figures_for_me(date, date, text), access.refresh_figures(timestamptz, date[], timestamptz, timestamptz) to goldthread_app;
