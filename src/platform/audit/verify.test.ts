import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from '../access/cast.ts';
import type { StaffActor } from '../access/ctx.ts';
import { appendAudit } from './append.ts';
import { genesis, link } from './chain.ts';
import { signingKey } from './checkpoint-key.ts';
import { sealAndSign, type SealerChoice } from './sealer.ts';
import { verifyAudit, type Verified } from './verify.ts';

let cast: Cast;
let folder: string;
let worker: StaffActor;
beforeEach(async () => {
  cast = await makeCast();
  folder = mkdtempSync(join(tmpdir(), 'goldthread-audit-'));
  worker = await cast.staff('SW', { agencyId: await cast.agency() });
});
afterEach(async () => {
  await cast.end();
  rmSync(folder, { recursive: true, force: true });
});

const choice = (): SealerChoice => ({ db: cast.app, stop: new AbortController().signal, outside: { folder, key: signingKey(folder) } });
const check = (where: string | null = folder): Promise<Verified> => verifyAudit(cast.app, where, new Date());

/** Thirty events with every column filled, as a member of staff would leave them. */
async function write(count = 30): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    await cast.as(worker, async (ctx) => {
      ctx.note.purpose = `purpose ${number}`;
      ctx.note.record = { kind: 'contact', id: randomUUID() };
      ctx.note.subjects.add(randomUUID()).add(randomUUID());
      ctx.note.detail['number'] = number;
      await appendAudit(ctx);
    });
  }
}

async function sealed(): Promise<void> {
  await write();
  await sealAndSign(choice(), undefined, true);
}

/** What only someone with the whole database in their hands can do: past every trigger, policy and grant. */
async function tamper(statement: string): Promise<void> {
  await cast.db.superuser.query(`begin; set local session_replication_role = replica; ${statement}; commit`);
}
const rowAt = (position: number): string => `id = (select event_id from audit_seal where position = ${position})`;
const rehash = (where: string): string =>
  `update audit_event e set row_hash = audit.row_digest(at, actor, staff_id, role, agency_id, action, outcome, purpose, subject_ids, record_kind, record_id, detail, request_id) where ${where}`;

/** Makes the whole chain anew over what is there now, as an owner who knows how it is made would. */
async function chainAnew(): Promise<void> {
  await tamper(`${rehash('true')}; delete from audit_seal`);
  const { rows } = await cast.db.superuser.query<{ id: string; row_hash: string }>('select id, row_hash from audit_event order by id');
  let chain = genesis;
  for (const [index, row] of rows.entries()) {
    chain = link(chain, row.row_hash);
    await tamper(`insert into audit_seal (position, event_id, chain_hash) values (${index + 1}, ${row.id}, '${chain}')`);
  }
}

it('an audit nobody touched is whole, sealed or waiting', async () => {
  await sealed();
  await write(3);
  expect(await check()).toMatchObject({ sealed: 30, unsealed: 3, checkpoints: 1, vouchedFor: 30, problems: [] });
  await sealAndSign(choice(), undefined, true);
  expect(await check()).toMatchObject({ sealed: 33, unsealed: 0, checkpoints: 2, vouchedFor: 33, problems: [] });
});

describe('every column of one event changed', () => {
  const changes: [column: string, value: string][] = [
    ['at', `at + interval '1 second'`],
    ['actor', `'system'`],
    ['staff_id', 'gen_random_uuid()'],
    ['role', `'TM'`],
    ['agency_id', 'gen_random_uuid()'],
    ['action', `'test.other'`],
    ['outcome', `'refused'`],
    ['purpose', 'null'],
    ['subject_ids', 'subject_ids[1:1]'],
    ['record_kind', `'plan'`],
    ['record_id', 'gen_random_uuid()'],
    ['detail', `'{"number": 99}'`],
    ['request_id', `'another'`],
    ['row_hash', `repeat('a', 64)`],
  ];
  it('is found, even where its own hash was made again', async () => {
    await sealed();
    for (const [column, value] of changes) {
      await tamper(
        `create table kept as select * from audit_event where ${rowAt(11)}; update audit_event set ${column} = ${value} where ${rowAt(11)}`,
      );
      expect((await check()).problems.join(' '), column).toContain('place 11');
      if (column !== 'row_hash') {
        await tamper(rehash(rowAt(11)));
        expect((await check()).problems.join(' '), `${column}, hash made again`).toContain('place 11');
      }
      await tamper(
        `update audit_event e set ${changes.map(([name]) => `${name} = kept.${name}`).join(', ')} from kept where e.id = kept.id; drop table kept`,
      );
      expect((await check()).problems, `${column} put back`).toEqual([]);
    }
  });
});

