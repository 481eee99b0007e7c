import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCast, type Cast } from '../access/cast.ts';
import { addFirstAdministrator, type FirstAdministrator } from './first-administrator.ts';
import { personBehind } from './recognise.store.ts';
import { mayWorkHere } from './recognise.ts';
import { settleRealSignIn } from './start-sign-in.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(async () => {
  await cast.end();
});

const now = new Date();
const env = {
  BASE_URL: 'https://goldthread.example',
  OIDC_ISSUER: 'https://login.example/v2.0',
  OIDC_CLIENT_ID: 'x',
  OIDC_CLIENT_SECRET: 'y',
};
const given: FirstAdministrator = {
  agency: { name: 'Example Council', agreementReference: 'ISA-1', agreementSignedOn: '2026-01-01', dpiaReference: 'DPIA-1' },
  name: 'Amir Haddad',
  jobTitle: 'Administrator',
  issuer: env.OIDC_ISSUER,
  subject: 'abc',
};

it('a new installation with the provider of its environment has an administrator who may sign in, and only one first', async () => {
  await settleRealSignIn(cast.app, env, now);
  await addFirstAdministrator(cast.app, given, now);
  const provider = await cast.behind.selectFrom('identity_provider').selectAll().executeTakeFirstOrThrow();
  expect(provider).toMatchObject({ issuer: env.OIDC_ISSUER, client_secret_name: 'OIDC_CLIENT_SECRET' });
  const person = await cast.asSystem((ctx) =>
    personBehind(ctx, { issuer: env.OIDC_ISSUER, subject: 'abc', providerId: provider.id }, now.toISOString().slice(0, 10)),
  );
  expect(mayWorkHere(person, now.toISOString().slice(0, 10))).toMatchObject({
    memberships: [{ role: 'SYSADMIN', agencyName: 'Example Council' }],
  });
  await expect(addFirstAdministrator(cast.app, { ...given, subject: 'another' }, now)).rejects.toThrow('has had an administrator already');
});

it('refuses to start, in words, without an address, without a provider, or without its secret', async () => {
  const empty = await makeCast();
  await expect(settleRealSignIn(empty.app, {}, now)).rejects.toThrow('Set BASE_URL');
  await expect(settleRealSignIn(empty.app, { BASE_URL: env.BASE_URL }, now)).rejects.toThrow('Nobody could sign in');
  await expect(settleRealSignIn(empty.app, { ...env, OIDC_CLIENT_ID: '' }, now)).rejects.toThrow('together');
  await expect(settleRealSignIn(empty.app, { ...env, OIDC_ISSUER: 'http://login.example' }, now)).rejects.toThrow('https://');
  await empty.behind
    .insertInto('identity_provider')
    .values({ name: 'School', issuer: 'https://school.example', client_id: 'x', client_secret_name: 'OIDC_SCHOOL_SECRET' })
    .execute();
  await expect(settleRealSignIn(empty.app, { BASE_URL: env.BASE_URL }, now)).rejects.toThrow('OIDC_SCHOOL_SECRET');
  // The demonstration's own provider, left behind in a database that is none, opens nothing.
  await empty.behind.updateTable('identity_provider').set({ issuer: 'http://127.0.0.1:3001', client_secret_name: null }).execute();
  await expect(settleRealSignIn(empty.app, { BASE_URL: env.BASE_URL }, now)).rejects.toThrow('Nobody could sign in');
  await empty.end();
});
