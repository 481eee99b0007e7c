import { birthSlips, isoDate } from '../slips/birth.ts';
import { writeAddress } from '../slips/address.ts';
import { type Clerk, type Draft, makeSlips } from '../slips/draft.ts';
import { familySlips } from '../slips/family-name.ts';
import { givenSlips } from '../slips/given-name.ts';
import { mangled, unmarked } from '../slips/letters.ts';
import type { Chance } from './chance.ts';
import { today } from './family.ts';
import type { Child, Family } from './person.ts';

/** One partner agency's file: whom it knows, how stale and how careful it is, and its habits of writing. */
interface Feed {
  code: string;
  /** The chance that a child of this age (years) is in it; `family` is a number from
   *  0 to 1 that all children of a family have in common. */
  covers: (age: number, family: number) => number;
  /** Average days since a record was brought up to date. */
  stale: number;
  care: number;
  middle: number;
  phone: number;
  email: number;
  upper: number;
  unmarked: number;
  mangled: number;
  longest: number;
  nhsNumber: number;
  upn: number;
}

/** The five feeds. Coverage by age is of the order published for each kind of service; the rest is invented. */
export const feeds: readonly Feed[] = [
  {
    code: 'school',
    covers: (age) => (age >= 4.3 ? 0.94 : age >= 3 ? 0.5 : 0),
    stale: 260,
    care: 0.8,
    middle: 0.85,
    phone: 0.85,
    email: 0.3,
    upper: 0,
    unmarked: 0.3,
    mangled: 0.02,
    longest: 99,
    nhsNumber: 0,
    upn: 0.99,
  },
  {
    code: 'health',
    covers: () => 0.96,
    stale: 700,
    care: 0.9,
    middle: 0.55,
    phone: 0.7,
    email: 0.05,
    upper: 0,
    unmarked: 0.6,
    mangled: 0.02,
    longest: 35,
    nhsNumber: 0.98,
    upn: 0,
  },
  {
    code: 'social',
    covers: (_age, family) => (family < 0.16 ? 0.75 : 0.02),
    stale: 420,
    care: 1.4,
    middle: 0.5,
    phone: 0.6,
    email: 0.12,
    upper: 0,
    unmarked: 0.5,
    mangled: 0.03,
    longest: 60,
    nhsNumber: 0.6,
    upn: 0.4,
  },
  {
    code: 'housing',
    covers: (_age, family) => (family > 0.72 ? 0.92 : 0),
    stale: 900,
    care: 1.7,
    middle: 0.1,
    phone: 0.65,
    email: 0.15,
    upper: 1,
    unmarked: 1,
    mangled: 0,
    longest: 20,
    nhsNumber: 0,
    upn: 0,
  },
  {
    code: 'young',
    covers: (age) => (age < 5 ? 0.45 : age >= 10 ? 0.04 : 0),
    stale: 380,
    care: 1.3,
    middle: 0.3,
    phone: 0.75,
    email: 0.3,
    upper: 0.1,
    unmarked: 0.5,
    mangled: 0.05,
    longest: 99,
    nhsNumber: 0.35,
    upn: 0.05,
  },
];

/** Share of records that a feed holds twice: a child who left and came back, or was written down by two clerks. */
const twice = 0.025;

/** A record as the matcher is given it, the columns in order, and the truth beside it. */
export interface WrittenRecord {
  columns: string[];
  child: Child;
  feed: string;
  slips: readonly string[];
}

function writePhone(clerk: Clerk, feed: Feed): string {
  const { chance, family } = clerk;
  if (!chance.happens(feed.phone)) return '';
  const way = chance.next();
  const number = way < 0.18 ? family.phones[2] : way < 0.18 + (today - clerk.asOf) / 6000 ? family.phones[1] : family.phones[0];
  const style = chance.next();
  if (style < 0.5) return number;
  if (style < 0.8) return `${number.slice(0, 5)} ${number.slice(5)}`;
  return `+44${number.slice(1)}`;
}

