import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { notFound } from '../../access/refusal.ts';
import type { Room } from '../../register/room.ts';
import { signInTrial, type SignInTrial } from '../sign-in-trial.ts';
import { apiForm, apiRoute, checkApiRoutes } from './api-route.ts';

const room: Room = {
  name: 'machines',
  routes: [],
  api: [
    apiForm(
      '/api/v1/echo',
      'echo.write',
      'test.echo.write',
      z.object({ word: z.string().min(1, 'Enter a word') }),
      async (_ctx, _asked, given) => given,
    ),
    apiRoute('/api/v1/things/:id', 'profile.read', 'test.thing.view', async () => {
      throw notFound();
    }),
  ],
};

let trial: SignInTrial;
let agencyId: string;
let own: { server: Server; issuer: string; sign: (claims: JWTPayload, more?: { exp?: number; key?: 'other' }) => Promise<string> };
const now = (): number => Math.floor(Date.now() / 1_000);

/** An issuer whose tokens the test can bend: discovery and keys over HTTP, signatures by hand. */
async function issuerOfOurs() {
  const [good, other] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
  const jwk = { ...(await exportJWK(good.publicKey)), kid: '1', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` }));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const sign = (claims: JWTPayload, more: { exp?: number; key?: 'other' } = {}) =>
    new SignJWT({ iss: issuer, sub: 'feed', aud: trial.origin, scope: 'profile.read', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: '1' })
      .setIssuedAt()
      .setExpirationTime(more.exp ?? now() + 300)
      .sign(more.key ? other.privateKey : good.privateKey);
  return { server, issuer, sign };
}

beforeAll(async () => {
  trial = await signInTrial([{ clientId: 'school-feed', secret: 'a secret of the test', scopes: ['profile.read', 'echo.write'] }], [room]);
  agencyId = await trial.cast.agency();
  own = await issuerOfOurs();
  await trial.cast.behind
    .insertInto('machine_client')
    .values([
      { agency_id: agencyId, name: 'School feed', issuer: trial.provider.issuer, subject: 'school-feed', scopes: ['profile.read'] },
      { agency_id: agencyId, name: 'Own feed', issuer: own.issuer, subject: 'feed', scopes: ['profile.read', 'echo.write'] },
    ])
    .execute();
});
beforeEach(async () => {
  await trial.cast.behind.updateTable('agency').set({ suspended_at: null }).where('id', '=', agencyId).execute();
});
afterAll(async () => {
  own.server.close();
  await trial.end();
});

const call = (token: string | null, path = '/api/v1/me', more: RequestInit = {}): Promise<Response> =>
  fetch(`${trial.origin}${path}`, {
    ...more,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(more.body ? { 'content-type': 'application/json' } : {}) },
  });
const lastEvent = async () => trial.cast.behind.selectFrom('audit_event').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();

describe("a machine with its issuer's token", () => {
  it('is given one by client credentials at the provider, and is answered in JSON; audited as the machine of its agency', async () => {
    const given = await fetch(`${trial.provider.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'profile.read echo.write' }),
      headers: { authorization: `Basic ${Buffer.from(`school-feed:${encodeURIComponent('a secret of the test')}`).toString('base64')}` },
    });
    const { access_token: token } = (await given.json()) as { access_token: string };
    const answer = await call(token);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ agency: { id: agencyId }, scopes: ['profile.read'] });
    expect(await lastEvent()).toMatchObject({
      actor: 'machine',
      action: 'platform.api.me',
      outcome: 'done',
      agency_id: agencyId,
      staff_id: null,
    });
  });

  it('may send a body of the right shape; a wrong one is told field by field', async () => {
    const token = await own.sign({ scope: 'echo.write' });
    expect(await (await call(token, '/api/v1/echo', { method: 'POST', body: '{"word":"hello"}' })).json()).toEqual({ word: 'hello' });
    const wrong = await call(token, '/api/v1/echo', { method: 'POST', body: '{"word":""}' });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({ errors: [{ field: 'word', message: 'Enter a word' }] });
    const broken = await call(token, '/api/v1/echo', { method: 'POST', body: '{' });
    expect(broken.status).toBeLessThan(500);
  });

  it('roles in the manner of Entra ID count as scopes; a refusal of the room is a problem in JSON', async () => {
    expect((await call(await own.sign({ scope: undefined, roles: ['profile.read'] }))).status).toBe(200);
    const missing = await call(await own.sign({}), '/api/v1/things/1');
    expect(missing.status).toBe(404);
    expect(await lastEvent()).toMatchObject({ actor: 'machine', action: 'test.thing.view', outcome: 'not-found', agency_id: agencyId });
    expect(missing.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('tokens that open nothing', () => {
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const cases: [what: string, token: () => Promise<string | null> | string | null][] = [
    ['none at all', () => null],
    ['no token but words', () => 'not.a.token'],
    ['expired', () => own.sign({}, { exp: now() - 60 })],
    ['for another audience', () => own.sign({ aud: 'https://another.example' })],
    ['signed with another key', () => own.sign({}, { key: 'other' })],
    ['of an unknown subject', () => own.sign({ sub: 'somebody' })],
    ['not yet valid', () => own.sign({ nbf: now() + 600 })],
    ['of an unknown issuer', () => own.sign({ iss: 'https://evil.example' })],
    [
      'without a signature (alg none)',
      () =>
        new UnsecuredJWT({ scope: 'profile.read' })
          .setIssuer(own.issuer)
          .setSubject('feed')
          .setAudience(trial.origin)
          .setIssuedAt()
          .setExpirationTime('5m')
          .encode(),
    ],
    [
      'signed with a shared secret',
      () => `${encoded({ alg: 'HS256' })}.${encoded({ iss: own.issuer, sub: 'feed', aud: trial.origin, exp: now() + 300 })}.AAAA`,
    ],
    [
      'changed after it was signed',
      async () => {
        const [head, , tail] = (await own.sign({})).split('.');
        return `${head}.${encoded({ iss: own.issuer, sub: 'feed', aud: trial.origin, exp: now() + 300, iat: now(), scope: 'profile.read echo.write' })}.${tail}`;
      },
    ],
  ];
  it.each(cases)('%s: 401, a challenge, an audit row', async (_what, token) => {
    const answer = await call(await token());
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await lastEvent()).toMatchObject({ actor: 'system', action: 'platform.api.me', outcome: 'refused' });
  });

  it('an expired token does not come back to life on a clock that is set right, and a good one ages', async () => {
    const token = await own.sign({}, { exp: now() + 120 });
    expect((await call(token)).status).toBe(200);
    trial.wait(4);
    expect((await call(token)).status).toBe(401);
    trial.wait(-4);
  });

  it('without the scope in the token or in our record: 403', async () => {
    expect((await call(await own.sign({ scope: 'other' }))).status).toBe(403);
    expect(await lastEvent()).toMatchObject({ actor: 'machine', outcome: 'not-allowed' });
  });

  it('of a suspended agency, or of a client switched off: at once', async () => {
    const token = await own.sign({});
    expect((await call(token)).status).toBe(200);
    await trial.cast.behind.updateTable('agency').set({ suspended_at: new Date() }).where('id', '=', agencyId).execute();
    expect((await call(token)).status).toBe(401);
    await trial.cast.behind.updateTable('agency').set({ suspended_at: null }).where('id', '=', agencyId).execute();
    await trial.cast.behind.updateTable('machine_client').set({ active: false }).where('subject', '=', 'feed').execute();
    expect((await call(token)).status).toBe(401);
    await trial.cast.behind.updateTable('machine_client').set({ active: true }).where('subject', '=', 'feed').execute();
  });

  it("a session's cookie opens no address for machines", async () => {
    expect((await fetch(`${trial.origin}/api/v1/me`, { headers: { cookie: '__Host-session=anything' } })).status).toBe(401);
  });
});

it('an address that sends nothing good is heard forty times a minute, then told to wait, and no longer fills the audit', async () => {
  const rows = async () =>
    (
      await trial.cast.behind
        .selectFrom('audit_event')
        .select((pick) => pick.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  const statuses = [];
  for (let tries = 0; tries < 60; tries += 1) statuses.push((await call('not.a.token')).status);
  expect(statuses.at(-1)).toBe(429);
  const before = await rows();
  expect((await call(null)).status).toBe(429);
  expect(await rows()).toBe(before);
  expect((await call(await own.sign({}))).status).toBe(200);
});

it('an address for machines without its parts is refused at the start', () => {
  const answer = async (): Promise<null> => null;
  for (const route of [
    apiRoute('/me', 'a.b', 'a.b', answer),
    apiRoute('/api/v1/x', '', 'a.b', answer),
    apiRoute('/api/v1/x', 'a.b', '', answer),
  ]) {
    expect(() => checkApiRoutes([route])).toThrow(/needs a path/);
  }
});
