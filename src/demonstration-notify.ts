/** The demonstration's own message service: the fake GOV.UK Notify on this computer, with an inbox in place of the outside world. Nothing
 *  here runs in any other database. */
import { randomUUID } from 'node:crypto';
import { startFakeNotify, type FakeNotify, type FakeTemplate } from '../fakes/notify/index.ts';
import { openNotify } from './platform/notify/client.ts';
import { connectNotify } from './platform/notify/connection.ts';
import { notifySettingsFrom, templateKey } from './platform/notify/settings.ts';
import { templateNames, wordsFor } from './platform/notify/templates.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Every template as the service would hold it, under a new id. */
export function enteredTemplates(): { keys: Record<string, string>; entered: FakeTemplate[] } {
  const keys: Record<string, string> = {};
  const entered: FakeTemplate[] = [];
  for (const name of templateNames)
    for (const type of ['email', 'sms'] as const) {
      const words = wordsFor(name, type);
      if (words === null) continue;
      const id = randomUUID();
      keys[templateKey(name, type)] = id;
      entered.push({ id, type, ...words });
    }
  return { keys, entered };
}

/** Starts it (DEMO_NOTIFY_PORT, or two after PORT) and connects this process to it, unless a real one is set. Gives what ends it. */
export async function startDemonstrationNotify(
  env: Environment,
  at: { origin: string; port: number },
  say: (words: string) => void,
): Promise<() => Promise<void>> {
  if (notifySettingsFrom(env) !== null) return async () => {};
  const service = { serviceId: randomUUID(), secret: randomUUID() };
  const { keys, entered } = enteredTemplates();
  const fake = await atAnyPort(Number(env['DEMO_NOTIFY_PORT'] ?? at.port + 2), { ...service, templates: entered });
  connectNotify(openNotify({ base: fake.base, ...service, templates: keys, origin: at.origin }));
  say(`Messages that would be sent by email or text: ${fake.base}`);
  return async () => {
    connectNotify(null);
    await fake.stop();
  };
}

/** The port it is known by, or any when another process has that one. */
async function atAnyPort(port: number, start: Omit<Parameters<typeof startFakeNotify>[0], 'port'>): Promise<FakeNotify> {
  return startFakeNotify({ ...start, port }).catch(() => startFakeNotify({ ...start, port: 0 }));
}
