import { describe, expect, it } from 'vitest';
import { linesNow, momentOf, type UrgentLine } from './urgent.ts';

const line = (name: string, more: Partial<UrgentLine>): UrgentLine => ({
  id: name,
  name,
  phone: '1',
  open: 'hub hours',
  forWhom: 'anyone',
  note: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
});
const lines = [
  line('day', {}),
  line('professionals', { forWhom: 'professionals' }),
  line('night', { open: 'out of hours' }),
  line('always', { open: 'always' }),
  line('ended', { validTo: '2026-11-22' }),
  line('to come', { validFrom: '2026-11-24' }),
];
const named = (at: Parameters<typeof linesNow>[1]): string[] => linesNow(lines, at).map(({ name }) => name);

describe('whom to call now', () => {
  it('is the hub by day, the emergency duty team by night', () => {
    expect(named({ hubOpen: true, on: '2026-11-23', professional: false })).toEqual(['day', 'always']);
    expect(named({ hubOpen: false, on: '2026-11-23', professional: false })).toEqual(['night', 'always']);
  });
  it('is for professionals their own line first', () => {
    expect(named({ hubOpen: true, on: '2026-11-23', professional: true })).toEqual(['professionals', 'day', 'always']);
  });
  it('follows the dates', () => {
    expect(named({ hubOpen: true, on: '2026-11-24', professional: false })).toContain('to come');
    expect(named({ hubOpen: true, on: '2026-11-22', professional: false })).toContain('ended');
  });
});

describe('when something was done', () => {
  const now = new Date('2026-11-24T01:30:00Z');
  it('is today when that time has passed, yesterday when it has not', () => {
    expect(momentOf(now, '01:10')).toEqual(new Date('2026-11-24T01:10:00Z'));
    expect(momentOf(now, '23:50')).toEqual(new Date('2026-11-23T23:50:00Z'));
  });
  it('is by London’s clocks in summer too', () => {
    expect(momentOf(new Date('2026-07-01T10:00:00Z'), '09:00')).toEqual(new Date('2026-07-01T08:00:00Z'));
  });
  it.each(['24:00', 'nine', '9', '12:60', ''])('"%s" is no time', (typed) => {
    expect(() => momentOf(now, typed)).toThrow('There is a problem');
  });
});
