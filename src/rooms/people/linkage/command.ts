import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { bandsOf } from './bands.ts';
import { csvField } from './csv.ts';
import { linkRecords, type Linked } from './link-records.ts';
import { InputFault, type Loaded } from './load.ts';
import { loadInThreads } from './load-threads.ts';
import { reviewLines } from './review-lines.ts';

/** Where the command speaks: results to `out`, progress and problems to `err`. */
export interface Terminal {
  out: (line: string) => void;
  err: (line: string) => void;
}

const usage = 'npm run link -- --in FILE.csv --map MAP.json --out clusters.csv [--review review.csv] [--threads N]';

interface Asked {
  in: string;
  map: string;
  out: string;
  review: string | undefined;
  threads: number;
}

class UsageFault extends Error {}

function readArguments(args: readonly string[]): Asked {
  const options = {
    in: { type: 'string' },
    map: { type: 'string' },
    out: { type: 'string' },
    review: { type: 'string' },
    threads: { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (!values.in || !values.map || !values.out) throw new UsageFault('--in, --map and --out are all needed');
    const threads = Number(values.threads ?? Math.min(availableParallelism(), 8));
    if (!Number.isInteger(threads) || threads < 1) throw new UsageFault('--threads must be a whole number, 1 or more');
    return { in: values.in, map: values.map, out: values.out, review: values.review, threads };
  } catch (fault) {
    throw new UsageFault(fault instanceof Error ? fault.message : String(fault));
  }
}

function readMapFile(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    throw new InputFault([`the map ${path} is no JSON: ${fault instanceof Error ? fault.message : String(fault)}`]);
  }
}

/** Writes lines in large pieces. */
function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < 1 << 20) continue;
    writeSync(file, piece);
    piece = '';
  }
  writeSync(file, piece);
  closeSync(file);
}

/** `id,cluster,band` in the file's order; clusters are numbered as they first appear. */
function* clusterLines(loaded: Loaded, linked: Linked): Generator<string> {
  const { places, ids } = loaded;
  const bands = bandsOf(ids.length, linked.result, linked.questions);
  const rows = new Int32Array(ids.length);
  places.forEach((place, row) => (rows[place] = row));
  const numbers = new Map<number, number>();
  yield 'id,cluster,band';
  for (const [place, id] of ids.entries()) {
    const row = rows[place]!;
    const group = linked.result.clusters.of(row);
    const number = numbers.get(group) ?? numbers.size + 1;
    numbers.set(group, number);
    yield `${csvField(id)},${number},${bands[row]}`;
  }
}

function summary(loaded: Loaded, linked: Linked, began: number): string[] {
  const seconds = (performance.now() - began) / 1000;
  const groups = new Set<number>();
  for (let row = 0; row < loaded.ids.length; row++) groups.add(linked.result.clusters.of(row));
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    `records                       ${loaded.ids.length}`,
    `dates that could not be read  ${loaded.unreadDates}`,
    `pairs compared                ${linked.compared}`,
    `people found (clusters)       ${groups.size}`,
    `pairs of records joined       ${linked.joinedPairs}`,
    `expected precision of these   ${linked.expectedPrecision.toFixed(5)} (estimated without labels; threshold ${linked.threshold.toFixed(2)} log odds)`,
    `pairs for a person to review  ${linked.questions.length}`,
    `time                          ${seconds.toFixed(1)} s (${Math.round(loaded.ids.length / seconds)} records a second)`,
    `peak memory                   ${memory} MB`,
  ];
}

async function link(asked: Asked, terminal: Terminal): Promise<void> {
  const began = performance.now();
  const say = (words: string): void => terminal.err(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${words}`);
  const loaded = await loadInThreads(asked.in, readMapFile(asked.map), asked.threads, (records) => say(`read ${records} records`));
  say(`read ${loaded.ids.length} records`);
  const linked = await linkRecords(loaded.columns, { threads: asked.threads, say });
  writeLines(asked.out, clusterLines(loaded, linked));
  if (asked.review) writeLines(asked.review, reviewLines(loaded, linked));
  for (const line of summary(loaded, linked, began)) terminal.out(line);
}

/**
 * `npm run link`: links the records of a file. Answers the exit code: 0 linked; 1 the file or its map is wrong (every problem is told, nothing is
 * written); 2 the command was not understood; 3 a file could not be opened or written.
 */
export async function linkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await link(readArguments(args), terminal);
    return 0;
  } catch (fault) {
    if (fault instanceof UsageFault) {
      terminal.err(`${fault.message}\n${usage}`);
      return 2;
    }
    if (fault instanceof InputFault) {
      terminal.err(['Nothing was linked:', ...fault.problems.map((problem) => `  ${problem}`)].join('\n'));
      return 1;
    }
    if (fault instanceof Error && 'code' in fault && 'path' in fault) {
      terminal.err(`Cannot open ${String(fault.path)}: ${fault.message}`);
      return 3;
    }
    throw fault;
  }
}
