import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInTrial, type SignInTrial } from '../../../platform/identity/sign-in-trial.ts';
import { runWorker } from '../../../platform/jobs/worker.ts';
import { frontDoorRoom } from '../room.ts';
import { takeWaiting } from './actions/take-waiting.ts';
import { policeJobs } from './jobs.ts';

let trial: SignInTrial;
let force: string;
let tokens: { notify: string; other: string };
beforeAll(async () => {
  const clients = ['police-desk', 'other-force', 'no-scope'].map((clientId) => ({
    clientId,
    secret: 'a secret of the test',
    scopes: ['police.notify'],
  }));
  trial = await signInTrial(clients, [frontDoorRoom]);
  force = await trial.cast.agency('POLICE', 'Met Police');
  const other = await trial.cast.agency('POLICE', 'Another force');
  const machine = (agency_id: string, subject: string, scopes: string[]) => ({
    agency_id,
    name: subject,
    issuer: trial.provider.issuer,
    subject,
    scopes,
  });
  await trial.cast.behind
    .insertInto('machine_client')
    .values([
      machine(force, 'police-desk', ['police.notify']),
      machine(other, 'other-force', ['police.notify']),
      machine(force, 'no-scope', ['profile.read']),
    ])
    .execute();
  tokens = { notify: await tokenOf('police-desk'), other: await tokenOf('other-force') };
});
afterAll(() => trial.end());

