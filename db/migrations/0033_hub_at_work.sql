-- The hub at work: a second manager is asked with words and answers with words, agencies are told what became of it, and where an enquiry
-- stands follows from its requests, whoever answers them.

alter table hub_enquiry
  add column second_asked_by uuid,
  add column second_asked_at timestamptz,
  add column second_proposal text,
  add column second_agreed boolean,
  add constraint hub_enquiry_second_asked_fk foreign key (second_asked_by) references staff (id),
  add constraint hub_enquiry_second_asked_whole check ((second_asked_by is null) = (second_asked_at is null) and (second_asked_by is null) = (second_proposal is null)),
  add constraint hub_enquiry_second_is_someone_else check (second_by is null or second_by is distinct from second_asked_by),
  add constraint hub_enquiry_second_answers_whole check ((second_by is null) = (second_at is null) and (second_by is null) = (second_agreed is null));
comment on column hub_enquiry.second_asked_by is 'Who asked for a second manager';
comment on column hub_enquiry.second_asked_at is 'When';
comment on column hub_enquiry.second_proposal is 'What they propose and why, for the second manager to weigh';
comment on column hub_enquiry.second_agreed is 'The second manager''s answer; null while they have not given one';
grant update (second_asked_by, second_asked_at, second_proposal, second_agreed) on hub_enquiry to goldthread_app;
create index hub_enquiry_open_ix on hub_enquiry (opened_at) where closed_at is null;

alter table information_request add column told_outcome text;
comment on column information_request.told_outcome is 'What the agency was told became of it, in words it may read';
grant update (told_outcome) on information_request to goldthread_app;

-- Where an enquiry stands (domain 3.4). A request asked after the hub said it goes on without is owed again.
create function access.enquiry_stands() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  asked integer;
  answered integer;
  owed integer;
  latest timestamptz;
begin
  select count(*), count(*) filter (where r.state in ('RETURNED_INFO','RETURNED_NIL','DECLINED')),
      count(*) filter (where r.state in ('SENT','ACKNOWLEDGED') and (new.proceeded_at is null or r.asked_at > new.proceeded_at)), max(r.answered_at)
    into asked, answered, owed, latest
    from information_request r where r.enquiry_id = new.id and r.state <> 'CANCELLED';
  new.state := case
    when new.closed_at is not null then 'CLOSED'
    when new.decided_at is not null then 'DECISION'
    when owed > 0 and answered > 0 then 'GATHERING'
    when owed > 0 then 'REQUESTING'
    when asked > 0 or new.proceeded_at is not null then 'COLLATED'
    else 'OPEN' end;
  if new.state = 'COLLATED' then new.collated_at := coalesce(new.collated_at, greatest(latest, new.proceeded_at), now());
  elsif new.state in ('OPEN','REQUESTING','GATHERING') then new.collated_at := null;
  end if;
  return new;
end $$;
comment on function access.enquiry_stands() is 'Reads where an enquiry stands from its requests and its decision; nobody sets it by hand.';
revoke execute on function access.enquiry_stands() from public;
create trigger enquiry_stands before insert or update on hub_enquiry for each row execute function access.enquiry_stands();

-- An agency answers a request of an enquiry it does not see: the enquiry is made to look again. The row is locked first, so that two
-- agencies answering at one moment are both counted.
grant select, update (collated_at) on hub_enquiry to goldthread_access;
create policy access_reads on hub_enquiry for select to goldthread_access using (true);
create policy access_looks_again on hub_enquiry for update to goldthread_access using (closed_at is null);
create function access.enquiry_looks_again() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update hub_enquiry set collated_at = collated_at where id = new.enquiry_id and closed_at is null;
  return null;
end $$;
comment on function access.enquiry_looks_again() is 'After a request is made or answered, its enquiry stands where its requests say.';
alter function access.enquiry_looks_again() owner to goldthread_access;
revoke execute on function access.enquiry_looks_again() from public;
create trigger enquiry_looks_again after insert or update of state on information_request for each row execute function access.enquiry_looks_again();

