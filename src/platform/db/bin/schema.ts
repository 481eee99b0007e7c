import { writeFile } from 'node:fs/promises';
import { projectFile } from '../project-file.ts';
import { schemaText } from '../schema-print.ts';
import { withQuery, withScratchDatabase } from '../scratch-database.ts';
import { orExplain } from './or-explain.ts';

await orExplain(async () => {
  const text = await withScratchDatabase((urls) => withQuery(urls.superuser, schemaText));
  await writeFile(projectFile('db/schema.txt'), text);
  console.log(`db/schema.txt: ${text.split('\n').length - 1} lines.`);
});
