import { describe, expect, it } from 'vitest';
import { NoRuleFits, route, ruleSentence, whyFits, wordsIn, type RoutingFacts, type RoutingRule } from './routing.ts';

const rule = (more: Partial<RoutingRule>): RoutingRule => ({
  id: more.key ?? 'id',
  key: 'key',
  name: 'A rule',
  because: 'So it is',
  position: 10,
  channels: [],
  sources: [],
  categories: [],
  words: [],
  postcodes: [],
  ageFrom: null,
  ageTo: null,
  openWork: null,
  danger: null,
  timeOfDay: null,
  lane: 'general',
  discipline: null,
  priority: 3,
  suggestedRag: null,
  ...more,
});
const facts: RoutingFacts = {
  channel: 'PHONE',
  sourceCode: '2A',
  categories: ['Neglect', 'Housing'],
  text: 'He has a burn on his arm. They live in Burnley Road.',
  postcodes: ['HA1 2AB'],
  youngest: 3,
  openWork: null,
  danger: false,
  hubOpen: true,
};

describe('a rule and a contact', () => {
  it.each<[string, Partial<RoutingRule>, boolean]>([
    ['asks for nothing', {}, true],
    ['way in that fits', { channels: ['EMAIL', 'PHONE'] }, true],
    ['another way in', { channels: ['EMAIL'] }, false],
    ['source that fits', { sources: ['2A'] }, true],
    ['another source', { sources: ['6'] }, false],
    ['one kind of worry of several', { categories: ['Housing', 'Gangs'] }, true],
    ['no kind of worry of those', { categories: ['Gangs'] }, false],
    ['a word', { words: ['Burn'] }, true],
    ['part of a word only', { words: ['burnl'] }, false],
    ['beginning of a postcode, spaces apart', { postcodes: ['HA12'] }, true],
    ['another postcode', { postcodes: ['HA3'] }, false],
    ['age within', { ageFrom: 3, ageTo: 3 }, true],
    ['too young for it', { ageFrom: 4 }, false],
    ['too old for it', { ageTo: 2 }, false],
    ['danger said', { danger: 'yes' }, false],
    ['danger not said', { danger: 'no' }, true],
    ['hub hours', { timeOfDay: 'hub hours' }, true],
    ['out of hours', { timeOfDay: 'out of hours' }, false],
    ['open work, not known yet', { openWork: 'no' }, false],
    ['every condition together', { channels: ['PHONE'], categories: ['Neglect'], words: ['arm'], postcodes: ['HA1'] }, true],
    ['one condition of several fails', { channels: ['PHONE'], categories: ['Gangs'] }, false],
  ])('%s', (_what, more, fits) => {
    expect(whyFits(rule(more), facts) !== null).toBe(fits);
  });

  it('does not fit a rule about age when no age is known', () => {
    expect(whyFits(rule({ ageTo: 1 }), { ...facts, youngest: null })).toBeNull();
  });
  it('fits a rule about open work once that is known', () => {
    expect(whyFits(rule({ openWork: 'yes' }), { ...facts, openWork: true })).toBe('open work: yes');
    expect(whyFits(rule({ openWork: 'no' }), { ...facts, openWork: true })).toBeNull();
  });
  it('finds a phrase across a line break, and no sign of a pattern', () => {
    expect(wordsIn('threatened to\nkill her', ['threatened to kill', '.*'])).toEqual(['threatened to kill']);
  });
});

describe('where a contact waits', () => {
  const last = rule({ key: 'everything', position: 999 });
  it('is said by the first rule that fits, which is told', () => {
    const routed = route(
      [last, rule({ key: 'b', position: 20, lane: 'youth' }), rule({ key: 'a', position: 10, lane: 'police', channels: ['POLICE_FEED'] })],
      facts,
    );
    expect(routed.rule.key).toBe('b');
    expect(routed.because).toContain('asks for nothing');
  });
  it('carries the strongest rating that any fitting rule suggests, and that rule, not the one of the lane', () => {
    const routed = route(
      [
        rule({ key: 'first', position: 1, lane: 'youth', suggestedRag: 'AMBER' }),
        rule({ key: 'harm', position: 50, words: ['burn'], suggestedRag: 'RED' }),
        last,
      ],
      facts,
    );
    expect(routed.rule.key).toBe('first');
    expect(routed.suggestion).toMatchObject({ rag: 'RED', because: 'words: burn', rule: { key: 'harm' } });
  });
  it('is never nowhere: without a last rule it says so loudly', () => {
    expect(() => route([rule({ channels: ['EMAIL'] })], facts)).toThrow(NoRuleFits);
  });
});

it('a rule reads aloud', () => {
  expect(
    ruleSentence(rule({ words: ['knife'], ageTo: 1, lane: 'urgent', discipline: 'social work', priority: 1, suggestedRag: 'RED' })),
  ).toBe(
    'When it says “knife” and the youngest child is 1 or younger, it waits in Urgent, social work looks first, priority 1, red is suggested for a person to confirm.',
  );
});
