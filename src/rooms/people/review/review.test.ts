import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { peopleRoom } from '../room.ts';
import { reviewScene, type Asked, type ReviewScene } from './scene.sample.ts';

let scene: ReviewScene;
let web: Visits;
beforeAll(async () => {
  scene = await reviewScene();
  web = await visits(scene.cast, [peopleRoom]);
});
afterAll(async () => {
  await web?.end();
  await scene?.end();
});

const at = (asked: Asked): string => `/index/review/${asked.id}`;
const take = (who: StaffActor, asked: Asked) => web.post(who, `${at(asked)}/take`, {});
const answer = async (who: StaffActor, asked: Asked, given: string, more: Record<string, string | string[]> = {}) => {
  await take(who, asked);
  return web.post(who, `${at(asked)}/answer`, { answer: given, reason: 'Read with care', then: 'stop', ...more });
};
const stands = (asked: Asked) =>
  scene.cast.behind.selectFrom('link_question').selectAll().where('id', '=', asked.id).executeTakeFirstOrThrow();
const person = (id: string) => scene.cast.behind.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('one reader', () => {
  it('sees both records, differences in words, the evidence in a chart and a table, and no chosen answer', async () => {
    const asked = await scene.ask();
    await take(scene.first, asked);
    const { body } = await web.get(scene.first, at(asked));
    for (const words of [
      'Aminah Hasan',
      'Amina Hassan',
      'Elm School',
      'What the matcher weighed',
      'Compared with one family',
      'role="img"',
    ])
      expect(body).toContain(words);
    expect(body).not.toMatch(/type="radio"[^>]* checked/);
    await web.post(scene.first, `${at(asked)}/release`, {});
    expect((await web.get(scene.first, at(asked))).body).not.toContain('Aminah');
  });

  it('joins two who are one, keeps a label without a name, and undoes it all when the answer is taken back', async () => {
    const asked = await scene.ask();
    await answer(scene.first, asked, 'same person');
    expect(await stands(asked)).toMatchObject({ settled_as: 'same person' });
    expect((await person(asked.otherPersonId)).became_id).toBe(asked.personId);
    const label = await scene.cast.behind
      .selectFrom('link_label')
      .selectAll()
      .where('question_id', '=', asked.id)
      .executeTakeFirstOrThrow();
    expect(label).toMatchObject({ decision: 'same person', readers: [scene.first.staffId], sampled: false, withdrawn_at: null });
    expect(JSON.stringify(label.features)).not.toMatch(/amina|hassan|2018/i);
    const taken = await web.post(scene.first, `${at(asked)}/take-back`, {});
    expect(taken.statusCode).toBe(303);
    expect((await person(asked.otherPersonId)).became_id).toBeNull();
    expect(await stands(asked)).toMatchObject({ settled_as: null, waits_for: 'reader', held_by: scene.first.staffId });
    const withdrawn = await scene.cast.behind
      .selectFrom('link_label')
      .select('withdrawn_at')
      .where('question_id', '=', asked.id)
      .executeTakeFirstOrThrow();
    expect(withdrawn.withdrawn_at).not.toBeNull();
  });

  it('keeps two who are not one apart for good', async () => {
    const asked = await scene.ask();
    await answer(scene.first, asked, 'not the same person');
    const pair = [asked.personId, asked.otherPersonId].toSorted();
    const edge = await scene.cast.behind
      .selectFrom('certainly_not')
      .selectAll()
      .where('person_a', '=', pair[0]!)
      .where('person_b', '=', pair[1]!)
      .execute();
    expect(edge).toHaveLength(1);
    await web.post(scene.first, `${at(asked)}/take-back`, {});
    const after = await scene.cast.behind
      .selectFrom('certainly_not')
      .selectAll()
      .where('person_a', '=', pair[0]!)
      .where('person_b', '=', pair[1]!)
      .execute();
    expect(after).toHaveLength(0);
    await web.post(scene.first, `${at(asked)}/release`, {});
  });

  it('parts a record that was joined wrongly', async () => {
    const asked = await scene.ask({ kind: 'apart' });
    await scene.cast.behind.updateTable('link_question').set({ other_person_id: asked.personId }).where('id', '=', asked.id).execute();
    await scene.cast.behind.updateTable('source_record').set({ person_id: asked.personId }).where('id', '=', asked.recordId).execute();
    const held = { person_id: asked.personId, is_manual: false };
    await scene.cast.behind
      .insertInto('assertion')
      .values([
        {
          ...held,
          place: 1,
          kind: 'name',
          facts: JSON.stringify({ use: 'usual', given: 'Amina', family: 'Hassan' }),
          why: 'Recorded here',
        },
        { ...held, place: 2, kind: 'link', source_record_id: asked.recordId, why: 'Alike', model_version: 'test' },
      ])
      .execute();
    await answer(scene.first, asked, 'not the same person');
    const record = await scene.cast.behind
      .selectFrom('source_record')
      .select('person_id')
      .where('id', '=', asked.recordId)
      .executeTakeFirstOrThrow();
    expect(record.person_id).not.toBe(asked.personId);
  });

  it('who is not sure says what they could not tell, and the question comes back with the note to someone else', async () => {
    const asked = await scene.ask({ worth: 5 });
    await take(scene.first, asked);
    const bare = await web.post(scene.first, `${at(asked)}/answer`, { answer: 'not sure', reason: '' });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('Say what you could not tell');
    await answer(scene.first, asked, 'not sure', { asksFor: 'queue', reason: 'The mother’s name would settle it' });
    expect((await web.post(scene.first, '/index/review/next', {})).headers.location).not.toBe(at(asked));
    await take(scene.second, asked);
    expect((await web.get(scene.second, at(asked))).body).toContain('The mother’s name would settle it');
    await answer(scene.second, asked, 'not the same person');
    expect(await stands(asked)).toMatchObject({ settled_as: 'not the same person' });
  });

  it('asks the agency: a task with what to check and by when; its answer puts the question back to anyone', async () => {
    const asked = await scene.ask();
    expect((await answer(scene.first, asked, 'not sure', { asksFor: 'agency' })).statusCode).toBe(422);
    await answer(scene.first, asked, 'not sure', { asksFor: 'agency', checks: ['date of birth', 'whether there is a twin'] });
    expect(await stands(asked)).toMatchObject({ waits_for: 'agency' });
    const request = await scene.cast.behind
      .selectFrom('link_request')
      .selectAll()
      .where('question_id', '=', asked.id)
      .executeTakeFirstOrThrow();
    expect(request).toMatchObject({ agency_id: scene.school, checks: ['date of birth', 'whether there is a twin'], due_on: '2026-12-01' });
    expect((await take(scene.second, asked)).statusCode).not.toBe(303);
    await web.post(scene.second, `${at(asked)}/agency-answer`, { answer: 'Born on 2 March, no twin' });
    expect(await stands(asked)).toMatchObject({ waits_for: 'reader' });
    await take(scene.first, asked);
    expect((await web.get(scene.first, at(asked))).body).toContain('Born on 2 March, no twin');
    await web.post(scene.first, `${at(asked)}/release`, {});
  });
});