function given(text: string, feed: Feed, clerk: Clerk, slips: string[]): string {
  let written = text;
  if (/[^ -~]/.test(text)) {
    if (clerk.chance.happens(feed.mangled)) {
      written = mangled(text, clerk.chance);
      slips.push('letters:mangled');
    } else if (clerk.chance.happens(feed.unmarked)) written = unmarked(text);
  }
  if (clerk.chance.happens(feed.upper)) written = written.toUpperCase();
  if (written.length > feed.longest) {
    slips.push('letters:cut');
    written = written.slice(0, feed.longest).trimEnd();
  }
  return written;
}

function identifier(number: string, share: number, others: readonly string[], clerk: Clerk): string {
  const { chance } = clerk;
  if (!chance.happens(share)) return '';
  if (chance.happens(0.0008) && others.length > 0) return chance.pick(others);
  if (!chance.happens(0.003)) return number;
  const at = 1 + chance.below(number.length - 1);
  return number.slice(0, at) + String(chance.below(10)) + number.slice(at + 1);
}

function sexOf(draft: Draft, feed: Feed): string {
  return feed.code === 'housing' ? ({ M: 'Male', F: 'Female', U: 'Unknown', '': '' } as const)[draft.sex] : draft.sex;
}

function write(child: Child, family: Family, feed: Feed, identifiers: boolean, chance: Chance): WrittenRecord {
  const asOf = Math.max(child.born + 1 + chance.below(40), Math.floor(today - chance.wait(feed.stale)));
  const clerk: Clerk = { child, family, asOf, care: feed.care, feed: feed.code, chance };
  const { name } = child;
  const draft: Draft = {
    given: [...name.given],
    middle: [...name.middle],
    family: [...name.family],
    join: name.join,
    sex: child.sex,
    born: isoDate(child.born),
    slips: [],
  };
  makeSlips(givenSlips, draft, clerk, 2);
  makeSlips(familySlips, draft, clerk, 2);
  makeSlips(birthSlips, draft, clerk, 2);
  const { slips } = draft;
  const address = writeAddress(clerk, slips);
  const middle =
    draft.middle.length > 0 &&
    (feed.middle > 0.2 || family.names.style === 'chain') &&
    chance.happens(Math.max(feed.middle, family.names.style === 'chain' ? 0.85 : 0))
      ? draft.middle.join(' ')
      : '';
  const columns = [
    feed.code,
    given(draft.given.join(' '), feed, clerk, slips),
    given(middle !== '' && chance.happens(0.12) ? middle.slice(0, 1) : middle, feed, clerk, slips),
    given(draft.family.join(draft.join), feed, clerk, slips),
    sexOf(draft, feed),
    draft.born,
    feed.upper === 1 ? address.lines[0].toUpperCase() : address.lines[0],
    feed.upper === 1 ? address.lines[1].toUpperCase() : address.lines[1],
    address.town,
    address.postcode,
    writePhone(clerk, feed),
    chance.happens(feed.email) ? family.email : '',
  ];
  if (identifiers) {
    const others = family.children.filter((it) => it !== child);
    columns.push(
      identifier(
        child.nhsNumber,
        feed.nhsNumber,
        others.map((it) => it.nhsNumber),
        clerk,
      ),
      identifier(
        child.upn,
        feed.upn,
        others.map((it) => it.upn),
        clerk,
      ),
    );
  }
  return { columns, child, feed: feed.code, slips };
}

/** Every record the five feeds hold of one family; a child no feed knows has none. */
export function recordsOf(family: Family, identifiers: boolean, chance: Chance): WrittenRecord[] {
  const common = chance.next();
  const records: WrittenRecord[] = [];
  for (const child of family.children) {
    const age = (today - child.born) / 365.25;
    for (const feed of feeds) {
      if (!chance.happens(feed.covers(age, common))) continue;
      records.push(write(child, family, feed, identifiers, chance));
      if (chance.happens(twice)) records.push(write(child, family, feed, identifiers, chance));
    }
  }
  return records;
}
