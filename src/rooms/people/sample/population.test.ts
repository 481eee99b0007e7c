import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkNhsNumber, checkUpn, isTestNhsNumber } from '../identifier.ts';
import { normalisePostcode } from '../postcode.ts';
import { ageBand, village } from './borough.ts';
import { communities } from './communities.ts';
import { dayNumber, isoDay, yearGroup } from './days.ts';
import { populate, type Recipe } from './population.ts';
import type { Population, SamplePerson } from './population-types.ts';
import { schoolNames } from './tables/invented-places.ts';
import { wards } from './tables/wards.ts';

const asOf = '2026-11-22';
const today = dayNumber(asOf);

function whole(recipe: Partial<Recipe> = {}): Population {
  const batches = [...populate({ seed: 2026, children: 20_000, asOf, ...recipe })];
  const join = <K extends keyof Population>(key: K): Population[K] => batches.flatMap((batch) => batch[key] as unknown[]) as Population[K];
  return {
    households: join('households'),
    people: join('people'),
    relationships: join('relationships'),
    addresses: join('addresses'),
    identifiers: join('identifiers'),
    enrolments: join('enrolments'),
    registrations: join('registrations'),
    schools: batches[0]?.schools ?? [],
    practices: batches[0]?.practices ?? [],
  };
}
const fingerprint = (population: Population): string => createHash('sha256').update(JSON.stringify(population)).digest('hex');
const borough = whole();
const children = borough.people.filter((person) => person.part === 'child');
const byId = new Map(borough.people.map((person) => [person.id, person]));
const unique = (values: string[]): boolean => new Set(values).size === values.length;

/** Shares of a hundred, each within 1.25 points of the village: brothers and sisters share much, so about 11,000 families speak for 20,000 children. */
function expectShares<T>(list: readonly T[], groupOf: (item: T) => string, per100: Record<string, number>): void {
  const groups = Map.groupBy(list, groupOf);
  for (const [name, wanted] of Object.entries(per100)) {
    const share = ((groups.get(name)?.length ?? 0) / list.length) * 100;
    expect(Math.abs(share - wanted), `${name}: ${share.toFixed(2)} of 100, the village has ${wanted}`).toBeLessThan(1.25);
  }
}

describe('the village of a hundred', () => {
  it.each(Object.entries(village))('%s sums to 100', (_, shares) => {
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBe(100);
  });
  it('has every community in its village group', () => {
    for (const [group, wanted] of Object.entries(village.ethnicity)) {
      const sum = communities.filter((it) => it.village === group).reduce((total, it) => total + it.per100, 0);
      expect(sum, group).toBeCloseTo(wanted, 6);
    }
  });
});

describe('a borough from a seed', () => {
  it('is the same to the byte for the same seed, and another for another', () => {
    expect(fingerprint(whole({ children: 700 }))).toBe(fingerprint(whole({ children: 700 })));
    expect(fingerprint(whole({ children: 700, seed: 7 }))).not.toBe(fingerprint(whole({ children: 700 })));
  });
  it('does not depend on the size of a batch', () => {
    expect(fingerprint(whole({ children: 700, batchChildren: 90 }))).toBe(fingerprint(whole({ children: 700 })));
  });
  it.each([1, 60, 20_000])('has exactly %i children', (count) => {
    expect((count === 20_000 ? borough : whole({ children: count })).people.filter((person) => person.part === 'child')).toHaveLength(
      count,
    );
  });
});

describe('its children are shaped like the village', () => {
  const years = (person: SamplePerson): number => Math.floor((today - (person.bornOn ?? 0)) / 365.2425);
  it('by age', () => expectShares(children, (child) => ageBand(years(child)), village.age));
  it('by gender', () => expectShares(children, (child) => (child.sex === 'M' ? 'Boys' : 'Girls'), village.gender));
  it('by first language', () => {
    const { Other, ...named } = village.firstLanguage;
    expectShares(children, (child) => (child.firstLanguage in named ? child.firstLanguage : 'Other'), { ...named, Other });
  });
  it('by ethnicity', () => {
    const groupOf = new Map(communities.map((it) => [it.ethnicity, it.village]));
    expectShares(children, (child) => groupOf.get(child.ethnicity) ?? '', village.ethnicity);
  });
  it('with about 15 pairs of twins in 1,000 maternities, a third of them a girl and a boy', () => {
    const pairs = borough.relationships.filter((it) => it.kind === 'twin' && it.personId < it.relatedId);
    const perThousand = (pairs.length / (children.length - pairs.length)) * 1000;
    expect(perThousand).toBeGreaterThan(11.5);
    expect(perThousand).toBeLessThan(18.5);
    const mixed = pairs.filter((it) => byId.get(it.personId)?.sex !== byId.get(it.relatedId)?.sex).length / pairs.length;
    expect(mixed).toBeGreaterThan(0.22);
    expect(mixed).toBeLessThan(0.45);
  });
});

