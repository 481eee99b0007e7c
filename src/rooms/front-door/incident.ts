/** Contacts that belong together on a list: the same recognised person, or the same postcode with a shared family name. */

interface Groupable {
  id: string;
  personIds: readonly string[];
  postcode: string | null;
  children: readonly string[];
}

/** Groups in the order of their first member; nothing moves from the place its most pressing contact has. */
export function incidents<T extends Groupable>(rows: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const row of rows) {
    const known = groups.find((group) => group.some((other) => together(other, row)));
    if (known) known.push(row);
    else groups.push([row]);
  }
  return groups;
}

function together(a: Groupable, b: Groupable): boolean {
  if (a.personIds.some((id) => b.personIds.includes(id))) return true;
  return a.postcode !== null && a.postcode === b.postcode && familyNames(a).some((name) => familyNames(b).includes(name));
}

const familyNames = (row: Groupable): string[] =>
  row.children.map((name) => name.split(' ').at(-1)?.toLowerCase() ?? '').filter((name) => name.length > 1);
