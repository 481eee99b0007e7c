import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { takeBackup } from '../backup/take.ts';
import { embeddedPostgres, knownPlace, runningEmbedded } from '../embedded/index.ts';
import { chooseDatabase } from '../urls.ts';
import { orExplain } from './or-explain.ts';

const log = (message: string): void => console.log(message);

function fileFor(dataDir: string, now: Date): string {
  const named = process.argv[2];
  return resolve(named ?? join(dataDir, 'backups', `goldthread-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.tar`));
}

await orExplain(async () => {
  const choice = chooseDatabase(process.env);
  if (choice.kind === 'server')
    throw new Error('A server is backed up with its own tools (pg_basebackup, pgBackRest): see docs/running/backup-and-restore.md.');
  const place = await knownPlace(choice.dataDir);
  if (place === null) throw new Error(`There is no database in ${choice.dataDir}.`);
  const file = fileFor(place.dataDir, new Date());
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const running = await runningEmbedded(place);
  const server = running === null ? await embeddedPostgres({ dataDir: choice.dataDir, log }) : null;
  try {
    const manifest = await takeBackup({ place, url: (running ?? server!.urls).superuser, file });
    log(
      `${file}\nHolds everything acknowledged before ${manifest.completeAt}: ${Object.keys(manifest.rows).length} tables, ${Object.keys(manifest.files).length} files.`,
    );
  } finally {
    await server?.stop();
  }
});
