import { describe, expect, it } from 'vitest';
import { decide, standardModel, weigh, type LinkageCandidate, type PreparedRecord } from './decide.ts';
import { record } from './linkage-cases.test-data.ts';
import type { LinkageRecord } from './linkage-record.ts';

const home = { postcode: 'E6 1AA', addressLine: '12 High Road' };
const aisha = { givenName: 'Aisha', familyName: 'Khan', dateOfBirth: '2012-03-04', sex: 'F', ...home };
const child = (facts: Partial<LinkageRecord> = {}): PreparedRecord => record({ ...aisha, ...facts });
const person = (personId: string, records: readonly PreparedRecord[], more: Partial<LinkageCandidate> = {}): LinkageCandidate => ({
  personId,
  records,
  twin: false,
  certainlyNot: false,
  ...more,
});

describe('one record and its candidates', () => {
  it.each([
    ['the same facts', {}],
    ['another spelling', { givenName: 'Aysha' }],
    ['a home since left', { postcode: 'E17 9ZZ', addressLine: '3 Low Street' }],
    ['day and month changed about', { dateOfBirth: '2012-04-03' }],
    ['names changed about', { givenName: 'Khan', familyName: 'Aisha' }],
  ])('links with %s', (_, facts) => {
    expect(decide(standardModel, child(facts), [person('a', [child()])])).toMatchObject({ band: 'link', leader: 'a', margin: null });
  });

  it.each([
    ['a twin', { givenName: 'Maryam' }],
    ['a twin brother', { givenName: 'Yusuf', sex: 'M' }],
    ['a younger sister', { givenName: 'Maryam', dateOfBirth: '2014-08-09' }],
    [
      'a stranger',
      { givenName: 'George', familyName: 'Wheeler', sex: 'M', dateOfBirth: '2010-01-10', postcode: 'N1 1AA', addressLine: '1 Hill' },
    ],
  ])('never links %s', (_, facts) => {
    expect(decide(standardModel, child(facts), [person('a', [child()])]).band).not.toBe('link');
  });

  it('does not link a record without a given name', () => {
    expect(decide(standardModel, child({ givenName: 'Baby' }), [person('a', [child()])]).band).not.toBe('link');
  });

  it('puts a lone Mohammed to a person when there is a twin', () => {
    const mohammed = child({ givenName: 'Mohammed', sex: 'M' });
    const held = person('a', [child({ givenName: 'Mohammed Ali', sex: 'M' })], { twin: true });
    expect(decide(standardModel, mohammed, [held]).band).not.toBe('link');
  });

  it('puts it to a person when two come near, and says the margin', () => {
    const decision = decide(standardModel, child(), [person('a', [child()]), person('b', [child()])]);
    expect(decision).toMatchObject({ band: 'review', margin: 0, because: 'Two people are nearly as likely' });
  });

  it('never leads with a person it is said not to be, however alike', () => {
    const decision = decide(standardModel, child(), [person('a', [child()], { certainlyNot: true })]);
    expect(decision).toMatchObject({ band: 'no link', leader: null });
    expect(decision.candidates[0]?.evidence.veto).toContain('two people');
  });

  it('holds two valid NHS numbers to be two people, and an invalid one to say nothing', () => {
    const held = person('a', [child({ nhsNumber: '9990000042' })]);
    expect(decide(standardModel, child({ nhsNumber: '9990000018' }), [held])).toMatchObject({ band: 'no link' });
    expect(decide(standardModel, child({ nhsNumber: '9990000017' }), [held])).toMatchObject({ band: 'link' });
  });

  it('finds nobody where there is nobody', () => {
    expect(decide(standardModel, child(), [])).toMatchObject({ band: 'no link', leader: null, margin: null, candidates: [] });
  });
});

describe('evidence', () => {
  it('adds up from its factors, and says in words what agrees', () => {
    const evidence = weigh(standardModel, child(), child({ givenName: 'Aysha', postcode: 'E17 9ZZ', addressLine: '3 Low Street' }));
    const kin = Math.max(
      ...['againstUnrelated', 'againstFamily'].map((side) => -evidence.factors.reduce((sum, it) => sum + it[side as 'againstFamily'], 0)),
    );
    expect(evidence.score).toBeGreaterThan(-kin - 1);
    expect(evidence.score).toBeLessThanOrEqual(-kin + 1e-9);
    expect(evidence.factors.map((it) => it.words)).toContain('Aisha and Aysha are forms of one name');
  });

  it('lets a shared home say nothing between twins', () => {
    const evidence = weigh(standardModel, child(), child({ givenName: 'Maryam' }));
    const shared = evidence.factors.find((it) => it.field === 'Home');
    expect(shared?.againstUnrelated).toBeGreaterThan(5);
    expect(Math.abs(shared?.againstFamily ?? 9)).toBeLessThan(0.5);
  });

  it('is less sure of anybody in a larger index', () => {
    expect(weigh(standardModel, child(), child(), 1_000_000).score).toBeLessThan(weigh(standardModel, child(), child(), 10_000).score);
  });
});
