/** `npm run bench NAME`: runs one measurement; it prints one table and exits with 1 where a stated target is missed. */
const measurements: Readonly<Record<string, () => Promise<unknown>>> = {
  journey: () => import('./journey/print-journey.ts'),
  faults: () => import('./faults/print-faults.ts'),
  index: () => import('./index/print-index.ts'),
  shield: () => import('./shield/print-shield.ts'),
  'front-door': () => import('./front-door/print-front-door.ts'),
  figures: () => import('./figures/print-figures.ts'),
  link: () => import('./link/print-link.ts'),
};

const name = process.argv[2] ?? '';
const measurement = measurements[name];
if (measurement) await measurement();
else {
  console.log(`npm run bench NAME, where NAME is one of: ${Object.keys(measurements).join(', ')}`);
  process.exitCode = 2;
}
