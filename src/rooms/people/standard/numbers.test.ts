import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectPds } from '../../../platform/nhs/pds.ts';
import { numbersTrial, type NumbersTrial } from './numbers-trial.ts';

let trial: NumbersTrial;
beforeAll(async () => {
  trial = await numbersTrial();
});
afterAll(() => trial.end());
/** Each test has the index to itself: what an earlier one asked about has gone out of a child's age. */
afterEach(async () => {
  await trial.cast.behind.updateTable('person').set({ date_of_birth: '1990-01-01' }).execute();
  await trial.cast.behind.updateTable('nhs_run').set({ state: 'finished' }).execute();
  await trial.cast.behind.updateTable('job').set({ state: 'done' }).execute();
});

const begin = async () => {
  const answer = await trial.site.post(trial.desk, '/index/numbers/begin', {});
  expect(answer.statusCode, answer.body).toBe(303);
};
const numbersOf = (personId: string) =>
  trial.cast.behind
    .selectFrom('identifier')
    .select(['value', 'valid_to', 'source'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'nhs-number')
    .orderBy('value')
    .execute();
const differences = (personId: string) =>
  trial.cast.behind.selectFrom('nhs_difference').selectAll().where('person_id', '=', personId).orderBy('field').execute();

describe('asking the NHS', () => {
  it('takes a number that is sure, as an assertion with its source; the child is then found by it', async () => {
    const id = await trial.child({ given: 'Amina', family: 'Hassan', born: '2018-03-02' });
    await begin();
    await trial.work();
    expect(await trial.outcomeOf(id)).toBe('matched');
    expect(await numbersOf(id)).toEqual([{ value: '9990000018', valid_to: null, source: 'PDS, 24 November 2026' }]);
    const said = await trial.cast.behind
      .selectFrom('assertion')
      .select(['kind', 'is_manual'])
      .where('person_id', '=', id)
      .orderBy('place')
      .execute();
    expect(said).toEqual([
      { kind: 'as recorded', is_manual: false },
      { kind: 'identifier', is_manual: false },
    ]);
    expect((await differences(id)).map((one) => one.answer)).toEqual(Array(6).fill('same'));
    const page = await trial.site.get(trial.desk, '/index/numbers');
    expect(page.body).toContain('1 of 1 children checked (100.0%)');
    expect(page.body).toContain('Finished');
    const audit = await trial.cast.behind
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'test.act')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(audit).toBeUndefined();
  });

  it('keeps a superseded number with its last day and takes the one that stands', async () => {
    const id = await trial.child({
      given: 'Leo',
      family: 'Nowak',
      born: '2016-09-09',
      sex: 'M',
      number: '9990000034',
      line: '7 High Street',
      postcode: 'HA3 5AB',
    });
    await begin();
    await trial.work();
    expect(await trial.outcomeOf(id)).toBe('superseded');
    expect(await numbersOf(id)).toEqual([
      { value: '9990000034', valid_to: '2026-11-24', source: 'School roll' },
      { value: '9990000042', valid_to: null, source: 'PDS, 24 November 2026' },
    ]);
  });

  it('changes nothing where a number was withdrawn, belongs to another record, or only one twin is known to the NHS', async () => {
    const ivy = await trial.child({ given: 'Ivy', family: 'Marsh', born: '2014-02-03', number: '9990000050' });
    const twin = await trial.child({ given: 'Bisola', family: 'Okoye', born: '2019-06-01', line: '4 Elm Row', postcode: 'HA2 0AA' });
    const baby = await trial.child({ given: 'Baby', family: 'Okoye', born: '2019-06-01', line: '4 Elm Row', postcode: 'HA2 0AA' });
    const zara = await trial.child({
      given: 'Zara',
      family: 'Okoye',
      born: '2019-06-01',
      number: '9990000026',
      line: '4 Elm Row',
      postcode: 'HA2 0AA',
    });
    const again = await trial.child({ given: 'Zara', family: 'Okoye', born: '2019-06-01', line: '4 Elm Row', postcode: 'HA2 0AA' });
    await begin();
    await trial.work();
    expect(await Promise.all([ivy, twin, baby, zara, again].map(trial.outcomeOf))).toEqual([
      'invalidated',
      'none',
      'not asked',
      'matched',
      'possible',
    ]);
    expect(await numbersOf(twin)).toEqual([]);
    expect(await numbersOf(again)).toEqual([]);
    expect(await numbersOf(ivy)).toMatchObject([{ value: '9990000050', valid_to: null }]);
  });

  it('raises a shield that waits where the NHS marks someone sensitive, once; those at work with them still know the address', async () => {
    const id = await trial.child({ given: 'Petra', family: 'Lindqvist', born: '2016-11-11', number: '9990000069' });
    await trial.cast.behind
      .insertInto('involvement')
      .values({
        person_id: id,
        agency_id: trial.council,
        staff_id: trial.worker.staffId,
        role: 'social worker',
        opens: 'work',
        started_on: '2026-01-01',
        source: 'test',
        confirmed_at: new Date(),
      })
      .execute();
    await begin();
    await trial.work();
    const person = await trial.cast.behind
      .selectFrom('person')
      .select(['shield', 'shield_pending'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(person).toEqual({ shield: 'location', shield_pending: true });
    expect((await trial.site.get(trial.shield, '/shield')).body).toContain('Petra Lindqvist');
    expect((await trial.site.get(trial.worker, `/people/${id}`)).body).toContain('12 Acre Road');
    expect(await differences(id)).not.toContainEqual(expect.objectContaining({ field: 'address' }));
    const question = await trial.cast.behind
      .selectFrom('shield_question')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow();
    const asked = await trial.site.get(trial.shield, `/shield/questions/${question.id}`);
    expect(asked.body).toContain('The NHS marks this person as sensitive');
    await trial.site.post(trial.shield, `/shield/questions/${question.id}`, {
      decision: 'keep shielded',
      reason: 'The mother confirms it',
    });
    const settled = await trial.cast.behind
      .selectFrom('person')
      .select(['shield', 'shield_pending'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(settled).toEqual({ shield: 'location', shield_pending: false });
  });

  it('of hidden children sends nothing without the shield desk’s leave, and of shielded ones no postcode', async () => {
    trial.patients.push({ number: '9990000107', given: ['Noor'], family: 'Yilmaz', born: '2017-04-04', sex: 'female', homes: [] });
    const hidden = await trial.child({ given: 'Noor', family: 'Yilmaz', born: '2017-04-04', person: { shield: 'hidden' } });
    await trial.child({
      given: 'Zara',
      family: 'Okoye',
      born: '2019-06-01',
      line: '4 Elm Row',
      postcode: 'HA2 0AA',
      person: { shield: 'location' },
    });
    const before = trial.fake.asked.length;
    await begin();
    await trial.work();
    const asked = trial.fake.asked.slice(before).join('\n');
    expect(asked).toContain('Okoye');
    expect(asked).not.toMatch(/Yilmaz|postalcode/);
    expect(await trial.outcomeOf(hidden)).toBeNull();
    expect(
      (await trial.site.post(trial.shield, `/people/${hidden}/nhs-number/leave`, { reason: 'Asked by her social worker' })).statusCode,
    ).toBe(303);
    await trial.cast.behind.updateTable('nhs_run').set({ state: 'finished' }).execute();
    await begin();
    await trial.work();
    expect(await trial.outcomeOf(hidden)).toBe('matched');
    expect((await trial.site.post(trial.shield, `/people/${hidden}/nhs-number/leave/end`, {})).statusCode).toBe(303);
  });

  it('tells nobody when the number belongs to someone hidden: the record inherits the shield and the desk is asked', async () => {
    const hidden = await trial.child({
      given: 'Other',
      family: 'Name',
      born: '2013-07-21',
      number: '9990000093',
      person: { shield: 'hidden' },
    });
    const fresh = await trial.child({
      given: 'Maria Elena',
      family: 'Popescu',
      born: '2013-07-21',
      line: 'Flat 2, 30 Station Road',
      postcode: 'HA2 7SW',
    });
    await begin();
    await trial.work();
    expect(await trial.outcomeOf(fresh)).toBeNull();
    expect(await numbersOf(fresh)).toEqual([]);
    const person = await trial.cast.behind
      .selectFrom('person')
      .select(['shield', 'shield_pending'])
      .where('id', '=', fresh)
      .executeTakeFirstOrThrow();
    expect(person).toEqual({ shield: 'hidden', shield_pending: true });
    const question = await trial.cast.behind
      .selectFrom('shield_question')
      .select('shielded_id')
      .where('person_id', '=', fresh)
      .executeTakeFirstOrThrow();
    expect(question.shielded_id).toBe(hidden);
  });

  it('nor shows what the NHS holds of them where it only may be them, or where the same number stands in both records', async () => {
    const born = '2012-12-12';
    trial.patients.push({
      number: '9990000115',
      given: ['Linnet'],
      family: 'Farrow',
      born,
      sex: 'female',
      homes: [{ lines: ['9 SAFE PLACE'], postcode: 'HA7 1AA' }],
    });
    await trial.child({ given: 'Linnet', family: 'Farrow', born, number: '9990000115', person: { shield: 'hidden' } });
    const maybe = await trial.child({ given: 'Linnet', family: 'Farrow', born: '2012-12-21', line: '9 Safe Place', postcode: 'HA7 1AA' });
    const same = await trial.child({ given: 'Linnet', family: 'Farrow', born, number: '9990000115' });
    await begin();
    await trial.work();
    expect([await trial.outcomeOf(maybe), await trial.outcomeOf(same)]).toEqual([null, null]);
    expect([...(await differences(maybe)), ...(await differences(same))]).toEqual([]);
    const shields = await trial.cast.behind.selectFrom('person').select('shield').where('id', 'in', [maybe, same]).execute();
    expect(shields).toEqual([{ shield: 'hidden' }, { shield: 'hidden' }]);
  });

  it('is stopped and goes on; waits where the NHS is away; is not begun twice, nor without a connection', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 12; at += 1)
      ids.push(await trial.child({ given: `Child${'abcdefghijkl'[at]}x`, family: 'Many', born: '2015-05-05' }));
    await begin();
    expect((await trial.site.post(trial.analyst, '/index/numbers/begin', {})).body).toContain('already being asked');
    await trial.work(1);
    expect((await trial.site.get(trial.analyst, '/index/numbers')).body).toContain('5 of 12 children asked about (42%)');
    const { id } = await trial.cast.behind.selectFrom('nhs_run').select('id').where('state', '=', 'running').executeTakeFirstOrThrow();
    expect((await trial.site.post(trial.desk, `/index/numbers/runs/${id}/stop`, {})).statusCode).toBe(303);
    await trial.work();
    expect((await trial.site.get(trial.desk, '/index/numbers')).body).toContain('5 of 12 children asked about');
    expect((await trial.site.post(trial.desk, `/index/numbers/runs/${id}/resume`, {})).statusCode).toBe(303);
    trial.fake.fail(50, 503);
    await trial.work(1);
    expect((await trial.site.get(trial.desk, '/index/numbers')).body).toContain('It is asked again shortly');
    trial.fake.fail(0, 503);
    connectPds(null);
    expect((await trial.site.get(trial.desk, '/index/numbers')).body).toContain('No connection to the NHS');
    await trial.work(1);
    const row = await trial.cast.behind.selectFrom('nhs_run').select(['state', 'note']).where('id', '=', id).executeTakeFirstOrThrow();
    expect(row).toEqual({ state: 'stopped', note: 'No connection to the NHS is set up here.' });
  });
});
