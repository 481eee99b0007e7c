import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from './stage.ts';

/** Somebody on the telephone says a name as they heard it, and a contact officer types it. */
describe('finding a child', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage(600);
    page = await stage.as('Priya Raman');
  });
  afterAll(() => stage?.close());

  const search = async (typed: string, more: Record<string, string> = {}): Promise<string> => {
    await page.goto(`${stage.address}/people/find`);
    await page.getByLabel('Name, number, telephone or address').fill(typed);
    for (const [label, text] of Object.entries(more)) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel('Why are you looking?').selectOption('Answering a contact or referral');
    await page.getByLabel('In a few words, what for').fill('A call from a neighbour');
    await page.getByRole('button', { name: 'Search', exact: true }).press('Enter');
    await page.waitForLoadState();
    return page.locator('main').innerText();
  };

  it('asks for more than a name, then finds by one box, says how it was read, and lets it be put right', async () => {
    await page.goto(`${stage.address}/people/find`);
    await stage.look(page, 'find');
    expect(await search('patel')).toContain('A name alone finds too many people');
    await stage.look(page, 'find-name-alone');

    const near = await search('patel', { Area: 'HA1' });
    expect(near).toContain('Looking for the name patel, near HA1.');
    await stage.look(page, 'find-by-area');
    const row = page
      .locator('main tbody tr')
      .filter({ hasText: /\d years/ })
      .first();
    const name = (await row.locator('th').innerText()).split('\n')[0] ?? '';
    const born = /\d{1,2} \w+ \d{4}/.exec(await row.innerText())?.[0] ?? '';
    const misspelt = name.replace(/.$/, (letter) => letter + letter).toLowerCase();

    const found = await search(`${misspelt} ${born}`);
    expect(found).toContain(`Looking for the name ${misspelt}, born on ${born}.`);
    expect(await page.locator('main tbody tr').first().innerText()).toContain(name);
    expect(await page.locator('main tbody tr').first().locator('strong').count()).toBeGreaterThan(1);
    await stage.look(page, 'find-misspelt');

    await page.getByText('Not what you meant? Put it right').click();
    expect(await page.getByLabel('Child’s names').inputValue()).toBe(misspelt);
    await stage.look(page, 'find-put-right');
    await page.getByLabel('Child’s names').fill(name);
    await page.getByRole('button', { name: 'Search again' }).press('Enter');
    await page.waitForLoadState();
    expect(await page.locator('main').innerText()).toContain(`Looking for the name ${name}, born on ${born}.`);
    await page
      .getByRole('button', { name: `Open ${name}` })
      .first()
      .press('Enter');
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  });

  it('answers honestly when nobody is found', async () => {
    expect(await search('Quentin Blackadder', { Year: '2003' })).toContain('does not mean the child is unknown to every agency');
    await stage.look(page, 'find-nobody');
  });
});
