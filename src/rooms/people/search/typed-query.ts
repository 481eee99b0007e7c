import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { checkNhsNumber, checkUpn } from '../identifier.ts';
import { normalisePostcode } from '../postcode.ts';
import { phoneDigits } from '../search-keys.ts';
import { nobodySought, type Sought } from './sought.ts';
import { dateWithin } from './typed-date-words.ts';

/** What was typed in one box, understood; `unread` are pieces that looked like something and could not be. Pure. */
export interface Understood {
  sought: Sought;
  unread: string[];
}

interface Reading {
  left: string;
  sought: Sought;
  unread: string[];
}
type Step = (reading: Reading, today: PlainDate) => Reading;

const without = (text: string, found: RegExpExecArray): string =>
  `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
const tidy = (text: string): string =>
  text
    .replaceAll(/[,;:()"]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Takes the first piece of the text that fits, where `use` makes something of it. */
function taking(pattern: RegExp, use: (found: RegExpExecArray) => Partial<Sought> | { unread: string } | null): Step {
  return (reading) => {
    const found = pattern.exec(reading.left);
    const made = found ? use(found) : null;
    if (!found || !made) return reading;
    const left = without(reading.left, found);
    return 'unread' in made
      ? { ...reading, left, unread: [...reading.unread, made.unread] }
      : { ...reading, left, sought: { ...reading.sought, ...made } };
  };
}

const phone = taking(/(?<![\d+])(?:\+44|0044|0)[\s()0-]{0,4}\d(?:[\s()-]{0,2}\d){7,10}(?!\d)/, ([text]) => {
  const digits = phoneDigits(text);
  return digits ? { phone: digits } : null;
});
const upn = taking(/\b[a-z]\s?\d{11}[\da-z]\b/i, ([text]) => {
  const checked = checkUpn(text);
  return checked.valid ? { identifiers: [checked.value] } : { unread: `${text.trim()}: ${checked.reason}` };
});
const nhsNumber = taking(/(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)/, ([text]) => {
  const checked = checkNhsNumber(text);
  return checked.valid ? { identifiers: [checked.value] } : { unread: `${text.trim()}: ${checked.reason}` };
});
const localNumber = taking(/(?<![\d/])(?:[a-z]{1,4}-?)?\d{5,9}(?![\d/])/i, ([text]) => ({ identifiers: [text.toUpperCase()] }));
const postcode = taking(/\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i, ([text]) => {
  const whole = normalisePostcode(text);
  return whole ? { postcode: whole } : null;
});
const outward = taking(/(?:\b(?:near|in|around)\s+)?\b([a-z]{1,2}\d[a-z\d]?)\b(?!\s*\/)/i, ([, text = '']) => ({
  outward: text.toUpperCase(),
}));
const roads = [
  'road|rd|street|st|avenue|ave?|lane|ln|close|cl|drive|dr|way|court|ct|gardens|gdns|crescent|cres|place|pl|square|sq',
  'terrace|grove|walk|mews|hill|park|rise|row|green|parade|house|path|estate',
].join('|');
const dwelling = '(?:\\b(?:flat|apartment|apt|unit|room)\\s+\\w+,?\\s+)?';
const house = '(?<![\\d/])\\d{1,4}[a-z]?(?:-\\d+)?,?';
const street = `(?:[\\p{L}'’.]+\\s+){1,4}?(?:${roads})`;
const line = taking(
  new RegExp(`(?:\\b(?:lives at|living at|at)\\s+)?(${dwelling}${house}\\s+${street})\\b\\.?(?:,?\\s+london\\b)?`, 'iu'),
  ([, text = '']) => ({ line: tidy(text) }),
);

const family = "(?:mother|mum|mam|mummy|father|dad|daddy|parent|carer)(?:['’]?s?\\s+name)?(?:\\s+is)?";
const childOf = '(?:unborn\\s+)?(?:baby|child|children|son|daughter|kid|bump|infant)\\s+(?:girl\\s+|boy\\s+)?of';
const parent = taking(new RegExp(`\\b(?:${family}|${childOf})\\b[:\\s]+(\\S.*)$`, 'iu'), ([, text = '']) => ({ parent: text }));
const parentFirst = taking(/^\s*(.+?)['’]s\s+(?:unborn\s+)?(?:baby|child|son|daughter)\b/iu, ([, text = '']) => ({ parent: text }));
const aDate = '(?=\\s+(?:in\\s+|on\\s+|about\\s+)?(?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))';
const unbornWords = new RegExp(`\\b(?:unborn|not yet born|edd|(?:due|expected)${aDate})\\b`, 'gi');
/** Alone in the box, "Edd" is the beginning of a name. */
const unborn: Step = (reading) => {
  const left = reading.left.replaceAll(unbornWords, ' ');
  return left === reading.left || tidy(left) === '' ? reading : { ...reading, left, sought: { ...reading.sought, unborn: true } };
};

const date: Step = (reading, today) => {
  const { born, rest } = dateWithin(reading.left, today);
  return born ? { ...reading, left: rest, sought: { ...reading.sought, born } } : reading;
};

const filler = [
  'born|dob|d\\.o\\.b\\.?|date of birth|nhs|number|no\\.?|upn|tel|telephone|phone|mobile|postcode|lives|living|at|in|on|near',
  'called|named|name|aged?|child|id|about|surname|the',
].join('|');
const fillers = new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${filler})(?![\\p{L}\\p{N}'’-])`, 'giu');

/** Names in the order typed, with script and diacritics as they are; figures left over are said back. */
function nameOf(text: string): { name: string | null; unread: string[] } {
  const said = tidy(text);
  const words = (said.includes(' ') ? tidy(said.replaceAll(fillers, ' ')) : said).split(' ');
  const names = words.filter((word) => /\p{L}/u.test(word) && !/\d/.test(word));
  return { name: names.join(' ') || null, unread: words.filter((word) => /\d/.test(word)) };
}

/** "Baby Khan": whoever has no name of their own yet was born lately or is expected. */
function asBaby(sought: Sought, typed: string, today: PlainDate): Sought {
  if (sought.born || sought.unborn || !/\b(?:baby|newborn|bump)\b/i.test(typed)) return sought;
  const year = Number(today.slice(0, 4));
  return { ...sought, born: { kind: 'years', years: [year - 1, year, year + 1], said: 'a baby' } };
}

const steps: readonly Step[] = [phone, upn, nhsNumber, unborn, line, postcode, date, localNumber, outward];

/** Reads one box: a name, a number, a telephone number, an address, a date, a mother's name, in any order and mixture. */
export function readTyped(typed: string, today: PlainDate): Understood {
  const start: Reading = { left: ` ${typed.normalize('NFC')} `, sought: nobodySought, unread: [] };
  const read = steps.reduce((so, step) => step(so, today), start);
  const { left, sought, unread } = parentFirst(parent(read, today), today);
  const child = nameOf(sought.unborn ? left.replaceAll(/\b(?:baby|child)\b/gi, ' ') : left);
  const ofParent = nameOf(sought.parent ?? '');
  return {
    sought: asBaby({ ...sought, name: child.name, parent: ofParent.name }, typed, today),
    unread: [...unread, ...child.unread, ...ofParent.unread],
  };
}
