import { fullDate } from '../../../platform/time/plain-dates.ts';
import type { ComparedRow, Likeness } from '../../../platform/web/patterns/side-by-side.tsx';
import type { Evidence } from '../linkage/evidence.ts';
import { fold } from '../linkage/words.ts';

/** What one source says, as it says it. */
export interface SourceVersion {
  recordId: string;
  agency: string;
  name: string;
  bornOn: string | null;
  bornAsWritten: string | null;
  sex: string;
  address: string | null;
  addressFrom: string | null;
  phone: string | null;
  nhsNumber: string | null;
  upn: string | null;
  motherName: string | null;
  factsOn: string | null;
  receivedAt: Date;
}

export interface Address {
  line: string;
  from: string | null;
  to: string | null;
  source: string;
}

/** One of the two a question is about, with everything that is held. */
export interface Side {
  personId: string;
  heading: string;
  names: readonly string[];
  bornOn: string | null;
  bornAsWritten: string | null;
  sex: string;
  addresses: readonly Address[];
  phones: readonly string[];
  numbers: Readonly<Record<string, readonly string[]>>;
  mothers: readonly string[];
  household: readonly { name: string; part: string | null; relation: string | null; bornOn: string | null }[];
  involved: number;
  versions: readonly SourceVersion[];
}

const sexes: Readonly<Record<string, string | null>> = { F: 'Female', M: 'Male', U: null };
const list = (values: readonly string[]): string | null => values.join('; ') || null;
const born = (side: Side): string | null => (side.bornOn ? fullDate(side.bornOn) : side.bornAsWritten);
const home = ({ line, from, to }: Address): string =>
  `${line}${from || to ? ` (${[from ? `from ${fullDate(from)}` : null, to ? `to ${fullDate(to)}` : null].filter(Boolean).join(' ')})` : ''}`;

/** Whether values of both sides are alike: the same word for word once folded, else as the matcher's factor leans. */
function likenessOf(left: readonly string[], right: readonly string[], leans: number | undefined): Likeness {
  if (left.length === 0 || right.length === 0) return 'missing';
  const folded = new Set(left.map(fold));
  if (right.some((one) => folded.has(fold(one)))) return 'exact';
  return leans !== undefined && leans > 0 ? 'close' : 'different';
}

/** Both sides field by field, every difference in words. Numbers are said to be the same or not, never shown. Pure. */
export function comparedRows(left: Side, right: Side, evidence: Evidence): ComparedRow[] {
  const row = (field: string, a: readonly string[], b: readonly string[], fields: readonly string[]): ComparedRow => {
    const found = evidence.factors.filter((one) => fields.includes(one.field));
    const likeness = likenessOf(a, b, found.length > 0 ? Math.min(...found.map((one) => one.againstUnrelated)) : undefined);
    const reason = likeness === 'missing' || likeness === 'exact' ? undefined : found.map((one) => one.words).join('; ');
    return { field, left: list(a), right: list(b), likeness, reason };
  };
  const one = (value: string | null): string[] => (value ? [value] : []);
  return [
    row('Names as given', left.names, right.names, ['Given name', 'Family name']),
    row('Date of birth', one(born(left)), one(born(right)), ['Date of birth']),
    row('Sex', one(sexes[left.sex] ?? null), one(sexes[right.sex] ?? null), ['Sex']),
    {
      ...row(
        'Addresses',
        left.addresses.map((it) => it.line),
        right.addresses.map((it) => it.line),
        ['Home'],
      ),
      left: list(left.addresses.map(home)),
      right: list(right.addresses.map(home)),
    },
    row('Telephone', left.phones, right.phones, ['Telephone']),
    numberRow('NHS number', left.numbers['nhs-number'], right.numbers['nhs-number']),
    numberRow('UPN', left.numbers['upn'], right.numbers['upn']),
    row('Mother', left.mothers, right.mothers, ['Mother']),
  ];
}

function numberRow(field: string, left: readonly string[] = [], right: readonly string[] = []): ComparedRow {
  const said = (mine: readonly string[]): string | null =>
    mine.length > 0 ? (mine.length > 1 ? `${mine.length} numbers held` : 'A number is held') : null;
  const likeness = left.length === 0 || right.length === 0 ? 'missing' : left.some((one) => right.includes(one)) ? 'exact' : 'different';
  return { field, left: said(left), right: said(right), likeness, reason: likeness === 'different' ? 'Both numbers are valid' : undefined };
}

const given = (name: string): string => fold(name).split(' ')[0] ?? '';

/** Twins, brothers and sisters to think of before deciding: someone of a household born the same day, or named as the other record is. Pure. */
export function householdWarnings(left: Side, right: Side): string[] {
  const said = [
    [left, right],
    [right, left],
  ].flatMap(([side, other]) =>
    side!.household
      .filter((one) => one.part === 'child' || one.relation === 'sibling' || one.relation === 'twin')
      .flatMap((one) => {
        const sameDay = one.bornOn !== null && (one.bornOn === side!.bornOn || one.bornOn === other!.bornOn);
        if (one.relation === 'twin' || (sameDay && one.bornOn === side!.bornOn))
          return [`${side!.names[0] ?? 'This child'} has a twin, or a brother or sister born the same day: ${one.name}.`];
        if (sameDay)
          return [`${one.name}, in the household of ${side!.names[0] ?? 'this child'}, was born on the day the other record gives.`];
        const named = other!.names.some((name) => given(name) === given(one.name));
        return named ? [`The other record’s given name is that of a brother or sister in the household: ${one.name}.`] : [];
      }),
  );
  return [...new Set(said)];
}
