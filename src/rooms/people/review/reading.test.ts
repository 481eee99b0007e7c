import { describe, expect, test } from 'vitest';
import { afterReadings, needsReason, type After, type AnswerGiven, type AskedFor } from './reading.ts';

type Given = AnswerGiven | 'lead: same person' | 'lead: not the same person' | 'lead: not sure';
const counted = (given: readonly Given[]) =>
  given.map((answer, at) => ({
    answer: answer.replace('lead: ', '') as AnswerGiven,
    readerId: `reader ${at}`,
    asThird: answer.startsWith('lead'),
  }));

describe('what becomes of a question', () => {
  test.each<[string, readonly Given[], boolean, AskedFor | null, After]>([
    ['one definite answer settles an ordinary one', ['same person'], false, null, { settled: 'same person' }],
    ['doubt puts it back', ['not sure'], false, 'queue', { waitsFor: 'reader' }],
    ['doubt may ask a second reader', ['not sure'], true, 'second reader', { waitsFor: 'second reader' }],
    ['doubt may ask the agency', ['not sure'], false, 'agency', { waitsFor: 'agency' }],
    ['one answer about twins settles nothing', ['not the same person'], true, null, { waitsFor: 'second reader' }],
    ['two that agree settle it', ['same person', 'same person'], true, null, { settled: 'same person' }],
    ['two that disagree go to a third', ['same person', 'not the same person'], true, null, { waitsFor: 'third reader' }],
    ['doubt and an answer go to a third', ['not sure', 'same person'], true, null, { waitsFor: 'third reader' }],
    ['two in doubt go to a third', ['not sure', 'not sure'], true, 'queue', { waitsFor: 'third reader' }],
    ['the lead settles it', ['same person', 'not the same person', 'lead: same person'], true, null, { settled: 'same person' }],
    ['a lead in doubt settles nothing', ['same person', 'not the same person', 'lead: not sure'], true, 'agency', { waitsFor: 'agency' }],
    ['nothing read waits for a reader', [], true, null, { waitsFor: 'reader' }],
  ])('%s', (_what, given, second, asks, after) => expect(afterReadings(counted(given), second, asks)).toEqual(after));
});

test('a reason is asked where a mistake costs most and where a question is passed on', () => {
  expect(needsReason({ harm: 'twins' }, 'same person')).toBe(true);
  expect(needsReason({ harm: 'shielded' }, 'not the same person')).toBe(true);
  expect(needsReason({ harm: 'ordinary' }, 'not sure')).toBe(true);
  expect(needsReason({ harm: 'ordinary' }, 'same person')).toBe(false);
});
