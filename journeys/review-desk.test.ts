import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from './stage.ts';

/** The review desk as its readers work it: by keyboard, two for twins, and nothing about anyone they have no right to. */
describe('the review desk', () => {
  let stage: Stage;
  let first: Page;
  let second: Page;
  let lead: Page;
  beforeAll(async () => {
    stage = await openStage(600);
  });
  afterAll(() => stage?.close());

  const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
  const shown = async (page: Page): Promise<number> =>
    Number(/(\d+) questions?/.exec(await page.locator('.gt-list-summary').innerText())?.[1]);

  /** Takes the question, and chooses an answer by its key once the page with the answers is there. */
  const takeAndChoose = async (page: Page, key: string, answer: string): Promise<void> => {
    await page.getByRole('button', { name: 'Take this question' }).click();
    await page.locator('input[name=answer]').first().waitFor();
    await page.waitForLoadState('load');
    await page.keyboard.press(key);
    await expect.poll(() => page.locator(`input[name=answer][value="${answer}"]`).isChecked()).toBe(true);
  };

  it('is worked by keyboard alone: take, choose, record, take back', async () => {
    first = await stage.as('Tunde Bakare');
    await stage.look(first, 'today-index');
    expect(await first.locator('main').innerText()).toMatch(/\d+ questions to read/);
    await first.goto(`${stage.address}/index/review?kind=duplicate`);
    await stage.look(first, 'review-queue');
    const before = await shown(first);
    await first.goto(`${stage.address}/index/review`);
    await first.keyboard.press('n');
    await first.waitForURL(/\/index\/review\/[0-9a-f-]{36}/);
    expect(await heading(first)).toBe('Are these one person?');
    expect(await first.locator('input[name=answer]:checked').count()).toBe(0);
    await stage.look(first, 'review-question');
    const twins = first.url();
    await first.keyboard.press('?');
    await first.waitForURL(/review\/help/);
    await stage.look(first, 'review-help');
    await first.goto(twins);
    await first.getByRole('button', { name: 'Let it go' }).press('Enter');
    await first.waitForURL(/\/index\/review$/);
    await first.goto(`${stage.address}/index/review?kind=duplicate`);
    await first.locator('main table').getByRole('link', { name: /Open/ }).first().click();
    await stage.look(first, 'review-closed');
    await first.getByRole('button', { name: 'Take this question' }).press('Enter');
    await first.locator('input[name=answer]').first().waitFor();
    await first.waitForLoadState('load');
    const asked = first.url();
    await first.keyboard.press('1');
    await expect.poll(() => first.locator('input[name=answer][value="same person"]').isChecked()).toBe(true);
    await first.keyboard.press('n');
    await expect.poll(() => first.locator('input[name=answer][value="not the same person"]').isChecked()).toBe(true);
    await first.keyboard.press('Enter');
    await first.waitForURL((url) => url.href !== asked);
    await expect.poll(() => first.locator('body').innerText()).toContain('Settled: not the same person');
    await stage.look(first, 'review-next');
    await first.keyboard.press('z');
    await first.waitForURL(asked);
    await expect.poll(() => first.locator('body').innerText()).toContain('Your answer is taken back');
    await first.keyboard.press('u');
    await first.keyboard.press('Enter');
    await expect.poll(() => first.title()).toMatch(/^Error:/);
    await stage.look(first, 'review-errors');
    await first.getByLabel(/^Why/).fill('The mother’s name would settle it');
    await first.getByRole('button', { name: 'Record it and stop' }).click();
    await first.goto(`${stage.address}/index/review?kind=duplicate`);
    expect(await shown(first)).toBe(before);
  });

  it('asks two readers about twins, and the second reads without seeing the first', async () => {
    await first.goto(`${stage.address}/index/review?harm=twins`);
    await first.locator('main table').getByRole('link', { name: /Open/ }).first().click();
    const at = first.url();
    await takeAndChoose(first, '2', 'not the same person');
    await stage.look(first, 'review-twins');
    expect(await first.locator('main').innerText()).toMatch(/has a twin, or a brother or sister born the same day/);
    await first.getByLabel('Why').fill('The initial fits the twin as well');
    await first.getByRole('button', { name: 'Record it and stop' }).click();
    await expect.poll(() => first.locator('body').innerText()).toContain('waits for a second reader');
    await first.goto(at);
    await first.getByRole('button', { name: 'Take this question' }).click();
    await expect.poll(() => first.locator('body').innerText()).toContain('Someone else has to read it now');
    second = await stage.as('Hannah Brandt');
    await second.goto(at);
    await takeAndChoose(second, '1', 'same person');
    expect(await second.locator('body').innerText()).not.toContain('The initial fits the twin');
    await second.getByLabel('Why').fill('Same mother and day');
    await second.getByRole('button', { name: 'Record it and stop' }).click();
    await expect.poll(() => second.locator('body').innerText()).toContain('waits for whoever leads the desk');
    lead = await stage.as('Chandra Perera');
    await lead.goto(at);
    await takeAndChoose(lead, '2', 'not the same person');
    await lead.getByLabel('Why').fill('The agency’s list has both twins');
    await lead.getByRole('button', { name: 'Record it and stop' }).click();
    await expect.poll(() => lead.locator('body').innerText()).toContain('Settled: not the same person');
    await lead.goto(at);
    expect(await lead.locator('main').innerText()).toContain('The initial fits the twin as well');
    await stage.look(lead, 'review-settled');
  });

  it('shows a shielded child’s question to the shield desk and to nobody else', async () => {
    const shield = await stage.as('Ruth Adler');
    await shield.goto(`${stage.address}/index/review`);
    expect(await shown(shield)).toBe(1);
    await shield.locator('main table').getByRole('link', { name: /Open/ }).first().click();
    const at = shield.url();
    await shield.getByRole('button', { name: 'Take this question' }).click();
    await stage.look(shield, 'review-shielded');
    for (const page of [first, second, lead]) {
      await page.goto(at);
      expect(await page.title()).toContain('not found');
      await page.goto(`${stage.address}/index/review?harm=shielded`);
      expect(await shown(page)).toBe(0);
    }
    await stage.look(first, 'review-empty');
  });

  it('tells how good the index is, with dates, intervals and of how many', async () => {
    const analyst = await stage.as('Meena Thakrar');
    await analyst.goto(`${stage.address}/index/quality`);
    await stage.look(analyst, 'quality-director');
    expect(await analyst.getByRole('button', { name: /Measure/ }).count()).toBe(0);
    await first.goto(`${stage.address}/index/quality`);
    await expect
      .poll(
        async () => {
          await first.reload();
          return (await first.locator('main').innerText()).includes('Joined records that are one person');
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await stage.look(first, 'quality');
    await first.getByRole('link', { name: /lives: on the roll/ }).click();
    await stage.look(first, 'quality-lives');
    await first.goto(`${stage.address}/index/quality/lives/two-births`);
    await stage.look(first, 'quality-lives-births');
  });
});
