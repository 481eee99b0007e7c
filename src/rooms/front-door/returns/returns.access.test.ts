import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNow } from '../../../platform/access/cast.ts';
import type { Ctx, StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { frontDoorRoom } from '../room.ts';
import { frontDoorTasks } from '../tasks.store.ts';
import { askedCounts, askedOfUs } from './asked.store.ts';
import { remindAgency } from './reminder.store.ts';
import { returnsScene, type Asked, type ReturnsScene } from './scene.sample.ts';

const canary = 'ZZUNRELEASED';

/** The hub rule (domain 2.5): an unreleased return is its agency's alone; a request is its agency's and the hub's. */
describe('who may not see what an agency writes to the hub', () => {
  let scene: ReturnsScene;
  let web: Visits;
  let asked: Asked;
  let returnId: string;
  beforeAll(async () => {
    scene = await returnsScene();
    web = await visits(scene.cast, [frontDoorRoom]);
    asked = await scene.ask(scene.teacher);
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/answer`, {
      _version: '0',
      reach: 'OPEN_TO_HUB-YES',
      'strengths--all-words': `${canary} words`,
      'strengths--all-source': `${canary} source`,
      then: 'check',
    });
    const row = await scene.cast.behind
      .selectFrom('agency_return')
      .selectAll()
      .where('request_id', '=', asked.id)
      .executeTakeFirstOrThrow();
    returnId = row.id;
  });
  afterAll(async () => {
    await web?.end();
    await scene?.end();
  });

  const outsiders = (): [string, StaffActor][] => [
    ['the officer who asked', scene.officer],
    ['the front door manager', scene.manager],
    ['another school', scene.otherSchool],
    ['the police', scene.police],
    ['a health desk', scene.health],
    ['the privacy officer', scene.privacy],
    ['the administrator', scene.administrator],
    ['a mere referrer of the same school', scene.referrer],
  ];
  const rows = (who: StaffActor, table: 'agency_return' | 'return_line') =>
    scene.cast.as(who, async (ctx) => (await ctx.tx.selectFrom(table).selectAll().execute()).length);

  it('gives no row of an unreleased return to anyone outside its agency', async () => {
    for (const [who, actor] of outsiders())
      for (const table of ['agency_return', 'return_line'] as const)
        expect([who, table, await rows(actor, table)]).toEqual([who, table, 0]);
    expect(await rows(scene.colleague, 'return_line')).toBe(1);
  });

  it('lets nobody outside change, release or empty it, past any page', async () => {
    for (const [who, actor] of outsiders()) {
      const changed = await scene.cast.as(actor, async (ctx) => {
        const one = await ctx.tx.updateTable('agency_return').set({ known: 'no' }).where('id', '=', returnId).executeTakeFirst();
        const two = await ctx.tx.updateTable('return_line').set({ words: 'x' }).where('return_id', '=', returnId).executeTakeFirst();
        const three = await ctx.tx.deleteFrom('return_line').where('return_id', '=', returnId).executeTakeFirst();
        return Number(one.numUpdatedRows + two.numUpdatedRows + three.numDeletedRows);
      });
      expect([who, changed]).toEqual([who, 0]);
    }
  });

  it('says nothing of it in any page, error, list or count of anyone else', async () => {
    const paths = ['', '/answer', '/check', '/nothing-known', '/decline'].map((tail) => `/asked-of-us/${asked.id}${tail}`);
    const others = [
      '/asked-of-us',
      '/asked-of-us?list=all',
      '/asked-of-us/onward',
      '/front-door',
      `/front-door/contacts/${asked.contactId}`,
    ];
    const hub = ['/front-door/hub', `/front-door/hub/${asked.enquiryId}`];
    for (const [, actor] of outsiders())
      for (const path of [...paths, ...others, ...hub]) {
        const answer = await web.get(actor, path);
        expect(answer.body).not.toContain(canary);
        if (paths.includes(path)) expect([path, answer.statusCode === 404 || answer.statusCode === 403]).toEqual([path, true]);
      }
  });

  it('answers a request that is not theirs as one that never was', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const bare = (body: string, id: string): string =>
      body
        .replaceAll(id, 'ID')
        .replaceAll(/nonce="[^"]+"|name="_key" value="[^"]+"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
        .replaceAll(/Reference[^<]*/g, '');
    const fields = {
      _version: '2',
      agreed: 'yes',
      reason: 'law',
      words: 'x',
      then: 'check',
      'strengths--all-words': 'x',
      reach: 'HUB_ONLY-NO',
    };
    for (const tail of ['/acknowledge', '/answer', '/release', '/throw-away', '/nothing-known', '/decline']) {
      const theirs = await web.post(scene.otherSchool, `/asked-of-us/${asked.id}${tail}`, fields);
      const none = await web.post(scene.otherSchool, `/asked-of-us/${nowhere}${tail}`, fields);
      expect([tail, theirs.statusCode]).toEqual([tail, 404]);
      expect(bare(theirs.body, asked.id)).toBe(bare(none.body, nowhere));
    }
  });

  it('does not let the asker see by the clock, the state or an alert that something is written', async () => {
    const request = await scene.cast.as(scene.manager, (ctx) =>
      ctx.tx
        .selectFrom('information_request')
        .select(['state', 'answered_at', 'version'])
        .where('id', '=', asked.id)
        .executeTakeFirstOrThrow(),
    );
    expect(request).toEqual({ state: 'SENT', answered_at: null, version: 1 });
    expect(await scene.cast.behind.selectFrom('alert').selectAll().where('record_id', '=', asked.id).execute()).toEqual([]);
  });

  it('refuses to release for an agency one does not answer for, even with its ids in hand', async () => {
    const release = scene.cast.as(scene.otherSchool, (ctx) =>
      ctx.tx
        .insertInto('agency_return')
        .values({
          request_id: asked.id,
          agency_id: scene.school,
          number: 9,
          known: 'yes',
          written_by: scene.otherSchool.staffId,
          written_at: testNow,
        })
        .execute(),
    );
    await expect(release).rejects.toThrow(/row-level security/);
  });

  it('opens to the hub alone when released, to nobody else, and does not change any more', async () => {
    const other = await scene.ask(scene.teacher);
    await web.post(scene.teacher, `/asked-of-us/${other.id}/answer`, {
      _version: '0',
      reach: 'HUB_ONLY-NO',
      'strengths--all-words': 'Said',
      then: 'check',
    });
    const row = await scene.cast.behind
      .selectFrom('agency_return')
      .selectAll()
      .where('request_id', '=', other.id)
      .executeTakeFirstOrThrow();
    await web.post(scene.teacher, `/asked-of-us/${other.id}/release`, { _version: String(row.version) });
    for (const actor of [scene.officer, scene.manager]) expect(await rows(actor, 'return_line')).toBe(1);
    for (const actor of [scene.otherSchool, scene.police, scene.privacy, scene.administrator, scene.referrer])
      expect(await rows(actor, 'return_line')).toBe(0);
    const late = await scene.cast.as(scene.teacher, (ctx) =>
      ctx.tx.updateTable('return_line').set({ words: 'Other' }).where('return_id', '=', row.id).executeTakeFirst(),
    );
    expect(late.numUpdatedRows).toBe(0n);
    const changed = scene.cast.as(scene.teacher, (ctx) =>
      ctx.tx.updateTable('agency_return').set({ known: 'no' }).where('id', '=', row.id).execute(),
    );
    await expect(changed).rejects.toThrow(/does not change/);
  });

  it('shows a request only to the hub desk where the agency has one', async () => {
    const health = await scene.ask(scene.health, { discipline: 'health' });
    expect((await web.get(scene.health, `/asked-of-us/${health.id}`)).statusCode).toBe(200);
    expect((await web.get(scene.nurse, `/asked-of-us/${health.id}`)).statusCode).toBe(404);
    expect(await scene.cast.as(scene.nurse, askedCounts)).toEqual({ owed: 0, overdue: 0, answered: 0, all: 0 });
    expect(await scene.cast.as(scene.nurse, frontDoorTasks)).toEqual([]);
  });

  it('hides a request about someone closed to the reader, in list, count, Today and reminder', async () => {
    const hidden = await scene.cast.person({ given_name: 'Hidden', shield: 'hidden' });
    const known = await scene.cast.person({ given_name: 'Neighbour' });
    await scene.cast.behind
      .insertInto('conflict_of_interest')
      .values({ staff_id: scene.police.staffId, person_id: known, nature: 'neighbour', valid_from: '2020-01-01' })
      .execute();
    const closed = [
      await scene.ask(scene.police, { discipline: 'police', child: hidden }),
      await scene.ask(scene.police, { discipline: 'police', child: known }),
    ];
    expect(await scene.cast.as(scene.police, (ctx) => askedOfUs(ctx, 'all'))).toEqual([]);
    expect(await scene.cast.as(scene.police, askedCounts)).toEqual({ owed: 0, overdue: 0, answered: 0, all: 0 });
    expect(await scene.cast.as(scene.police, frontDoorTasks)).toEqual([]);
    for (const one of closed) {
      expect((await web.get(scene.police, `/asked-of-us/${one.id}`)).statusCode).toBe(404);
      expect(await scene.cast.asSystem((ctx) => remindAgency(ctx, one.id, 'return-overdue'))).toBe(0);
    }
    expect(await scene.cast.behind.selectFrom('alert').selectAll().where('staff_id', '=', scene.police.staffId).execute()).toEqual([]);
  });

  it('shows an agency nothing of the contact, the enquiry, its rating or what another agency was asked', async () => {
    await scene.ask(scene.police, { discipline: 'police' });
    for (const table of ['contact', 'contact_person', 'contact_recognition', 'hub_enquiry', 'hub_rag', 'contact_decision'] as const)
      expect([
        table,
        await scene.cast.as(scene.otherSchool, async (ctx) => (await ctx.tx.selectFrom(table).selectAll().execute()).length),
      ]).toEqual([table, 0]);
    const seen = await scene.cast.as(scene.teacher, async (ctx) => ctx.tx.selectFrom('information_request').select('agency_id').execute());
    expect(new Set(seen.map((one) => one.agency_id))).toEqual(new Set([scene.school]));
  });

  it('tells the worker the agency of an owed request and nobody else', async () => {
    const ask = (ctx: Ctx) =>
      ctx.tx
        .selectNoFrom((eb) => eb.fn<string>('access.agency_that_owes', [eb.cast(eb.val(asked.id), 'uuid')]).as('agency'))
        .executeTakeFirst();
    expect(await scene.cast.asSystem((ctx) => ask(ctx))).toEqual({ agency: scene.school });
    for (const who of [scene.otherSchool, scene.officer, scene.administrator])
      expect(await scene.cast.as(who, (ctx) => ask(ctx))).toEqual({ agency: null });
  });
});
