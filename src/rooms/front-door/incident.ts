/** Contacts that belong together on a list, by the way the reader chose. Pure; nothing moves from the place its most pressing contact has. */

export const groupings = ['family', 'address', 'incident', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** What a group is called, and the choice beside the list. */
export const groupingWords: Record<Grouping, { choice: string; group: string }> = {
  family: { choice: 'by family', group: 'Same family' },
  address: { choice: 'by address', group: 'Same address' },
  incident: { choice: 'by incident', group: 'Same incident' },
  none: { choice: 'one by one', group: '' },
};

export const nextGrouping = (by: Grouping): Grouping => groupings[(groupings.indexOf(by) + 1) % groupings.length] ?? 'family';

interface Groupable {
  id: string;
  personIds: readonly string[];
  postcode: string | null;
  address: string | null;
  receivedAt: Date;
  children: readonly string[];
}

/** Hours within which reports about the same people or the same address are taken for one incident. */
const incidentHours = 48;

const ways: Record<Exclude<Grouping, 'none'>, (a: Groupable, b: Groupable) => boolean> = {
  family: (a, b) =>
    samePerson(a, b) || (a.postcode !== null && a.postcode === b.postcode && familyNames(a).some((name) => familyNames(b).includes(name))),
  address: (a, b) => a.address !== null && a.address === b.address,
  incident: (a, b) =>
    Math.abs(a.receivedAt.getTime() - b.receivedAt.getTime()) <= incidentHours * 3_600_000 &&
    (samePerson(a, b) || (a.address !== null && a.address === b.address)),
};

/** Groups in the order of their first member. Family: a recognised person in common, or a postcode with a family name in common. Address: the
 *  same house. Incident: people or house in common, received within 48 hours of one another. */
export function incidents<T extends Groupable>(rows: readonly T[], by: Grouping = 'family'): T[][] {
  if (by === 'none') return rows.map((row) => [row]);
  const groups: T[][] = [];
  for (const row of rows) {
    const known = groups.find((group) => group.some((other) => ways[by](other, row)));
    if (known) known.push(row);
    else groups.push([row]);
  }
  return groups;
}

const samePerson = (a: Groupable, b: Groupable): boolean => a.personIds.some((id) => b.personIds.includes(id));

const familyNames = (row: Groupable): string[] =>
  row.children.map((name) => name.split(' ').at(-1)?.toLowerCase() ?? '').filter((name) => name.length > 1);
