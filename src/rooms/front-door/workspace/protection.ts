/** A hand-over to child protection, pure (S-005): it counts as sent when a named person there has accepted it, and not before. */

/** How it stands: offered, told to managers because nobody accepted in time, or sent. */
export type HandoverStanding = 'not sent' | 'not sent, escalated' | 'sent';

/** Minutes a team has to accept before managers are told, unless the setting protection-accept-minutes says otherwise. */
export const acceptMinutes = 30;

export const standingOf = (it: { acceptedAt: Date | null; escalatedAt: Date | null }): HandoverStanding =>
  it.acceptedAt ? 'sent' : it.escalatedAt ? 'not sent, escalated' : 'not sent';

/** The moment from which managers are told. */
export const escalatesAt = (offeredAt: Date, minutes: number): Date => new Date(offeredAt.getTime() + minutes * 60_000);

/** True once nobody has accepted for as long as is allowed and managers have not been told yet. */
export const isToEscalate = (
  it: { offeredAt: Date; acceptedAt: Date | null; escalatedAt: Date | null },
  minutes: number,
  now: Date,
): boolean => it.acceptedAt === null && it.escalatedAt === null && escalatesAt(it.offeredAt, minutes) <= now;
