-- What the nightly clearing needs: to see what it clears.
create policy system_sees on idempotency for select to goldthread_app using ((select access.is_system()));
create policy system_drops on stored_file for delete to goldthread_app using (
  (select access.is_system()) and owner_kind = 'draft' and added_at < now() - interval '31 days');
