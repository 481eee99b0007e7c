import { spawn, spawnSync } from 'node:child_process';
import { chmod, chown, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { loginRoles, type Login, type Urls } from '../embedded/passwords.ts';
import { ensureRoles } from '../embedded/roles.ts';
import { asUser, whoRunsIt, type RunAs } from '../embedded/run-as.ts';
import { migrate } from '../migrate.ts';
import { openPool } from '../pool.ts';
import { projectFile } from '../project-file.ts';
import { queryBuilder } from '../query-builder.ts';
import type { TestDatabase } from '../test-database.ts';

/** For tests: a primary and its synchronous replica, made by the scripts of db/replica with PostgreSQL's own programs in `bin`. */
export interface Pair {
  primary: TestDatabase;
  /** The application's login on the replica. */
  replicaUrl: string;
  /** Kills every process of the primary at once, as a lost machine does. */
  killPrimary(): Promise<void>;
  /** Makes the replica the primary, by the script. */
  promote(): Promise<void>;
  /** A superuser's pool on what was the replica, to look at what really stands there. */
  replica: TestDatabase['superuser'];
  remove(): Promise<void>;
}

interface Ground {
  bin: string;
  home: string;
  runAs: RunAs;
}

function run(ground: Ground, program: string, args: readonly string[]): Promise<void> {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', PG_BIN: ground.bin };
  const child = spawn(program, args, { ...asUser(ground.runAs), cwd: ground.home, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} ended with ${code}: ${said}`))));
  });
}

const urlAt = (sockets: string, port: number, login: Login): string =>
  `postgres://${loginRoles[login]}@/goldthread?host=${encodeURIComponent(sockets)}&port=${port}`;
const ports = { primary: 5432, replica: 5433 };

const script = (ground: Ground, name: string): string => join(ground.home, name);

/** The scripts stand where the user who runs PostgreSQL may read them, whoever the project belongs to. */
async function copyScripts(ground: Ground): Promise<void> {
  for (const name of ['prepare-primary.sql', 'make-replica.sh', 'promote.sh'])
    await copyFile(projectFile(`db/replica/${name}`), script(ground, name));
}

async function makePrimary(ground: Ground): Promise<Urls> {
  const folder = join(ground.home, 'primary');
  await run(ground, join(ground.bin, 'initdb'), ['-D', folder, '-U', 'postgres', '-k', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust']);
  const settings = `listen_addresses = ''\nunix_socket_directories = '${ground.home}'\nport = ${ports.primary}\nmax_connections = 60\nlog_min_error_statement = panic\n`;
  await writeFile(join(folder, 'postgresql.conf'), settings);
  await run(ground, join(ground.bin, 'pg_ctl'), ['-D', folder, '-l', join(ground.home, 'primary.log'), '-w', 'start']);
  const url = (login: Login): string => urlAt(ground.home, ports.primary, login);
  const urls = { superuser: url('superuser'), migrator: url('migrator'), application: url('application'), auditor: url('auditor') };
  const client = new Client({ connectionString: urls.superuser.replace('/goldthread?', '/postgres?') });
  await client.connect();
  await client.query('create database goldthread');
  await client.end();
  await run(ground, join(ground.bin, 'psql'), [
    `host=${ground.home} port=${ports.primary} user=postgres dbname=postgres`,
    '-qf',
    script(ground, 'prepare-primary.sql'),
  ]);
  await run(ground, join(ground.bin, 'pg_ctl'), ['-D', folder, '-w', '-l', join(ground.home, 'primary.log'), 'restart']);
  const inside = new Client({ connectionString: urls.superuser });
  await inside.connect();
  await ensureRoles(inside);
  await inside.end();
  await migrate({ url: urls.migrator });
  return urls;
}

function kill(ground: Ground, folder: string): void {
  const listed = spawnSync('sh', ['-c', `pid=$(head -1 ${folder}/postmaster.pid) && kill -9 $pid $(ps -o pid= --ppid $pid)`]);
  if (listed.status !== 0) throw new Error(`The server of ${folder} could not be killed: ${String(listed.stderr)}`);
}

/** Makes both servers in a folder of their own. Takes some seconds. */
export async function makePair(bin: string): Promise<Pair> {
  const home = await mkdtemp(join(tmpdir(), `goldthread-pair-${process.pid}-`));
  const ground: Ground = { bin, home, runAs: whoRunsIt(join(home, 'primary')) };
  await chmod(home, 0o755);
  if (ground.runAs) await chown(home, ground.runAs.uid, ground.runAs.gid);
  await copyScripts(ground);
  const urls = await makePrimary(ground);
  const replicaFolder = join(home, 'replica');
  await run(ground, script(ground, 'make-replica.sh'), [
    `host=${home} port=${ports.primary} user=postgres`,
    replicaFolder,
    String(ports.replica),
    home,
  ]);
  const pools = {
    owner: openPool(urls.migrator, { max: 2, role: 'goldthread_owner' }),
    app: openPool(urls.application, { max: 10 }),
    superuser: openPool(urls.superuser, { max: 2 }),
  };
  const replica = openPool(urlAt(home, ports.replica, 'superuser'), { max: 2 });
  const primary: TestDatabase = { name: 'goldthread', urls, ...pools, db: queryBuilder(pools.app), drop: async () => undefined };
  let isPrimaryUp = true;
  return {
    primary,
    replica,
    replicaUrl: urlAt(home, ports.replica, 'application'),
    killPrimary: async () => {
      isPrimaryUp = false;
      kill(ground, join(home, 'primary'));
    },
    promote: () => run(ground, script(ground, 'promote.sh'), [replicaFolder]),
    remove: async () => {
      await Promise.allSettled([...Object.values(pools).map((pool) => pool.end()), replica.end()]);
      for (const folder of isPrimaryUp ? ['replica', 'primary'] : ['replica'])
        await run(ground, join(bin, 'pg_ctl'), ['-D', join(home, folder), '-m', 'immediate', 'stop']).catch(() => undefined);
      await rm(home, { recursive: true, force: true });
    },
  };
}
