/** When an agency is reminded of an answer it owes: once a stage of the request's clock. */
import type { ClockReading } from '../../../platform/time/clock.ts';

export const reminderKinds = ['return-due-soon', 'return-overdue', 'return-long-overdue'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Which reminder a request's clock has come to: nearly due, overdue, or overdue by its whole limit again; null before that. */
export function stageOf({ reading }: { reading: Pick<ClockReading, 'state' | 'used' | 'limit'> }): ReminderKind | null {
  if (reading.state === 'warning' || reading.state === 'due today') return 'return-due-soon';
  if (reading.state !== 'overdue') return null;
  return reading.used >= 2 * reading.limit ? 'return-long-overdue' : 'return-overdue';
}
