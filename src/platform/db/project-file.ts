import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'db', 'roles.sql'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('Goldthread must be run from its own folder: no db/roles.sql was found above its programs.');
    folder = above;
  }
  return folder;
}

/** The project's own folder, the same whether the program runs from `src` or from `dist`. */
export const projectRoot = findRoot();

/** A file of the project by its path from the project's folder, such as `db/roles.sql`. */
export function projectFile(path: string): string {
  return join(projectRoot, path);
}
