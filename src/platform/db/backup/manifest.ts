import { z } from 'zod';

/** The last entry of every backup: what is in it, and what must be found again after a restore. */
export const manifestShape = z.strictObject({
  format: z.literal('goldthread-backup-1'),
  /** When the copy was complete: everything acknowledged before is in it. ISO 8601, UTC. */
  completeAt: z.string(),
  postgresMajor: z.string(),
  systemIdentifier: z.string(),
  startLsn: z.string(),
  stopLsn: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  /** Rows of each table, counted just after `completeAt`. */
  rows: z.record(z.string(), z.number()),
  /** SHA-256 of each file by its path in the archive. */
  files: z.record(z.string(), z.string()),
});

export type Manifest = z.infer<typeof manifestShape>;

/** The manifest's own name in the archive. */
export const manifestName = 'goldthread-backup.json';
/** The folder of the archive that holds PostgreSQL's data directory. */
export const clusterFolder = 'postgres';
/** The folder of the archive for what else lies in DATA_DIR, such as audit checkpoints. */
export const besideFolder = 'beside';
