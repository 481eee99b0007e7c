import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Clock ticks to milliseconds, as Linux counts them on every machine in use. */
const tick = 10;

interface Stat {
  pid: number;
  parent: number;
  milliseconds: number;
}

function statOf(pid: string): Stat | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return { pid: Number(pid), parent: Number(fields[1]), milliseconds: (Number(fields[11]) + Number(fields[12])) * tick };
  } catch {
    return null;
  }
}

/** Milliseconds of processor the program and its database have used so far, of the processes that run now. */
export function processorTime(program: number, dataDir: string): { program: number; database: number } {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid) ?? []);
  const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const sum = (of: readonly Stat[]): number => of.reduce((so, { milliseconds }) => so + milliseconds, 0);
  return {
    program: sum(all.filter(({ pid }) => pid === program)),
    database: sum(all.filter(({ pid, parent }) => pid === postmaster || parent === postmaster)),
  };
}
