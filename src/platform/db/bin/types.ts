import { writeFile } from 'node:fs/promises';
import { dataDictionary } from '../data-dictionary.ts';
import { projectFile } from '../project-file.ts';
import { withQuery, withScratchDatabase } from '../scratch-database.ts';
import { typesText } from '../types-print.ts';
import { orExplain } from './or-explain.ts';

await orExplain(async () => {
  const tables = await withScratchDatabase((urls) => withQuery(urls.application, dataDictionary));
  await writeFile(projectFile('src/platform/db/schema.ts'), typesText(tables));
  console.log(`src/platform/db/schema.ts: ${tables.length} tables and views.`);
});
