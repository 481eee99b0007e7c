import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { notifyTrial, type NotifyTrial } from '../../../platform/notify/notify-trial.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { frontDoorRoom } from '../index.ts';
import { feedbackJobs } from './jobs.ts';
import { sendingWays, suggestedAnswer } from './telling.ts';

describe('what a referrer may be told', () => {
  const amina = { called: 'Amina Hassan', level: 2, outcomeCode: 'EARLY_HELP' } as const;
  it('says what, why, what next and how to disagree, and names the child to those who sign in alone', () => {
    const theirs = suggestedAnswer([amina], true);
    expect(theirs.told).toContain('Amina Hassan: Early help is being offered');
    expect(theirs.why).toContain('extra help would stop things getting worse');
    expect(theirs.whatNext).toContain('A co-ordinator offers the family help');
    expect(theirs.howToDisagree).toContain('Disagree with this decision');
    const stranger = suggestedAnswer([amina, { ...amina, called: 'Bilal' }], false);
    expect(JSON.stringify(stranger)).not.toMatch(/Amina|Hassan|Bilal/);
    expect(stranger.told).toContain('About child 2');
  });

  const reach = { signsIn: false, email: 'aunt@example.org', phone: '07700 900123', safe: null, never: [] };
  it.each([
    [{ ...reach }, ['email', 'sms']],
    [{ ...reach, phone: '020 7946 0001' }, ['email']],
    [{ ...reach, never: ['text'] }, ['email']],
    [{ ...reach, safe: { how: 'text', reach: '07700 900456' } }, ['sms']],
    [{ ...reach, safe: { how: 'text', reach: '07700 900456' }, never: ['text'] }, []],
    [{ ...reach, safe: { how: 'not at all', reach: null } }, []],
    [{ ...reach, safe: { how: 'call', reach: '07700 900456' } }, []],
    [{ ...reach, signsIn: true }, []],
  ])('is sent only where it is safe %#', (facts, ways) => {
    expect(sendingWays(facts).map((way) => way.channel)).toEqual(ways);
  });
  it('goes to the address they said is safe and not to the one on the form', () => {
    expect(sendingWays({ ...reach, safe: { how: 'email', reach: 'safe@example.org' } })[0]?.address).toBe('safe@example.org');
  });
});

