import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { Refusal } from '../../../platform/access/refusal.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { caseworkRoom } from '../room.ts';
import { setScene, type Scene } from '../scene.sample.ts';
import { tasksFor } from '../tasks.store.ts';
import { correctItem } from './actions/correct-item.ts';
import { decideToShare } from './actions/decide-to-share.ts';
import { correctionsOf } from './correction.store.ts';
import { sharingJobs } from './jobs.ts';
import { aShare, worksWith } from './scene.sample.ts';
import type { ShareToDecide } from './share.ts';
import { sharesAbout } from './share.store.ts';
import { shareFile } from './whole-share.store.ts';

let cast: Cast;
let web: Visits;
let scene: Scene;
let worker: StaffActor;
beforeAll(async () => {
  cast = await makeCast();
  scene = await setScene(cast);
  web = await visits(cast, [caseworkRoom]);
  worker = scene.socialWorker;
  await worksWith(cast, worker, scene.amina);
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

const decide = (change: Partial<ShareToDecide> = {}): Promise<string> =>
  cast.as(worker, (ctx) => decideToShare(ctx, aShare(scene.amina, change)));
const file = (id: string) => cast.as(worker, (ctx) => shareFile(ctx, id));

/** Runs what the outbox holds until nothing is ready. */
async function runJobs(): Promise<void> {
  for (;;) {
    const jobs = await cast.behind
      .selectFrom('job')
      .selectAll()
      .where('state', '=', 'ready')
      .where('kind', 'like', 'casework.%-correction%')
      .execute();
    if (jobs.length === 0) return;
    for (const { id, kind, payload } of jobs) {
      const job = sharingJobs.find((one) => one.kind === kind);
      await cast.asSystem((ctx) => job!.run(ctx, payload, { id: Number(id), attempt: 1, key: null, signal: new AbortController().signal }));
      await cast.behind.updateTable('job').set({ state: 'done' }).where('id', '=', id).execute();
    }
  }
}

async function correct(decisionId: string, nowWords: string): Promise<void> {
  const { items } = await file(decisionId);
  await cast.as(worker, (ctx) =>
    correctItem(ctx, { decisionId, itemId: items[0]!.id, nowKind: 'fact', nowWords, because: 'The nurse wrote the wrong arm' }),
  );
}

const fieldsOf = async (change: Partial<ShareToDecide>): Promise<string[]> => {
  try {
    await decide(change);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.errors.map((one) => one.field);
  }
};

describe('a decision', () => {
  it('stands with all its reasons, and a refusal stands like a share', async () => {
    const shared = await decide();
    const kept = await decide({
      decision: 'WITHHOLD',
      ground: 'NOT-FUNCTION',
      method: null,
      securityCheck: null,
      reason: 'A housing officer needs no detail of an injury',
      to: { body: 'Hilltop homes' },
    });
    const lines = await cast.as(worker, (ctx) => sharesAbout(ctx, scene.amina));
    expect(lines.find((one) => one.id === shared)).toMatchObject({ decision: 'SHARE', itemsGiven: 1, itemsKeptBack: 0 });
    expect(lines.find((one) => one.id === kept)).toMatchObject({ decision: 'WITHHOLD', itemsGiven: 0, itemsKeptBack: 1 });
    expect((await file(shared)).share).toMatchObject({ agreement: 'refused', detriment: 'no more detrimental', familyTold: 'told before' });
  });

  it('is never stopped by a refusal to agree, and never rests on a consent nobody gave', async () => {
    expect(await fieldsOf({ agreement: { answer: 'refused', because: 'Father says no' } })).toEqual([]);
    expect(await fieldsOf({ basis: { ...aShare('').basis, article6: '6-1-A' } })).toEqual(['article6']);
  });

  it('is asked about whatever contradicts itself or is missing, all at once', async () => {
    expect(await fieldsOf({ detriment: { answer: 'more detrimental', because: 'He would find out' } })).toEqual(['detriment']);
    expect(await fieldsOf({ decision: 'WITHHOLD', ground: 'DETRIMENT' })).toEqual(['detriment']);
    expect(await fieldsOf({ decision: 'PARTIAL', ground: 'MINIMUM' })).toEqual(['marks1']);
    expect(await fieldsOf({ method: null, securityCheck: null, items: aShare('').items })).toEqual(['method', 'securityCheck']);
    expect(await fieldsOf({ family: { told: 'not told' }, reason: ' ', items: [] })).toEqual(['words1', 'reason', 'notToldBecause']);
  });

  it('is never changed nor taken away, by the application least of all', async () => {
    const id = await decide();
    for (const statement of [`update share_decision set reason = 'x'`, `delete from share_decision`, `update share_item set words = 'x'`])
      await expect(cast.db.app.query(`${statement} where id = '${id}'`)).rejects.toThrow(/permission denied/);
  });
});

describe('the duty of section 16LA', () => {
  const asDuty = { basis: { ...aShare('').basis, statute: 'CA2004-S16LA' as const }, to: { agencyId: '' } };
  it('cannot be relied on before the day an administrator set, and binds from it', async () => {
    const to = { agencyId: scene.school };
    expect(await fieldsOf({ ...asDuty, to })).toEqual(['statute']);
    await cast.behind.insertInto('setting').values({ key: 'duty-to-share-from', value: '2026-11-24', note: 'Test' }).execute();
    expect(await fieldsOf({ ...asDuty, to })).toEqual([]);
    expect(await fieldsOf({ ...asDuty, to, decidedAt: new Date('2026-11-23T12:00:00Z') })).toEqual(['statute']);
    expect(await fieldsOf({ ...asDuty, to: { body: 'A club' } })).toEqual(['statute']);
    const keepsBack = { to, decision: 'WITHHOLD' as const, ground: 'NOT-RELEVANT' as const };
    expect(await fieldsOf({ ...keepsBack, detriment: { answer: 'not asked', because: 'No time' } })).toEqual(['detriment']);
    expect(await fieldsOf({ ...keepsBack, detriment: { answer: 'no more detrimental', because: 'None seen' } })).toEqual([]);
    await cast.behind.deleteFrom('setting').where('key', '=', 'duty-to-share-from').execute();
  });
});

describe('a correction', () => {
  it('reaches whoever was given the thing by any share, and nobody from whom it was kept back', async () => {
    const thingId = '10000000-0000-4000-8000-000000000001';
    const items = [{ kind: 'fact' as const, words: 'Bruise to the left arm', saidBy: 'School nurse', thingId }];
    const first = await decide({ items, to: { agencyId: scene.school } });
    await decide({ items, to: { agencyId: scene.school } });
    await decide({ items, to: { body: 'Swimming club', email: 'lead@club.example' } });
    await decide({ items, to: { body: 'Neighbour' } });
    await decide({ items, to: { body: 'Landlord' }, decision: 'WITHHOLD', ground: 'NOT-RELEVANT' });
    await correct(first, 'Bruise to the right arm');
    await runJobs();
    const [correction] = await cast.as(worker, (ctx) => correctionsOf(ctx, [thingId]));
    expect(correction?.notices.map((one) => [one.recipient, one.channel, one.deliveredAt !== null]).toSorted()).toEqual([
      ['Marlowe Primary', 'in Goldthread', true],
      ['Neighbour', 'by hand', false],
      ['Swimming club', 'e-mail', false],
    ]);
    const tasks = (await cast.as(worker, tasksFor)).filter((one) => one.kind === 'share-tell-by-hand');
    expect(tasks.map((one) => one.whom).toSorted()).toEqual(['Neighbour', 'Swimming club']);
  });

  it('is read and confirmed by the recipient, and the sharer sees it', async () => {
    const list = await web.get(scene.dsl, '/corrections');
    const href = /\/corrections\/[0-9a-f-]{36}/.exec(list.body)?.[0] ?? '';
    const page = await web.get(scene.dsl, href);
    expect(page.body).toContain('Bruise to the left arm');
    expect(page.body).toContain('Bruise to the right arm');
    expect((await web.post(scene.dsl, `${href}/confirm`, { words: 'Put right in our log' })).statusCode).toBe(303);
    const [correction] = await cast.as(worker, (ctx) => correctionsOf(ctx, ['10000000-0000-4000-8000-000000000001']));
    expect(correction?.notices.find((one) => one.recipient === 'Marlowe Primary')?.confirmedWords).toBe('Put right in our log');
  });

  it('told by telephone is written down once', async () => {
    const body = (await web.get(worker, '/corrections-to-tell')).body;
    const action = /\/corrections-to-tell\/[0-9a-f-]{36}/.exec(body)?.[0] ?? '';
    expect((await web.post(worker, action, { how: 'Rang Ms Lowe at noon', confirmed: 'yes' })).statusCode).toBe(303);
    expect((await web.post(worker, action, { how: 'Rang again', confirmed: 'yes' })).body).toContain('They were told already');
  });

  it('stops the old words from being given again, and a later share of the new words is not told of it', async () => {
    const thingId = '10000000-0000-4000-8000-000000000001';
    const again = (words: string) => decide({ items: [{ kind: 'fact', words, saidBy: 'School nurse', thingId }], to: { body: 'Dentist' } });
    await expect(again('Bruise to the left arm')).rejects.toThrow('corrected since');
    const later = await again('Bruise to the right arm');
    await correct(later, 'Bruise to the right forearm');
    await runJobs();
    const corrections = await cast.as(worker, (ctx) => correctionsOf(ctx, [thingId]));
    const told = (place: number) =>
      corrections
        .find((one) => one.place === place)
        ?.notices.map((one) => one.recipient)
        .toSorted();
    expect(told(1)).toEqual(['Marlowe Primary', 'Neighbour', 'Swimming club']);
    expect(told(2)).toEqual(['Dentist', 'Marlowe Primary', 'Neighbour', 'Swimming club']);
  });

  it('follows where other work gives the old words all the same: work is never held up by it', async () => {
    const thingId = '10000000-0000-4000-8000-000000000001';
    const items = [{ kind: 'fact' as const, words: 'Bruise to the left arm', saidBy: 'School nurse', thingId }];
    await decide({ items, to: { body: 'Another council' }, origin: { kind: 'contact-handover', id: thingId } });
    await runJobs();
    const corrections = await cast.as(worker, (ctx) => correctionsOf(ctx, [thingId]));
    expect(corrections.map((one) => one.notices.filter((notice) => notice.recipient === 'Another council').length)).toEqual([1, 1]);
    expect(corrections[0]?.notices).toHaveLength(4);
  });

  it('given in the same moment as a share of the old words, never leaves that recipient out', async () => {
    const thingId = '20000000-0000-4000-8000-000000000001';
    const items = [{ kind: 'fact' as const, words: 'Lives with an uncle', saidBy: 'Neighbour', thingId }];
    const first = await decide({ items });
    const shares = Array.from({ length: 10 }, (_one, at) => decide({ items, to: { body: `Body ${at}` } }).then(() => `Body ${at}`));
    const outcome = await Promise.allSettled([...shares, correct(first, 'Lives with a cousin')]);
    const given = outcome.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
    await runJobs();
    const [correction] = await cast.as(worker, (ctx) => correctionsOf(ctx, [thingId]));
    expect(
      correction?.notices
        .map((one) => one.recipient)
        .filter((one) => one.startsWith('Body'))
        .toSorted(),
    ).toEqual(given.toSorted());
  });

  it('goes by hand alone when the child has been hidden since, to the shield desk', async () => {
    await worksWith(cast, worker, scene.bilal);
    const id = await cast.as(worker, (ctx) => decideToShare(ctx, aShare(scene.bilal, { to: { agencyId: scene.school } })));
    await correct(id, 'It was Amina, not Bilal');
    await cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', scene.bilal).execute();
    await runJobs();
    const notice = await cast.behind.selectFrom('share_notice').selectAll().where('decision_id', '=', id).executeTakeFirstOrThrow();
    expect(notice).toMatchObject({ channel: 'by hand', delivered_at: null });
    const alerts = await cast.behind.selectFrom('alert').select(['role', 'staff_id', 'kind']).where('record_id', '=', notice.id).execute();
    expect(alerts).toEqual([{ role: 'SHIELD', staff_id: null, kind: 'share-tell-by-hand' }]);
    expect((await web.get(worker, `/shares/${id}`)).statusCode).toBe(404);
  });
});

describe('the pages', () => {
  const typed = {
    agencyId: '',
    body: 'Hilltop surgery',
    words1: 'Bruise to the left arm',
    kind1: 'fact',
    saidBy1: 'School nurse',
    words2: 'Mother may be drinking again',
    kind2: 'opinion',
    saidBy2: 'Neighbour',
    marks2: 'kept',
    purpose: 'To see the injury in the light of what we know',
    serves: 'NHS-CARE',
    statute: 'CA2004-S11',
    article6: '6-1-E',
    article9: '9-2-G',
    dpaCondition: 'S1-18',
    confidence: 'public interest',
    detriment: 'no more detrimental',
    detrimentBecause: 'The surgery sees her weekly',
    familyTold: 'to be told',
    agreement: 'not sought',
    agreementBecause: 'It would have warned the person she fears',
    decision: 'PARTIAL',
    ground: 'MINIMUM',
    reason: 'They need the injury and not the neighbour’s view',
    method: 'by telephone',
    securityCheck: 'Rang back',
    openTo: 'social care',
  };

  it('take a decision typed in the form, and list, show, print and add to it', async () => {
    const path = `/children/${scene.amina}/shares`;
    expect((await web.get(worker, `${path}/new`)).body).toContain('Decide whether to share about');
    const wrong = await web.post(worker, `${path}/new`, { ...typed, words1: 'She lives at 4 Rise Road, HA1 2AB', kind2: '' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('There is a postcode in it');
    expect(wrong.body).toContain('Select whether piece 2 is a fact');
    const taken = await web.post(worker, `${path}/new`, typed);
    const at = String(taken.headers.location);
    expect(at).toMatch(/^\/shares\//);
    const page = (await web.get(worker, at)).body;
    for (const words of ['Shared in part with Hilltop surgery', 'Bruise to the left arm', 'Kept back', 'Less is enough'])
      expect(page).toContain(words);
    expect((await web.get(worker, path)).body).toContain(at);
    expect((await web.get(worker, `${path}/print`)).body).toContain('Hilltop surgery');
    expect((await web.get(worker, `${at}/print`)).body).toContain('Mother may be drinking again');
    const family = async () => (await cast.as(worker, tasksFor)).filter((one) => one.href === at).length;
    expect(await family()).toBe(1);
    expect((await web.post(worker, `${at}/since`, { kind: 'family told', words: 'Mother, today at noon' })).statusCode).toBe(303);
    expect(await family()).toBe(0);
    expect((await web.get(worker, `${path}/new?like=${at.slice(8)}`)).body).toContain('Bruise to the left arm');
  });
});
