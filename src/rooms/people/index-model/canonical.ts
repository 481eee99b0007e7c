/** JSON of which two equal values have the same bytes: keys in order, and what is left out or undefined is not written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, it: unknown) =>
    it !== null && typeof it === 'object' && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : it,
  );
}
