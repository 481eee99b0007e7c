import { expect, it } from 'vitest';
import { settingCalled, settingValue } from './setting.ts';

it('takes a real day for the duty to share, or that it is not in force, and nothing else', () => {
  const duty = settingCalled('duty-to-share-from')!;
  expect(settingValue(duty, '2027-09-01')).toEqual({ value: '2027-09-01' });
  expect(settingValue(duty, 'Not in force')).toEqual({ value: 'Not in force' });
  for (const typed of ['2027-02-30', '1 September 2027', '', 'soon']) expect(settingValue(duty, typed)).toHaveProperty('problem');
});
