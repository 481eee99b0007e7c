/** The real program, in a process of its own, as `./start` runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectFile } from '../../src/platform/db/project-file.ts';

export interface Goldthread {
  address: string;
  process: ChildProcess;
  /** Everything it printed: the log and the few words for whoever started it. */
  printed: string[];
  /** Ends it as an operator would (SIGTERM) and waits; gives milliseconds. */
  stop(): Promise<number>;
  /** kill -9, and nothing else: what it had started lives on. */
  kill(): Promise<void>;
}

export interface Start {
  dataDir: string;
  port: number;
  env?: Readonly<Record<string, string>>;
  program?: readonly string[];
}

/** Starts the program and waits until `/ready` says so. Throws with what it printed when it ends instead, or takes more than ten minutes. */
export async function startGoldthread({ dataDir, port, env = {}, program = [] }: Start): Promise<Goldthread> {
  const built = projectFile('dist/src/web.js');
  if (!existsSync(built)) throw new Error('Nothing is built yet: run "npm run build" first.');
  const printed: string[] = [];
  const child = spawn(process.execPath, [...program, built], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), BASE_URL: `http://localhost:${port}`, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => printed.push(text.toString()));
  const address = `http://127.0.0.1:${port}`;
  await untilReady(address, child, printed);
  return {
    address,
    process: child,
    printed,
    stop: async () => {
      const from = performance.now();
      await end(child, 'SIGTERM');
      return performance.now() - from;
    },
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function untilReady(address: string, child: ChildProcess, printed: readonly string[]): Promise<void> {
  const until = performance.now() + 600_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Goldthread ended while starting:\n${printed.join('')}`);
    const answer = await fetch(`${address}/ready`, { headers: { connection: 'close' } }).catch(() => null);
    if (answer?.status === 200) return;
    if (performance.now() > until) throw new Error('Goldthread was not ready in ten minutes.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Two neighbouring ports nobody listens on now: one for the program, one for the demonstration's sign-in. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await listening(0);
    if (port < 65_000 && (await listening(port + 1).catch(() => null)) !== null) return port;
  }
}

async function listening(port: number): Promise<number> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const taken = (server.address() as AddressInfo).port;
  server.close();
  await once(server, 'close');
  return taken;
}

/** The folder measurements keep their databases in. */
export const benchFolder = (): string => join(process.env['DATA_DIR']?.trim() || '.data', 'bench');
