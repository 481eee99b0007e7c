/** The generator's own process: sends each visit at its moment, however many are still unanswered, and reports every one. */
import { randomUUID } from 'node:crypto';
import { ask } from '../program/visitor.ts';
import type { Plan, Sample, Visit } from './visit.ts';

async function send(address: string, visit: Visit, due: number, samples: Sample[]): Promise<void> {
  const form = visit.form === null ? null : { ...visit.form, _csrf: visit.session.csrf, _key: randomUUID() };
  const reply = await ask(address, visit.path, visit.session, form).catch(() => null);
  const status = reply?.status ?? 0;
  samples.push({
    kind: visit.kind,
    milliseconds: performance.now() - due,
    status,
    bytes: reply?.body.length ?? 0,
    asExpected: status === visit.expect,
  });
  if (visit.next && status === visit.expect) await send(address, visit.next, performance.now(), samples);
}

async function run({ address, visits, moments }: Plan): Promise<Sample[]> {
  const samples: Sample[] = [];
  const from = performance.now() + 100;
  await Promise.all(
    moments.map(
      (moment, at) =>
        new Promise<void>((resolve) => {
          setTimeout(
            () => void send(address, visits[at % visits.length]!, from + moment, samples).then(resolve),
            from + moment - performance.now(),
          );
        }),
    ),
  );
  return samples;
}

process.once('message', (plan: Plan) => {
  void run(plan).then((samples) => process.send?.(samples, () => process.disconnect()));
});
