/** Where a contact waits: the first rule that fits says the lane, and a rule may suggest a rating. A suggestion rates nothing:
 *  a person confirms each one (domain S-007). Rules are rows; this file only holds them against a contact. */
import { channelWords, laneWords, ragWords, type Lane, type Rating } from './lanes.codes.ts';

/** A rule as it stands. An empty list or null asks for nothing. Ages are of the youngest child, in whole years. */
export interface RoutingRule {
  id: string;
  key: string;
  name: string;
  because: string;
  position: number;
  channels: readonly string[];
  sources: readonly string[];
  categories: readonly string[];
  words: readonly string[];
  postcodes: readonly string[];
  ageFrom: number | null;
  ageTo: number | null;
  openWork: 'yes' | 'no' | null;
  danger: 'yes' | 'no' | null;
  timeOfDay: 'hub hours' | 'out of hours' | null;
  lane: Lane;
  discipline: string | null;
  priority: number;
  suggestedRag: Rating | null;
}

/** What of a contact the rules look at. `openWork` is null until the children are recognised: a rule that asks for it does not fit yet. */
export interface RoutingFacts {
  channel: string;
  sourceCode: string;
  categories: readonly string[];
  text: string;
  postcodes: readonly string[];
  youngest: number | null;
  openWork: boolean | null;
  danger: boolean;
  hubOpen: boolean;
}

export interface Routed {
  rule: RoutingRule;
  because: string;
  /** The strongest rating any fitting rule suggests, and that rule. */
  suggestion: { rag: Rating; rule: RoutingRule; because: string } | null;
}

/** Thrown when no rule fits: the last rule must ask for nothing. */
export class NoRuleFits extends Error {
  override readonly name = 'NoRuleFits';
}

type Test = (rule: RoutingRule, facts: RoutingFacts) => string | null | false;
const plain = (text: string): string => text.toUpperCase().replaceAll(/\s+/g, '');
const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
const any = (asked: readonly string[], held: readonly string[]): string[] => asked.filter((one) => held.includes(one));

/** The word as a word, not as a part of another: "burn" is not in "Burnley". */
export const wordsIn = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'iu').test(text));

/** Each answers why it fits, null when the rule does not ask, false when it asks and does not fit. */
const tests: readonly Test[] = [
  (rule, { danger }) => rule.danger && ((rule.danger === 'yes') === danger ? `immediate danger: ${rule.danger}` : false),
  (rule, { channel }) =>
    rule.channels.length > 0 &&
    listed(
      any(rule.channels, [channel]).map((one) => channelWords[one] ?? one),
      'came',
    ),
  (rule, { sourceCode }) => rule.sources.length > 0 && listed(any(rule.sources, [sourceCode]), 'source'),
  (rule, { categories }) => rule.categories.length > 0 && listed(any(rule.categories, categories), 'kind of worry'),
  (rule, { text }) => rule.words.length > 0 && listed(wordsIn(text, rule.words), 'words'),
  (rule, { postcodes }) =>
    rule.postcodes.length > 0 &&
    listed(
      rule.postcodes.filter((one) => postcodes.some((held) => plain(held).startsWith(plain(one)))),
      'postcode',
    ),
  (rule, { youngest }) => ageFits(rule, youngest),
  (rule, { openWork }) =>
    rule.openWork && (openWork !== null && (rule.openWork === 'yes') === openWork ? `open work: ${rule.openWork}` : false),
  (rule, { hubOpen }) => rule.timeOfDay && ((rule.timeOfDay === 'hub hours') === hubOpen ? `received in ${rule.timeOfDay}` : false),
];

const listed = (fits: readonly string[], what: string): string | false => fits.length > 0 && `${what}: ${fits.join(', ')}`;

function ageFits({ ageFrom, ageTo }: RoutingRule, youngest: number | null): string | null | false {
  if (ageFrom === null && ageTo === null) return null;
  if (youngest === null || youngest < (ageFrom ?? 0) || youngest > (ageTo ?? 200)) return false;
  return `youngest child is ${youngest}`;
}

