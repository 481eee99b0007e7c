import type { Ctx } from '../../../../platform/access/ctx.ts';
import type { Arrival } from '../../matching/arriving-record.ts';
import { takeRecord, tryRecord } from '../../matching/take-record.ts';
import { apart } from '../feed-run.store.ts';
import type { Reject, Sample } from '../run-row.store.ts';
import type { ToldRow } from '../told.store.ts';
import type { GoodRow } from './batch.ts';
import type { FieldTally } from './field-tally.ts';

/** What became of the good rows of a batch. */
export interface RowsTaken {
  taken: number;
  unchanged: number;
  linked: number;
  asked: number;
  newPeople: number;
  told: ToldRow[];
  samples: Sample[];
  /** Rows that could not be written though nothing is wrong with them: found on a second try, row by row. */
  faulty: (Reject & { localId: string })[];
}

const none = (): RowsTaken => ({ taken: 0, unchanged: 0, linked: 0, asked: 0, newPeople: 0, told: [], samples: [], faulty: [] });
type Place = Omit<Arrival, 'rowNumber'> & { factsOn: string | null };

/** Takes rows into the index. With `oneByOne` each has a savepoint of its own, so that one that cannot be written holds up no other. */
export async function takeRows(ctx: Ctx, place: Place, rows: readonly GoodRow[], oneByOne: boolean): Promise<RowsTaken> {
  const sum = none();
  for (const row of rows) {
    const done = oneByOne ? await apart(ctx, () => takeOne(ctx, place, row, sum)) : await takeOne(ctx, place, row, sum);
    if (done === false) sum.faulty.push(faultOf(row));
  }
  return sum;
}

async function takeOne(ctx: Ctx, { factsOn, ...place }: Place, { rowNumber, read }: GoodRow, sum: RowsTaken): Promise<true> {
  const taken = await takeRecord(ctx, { ...place, rowNumber }, { ...read.record, factsOn });
  sum.taken += 1;
  if (taken.change === 'same') sum.unchanged += 1;
  else if (taken.band === 'review') sum.asked += 1;
  else if (taken.newPerson) sum.newPeople += 1;
  else sum.linked += 1;
  sum.told.push({ ...read.told, localId: read.record.localId, personId: taken.personId, rowNumber, factsOn });
  return true;
}

const faultOf = ({ rowNumber, cells, read }: GoodRow): Reject & { localId: string } => ({
  rowNumber,
  localId: read.record.localId,
  cells,
  fields: ['row'],
  reasons: ['This row could not be written. The fault is ours; tell the index desk'],
});

/** Says what would become of rows, and writes nothing in the index: a dry run, or a feed in shadow. */
export async function tryRows(ctx: Ctx, place: Place, rows: readonly GoodRow[], tally: FieldTally): Promise<RowsTaken> {
  const sum = none();
  for (const { rowNumber, read } of rows) {
    const would = await tryRecord(ctx, { ...place, rowNumber }, read.record);
    sum.taken += 1;
    if (would.band === 'link') sum.linked += 1;
    else if (would.band === 'review') sum.asked += 1;
    else sum.newPeople += 1;
    const leader = would.candidates.find((one) => one.personId === would.leader);
    if (would.band === 'link' && leader) tally.linked(leader.evidence);
    // A record sent before is no example: it tells nothing, and whose it is may be nobody's business.
    if (would.leader !== null && !leader) continue;
    sum.samples.push({
      rowNumber,
      band: would.band,
      because: would.because,
      factors: leader?.evidence.factors.map((factor) => factor.words) ?? [],
      personId: leader ? leader.personId : null,
    });
  }
  return sum;
}
