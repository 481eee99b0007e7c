-- Readies a primary for one synchronous replica. Run as a superuser, once, before make-replica.sh; then restart the primary where
-- wal_level or max_wal_senders changed. With remote_apply a commit returns only when the replica shows it: a shield that has been set
-- is never missed by a search there, and a primary that dies takes no acknowledged decision with it.
alter system set wal_level = 'replica';
alter system set max_wal_senders = '5';
alter system set wal_keep_size = '1GB';
do $$ begin
  if not exists (select from pg_roles where rolname = 'goldthread_replication') then
    create role goldthread_replication login replication;
  end if;
end $$;
