/** What of the picture may leave the hub (domain 2.5): only what its owner lets go, item by item; of the rest, who holds it. */
import { kindWords, type Item } from './picture.ts';

/** Who may be sent items of the picture by a decision. The words are those the owner is asked with. */
export const receivers = { referral: "Children's social care", earlyHelp: 'Early help' } as const;

/** Whether an item may go to someone: YES by itself unless its owner keeps control, otherwise by an agreement for that very receiver. A refusal
 *  after an agreement takes it back: the latest answer stands. */
export function mayGo(item: Pick<Item, 'sensitivity' | 'releasable' | 'asks'>, toWhom: string): boolean {
  if (item.sensitivity === 'HUB_ONLY' || item.releasable === 'NO') return false;
  const answered = item.asks
    .filter((one) => one.toWhom === toWhom && one.agreed !== null)
    .toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1));
  const latest = answered.at(-1);
  if (latest) return latest.agreed === true;
  return item.releasable === 'YES' && item.sensitivity === 'OPEN_TO_HUB';
}

/** Whether the owner can be asked about an item at all. */
export const mayAsk = (item: Pick<Item, 'sensitivity' | 'releasable'>): boolean =>
  item.sensitivity !== 'HUB_ONLY' && item.releasable !== 'NO';

/** Whether an item is one child's business: about them, an adult or the household; never a brother or sister's. Third-party information stays. */
const concerns = (item: Item, namedId: string): boolean =>
  !item.thirdParty && (item.namedId === namedId || item.namedId === null || item.part === 'adult');

/** Items that go with a piece of work opened for one child. */
export const carriedItems = (items: readonly Item[], namedId: string, toWhom: string): Item[] =>
  items.filter((item) => concerns(item, namedId) && mayGo(item, toWhom));

/** What a piece of work opened for one child carries of the picture, in words; null when no agency said anything. What may not leave appears as
 *  "additional information considered" with who holds it. Handling codes and grades never leave with it. */
export function carriedWords(items: readonly Item[], namedId: string, toWhom: string): string | null {
  if (items.length === 0) return null;
  const going = carriedItems(items, namedId, toWhom);
  const held = [...new Set(items.filter((item) => !going.includes(item)).map((item) => item.agency))].toSorted();
  const told = going.map((item) => {
    const when = item.from ? `, ${item.from}${item.to && item.to !== item.from ? ` to ${item.to}` : ''}` : '';
    return `- ${kindWords[item.kind]} (${item.agency}${when}${item.about ? `, about ${item.about}` : ''}): ${item.words}`;
  });
  return [
    ...(told.length > 0 ? ['What partner agencies let us pass on:', ...told] : []),
    ...(held.length > 0 ? [`Additional information considered (held by ${held.join(', ')}).`] : []),
  ].join('\n');
}
