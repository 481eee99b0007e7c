import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { registerJob } from '../../../platform/jobs/job.ts';
import { prepare, standardModel, weigh } from '../linkage/decide.ts';
import type { Evidence } from '../linkage/evidence.ts';
import type { LinkageRecord } from '../linkage/linkage-record.ts';
import { londonDay } from '../today.ts';

/** How many of each stratum are read a month: 60 in all is about an hour of a reader's time. */
const eachStratum = 15;

interface DrawnLink {
  personId: string;
  otherPersonId: string;
  recordId: string;
  model: string | null;
  because: string;
  evidence: Evidence;
  score: number;
  stratum: string;
  population: number;
}

interface Compared extends LinkageRecord {
  twin: boolean;
}

interface DrawnMiss {
  personId: string;
  otherPersonId: string;
  population: number;
  one: Compared;
  other: Compared;
}

/** Draws a month's clerical sample: automatic links by how far over the line they were, and pairs left apart that nearly met. Each becomes a
 *  question like any other, so that it is read blind; which were drawn is readable only once they are read. Once a month, whoever asks. */
export async function drawSamples(ctx: Ctx): Promise<number> {
  const month = `${londonDay(ctx).slice(0, 7)}-01`;
  const links = await asked<DrawnLink>(ctx, sql`select search.links_to_sample(${eachStratum}) as drawn`);
  const misses = await asked<DrawnMiss>(ctx, sql`select search.misses_to_sample(${eachStratum}) as drawn`);
  let raised = 0;
  for (const [stratum, drawn] of Map.groupBy(links, (it) => it.stratum)) {
    const drawId = await beginDraw(ctx, month, stratum, drawn);
    if (!drawId) continue;
    for (const { population: _population, stratum: _stratum, ...link } of drawn)
      await raise(ctx, {
        ...link,
        kind: 'apart',
        harm: 'ordinary',
        margin: null,
        drawId,
        because: doubt,
        model: link.model ?? standardModel.version,
      });
    raised += drawn.length;
  }
  const drawId = misses.length > 0 ? await beginDraw(ctx, month, 'near miss', misses) : null;
  if (drawId) for (const miss of misses) await raise(ctx, { ...missQuestion(miss), drawId });
  return raised + (drawId ? misses.length : 0);
}

/** The sentence of every question drawn, so that it does not tell which way the machine decided. */
const doubt = 'They agree in much, and a person should look';

function missQuestion({ personId, otherPersonId, one, other }: DrawnMiss) {
  const evidence = weigh(standardModel, prepare(one), prepare(other));
  const harm = one.twin || other.twin ? 'twins' : 'ordinary';
  return {
    personId,
    otherPersonId,
    recordId: null,
    kind: 'duplicate',
    harm,
    evidence,
    score: evidence.score,
    margin: null,
    because: doubt,
    model: standardModel.version,
  };
}

async function asked<T>(ctx: Ctx, question: ReturnType<typeof sql>): Promise<T[]> {
  const { rows } = await question.execute(ctx.tx);
  return (rows[0] as { drawn: T[] } | undefined)?.drawn ?? [];
}

async function beginDraw(ctx: Ctx, month: string, stratum: string, drawn: readonly { population: number }[]): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select search.draw_sample(${month}, ${stratum}, ${drawn[0]?.population ?? 0}, ${drawn.length}, ${standardModel.version}) as id`.execute(
    ctx.tx,
  );
  return rows[0]?.id ?? null;
}

/** Worth spread over the whole queue, so that a drawn question stands anywhere among the others. */
async function raise(ctx: Ctx, question: Record<string, unknown>): Promise<void> {
  await sql`select search.raise_question(${JSON.stringify({ ...question, worth: Math.random() })}::jsonb)`.execute(ctx.tx);
}

export const drawJob = registerJob('people.draw-samples', z.object({}), async (ctx) => void (await drawSamples(ctx)), {
  every: '1 day',
  at: '03:10',
});