-- Whom the hub can ask at all. A request about someone closed to everyone who answers for an agency would lie there unseen: the hub is told
-- before it asks, about people it may see itself, and the shield desk names someone.
create function access.answering_agencies(p_people uuid[]) returns table (agency_id uuid, answering integer, may_read integer, closed uuid[])
language sql stable security definer set search_path = pg_catalog, public as $$
  with named as (
    select p.id, p.shield = 'hidden' or p.restricted as guarded from person p
     where p.id = any(p_people) and p.id <> all((select access.people_hidden_from_me())::uuid[]) and (select access.works_front_door())),
  post as (
    select m.agency_id, m.staff_id, m.team_id from membership m
      join agency a on a.id = m.agency_id and a.suspended_at is null
      join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date)
      left join team t on t.id = m.team_id
     where (select access.works_front_door()) and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
       and m.role = any(array['DSL','HV','SN','MIDW','GP','CLIN','POL_PPD','PROB','YOT','HOUS','ADULT_MH','ADULT_SM','IDVA','VCS','SENCO'])
       and (t.purpose = 'hub-desk' or not exists (select 1 from team d where d.agency_id = m.agency_id and d.purpose = 'hub-desk'))),
  answers as (select distinct p.agency_id, p.staff_id from post p),
  shut as (
    select a.agency_id, a.staff_id, n.id as person_id from answers a cross join named n
     where (n.guarded
        and not exists (select 1 from shield_allow l where l.person_id = n.id and (l.valid_to is null or l.valid_to >= current_date) and (l.staff_id = a.staff_id
          or exists (select 1 from membership w where w.staff_id = a.staff_id and w.team_id = l.team_id and w.valid_from <= current_date and (w.valid_to is null or w.valid_to >= current_date))))
        and not exists (select 1 from restriction_allow l where l.person_id = n.id and l.staff_id = a.staff_id and (l.valid_to is null or l.valid_to >= current_date)))
        or exists (select 1 from conflict_of_interest c where c.person_id = n.id and c.staff_id = a.staff_id and c.valid_from <= current_date and (c.valid_to is null or c.valid_to >= current_date)))
  select a.agency_id, count(*)::integer,
      (count(*) filter (where not exists (select 1 from shut s where s.agency_id = a.agency_id and s.staff_id = a.staff_id)))::integer,
      coalesce((select array_agg(n.id) from named n
        where (select count(*) from shut s where s.agency_id = a.agency_id and s.person_id = n.id) = count(a.staff_id)), '{}')
    from answers a group by a.agency_id
$$;
comment on function access.answering_agencies(uuid[]) is 'For the front door alone: how many people answer the hub for each agency, how many of them may know all of the people given, and which of those are closed to every one of them.';
alter function access.answering_agencies(uuid[]) owner to goldthread_access;
revoke execute on function access.answering_agencies(uuid[]) from public;
grant execute on function access.answering_agencies(uuid[]) to goldthread_app;

-- Where somebody lives is not told to an agency where the address is shielded, or that of anyone named with them: the front door itself does
-- not see a shielded address, so it asks whether there is one.
grant select on person_address to goldthread_access;
create policy access_reads on person_address for select to goldthread_access using (true);
create function access.address_withheld(p_people uuid[]) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select not (select access.works_front_door()) or exists (
    select 1 from person p where p.id = any(p_people) and (p.shield <> 'none' or p.restricted or p.id = any((select access.people_hidden_from_me())::uuid[])))
    or exists (select 1 from person_address a where a.person_id = any(p_people) and a.shielded)
$$;
comment on function access.address_withheld(uuid[]) is 'For the front door: whether the address of these people must not be told to an agency. True for anyone else, who has no need to know.';
alter function access.address_withheld(uuid[]) owner to goldthread_access;
revoke execute on function access.address_withheld(uuid[]) from public;
grant execute on function access.address_withheld(uuid[]) to goldthread_app;
