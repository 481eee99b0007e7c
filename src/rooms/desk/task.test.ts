import { describe, expect, it } from 'vitest';
import { taskOfAlert } from './alert.ts';
import { daysWork, stateOf, type Task } from './task.ts';

const today = '2026-11-24';
const task = (it: Partial<Task>): Task => ({
  kind: 'test',
  what: 'Do it',
  whom: 'A family',
  familyId: null,
  personId: null,
  dueOn: null,
  overdue: false,
  clockWords: null,
  href: `/x/${JSON.stringify(it)}`,
  action: 'Open',
  ...it,
});

describe('the work of a day', () => {
  it('puts overdue first, then due today, then what waits without a date, then what comes later', () => {
    const work = daysWork(
      [
        task({ what: 'later', dueOn: '2026-11-30' }),
        task({ what: 'today', dueOn: today }),
        task({ what: 'undated' }),
        task({ what: 'late', dueOn: '2026-11-20', overdue: true }),
        task({ what: 'soon', dueOn: '2026-11-25' }),
      ],
      today,
    );
    expect([work.now, work.toAnswer, work.later].map((tasks) => tasks.map((one) => one.what))).toEqual([
      ['late', 'today'],
      ['undated'],
      ['soon', 'later'],
    ]);
  });

  it('counts a task past its date as overdue even where no clock says so', () => {
    expect(stateOf(task({ dueOn: '2026-11-23' }), today)).toBe('overdue');
    expect(daysWork([task({ dueOn: '2026-11-23' })], today).now).toHaveLength(1);
  });

  it('tells of the same thing once, whichever rooms tell of it', () => {
    const twice = [
      task({ href: '/a', what: 'Answer' }),
      task({ href: '/a', what: 'Answer' }),
      task({ href: '/a', what: 'Something needs you', alertKind: 'unknown' }),
    ];
    expect(daysWork(twice, today).toAnswer).toHaveLength(1);
  });

  it('keeps two tasks that lead to one list apart when they are about different people', () => {
    const two = [task({ href: '/passed-to-you', whom: 'Amina' }), task({ href: '/passed-to-you', whom: 'Bilal' })];
    expect(daysWork(two, today).toAnswer).toHaveLength(2);
  });
});

describe('alerts as tasks', () => {
  const alert = (kind: string, count = 1) => ({ kind, href: '/there', count, lastAt: new Date('2026-11-24T09:00:00Z') });
  it('tells the privacy officer of emergency access, several together', () => {
    expect(taskOfAlert(alert('break-glass'))?.what).toBe('Emergency access was used: review it');
    expect(taskOfAlert(alert('break-glass', 3))?.what).toBe('Emergency access was used 3 times: review it');
  });
  it('leaves out what a room’s own task says, and never loses a kind it does not know', () => {
    expect(taskOfAlert(alert('team-invitation'))).toBeNull();
    expect(taskOfAlert(alert('new-thing'))?.what).toBe('Something needs you: new thing');
  });
});
