import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../access/cast.ts';
import type { StaffActor } from '../access/ctx.ts';
import { openNotify } from './client.ts';
import { connectNotify } from './connection.ts';
import { notify, type Recipient } from './notify.ts';
import { notifyTrial, type NotifyTrial } from './notify-trial.ts';
import { notifySettingsFrom, templateKeys } from './settings.ts';
import { templateNames, templateOf, wordsFor } from './templates.ts';
import { checkedWords } from './words.ts';

describe('what a message may hold', () => {
  it('is a reference, a day and a link in every template, and no other value', () => {
    for (const name of templateNames)
      for (const channel of ['email', 'sms'] as const) {
        const words = wordsFor(name, channel);
        const used = [...`${words?.subject ?? ''} ${words?.body ?? ''}`.matchAll(/\(\(([^)]*)\)\)/g)].map(([, value]) => value);
        expect(used.filter((value) => !['reference', 'day', 'link'].includes(value ?? ''))).toEqual([]);
        if (channel === 'email') expect(new Set(used)).toEqual(new Set(templateOf(name).values));
      }
  });

  it('names no child, family, agency or service in its own words', () => {
    const forbidden = /\b(child|children|family|mother|father|school|police|health|abuse|risk|name)\b/i;
    for (const name of templateNames) {
      const { subject, body, text } = { text: '', ...templateOf(name) };
      expect(`${subject} ${body} ${text}`).not.toMatch(forbidden);
    }
  });

  it('refuses whatever is not of its shape, whoever calls', () => {
    const reference = (value: string) => () => checkedWords('concern-answered', { reference: value, link: '/my-concerns' });
    const link = (value: string) => () => checkedWords('concern-answered', { reference: 'C-2041', link: value });
    expect(reference('C-2041')()).toEqual({ reference: 'C-2041', link: '/my-concerns' });
    for (const wrong of ['Amina Hassan', 'C-2041 Amina', '', 'amina@example.org', '2018-03-02']) expect(reference(wrong)).toThrow();
    for (const wrong of ['/search?q=Amina', '/children/Amina Hassan', 'https://elsewhere.example', '/my-concerns#Amina', '/people/Amina'])
      expect(link(wrong)).toThrow();
    expect(() => checkedWords('concern-answered', { reference: 'C-1', link: '/x', child: 'Amina' } as never)).toThrow(
      'no place for "child"',
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (/[^A-Z0-9-]/.test(text)) expect(reference(text)).toThrow();
      }),
    );
  });
});

describe('settings', () => {
  const ids = Object.fromEntries(templateKeys().map((key) => [key, randomUUID()]));
  const key = `goldthread-live-${randomUUID()}-${randomUUID()}`;
  it('send nothing until a key is set', () => expect(notifySettingsFrom({})).toBeNull());
  it('say in words what is missing', () => {
    expect(() => notifySettingsFrom({ NOTIFY_API_KEY: 'x', BASE_URL: 'https://a.example' })).toThrow('NOTIFY_API_KEY');
    expect(() => notifySettingsFrom({ NOTIFY_API_KEY: key })).toThrow('BASE_URL');
    expect(() => notifySettingsFrom({ NOTIFY_API_KEY: key, BASE_URL: 'https://a.example', NOTIFY_TEMPLATES: '{}' })).toThrow(
      'concern-answered:email',
    );
  });
  it('read the service and the secret out of the key', () => {
    const read = notifySettingsFrom({ NOTIFY_API_KEY: key, BASE_URL: 'https://a.example/', NOTIFY_TEMPLATES: JSON.stringify(ids) });
    expect(`goldthread-live-${read?.serviceId}-${read?.secret}`).toBe(key);
    expect(read?.origin).toBe('https://a.example');
  });
});

