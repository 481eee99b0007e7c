import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../platform/access/refusal.ts';
import type { Typed } from '../../../platform/web/route.ts';
import { asSaidNow, withdrawn } from './correction.ts';
import { gradeWords, handlingWords } from './grading.codes.ts';
import { nothing, questionsFor, questionSets } from './question-sets.codes.ts';
import { readItems, restNothing, typedOf } from './read-return.ts';
import { itemKinds, itemWords, knowsSomething, partsOf, placesOf, reaches, unanswered, type Item } from './return.ts';

const child = { id: 'c1111111-0000-4000-8000-000000000000', part: 'child', name: 'Amina Hassan' };
const brother = { id: 'c2222222-0000-4000-8000-000000000000', part: 'unborn', name: 'Unborn baby' };
const mother = { id: 'a1111111-0000-4000-8000-000000000000', part: 'adult', name: 'Hodan Hassan' };
const people = [child, brother, mother];
const today = '2026-11-24';

const read = (typed: Typed, discipline = 'police') =>
  readItems(typed, { places: placesOf(questionsFor(discipline), people), people, today });
const faults = (typed: Typed, discipline = 'police'): string[] => {
  try {
    read(typed, discipline);
    return [];
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.errors.map((one) => `${one.field}: ${one.message}`);
    throw thrown;
  }
};

describe('a question set', () => {
  it('has a key once, asks each agency at most eight things and offers "nothing known" last to every one', () => {
    for (const set of questionSets) {
      expect(new Set(set.questions.map((one) => one.key)).size, set.key).toBe(set.questions.length);
      expect(set.questions.length, set.key).toBeLessThanOrEqual(8);
      for (const question of set.questions) expect(question.ready.at(-1), `${set.key} ${question.key}`).toBe(nothing);
    }
  });

  it('is asked once a family, once a child, an unborn baby counting as one, and once an adult', () => {
    const names = placesOf(questionsFor('police'), people).map((place) => place.name);
    expect(names).toContain('domestic-abuse--all');
    expect(names.filter((name) => name.startsWith('missing--'))).toEqual(['missing--c1111111', 'missing--c2222222']);
    expect(names.filter((name) => name.startsWith('orders--'))).toEqual(['orders--a1111111']);
  });

  it('asks of the household what it would ask of somebody the request does not name', () => {
    expect(placesOf(questionsFor('probation'), [child]).map((place) => place.about)).toEqual([null, null, null, null, null]);
  });
});

