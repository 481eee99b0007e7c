/** `npm run faults`: one table; exit code 1 where a promise was not kept. */
import { printTable } from '../print-table.ts';
import { runFaults, type Outcome } from './run-faults.ts';

const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function print({ outages, found, answers, reads, audit, misses }: Outcome): void {
  printTable(
    ['Fault', 'Times', 'Away, median ms', 'Away, longest ms'],
    [...outages].map(([name, away]) => [name, away.length, Math.round(middle(away)), Math.round(Math.max(...away))]),
  );
  console.log('');
  printTable(
    ['Under them', 'Count'],
    [
      ['concerns acknowledged', found.concerns],
      ['drafts acknowledged', found.drafts],
      ['acknowledged and lost', found.lost.length],
      ['written twice', found.doubled.length],
      ['forms taken', answers.taken],
      ['told to try again (503 with Retry-After)', answers.unavailable],
      ['of these, with every word in the page', answers.wordsKept],
      ['connections refused or cut', answers.unreachable],
      ['pages read meanwhile', reads],
      ['any other answer', answers.wrong.length],
      ['broken indexes', found.brokenIndexes.length],
    ],
  );
  console.log(`\n${audit.words}`);
  for (const miss of misses) console.log(`MISSED: ${miss}`);
}

const plan = {
  applicationKills: number('APPLICATION_KILLS', 30),
  databaseKills: number('DATABASE_KILLS', 15),
  restarts: number('RESTARTS', 5),
  between: 1_000,
};
const outcome = await runFaults(plan, (words) => console.error(words));
print(outcome);
process.exitCode = outcome.misses.length === 0 ? 0 : 1;
