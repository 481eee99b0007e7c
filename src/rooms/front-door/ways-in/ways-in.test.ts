import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { frontDoorRoom } from '../room.ts';
import { makeMorningList } from './actions/make-morning-list.ts';
import { answerRating } from './actions/answer-rating.ts';
import { routeContact } from './actions/route-contact.ts';
import { lanesOf, rulesInForce } from './routing.store.ts';

/** Each way in, from the page it is typed on to the queue, over the real server. */
let cast: Cast;
let web: Visits;
let officer: StaffActor;
let manager: StaffActor;
let manager2: StaffActor;
let night: StaffActor;
let nurse: StaffActor;
beforeAll(async () => {
  cast = await makeCast();
  const council = await cast.agency();
  const frontDoor = await cast.team(council, 'front-door');
  officer = await cast.staff('CO', { agencyId: council, teamId: frontDoor, name: 'Olu Officer' });
  manager = await cast.staff('MASH_M', { agencyId: council, teamId: frontDoor });
  manager2 = await cast.staff('MASH_M', { agencyId: council, teamId: frontDoor });
  night = await cast.staff('SW', { agencyId: council, teamId: await cast.team(council, 'out-of-hours'), name: 'Nia Night' });
  nurse = await cast.staff('CLIN', { agencyId: await cast.agency('COMMUNITY_HEALTH'), name: 'Nurse Ade' });
  web = await visits(cast, [frontDoorRoom]);
}, 60_000);
afterAll(async () => {
  await web?.end();
  await cast?.end();
});

const told = {
  'p1-part': 'child',
  'p1-givenName': 'Amina',
  'p1-familyName': 'Hassan',
  'p1-dob-day': '2',
  'p1-dob-month': '3',
  'p1-dob-year': '2018',
  'p1-postcode': 'ha1 2ab',
  whatHappened: 'She came to school with a burn on her hand.',
  yourName: 'Mrs Neighbour',
  publicSource: '1B',
};
const contactNow = async (channel: string) =>
  cast.behind.selectFrom('contact').selectAll().where('channel', '=', channel).orderBy('recorded_at', 'desc').executeTakeFirstOrThrow();
const route = (contactId: string): Promise<void> => cast.asSystem((ctx) => routeContact(ctx, contactId));
const laneOf = (contactId: string) => cast.as(officer, async (ctx) => (await lanesOf(ctx, [contactId])).get(contactId));

describe('a telephone call', () => {
  it('becomes a contact received when the call began, with the number to call back, and the draft is gone', async () => {
    const beganAt = new Date(testNow.getTime() - 12 * 60_000).toISOString();
    await web.post(officer, '/front-door/phone', {
      ...told,
      beganAt,
      callBackNumber: '07700 900123',
      safeToCallBack: 'no',
      asked: ['danger', 'who'],
    });
    const contact = await contactNow('PHONE');
    expect(contact).toMatchObject({
      referrer_phone: '07700 900123',
      source_code: '1B',
      recorded_by: officer.staffId,
      referrer_staff_id: null,
    });
    expect(contact.received_at.toISOString()).toBe(beganAt);
    const page = await web.get(officer, `/front-door/contacts/${contact.id}/way-in`);
    expect(page.body).toContain('07700 900123');
    expect(page.body).toContain('Olu Officer');
  });
  it('asks only for a child, the words and a way to call back, each message at its field', async () => {
    const answer = await web.post(officer, '/front-door/phone', { beganAt: testNow.toISOString(), yourName: 'A caller' });
    expect(answer.statusCode).toBe(422);
    for (const field of ['#p1-givenName', '#whatHappened', '#yourPhone']) expect(answer.body).toContain(`href="${field}"`);
    expect(answer.body).toContain('value="A caller"');
  });
});

