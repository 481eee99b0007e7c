/** How often a value of `one` is larger than one of `other`, ties counted half: 0.5 when nothing tells them apart, 1 or 0 when everything does. */
export function rankAuc(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, first: true })), ...other.map((value) => ({ value, first: false }))].toSorted(
    (a, b) => a.value - b.value,
  );
  let sum = 0;
  for (let at = 0; at < all.length;) {
    let end = at;
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1;
    const rank = (at + 1 + end) / 2;
    for (let place = at; place < end; place += 1) if (all[place]?.first) sum += rank;
    at = end;
  }
  return (sum - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
}

/** The same for pairs asked one after the other: how often the first of a pair took longer. Drift and noise of the machine fall on both. */
export function pairedAuc(one: readonly number[], other: readonly number[]): number {
  const wins = one.reduce((sum, value, at) => sum + (value > (other[at] ?? 0) ? 1 : value === other[at] ? 0.5 : 0), 0);
  return wins / one.length;
}
