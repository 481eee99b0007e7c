/** Likeness of two folded texts from 0 to 1 (Jaro 1989, Winkler 1990: common prefix of up to four letters counts extra).
 *  Used only to say "spelt nearly the same"; never summed into a score. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const [left, right] = [[...one], [...other]];
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Array<boolean>(right.length).fill(false);
  const matched = left.filter((letter, at) => {
    const place = right.findIndex((it, where) => !taken[where] && it === letter && Math.abs(where - at) <= reach);
    if (place >= 0) taken[place] = true;
    return place >= 0;
  });
  if (matched.length === 0) return 0;
  const inOrder = right.filter((_, at) => taken[at]);
  const swapped = matched.filter((letter, at) => letter !== inOrder[at]).length / 2;
  const jaro = (matched.length / left.length + matched.length / right.length + (matched.length - swapped) / matched.length) / 3;
  let prefix = 0;
  while (prefix < 4 && left[prefix] !== undefined && left[prefix] === right[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
