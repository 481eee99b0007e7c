import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it.each([
  ['/front-door', '/front-door'],
  ['/people/1?tab=2', '/people/1?tab=2'],
  ['/', '/'],
  [undefined, '/'],
  ['', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-out', '/'],
  ['/sign-in?to=/x', '/'],
  ['/sign-in/start/1', '/'],
  ['/sign-inside', '/sign-inside'],
  ['/\t/evil.example', '/'],
  ['/a/../../b', '/b'],
  [`/${'x'.repeat(1_001)}`, '/'],
])('%j leads to %j', (wanted, expected) => expect(localPath(wanted)).toBe(expected));
