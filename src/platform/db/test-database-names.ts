import { Client } from 'pg';
import type { Login, Urls } from './embedded/index.ts';

/** The migrated database that tests' own databases are copied from. */
export const templateName = 'goldthread_template';

/** The same logins, in another database of the same server. */
export function inDatabase(urls: Urls, name: string): Urls {
  const moved = (login: Login): string => urls[login].replace(/@\/[^?]*\?/, `@/${name}?`);
  return { superuser: moved('superuser'), migrator: moved('migrator'), application: moved('application'), auditor: moved('auditor') };
}

/** Does one thing as the superuser in the database `name`. */
export async function asSuperuser<T>(urls: Urls, name: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: inDatabase(urls, name).superuser });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
