import { mkdirSync } from 'node:fs';
import { chromium as driver } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document } from '../layout.tsx';
import { axeComplaints } from './axe.ts';
import { samplePages } from './pages.tsx';
import { chromium, hasChromium, openSampleSite } from './site.ts';
import type { SampleSite } from './site.ts';

/** Set to a folder to keep a picture of every page at both widths. */
const pictures = process.env['CONTACT_SHEET'];
const names = Object.keys(samplePages);

describe('every kind of page', () => {
  it.each(names)('%s is under 60 kB, has one h1 and no inline style', (name) => {
    const html = document(samplePages[name]!);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/\sstyle="/);
  });
});

describe.skipIf(!hasChromium)('every kind of page in a browser', () => {
  let site: SampleSite;
  let browser: Browser;
  beforeAll(async () => {
    site = await openSampleSite();
    browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox'] });
    if (pictures) mkdirSync(pictures, { recursive: true });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const complaints: string[] = [];

  async function open(width: number, javaScriptEnabled = true): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    return page;
  }

  describe.each([320, 1280])('%i px wide', (width) => {
    let page: Page;
    beforeAll(async () => {
      page = await open(width);
    });
    afterAll(async () => {
      await page?.context().close();
    });

    it.each(names)(
      '%s fits, breaks no rule of axe and none of the policy',
      async (name) => {
        complaints.length = 0;
        await page.goto(`${site.address}/${name}`);
        if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        expect(await axeComplaints(page)).toEqual([]);
        expect(complaints).toEqual([]);
      },
      30_000,
    );
  });

  it('works without JavaScript: everything that can be revealed is shown', async () => {
    const page = await open(320, false);
    await page.goto(`${site.address}/form-empty`);
    expect(await page.locator('#why-not').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Front door' }).first().isVisible()).toBe(true);
    expect(await page.locator('[data-narrow]').count()).toBe(0);
    await page.context().close();
  });

  it('prints the record and who printed it, without the way around the screen', async () => {
    const page = await open(1280);
    await page.goto(`${site.address}/child`);
    await page.emulateMedia({ media: 'print' });
    if (pictures) await page.screenshot({ path: `${pictures}/child-print.png`, fullPage: true });
    for (const shown of ['.gt-identity', '.gt-header__person', '.gt-timeline', '.gt-thread'])
      expect(await page.locator(shown).isVisible(), shown).toBe(true);
    for (const gone of ['.govuk-service-navigation', '.gt-header__sign-out', '.govuk-breadcrumbs', '.govuk-footer'])
      expect(await page.locator(gone).isVisible(), gone).toBe(false);
    await page.context().close();
  });
});
