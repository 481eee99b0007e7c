import { aspectCount, aspects, at, homeWidth, levelCounts, same, sibling, silent, twin, unrelated, type Aspect } from './levels.ts';
import { levelGroups, levelled, startingTables, type LinkageModel } from './model.ts';
import type { PairSample } from './sample-pairs.ts';
import { commons, Scorer, type LogShares } from './score.ts';
import type { Columns } from './columns.ts';

/** What estimation works on: the pairs, and what the scorer needs to weigh them. */
export interface Estimating {
  columns: Columns;
  shares: LogShares;
  random: PairSample;
  blocked: PairSample;
}

/** The part of a model that is estimated. */
export type Estimate = Pick<LinkageModel, 'tables' | 'priors' | 'typical'>;

const rounds = 10;

/** How many pairs of experience the starting figures are worth. */
const pseudo = 12;
/** Aspects of which brothers and sisters are asked; twins share their answer. What tells persons apart is for families as for strangers. */
const household: readonly Aspect[] = ['family', 'middle', 'home', 'town', 'phone', 'email'];

type Counts = Float64Array[][];
const noCounts = (): Counts => aspects.map((aspect) => [0, 1, 2, 3].map(() => new Float64Array(levelCounts[aspect])));

/** Adds to the counts what each pair says, by how likely each class is. Answers the sums of the classes. */
function expect(scorer: Scorer, sample: PairSample, counts: Counts): number[] {
  const sums = [0, 0, 0, 0];
  const { levels, common } = sample;
  const chances = new Float64Array(4);
  for (let pair = 0; pair < sample.many; pair++) {
    const from = pair * aspectCount;
    scorer.scoreLooked(levels, from, common, pair * commons);
    const { logs } = scorer;
    const most = Math.max(logs[0]!, logs[1]!, logs[2]!, logs[3]!);
    let total = 0;
    for (let kind = 0; kind < 4; kind++) total += chances[kind] = Math.exp(scorer.logs[kind]! - most);
    for (let kind = 0; kind < 4; kind++) {
      const chance = chances[kind]! / total;
      sums[kind]! += chance;
      if (chance < 1e-6) continue;
      for (let place = 0; place < aspectCount; place++) {
        const level = levels[from + place]!;
        if (level !== silent) counts[place]![kind]![level]! += chance;
      }
    }
  }
  return sums;
}

/** Counts with the starting figures as experience, each group of levels adding up to one. */
function blended(aspect: Aspect, counts: ArrayLike<number>, start: readonly number[], worth: number): number[] {
  const weights = Array.from({ length: levelCounts[aspect] }, (_, level) => counts[level]! + worth * start[level]!);
  return levelled(aspect, weights);
}

/** Strangers' homes: chances of the postcode first, then of the address where the postcode stands so, for want of pairs that agree on both. */
function strangersHomes(counts: Float64Array, start: readonly number[]): number[] {
  const weights = new Float64Array(levelCounts.home);
  const [both, postcodeAlone, addressAlone] = levelGroups('home') as [number[], number[], number[]];
  const sum = (levels: readonly number[], of: ArrayLike<number>): number => levels.reduce((total, level) => total + of[level]!, 0);
  for (let postcode = 0; postcode < 4; postcode++) {
    const inside = both.filter((level) => Math.floor(level / homeWidth) === postcode);
    const chance = (sum(inside, counts) + pseudo * sum(inside, start)) / (sum(both, counts) + pseudo);
    const [seen, told] = [sum(inside, counts), sum(inside, start)];
    for (const level of inside) weights[level] = (chance * (counts[level]! + (pseudo * start[level]!) / told)) / (seen + pseudo);
  }
  for (const group of [postcodeAlone, addressAlone]) for (const level of group) weights[level] = counts[level]! + pseudo * start[level]!;
  return levelled('home', weights);
}

function tablesFrom(counts: Counts, strangers: Counts): Record<Aspect, readonly (readonly number[])[]> {
  const tables = {} as Record<Aspect, readonly (readonly number[])[]>;
  for (const aspect of aspects) {
    const place = at[aspect];
    const start = startingTables[aspect];
    const mine = blended(aspect, counts[place]![same]!, start[same]!, pseudo);
    const others = strangers[place]![unrelated]!;
    if (aspect === 'order') {
      tables[aspect] = [mine, mine, mine, start[unrelated]!];
      continue;
    }
    const stranger = aspect === 'home' ? strangersHomes(others, start[unrelated]!) : blended(aspect, others, start[unrelated]!, pseudo);
    tables[aspect] = [mine, ...familyTables(aspect, counts, stranger), stranger];
  }
  return tables;
}

