import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from './stage.ts';

/** The story of a school roll with bad rows: mapped, previewed, tried, run in shadow, agreed by two, loaded; what was sent back is put right. */
describe('a feed with bad rows', () => {
  let stage: Stage;
  let officer: Page;
  let second: Page;
  let feed = '';
  let file = '';
  beforeAll(async () => {
    stage = await openStage();
    officer = await stage.as('Tunde Bakare');
    second = await stage.as('Hannah Brandt');
  });
  afterAll(() => stage?.close());

  const heading = 'Pupil ref;First;Last;Birthday;Gender;House;Post code;Started';
  const rows = [
    'EL-1;Wilhelmina;Featherstonehaugh;04/03/2015;F;3 Plover Close;HA1 3QQ;03/09/2025',
    'EL-2;Zoë;Vantongeren;30/02/2014;F;8 Linnet Way;HA3 5AB;04/09/2024',
    'EL-3;;;02/11/2012;M;;HA;05/09/2023',
    'EL-4;Kasimir;Brandreth;17/05/2013;M;"12, The Mews";ha2 7dd;04/09/2024',
  ];
  const words = (page: Page): Promise<string> => page.locator('main').innerText();
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  /** Waits until the page itself, kept live, says so; no button is pressed. */
  const says = async (page: Page, text: string): Promise<void> => {
    await page.getByText(text).first().waitFor({ timeout: 60_000 });
  };
  const send = async (name: string, content: string): Promise<string> => {
    await officer.goto(`${stage.address}${feed}/upload`);
    await officer.getByLabel('The CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await press(officer, 'Upload');
    await officer.waitForURL(/\/preview$/);
    return new URL(officer.url()).pathname.replace(/\/preview$/, '');
  };
  const step = async (page: Page, label: string): Promise<void> => {
    await page.goto(`${stage.address}${feed}`);
    await page.getByLabel(label).check();
    await page.getByLabel('Why?').fill('Read with the school and found right');
    await press(page, 'Save this step');
  };

  it('sees every feed, how fresh it is, and sets up a new one under its agreement', async () => {
    await officer.goto(`${stage.address}/today`);
    await officer.getByRole('link', { name: 'Feeds' }).click();
    await officer.waitForURL(/\/index\/feeds$/);
    expect(await words(officer)).toContain('School rolls, nightly');
    expect(await words(officer)).toContain('Late');
    await stage.look(officer, 'feeds-list');
    await officer.getByRole('link', { name: 'School rolls, nightly', exact: true }).click();
    await officer.waitForURL(/\/index\/feeds\/[0-9a-f-]+$/);
    await stage.look(officer, 'feeds-one');
    await officer.getByRole('button', { name: 'Drift by month' }).click();
    await officer.waitForURL(/\/drift$/);
    expect(await words(officer)).toContain('Sent back');
    await stage.look(officer, 'feeds-drift');
    await officer.goto(`${stage.address}/index/feeds/new`);
    await stage.look(officer, 'feeds-new');
    const school = officer.getByLabel('Whose feed is it?');
    await school.selectOption({ index: 1 });
    await officer.getByLabel('School roll', { exact: true }).check();
    await officer.getByLabel('Name, as people say it').fill('Roll of Elm Tree School');
    await officer.getByLabel('Reference of the agreement').fill('ISA-2026-31');
    await officer.getByLabel('What are the facts used for?').fill('To tell who works with a child');
    await officer.getByLabel('Why may they be shared?').fill('Children Act 2004, sections 10 and 11');
    await officer.getByLabel('Whom does it tell about?').fill('Pupils of Elm Tree School');
    await press(officer, 'Set up as a draft');
    await officer.waitForURL(/\/mapping$/);
    feed = new URL(officer.url()).pathname.replace(/\/mapping$/, '');
  });

  it('maps a file whose columns have names of their own, and previews it with every problem in its place', async () => {
    file = await send('elm-tree.csv', [heading, ...rows].join('\r\n'));
    expect(await words(officer)).toContain('The mapping names columns the file has not got');
    await officer.getByRole('button', { name: 'Change how columns are read' }).click();
    await officer.getByLabel('How are dates written?').selectOption('DD/MM/YYYY');
    const columns: Record<string, string> = {
      localId: 'Pupil ref',
      givenName: 'First',
      familyName: 'Last',
      dateOfBirth: 'Birthday',
      sex: 'Gender',
      line1: 'House',
      postcode: 'Post code',
      startedOn: 'Started',
    };
    for (const field of ['upn', 'middleName', 'knownAs', 'line2', 'town', 'phone', 'endedOn'])
      await officer.locator(`#column-${field}`).fill('');
    for (const [field, column] of Object.entries(columns)) await officer.locator(`#column-${field}`).fill(column);
    await stage.look(officer, 'feeds-mapping');
    await press(officer, 'Save and preview');
    await officer.waitForURL(/\/preview$/);
    const shown = await words(officer);
    expect(shown).toContain('Wilhelmina');
    expect(shown).toContain('Date of birth is no date like DD/MM/YYYY');
    expect(shown).toContain('The row names nobody');
    expect(shown).not.toContain('Plover Close');
    await stage.look(officer, 'feeds-preview');
  });

  it('tries it, runs it in shadow, and two people agree that it goes live', async () => {
    await press(officer, /Dry run/);
    await says(officer, 'What this file would do');
    expect(await words(officer)).toContain('Would be recorded as someone not known before');
    await stage.look(officer, 'feeds-dry-run');
    await step(officer, 'Put it in shadow');
    await officer.goto(`${stage.address}${file}`);
    await press(officer, 'Run it in shadow');
    await says(officer, 'What would have happened, had the feed been live');
    await officer.getByRole('link', { name: 'Read examples of what would have happened' }).click();
    await stage.look(officer, 'feeds-examples');
    await step(officer, 'Ask for it to go live');
    expect(await words(officer)).toContain('Someone else of the index desk agrees');
    await step(second, 'Agree that it goes live');
    expect(await words(second)).toContain('Files change the index');
  });

  it('loads the good rows, sends the bad ones back with reasons, and takes them when they are put right', async () => {
    await officer.goto(`${stage.address}${file}`);
    await press(officer, 'Load it');
    await says(officer, 'What this file did');
    const did = await words(officer);
    expect(did).toMatch(/Recorded as someone not known before\s+2/);
    expect(did).toContain('The row names nobody');
    await stage.look(officer, 'feeds-loaded');
    const coming = officer.waitForEvent('download', { timeout: 120_000 });
    await officer.getByRole('link', { name: 'Download the rows that were sent back' }).click();
    const path = await (await coming).path();
    const back = (await readFile(path, 'utf8')).replace('\uFEFF', '');
    expect(back).toContain('Why it was sent back');
    expect(back).toContain('The postcode is not a full one, like HA1 2XY');
    const corrected = back.replace('30/02/2014', '28/02/2014').replace('EL-3,,,', 'EL-3,Anselm,Okonedo,').replace(',HA,', ',HA1 1AA,');
    file = await send('elm-tree-corrected.csv', corrected);
    await officer.goto(`${stage.address}${file}`);
    await press(officer, 'Load it');
    await says(officer, 'What this file did');
    expect(await words(officer)).toContain('No row was sent back');
  });

  it('shows on the child’s page that the school has them on its roll, and from which feed', async () => {
    await officer.goto(`${stage.address}/people/find`);
    await officer.getByLabel('Name, number, telephone or address').fill('Zoe Vantongeren 28/02/2014');
    await officer.getByLabel('Why are you looking?').selectOption({ index: 1 });
    await officer.getByLabel('In a few words, what for').fill('To see whether the roll arrived');
    await press(officer, /^(Search|Find)/);
    await officer.getByRole('button', { name: /open/i }).first().click();
    await officer.goto(`${officer.url().replace(/\/(involved)?$/, '')}/involved`);
    const involved = await words(officer);
    expect(involved).toContain('On school roll');
    expect(involved).toContain('Roll of Elm Tree School');
    await stage.look(officer, 'feeds-involved');
  });
});
