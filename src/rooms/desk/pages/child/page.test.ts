import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../../platform/access/cast.ts';
import { visits, type Visits } from '../../../../platform/web/visit.ts';
import { deskRoom } from '../../index.ts';
import { addGoals, setDeskScene, type DeskScene } from '../../scene.sample.ts';

let cast: Cast;
let web: Visits;
let scene: DeskScene;

beforeAll(async () => {
  cast = await makeCast();
  scene = await setDeskScene(cast);
  await addGoals(cast, scene.episodeId, scene.lead, 'O-11-3', 2);
  web = await visits(cast, [deskRoom]);
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

describe('the child page', () => {
  it.each(['lead', 'member', 'coordinator'] as const)(
    'shows the %s the story first, the goals on their thread, and who is involved',
    async (who) => {
      const page = await web.get(scene[who], `/children/${scene.child}`);
      expect(page.statusCode).toBe(200);
      for (const words of [
        'Mornings are hard since dad left',
        'Written by Lena Lead',
        'Goal 1 of the family',
        'Learning to potential',
        'Began at 3, now 3, aiming for 8',
        'Hetty Visitor',
        'Salma Hassan',
      ])
        expect(page.body).toContain(words);
      expect(page.body.indexOf('Mornings are hard')).toBeLessThan(page.body.indexOf('Goal 1 of the family'));
    },
  );

  it('is the same to an outsider as the page of a child who does not exist', async () => {
    const page = await web.get(scene.outsider, `/children/${scene.child}`);
    const nobody = await web.get(scene.outsider, '/children/00000000-0000-4000-8000-000000000000');
    expect([page.statusCode, nobody.statusCode]).toEqual([404, 404]);
    const plain = (body: string): string => body.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/[0-9a-f-]{36}/g, '');
    expect(plain(page.body)).toBe(plain(nobody.body));
    expect(page.body).not.toContain('Amina');
  });

  it('shows someone who may only know who the child is no help at all, and counts none', async () => {
    await cast.behind
      .insertInto('index_look')
      .values({
        staff_id: scene.outsider.staffId,
        person_id: scene.child,
        reason: 'A call',
        looked_at: new Date('2026-11-20T09:00:00Z'),
        runs_out_at: new Date('2100-01-01T09:00:00Z'),
      })
      .execute();
    const page = await web.get(scene.outsider, `/children/${scene.child}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('There is no help here that you may open');
    for (const words of ['Mornings are hard', 'Goal 1', 'EH-', 'Who has seen this']) expect(page.body).not.toContain(words);
  });

  it('offers who has seen it to those who lead the help', async () => {
    expect((await web.get(scene.lead, `/children/${scene.child}`)).body).toContain(`/children/${scene.child}/seen`);
    expect((await web.get(scene.member, `/children/${scene.child}`)).body).not.toContain('/seen"');
  });
});
