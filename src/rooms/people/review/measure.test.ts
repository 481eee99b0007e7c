import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { peopleRoom } from '../room.ts';
import { measureJobs } from './measure.ts';
import { reviewScene, type ReviewScene } from './scene.sample.ts';

describe('a measurement of the index', () => {
  let scene: ReviewScene;
  let web: Visits;
  beforeAll(async () => {
    scene = await reviewScene();
    web = await visits(scene.cast, [peopleRoom]);
    for (const year of [2014, 2017]) await child(year);
    await child(2016, { shield: 'hidden' });
  });
  afterAll(async () => {
    await web?.end();
    await scene?.end();
  });

  async function child(year: number, facts: Record<string, unknown> = {}): Promise<void> {
    const born = `${year}-04-09`;
    const personId = await scene.cast.person({ given_name: 'Zarina', family_name: 'Quillfeather', date_of_birth: born, ...facts });
    for (const line1 of ['12 Larch Lane', '12 Larch Ln'])
      await scene.cast.behind
        .insertInto('source_record')
        .values({
          person_id: personId,
          agency_id: scene.school,
          given_name: 'Zarina',
          family_name: 'Quillfeather',
          date_of_birth: born,
          sex: 'F',
          line1,
          postcode: 'HA3 7QQ',
          nhs_number: `99900000${year % 100}`,
        })
        .execute();
  }
  const run = async () =>
    scene.cast.behind.selectFrom('quality_run').selectAll().where('kind', '=', 'silver truth').executeTakeFirstOrThrow();
  const step = async (): Promise<void> => {
    const { id } = await run();
    const [silver] = measureJobs;
    await scene.cast.asSystem((ctx) =>
      silver.run(ctx, { runId: id }, { id: 1, attempt: 1, key: null, signal: new AbortController().signal }),
    );
  };

  it('goes year by year, stops, goes on where it was, and counts nobody shielded', async () => {
    await web.post(scene.first, '/index/quality/runs', { kind: 'silver truth' });
    await step();
    expect(await run()).toMatchObject({ state: 'running', done: 1, total: 2 });
    await web.post(scene.first, `/index/quality/runs/${(await run()).id}/stop`, {});
    await step();
    expect(await run()).toMatchObject({ state: 'stopped', done: 1 });
    await web.post(scene.first, `/index/quality/runs/${(await run()).id}/go-on`, {});
    await step();
    expect(await run()).toMatchObject({ state: 'done', done: 2 });
    const figures = await scene.cast.behind.selectFrom('quality_figure').selectAll().where('measure', '=', 'pair recall').execute();
    expect(figures).toMatchObject([{ part: 'all', numerator: 2, denominator: 2 }]);
  });

  it('is read with its date, interval and denominator by those who answer for quality, and exported with an audit row', async () => {
    const page = await web.get(scene.analyst, '/index/quality');
    expect(page.body).toContain('2 pairs');
    expect(page.body).toMatch(/95% interval/);
    const file = await web.get(scene.analyst, '/index/quality/figures.csv');
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain('"pair recall","all","2","2"');
    const audited = await scene.cast.behind
      .selectFrom('audit_event')
      .select('staff_id')
      .where('action', '=', 'people.quality.export')
      .execute();
    expect(audited.map((it) => it.staff_id)).toEqual([scene.analyst.staffId]);
  });

  it('may be begun and stopped by the index desk alone', async () => {
    expect((await web.post(scene.analyst, '/index/quality/runs', { kind: 'silver truth' })).statusCode).toBe(403);
    expect((await web.get(scene.analyst, '/index/quality/lives/two-schools')).statusCode).toBe(403);
  });
});