/** How much oftener twins' given names are alike, or share a part, than strangers' are: by level. */
const twinsAlike = [1, 2, 3, 3, 5, 2, 8];

/** Tables of siblings and twins: what a household shares is learned, a given name is a stranger's (but hardly ever the same), sex is chance. */
function familyTables(aspect: Aspect, counts: Counts, stranger: readonly number[]): [readonly number[], readonly number[]] {
  const place = at[aspect];
  const start = startingTables[aspect];
  if (household.includes(aspect) || aspect === 'source') {
    const both = counts[place]![sibling]!.map((seen, level) => seen + counts[place]![twin]![level]!);
    const learned = blended(aspect, both, start[sibling]!, 40);
    return [learned, learned];
  }
  if (aspect === 'given') {
    const kin = levelled(
      aspect,
      stranger.map((chance, level) => (level === 0 ? 0.3 * chance : chance)),
    );
    return [
      kin,
      levelled(
        aspect,
        kin.map((chance, level) => chance * (twinsAlike[level] ?? 1)),
      ),
    ];
  }
  if (aspect === 'born') return [blended(aspect, counts[place]![sibling]!, start[sibling]!, 200), start[twin]!];
  return [start[sibling]!, start[twin]!];
}

/** Typical log share of strangers' agreement on each level: the harmonic mean, so that odds over all strangers come out even. */
function typicalOf(random: PairSample, place: number, which: number): number[] {
  const sums = new Float64Array(levelCounts[aspects[place]!]);
  const many = new Float64Array(sums.length);
  for (let pair = 0; pair < random.many; pair++) {
    const level = random.levels[pair * aspectCount + place]!;
    const common = random.common[pair * commons + which]!;
    if (level === silent || common === 0) continue;
    sums[level]! += Math.exp(-common);
    many[level]!++;
  }
  return Array.from(sums, (sum, level) => (many[level]! > 5 ? -Math.log(sum / many[level]!) : Math.log(0.0005)));
}

/** Pairs of twins for each pair of other brothers and sisters, at most: where there are no families there are no twins. */
const mostTwins = 0.5;
/** Pairs of brothers and sisters for each pair of one person under which a file is taken to hold no families: where there are any, there are many. */
const fewestFamilies = 0.05;

/** Chances of each class for two records drawn at random, from how many of the met pairs were of it. */
function priorsFrom(sums: readonly number[], weight: number, pairs: number): number[] {
  const share = (kind: number, least: number): number => Math.log(Math.max(sums[kind]! * weight, least) / pairs);
  const families = sums[sibling]! > fewestFamilies * sums[same]!;
  const twins = families ? Math.min(sums[twin]!, mostTwins * sums[sibling]!) : 0;
  const siblings = families ? sums[sibling]! * weight : 0;
  return [share(same, 2), Math.log(Math.max(siblings, 1) / pairs), Math.log(Math.max(twins * weight, 0.05) / pairs), 0];
}

/**
 * Estimates everything without labels: strangers from pairs drawn at random (less those likely to be one person), one person and one family
 * by expectation and maximisation (Dempster 1977) over pairs that met in blocks. Agreement on a blocked field needs no correction, since every
 * pair is weighed against all pairs of the file, met or not.
 */
export function estimate(estimating: Estimating, start?: Estimate): Estimate {
  const { columns, shares, random, blocked } = estimating;
  const pairs = (columns.count * Math.max(columns.count - 1, 1)) / 2;
  const typical = { given: typicalOf(random, at.given, 0), family: typicalOf(random, at.family, 1) };
  let priors: readonly number[] = start?.priors ?? [1, 0.5, 0.01].map((share) => Math.log((share * columns.count) / pairs)).concat(0);
  let tables: LinkageModel['tables'] = start?.tables ?? startingTables;
  let strangers = noCounts();
  for (let round = 0; round < rounds; round++) {
    const scorer = new Scorer({ tables, priors, typical }, columns, shares);
    if (round % 4 === 0) {
      strangers = noCounts();
      expect(scorer, random, strangers);
    }
    const counts = noCounts();
    const sums = expect(scorer, blocked, counts);
    tables = tablesFrom(counts, strangers);
    priors = priorsFrom(sums, blocked.weight, pairs);
  }
  return { tables, priors, typical };
}

/** True when estimation found brothers and sisters in the file. */
export const holdsFamilies = (priors: readonly number[]): boolean => priors[sibling]! - priors[same]! > Math.log(fewestFamilies);