describe('routing', () => {
  it('says the lane and tells the rule; a red that a rule suggests rates nothing until a person has said so', async () => {
    const contact = await contactNow('PHONE');
    await route(contact.id);
    expect(await laneOf(contact.id)).toMatchObject({ lane: 'urgent', ruleName: 'Words that speak of serious harm', suggested: 'RED' });
    expect(await cast.behind.selectFrom('hub_rag').selectAll().execute()).toEqual([]);
    const before = await web.get(officer, '/front-door/lanes/suggested');
    expect(before.body).toContain(contact.reference);
    const noReason = await web.post(officer, `/front-door/contacts/${contact.id}/rating`, { answer: 'confirmed', reason: '' });
    expect(noReason.statusCode).toBe(422);
    await web.post(officer, `/front-door/contacts/${contact.id}/rating`, {
      answer: 'another rating',
      given: 'AMBER',
      reason: 'Seen by a GP today',
    });
    expect(await laneOf(contact.id)).toMatchObject({ suggested: null });
    const row = await cast.behind.selectFrom('contact_routing').selectAll().where('contact_id', '=', contact.id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ suggested_rag: 'RED', rag_answer: 'another rating', rag_given: 'AMBER', rag_by: officer.staffId });
    await expect(
      cast.as(manager, (ctx) => answerRating(ctx, { contactId: contact.id, answer: 'confirmed', given: null, reason: 'Again' })),
    ).rejects.toThrow('answered this suggestion already');
  });
  it('done twice writes nothing twice', async () => {
    const contact = await contactNow('PHONE');
    await route(contact.id);
    const rows = await cast.behind.selectFrom('contact_routing').select('id').where('contact_id', '=', contact.id).execute();
    expect(rows).toHaveLength(1);
  });
  it('shows a reference held against every rule', async () => {
    const contact = await contactNow('PHONE');
    const page = await web.get(officer, `/front-door/rules/try?contact=${contact.reference.toLowerCase()}`);
    expect(page.body).toContain('Yes, first: says the lane');
    expect((await web.get(officer, '/front-door/rules/try?contact=C-0')).body).toContain('no contact with that reference');
  });
});

describe('a change of a rule', () => {
  const change = {
    name: 'Hillside estate',
    because: 'A project there answers first',
    position: '5',
    postcodes: 'HA1',
    lane: 'early help',
    priority: '2',
    suggestedRag: '',
    'validFrom-day': '25',
    'validFrom-month': '11',
    'validFrom-year': '2026',
  };
  const propose = async (fields: Record<string, string>) => web.post(manager, '/front-door/rules/new', fields);
  const inForce = (on: string) => cast.as(manager, async (ctx) => (await rulesInForce(ctx, on)).map((rule) => rule.name));

  it('holds from its first day once another manager agreed, and not before', async () => {
    const made = await propose(change);
    const place = String(made.headers.location);
    expect(await inForce('2026-11-25')).not.toContain('Hillside estate');
    expect((await web.post(manager, `${place}/agree`, {})).body).toContain('Someone else must agree');
    expect((await web.post(officer, `${place}/agree`, {})).statusCode).toBe(403);
    await web.post(manager2, `${place}/agree`, {});
    expect(await inForce('2026-11-24')).not.toContain('Hillside estate');
    expect((await inForce('2026-11-25'))[0]).toBe('Hillside estate');
    const later = await propose({ ...change, of: place.split('/').at(-1) ?? '', retires: 'yes', 'validFrom-day': '30' });
    await web.post(manager2, `${String(later.headers.location)}/agree`, {});
    expect(await inForce('2026-11-29')).toContain('Hillside estate');
    expect(await inForce('2026-11-30')).not.toContain('Hillside estate');
  });
  it.each([
    ['from today', { 'validFrom-day': '24' }, 'tomorrow or later'],
    ['without a condition', { postcodes: '' }, 'at least one condition'],
    ['with a lane that is none', { lane: 'nowhere' }, 'Select the lane'],
  ])('%s is sent back', async (_what, more, message) => {
    const answer = await propose({ ...change, ...more });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(message);
  });
  it('never ends the rule that takes everything else', async () => {
    const last = await cast.behind.selectFrom('routing_rule').select('id').where('key', '=', 'everything-else').executeTakeFirstOrThrow();
    const answer = await propose({ ...change, of: last.id, retires: 'yes' });
    expect(answer.body).toContain('The last rule takes whatever no other takes');
  });
  it('by one person is refused by the database too', async () => {
    await expect(
      cast.behind
        .insertInto('routing_rule')
        .values({
          key: 'alone',
          name: 'Alone',
          because: 'x',
          position: 1,
          lane: 'general',
          priority: 3,
          valid_from: '2026-11-25',
          proposed_by: manager.staffId,
          proposed_at: testNow,
          agreed_by: manager.staffId,
          agreed_at: testNow,
        })
        .execute(),
    ).rejects.toThrow('routing_rule_second_person');
  });
});