describe('twins and anyone shielded', () => {
  it('need a reason and two readers who agree; the second does not see the first before answering', async () => {
    const asked = await scene.ask({ harm: 'twins' });
    await take(scene.first, asked);
    expect((await web.post(scene.first, `${at(asked)}/answer`, { answer: 'not the same person', reason: '' })).statusCode).toBe(422);
    await answer(scene.first, asked, 'not the same person', { reason: 'Zqfirst thinks so' });
    expect(await stands(asked)).toMatchObject({ settled_as: null, waits_for: 'second reader' });
    expect((await take(scene.first, asked)).body).toContain('Someone else has to read it now');
    await take(scene.second, asked);
    expect((await web.get(scene.second, at(asked))).body).not.toContain('Zqfirst');
    expect(
      await scene.cast.as(scene.second, (ctx) =>
        ctx.tx.selectFrom('link_reading').select('id').where('question_id', '=', asked.id).execute(),
      ),
    ).toEqual([]);
    await answer(scene.second, asked, 'not the same person');
    expect(await stands(asked)).toMatchObject({ settled_as: 'not the same person' });
    expect((await web.get(scene.second, at(asked))).body).toContain('Zqfirst');
    const label = await scene.cast.behind
      .selectFrom('link_label')
      .select('readers')
      .where('question_id', '=', asked.id)
      .executeTakeFirstOrThrow();
    expect(new Set(label.readers)).toEqual(new Set([scene.first.staffId, scene.second.staffId]));
  });

  it('go to whoever leads the desk when two disagree, and their answer settles it', async () => {
    const asked = await scene.ask({ harm: 'twins' });
    await answer(scene.first, asked, 'same person');
    await answer(scene.second, asked, 'not the same person');
    expect(await stands(asked)).toMatchObject({ settled_as: null, waits_for: 'third reader' });
    const third = await scene.cast.staff('INDEX', {
      agencyId: scene.council,
      teamId: scene.second.memberships[0]!.teamId!,
      name: 'Not the lead',
    });
    expect((await take(third, asked)).statusCode).not.toBe(303);
    await answer(scene.lead, asked, 'not the same person');
    expect(await stands(asked)).toMatchObject({ settled_as: 'not the same person' });
  });

  it('are never joined when shielded: the answer settles the shield question, and both stay two people', async () => {
    const asked = await scene.ask({ harm: 'shielded', person: { shield: 'hidden' }, other: { shield: 'hidden', shield_pending: true } });
    await scene.cast.behind
      .insertInto('shield_question')
      .values({ person_id: asked.otherPersonId, shielded_id: asked.personId, reasons: JSON.stringify({}) })
      .execute();
    await answer(scene.shield, asked, 'same person');
    await answer(scene.shieldSecond, asked, 'same person');
    expect(await stands(asked)).toMatchObject({ settled_as: 'same person' });
    expect(await person(asked.otherPersonId)).toMatchObject({ became_id: null, shield: 'hidden', shield_pending: false });
  });
});

it('no machine withdraws, changes or copies what a person decided: the application cannot rewrite a reading or a label', async () => {
  const change = (set: Record<string, unknown>) =>
    scene.cast.as(scene.first, (ctx) => ctx.tx.updateTable('link_reading').set(set).where('reader_id', '=', scene.first.staffId).execute());
  await expect(change({ answer: 'same person' })).rejects.toThrow(/permission denied/);
  await expect(
    scene.cast.as(scene.first, (ctx) => ctx.tx.updateTable('link_label').set({ decision: 'same person' }).execute()),
  ).rejects.toThrow(/permission denied/);
});
