import { chromium as driver } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromium, hasChromium, openSampleSite } from '../samples/site.ts';
import type { SampleSite } from '../samples/site.ts';

describe.skipIf(!hasChromium)('the scripts that help, in a browser', () => {
  let site: SampleSite;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await openSampleSite();
    browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
    await page.clock.install({ time: new Date('2026-11-24T14:00:00Z') });
    site.drafts.length = 0;
    site.failDrafts = false;
  });

  async function open(name: string): Promise<void> {
    await page.goto(`${site.address}/${name}`);
    await page.waitForLoadState('networkidle');
  }

  const status = (): Promise<string | null> => page.locator('[data-draft-status]').textContent();

  it('saves what is typed every ten seconds, with its draft and without the key of the form', async () => {
    await open('form-empty');
    await page.fill('#story', 'Late four days\nout of five');
    await page.clock.runFor(10_100);
    await expect.poll(() => site.drafts.length).toBe(1);
    expect(site.drafts[0]!.get('story')).toBe('Late four days\nout of five');
    expect(site.drafts[0]!.get('_draft')).toBe('concern');
    expect(site.drafts[0]!.get('_csrf')).toBe('token');
    expect(site.drafts[0]!.has('_key')).toBe(false);
    await page.clock.runFor(30_000);
    expect(site.drafts).toHaveLength(1);
  });

  it('says so when saving fails, keeps the words, and tries again', async () => {
    await open('form-empty');
    site.failDrafts = true;
    await page.fill('#story', 'Tired');
    await page.clock.runFor(10_100);
    await expect.poll(status).toBe('Not saved yet. Your words are still here; we are trying again.');
    expect(await page.inputValue('#story')).toBe('Tired');
    site.failDrafts = false;
    await page.clock.runFor(10_100);
    await expect.poll(status).toContain('Saved 14:02');
    expect(site.drafts).toHaveLength(1);
  });

  it('saves when the page is left, and keeps nothing in the browser', async () => {
    await open('form-empty');
    await page.fill('#first-name', 'Amara');
    await page.goto(`${site.address}/help`);
    await expect.poll(() => site.drafts.length).toBeGreaterThan(0);
    expect(site.drafts[0]!.get('first-name')).toBe('Amara');
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });

  it('"n" presses the next button and "?" opens help, but not while someone types', async () => {
    await open('list-full');
    await page.evaluate(`document.querySelector('[data-shortcut=n]').addEventListener('click', () => { document.title = 'pulled'; })`);
    await page.focus('#level');
    await page.keyboard.press('n');
    expect(await page.title()).not.toBe('pulled');
    await page.locator('h1').click();
    await page.keyboard.press('n');
    expect(await page.title()).toBe('pulled');
    await page.keyboard.press('?');
    await page.waitForURL('**/help');
  });

  it('the shortcuts can be turned off, and stay off on the next page', async () => {
    await open('help');
    await page.getByRole('button', { name: 'Turn single-key shortcuts off' }).click();
    expect(await page.getByRole('button', { name: 'Turn single-key shortcuts on' }).isVisible()).toBe(true);
    await open('list-full');
    await page.keyboard.press('/');
    await page.clock.runFor(500);
    expect(page.url()).toContain('/list-full');
  });

  it('narrows a list already on the page and says how many are left', async () => {
    await open('list-full');
    await page.getByLabel('Show rows with').fill('zaínab');
    expect(await page.locator('#queue tbody tr:visible').count()).toBe(1);
    expect(await page.locator('[data-narrow-status]').textContent()).toBe('1 of 5 shown');
  });

  it('leaves empty questions out of the address of a filtered list', async () => {
    await open('list-full');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL('**/front-door?**');
    expect(new URL(page.url()).search).toBe('?sort=due&level=4');
  });
});
