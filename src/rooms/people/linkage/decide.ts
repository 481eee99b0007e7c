import type { Evidence, LinkageDecision } from './evidence.ts';
import { at, givenLevel, silent } from './levels.ts';
import type { LinkageModel } from './model.ts';
import type { PreparedRecord } from './prepare.ts';
import { evidenceNow, scalesOf, vetoOf } from './weigh.ts';

export { prepare, type PreparedRecord } from './prepare.ts';
export { weigh } from './weigh.ts';
export { standardModel } from './standard-model.ts';
export type { LinkageModel } from './model.ts';

/** A person the record may be of: their source records, whether a twin of theirs is known, and whether a person said it is not them. */
export interface LinkageCandidate {
  personId: string;
  records: readonly PreparedRecord[];
  /** A twin or triplet is known, or someone of the household has the same date of birth. */
  twin: boolean;
  /** A person, or a known twin's edge, says that these two are not one. */
  certainlyNot: boolean;
}

interface Weighed {
  personId: string;
  score: number;
  veto: string | null;
  /** Whether some record of the candidate agrees on a given name that tells twins apart. */
  named: boolean;
  best: PreparedRecord | null;
  twin: boolean;
}

const asked = 8;

/** Weighs a record against every record of a person: the best and the mean count alike, so that one chance likeness is not enough. */
function weighCandidate(model: LinkageModel, record: PreparedRecord, candidate: LinkageCandidate, people?: number): Weighed {
  const scales = scalesOf(model, people);
  let [sum, most, best, veto, named] = [0, -Infinity, null as PreparedRecord | null, null as string | null, false];
  candidate.records.forEach((held, place) => {
    const score = place === 0 ? scales.weigh(record, held) : scales.against(held);
    const { levels } = scales.comparer;
    sum += score;
    if (score > most) [most, best] = [score, held];
    veto ??= vetoOf(levels);
    if (levels[at.given] !== silent && levels[at.given]! <= givenLevel.slip && !record.weak && !held.weak) named = true;
  });
  const mean = candidate.records.length === 0 ? -Infinity : sum / candidate.records.length;
  if (candidate.certainlyNot) veto = 'It is recorded that these are two people';
  return { personId: candidate.personId, score: 0.5 * (most + mean), veto, named, best, twin: candidate.twin };
}

function evidenceOf(model: LinkageModel, record: PreparedRecord, weighed: Weighed, people?: number): Evidence {
  if (!weighed.best) return { factors: [], score: weighed.score, likeliest: 'unrelated', veto: weighed.veto };
  const scales = scalesOf(model, people);
  const score = scales.weigh(record, weighed.best);
  const evidence = evidenceNow(scales, score, record, weighed.best);
  const rest = weighed.score - score;
  const factors = [...evidence.factors];
  if (Math.abs(rest) > 0.005)
    factors.push({
      field: 'Other records',
      words: 'What this person’s other records agree on less',
      againstUnrelated: rest,
      againstFamily: rest,
    });
  return { ...evidence, factors, score: weighed.score, veto: weighed.veto };
}

/** Why a likely leader is still put to a person; null when nothing stands against joining. */
function hesitation(model: LinkageModel, record: PreparedRecord, leader: Weighed, margin: number | null): string | null {
  if (leader.score < model.bands.link) return 'Likely, but not likely enough to join without a person looking';
  if (record.nameless) return 'The record has no given name, so a person must say whose it is';
  if (leader.twin && !leader.named) return 'There is a twin, and the given name does not tell them apart';
  if (margin !== null && margin < model.bands.margin) return 'Two people are nearly as likely';
  return null;
}

/**
 * Decides whose a record is among candidates (a lookup's answer): link, review or no link. Pure; about a hundredth of a millisecond a candidate's record.
 * `people`: how many the index holds. Score in log odds; a person under a veto is never the leader but stays in the list.
 */
export function decide(
  model: LinkageModel,
  record: PreparedRecord,
  candidates: readonly LinkageCandidate[],
  people?: number,
): LinkageDecision {
  const weighed = candidates.map((candidate) => weighCandidate(model, record, candidate, people)).toSorted((a, b) => b.score - a.score);
  const possible = weighed.filter((it) => it.veto === null && it.score >= model.bands.review);
  const [leader, second] = possible;
  const shown = weighed.slice(0, asked).map((it) => ({ personId: it.personId, evidence: evidenceOf(model, record, it, people) }));
  if (!leader) {
    const because = weighed.some((it) => it.veto !== null && it.score >= model.bands.review)
      ? 'Only someone it is known not to be is like it'
      : 'Nobody is like it enough';
    return { band: 'no link', leader: null, margin: null, because, candidates: shown };
  }
  const margin = second ? leader.score - second.score : null;
  const doubt = hesitation(model, record, leader, margin);
  return {
    band: doubt ? 'review' : 'link',
    leader: leader.personId,
    margin,
    because: doubt ?? 'The evidence is strong and nobody else comes near',
    candidates: shown,
  };
}