describe('no real person can be in it', () => {
  it('has NHS numbers only from the range never issued, each valid and given once', () => {
    const numbers = borough.identifiers.filter((it) => it.kind === 'nhs-number').map((it) => it.value);
    expect(numbers.every((value) => isTestNhsNumber(value) && checkNhsNumber(value).valid)).toBe(true);
    expect(unique(numbers)).toBe(true);
  });
  it('has valid UPNs of Harrow, of school numbers nobody has, each once', () => {
    const upns = borough.identifiers.filter((it) => it.kind === 'upn').map((it) => it.value);
    expect(upns.every((value) => checkUpn(value).valid && /^.3109/.test(value))).toBe(true);
    expect(unique(upns)).toBe(true);
  });
  it('has telephones only from the drama ranges and mail only at example.org', () => {
    const phones = [
      ...borough.people.map((it) => it.phone),
      ...borough.schools.map((it) => it.phone),
      ...borough.practices.map((it) => it.phone),
    ];
    for (const phone of phones) expect(phone ?? '07700 900000').toMatch(/^(020 7946 0\d{3}|07700 900\d{3})$/);
    for (const { email } of borough.people) expect(email ?? '@example.org').toMatch(/@example\.org$/);
  });
  it('has schools above the issued reference numbers', () => {
    expect(borough.schools).toHaveLength(Object.values(schoolNames).flat().length);
    expect(borough.schools.every((it) => it.urn.startsWith('990'))).toBe(true);
  });
  it('has addresses in real wards and well-formed postcodes', () => {
    const names = new Set(wards.map((ward) => ward.name));
    expect(names.size).toBe(22);
    expect(borough.addresses.every((it) => names.has(it.ward) && normalisePostcode(it.postcode) === it.postcode)).toBe(true);
  });
});

describe('its families make sense', () => {
  const parentsOf = Map.groupBy(borough.relationships, (it) => it.relatedId);
  it('has every child born before today, to a mother of 15 to 50', () => {
    for (const child of children) {
      const mother = byId.get(parentsOf.get(child.id)?.find((it) => it.kind === 'mother')?.personId ?? '');
      const age = ((child.bornOn ?? 0) - (mother?.bornOn ?? 0)) / 365.2425;
      expect(child.bornOn).toBeLessThan(today);
      expect(age > 15 && age < 50, `${age} years`).toBe(true);
    }
  });
  it('never gives two children of a family one name', () => {
    for (const family of Map.groupBy(children, (child) => child.householdId).values())
      expect(unique(family.map((it) => `${it.given}`))).toBe(true);
  });
  it('names as families do', () => {
    const withFather = children.map((child) => ({
      child,
      father: byId.get(parentsOf.get(child.id)?.find((it) => it.kind === 'father')?.personId ?? ''),
    }));
    const of = (language: string) => withFather.filter((it) => it.child.firstLanguage === language && it.father);
    expect(of('Tamil').every(({ child, father }) => child.family === father?.given)).toBe(true);
    expect(of('Somali').every(({ child, father }) => child.family.split(' ')[0] === father?.given)).toBe(true);
    expect(of('Panjabi').every(({ child }) => child.family !== 'Singh' || child.sex === 'M')).toBe(true);
    expect(
      of('Romanian').some(
        ({ child }) => /[șțăâî]/i.test(`${child.given} ${child.family}`) && child.others.some((it) => it.source === 'school roll'),
      ),
    ).toBe(true);
    expect(of('Polish').every(({ child }) => child.sex === 'M' || !child.family.endsWith('ski'))).toBe(true);
  });
  it('has children in their school year, and absent parents, kin, carers and unborn babies', () => {
    for (const { childId, yearGroup: group } of borough.enrolments) expect(yearGroup(byId.get(childId)?.bornOn ?? 0, 2026)).toBe(group);
    expect(new Set(borough.households.map((it) => it.shape)).size).toBe(7);
    const unborn = borough.people.filter((it) => it.part === 'unborn');
    expect(unborn.length).toBeGreaterThan(20);
    expect(unborn.every((it) => it.bornOn === null && it.given === null && it.sex === 'U' && (it.expectedOn ?? 0) > today)).toBe(true);
    expect(borough.people.some((it) => it.part === 'parent' && !it.livesHere)).toBe(true);
    expect(borough.addresses.some((it) => it.to !== null)).toBe(true);
  });
});

it('writes dates and school years as the calendar has them', () => {
  for (const iso of ['1970-01-01', '2000-02-29', '2024-12-31', '2026-03-01', '1968-07-09']) expect(isoDay(dayNumber(iso))).toBe(iso);
  expect(yearGroup(dayNumber('2022-08-31'), 2026)).toBe(0);
  expect(yearGroup(dayNumber('2022-09-01'), 2026)).toBe(-1);
  expect(yearGroup(dayNumber('2015-09-01'), 2026)).toBe(6);
});
