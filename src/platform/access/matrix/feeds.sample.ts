import type { Planting } from './planting.sample.ts';

/** Ids of the feed in the world, for addresses that name it, its file and a reading of it. */
export const feedIds = {
  feed: 'fee00000-0000-4000-8000-000000000001',
  file: 'fee00000-0000-4000-8000-000000000002',
  run: 'fee00000-0000-4000-8000-000000000003',
} as const;

/** The id an address about feeds names; undefined for any other address. */
export function feedIdIn(path: string): string | undefined {
  const word = /^\/index\/(feeds|feed-files|feed-runs)\//.exec(path)?.[1];
  return word === 'feeds' ? feedIds.feed : word === 'feed-files' ? feedIds.file : word === 'feed-runs' ? feedIds.run : undefined;
}

/** Plants a feed with a file, a reading of it, a row that was sent back, examples about two children, and what it tells of them. */
export async function plantFeeds(plant: Planting, agencyId: string, officer: string, children: readonly string[]): Promise<void> {
  const { feed, file, run } = feedIds;
  await plant.put('feed', {
    id: feed,
    agency_id: agencyId,
    name: 'School roll',
    covers: 'Pupils',
    expected_every: '1 day',
    role_told: 'On school roll',
  });
  for (const [field, column_name] of [
    ['localId', 'UniqueLearnerId'],
    ['givenName', 'Forename'],
    ['familyName', 'Surname'],
    ['dateOfBirth', 'DOB'],
  ])
    await plant.put('feed_field', { feed_id: feed, field, column_name, constant: null });
  const key = `${file}|0`;
  const heading = 'UniqueLearnerId,Forename,Surname,DOB\n';
  const content = Buffer.from(
    `${heading}P1,${plant.mark('feed_file_part', 'content', key)},${plant.mark('feed_file_part', 'content', key)},2016-01-01\n`,
  );
  await plant.put('feed_file', {
    id: file,
    feed_id: feed,
    name: 'roll.csv',
    size_bytes: content.length,
    sha256: 'f'.repeat(64),
    is_complete: false,
    received_at: new Date(),
    received_by: officer,
    received_from: null,
    parts: 1,
    encoding: 'utf-8',
    delimiter: ',',
    heading: heading.trim().split(','),
    first_byte: heading.length,
  });
  await plant.put('feed_file_part', { file_id: file, place: 0, content: `\\x${content.toString('hex')}` });
  await plant.put('feed_run', {
    id: run,
    file_id: file,
    feed_id: feed,
    kind: 'shadow',
    state: 'finished',
    asked_at: new Date(),
    next_byte: content.length,
    rejected: 1,
    taken: 1,
    failure: null,
  });
  await plant.put('feed_reject', {
    run_id: run,
    row_number: 1,
    feed_id: feed,
    cells: [plant.mark('feed_reject', 'cells', `${run}|1`)],
    fields: ['dateOfBirth'],
    reasons: ['The date of birth is still to come'],
  });
  await plant.put('feed_run_field', { run_id: run, field: 'givenName', feed_id: feed });
  await plant.put('feed_decision', { feed_id: feed, kind: 'shadow', made_by: officer, made_at: new Date() });
  for (const [at, child] of children.entries()) {
    await plant.put('feed_sample', {
      run_id: run,
      row_number: at + 1,
      feed_id: feed,
      band: 'review',
      factors: [plant.mark('feed_sample', 'factors', `${run}|${at + 1}`)],
      person_id: child,
    });
    await plant.put('feed_subject', {
      local_id: `P${at}`,
      feed_id: feed,
      person_id: child,
      file_id: file,
      row_number: at + 1,
      received_at: new Date(),
    });
  }
}
