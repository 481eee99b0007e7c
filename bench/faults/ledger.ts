/** What the application said it had done, written down outside the database and on the disk before anything else happens. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

export type Entry =
  | { readonly kind: 'concern'; readonly mark: string; readonly id: string }
  | { readonly kind: 'draft'; readonly staffId: string; readonly saved: number };

export interface Ledger {
  write(entry: Entry): void;
  close(): void;
}

/** Opens a ledger; an entry is on the disk when `write` returns. */
export function openLedger(file: string): Ledger {
  const open = openSync(file, 'a', 0o600);
  return {
    write: (entry) => {
      writeSync(open, `${JSON.stringify(entry)}\n`);
      fsyncSync(open);
    },
    close: () => closeSync(open),
  };
}

/** Every entry of a ledger, in order. */
export const readLedger = (file: string): Entry[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);
