import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../access/cast.ts';
import type { StaffActor } from '../../access/ctx.ts';
import { appendAudit } from '../../audit/append.ts';
import { sha256 } from '../../web/csrf.ts';
import { visits, type Visits } from '../../web/visit.ts';
import { administrationRoom } from './index.ts';
import { fillRetentionRules } from './retention/retention.store.ts';

let cast: Cast;
let visit: Visits;
let administrator: StaffActor;
let officer: StaffActor;
let agencyId: string;
beforeAll(async () => {
  cast = await makeCast();
  visit = await visits(cast, [administrationRoom]);
});
beforeEach(async () => {
  agencyId = await cast.agency();
  administrator ??= await cast.staff('SYSADMIN', { agencyId });
  officer ??= await cast.staff('DPO', { agencyId });
});
afterAll(async () => {
  await visit.end();
  await cast.end();
});

const date = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};
const school = { name: 'Larkspur Primary School', type: 'SCHOOL', phone: '', email: '' };
const post = (path: string, fields: Record<string, string | string[]>) => visit.post(administrator, path, fields);
const lastEvent = async (action: string) =>
  cast.behind.selectFrom('audit_event').selectAll().where('action', '=', action).orderBy('id', 'desc').executeTakeFirst();

describe('agencies', () => {
  it('says everything that is wrong at once, and keeps what was typed', async () => {
    const answer = await post(`/administration/agencies/${agencyId}/change`, {
      ...school,
      name: '',
      type: '',
      phone: '020 7946 0111',
      _version: '1',
    });
    expect(answer.statusCode).toBe(422);
    for (const words of ['Enter the name of the agency', 'Select the kind of agency', 'value="020 7946 0111"'])
      expect(answer.body).toContain(words);
  });

  it('nobody joins an agency before its agreement and impact assessment are recorded', async () => {
    const { id } = await cast.behind
      .insertInto('agency')
      .values({ name: 'New', agency_type: 'SCHOOL' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const someone = await cast.behind
      .insertInto('staff')
      .values({ display_name: 'Anita', job_title: 'DSL' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const joined = await post(`/administration/people/${someone.id}/roles/add`, {
      role: 'DSL',
      agencyId: id,
      teamId: '',
      ...date('from', '2026-11-24'),
    });
    expect(joined.statusCode).toBe(422);
    expect(joined.body).toContain('before its agreement and impact assessment are recorded');
  });

  it('two administrators at once: the second sees both texts and overwrites nothing', async () => {
    const path = `/administration/agencies/${agencyId}`;
    expect((await post(`${path}/change`, { ...school, phone: '111', _version: '1' })).statusCode).toBe(303);
    const second = await post(`${path}/change`, { ...school, phone: '222', _version: '1' });
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('222');
    expect(second.body).toContain('111');
    expect(second.body).toContain('Test SYSADMIN');
  });

  it('is suspended at once: its people lose every right with their next request, and those who work nowhere else are signed out', async () => {
    const only = await cast.staff('CO', { agencyId });
    const elsewhere = await cast.staff('CO', { agencyId });
    await cast.behind
      .insertInto('membership')
      .values({ staff_id: elsewhere.staffId, agency_id: await cast.agency(), role: 'SW', valid_from: '2020-01-01' })
      .execute();
    expect((await visit.get(only, '/sessions')).statusCode).toBe(200);
    expect((await visit.get(elsewhere, '/sessions')).statusCode).toBe(200);
    expect((await post(`/administration/agencies/${agencyId}/suspend`, { what: 'suspend', reason: '' })).statusCode).toBe(422);
    expect((await post(`/administration/agencies/${agencyId}/suspend`, { what: 'suspend', reason: 'Agreement broken' })).statusCode).toBe(
      303,
    );
    expect((await visit.get(only, '/sessions')).statusCode).toBe(303);
    expect((await visit.get(elsewhere, '/sessions')).statusCode).toBe(200);
    expect((await lastEvent('administration.agency.suspend'))?.detail).toMatchObject({ what: 'suspend', sessionsEnded: 1 });
    await post(`/administration/agencies/${agencyId}/suspend`, { what: 'lift', reason: '' });
    expect((await visit.get(administrator, `/administration/agencies/${agencyId}`)).body).toContain('Working');
  });
});

describe('people', () => {
  it('are added, given a role, linked to an account, and leave', async () => {
    const added = await post('/administration/people/add', { name: 'Grace Mensah', jobTitle: 'Health visitor', email: '', phone: '' });
    const path = added.headers.location!.replace('/roles/add', '');
    const role = { role: 'HV', agencyId, teamId: '', ...date('from', '2026-11-01') };
    expect((await post(`${path}/roles/add`, role)).headers.location).toBe(path);
    await cast.behind.insertInto('identity_provider').values({ name: 'Trust', issuer: 'https://trust.example', client_id: 'x' }).execute();
    const { id } = await cast.behind
      .selectFrom('identity_provider')
      .select('id')
      .where('issuer', '=', 'https://trust.example')
      .executeTakeFirstOrThrow();
    expect((await post(`${path}/sign-ins/add`, { providerId: id, subject: 'abc' })).statusCode).toBe(303);
    const twice = await post(`${path}/sign-ins/add`, { providerId: id, subject: 'abc' });
    expect(twice.body).toContain('already linked to someone');
    const page = (await visit.get(administrator, path)).body;
    for (const words of ['Grace Mensah', 'Health visitor', 'Trust', 'abc', 'Record that they leave']) expect(page).toContain(words);
    expect((await post(`${path}/leave`, date('lastDay', '2026-11-23'))).statusCode).toBe(303);
    const staffId = path.split('/').at(-1)!;
    expect(await cast.behind.selectFrom('membership').select('valid_to').where('staff_id', '=', staffId).execute()).toEqual([
      { valid_to: '2026-11-23' },
    ]);
    expect((await visit.get(administrator, '/administration/people?state=left')).body).toContain('Left on 23 November 2026');
  });

  it('a team of another agency, an end before the beginning: refused together', async () => {
    const someone = await cast.staff('CO', { agencyId });
    const team = await cast.team(await cast.agency(), 'other');
    const answer = await post(`/administration/people/${someone.staffId}/roles/add`, {
      role: 'CO',
      agencyId,
      teamId: team,
      ...date('from', '2026-11-24'),
      ...date('to', '2026-11-01'),
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Select a team of that agency');
    expect(answer.body).toContain('same as or after the first day');
  });

  it('the last administrator can neither leave nor lose the role', async () => {
    const own = await cast.behind
      .selectFrom('membership')
      .select('id')
      .where('staff_id', '=', administrator.staffId)
      .where('role', '=', 'SYSADMIN')
      .executeTakeFirstOrThrow();
    const ended = await post(`/administration/people/${administrator.staffId}/roles/${own.id}/end`, date('lastDay', '2026-11-24'));
    expect(ended.body).toContain('without an administrator');
    expect((await post(`/administration/people/${administrator.staffId}/leave`, date('lastDay', '2026-11-24'))).body).toContain(
      'without an administrator',
    );
    expect((await visit.get(administrator, '/administration')).statusCode).toBe(200);
  });

  it('are found by part of a name, typed in a form and not in an address; a wildcard is only a character', async () => {
    await cast.staff('CO', { agencyId, name: 'Priya 100% Raman' });
    expect((await post('/administration/people', { name: 'priya' })).body).toContain('Priya 100% Raman');
    expect((await post('/administration/people', { name: '0% R' })).body).toContain('Priya 100% Raman');
    expect((await post('/administration/people', { name: '%zz%' })).body).toContain('Nobody fits');
  });
});

describe('sessions', () => {
  const begin = async (who: StaffActor, id: string): Promise<void> => {
    await cast.behind
      .insertInto('session')
      .values({
        id_hash: sha256(id),
        staff_id: who.staffId,
        csrf: `csrf-${id}`,
        issuer: 'test',
        user_agent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140',
        started_at: testNow,
        last_used_at: testNow,
        expires_at: new Date(testNow.getTime() + 3_600_000),
      })
      .execute();
  };
  const opens = async (id: string): Promise<number> =>
    (await visit.app.inject({ method: 'GET', url: '/sessions', headers: { cookie: `__Host-session=${id}` } })).statusCode;

  it("a person sees their own and ends another of them; nobody else's", async () => {
    const person = await cast.staff('CO', { agencyId });
    const other = await cast.staff('CO', { agencyId });
    await begin(person, 'mine-elsewhere');
    await begin(other, 'theirs');
    const page = (await visit.get(person, '/sessions')).body;
    expect(page).toContain('Chrome on Windows');
    expect(page).toContain('(this one)');
    expect(page).not.toContain(sha256('theirs'));
    expect((await visit.post(person, '/sessions/end', { reference: sha256('theirs') })).statusCode).toBe(404);
    expect(await opens('theirs')).toBe(200);
    expect((await visit.post(person, '/sessions/end', { reference: sha256('mine-elsewhere') })).statusCode).toBe(303);
    expect(await opens('mine-elsewhere')).toBe(303);
  });

  it("an administrator ends anyone's, at once", async () => {
    const person = await cast.staff('CO', { agencyId });
    await begin(person, 'lost-laptop');
    expect(await opens('lost-laptop')).toBe(200);
    expect((await post('/administration/sessions/end', { reference: sha256('lost-laptop') })).statusCode).toBe(303);
    expect(await opens('lost-laptop')).toBe(303);
  });
});

describe('settings, clocks, retention, jobs', () => {
  it('a setting takes only what it may be, and says who changed it', async () => {
    expect((await post('/administration/settings/break-glass-hours', { value: '100' })).body).toContain(
      'Enter a whole number from 1 to 72',
    );
    expect((await post('/administration/settings/break-glass-hours', { value: '4' })).statusCode).toBe(303);
    expect((await visit.get(administrator, '/administration/settings')).body).toContain('Changed by Test SYSADMIN');
    expect((await post('/administration/settings/demonstration', { value: '1' })).statusCode).toBe(404);
  });

  it("the hub's hours change from a day on, and what held before ends the day before", async () => {
    const given = { weekday: '6', open: 'open', opensAt: '10:00', closesAt: '09:00', ...date('from', '2026-12-01') };
    expect((await post('/administration/settings/hub-hours', given)).body).toContain('after the opening time');
    expect((await post('/administration/settings/hub-hours', { ...given, closesAt: '14:00' })).statusCode).toBe(303);
    expect(
      (
        await post('/administration/settings/hub-hours', {
          ...given,
          open: 'closed',
          opensAt: '',
          closesAt: '',
          ...date('from', '2027-01-01'),
        })
      ).statusCode,
    ).toBe(303);
    expect(await cast.behind.selectFrom('hub_hours').select(['valid_from', 'valid_to']).where('weekday', '=', 6).execute()).toEqual([
      { valid_from: '2026-12-01', valid_to: '2026-12-31' },
    ]);
  });

  it('a statutory limit may be shortened, never lengthened; the old version ends the day before', async () => {
    const rules = (await visit.get(administrator, '/administration/clocks')).body;
    expect(rules).toContain('Law or statutory guidance');
    const [, key] = /clocks\/([^/]+)\/change"[^>]*>Change<span[^>]*>[^<]*<\/span><\/a><\/td><\/tr>/.exec(rules)!;
    const before = (await visit.get(administrator, `/administration/clocks/${key}/change`)).body;
    const limit = Number(/name="limit"[^>]*value="(\d+)"/.exec(before)?.[1] ?? /value="(\d+)"[^>]*name="limit"/.exec(before)?.[1]);
    const given = { limit: String(limit), warn: '70', source: 'Partnership board, minute 12', ...date('from', '2026-12-01') };
    if (before.includes('set by law'))
      expect((await post(`/administration/clocks/${key}/change`, { ...given, limit: String(limit + 1) })).body).toContain('not lengthened');
    expect((await post(`/administration/clocks/${key}/change`, { ...given, ...date('from', '2026-11-24') })).body).toContain(
      'must be in the future',
    );
    expect((await post(`/administration/clocks/${key}/change`, given)).statusCode).toBe(303);
    const versions = await cast.behind
      .selectFrom('clock_rule')
      .select(['valid_from', 'valid_to'])
      .where('key', '=', key!)
      .orderBy('valid_from', 'desc')
      .execute();
    expect(versions.slice(0, 2)).toMatchObject([{ valid_from: '2026-12-01', valid_to: null }, { valid_to: '2026-11-30' }]);
  });

  it('a bank holiday is announced once', async () => {
    const given = { title: 'Coronation', source: 'GOV.UK', ...date('day', '2027-06-08') };
    expect((await post('/administration/clocks/holidays', given)).statusCode).toBe(303);
    expect((await post('/administration/clocks/holidays', given)).body).toContain('a bank holiday already');
  });

  it("retention rules are filled in once and keep an authority's own change", async () => {
    expect(await cast.asSystem(fillRetentionRules)).toBe(10);
    await post('/administration/retention/audit-log', {
      keepYears: '10',
      countedFrom: 'last event',
      basis: 'local',
      source: 'Our schedule',
      legalHold: 'yes',
    });
    expect(await cast.asSystem(fillRetentionRules)).toBe(0);
    const page = (await visit.get(administrator, '/administration/retention')).body;
    expect(page).toContain('Our schedule');
    expect(page).toContain('Held');
  });

  it('a job that was given up is tried again', async () => {
    await cast.behind
      .insertInto('job')
      .values({ kind: 'test.job', payload: '{}', state: 'dead', attempt: 8, last_error: 'Timeout', finished_at: testNow })
      .execute();
    const { id } = await cast.behind.selectFrom('job').select('id').where('kind', '=', 'test.job').executeTakeFirstOrThrow();
    expect((await visit.get(administrator, '/administration/jobs')).body).toContain('Timeout');
    expect((await post('/administration/jobs/retry', { id: String(id) })).statusCode).toBe(303);
    expect((await post('/administration/jobs/retry', { id: String(id) })).body).toContain('not given up any more');
  });

  it('the data dictionary shows every table in words', async () => {
    expect((await visit.get(administrator, '/administration/dictionary/agency')).body).toContain(
      'No one from an agency may work here before its agreement',
    );
    expect((await visit.get(administrator, '/administration/dictionary/pg_authid')).statusCode).toBe(404);
  });

  it("a provider's secret is only ever a name that begins with OIDC_, and the only one offered stays offered", async () => {
    const given = {
      name: 'Council',
      issuer: 'https://login.example/v2.0',
      clientId: 'x',
      secretName: 'DATABASE_URL',
      active: 'yes',
      agencyIds: [agencyId],
    };
    expect((await post('/administration/providers/add', given)).body).toContain('begins with OIDC_');
    expect((await post('/administration/providers/add', { ...given, secretName: 'OIDC_COUNCIL_SECRET' })).statusCode).toBe(303);
    expect((await post('/administration/providers/add', { ...given, issuer: 'http://login.example', secretName: '' })).body).toContain(
      'must begin with https',
    );
    const { id } = await cast.behind.selectFrom('identity_provider').select('id').where('name', '=', 'Council').executeTakeFirstOrThrow();
    expect(await cast.behind.selectFrom('identity_provider_agency').select('agency_id').where('provider_id', '=', id).execute()).toEqual([
      { agency_id: agencyId },
    ]);
    expect((await post(`/administration/providers/${id}`, { ...given, secretName: '', agencyIds: [] })).statusCode).toBe(303);
    expect(await cast.behind.selectFrom('identity_provider_agency').select('agency_id').where('provider_id', '=', id).execute()).toEqual(
      [],
    );
  });
});

it('a provider whose issuer changes signs everyone out whom it signed in', async () => {
  const given = { name: 'Moving', issuer: 'https://old.example', clientId: 'x', secretName: '', active: 'yes', agencyIds: [agencyId] };
  await post('/administration/providers/add', given);
  const { id } = await cast.behind.selectFrom('identity_provider').select('id').where('name', '=', 'Moving').executeTakeFirstOrThrow();
  const person = await cast.staff('CO', { agencyId });
  await cast.behind
    .insertInto('session')
    .values({ id_hash: 'moved', staff_id: person.staffId, csrf: 'c', issuer: given.issuer, expires_at: new Date('2030-01-01') })
    .execute();
  expect((await post(`/administration/providers/${id}`, { ...given, issuer: 'https://new.example' })).statusCode).toBe(303);
  expect(await cast.behind.selectFrom('session').select('ended_because').where('id_hash', '=', 'moved').executeTakeFirst()).toEqual({
    ended_because: 'revoked',
  });
});

it('a machine is added with its scopes, once for each issuer and subject, and switched off', async () => {
  const given = {
    name: 'School roll feed',
    agencyId,
    issuer: 'https://login.example/v2.0',
    subject: 'feed',
    scopes: 'profile.read\r\ninvolvement.read',
    callsPerMinute: '60',
    active: 'yes',
  };
  expect((await post('/administration/machines/add', { ...given, scopes: 'everything!' })).body).toContain(
    'Enter scopes such as profile.read',
  );
  expect((await post('/administration/machines/add', given)).statusCode).toBe(303);
  expect((await post('/administration/machines/add', given)).body).toContain('has this issuer and subject already');
  const { id, scopes } = await cast.behind.selectFrom('machine_client').select(['id', 'scopes']).executeTakeFirstOrThrow();
  expect(scopes).toEqual(['profile.read', 'involvement.read']);
  expect((await post(`/administration/machines/${id}`, { ...given, active: 'no' })).statusCode).toBe(303);
  expect((await visit.get(administrator, '/administration/machines')).body).toContain('Switched off');
});

describe('the audit search', () => {
  it('finds by person, by worker, by act and by day, and is itself written down with everyone it showed', async () => {
    const worker = await cast.staff('SW', { agencyId, name: 'Joanna Kowalczyk' });
    const child = await cast.person();
    await cast.as(worker, async (ctx) => {
      ctx.note.action = 'people.person.view';
      ctx.note.subjects.add(child);
      await appendAudit(ctx);
    });
    const question = { personId: child, staffId: worker.staffId, action: 'people', outcome: '', before: '' };
    const answer = await visit.post(officer, '/audit', question);
    expect(answer.statusCode).toBe(200);
    for (const words of ['Joanna Kowalczyk', 'people.person.view', '<strong>1 event</strong>']) expect(answer.body).toContain(words);
    expect(await lastEvent('administration.audit.search')).toMatchObject({ staff_id: officer.staffId, subject_ids: [child] });
    expect((await visit.post(officer, '/audit', { ...question, ...date('to', '2020-01-01') })).body).toContain(
      'Nothing was written that fits',
    );
    expect((await visit.post(officer, '/audit', { ...question, personId: 'not-an-id' })).statusCode).toBe(422);
  });

  it('pages through by the last event shown', async () => {
    for (let number = 0; number < 52; number += 1)
      await cast.asSystem(async (ctx) => {
        ctx.note.action = 'test.page.turn';
        await appendAudit(ctx);
      });
    const first = await visit.post(officer, '/audit', { action: 'test.page.turn', personId: '', staffId: '', outcome: '', before: '' });
    expect(first.body).toContain('<strong>50 events</strong>');
    const before = /name="before" value="(\d+)"/.exec(first.body)![1]!;
    expect(
      (await visit.post(officer, '/audit', { action: 'test.page.turn', personId: '', staffId: '', outcome: '', before })).body,
    ).toContain('<strong>2 events</strong>');
  });
});

it('alerts are seen by those they are for, and dealt with once', async () => {
  await cast.behind.insertInto('alert').values({ role: 'DPO', kind: 'break-glass', href: '/emergency-access' }).execute();
  const { id } = await cast.behind.selectFrom('alert').select('id').where('kind', '=', 'break-glass').executeTakeFirstOrThrow();
  expect((await visit.get(administrator, '/alerts')).body).not.toContain('emergency');
  expect((await visit.post(administrator, '/alerts/dealt-with', { alertId: id })).body).toContain('already');
  expect((await visit.get(officer, '/alerts')).body).toContain('Emergency access was used');
  expect((await visit.post(officer, '/alerts/dealt-with', { alertId: id })).statusCode).toBe(303);
  expect((await visit.post(officer, '/alerts/dealt-with', { alertId: id })).body).toContain('already');
});