describe('an answer form read', () => {
  it('makes one item of ready answers and the words beside them, of the question’s own kind', () => {
    const typed = {
      reach: 'OPEN_TO_HUB-ASK',
      'orders--a1111111-ready': ['Non-molestation order', 'Stalking protection order'],
      'orders--a1111111-words': 'Until May',
    };
    expect(read(typed)).toMatchObject([
      {
        aboutId: mother.id,
        question: 'orders',
        kind: 'fact',
        words: 'Non-molestation order; Stalking protection order: Until May',
        reach: 'OPEN_TO_HUB-ASK',
      },
    ]);
  });

  it('lets careful information leave the hub only for each recipient, whatever is said for the rest', () => {
    const typed = { reach: 'OPEN_TO_HUB-YES', 'convictions--a1111111-ready': 'Violence' };
    expect(read(typed)).toMatchObject([{ reach: 'OWNER_CONTROLLED-ASK' }]);
    expect(read({ ...typed, 'convictions--a1111111-reach': 'HUB_ONLY-NO' })).toMatchObject([{ reach: 'HUB_ONLY-NO' }]);
  });

  it('asks who may have it before anything but nothing is returned', () => {
    expect(faults({ 'missing--c1111111-ready': nothing })).toEqual([]);
    expect(faults({ 'missing--c1111111-ready': 'Missing once' })).toEqual(['reach: Select who may have what you return']);
  });

  it.each([
    [
      'an allegation without its source',
      { 'domestic-abuse--all-words': 'Shouting', 'domestic-abuse--all-kind': 'allegation' },
      'domestic-abuse--all-source',
    ],
    [
      'nothing known beside something known',
      { 'domestic-abuse--all-ready': nothing, 'domestic-abuse--all-words': 'One call' },
      'domestic-abuse--all-words',
    ],
    ['intelligence without its grades', { 'intelligence--all-words': 'Seen dealing' }, 'intelligence--all-grade-source'],
    [
      'half a grade',
      { 'intelligence--all-words': 'Seen', 'intelligence--all-grade-source': 'B', 'intelligence--all-handling': '2' },
      'intelligence--all-grade-known',
    ],
    [
      'a day to come',
      {
        'domestic-abuse--all-words': 'Call',
        'domestic-abuse--all-from-day': '1',
        'domestic-abuse--all-from-month': '1',
        'domestic-abuse--all-from-year': '2027',
      },
      'domestic-abuse--all-from',
    ],
    [
      'an end without a beginning',
      {
        'domestic-abuse--all-words': 'Call',
        'domestic-abuse--all-to-day': '1',
        'domestic-abuse--all-to-month': '1',
        'domestic-abuse--all-to-year': '2026',
      },
      'domestic-abuse--all-from',
    ],
  ] as const)('refuses %s', (_, typed, field) => {
    expect(faults({ reach: 'OPEN_TO_HUB-ASK', ...typed }).map((one) => one.split(':')[0])).toContain(field);
  });

  it('keeps intelligence of code 4 in the force and of code 1 in the hub', () => {
    const graded = {
      reach: 'OPEN_TO_HUB-ASK',
      'intelligence--all-words': 'Seen dealing',
      'intelligence--all-grade-source': 'B',
      'intelligence--all-grade-known': '3',
    };
    expect(faults({ ...graded, 'intelligence--all-handling': '4' }).join()).toContain('stays within the force');
    expect(faults({ ...graded, 'intelligence--all-handling': '1' }).join()).toContain('The hub alone');
    expect(read({ ...graded, 'intelligence--all-handling': '1', 'intelligence--all-reach': 'HUB_ONLY-NO' })).toMatchObject([
      { grading: 'B3', handling: '1' },
    ]);
  });

  it('reads what nobody asked, about whom the form says', () => {
    const typed = { reach: 'HUB_ONLY-NO', 'more--2-words': 'Moved in with an aunt', 'more--2-about': child.id };
    expect(read(typed)).toMatchObject([{ question: 'more', aboutId: child.id, words: 'Moved in with an aunt', reach: 'HUB_ONLY-NO' }]);
  });

  it('says what is not answered, which is never the same as nothing known', () => {
    const places = placesOf(questionsFor('voluntary'), people);
    const items = read({ reach: 'OPEN_TO_HUB-YES', 'seen--all-ready': nothing, 'view--all-words': 'Doing well' }, 'voluntary');
    expect(unanswered(places, items).map((place) => place.question.key)).toEqual(['involved', 'strengths']);
    expect(knowsSomething(items)).toBe(true);
    const rest = read(restNothing({}, places), 'voluntary');
    expect(unanswered(places, rest)).toEqual([]);
    expect(knowsSomething(rest)).toBe(false);
  });

  it('is the same form again when a colleague goes on with it', () => {
    for (const set of questionSets) {
      const places = placesOf(set, people);
      const item = fc
        .record({
          place: fc.constantFrom(...places),
          typed: fc.string({ maxLength: 60, unit: fc.constantFrom('a', 'Z', ':', ';', ' ', '\n', 'é') }).map((text) => text.trim()),
          many: fc.nat(3),
          kind: fc.constantFrom(...itemKinds),
          reach: fc.constantFrom(...reaches),
          third: fc.boolean(),
        })
        .map(({ place, typed, many, ...rest }): Item & { at: string } => {
          const ready = place.question.ready.filter((one) => one !== nothing).slice(0, place.question.several ? many : Math.min(many, 1));
          const known = itemWords(ready, typed) !== '';
          const plain = {
            at: place.name,
            aboutId: place.about?.id ?? null,
            question: place.question.key,
            from: known ? '2026-03-02' : null,
            to: null,
          };
          return known
            ? {
                ...plain,
                words: itemWords(ready, typed),
                kind: rest.kind,
                source: 'A call',
                grading: 'E4',
                handling: '5',
                reach: rest.reach,
                thirdParty: rest.third,
              }
            : {
                ...plain,
                words: nothing,
                kind: place.question.kind,
                source: null,
                grading: null,
                handling: null,
                reach: 'OPEN_TO_HUB-YES',
                thirdParty: false,
              };
        });
      fc.assert(
        fc.property(fc.uniqueArray(item, { selector: (one) => one.at, maxLength: 6 }), (drawn) => {
          const items = drawn.map(({ at: _, ...one }) => one);
          const again = readItems(typedOf(items, places), { places, people, today });
          const order = (list: readonly Item[]) =>
            list.toSorted((a, b) => `${a.question}${a.aboutId}`.localeCompare(`${b.question}${b.aboutId}`));
          expect(order(again)).toEqual(order(items));
        }),
        { numRuns: 60 },
      );
    }
  });
});

it('takes the words of an item apart as they were put together', () => {
  const [question] = questionsFor('education').questions;
  expect(partsOf(question!, 'Under 50%: since June')).toEqual({ ready: ['Under 50%'], typed: 'since June' });
  expect(partsOf(question!, 'Since June: poor')).toEqual({ ready: [], typed: 'Since June: poor' });
});

it('says grades and handling codes in words', () => {
  expect(gradeWords('E4')).toBe('E4: untested source; cannot be judged');
  expect(handlingWords('5')).toBe('Handling code 5: may go on under the conditions said');
  expect([gradeWords(null), handlingWords(null)]).toEqual([null, null]);
});

it('says how each earlier item reads by a further return', () => {
  const said = (id: string, question: string, words: string) => ({ id, question, words, aboutId: null, kind: 'fact' as const });
  const before = [
    said('1', 'tenancy', 'Council tenancy'),
    said('2', 'arrears', 'Arrears'),
    said('3', 'more', 'A dog'),
    said('4', 'more', 'A cat'),
  ];
  const after = [said('5', 'tenancy', 'Council tenancy'), said('6', 'arrears', 'None'), said('7', 'more', 'A cat')];
  expect(asSaidNow(before, after).map((one) => one.nowWords)).toEqual(['Council tenancy', 'None', withdrawn, 'A cat']);
});
