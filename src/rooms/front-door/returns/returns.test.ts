import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNow } from '../../../platform/access/cast.ts';
import { Refusal } from '../../../platform/access/refusal.ts';
import { clocksOf } from '../../../platform/time/clock.store.ts';
import { keepDraft } from '../../../platform/web/draft.store.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { sharing } from '../../casework/index.ts';
import { frontDoorRoom } from '../room.ts';
import { frontDoorTasks } from '../tasks.store.ts';
import { askedCounts, askedOfUs, requestAsked } from './asked.store.ts';
import { returnsJobs } from './jobs.ts';
import { passOnCorrection } from './pass-on-correction.ts';
import { remindAgency, requestsToRemind } from './reminder.store.ts';
import { returnsOf } from './return.store.ts';
import { returnsScene, type Asked, type ReturnsScene } from './scene.sample.ts';

const hours = (many: number): Date => new Date(testNow.getTime() + many * 3_600_000);

describe('an agency answers the hub', () => {
  let scene: ReturnsScene;
  let web: Visits;
  beforeAll(async () => {
    scene = await returnsScene();
    web = await visits(scene.cast, [frontDoorRoom]);
  });
  afterAll(async () => {
    await web?.end();
    await scene?.end();
  });

  const state = async (asked: Asked) =>
    scene.cast.behind.selectFrom('information_request').selectAll().where('id', '=', asked.id).executeTakeFirstOrThrow();
  const clock = async (asked: Asked) =>
    (await scene.cast.as(scene.teacher, (ctx) => clocksOf(ctx, 'information-request', [asked.id]))).get(asked.id)?.[0];
  const latest = async (asked: Asked) => (await scene.cast.as(scene.teacher, (ctx) => returnsOf(ctx, asked.id)))[0];
  const place = (asked: Asked, key: string) => `${key}--${asked.childAbout.slice(0, 8)}`;
  const full = (asked: Asked): Record<string, string> => ({
    _version: '0',
    reach: 'OPEN_TO_HUB-ASK',
    [`${place(asked, 'attendance')}-ready`]: 'Under 50%',
    [`${place(asked, 'attendance')}-words`]: 'since June',
    [`${place(asked, 'disclosures')}-words`]: 'She says she is hit',
    [`${place(asked, 'disclosures')}-kind`]: 'allegation',
    [`${place(asked, 'disclosures')}-source`]: 'Amina',
    [`${place(asked, 'disclosures')}-reach`]: 'HUB_ONLY-NO',
    then: 'check',
  });
  const written = async (asked: Asked) => {
    const saved = await web.post(scene.teacher, `/asked-of-us/${asked.id}/answer`, full(asked));
    expect(saved.headers.location).toBe(`/asked-of-us/${asked.id}/check`);
    return latest(asked);
  };

  it('shows what the hub asks and about whom, and nothing else of the contact', async () => {
    const asked = await scene.ask(scene.teacher, { what: 'How is she at school?' });
    const list = await web.get(scene.teacher, '/asked-of-us');
    expect(list.body).toContain('Amina Hassan, Hodan Hassan');
    const page = await web.get(scene.teacher, `/asked-of-us/${asked.id}`);
    expect(page.body).toContain('How is she at school?');
    expect(page.body).toContain('Olu Officer');
    expect(page.body).not.toContain('ZZCONTACTWORDS');
  });

  it('says nothing is known in two acts, stops the clock and tells whoever asked', async () => {
    const asked = await scene.ask(scene.teacher);
    expect((await web.get(scene.teacher, `/asked-of-us/${asked.id}/nothing-known`)).statusCode).toBe(200);
    const said = await web.post(scene.teacher, `/asked-of-us/${asked.id}/nothing-known`, {});
    expect(said.headers.location).toBe('/asked-of-us');
    expect(await state(asked)).toMatchObject({
      state: 'RETURNED_NIL',
      answered_by: scene.teacher.staffId,
      acknowledged_by: scene.teacher.staffId,
    });
    expect((await clock(asked))?.metAt).toEqual(testNow);
    expect(await latest(asked)).toMatchObject({ known: false, items: [], releasedBy: 'Tess Teacher' });
    const told = await scene.cast.behind.selectFrom('alert').selectAll().where('record_id', '=', asked.id).execute();
    expect(told).toMatchObject([{ staff_id: scene.officer.staffId, kind: 'return-came-in', href: `/front-door/hub/${asked.enquiryId}` }]);
  });

  it('acknowledges without answering: the clock goes on', async () => {
    const asked = await scene.ask(scene.teacher);
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/acknowledge`, {});
    expect(await state(asked)).toMatchObject({ state: 'ACKNOWLEDGED', acknowledged_by: scene.teacher.staffId, answered_at: null });
    expect((await clock(asked))?.metAt).toBeNull();
    const again = await web.post(scene.colleague, `/asked-of-us/${asked.id}/acknowledge`, {});
    expect(again.statusCode).toBe(409);
  });

  it('writes a return item by item, reads it through and releases it', async () => {
    const asked = await scene.ask(scene.teacher);
    const page = await web.get(scene.teacher, `/asked-of-us/${asked.id}/answer`);
    expect(page.body).toMatch(/Attendance this year <span class="gt-small">Amina Hassan/);
    const one = await written(asked);
    expect((await state(asked)).state).toBe('SENT');
    expect(one).toMatchObject({ known: true, releasedAt: null, number: 1 });
    expect(one?.items).toMatchObject([
      { question: 'attendance', kind: 'fact', words: 'Under 50%: since June', reach: 'OPEN_TO_HUB-ASK', aboutId: asked.childAbout },
      { question: 'disclosures', kind: 'allegation', words: 'She says she is hit', source: 'Amina', reach: 'HUB_ONLY-NO' },
    ]);
    const check = await web.get(scene.colleague, `/asked-of-us/${asked.id}/check`);
    expect(check.body).toContain('1 fact and 1 allegation');
    expect(check.body).toContain('not answered, not as nothing known');
    const released = await web.post(scene.colleague, `/asked-of-us/${asked.id}/release`, { _version: String(one?.version) });
    expect(released.headers.location).toBe(`/asked-of-us/${asked.id}`);
    expect(await state(asked)).toMatchObject({ state: 'RETURNED_INFO', answered_by: scene.colleague.staffId });
    expect((await clock(asked))?.metAt).toEqual(testNow);
  });

  it('fills every question left with nothing known, which is then an explicit nothing', async () => {
    const asked = await scene.ask(scene.teacher);
    const filled = await web.post(scene.teacher, `/asked-of-us/${asked.id}/answer`, { _version: '0', then: 'rest' });
    expect(filled.headers.location).toBe(`/asked-of-us/${asked.id}/answer`);
    const draft = await scene.cast.behind.selectFrom('draft').selectAll().where('subject_id', '=', asked.id).executeTakeFirstOrThrow();
    const fields = draft.answers as Record<string, string>;
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/answer`, { ...fields, _version: '0', then: 'check' });
    const one = await latest(asked);
    expect(one?.items.map((item) => item.words)).toEqual(Array.from({ length: 7 }, () => 'Nothing known'));
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/release`, { _version: String(one?.version) });
    expect((await state(asked)).state).toBe('RETURNED_NIL');
  });

  it('gives every message at once and keeps what was typed', async () => {
    const asked = await scene.ask(scene.teacher);
    const fields = { ...full(asked), reach: '', [`${place(asked, 'disclosures')}-source`]: '' };
    const back = await web.post(scene.teacher, `/asked-of-us/${asked.id}/answer`, fields);
    expect(back.statusCode).toBe(422);
    expect(back.body).toContain('Select who may have what you return');
    expect(back.body).toContain('enter who alleges it');
    expect(back.body).toContain('She says she is hit');
    expect(await latest(asked)).toBeUndefined();
  });

  it('lets a colleague go on where another stopped, and shows both texts where both wrote', async () => {
    const asked = await scene.ask(scene.teacher);
    const one = await written(asked);
    const page = await web.get(scene.colleague, `/asked-of-us/${asked.id}/answer`);
    expect(page.body).toContain('She says she is hit');
    const clash = await web.post(scene.colleague, `/asked-of-us/${asked.id}/answer`, {
      ...full(asked),
      [`${place(asked, 'attendance')}-words`]: 'since May',
    });
    expect(clash.statusCode).toBe(409);
    expect(clash.body).toContain('since June');
    expect(clash.body).toContain('since May');
    await web.post(scene.colleague, `/asked-of-us/${asked.id}/answer`, { ...full(asked), _version: String(one?.version) });
    const stale = await web.post(scene.teacher, `/asked-of-us/${asked.id}/release`, { _version: String(one?.version) });
    expect(stale.statusCode).toBe(409);
    expect((await state(asked)).state).toBe('SENT');
  });

  it('throws away what is not released, and refuses nothing known while something is written', async () => {
    const asked = await scene.ask(scene.teacher);
    await written(asked);
    const refused = await web.post(scene.teacher, `/asked-of-us/${asked.id}/nothing-known`, {});
    expect(refused.statusCode).toBe(409);
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/throw-away`, {});
    expect((await latest(asked))?.items).toEqual([]);
    expect((await web.post(scene.teacher, `/asked-of-us/${asked.id}/nothing-known`, {})).statusCode).toBe(303);
    expect((await state(asked)).state).toBe('RETURNED_NIL');
  });

  it('declines with a reason the hub reads, and may still answer later', async () => {
    const asked = await scene.ask(scene.teacher);
    const bare = await web.post(scene.teacher, `/asked-of-us/${asked.id}/decline`, { reason: 'law', words: '' });
    expect(bare.statusCode).toBe(422);
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/decline`, { reason: 'law', words: 'An order of the family court' });
    expect(await state(asked)).toMatchObject({
      state: 'DECLINED',
      decline_reason: 'A law or a court order forbids it. An order of the family court',
    });
    const one = await written(asked);
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/release`, { _version: String(one?.version) });
    expect((await state(asked)).state).toBe('RETURNED_INFO');
  });

  it('corrects a released return by a further one with a reason; both stay, the newer first', async () => {
    const asked = await scene.ask(scene.teacher);
    const one = await written(asked);
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/release`, { _version: String(one?.version) });
    const bare = await web.post(scene.teacher, `/asked-of-us/${asked.id}/answer`, full(asked));
    expect(bare.body).toContain('Enter why you send a further return');
    const fields = { ...full(asked), [`${place(asked, 'attendance')}-ready`]: '50% to 90%', correction: 'The register was wrong' };
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/answer`, fields);
    const two = await latest(asked);
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/release`, { _version: String(two?.version) });
    const both = await scene.cast.as(scene.teacher, (ctx) => returnsOf(ctx, asked.id));
    expect(both.map((each) => [each.number, each.replacedAt === null, each.correctionReason])).toEqual([
      [2, true, 'The register was wrong'],
      [1, false, null],
    ]);
    expect(await state(asked)).toMatchObject({ state: 'RETURNED_INFO', answered_at: testNow });
    const page = await web.get(scene.teacher, `/asked-of-us/${asked.id}`);
    expect(page.body).toContain('Replaced: return 1');
  });

  it('carries a correction to whoever was given the item, through every further return, and once', async () => {
    const asked = await scene.ask(scene.teacher);
    const send = async (ready: string, correction: string) => {
      await web.post(scene.teacher, `/asked-of-us/${asked.id}/answer`, {
        ...full(asked),
        [`${place(asked, 'attendance')}-ready`]: ready,
        correction,
      });
      const one = (await latest(asked))!;
      await web.post(scene.teacher, `/asked-of-us/${asked.id}/release`, { _version: String(one.version) });
      return one;
    };
    const one = await send('Under 50%', '');
    await scene.cast.as(scene.manager, (ctx) =>
      sharing.decideToShare(ctx, {
        personId: scene.child,
        to: { agencyId: scene.health.memberships[0]!.agencyId },
        purpose: 'To plan visits',
        serves: 'CA2004-S11',
        basis: sharing.usualBasis,
        detriment: { answer: 'no more detrimental', because: 'They visit the home' },
        family: { told: 'told before', whom: 'Her mother' },
        agreement: { answer: 'agreed', because: 'By telephone' },
        decision: 'SHARE',
        reason: 'They visit the home',
        method: 'in Goldthread',
        securityCheck: 'Signed in',
        items: [{ kind: 'fact', words: one.items[0]!.words, saidBy: 'Vale School', thingId: one.items[0]!.id }],
      }),
    );
    const carry = (returnId: string) =>
      scene.cast.asSystem((ctx) => passOnCorrection(ctx, { requestId: asked.id, returnId, byStaffId: scene.teacher.staffId }));
    const said = async () =>
      (
        await scene.cast.behind
          .selectFrom('share_correction')
          .select(['now_words', 'corrected_by'])
          .where('thing_id', '=', one.items[0]!.id)
          .orderBy('place')
          .execute()
      ).map((row) => [row.now_words, row.corrected_by === scene.manager.staffId]);
    const two = await send('50% to 90%', 'Wrong register');
    expect([await carry(two.id), await carry(two.id)]).toEqual([1, 0]);
    const three = await send('Under 50%', 'It was right');
    expect(await carry(three.id)).toBe(1);
    expect(await said()).toEqual([
      ['50% to 90%: since June', true],
      ['Under 50%: since June', true],
    ]);
  });

  it('answers item by item whether it may leave the hub; a no says why and stands', async () => {
    const asked = await scene.ask(scene.teacher);
    const one = await written(asked);
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/release`, { _version: String(one?.version) });
    const line = {
      line_id: one!.items[0]!.id,
      request_id: asked.id,
      agency_id: scene.school,
      to_whom: 'Early help',
      purpose: 'To plan help',
    };
    const row = await scene.cast.behind
      .insertInto('line_release')
      .values({ ...line, asked_by: scene.manager.staffId, asked_at: testNow })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect((await web.get(scene.teacher, '/asked-of-us/onward')).body).toContain('Under 50%: since June');
    expect((await web.get(scene.teacher, `/asked-of-us/onward/${row.id}`)).body).toContain('To plan help');
    const bare = await web.post(scene.teacher, `/asked-of-us/onward/${row.id}`, { agreed: 'no', reason: '' });
    expect(bare.statusCode).toBe(422);
    await web.post(scene.teacher, `/asked-of-us/onward/${row.id}`, { agreed: 'no', reason: 'The mother asked us not to' });
    const again = await web.post(scene.colleague, `/asked-of-us/onward/${row.id}`, { agreed: 'yes', reason: '' });
    expect(again.body).toContain('A colleague has answered this already');
    const stands = await scene.cast.behind.selectFrom('line_release').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
    expect(stands).toMatchObject({ agreed: false, answer_reason: 'The mother asked us not to', answered_by: scene.teacher.staffId });
  });

  it('tells the agency what became of it, in the words chosen for it', async () => {
    const asked = await scene.ask(scene.teacher);
    await web.post(scene.teacher, `/asked-of-us/${asked.id}/nothing-known`, {});
    await scene.cast.behind
      .updateTable('information_request')
      .set({ told_outcome: 'Early help is offered', told_outcome_at: testNow })
      .where('id', '=', asked.id)
      .execute();
    expect((await web.get(scene.teacher, `/asked-of-us/${asked.id}`)).body).toContain('Early help is offered');
  });

  it('refuses to answer what is no longer asked', async () => {
    const asked = await scene.ask(scene.teacher);
    await scene.cast.behind
      .updateTable('information_request')
      .set({ state: 'CANCELLED', cancel_reason: 'Closed' })
      .where('id', '=', asked.id)
      .execute();
    for (const path of ['answer', 'nothing-known', 'decline', 'acknowledge'])
      expect(
        (await web.post(scene.teacher, `/asked-of-us/${asked.id}/${path}`, { ...full(asked), reason: 'law', words: 'x' })).statusCode,
      ).toBe(409);
  });

  it('lists what runs out first at the top and counts each list', async () => {
    const before = await scene.cast.as(scene.police, askedCounts);
    const later = await scene.ask(scene.police, { discipline: 'police', rag: 'GREEN' });
    const sooner = await scene.ask(scene.police, { discipline: 'police', rag: 'RED' });
    const lines = await scene.cast.as(scene.police, (ctx) => askedOfUs(ctx, 'owed'), hours(3));
    expect(lines.map((line) => line.id)).toEqual([sooner.id, later.id]);
    expect(before).toEqual({ owed: 0, overdue: 0, answered: 0, all: 0 });
    expect(await scene.cast.as(scene.police, askedCounts, hours(3))).toEqual({ owed: 2, overdue: 1, answered: 0, all: 2 });
    expect((await scene.cast.as(scene.police, (ctx) => askedOfUs(ctx, 'overdue'), hours(3))).map((line) => line.id)).toEqual([sooner.id]);
    const tasks = await scene.cast.as(scene.police, frontDoorTasks, hours(3));
    expect(tasks.filter((task) => task.kind === 'information-request').map((task) => [task.href, task.overdue])).toEqual([
      [`/asked-of-us/${sooner.id}`, true],
      [`/asked-of-us/${later.id}`, false],
    ]);
  });

  it('chases a late answer once a stage, until somebody answers', async () => {
    const asked = await scene.ask(scene.health, { discipline: 'health', rag: 'RED' });
    const run = async (now: Date) => {
      const mine = (await scene.cast.asSystem(requestsToRemind, now)).filter((one) => one.requestId === asked.id);
      for (const one of mine) await scene.cast.asSystem((ctx) => remindAgency(ctx, one.requestId, one.stage), now);
      return mine.map((one) => one.stage);
    };
    expect(await run(hours(1))).toEqual([]);
    expect(await run(hours(1.8))).toEqual(['return-due-soon']);
    expect(await run(hours(2.5))).toEqual(['return-overdue']);
    expect(await run(hours(5))).toEqual(['return-long-overdue']);
    const alerts = () =>
      scene.cast.behind.selectFrom('alert').selectAll().where('record_id', '=', asked.id).where('seen_at', 'is', null).execute();
    expect((await alerts()).map((one) => one.staff_id)).toEqual([scene.health.staffId, scene.health.staffId, scene.health.staffId]);
    await web.post(scene.health, `/asked-of-us/${asked.id}/nothing-known`, {});
    expect((await alerts()).map((one) => one.kind)).toEqual(['return-came-in']);
    expect(await run(hours(6))).toEqual([]);
  });

  it('asks for each reminder once, however often the job looks', async () => {
    const asked = await scene.ask(scene.health, { discipline: 'health', rag: 'RED' });
    const chase = returnsJobs.find((job) => job.kind === 'front-door.chase-returns')!;
    for (let times = 0; times < 3; times++)
      await scene.cast.asSystem(
        (ctx) => chase.run(ctx, { slot: 'x' }, { id: 1, attempt: 1, key: null, signal: AbortSignal.timeout(1000) }),
        hours(3),
      );
    const jobs = await scene.cast.behind.selectFrom('job').selectAll().where('kind', '=', 'front-door.remind-agency').execute();
    expect(jobs.filter((job) => (job.payload as { requestId: string }).requestId === asked.id)).toHaveLength(1);
  });

  it('keeps a draft its writer’s own: not even a colleague of the agency reads it', async () => {
    const asked = await scene.ask(scene.teacher);
    await scene.cast.as(scene.teacher, (ctx) => keepDraft(ctx, 'agency-return', asked.id, { 'attendance--words': 'ZZDRAFT' }));
    expect((await web.get(scene.colleague, `/asked-of-us/${asked.id}/answer`)).body).not.toContain('ZZDRAFT');
    await expect(scene.cast.as(scene.officer, (ctx) => requestAsked(ctx, asked.id))).rejects.toBeInstanceOf(Refusal);
  });
});