describe('telling a referrer without an account', () => {
  let cast: Cast;
  let site: Visits;
  let trial: NotifyTrial;
  let manager: StaffActor;
  let now = testNow;

  beforeAll(async () => {
    cast = await makeCast();
    trial = await notifyTrial(cast);
    site = await visits(cast, [frontDoorRoom], () => now);
    const council = await cast.agency('LA_SOCIAL_CARE', 'Council');
    manager = await cast.staff('MASH_M', { agencyId: council, teamId: await cast.team(council, 'front-door') });
  });
  afterAll(async () => {
    await site.end();
    await trial.end();
    await cast.end();
  });

  let at = 2100;
  const decided = async (facts: Record<string, unknown> = {}): Promise<{ id: string; reference: string }> => {
    const id = randomUUID();
    const reference = `C-${(at += 1)}`;
    const row = {
      id,
      reference,
      state: 'DECIDED',
      received_at: testNow,
      channel: 'WEB',
      referrer_name: 'Maria Alves',
      referrer_email: 'maria@example.org',
      referrer_phone: '07700 900123',
      what_happened: 'CANARY-WORDS',
      ...facts,
    };
    await cast.behind.insertInto('contact').values(row).execute();
    const named = randomUUID();
    await cast.behind
      .insertInto('contact_person')
      .values({ id: named, contact_id: id, part: 'child', position: 1, given_name: 'Amina', family_name: 'Hassan' })
      .execute();
    const decision = {
      contact_id: id,
      contact_person_id: named,
      person_id: await cast.person(),
      level: 1,
      factors: [],
      analysis: 'CANARY-ANALYSIS',
      protective: 'x',
      outcome_code: 'ADVICE',
      rationale: 'CANARY-RATIONALE',
      decided_by: manager.staffId,
      decided_at: testNow,
    };
    await cast.behind.insertInto('contact_decision').values(decision).execute();
    return { id, reference };
  };
  const tell = (id: string, fields: Record<string, string>) =>
    site.post(manager, `/front-door/contacts/${id}/tell`, { told: 'Advice is given.', ...fields });
  const lastLink = (reference: string): string => {
    const message = trial.fake.messages.findLast((one) => one.body.includes(reference) || one.subject?.includes(reference));
    return /https:\/\/goldthread\.example(\/concern\/answer\/\S+)/.exec(message?.body ?? '')?.[1]?.replace(/\.$/, '') ?? '';
  };

  it('sends nothing without their word that it is safe, nor where safe contact says no', async () => {
    const { id } = await decided();
    expect((await tell(id, { how: 'email' })).statusCode).toBe(422);
    const guarded = await decided();
    await cast.behind.insertInto('safe_contact').values({ contact_id: guarded.id, who: 'parent', how: 'not at all' }).execute();
    const page = await site.get(manager, `/front-door/contacts/${guarded.id}/tell`);
    expect(page.body).not.toContain('By email');
    expect(page.body).toContain('Nothing may be sent to them');
    expect((await tell(guarded.id, { how: 'email', safeToSend: 'yes' })).statusCode).not.toBe(303);
    expect(await cast.behind.selectFrom('answer_link').selectAll().execute()).toEqual([]);
  });

  it('is a link that opens once, in one browser, for an hour, and says nothing of the record', async () => {
    const { id, reference } = await decided();
    expect((await tell(id, { how: 'email', safeToSend: 'yes' })).statusCode).toBe(303);
    await trial.work('notify.send');
    const message = trial.fake.messages.at(-1);
    expect(message?.to).toBe('maria@example.org');
    expect(`${message?.subject} ${message?.body}`).not.toMatch(/Amina|Hassan|Advice/);
    const link = lastLink(reference);
    const first = await site.get(null, link);
    expect(first.body).toContain('Show me the answer');
    expect(first.body).not.toContain('Advice is given');
    expect((await site.get(null, `${link}/read`)).body).toContain('does not open any more');
    expect((await site.post(null, `${link}/open`, {})).headers['location']).toBe(`${link}/read`);
    const read = await site.get(null, `${link}/read`);
    for (const words of ['Advice is given.', 'we judged that', 'Nothing more happens now', 'complaints procedure'])
      expect(read.body).toContain(words);
    expect(read.body).not.toMatch(/CANARY|Amina|Maria/);
    const feedback = await cast.behind
      .selectFrom('contact_feedback')
      .select('read_at')
      .where('contact_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(feedback.read_at).toEqual(testNow);
    // Another browser, later, and a made-up code
    const other = await visits(cast, [frontDoorRoom], () => now);
    await other.post(null, `${link}/open`, {});
    expect((await other.get(null, `${link}/read`)).body).toContain('does not open any more');
    await other.end();
    expect((await site.get(null, `/concern/answer/${'x'.repeat(43)}/read`)).body).toContain('does not open any more');
    now = new Date(testNow.getTime() + 61 * 60_000);
    expect((await site.get(null, `${link}/read`)).body).toContain('does not open any more');
    now = testNow;
  });

  it('does not open after fourteen days', async () => {
    const { id, reference } = await decided();
    await tell(id, { how: 'text', safeToSend: 'yes' });
    await trial.work('notify.send');
    now = new Date(testNow.getTime() + 15 * 86_400_000);
    await site.post(null, `${lastLink(reference)}/open`, {});
    expect((await site.get(null, `${lastLink(reference)}/read`)).body).toContain('does not open any more');
    now = testNow;
  });

  it('is sent again to whoever knows the reference and the address left with it, and says the same to anyone else', async () => {
    const { id, reference } = await decided();
    await tell(id, { how: 'call' });
    const count = async () => (await cast.behind.selectFrom('answer_link').selectAll().where('contact_id', '=', id).execute()).length;
    const ask = (fields: Record<string, string>) => site.post(null, '/concern/answer', fields);
    const wrong = await ask({ reference, address: 'other@example.org' });
    expect(await count()).toBe(0);
    const right = await ask({ reference: ` ${reference.toLowerCase()} `, address: '+44 7700 900123' });
    expect([wrong.statusCode, wrong.headers['location']]).toEqual([right.statusCode, right.headers['location']]);
    expect(await count()).toBe(1);
    await trial.work('notify.send');
    expect(trial.fake.messages.at(-1)).toMatchObject({ type: 'sms', to: '07700 900123' });
    for (let again = 0; again < 5; again += 1) await ask({ reference, address: 'maria@example.org' });
    expect(await count()).toBe(3);
  });

  it('is not sent to somebody who asks before anyone was told, or whose safe contact forbids it', async () => {
    const untold = await decided();
    const guarded = await decided();
    await tell(guarded.id, { how: 'call' });
    await cast.behind.insertInto('safe_contact').values({ contact_id: guarded.id, who: 'parent', how: 'call', reach: '1' }).execute();
    for (const { reference } of [untold, guarded]) await site.post(null, '/concern/answer', { reference, address: 'maria@example.org' });
    const links = await cast.behind.selectFrom('answer_link').selectAll().where('contact_id', 'in', [untold.id, guarded.id]).execute();
    expect(links).toEqual([]);
  });

  it('counts who was told, and finds the message that did not arrive', async () => {
    const { id, reference } = await decided({ referrer_email: 'perm-fail@simulator.notify' });
    await tell(id, { how: 'email', safeToSend: 'yes' });
    await trial.work('notify.send');
    await trial.work('notify.check');
    const lost = await site.get(manager, '/front-door/told?show=lost');
    expect(lost.body).toContain(reference);
    expect(lost.body).toContain('did not arrive');
    expect((await site.get(manager, '/front-door/told')).body).toMatch(/Of \d+ concerns decided/);
  });

  it('tells whoever answered the hub for an agency once that it was told what became of it', async () => {
    const { id } = await decided();
    const agency = await cast.agency('POLICE', 'Police');
    const officer = await cast.staff('POL_PPD', { agencyId: agency });
    await cast.behind.updateTable('staff').set({ email: 'desk@example.org' }).where('id', '=', officer.staffId).execute();
    const enquiry = randomUUID();
    const opened = { id: enquiry, contact_id: id, rag: 'AMBER', purpose: 'x', opened_by: manager.staffId, opened_at: testNow };
    await cast.behind.insertInto('hub_enquiry').values(opened).execute();
    const request = {
      enquiry_id: enquiry,
      contact_id: id,
      agency_id: agency,
      discipline: 'police',
      what_we_ask: 'x',
      rag: 'AMBER',
      state: 'RETURNED_NIL',
      asked_by: manager.staffId,
      asked_at: testNow,
      answered_by: officer.staffId,
      answered_at: testNow,
      told_outcome_at: testNow,
      told_outcome: 'CANARY-OUTCOME',
    };
    await cast.behind.insertInto('information_request').values(request).execute();
    const run = { id: 1, attempt: 1, key: null, signal: new AbortController().signal };
    const sayOutcomes = feedbackJobs.find((one) => one.kind === 'front-door.say-outcomes');
    for (let time = 0; time < 2; time += 1) await cast.asSystem(async (ctx) => sayOutcomes?.run(ctx, {}, run));
    await trial.work('notify.send');
    const messages = trial.fake.messages.filter((one) => one.to === 'desk@example.org');
    expect(messages).toHaveLength(1);
    expect(messages[0]?.body).toContain('/asked-of-us/');
    expect(messages[0]?.body).not.toContain('CANARY');
  });
});