describe('a notification', () => {
  let cast: Cast;
  let trial: NotifyTrial;
  let officer: StaffActor;

  beforeAll(async () => {
    cast = await makeCast();
    trial = await notifyTrial(cast);
    officer = await cast.staff('CO', { agencyId: await cast.agency() });
    await cast.behind.updateTable('staff').set({ email: 'officer@example.org' }).where('id', '=', officer.staffId).execute();
  });
  beforeEach(() => connectNotify(openNotify(trial.settings)));
  afterAll(async () => {
    await trial.end();
    await cast.end();
  });

  const ask = async (to: Recipient = { staffId: officer.staffId }): Promise<string> => {
    const about = { kind: 'contact', id: randomUUID() };
    const words = { reference: 'C-2041', link: '/my-concerns' };
    const asked = await cast.as(officer, (ctx) => notify(ctx, { template: 'concern-answered', to, words, about }));
    return 'id' in asked ? asked.id : asked.cannotBecause;
  };
  const row = (id: string) => cast.behind.selectFrom('notification').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const envelopes = async (id: string) =>
    (await cast.behind.selectFrom('notification_envelope').select('address').where('notification_id', '=', id).execute()).length;

  it('goes out once its transaction commits, and is followed until it has arrived', async () => {
    const id = await ask();
    expect((await row(id)).state).toBe('WAITING');
    await trial.work('notify.send');
    const [message] = trial.fake.messages.filter((one) => one.reference === id);
    expect(message?.to).toBe('officer@example.org');
    expect(message?.body).toContain('There is an answer to the concern you raised, reference C-2041.');
    expect(message?.body).toContain('https://goldthread.example/my-concerns');
    expect(await envelopes(id)).toBe(0);
    await trial.work('notify.check');
    expect(await row(id)).toMatchObject({ state: 'DELIVERED', said: 'delivered' });
  });

  it('does not go out when the transaction does not commit', async () => {
    const before = trial.fake.messages.length;
    const about = { kind: 'contact', id: randomUUID() };
    const words = { reference: 'C-1', link: '/my-concerns' };
    const broken = cast.as(officer, async (ctx) => {
      await notify(ctx, { template: 'concern-answered', to: { staffId: officer.staffId }, words, about });
      throw new Error('something else went wrong');
    });
    await expect(broken).rejects.toThrow();
    await trial.work('notify.send');
    expect(trial.fake.messages).toHaveLength(before);
  });

  it('is tried again after 429, 500 and silence, and keeps its envelope meanwhile', async () => {
    const id = await ask();
    for (const status of [429, 500, 0]) {
      trial.fake.fail(1, status);
      await trial.work('notify.send');
      expect((await row(id)).state).toBe('WAITING');
      expect(await envelopes(id)).toBe(1);
    }
    // Asked whether an earlier one got through, then sent.
    await trial.work('notify.send');
    expect(await row(id)).toMatchObject({ state: 'SENT', tries: 4 });
  });

  it('reaches its reader once though the answer was lost on the way', async () => {
    const id = await ask();
    trial.fake.loseAnswers(1);
    await trial.work('notify.send');
    expect((await row(id)).state).toBe('WAITING');
    await trial.work('notify.send', 2);
    expect((await row(id)).state).toBe('SENT');
    expect(trial.fake.messages.filter((one) => one.reference === id)).toHaveLength(1);
  });

  it('has failed at once when the service refuses it, and when it does not arrive; no address is kept', async () => {
    const refused = await ask({ channel: 'email', address: 'no address at all' });
    await trial.work('notify.send');
    expect(await row(refused)).toMatchObject({ state: 'FAILED', said: 'ValidationError (400)' });
    expect(await envelopes(refused)).toBe(0);
    const lost = await ask({ channel: 'sms', address: '07700 900002' });
    await trial.work('notify.send');
    await trial.work('notify.check');
    expect(await row(lost)).toMatchObject({ state: 'FAILED', said: 'permanent-failure' });
    const everything = JSON.stringify(await cast.behind.selectFrom('notification').selectAll().execute());
    expect(everything).not.toContain('900002');
    expect(everything).not.toContain('no address at all');
  });

  it('waits when the key is wrong, and says so', async () => {
    const id = await ask();
    connectNotify(openNotify({ ...trial.settings, secret: randomUUID() }));
    await trial.work('notify.send');
    expect(await row(id)).toMatchObject({ state: 'WAITING', said: 'AuthError (403)' });
    connectNotify(openNotify(trial.settings));
    await trial.work('notify.send');
    expect((await row(id)).state).toBe('SENT');
  });

  it('is given up after three days', async () => {
    const id = await ask();
    await cast.behind
      .updateTable('notification')
      .set({ asked_at: new Date(testNow.getTime() - 73 * 3_600_000) })
      .where('id', '=', id)
      .execute();
    trial.fake.fail(1, 500);
    await trial.work('notify.send');
    expect(await row(id)).toMatchObject({ state: 'FAILED', said: 'Exception (500)' });
  });

  it('is told as not sent where no service is set up', async () => {
    const id = await ask();
    connectNotify(null);
    await trial.work('notify.send');
    expect((await row(id)).state).toBe('NOT_SENT');
    expect(await envelopes(id)).toBe(0);
  });

  it('is not written for somebody without an address, nor as a text that has no words', async () => {
    const silent = await cast.staff('SW', { agencyId: await cast.agency('LA_SOCIAL_CARE', 'Other') });
    expect(await ask({ staffId: silent.staffId })).toBe('no address on file');
  });

  it('is closed to everyone but the worker: where it goes and what it says', async () => {
    await ask({ channel: 'email', address: 'somebody@example.org' });
    const other = await cast.staff('SYSADMIN', { agencyId: await cast.agency('LA_SOCIAL_CARE', 'Third') });
    for (const who of [officer, other]) {
      const seen = await cast.as(who, (ctx) => ctx.tx.selectFrom('notification_envelope').selectAll().execute());
      expect(seen).toEqual([]);
    }
    const others = await cast.as(other, (ctx) => ctx.tx.selectFrom('notification').selectAll().execute());
    expect(others).toEqual([]);
  });
});
