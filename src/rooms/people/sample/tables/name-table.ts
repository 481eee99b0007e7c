/** The names of one tradition, most common first; `surnames` is empty where there is no family surname. */
export type NameTable = {
  boys: readonly string[]; girls: readonly string[];
  men: readonly string[]; women: readonly string[];
  surnames: readonly string[];
};

/** Splits space-separated lists once, at start. */
export function namesOf(lists: Record<keyof NameTable, string>): NameTable {
  const split = (list: string): string[] => list.split(' ').filter(Boolean);
  return { boys: split(lists.boys), girls: split(lists.girls), men: split(lists.men), women: split(lists.women), surnames: split(lists.surnames) };
}
