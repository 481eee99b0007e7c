#!/bin/sh
# Makes a streaming replica of a primary in an empty folder and makes the primary wait for it.
# Run as the user who owns PostgreSQL's files:
#   make-replica.sh PRIMARY FOLDER PORT [SOCKET_FOLDER]
# PRIMARY is how a superuser reaches the primary ("host=db1 port=5432 user=postgres"); the replica itself connects as
# goldthread_replication, for which the primary's pg_hba.conf needs a line. PG_BIN names PostgreSQL's programs
# (default /usr/lib/postgresql/15/bin). Passwords come from PGPASSFILE or the environment, never from here.
set -eu
primary=$1 folder=$2 port=$3 sockets=${4:-/var/run/postgresql}
bin=${PG_BIN:-/usr/lib/postgresql/15/bin}
streaming=$(printf '%s' "$primary" | sed 's/user=[^ ]*/user=goldthread_replication/')

"$bin/pg_basebackup" --dbname "$streaming application_name=goldthread_replica" --pgdata "$folder" \
  --wal-method stream --checkpoint fast --create-slot --slot goldthread_replica --write-recovery-conf
{
  echo "port = $port"
  echo "unix_socket_directories = '$sockets'"
  echo "hot_standby = on"
  echo "hot_standby_feedback = on"
  echo "synchronous_standby_names = ''"
} >> "$folder/postgresql.auto.conf"
"$bin/pg_ctl" --pgdata "$folder" --log "$folder/server.log" --wait start

# Only now: a primary that waits for a replica that is not there takes no writes.
"$bin/psql" "$primary dbname=postgres" -qc "alter system set synchronous_standby_names = 'goldthread_replica'" \
  -c "alter system set synchronous_commit = 'remote_apply'" -c "select pg_reload_conf()" > /dev/null
