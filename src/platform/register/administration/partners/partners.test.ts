import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../access/cast.ts';
import type { StaffActor } from '../../../access/ctx.ts';
import { visits, type Visits } from '../../../web/visit.ts';
import { administrationRoom } from '../index.ts';
import { agreementsPast, endAgreement } from './agreement.store.ts';

let cast: Cast;
let visit: Visits;
let partnership: StaffActor;
let privacy: StaffActor;
let providerId: string;
beforeAll(async () => {
  cast = await makeCast();
  visit = await visits(cast, [administrationRoom]);
  const agencyId = await cast.agency();
  partnership = await cast.staff('PARTNER_M', { agencyId });
  privacy = await cast.staff('DPO', { agencyId });
  const provider = await cast.behind
    .insertInto('identity_provider')
    .values({ name: 'Charity sign-in', issuer: 'https://charity.example', client_id: 'goldthread' })
    .returning('id')
    .executeTakeFirstOrThrow();
  providerId = provider.id;
});
afterAll(async () => {
  await visit.end();
  await cast.end();
});

const date = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};
const group = {
  agencyName: 'Corner House Youth Club',
  agencyType: 'VCS',
  whatFor: 'Tell you when we are worried, and join teams around families',
  wanted: ['concerns', 'families'],
  leadName: 'Bola Adeyemi',
  leadEmail: 'bola@example.org',
  safeguardingPolicy: 'being written',
};
const tell = async (who: StaffActor | null, path: string, fields: Record<string, string | string[]> = {}) => {
  const answer = await visit.post(who, path, fields);
  expect(answer.statusCode, `${path}: ${answer.body.match(/govuk-error-message[^<]*<[^>]*>[^<]*<\/span>[^<]*/)?.[0] ?? ''}`).toBe(303);
  return String(answer.headers.location);
};
const idIn = (path: string): string => path.split('/').at(-1)!;

