import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';

/** What the reader's force sent in the last 30 days, latest first, 200 at most. */
export const latestOfForce = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('police_notification')
    .select([
      'id',
      'police_ref as policeRef',
      'version',
      'incident_type as incidentType',
      'incident_at as incidentAt',
      'received_at as receivedAt',
      'state',
    ])
    .where('received_at', '>', new Date(ctx.now.getTime() - 30 * 86_400_000))
    .orderBy('received_at', 'desc')
    .orderBy('version', 'desc')
    .limit(200)
    .execute();

/** The force somebody notifies for: their own post at its desk. Throws refused for someone of no force. */
export function forceOf(ctx: StaffCtx): string {
  const post = ctx.who.memberships.find((one) => one.role === 'POL_PPD');
  if (!post) throw refused('You are at no police desk.');
  return post.agencyId;
}
