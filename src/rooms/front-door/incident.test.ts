import { expect, it } from 'vitest';
import { incidents, nextGrouping } from './incident.ts';

const row = (id: string, facts: Partial<Parameters<typeof incidents>[0][number]> = {}) => ({
  id,
  personIds: [],
  postcode: null,
  address: null,
  receivedAt: new Date('2026-11-24T10:00:00Z'),
  children: ['Amina Hassan'],
  ...facts,
});
const ids = (groups: { id: string }[][]) => groups.map((group) => group.map((one) => one.id).join(''));

it('puts brothers and sisters together, by a recognised person or a family name at one postcode', () => {
  const rows = [
    row('a', { personIds: ['1'] }),
    row('b', { postcode: 'HA1 1AA' }),
    row('c', { personIds: ['1', '2'] }),
    row('d', { postcode: 'HA1 1AA', children: ['Bilal Hassan'] }),
    row('e', { postcode: 'HA1 1AA', children: ['Tom Price'] }),
  ];
  expect(ids(incidents(rows, 'family'))).toEqual(['ac', 'bd', 'e']);
});

it('puts one house together whoever lives there', () => {
  const rows = [
    row('a', { address: '1 park road ha1 1aa' }),
    row('b'),
    row('c', { address: '1 park road ha1 1aa', children: ['Tom Price'] }),
  ];
  expect(ids(incidents(rows, 'address'))).toEqual(['ac', 'b']);
});

it('takes reports within two days for one incident, and later ones for another', () => {
  const at = (iso: string) => ({ address: '1 park road ha1 1aa', receivedAt: new Date(iso) });
  const rows = [row('a', at('2026-11-24T10:00:00Z')), row('b', at('2026-11-25T22:00:00Z')), row('c', at('2026-11-29T10:00:00Z'))];
  expect(ids(incidents(rows, 'incident'))).toEqual(['ab', 'c']);
});

it('leaves them one by one when asked, and the key goes round all four ways', () => {
  expect(ids(incidents([row('a', { personIds: ['1'] }), row('b', { personIds: ['1'] })], 'none'))).toEqual(['a', 'b']);
  expect(nextGrouping(nextGrouping(nextGrouping(nextGrouping('family'))))).toBe('family');
});
