/** An agency's return (form 4.17): the places of its question set, and the items read from what was typed. Whose it is: domain 2.5. */
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { nothing, type Question, type QuestionSet } from './question-sets.codes.ts';

export const itemKinds = ['fact', 'opinion', 'allegation'] as const;
export type ItemKind = (typeof itemKinds)[number];
export const kindWords: Record<ItemKind, string> = {
  fact: 'Fact: seen, recorded or told to us first hand',
  opinion: 'Opinion: what we make of it',
  allegation: 'Allegation: somebody says so and it is not established',
};

/** Who may have an item: how open it is to the hub, and whether it may leave it (sensitivity and releasable of domain 2.5 in one answer). */
export const reaches = ['OPEN_TO_HUB-YES', 'OPEN_TO_HUB-ASK', 'OWNER_CONTROLLED-ASK', 'HUB_ONLY-NO'] as const;
export type Reach = (typeof reaches)[number];
export const reachWords: Record<Reach, string> = {
  'OPEN_TO_HUB-YES': 'The hub, and those who go on to help the family',
  'OPEN_TO_HUB-ASK': 'The hub; ask us before it leaves',
  'OWNER_CONTROLLED-ASK': 'The hub, with care; ask us for each recipient',
  'HUB_ONLY-NO': 'The hub alone; it never leaves',
};

/** A person the request names, in the hub's words. */
export interface AskedAbout {
  id: string;
  part: string;
  name: string;
}

/** One item as the agency says it. */
export interface Item {
  /** A person of the request; null is the household. */
  aboutId: string | null;
  /** Key of the question, or `more` for something nobody asked. */
  question: string;
  kind: ItemKind;
  words: string;
  from: PlainDate | null;
  to: PlainDate | null;
  source: string | null;
  grading: string | null;
  handling: string | null;
  reach: Reach;
  thirdParty: boolean;
}

/** Where one answer goes: a question about one person, or about the household. `name` begins the names of its fields. */
export interface Place {
  name: string;
  question: Question;
  about: AskedAbout | null;
}

const wants: Record<Question['of'], (one: AskedAbout) => boolean> = {
  family: () => false,
  'each child': (one) => one.part !== 'adult',
  'each adult': (one) => one.part === 'adult',
};
const shortId = (about: AskedAbout | null): string => about?.id.slice(0, 8) ?? 'all';
const placeOf = (question: Question, about: AskedAbout | null): Place => ({
  name: `${question.key}--${shortId(about)}`,
  question,
  about,
});

/** The places of a question set for these people: one a family, a child or an adult; a question about nobody named is asked of the household. */
export function placesOf(set: QuestionSet, people: readonly AskedAbout[]): Place[] {
  return set.questions.flatMap((question) => {
    const whom = people.filter(wants[question.of]);
    return whom.length === 0 ? [placeOf(question, null)] : whom.map((about) => placeOf(question, about));
  });
}

/** How many items nobody asked for a return may carry. */
export const mostExtra = 12;
const extra: Question = { key: 'more', ask: 'Something else', kind: 'fact', of: 'family', ready: [] };

/** The nth thing nobody asked about (from 1), about whom the form says. */
export const extraPlace = (n: number, about: AskedAbout | null): Place => ({ name: `more--${n}`, question: extra, about });

/** What a question is called where an item is read; one that is no longer asked is called by its key. */
export const askOf = (set: QuestionSet, key: string): string =>
  key === extra.key ? 'Something nobody asked' : (set.questions.find((one) => one.key === key)?.ask ?? key);

/** The words of an item: ready answers, then what was typed beside them. */
export const itemWords = (ready: readonly string[], typed: string): string =>
  ready.length === 0 ? typed : typed ? `${ready.join('; ')}: ${typed}` : ready.join('; ');

/** Ready answers and typed words back from an item, for the form; what cannot be told apart is taken as typed. */
export function partsOf(question: Question, words: string): { ready: string[]; typed: string } {
  const whole = (head: string): string[] | null => {
    const parts = head.split('; ');
    return parts.every((part) => question.ready.includes(part)) ? parts : null;
  };
  const all = whole(words);
  if (all) return { ready: all, typed: '' };
  for (let at = words.indexOf(': '); at >= 0; at = words.indexOf(': ', at + 1)) {
    const ready = whole(words.slice(0, at));
    if (ready) return { ready, typed: words.slice(at + 2) };
  }
  return { ready: [], typed: words };
}

/** True for an item that says nothing is known. */
export const saysNothing = (item: Pick<Item, 'words'>): boolean => item.words === nothing;

/** True when the agency knows something: an item that says more than nothing. */
export const knowsSomething = (items: readonly Pick<Item, 'words'>[]): boolean => items.some((item) => !saysNothing(item));

/** Places nobody has answered: released, they are told to the hub as not answered, never as nothing known. */
export function unanswered(places: readonly Place[], items: readonly Item[]): Place[] {
  const answered = new Set(items.map((item) => `${item.question} ${item.aboutId ?? ''}`));
  return places.filter((place) => !answered.has(`${place.question.key} ${place.about?.id ?? ''}`));
}

/** Name of the answer form's draft, seen by its writer alone. */
export const answerDraft = 'agency-return';

/** The return being written, if anything is written in it. */
export const beingWritten = <T extends { releasedAt: Date | null; items: readonly unknown[] }>(returns: readonly T[]): T | null =>
  returns.find((one) => !one.releasedAt && one.items.length > 0) ?? null;

/** The return that stands: released and not replaced. */
export const standingReturn = <T extends { releasedAt: Date | null; replacedAt: Date | null }>(returns: readonly T[]): T | null =>
  returns.find((one) => one.releasedAt && !one.replacedAt) ?? null;

/** How an item stands in words: "for the whole hub" and so on; never a code. */
export const reachOf = (sensitivity: string, releasable: string): Reach =>
  reaches.find((one) => one === `${sensitivity}-${releasable}`) ?? 'HUB_ONLY-NO';

/** Why an agency says no; the words go to the hub with what it adds. */
export const declineReasons = {
  detriment: 'Sharing it would be more harmful to the child than not sharing',
  law: 'A law or a court order forbids it',
  'not-ours': 'We hold nothing of our own; another service does',
  'too-much': 'It asks for more than its purpose needs',
  'not-them': 'We cannot tell who is meant',
} as const;
export type DeclineReason = keyof typeof declineReasons;
export const declineKeys = Object.keys(declineReasons) as [DeclineReason, ...DeclineReason[]];