/** Why a rule fits, in words; null when it does not. `false` from a list the rule leaves empty is "does not ask". */
export function whyFits(rule: RoutingRule, facts: RoutingFacts): string | null {
  const asks = [
    rule.danger !== null,
    rule.channels.length > 0,
    rule.sources.length > 0,
    rule.categories.length > 0,
    rule.words.length > 0,
    rule.postcodes.length > 0,
    rule.ageFrom !== null || rule.ageTo !== null,
    rule.openWork !== null,
    rule.timeOfDay !== null,
  ];
  const said: string[] = [];
  for (const [at, test] of tests.entries()) {
    if (!asks[at]) continue;
    const why = test(rule, facts);
    if (!why) return null;
    said.push(why);
  }
  return said.length > 0 ? said.join('; ') : 'asks for nothing, so it takes what no other rule takes';
}

const strength: Record<Rating, number> = { RED: 3, AMBER: 2, GREEN: 1 };

/** Holds the rules against a contact: lane by the first that fits, in order of position; the strongest rating suggested. Throws NoRuleFits. */
export function route(rules: readonly RoutingRule[], facts: RoutingFacts): Routed {
  const fits = rules
    .toSorted((a, b) => a.position - b.position || a.key.localeCompare(b.key))
    .flatMap((rule) => {
      const because = whyFits(rule, facts);
      return because === null ? [] : [{ rule, because }];
    });
  const [first] = fits;
  if (!first) throw new NoRuleFits('No routing rule fits this contact; the last rule must ask for nothing');
  const strongest = fits
    .filter(({ rule }) => rule.suggestedRag !== null)
    .toSorted((a, b) => strength[b.rule.suggestedRag ?? 'GREEN'] - strength[a.rule.suggestedRag ?? 'GREEN'])[0];
  const rag = strongest?.rule.suggestedRag;
  return { ...first, suggestion: strongest && rag ? { rag, rule: strongest.rule, because: strongest.because } : null };
}

/** A rule's conditions and what it does, as one sentence a manager can read aloud. */
export function ruleSentence(rule: RoutingRule): string {
  const when = [
    rule.danger && `the referrer says immediate danger is ${rule.danger === 'yes' ? 'there' : 'not there'}`,
    rule.channels.length > 0 && `it came ${rule.channels.map((one) => (channelWords[one] ?? one).toLowerCase()).join(' or ')}`,
    rule.sources.length > 0 && `its source is ${rule.sources.join(' or ')}`,
    rule.categories.length > 0 && `the worry is ${rule.categories.map((one) => one.toLowerCase()).join(' or ')}`,
    rule.words.length > 0 && `it says ${rule.words.map((one) => `“${one}”`).join(' or ')}`,
    rule.postcodes.length > 0 && `the postcode begins ${rule.postcodes.join(' or ')}`,
    rule.ageFrom !== null && `the youngest child is ${rule.ageFrom} or older`,
    rule.ageTo !== null && `the youngest child is ${rule.ageTo} or younger`,
    rule.openWork && `work is ${rule.openWork === 'yes' ? 'open' : 'not open'} with a child`,
    rule.timeOfDay && `it is received ${rule.timeOfDay === 'hub hours' ? 'in hub hours' : 'out of hours'}`,
  ].filter(Boolean);
  const then = [
    `it waits in ${laneWords[rule.lane] ?? rule.lane}`,
    rule.discipline && `${rule.discipline} looks first`,
    `priority ${rule.priority}`,
    rule.suggestedRag && `${(ragWords[rule.suggestedRag] ?? '').toLowerCase()} is suggested for a person to confirm`,
  ].filter(Boolean);
  return `${when.length > 0 ? `When ${when.join(' and ')}` : 'Whatever it is'}, ${then.join(', ')}.`;
}
