/** Words for the parts figures are split by, and addresses of what is behind a figure. Pure. */
import { sourceWords } from '../codes.ts';
import type { Measure } from './measure.ts';
import { periodAfter, type Grain } from './period.ts';

export const here = '/front-door/performance';

const dayWords: Readonly<Record<string, string>> = {
  '0': 'The same working day',
  '1': 'The next working day',
  '2': 'After 2 working days',
  '3-5': 'After 3 to 5 working days',
  '6+': 'After 6 or more working days',
  open: 'Not screened yet, and late',
};
const ratingWords: Readonly<Record<string, string>> = { RED: 'Red', AMBER: 'Amber', GREEN: 'Green' };
const howWords: Readonly<Record<string, string>> = {
  page: 'On their page in Goldthread',
  call: 'By telephone',
  letter: 'By letter',
  message: 'By a message with a link',
  none: 'Not told, for a reason',
  'not yet': 'Not told yet, and late',
};

/** A part in words; `agencies` names those a split by agency speaks of. */
export function partWords(part: string, split: Measure['split'], agencies: ReadonlyMap<string, string>): string {
  if (split === 'source') return sourceWords[part] ?? 'Not known';
  if (split === 'days') return dayWords[part] ?? part;
  if (split === 'rating') return ratingWords[part] ?? part;
  if (split === 'how') return howWords[part] ?? part;
  return split === 'agency' ? (agencies.get(part) ?? 'An agency') : part;
}

/** Where the lines behind a figure are: from one period to the end of another, perhaps of one part. */
export function behindHref(
  measure: Measure,
  { from, to, grain, part, which }: { from: string; to: string; grain: Grain; part?: string; which: 'all' | 'counted' | 'rest' },
): string {
  const query = new URLSearchParams({ from, before: periodAfter(to, grain), which });
  if (part !== undefined) query.set('part', part);
  return `${here}/${measure.key}/contacts?${query}`;
}
