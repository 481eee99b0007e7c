import type { Ctx } from '../../../../platform/access/ctx.ts';
import { notify, notifyStaff } from '../../../../platform/notify/notify.ts';
import { lockNotice, writeNotice } from '../correction.store.ts';
import { whoCanBeTold } from '../reach.store.ts';
import { wayTo, type Way } from '../reach.ts';
import { referenceOf } from '../share.ts';

/** For the worker: tells one recipient, or finds that a person must. The alert and the line in the ledger commit together; told once, however often begun. */
export async function carryCorrection(ctx: Ctx, noticeId: string): Promise<void> {
  const notice = await lockNotice(ctx, noticeId);
  if (notice.delivered_at ?? notice.by_hand_since) return;
  const who = await whoCanBeTold(ctx, noticeId);
  const way = wayTo(who);
  const reference = referenceOf(notice.decision_id);
  if (way.channel === 'in Goldthread') {
    await tellInside(ctx, noticeId, reference, way);
    await writeNotice(ctx, noticeId, { channel: way.channel, delivered_at: ctx.now, delivered_how: way.how });
    return;
  }
  if (way.channel === 'e-mail')
    await notify(ctx, {
      template: 'share-corrected-outside',
      to: { channel: 'email', address: way.address },
      words: { reference },
      about: { kind: 'share-notice', id: noticeId },
    });
  await writeNotice(ctx, noticeId, { channel: way.channel, by_hand_since: ctx.now });
  const teller = who.isGuarded && who.isShielded ? { role: 'SHIELD' } : { staff_id: notice.decided_by };
  await alertTo(ctx, teller, 'share-tell-by-hand', noticeId, '/corrections-to-tell');
}

type Inside = Extract<Way, { channel: 'in Goldthread' }>;

async function tellInside(ctx: Ctx, noticeId: string, reference: string, way: Inside): Promise<void> {
  const href = `/corrections/${noticeId}`;
  if (way.teamId) await alertTo(ctx, { team_id: way.teamId }, 'share-corrected', noticeId, href);
  for (const staffId of way.staffIds) await alertTo(ctx, { staff_id: staffId }, 'share-corrected', noticeId, href);
  await notifyStaff(ctx, way.staffIds, {
    template: 'share-corrected',
    words: { reference, link: href },
    about: { kind: 'share-notice', id: noticeId },
  });
}

type Reader = { staff_id: string } | { team_id: string } | { role: string };

async function alertTo(ctx: Ctx, reader: Reader, kind: string, recordId: string, href: string): Promise<void> {
  await ctx.tx
    .insertInto('alert')
    .values({ ...reader, kind, record_id: recordId, href, raised_at: ctx.now })
    .execute();
}
