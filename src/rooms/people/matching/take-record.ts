import { createHash } from 'node:crypto';
import { saw, type Ctx } from '../../../platform/access/ctx.ts';
import { decide, prepare, standardModel, type LinkageCandidate, type PreparedRecord } from '../linkage/decide.ts';
import type { LinkageDecision } from '../linkage/evidence.ts';
import { searchRow } from '../search-keys.ts';
import type { Arrival, ArrivingRecord, Taken } from './arriving-record.ts';
import { cautious } from './caution.ts';
import { bothFacts, factsOf, keyFactsOfArriving, linkageOfArriving } from './facts-of-record.ts';
import { nearestTo, seenAgain, standingFor, writeChange, type Standing } from './match.store.ts';
import { questionOf } from './question.ts';
import { keyFactsOf, recordsOf, type Story } from './story.ts';

/** The row as mapped. The day its facts were true is no part of it: a roll sent every night says the same of a child every night. */
const hashOf = (record: ArrivingRecord): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        Object.entries(record)
          .filter(([name, value]) => name !== 'factsOn' && value !== null && value !== undefined)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
    .digest('hex');

const candidateOf = (story: Story): LinkageCandidate => ({
  personId: story.id,
  records: recordsOf(story).map(prepare),
  twin: story.twin,
  certainlyNot: false,
});

interface Decided {
  decision: LinkageDecision;
  stories: readonly Story[];
}

async function decideAmong(ctx: Ctx, record: PreparedRecord, arriving: ArrivingRecord, apartFrom: readonly string[]): Promise<Decided> {
  const stories = await nearestTo(ctx, keyFactsOfArriving(arriving));
  const candidates = stories.map((story) => ({ ...candidateOf(story), certainlyNot: apartFrom.includes(story.id) }));
  return { decision: cautious(decide(standardModel, record, candidates)), stories };
}

/** What would become of a record: nothing is written. For a dry run and for a feed in shadow. */
export async function tryRecord(ctx: Ctx, arrival: Arrival, record: ArrivingRecord): Promise<LinkageDecision> {
  const standing = await standingFor(ctx, arrival.feedId, record.localId);
  const prepared = prepare(linkageOfArriving(record, arrival.feedId));
  if (standing && stillFits(prepared, standing))
    return { band: 'link', leader: standing.personId, margin: null, because: 'The agency sent this record before', candidates: [] };
  return (await decideAmong(ctx, prepared, record, standing?.story.certainlyNot ?? [])).decision;
}

/** Whether a newer version of a record may stay where the one before it stands: always under someone it alone describes or who is shielded,
 *  else unless what it now says speaks against them. */
function stillFits(record: PreparedRecord, standing: Standing): boolean {
  const others = recordsOf(standing.story).filter((it) => it.id !== standing.recordId);
  if (standing.shielded || standing.story.records.length <= 1 || others.length === 0) return true;
  const it = decide(standardModel, record, [{ ...candidateOf(standing.story), records: others.map(prepare) }]);
  return it.band !== 'no link';
}

/**
 * Takes one record of a partner's system into the index, in the caller's transaction: matched, decided, recorded and audited. The same row again changes
 * only its freshness. In the link band it joins a person; in the review band it stands under a person of its own and a question is asked; the rest become
 * people of their own. Nobody shielded is ever joined: whoever may be one inherits the shield (identity note, rule 8). The sender learns nothing of that.
 */
export async function takeRecord(ctx: Ctx, arrival: Arrival, record: ArrivingRecord): Promise<Taken> {
  const rowHash = hashOf(record);
  const standing = await standingFor(ctx, arrival.feedId, record.localId);
  if (standing && standing.rowHash === rowHash && record.localId) {
    await seenAgain(ctx, arrival.feedId, record.localId);
    return { recordId: standing.recordId, personId: standing.personId, band: 'link', change: 'same', newPerson: false, questionId: null };
  }
  const prepared = prepare(linkageOfArriving(record, arrival.feedId));
  if (standing && stillFits(prepared, standing))
    return take(ctx, arrival, record, rowHash, {
      story: standing.story,
      kept: true,
      shielded: standing.shielded,
      band: 'link',
      because: 'A newer version of a record that stands here',
      decided: null,
    });
  const { decision, stories } = await decideAmong(ctx, prepared, record, standing?.story.certainlyNot ?? []);
  const leader = stories.find((story) => story.id === decision.leader) ?? null;
  return take(ctx, arrival, record, rowHash, {
    story: decision.band === 'link' ? leader : null,
    kept: false,
    band: decision.band,
    because: decision.because,
    decided: { decision, leader },
  });
}

interface Where {
  /** Whom it joins; null for a person of its own. */
  story: Story | null;
  /** Nobody shielded is found by where they live or by telephone. */
  shielded?: boolean;
  /** True when the version before it stands there already. */
  kept: boolean;
  band: LinkageDecision['band'];
  because: string;
  decided: { decision: LinkageDecision; leader: Story | null } | null;
}

async function take(ctx: Ctx, arrival: Arrival, record: ArrivingRecord, rowHash: string, where: Where): Promise<Taken> {
  const facts = factsOf(record, where.story);
  const asks = where.decided ? questionOf(where.decided.decision, where.decided.leader?.twin ?? false) : null;
  const said = keyFactsOfArriving(record);
  const together = where.story ? bothFacts(keyFactsOf(where.story), said) : said;
  const findBy = where.shielded ? { ...together, postcodes: [], wards: [], lines: [], phones: [] } : together;
  const brings = !where.story || facts.some((it) => it.isNew);
  const evidence = where.decided?.decision.candidates.find((it) => it.personId === where.decided?.decision.leader)?.evidence ?? null;
  const taken = await writeChange(ctx, {
    row: rowOf(arrival, record),
    rowHash,
    personId: where.story?.id ?? null,
    facts,
    decided: { band: where.band, because: where.because, model: standardModel.version, evidence },
    question: asks,
    search: brings ? searchRow(findBy) : null,
  });
  saw(ctx, taken.personId, asks?.personId);
  return { ...taken, band: where.band, change: where.kept ? 'changed' : 'new', newPerson: !where.story };
}

const rowOf = (arrival: Arrival, record: ArrivingRecord): Record<string, unknown> => ({
  agency_id: arrival.agencyId,
  feed_id: arrival.feedId,
  file_id: arrival.fileId,
  row_number: arrival.rowNumber,
  local_id: record.localId,
  given_name: record.givenName,
  middle_name: record.middleName,
  family_name: record.familyName,
  known_as: record.knownAs,
  name_script: record.nameScript,
  name_order: record.nameOrder ?? 'given first',
  sex: record.sex ?? 'U',
  date_of_birth: record.dateOfBirth,
  date_of_birth_as_written: record.dateOfBirthAsWritten,
  expected_on: record.expectedOn,
  plurality: record.plurality,
  line1: record.line1,
  line2: record.line2,
  town: record.town,
  postcode: record.postcode,
  address_from: record.addressFrom,
  phone: record.phone,
  email: record.email,
  nhs_number: record.nhsNumber,
  upn: record.upn,
  mother_name: record.motherName,
  facts_on: record.factsOn,
});
