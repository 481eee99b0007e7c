import { z } from 'zod';
import type { Ctx } from '../../platform/access/ctx.ts';
import { actAs, staffActor } from '../../platform/access/transaction.ts';
import { GiveUp, registerJob } from '../../platform/jobs/job.ts';
import { overdueClocks } from '../../platform/time/clock.store.ts';
import { raiseStepUp } from './actions/raise-step-up.ts';
import { scan } from '../../platform/files/virus-scan.ts';

/** Scans a file that came with a concern; until it passes nobody can open it. */
const scanFile = registerJob('front-door.scan-file', z.object({ fileId: z.uuid() }), async (ctx, { fileId }) => {
  const file = await ctx.tx.selectFrom('stored_file').select(['id', 'content']).where('id', '=', fileId).executeTakeFirst();
  if (!file) return;
  await ctx.tx
    .updateTable('stored_file')
    .set({ scan_state: await scan(file.content) })
    .where('id', '=', fileId)
    .execute();
});

/** A contact passed to an allocated worker and not taken within a working day returns to screening (domain 3.3). */
const returnUnaccepted = registerJob(
  'front-door.return-unaccepted',
  z.looseObject({}),
  async (ctx) => {
    for (const clock of await overdueClocks(ctx, { subjectKinds: ['contact-handover'] })) await comeBack(ctx, clock.subjectId);
  },
  { every: '5 minutes' },
);

async function comeBack(ctx: Ctx, handoverId: string): Promise<void> {
  const handover = await ctx.tx
    .selectFrom('contact_handover')
    .selectAll()
    .where('id', '=', handoverId)
    .where('accepted_at', 'is', null)
    .where('returned_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!handover || handover.how !== 'in Goldthread') return;
  await ctx.tx
    .updateTable('contact_handover')
    .set({ returned_at: ctx.now, return_reason: 'Nobody took it within one working day' })
    .where('id', '=', handover.id)
    .execute();
  await ctx.tx
    .updateTable('contact')
    .set((update) => ({ state: 'SCREENING', version: update('version', '+', 1), closed_at: null }))
    .where('id', '=', handover.contact_id)
    .execute();
  if (handover.decision_id)
    await ctx.tx.updateTable('contact_decision').set({ superseded_at: ctx.now }).where('id', '=', handover.decision_id).execute();
}

/** A worry stepped up from early help becomes a contact with the plan attached. The job acts for whoever sent it, so that it sees what
 *  they see and no more. A second run finds the contact made. */
const takeStepUp = registerJob(
  'casework.stepped-up',
  z.object({ episodeId: z.uuid(), childIds: z.array(z.uuid()), planId: z.uuid().nullable(), byStaffId: z.uuid(), at: z.iso.datetime() }),
  async (ctx, { episodeId, childIds, byStaffId }) => {
    const sender = await staffActor(ctx.tx, byStaffId);
    if (!sender) throw new GiveUp('Whoever stepped this up has left');
    await actAs(ctx.tx, sender);
    try {
      await raiseStepUp({ ...ctx, who: sender }, episodeId, childIds);
    } finally {
      await actAs(ctx.tx, ctx.who);
    }
  },
);

export const jobs = [takeStepUp, scanFile, returnUnaccepted];
