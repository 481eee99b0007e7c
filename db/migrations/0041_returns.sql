-- Reminders of returns that run late. The worker knows which clocks run out and nothing of what they are about; it is told only which agency
-- owes an answer, and asks as each of its people whether they may know of the request before it reminds them.

create function access.agency_that_owes(p_request uuid) returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select r.agency_id from information_request r where r.id = p_request and r.state in ('SENT','ACKNOWLEDGED') and access.is_system()
$$;
comment on function access.agency_that_owes(uuid) is 'For the worker alone: the agency that has not answered a request of the hub; null once it has, or for anyone else.';
alter function access.agency_that_owes(uuid) owner to goldthread_access;
revoke execute on function access.agency_that_owes(uuid) from public;
grant execute on function access.agency_that_owes(uuid) to goldthread_app;

-- Once a request is answered or no longer asked, nobody is reminded of it any more, whoever of the agency answered.
grant update (seen_at) on alert to goldthread_access;
create policy access_reads_reminders on alert for select to goldthread_access using (kind in ('return-due-soon','return-overdue','return-long-overdue'));
create policy access_puts_reminders_away on alert for update to goldthread_access using (kind in ('return-due-soon','return-overdue','return-long-overdue'));
create function access.reminders_put_away() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update alert set seen_at = coalesce(new.answered_at, now())
   where record_id = new.id and seen_at is null and kind in ('return-due-soon','return-overdue','return-long-overdue');
  return null;
end $$;
comment on function access.reminders_put_away() is 'Reminders of a request go when it is answered or no longer asked.';
alter function access.reminders_put_away() owner to goldthread_access;
revoke execute on function access.reminders_put_away() from public;
create trigger reminders_put_away after update of state on information_request for each row
  when (old.state in ('SENT','ACKNOWLEDGED') and new.state not in ('SENT','ACKNOWLEDGED')) execute function access.reminders_put_away();

-- A return nobody released may be written by one colleague after another: a list of what waits is read by agency and not by writer.
create index agency_return_unreleased_ix on agency_return (request_id) where released_at is null;
create index alert_record_ix on alert (record_id) where seen_at is null;
