/** `npm run bench figures`: one table; exit code 1 where a page of figures took longer than was promised. */
import { printTable } from '../print-table.ts';
import { runFigures } from './run-figures.ts';

const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
/** Milliseconds within which 95 of 100 pages of figures are answered. */
const promised = 100;

const outcome = await runFigures(number('CHILDREN', 100_000), number('TIMES', 200), (words) => console.error(words));
const many = (count: number): string => count.toLocaleString('en-GB');
console.log(`${many(outcome.children)} children, ${many(outcome.contacts)} contacts, ${many(outcome.lines)} lines.`);
console.log(`Counting everything anew took ${outcome.wholeSeconds.toFixed(1)} s, what changed ${outcome.againSeconds.toFixed(2)} s.`);
printTable(
  ['Page', 'p50 ms', 'p95 ms', 'worst ms'],
  outcome.rows.map((row) => [row.what, row.p50, row.p95, row.worst]),
);
const misses = outcome.rows.filter((row) => row.p95 > promised);
for (const miss of misses) console.log(`MISSED: ${miss.what}: p95 ${miss.p95} ms, promised ${promised}`);
process.exitCode = misses.length === 0 ? 0 : 1;
