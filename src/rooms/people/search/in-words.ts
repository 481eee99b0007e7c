import { fullDate, MONTH_NAMES } from '../../../platform/time/plain-dates.ts';
import type { Born, Sought } from './sought.ts';

function bornInWords(born: Born): string {
  if (born.kind === 'day') return fullDate(born.date);
  if (born.kind === 'month') return `${MONTH_NAMES[born.month - 1]} ${born.year}`;
  return born.said;
}

/** Who is looked for, read back in one sentence, so that a wrong reading is seen before its results are believed. */
export function inWords(sought: Sought): string {
  const { born, line, postcode, outward, ward } = sought;
  const place = postcode ?? outward ?? ward;
  const said = born?.kind === 'years' && !/^\d{4}$/.test(born.said);
  const parts = [
    sought.name ? `the name ${sought.name}` : sought.parent || sought.unborn ? 'a child' : '',
    sought.parent ? `whose mother or father is ${sought.parent}` : '',
    sought.unborn ? `not yet born${born ? `, expected ${born.kind === 'day' ? 'about' : 'in'} ${bornInWords(born)}` : ''}` : '',
    born && !sought.unborn ? (said ? born.said : `born ${born.kind === 'day' ? 'on' : 'in'} ${bornInWords(born)}`) : '',
    sought.identifiers.length > 0 ? `the number ${sought.identifiers.join(' or ')}` : '',
    sought.phone ? `the telephone number ${sought.phone}` : '',
    line ? `at ${line}` : '',
    place ? `${postcode ? 'at' : line ? 'in' : 'near'} ${place}` : '',
  ];
  return `Looking for ${parts.filter(Boolean).join(', ')}.`;
}
