/** A clock's reading as a sentence a practitioner would say, and the same in full with its basis. */
import { type PlainDate, daysBetween } from './calendar-day.ts';
import type { ClockBasis, ClockReading, ClockRule } from './clock.ts';
import { londonDate } from './london.ts';
import { clockTime, counted, longDate, longMoment, shortDate, weekdayName } from './plain-dates.ts';

/** What the sentence is made from: a reading before its words, and the moments around it. */
export type Spoken = Omit<ClockReading, 'words' | 'exact'> & { rule: ClockRule; startedAt: Date; judgedAt: Date; now: Date };

const BASIS_NAMES: Record<ClockBasis, string> = {
  statutory: 'Set in law or statutory guidance',
  local: 'Set locally',
  professional: 'Usual professional practice',
  seed: 'Set by the partnership’s plan',
};

/** "due tomorrow, 24 Nov (working day 9 of 10)"; "overdue by 2 working days, was due 20 Nov". */
export function words(said: Spoken): string {
  const lead = said.state === 'met' || said.state === 'met late' ? metWords(said) : openWords(said);
  return said.holidaysKnown ? lead : `${lead}, not counting bank holidays that are not yet known`;
}

/** "Due by the end of Tuesday 24 November 2026. Limit 10 working days from …. Set in law or statutory guidance: …". */
export function exactWords(said: Spoken): string {
  const { rule, extension } = said;
  const due = inHours(said) ? `Due ${longMoment(said.dueAt)}.` : `Due by the end of ${longDate(said.dueOn)}.`;
  const start = inHours(said) ? longMoment(said.startedAt) : longDate(londonDate(said.startedAt));
  const limit = `Limit ${counted(rule.limit, unitNoun(rule))} ${rule.direction === 'before' ? 'before' : 'from'} ${start}${inHours(said) || rule.direction === 'before' ? '' : ' (day 0)'}.`;
  const original = inHours(said) ? longMoment(said.originalDueAt) : longDate(said.originalDueOn);
  const moved = extension ? ` Moved from ${original}: ${extension.reason}.` : '';
  return `${due} ${limit}${moved} ${BASIS_NAMES[rule.basis]}: ${rule.source}.`;
}

function openWords(said: Spoken): string {
  const today = londonDate(said.now);
  if (said.state === 'overdue') return overdueWords(said, today);
  if (said.now < said.startedAt && said.rule.direction !== 'before')
    return `starts ${shortDate(londonDate(said.startedAt), today)}, due ${dueWords(said, today)}`;
  return `due ${nearness(said, today)}${progress(said, today)}`;
}

function metWords(said: Spoken): string {
  const today = londonDate(said.now);
  const when = inHours(said) ? momentWords(said.judgedAt, today, 'on ') : `on ${shortDate(londonDate(said.judgedAt), today)}`;
  if (said.state === 'met') return `met ${when}${progress(said, today)}`;
  const late = lateBy(said);
  return `met ${late === '' ? 'late' : `${late} late`} ${when}, was due ${dueWords(said, today)}${extendedFrom(said, today)}`;
}

function overdueWords(said: Spoken, today: PlainDate): string {
  const late = lateBy(said);
  return `overdue${late === '' ? '' : ` by ${late}`}, was due ${dueWords(said, today)}${extendedFrom(said, today)}`;
}

/** How late, empty when not one whole day of the clock's kind has passed (a Saturday after a Friday). */
function lateBy(said: Spoken): string {
  if (inHours(said)) return duration(-said.left, said.counts);
  return said.left === 0 ? '' : counted(-said.left, said.counts);
}

/** "tomorrow, 24 Nov", "in 3 working days, 27 Nov", "in 3 hours, today at 5pm". */
function nearness(said: Spoken, today: PlainDate): string {
  if (inHours(said)) return `in ${duration(said.left, said.counts)}, ${dueWords(said, today)}`;
  const date = shortDate(said.dueOn, today);
  const days = daysBetween(today, said.dueOn);
  if (days === 0) return `today, ${date}`;
  if (days === 1) return `tomorrow, ${date}`;
  if (said.counts === 'working day' && said.left > 1) return `in ${counted(said.left, 'working day')}, ${date}`;
  if (said.counts === 'working day') return `next working day, ${weekdayName(said.dueOn)} ${date}`;
  return `in ${days < 15 ? counted(days, 'day') : counted(Math.floor(days / 7), 'week')}, ${date}`;
}

/** "(working day 9 of 10)", with the date it was extended from. */
function progress(said: Spoken, today: PlainDate): string {
  const { rule } = said;
  const from = extendedFrom(said, today).replace(', ', '');
  const note = from === '' ? '' : `, ${from}`;
  if (rule.direction === 'before')
    return ` (${counted(rule.limit, unitNoun(rule))} before ${shortDate(londonDate(said.startedAt), today)}${note})`;
  if (inHours(said)) return ` (${amount(said.used)} of ${counted(amount(said.limit), said.counts)} used${note})`;
  return ` (${said.counts} ${said.used} of ${said.limit}${note})`;
}

function extendedFrom(said: Spoken, today: PlainDate): string {
  if (!said.extension) return '';
  return `, extended from ${inHours(said) ? momentWords(said.originalDueAt, today, '') : shortDate(said.originalDueOn, today)}`;
}

function dueWords(said: Spoken, today: PlainDate): string {
  return inHours(said) ? momentWords(said.dueAt, today, '') : shortDate(said.dueOn, today);
}

/** "today at 5pm", "tomorrow at 9:40am", "yesterday at 3pm", "24 Nov at 3pm". */
function momentWords(at: Date, today: PlainDate, on: string): string {
  const date = londonDate(at);
  const near = ['yesterday', 'today', 'tomorrow'][daysBetween(today, date) + 1];
  return `${near ?? `${on}${shortDate(date, today)}`} at ${clockTime(at)}`;
}

/** Whole hours, or minutes under one hour: never more than is truly left. Elapsed hours past two days are said in days. */
function duration(hours: number, counts: Spoken['counts']): string {
  if (hours < 1) return counted(Math.max(1, Math.floor(hours * 60 + 1e-6)), 'minute');
  if (hours >= 48 && counts === 'hour') return counted(Math.floor(hours / 24), 'day');
  return counted(amount(hours), counts);
}

function amount(hours: number): number {
  return Math.floor(hours + 1e-6);
}

function inHours(said: Spoken): boolean {
  return said.counts === 'hour' || said.counts === 'hub hour';
}

function unitNoun(rule: ClockRule): string {
  return rule.unit.replace('calendar-days', 'day').replace('calendar-months', 'month').replace('-', ' ').replace(/s$/, '');
}
