import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { notifyTrial, type NotifyTrial } from '../../../platform/notify/notify-trial.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { frontDoorRoom } from '../index.ts';
import { feedbackJobs } from './jobs.ts';
import { moves, objectionTo, type DisagreementState, type Side, type Standing } from './disagreement.ts';

describe('the rules of a disagreement', () => {
  const standing = fc.record({
    state: fc.constantFrom<DisagreementState>('OPEN', 'SETTLED', 'WITHDRAWN'),
    stage: fc.integer({ min: 1, max: 5 }),
    raisedBy: fc.constantFrom('me', 'another'),
    proposedSide: fc.constantFrom(null, 'raised', 'against'),
  });
  const side = fc.constantFrom<Side | null>('raised', 'against', 'scrutineer', null);
  const all = (holds: (facts: Standing, mine: Side | null) => void) =>
    fc.assert(
      fc.property(standing, side, (facts, mine) => holds({ ...facts, raisedAgencyId: 'a', againstAgencyId: 'b' }, mine)),
      { numRuns: 1_000 },
    );
  const may = (move: (typeof moves)[number], facts: Standing, mine: Side | null) => objectionTo(move, facts, mine, 'me') === null;

  it('let nothing be done to what is over, nor by whoever speaks for nobody', () =>
    all((facts, mine) => {
      if (facts.state !== 'OPEN' || mine === null) for (const move of moves) expect(may(move, facts, mine)).toBe(false);
    }));
  it('let nobody settle alone before stage 5: a proposal is answered by the other side', () =>
    all((facts, mine) => {
      if (may('agree', facts, mine))
        expect([facts.proposedSide, facts.stage < 5]).toEqual([mine === 'raised' ? 'against' : 'raised', true]);
    }));
  it('let the scrutineer alone judge, and at stage 5 alone', () =>
    all((facts, mine) => {
      expect(may('judge', facts, mine)).toBe(facts.state === 'OPEN' && mine === 'scrutineer' && facts.stage === 5);
    }));
  it('leave a way on for each side at every open stage', () =>
    all((facts, mine) => {
      if (facts.state === 'OPEN' && (mine === 'raised' || mine === 'against') && facts.stage < 5)
        expect(may('move up', facts, mine)).toBe(true);
    }));
});

