import { parseArgs } from 'node:util';
import { orExplain } from '../../db/bin/or-explain.ts';
import { openPool } from '../../db/pool.ts';
import { queryBuilder } from '../../db/query-builder.ts';
import { startDatabase } from '../../db/start-database.ts';
import { addFirstAdministrator } from '../first-administrator.ts';

const needed = ['agency', 'agreement', 'signed', 'dpia', 'name', 'job', 'issuer', 'subject'] as const;
const usage = `npm run first-administrator -- ${needed.map((one) => `--${one} "…"`).join(' ')}
  --agency     the authority's name           --agreement  reference of its information-sharing agreement
  --signed     the day it was signed, YYYY-MM-DD --dpia       reference of the data protection impact assessment
  --name --job who administers                --issuer --subject  their account at the sign-in provider (Entra ID: "sub" of this application)`;

await orExplain(async () => {
  const { values } = parseArgs({ options: Object.fromEntries(needed.map((one) => [one, { type: 'string' as const }])) });
  const missing = needed.filter((one) => !values[one]);
  if (missing.length > 0) throw new Error(`Missing: ${missing.map((one) => `--${one}`).join(', ')}\n\n${usage}`);
  const text = (name: (typeof needed)[number]): string => String(values[name]);
  const database = await startDatabase(process.env, (words) => console.log(words));
  const db = queryBuilder(openPool(database.url, { max: 1 }));
  try {
    const agency = {
      name: text('agency'),
      agreementReference: text('agreement'),
      agreementSignedOn: text('signed'),
      dpiaReference: text('dpia'),
    };
    await addFirstAdministrator(
      db,
      { agency, name: text('name'), jobTitle: text('job'), issuer: text('issuer'), subject: text('subject') },
      new Date(),
    );
    console.log(`${text('name')} may sign in now and administers ${text('agency')}.`);
  } finally {
    await db.destroy();
    await database.stop();
  }
});
