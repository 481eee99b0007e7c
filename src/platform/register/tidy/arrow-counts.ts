import type { House } from './house.ts';
import { isDoorway, roomOf } from './place.ts';

export type ArrowCount = { readonly from: string; readonly to: string; readonly count: number };

/** Imports from one room to another, counted, tests left out; a room's imports of itself are no arrows. Most frequent first. */
export function arrowsOf(house: House): ArrowCount[] {
  const counts = new Map<string, ArrowCount>();
  for (const file of house.files) {
    const from = isDoorway(file.path) ? 'the doorways (src/*.ts)' : file.room;
    if (from === null || file.kind === 'test') continue;
    for (const { target } of file.source?.imports ?? []) {
      const to = target === null ? null : roomOf(target);
      if (to === null || to === from) continue;
      const key = `${from} ${to}`;
      counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
