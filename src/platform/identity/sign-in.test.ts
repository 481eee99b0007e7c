import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs, smallBrowser, toPersonaPage, type SmallBrowser } from '../../../fakes/oidc/index.ts';
import type { StaffActor } from '../access/ctx.ts';
import type { Role } from '../access/roles.ts';
import { signInTrial, type SignInTrial } from './sign-in-trial.ts';

let trial: SignInTrial;
beforeAll(async () => {
  trial = await signInTrial();
});
afterAll(async () => {
  await trial.end();
});

// The page offers the first of each role, so each person of these tests holds a role of their own.
const roles: Role[] = [
  'SW',
  'TM',
  'DSL',
  'HV',
  'GP',
  'CO',
  'MASH_M',
  'EH_CO',
  'LP',
  'FSW',
  'COMM',
  'DCS',
  'DPO',
  'VCS',
  'IDVA',
  'MIDW',
  'PERF',
];
async function someone(): Promise<StaffActor & { agencyId: string }> {
  const agencyId = await trial.cast.agency();
  const who = await trial.cast.staff(roles.shift()!, { agencyId });
  await trial.settle();
  return { ...who, agencyId };
}
const who = async (
  browser: SmallBrowser,
  origin = trial.origin,
): Promise<{ status: number; staffId?: string; previousVisitAt?: string | null }> => {
  const response = await browser.get(`${origin}/who`);
  return response.status === 200
    ? { status: 200, ...((await response.json()) as { staffId: string; previousVisitAt: string | null }) }
    : { status: response.status };
};
const events = async (action: string) =>
  trial.cast.behind.selectFrom('audit_event').selectAll().where('action', '=', action).orderBy('id', 'desc').execute();

describe('signing in', () => {
  it('goes to the provider and back, to the page that was wanted, and is audited as the person', async () => {
    const person = await someone();
    const { browser, way } = await signInAs(trial.origin, person.staffId, smallBrowser(), '/who?x=1');
    expect(way.at(-1)).toBe(`${trial.origin}/who?x=1`);
    expect(await who(browser)).toMatchObject({ status: 200, staffId: person.staffId, previousVisitAt: null });
    const [entered] = await events('platform.sign-in.enter');
    expect(entered).toMatchObject({ actor: 'staff', staff_id: person.staffId, outcome: 'done', agency_id: person.agencyId });
    const id = browser.cookie('localhost', '__Host-session')!;
    expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(await trial.cast.behind.selectFrom('session').selectAll().where('id_hash', '=', id).execute()).toEqual([]);
  });

  it('begins a new session each time, ends the one the browser had, and knows the last visit', async () => {
    const person = await someone();
    const { browser } = await signInAs(trial.origin, person.staffId);
    const first = browser.cookie('localhost', '__Host-session')!;
    // Signed in, the sign-in page leads on; a session that ran out leads back to it.
    trial.wait(31);
    await signInAs(trial.origin, person.staffId, browser);
    expect(browser.cookie('localhost', '__Host-session')).not.toBe(first);
    const sessions = await trial.cast.behind
      .selectFrom('session')
      .selectAll()
      .where('staff_id', '=', person.staffId)
      .orderBy('started_at')
      .execute();
    expect(sessions.map((one) => one.ended_because)).toEqual(['rotated', null]);
    expect((await who(browser)).previousVisitAt).not.toBeNull();
  });

  it('is shared by every web process of the same database', async () => {
    const person = await someone();
    const { browser } = await signInAs(trial.origin, person.staffId);
    const other = await trial.another();
    expect(await who(browser, other)).toMatchObject({ status: 200, staffId: person.staffId });
    await trial.cast.behind
      .updateTable('session')
      .set({ ended_at: new Date(), ended_because: 'revoked' })
      .where('staff_id', '=', person.staffId)
      .execute();
    expect([(await who(browser, other)).status, (await who(browser)).status]).toEqual([303, 303]);
  });
});