describe('a small group joins', () => {
  let application: string;
  let agency: string;
  let agreement: string;

  it('applies on one page, without signing in, and is given a reference', async () => {
    const wrong = await visit.post(null, '/join/small-group', { ...group, agencyName: '', leadEmail: 'nowhere', wanted: [] });
    expect(wrong.statusCode).toBe(422);
    for (const words of ['Enter the name of your group', 'like name@example.org', 'Select at least one thing', 'Bola Adeyemi'])
      expect(wrong.body).toContain(words);
    const receipt = await tell(null, '/join/small-group', group);
    expect((await visit.get(null, receipt)).body).toMatch(/P-\d{4}/);
    application = idIn(receipt);
    const list = await visit.get(partnership, '/administration/partners');
    expect(list.body).toContain('Corner House Youth Club');
    expect(list.body).toContain('working day');
  });

  it('is rung and checked; no agreement without every check', async () => {
    const path = `/administration/partners/${application}`;
    expect(
      (await visit.post(partnership, `${path}/checked`, { checks: ['who', 'safeguarding', 'people'], note: 'All well' })).statusCode,
    ).toBe(422);
    await tell(partnership, `${path}/begin`, { note: 'Spoke to Bola' });
    const early = await visit.post(partnership, `${path}/checked`, { checks: ['who'], note: 'So far' });
    expect(early.statusCode).toBe(422);
    expect(early.body).toContain('safeguarding policy was read');
    agency = idIn(await tell(partnership, `${path}/checked`, { checks: ['who', 'safeguarding', 'people'], note: 'All well' }));
    const page = await visit.get(partnership, `/administration/agencies/${agency}`);
    expect(page.body).toContain('Nothing: no agreement stands');
  });

  it('nobody joins before both signed and the privacy officer recorded the impact assessment', async () => {
    agreement = idIn(
      await tell(partnership, `/administration/agencies/${agency}/agreements/add`, {
        reference: 'ISA-0009',
        clauses: ['concerns', 'families'],
        purposes: 'To help families early',
        lawfulBasis: 'Public task',
        retention: 'As our records',
        ...date('startsOn', '2026-11-24'),
        ...date('reviewOn', '2027-11-24'),
        ...date('endsOn', '2027-12-31'),
      }),
    );
    const path = `/administration/agreements/${agreement}`;
    await tell(partnership, `${path}/theirs`, { theirsBy: 'Bola Adeyemi', ...date('theirsOn', '2026-11-20') });
    expect((await visit.post(partnership, `${path}/stand`, {})).statusCode).toBe(409);
    await tell(partnership, `${path}/ours`);
    expect((await visit.post(partnership, `${path}/privacy`, { dpiaReference: 'DPIA-9' })).statusCode, 'for the privacy officer').toBe(403);
    const administrator = { name: 'Bola Adeyemi', jobTitle: 'Leader', providerId, subject: 'bola' };
    expect((await visit.post(partnership, `/administration/agencies/${agency}/administrator`, administrator)).statusCode).toBeGreaterThan(
      399,
    );
    await tell(privacy, `${path}/privacy`, { dpiaReference: 'DPIA-9' });
    await tell(partnership, `${path}/stand`);
    await tell(partnership, `/administration/agencies/${agency}/administrator`, administrator);
    const row = await cast.behind.selectFrom('partner_application').select('state').where('id', '=', application).executeTakeFirstOrThrow();
    expect(row.state).toBe('LIVE');
  });

  it('its administrator adds its own people, within the agreement and nowhere else', async () => {
    const bola = await actorCalled('Bola Adeyemi', agency, 'AG_ADM');
    const someone = { agencyId: agency, name: 'Kit Lowe', jobTitle: 'Mentor', providerId, subject: 'kit', role: 'LP' };
    await tell(bola, '/our-agency/people/add', someone);
    const outside = await visit.post(bola, '/our-agency/people/add', { ...someone, subject: 'kit-2', role: 'SW' });
    expect(outside.statusCode).toBe(422);
    expect(outside.body).toContain('Your agreement does not have this role');
    const elsewhere = await visit.post(bola, '/our-agency/people/add', { ...someone, agencyId: await cast.agency('VCS', 'Another') });
    expect(elsewhere.statusCode).toBe(404);
    const taken = await visit.post(bola, '/our-agency/people/add', someone);
    expect(taken.statusCode).toBe(422);
    expect(taken.body).toContain('already linked');
    await tell(bola, '/our-agency/desks/add', { agencyId: agency, name: 'Our desk', purpose: 'hub-desk', phone: '' });
    expect((await visit.get(bola, '/our-agency')).body).toContain('Kit Lowe');
  });

  it('a further agreement replaces the first, and the last day ends it', async () => {
    const further = idIn(
      await tell(partnership, `/administration/agencies/${agency}/agreements/add`, {
        reference: 'ISA-0010',
        clauses: ['concerns'],
        purposes: 'As before',
        lawfulBasis: 'As before',
        retention: 'As before',
        ...date('startsOn', '2026-11-24'),
        ...date('reviewOn', '2027-11-24'),
        ...date('endsOn', '2026-11-24'),
      }),
    );
    const path = `/administration/agreements/${further}`;
    await tell(partnership, `${path}/theirs`, { theirsBy: 'Bola Adeyemi', ...date('theirsOn', '2026-11-24') });
    await tell(partnership, `${path}/ours`);
    await tell(privacy, `${path}/privacy`, { dpiaReference: 'DPIA-10' });
    await tell(partnership, `${path}/stand`);
    const clauses = async () =>
      (await cast.behind.selectFrom('agency').select('clauses').where('id', '=', agency).executeTakeFirstOrThrow()).clauses;
    expect(await clauses()).toEqual(['concerns']);
    expect((await visit.get(partnership, `/administration/agreements/${agreement}`)).body).toContain('Replaced by ISA-0010');
    await cast.behind
      .updateTable('partner_agreement')
      .set({ starts_on: '2026-11-01', ends_on: '2026-11-20' })
      .where('id', '=', further)
      .execute();
    await cast.asSystem(async (ctx) => {
      for (const one of await agreementsPast(ctx)) await endAgreement(ctx, one, 'Its last day passed');
    });
    expect(await clauses()).toEqual([]);
    expect((await visit.get(partnership, `/administration/agencies/${agency}`)).body).toContain('Its last day passed');
  });

  const actorCalled = async (name: string, agencyId: string, role: 'AG_ADM'): Promise<StaffActor> => {
    const row = await cast.behind.selectFrom('staff').select('id').where('display_name', '=', name).executeTakeFirstOrThrow();
    // Pages take place on the test's day, policies on the database's
    await cast.behind.updateTable('membership').set({ valid_from: '2026-01-01' }).where('staff_id', '=', row.id).execute();
    const model = await cast.staff(role, { agencyId });
    return { ...model, staffId: row.id, name };
  };
});

describe('an application that goes no further', () => {
  it('ends with a reason, and takes no further step', async () => {
    const path = await tell(partnership, '/administration/partners/add/small-group', { ...group, agencyName: 'Nobody Home' });
    await tell(partnership, `${path}/end`, { how: 'note that they withdrew', why: 'No time just now' });
    expect((await visit.get(partnership, path)).body).toContain('No time just now');
    expect((await visit.post(partnership, `${path}/begin`, { note: 'Again' })).statusCode).toBe(422);
  });

  it('a larger agency names who looks after privacy', async () => {
    const answer = await visit.post(null, '/join/full', { ...group, agencyType: 'COMMUNITY_HEALTH' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('who looks after privacy');
  });
});
