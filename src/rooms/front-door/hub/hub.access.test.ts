import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rooms } from '../../../app.ts';
import { testNow } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { openEnquiry } from './actions/open-enquiry.ts';
import { askableAgencies, addressWithheld } from './agencies.store.ts';
import { requestStates, standsAt } from './enquiry.ts';
import { hubScene, type HubScene, type SceneContact } from './scene.sample.ts';

/** Who may not: an enquiry is the hub's; an agency sees its own request and no other part; an unreleased return is its agency's alone. */
describe('who may not see or do what in the hub', () => {
  let scene: HubScene;
  let site: Visits;
  let contact: SceneContact;
  let enquiry: string;
  const requests: Record<string, string> = {};

  beforeAll(async () => {
    scene = await hubScene();
    site = await visits(scene.cast, rooms);
    contact = await scene.contact();
    enquiry = await scene.cast.as(scene.officer, (ctx) =>
      openEnquiry(ctx, { contactId: contact.id, rag: 'AMBER', purpose: 'CANARY-PURPOSE' }),
    );
    const asked = await site.post(scene.officer, `/front-door/hub/${enquiry}/ask`, {
      people: [contact.childNamed],
      whatWeAsk: 'Who?',
      because: 'x',
      'to-police': scene.agencies.police,
      'to-health': scene.agencies.health,
    });
    if (asked.statusCode !== 303) throw new Error(asked.body);
    for (const row of await scene.cast.behind.selectFrom('information_request').select(['id', 'agency_id']).execute())
      requests[row.agency_id] = row.id;
    await scene.answered(requests[scene.agencies.police] ?? '', [{ words: 'CANARY-UNRELEASED', released: false }]);
  });
  afterAll(async () => {
    await site.end();
    await scene.end();
  });

  const count = (
    who: StaffActor,
    table: 'hub_enquiry' | 'hub_rag' | 'information_request' | 'agency_return' | 'return_line',
  ): Promise<number> => scene.cast.as(who, async (ctx) => (await ctx.tx.selectFrom(table).selectAll().execute()).length);

  it('shows an agency its own request, nothing of another’s and nothing of the enquiry', async () => {
    for (const who of [scene.police, scene.health]) {
      expect(await count(who, 'information_request')).toBe(1);
      expect(await count(who, 'hub_enquiry')).toBe(0);
      expect(await count(who, 'hub_rag')).toBe(0);
      expect((await site.get(who, `/front-door/hub/${enquiry}`)).statusCode).toBe(403);
    }
    expect(await count(scene.teacher, 'information_request')).toBe(0);
  });

  it('never shows the hub an unreleased return: not on a page, not in a count, not by its item’s address', async () => {
    for (const who of [scene.officer, scene.manager]) {
      expect(await count(who, 'agency_return')).toBe(0);
      expect(await count(who, 'return_line')).toBe(0);
      const page = await site.get(who, `/front-door/hub/${enquiry}`);
      expect(page.body).toContain('No agency has told the hub anything yet');
      expect(page.body).toContain('0 of 2 in');
      const line = await scene.cast.behind.selectFrom('return_line').select('id').executeTakeFirstOrThrow();
      const item = await site.get(who, `/front-door/hub/${enquiry}/items/${line.id}`);
      const nothing = await site.get(who, `/front-door/hub/${enquiry}/items/${randomUUID()}`);
      expect([item.statusCode, nothing.statusCode]).toEqual([404, 404]);
      for (const url of [`/front-door/hub/${enquiry}/ask`, '/front-door/hub', '/front-door', `/front-door/contacts/${contact.id}`])
        expect((await site.get(who, url)).body).not.toContain('CANARY-UNRELEASED');
    }
  });

  it('gives an officer no manager’s word: neither going on without, nor a second opinion', async () => {
    for (const path of ['without', 'second/ask', 'second/answer'])
      expect((await site.post(scene.officer, `/front-door/hub/${enquiry}/${path}`, {})).statusCode).toBe(403);
  });

  it('shows the front door no enquiry about a child hidden from it: as if there were none', async () => {
    const hidden = await scene.contact({}, { shield: 'hidden' });
    const id = randomUUID();
    await scene.cast.behind
      .insertInto('hub_enquiry')
      .values({ id, contact_id: hidden.id, rag: 'RED', purpose: 'CANARY-HIDDEN', opened_by: scene.officer.staffId, opened_at: testNow })
      .execute();
    const there = await site.get(scene.manager, `/front-door/hub/${id}`);
    const nowhere = await site.get(scene.manager, `/front-door/hub/${randomUUID()}`);
    expect([there.statusCode, nowhere.statusCode]).toEqual([404, 404]);
    expect((await site.get(scene.manager, '/front-door/hub')).body).not.toContain(id);
    expect((await site.post(scene.manager, `/front-door/hub/${id}/rate`, { rag: 'GREEN', rateReason: 'x' })).statusCode).toBe(404);
  });

  it('tells only the front door whom an agency cannot know, and only of people it may know itself', async () => {
    const hidden = await scene.contact({}, { shield: 'hidden' });
    for (const who of [scene.police, scene.health, scene.teacher]) {
      const known = await scene.cast.as(who, (ctx) => askableAgencies(ctx, [contact.child]));
      expect(known.every((one) => one.answering === 0 && one.closed.length === 0)).toBe(true);
      expect(await scene.cast.as(who, (ctx) => addressWithheld(ctx, [contact.child]))).toBe(true);
    }
    // Whoever is hidden from the officer counts as nobody, in the very words of an open child
    const closed = await scene.cast.as(scene.officer, (ctx) => askableAgencies(ctx, [hidden.child]));
    const open = await scene.cast.as(scene.officer, (ctx) => askableAgencies(ctx, [contact.child]));
    const seen = (rows: typeof open) => rows.map(({ name, answering, mayRead, closed: shut }) => ({ name, answering, mayRead, shut }));
    expect(seen(closed)).toEqual(seen(open));
  });

  it('keeps the rule of where an enquiry stands in the database as in the application', async () => {
    const at = (minute: number): Date => new Date(testNow.getTime() + minute * 60_000);
    const id = randomUUID();
    const other = await scene.contact();
    await scene.cast.behind
      .insertInto('hub_enquiry')
      .values({ id, contact_id: other.id, rag: 'GREEN', purpose: 'x', opened_by: scene.officer.staffId, opened_at: testNow })
      .execute();
    const two = [scene.agencies.police, scene.agencies.health].map((agencyId, at) => ({ id: randomUUID(), agencyId, minute: at * 2 + 1 }));
    for (const one of two)
      await scene.cast.behind
        .insertInto('information_request')
        .values({
          id: one.id,
          enquiry_id: id,
          contact_id: other.id,
          agency_id: one.agencyId,
          discipline: 'police',
          what_we_ask: 'x',
          rag: 'GREEN',
          asked_by: scene.officer.staffId,
          asked_at: at(one.minute),
        })
        .execute();
    const why = { decline_reason: 'x', cancel_reason: 'x' };
    for (const first of requestStates)
      for (const second of requestStates)
        for (const wentOnAt of [null, at(0), at(2), at(4)]) {
          const states = [first, second];
          for (const [place, one] of two.entries())
            await scene.cast.behind
              .updateTable('information_request')
              .set({ state: states[place]!, ...why })
              .where('id', '=', one.id)
              .execute();
          await scene.cast.behind
            .updateTable('hub_enquiry')
            .set({ proceeded_at: wentOnAt, proceeded_without: wentOnAt && 'x', proceeded_by: wentOnAt && scene.manager.staffId })
            .where('id', '=', id)
            .execute();
          const { state } = await scene.cast.behind
            .selectFrom('hub_enquiry')
            .select('state')
            .where('id', '=', id)
            .executeTakeFirstOrThrow();
          const asked = two.map((one, place) => ({ state: states[place]!, askedAt: at(one.minute) }));
          expect(state, `${first}, ${second}, gone on ${wentOnAt?.toISOString()}`).toBe(
            standsAt({ requests: asked, wentOnAt, decided: false, closed: false }),
          );
        }
  });

  it('counts both of two agencies that answer at one moment', async () => {
    const { cast } = scene;
    for (let round = 0; round < 20; round += 1) {
      const ids = [requests[scene.agencies.police] ?? '', requests[scene.agencies.health] ?? ''];
      await cast.behind.updateTable('information_request').set({ state: 'SENT' }).where('id', 'in', ids).execute();
      await Promise.all(
        [scene.police, scene.health].map((who, at) =>
          cast.as(who, (ctx) =>
            ctx.tx
              .updateTable('information_request')
              .set({ state: 'RETURNED_NIL', answered_by: who.staffId, answered_at: testNow })
              .where('id', '=', ids[at]!)
              .execute(),
          ),
        ),
      );
      const { state } = await cast.behind.selectFrom('hub_enquiry').select('state').where('id', '=', enquiry).executeTakeFirstOrThrow();
      expect(state).toBe('COLLATED');
    }
  });
});
