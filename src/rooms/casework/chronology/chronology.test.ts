import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { addEvent, chronologyOf, requestEarlyHelp } from '../index.ts';
import { caseworkRoom } from '../room.ts';
import { introduce, setScene, type Scene } from '../scene.sample.ts';
import { dateWords, gapBetween, gapWords, mayPromote } from './chronology.ts';

describe('the rules of a chronology', () => {
  it.each([
    ['2024-05-03', 'day', '3 May 2024'],
    ['2024-05-03', 'month', 'May 2024'],
    ['2024-05-03', 'year', '2024'],
    ['2024-05-03', 'about', 'about 3 May 2024'],
  ] as const)('%s known to the %s: %s', (date, accuracy, words) => expect(dateWords(date, accuracy)).toBe(words));
  it('a gap of half a year is shown', () => {
    expect(gapBetween('2026-07-01', '2026-01-01')).toBeNull();
    expect(gapBetween('2026-11-01', '2026-01-01')).toBe(304);
    expect([gapWords(304), gapWords(800)]).toEqual(['10 months', '2 years']);
  });
  it('only a proposed fact is promoted, once', () => {
    expect(() => mayPromote({ automatic: false, promotedAt: null })).toThrow();
    expect(() => mayPromote({ automatic: true, promotedAt: new Date() })).toThrow();
    expect(() => mayPromote({ automatic: true, promotedAt: null })).not.toThrow();
  });
});

describe('a child’s chronology', () => {
  let cast: Cast;
  let web: Visits;
  let scene: Scene;
  const path = (): string => `/chronology/${scene.amina}`;
  beforeAll(async () => {
    cast = await makeCast();
    scene = await setScene(cast);
    web = await visits(cast, [caseworkRoom]);
    await introduce(cast, scene.worker, [scene.amina, scene.bilal, scene.mother]);
    await introduce(cast, scene.dsl, [scene.amina]);
    await introduce(cast, scene.contactOfficer, [scene.amina]);
    await cast.as(scene.worker, (ctx) => requestEarlyHelp(ctx, { familyId: scene.familyId, childIds: [scene.amina], reason: 'x' }));
  });
  afterAll(async () => {
    await web.end();
    await cast.end();
  });

  it('is added to by those who help, filtered by kind and date, and shows its gaps', async () => {
    const add = (fields: Record<string, string>) => web.post(scene.worker, path(), { accuracy: 'day', source: 'Mother', ...fields });
    expect(
      (
        await add({
          'happenedOn-day': '3',
          'happenedOn-month': '9',
          'happenedOn-year': '2024',
          category: 'school',
          description: 'Started in Year 2',
        })
      ).statusCode,
    ).toBe(303);
    expect(
      (
        await add({
          'happenedOn-day': '1',
          'happenedOn-month': '3',
          'happenedOn-year': '2023',
          category: 'loss',
          description: 'Grandfather died',
          impactOnChild: 'Stopped talking at school',
        })
      ).statusCode,
    ).toBe(303);
    const wrong = await add({ 'happenedOn-day': '31', 'happenedOn-month': '2', 'happenedOn-year': '2024', category: '', description: '' });
    expect(wrong.statusCode).toBe(422);
    for (const words of ['must be a real date', 'Select what kind of event', 'Write what happened']) expect(wrong.body).toContain(words);
    const all = await web.get(scene.worker, path());
    for (const words of [
      'Grandfather died',
      'Early help asked for',
      'Nothing recorded for',
      'Fact of the work, not yet judged',
      '3 events',
    ])
      expect(all.body).toContain(words);
    const school = await web.get(scene.worker, `${path()}?category=school`);
    expect([school.body.includes('Started in Year 2'), school.body.includes('Grandfather died')]).toEqual([true, false]);
    expect((await web.get(scene.worker, `${path()}?from=2024-01-01&to=2024-12-31`)).body).toContain('1 event<');
    expect((await web.get(scene.worker, `${path()}?from=nonsense&agency=zzz&category=drop`)).statusCode).toBe(200);
  });

  it('a fact of the work is written once and promoted by a person; an event is hidden, and a wrong one taken out', async () => {
    const write = () =>
      cast.as(scene.contactOfficer, (ctx) =>
        addEvent(ctx, {
          personId: scene.amina,
          category: 'contact',
          description: 'Contact decided',
          source: 'Front door',
          isAutomatic: true,
          linkedKind: 'contact',
          linkedId: scene.familyId,
        }),
      );
    await write();
    await write();
    const events = await cast.as(scene.frontDoorManager, (ctx) => chronologyOf(ctx, scene.amina));
    expect((await cast.as(scene.coordinator, (ctx) => chronologyOf(ctx, scene.amina))).some((event) => event.category === 'contact')).toBe(
      false,
    );
    expect(events.filter((event) => event.category === 'contact')).toHaveLength(1);
    expect(events.find((event) => event.category === 'contact')?.openTo).toBe('social care');
    const help = events.find((event) => event.category === 'help')!;
    expect((await web.post(scene.worker, `${path()}/${help.id}`, { verb: 'promote' })).statusCode).toBe(303);
    expect((await web.post(scene.worker, `${path()}/${help.id}`, { verb: 'hide' })).statusCode).toBe(303);
    const loss = events.find((event) => event.category === 'loss')!;
    expect((await web.post(scene.worker, `${path()}/${loss.id}`, { verb: 'take out' })).statusCode).toBe(422);
    expect((await web.post(scene.worker, `${path()}/${loss.id}`, { verb: 'take out', because: 'It was an uncle' })).statusCode).toBe(303);
    const now = await cast.as(scene.coordinator, (ctx) => chronologyOf(ctx, scene.amina));
    expect([
      now.find((event) => event.id === help.id)?.promoted,
      now.find((event) => event.id === help.id)?.hiddenFromFamily,
      now.some((event) => event.id === loss.id),
    ]).toEqual([true, true, false]);
    expect(
      (await cast.behind.selectFrom('chronology_event').select('removed_because').where('id', '=', loss.id).executeTakeFirstOrThrow())
        .removed_because,
    ).toBe('It was an uncle');
  });

  it('front-door facts stay with the front door and social care; a school that only knows the child sees nothing and adds nothing', async () => {
    expect((await cast.as(scene.worker, (ctx) => chronologyOf(ctx, scene.amina))).some((event) => event.category === 'contact')).toBe(
      false,
    );
    const page = await web.get(scene.dsl, path());
    expect([page.statusCode, page.body.includes('No events of this child are open to you')]).toEqual([200, true]);
    expect(
      (
        await web.post(scene.dsl, path(), {
          'happenedOn-day': '3',
          'happenedOn-month': '9',
          'happenedOn-year': '2024',
          category: 'school',
          description: 'x',
          source: 'y',
        })
      ).statusCode,
    ).toBe(403);
    expect((await web.get(scene.otherDsl, path())).statusCode).toBe(404);
  });

  it('every look at it is audited with the child as its subject', async () => {
    const { rows } = await cast.db.superuser.query<{ n: string }>(
      `select count(*) as n from audit_subject s join audit_event e on e.id = s.event_id where s.person_id = $1 and e.action = 'chronology.child.view' and e.staff_id = $2`,
      [scene.amina, scene.dsl.staffId],
    );
    expect(Number(rows[0]?.n)).toBe(1);
  });
});
