import { expect, it } from 'vitest';
import { ENGLISH_CALENDAR } from '../../../platform/time/working-day.ts';
import { datesThatFollow } from './transfer.ts';

it('a child on a plan has a conference within 15 working days, Christmas counted out', () => {
  expect(datesThatFollow(['child protection plan', 'early help'], '2026-12-14', ENGLISH_CALENDAR)).toEqual([
    {
      what: 'Transfer-in child protection conference',
      dueOn: '2027-01-07',
      because: 'Working Together: within 15 working days of being told',
    },
  ]);
});
it('each way of standing brings its own date once, and early help none', () => {
  const due = datesThatFollow(['child in need', 'child in need', 'looked-after'], '2026-11-23', ENGLISH_CALENDAR);
  expect(due.map(({ dueOn }) => dueOn)).toEqual(['2026-12-07', '2026-11-30']);
  expect(datesThatFollow(['early help', 'other'], '2026-11-23', ENGLISH_CALENDAR)).toEqual([]);
});
