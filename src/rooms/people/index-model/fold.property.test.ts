import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Assertion } from './assertion.ts';
import { canonical } from './canonical.ts';
import { fold, foldPerson, type IndexState } from './fold.ts';
import { History, type Step } from './history.sample.ts';

const people = ['p1', 'p2', 'p3', 'p4'];
const given = ['Amina', 'Aminah', 'Maram', 'Maryam', 'Yusuf', 'Yousuf', 'Zaynab', 'Zainab'];
const types = ['SCHOOL', 'GP', 'LA_SOCIAL_CARE', 'POLICE'];

type Order =
  | { what: 'join'; a: number; b: number; manual: boolean }
  | { what: 'split'; record: number }
  | { what: 'apart'; a: number; b: number }
  | { what: 'back'; step: number; manual: boolean };

const order: fc.Arbitrary<Order> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('join' as const), a: fc.nat(7), b: fc.nat(7), manual: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('split' as const), record: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('apart' as const), a: fc.nat(7), b: fc.nat(7) }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('back' as const), step: fc.nat(30), manual: fc.boolean() }) },
);

function begun(): History {
  const history = new History();
  given.forEach((name, at) => history.link(people[at % people.length] ?? '', `r${at}`, name, types[at % types.length] ?? ''));
  return history;
}
const someone = (history: History, at: number): string => {
  const all = Object.keys(history.state());
  return all[at % all.length] ?? '';
};

function follow(history: History, it: Order, steps: readonly Step[]): Step | undefined {
  if (it.what === 'join') return history.join(someone(history, it.a), someone(history, it.b), it.manual);
  if (it.what === 'apart') return history.sayApart(someone(history, it.a), someone(history, it.b));
  if (it.what === 'split') return history.split(`r${it.record}`);
  const step = steps[it.step % Math.max(1, steps.length)];
  return step && history.takeBack(step, it.manual);
}

/** The state of those who were there then: people made by a split since are left out. */
const ofThem = (state: IndexState, ids: readonly string[]): string => canonical(Object.fromEntries(ids.map((id) => [id, state[id]])));

it('restores the exact state when what was done since is taken back, over 10,000 histories', { timeout: 300_000 }, () => {
  let undone = 0;
  const property = fc.property(fc.array(order, { maxLength: 8 }), fc.array(order, { minLength: 1, maxLength: 7 }), (first, then) => {
    const history = begun();
    const steps: Step[] = [];
    for (const it of first) steps.push(...[follow(history, it, steps)].filter((step) => step !== undefined));
    const before = history.state();
    const ids = Object.keys(before);
    const bytes = ofThem(before, ids);
    const since: Step[] = [];
    for (const it of then) since.push(...[follow(history, it, [...steps, ...since])].filter((step) => step !== undefined));
    for (const step of since.toReversed()) {
      expect(history.takeBack(step, true), 'what was done last can be taken back').toBeDefined();
      undone += 1;
    }
    expect(ofThem(history.state(), ids)).toBe(bytes);
  });
  fc.assert(property, { numRuns: 10_000 });
  expect(undone).toBeGreaterThan(10_000);
});

it('is the same as if what was taken back had never been, in whatever order, over 2,000 histories', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(fc.array(order, { minLength: 2, maxLength: 12 }), fc.array(fc.nat(30), { maxLength: 6 }), (orders, back) => {
      const history = begun();
      const steps: Step[] = [];
      for (const it of orders) if (it.what !== 'back') steps.push(...[follow(history, it, steps)].filter((step) => step !== undefined));
      const gone = new Set<Assertion>();
      for (const at of back) {
        const step = steps[at % Math.max(1, steps.length)];
        if (step && step.rows[0]?.kind !== 'split' && history.takeBack(step, true)) for (const row of step.rows) gone.add(row);
      }
      const state = history.state();
      const never = fold(history.rows.filter((one) => one.kind !== 'retract' && !gone.has(one)));
      expect(ofThem(state, people)).toBe(ofThem(never, people));
      expect(canonical(fold(history.rows.toReversed()))).toBe(canonical(state));
    }),
    { numRuns: 2000 },
  );
});

it(
  'never joins what is certainly apart, never goes round, never loses a record or puts it in two places, over 2,000 histories',
  { timeout: 300_000 },
  () => {
    fc.assert(
      fc.property(fc.array(order, { minLength: 4, maxLength: 16 }), (orders) => {
        const history = begun();
        const steps: Step[] = [];
        for (const it of orders) {
          const manual = history.rows.filter((one) => one.isManual && one.kind !== 'retract').length;
          steps.push(...[follow(history, it, steps)].filter((step) => step !== undefined));
          expect(history.rows.filter((one) => one.isManual && one.kind !== 'retract').length).toBeGreaterThanOrEqual(manual);
        }
        expect(history.crossed()).toEqual([]);
        const state = history.state();
        expect(
          Object.values(state)
            .flatMap((one) => one.records)
            .toSorted(),
        ).toEqual(given.map((_, at) => `r${at}`));
        for (const id of Object.keys(state)) expect(foldPerson(history.rows, id)?.became).toBeNull();
      }),
      { numRuns: 2000 },
    );
  },
);
