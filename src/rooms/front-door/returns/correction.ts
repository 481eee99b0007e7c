/** What has become of the items of earlier returns in a later one. Pure. */
import type { ItemKind } from './return.ts';

/** An item that was released, by its own id. */
export interface SaidItem {
  id: string;
  aboutId: string | null;
  question: string;
  kind: ItemKind;
  words: string;
}

/** How an earlier item reads now. */
export interface NowSaid {
  itemId: string;
  nowKind: ItemKind;
  nowWords: string;
}

const more = 'more';
export const withdrawn = 'Withdrawn: the agency no longer says this';

/** Every earlier item as it stands by the later return. An answer to a question becomes the later answer to it about the same person; what nobody asked
 *  stands where it is said again. What is found nowhere is withdrawn. */
export function asSaidNow(before: readonly SaidItem[], after: readonly SaidItem[]): NowSaid[] {
  return before.map((item) => {
    const there = after.filter((one) => one.question === item.question && one.aboutId === item.aboutId);
    const same = there.find((one) => one.words === item.words && one.kind === item.kind);
    const now = same ?? (item.question === more ? undefined : there[0]);
    return now ? { itemId: item.id, nowKind: now.kind, nowWords: now.words } : { itemId: item.id, nowKind: item.kind, nowWords: withdrawn };
  });
}
