import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What one run of the matcher cost. */
export interface Cost {
  /** From the command's start to its end, its own start-up and reading and writing files included. */
  wallSeconds: number;
  /** Of the command and everything it started. */
  cpuSeconds: number;
  /** The most memory (VmHWM) of every process the command started, added up; npm's own is left out. Worker threads are part of their
   *  process. */
  peakBytes: number;
}

const ticksPerSecond = 100;

/** Fields of /proc/PID/stat after the command's name, which may hold spaces; empty when the process is gone. */
function stat(pid: number | 'self'): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** Processor time of all children this process has waited for, and of theirs. */
const childrensSeconds = (): number => {
  const fields = stat('self');
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / ticksPerSecond;
};

function descendants(root: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(stat(Number(name))[1] ?? 0);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (const todo = [root]; todo.length > 0;) {
    const children = parents.get(todo.pop() ?? 0) ?? [];
    found.push(...children);
    todo.push(...children);
  }
  return found;
}

function highWater(pid: number): number {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(found?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Runs `npm run link` on a file as anyone would, and watches it. Throws with the end of what it said when it fails. */
export async function runMatcher(files: { records: string; map: string; out: string }): Promise<Cost> {
  const [began, before] = [performance.now(), childrensSeconds()];
  const command = ['run', '--silent', 'link', '--', '--in', files.records, '--map', files.map, '--out', files.out];
  const child = spawn('npm', command, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-2_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const peaks = new Map<number, number>();
  const look = (): void => {
    for (const pid of descendants(child.pid ?? -1)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, highWater(pid)));
  };
  const watch = setInterval(look, 60);
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  clearInterval(watch);
  if (code !== 0) throw new Error(`npm run link ended with ${code}:\n${said}`);
  const peakBytes = [...peaks.values()].reduce((sum, bytes) => sum + bytes, 0);
  return { wallSeconds: (performance.now() - began) / 1000, cpuSeconds: childrensSeconds() - before, peakBytes };
}
