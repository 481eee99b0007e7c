import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../platform/access/cast.ts';
import type { StaffActor } from '../../platform/access/ctx.ts';
import { visits, type Visits } from '../../platform/web/visit.ts';
import { recordPerson } from './actions/record-person.ts';
import { peopleRoom } from './index.ts';
import { openInvolvement } from './involved/involvement.store.ts';

let cast: Cast;
let site: Visits;
let officer: StaffActor;
let worker: StaffActor;
let dsl: StaffActor;
let otherDsl: StaffActor;
let dpo: StaffActor;
let manager: StaffActor;
let desk: StaffActor;
let council: string;
let school: string;
let child: string;

beforeAll(async () => {
  cast = await makeCast();
  council = await cast.agency('LA_SOCIAL_CARE', 'Harrow Council');
  const team = await cast.team(council, 'front-door', 'Front door');
  officer = await cast.staff('CO', { agencyId: council, teamId: team, name: 'Leila Haddad' });
  worker = await cast.staff('SW', { agencyId: council, teamId: await cast.team(council, 'social-work'), name: 'Tom Price' });
  manager = await cast.staff('TM', { agencyId: council, teamId: team });
  dpo = await cast.staff('DPO', { agencyId: council });
  desk = await cast.staff('SHIELD', { agencyId: council, teamId: await cast.team(council, 'shield-desk') });
  school = await cast.agency('SCHOOL', 'Elm Park Primary');
  dsl = await cast.staff('DSL', { agencyId: school });
  otherDsl = await cast.staff('DSL', { agencyId: await cast.agency('SCHOOL', 'Oak Park Primary') });
  child = await cast.as(officer, (ctx) =>
    recordPerson(ctx, {
      givenName: 'Zahra',
      familyName: 'Warsame',
      dateOfBirth: '2015-03-04',
      sex: 'F',
      source: 'Contact C-1',
      address: { line1: '4 Elm Road', postcode: 'HA1 2XY', ward: 'Greenhill' },
    }),
  );
  await cast.as(officer, (ctx) =>
    openInvolvement(ctx, {
      personId: child,
      agencyId: school,
      role: 'on school roll',
      opens: 'identity',
      becauseKind: 'roll',
      becauseId: school,
      source: 'School roll',
    }),
  );
  site = await visits(cast, [peopleRoom]);
});
afterAll(async () => {
  await site.end();
  await cast.end();
});

const words = {
  given: 'Zara',
  family: 'Warsame',
  'born-day': '4',
  'born-month': '3',
  'born-year': '2015',
  reason: 'Answering a contact or referral',
  why: 'Contact from the school',
};

