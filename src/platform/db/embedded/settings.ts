import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './place.ts';

/** How the embedded server runs. `durable: false` gives up fsync, for tests that throw the data away. */
export type SettingsChoice = { readonly durable: boolean };

function settings(place: Place, choice: SettingsChoice): Record<string, string> {
  const durability = choice.durable
    ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
    : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return {
    listen_addresses: '',
    unix_socket_directories: place.socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    password_encryption: 'scram-sha-256',
    ...durability,
    data_sync_retry: 'off',
    wal_level: 'replica',
    max_wal_senders: '0',
    max_replication_slots: '4',
    max_connections: '60',
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The log holds what happened to the server, never the text or the values of a statement: those are people's lives.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  };
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** The whole text of `postgresql.conf`. */
export function settingsText(place: Place, choice: SettingsChoice): string {
  const lines = Object.entries(settings(place, choice)).map(([name, value]) => `${name} = ${quoted(value)}`);
  return `# Written by Goldthread at every start.\n${lines.join('\n')}\n`;
}

const hostRules = `# Written by Goldthread at every start: passwords always, over the private socket only.
local all all scram-sha-256
`;

/** Whether the server was started with just these settings. */
export async function hasSettings(place: Place, choice: SettingsChoice): Promise<boolean> {
  const text = await readFile(join(place.cluster, 'postgresql.conf'), 'utf8').catch(() => '');
  return text === settingsText(place, choice);
}

/** Writes the server's settings and who may connect. */
export async function writeSettings(place: Place, choice: SettingsChoice): Promise<void> {
  await writeFile(join(place.cluster, 'postgresql.conf'), settingsText(place, choice));
  await writeFile(join(place.cluster, 'pg_hba.conf'), hostRules);
}
