import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from './stage.ts';

/** The story of those who are turned away: the other school, the curious, the one with a conflict, the administrator, the one who left. */
describe('the denied', () => {
  let stage: Stage;
  let manager: Page;
  let officer: Page;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  const nobody = '7d0c2b1e-3f5a-4c6d-8e9f-0a1b2c3d4e5f';
  /** What a person reads at an address, without the header, where their own name stands. */
  const readAt = async (page: Page, path: string): Promise<string> => {
    await page.goto(`${stage.address}${path}`);
    return page.locator('main').innerText();
  };
  const firstHref = async (page: Page, path: string, start: string): Promise<string> => {
    await page.goto(`${stage.address}${path}`);
    return (await page.locator(`main a[href^="${start}"]`).first().getAttribute('href')) ?? '';
  };

  it('a school sees only its own: a concern, a child and a family of others are not there', async () => {
    const teacher = await stage.as('Anita Desai');
    const other = await stage.as('Gareth Pugh');
    await teacher.goto(`${stage.address}/concern/form/people/1?part=child`);
    await teacher.getByLabel('First name').fill('Rosalind');
    await teacher.getByLabel('Last name').fill('Vantongeren');
    await teacher.getByRole('button', { name: 'Save and go on' }).click();
    await teacher.goto(`${stage.address}/concern/form/worry`);
    await teacher.getByLabel('What has happened').fill('She says nobody is at home in the evenings.');
    await teacher.getByRole('button', { name: 'Save and go on' }).click();
    await teacher.goto(`${stage.address}/concern/check`);
    await teacher.getByRole('button', { name: 'Send the concern' }).click();
    await teacher.waitForURL(/concern\/sent/);
    await teacher.goto(`${stage.address}/my-concerns`);
    const concern =
      (await teacher.getByRole('row').filter({ hasText: 'Rosalind Vantongeren' }).getByRole('link').first().getAttribute('href')) ?? '';
    expect(await readAt(teacher, concern)).toContain('nobody is at home');

    const missing = await readAt(other, `/my-concerns/${nobody}`);
    expect(missing).toContain('Page not found');
    await stage.look(other, 'denied-not-found');
    expect(await readAt(other, concern)).toBe(missing);
    expect(await readAt(other, '/my-concerns')).not.toContain('Vantongeren');

    const lead = await stage.as('Tom Hennessy');
    const episode = await firstHref(lead, '/families', '/early-help/');
    expect(episode).not.toBe('');
    const family = await firstHref(lead, '/today', '/families/');
    const child = await firstHref(lead, family, '/children/');
    expect(await readAt(lead, child)).not.toContain('Page not found');
    for (const path of [episode, `${episode}/plan`, `${episode}/plan/print`, `${episode}/assessment`, family, child])
      expect(await readAt(other, path), path).toBe(missing);
  });

  it('a hidden child is on the screen exactly what no child is', async () => {
    const desk = await stage.as('Ruth Adler');
    await desk.goto(`${stage.address}/shield`);
    await stage.look(desk, 'denied-shield-desk');
    const row = desk.getByRole('row').filter({ hasText: 'Not findable' }).filter({ hasNotText: 'waits' }).first();
    const id = ((await row.locator('a[href^="/shield/people/"]').first().getAttribute('href')) ?? '').split('/').pop() ?? '';
    const name = (await row.locator('td, th').first().innerText()).trim();
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await readAt(desk, `/shield/people/${id}`)).toContain(name);

    manager = await stage.as('Helen Osei');
    const missing = await readAt(manager, `/children/${nobody}`);
    for (const path of ['/children/', '/people/']) expect(await readAt(manager, `${path}${id}`)).toBe(missing);
    for (const path of ['/involved', '/emergency', '/correct', '/conflict'])
      expect(await readAt(manager, `/people/${id}${path}`), path).toBe(await readAt(manager, `/people/${nobody}${path}`));
    expect(await readAt(manager, `/chronology/${id}`)).toBe(await readAt(manager, `/chronology/${nobody}`));
    await stage.look(manager, 'denied-hidden-child');

    const [given = '', ...family] = name.split(' ');
    const found = async (first: string, last: string): Promise<string> => {
      await manager.goto(`${stage.address}/people/find`);
      await manager.getByLabel('Name, number, telephone or address').fill(`${first} ${last}`);
      await manager.getByLabel('Area').fill('ZZ9 9ZZ');
      await manager.getByLabel('Why are you looking?').selectOption('Working with this child or family');
      await manager.getByLabel('In a few words, what for').fill('Asked by a colleague');
      await manager.getByRole('button', { name: 'Search', exact: true }).click();
      return manager.locator('main').innerHTML();
    };
    const asked = await found(given, family.join(' '));
    expect(asked).not.toContain(id);
    await stage.look(manager, 'denied-search');
  });

  it('whoever knows a child privately says so, and the record is closed to them at once', async () => {
    const worker = await stage.as('Joanna Kowalczyk');
    await worker.goto(`${stage.address}/today`);
    const child = await firstHref(worker, '/today', '/children/');
    const id = child.split('/')[2] ?? '';
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await readAt(worker, `/people/${id}`)).not.toContain('Page not found');
    await worker.goto(`${stage.address}/people/${id}/conflict`);
    await stage.look(worker, 'denied-conflict');
    await worker.getByLabel('A neighbour').check();
    await worker.getByRole('button', { name: 'Close this record to me' }).click();
    const missing = await readAt(worker, `/children/${nobody}`);
    for (const path of ['/children/', '/people/']) expect(await readAt(worker, `${path}${id}`)).toBe(missing);
    expect(await worker.goto(`${stage.address}/people/${id}/emergency`).then((answer) => answer?.status())).toBe(404);
    expect(await readAt(worker, '/today')).not.toContain(id);
  });

  it('an emergency opens a closed record with a reason, the privacy officer is told, and reviews it', async () => {
    const teamManager = await stage.as('Marcus Bailey');
    const restricted = (await firstHref(teamManager, '/restrictions', '/restrictions/')).split('/').pop() ?? '';
    expect(restricted).toMatch(/^[0-9a-f-]{36}$/);
    const worker = await stage.as('Joanna Kowalczyk');
    expect(await readAt(worker, `/people/${restricted}`)).toContain('Page not found');
    await worker.goto(`${stage.address}/people/${restricted}/emergency`);
    await stage.look(worker, 'denied-emergency');
    await worker.getByRole('button', { name: 'Open the record now' }).click();
    expect(await worker.locator('.govuk-error-summary').innerText()).toContain('Say what cannot wait');
    await stage.look(worker, 'denied-emergency-error');
    await worker.getByLabel('What cannot wait?').fill('A neighbour heard shouting and the child ran out without shoes');
    await worker.getByRole('button', { name: 'Open the record now' }).click();
    expect(await worker.locator('main').innerText()).toContain('The privacy officer has been told');
    expect(await readAt(worker, `/people/${restricted}`)).not.toContain('Page not found');

    const privacy = await stage.as('Peter Lindqvist');
    expect(await readAt(privacy, '/alerts')).toMatch(/emergency/i);
    await stage.look(privacy, 'denied-alerts');
    await privacy.goto(`${stage.address}/emergency-access`);
    await stage.look(privacy, 'denied-emergency-list');
    await privacy.getByRole('row').filter({ hasText: 'ran out without shoes' }).getByRole('link').first().click();
    await stage.look(privacy, 'denied-emergency-review');
    await privacy.locator('main input[type=radio]').first().check();
    await privacy
      .locator('main textarea, main input[type=text]')
      .first()
      .fill('The call is in the log of the night; the worker acted rightly.');
    await privacy.locator('main form button').last().click();
    expect(await readAt(privacy, '/emergency-access')).toContain('the worker acted rightly');
  });

  it('an administrator reads no case content', async () => {
    const administrator = await stage.as('Amir Haddad');
    const lead = await stage.as('Tom Hennessy');
    const episode = await firstHref(lead, '/families', '/early-help/');
    for (const path of [
      '/front-door',
      '/families',
      episode,
      '/referrals',
      '/people/find',
      '/shield',
      '/audit',
      '/emergency-access',
      `/children/${nobody}`,
    ]) {
      expect(await readAt(administrator, path), path).toContain('You do not have access');
    }
    await stage.look(administrator, 'denied-no-access');
  });

  it('signing out ends it: the back button shows nothing', async () => {
    officer = await stage.as('Daniel Okafor').catch(() => stage.as('Priya Raman'));
    await officer.goto(`${stage.address}/front-door`);
    const queue = await officer.locator('main').innerText();
    await officer.getByRole('button', { name: 'Sign out' }).click();
    await officer.waitForLoadState();
    await officer.goBack().catch(() => null);
    await officer.waitForTimeout(300);
    expect(await officer.locator('body').innerText()).not.toContain(queue.slice(0, 40));
    await officer.goto(`${stage.address}/front-door`);
    expect(new URL(officer.url()).pathname).toBe('/sign-in');
  });

  it('a session that is revoked is out at the next click', async () => {
    officer = await stage.as('Priya Raman');
    expect(await readAt(officer, '/front-door')).not.toContain('Sign in');
    const administrator = await stage.as('Amir Haddad');
    await administrator.goto(`${stage.address}/administration/sessions`);
    await stage.look(administrator, 'denied-sessions');
    for (const row of await administrator
      .getByRole('row')
      .filter({ hasText: 'Priya Raman' })
      .all()
      .then((rows) => rows.slice(0, 1)))
      await row.getByRole('button').first().click();
    await administrator.waitForLoadState();
    for (let more = await administrator.getByRole('row').filter({ hasText: 'Priya Raman' }).count(); more > 0; more -= 1) {
      await administrator.getByRole('row').filter({ hasText: 'Priya Raman' }).first().getByRole('button').first().click();
      await administrator.waitForLoadState();
    }
    await officer.goto(`${stage.address}/front-door`);
    expect(new URL(officer.url()).pathname).toBe('/sign-in');
  });
});
