import { createHash } from 'node:crypto';
import type { Loader } from '../../../platform/db/bulk-load.ts';
import { fieldNames, type FeedField } from './feed-field.ts';
import type { FeedKind, FeedState } from './feed.ts';
import { readyMappings } from './ready-mapping.ts';

/** A feed of the demonstration: already in its table; here it is given its agreement, its mapping and a history. */
export interface SampleFeed {
  id: string;
  kind: FeedKind;
  state: FeedState;
  agreement: string;
  /** Rows of a usual file, and the share of them sent back, by month, latest first. */
  rows: number;
  sentBack: readonly number[];
  lastLoadedAt: Date | null;
  sensitive?: boolean;
  /** A small file of corrections came last, some of it sent back again. */
  corrections?: boolean;
}

export interface FeedStories {
  loader: Loader;
  now: Date;
  officers: readonly [string, string];
  feeds: readonly SampleFeed[];
}

const month = 30 * 86_400_000;
const wanted: readonly FeedField[] = fieldNames.filter(
  (field) => !['expectedOn', 'plurality', 'consentToShow', 'role', 'email'].includes(field),
);

/** Gives the demonstration's feeds their agreements, mappings, files and counts: one of them in shadow, one late, one with rows sent back. */
export async function loadFeedStories(stories: FeedStories): Promise<void> {
  for (const feed of stories.feeds) {
    await describe(stories, feed);
    for (const [back, share] of feed.sentBack.entries()) {
      await loadFile(stories, feed, { back, share, kept: false });
      if (back === 0 && feed.corrections) await loadFile(stories, feed, { back, share, kept: true });
    }
  }
}

async function describe({ loader, officers, now }: FeedStories, feed: SampleFeed): Promise<void> {
  const ready = readyMappings[feed.kind];
  await loader.query(
    `update feed set kind = $2, state = $3, agreement_reference = $4, purpose = $5, lawful_basis = $6, age_from = 0, age_to = 19, role_told = $7, sensitive = $8,
      date_format = $9, owner_id = $10, live_agreed_at = $11, created_at = $12 where id = $1`,
    [
      feed.id,
      feed.kind,
      feed.state,
      feed.agreement,
      'To tell practitioners who else works with a child, and to know the child again',
      'Children Act 2004, sections 10 and 11',
      ready.roleTold,
      feed.sensitive ?? false,
      ready.dateFormat,
      officers[0],
      feed.state === 'live' ? new Date(now.getTime() - 8 * month) : null,
      new Date(now.getTime() - 9 * month),
    ],
  );
  await loader.copy(
    'feed_field',
    ['feed_id', 'field', 'column_name', 'constant'],
    Object.entries(ready.mapping).map(([field, source]) => [feed.id, field, source.column, source.constant]),
  );
  const steps: [string, string, string, number][] = [['shadow', 'The mapping reads the first file without a problem', officers[0], 8.6]];
  if (feed.state === 'live')
    steps.push(
      ['ask to go live', 'Forty examples read: every link was right', officers[0], 8.1],
      ['go live', 'Read the same examples and agree', officers[1], 8],
    );
  await loader.copy(
    'feed_decision',
    ['feed_id', 'kind', 'why', 'made_by', 'made_at'],
    steps.map(([kind, why, by, months]) => [feed.id, kind, why, by, new Date(now.getTime() - months * month)]),
  );
}

/** The same id for the same words, so that a demonstration made again is the same. */
const idOf = (words: string): string =>
  createHash('sha256')
    .update(words)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');

const header = 'UniqueLearnerId,UPN,Forename,Surname,Sex,DOB,AddressLine1,PostCode,EntryDate';
const rows: readonly (readonly [line: string, fields: readonly string[], reasons: readonly string[]])[] = [
  [
    'EL-1042,,Oriana,Vantwell,F,2014-02-30,3 Plover Close,HA1 3QQ,2025-09-03',
    ['dateOfBirth'],
    ['Date of birth is no date like YYYY-MM-DD'],
  ],
  [
    'EL-1043,X123,Kasimir,Brandreth,M,2013-05-17,8 Linnet Way,HA3,2024-09-04',
    ['upn', 'postcode'],
    ['A UPN is a letter (never I, O or S) and 12 digits; a temporary one ends in a letter', 'The postcode is not a full one, like HA1 2XY'],
  ],
  ['EL-1044,,,,F,2012-11-02,,,2023-09-05', ['familyName'], ['The row names nobody']],
];

