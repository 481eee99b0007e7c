-- Clocks and jobs: what the rules need beside a number, bank holidays with the day they became known, and clearing
-- of finished jobs. Runs as goldthread_owner.

alter table bank_holiday add column valid_from date not null default date '2000-01-01';
alter table bank_holiday add column valid_to date;
comment on column bank_holiday.valid_from is 'Day it was announced; before it nobody could count on it';
comment on column bank_holiday.valid_to is 'Last day on which it stood, when it was moved or withdrawn';
create policy administrator_changes on bank_holiday for update to goldthread_app using ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));

alter table hub_hours add column open_on_bank_holidays boolean not null default false;
comment on column hub_hours.open_on_bank_holidays is 'True when the hub keeps these hours on bank holidays too';
create policy administrator_changes on hub_hours for update to goldthread_app using ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));

alter table clock_rule add column direction text not null default 'after';
alter table clock_rule add column warn_limit integer;
alter table clock_rule add column note text;
alter table clock_rule drop constraint clock_rule_limit_positive;
alter table clock_rule add constraint clock_rule_limit_not_negative check (limit_count >= 0);
alter table clock_rule add constraint clock_rule_direction_known check (direction in ('after','before'));
comment on column clock_rule.limit_count is 'How many units; 0 is the same day';
comment on column clock_rule.direction is 'after: counts on from the trigger; before: counts back from it, as a report due before a conference';
comment on column clock_rule.warn_limit is 'Warns after so many units instead of after a part of the limit';
comment on column clock_rule.note is 'Where practice differs, and what was chosen';
create policy administrator_changes on clock_rule for update to goldthread_app using ((select access.has_role(array['SYSADMIN'])) or (select access.is_system()));

alter table clock add column manager_decision text;
comment on column clock.manager_decision is 'What the manager decided when it was late';
grant update (manager_decision) on clock to goldthread_app;

-- Finished jobs are cleared after a week, except those with a key of their own: one outward message each, ever.
grant delete on job to goldthread_app;
create policy worker_clears on job for delete to goldthread_app
  using ((select access.is_system()) and state = 'done' and finished_at < now() - interval '7 days' and (unique_key is null or unique_key like 'slot:%'));
create index job_finished_ix on job (finished_at) where state = 'done';
create index job_dead_ix on job (finished_at) where state = 'dead';
create index job_waiting_kind_ix on job (kind) where state in ('ready','running');

-- Waking the workers: told once per transaction that put work here, at its commit. Polling finds the work anyway.
create function public.wake_workers() returns trigger language plpgsql as $$
begin
  perform pg_notify('goldthread_job', '');
  return null;
end $$;
comment on function public.wake_workers() is 'Tells waiting workers that there is work, when the transaction that asked for it commits.';
revoke execute on function public.wake_workers() from public;
create trigger job_wakes_workers after insert on job for each statement execute function public.wake_workers();
