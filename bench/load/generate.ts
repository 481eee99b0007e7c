import { fork } from 'node:child_process';
import { once } from 'node:events';
import { projectFile } from '../../src/platform/db/project-file.ts';
import type { Plan, Sample } from './visit.ts';

/** Runs a plan in a process of its own, so that measuring does not slow what is measured more than sharing its processors does. */
export async function generate(plan: Plan): Promise<Sample[]> {
  const child = fork(projectFile('bench/load/generator.ts'), { stdio: 'inherit' });
  const ended = once(child, 'exit');
  const reported = once(child, 'message') as Promise<[Sample[]]>;
  child.send(plan);
  const samples = await Promise.race([reported.then(([all]) => all), ended.then(() => null)]);
  if (samples === null) throw new Error('The generator ended without a report.');
  await ended;
  return samples;
}
