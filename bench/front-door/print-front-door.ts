/** `npm run bench front-door`: the intake and the queue, one table; exit code 1 where a promise was not kept. `HALF=intake` or `HALF=queue`
 *  measures one of them. */
import { printTable } from '../print-table.ts';
import { intakeRows, runIntake } from './intake.ts';
import { queueRows, runQueue } from './queue.ts';

const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
const say = (words: string): void => console.error(words);
const half = process.env['HALF'] ?? 'both';
const rows: string[][] = [];
const misses: string[] = [];

if (half !== 'queue') {
  const intake = await runIntake({ perSecond: number('RATE', 100), seconds: number('SECONDS', 60), kills: number('KILLS', 10) }, say);
  rows.push(...intakeRows(intake).map((row) => row.map(String)));
  misses.push(...intake.misses);
}
if (half !== 'intake') {
  const queue = await runQueue(
    {
      children: number('CHILDREN', 100_000),
      open: number('OPEN', 500),
      perSecond: number('QUEUE_RATE', 10),
      seconds: number('SECONDS', 60),
    },
    say,
  );
  rows.push(...queueRows(queue));
  misses.push(...queue.misses);
}
printTable(['Front door', 'Measured'], rows);
for (const miss of misses) console.log(`MISSED: ${miss}`);
process.exitCode = misses.length === 0 ? 0 : 1;
