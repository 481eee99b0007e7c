import { prepare, standardModel, weigh } from '../linkage/decide.ts';
import { Columns } from '../linkage/columns.ts';
import { linkRecords } from '../linkage/link-records.ts';
import type { LinkageRecord } from '../linkage/linkage-record.ts';

/** A source record that bears a number: the number is the truth, and hidden from the matcher. */
export interface SilverRecord {
  record: LinkageRecord;
  nhsNumber: string | null;
  upn: string | null;
  /** Year of birth of the person it stands under; decides in which step a pair is counted. */
  year: number;
  ethnicity: string;
}

/** What the numbers say of two records: null where they bear no number of one kind. */
export function truthOf(one: SilverRecord, other: SilverRecord): boolean | null {
  if (one.nhsNumber && other.nhsNumber) return one.nhsNumber === other.nhsNumber;
  if (one.upn && other.upn) return one.upn === other.upn;
  return null;
}

/** Pairs counted in one step. */
export interface SilverCounts {
  /** Pairs of one person, by their numbers. */
  together: number;
  /** Of those, joined. */
  found: number;
  /** Pairs joined whose numbers can be compared. */
  joined: number;
  /** The same, by ethnicity of the person: found and together. */
  byEthnicity: Map<string, { found: number; together: number }>;
}

/** Which records a matcher joins, as a number of cluster for each record in order. */
export type Joins = (records: readonly LinkageRecord[]) => Promise<readonly number[]>;

/** Counts the pairs whose elder person was born in `year`: joined or not by a matcher that sees no number, and what the numbers say. Pure. */
export async function countPairs(records: readonly SilverRecord[], year: number, joins: Joins): Promise<SilverCounts> {
  const cluster = await joins(records.map(({ record }) => ({ ...record, nhsNumber: null, upn: null })));
  const counts: SilverCounts = { together: 0, found: 0, joined: 0, byEthnicity: new Map() };
  for (const [i, j] of pairsToLookAt(records, cluster)) {
    const [one, other] = [records[i]!, records[j]!];
    if (Math.min(one.year, other.year) !== year) continue;
    const truth = truthOf(one, other);
    if (truth === null) continue;
    const isJoined = cluster[i] === cluster[j];
    if (isJoined) counts.joined += 1;
    if (!truth) continue;
    counts.together += 1;
    if (isJoined) counts.found += 1;
    const group = counts.byEthnicity.get(one.ethnicity) ?? { found: 0, together: 0 };
    counts.byEthnicity.set(one.ethnicity, { found: group.found + (isJoined ? 1 : 0), together: group.together + 1 });
  }
  return counts;
}

/** Every pair that is together by number or by cluster, once. */
function pairsToLookAt(records: readonly SilverRecord[], cluster: readonly number[]): (readonly [number, number])[] {
  const pairs = new Map<number, readonly [number, number]>();
  const groups = new Map<string, number[]>();
  records.forEach((record, at) => {
    for (const key of [record.nhsNumber && `n${record.nhsNumber}`, record.upn && `u${record.upn}`, `c${cluster[at]}`]) {
      if (!key) continue;
      const group = groups.get(key) ?? [];
      for (const earlier of group) pairs.set(earlier * records.length + at, [earlier, at]);
      groups.set(key, [...group, at]);
    }
  });
  return [...pairs.values()];
}

/** Joins as the matcher's single decision would: pairs that meet in a block and weigh enough to link without a person looking. Joined pairs
 *  are brought together; a household's two children meet here only on name, date of birth or home and are told apart by the weights. */
export const joinByDecision: Joins = async (records) => {
  const prepared = records.map((record) => prepare(record));
  const parent = records.map((_none, at) => at);
  const rootOf = (at: number): number => (parent[at] === at ? at : (parent[at] = rootOf(parent[at]!)));
  const tried = new Set<number>();
  for (const block of blocksOf(prepared))
    for (let i = 0; i < block.length; i += 1)
      for (let j = i + 1; j < block.length; j += 1) {
        const [a, b] = [block[i]!, block[j]!];
        const key = a * records.length + b;
        if (tried.has(key) || rootOf(a) === rootOf(b)) continue;
        tried.add(key);
        const evidence = weigh(standardModel, prepared[a]!, prepared[b]!);
        if (evidence.veto === null && evidence.score >= standardModel.bands.link && !prepared[a]!.nameless && !prepared[b]!.nameless)
          parent[rootOf(a)] = rootOf(b);
      }
  return records.map((_none, at) => rootOf(at));
};

function blocksOf(records: readonly ReturnType<typeof prepare>[]): number[][] {
  const blocks = new Map<string, number[]>();
  records.forEach((one, at) => {
    const keys = [
      one.born ? `b${one.born}${one.givenWhole.charAt(0)}` : '',
      one.givenWhole && one.familyWhole ? `n${one.givenWhole} ${one.familyWhole}` : '',
      one.postcode && one.givenWhole ? `p${one.postcode}${one.givenWhole.slice(0, 2)}` : '',
      one.born && one.familyWhole ? `f${one.born}${one.familyWhole.slice(0, 3)}` : '',
    ];
    for (const key of keys) if (key) blocks.set(key, [...(blocks.get(key) ?? []), at]);
  });
  return [...blocks.values()].filter((block) => block.length > 1 && block.length <= 400);
}

/** Fewer records than this are too few to estimate a model from: they are joined by the standing one, as an arriving record would be. */
const enoughToEstimate = 2_000;

/** Joins as the matcher does a whole set: by its batch, which estimates its figures from the set itself; a small set by single decisions. */
export const joinAsMatcher: Joins = async (records) => {
  if (records.length < enoughToEstimate) return joinByDecision(records);
  const columns = new Columns(records.length + 1);
  for (const record of records) columns.add(prepare(record));
  const { result } = await linkRecords(columns, { threads: 1, say: () => undefined });
  return records.map((_none, at) => result.clusters.of(at));
};