describe('a disagreement from raising to its end', () => {
  let cast: Cast;
  let site: Visits;
  let trial: NotifyTrial;
  let teacher: StaffActor;
  let schoolLead: StaffActor;
  let manager: StaffActor;
  let worker: StaffActor;
  let head: StaffActor;
  let scrutineer: StaffActor;
  let councilId: string;

  beforeAll(async () => {
    cast = await makeCast();
    trial = await notifyTrial(cast);
    site = await visits(cast, [frontDoorRoom]);
    councilId = await cast.agency('LA_SOCIAL_CARE', 'Harrow Council');
    const school = await cast.agency('SCHOOL', 'Larkrise Primary');
    teacher = await cast.staff('REF', { agencyId: school, name: 'Tess Teacher' });
    schoolLead = await cast.staff('DSL', { agencyId: school, name: 'Grace Bello' });
    manager = await cast.staff('MASH_M', { agencyId: councilId, teamId: await cast.team(councilId, 'front-door'), name: 'Priya Nair' });
    worker = await cast.staff('SW', { agencyId: councilId, name: 'Sam Worker' });
    head = await cast.staff('SM_HOS', { agencyId: councilId, name: 'Hana Head' });
    scrutineer = await cast.staff('SCRUT', { agencyId: await cast.agency('VCS', 'Safeguarding partners'), name: 'Ines Scrutineer' });
    for (const one of [teacher, schoolLead, manager, worker, head])
      await cast.behind
        .updateTable('staff')
        .set({ email: `${one.staffId}@example.org` })
        .where('id', '=', one.staffId)
        .execute();
  });
  afterAll(async () => {
    await site.end();
    await trial.end();
    await cast.end();
  });

  const said = {
    child: 'Amina H',
    decisionDisputed: 'No further action',
    concern: 'She is hungry.',
    wanted: 'An assessment',
    atRisk: 'no',
    protection: 'Breakfast club each morning',
  };
  const raise = async (who: StaffActor = teacher, fields: Record<string, string> = {}): Promise<string> => {
    const sent = await site.post(who, '/disagreements', { ...said, againstAgencyId: councilId, ...fields });
    expect(sent.statusCode).toBe(303);
    return String(sent.headers['location']);
  };
  const row = (at: string) =>
    cast.behind
      .selectFrom('disagreement')
      .selectAll()
      .where('id', '=', at.split('/').at(-1) ?? '')
      .executeTakeFirstOrThrow();
  const clocks = async (at: string) =>
    cast.behind
      .selectFrom('clock')
      .innerJoin('disagreement_stage', 'disagreement_stage.id', 'clock.subject_id')
      .select(['rule_key', 'due_at', 'met_at', 'cancelled_at'])
      .where('disagreement_id', '=', at.split('/').at(-1) ?? '')
      .orderBy('stage')
      .execute();
  const settled = { outcome: 'PARTLY_CHANGED', settled: 'An early help assessment.', learning: 'Hunger is evidence.' };

  it('asks for everything it needs, and never against one’s own agency', async () => {
    const empty = await site.post(teacher, '/disagreements', {});
    expect(empty.statusCode).toBe(422);
    for (const message of ['Enter which child it is about', 'Select the agency', 'Enter what protects the child meanwhile'])
      expect(empty.body).toContain(message);
    const own = await site.post(worker, '/disagreements', { ...said, againstAgencyId: councilId });
    expect(own.statusCode).toBe(422);
  });

  it('starts stage 1 with one working day, two hours where a child is at risk, and tells those who answer without saying about whom', async () => {
    const at = await raise();
    expect((await clocks(at))[0]).toMatchObject({ rule_key: 'ESC1', met_at: null });
    const risky = await raise(teacher, { atRisk: 'yes' });
    const [clock] = await clocks(risky);
    expect(clock?.rule_key).toBe('ESC1-risk');
    expect(clock?.due_at).toEqual(new Date(testNow.getTime() + 2 * 3_600_000));
    await trial.work('notify.send');
    const messages = trial.fake.messages.filter((one) => one.to === `${manager.staffId}@example.org`);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(`${message.subject} ${message.body}`).not.toMatch(/Amina|Larkrise|hungry|Tess/);
  });

  it('is settled when the other side agrees, not before; the clock is met and what was learnt is kept', async () => {
    const at = await raise();
    expect((await site.post(manager, `${at}/propose`, settled)).statusCode).toBe(303);
    expect((await row(at)).state).toBe('OPEN');
    expect((await site.post(manager, `${at}/agree`, {})).statusCode).not.toBe(303);
    expect((await site.post(teacher, `${at}/not-agree`, { whyNot: 'An assessment, please' })).statusCode).toBe(303);
    expect((await row(at)).proposed_outcome).toBeNull();
    await site.post(manager, `${at}/propose`, settled);
    expect((await site.post(teacher, `${at}/agree`, {})).statusCode).toBe(303);
    expect(await row(at)).toMatchObject({
      state: 'SETTLED',
      outcome: 'PARTLY_CHANGED',
      learning: 'Hunger is evidence.',
      settled_by: teacher.staffId,
    });
    expect((await clocks(at))[0]?.met_at).toEqual(testNow);
    expect((await site.post(teacher, `${at}/up`, { because: 'x' })).statusCode).not.toBe(303);
    expect((await site.get(teacher, '/disagreements?show=settled')).body).toContain('Hunger is evidence.');
  });

  it('climbs five stages, each with its clock, and the scrutineer of neither side judges', async () => {
    const at = await raise();
    for (const because of ['no answer', 'still apart', 'leads apart', 'heads apart'])
      expect((await site.post(manager, `${at}/up`, { because })).statusCode).toBe(303);
    expect((await clocks(at)).map((one) => one.rule_key)).toEqual(['ESC1', 'ESC2', 'ESC3', 'ESC4', 'ESC5']);
    expect((await clocks(at)).map((one) => one.met_at !== null)).toEqual([true, true, true, true, false]);
    expect((await site.post(manager, `${at}/up`, { because: 'again' })).statusCode).not.toBe(303);
    for (const who of [manager, head, teacher]) expect((await site.post(who, `${at}/judge`, settled)).statusCode).not.toBe(303);
    expect((await site.post(scrutineer, `${at}/judge`, settled)).statusCode).toBe(303);
    expect(await row(at)).toMatchObject({ state: 'SETTLED', stage: 5, settled_by: scrutineer.staffId });
  });

  it('is never settled past the database by a side at stage 5', async () => {
    const at = await raise();
    for (let stage = 1; stage < 5; stage += 1) await site.post(teacher, `${at}/up`, { because: 'x' });
    const id = at.split('/').at(-1) ?? '';
    const change = {
      state: 'SETTLED',
      outcome: 'STANDS',
      outcome_words: 'x',
      learning: 'x',
      settled_by: manager.staffId,
      settled_at: testNow,
    };
    const attempt = cast.as(manager, (ctx) => ctx.tx.updateTable('disagreement').set(change).where('id', '=', id).execute());
    await expect(attempt).rejects.toThrow();
  });

  it('is withdrawn by whoever raised it alone, with a reason', async () => {
    const at = await raise();
    expect((await site.post(manager, `${at}/withdraw`, { withdrawnBecause: 'x' })).statusCode).not.toBe(303);
    expect((await site.post(teacher, `${at}/withdraw`, { withdrawnBecause: 'They changed it' })).statusCode).toBe(303);
    expect(await row(at)).toMatchObject({ state: 'WITHDRAWN', outcome_words: 'They changed it' });
    expect((await clocks(at))[0]?.cancelled_at).toEqual(testNow);
  });

  it('keeps what was said in order, for both sides, with what protects the child', async () => {
    const at = await raise();
    await site.post(teacher, `${at}/say`, { kind: 'said', words: 'We spoke on the phone.' });
    await site.post(manager, `${at}/say`, { kind: 'protection', words: 'A visit today.' });
    const page = await site.get(teacher, at);
    expect(page.body.indexOf('We spoke on the phone.')).toBeLessThan(page.body.indexOf('A visit today.'));
    expect(page.body).toContain('Breakfast club each morning');
  });

  it('shows what has run out first, and says so once to those who speak', async () => {
    const at = await raise();
    const later = new Date(testNow.getTime() + 3 * 86_400_000);
    const then = await visits(cast, [frontDoorRoom], () => later);
    const overdue = await then.get(teacher, '/disagreements?show=overdue');
    expect(overdue.body).toContain((await row(at)).reference);
    const about = at.split('/').at(-1) ?? '';
    const news = async () =>
      (await cast.behind.selectFrom('notification').select('id').where('about_id', '=', about).where('asked_by', 'is', null).execute())
        .length;
    const run = { id: 1, attempt: 1, key: null, signal: new AbortController().signal };
    for (let time = 0; time < 3; time += 1) await cast.asSystem(async (ctx) => feedbackJobs[0]?.run(ctx, {}, run), later);
    expect(await news()).toBe(1);
    await then.end();
  });

  it('starts from the concern it is about, for whoever raised that', async () => {
    const id = randomUUID();
    const contact = {
      id,
      reference: 'C-9001',
      state: 'DECIDED',
      received_at: testNow,
      channel: 'WEB',
      what_happened: 'x',
      referrer_staff_id: teacher.staffId,
    };
    await cast.behind.insertInto('contact').values(contact).execute();
    await cast.behind
      .insertInto('contact_person')
      .values({ contact_id: id, part: 'child', position: 1, given_name: 'Zadie', family_name: 'Quill' })
      .execute();
    expect((await site.get(teacher, `/my-concerns/${id}`)).body).toContain(`/disagreements/new?contact=${id}`);
    const page = await site.get(teacher, `/disagreements/new?contact=${id}`);
    expect(page.body).toContain('Zadie Quill');
    expect((await site.get(worker, `/disagreements/new?contact=${id}`)).statusCode).toBe(404);
    expect(
      (await site.post(worker, '/disagreements', { ...said, contactId: id, againstAgencyId: teacher.memberships[0]?.agencyId ?? '' }))
        .statusCode,
    ).toBe(404);
  });
});
