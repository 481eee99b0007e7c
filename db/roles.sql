-- Goldthread's roles. Run once by a database administrator, connected to Goldthread's own (empty) database, as a
-- superuser or as a role that may create roles and owns the database; run again after an upgrade. Running it twice
-- changes nothing. Passwords are set apart (docs/running/deploy.md): alter role goldthread_app password '...'.
--
--   goldthread_owner     no login   owns the database and everything in it; row-level security is forced on it too
--   goldthread_migrator  login      becomes the owner to run migrations, nothing else
--   goldthread_app       login      what web and worker use; owns nothing, cannot pass row-level security
--   goldthread_auditor   login      reads the audit trail
--   goldthread_search    no login   owns the one name-search function
--   goldthread_access    no login   owns the relationship functions the policies call
--   goldthread_fold      no login   owns the functions that make a person of what was asserted, join people and part them
--   goldthread_sealed    no login   owns the functions of the sealed cross-references of adopted children

do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('goldthread_owner', false), ('goldthread_migrator', true), ('goldthread_app', true),
      ('goldthread_auditor', true), ('goldthread_search', false), ('goldthread_access', false),
      ('goldthread_fold', false), ('goldthread_sealed', false)
    ) as r(name, may_login)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I', wanted.name);
    end if;
    -- A login that is a member of a role may become it and has none of its rights unasked (the same on 15 and 16+).
    -- The owner alone has the rights of the roles it hands functions to, so that later migrations can replace them.
    execute format('alter role %I nocreatedb nocreaterole %s', wanted.name,
      case when wanted.may_login then 'login noinherit' else 'nologin inherit' end);
    if exists (select from pg_roles where rolname = current_user and rolsuper) then
      execute format('alter role %I nosuperuser nobypassrls noreplication', wanted.name);
    end if;
  end loop;
end $$;

grant goldthread_owner, goldthread_search, goldthread_access, goldthread_fold, goldthread_sealed to goldthread_migrator;
-- To hand a function to the role that shall own it, and to replace it later, the owner is a member of that role.
grant goldthread_search, goldthread_access, goldthread_fold, goldthread_sealed to goldthread_owner;

-- One reading of time everywhere: the application says Europe/London where the law does.
alter role goldthread_migrator set timezone = 'UTC';
alter role goldthread_app set timezone = 'UTC';
alter role goldthread_auditor set timezone = 'UTC';

do $$
declare
  here text := current_database();
  is_superuser boolean := (select rolsuper from pg_roles where rolname = current_user);
begin
  -- Whoever is no superuser must be able to become the owner for a moment to give the database away.
  if not is_superuser then
    execute format('grant goldthread_owner, goldthread_search, goldthread_access, goldthread_fold, goldthread_sealed to %I', current_user);
  end if;
  execute format('revoke all on database %I from public', here);
  execute format('grant connect on database %I to goldthread_migrator, goldthread_app, goldthread_auditor', here);
  revoke all on schema public from public;
  execute 'grant usage on schema public to goldthread_app, goldthread_auditor';
  execute 'grant usage, create on schema public to goldthread_search, goldthread_access';
  execute 'grant usage on schema public to goldthread_fold, goldthread_sealed';
  execute 'alter schema public owner to goldthread_owner';
  execute format('alter database %I owner to goldthread_owner', here);
  -- A new function may be called by those it is granted to, not by everybody.
  execute 'alter default privileges for role goldthread_owner revoke execute on functions from public';
  execute 'alter default privileges for role goldthread_search revoke execute on functions from public';
  execute 'alter default privileges for role goldthread_access revoke execute on functions from public';
  execute 'alter default privileges for role goldthread_fold revoke execute on functions from public';
  execute 'alter default privileges for role goldthread_sealed revoke execute on functions from public';
  if not is_superuser then
    execute format('revoke goldthread_owner, goldthread_search, goldthread_access, goldthread_fold, goldthread_sealed from %I', current_user);
  end if;
end $$;