const goodRows = Array.from({ length: 57 }, (_, at) => {
  const name = ['Marlowe', 'Quennell', 'Osgerby', 'Tarrant', 'Wyndham'][at % 5] ?? '';
  return `EL-${2000 + at},,${['Ottoline', 'Lucan', 'Perpetua', 'Evander'][at % 4]},${name}son,${at % 2 ? 'M' : 'F'},20${10 + (at % 8)}-0${1 + (at % 9)}-1${at % 10},${1 + at} Plover Close,HA1 ${at % 10}QQ,2025-09-03`;
});

interface SampleFile {
  /** How many months back it came. */
  back: number;
  /** Share of its rows that was sent back. */
  share: number;
  /** Its bytes are kept, and what was sent back. */
  kept: boolean;
}

/** One file of a month: its counts, and for the latest its bytes and what was sent back. */
async function loadFile({ loader, now, officers }: FeedStories, feed: SampleFeed, { back, share, kept }: SampleFile): Promise<void> {
  const [fileId, runId] = [idOf(`file ${feed.id} ${back} ${kept}`), idOf(`run ${feed.id} ${back} ${kept}`)];
  const usual = back === 0 && feed.lastLoadedAt ? feed.lastLoadedAt : new Date(now.getTime() - back * month - 3_600_000);
  const cameAt = new Date(usual.getTime() - (kept ? 0 : 3_600_000));
  const content = Buffer.from(`${[header, ...rows.map(([line]) => line), ...goodRows].join('\n')}\n`);
  const read = kept
    ? { taken: goodRows.length, rejected: rows.length }
    : { taken: Math.round(feed.rows * (1 - share)), rejected: Math.round(feed.rows * share) };
  await loader.copy(
    'feed_file',
    [
      'id',
      'feed_id',
      'name',
      'size_bytes',
      'sha256',
      'is_complete',
      'facts_on',
      'received_at',
      'received_by',
      'parts',
      'encoding',
      'delimiter',
      'heading',
      'first_byte',
      'destroyed_at',
    ],
    [
      [
        fileId,
        feed.id,
        kept ? 'corrections.csv' : `${feed.kind.replaceAll(' ', '-')}.csv`,
        kept ? content.length : feed.rows * 110,
        createHash('sha256').update(fileId).digest('hex'),
        !kept,
        null,
        cameAt,
        officers[0],
        1,
        'utf-8',
        ',',
        header.split(','),
        header.length + 1,
        kept ? null : new Date(cameAt.getTime() + 86_400_000),
      ],
    ],
  );
  const decided =
    feed.state === 'live'
      ? { unchanged: Math.round(read.taken * 0.96), linked: Math.round(read.taken * 0.035), asked: Math.round(read.taken * 0.002) }
      : { unchanged: 0, linked: Math.round(read.taken * 0.93), asked: Math.round(read.taken * 0.02) };
  await loader.copy(
    'feed_run',
    [
      'id',
      'file_id',
      'feed_id',
      'kind',
      'state',
      'asked_by',
      'asked_at',
      'finished_at',
      'next_row',
      'next_byte',
      'taken',
      'rejected',
      'unchanged',
      'linked',
      'asked',
      'new_people',
    ],
    [
      [
        runId,
        fileId,
        feed.id,
        feed.state === 'live' ? 'load' : 'shadow',
        'finished',
        officers[0],
        cameAt,
        cameAt,
        read.taken + read.rejected + 1,
        content.length,
        read.taken,
        read.rejected,
        decided.unchanged,
        decided.linked,
        decided.asked,
        Math.max(0, read.taken - decided.unchanged - decided.linked - decided.asked),
      ],
    ],
  );
  await loader.copy(
    'feed_run_field',
    ['run_id', 'field', 'feed_id', 'given', 'missing', 'wrong', 'agreed', 'differed'],
    wanted
      .filter((field) => readyMappings[feed.kind].mapping[field])
      .map((field, at) => {
        const missing = Math.round(
          (read.taken + read.rejected) * (field === 'phone' ? 0.22 : field === 'middleName' ? 0.6 : 0.01 + at * 0.001),
        );
        return [runId, field, feed.id, read.taken + read.rejected - missing, missing, field === 'dateOfBirth' ? read.rejected : 0, 0, 0];
      }),
  );
  if (!kept) return;
  await loader.query('insert into feed_file_part (file_id, place, content) values ($1, 0, $2)', [fileId, content]);
  await loader.copy(
    'feed_reject',
    ['run_id', 'row_number', 'feed_id', 'cells', 'fields', 'reasons'],
    rows.map(([line, fields, reasons], at) => [runId, at + 1, feed.id, line.split(','), fields, reasons]),
  );
}
