import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from './stage.ts';

/** From a worried teacher to a decision she can read: the front door's story, played by the people who live it. */
describe('a worried teacher', () => {
  let stage: Stage;
  let teacher: Page;
  let officer: Page;
  let manager: Page;
  let coordinator: Page;
  let lead: Page;
  let mentor: Page;
  let director: Page;
  let episodeAt = '';
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
    // The newest waits longest at the end of the list
    await officer.getByRole('link', { name: /Next/ }).click();
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

  it('becomes early help: a lead professional is found and says yes', async () => {
    coordinator = await stage.as('Farah Siddiqui');
    await coordinator.goto(`${stage.address}/families?whose=all`);
    await stage.look(coordinator, 'families');
    await manager.goto(contactAt);
    await manager.getByRole('link', { name: 'See the early help it opened' }).click();
    episodeAt = manager.url();
    await coordinator.goto(episodeAt);
    await stage.look(coordinator, 'early-help-asked');
    await coordinator.goto(`${episodeAt}/agreement`);
    await choose(coordinator, 'agreedBy', /Marisol/);
    await coordinator.locator('[name=holds][value="parental responsibility"]').check();
    await coordinator.locator('[name=howGiven][value=verbal], [name=howGiven]').first().check();
    await coordinator.locator('[name=scope]').fill('Help with food, mornings and mum’s health');
    await day(coordinator, 'agreedOn', today());
    await stage.look(coordinator, 'agreement');
    await press(coordinator, /agreement|Save|Record/);
    await coordinator.goto(`${episodeAt}/lead`);
    await choose(coordinator, 'staffId', /Tom Hennessy/);
    await coordinator.locator('[name=chosenBy]').first().check();
    await coordinator.locator('[name=note]').fill('Marisol knows you from the family hub');
    await stage.look(coordinator, 'lead-offer');
    await press(coordinator, /Ask/);
    lead = await stage.as('Tom Hennessy');
    await lead.goto(`${stage.address}/today`);
    await stage.look(lead, 'today-lead');
    await lead.goto(`${stage.address}/invitations`);
    await stage.look(lead, 'invitations');
    await accept(lead);
    await stage.look(lead, 'early-help-lead');
  });

  it('is assessed in the child’s own words, and authorised by someone else', async () => {
    await lead.goto(`${episodeAt}/assessment`);
    await press(lead, /Start the assessment/);
    await stage.look(lead, 'assessment');
    await lead
      .getByRole('link', { name: /Zarina Quillfeather/ })
      .last()
      .click();
    await lead.locator('[name=ownWords]').fill('I want breakfast with mummy');
    await lead.locator('[name=how]').first().check();
    await lead.locator('[name=share][value=yes]').check();
    await day(lead, 'seenOn', today());
    await lead.locator('[name=seenAlone][value=yes]').check();
    await stage.look(lead, 'assessment-child');
    await press(lead, /Save/);
    await lead.goto(`${episodeAt}/assessment/domains/basic-care`);
    await lead.locator('[name=strengths]').fill('Marisol is warm and asks for help');
    await lead.locator('[name=needs]').fill('No food in the house by Thursday');
    await lead.locator('[name=score]').selectOption('3');
    await stage.look(lead, 'assessment-domain');
    await press(lead, /Save/);
    await lead.goto(`${episodeAt}/assessment/needs`);
    await lead.locator('[name=needs]').first().check();
    await stage.look(lead, 'assessment-needs');
    await press(lead, /Save/);
    await lead.goto(`${episodeAt}/assessment/analysis`);
    await lead.locator('[name=soWhat]').fill('Hunger decides Zarina’s day at school');
    await lead.locator('[name=whatNext]').fill('Food first, then mum’s GP');
    await lead.locator('[name=parentComments]').fill('I am tired but I want this');
    await stage.look(lead, 'assessment-analysis');
    await press(lead, /Save/);
    await lead.goto(`${episodeAt}/assessment`);
    await press(lead, /Finish and ask/);
    await coordinator.goto(`${episodeAt}/assessment`);
    await press(coordinator, /^Authorise/);
  });

  it('brings a team around the family that meets and agrees a plan, each goal tied to an outcome', async () => {
    await lead.goto(`${episodeAt}/team`);
    await choose(lead, 'staffId', /Yusuf Farah/);
    await lead.locator('[name=part]').first().fill('family mentor');
    await stage.look(lead, 'team');
    await press(lead, /^Invite/);
    await lead.goto(`${episodeAt}/team`);
    await lead.getByText('Add someone of the family').click();
    await choose(lead, 'personId', /Marisol/);
    await lead.getByRole('button', { name: 'Add to the team' }).first().click();
    mentor = await stage.as('Yusuf Farah');
    await mentor.goto(`${stage.address}/invitations`);
    await accept(mentor);
    await lead.goto(`${episodeAt}/meetings`);
    await day(lead, 'on', today());
    await lead.locator('[name=at]').fill('15:30');
    await lead.locator('[name=venue]').fill('Family hub');
    await lead.locator('[name=kind]').first().check();
    await stage.look(lead, 'meetings');
    await press(lead, /Plan it/);
    for (const came of await lead.locator('input[name^="attended-"][value=came]').all()) await came.check();
    await lead.locator('[name=familyViews]').fill('Good to see everyone in one room');
    await lead
      .locator('[name=minutesBy]')
      .selectOption({ label: (await lead.locator('[name=minutesBy] option').filter({ hasText: 'Yusuf' }).first().textContent()) ?? '' });
    await stage.look(lead, 'meeting');
    await press(lead, /Record the meeting/);
    await lead.goto(`${episodeAt}/plan/edit`);
    await lead.locator('[name=worriedAbout]').fill('Zarina is hungry and tired');
    await lead.locator('[name=goingWell]').fill('They love each other');
    await lead.locator('[name=contingency]').fill('Ring Tom');
    await lead.locator('[name=whoToCall]').fill('Tom, 020 7946 0304');
    await press(lead, /Save the plan/);
    await lead.goto(`${episodeAt}/goals/new`);
    await press(lead, /Save the goal/);
    await stage.look(lead, 'goal-errors');
    await lead.locator('[name=familyWords]').fill('We have breakfast together every school day');
    await lead.locator('[name=outcomeId]').selectOption('O-11-1');
    await lead
      .locator('[name=baseline]')
      .fill('2')
      .catch(() => lead.locator('[name=baseline]').selectOption('2'));
    await lead
      .locator('[name=target]')
      .fill('8')
      .catch(() => lead.locator('[name=target]').selectOption('8'));
    await lead.locator('[name=howWeWillKnow]').fill('Zarina says so, and school sees it');
    await press(lead, /Save the goal/);
    await lead.goto(`${episodeAt}/plan`);
    await stage.look(lead, 'plan-draft');
    await lead
      .getByRole('link', { name: /Add an action/ })
      .first()
      .click();
    await lead.locator('[name=action]').fill('Take Zarina to breakfast club until the food bank is set up');
    await lead
      .locator('[name=owner]')
      .selectOption({ label: (await lead.locator('[name=owner] option').filter({ hasText: 'Yusuf' }).first().textContent()) ?? '' });
    await day(lead, 'dueOn', inDays(7));
    await press(lead, /Save|Add/);
    await lead.goto(`${episodeAt}/plan`);
    await day(lead, 'agreedOn', today());
    await day(lead, 'nextReviewOn', inDays(42));
    await press(lead, /[Aa]gree/);
    await lead.goto(`${episodeAt}/plan`);
    await stage.look(lead, 'plan');
    expect(await lead.locator('.gt-thread').first().innerText()).toContain('Healthy and thriving');
    await lead.goto(`${episodeAt}/plan/print`);
    await stage.look(lead, 'plan-print');
    const family = await lead.locator('main').innerText();
    expect(family).toContain('We have breakfast together every school day');
    expect(family).toContain('I want breakfast with mummy');
    expect(family).not.toContain('Anita Desai');
  });

  it('is traced by the director from the goal to the borough’s outcome, without a child’s name', async () => {
    director = await stage.as('Meena Thakrar');
    await director.goto(`${stage.address}/outcomes`);
    await stage.look(director, 'outcomes');
    await director.getByRole('link', { name: 'Healthy and thriving' }).nth(2).click();
    await stage.look(director, 'outcome');
    expect(await director.locator('main').innerText()).not.toContain('Zarina');
  });

  it('is reviewed and closed, and the child’s page tells the story to those who help', async () => {
    await lead.goto(`${episodeAt}/reviews/new`);
    await day(lead, 'heldOn', today());
    for (const now of await lead.locator('[name^="now-"]').all()) await now.selectOption('8').catch(() => now.fill('8'));
    for (const rag of await lead.locator('input[name^="rag-"]').all()) await rag.check();
    await lead.locator('[name=childViews]').fill('Breakfast is the best bit');
    await lead.locator('[name=parentViews]').fill('It is better');
    await lead.locator('[name=decision][value=close]').check();
    await stage.look(lead, 'review');
    await press(lead, /Save the review/);
    await stage.look(lead, 'close');
    await lead
      .locator('[name=code]')
      .first()
      .check()
      .catch(() => lead.locator('[name=code]').selectOption('NEEDS_MET'));
    await lead.locator('[name=summary]').fill('Breakfast every day; school keeps an eye; ring Tom');
    await lead.locator('[name=familyView]').fill('Thank you');
    await press(lead, /Ask to close/);
    await lead.goto(`${stage.address}/families`);
    await lead
      .getByRole('link', { name: /Quillfeather family/ })
      .first()
      .click();
    await lead.locator('.govuk-breadcrumbs a').nth(1).click();
    await stage.look(lead, 'family');
    await lead.locator('main a[href^="/children/"], main a[href^="/people/"]').filter({ hasText: 'Zarina' }).first().click();
    await stage.look(lead, 'child');
    await lead.goto(lead.url().replace(/\/(children|people)\//, '/chronology/'));
    await stage.look(lead, 'chronology');
    await coordinator.goto(`${episodeAt}/close`);
    await press(coordinator, /Approve closing/);
    await mentor.goto(episodeAt);
    expect(await mentor.title()).toContain('not found');
    await stage.look(mentor, 'not-found');
  });
});

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
const inDays = (count: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(Date.now() + count * 86_400_000));

/** Fills the three boxes of a date. */
async function day(page: Page, name: string, iso: string): Promise<void> {
  const [year = '', month = '', date = ''] = iso.split('-');
  await page.locator(`[name="${name}-day"]`).fill(date);
  await page.locator(`[name="${name}-month"]`).fill(month);
  await page.locator(`[name="${name}-year"]`).fill(year);
}

/** Answers the invitation about Zarina with yes. */
async function accept(page: Page): Promise<void> {
  await page.locator('section').filter({ hasText: 'Zarina' }).last().getByRole('button', { name: 'Answer' }).click();
  await page.locator('[name=answer][value=accept]').check();
  await page.locator('main').getByRole('button', { name: 'Answer' }).click();
  await page.waitForURL(/early-help/);
}

/** Chooses an option by its words from a list. */
async function choose(page: Page, name: string, words: RegExp): Promise<void> {
  const box = page.locator(`select[name="${name}"]`).first();
  const option = box.locator('option').filter({ hasText: words }).first();
  await box.selectOption(await option.getAttribute('value'));
}

/** Presses the main button of the page that says this. */
async function press(page: Page, words: RegExp): Promise<void> {
  await page.locator('main').getByRole('button', { name: words }).first().click();
  await page.waitForLoadState();
}
