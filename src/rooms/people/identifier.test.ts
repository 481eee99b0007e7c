import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  checkNhsNumber,
  checkUln,
  checkUpn,
  isTemporaryUpn,
  isTestNhsNumber,
  nhsCheckDigit,
  showNhsNumber,
  upnCheckLetter,
} from './identifier.ts';
import { normalisePostcode, outwardCode } from './postcode.ts';

describe('NHS number', () => {
  it.each(['9000000009', '943 476 5919', '943-476-5919', '9990000018'])('accepts %s', (text) => {
    expect(checkNhsNumber(text)).toEqual({ valid: true, value: text.replace(/\D/g, '') });
  });
  it.each([
    ['9434765910', /does not fit/],
    ['9434756919', /does not fit/],
    ['94347659', /10 digits/],
    ['0000000000', /repeated/],
    ['ABCDEFGHIJ', /10 digits/],
  ])('refuses %s', (text, reason) => {
    const checked = checkNhsNumber(text);
    expect(checked.valid ? '' : checked.reason).toMatch(reason);
  });
  it('finds every change of one digit', () => {
    fc.assert(
      fc.property(fc.nat(999998), fc.nat(9), fc.integer({ min: 1, max: 9 }), (serial, at, by) => {
        const nine = `999${String(serial).padStart(6, '0')}`;
        const digit = nhsCheckDigit(nine);
        fc.pre(digit !== undefined);
        const good = nine + digit;
        const bad = good.slice(0, at) + ((Number(good[at]) + by) % 10) + good.slice(at + 1);
        expect(checkNhsNumber(good).valid).toBe(true);
        expect(checkNhsNumber(bad).valid).toBe(false);
      }),
    );
  });
  it('knows the range that is never issued', () => {
    expect(isTestNhsNumber('9990000018')).toBe(true);
    expect(isTestNhsNumber('9434765919')).toBe(false);
    expect(showNhsNumber('9434765919')).toBe('943 476 5919');
  });
});

describe('unique pupil number', () => {
  it('accepts the published vector and gives the true letter of the misprinted one', () => {
    expect(checkUpn('b801200005001')).toEqual({ valid: true, value: 'B801200005001' });
    expect(upnCheckLetter('207000016049')).toBe('P');
    expect(checkUpn('Q207000016049').valid).toBe(false);
  });
  it('accepts a temporary number whose last letter counts', () => {
    const rest = '31090010001C';
    const upn = upnCheckLetter(rest) + rest;
    expect(checkUpn(upn)).toEqual({ valid: true, value: upn });
    expect(isTemporaryUpn(upn)).toBe(true);
    expect(checkUpn(`${upn.slice(0, -1)}D`).valid).toBe(false);
    expect(isTemporaryUpn('B801200005001')).toBe(false);
  });
  it.each(['I801200005001', 'B80120000500', 'B8012000050012', ''])('refuses %s', (text) => {
    expect(checkUpn(text).valid).toBe(false);
  });
});

describe('unique learner number', () => {
  it('is never also an NHS number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }), (number) => {
        const text = String(number);
        expect(checkUln(text).valid && checkNhsNumber(text).valid).toBe(false);
      }),
    );
  });
  it('is recognised when it is typed in the NHS number box', () => {
    const uln = Array.from({ length: 10 }, (_, last) => `100000004${last}`).find((text) => checkUln(text).valid);
    expect(uln).toBeDefined();
    expect(checkNhsNumber(uln ?? '')).toEqual({ valid: false, reason: expect.stringMatching(/unique learner number/) });
  });
});

describe('postcode', () => {
  it.each([
    ['ha12xy', 'HA1 2XY'],
    [' HA1  2XY ', 'HA1 2XY'],
    ['HA1-OXY', 'HA1 0XY'],
    ['sw1a 1aa', 'SW1A 1AA'],
    ['m1 1ae', 'M1 1AE'],
    ['EC1A1BB', 'EC1A 1BB'],
    ['W1A 0AX', 'W1A 0AX'],
    ['gir 0aa', 'GIR 0AA'],
  ])('reads %s as %s', (text, stored) => expect(normalisePostcode(text)).toBe(stored));
  it.each(['HA1', 'HA1 2', 'QA1 2XY', 'HA1 2CV', '', 'no fixed abode'])('does not take %s for one', (text) => {
    expect(normalisePostcode(text)).toBeUndefined();
  });
  it('gives the half that may be shown', () => expect(outwardCode('HA1 2XY')).toBe('HA1'));
});
