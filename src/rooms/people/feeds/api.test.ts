import { execFile } from 'node:child_process';
import { mkdtemp, readFile as read, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectFile } from '../../../platform/db/project-file.ts';
import { signInTrial, type SignInTrial } from '../../../platform/identity/sign-in-trial.ts';
import { peopleRoom } from '../room.ts';
import { feedOnTrial, manyPupils, roll, work, type FeedOnTrial } from './feed-on-trial.ts';

let trial: SignInTrial;
let csv: FeedOnTrial;
let json: FeedOnTrial;
let other: FeedOnTrial;
let token: string;
beforeAll(async () => {
  trial = await signInTrial([{ clientId: 'roll-sender', secret: 'a secret of the test', scopes: ['feed.send'] }], [peopleRoom]);
  [csv, json, other] = [await feedOnTrial(trial.cast), await feedOnTrial(trial.cast), await feedOnTrial(trial.cast)];
  const { id } = await trial.cast.behind
    .insertInto('machine_client')
    .values({ agency_id: csv.agencyId, name: 'Roll sender', issuer: trial.provider.issuer, subject: 'roll-sender', scopes: ['feed.send'] })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trial.cast.behind.updateTable('feed').set({ client_id: id }).where('id', '=', csv.feedId).execute();
  await trial.cast.behind
    .updateTable('feed')
    .set({ client_id: id, format: 'json', agency_id: csv.agencyId })
    .where('id', '=', json.feedId)
    .execute();
  const given = await fetch(`${trial.provider.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'feed.send' }),
    headers: { authorization: `Basic ${Buffer.from(`roll-sender:${encodeURIComponent('a secret of the test')}`).toString('base64')}` },
  });
  token = ((await given.json()) as { access_token: string }).access_token;
});
afterAll(() => trial.end());

const call = (path: string, more: { method?: string; body?: string; type?: string; token?: string } = {}) =>
  fetch(`${trial.origin}/api/v1/feeds/${path}`, {
    method: more.method ?? 'GET',
    ...(more.body === undefined ? {} : { body: more.body }),
    headers: { authorization: `Bearer ${more.token ?? token}`, ...(more.type ? { 'content-type': more.type } : {}) },
  });
interface Receipt {
  id: string;
  state: string;
  rows: { taken: number; sentBack: number } | null;
}
const receipt = async (answer: Response): Promise<Receipt> => (await answer.json()) as Receipt;

it('a machine sends a file of its feed, reads the receipt and fetches what was sent back; the same file is not loaded twice', async () => {
  const body = `${roll(manyPupils(3, 5))}\nP99,,,,,,,,`;
  const sent = await call(`${csv.feedId}/files?complete=true&factsOn=2026-11-20&name=roll.csv`, { method: 'POST', body, type: 'text/csv' });
  const first = await receipt(sent);
  expect([sent.status, first.state]).toEqual([200, 'running']);
  await work(trial.cast);
  const done = await receipt(await call(`${csv.feedId}/files/${first.id}`));
  expect(done).toMatchObject({ state: 'done', rows: { taken: 3, sentBack: 1 }, complete: true, factsOn: '2026-11-20' });
  expect(JSON.stringify(done)).not.toMatch(/linked|asked|new|shield/i);
  const rejects = (await (await call(`${csv.feedId}/files/${first.id}/rejects`)).json()) as { rows: { row: number; reasons: string[] }[] };
  expect(rejects.rows).toEqual([expect.objectContaining({ row: 4, fields: ['familyName', 'dateOfBirth'] })]);
  const again = await receipt(await call(`${csv.feedId}/files`, { method: 'POST', body, type: 'text/csv' }));
  expect(again).toMatchObject({ id: first.id, state: 'done' });
});

it('records come in by hundreds, the same way as a file', async () => {
  const records = [{ UniqueLearnerId: 'J1', Forename: 'Ada', Surname: 'Marsh', DOB: '2014-02-03' }, { UniqueLearnerId: 'J2' }];
  const sent = await call(`${json.feedId}/records`, { method: 'POST', body: JSON.stringify({ records }), type: 'application/json' });
  const first = await receipt(sent);
  expect([sent.status, first.state]).toEqual([200, 'running']);
  await work(trial.cast);
  expect((await receipt(await call(`${json.feedId}/files/${first.id}`))).rows).toEqual({ taken: 1, sentBack: 1 });
  const wrong = await call(`${json.feedId}/records`, { method: 'POST', body: '{"records":[]}', type: 'application/json' });
  expect(wrong.status).toBe(422);
});

it('a feed of another is not there, nor its files; a wrong body and a wrong token are told', async () => {
  const foreign = await trial.cast.behind.selectFrom('feed_file').select('id').where('feed_id', '=', json.feedId).executeTakeFirstOrThrow();
  expect((await call(`${other.feedId}/files`, { method: 'POST', body: 'a\n1', type: 'text/csv' })).status).toBe(404);
  expect((await call(`${csv.feedId}/files/${foreign.id}`)).status).toBe(404);
  expect((await call(`${csv.feedId}/files`, { method: 'POST', body: '{}', type: 'application/json' })).status).toBe(422);
  expect((await call(`${csv.feedId}/files`, { method: 'POST', body: 'a,a\n1,2', type: 'text/csv' })).status).toBe(422);
  expect((await call(`${csv.feedId}/files`, { method: 'POST', body: 'a\n1', type: 'text/csv', token: 'not.a.token' })).status).toBe(401);
});

it('a large file goes through without being whole in memory', { timeout: 60_000 }, async () => {
  await trial.cast.behind.updateTable('feed').set({ state: 'paused' }).where('id', '=', csv.feedId).execute();
  const line = `${'x'.repeat(200)},Name,Family,2015-01-01\n`;
  const body = `UniqueLearnerId,Forename,Surname,DOB\n${line.repeat(60_000)}`;
  const sent = await call(`${csv.feedId}/files`, { method: 'POST', body, type: 'text/csv' });
  expect(await receipt(sent)).toMatchObject({ state: 'kept', bytes: body.length });
  const parts = await trial.cast.db.superuser.query<{ n: string; bytes: string }>(
    'select count(*) as n, sum(octet_length(content)) as bytes from feed_file_part p join feed_file f on f.id = p.file_id where f.size_bytes > 1000000',
  );
  expect(Number(parts.rows[0]?.bytes)).toBe(body.length);
  expect(Number(parts.rows[0]?.n)).toBe(Math.ceil(body.length / 262_144));
});

it('the lines of the running notes work as they stand there', async () => {
  await trial.cast.behind.updateTable('feed').set({ state: 'live' }).where('id', '=', csv.feedId).execute();
  const lines = (await read(projectFile('docs/running/feeds.md'), 'utf8')).split('\n').filter((line) => line.startsWith('curl '));
  expect(lines).toHaveLength(4);
  const folder = await mkdtemp(join(tmpdir(), 'feed-'));
  await writeFile(join(folder, 'roll.csv'), roll(manyPupils(2, 80)));
  const environment = { ...process.env, TOKEN: token, ORIGIN: trial.origin, FEED: csv.feedId, JSON_FEED: json.feedId, FILE: '' };
  const answers: Record<string, unknown>[] = [];
  for (const line of lines) {
    const said = await new Promise<string>((resolve, reject) => {
      execFile('sh', ['-c', line], { cwd: folder, env: environment }, (error, out) => (error ? reject(error) : resolve(out)));
    });
    answers.push(JSON.parse(said) as Record<string, unknown>);
    environment.FILE ||= String(answers[0]?.['id']);
    await work(trial.cast);
  }
  await rm(folder, { recursive: true });
  expect(answers).toEqual([
    expect.objectContaining({ state: 'running', complete: true }),
    expect.objectContaining({ state: 'done', rows: { taken: 2, sentBack: 0 } }),
    expect.objectContaining({ rows: [] }),
    expect.objectContaining({ state: 'running' }),
  ]);
});
