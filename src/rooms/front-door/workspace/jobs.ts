import { z } from 'zod';
import { actAs, staffActor } from '../../../platform/access/transaction.ts';
import { registerJob, type Job } from '../../../platform/jobs/job.ts';
import { closeIfDone } from '../closing.ts';
import { contactToChange } from '../contact.store.ts';
import { releaseStaleHolds } from './hold.store.ts';
import { lockUnaccepted, markEscalated, markProtectionAccepted, tellManagers } from './protection.store.ts';

const slot = z.looseObject({});

/** A contact nobody has touched for as long as a hold lasts goes back to the queue, so that no worry waits on a desk nobody sits at. */
const releaseHolds = registerJob('front-door.release-holds', slot, (ctx) => releaseStaleHolds(ctx), { every: '1 minute' });

/** A hand-over to child protection nobody accepted in time: the team, the front door and heads of service are told, once. */
const escalate = registerJob(
  'front-door.escalate-protection',
  slot,
  async (ctx) => {
    for (const one of await lockUnaccepted(ctx)) {
      await markEscalated(ctx, one.id);
      await tellManagers(ctx, one);
    }
  },
  { every: '1 minute' },
);

/** Casework says that somebody accepted a strategy discussion: the hand-over is sent, and a contact that waited for nothing else closes. */
const accepted = registerJob(
  'casework.strategy-accepted',
  z.object({ requestId: z.uuid(), byStaffId: z.uuid(), at: z.iso.datetime() }),
  async (ctx, { requestId, byStaffId, at }) => {
    const handover = await markProtectionAccepted(ctx, requestId, byStaffId, new Date(at));
    if (!handover) return;
    const sender = await staffActor(ctx.tx, handover.offered_by);
    if (!sender?.permissions.has('front-door.decide')) return;
    await actAs(ctx.tx, sender);
    try {
      const as = { ...ctx, who: sender };
      await closeIfDone(as, await contactToChange(as, handover.contact_id));
    } finally {
      await actAs(ctx.tx, ctx.who);
    }
  },
);

export const workspaceJobs: readonly Job[] = [releaseHolds, escalate, accepted];
