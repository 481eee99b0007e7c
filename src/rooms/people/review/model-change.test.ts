import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { sql } from 'kysely';
import { standardModel } from '../linkage/decide.ts';
import { drawSamples } from './draw.ts';
import { afterModelChange, reweighJob } from './model-change.ts';
import { reviewScene, someEvidence, type ReviewScene } from './scene.sample.ts';

test('a new model asks about what it would not join, and touches nothing a person decided', () => {
  for (const band of ['link', 'review', 'no link'] as const) {
    expect(afterModelChange({ isManual: true, band })).toBe('leave');
    expect(afterModelChange({ isManual: false, band })).toBe(band === 'link' ? 'leave' : 'ask');
  }
});

describe('links that stand', () => {
  let scene: ReviewScene;
  beforeAll(async () => {
    scene = await reviewScene();
  });
  afterAll(() => scene?.end());

  const linked = async (given: string, model: string): Promise<{ personId: string; recordId: string }> => {
    const personId = await scene.cast.person({ given_name: 'Zarina', family_name: 'Quillfeather' });
    const record = async (name: string): Promise<string> =>
      (
        await scene.cast.behind
          .insertInto('source_record')
          .values({
            person_id: personId,
            agency_id: scene.school,
            given_name: name,
            family_name: 'Quillfeather',
            date_of_birth: '2018-03-02',
            sex: 'F',
          })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id;
    await record('Zarina');
    const recordId = await record(given);
    await scene.cast.behind
      .insertInto('assertion')
      .values({
        person_id: personId,
        place: 2,
        kind: 'link',
        source_record_id: recordId,
        is_manual: false,
        why: 'Alike',
        model_version: model,
        evidence: JSON.stringify(someEvidence()),
      })
      .execute();
    return { personId, recordId };
  };
  const asked = async (recordId: string): Promise<string[]> =>
    (await scene.cast.behind.selectFrom('link_question').select('kind').where('source_record_id', '=', recordId).execute()).map(
      (it) => it.kind,
    );

  it('become questions where a new model would not join them; none is joined or parted', async () => {
    const doubted = await linked('Bartholomew', 'older');
    const current = await linked('Bartholomew', standardModel.version);
    const stood = async (): Promise<unknown> =>
      (await sql`select person_id, id from source_record order by id`.execute(scene.cast.behind)).rows;
    const before = await stood();
    await scene.cast.asSystem((ctx) =>
      reweighJob.run(
        ctx,
        { after: '00000000-0000-0000-0000-000000000000', model: standardModel.version },
        { id: 1, attempt: 1, key: null, signal: new AbortController().signal },
      ),
    );
    expect(await asked(doubted.recordId)).toEqual(['apart']);
    expect(await asked(current.recordId)).toEqual([]);
    expect(await stood()).toEqual(before);
  });

  it('are drawn once a month by strata, of nobody shielded, and which were drawn is not told before they are read', async () => {
    const hidden = await linked('Zarina', 'older');
    await scene.cast.behind.updateTable('person').set({ shield: 'location' }).where('id', '=', hidden.personId).execute();
    for (let count = 0; count < 8; count += 1) await linked('Zarina', 'older');
    const raised = await scene.cast.asSystem(drawSamples);
    expect(raised).toBeGreaterThan(7);
    expect(await scene.cast.asSystem(drawSamples)).toBe(0);
    expect(await asked(hidden.recordId)).toEqual([]);
    const draws = await scene.cast.as(scene.analyst, (ctx) => ctx.tx.selectFrom('sample_draw').selectAll().execute());
    expect(draws.reduce((sum, it) => sum + it.drawn, 0)).toBe(raised);
    expect(await scene.cast.as(scene.first, (ctx) => ctx.tx.selectFrom('link_sample').selectAll().execute())).toEqual([]);
  });
});
