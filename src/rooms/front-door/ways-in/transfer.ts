/** Work with a child who moved here, told by the council they moved from (domain 3.20). */
import { addDays, type PlainDate } from '../../../platform/time/calendar-day.ts';
import { addWorkingDays, type WorkingCalendar } from '../../../platform/time/working-day.ts';

export const transferStatuses = ['child protection plan', 'child in need', 'looked-after', 'early help', 'other'] as const;
export type TransferStatus = (typeof transferStatuses)[number];

export interface DateToKeep {
  what: string;
  dueOn: PlainDate;
  because: string;
}

/** What falls due because of how a child stood elsewhere, from the day we were told. A child on a plan has a conference here within 15 working
 *  days (domain 3.20); the others are local practice: a child in need is seen and their plan read in writing within 10 working days. */
export function datesThatFollow(statuses: readonly TransferStatus[], toldOn: PlainDate, calendar: WorkingCalendar): DateToKeep[] {
  const within = (days: number): PlainDate => addWorkingDays(calendar, toldOn, days, 'provisional');
  const dates: DateToKeep[] = [];
  if (statuses.includes('child protection plan'))
    dates.push({
      what: 'Transfer-in child protection conference',
      dueOn: within(15),
      because: 'Working Together: within 15 working days of being told',
    });
  if (statuses.includes('child in need'))
    dates.push({ what: 'Child in need plan read and taken up in writing', dueOn: within(10), because: 'Local practice: 10 working days' });
  if (statuses.includes('looked-after'))
    dates.push({
      what: 'Visit to the child by agreement with their council',
      dueOn: addDays(toldOn, 7),
      because: 'Local practice: within a week',
    });
  return dates;
}