describe('a provider bound to some agencies', () => {
  it('speaks for those alone, in the page and in the database, and loses one as soon as it is unbound', async () => {
    const person = await someone();
    const council = await trial.cast.agency();
    await trial.cast.behind
      .insertInto('membership')
      .values({ staff_id: person.staffId, agency_id: council, role: 'TM', valid_from: '2020-01-01' })
      .execute();
    const { browser } = await signInAs(trial.origin, person.staffId);
    const own = person.memberships[0]!.role;
    expect(await who(browser)).toMatchObject({ roles: [own], inTheDatabase: { roles: [own], agencies: [person.agencyId] } });
    await trial.settle();
    expect(await who(browser)).toMatchObject({
      roles: expect.arrayContaining([own, 'TM']),
      inTheDatabase: { roles: expect.arrayContaining([own, 'TM']) },
    });
    await trial.cast.behind.deleteFrom('identity_provider_agency').where('agency_id', '=', person.agencyId).execute();
    expect(await who(browser)).toMatchObject({ roles: ['TM'], inTheDatabase: { roles: ['TM'], agencies: [council] } });
    await trial.cast.behind.updateTable('identity_provider').set({ active: false }).where('issuer', '=', trial.provider.issuer).execute();
    expect(await who(browser)).toMatchObject({ roles: [], inTheDatabase: { roles: [], agencies: [] } });
    await trial.settle();
  });
});

describe('what does not sign anyone in', () => {
  const callbackOf = async (browser: SmallBrowser, subject: string): Promise<string> => {
    const personas = await toPersonaPage(trial.origin, browser);
    const chosen = await browser.post(`${personas}/${subject}`);
    const onward = await browser.get(new URL(chosen.headers.get('location')!, personas).href);
    return onward.headers.get('location')!;
  };

  it('a state that nobody began, a code used twice, an address brought from another browser', async () => {
    const person = await someone();
    const browser = smallBrowser();
    const callback = new URL(await callbackOf(browser, person.staffId));
    const wrong = new URL(callback);
    wrong.searchParams.set('state', 'made-up');
    expect((await browser.get(wrong.href)).status).toBe(400);
    expect((await smallBrowser().get(callback.href)).status).toBe(400);
    const good = await browser.get(callback.href);
    expect(good.status).toBe(303);
    const again = await browser.get(callback.href);
    expect(again.status).toBe(400);
    expect(again.headers.getSetCookie().some((line) => line.startsWith('__Host-session'))).toBe(false);
    expect((await events('platform.sign-in.refuse'))[0]).toMatchObject({
      actor: 'system',
      outcome: 'refused',
      detail: expect.objectContaining({ why: 'not-proven' }),
    });
  });

  it("a code of somebody else put into one's own return", async () => {
    const [mine, theirs] = [smallBrowser(), smallBrowser()];
    const [me, them] = [await someone(), await someone()];
    const own = new URL(await callbackOf(mine, me.staffId));
    const other = new URL(await callbackOf(theirs, them.staffId));
    own.searchParams.set('code', other.searchParams.get('code')!);
    expect((await mine.get(own.href)).status).toBe(400);
  });

  it('an attempt older than ten minutes', async () => {
    const person = await someone();
    const browser = smallBrowser();
    const callback = await callbackOf(browser, person.staffId);
    trial.wait(11);
    expect((await browser.get(callback)).status).toBe(400);
  });
});

