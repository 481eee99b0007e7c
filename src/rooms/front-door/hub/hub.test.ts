import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rooms } from '../../../app.ts';
import { testNow } from '../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { openEnquiry } from './actions/open-enquiry.ts';
import { hubScene, type HubScene, type SceneContact } from './scene.sample.ts';

const later = (minutes: number): Date => new Date(testNow.getTime() + minutes * 60_000);

/** An enquiry from opening to closing, through the real server and the real policies. */
describe('a hub enquiry', () => {
  let scene: HubScene;
  let site: Visits;
  let now = testNow;
  beforeAll(async () => {
    scene = await hubScene();
    site = await visits(scene.cast, rooms, () => now);
  });
  afterAll(async () => {
    await site.end();
    await scene.end();
  });

  const opened = async (contact: SceneContact, rag = 'AMBER'): Promise<string> => {
    const answer = await site.post(scene.officer, `/front-door/contacts/${contact.id}/hub`, {
      rag,
      reason: 'Police were there twice.',
      purpose: 'We need to know who looks after her.',
      familyTold: 'told',
    });
    expect(answer.statusCode).toBe(303);
    return String(answer.headers['location']).split('/')[3] ?? '';
  };
  const asks = async (enquiry: string, contact: SceneContact, fields: Record<string, string | string[]>): Promise<void> => {
    const answer = await site.post(scene.officer, `/front-door/hub/${enquiry}/ask`, {
      people: [contact.childNamed, contact.motherNamed],
      whatWeAsk: 'Who looks after her?',
      because: 'They may keep her safe.',
      ...fields,
    });
    expect(answer.statusCode, answer.body).toBe(303);
  };
  const requestTo = async (enquiry: string, agencyId: string) =>
    scene.cast.behind
      .selectFrom('information_request')
      .selectAll()
      .where('enquiry_id', '=', enquiry)
      .where('agency_id', '=', agencyId)
      .executeTakeFirstOrThrow();
  const enquiryRow = (id: string) => scene.cast.behind.selectFrom('hub_enquiry').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const clocks = (id: string) =>
    scene.cast.behind.selectFrom('clock').selectAll().where('subject_id', '=', id).orderBy('rule_key').execute();
  const decides = async (contact: SceneContact, who: HubScene['manager'], facts: Record<string, string> = {}): Promise<string> => {
    const at = `/front-door/contacts/${contact.id}/children/${contact.childNamed}`;
    const written = await site.post(who, `${at}/decide`, {
      level: '2',
      factors: ['16A'],
      analysis: 'Hungry and tired.',
      protective: 'An aunt.',
      outcomeCode: 'ADVICE',
      rationale: 'School can help.',
      _version: '1',
      ...facts,
    });
    expect(written.statusCode, written.body).toBe(303);
    return at;
  };

  it('says what the rules suggest and rates nothing by itself', async () => {
    const contact = await scene.contact({ immediate_danger: true });
    const page = await site.get(scene.officer, `/front-door/contacts/${contact.id}/hub`);
    expect(page.body).toContain('The rules suggest red, because the referrer believes the child is in immediate danger');
    expect(page.body).not.toContain('checked');
    const empty = await site.post(scene.officer, `/front-door/contacts/${contact.id}/hub`, {});
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('Select how urgent it is');
    const enquiry = await opened(contact, 'RED');
    const ratings = await scene.cast.behind.selectFrom('hub_rag').selectAll().where('enquiry_id', '=', enquiry).execute();
    expect(ratings).toMatchObject([{ rag: 'RED', suggested_by: 'danger-now', set_by: scene.officer.staffId }]);
    expect(
      (await scene.cast.behind.selectFrom('contact').select('state').where('id', '=', contact.id).executeTakeFirstOrThrow()).state,
    ).toBe('TRIAGE_MASH');
  });

  it('goes from a question to a decision the agencies are told of', async () => {
    const contact = await scene.contact();
    const enquiry = await opened(contact);
    expect((await enquiryRow(enquiry)).state).toBe('OPEN');
    await asks(enquiry, contact, { 'to-police': scene.agencies.police, 'to-health': scene.agencies.health, withAddress: 'yes' });
    expect((await enquiryRow(enquiry)).state).toBe('REQUESTING');
    const police = await requestTo(enquiry, scene.agencies.police);
    const health = await requestTo(enquiry, scene.agencies.health);
    expect((await clocks(police.id)).map((one) => one.rule_key)).toEqual(['C04-returns']);
    const told = await scene.cast.behind.selectFrom('information_request_person').selectAll().where('request_id', '=', police.id).execute();
    expect(told.map((one) => one.address)).toEqual(['4 Larch Road, HA1 2XY', '4 Larch Road, HA1 2XY']);

    await scene.answered(police.id, [
      { words: 'Called twice in March.', about: contact.motherNamed, from: '2026-03-02' },
      { words: 'A neighbour says there is shouting.', kind: 'allegation', releasable: 'ASK' },
      { words: 'CANARY-INTEL', sensitivity: 'HUB_ONLY', releasable: 'NO' },
    ]);
    expect((await enquiryRow(enquiry)).state).toBe('GATHERING');
    const shown = (await site.get(scene.manager, `/front-door/contacts/${contact.id}`)).body;
    expect(shown).toContain('1 of 2 returns in.');
    expect(shown).toContain('Decision due');
    const page = await site.get(scene.manager, `/front-door/hub/${enquiry}`);
    expect(page.body).toContain('Called twice in March.');
    expect(page.body).toContain('1 of 2 in');
    expect(page.body).toContain('That is not an answer of nothing known.');
    expect((await site.get(scene.manager, `/front-door/hub/${enquiry}?view=timeline`)).body).toContain('2 Mar 2026');

    const at = await decides(contact, scene.manager, { outcomeCode: 'REFERRAL_CSC', level: '3', primaryNeed: 'N1' });
    expect((await site.get(scene.manager, `${at}/check`)).body).toContain('Community Health has not answered');
    const early = await site.post(scene.manager, `${at}/confirm`, {});
    expect(early.statusCode).not.toBe(303);
    expect(
      (
        await site.post(scene.officer, `/front-door/hub/${enquiry}/requests/${health.id}/chase`, {
          how: 'by telephone',
          spokeTo: 'Duty nurse',
        })
      ).statusCode,
    ).toBe(303);
    await scene.answered(health.id, []);
    expect((await enquiryRow(enquiry)).state).toBe('COLLATED');
    expect((await site.post(scene.manager, `${at}/confirm`, {})).statusCode).toBe(303);
    const referral = await scene.cast.behind.selectFrom('referral').select('reason').executeTakeFirstOrThrow();
    expect(referral.reason).toContain('School can help.');
    expect(referral.reason).toContain('Fact (Borough Police, 2026-03-02, about Sara Hassan): Called twice in March.');
    expect(referral.reason).toContain('Additional information considered (held by Borough Police).');
    expect(referral.reason).not.toContain('shouting');
    expect(referral.reason).not.toContain('CANARY-INTEL');
    const shared = await scene.cast.behind
      .selectFrom('share_decision as d')
      .innerJoin('share_item as i', 'i.decision_id', 'd.id')
      .select(['d.origin_kind', 'i.words'])
      .where('d.person_id', '=', contact.child)
      .orderBy('d.origin_kind')
      .execute();
    expect(shared.map((one) => one.origin_kind)).toEqual(['contact-decision', 'information-request', 'information-request']);
    expect(shared[0]?.words).toBe('Called twice in March.');
    expect((await enquiryRow(enquiry)).state).toBe('DECISION');
    expect((await clocks(enquiry)).every((one) => one.met_at !== null)).toBe(true);

    const telling = await site.get(scene.officer, `/front-door/hub/${enquiry}/tell`);
    expect(telling.body).toContain('Amina Hassan: It has become a referral');
    expect((await site.post(scene.officer, `/front-door/hub/${enquiry}/tell`, { [`told-${police.id}`]: 'A referral.' })).statusCode).toBe(
      422,
    );
    const both = { [`told-${police.id}`]: 'A referral.', [`told-${health.id}`]: 'A referral was made.' };
    expect((await site.post(scene.officer, `/front-door/hub/${enquiry}/tell`, both)).statusCode).toBe(303);
    expect((await enquiryRow(enquiry)).state).toBe('CLOSED');
    expect(await requestTo(enquiry, scene.agencies.health)).toMatchObject({ told_outcome: 'A referral was made.' });
  });

  it('carries an item once its owner agrees to that receiver', async () => {
    const contact = await scene.contact();
    const enquiry = await opened(contact);
    await asks(enquiry, contact, { 'to-police': scene.agencies.police });
    const police = await requestTo(enquiry, scene.agencies.police);
    const [item] = await scene.answered(police.id, [{ words: 'SHOUTING-HEARD', kind: 'allegation', releasable: 'ASK' }]);
    const asked = await site.post(scene.officer, `/front-door/hub/${enquiry}/items/${item}`, {
      toWhom: "Children's social care",
      purpose: 'Referral',
    });
    expect(asked.statusCode).toBe(303);
    await scene.cast.behind
      .updateTable('line_release')
      .set({ agreed: true, answered_by: scene.police.staffId, answered_at: testNow })
      .where('line_id', '=', item ?? '')
      .execute();
    const at = await decides(contact, scene.manager, { outcomeCode: 'REFERRAL_CSC', level: '3', primaryNeed: 'N1' });
    expect((await site.post(scene.manager, `${at}/confirm`, {})).statusCode).toBe(303);
    const reasons = (await scene.cast.behind.selectFrom('referral').select('reason').execute()).map((one) => one.reason);
    expect(reasons.some((one) => one.includes('Allegation (Borough Police): SHOUTING-HEARD'))).toBe(true);
  });

  it('ends red without further action only with a second manager who knew everything there is', async () => {
    now = testNow;
    const contact = await scene.contact();
    const enquiry = await opened(contact, 'RED');
    await asks(enquiry, contact, { 'to-police': scene.agencies.police });
    const police = await requestTo(enquiry, scene.agencies.police);
    await scene.answered(police.id, []);
    const at = await decides(contact, scene.manager);
    expect((await site.get(scene.manager, `${at}/check`)).body).toContain('only when a second manager agrees');
    expect((await site.post(scene.manager, `${at}/confirm`, {})).statusCode).not.toBe(303);
    now = later(10);
    const second = `/front-door/hub/${enquiry}/second`;
    expect((await site.post(scene.manager, `${second}/ask`, { proposal: 'Advice is enough.' })).statusCode).toBe(303);
    expect((await site.get(scene.second, '/today')).body).toContain('a second manager is asked for');
    const own = await site.post(scene.manager, `${second}/answer`, { agreed: 'yes', secondReason: 'Mine' });
    expect(own.body).toContain('The second manager has to be somebody else');
    expect((await site.post(scene.officer, `${second}/answer`, { agreed: 'yes', secondReason: 'x' })).statusCode).toBe(403);
    expect((await site.post(scene.second, `${second}/answer`, { agreed: 'yes', secondReason: 'I read it all.' })).statusCode).toBe(303);
    expect((await site.post(scene.second, `${at}/decide`, {})).statusCode).toBe(422);
    // Something came in after they agreed: the agreement was about less
    await scene.answered(police.id, [{ words: 'We looked again.' }], later(20));
    now = later(30);
    expect((await site.post(scene.manager, `${at}/confirm`, {})).statusCode).not.toBe(303);
    expect((await site.get(scene.manager, `/front-door/hub/${enquiry}`)).body).toContain('they have to be asked again');
    expect((await site.post(scene.manager, `${second}/ask`, { proposal: 'Still advice.' })).statusCode).toBe(303);
    expect((await site.post(scene.second, `${second}/answer`, { agreed: 'yes', secondReason: 'Read again.' })).statusCode).toBe(303);
    expect((await site.post(scene.manager, `${at}/confirm`, {})).statusCode).toBe(303);
    expect((await enquiryRow(enquiry)).state).toBe('DECISION');
    now = testNow;
  });

  it('begins the new colour’s clocks where the old began, and keeps the old to be read', async () => {
    now = testNow;
    const contact = await scene.contact();
    const enquiry = await opened(contact, 'GREEN');
    await asks(enquiry, contact, { 'to-police': scene.agencies.police });
    const police = await requestTo(enquiry, scene.agencies.police);
    now = later(15);
    expect(
      (await site.post(scene.officer, `/front-door/hub/${enquiry}/rate`, { rag: 'RED', rateReason: 'A knife was seen.' })).statusCode,
    ).toBe(303);
    const [red, green] = await clocks(enquiry);
    expect(red).toMatchObject({ rule_key: 'C03', started_at: testNow, cancelled_at: null, due_at: later(240) });
    expect(green).toMatchObject({ rule_key: 'C05', cancelled_at: later(15) });
    const [redReturn] = await clocks(police.id);
    expect(redReturn).toMatchObject({ rule_key: 'C03-returns', started_at: testNow, due_at: later(120) });
    expect((await requestTo(enquiry, scene.agencies.police)).rag).toBe('RED');
    expect((await site.get(scene.officer, `/front-door/hub/${enquiry}`)).body).toContain('A knife was seen.');
    const evening = await visits(scene.cast, rooms, () => later(300));
    const list = await evening.get(scene.manager, '/front-door/hub?rag=RED');
    expect(list.body).toContain('Borough Police (overdue)');
    expect((await evening.get(scene.officer, '/front-door')).body).toContain('0 of 1 returns in, 1 overdue');
    await evening.end();
    now = testNow;
  });

  it('is joined, not opened twice, and takes the more urgent colour of the two', async () => {
    const contact = await scene.contact();
    const wanted = { contactId: contact.id, purpose: 'A second child.' };
    const open = await scene.cast.as(scene.manager, (ctx) => openEnquiry(ctx, { ...wanted, rag: 'AMBER' }));
    expect(await scene.cast.as(scene.manager, (ctx) => openEnquiry(ctx, { ...wanted, rag: 'GREEN' }))).toBe(open);
    expect((await enquiryRow(open)).rag).toBe('AMBER');
    expect(await scene.cast.as(scene.manager, (ctx) => openEnquiry(ctx, { ...wanted, rag: 'RED' }), later(5))).toBe(open);
    expect((await enquiryRow(open)).rag).toBe('RED');
    expect((await clocks(open)).map((one) => [one.rule_key, one.cancelled_at === null])).toEqual([
      ['C03', true],
      ['C04', false],
    ]);
  });

  it('goes on without an agency only with a reason, and waits again for one asked later', async () => {
    now = testNow;
    const contact = await scene.contact();
    const enquiry = await opened(contact);
    await asks(enquiry, contact, { 'to-police': scene.agencies.police });
    expect((await site.post(scene.officer, `/front-door/hub/${enquiry}/without`, { withoutReason: 'x' })).statusCode).toBe(403);
    expect((await site.post(scene.manager, `/front-door/hub/${enquiry}/without`, {})).statusCode).toBe(422);
    now = later(5);
    expect(
      (await site.post(scene.manager, `/front-door/hub/${enquiry}/without`, { withoutReason: 'Their desk is closed tonight.' })).statusCode,
    ).toBe(303);
    expect(await enquiryRow(enquiry)).toMatchObject({
      state: 'COLLATED',
      proceeded_without: 'Without Borough Police: Their desk is closed tonight.',
    });
    now = later(10);
    await asks(enquiry, contact, { 'to-health': scene.agencies.health });
    expect((await enquiryRow(enquiry)).state).toBe('REQUESTING');
    const health = await requestTo(enquiry, scene.agencies.health);
    const cancelled = await site.post(scene.officer, `/front-door/hub/${enquiry}/requests/${health.id}/cancel`, {
      cancelReason: 'Not their patch.',
    });
    expect(cancelled.statusCode).toBe(303);
    expect((await clocks(health.id))[0]?.cancelled_at).toEqual(later(10));
    const at = await decides(contact, scene.manager);
    expect((await site.post(scene.manager, `${at}/confirm`, {})).statusCode).toBe(303);
    expect((await site.post(scene.officer, `/front-door/hub/${enquiry}/tell`, {})).statusCode).toBe(303);
    expect((await requestTo(enquiry, scene.agencies.police)).cancel_reason).toContain('The hub decided without this answer');
    now = testNow;
  });

  it('does not ask an agency where nobody may know the child, and tells no agency a shielded address', async () => {
    now = testNow;
    const contact = await scene.contact({}, { shield: 'hidden' });
    const team = scene.officer.memberships[0]?.teamId ?? '';
    await scene.cast.behind.insertInto('shield_allow').values({ person_id: contact.child, team_id: team, reason: 'Front door' }).execute();
    const enquiry = await opened(contact);
    const page = await site.get(scene.officer, `/front-door/hub/${enquiry}/ask`);
    expect(page.body).toContain('Borough Police (nobody there may know them)');
    expect(page.body).toContain('The address is not told to any agency');
    const fields = {
      people: [contact.childNamed],
      whatWeAsk: 'Who?',
      because: 'x',
      'to-police': scene.agencies.police,
      withAddress: 'yes',
    };
    const blind = await site.post(scene.officer, `/front-door/hub/${enquiry}/ask`, fields);
    expect(blind.body).toContain('The shield desk has to name someone there first');
    await scene.cast.behind
      .insertInto('shield_allow')
      .values({ person_id: contact.child, staff_id: scene.police.staffId, reason: 'Hub' })
      .execute();
    expect((await site.post(scene.officer, `/front-door/hub/${enquiry}/ask`, fields)).statusCode).toBe(303);
    const police = await requestTo(enquiry, scene.agencies.police);
    const told = await scene.cast.behind
      .selectFrom('information_request_person')
      .select('address')
      .where('request_id', '=', police.id)
      .execute();
    expect(told).toEqual([{ address: null }]);
  });
});
