import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, type Cast } from './platform/access/cast.ts';
import type { StaffActor } from './platform/access/ctx.ts';
import { makePair, type Pair } from './platform/db/replica/pair.sample.ts';
import { openReplica, type Replica } from './platform/db/replica/replica.ts';
import { administrationRoom } from './platform/register/administration/index.ts';
import { visits, type Visits } from './platform/web/visit.ts';
import { decideMatch, peopleRoom, recordPerson } from './rooms/people/index.ts';

// Two real servers of Debian's PostgreSQL 15, made and promoted by the scripts of db/replica.
const bin = process.env['GOLDTHREAD_POSTGRES_BIN'];

describe.skipIf(!bin)(`a primary with a synchronous replica${bin ? '' : ' (not run: GOLDTHREAD_POSTGRES_BIN names no PostgreSQL)'}`, () => {
  let pair: Pair;
  let replica: Replica;
  let cast: Cast;
  let visit: Visits;
  let worker: StaffActor;
  let administrator: StaffActor;
  let child: string;

  beforeAll(async () => {
    pair = await makePair(bin ?? '');
    replica = openReplica(pair.replicaUrl);
    cast = await makeCast(pair.primary);
    const council = await cast.agency('LA_SOCIAL_CARE', 'Council');
    worker = await cast.staff('SW', { agencyId: council, teamId: await cast.team(council, 'social-work') });
    administrator = await cast.staff('SYSADMIN', { agencyId: council });
    child = await cast.as(worker, (ctx) =>
      recordPerson(ctx, { givenName: 'Amina', familyName: 'Hussein', dateOfBirth: '2016-03-14', sex: 'F', source: 'Contact' }),
    );
    visit = await visits(cast, [peopleRoom, administrationRoom], () => new Date(), replica);
  }, 180_000);
  afterAll(async () => {
    await visit?.end();
    await replica?.end();
    await pair?.remove();
  }, 60_000);

  const search = () =>
    visit.post(worker, '/people/find', {
      q: 'Amina Hussein',
      'born-day': '14',
      'born-month': '3',
      'born-year': '2016',
      reason: 'Asked by another agency',
      why: 'A call about her',
    });
  const searches = async (): Promise<number> =>
    (await pair.primary.superuser.query(`select 1 from audit_event where action = 'people.index.searched'`)).rowCount ?? 0;

  it('answers a search from the replica, and has it audited on the primary before a byte leaves', async () => {
    let made = 0;
    // On a crowded machine the replica may be late for one search, which the primary then answers.
    for (; made < 20 && (await replica.state(cast.app as never)).asked === 0; made++) {
      const answer = await search();
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain(child);
    }
    expect(await replica.state(cast.app as never)).toMatchObject({ reachable: true, asked: 1 });
    expect(await searches()).toBe(made);
    const { rows } = await pair.primary.superuser.query<{ subject_ids: string[] }>(
      `select subject_ids from audit_event where action = 'people.index.searched' order by id desc limit 1`,
    );
    expect(rows[0]?.subject_ids).toEqual([child]);
  });

  it('cannot be asked past the audit: what finds without writing refuses on a primary', async () => {
    await expect(
      cast.as(worker, (ctx) =>
        sql`select search.find_on_replica('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', true, true, 'because')`.execute(
          ctx.tx,
        ),
      ),
    ).rejects.toThrow('replica');
  });

  it('shows the administrator how fresh it is', async () => {
    const page = await visit.get(administrator, '/administration/database');
    expect(page.body).toMatch(/Nothing: it shows everything that was saved|bytes of the primary/);
    expect(page.body).toMatch(/goldthread_replica, remote_apply/);
  });

  it('never finds a child whose shield was saved before the search began', async () => {
    await cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', child).execute();
    const colleague = await cast.staff('SW', { agencyId: worker.memberships[0]!.agencyId });
    const answer = await visit.post(colleague, '/people/find', {
      q: 'Amina Hussein',
      'born-day': '14',
      'born-month': '3',
      'born-year': '2016',
      reason: 'A call',
    });
    expect(answer.body).not.toContain(child);
    await cast.behind.updateTable('person').set({ shield: 'none' }).where('id', '=', child).execute();
  });

  it('loses no acknowledged decision when the primary is killed and the replica promoted, and tells nothing meanwhile', async () => {
    const acknowledged: string[] = [];
    let isOver = false;
    const decide = async (): Promise<void> => {
      while (!isOver) {
        const source = randomUUID();
        await cast
          .as(
            worker,
            (ctx) =>
              decideMatch(ctx, { sourceKind: 'contact-person', sourceId: source, personId: child, decision: 'not sure', reasons: {} }),
            new Date(),
          )
          .then(() => acknowledged.push(source))
          .catch(() => undefined);
      }
    };
    const deciders = [decide(), decide(), decide(), decide()];
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await pair.killPrimary();
    isOver = true;
    await Promise.all(deciders);
    const answer = await search();
    expect(answer.statusCode).toBe(503);
    expect(answer.body).not.toContain(child);
    await pair.promote();
    const { rows } = await pair.replica.query<{ source_id: string }>('select source_id from match_decision');
    const kept = new Set(rows.map((row) => row.source_id));
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.filter((source) => !kept.has(source))).toEqual([]);
  }, 60_000);
});