describe('a night', () => {
  it('is written down, logged, and handed over when a named officer has accepted every line', async () => {
    for (const name of ['Bea', 'Cal'])
      await web.post(night, '/out-of-hours/record', {
        ...told,
        'p1-givenName': name,
        at: '02:15',
        leftForDay: 'Visit before school',
        yourPhone: '1',
      });
    const contact = await contactNow('OUT_OF_HOURS');
    expect(contact.received_at.toISOString()).toBe('2026-11-24T02:15:00.000Z');
    await web.post(night, `/out-of-hours/contacts/${contact.id}/actions`, {
      at: '02:40',
      kind: 'called the police',
      what: 'Asked for a welfare check',
    });
    await cast.asSystem(makeMorningList, new Date('2026-11-24T07:50:00Z'));
    expect(await cast.behind.selectFrom('out_of_hours_list').select('id').execute()).toEqual([]);
    await cast.asSystem(makeMorningList);
    await web.post(night, '/out-of-hours/record', { ...told, 'p1-givenName': 'Late', at: '07:50', leftForDay: 'Nothing', yourPhone: '1' });
    await cast.asSystem(makeMorningList);
    const list = await cast.behind.selectFrom('out_of_hours_list').selectAll().executeTakeFirstOrThrow();
    const place = `/front-door/mornings/${list.id}`;
    const contacts = await cast.behind.selectFrom('out_of_hours_record').select('contact_id').where('list_id', '=', list.id).execute();
    expect(contacts).toHaveLength(3);
    const ids = contacts.map((one) => one.contact_id);
    expect((await web.post(officer, `${place}/accept`, { accept: ids })).body).toContain('Put your name to the list first');
    await web.post(officer, `${place}/take`, {});
    expect((await web.post(manager, `${place}/accept`, { accept: ids })).body).toContain('A colleague has put their name');
    await web.post(officer, `${place}/accept`, { accept: ids.slice(0, 2) });
    expect((await web.get(officer, place)).body).toContain('Not handed over: 1 of 3 still to accept');
    await web.post(officer, `${place}/accept`, { accept: ids[2] ?? '' });
    expect((await web.get(officer, place)).body).toContain('Handed over');
    const clock = await cast.behind.selectFrom('clock').selectAll().where('rule_key', '=', 'C02E').executeTakeFirstOrThrow();
    expect(clock.met_at).not.toBeNull();
    expect((await web.get(night, '/out-of-hours')).body).toContain('Accepted by Olu Officer');
  });
  it('asks what the day must do', async () => {
    const answer = await web.post(night, '/out-of-hours/record', { ...told, at: '02:15', yourPhone: '1' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Say what the day team must do');
  });
});

describe('a transfer from another council', () => {
  it('carries how each child stood, its dates and those that follow, and is acknowledged against a clock', async () => {
    const made = await web.post(officer, '/front-door/transfers/new', {
      ...told,
      yourPhone: '01632 960000',
      fromCouncil: 'Brent',
      theirReference: 'BR-77',
      'p1-status': 'child protection plan',
      'p1-category': 'Neglect',
      'due1-what': 'Review conference',
      'due1-day': '1',
      'due1-month': '12',
      'due1-year': '2026',
    });
    const place = String(made.headers.location);
    const page = await web.get(officer, place);
    for (const words of [
      'From Brent',
      'BR-77',
      'child protection plan, Neglect',
      'Review conference',
      'Transfer-in child protection conference',
    ])
      expect(page.body).toContain(words);
    expect((await web.get(officer, '/front-door/transfers')).body).toContain('Brent, BR-77');
    const contact = await contactNow('TRANSFER_IN');
    expect(contact.source_code).toBe('5C');
    await web.post(officer, `/front-door/contacts/${contact.id}/transfer/acknowledge`, { to: 'Ms Rao, by telephone' });
    const clock = await cast.behind.selectFrom('clock').selectAll().where('rule_key', '=', 'C02T').executeTakeFirstOrThrow();
    expect(clock.met_at).not.toBeNull();
    const date = await cast.behind
      .selectFrom('transfer_in_date')
      .selectAll()
      .where('what', '=', 'Review conference')
      .executeTakeFirstOrThrow();
    await web.post(officer, `/front-door/contacts/${contact.id}/transfer/dates`, { dateId: date.id });
    expect((await web.get(officer, place)).body).toContain('Done 24 Nov');
    await route(contact.id);
    expect(await laneOf(contact.id)).toMatchObject({ lane: 'urgent' });
  });
});

describe('an email', () => {
  const boundary = 'edge';
  const upload = async (content: string) => {
    const page = await web.get(officer, '/front-door/email');
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.body)?.[1] ?? '';
    const parts = Object.entries({ _csrf: field('_csrf'), _key: field('_key') }).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const cookie = String(page.headers['set-cookie'] ?? '');
    return web.app.inject({
      method: 'POST',
      url: '/front-door/email',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, cookie: await officerCookie(cookie) },
      payload: `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="message.eml"\r\ncontent-type: message/rfc822\r\n\r\n${content}\r\n--${boundary}--\r\n`,
    });
  };
  /** Signs the officer in once more, for a request that the visits cannot send. */
  const officerCookie = async (_none: string): Promise<string> => {
    const { randomBytes } = await import('node:crypto');
    const { sha256 } = await import('../../../platform/web/csrf.ts');
    const { sessionCookie } = await import('../../../platform/web/cookies.ts');
    const id = randomBytes(32).toString('base64url');
    const row = { staff_id: officer.staffId, csrf: 'csrf', issuer: 'test', started_at: testNow, last_used_at: testNow };
    await cast.behind
      .insertInto('session')
      .values({ ...row, id_hash: sha256(id), expires_at: new Date(testNow.getTime() + 3_600_000) })
      .execute();
    return `${sessionCookie}=${id}`;
  };
  const message = [
    'From: Ms Okafor <m.okafor@greenhill.example>',
    'Subject: Worried',
    'Message-ID: <77@greenhill.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Amina is hungry.',
    '--b',
    'Content-Disposition: attachment; filename="notes.txt"',
    '',
    'Three dates',
    '--b',
    'Content-Disposition: attachment; filename="tool.exe"',
    'Content-Transfer-Encoding: base64',
    '',
    'TVqQAAMAAAAEAAAA//8=',
    '--b--',
    '',
  ].join('\r\n');

  it('is read, its attachments kept and scanned, and sent once the officer says who it is about', async () => {
    expect((await upload(message)).headers.location).toBe('/front-door/email/read');
    const read = await web.get(officer, '/front-door/email/read');
    for (const words of ['m.okafor@greenhill.example', 'Amina is hungry.', 'notes.txt', 'tool.exe: not a type we take'])
      expect(read.body).toContain(words);
    await web.post(officer, '/front-door/email/read', {
      ...told,
      whatHappened: 'Worried\n\nAmina is hungry.',
      yourEmail: 'm.okafor@greenhill.example',
    });
    const contact = await contactNow('EMAIL');
    const files = await cast.behind.selectFrom('stored_file').select(['name', 'scan_state']).where('owner_id', '=', contact.id).execute();
    expect(files.map(({ name, scan_state }) => `${name} ${scan_state}`).toSorted()).toEqual(['Worried.eml waiting', 'notes.txt waiting']);
  });
  it('is not captured twice', async () => {
    const again = await upload(message);
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('already');
  });
  it('that is no email is sent back', async () => {
    expect((await upload('just words')).body).toContain('This is not an email');
  });
});

