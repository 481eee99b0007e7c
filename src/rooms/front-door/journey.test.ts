import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../platform/access/cast.ts';
import type { StaffActor } from '../../platform/access/ctx.ts';
import { visits, type Visits } from '../../platform/web/visit.ts';
import { rooms } from '../../app.ts';

/** From a worried teacher to a decision the teacher can read, through the real server and the real policies. */
describe('a concern, from raising to being told', () => {
  let cast: Cast;
  let site: Visits;
  let teacher: StaffActor;
  let officer: StaffActor;
  let manager: StaffActor;
  let otherSchool: StaffActor;
  let socialWorker: StaffActor;

  beforeAll(async () => {
    cast = await makeCast();
    const council = await cast.agency('LA_SOCIAL_CARE', 'Council');
    const frontDoor = await cast.team(council, 'front-door', 'Front door');
    const intake = await cast.team(council, 'social-work', 'Assessment team');
    const school = await cast.agency('SCHOOL', 'Larkrise Primary');
    teacher = await cast.staff('DSL', { agencyId: school, teamId: await cast.team(school, 'safeguarding'), name: 'Grace Bello' });
    otherSchool = await cast.staff('DSL', { agencyId: await cast.agency('SCHOOL', 'Oakfield Primary'), name: 'Other Lead' });
    officer = await cast.staff('CO', { agencyId: council, teamId: frontDoor, name: 'Omar Farah' });
    manager = await cast.staff('MASH_M', { agencyId: council, teamId: frontDoor, name: 'Priya Nair' });
    socialWorker = await cast.staff('TM', { agencyId: council, teamId: intake, name: 'Team Manager' });
    site = await visits(cast, rooms);
  });
  afterAll(async () => {
    await site.end();
    await cast.end();
  });

  const sendConcern = async (who: StaffActor | null, fields: Record<string, string> = {}): Promise<string> => {
    await site.post(who, '/concern/form/people/1', {
      part: 'child',
      givenName: 'Amina',
      familyName: 'Hassan',
      'dob-day': '2',
      'dob-month': '3',
      'dob-year': '2018',
      sex: 'F',
      postcode: 'HA1 2XY',
    });
    await site.post(who, '/concern/form/worry', {
      whatHappened: 'Amina came to school hungry for the third day.',
      childSaid: 'There is no food at home',
      ...fields,
    });
    if (!who) await site.post(who, '/concern/form/you', { yourName: 'A neighbour', yourPhone: '020 7946 0001', publicSource: '1B' });
    else await site.post(who, '/concern/form/you', { yourName: 'Grace Bello', yourPhone: '020 7946 0002' });
    const sent = await site.post(who, '/concern/send', {});
    expect(sent.statusCode).toBe(303);
    return String(sent.headers['location']).split('/').at(-1) ?? '';
  };

  it('asks only for the minimum, and says all that is missing at once', async () => {
    const sent = await site.post(otherSchool, '/concern/send', {});
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('Tell us about at least one child');
    expect(sent.body).toContain('Tell us what worries you');
  });

  it('gives a receipt with a reference and starts the screening clock', async () => {
    const id = await sendConcern(teacher);
    const receipt = await site.get(teacher, `/concern/sent/${id}`);
    expect(receipt.body).toMatch(/C-\d{4,}/);
    const clock = await cast.behind.selectFrom('clock').selectAll().where('subject_id', '=', id).executeTakeFirstOrThrow();
    expect(clock.rule_key).toBe('C02');
    expect(clock.started_at).toEqual(testNow);
  });

  it('sends once however often the same form arrives', async () => {
    await site.post(teacher, '/concern/form/people/1', { part: 'child', givenName: 'Bilal' });
    await site.post(teacher, '/concern/form/worry', { whatHappened: 'Worried about Bilal.' });
    const first = await site.post(teacher, '/concern/send', { _key: 'same-key' });
    const again = await site.post(teacher, '/concern/send', { _key: 'same-key' });
    expect(first.statusCode).toBe(303);
    expect(again.headers['location']).toBe(first.headers['location']);
    const rows = await cast.behind.selectFrom('contact').select('id').where('what_happened', '=', 'Worried about Bilal.').execute();
    expect(rows).toHaveLength(1);
  });

  it('is recognised, decided for the child, and told; the referrer reads the outcome and nothing of the record', async () => {
    await cast.behind.updateTable('contact').set({ state: 'CLOSED' }).execute();
    const id = await sendConcern(teacher);
    const at = `/front-door/contacts/${id}`;
    const pulled = await site.post(officer, '/front-door/pull', {});
    expect(pulled.headers['location']).toBe(at);
    const named = await cast.behind.selectFrom('contact_person').select('id').where('contact_id', '=', id).executeTakeFirstOrThrow();
    expect((await site.get(officer, `${at}/people/${named.id}`)).statusCode).toBe(200);
    expect((await site.post(officer, `${at}/people/${named.id}/new`, {})).statusCode).toBe(303);
    const decision = {
      level: '2',
      factors: ['16A'],
      analysis: 'Amina is hungry and tired.',
      protective: 'Her aunt helps.',
      outcomeCode: 'ADVICE',
      rationale: 'School can offer breakfast club.',
      _version: '1',
    };
    expect((await site.post(officer, `${at}/children/${named.id}/decide`, decision)).statusCode).toBe(403);
    expect((await site.post(manager, `${at}/children/${named.id}/decide`, decision)).headers['location']).toBe(
      `${at}/children/${named.id}/check`,
    );
    const check = await site.get(manager, `${at}/children/${named.id}/check`);
    expect(check.body).toContain('For Amina Hassan we judge that extra help would stop things getting worse');
    expect((await site.post(manager, `${at}/children/${named.id}/confirm`, {})).statusCode).toBe(303);
    expect((await site.post(manager, `${at}/tell`, { how: 'none' })).statusCode).toBe(422);
    expect((await site.post(manager, `${at}/tell`, { how: 'page', told: 'Advice is given. CANARY-TOLD' })).statusCode).toBe(303);
    const contact = await cast.behind.selectFrom('contact').select(['state', 'closed_at']).where('id', '=', id).executeTakeFirstOrThrow();
    expect(contact.state).toBe('CLOSED');
    const mine = await site.get(teacher, `/my-concerns/${id}`);
    expect(mine.body).toContain('CANARY-TOLD');
    expect(mine.body).not.toContain('hungry and tired');
    expect((await site.get(otherSchool, `/my-concerns/${id}`)).statusCode).toBe(404);
    expect((await site.get(teacher, at)).statusCode).toBe(403);
  });

  it('shows both texts when two managers decide for the same child', async () => {
    const id = await sendConcern(teacher);
    const at = `/front-door/contacts/${id}`;
    const named = await cast.behind.selectFrom('contact_person').select('id').where('contact_id', '=', id).executeTakeFirstOrThrow();
    await site.post(officer, `${at}/people/${named.id}/new`, {});
    const { version } = await cast.behind.selectFrom('contact').select('version').where('id', '=', id).executeTakeFirstOrThrow();
    const second = await cast.staff('MASH_M', {
      agencyId: manager.memberships[0]?.agencyId ?? '',
      teamId: manager.memberships[0]?.teamId ?? '',
      name: 'Second Manager',
    });
    const decision = { level: '2', factors: ['16A'], analysis: 'a', protective: 'b', outcomeCode: 'ADVICE', _version: String(version) };
    await site.post(manager, `${at}/children/${named.id}/decide`, { ...decision, rationale: 'MINE-FIRST' });
    await site.post(second, `${at}/children/${named.id}/decide`, { ...decision, rationale: 'THE-SECOND-TEXT' });
    expect((await site.post(manager, `${at}/children/${named.id}/confirm`, {})).statusCode).toBe(303);
    const clash = await site.post(second, `${at}/children/${named.id}/confirm`, {});
    expect(clash.statusCode).toBe(409);
    expect(clash.body).toContain('MINE-FIRST');
    expect(clash.body).toContain('THE-SECOND-TEXT');
    expect(await cast.behind.selectFrom('contact_decision').select('id').where('contact_id', '=', id).execute()).toHaveLength(1);
  });

  it('takes a concern from someone without sign-in, who can see the receipt and nothing else', async () => {
    const id = await sendConcern(null);
    expect((await site.get(null, `/concern/sent/${id}`)).body).toMatch(/C-\d{4,}/);
    expect((await site.get(null, `/my-concerns/${id}`)).statusCode).toBe(303);
  });

  it('opens a referral that is not accepted until the team accepts it', async () => {
    const id = await sendConcern(teacher);
    const at = `/front-door/contacts/${id}`;
    const named = await cast.behind.selectFrom('contact_person').select('id').where('contact_id', '=', id).executeTakeFirstOrThrow();
    await site.post(officer, `${at}/people/${named.id}/new`, {});
    const decision = {
      level: '3',
      factors: ['16A'],
      analysis: 'Neglect over months.',
      protective: 'Nothing known',
      outcomeCode: 'REFERRAL_CSC',
      rationale: 'Needs a social worker.',
      _version: '1',
    };
    const unfit = await site.post(manager, `${at}/children/${named.id}/decide`, decision);
    expect(unfit.body).toContain('Select the primary need');
    await site.post(manager, `${at}/children/${named.id}/decide`, { ...decision, primaryNeed: 'N1' });
    const confirmed = await site.post(manager, `${at}/children/${named.id}/confirm`, {});
    expect(confirmed.statusCode).toBe(303);
    const referral = await cast.behind.selectFrom('referral').select(['state', 'primary_need']).executeTakeFirstOrThrow();
    expect(referral).toMatchObject({ state: 'RECEIVED', primary_need: 'N1' });
    expect((await site.get(socialWorker, '/referrals')).statusCode).toBe(200);
  });

  it('leaves an audit row for every page and every refusal', async () => {
    const rows = await cast.behind.selectFrom('audit_event').select(['action', 'outcome']).execute();
    expect(rows.some((row) => row.action === 'front-door.contact.view' && row.outcome === 'not-allowed')).toBe(true);
    expect(rows.some((row) => row.action === 'front-door.decision.confirm' && row.outcome === 'done')).toBe(true);
    expect(rows.some((row) => row.action === 'concern.outcome.view' && row.outcome === 'not-found')).toBe(true);
  });
});
