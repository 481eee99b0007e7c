import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from './stage.ts';

/** A night at one address, from the police's own system to a decision: seven agencies are asked, each in its own browser, and each
 *  answers in its own way. What one of them has not released is on nobody else's page. */
describe('seven agencies and one decision', () => {
  let stage: Stage;
  let officer: Page;
  let manager: Page;
  let contactAt = '';
  let enquiryAt = '';
  const people: Record<string, Page> = {};
  beforeAll(async () => {
    stage = await openStage(300);
  });
  afterAll(() => stage?.close());

  const main = (page: Page): Promise<string> => page.locator('main').innerText();
  const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
  const follow = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('link', { name }).first().click();
  const child = 'Zarina Quillfeather';
  const secret = 'The tenancy officer writes this and nobody else reads it yet';

  const notification = {
    policeRef: 'HX-2026-774410',
    incidentAt: new Date(Date.now() - 6 * 3_600_000).toISOString(),
    incidentType: 'DA',
    location: { line1: '14 Sorrel Row', town: 'Harrow', postcode: 'HA1 9ZZ' },
    circumstances: 'Neighbours heard shouting; officers found a broken door and two frightened people.',
    persons: [
      { role: 'child present', givenName: 'Zarina', familyName: 'Quillfeather', dateOfBirth: '2019-04-02', sex: 'F' },
      {
        role: 'victim',
        givenName: 'Marisol',
        familyName: 'Quillfeather',
        safeContact: { never: ['text'], onlyBy: 'phone', onlyFrom: '10:00', onlyTo: '14:00' },
      },
    ],
    dashRisk: 'high',
  };

  it('begins with a notification from the police’s own system, which becomes a contact on the day’s list', async () => {
    const token = await stage.token('demonstration-police', 'police.notify');
    const send = async (): Promise<{ id: string }> => {
      const reply = await fetch(`${stage.address}/api/v1/police/notifications`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(notification),
      });
      expect(reply.status, await reply.clone().text()).toBeLessThan(300);
      return (await reply.json()) as { id: string };
    };
    const { id } = await send();
    expect((await send()).id, 'the same again is the same receipt').toBe(id);
    officer = await stage.as('Priya Raman');
    const listed = async (): Promise<string> => {
      await officer.goto(`${stage.address}/front-door/police`);
      return main(officer);
    };
    await expect.poll(listed, { timeout: 30_000 }).toContain(notification.policeRef);
    await stage.look(officer, 'police-list');
    await follow(officer, new RegExp(notification.policeRef));
    await stage.look(officer, 'police-incident');
    expect(await main(officer)).toContain('10:00');
    contactAt = `${stage.address}/front-door/contacts/${officer.url().split('/').at(-1)}`;
  });

  it('is recognised, and the hub is asked: rated red by a person, with seven agencies each asked once', async () => {
    await officer.goto(contactAt);
    for (const name of [child, 'Marisol Quillfeather']) {
      await officer.getByRole('link', { name: `Say who ${name} is` }).click();
      await press(officer, 'Record a new person');
      await officer.waitForURL(contactAt);
    }
    await officer.goto(`${contactAt}/hub`);
    await stage.look(officer, 'hub-open');
    expect(await officer.locator('input[name=rag]:checked').count(), 'no colour is chosen beforehand').toBe(0);
    await press(officer, 'Open the enquiry');
    await stage.look(officer, 'hub-open-errors');
    await officer.locator('input[name=rag][value=RED]').check();
    await officer.getByLabel('Why is it this urgent?').fill('A child saw the door broken in');
    await officer.getByLabel('What is the picture needed for?').fill('We need to know who is at risk at home tonight.');
    await officer.locator('input[name=familyTold][value="not told"]').check();
    await officer.getByLabel('If they are not told, why').fill('It could raise the risk to Marisol');
    await press(officer, 'Open the enquiry');
    await officer.waitForURL(/\/front-door\/hub\/[0-9a-f-]{36}\/ask/);
    enquiryAt = officer.url().replace('/ask', '');
    const asked: Record<string, RegExp> = {
      police: /Borough police/,
      health: /community health/,
      education: /Larkspur Primary School/,
      housing: /Council housing/,
      probation: /Probation/,
      'adult-mental-health': /adult mental health/,
      'domestic-abuse': /Safe Ground/,
    };
    for (const [set, name] of Object.entries(asked)) {
      const select = officer.locator(`select[name=to-${set}]`);
      const options = await select.locator('option').allInnerTexts();
      const label = options.find((one) => name.test(one));
      expect(label, `${set}: ${options.join(' | ')}`).toBeDefined();
      await select.selectOption({ label: label! });
    }
    await officer
      .getByLabel('Why does telling them this do the child')
      .fill('Each may know of harm at home; none is told more than it needs');
    await stage.look(officer, 'hub-ask');
    await press(officer, 'Ask them');
    expect(await main(officer)).toContain('7 agencies are asked');
    await stage.look(officer, 'hub-enquiry-asked');
  });

  it('each agency reads its own request and nothing else of the contact', async () => {
    const names: Record<string, string> = {
      police: 'Sarah Whitlock',
      health: 'Grace Mensah',
      education: 'Anita Desai',
      housing: 'Yusuf Demir',
      probation: 'Delroy Fairweather',
      mind: 'Ruth Abelson',
      abuse: 'Leila Haddad',
    };
    for (const [key, name] of Object.entries(names)) {
      const page = (people[key] = await stage.as(name));
      await page.goto(`${stage.address}/asked-of-us`);
      await follow(page, new RegExp(child));
      const text = await main(page);
      expect(text, name).toContain('We need to know who is at risk at home tonight.');
      expect(text, `${name} reads nothing of what the police told`).not.toContain('broken door');
    }
    await stage.look(people['health']!, 'asked-request');
    await people['probation']!.goto(`${stage.address}/asked-of-us`);
    await stage.look(people['probation']!, 'asked-list');
  });

  it('three answer in full, one knows nothing, one declines with a reason, one keeps a return unreleased, one says nothing at all', async () => {
    for (const [key, words] of [
      ['police', 'Two calls to this address in March'],
      ['health', 'Zarina was brought to every appointment'],
      ['education', 'Zarina has been quiet since the autumn'],
    ] as const) {
      const page = people[key]!;
      await press(page, 'Answer the questions');
      await page.locator('input[name=reach]').first().check();
      await page.locator('textarea[name$="-words"]').first().fill(words);
      if (key === 'health') await stage.look(page, 'answer');
      await press(page, /Read it through/);
      if (key === 'health') await stage.look(page, 'answer-check');
      await press(page, 'Release it to the hub');
    }
    const probation = people['probation']!;
    await follow(probation, new RegExp(child));
    await follow(probation, 'We know nothing of them');
    await stage.look(probation, 'nothing-known');
    await press(probation, 'Tell the hub: nothing known');
    const mind = people['mind']!;
    await follow(mind, 'We do not share this');
    await mind.locator('input[name=reason]').first().check();
    await mind.getByLabel('What should the hub know').fill('The person asked us not to, and nobody is at risk from what we hold');
    await stage.look(mind, 'decline');
    await press(mind, 'Tell the hub');
    const housing = people['housing']!;
    await press(housing, 'Answer the questions');
    await housing.locator('input[name=reach]').first().check();
    await housing.locator('textarea[name$="-words"]').first().fill(secret);
    await press(housing, /Read it through/);
    expect(await main(housing)).toContain(secret);
  });

  it('the picture shows what was released, says who is missing, and never what is not released', async () => {
    for (const view of ['', '?view=timeline']) {
      await officer.goto(enquiryAt + view);
      const text = await main(officer);
      expect(text).toContain('Two calls to this address in March');
      expect(text).toContain('quiet since the autumn');
      expect(text).not.toContain(secret);
      expect(text).toContain('Council housing');
    }
    await officer.goto(enquiryAt);
    await stage.look(officer, 'hub-picture');
    await officer.goto(`${enquiryAt}?view=timeline`);
    await stage.look(officer, 'hub-timeline');
    await officer.goto(`${stage.address}/front-door/hub`);
    await stage.look(officer, 'hub-list');
    expect(await main(officer)).not.toContain(secret);
  });

  it('the decision waits for answers or a reason, and red does not end in no further action by one manager', async () => {
    manager = await stage.as('Helen Osei');
    const decide = async (): Promise<void> => {
      await manager.goto(contactAt);
      await follow(manager, `Decide for ${child}`);
    };
    const fill = async (level: RegExp, outcome: RegExp, why: string): Promise<void> => {
      await manager.getByLabel(level).check();
      await manager.getByLabel('Domestic abuse', { exact: false }).first().check();
      await manager.getByLabel('What does this mean for').fill('Zarina hears it through the wall and does not sleep.');
      await manager.getByLabel('What protects').fill('Her grandmother, two streets away.');
      await manager.getByLabel(outcome).check();
      await manager.getByLabel('Why is this outcome right?').fill(why);
      await press(manager, 'Read it through');
    };
    await decide();
    await fill(/Level 2/, /Advice given/, 'Advice may do');
    expect(await main(manager)).toMatch(/not answered/);
    await stage.look(manager, 'decide-waits');
    await manager.goto(enquiryAt);
    await manager.getByText('Go on without those missing').click();
    await manager.getByLabel('Why is it decided without them?').fill('The clock is at three hours and what is known is enough');
    await press(manager, 'Go on without them');
    await decide();
    await fill(/Level 2/, /Advice given/, 'Advice may do');
    expect(await main(manager)).toMatch(/second manager/);
    await decide();
    await fill(/Level 4/, /Immediate strategy discussion/, 'Likely significant harm tonight');
    await manager.locator('select[name=primaryNeed]').selectOption({ index: 1 });
    if (await manager.getByRole('button', { name: 'Read it through' }).count()) await press(manager, 'Read it through');
    await stage.look(manager, 'decide-check-hub');
    await press(manager, `Confirm the decision for ${child}`);
    await stage.look(manager, 'contact-decided-hub');
  });

  it('tells the agencies that answered what became of it', async () => {
    await officer.goto(enquiryAt);
    await follow(officer, /Tell the agencies that answered/);
    await stage.look(officer, 'hub-tell');
    await officer.locator('main textarea').first().fill('A strategy discussion is called for tonight.');
    await press(officer, /Tell/);
    const health = people['health']!;
    await health.goto(`${stage.address}/asked-of-us?list=all`);
    await follow(health, new RegExp(child));
    expect(await main(health)).toContain('What became of it');
    await stage.look(health, 'asked-outcome');
  });
});
