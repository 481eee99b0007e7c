import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { peopleRoom } from '../room.ts';
import { openQuestions, queueCounts } from './question.store.ts';
import { reviewScene, type Asked, type ReviewScene } from './scene.sample.ts';

/** No question is visible to anyone without a right to both records: in the list, the counts, take-next, by its address, or in an error. */
describe('who may not see a question', () => {
  let scene: ReviewScene;
  let web: Visits;
  const questions: Record<string, Asked> = {};
  const all = { kind: null, harm: null, agencyId: null, waitsFor: null };
  beforeAll(async () => {
    scene = await reviewScene();
    web = await visits(scene.cast, [peopleRoom]);
    questions['ordinary'] = await scene.ask();
    questions['hidden'] = await scene.ask({ worth: 9, person: { given_name: 'Zqhidden', shield: 'hidden' } });
    questions['hiddenOther'] = await scene.ask({ worth: 9, other: { given_name: 'Zqhidden', shield: 'hidden', shield_pending: true } });
    questions['location'] = await scene.ask({ worth: 9, person: { given_name: 'Zqhidden', shield: 'location' } });
    questions['marked'] = await scene.ask({ worth: 9, harm: 'shielded' });
    questions['restricted'] = await scene.ask({ worth: 9, other: { given_name: 'Zqhidden', restricted: true } });
    questions['conflict'] = await scene.ask({ worth: 9 });
    const { behind } = scene.cast;
    const tie = { nature: 'neighbour', valid_from: '2020-01-01', person_id: questions['conflict'].otherPersonId };
    await behind
      .insertInto('conflict_of_interest')
      .values([scene.first, scene.shield].map((who) => ({ ...tie, staff_id: who.staffId })))
      .execute();
  });
  afterAll(async () => {
    await web?.end();
    await scene?.end();
  });

  const seen = async (who: StaffActor): Promise<string[]> => {
    const rows = await scene.cast.as(who, (ctx) => openQuestions(ctx, all, 1));
    return Object.keys(questions).filter((name) => rows.some((row) => row.id === questions[name]?.id));
  };
  const counted = async (who: StaffActor): Promise<number> =>
    (await scene.cast.as(who, queueCounts)).reduce((sum, one) => sum + one.count, 0);

  it('gives the index desk none about anyone shielded, restricted or in conflict, and the shield desk those about shielded people alone', async () => {
    expect(await seen(scene.first)).toEqual(['ordinary']);
    expect(await seen(scene.second)).toEqual(['ordinary', 'conflict']);
    expect(await seen(scene.shield)).toEqual(['hidden', 'hiddenOther', 'location', 'marked']);
    expect(await seen(scene.analyst)).toEqual([]);
  });

  it('counts what the list shows and nothing else', async () => {
    expect(await counted(scene.first)).toBe(1);
    expect(await counted(scene.second)).toBe(2);
    expect(await counted(scene.shield)).toBe(4);
    expect(await counted(scene.analyst)).toBe(0);
  });

  it('lets someone with leave for a restricted record read its question', async () => {
    const { behind } = scene.cast;
    const leave = { person_id: questions['restricted']!.otherPersonId, staff_id: scene.second.staffId, reason: 'Works with them' };
    await behind.insertInto('restriction_allow').values(leave).execute();
    expect(await seen(scene.second)).toEqual(['ordinary', 'restricted', 'conflict']);
    await behind.deleteFrom('restriction_allow').where('staff_id', '=', scene.second.staffId).execute();
  });

  it('takes only what the reader may know, whatever the others are worth', async () => {
    const taken = await web.post(scene.first, '/index/review/next', {});
    expect(taken.headers.location).toBe(`/index/review/${questions['ordinary']?.id}`);
    await web.post(scene.first, `/index/review/${questions['ordinary']?.id}/release`, {});
  });

  it('answers for a question that is not theirs as for one that never was, at every address', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const bare = (body: string, id: string): string =>
      body
        .replaceAll(id, 'ID')
        .replaceAll(/nonce="[^"]+"|name="_key" value="[^"]+"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
        .replaceAll(/Reference[^<]*/g, '');
    for (const name of ['hidden', 'hiddenOther', 'location', 'marked', 'restricted', 'conflict']) {
      const id = questions[name]!.id;
      for (const [method, tail] of [
        ['get', ''],
        ['post', '/take'],
        ['post', '/answer'],
        ['post', '/release'],
        ['post', '/take-back'],
        ['post', '/agency-answer'],
      ] as const) {
        const fields = { answer: 'same person', reason: 'x' };
        const ask = (it: string) =>
          method === 'get'
            ? web.get(scene.first, `/index/review/${it}${tail}`)
            : web.post(scene.first, `/index/review/${it}${tail}`, fields);
        const [shut, never] = [await ask(id), await ask(nowhere)];
        expect([name, tail, shut.statusCode]).toEqual([name, tail, 404]);
        expect(bare(shut.body, id)).toBe(bare(never.body, nowhere));
        expect(shut.body).not.toContain('Zqhidden');
      }
    }
  });

  it('turns away everyone who is not of a desk, also those who see its figures', async () => {
    expect((await web.get(scene.analyst, '/index/review')).statusCode).toBe(403);
    expect((await web.get(scene.analyst, `/index/review/${questions['ordinary']?.id}`)).statusCode).toBe(403);
    const stranded = await scene.cast.staff('INDEX', { agencyId: scene.council, name: 'No desk' });
    expect(await seen(stranded)).toEqual([]);
  });

  it('shows nobody on the list, and who they are only to whoever took the question', async () => {
    const list = await web.get(scene.second, '/index/review');
    expect(list.body).not.toContain('Hassan');
    const at = `/index/review/${questions['ordinary']?.id}`;
    expect((await web.get(scene.second, at)).body).not.toContain('Hassan');
    await web.post(scene.second, `${at}/take`, {});
    expect((await web.get(scene.second, at)).body).toContain('Hassan');
    expect((await web.get(scene.first, at)).body).not.toContain('Hassan');
    await web.post(scene.second, `${at}/release`, {});
  });

  it('keeps in the audit that both were opened, with the reason', async () => {
    const { ordinary } = questions;
    const rows = await scene.cast.behind
      .selectFrom('audit_event as e')
      .innerJoin('audit_subject as s', 's.event_id', 'e.id')
      .where('e.action', '=', 'people.review.take')
      .where('e.outcome', '=', 'done')
      .where('e.staff_id', '=', scene.second.staffId)
      .select(['s.person_id', 'e.purpose'])
      .execute();
    expect(new Set(rows.map((row) => row.person_id))).toEqual(new Set([ordinary?.personId, ordinary?.otherPersonId]));
    expect(rows[0]?.purpose).toContain('Review desk');
    const looks = await scene.cast.behind
      .selectFrom('index_look')
      .where('staff_id', '=', scene.second.staffId)
      .select('person_id')
      .execute();
    expect(looks.map((it) => it.person_id)).toEqual(expect.arrayContaining([ordinary!.personId, ordinary!.otherPersonId]));
  });

  it('gives one question to one reader, however many ask at once', async () => {
    const more = await Promise.all(Array.from({ length: 6 }, () => scene.ask({ worth: 0.1 })));
    const readers = await Promise.all(
      Array.from({ length: 6 }, (_none, at) =>
        scene.cast.staff('INDEX', { agencyId: scene.council, teamId: scene.second.memberships[0]!.teamId!, name: `Reader ${at}` }),
      ),
    );
    const taken = await Promise.all(readers.map((who) => web.post(who, '/index/review/next', {})));
    const places = taken.map((answer) => answer.headers.location);
    expect(new Set(places).size).toBe(6);
    expect(more.length).toBe(6);
  });
});