async function tokenOf(client: string): Promise<string> {
  const given = await fetch(`${trial.provider.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'police.notify' }),
    headers: { authorization: `Basic ${Buffer.from(`${client}:${encodeURIComponent('a secret of the test')}`).toString('base64')}` },
  });
  return ((await given.json()) as { access_token: string }).access_token;
}

const call = (path: string, body: unknown, token = tokens.notify) =>
  fetch(`${trial.origin}/api/v1/police/${path}`, {
    method: body === null ? 'GET' : 'POST',
    ...(body === null ? {} : { body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
interface Receipt {
  id: string;
  version: number;
  update: boolean;
  state: string;
}
const receipt = async (answer: Response): Promise<Receipt> => (await answer.json()) as Receipt;

/** Takes in everything that waits. */
async function work(): Promise<void> {
  await trial.cast.asSystem(async (ctx) => {
    for (let rounds = 0; rounds < 50; rounds += 1) if (!(await takeWaiting(ctx))) break;
  }, new Date());
}

const incident = (change: Record<string, unknown> = {}) => ({
  policeRef: 'CAD/1/26',
  incidentAt: '2026-11-20T21:40:00Z',
  incidentType: 'DA',
  location: { line1: '14 Oak Road', town: 'Harrow', postcode: 'ha1 2xy' },
  circumstances: 'Shouting was heard. A plate was thrown.',
  persons: [
    {
      role: 'victim',
      givenName: 'Ruth',
      familyName: 'Adeyemi',
      phone: '020 7946 0000',
      safeContact: { never: ['letter'], onlyBy: 'phone', onlyFrom: '09:30', onlyTo: '14:30' },
    },
    { role: 'suspect', givenName: 'Paul', familyName: 'Reed' },
    { role: 'child present', givenName: 'Tola', familyName: 'Adeyemi', dateOfBirth: '2018-03-02', school: 'Marsh Lane Primary' },
  ],
  dashRisk: 'high',
  ...change,
});
const contacts = () => trial.cast.behind.selectFrom('contact').selectAll().orderBy('reference').execute();
const namedOf = (contactId: string) =>
  trial.cast.behind.selectFrom('contact_person').selectAll().where('contact_id', '=', contactId).orderBy('position').execute();

describe('the intake of police notifications', () => {
  it('answers with a receipt; the contact, its people, its clock and its safe-contact rules are made by a job', async () => {
    const sent = await call('notifications', incident());
    expect(sent.status).toBe(200);
    const first = await receipt(sent);
    expect(first).toMatchObject({ version: 1, update: false, state: 'received' });
    expect(await contacts()).toEqual([]);
    await work();
    const [contact] = await contacts();
    expect(contact).toMatchObject({
      channel: 'POLICE_FEED',
      source_code: '6',
      state: 'SUBMITTED',
      referrer_agency_id: force,
      what_happened: 'Shouting was heard. A plate was thrown.',
    });
    const row = await trial.cast.behind.selectFrom('police_notification').selectAll().where('id', '=', first.id).executeTakeFirstOrThrow();
    expect(contact?.received_at).toEqual(row.received_at);
    const named = await namedOf(contact?.id ?? '');
    expect(named.map((one) => [one.part, one.given_name, one.postcode])).toEqual([
      ['adult', 'Ruth', 'HA1 2XY'],
      ['adult', 'Paul', null],
      ['child', 'Tola', 'HA1 2XY'],
    ]);
    const clock = await trial.cast.behind
      .selectFrom('clock')
      .selectAll()
      .where('subject_id', '=', contact?.id ?? '')
      .execute();
    expect(clock.map((one) => [one.rule_key, one.started_at])).toEqual([['C02', row.received_at]]);
    const rules = await trial.cast.behind
      .selectFrom('safe_contact_rule')
      .selectAll()
      .where('contact_id', '=', contact?.id ?? '')
      .execute();
    expect(rules.map((one) => [one.channel, one.rule, one.told_by]).toSorted()).toEqual([
      ['letter', 'never', 'police'],
      ['phone', 'only between', 'police'],
    ]);
    expect((await receipt(await call(`notifications/${first.id}`, null))).state).toBe('at the front door');
  });

  it('the same again is the same receipt, and nothing more; other words are a further version of the same contact', async () => {
    const again = await receipt(await call('notifications', incident()));
    expect(again).toMatchObject({ version: 1, update: false });
    const changed = incident({
      circumstances: 'A second child was found upstairs.',
      persons: [...incident().persons, { role: 'child present', givenName: 'Ife', familyName: 'Adeyemi' }],
    });
    expect(await receipt(await call('notifications', changed))).toMatchObject({ version: 2, update: true });
    await work();
    const all = await contacts();
    expect(all).toHaveLength(1);
    expect((await namedOf(all[0]?.id ?? '')).map((one) => one.given_name)).toEqual(['Ruth', 'Paul', 'Tola', 'Ife']);
    expect(await trial.cast.behind.selectFrom('safe_contact_rule').select('id').execute()).toHaveLength(2);
  });

  it('an update of a contact that is closed begins another, which names the one before and proposes to join nothing by itself', async () => {
    await trial.cast.behind.updateTable('contact').set({ state: 'CLOSED', closed_at: new Date() }).execute();
    await call('notifications', incident({ circumstances: 'He came back in the night.' }));
    await work();
    const all = await contacts();
    expect(all).toHaveLength(2);
    expect(all[1]?.history_known).toContain(all[0]?.reference);
    const joins = await trial.cast.behind.selectFrom('incident_join').selectAll().execute();
    expect(joins).toMatchObject([{ contact_id: all[1]?.id, earlier_contact_id: all[0]?.id, answer: null }]);
  });

  it('another call about the same evening, home and people is proposed to be joined; a person will say', async () => {
    const neighbour = incident({
      policeRef: 'CAD/2/26',
      incidentAt: '2026-11-20T22:55:00Z',
      location: { line1: '14, Oak Rd.', postcode: 'HA12XY' },
      circumstances: 'A neighbour called.',
      persons: [{ role: 'child present', givenName: 'Tola', familyName: 'Adeyemi' }],
    });
    await call('notifications', neighbour);
    await work();
    const joins = await trial.cast.behind.selectFrom('incident_join').selectAll().orderBy('found_at', 'desc').execute();
    expect(joins[0]?.reasons).toEqual(['The same address', '1 hour apart', 'Both name Tola Adeyemi']);
    expect((await contacts()).every((one) => one.duplicate_of === null)).toBe(true);
  });

  it('children nobody named are looked for at the address: they stand as a child to recognise', async () => {
    await call('notifications', incident({ policeRef: 'CAD/3/26', incidentAt: '2026-11-21T09:00:00Z', persons: [] }));
    await work();
    const last = (await contacts()).at(-1);
    expect(await namedOf(last?.id ?? '')).toMatchObject([{ part: 'child', given_name: null, postcode: 'HA1 2XY', line1: '14 Oak Road' }]);
  });

  it('a batch takes the good ones, sends the bad ones back with every reason, in order', async () => {
    const batch = [
      incident({ policeRef: 'B1' }),
      { policeRef: 'B2', incidentType: 'NONSENSE', persons: [{ role: 'thief' }] },
      incident({ policeRef: 'B1' }),
    ];
    const answer = await call('notifications/batch', {
      notifications: [...batch, incident({ policeRef: 'B4', incidentAt: '2099-01-01T00:00:00Z' }), 7],
    });
    const { results } = (await answer.json()) as { results: { became: string; policeRef?: string; errors?: { field: string }[] }[] };
    expect(results.map((one) => one.became)).toEqual(['new', 'rejected', 'same', 'rejected', 'rejected']);
    expect(results[1]?.policeRef).toBe('B2');
    expect(results[1]?.errors?.map((one) => one.field)).toEqual(expect.arrayContaining(['incidentAt', 'incidentType', 'persons-0-role']));
    const many = await call('notifications/batch', { notifications: Array.from({ length: 501 }, () => 1) });
    expect(many.status).toBe(422);
  });

  it('what cannot be right is told field by field; a field we do not know is not dropped in silence', async () => {
    const wrong = await call('notifications', {
      ...incident({ policeRef: 'W1', dashRisk: 'huge', incidentAt: 'yesterday' }),
      weather: 'rain',
    });
    expect(wrong.status).toBe(422);
    const { errors } = (await wrong.json()) as { errors: { field: string }[] };
    expect(errors.map((one) => one.field).toSorted()).toEqual(['dashRisk', 'incidentAt', 'main-content']);
  });

  it('another force, a machine without the scope and one without a token get nothing', async () => {
    const first = await receipt(await call('notifications', incident({ policeRef: 'S1' })));
    expect((await call(`notifications/${first.id}`, null, tokens.other)).status).toBe(404);
    const theirs = await receipt(await call('notifications', incident({ policeRef: 'S1' }), tokens.other));
    expect(theirs).toMatchObject({ version: 1 });
    expect(theirs.id).not.toBe(first.id);
    expect((await call('notifications', incident(), await tokenOf('no-scope'))).status).toBe(403);
    expect((await call('notifications', incident(), 'not.a.token')).status).toBe(401);
  });

  it('twenty at once under one reference are one notification; two versions at once are taken one after another', async () => {
    const same = await Promise.all(
      Array.from({ length: 20 }, async () => receipt(await call('notifications', incident({ policeRef: 'R1' })))),
    );
    expect(new Set(same.map((one) => one.id)).size).toBe(1);
    const versions = await Promise.all(
      ['a', 'b', 'c'].map(async (word) => receipt(await call('notifications', incident({ policeRef: 'R2', circumstances: word })))),
    );
    expect(versions.map((one) => one.version).toSorted()).toEqual([1, 2, 3]);
    await work();
    const became = await trial.cast.behind.selectFrom('police_notification').select('contact_id').where('police_ref', '=', 'R2').execute();
    expect(new Set(became.map((one) => one.contact_id)).size).toBe(1);
  });

  it('the worker takes what came within seconds, without being told; one that cannot be taken keeps no other back', async () => {
    const poison = await receipt(await call('notifications', incident({ policeRef: 'P1' })));
    await trial.cast.db.superuser.query(
      `create function public.fails() returns trigger language plpgsql as $$ begin if new.police_ref = 'P1' then raise exception 'no'; end if; return new; end $$;
       create trigger fails before update on police_notification for each row execute function public.fails()`,
    );
    const good = await receipt(await call('notifications', incident({ policeRef: 'P2' })));
    const stop = new AbortController();
    const working = runWorker({ db: trial.cast.app, jobs: policeJobs, stop: stop.signal, pollMs: 50 });
    await expect
      .poll(async () => (await receipt(await call(`notifications/${good.id}`, null))).state, { timeout: 15_000 })
      .toBe('at the front door');
    stop.abort();
    await working;
    await trial.cast.db.superuser.query('drop trigger fails on police_notification');
    const asked = await trial.cast.behind
      .selectFrom('job')
      .select('unique_key')
      .where('kind', '=', 'front-door.take-police-notification')
      .execute();
    expect(asked.map((one) => one.unique_key)).toEqual([`front-door.take-police-notification:${poison.id}`]);
    await work();
    expect((await receipt(await call(`notifications/${poison.id}`, null))).state).toBe('at the front door');
  }, 30_000);
});
