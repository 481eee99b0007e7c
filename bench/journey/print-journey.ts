/** `npm run bench journey`: how long people wait, at three rates, on a borough of 100,000 children; exit code 1 where a target is missed. */
import { printTable } from '../print-table.ts';
import { percentile } from '../load/arrivals.ts';
import type { Sample } from '../load/visit.ts';
import { runJourney, type Measured } from './run-journey.ts';

interface Promised {
  what: string;
  target: number;
  openCrvs: string;
}

/** Milliseconds that 95 of 100 must stay under at 50 requests a second, beside what OpenCRVS publishes for the nearest thing it does. */
const promised: Readonly<Record<string, Promised>> = {
  search: { what: 'search by name', target: 50, openCrvs: '57' },
  queue: { what: 'front door queue', target: 40, openCrvs: '39' },
  record: { what: "child's record", target: 100, openCrvs: '159' },
  contact: { what: 'contact, with matches', target: 100, openCrvs: '159' },
  draft: { what: 'draft saved', target: 150, openCrvs: '–' },
  concern: { what: 'concern sent', target: 150, openCrvs: '338' },
  note: { what: 'note added', target: 150, openCrvs: '338' },
};
const targetRate = 50;
const largestPage = 60_000;

const whole = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

function rowsOf({ rate, samples }: Measured): string[][] {
  return Object.entries(promised).map(([kind, { what, target, openCrvs }]) => {
    const of = samples.filter((sample) => sample.kind === kind);
    const times = of.map((sample) => sample.milliseconds);
    return [
      `${rate}/s`,
      what,
      String(of.length),
      ...[0.5, 0.95, 0.99].map((share) => whole(percentile(times, share))),
      String(of.filter((sample) => !sample.asExpected).length),
      rate === targetRate ? String(target) : '–',
      openCrvs,
      (Math.max(0, ...of.map((sample) => sample.bytes)) / 1_000).toFixed(1),
    ];
  });
}

function missesOf({ rate, samples }: Measured): string[] {
  const wrong = samples.filter((sample) => !sample.asExpected);
  const large = samples.filter((sample) => sample.bytes > largestPage);
  return [
    ...(wrong.length > 0
      ? [`${wrong.length} of ${samples.length} answers at ${rate}/s were not what they should be: ${statuses(wrong)}`]
      : []),
    ...(large.length > 0
      ? [
          `${large.length} pages at ${rate}/s were over ${largestPage / 1_000} kB: ${[...new Set(large.map((sample) => sample.kind))].join(', ')}`,
        ]
      : []),
    ...(rate === targetRate
      ? Object.entries(promised).flatMap(([kind, { what, target }]) => {
          const reached = percentile(
            samples.filter((sample) => sample.kind === kind).map((sample) => sample.milliseconds),
            0.95,
          );
          return reached > target ? [`${what}: 95 of 100 within ${whole(reached)} ms at ${rate}/s, ${target} ms promised`] : [];
        })
      : []),
  ];
}

const statuses = (samples: readonly Sample[]): string =>
  [...Map.groupBy(samples, (sample) => `${sample.kind} ${sample.status}`)].map(([name, all]) => `${name} x ${all.length}`).join(', ');

const { measured, borough, audited } = await runJourney(
  {
    children: Number(process.env['CHILDREN'] ?? 100_000),
    rates: (process.env['RATES'] ?? '25,50,100').split(',').map(Number),
    seconds: Number(process.env['SECONDS'] ?? 60),
  },
  (words) => console.error(words),
);
const byEarlier = borough.wasThere ? ' by an earlier run' : '';
console.log(
  `${borough.children.toLocaleString('en-GB')} children, loaded in ${borough.loadedInSeconds.toFixed(1)} s${byEarlier}. ` +
    'Times in ms from the moment a request was due.\n',
);
printTable(
  ['Rate', 'What', 'Requests', 'p50', 'p95', 'p99', 'Errors', 'Target p95', 'OpenCRVS p95', 'Largest kB'],
  measured.flatMap(rowsOf),
);
console.log(
  `\n${audited.events.toLocaleString('en-GB')} audit events were written for ${audited.answers.toLocaleString('en-GB')} answers.`,
);
const misses = [...measured.flatMap(missesOf), ...(audited.events < audited.answers ? ['fewer audit events than answers'] : [])];
for (const miss of misses) console.log(`MISSED: ${miss}`);
process.exitCode = misses.length === 0 ? 0 : 1;
