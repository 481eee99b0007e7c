import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FakePds } from '../../../fakes/pds/index.ts';
import { breakerOf } from './breaker.ts';
import { paceOf } from './pace.ts';
import { openPds, PdsAway, type Pds } from './pds.ts';
import { pdsSettingsFrom, type PdsSettings } from './pds-settings.ts';
import { pdsTrial } from './pds-trial.ts';
import type { TimeAtHand } from './time-at-hand.ts';

/** A clock that moves by the waiting asked of it, and by nothing else. */
function setTime(): TimeAtHand & { waited: number[]; move(milliseconds: number): void } {
  let now = Date.now();
  const waited: number[] = [];
  return {
    waited,
    now: () => now,
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      now += milliseconds;
    },
    move: (milliseconds) => {
      now += milliseconds;
    },
  };
}

let fake: FakePds;
let settings: PdsSettings;
let time: ReturnType<typeof setTime>;
let pds: Pds;
beforeAll(async () => {
  ({ fake, settings } = await pdsTrial());
});
afterAll(() => fake.stop());
beforeEach(() => {
  time = setTime();
  pds = openPds(settings, time);
});

const amina = [
  ['family', 'Hassan'],
  ['given', 'Amina'],
  ['birthdate', 'eq2018-03-02'],
] as const;

describe('the protocol', () => {
  it('signs in with a signed JWT once, then reads and searches', async () => {
    expect(await pds.ask('/Patient/9990000018')).toMatchObject({ status: 200, body: { resourceType: 'Patient', id: '9990000018' } });
    expect(await pds.ask('/Patient', amina)).toMatchObject({ status: 200, body: { total: 1, entry: [{ search: { score: 1 } }] } });
    expect(fake.asked.at(-1)).toContain('/Patient?family=Hassan&given=Amina&birthdate=eq2018-03-02');
  });

  it.each([
    ['/Patient/9990000034', 200, { id: '9990000042' }],
    ['/Patient/9990000050', 404, { issue: [{ details: { coding: [{ code: 'INVALIDATED_RESOURCE' }] } }] }],
    ['/Patient/9990000999', 404, { issue: [{ details: { coding: [{ code: 'RESOURCE_NOT_FOUND' }] } }] }],
    ['/Patient/123', 400, { issue: [{ details: { coding: [{ code: 'INVALID_RESOURCE_ID' }] } }] }],
  ])('answers %s with %i', async (path, status, body) => {
    expect(await pds.ask(path)).toMatchObject({ status, body });
  });

  it('tells no list: too many are 200 and an outcome, and a family name alone is refused', async () => {
    const several = await pds.ask('/Patient', [
      ['family', 'Khan'],
      ['given', 'Ali'],
      ['birthdate', 'eq2015-01-01'],
    ]);
    expect(several).toMatchObject({ status: 200, body: { resourceType: 'OperationOutcome', issue: [{ code: 'multiple-matches' }] } });
    expect(await pds.ask('/Patient', [['family', 'Khan']])).toMatchObject({
      status: 400,
      body: { issue: [{ details: { coding: [{ code: 'MISSING_VALUE' }] } }] },
    });
  });

  it('is turned away without a token or a request id', async () => {
    expect((await fetch(`${fake.base}/Patient/9990000018`)).status).toBe(401);
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'a.b.c',
    });
    expect((await fetch(fake.tokenUrl, { method: 'POST', body: form })).status).toBe(400);
  });

  it('gives no token to another key, and says so without trying on', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const stranger = openPds({ ...settings, privateKey }, time);
    await expect(stranger.ask('/Patient/9990000018')).rejects.toThrow('no token (400)');
    expect(time.waited).toEqual([]);
  });
});