describe('what was taken away, moved or made anew', () => {
  const ways: [what: string, how: () => Promise<void>, says: string][] = [
    ['an event deleted', () => tamper(`delete from audit_event where ${rowAt(15)}`), 'is gone'],
    [
      'an event deleted with its seal',
      () => tamper(`delete from audit_event where ${rowAt(15)}; delete from audit_seal where position = 15`),
      'no place 15',
    ],
    [
      'an event deleted and the places closed up',
      () =>
        tamper(`delete from audit_event where ${rowAt(15)}; delete from audit_seal where position = 15;
      update audit_seal set position = -position where position > 15; update audit_seal set position = -position - 1 where position < 0`),
      'does not hold at place 15',
    ],
    [
      'two events swapped',
      () =>
        tamper(`create temp table pair on commit drop as select position, event_id from audit_seal where position in (8, 9);
      update audit_seal set event_id = -event_id where position in (8, 9);
      update audit_seal s set event_id = (select event_id from pair where position = 17 - s.position) where position in (8, 9)`),
      'does not hold at place 8',
    ],
    [
      'the end cut off',
      () =>
        tamper(
          'delete from audit_event where id in (select event_id from audit_seal where position > 25); delete from audit_seal where position > 25',
        ),
      'the end was cut off',
    ],
    [
      'the end cut off, and the checkpoints with it',
      () =>
        tamper(
          'delete from audit_event where id in (select event_id from audit_seal where position > 25); delete from audit_seal where position > 25; delete from audit_checkpoint',
        ),
      'the end was cut off',
    ],
    [
      'all of it emptied',
      () => tamper('delete from audit_event; delete from audit_subject; delete from audit_seal; delete from audit_checkpoint'),
      'the end was cut off',
    ],
    [
      'an event changed and the whole chain made anew',
      async () => {
        await tamper(`update audit_event set detail = '{}' where ${rowAt(4)}`);
        await chainAnew();
      },
      'names another chain',
    ],
    [
      'the chain made anew, its checkpoints signed with another key',
      async () => {
        await tamper(`update audit_event set detail = '{}' where ${rowAt(4)}`);
        await chainAnew();
        await tamper('delete from audit_checkpoint');
        const other = mkdtempSync(join(tmpdir(), 'goldthread-audit-'));
        await sealAndSign({ ...choice(), outside: { folder: other, key: signingKey(other) } }, undefined, true);
        rmSync(other, { recursive: true });
      },
      'whose public half is not in the audit folder',
    ],
    [
      'a checkpoint edited in the database',
      () => tamper(`update audit_checkpoint set signed_at = signed_at - interval '1 day'`),
      'does not carry a good signature',
    ],
    ['a checkpoint deleted from the database', () => tamper('delete from audit_checkpoint'), 'not the same, in the database'],
    [
      'a person taken out of the index "who has seen this"',
      () => tamper(`delete from audit_subject where event_id = (select event_id from audit_seal where position = 3)`),
      'not those of the index',
    ],
    [
      'a person put into that index',
      () => tamper(`insert into audit_subject (person_id, event_id) select gen_random_uuid(), event_id from audit_seal where position = 3`),
      'not those of the index',
    ],
    [
      'the file outside edited',
      async () => {
        const file = join(folder, 'checkpoints.jsonl');
        writeFileSync(file, readFileSync(file, 'utf8').replace('"position":30', '"position":29'));
      },
      'good signature',
    ],
  ];
  it.each(ways)('%s: found', async (_what, how, says) => {
    await sealed();
    await how();
    expect((await check()).problems.join(' ')).toContain(says);
  });

  it('a change to an event that was not yet sealed is found by its own hash', async () => {
    await write(2);
    await tamper(`update audit_event set purpose = 'another'`);
    expect((await check()).problems.join(' ')).toContain('not yet sealed, was changed');
  });

  it('without the file outside, a cut end with its checkpoints is not found, and the answer says what it could not tell', async () => {
    await sealed();
    await tamper(
      `delete from audit_event where id in (select event_id from audit_seal where position > 25); delete from audit_subject where event_id not in (select id from audit_event);
       delete from audit_seal where position > 25; delete from audit_checkpoint`,
    );
    expect(await check(null)).toMatchObject({ problems: [], vouchedFor: 0 });
  });
});

it('no login of the application may change or remove what is written', async () => {
  await sealed();
  for (const table of ['audit_event', 'audit_subject', 'audit_seal', 'audit_checkpoint']) {
    for (const statement of [
      `delete from ${table}`,
      `truncate ${table}`,
      `update ${table} set ${table === 'audit_event' ? 'purpose = null' : table === 'audit_subject' ? 'event_id = 1' : `chain_hash = ''`}`,
    ]) {
      await expect(cast.db.app.query(statement), statement).rejects.toThrow(/permission denied/);
    }
  }
  await expect(cast.db.superuser.query('delete from audit_event')).rejects.toThrow('append-only');
});
