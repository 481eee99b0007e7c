import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { headOf, piecesOf, type Spooled } from '../../../../platform/files/spool.ts';
import type { Feed } from '../feed.ts';
import { insertFile, partBytes, sameFile, type FeedFile } from '../feed-file.store.ts';
import { shapeOf, UnreadableFile, type FileShape } from '../reading/file-shape.ts';
import { londonDay } from '../../today.ts';

/** What comes with a file. */
export interface FileFacts {
  name: string;
  isComplete: boolean;
  factsOn: string | null;
}

/** Keeps a file that has come for a feed: looked at, and known by its hash if it came before (then nothing is written and that one is
 *  given). Throws refused for a feed that has ended, invalid for a file that cannot be read. */
export async function receiveFile(
  ctx: Ctx,
  feed: Feed,
  spooled: Spooled,
  facts: FileFacts,
): Promise<{ id: string; before: FeedFile | null }> {
  if (feed.state === 'ended') throw refused('This feed has ended: no file is taken any more');
  if (facts.factsOn && facts.factsOn > londonDay(ctx))
    throw invalid([{ field: 'factsOn', message: 'The day the file tells of must be today or in the past' }]);
  const before = await sameFile(ctx, feed.id, spooled.sha256);
  if (before) {
    about(ctx, 'feed-file', before.id);
    return { id: before.id, before };
  }
  const { who } = ctx;
  const id = await insertFile(
    ctx,
    {
      feedId: feed.id,
      name: facts.name.slice(0, 200) || 'unnamed',
      sizeBytes: spooled.sizeBytes,
      sha256: spooled.sha256,
      isComplete: facts.isComplete,
      factsOn: facts.factsOn,
      receivedBy: who.kind === 'staff' ? who.staffId : null,
      receivedFrom: who.kind === 'machine' ? who.clientId : null,
      shape: await shapeOrRefuse(feed, spooled),
    },
    piecesOf(spooled, partBytes),
  );
  about(ctx, 'feed-file', id);
  return { id, before: null };
}

async function shapeOrRefuse(feed: Feed, spooled: Spooled): Promise<FileShape> {
  const head = await headOf(spooled, 131_072);
  try {
    return shapeOf(head, feed.format, head.length === spooled.sizeBytes);
  } catch (error) {
    if (error instanceof UnreadableFile) throw invalid([{ field: 'file', message: error.message }]);
    throw error;
  }
}
