import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { frontDoorRoom } from '../index.ts';

/** Domain 2.8: both sides, their leads from the stage that is theirs, and at the last the scrutineer. Nobody else, and nobody through another page. */
describe('who may see a disagreement', () => {
  let cast: Cast;
  let site: Visits;
  const who: Record<string, StaffActor> = {};
  let councilId: string;
  let schoolId: string;
  const one = (name: string): StaffActor => who[name] as StaffActor;

  beforeAll(async () => {
    cast = await makeCast();
    site = await visits(cast, [frontDoorRoom]);
    councilId = await cast.agency('LA_SOCIAL_CARE', 'Council');
    schoolId = await cast.agency('SCHOOL', 'School');
    const elsewhere = await cast.agency('SCHOOL', 'Another school');
    const partners = await cast.agency('VCS', 'Safeguarding partners');
    const add = async (name: string, role: Parameters<Cast['staff']>[0], agencyId: string) => {
      who[name] = await cast.staff(role, { agencyId, name });
    };
    await add('teacher', 'REF', schoolId);
    await add('colleague', 'REF', schoolId);
    await add('school lead', 'DSL', schoolId);
    await add('manager', 'MASH_M', councilId);
    await add('worker', 'SW', councilId);
    await add('head', 'SM_HOS', councilId);
    await add('director', 'DCS', councilId);
    await add('other lead', 'DSL', elsewhere);
    await add('scrutineer', 'SCRUT', partners);
    await add('scrutineer of the council', 'SCRUT', councilId);
    await add('privacy officer', 'DPO', councilId);
    await add('administrator', 'SYSADMIN', councilId);
  });
  afterAll(async () => {
    await site.end();
    await cast.end();
  });

  const raise = async (): Promise<string> => {
    const fields = {
      child: 'CANARY-CHILD',
      decisionDisputed: 'a',
      concern: 'b',
      wanted: 'c',
      atRisk: 'no',
      protection: 'd',
      againstAgencyId: councilId,
    };
    const sent = await site.post(one('teacher'), '/disagreements', fields);
    return String(sent.headers['location']);
  };
  const seenBy = async (at: string): Promise<string[]> => {
    const seen: string[] = [];
    for (const [name, actor] of Object.entries(who)) {
      const page = await site.get(actor, at);
      const list = await site.get(actor, '/disagreements');
      const inList = list.body.includes(at);
      expect([name, inList]).toEqual([name, page.statusCode === 200]);
      if (page.statusCode !== 200) expect(`${page.body}${list.body}`).not.toContain(at.split('/').at(-1));
      if (page.statusCode === 200) seen.push(name);
    }
    return seen.toSorted();
  };

  it('widens stage by stage, and never past the two sides and the independent scrutineer', async () => {
    const at = await raise();
    expect(await seenBy(at)).toEqual(['manager', 'teacher']);
    await site.post(one('manager'), `${at}/up`, { because: 'x' });
    expect(await seenBy(at)).toEqual(['manager', 'teacher']);
    await site.post(one('manager'), `${at}/up`, { because: 'x' });
    expect(await seenBy(at)).toEqual(['manager', 'school lead', 'teacher']);
    await site.post(one('manager'), `${at}/up`, { because: 'x' });
    expect(await seenBy(at)).toEqual(['head', 'manager', 'school lead', 'teacher']);
    await site.post(one('manager'), `${at}/up`, { because: 'x' });
    expect(await seenBy(at)).toEqual(['director', 'head', 'manager', 'school lead', 'scrutineer', 'teacher']);
  });

  it('is opened to whoever a side names of its own agency, and to nobody it may not name', async () => {
    const at = await raise();
    const name = (by: string, staff: string) => site.post(one(by), `${at}/speaker`, { staffId: one(staff).staffId });
    expect((await name('manager', 'worker')).statusCode).toBe(303);
    expect(await seenBy(at)).toEqual(['manager', 'teacher', 'worker']);
    expect((await name('manager', 'other lead')).statusCode).toBe(422);
    expect((await name('worker', 'colleague')).statusCode).toBe(422);
    expect((await name('other lead', 'other lead')).statusCode).not.toBe(303);
    // Past the pages: a row for an outsider opens nothing to them.
    const row = {
      disagreement_id: at.split('/').at(-1) ?? '',
      staff_id: one('other lead').staffId,
      side: 'against',
      from_stage: 1,
      named_by: one('worker').staffId,
      named_at: testNow,
    };
    await cast.as(one('worker'), (ctx) => ctx.tx.insertInto('disagreement_party').values(row).execute());
    expect(await seenBy(at)).toEqual(['manager', 'teacher', 'worker']);
  });

  it('is closed to a manager in conflict with the child of its concern, and stays open to whoever raised it', async () => {
    const child = await cast.person();
    const contactId = randomUUID();
    const contact = {
      id: contactId,
      reference: 'C-7001',
      state: 'DECIDED',
      received_at: testNow,
      channel: 'WEB',
      what_happened: 'x',
      referrer_staff_id: one('teacher').staffId,
    };
    await cast.behind.insertInto('contact').values(contact).execute();
    const named = randomUUID();
    await cast.behind
      .insertInto('contact_person')
      .values({ id: named, contact_id: contactId, part: 'child', position: 1, given_name: 'A' })
      .execute();
    const recognised = {
      contact_person_id: named,
      contact_id: contactId,
      person_id: child,
      how: 'same person',
      recognised_by: one('manager').staffId,
      recognised_at: testNow,
    };
    await cast.behind.insertInto('contact_recognition').values(recognised).execute();
    const at = await raise();
    await cast.behind
      .updateTable('disagreement')
      .set({ contact_id: contactId })
      .where('id', '=', at.split('/').at(-1) ?? '')
      .execute();
    expect(await seenBy(at)).toEqual(['manager', 'teacher']);
    await cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', child).execute();
    expect(await seenBy(at)).toEqual(['teacher']);
  });

  it('says nothing to those outside: no page, no step, no row', async () => {
    const at = await raise();
    const steps: [string, Record<string, string>][] = [
      ['say', { kind: 'said', words: 'x' }],
      ['up', { because: 'x' }],
      ['withdraw', { withdrawnBecause: 'x' }],
      ['agree', {}],
      ['judge', { outcome: 'STANDS', settled: 'x', learning: 'x' }],
    ];
    for (const name of ['colleague', 'worker', 'other lead', 'scrutineer', 'privacy officer', 'administrator']) {
      for (const [step, fields] of steps) expect([403, 404]).toContain((await site.post(one(name), `${at}/${step}`, fields)).statusCode);
      const rows = await cast.as(one(name), async (ctx) => [
        ...(await ctx.tx
          .selectFrom('disagreement')
          .select('id')
          .where('id', '=', at.split('/').at(-1) ?? '')
          .execute()),
        ...(await ctx.tx
          .selectFrom('disagreement_stage')
          .select('id')
          .where('disagreement_id', '=', at.split('/').at(-1) ?? '')
          .execute()),
      ]);
      expect(rows).toEqual([]);
    }
  });

  it('shows a visitor no answer, no link and no notification', async () => {
    const seen = await cast.asPublic(async (ctx) => [
      ...(await ctx.tx.selectFrom('answer_link').selectAll().execute()),
      ...(await ctx.tx.selectFrom('notification').selectAll().execute()),
      ...(await ctx.tx.selectFrom('contact_feedback').selectAll().execute()),
      ...(await ctx.tx.selectFrom('disagreement').selectAll().execute()),
    ]);
    expect(seen).toEqual([]);
    for (const name of ['teacher', 'worker', 'other lead']) expect((await site.get(one(name), '/front-door/told')).statusCode).toBe(403);
  });
});