describe('a family asks for itself', () => {
  const reach = {
    who: 'young person',
    how: 'text',
    reach: '07700 900456',
    never: 'Never call the house phone',
    mayLeaveMessage: 'no',
    maySayWho: 'no',
  };
  it('is asked first how it is safe to reach them, and the officer sees that before anything else', async () => {
    const first = await web.get(null, '/help-for-me');
    expect(first.body).toContain('Exit this page');
    expect((await web.post(null, '/help-for-me/reach', { who: 'parent' })).body).toContain('how it is safe to reach you');
    await web.post(null, '/help-for-me/reach', reach);
    await web.post(null, '/help-for-me/ask', { whatHappened: 'I do not feel safe at home', firstName: 'Zoe' });
    expect((await web.get(null, '/help-for-me/check')).body).toContain('07700 900456');
    const sent = await web.post(null, '/help-for-me/send', {});
    expect((await web.get(null, String(sent.headers.location))).body).toContain('We have your message');
    expect((await web.get(null, '/help-for-me/check')).body).not.toContain('07700 900456');
    const contact = await contactNow('SELF');
    expect(contact.source_code).toBe('1C');
    const page = await web.get(officer, `/front-door/contacts/${contact.id}`);
    expect(page.body).toContain('Never call the house phone');
    await route(contact.id);
    expect(await laneOf(contact.id)).toMatchObject({ lane: 'early help', discipline: 'early help' });
  });
});

