import { compareDates } from '../../compare-dates.ts';
import { compareNames } from '../../compare-names.ts';
import type { Found } from '../../search.store.ts';
import type { Asked } from './form.ts';

/** What of a found person agrees with what was typed: for bold type, and in words. */
export interface WhatMatched {
  name: boolean;
  born: boolean;
  area: boolean;
  words: string;
}

/** Compares what was typed with someone found. Pure. */
export function whatMatched({ facts }: Asked, one: Found): WhatMatched {
  const names = [
    { given: one.givenName, family: one.familyName },
    { given: one.preferredName, family: one.familyName },
    ...one.otherNames.map((text) => ({ given: text, family: null })),
  ];
  const name = compareNames(facts.names, names);
  const born = facts.dateOfBirth ? compareDates(facts.dateOfBirth, one.dateOfBirth) : null;
  const area = one.matched.some((kind) => kind === 'name and area' || kind === 'name and postcode' || kind === 'first letter and postcode');
  const number = one.matched.includes('identifier');
  const parts = [
    number ? 'The same number' : '',
    facts.names.length > 0 && name.agreement !== 'none' && name.agreement !== 'missing' ? name.reason : '',
    born && born.agreement !== 'different' && born.agreement !== 'missing' ? born.reason : '',
    area ? 'The area' : '',
  ].filter(Boolean);
  const lower = (text: string, at: number): string => (at === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1));
  return {
    name: name.agreement === 'same' || name.agreement === 'close',
    born: born?.agreement === 'same',
    area,
    words: parts.length > 0 ? `${parts.map(lower).join(', ')}.` : 'Little: first letters only.',
  };
}
