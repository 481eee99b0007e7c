/** `node bench/link/generate.ts --out FOLDER [--shape borough|twin-heavy|national] [--children N] [--twins N] [--boroughs N] [--seed N]
 *  [--identifiers]`: a made-up population as five partner agencies hold it. records.csv and map.json are for a matcher; truth.csv is for
 *  whoever scores it. */
import { parseArgs } from 'node:util';
import { makePopulation } from './make-population.ts';

const shapes = {
  borough: { children: 49_000, twinsPerThousand: 15, boroughs: 1 },
  'twin-heavy': { children: 20_000, twinsPerThousand: 300, boroughs: 1 },
  national: { children: 430_000, twinsPerThousand: 15, boroughs: 9 },
} as const;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    shape: { type: 'string', default: 'borough' },
    children: { type: 'string' },
    twins: { type: 'string' },
    boroughs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    identifiers: { type: 'boolean', default: false },
  },
});
const shape = shapes[values.shape as keyof typeof shapes];
if (!values.out || !shape) {
  console.error(`--out FOLDER is needed; --shape is one of: ${Object.keys(shapes).join(', ')}`);
  process.exitCode = 2;
} else {
  const began = performance.now();
  const made = makePopulation(values.out, {
    children: Number(values.children ?? shape.children),
    twinsPerThousand: Number(values.twins ?? shape.twinsPerThousand),
    boroughs: Number(values.boroughs ?? shape.boroughs),
    seed: Number(values.seed),
    identifiers: values.identifiers,
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${made.records} records of ${made.children} children in ${values.out}, ${seconds} s`);
}
