import { describe, expect, it } from 'vitest';
import { at, familyLevel, givenLevel, silent } from './levels.ts';
import { levelsOf, record } from './linkage-cases.test-data.ts';
import { skeleton, slips } from './words.ts';
import { near, Vocabulary } from './vocabulary.ts';

describe('words', () => {
  it.each([
    ['mohammed', 'muhammad'],
    ['chowdhury', 'choudhry'],
    ['fatimah', 'fatima'],
    ['christine', 'kristine'],
  ])('%s and %s are heard alike', (one, other) => expect(skeleton(one)).toBe(skeleton(other)));

  it.each([
    ['same', 'same', 0],
    ['jon', 'john', 1],
    ['smiht', 'smith', 1],
    ['abc', 'xyz', 3],
  ])('counts slips between %s and %s', (one, other, many) => expect(slips(one, other, 3)).toBe(many));

  it.each([
    ['maxamed', 'mohamed', near.spelling],
    ['cali', 'ali', near.spelling],
    ['xasan', 'hassan', near.spelling],
    ['stefanita', 'stefan', near.spelling],
    ['wang', 'wong', near.spelling],
    ['kasia', 'katarzyna', near.spelling],
    ['emeka', 'chukwuemeka', near.spelling],
    ['laxmi', 'lakshmi', near.spelling],
    ['hartstone', 'hartstane', near.spelling],
    ['martha', 'marta', near.spelling],
    ['simth', 'smits', near.different],
    ['brown', 'browne', near.spelling],
    ['tanner', 'banner', near.slip],
    ['j', 'jane', near.initial],
    ['sara', 'zara', near.slip],
    ['aisha', 'maryam', near.different],
    ['hassan', 'hussein', near.alike],
  ])('%s and %s', (one, other, level) => {
    const words = new Vocabulary();
    expect(words.between(words.number(one), words.number(other))).toBe(level);
  });
});

describe('names of a pair', () => {
  it.each([
    ['Bengali vowels', ['Rahima', 'Chowdhury'], ['Raheema', 'Choudhury'], givenLevel.spelling, familyLevel.spelling],
    ['Romanian letters', ['Ștefan', 'Ionescu'], ['Stefan', 'Ionescu'], givenLevel.same, familyLevel.same],
    ['Polish endings', ['Zuzanna', 'Kowalska'], ['Zuzia', 'Kowalski'], givenLevel.spelling, familyLevel.spelling],
    ['Chinese order', ['Chan', 'Wei Ling'], ['Weiling', 'Chan'], givenLevel.same, familyLevel.same],
    ['changed about', ['Khan', 'Aisha'], ['Aisha', 'Khan'], givenLevel.same, familyLevel.same],
    ['double name', ['Ivy', 'Harris-Abbott'], ['Ivy', 'Abbott'], givenLevel.same, familyLevel.part],
    ['Mohammed left out', ['Mohammed Ali', 'Khan'], ['Ali', 'Khan'], givenLevel.same, familyLevel.same],
    ['two names of one pattern', ['Shun Lei', 'Zheng'], ['Shun Kit', 'Zheng'], givenLevel.initial, familyLevel.same],
    ['brothers called Mohammed', ['Mohammed Ali', 'Khan'], ['Mohammed Zain', 'Khan'], givenLevel.different, familyLevel.same],
    ['two names like in one word', ['Pang Wen', 'Shi'], ['Pang Weing', 'Shi'], givenLevel.initial, familyLevel.same],
    ['two names, like closed up', ['Syed Ali', 'Khan'], ['Syed Aqib', 'Khan'], givenLevel.different, familyLevel.same],
    ['each with a name of its own', ['Bobbie Freddie', 'Cole'], ['Sebastian Bobbie', 'Cole'], givenLevel.different, familyLevel.same],
    ['no name yet', ['Baby Girl', 'Khan'], ['Aisha', 'Khan'], silent, familyLevel.same],
  ] as const)('%s', (_, one, other, given, family) => {
    const levels = levelsOf(record({ givenName: one[0], familyName: one[1] }), record({ givenName: other[0], familyName: other[1] }));
    expect([levels[at.given], levels[at.family]]).toEqual([given, family]);
  });

  it('knows a middle name used as a first name', () => {
    const levels = levelsOf(
      record({ givenName: 'Dexter', middleName: 'Noah', familyName: 'Williams' }),
      record({ givenName: 'Noah', familyName: 'Williams' }),
    );
    expect(levels[at.given]).toBe(givenLevel.elsewhere);
  });

  it('tells that a record calls itself a twin', () => {
    expect(record({ givenName: 'Twin 2', familyName: 'Khan' })).toMatchObject({ nameless: true, plural: true });
    expect(record({ givenName: 'Baby', familyName: 'Khan' })).toMatchObject({ nameless: true, plural: false });
    expect(record({ givenName: 'Mohammed', familyName: 'Khan' })).toMatchObject({ nameless: false, weak: true });
  });
});
