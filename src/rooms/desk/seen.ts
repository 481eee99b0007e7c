import { roleNames, type Role } from '../../platform/access/roles.ts';
import { londonDate } from '../../platform/time/london.ts';
import { clockTime } from '../../platform/time/plain-dates.ts';
import { inWords } from './audit-words.ts';

/** One act on one person's record, as the audit tells it. */
export interface SeenRow {
  at: Date;
  who: string | null;
  jobTitle: string | null;
  role: string | null;
  agency: string | null;
  actor: string;
  action: string;
  outcome: string;
  purpose: string | null;
  involvedAs: string | null;
  mine: boolean;
}

/** What one person did with the record on one day, in words. */
export interface SeenLine {
  who: string;
  role: string;
  why: string;
  acts: { words: string; times: string }[];
}
export interface SeenDay {
  day: string;
  lines: SeenLine[];
}

/** Groups acts by London day and by who did them, latest day first; the same act several times is one line with its times. */
export function byDay(rows: readonly SeenRow[]): SeenDay[] {
  const days = new Map<string, Map<string, SeenRow[]>>();
  for (const row of rows) {
    const people = days.get(londonDate(row.at)) ?? new Map<string, SeenRow[]>();
    const key = `${row.actor} ${row.who ?? ''} ${row.role ?? ''} ${row.agency ?? ''}`;
    people.set(key, [...(people.get(key) ?? []), row]);
    days.set(londonDate(row.at), people);
  }
  return [...days].map(([day, people]) => ({ day, lines: [...people.values()].map(lineOf) }));
}

function lineOf(rows: readonly SeenRow[]): SeenLine {
  const [first] = rows;
  const words = new Map<string, SeenRow[]>();
  for (const row of rows) words.set(saying(row), [...(words.get(saying(row)) ?? []), row]);
  return {
    who: first ? whoIs(first) : '',
    role: first ? roleIs(first) : '',
    why: whyOf(rows),
    acts: [...words].map(([said, same]) => ({ words: said, times: timesOf(same) })),
  };
}

function whoIs(row: SeenRow): string {
  if (row.actor === 'staff') return `${row.who ?? 'Someone who has left'}${row.mine ? ' (you)' : ''}`;
  return { system: 'Goldthread, by itself', public: 'Someone not signed in', machine: 'A partner’s system' }[row.actor] ?? 'Not known';
}

function roleIs(row: SeenRow): string {
  const role = row.role && row.role in roleNames ? roleNames[row.role as Role] : row.jobTitle;
  return [role, row.agency].filter(Boolean).join(', ');
}

/** The reasons given, else the part the person has in the child's life. Never guessed. */
function whyOf(rows: readonly SeenRow[]): string {
  const given = [...new Set(rows.flatMap((row) => row.purpose ?? []))];
  if (given.length > 0) return given.join('; ');
  const part = rows.find((row) => row.involvedAs)?.involvedAs;
  return part ? `Works with this child as ${part.toLowerCase()}` : 'By the duties of their role; no reason was asked for';
}

const turnedDown: Readonly<Record<string, string>> = {
  refused: ' (a rule said no)',
  'not-allowed': ' (turned down: not allowed)',
  'not-found': ' (turned down: not open to them)',
};
const saying = (row: SeenRow): string => `${inWords(row.action)}${turnedDown[row.outcome] ?? ''}`;

function timesOf(rows: readonly SeenRow[]): string {
  const times = [...new Set(rows.map((row) => clockTime(row.at)))];
  if (times.length <= 3) return times.toReversed().join(', ');
  return `${rows.length} times between ${times.at(-1)} and ${times[0]}`;
}
