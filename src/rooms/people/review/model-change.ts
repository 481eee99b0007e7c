import { z } from 'zod';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { registerJob } from '../../../platform/jobs/job.ts';
import { decide, prepare, standardModel } from '../linkage/decide.ts';
import type { Band, Evidence } from '../linkage/evidence.ts';
import { raiseQuestion } from './raise.store.ts';
import { linksToReweigh, type StandingLink } from './sampled-link.store.ts';

/** What a new model may do about a link that stands: leave it, or ask a person. It never joins and never parts (design rule 12). Pure. */
export const afterModelChange = (link: { isManual: boolean; band: Band }): 'leave' | 'ask' =>
  link.isManual || link.band === 'link' ? 'leave' : 'ask';

const first = '00000000-0000-0000-0000-000000000000';
const eachStep = 200;

/** Begins to weigh automatic links of earlier models again, once for each model. */
export async function beginReweighing(ctx: Ctx): Promise<void> {
  await enqueue(
    ctx,
    'people.reweigh-links',
    { after: first, model: standardModel.version },
    { key: `reweigh:${standardModel.version}:${first}` },
  );
}

/** Two hundred links, each step committed by itself. What the model would not join now becomes a question; the link stays as it is. */
export const reweighJob = registerJob(
  'people.reweigh-links',
  z.object({ after: z.uuid(), model: z.string() }),
  async (ctx, { after, model }) => {
    if (model !== standardModel.version) return;
    const links = await linksToReweigh(ctx, model, after, eachStep);
    for (const link of links) await reweigh(ctx, link);
    const last = links.at(-1)?.recordId;
    if (links.length === eachStep && last)
      await enqueue(ctx, 'people.reweigh-links', { after: last, model }, { key: `reweigh:${model}:${last}` });
  },
);

async function reweigh(ctx: Ctx, link: StandingLink): Promise<void> {
  const record = link.records.find((it) => it.id === link.recordId);
  const others = [link.person, ...link.records.filter((it) => it.id !== link.recordId)];
  if (!record) return;
  const candidate = { personId: link.personId, records: others.map((it) => prepare(it)), twin: link.person.twin, certainlyNot: false };
  const decision = decide(standardModel, prepare(record), [candidate]);
  if (afterModelChange({ isManual: false, band: decision.band }) === 'leave') return;
  const evidence: Evidence | undefined = decision.candidates[0]?.evidence;
  if (!evidence) return;
  await raiseQuestion(ctx, {
    personId: link.personId,
    otherPersonId: link.personId,
    recordId: link.recordId,
    kind: 'apart',
    harm: link.person.twin ? 'twins' : 'ordinary',
    model: standardModel.version,
    score: evidence.score,
    margin: decision.margin,
    because: 'They agree in less than the matcher now asks for',
    worth: 1,
    evidence,
  });
}
