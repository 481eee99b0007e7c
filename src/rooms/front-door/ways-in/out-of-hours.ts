/** The night's work and the morning's list (domain S-007): nothing is handed over until a named day officer has accepted every line. */
import { refused } from '../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../platform/access/ctx.ts';

export interface NightLine {
  contactId: string;
  acceptedAt: Date | null;
}

/** The night's list is made from this hour of London's morning on. */
export const nightIsOver = (hour: number): boolean => hour >= 8;

/** What a list is called: waiting for a name, being read, handed over. */
export function listState(list: { dayOfficer: string | null; acceptedAt: Date | null }, lines: readonly NightLine[]): string {
  if (list.acceptedAt) return 'Handed over';
  const left = lines.filter((line) => line.acceptedAt === null).length;
  if (!list.dayOfficer) return 'Not handed over: nobody of the day has put their name to it';
  return `Not handed over: ${left} of ${lines.length} still to accept`;
}

/** True once every line is accepted: only then is the list handed over. A night without work needs a name all the same. */
export const isHandedOver = (lines: readonly NightLine[]): boolean => lines.every((line) => line.acceptedAt !== null);

/** Only whoever put their name to the list accepts its lines; another officer takes the list over by name first. */
export function mayAccept(list: { dayOfficer: string | null; acceptedAt: Date | null }, staffId: string): void {
  if (list.acceptedAt) throw refused('This list has been handed over.');
  if (list.dayOfficer === null) throw refused('Put your name to the list first.');
  if (list.dayOfficer !== staffId) throw refused('A colleague has put their name to this list. Take it over by name first.');
}

/** The team the person works for by night, if they do. */
export const worksByNight = (ctx: StaffCtx): boolean => ctx.who.memberships.some((one) => one.teamPurpose === 'out-of-hours');
