import { chmod, mkdtemp, mkdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { startWeb, type Running } from '../src/web.ts';
import { axeComplaints } from '../src/platform/web/samples/axe.ts';

/** The whole application with its demonstration borough and local sign-in, and a real browser to walk through it. */
export interface Stage {
  address: string;
  /** Signs in as a persona of the demonstration, by name, in a browser of their own. */
  as(name: string): Promise<Page>;
  /** A token for one of the demonstration's partner systems, with this scope. */
  token(client: string, scope: string): Promise<string>;
  /** A visitor without sign-in. */
  visitor(): Promise<Page>;
  /** Checks the page as it stands with axe at 1280 and 320 px, and that nothing has to be scrolled sideways; keeps pictures in JOURNEY_PICTURES. */
  look(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Two ports side by side that are free: the application and its demonstration sign-in. */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = await listenOn(0);
    if (first && (await listenOn(first + 1))) return first;
  }
}

function listenOn(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}

/** Starts everything; `children` is the size of the demonstration borough. */
export async function openStage(children = 300): Promise<Stage> {
  const data = await mkdtemp(join(tmpdir(), 'goldthread-journey-'));
  await chmod(data, 0o755);
  const port = await freePorts();
  const running: Running = await startWeb(
    {
      ...process.env,
      PORT: String(port),
      DATA_DIR: join(data, 'data'),
      SEED_CHILDREN: String(children),
      SEED: '7',
      BASE_URL: `http://localhost:${port}`,
      LOG_LEVEL: 'warn',
    },
    () => undefined,
  );
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const contexts: BrowserContext[] = [];
  const fresh = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    return context.newPage();
  };
  return {
    address: running.address,
    visitor: fresh,
    token: (client, scope) => machineToken(port + 1, client, scope),
    as: async (name) => signIn(await fresh(), running.address, name),
    look,
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await running.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function machineToken(signInPort: number, client: string, scope: string): Promise<string> {
  const reply = await fetch(`http://localhost:${signInPort}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:demonstration`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  return ((await reply.json()) as { access_token: string }).access_token;
}

async function signIn(page: Page, address: string, name: string): Promise<Page> {
  await page.goto(`${address}/sign-in`);
  await page.locator('main a[href*="/sign-in/start"]').first().click();
  await page.locator('.govuk-summary-list__row').filter({ hasText: name }).getByRole('button').click();
  await page.waitForURL((url) => url.origin === address);
  expect(await page.locator('.gt-header__person').innerText()).toContain(name);
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  const pictures = process.env['JOURNEY_PICTURES'];
  if (pictures) await mkdir(pictures, { recursive: true });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    expect(await axeComplaints(page), `${name} at ${width} px`).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