describe('the health of a child in care', () => {
  it('comes with legal status, and with open work becomes no second referral', async () => {
    const child = await cast.person({ given_name: 'Dee', family_name: 'Care', date_of_birth: '2015-05-05' });
    const agencyId = nurse.memberships[0]?.agencyId ?? '';
    await cast.behind
      .insertInto('involvement')
      .values({
        person_id: child,
        agency_id: agencyId,
        staff_id: nurse.staffId,
        role: 'Nurse',
        opens: 'identity',
        started_on: '2026-01-01',
        source: 'test',
        confirmed_at: testNow,
      })
      .execute();
    expect((await web.get(nurse, `/health-concern/${child}`)).body).toContain('Dee');
    expect((await web.get(night, `/health-concern/${child}`)).statusCode).toBe(404);
    await web.post(nurse, `/health-concern/${child}`, {
      legalStatus: 'C2',
      reason: 'Missed health appointments',
      issue: 'Three in a row',
      placedWith: 'Foster carer',
    });
    const contact = await contactNow('HEALTH_TRIGGER');
    expect(contact.referrer_staff_id).toBe(nurse.staffId);
    const page = await web.get(officer, `/front-door/contacts/${contact.id}/way-in`);
    expect(page.body).toContain('Full care order (C2)');
    await web.post(officer, `/front-door/contacts/${contact.id}/health/recognise`, {});
    const seen = await cast.behind
      .selectFrom('contact_recognition')
      .select('person_id')
      .where('contact_id', '=', contact.id)
      .executeTakeFirst();
    expect(seen?.person_id).toBe(child);
    expect((await web.get(officer, `/front-door/contacts/${contact.id}`)).body).toContain('child in care: Full care order');
  });
});

describe('danger now', () => {
  it('shows 999 first, and by the hour who answers, to anyone', async () => {
    const day = await web.get(null, '/urgent');
    expect(day.body).toContain('call 999 now');
    expect(day.body).toContain('020 7946 0100');
    expect(day.body).not.toContain('020 7946 0199');
    expect(day.body).not.toContain('020 7946 0101');
    expect((await web.get(officer, '/urgent')).body).toContain('020 7946 0101');
  });
  it('changes a number from tomorrow on, by a manager', async () => {
    const old = await cast.behind.selectFrom('urgent_line').select('id').where('name', '=', 'Front door').executeTakeFirstOrThrow();
    await web.post(manager, '/front-door/urgent-lines', {
      replaces: old.id,
      name: 'Front door',
      phone: '020 1',
      open: 'hub hours',
      forWhom: 'anyone',
    });
    expect((await web.get(null, '/urgent')).body).toContain('020 7946 0100');
    const rows = await cast.behind
      .selectFrom('urgent_line')
      .select(['phone', 'valid_from', 'valid_to'])
      .where('name', '=', 'Front door')
      .execute();
    expect(rows).toContainEqual({ phone: '020 1', valid_from: '2026-11-25', valid_to: null });
    expect(rows).toContainEqual({ phone: '020 7946 0100', valid_from: '2026-01-01', valid_to: '2026-11-24' });
  });
});