describe('someone the provider knows and Goldthread does not let in', () => {
  const obstacles: [why: string, change: (person: { staffId: string; agencyId: string }) => Promise<unknown>][] = [
    [
      'agency-suspended',
      ({ agencyId }) =>
        trial.cast.behind
          .updateTable('agency')
          .set({ suspended_at: new Date(), suspended_reason: 'Test' })
          .where('id', '=', agencyId)
          .execute(),
    ],
    [
      'agency-not-agreed',
      ({ agencyId }) => trial.cast.behind.updateTable('agency').set({ agreement_signed_on: null }).where('id', '=', agencyId).execute(),
    ],
    [
      'agency-not-live',
      ({ agencyId }) => trial.cast.behind.updateTable('agency').set({ live_from: '2999-01-01' }).where('id', '=', agencyId).execute(),
    ],
    [
      'agency-not-bound',
      ({ agencyId }) => trial.cast.behind.deleteFrom('identity_provider_agency').where('agency_id', '=', agencyId).execute(),
    ],
    [
      'no-membership',
      ({ staffId }) =>
        trial.cast.behind.updateTable('membership').set({ valid_to: '2020-02-02' }).where('staff_id', '=', staffId).execute(),
    ],
    ['left', ({ staffId }) => trial.cast.behind.updateTable('staff').set({ left_on: '2020-02-02' }).where('id', '=', staffId).execute()],
    ['no-identity', ({ staffId }) => trial.cast.behind.deleteFrom('sign_in_identity').where('staff_id', '=', staffId).execute()],
  ];
  it.each(obstacles)('%s: is told plainly, gets no session, is audited', async (why, change) => {
    const person = await someone();
    const browser = smallBrowser();
    const personas = await toPersonaPage(trial.origin, browser);
    const chosen = await browser.post(`${personas}/${person.staffId}`);
    await change(person);
    const { response } = await browser.follow(new URL(chosen.headers.get('location')!, personas).href);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('You are not set up here yet');
    expect(browser.cookie('localhost', '__Host-session')).toBeUndefined();
    expect((await events('platform.sign-in.refuse'))[0]).toMatchObject({
      outcome: 'not-allowed',
      detail: expect.objectContaining({ why }),
    });
  });
});

describe('a session ends', () => {
  it('after 30 minutes without a request, and after 12 hours whatever happens', async () => {
    const person = await someone();
    const idle = (await signInAs(trial.origin, person.staffId)).browser;
    trial.wait(31);
    expect((await who(idle)).status).toBe(303);
    const { browser } = await signInAs(trial.origin, person.staffId, idle);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      trial.wait(20);
      expect((await who(browser)).status).toBe(200);
    }
    trial.wait(21);
    expect((await who(browser)).status).toBe(303);
  });

  it("when someone signs out: by this session's own form only; the browser is told to forget", async () => {
    const person = await trial.cast.behind.selectFrom('staff').select('id').where('job_title', '=', 'SW').executeTakeFirstOrThrow();
    const { browser } = await signInAs(trial.origin, person.id);
    await browser.post(`${trial.origin}/sign-out`, { _csrf: 'guessed' });
    expect((await who(browser)).status).toBe(200);
    const { csrf } = await trial.cast.behind
      .selectFrom('session')
      .select('csrf')
      .where('staff_id', '=', person.id)
      .where('ended_at', 'is', null)
      .orderBy('started_at', 'desc')
      .executeTakeFirstOrThrow();
    const out = await browser.post(`${trial.origin}/sign-out`, { _csrf: csrf });
    expect(out.headers.get('clear-site-data')).toBe('"cookies", "storage"');
    expect((await who(browser)).status).toBe(303);
    expect((await events('platform.sign-in.leave'))[0]).toMatchObject({ actor: 'staff', staff_id: person.id });
  });
});

it('returns that nobody began are written down forty times a minute and no more', async () => {
  trial.wait(2);
  const statuses: number[] = [];
  for (let tries = 0; tries < 45; tries += 1)
    statuses.push((await smallBrowser().get(`${trial.origin}/sign-in/callback?state=made-up&code=x`)).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
  const before = (await events('platform.sign-in.refuse')).length;
  await smallBrowser().get(`${trial.origin}/sign-in/callback?state=made-up`);
  expect(await events('platform.sign-in.refuse')).toHaveLength(before);
});

describe('a provider that is away', () => {
  it('gives a plain page and 503, never a fault', async () => {
    await trial.cast.behind
      .insertInto('identity_provider')
      .values({ name: 'Nowhere', issuer: 'http://127.0.0.1:9', client_id: 'x' })
      .execute();
    const { id } = await trial.cast.behind
      .selectFrom('identity_provider')
      .select('id')
      .where('name', '=', 'Nowhere')
      .executeTakeFirstOrThrow();
    const answer = await smallBrowser().get(`${trial.origin}/sign-in/start/${id}`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await answer.text()).toContain('Signing in is not possible just now');
    expect((await smallBrowser().get(`${trial.origin}/sign-in/start/not-an-id`)).status).toBe(404);
  });
});
