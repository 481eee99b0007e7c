import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { caseworkRoom } from '../room.ts';
import { introduce, setScene, type Scene } from '../scene.sample.ts';
import { correctItem } from './actions/correct-item.ts';
import { decideToShare } from './actions/decide-to-share.ts';
import { aShare, worksWith } from './scene.sample.ts';
import type { ShareToDecide } from './share.ts';

let cast: Cast;
let web: Visits;
let scene: Scene;
let privacyOfficer: StaffActor;
let open = '';
let closed = '';
const canary = 'CANARY-shared-words';
const items = [{ kind: 'fact' as const, words: canary, saidBy: 'School nurse' }];
const decide = (change: Partial<ShareToDecide>): Promise<string> =>
  cast.as(scene.socialWorker, (ctx) => decideToShare(ctx, aShare(scene.amina, { items, to: { agencyId: scene.school }, ...change })));
const status = async (who: StaffActor, path: string): Promise<number> => (await web.get(who, path)).statusCode;
const reads = async (who: StaffActor, id: string): Promise<boolean> => (await web.get(who, `/shares/${id}`)).body.includes(canary);
const tables = ['share_decision', 'share_item', 'share_event', 'share_correction', 'share_notice'];
const rowsFor = (who: StaffActor, table: string): Promise<number> =>
  cast.as(who, async (ctx) => Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(ctx.tx)).rows[0]?.n));

beforeAll(async () => {
  cast = await makeCast();
  scene = await setScene(cast);
  web = await visits(cast, [caseworkRoom]);
  privacyOfficer = await cast.staff('DPO', { agencyId: scene.socialWorker.memberships[0]!.agencyId, name: 'Pat Privacy' });
  for (const who of [scene.socialWorker, scene.worker, scene.healthVisitor]) await worksWith(cast, who, scene.amina);
  for (const who of [scene.outsider, scene.dsl, scene.otherDsl, scene.contactOfficer, scene.frontDoorManager])
    await introduce(cast, who, [scene.amina]);
  open = await decide({ openTo: 'everyone who helps' });
  closed = await decide({ openTo: 'social care' });
  await cast.behind
    .insertInto('share_event')
    .values({ decision_id: closed, kind: 'note', words: canary, by_staff: scene.socialWorker.staffId, at: new Date() })
    .execute();
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('who may read what was shared', () => {
  it('those who help the child; what is for social care alone, social workers who help, the decider and the front door’s manager', async () => {
    const who = [scene.socialWorker, scene.frontDoorManager, scene.worker, scene.healthVisitor];
    expect(await Promise.all(who.map((one) => reads(one, open)))).toEqual([true, true, true, true]);
    expect(await Promise.all(who.map((one) => reads(one, closed)))).toEqual([true, true, false, false]);
  });

  it('nobody who only knows the child, not even the recipient: not a row of any table', async () => {
    for (const who of [scene.outsider, scene.dsl, scene.otherDsl, scene.contactOfficer]) {
      expect(await status(who, `/shares/${open}`)).toBe(404);
      expect((await web.get(who, `/children/${scene.amina}/shares`)).body).not.toContain(open);
      expect(await Promise.all(tables.map((table) => rowsFor(who, table)))).toEqual([0, 0, 0, 0, 0]);
    }
  });

  it('the privacy officer reads that it was decided and why, and not a word of what was said', async () => {
    const page = await web.get(privacyOfficer, `/shares/${open}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('cannot keep her safe without it');
    expect(page.body).not.toContain(canary);
    expect(await rowsFor(privacyOfficer, 'share_item')).toBe(0);
    expect((await web.post(privacyOfficer, `/shares/${open}/since`, { kind: 'note', words: 'x' })).statusCode).toBe(403);
  });

  it('a conflict of interest shuts it, also to someone who helps', async () => {
    await cast.behind
      .insertInto('conflict_of_interest')
      .values({ person_id: scene.amina, staff_id: scene.worker.staffId, nature: 'neighbour', valid_from: '2026-01-01' })
      .execute();
    expect(await status(scene.worker, `/shares/${open}`)).toBe(404);
    expect(await status(scene.worker, `/children/${scene.amina}/shares`)).toBe(404);
  });
});

describe('who may write', () => {
  it('nobody decides about a child they do not help, nor in another’s name', async () => {
    expect((await web.get(scene.outsider, `/children/${scene.amina}/shares/new`)).statusCode).toBe(404);
    await expect(cast.as(scene.outsider, (ctx) => decideToShare(ctx, aShare(scene.amina)))).rejects.toThrow(/row-level security/);
    const other = { decidedBy: { staffId: scene.worker.staffId, agencyId: null } };
    await expect(cast.as(scene.socialWorker, (ctx) => decideToShare(ctx, aShare(scene.amina, other)))).rejects.toThrow(
      /row-level security/,
    );
  });

  it('a correction is confirmed by its recipient and no other, and only once it has reached them', async () => {
    const item = await cast.behind.selectFrom('share_item').select('id').where('decision_id', '=', open).executeTakeFirstOrThrow();
    const correction = await cast.as(scene.socialWorker, (ctx) =>
      correctItem(ctx, { decisionId: open, itemId: item.id, nowKind: 'fact', nowWords: `${canary} again`, because: 'Wrong day' }),
    );
    const notice = {
      id: '30000000-0000-4000-8000-000000000001',
      correction_id: correction,
      decision_id: open,
      item_id: item.id,
      person_id: scene.amina,
      to_agency_id: scene.school,
      decided_by: scene.socialWorker.staffId,
      made_at: new Date(),
    };
    await cast.behind.insertInto('share_notice').values(notice).execute();
    expect(await status(scene.dsl, `/corrections/${notice.id}`)).toBe(404);
    await cast.behind
      .updateTable('share_notice')
      .set({ channel: 'in Goldthread', delivered_at: new Date(), delivered_how: 'Shown' })
      .where('id', '=', notice.id)
      .execute();
    for (const who of [scene.otherDsl, scene.outsider, scene.socialWorker, privacyOfficer])
      expect(await status(who, `/corrections/${notice.id}`)).toBe(404);
    expect((await web.get(scene.dsl, `/corrections/${notice.id}`)).body).toContain(`${canary} again`);
    expect(await status(scene.dsl, `/shares/${open}`), 'the decision itself stays shut to the recipient').toBe(404);
    await cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', scene.amina).execute();
    expect(await status(scene.dsl, `/corrections/${notice.id}`), 'a child hidden since is gone from here too').toBe(404);
    expect((await web.get(scene.dsl, '/corrections')).body).toContain('Nothing that was shared with you');
    expect(await status(scene.socialWorker, `/shares/${open}`)).toBe(404);
  });
});