describe('when it does not go well', () => {
  it('fetches another token when the one in hand is turned away, and before it runs out', async () => {
    await pds.ask('/Patient/9990000018');
    fake.forgetTokens();
    expect((await pds.ask('/Patient/9990000018')).status).toBe(200);
    expect(time.waited.filter((one) => one >= 500)).toEqual([500]);
    const brief = await pdsTrial({ tokenSeconds: 31 });
    const other = openPds(brief.settings, time);
    await other.ask('/Patient/9990000018');
    time.move(2_000);
    brief.fake.forgetTokens();
    expect((await other.ask('/Patient/9990000018')).status).toBe(200);
    expect(time.waited.filter((one) => one >= 500)).toEqual([500]);
    await brief.fake.stop();
  });

  it('tries again after longer each time, and gives up after four', async () => {
    fake.fail(2, 503);
    expect((await pds.ask('/Patient/9990000018')).status).toBe(200);
    expect(time.waited.filter((one) => one >= 500)).toEqual([500, 1_000]);
    fake.fail(4, 500);
    await expect(pds.ask('/Patient/9990000018')).rejects.toThrow(PdsAway);
  });

  it('rests after six failures in a row, without a call, and lets one through when it has rested', async () => {
    fake.fail(8, 500);
    await expect(pds.ask('/Patient/9990000018')).rejects.toThrow(PdsAway);
    await expect(pds.ask('/Patient/9990000018')).rejects.toThrow('several times in a row');
    const heard = fake.asked.length;
    await expect(pds.ask('/Patient/9990000018')).rejects.toThrow('several times in a row');
    expect(fake.asked.length).toBe(heard);
    fake.fail(0, 500);
    time.move(31_000);
    expect((await pds.ask('/Patient/9990000018')).status).toBe(200);
  });

  it('keeps quiet as long as it is asked to', async () => {
    const limited = await pdsTrial({ perSecond: 2 });
    const quiet = setTime();
    const patient = openPds(limited.settings, {
      ...quiet,
      wait: async (ms) => void (await quiet.wait(ms), await new Promise((done) => setTimeout(done, Math.min(ms, 1_100)))),
    });
    const statuses = [];
    for (let at = 0; at < 5; at += 1) statuses.push((await patient.ask('/Patient/9990000018')).status);
    await limited.fake.stop();
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    expect(quiet.waited.some((one) => one >= 1_000)).toBe(true);
  });

  it('is away where nobody listens', async () => {
    const lost = openPds({ ...settings, base: 'http://127.0.0.1:9/x', tokenUrl: 'http://127.0.0.1:9/token' }, time);
    await expect(lost.ask('/Patient/9990000018')).rejects.toThrow('does not answer');
  });
});

it('spreads calls evenly', async () => {
  const pace = paceOf(5, time);
  const from = time.now();
  for (let call = 0; call < 11; call += 1) await pace.turn();
  expect(time.now() - from).toBe(2_000);
  pace.rest(5_000);
  await pace.turn();
  expect(time.now() - from).toBeGreaterThanOrEqual(7_000);
});

it('a breaker counts failures in a row alone', () => {
  const breaker = breakerOf(2, 1_000, time);
  breaker.went(false);
  breaker.went(true);
  breaker.went(false);
  expect(breaker.closedFor()).toBe(0);
  breaker.went(false);
  expect(breaker.closedFor()).toBe(1_000);
});

describe('settings', () => {
  const env = {
    PDS_BASE_URL: 'https://pds.example/FHIR/R4/',
    PDS_TOKEN_URL: 'https://pds.example/token',
    PDS_API_KEY: 'key',
    PDS_KEY_ID: 'kid',
    PDS_PRIVATE_KEY: 'pem',
  };
  it('are off when none is set, whole or refused in words', () => {
    expect(pdsSettingsFrom({})).toBeNull();
    expect(pdsSettingsFrom(env)).toMatchObject({ base: 'https://pds.example/FHIR/R4', perSecond: 5 });
    expect(() => pdsSettingsFrom({ ...env, PDS_API_KEY: '' })).toThrow('Set all of');
    expect(() => pdsSettingsFrom({ ...env, PDS_BASE_URL: 'http://pds.example' })).toThrow('https://');
    expect(() => pdsSettingsFrom({ ...env, PDS_CALLS_PER_SECOND: '0' })).toThrow('above 0');
  });
});
