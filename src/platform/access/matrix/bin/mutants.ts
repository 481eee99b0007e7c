/** `npm run mutants`: makes one mistake at a time in the policies of a throw-away database and sees whether the access matrix notices.
 *  Exits with 1 where one survives that is not explained here. */
import { migrate } from '../../../db/migrate.ts';
import { openPool } from '../../../db/pool.ts';
import { scratchServer } from '../../../db/scratch-database.ts';
import { readFacts } from '../data-cells.ts';
import { allMutants, tryAll } from '../mutants.ts';
import { plantWorld } from '../world.sample.ts';

/** Survivors that are no hole, each with why. */
const explained: readonly (readonly [RegExp, string])[] = [
  [
    /^(agency|bank_holiday|clock_rule|code|hub_hours|identity_provider|identity_provider_agency|outcome|outcome_priority|outcome_wording|pathway_stage|platform_migration|priority|rate_window|retention_rule|setting|team|team_area|involvement_freshness|absence|clock|clock_extension): /,
    'reference data, or ids and dates alone: open to everyone by design, so letting more through changes nothing',
  ],
  [
    /^(audit_checkpoint|audit_seal|person_search|sign_in_attempt|stored_file|idempotency|feed): /,
    'the world holds no row of it that this would show, or the table is read through another that shuts it',
  ],
  [
    /: "only_while_working" dropped$/,
    'a second lock: the row is read through a person, contact or episode, or by a role, that is shut already to those who no longer work; where it names them itself the mutant dies',
  ],
];

const only = process.argv[2];
const server = await scratchServer();
try {
  await migrate({ url: server.urls.migrator });
  const superuser = openPool(server.urls.superuser, { max: 2 });
  const app = openPool(server.urls.application, { max: 2 });
  const world = await plantWorld(superuser);
  const facts = await readFacts(superuser, world.plant.keys.keys());
  const mutants = (await allMutants(superuser)).filter(({ name }) => !only || name.includes(only));
  const fates = await tryAll({ superuser, app }, mutants, facts, world.askers, world.plant.keys, ({ mutant, killedBy }) => {
    if (!killedBy) console.log(`survived  ${mutant.name}`);
  });
  const survivors = fates.filter(({ killedBy }) => killedBy === null);
  const unexplained = survivors.filter(({ mutant }) => !explained.some(([shape]) => shape.test(mutant.name)));
  console.log(
    `${fates.length} mutants: ${fates.length - survivors.length} killed, ${survivors.length} survived (${survivors.length - unexplained.length} explained)`,
  );
  for (const { mutant } of unexplained) console.log(`NOT EXPLAINED  ${mutant.name}`);
  process.exitCode = unexplained.length > 0 ? 1 : 0;
  await Promise.all([superuser.end(), app.end()]);
} finally {
  await server.remove();
}
