/** `npm run bench front-door`: one table; exit code 1 where a promise was not kept. */
import { printTable } from '../print-table.ts';
import { intakeRows, runIntake } from './intake.ts';

const number = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
const say = (words: string): void => console.error(words);

const intake = await runIntake({ perSecond: number('RATE', 100), seconds: number('SECONDS', 60), kills: number('KILLS', 10) }, say);
printTable(['Front door', 'Measured'], intakeRows(intake));
const misses = [...intake.misses];
for (const miss of misses) console.log(`MISSED: ${miss}`);
process.exitCode = misses.length === 0 ? 0 : 1;
