import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { peopleRoom } from '../index.ts';
import { involvedJobs } from './jobs.ts';
import { involvedTasks } from './today-task.store.ts';

let cast: Cast;
let site: Visits;
let council: string;
let school: string;
let team: string;
let worker: StaffActor;
let colleague: StaffActor;
let manager: StaffActor;
let child: string;

const text = (body: string): string =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ');
const page = async (who: StaffActor, path: string): Promise<string> => text((await site.get(who, path)).body);
const daysAgo = (days: number): Date => new Date(testNow.getTime() - days * 86_400_000);
const put = async (facts: Record<string, unknown> = {}): Promise<string> => {
  const values = {
    person_id: child,
    agency_id: council,
    role: 'social worker',
    opens: 'identity',
    started_on: '2026-01-05',
    source: 'test',
    confirmed_at: testNow,
    because_kind: 'typed',
    ...facts,
  };
  const row = await cast.behind.insertInto('involvement').values(values).returning('id').executeTakeFirstOrThrow();
  return row.id;
};
const rowOf = (id: string) => cast.behind.selectFrom('involvement').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const runJobs = async (): Promise<number> => {
  const waiting = await cast.behind
    .selectFrom('job')
    .select(['id', 'payload'])
    .where('kind', '=', 'people.tell-watcher')
    .where('state', '=', 'ready')
    .execute();
  const tell = involvedJobs.find((job) => job.kind === 'people.tell-watcher');
  for (const { id, payload } of waiting) {
    await cast.asSystem((ctx) => tell!.run(ctx, payload, { id: Number(id), attempt: 1, key: null, signal: new AbortController().signal }));
    await cast.behind.updateTable('job').set({ state: 'done' }).where('id', '=', id).execute();
  }
  return waiting.length;
};
const tasksOf = (who: StaffActor) => cast.as(who, involvedTasks);

beforeAll(async () => {
  cast = await makeCast();
  council = await cast.agency('LA_SOCIAL_CARE', 'Harrow Council');
  school = await cast.agency('SCHOOL', 'Elm Park Primary');
  team = await cast.team(council, 'social-work', 'East team');
  worker = await cast.staff('SW', { agencyId: council, teamId: team, name: 'Tom Price' });
  colleague = await cast.staff('SW', { agencyId: council, teamId: team, name: 'Ann Reed' });
  manager = await cast.staff('TM', { agencyId: council, teamId: team, name: 'Mary Obi' });
  await cast.staff('DSL', { agencyId: school, name: 'Dora Safe' });
  child = await cast.person({ given_name: 'Zahra', family_name: 'Warsame' });
  await put({ team_id: team, role: 'social work team', opens: 'work', because_kind: 'referral' });
  site = await visits(cast, [peopleRoom]);
}, 60_000);
afterAll(async () => {
  await site?.end();
  await cast?.end();
});

describe('an involvement that nobody confirms', () => {
  it('decays in words, is confirmed in place, and says who confirmed', async () => {
    const id = await put({ staff_id: worker.staffId, confirmed_at: daysAgo(240), role: 'mentor' });
    expect(await page(colleague, `/people/${child}/involved`)).toContain('Not confirmed for 7 months');
    await site.post(worker, `/involvements/${id}/confirm`, {});
    const after = await page(colleague, `/people/${child}/involved`);
    expect(after).not.toContain('Not confirmed for');
    expect(after).toContain('Tom Price, confirmed');
    await cast.behind.deleteFrom('involvement').where('id', '=', id).execute();
  });

  it('asks its practitioner once, on Today; one page confirms and ends many', async () => {
    const ids: string[] = [];
    for (const days of [200, 300, 400, 10])
      ids.push(await put({ staff_id: worker.staffId, confirmed_at: daysAgo(days), role: `mentor ${days}` }));
    const ask = () =>
      cast.asSystem((ctx) =>
        sql<{ n: number }>`select access.ask_who_still_works(${ctx.now}) as n`.execute(ctx.tx).then(({ rows }) => rows[0]?.n),
      );
    expect([await ask(), await ask()]).toEqual([1, 0]);
    const asked = await page(worker, '/still-working');
    expect(asked).toContain('4 involvements');
    expect(asked.indexOf('mentor 400')).toBeLessThan(asked.indexOf('mentor 10'));
    expect(await page(colleague, '/still-working')).toContain('0 involvements');
    const both = await site.post(worker, '/still-working', { still: ids[0]!, ended: ids[0]! });
    expect(text(both.body)).toContain('Choose either still or ended for each child, not both');
    await site.post(worker, '/still-working', { ended: ids[2]!, all: 'yes' });
    expect((await Promise.all(ids.map(rowOf))).map((row) => [row.ended_on, row.confirmed_at.getTime() === testNow.getTime()])).toEqual([
      [null, true],
      [null, true],
      ['2026-11-24', true],
      [null, true],
    ]);
    const alerts = await cast.behind.selectFrom('alert').select('seen_at').where('kind', '=', 'still-working').execute();
    expect(alerts.map((one) => one.seen_at === null)).toEqual([false]);
    const shown = await page(colleague, `/people/${child}/involved`);
    expect(shown).toContain('Ended: 1 involvement');
    await cast.behind.deleteFrom('involvement').where('id', 'in', ids).execute();
  });

  it('touches only one’s own', async () => {
    const id = await put({ staff_id: colleague.staffId, confirmed_at: daysAgo(300) });
    await site.post(worker, '/still-working', { ended: id });
    expect((await rowOf(id)).ended_on).toBeNull();
    await cast.behind.deleteFrom('involvement').where('id', '=', id).execute();
  });
});

