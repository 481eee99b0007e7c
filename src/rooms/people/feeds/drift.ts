/** What a feed's files of one month held, counted. */
export interface MonthCounts {
  /** First of the month, ISO. */
  month: string;
  files: number;
  /** Rows of its largest file: corrections sent again in small files are no sign of a feed that shrinks. */
  largest: number;
  taken: number;
  rejected: number;
  linked: number;
  asked: number;
  newPeople: number;
  fields: readonly { field: string; given: number; missing: number; wrong: number; agreed: number; differed: number }[];
}

/** One figure of a month beside what it was in the months before. */
export interface DriftLine {
  what: string;
  kind: 'volume' | 'rows' | 'missing' | 'differs';
  /** A share from 0 to 1; for volume rows of the largest file. */
  value: number;
  /** The same in the baseline; null without one. */
  before: number | null;
  /** Lowest and highest that is ordinary; null without a baseline. */
  limits: readonly [number, number] | null;
  outside: boolean;
}

/** Months before that make the baseline, at most. */
export const baselineMonths = 6;

interface Part {
  part: number;
  whole: number;
}

/** Ordinary limits of a share: three standard errors of the difference either way, and never closer than two hundredths, so that a large
 *  feed is not marked for what nobody would act on (a p-chart; identity note, rule 12). */
function shareLine(what: string, kind: DriftLine['kind'], now: Part, before: Part): DriftLine | null {
  if (now.whole === 0) return null;
  const value = now.part / now.whole;
  if (before.whole === 0) return { what, kind, value, before: null, limits: null, outside: false };
  const was = before.part / before.whole;
  const pooled = (now.part + before.part) / (now.whole + before.whole);
  const reach = Math.max(0.02, 3 * Math.sqrt(pooled * (1 - pooled) * (1 / now.whole + 1 / before.whole)));
  const limits = [Math.max(0, was - reach), Math.min(1, was + reach)] as const;
  return { what, kind, value, before: was, limits, outside: value < limits[0] || value > limits[1] };
}

/** A month beside the months before it: rows of the largest file, shares of rows by what became of them, what is missing and what disagrees by field. */
export function driftOf(month: MonthCounts, earlier: readonly MonthCounts[]): DriftLine[] {
  const before = earlier.slice(0, baselineMonths);
  const sum = (of: (one: MonthCounts) => number): number => before.reduce((total, one) => total + of(one), 0);
  const all = (one: MonthCounts): number => one.taken + one.rejected;
  const rows = (what: string, of: (one: MonthCounts) => number, whole: (one: MonthCounts) => number): DriftLine | null =>
    shareLine(what, 'rows', { part: of(month), whole: whole(month) }, { part: sum(of), whole: sum(whole) });
  const decided = (one: MonthCounts): number => one.linked + one.asked + one.newPeople;
  const fields = [...new Set([month, ...before].flatMap((one) => one.fields.map((field) => field.field)))];
  const of = (one: MonthCounts, field: string) => one.fields.find((it) => it.field === field);
  const perField = fields.flatMap((field) => {
    const missing = (one: MonthCounts): number => of(one, field)?.missing ?? 0;
    const seen = (one: MonthCounts): number => missing(one) + (of(one, field)?.given ?? 0);
    const differed = (one: MonthCounts): number => of(one, field)?.differed ?? 0;
    const compared = (one: MonthCounts): number => differed(one) + (of(one, field)?.agreed ?? 0);
    return [
      shareLine(field, 'missing', { part: missing(month), whole: seen(month) }, { part: sum(missing), whole: sum(seen) }),
      shareLine(field, 'differs', { part: differed(month), whole: compared(month) }, { part: sum(differed), whole: sum(compared) }),
    ];
  });
  return [
    volumeLine(month, before),
    rows('Sent back', (one) => one.rejected, all),
    rows('Linked', (one) => one.linked, decided),
    rows('Asked about', (one) => one.asked, decided),
    rows('New', (one) => one.newPeople, decided),
    ...perField,
  ].filter((line) => line !== null);
}

/** Rows of the largest file, so that an unfinished month can be compared: ordinary within three tenths of the months before. */
function volumeLine(month: MonthCounts, before: readonly MonthCounts[]): DriftLine | null {
  if (month.files === 0) return null;
  const what = 'Rows of the largest file';
  const value = month.largest;
  if (before.length === 0) return { what, kind: 'volume', value, before: null, limits: null, outside: false };
  const was = before.reduce((total, one) => total + one.largest, 0) / before.length;
  const limits = [was * 0.7, was * 1.3] as const;
  return { what, kind: 'volume', value, before: was, limits, outside: value < limits[0] || value > limits[1] };
}
