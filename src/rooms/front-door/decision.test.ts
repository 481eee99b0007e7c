import { describe, expect, it } from 'vitest';
import { decisionErrors, decisionSentence, listed, outcomeCodes, outcomeOf, outcomes, type DecisionDraft } from './decision.ts';

const draft: DecisionDraft = {
  level: 2,
  factors: ['16A'],
  outcomeCode: 'EARLY_HELP',
  handedTo: null,
  duplicateOf: null,
  hubRag: null,
  primaryNeed: null,
};
const fieldsOf = (change: Partial<DecisionDraft>): string[] => decisionErrors({ ...draft, ...change }).map((error) => error.field);

describe('a decision for one child', () => {
  it.each([
    [{}, []],
    [{ level: 4 }, ['outcomeCode']],
    [{ level: 4, outcomeCode: 'NFA' }, ['outcomeCode']],
    [{ factors: [] }, ['factors']],
    [{ level: 1, factors: [], outcomeCode: 'NFA' }, []],
    [{ level: 3, outcomeCode: 'REFERRAL_CSC' }, ['primaryNeed']],
    [{ level: 4, outcomeCode: 'STRATEGY_IMMEDIATE', primaryNeed: 'N1' }, []],
    [{ level: 3, outcomeCode: 'OTHER_LA' }, ['handedTo']],
    [{ level: 2, outcomeCode: 'DUPLICATE' }, ['duplicateOf']],
    [{ level: 3, outcomeCode: 'MASH' }, ['hubRag']],
  ] as [Partial<DecisionDraft>, string[]][])('%j is missing %j', (change, missing) => expect(fieldsOf(change)).toEqual(missing));

  it('knows every outcome code once, and each has words for the referrer that name no record', () => {
    expect(outcomes.map((one) => one.code)).toEqual([...outcomeCodes]);
    for (const outcome of outcomes) expect(outcome.forReferrer).not.toMatch(/section|assessment|plan\b/i);
  });

  it('reads aloud as a sentence', () => {
    expect(
      decisionSentence({
        childName: 'Amina Hassan',
        level: 2,
        outcomeCode: 'EARLY_HELP',
        factorLabels: ['Neglect', 'Young carer'],
        rationale: 'Her mother asks for it.',
      }),
    ).toBe(
      'For Amina Hassan we judge that extra help would stop things getting worse (level 2), and early help is offered to the family. The reasons are neglect and young carer. Her mother asks for it.',
    );
  });
  it('joins words as people do', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
  it('opens something wherever the child goes on to someone', () => {
    expect(outcomeOf('REFERRAL_CSC').opens).toBe('referral');
    expect(outcomeOf('PASS_TO_ALLOCATED').opens).toBe('handover');
  });
});
