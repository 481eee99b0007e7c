#!/bin/sh
# Makes the replica in FOLDER the primary, when the old one is lost: promote.sh FOLDER
# Make sure first that the old primary is really gone: two primaries are two truths. Then point DATABASE_URL and
# DATABASE_MIGRATION_URL at this server, leave DATABASE_REPLICA_URL out, restart web and worker, and make a new replica.
set -eu
bin=${PG_BIN:-/usr/lib/postgresql/15/bin}
"$bin/pg_ctl" --pgdata "$1" --wait promote
