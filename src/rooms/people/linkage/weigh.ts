import { Columns } from './columns.ts';
import { Comparer } from './compare.ts';
import type { Evidence, Factor } from './evidence.ts';
import { fieldNames, wordsFor } from './explain.ts';
import { aspects, at, same, sibling, silent, twin, unrelated, type Aspect } from './levels.ts';
import type { LinkageModel } from './model.ts';
import type { PreparedRecord } from './prepare.ts';
import { Scorer, type LogShares } from './score.ts';
import { pairKey, Vocabulary } from './vocabulary.ts';

const mostWords = 60_000;

/** A model made ready to weigh single pairs: words met are remembered between calls, which changes the speed and never the answer. */
class Scales {
  columns!: Columns;
  comparer!: Comparer;
  scorer!: Scorer;
  readonly model: LinkageModel;
  readonly priors: readonly number[];

  constructor(model: LinkageModel, priors: readonly number[]) {
    this.model = model;
    this.priors = priors;
    this.#begin();
  }

  #begin(): void {
    const { model } = this;
    this.columns = new Columns(2, new Vocabulary(), new Vocabulary());
    const { words } = this.columns;
    words.learn(new Set(model.learned.map(([one, other]) => pairKey(words.number(one), words.number(other)))));
    this.scorer = new Scorer(model, this.columns, sharesOf(model, words), this.priors);
    this.comparer = new Comparer(this.columns, this.scorer.shares);
  }

  /** Compares and weighs two records; the levels and shifts stand in the comparer and the scorer. */
  weigh(one: PreparedRecord, other: PreparedRecord): number {
    if (this.columns.words.words.length > mostWords || this.columns.codes.words.length > mostWords) this.#begin();
    this.columns.add(one, 0);
    return this.against(other);
  }

  /** As `weigh`, the first record being the one weighed before. */
  against(other: PreparedRecord): number {
    this.columns.add(other, 1);
    this.comparer.compare(0, 1);
    return this.scorer.score(this.comparer, 0, 1);
  }
}

function sharesOf(model: LinkageModel, words: Vocabulary): LogShares {
  const of = (kind: 'given' | 'family' | 'town') => {
    const { rare, common } = model.shares[kind];
    const logs = new Map(Object.entries(common).map(([word, share]) => [word, Math.log(share)]));
    const other = Math.log(rare);
    return (word: number): number => logs.get(words.words[word]!) ?? other;
  };
  const [ordinary, january] = [Math.log(model.days.ordinary), Math.log(model.days.firstOfJanuary)];
  return { given: of('given'), family: of('family'), town: of('town'), day: (date) => (date % 10000 === 101 ? january : ordinary) };
}

const ready = new WeakMap<LinkageModel, Map<number, Scales>>();

/** The scales of a model for an index of so many people (the model's own number when not said). */
export function scalesOf(model: LinkageModel, people = model.people): Scales {
  const bySize = ready.get(model) ?? new Map<number, Scales>();
  ready.set(model, bySize);
  const shift = -Math.log(Math.max(people, 2) / model.people);
  const scales =
    bySize.get(people) ??
    new Scales(
      model,
      model.priors.map((prior, kind) => (kind === unrelated ? prior : prior + shift)),
    );
  if (bySize.size > 8) bySize.clear();
  bySize.set(people, scales);
  return scales;
}

const shiftOf = (scales: Scales, aspect: Aspect): number => {
  const { scorer } = scales;
  return { given: scorer.givenShift, family: scorer.familyShift, born: scorer.bornShift, town: scorer.townShift }[aspect as 'given'] ?? 0;
};

function factorsOf(scales: Scales, one: PreparedRecord, other: PreparedRecord): Factor[] {
  const { scorer, comparer } = scales;
  const kin = scorer.logs[sibling]! >= scorer.logs[twin]! ? sibling : twin;
  const start = scorer.priors;
  const factors: Factor[] = [
    {
      field: 'Before comparing',
      words: 'Few pairs of records are of one person',
      againstUnrelated: start[same]! - start[unrelated]!,
      againstFamily: start[same]! - start[kin]!,
    },
  ];
  aspects.forEach((aspect, place) => {
    const level = comparer.levels[place]!;
    if (level === silent) return;
    const [mine, family, strangers] = [same, kin, unrelated].map((kind) => scorer.logOf(place, kind, level)) as [number, number, number];
    const shift = shiftOf(scales, aspect);
    factors.push({
      field: fieldNames[aspect],
      words: wordsFor(aspect, level, one, other),
      againstUnrelated: mine - strangers - shift,
      againstFamily: mine - family - (aspect === 'given' ? shift : 0),
    });
  });
  return factors;
}

/** Why the machine may never join two records, or null. */
export function vetoOf(levels: Uint8Array): string | null {
  if (levels[at.nhsNumber] === 1) return 'Two different valid NHS numbers';
  if (levels[at.upn] === 1) return 'Two different valid UPNs';
  return null;
}

/** Weighs two records and says why, field by field. `people` is how many the index holds, when not as many as the model was made on. */
export function weigh(model: LinkageModel, one: PreparedRecord, other: PreparedRecord, people?: number): Evidence {
  const scales = scalesOf(model, people);
  const score = scales.weigh(one, other);
  return evidenceNow(scales, score, one, other);
}

/** The evidence of the pair the scales weighed last. */
export function evidenceNow(scales: Scales, score: number, one: PreparedRecord, other: PreparedRecord): Evidence {
  const { logs } = scales.scorer;
  const kin = Math.max(logs[sibling]!, logs[twin]!);
  const likeliest = score >= 0 ? 'same person' : kin > logs[unrelated]! ? 'same family' : 'unrelated';
  return { factors: factorsOf(scales, one, other), score, likeliest, veto: vetoOf(scales.comparer.levels) };
}
