import { isRealDate } from '../../../time/calendar-day.ts';

/** A setting of one authority: what it changes, what it may be, and what holds until somebody says otherwise. A whole number between two
 *  bounds, a telephone number, or the day from which a law binds. */
export interface KnownSetting {
  key: string;
  label: string;
  note: string;
  telephone?: true;
  /** A day, as 2027-09-01, or the fallback's words while none is set. */
  day?: true;
  from: number;
  to: number;
  fallback: number | string;
  unit: string;
}

/** Every setting an administrator may change here. Whether a database is a demonstration is not one of them. */
export const knownSettings: readonly KnownSetting[] = [
  {
    key: 'break-glass-hours',
    label: 'Emergency access lasts',
    note: 'Hours a closed record stays open after someone broke the glass (domain 2.6: 8 unless configured)',
    from: 1,
    to: 72,
    fallback: 8,
    unit: 'hours',
  },
  {
    key: 'feed-file-days',
    label: 'Files of feeds are kept',
    note: 'Days after which what a partner agency sent is destroyed, with the rows sent back and the examples; counts stay',
    from: 1,
    to: 366,
    fallback: 30,
    unit: 'days',
  },
  {
    key: 'hold-minutes',
    label: 'A contact stays with whoever took it',
    note: 'Minutes after which a contact its holder has not touched goes back to the queue',
    from: 10,
    to: 480,
    fallback: 60,
    unit: 'minutes',
  },
  {
    key: 'protection-accept-minutes',
    label: 'Child protection accepts a hand-over within',
    note: 'Minutes after which the team, the front door and the head of service are told that nobody has accepted (S-005)',
    from: 5,
    to: 240,
    fallback: 30,
    unit: 'minutes',
  },
  {
    key: 'emergency-duty-team',
    label: 'Emergency duty team',
    note: 'Number to ring out of hours. It stands on every emergency contact sheet',
    telephone: true,
    from: 0,
    to: 0,
    fallback: 'Not set',
    unit: '',
  },
  {
    key: 'duty-to-share-from',
    label: 'Duty to share binds from',
    note: 'Day on which Children Act 2004 section 16LA begins to bind this authority; regulations set it. Until then decisions to share rest on other law',
    day: true,
    from: 0,
    to: 0,
    fallback: 'Not in force',
    unit: '',
  },
];

export const settingCalled = (key: string): KnownSetting | undefined => knownSettings.find((one) => one.key === key);

/** A value as it is kept, or what is wrong with it, in words. */
export function settingValue(known: KnownSetting, typed: string): { value: string } | { problem: string } {
  if (known.telephone)
    return /^\+?[0-9][0-9 ]{2,20}$/.test(typed) ? { value: typed } : { problem: 'Enter a telephone number, like 020 7946 0000' };
  if (known.day)
    return typed === known.fallback || isDay(typed) ? { value: typed } : { problem: `Enter a day like 2027-09-01, or “${known.fallback}”` };
  const number = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(number >= known.from && number <= known.to)) return { problem: `Enter a whole number from ${known.from} to ${known.to}` };
  return { value: String(number) };
}

function isDay(typed: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? [];
  return isRealDate(Number(year), Number(month), Number(day));
}
