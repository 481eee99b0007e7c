import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from './stage.ts';

/** From a worried teacher to a decision she can read: the front door's story, played by the people who live it. */
describe('a worried teacher', () => {
  let stage: Stage;
  let teacher: Page;
  let officer: Page;
  let manager: Page;
  let contactAt = '';
  let reference = '';
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  it('raises a concern once, in her own words, and gets a receipt', async () => {
    teacher = await stage.as('Anita Desai');
    await teacher.getByRole('link', { name: 'Raise a concern' }).first().click();
    await stage.look(teacher, 'concern-start');
    await teacher
      .getByRole('button', { name: 'Start' })
      .or(teacher.getByRole('link', { name: 'Start' }))
      .first()
      .click();
    await stage.look(teacher, 'concern-list-empty');
    await teacher.goto(`${stage.address}/concern/check`);
    await teacher.getByRole('button', { name: 'Send the concern' }).click();
    expect(await teacher.title()).toMatch(/^Error:/);
    await stage.look(teacher, 'concern-check-errors');
    await teacher.goto(`${stage.address}/concern/form/people/1?part=child`);
    await teacher.getByLabel('First name').fill('Zarina');
    await teacher.getByLabel('Last name').fill('Quillfeather');
    await teacher.getByLabel('Day').fill('31');
    await teacher.getByLabel('Month').fill('2');
    await teacher.getByLabel('Year').fill('2018');
    await teacher.getByRole('button', { name: 'Save and go on' }).click();
    expect(await teacher.locator('.govuk-error-summary').innerText()).toContain('Date of birth must be a real date');
    await stage.look(teacher, 'concern-person-error');
    await teacher.getByLabel('Day').fill('2');
    await teacher.getByLabel('Month').fill('3');
    await teacher.getByRole('button', { name: 'Save and go on' }).click();
    await teacher.getByRole('link', { name: 'Add an adult' }).click();
    await teacher.getByLabel('First name').fill('Marisol');
    await teacher.getByLabel('Last name').fill('Quillfeather');
    await teacher.getByLabel('Relationship to the child').fill('Mother');
    await teacher.getByRole('button', { name: 'Save and go on' }).click();
    await stage.look(teacher, 'concern-people');
    for (const section of ['safety', 'you', 'help', 'family', 'files']) {
      await teacher.goto(`${stage.address}/concern/form/${section}`);
      await stage.look(teacher, `concern-${section}`);
    }
    await teacher.goto(`${stage.address}/concern/form/worry`);
    await teacher.getByLabel('What has happened').fill('Zarina came to school hungry for the third day and fell asleep at her desk.');
    await teacher.getByLabel('What did the child say?').fill('Mummy sleeps all day');
    await stage.look(teacher, 'concern-worry');
    await teacher.getByRole('button', { name: 'Save and go on' }).click();
    await stage.look(teacher, 'concern-list');
    await teacher.getByRole('button', { name: 'Check and send' }).click();
    await stage.look(teacher, 'concern-check');
    await teacher.getByRole('button', { name: 'Send the concern' }).click();
    reference = /C-\d+/.exec(await teacher.locator('main').innerText())?.[0] ?? '';
    expect(reference).not.toBe('');
    await stage.look(teacher, 'concern-sent');
  });

  it('is seen at the front door, recognised by a person, and decided for the child', async () => {
    officer = await stage.as('Priya Raman');
    await officer.goto(`${stage.address}/front-door`);
    await stage.look(officer, 'queue');
    await officer.getByRole('link', { name: reference, exact: true }).click();
    contactAt = officer.url();
    await stage.look(officer, 'contact-new');
    for (const name of ['Zarina Quillfeather', 'Marisol Quillfeather']) {
      await officer.getByRole('link', { name: `Say who ${name} is` }).click();
      await stage.look(officer, `recognise-${name.split(' ')[0]}`);
      await officer.getByRole('button', { name: 'Record a new person' }).click();
      await officer.waitForURL(contactAt);
    }
    expect(await officer.getByRole('link', { name: /Decide for/ }).count()).toBe(0);
    manager = await stage.as('Helen Osei');
    await manager.goto(contactAt);
    await manager.getByRole('link', { name: 'Decide for Zarina Quillfeather' }).click();
    await stage.look(manager, 'decide');
    await manager.getByRole('button', { name: 'Read it through' }).click();
    await stage.look(manager, 'decide-errors');
    await manager.getByLabel('Level 2: early help').check();
    await manager.getByLabel('Neglect', { exact: true }).check();
    await manager.getByLabel('What does this mean for').fill('Zarina is hungry and tired, and it shows in her learning.');
    await manager.getByLabel('What protects').fill('Her teacher, and an aunt who collects her.');
    await manager.getByLabel('Early help (level 2, 3)').check();
    await manager.getByLabel('Why is this outcome right?').fill('Her mother has asked for help before.');
    await manager.getByRole('button', { name: 'Read it through' }).click();
    expect(await manager.locator('main').innerText()).toContain(
      'For Zarina Quillfeather we judge that extra help would stop things getting worse',
    );
    await stage.look(manager, 'decide-check');
    await manager.getByRole('button', { name: 'Confirm the decision for Zarina Quillfeather' }).click();
    await stage.look(manager, 'contact-decided');
  });

  it('tells the teacher what happened, and she reads it on her own page', async () => {
    await manager.goto(contactAt);
    await manager.getByRole('link', { name: 'Tell the referrer' }).click();
    await stage.look(manager, 'tell');
    await manager.getByLabel('On their page in Goldthread').check();
    await manager.getByRole('button', { name: 'Record it' }).click();
    await stage.look(manager, 'contact-closed');
    await teacher.goto(`${stage.address}/my-concerns`);
    await stage.look(teacher, 'my-concerns');
    await teacher.getByRole('link', { name: reference }).click();
    const page = await teacher.locator('main').innerText();
    expect(page).toContain('Early help is being offered to the family');
    expect(page).not.toContain('hungry and tired, and it shows');
    await stage.look(teacher, 'my-concern');
    await teacher.getByRole('button', { name: 'I have read this' }).click();
  });
});
