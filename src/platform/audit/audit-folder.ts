import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where checkpoints are kept outside the database: AUDIT_DIR, or `audit` in DATA_DIR. For a real authority, another machine's disk. */
export function auditFolder(env: Environment): string {
  const named = env['AUDIT_DIR']?.trim();
  return resolve(named || join(env['DATA_DIR']?.trim() || '.data', 'audit'));
}
