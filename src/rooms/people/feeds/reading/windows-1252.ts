const upper =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Text read byte by byte as Latin-1, with the 32 places where Windows-1252 differs put right: euro, curly quotes, dashes, Š, Ž. */
export const fromWindows1252 = (latin: string): string =>
  // eslint-disable-next-line no-control-regex -- these are the control characters that stand for something else
  latin.replaceAll(/[\u0080-\u009F]/g, (character) => upper.charAt(character.charCodeAt(0) - 0x80));
