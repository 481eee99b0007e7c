import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closingWaitsFor,
  contactMoves,
  contactStates,
  decisionWaitsFor,
  isOver,
  moved,
  screeningWaitsFor,
  type ContactState,
} from './contact.ts';

describe("a contact's states", () => {
  it.each([
    ['SUBMITTED', 'begin recognising', 'MATCHING'],
    ['MATCHING', 'begin screening', 'SCREENING'],
    ['SCREENING', 'ask the referrer', 'RETURNED_TO_REFERRER'],
    ['RETURNED_TO_REFERRER', 'take the answer', 'SCREENING'],
    ['SCREENING', 'ask for the hub picture', 'TRIAGE_MASH'],
    ['TRIAGE_MASH', 'decide', 'DECIDED'],
    ['DECIDED', 'close', 'CLOSED'],
    ['DECIDED', 'return to screening', 'SCREENING'],
    ['MATCHING', 'join to another', 'MERGED'],
  ] as const)('%s, %s: %s', (from, move, to) => expect(moved(from, move)).toBe(to));

  it('never decides before anyone has screened, and never closes before a decision', () => {
    expect(() => moved('SUBMITTED', 'decide')).toThrow(/too early to decide/);
    expect(() => moved('SCREENING', 'close')).toThrow();
    expect(() => moved('MERGED', 'decide')).toThrow(/too late/);
  });

  it('reaches CLOSED only through DECIDED, whatever the history', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...contactMoves), { maxLength: 40 }), (tries) => {
        let state: ContactState = 'SUBMITTED';
        let decided = false;
        for (const move of tries) {
          try {
            state = moved(state, move);
          } catch {
            continue;
          }
          if (state === 'DECIDED') decided = true;
          if (state === 'CLOSED' && !decided) return false;
        }
        return contactStates.includes(state);
      }),
      { numRuns: 5000 },
    );
  });

  it('is over when closed or joined to another', () => expect(contactStates.filter(isOver)).toEqual(['CLOSED', 'MERGED']));
});

describe('what a contact waits for', () => {
  it('names every child who is nobody yet', () => {
    expect(
      screeningWaitsFor([
        { name: 'Amina', personId: null },
        { name: 'Bilal', personId: 'x' },
      ]),
    ).toBe('Say who Amina is first');
    expect(
      screeningWaitsFor([
        { name: 'Amina', personId: null },
        { name: 'Bilal', personId: null },
      ]),
    ).toBe('Say who Amina and Bilal are first');
    expect(screeningWaitsFor([{ name: 'Amina', personId: 'x' }])).toBeNull();
  });
  it("wants a decision for each child; a brother's never stands in", () => {
    expect(
      decisionWaitsFor(
        [
          { id: '1', name: 'Amina' },
          { id: '2', name: 'Bilal' },
        ],
        new Set(['1']),
      ),
    ).toEqual(['Bilal']);
  });
  it('wants the referrer told and everything passed on accepted', () => {
    expect(closingWaitsFor({ told: false, unaccepted: ['Health visitors'] })).toHaveLength(2);
    expect(closingWaitsFor({ told: true, unaccepted: [] })).toEqual([]);
  });
});
