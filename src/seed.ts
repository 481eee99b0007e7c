import { embeddedPostgres, knownPlace, runningEmbedded } from './platform/db/embedded/index.ts';
import { orExplain } from './platform/db/bin/or-explain.ts';
import { migrate } from './platform/db/migrate.ts';
import { chooseDatabase, migratorOf } from './platform/db/urls.ts';
import { seedBorough } from './demonstration.sample.ts';

const log = (message: string): void => console.log(message);

async function seed(url: string): Promise<void> {
  await migrate({ url, log });
  await seedBorough(url, process.env, new Date(), log);
}

async function seedEmbedded(dataDir: string): Promise<void> {
  const place = await knownPlace(dataDir);
  const running = place === null ? null : await runningEmbedded(place);
  if (running !== null) return await seed(running.migrator);
  const server = await embeddedPostgres({ dataDir, log });
  try {
    await seed(server.urls.migrator);
  } finally {
    await server.stop();
  }
}

await orExplain(async () => {
  const choice = chooseDatabase(process.env);
  await (choice.kind === 'server' ? seed(migratorOf(choice)) : seedEmbedded(choice.dataDir));
});
