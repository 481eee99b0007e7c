/** ContactPoint, 2009: a record that did not match a shielded child became a second, unshielded one. Random files of random feeds, each row
 *  with the slips feeds make, go through the whole load against the real database; no row about a shielded child may leave a person who is
 *  not shielded. 200 rows in the ordinary run; `FEED_RUNS=10000` for the ten thousand. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import { recordPerson } from '../actions/record-person.ts';
import { nhsCheckDigit } from '../identifier.ts';
import { feedOnTrial, load, manyPupils, type FeedOnTrial } from './feed-on-trial.ts';
import { keepMapping } from './feed.store.ts';
import { slippedRow, type KnownChild, type SlippedRow } from './slipped-row.sample.ts';

const rows = Number(process.env['FEED_RUNS'] ?? 200);
const aFile = 40;

const numberFor = (at: number): string => {
  for (let n = 999_000_100 + at * 10; ; n++) {
    const digit = nhsCheckDigit(String(n));
    if (digit !== undefined) return `${n}${digit}`;
  }
};
const given = [
  'Zahra',
  'Mohammed',
  'Oluwaseun',
  'Katarzyna',
  'Ștefan',
  'Meera',
  'Ayaan',
  'Wei',
  'Chloe',
  'Ibrahim',
  'Siobhan',
  'Tharshini',
];
const family = [
  'Warsame',
  'Begum',
  'Adeyemi',
  'Kowalczyk',
  'Popescu',
  'Patel',
  'Choudhury',
  'Zhang',
  'Whitlock',
  'Osman',
  'Brennan',
  'Sivakumar',
];
const children: KnownChild[] = Array.from({ length: 24 }, (_, at) => ({
  given: given[at % given.length] ?? '',
  family: family[(at * 5 + 3) % family.length] ?? '',
  born: `20${String(9 + (at % 11)).padStart(2, '0')}-${String(1 + ((at * 5) % 12)).padStart(2, '0')}-${String(1 + ((at * 7) % 28)).padStart(2, '0')}`,
  sex: at % 2 ? 'F' : 'M',
  line1: `${10 + at} Alder Walk`,
  postcode: `HA${1 + (at % 9)} ${at % 10}BB`,
  nhs: numberFor(at),
}));

let cast: Cast;
let feeds: FeedOnTrial[];
beforeAll(async () => {
  cast = await makeCast();
  const council = await cast.agency();
  const officer = await cast.staff('CO', { agencyId: council, teamId: await cast.team(council, 'front-door') });
  for (const [at, child] of children.entries()) {
    const id = await cast.as(officer, (ctx) =>
      recordPerson(ctx, {
        givenName: child.given,
        familyName: child.family,
        dateOfBirth: child.born,
        sex: child.sex,
        nhsNumber: child.nhs,
        address: { line1: child.line1, postcode: child.postcode },
        source: 'test',
      }),
    );
    await cast.behind
      .updateTable('person')
      .set({ created_by: null, shield: at % 3 === 2 ? 'location' : 'hidden', shield_pending: false })
      .where('id', '=', id)
      .execute();
  }
  feeds = [];
  for (const _feed of ['one', 'two', 'three']) {
    const feed = await feedOnTrial(cast, 'school');
    await cast.as(feed.officer, (ctx) =>
      keepMapping(
        ctx,
        feed.feedId,
        Object.fromEntries(
          ['localId', 'givenName', 'familyName', 'dateOfBirth', 'sex', 'line1', 'postcode', 'nhsNumber'].map((name) => [
            name,
            { column: name, constant: null },
          ]),
        ),
      ),
    );
    await cast.behind.updateTable('feed').set({ age_to: 120, age_from: 0 }).where('id', '=', feed.feedId).execute();
    feeds.push(feed);
  }
}, 120_000);
afterAll(() => cast.end());

let serial = 0;
/** One file: slipped rows, every third after an earlier version that told of somebody else, and ordinary children between them. */
async function loadOne(of: FeedOnTrial, about: readonly { child: number; row: SlippedRow }[]): Promise<string[]> {
  const heading = 'localId,givenName,familyName,dateOfBirth,sex,line1,postcode,nhsNumber';
  const line = (id: string, row: SlippedRow): string =>
    [id, row.given, row.family, row.born, row.sex, row.line1, row.postcode, row.nhs].join(',');
  const rowsOfFile = about.map((one) => ({ id: `S${(serial += 1)}`, ...one }));
  const first = rowsOfFile.filter((_, at) => at % 3 === 0);
  const ordinary = manyPupils(first.length, 50_000 + serial).map((one, at) =>
    line(first[at]?.id ?? '', { given: one.given, family: one.family, born: one.born, sex: '', line1: '', postcode: '', nhs: '' }),
  );
  if (ordinary.length > 0) await load(cast, of, [heading, ...ordinary].join('\n'));
  await load(cast, of, [heading, ...rowsOfFile.map((one) => line(one.id, one.row))].join('\n'));
  return rowsOfFile.map((one) => one.id);
}

it(
  `no row of ${rows.toLocaleString('en-GB')} about a shielded child leaves a person who is not shielded`,
  { timeout: 3_600_000 },
  async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.array(slippedRow(children), { minLength: aFile, maxLength: aFile }), async (which, about) => {
        const of = feeds[which] as FeedOnTrial;
        const ids = await loadOne(of, about);
        const stands = await cast.behind
          .selectFrom('source_key as k')
          .innerJoin('person as p', 'p.id', 'k.person_id')
          .select(['k.local_id', 'p.shield', 'p.given_name', 'p.family_name', 'p.date_of_birth'])
          .where('k.feed_id', '=', of.feedId)
          .where('k.local_id', 'in', ids)
          .execute();
        const open = stands.filter((one) => {
          const at = ids.indexOf(one.local_id);
          // A row that was sent back changed nothing: what stands there is the child its first version told of.
          return one.shield === 'none' && !rejected(about[at]?.row);
        });
        taken += stands.length;
        expect(open.map((one) => ({ ...one, row: about[ids.indexOf(one.local_id)] }))).toEqual([]);
      }),
      { numRuns: Math.max(1, Math.ceil(rows / aFile)), endOnFailure: true },
    );
    console.log(`shield: ${taken.toLocaleString('en-GB')} rows about ${children.length} shielded children taken, none of them unshielded`);
    expect(taken).toBeGreaterThan(rows / 2);
  },
);

/** Without a date of birth and without a number a row is sent back. */
const rejected = (row: SlippedRow | undefined): boolean => !row || (row.born === '' && row.nhs === '');
