/** The picture of an enquiry: what each agency said, of whom, as fact, opinion or allegation; and what is not known and why (domain 2.5, 3.4). */
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { isOwed, type RequestState } from './enquiry.ts';

export type ItemKind = 'fact' | 'opinion' | 'allegation';
export const itemKinds: readonly ItemKind[] = ['fact', 'opinion', 'allegation'];
export const kindWords: Record<ItemKind, string> = { fact: 'Fact', opinion: 'Opinion', allegation: 'Allegation' };

/** One item of a released return, as the hub reads it. */
export interface Item {
  id: string;
  requestId: string;
  agencyId: string;
  agency: string;
  discipline: string;
  /** The person it is about, as the contact names them; null is the household. */
  namedId: string | null;
  about: string | null;
  part: string | null;
  question: string;
  kind: ItemKind;
  words: string;
  from: PlainDate | null;
  to: PlainDate | null;
  source: string | null;
  grading: string | null;
  handling: string | null;
  sensitivity: 'OPEN_TO_HUB' | 'HUB_ONLY' | 'OWNER_CONTROLLED';
  releasable: 'YES' | 'NO' | 'ASK';
  thirdParty: boolean;
  saidBy: string;
  saidAt: Date;
  asks: readonly OwnerAsked[];
}

/** A question to the owner whether one item may leave the hub, and the answer. */
export interface OwnerAsked {
  id: string;
  toWhom: string;
  purpose: string;
  askedAt: string;
  agreed: boolean | null;
  reason: string | null;
}

/** What is known of one person, or of the household. */
export interface About {
  namedId: string | null;
  name: string;
  items: Record<ItemKind, Item[]>;
  many: number;
}

/** The picture person by person in the order given, the household last; everyone named has a place, though nothing be known of them. */
export function perPerson(named: readonly { id: string; name: string }[], items: readonly Item[]): About[] {
  const places = [...named.map((one) => ({ namedId: one.id as string | null, name: one.name })), { namedId: null, name: 'The household' }];
  return places.map(({ namedId, name }) => {
    const mine = items.filter((item) => item.namedId === namedId);
    return {
      namedId,
      name,
      many: mine.length,
      items: {
        fact: mine.filter((item) => item.kind === 'fact'),
        opinion: mine.filter((item) => item.kind === 'opinion'),
        allegation: mine.filter((item) => item.kind === 'allegation'),
      },
    };
  });
}

/** The picture as one timeline: items with a date, latest first, and those without. */
export function timelineOf(items: readonly Item[]): { dated: (Item & { from: PlainDate })[]; undated: Item[] } {
  const dated = items.filter((item): item is Item & { from: PlainDate } => item.from !== null);
  return {
    dated: dated.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.agency.localeCompare(b.agency))),
    undated: items.filter((item) => item.from === null),
  };
}

/** Why something is not known. */
export interface Gap {
  requestId: string;
  agency: string;
  why: 'no answer' | 'declined' | 'nothing known' | 'no longer asked';
  words: string;
}

/** What is not known and why: silence, a no with its reason, an explicit nothing. Silence is never read as nothing. */
export function gapsOf(
  requests: readonly {
    id: string;
    agency: string;
    state: RequestState;
    declineReason: string | null;
    cancelReason: string | null;
    overdue: boolean;
    chased: number;
  }[],
): Gap[] {
  return requests.flatMap((one): Gap[] => {
    const gap = { requestId: one.id, agency: one.agency };
    if (isOwed(one.state)) {
      const chased = one.chased === 0 ? 'not reminded yet' : `reminded ${one.chased === 1 ? 'once' : `${one.chased} times`}`;
      const when = one.overdue ? 'is overdue' : 'has not answered yet';
      return [{ ...gap, why: 'no answer', words: `${when}, ${chased}. That is not an answer of nothing known.` }];
    }
    if (one.state === 'DECLINED') return [{ ...gap, why: 'declined', words: `does not share: ${one.declineReason ?? ''}` }];
    if (one.state === 'RETURNED_NIL') return [{ ...gap, why: 'nothing known', words: 'looked and knows nothing of them.' }];
    if (one.state === 'CANCELLED') return [{ ...gap, why: 'no longer asked', words: `is no longer asked: ${one.cancelReason ?? ''}` }];
    return [];
  });
}
