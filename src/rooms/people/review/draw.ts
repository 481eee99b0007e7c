import { z } from 'zod';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { registerJob } from '../../../platform/jobs/job.ts';
import { prepare, standardModel, weigh } from '../linkage/decide.ts';
import { londonDay } from '../today.ts';
import { beginDraw, linksToSample, missesToSample, type DrawnMiss } from './sampled-link.store.ts';
import { raiseQuestion, type RaisedQuestion } from './raise.store.ts';

/** How many of each stratum are read a month: 60 in all is about an hour of a reader's time. */
const eachStratum = 15;

/** Draws a month's clerical sample: automatic links by how far over the line they were, and pairs left apart that nearly met. Each becomes a
 *  question like any other, so that it is read blind; which were drawn is readable only once they are read. Once a month, whoever asks. */
export async function drawSamples(ctx: Ctx): Promise<number> {
  const month = `${londonDay(ctx).slice(0, 7)}-01`;
  const links = await linksToSample(ctx, eachStratum);
  const misses = await missesToSample(ctx, eachStratum);
  let raised = 0;
  for (const [stratum, drawn] of Map.groupBy(links, (it) => it.stratum)) {
    const drawId = await beginDraw(ctx, drawOf(month, stratum, drawn));
    if (!drawId) continue;
    for (const { population: _population, stratum: _stratum, ...link } of drawn)
      await raiseQuestion(ctx, {
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
  const drawId = misses.length > 0 ? await beginDraw(ctx, drawOf(month, 'near miss', misses)) : null;
  if (drawId) for (const miss of misses) await raiseQuestion(ctx, { ...missQuestion(miss), drawId });
  return raised + (drawId ? misses.length : 0);
}

/** The sentence of every question drawn, so that it does not tell which way the machine decided. */
const doubt = 'They agree in much, and a person should look';

function missQuestion({ personId, otherPersonId, one, other }: DrawnMiss): RaisedQuestion {
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

const drawOf = (month: string, stratum: string, drawn: readonly { population: number }[]) => ({
  month,
  stratum,
  population: drawn[0]?.population ?? 0,
  drawn: drawn.length,
  model: standardModel.version,
});

export const drawJob = registerJob('people.draw-samples', z.object({}), async (ctx) => void (await drawSamples(ctx)), {
  every: '1 day',
  at: '03:10',
});