describe('find a child', () => {
  it('asks for more than a name, and every message at once', async () => {
    const answer = await site.post(worker, '/people/find', { given: 'Zara', family: 'Warsame', reason: '', why: '' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Choose why you are looking');
    const nameOnly = await site.post(worker, '/people/find', { ...words, 'born-day': '', 'born-month': '', 'born-year': '' });
    expect(nameOnly.statusCode).toBe(422);
    expect(nameOnly.body).toContain('A name alone finds too many people');
  });

  it('shows what matched, opens the entry with the reason given, and keeps both', async () => {
    expect((await site.get(worker, `/people/${child}`)).statusCode).toBe(404);
    const results = await site.post(worker, '/people/find', words);
    expect(results.statusCode).toBe(200);
    expect(results.body).toContain('<strong>Zahra</strong> <strong>Warsame</strong>');
    expect(results.body).toContain('Looking for the name Zara Warsame, born on 4 March 2015.');
    expect(results.body).toContain('HA1, Greenhill');
    expect(results.body).not.toContain('4 Elm Road');
    const opened = await site.post(worker, `/people/${child}/look`, { reason: 'Answering a contact or referral: test' });
    expect(opened.headers.location).toBe(`/people/${child}`);
    const entry = await site.get(worker, `/people/${child}`);
    expect(entry.statusCode).toBe(200);
    expect(entry.body).toContain('4 Elm Road');
    const look = await cast.behind.selectFrom('index_look').selectAll().where('staff_id', '=', worker.staffId).executeTakeFirstOrThrow();
    expect(look.runs_out_at.getTime() - look.looked_at.getTime()).toBe(12 * 3_600_000);
    const audit = await cast.behind
      .selectFrom('audit_event')
      .select(['action', 'purpose'])
      .where('staff_id', '=', worker.staffId)
      .where('action', '=', 'people.person.look')
      .executeTakeFirst();
    expect(audit?.purpose).toContain('Answering a contact');
  });

  it('reads one box, says how, and answers a request for JSON with the same', async () => {
    const { reason, why } = words;
    const asked = { q: 'warsame zara 2015 ha1', reason, why };
    const results = await site.post(worker, '/people/find', asked);
    expect(results.body).toContain('Looking for the name warsame zara, born in 2015, near HA1.');
    expect(results.body).toContain('<strong>Zahra</strong>');
    const json = await site.post(worker, '/people/find', asked, { accept: 'application/json' });
    expect(json.headers['content-type']).toContain('application/json');
    expect(json.json()).toMatchObject({ notUsed: [], people: [{ personId: child, because: expect.stringContaining('area') }] });
    expect(json.body).not.toContain('Elm Road');
    const bare = await site.post(worker, '/people/find', { q: 'zara', reason, why }, { accept: 'application/json' });
    expect([bare.statusCode, bare.json().errors[0].message]).toEqual([422, expect.stringContaining('A name alone')]);
    expect((await site.post(dsl, '/people/find', asked, { accept: 'application/json' })).statusCode).toBe(403);
  });

  it('takes part of a date, and says what it could not use', async () => {
    const { reason, why } = words;
    const month = await site.post(worker, '/people/find', { q: 'zahra', 'born-month': 'Mar', 'born-year': '2015', reason, why });
    expect(month.body).toContain('born in March 2015');
    expect(month.body).toContain('The name typed, the same month and year.');
    const wrong = await site.post(worker, '/people/find', { q: 'zahra 999 000 0019', area: 'HA1', reason, why });
    expect(wrong.body).toContain('Not used: 999 000 0019: The last digit does not fit');
    const impossible = await site.post(worker, '/people/find', {
      q: 'zahra',
      'born-day': '31',
      'born-month': '2',
      'born-year': '2015',
      reason,
      why,
    });
    expect([impossible.statusCode, impossible.body.includes('Date of birth must be a real date')]).toEqual([422, true]);
  });

  it('says honestly what nothing found does and does not mean', async () => {
    const answer = await site.post(worker, '/people/find', { ...words, given: 'Quentin', family: 'Blackadder', 'born-year': '2003' });
    expect(answer.body).toContain('does not mean the child is unknown to every agency');
  });
});

describe('who may open a child', () => {
  it('a school’s lead sees its own pupils and no other school’s', async () => {
    expect((await site.get(dsl, `/people/${child}`)).statusCode).toBe(200);
    expect((await site.get(dsl, `/people/${child}/involved`)).body).toContain('Elm Park Primary');
    for (const path of ['', '/involved', '/involved/new', '/conflict'])
      expect((await site.get(otherDsl, `/people/${child}${path}`)).statusCode).toBe(404);
    expect((await site.get(dsl, '/people/find')).statusCode).toBe(403);
  });

  it('each desk’s pages are its own', async () => {
    for (const path of ['/shield', '/restrictions', '/emergency-access', '/conflicts'])
      expect((await site.get(officer, path)).statusCode).toBe(403);
    expect((await site.get(desk, '/shield')).statusCode).toBe(200);
    expect((await site.get(manager, '/restrictions')).statusCode).toBe(200);
    expect((await site.get(dpo, '/emergency-access')).statusCode).toBe(200);
    expect((await site.get(worker, '/practitioners?q=Leila')).body).toContain('Leila Haddad');
  });
});

describe('who is involved', () => {
  it('says what could not be known and why, and never shows a sensitive service without agreement', async () => {
    const form = {
      agencyId: council,
      practitionerName: 'Dr Secret',
      practitionerPhone: '',
      role: 'CAMHS practitioner',
      'startedOn-day': '1',
      'startedOn-month': '9',
      'startedOn-year': '2026',
      sensitive: 'yes',
    };
    const camhs = await cast.agency('CAMHS', 'CAMHS North');
    expect((await site.post(worker, `/people/${child}/involved/new`, { ...form, agencyId: camhs })).statusCode).toBe(303);
    expect(
      (
        await site.post(worker, `/people/${child}/involved/new`, {
          ...form,
          agencyId: camhs,
          practitionerName: 'Dr Open',
          consentToShow: 'yes',
        })
      ).statusCode,
    ).toBe(303);
    const page = await site.get(officer, `/people/${child}/involved`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Dr Open');
    expect(page.body).not.toContain('Dr Secret');
    expect(page.body).toContain('for every child alike');
    expect(page.body).toMatch(/Police<\/strong>: Not shared/);
    expect(page.body).toContain('2 services involved');
  });

  it('shows cover, and ends or confirms only what was typed by hand', async () => {
    const cover = await cast.staff('HV', { agencyId: council, name: 'Grace Obi' });
    const nurse = await cast.staff('SN', { agencyId: council, name: 'Ann Reed' });
    await cast.behind
      .updateTable('staff')
      .set({ cover_staff_id: cover.staffId, away_until: '2026-12-01' })
      .where('id', '=', nurse.staffId)
      .execute();
    await cast.as(officer, (ctx) =>
      openInvolvement(ctx, {
        personId: child,
        agencyId: council,
        staffId: nurse.staffId,
        role: 'school nurse',
        opens: 'identity',
        becauseKind: 'roll',
        becauseId: school,
        source: 'test',
      }),
    );
    expect((await site.get(officer, `/people/${child}/involved`)).body).toContain('Covered by Grace Obi');
    const typed = await cast.behind
      .selectFrom('involvement')
      .select('id')
      .where('practitioner_name', '=', 'Dr Open')
      .executeTakeFirstOrThrow();
    const roll = await cast.behind.selectFrom('involvement').select('id').where('role', '=', 'on school roll').executeTakeFirstOrThrow();
    expect((await site.post(officer, `/involvements/${typed.id}/confirm`, {})).statusCode).toBe(303);
    const end = { 'endedOn-day': '24', 'endedOn-month': '11', 'endedOn-year': '2026' };
    expect((await site.post(officer, `/involvements/${roll.id}/end`, end)).body).toContain('ends with it');
    expect((await site.post(officer, `/involvements/${typed.id}/end`, end)).statusCode).toBe(303);
    expect((await site.post(otherDsl, `/involvements/${roll.id}/confirm`, {})).statusCode).toBe(404);
  });
});

describe('putting a record right', () => {
  const correction = {
    givenName: 'Zahra',
    familyName: 'Warsame Ali',
    preferredName: 'Zaz',
    'born-day': '4',
    'born-month': '3',
    'born-year': '2015',
    sex: 'F',
    firstLanguage: 'Somali',
    interpreter: '',
    source: 'Her mother',
  };
  it('keeps the former name, finds by both, and shows both texts to whoever saves second', async () => {
    const form = await site.get(officer, `/people/${child}/correct`);
    expect(form.body).toContain('name="_version" value="1"');
    expect((await site.post(officer, `/people/${child}/correct`, { ...correction, _version: '1' })).statusCode).toBe(303);
    for (const family of ['Warsame', 'Ali']) expect((await site.post(worker, '/people/find', { ...words, family })).body).toContain('Zaz');
    const second = await site
      .post(manager, `/people/${child}/look`, { reason: 'to correct' })
      .then(() => site.post(manager, `/people/${child}/correct`, { ...correction, familyName: 'Warsama', _version: '1' }));
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('Warsama');
    expect(second.body).toContain('Warsame Ali');
    expect(second.body).toContain('Leila Haddad');
  });

  it('takes an address, a relationship and a manager’s warning; refuses what cannot be', async () => {
    const mother = await cast.as(officer, (ctx) =>
      recordPerson(ctx, { givenName: 'Hodan', familyName: 'Warsame', dateOfBirth: '1988-01-20', sex: 'F', source: 'Contact C-1' }),
    );
    expect(
      (
        await site.post(officer, `/people/${child}/relationship`, {
          relative: mother,
          kind: 'mother',
          responsibility: 'yes',
          source: 'Her mother',
        })
      ).statusCode,
    ).toBe(303);
    expect((await site.get(dsl, `/people/${child}`)).body).toContain('Hodan Warsame');
    expect((await site.get(dsl, `/people/${mother}`)).statusCode).toBe(404);
    expect(
      (await site.post(officer, `/people/${child}/address`, { line1: '9 Oak Way', postcode: 'nonsense', source: 'x' })).statusCode,
    ).toBe(422);
    expect(
      (await site.post(officer, `/people/${child}/address`, { line1: '9 Oak Way', postcode: 'ha2 8aa', source: 'Her mother' })).statusCode,
    ).toBe(303);
    expect((await site.get(dsl, `/people/${child}`)).body).toContain('9 Oak Way, HA2 8AA');
    const warning = { kind: 'Risk to worker', note: 'Visit in pairs', 'reviewOn-day': '1', 'reviewOn-month': '3', 'reviewOn-year': '2027' };
    expect((await site.post(officer, `/people/${child}/warning`, warning)).body).toContain('A manager agrees a warning');
    expect((await site.post(manager, `/people/${child}/warning`, warning)).statusCode).toBe(303);
    expect((await site.get(officer, `/people/${child}`)).body).toContain('Risk to worker: Visit in pairs');
  });
});

describe('restriction, emergency access and conflict', () => {
  it('closes a restricted record, opens it in an emergency for its hours, tells the officer, and is reviewed', async () => {
    expect(
      (await site.post(manager, `/people/${child}/restriction`, { allowed: desk.staffId, reason: 'A councillor’s family' })).statusCode,
    ).toBe(303);
    expect((await site.get(worker, `/people/${child}`)).statusCode).toBe(404);
    const found = await site.post(worker, '/people/find', words);
    expect(found.body).toContain('Restricted record');
    expect(found.body).toContain(`/people/${child}/emergency`);
    expect(found.body).not.toContain('2015</strong>');
    expect((await site.post(worker, `/people/${child}/look`, { reason: 'curious' })).body).toContain('This record is restricted');
    expect((await site.get(worker, `/people/${child}/emergency`)).body).toContain('for 8 hours');
    expect((await site.get(officer, `/people/${child}/emergency`)).statusCode).toBe(403);
    expect(
      (await site.post(worker, `/people/${child}/emergency`, { reason: 'Police are at the address with the child now' })).statusCode,
    ).toBe(303);
    expect((await site.get(worker, `/people/${child}`)).statusCode).toBe(200);
    expect(await cast.as(dpo, (ctx) => ctx.tx.selectFrom('alert').select('kind').execute())).toContainEqual({ kind: 'break-glass' });
    await cast.behind
      .updateTable('break_glass')
      .set({ runs_out_at: new Date(Date.now() - 1000) })
      .execute();
    expect((await site.get(worker, `/people/${child}`)).statusCode).toBe(404);
    const { id } = await cast.behind.selectFrom('break_glass').select('id').executeTakeFirstOrThrow();
    expect((await site.get(dpo, `/emergency-access/${id}`)).body).toContain('Police are at the address');
    expect(
      (await site.post(dpo, `/emergency-access/${id}/review`, { finding: 'justified', note: 'Seen with police log' })).statusCode,
    ).toBe(303);
    expect(await cast.as(dpo, (ctx) => ctx.tx.selectFrom('alert').select('id').where('seen_at', 'is', null).execute())).toEqual([]);
    expect((await site.get(manager, `/restrictions/${child}`)).body).toContain('councillor');
    expect((await site.post(manager, `/restrictions/${child}/remove`, { staffId: desk.staffId })).body).toContain(
      'Name someone else who may open this record first',
    );
    expect((await site.post(manager, `/restrictions/${child}/lift`, {})).statusCode).toBe(303);
    expect((await site.get(worker, `/people/${child}`)).statusCode).toBe(200);
  });

  it('closes a record both ways to whoever declares they know the person', async () => {
    expect((await site.post(worker, `/people/${child}/conflict`, { nature: 'neighbour' })).statusCode).toBe(303);
    for (const path of ['', '/involved', '/emergency', '/correct'])
      expect((await site.get(worker, `/people/${child}${path}`)).statusCode).toBe(404);
    expect((await site.post(worker, '/people/find', words)).body).toContain('Nobody in the index');
    expect((await site.post(worker, `/people/${child}/emergency`, { reason: 'It really cannot wait at all' })).statusCode).toBe(404);
    expect((await site.get(manager, '/conflicts')).body).toContain('neighbour');
    expect((await site.post(manager, '/conflicts/end', { staffId: worker.staffId, personId: child })).statusCode).toBe(303);
    expect((await site.get(worker, `/people/${child}`)).statusCode).toBe(200);
  });
});

describe('the shield desk', () => {
  it('compares, decides and changes who may know', async () => {
    await site.post(desk, `/people/${child}/look`, { reason: 'to shield' });
    expect((await site.post(desk, `/shield/people/${child}`, { shield: 'hidden' })).statusCode).toBe(303);
    expect((await site.get(dsl, `/people/${child}`)).statusCode).toBe(404);
    expect((await site.post(worker, '/people/find', words)).body).toContain('Nobody in the index');
    expect(
      (await site.post(desk, `/shield/people/${child}/allow`, { staffId: dsl.staffId, teamId: '', reason: 'Her school' })).statusCode,
    ).toBe(303);
    expect((await site.get(dsl, `/people/${child}`)).body).toContain('Shielded: tell nobody');
    const copy = await cast.as(officer, (ctx) =>
      recordPerson(ctx, { givenName: 'Zahra', familyName: 'Warsame', dateOfBirth: '2015-03-04', sex: 'F', source: 'Contact C-9' }),
    );
    expect((await site.get(officer, `/people/${copy}`)).body).not.toMatch(/[Ss]hield/);
    expect((await site.get(desk, '/shield')).body).toContain('1 question');
    const { id } = await cast.behind.selectFrom('shield_question').select('id').executeTakeFirstOrThrow();
    expect((await site.get(desk, `/shield/questions/${id}`)).body).toContain('The evidence is strong');
    expect((await site.get(officer, `/shield/questions/${id}`)).statusCode).toBe(403);
    expect(
      (await site.post(desk, `/shield/questions/${id}`, { decision: 'not the same', reason: 'Another Zahra, seen by her GP' })).statusCode,
    ).toBe(303);
    expect((await site.post(worker, '/people/find', words)).body).toContain('1 person');
    expect((await site.post(desk, `/shield/questions/${id}`, { decision: 'same person', reason: 'again' })).body).toContain(
      'already been decided',
    );
  });
});