describe('being told when someone else becomes involved', () => {
  it('gives one line about the child, however many came that day, until one has looked', async () => {
    await site.post(worker, `/people/${child}/watch`, {});
    expect((await tasksOf(worker)).length).toBe(0);
    await cast.behind.transaction().execute(async (tx) => {
      for (let n = 0; n < 40; n += 1)
        await sql`insert into involvement (person_id, agency_id, practitioner_name, role, started_on, source, confirmed_at, because_kind)
          values (${child}, ${school}, 'Roll', ${`club ${n}`}, '2026-11-01', 'feed', now(), 'roll')`.execute(tx);
    });
    expect(await runJobs()).toBe(40);
    expect((await tasksOf(worker)).map(({ what, whom }) => `${what}: ${whom}`)).toEqual(['Someone else became involved: Zahra Warsame']);
    expect((await tasksOf(colleague)).length).toBe(0);
    expect(await page(worker, `/people/${child}/involved`)).toContain('New since you last looked');
    expect(await page(worker, '/following')).toContain('Someone else became involved');
    await site.post(worker, `/people/${child}/news-seen`, {});
    expect((await tasksOf(worker)).length).toBe(0);
    await cast.behind.deleteFrom('involvement').where('because_kind', '=', 'roll').execute();
  });

  it('is told in the transaction that records it, by whoever records it; one’s own part is recorded without naming oneself', async () => {
    const day = { 'startedOn-day': '20', 'startedOn-month': '11', 'startedOn-year': '2026' };
    const answer = await site.post(colleague, `/people/${child}/involved/new`, { mine: 'yes', role: 'mentor at school', ...day });
    expect(answer.statusCode).toBe(303);
    expect(await runJobs()).toBe(1);
    expect((await tasksOf(worker)).map((one) => one.what)).toEqual(['Someone else became involved']);
    const row = await cast.behind.selectFrom('involvement').selectAll().where('role', '=', 'mentor at school').executeTakeFirstOrThrow();
    expect([row.staff_id, row.recorded_by, row.team_id, row.agency_id]).toEqual([colleague.staffId, colleague.staffId, team, council]);
    expect(text((await site.post(colleague, `/people/${child}/involved/new`, { role: 'x', ...day })).body)).toContain('Choose the agency');
    await site.post(worker, `/people/${child}/news-seen`, {});
    await cast.behind.deleteFrom('involvement').where('id', '=', row.id).execute();
  });

  it('tells of another lead professional, never of oneself, of a sensitive service, nor of one rolled back', async () => {
    await put({ staff_id: worker.staffId, role: 'own part' });
    await put({ agency_id: school, sensitive: true, role: 'secret clinic', because_kind: 'typed' });
    await cast.behind
      .transaction()
      .execute(async (tx) => {
        await sql`insert into involvement (person_id, agency_id, role, started_on, source, confirmed_at) values (${child}, ${school}, 'undone', '2026-11-01', 'x', now())`.execute(
          tx,
        );
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await runJobs()).toBe(0);
    const id = await put({ staff_id: colleague.staffId, role: 'family worker' });
    await runJobs();
    await site.post(worker, `/people/${child}/news-seen`, {});
    await cast.behind.updateTable('involvement').set({ is_lead: true }).where('id', '=', id).execute();
    expect(await runJobs()).toBe(1);
    expect((await tasksOf(worker)).length).toBe(1);
    await site.post(worker, `/people/${child}/news-seen`, {});
  });

  it('ends by itself when one’s own part ends, but not while work changes hands', async () => {
    const open = () => cast.behind.selectFrom('involvement_watch').select('ended_because').where('staff_id', '=', worker.staffId).execute();
    await cast.behind.transaction().execute(async (tx) => {
      await sql`update involvement set ended_on = current_date where person_id = ${child} and (staff_id = ${worker.staffId} or team_id = ${team}) and ended_on is null`.execute(
        tx,
      );
      await sql`insert into involvement (person_id, agency_id, team_id, role, opens, started_on, source, confirmed_at) values (${child}, ${council}, ${team}, 'team again', 'work', '2026-11-01', 'x', now())`.execute(
        tx,
      );
    });
    expect(await open()).toEqual([{ ended_because: null }]);
    await cast.behind
      .updateTable('involvement')
      .set({ ended_on: '2026-11-24' })
      .where('team_id', '=', team)
      .where('ended_on', 'is', null)
      .execute();
    expect(await open()).toEqual([{ ended_because: 'no longer involved' }]);
    await put({ team_id: team, role: 'social work team', opens: 'work', because_kind: 'referral' });
  });
});

describe('the emergency contact sheet', () => {
  it('says whom to ring in order, who printed it and when, and bears no address', async () => {
    const mother = await cast.person({ given_name: 'Hodan', family_name: 'Warsame' });
    await cast.behind
      .insertInto('relationship')
      .values({ person_id: mother, related_id: child, kind: 'mother', parental_responsibility: true, source: 'x' })
      .execute();
    await cast.behind
      .insertInto('person_contact_point')
      .values([
        { person_id: mother, kind: 'phone', value: '07700 900123', safe_note: 'only before noon' },
        { person_id: mother, kind: 'phone', value: '07700 900999', is_safe: false, safe_note: 'he answers it' },
      ])
      .execute();
    for (const id of [child, mother])
      await cast.behind
        .insertInto('person_address')
        .values({ person_id: id, line1: '4 Elm Road', postcode: 'HA1 2XY', source: 'x' })
        .execute();
    await put({ person_id: mother, team_id: team, opens: 'identity', because_kind: 'referral' });
    await put({
      agency_id: school,
      practitioner_name: 'School office',
      practitioner_phone: '020 1',
      role: 'on school roll',
      opens: 'nothing',
    });
    await cast.behind.insertInto('setting').values({ key: 'emergency-duty-team', value: '020 7946 0999', note: 'x' }).execute();
    const sheet = await page(worker, `/people/${child}/contact-sheet/print`);
    for (const words of [
      'emergency duty team, 020 7946 0999',
      'Dora Safe',
      'School office',
      '07700 900123, only before noon',
      'has parental responsibility',
    ])
      expect(sheet).toContain(words);
    expect(sheet).toContain('by Tom Price, Social worker');
    expect(sheet.indexOf('Dora Safe')).toBeLessThan(sheet.indexOf('07700 900123'));
    for (const never of ['Elm Road', 'HA1 2XY', '07700 900999']) expect(sheet).not.toContain(never);
    const audit = await cast.behind
      .selectFrom('audit_event')
      .select('subject_ids')
      .where('action', '=', 'people.contact-sheet.view')
      .executeTakeFirstOrThrow();
    expect(audit.subject_ids).toContain(child);
  });
});

describe('absence and leaving', () => {
  it('shows who stands in wherever the practitioner is shown, from the first day away', async () => {
    const id = await put({ staff_id: colleague.staffId, role: 'family worker' });
    const fields = (from: Date, to: Date) => {
      const parts = (name: string, day: Date) => {
        const [year = '', month = '', date = ''] = day.toISOString().slice(0, 10).split('-');
        return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
      };
      return { ...parts('fromOn', from), ...parts('toOn', to), coverId: worker.staffId };
    };
    // The database's own day decides what runs today.
    const now = new Date();
    const later = new Date(Math.max(now.getTime(), testNow.getTime()) + 5 * 86_400_000);
    const answer = await site.post(manager, `/practitioners/${colleague.staffId}/absence`, fields(now, later));
    expect(answer.statusCode).toBe(303);
    expect(await page(worker, `/people/${child}/involved`)).toContain('Covered by Tom Price');
    expect(await page(worker, '/practitioners?q=Ann')).toContain('Covered by Tom Price');
    const absence = await cast.behind.selectFrom('absence').select('id').executeTakeFirstOrThrow();
    await site.post(manager, `/absences/${absence.id}/cancel`, {});
    expect(await page(worker, `/people/${child}/involved`)).not.toContain('Covered by Tom Price');
    await cast.behind.deleteFrom('involvement').where('id', '=', id).execute();
  });

  it('lists a leaver’s children for their manager until each has gone to someone; nothing vanishes', async () => {
    const leaver = await cast.staff('SW', { agencyId: council, teamId: team, name: 'Lee Vine' });
    const other = await cast.person({ given_name: 'Omar', family_name: 'Ali' });
    const own = await put({ staff_id: leaver.staffId, role: 'mentor', opens: 'identity', person_id: other });
    const work = await put({ staff_id: leaver.staffId, role: 'social worker', opens: 'work', because_kind: 'referral' });
    expect(await tasksOf(manager)).toEqual([]);
    await cast.behind.updateTable('staff').set({ left_on: '2026-11-27' }).where('id', '=', leaver.staffId).execute();
    expect((await tasksOf(manager)).map((one) => one.what)).toEqual(['Lee Vine leaves on 27 Nov: 2 children to pass on']);
    const list = await page(manager, `/practitioners/${leaver.staffId}/hand-over`);
    for (const words of ['Omar Ali', 'Zahra Warsame', 'Goes over today', 'Covered until the work is given to someone else'])
      expect(list).toContain(words);
    await site.post(manager, `/practitioners/${leaver.staffId}/cover`, { coverId: colleague.staffId });
    const done = await site.post(manager, `/practitioners/${leaver.staffId}/hand-over`, {
      involvementIds: [own, work],
      toId: worker.staffId,
    });
    expect(done.statusCode).toBe(303);
    expect(await tasksOf(manager)).toEqual([]);
    const after = await cast.behind
      .selectFrom('involvement')
      .select(['role', 'opens', 'because_kind', 'because_id', 'ended_on'])
      .where('staff_id', '=', worker.staffId)
      .where('because_id', 'in', [own, work])
      .execute();
    expect(after.toSorted((a, b) => (a.because_kind ?? '').localeCompare(b.because_kind ?? ''))).toEqual([
      { role: 'covers for Lee Vine, social worker', opens: 'work', because_kind: 'cover', because_id: work, ended_on: null },
      { role: 'mentor', opens: 'identity', because_kind: 'handed-over', because_id: own, ended_on: null },
    ]);
    expect([(await rowOf(own)).ended_on === null, (await rowOf(work)).ended_on]).toEqual([false, null]);
    await cast.behind.updateTable('staff').set({ left_on: '2026-11-20' }).where('id', '=', leaver.staffId).execute();
    expect(await page(worker, `/people/${child}/involved`)).toContain('Left on 20 Nov. Covered by Ann Reed');
    await cast.behind.updateTable('involvement').set({ ended_on: '2026-11-24' }).where('id', '=', work).execute();
    const cover = await cast.behind
      .selectFrom('involvement')
      .select('ended_on')
      .where('because_kind', '=', 'cover')
      .executeTakeFirstOrThrow();
    expect(cover.ended_on).not.toBeNull();
  });

  it('finds practitioners by area once their manager said where the team works', async () => {
    await site.post(manager, `/practitioners/teams/${team}`, { areas: 'Greenhill\nWealdstone\n\nGreenhill' });
    expect(await page(worker, '/practitioners?area=Greenhill')).toContain('Tom Price');
    expect(await page(worker, '/practitioners?area=Pinner')).toContain('No practitioner who works here matches that');
    expect(await page(worker, `/practitioners/${worker.staffId}`)).toContain('works in Greenhill, Wealdstone');
  });
});
