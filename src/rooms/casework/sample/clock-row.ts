import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { clockRule } from '../../../platform/time/clock-rules.ts';
import { runClock } from '../../../platform/time/clock.ts';
import { WEEKDAYS_NINE_TO_FIVE } from '../../../platform/time/hub-hours.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { ENGLISH_CALENDAR } from '../../../platform/time/working-day.ts';

const calendar = { working: ENGLISH_CALENDAR, hubOpening: WEEKDAYS_NINE_TO_FIVE };

/** Writes down a clock, due by its rule; `metAt` null while it runs, `cancelledAt` when the thing ended without it. */
export function clockRow(
  sheets: RowSheets,
  rule: string,
  kind: string,
  id: string,
  startedAt: Date,
  metAt: Date | null,
  cancelledAt: Date | null = null,
): void {
  const { dueAt, warnAt } = runClock(clockRule(rule, londonDate(startedAt)), { startedAt, now: startedAt, extensions: [], calendar });
  sheets.add('clock', {
    rule_key: rule,
    subject_kind: kind,
    subject_id: id,
    started_at: startedAt,
    due_at: dueAt,
    warn_at: warnAt,
    met_at: metAt,
    cancelled_at: cancelledAt,
  });
}
