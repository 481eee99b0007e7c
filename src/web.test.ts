import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs, smallBrowser, toPersonaPage } from '../fakes/oidc/index.ts';
import { freshDatabase, type TestDatabase } from './platform/db/test-database.ts';
import { freePort } from './platform/identity/sign-in-trial.ts';
import { startWeb, type Running } from './web.ts';

const quiet = (): void => undefined;
const folder = mkdtempSync(join(tmpdir(), 'goldthread-web-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two neighbouring ports nobody listens on: the application's and its demonstration's sign-in. */
const ports = async () => ({ PORT: String(await freePort()), DEMO_SIGN_IN_PORT: String(await freePort()) });
const personasOf = async (origin: string): Promise<string> => {
  const browser = smallBrowser();
  return (await browser.get(await toPersonaPage(origin, browser))).text();
};
const subjectOf = (page: string, name: string): string =>
  new RegExp(`/personas/[^/]+/([0-9a-f-]{36})"(?:(?!<form).)*as ${name}`, 's').exec(page)![1]!;

describe('an empty embedded database', () => {
  const env = { DATA_DIR: folder, AUDIT_DIR: join(folder, 'audit'), SEED_CHILDREN: '40' };

  it('is filled with a demonstration at the first start, is there again at the second, and signs its people in', async () => {
    const heard: string[] = [];
    const first = await startWeb({ ...env, ...(await ports()) }, (words) => heard.push(words));
    try {
      expect(first.demonstration).toBe(true);
      const page = await personasOf(first.address);
      expect(page.match(/Sign in<span/g)!.length).toBeGreaterThanOrEqual(12);
      expect(page).toContain('invented (synthetic)');
      const { browser } = await signInAs(first.address, subjectOf(page, 'Priya Raman'));
      expect(await (await browser.get(`${first.address}/sessions`)).text()).toContain('Priya Raman');
    } finally {
      await first.stop();
    }
    expect(heard.join(' ')).toContain('40 invented children');
    await expect(fetch(`${first.address}/health`)).rejects.toThrow();
    heard.length = 0;
    const began = performance.now();
    const second = await startWeb({ ...env, ...(await ports()) }, (words) => heard.push(words));
    try {
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(heard.join(' ')).not.toContain('invented children');
      const { browser } = await signInAs(second.address, subjectOf(await personasOf(second.address), 'Helen Osei'));
      expect((await browser.get(`${second.address}/sessions`)).status).toBe(200);
    } finally {
      await second.stop();
    }
  }, 60_000);
});

describe('a server', () => {
  let db: TestDatabase;
  const running: Running[] = [];
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(async () => {
    for (const one of running) await one.stop();
    await db.drop();
  });
  const start = async (more: Record<string, string> = {}): Promise<Running> => {
    const one = await startWeb(
      {
        DATABASE_URL: db.urls.application,
        DATABASE_MIGRATION_URL: db.urls.migrator,
        AUDIT_DIR: join(folder, 'audit'),
        ...(await ports()),
        ...more,
      },
      quiet,
    );
    running.push(one);
    return one;
  };

  it('is never filled, and without sign-in settings or an address nothing starts and nothing is left listening', async () => {
    await expect(start()).rejects.toThrow('Set BASE_URL');
    await expect(start({ BASE_URL: 'https://goldthread.example' })).rejects.toThrow('Nobody could sign in');
    expect((await db.superuser.query('select from agency')).rowCount).toBe(0);
  });

  it('refuses a login that could pass the policies', async () => {
    await expect(start({ DATABASE_URL: db.urls.superuser, BASE_URL: 'https://goldthread.example' })).rejects.toThrow(
      'may not be used for the application',
    );
  });

  it('marked as a demonstration: two web processes share one sign-in and every session', async () => {
    await db.superuser.query(`insert into setting (key, value, note) values ('demonstration', 'yes', 'Invented');
      insert into agency (id, name, agency_type, agreement_reference, agreement_signed_on, dpia_reference, live_from, clauses)
        values ('00000000-0000-4000-8000-000000000001', 'Council', 'LA_SOCIAL_CARE', 'ISA', '2020-01-01', 'DPIA', '2020-01-01', '{council-work}');
      insert into staff (id, display_name, job_title, is_synthetic) values ('00000000-0000-4000-8000-000000000002', 'Invented Person', 'Officer', true), ('00000000-0000-4000-8000-000000000003', 'Real Person', 'Officer', false);
      insert into membership (staff_id, agency_id, role, valid_from) select id, '00000000-0000-4000-8000-000000000001', 'CO', '2020-01-01' from staff`);
    const [one, two] = [await start(), await start()];
    const page = await personasOf(two.address);
    expect(page).toContain('Invented Person');
    expect(page).not.toContain('Real Person');
    const { browser } = await signInAs(two.address, '00000000-0000-4000-8000-000000000002');
    for (const origin of [one.address, two.address]) expect((await browser.get(`${origin}/sessions`)).status).toBe(200);
    const { rows } = await db.superuser.query<{ n: number }>(
      `select count(*)::int as n from sign_in_identity where staff_id = '00000000-0000-4000-8000-000000000003'`,
    );
    expect(rows[0]!.n).toBe(0);
  });
});
