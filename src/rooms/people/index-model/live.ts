import type { Assertion, AssertionOf } from './assertion.ts';

/** The assertions of one person that stand: not taken back, or taken back by one that was itself taken back. In the order of places. */
export function live(ofOnePerson: readonly Assertion[]): Assertion[] {
  const inOrder = ofOnePerson.toSorted((a, b) => a.place - b.place);
  const takenBack = new Set<number>();
  for (const one of inOrder.toReversed()) if (one.kind === 'retract' && !takenBack.has(one.place)) takenBack.add(one.retracts ?? 0);
  return inOrder.filter((one) => !takenBack.has(one.place) && one.kind !== 'retract');
}

/** The links of one person whose record stands here: the last of each record that no later split took away and, where a split brought the
 *  record, while that split stands. Keyed by record. */
export function standingLinks(all: readonly Assertion[], standing: readonly Assertion[]): Map<string, AssertionOf<'link'>> {
  const alive = new Set(standing.map((one) => one.place));
  const splits = all.filter((one) => one.kind === 'split');
  const links = new Map<string, AssertionOf<'link'>>();
  for (const link of standing) {
    if (link.kind !== 'link' || !link.sourceRecordId) continue;
    const ofRecord = splits.filter((one) => one.sourceRecordId === link.sourceRecordId);
    const taken = ofRecord.some((one) => one.facts.part === 'from' && one.place > link.place && alive.has(one.place));
    const brought = ofRecord.findLast((one) => one.facts.part === 'to' && one.place < link.place);
    if (!taken && (!brought || alive.has(brought.place))) links.set(link.sourceRecordId, link);
  }
  return links;
}

/** What one person's own assertions say, before joins: the facts that hold and the records that stand. A fact that rests on a record holds
 *  while it follows that record's standing link. */
export function holding(all: readonly Assertion[]): { facts: Assertion[]; records: Map<string, AssertionOf<'link'>> } {
  const inOrder = all.toSorted((a, b) => a.place - b.place);
  const standing = live(inOrder);
  const records = standingLinks(inOrder, standing);
  const facts = standing.filter((one) => {
    if (one.kind === 'link' || one.kind === 'split' || !one.sourceRecordId) return true;
    const behind = inOrder.findLast((it) => it.kind === 'link' && it.sourceRecordId === one.sourceRecordId && it.place < one.place);
    return behind !== undefined && records.get(one.sourceRecordId)?.place === behind.place;
  });
  return { facts, records };
}
