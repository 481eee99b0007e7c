import { embeddedPostgres, knownPlace, runningEmbedded } from '../embedded/index.ts';
import { migrate } from '../migrate.ts';
import { chooseDatabase, migratorOf } from '../urls.ts';
import { orExplain } from './or-explain.ts';

const log = (message: string): void => console.log(message);

async function migrateEmbedded(dataDir: string): Promise<readonly string[]> {
  const place = await knownPlace(dataDir);
  const running = place === null ? null : await runningEmbedded(place);
  if (running !== null) return await migrate({ url: running.migrator, log });
  const server = await embeddedPostgres({ dataDir, log });
  try {
    return await migrate({ url: server.urls.migrator, log });
  } finally {
    await server.stop();
  }
}

await orExplain(async () => {
  const choice = chooseDatabase(process.env);
  const applied = choice.kind === 'server' ? await migrate({ url: migratorOf(choice), log }) : await migrateEmbedded(choice.dataDir);
  log(applied.length === 0 ? 'The database is up to date.' : `${applied.length} migrations applied.`);
});
