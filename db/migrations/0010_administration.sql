-- Administration: changes that were missing a right, the first administrator of a new installation, and finding audit rows by day.

alter table agency add column changed_at timestamptz;
alter table agency add column changed_by uuid;
alter table agency add constraint agency_changed_by_fk foreign key (changed_by) references staff (id);
comment on column agency.changed_at is 'When its facts were last changed; null while as first written';
comment on column agency.changed_by is 'Administrator or privacy officer who changed them';

grant delete on identity_provider_agency, sign_in_identity to goldthread_app;
create policy administrator_unbinds on identity_provider_agency for delete to goldthread_app using ((select access.has_role(array['SYSADMIN'])));
create policy administrator_unties on sign_in_identity for delete to goldthread_app using ((select access.has_role(array['SYSADMIN'])));

-- A new installation has nobody who could add its first administrator. While there is none, the start program may.
create function access.nobody_administers() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select not exists (select 1 from membership where role = 'SYSADMIN')
$$;
comment on function access.nobody_administers() is 'True until the first administrator was added, whatever became of them. Call as (select access.nobody_administers()).';
alter function access.nobody_administers() owner to goldthread_access;
revoke execute on function access.nobody_administers() from public;
grant execute on function access.nobody_administers() to goldthread_app;
create policy first_administrator on agency for insert to goldthread_app with check ((select access.is_system()) and (select access.nobody_administers()));
create policy first_administrator on staff for insert to goldthread_app with check ((select access.is_system()) and (select access.nobody_administers()));
create policy first_administrator on membership for insert to goldthread_app with check ((select access.is_system()) and (select access.nobody_administers()) and role = 'SYSADMIN');

-- Audit rows are written in order of time, so a block index finds a day and costs next to nothing to keep.
create index audit_event_at_ix on audit_event using brin (at);
