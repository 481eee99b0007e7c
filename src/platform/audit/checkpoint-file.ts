import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Checkpoint } from './chain.ts';

const fileOf = (folder: string): string => join(folder, 'checkpoints.jsonl');

const shape = z.object({
  position: z.number().int().positive(),
  chainHash: z.string(),
  signedAt: z.iso.datetime().transform((text) => new Date(text)),
  keyId: z.string(),
  signature: z.string(),
});

/** Adds a checkpoint to the file outside the database; it is on the disk when this returns. */
export async function appendCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  const file = await open(fileOf(folder), 'a', 0o600);
  try {
    await file.appendFile(`${JSON.stringify(checkpoint)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Every checkpoint of the file, and how many lines could not be read (a line cut by a crash is one of them). */
export async function readCheckpoints(folder: string): Promise<{ checkpoints: Checkpoint[]; unreadable: number }> {
  const text = await readFile(fileOf(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => shape.safeParse(parsed(line)));
  return {
    checkpoints: lines.flatMap((line) => (line.success ? [line.data] : [])),
    unreadable: lines.filter((line) => !line.success).length,
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
