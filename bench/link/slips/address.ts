import type { Home } from '../population/person.ts';
import type { Clerk } from './draft.ts';
import { mistype } from './letters.ts';

/** An address as a feed holds it. */
export interface WrittenAddress {
  lines: readonly [string, string];
  town: string;
  postcode: string;
}

const noAddress: WrittenAddress = { lines: ['', ''], town: '', postcode: '' };

/** Where the clerk's feed believes the child to live: the home of the day the record was last brought up to date, sometimes the other
 *  parent's. */
function homeOf({ family, asOf, chance }: Clerk): { home: Home; kind: string } {
  if (family.otherHome && chance.happens(0.06)) return { home: family.otherHome, kind: 'address:other-parent' };
  const at = family.homes.findIndex((home) => home.since <= asOf);
  const home = family.homes[at === -1 ? family.homes.length - 1 : at] ?? (family.homes[0] as Home);
  return { home, kind: home === family.homes[0] ? '' : 'address:earlier-home' };
}

function flatOf(home: Home, { chance }: Clerk): string {
  if (home.flat === '') return '';
  const way = chance.next();
  return way < 0.7 ? `Flat ${home.flat}` : way < 0.85 ? `Apt ${home.flat}` : `Flat ${home.flat.padStart(2, '0')}`;
}

function linesOf(home: Home, clerk: Clerk, slips: string[]): [string, string] {
  const { chance } = clerk;
  const kind = home.kind[chance.happens(clerk.feed === 'school' ? 0.08 : 0.25) ? chance.below(home.kind.length) : 0] ?? '';
  let street = `${home.street} ${kind}`;
  if (chance.happens(0.012 * clerk.care)) {
    street = mistype(street, chance);
    slips.push('address:typo');
  }
  const lost = home.flat !== '' && chance.happens(0.07);
  if (lost) slips.push('address:flat-lost');
  const flat = lost ? '' : flatOf(home, clerk);
  const numbered = home.number === '' ? street : `${home.number} ${street}`;
  if (home.building !== '') {
    if (chance.happens(0.08)) return [[flat, home.building].filter(Boolean).join(' '), ''];
    return [[flat, home.building].filter(Boolean).join(clerk.feed === 'health' ? ', ' : ' '), numbered];
  }
  if (/^[A-D]$/.test(home.flat) && !lost && chance.happens(0.5)) return [`${home.number}${home.flat} ${street}`, ''];
  if (flat === '') return [numbered, ''];
  const way = chance.next();
  if (way < 0.2 && home.number !== '') return [`${home.flat}/${home.number} ${street}`, ''];
  return way < 0.6 ? [flat, numbered] : [`${flat}, ${numbered}`, ''];
}

function postcodeOf(home: Home, { chance, care }: Clerk, slips: string[]): string {
  if (chance.happens(0.012 * care)) {
    slips.push('postcode:missing');
    return '';
  }
  let postcode = home.postcode;
  if (chance.happens(0.012 * care)) {
    const at = 1 + chance.below(postcode.length - 1);
    const letter = /\d/.test(postcode[at] ?? '')
      ? String(chance.below(10))
      : (postcode[at] ?? '') === ' '
        ? ' '
        : chance.pick([...'ABDEFGHJLNPQRSTUWXYZ']);
    postcode = postcode.slice(0, at) + letter + postcode.slice(at + 1);
    slips.push('postcode:typo');
  }
  return chance.happens(0.12) ? postcode.replace(' ', '') : postcode;
}

/** The address written down for a child, and what went wrong with it. */
export function writeAddress(clerk: Clerk, slips: string[]): WrittenAddress {
  if (clerk.chance.happens(0.006 * clerk.care)) {
    slips.push('address:missing');
    return noAddress;
  }
  const { home, kind } = homeOf(clerk);
  if (kind !== '') slips.push(kind);
  const town = clerk.chance.happens(0.1) ? '' : home.town;
  return { lines: linesOf(home, clerk, slips), town, postcode: postcodeOf(home, clerk, slips) };
}
