import { orExplain } from '../../db/bin/or-explain.ts';
import { embeddedPostgres, knownPlace, runningEmbedded } from '../../db/embedded/index.ts';
import { openPool } from '../../db/pool.ts';
import { queryBuilder } from '../../db/query-builder.ts';
import { chooseDatabase } from '../../db/urls.ts';
import { auditFolder } from '../audit-folder.ts';
import { verifyAudit } from '../verify.ts';

/** Finds a login that may read the audit: the auditor's where there is one. */
async function findDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const nothing = (): Promise<void> => Promise.resolve();
  const named = process.env['DATABASE_AUDIT_URL'];
  if (named) return { url: named, stop: nothing };
  const choice = chooseDatabase(process.env);
  if (choice.kind === 'server') return { url: choice.application, stop: nothing };
  const place = await knownPlace(choice.dataDir);
  if (place === null) throw new Error(`There is no database in ${choice.dataDir}.`);
  const running = await runningEmbedded(place);
  if (running) return { url: running.auditor, stop: nothing };
  const server = await embeddedPostgres({ dataDir: choice.dataDir, log: () => undefined });
  return { url: server.urls.auditor, stop: () => server.stop() };
}

await orExplain(async () => {
  const database = await findDatabase();
  const db = queryBuilder(openPool(database.url, { max: 1, statementLimit: 600_000 }));
  try {
    const began = performance.now();
    const found = await verifyAudit(db, auditFolder(process.env), new Date());
    const counted = (number: number): string => number.toLocaleString('en-GB');
    console.log(
      `${counted(found.sealed)} events sealed, ${counted(found.unsealed)} waiting (oldest ${found.oldestUnsealedSeconds.toFixed(1)} s).`,
    );
    console.log(
      found.vouchedFor > 0
        ? `${counted(found.checkpoints)} checkpoints; the file outside the database vouches for the first ${counted(found.vouchedFor)}.`
        : 'No checkpoint outside the database was found: a chain that was cut short or made anew could not be told.',
    );
    for (const problem of found.problems) console.log(`PROBLEM: ${problem}`);
    console.log(
      found.problems.length === 0
        ? `The audit is whole (${((performance.now() - began) / 1_000).toFixed(1)} s).`
        : 'The audit is NOT whole. Keep this database as it is and tell the privacy officer.',
    );
    process.exitCode = found.problems.length === 0 ? 0 : 2;
  } finally {
    await db.destroy();
    await database.stop();
  }
});
