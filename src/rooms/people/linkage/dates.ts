/** How two dates of birth stand to each other, by the kind of slip that makes one of the other. */
export const dateLevel = {
  same: 0,
  swapped: 1,
  digit: 2,
  yearOut: 3,
  default: 4,
  twoParts: 5,
  oneParts: 6,
  near: 7,
  different: 8,
  days: 9,
  aboutYears: 10,
} as const;

const slots = /^(?:Y{4}|YY|M{1,2}|D{1,2}|[^YMD]+)+$/;

/** Makes a reader of one written form of a date (`YYYYMMDD`, `DD/MM/YYYY`, `D.M.YYYY`...): text to a number 20090431-like, 0 when it is no date. Null when the form itself cannot be read. */
export function dateReader(format: string): ((text: string) => number) | null {
  const parts = format.match(/Y+|M+|D+|[^YMD]+/g) ?? [];
  const kinds = parts.filter((part) => /[YMD]/.test(part)).map((part) => part.charAt(0));
  if (!slots.test(format) || kinds.length !== 3 || !['Y', 'M', 'D'].every((kind) => kinds.includes(kind))) return null;
  const pattern = parts.map((part) => {
    if (part === 'YYYY') return '(\\d{4})';
    if (part === 'YY') return '(\\d{2})';
    if (/[MD]/.test(part)) return part.length === 2 && !/[^YMD]/.test(format) ? '(\\d{2})' : '(\\d{1,2})';
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  });
  const shape = new RegExp(`^\\s*${pattern.join('')}(?:[T ]\\d.*)?\\s*$`);
  const place = { Y: kinds.indexOf('Y') + 1, M: kinds.indexOf('M') + 1, D: kinds.indexOf('D') + 1 };
  return (text) => {
    const found = shape.exec(text);
    if (!found) return 0;
    const year = Number(found[place.Y]);
    return packedDate(
      found[place.Y]!.length === 2 ? (year > 30 ? 1900 : 2000) + year : year,
      Number(found[place.M]),
      Number(found[place.D]),
    );
  };
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Year, month and day as one number (2009-04-30 is 20090430); 0 when there is no such day. */
export function packedDate(year: number, month: number, day: number): number {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1 || day > lengths[month - 1]!) return 0;
  return year * 10000 + month * 100 + day;
}

/** An ISO day as a number, 0 when it is none. */
export const readIso = dateReader('YYYY-MM-DD')!;

function digitsApart(one: number, other: number): number {
  let apart = 0;
  for (let a = one, b = other; a > 0 || b > 0; a = Math.floor(a / 10), b = Math.floor(b / 10)) if (a % 10 !== b % 10) apart++;
  return apart;
}

/** True when one number is the other with two digits that stand beside each other changed about. */
function changedAbout(one: number, other: number): boolean {
  if ((one - other) % 9 !== 0 || digitsApart(one, other) !== 2) return false;
  for (let unit = 1; unit < 1e7; unit *= 10) {
    const [a, b] = [Math.floor(one / unit) % 100, Math.floor(other / unit) % 100];
    if (a !== b && (a % 10) * 10 + Math.floor(a / 10) === b && one - a * unit === other - b * unit) return true;
  }
  return false;
}

const dayNumber = (date: number): number => Math.floor(date / 10000) * 365.25 + (Math.floor(date / 100) % 100) * 30.44 + (date % 100);

/** How two dates (packed, not 0) stand to each other: one of `dateLevel`. */
export function compareDays(one: number, other: number): number {
  if (one === other) return dateLevel.same;
  const [y1, m1, d1] = [Math.floor(one / 10000), Math.floor(one / 100) % 100, one % 100];
  const [y2, m2, d2] = [Math.floor(other / 10000), Math.floor(other / 100) % 100, other % 100];
  if (y1 === y2 && m1 === d2 && d1 === m2) return dateLevel.swapped;
  if (y1 === y2 && ((m1 === 1 && d1 === 1) || (m2 === 1 && d2 === 1))) return dateLevel.default;
  if (m1 === m2 && d1 === d2) {
    const years = Math.abs(y1 - y2);
    if (years === 1 || years === 10 || years === 100) return dateLevel.yearOut;
  }
  if (digitsApart(one, other) === 1 || changedAbout(one, other)) return dateLevel.digit;
  const parts = Number(y1 === y2) + Number(m1 === m2) + Number(d1 === d2);
  const days = Math.abs(dayNumber(one) - dayNumber(other));
  if (days <= 32) return dateLevel.days;
  if (parts === 2) return dateLevel.twoParts;
  if (Math.min(Math.abs(days - 365.25), Math.abs(days - 3652.5)) <= 40) return dateLevel.aboutYears;
  if (days < 260) return dateLevel.near;
  return parts === 1 ? dateLevel.oneParts : dateLevel.different;
}
