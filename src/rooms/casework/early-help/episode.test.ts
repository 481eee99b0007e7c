import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../platform/access/refusal.ts';
import { episodeStateCodes, type EpisodeState } from './early-help.codes.ts';
import { after, closingWarnings, isEnded, mayApproveClosing, mayCloseAs, mayFollow, sustainmentDue, type EpisodeEvent } from './episode.ts';

const events: readonly EpisodeEvent[] = [
  'agree',
  'not agreed',
  'start assessment',
  'authorise assessment',
  'first meeting held',
  'agree plan',
  'review',
  'ask to close',
  'send back',
  'approve closing',
  'step up accepted',
  'move out',
];

describe('what follows what', () => {
  it.each<[EpisodeState, EpisodeEvent, EpisodeState]>([
    ['REQUESTED', 'agree', 'AGREED'],
    ['REQUESTED', 'not agreed', 'NOT_AGREED'],
    ['AGREED', 'start assessment', 'ASSESSING'],
    ['ASSESSING', 'authorise assessment', 'ASSESSED'],
    ['ASSESSED', 'first meeting held', 'TAF_FORMED'],
    ['TAF_FORMED', 'agree plan', 'PLAN_ACTIVE'],
    ['PLAN_ACTIVE', 'review', 'REVIEW'],
    ['REVIEW', 'review', 'REVIEW'],
    ['REVIEW', 'ask to close', 'CLOSING'],
    ['CLOSING', 'send back', 'REVIEW'],
    ['CLOSING', 'approve closing', 'CLOSED'],
    ['ASSESSING', 'step up accepted', 'STEPPED_UP'],
    ['PLAN_ACTIVE', 'move out', 'MOVED_OUT'],
  ])('%s, %s: %s', (state, event, next) => expect(after(state, event)).toBe(next));

  it.each<[EpisodeState, EpisodeEvent, RegExp]>([
    ['REQUESTED', 'start assessment', /agreement first/],
    ['REQUESTED', 'agree plan', /after the team/],
    ['AGREED', 'agree', /already recorded/],
    ['ASSESSED', 'agree plan', /after the team/],
    ['TAF_FORMED', 'review', /agreed plan/],
    ['REVIEW', 'approve closing', /asked for/],
    ['CLOSED', 'review', /has ended/],
    ['NOT_AGREED', 'agree', /has ended/],
    ['REQUESTED', 'ask to close', /asked for/],
  ])('%s, %s: refused in words', (state, event, words) => expect(() => after(state, event)).toThrow(words));

  it('walks of any length: nothing is done to a family before it agreed, nothing follows an end, and every refusal is in words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (walk) => {
        let state: EpisodeState = 'REQUESTED';
        let agreed = false;
        for (const event of walk) {
          const before: EpisodeState = state;
          try {
            state = after(state, event);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
            expect((error as Refusal).kind).toBe('refused');
            expect(mayFollow(before)).not.toContain(event);
            continue;
          }
          expect(isEnded(before)).toBe(false);
          agreed ||= event === 'agree';
          if (!['REQUESTED', 'NOT_AGREED', 'MOVED_OUT'].includes(state)) expect(agreed).toBe(true);
          if (state === 'CLOSED') expect(before).toBe('CLOSING');
          if (state === 'PLAN_ACTIVE') expect(before).toBe('TAF_FORMED');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('every state can be reached, and from every open state an end can be', () => {
    const reach = (from: EpisodeState): Set<EpisodeState> => {
      const seen = new Set<EpisodeState>([from]);
      for (const state of seen) for (const event of mayFollow(state)) seen.add(after(state, event));
      return seen;
    };
    expect([...reach('REQUESTED')].toSorted()).toEqual([...episodeStateCodes].toSorted());
    for (const state of episodeStateCodes.filter((one) => !isEnded(one))) expect([...reach(state)].some(isEnded)).toBe(true);
  });
});

describe('closing', () => {
  const by = { leadStaffId: 'lead', askedBy: 'asker', mayApprove: true };
  it('is approved by neither the lead professional nor whoever asked, nor without the power', () => {
    expect(() => mayApproveClosing('lead', by)).toThrow(/lead professional/);
    expect(() => mayApproveClosing('asker', by)).toThrow(/asked for this/);
    expect(() => mayApproveClosing('other', { ...by, mayApprove: false })).toThrow(/co-ordinator/);
    expect(() => mayApproveClosing('other', by)).not.toThrow();
  });
  it('as withdrawn needs the withdrawal on record', () => {
    expect(() => mayCloseAs('AGREEMENT_WITHDRAWN', { agreementWithdrawn: false })).toThrow(/safe to stop/);
    expect(() => mayCloseAs('AGREEMENT_WITHDRAWN', { agreementWithdrawn: true })).not.toThrow();
    expect(() => mayCloseAs('NEEDS_MET', { agreementWithdrawn: false })).not.toThrow();
  });
  it('is looked at again six calendar months later when it ended well, the day clipped to the month', () => {
    expect(sustainmentDue('NEEDS_MET', '2026-08-31')).toBe('2027-02-28');
    expect(sustainmentDue('PARTLY_MET_UNIVERSAL', '2026-11-24')).toBe('2027-05-24');
    expect(sustainmentDue('NOT_ENGAGED', '2026-11-24')).toBeNull();
  });
  it('warns of open goals, open actions and a missing family view', () => {
    expect(closingWarnings({ code: 'NEEDS_MET', openGoals: 2, openActions: 1, familyView: null, agreementWithdrawn: false })).toEqual([
      '2 goals are not yet achieved',
      'One action is still open',
      'The family’s view of the help is not recorded',
    ]);
    expect(closingWarnings({ code: 'NEEDS_MET', openGoals: 0, openActions: 0, familyView: 'Good', agreementWithdrawn: false })).toEqual([]);
  });
});
