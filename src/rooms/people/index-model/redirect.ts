import type { Assertion } from './assertion.ts';
import { live } from './live.ts';

/** Where each id leads that no longer stands for itself: to the one it was joined to, or, when a split that made it is taken back, to where
 *  its record went back. Never round in a circle: a join that would close one is left out, the latest first. */
export function redirects(byPerson: ReadonlyMap<string, readonly Assertion[]>): Map<string, string> {
  const joins: { from: string; to: string; at: string; id: string }[] = [];
  for (const [from, all] of byPerson) {
    const goes = live(all).findLast((one) => one.kind === 'merge' && one.facts.part === 'goes') ?? emptied(all);
    if (goes?.otherPersonId) joins.push({ from, to: goes.otherPersonId, at: goes.madeAt, id: goes.id });
  }
  const leads = new Map<string, string>();
  for (const { from, to } of joins.toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1)))
    if (rootOf(leads, to) !== from) leads.set(from, to);
  return leads;
}

/** A person who only ever was a split that is taken back. */
function emptied(all: readonly Assertion[]): Assertion | undefined {
  const brought = all.find((one) => one.kind === 'split' && one.facts.part === 'to');
  if (!brought || all.some((one) => one.kind === 'as recorded')) return undefined;
  const standing = live(all);
  const elsewise = standing.some((one) => (one.kind === 'link' && one.sourceRecordId !== brought.sourceRecordId) || one.kind === 'split');
  return elsewise ? undefined : brought;
}

/** The person an id stands for now: itself, or the end of where it leads. */
export function rootOf(leads: ReadonlyMap<string, string>, id: string): string {
  let now = id;
  for (let next = leads.get(now); next !== undefined; next = leads.get(now)) now = next;
  return now;
}
