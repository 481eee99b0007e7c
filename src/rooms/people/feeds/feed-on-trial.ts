/** For tests: a feed of a school with its officers, files put in as if they had come, and a worker that reads them. */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { claimJobs } from '../../../platform/jobs/job.store.ts';
import { runClaimed } from '../../../platform/jobs/run-claimed.ts';
import type { FeedKind, FeedState } from './feed.ts';
import { insertFile } from './feed-file.store.ts';
import { runOf, type FeedRun } from './feed-run.store.ts';
import { keepMapping } from './feed.store.ts';
import { feedJobs } from './jobs.ts';
import { readyMappings } from './ready-mapping.ts';
import { shapeOf } from './reading/file-shape.ts';
import { beginRun } from './actions/begin-run.ts';

/** A feed and those who look after it. */
export interface FeedOnTrial {
  feedId: string;
  agencyId: string;
  officer: StaffActor;
  second: StaffActor;
}

/** Sets up a feed of a kind in a state, bound to an agreement, and two officers of the index desk. */
export async function feedOnTrial(cast: Cast, kind: FeedKind = 'school', state: FeedState = 'live'): Promise<FeedOnTrial> {
  const council = await cast.agency('LA_SOCIAL_CARE', `Council ${randomUUID().slice(0, 4)}`);
  const agencyId = await cast.agency('SCHOOL', `School ${randomUUID().slice(0, 4)}`);
  const teamId = await cast.team(council, 'index-desk', 'Index desk');
  const officer = await cast.staff('INDEX', { agencyId: council, teamId, name: 'Index Officer' });
  const second = await cast.staff('INDEX', { agencyId: council, teamId, name: 'Second Officer' });
  const ready = readyMappings[kind];
  const { id } = await cast.behind
    .insertInto('feed')
    .values({
      agency_id: agencyId,
      name: `Feed ${kind}`,
      covers: 'Pupils',
      expected_every: sql<string>`interval '1 day'`,
      kind,
      state,
      agreement_reference: 'ISA-7',
      purpose: 'Who works with a child',
      lawful_basis: 'Children Act 2004 section 10',
      role_told: ready.roleTold,
      date_format: ready.dateFormat,
      female_codes: [...ready.female],
      male_codes: [...ready.male],
      live_agreed_at: state === 'live' ? new Date('2026-01-01T00:00:00Z') : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await cast.as(officer, (ctx) => keepMapping(ctx, id, ready.mapping));
  return { feedId: id, agencyId, officer, second };
}

/** Puts a file in as the officer would. Gives its id. */
export async function putFile(
  cast: Cast,
  trial: FeedOnTrial,
  text: string,
  more: { isComplete?: boolean; factsOn?: string; now?: Date; format?: 'csv' | 'json' } = {},
): Promise<string> {
  const content = Buffer.from(text);
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (let at = 0; at < content.length; at += 262_144) yield content.subarray(at, at + 262_144);
  };
  return cast.as(
    trial.officer,
    (ctx) =>
      insertFile(
        ctx,
        {
          feedId: trial.feedId,
          name: 'roll.csv',
          sizeBytes: content.length,
          sha256: createHash('sha256').update(content).update(randomUUID()).digest('hex'),
          isComplete: more.isComplete ?? false,
          factsOn: more.factsOn ?? null,
          receivedBy: trial.officer.staffId,
          receivedFrom: null,
          shape: shapeOf(content, more.format ?? 'csv', true),
        },
        pieces(),
      ),
    more.now,
  );
}

/** Reads a file to its end, in this process, as the worker would. */
export async function readFile(
  cast: Cast,
  trial: FeedOnTrial,
  fileId: string,
  wanted: 'dry run' | 'for real' = 'for real',
  now?: Date,
): Promise<FeedRun> {
  const runId = await cast.as(trial.officer, (ctx) => beginRun(ctx, fileId, wanted), now);
  await work(cast, now);
  return cast.as(trial.officer, (ctx) => runOf(ctx, runId), now);
}

/** Puts a file in and reads it for real. */
export async function load(cast: Cast, trial: FeedOnTrial, text: string, more: Parameters<typeof putFile>[3] = {}): Promise<FeedRun> {
  return readFile(cast, trial, await putFile(cast, trial, text, more), 'for real', more.now);
}

/** Works off what waits, one job after another, at most `most` of them. Throws when one fails. */
export async function work(cast: Cast, now: Date = new Date(), most = 1_000): Promise<number> {
  const kinds = feedJobs.map((job) => job.kind);
  let done = 0;
  for (; done < most; done++) {
    const [claim] = await cast.asSystem((ctx) => claimJobs(ctx, { worker: 'trial', kinds, limit: 1, leaseMs: 600_000 }));
    if (!claim) break;
    const job = feedJobs.find((one) => one.kind === claim.kind);
    const failed: unknown[] = [];
    if (job)
      await runClaimed(
        { db: cast.app, leaseMs: 600_000, now: () => now, log: (event) => void (event.event === 'job done' ? 0 : failed.push(event)) },
        job,
        claim,
      );
    if (failed.length > 0) throw new Error(`A job failed: ${JSON.stringify(failed)}`);
  }
  return done;
}

/** A line of a school roll. */
export interface Pupil {
  id: string;
  given: string;
  family: string;
  born: string;
  sex?: string;
  line1?: string;
  postcode?: string;
  from?: string;
  to?: string;
}

/** A school roll as CSV, with the columns of the ready mapping. */
export const roll = (pupils: readonly Pupil[]): string =>
  [
    'UniqueLearnerId,Forename,Surname,DOB,Sex,AddressLine1,PostCode,EntryDate,LeavingDate',
    ...pupils.map((one) =>
      [one.id, one.given, one.family, one.born, one.sex ?? 'F', one.line1 ?? '', one.postcode ?? '', one.from ?? '', one.to ?? ''].join(
        ',',
      ),
    ),
  ].join('\n');

/** Pupils with names, dates and addresses that are nobody else's, from a number on. */
export const manyPupils = (many: number, from = 0): Pupil[] =>
  Array.from({ length: many }, (_, at) => {
    const n = from + at;
    const hash = createHash('sha256').update(`pupil ${n}`).digest();
    const letters = (place: number): string =>
      [...hash.subarray(place, place + 7)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
    return {
      id: `P${n}`,
      given: `G${letters(0)}`,
      family: `F${letters(8)}`,
      born: `20${String(8 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + ((n * 7) % 28)).padStart(2, '0')}`,
      sex: n % 2 ? 'F' : 'M',
      line1: `${1 + (n % 190)} Road ${letters(16)}`,
      postcode: `HA${1 + (n % 9)} ${n % 10}AA`,
    };
  });
