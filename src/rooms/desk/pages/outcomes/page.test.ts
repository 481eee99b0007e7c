import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../../platform/web/visit.ts';
import { outcomesRoom } from '../../../outcomes/index.ts';
import { deskRoom } from '../../index.ts';
import { addGoals, helpedFamily, setDeskScene, type DeskScene } from '../../scene.sample.ts';

let cast: Cast;
let web: Visits;
let scene: DeskScene;
const row = (body: string, label: string): string =>
  /<tr[\s\S]*?<\/tr>/g
    [Symbol.match](body)
    ?.find((one) => one.includes(`>${label}</a>`))
    ?.replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ') ?? '';

beforeAll(async () => {
  cast = await makeCast();
  scene = await setDeskScene(cast);
  const others = await helpedFamily(cast, {
    name: 'Other family',
    lead: scene.outsider,
    leadAgency: scene.council,
    teamId: scene.earlyHelpTeam,
  });
  await addGoals(cast, scene.episodeId, scene.lead, 'O-11-3', 4);
  await addGoals(cast, others.episodeId, scene.outsider, 'O-11-3', 9);
  await addGoals(cast, scene.episodeId, scene.lead, 'O-11-4', 2);
  await addGoals(cast, others.episodeId, scene.outsider, 'O-F-2', 20, 'achieved');
  web = await visits(cast, [outcomesRoom, deskRoom]);
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('goals by outcome', () => {
  it('are counted for all staff, small numbers hidden, with source, period and denominator', async () => {
    const { body, statusCode } = await web.get(scene.director, '/outcomes');
    expect(statusCode).toBe(200);
    expect(row(body, 'Preparing for transition to adulthood')).toContain('1 to 5');
    expect(row(body, 'Confident and skilled in parenting')).toContain('20');
    for (const words of ['Source: family plans', 'Period: every goal written down to the end of', 'Denominator', 'By age 11'])
      expect(body).toContain(words);
    expect(body).not.toContain('Hassan');
  });

  it('show the same numbers under a filter, and no total for it', async () => {
    const [all, some] = [(await web.get(scene.director, '/outcomes')).body, (await web.get(scene.director, '/outcomes?priority=P4')).body];
    expect(row(some, 'Learning to potential')).toBe(row(all, 'Learning to potential'));
    expect(some).not.toContain('Confident and skilled in parenting');
    expect(some).toContain('Totals are given for the whole pathway only');
  });
});

describe('an outcome on its thread', () => {
  it('traces up to the corporate aim and down to counts for the director, who sees no family', async () => {
    const { body } = await web.get(scene.director, '/outcomes/O-11-3');
    for (const words of ['Corporate aim', 'Attainment gap reduced', 'Narrow the gap', 'By age 11', 'Learning to potential'])
      expect(body).toContain(words);
    expect(body).toContain('None of the families whose help you may open has a goal that cites it');
    for (const words of ['Hassan family', 'Other family', 'Goal 1']) expect(body).not.toContain(words);
  });

  it('lists to the lead the goals of their own families only, and says how many more there are where that gives nobody away', async () => {
    const { body } = await web.get(scene.lead, '/outcomes/O-F-2');
    expect(body).toContain('20 more cite it, of families whose help is not open to you');
    const own = (await web.get(scene.lead, '/outcomes/O-11-4')).body;
    expect(own).toContain('Hassan family');
    expect(own).not.toContain('Other family');
    expect(own).toContain('Whether there are others, and how many, is not said');
  });

  it('says of a goal that it was agreed under earlier words (G24)', async () => {
    expect((await web.get(scene.lead, '/outcomes/O-11-4')).body).not.toContain('agreed under earlier words');
    await cast.behind
      .insertInto('outcome_wording')
      .values({
        outcome_id: 'O-11-4',
        version: 1,
        label: 'Growing up',
        plain_words: 'Growing up',
        changed_by: scene.director.staffId,
        changed_at: new Date('2026-11-23T09:00:00Z'),
        reason: 'Clearer',
      })
      .execute();
    expect((await web.get(scene.lead, '/outcomes/O-11-4')).body).toContain('agreed under earlier words');
  });

  it('is not found for an outcome that does not exist', async () => {
    expect((await web.get(scene.lead, '/outcomes/O-99-9')).statusCode).toBe(404);
  });
});
