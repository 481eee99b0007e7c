import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { invalid, notFound, refused } from '../../../platform/access/refusal.ts';
import { drop, spool } from '../../../platform/files/spool.ts';
import {
  apiFile,
  apiForm,
  apiRoute,
  type ApiRoute,
  type MachineAsked,
  type MachineCtx,
} from '../../../platform/identity/machine/api-route.ts';
import { beginRun } from './actions/begin-run.ts';
import { receiveFile } from './actions/receive-file.ts';
import { fileOf, type FeedFile } from './feed-file.store.ts';
import { runsOfFile, type FeedRun } from './feed-run.store.ts';
import { rejectsOf } from './run-row.store.ts';
import { feedOf } from './feed.store.ts';
import type { Feed } from './feed.ts';
import { readFeedDate } from './reading/read-date.ts';
import { largestFeedFile } from './pages/upload/page.tsx';

/** What a machine needs to send, and to read its receipts. */
export const sendScope = 'feed.send';

/** The machine's own feed: another's is not there (the policy of `feed` says so too). Throws notFound. */
async function ownFeed(ctx: MachineCtx, asked: MachineAsked): Promise<Feed> {
  const feed = await feedOf(ctx, asked.params['id'] ?? '');
  if (feed.clientId !== ctx.who.clientId || feed.agencyId !== ctx.who.agencyId) throw notFound();
  return feed;
}

/** A receipt: what came and what became of its rows. A row is taken or sent back; whom it was linked to, or that someone had to be asked,
 *  is nobody's business but the index desk's, so that no receipt tells who is known here and who is shielded. */
function receiptOf(file: FeedFile, run: FeedRun | undefined) {
  return {
    id: file.id,
    feed: file.feedId,
    name: file.name,
    bytes: file.sizeBytes,
    sha256: file.sha256,
    complete: file.isComplete,
    factsOn: file.factsOn,
    receivedAt: file.receivedAt.toISOString(),
    state: run ? (run.state === 'finished' ? 'done' : run.state) : 'kept',
    failure: run?.failure ?? null,
    rows: run ? { taken: run.taken, sentBack: run.rejected } : null,
  };
}

async function receive(ctx: MachineCtx, feed: Feed, asked: MachineAsked): Promise<unknown> {
  const file = asked.files[0]?.spooled;
  if (!file || file.sizeBytes === 0) throw invalid([{ field: 'file', message: 'The body is empty' }]);
  const factsOn = asked.query['factsOn'] || null;
  if (factsOn && !readFeedDate(factsOn, 'YYYY-MM-DD')) throw invalid([{ field: 'factsOn', message: 'factsOn is a day like 2026-11-24' }]);
  const name = asked.query['name'] || `${feed.kind}-${ctx.now.toISOString().slice(0, 19)}`;
  const { id, before } = await receiveFile(ctx, feed, file, { name, isComplete: asked.query['complete'] === 'true', factsOn });
  if (!before && feed.state !== 'paused') await beginRun(ctx, id, feed.state === 'draft' ? 'dry run' : 'for real');
  return receiptOf(await fileOf(ctx, id), (await runsOfFile(ctx, id))[0]);
}

const fileOfFeed = async (ctx: MachineCtx, asked: MachineAsked): Promise<FeedFile> => {
  const feed = await ownFeed(ctx, asked);
  const file = await fileOf(ctx, asked.params['fileId'] ?? '');
  if (file.feedId !== feed.id) throw notFound();
  return file;
};

const recordsShape = z.object({
  records: z
    .array(z.record(z.string(), z.unknown()))
    .min(1, 'Send at least one record')
    .max(1000, 'Send 1,000 records at a time, or a file'),
  factsOn: z.string().optional(),
});

/** Records one by one go the same way as a file: kept, read, counted, sent back. */
async function receiveRecords(ctx: MachineCtx, asked: MachineAsked, given: z.output<typeof recordsShape>): Promise<unknown> {
  const feed = await ownFeed(ctx, asked);
  if (feed.format !== 'json') throw refused('This feed comes as CSV. Send files, or have the index desk change its format.');
  const lines = given.records.map((record) => `${JSON.stringify(record)}\n`);
  const spooled = await spool(Readable.from([Buffer.from(lines.join(''))]), largestFeedFile);
  try {
    const name = `records-${createHash('sha256').update(lines.join('')).digest('hex').slice(0, 8)}`;
    const query = { ...asked.query, name, complete: '', factsOn: given.factsOn ?? '' };
    return await receive(ctx, feed, { ...asked, query, files: [{ field: 'file', name, content: Buffer.alloc(0), spooled }] });
  } finally {
    await drop(spooled);
  }
}

/** Addresses for the machines of partner agencies. Each machine is bound to its feeds. */
export const feedApi: readonly ApiRoute[] = [
  apiFile('/api/v1/feeds/:id/files', sendScope, 'people.api.feed-file', largestFeedFile, async (ctx, asked) =>
    receive(ctx, await ownFeed(ctx, asked), asked),
  ),
  apiForm('/api/v1/feeds/:id/records', sendScope, 'people.api.feed-records', recordsShape, receiveRecords),
  apiRoute('/api/v1/feeds/:id/files/:fileId', sendScope, 'people.api.feed-receipt', async (ctx, asked) => {
    const file = await fileOfFeed(ctx, asked);
    return receiptOf(file, (await runsOfFile(ctx, file.id))[0]);
  }),
  apiRoute('/api/v1/feeds/:id/files/:fileId/rejects', sendScope, 'people.api.feed-rejects', async (ctx, asked) => {
    const file = await fileOfFeed(ctx, asked);
    const [run] = await runsOfFile(ctx, file.id);
    if (!run || file.destroyedAt) return { columns: file.shape.heading, rows: [] };
    const rows = await rejectsOf(ctx, run.id, 10_000);
    ctx.note.detail['rows'] = rows.length;
    return {
      columns: file.shape.heading,
      rows: rows.map(({ rowNumber, cells, fields, reasons }) => ({ row: rowNumber, cells, fields, reasons })),
    };
  }),
];
