import { resolve } from 'node:path';
import { restoreBackup } from '../backup/restore.ts';
import { chooseDatabase } from '../urls.ts';
import { orExplain } from './or-explain.ts';

const log = (message: string): void => console.log(message);

await orExplain(async () => {
  const file = process.argv[2];
  if (file === undefined) throw new Error('Name the backup: DATA_DIR=new-folder npm run restore -- FILE.tar');
  const choice = chooseDatabase(process.env);
  if (choice.kind === 'server') throw new Error('A server is restored with its own tools: see docs/running/backup-and-restore.md.');
  const from = performance.now();
  const done = await restoreBackup({ file: resolve(file), dataDir: choice.dataDir, log });
  for (const moved of done.moved) log(`  ${moved}`);
  log(
    `Restored to ${resolve(choice.dataDir)} as it was at ${done.manifest.completeAt}, and proved in ${((performance.now() - from) / 1000).toFixed(1)} s:`,
  );
  log(
    `${Object.keys(done.manifest.files).length} files by SHA-256, ${done.rows} rows in ${done.tables} tables, ${done.indexes} indexes against their tables, the migrations.`,
  );
});
