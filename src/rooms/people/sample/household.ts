import { communities, type Community } from './communities.ts';
import { schoolYearOf, yearOfDays, yearGroup, type DayNumber } from './days.ts';
import { dwelling, type Dwelling } from './dwellings.ts';
import type { Institutions } from './institutions.ts';
import { dramaMobile, upn } from './numbers.ts';
import type { HouseholdShape, Population, SamplePerson, SampleRelationship, SchoolKind } from './population-types.ts';
import { randomFrom, weights, type Random } from './random.ts';
import { birthsOf, meanBirths, type Birth } from './siblings.ts';
import { childrenSurname, nameChild, nameParents, type FullName, type Parents } from './traditions.ts';

/** What one household is made from; NHS numbers and pupil serials run on from household to household. */
export type Making = {
  seed: number;
  asOf: DayNumber;
  institutions: Institutions;
  nhsNumbers: Iterator<string, never>;
  pupilSerials: Map<string, number>;
};

type Build = Making & {
  random: Random;
  community: Community;
  shape: HouseholdShape;
  into: Population;
  householdId: string;
  home: Dwelling;
  movedIn: DayNumber;
  language: string;
  religion: string | null;
};

const drawCommunity = weights(
  communities.map((community) => [community, community.per100 / (community.large ? meanBirths.large : meanBirths.usual)] as const),
);
const drawShape = weights<HouseholdShape>([
  ['two parents', 68],
  ['lone mother', 15],
  ['separated parents', 8.5],
  ['step family', 5],
  ['lone father', 1.7],
  ['kinship', 1.3],
  ['foster', 0.5],
]);
const disabilityCodes = weights([
  ['LD', 4],
  ['AUT', 6],
  ['COMM', 4],
  ['BEH', 3],
  ['MOB', 2],
  ['HEAR', 1],
  ['VIS', 0.7],
  ['CON', 1],
  ['INC', 0.5],
  ['PC', 0.5],
  ['HAND', 0.5],
]);

/**
 * Adds household `number` to the batch: who lives there, who does not, how they are related, where they live and lived,
 * their identifiers, schools and practice. At most `room` children. Returns how many children it added.
 */
export function addHousehold(number: number, room: number, making: Making, into: Population): number {
  const random = randomFrom(making.seed, number);
  const community = random.weighted(drawCommunity);
  const shape = random.weighted(drawShape);
  const build: Build = {
    ...making,
    random,
    community,
    shape,
    into,
    householdId: random.uuid(),
    home: dwelling(random),
    movedIn: making.asOf - Math.floor(random.next() ** 2 * 15 * yearOfDays) - 20,
    language: random.weighted(community.languages),
    religion: random.weighted(community.religions),
  };
  const births = birthsOf(community.large === true, making.asOf, random).slice(0, shape === 'foster' ? Math.min(room, 1) : room);
  const parents = nameParents(community, random);
  const surname = childrenSurname(community.father, parents, shape !== 'lone mother' || random.chance(0.5), random);
  into.households.push({ id: build.householdId, number, name: familyName(community, parents, surname), shape, ward: build.home.ward });
  const adults = addAdults(build, parents, births);
  const children = addChildren(build, births, parents, surname);
  relate(build, adults, children, births);
  if (shape === 'two parents' && random.chance(0.012)) addUnborn(build, adults, surname);
  addAddresses(build, [...adults.map((adult) => adult.person), ...children]);
  return children.length;
}

function familyName(community: Community, parents: Parents, surname: string): string {
  if (community.father === 'somali' || community.father === 'tamil') return `Family of ${parents.mother.given} ${parents.mother.family}`;
  return `${surname} family`;
}

type Adult = { person: SamplePerson; kind: SampleRelationship['kind']; parentalResponsibility: boolean | null };

function newPerson(build: Build, name: FullName, bornOn: DayNumber, sex: 'F' | 'M', part: SamplePerson['part']): SamplePerson {
  const { random, community, asOf } = build;
  const adult = part !== 'child';
  const ethnicity = part === 'parent' ? (sex === 'M' ? community.fatherEthnicity : community.motherEthnicity) : undefined;
  const person: SamplePerson = {
    id: random.uuid(),
    householdId: build.householdId,
    part,
    livesHere: true,
    given: name.given,
    family: name.family,
    others: name.others,
    bornOn,
    bornOnIs: 'exact',
    expectedOn: null,
    sex,
    ethnicity: ethnicity ?? community.ethnicity,
    firstLanguage: build.language,
    interpreterNeeded: adult && build.language !== 'English' ? random.chance(0.13) : null,
    religion: build.religion,
    disabilities: [],
    phone: adult ? dramaMobile(random.below(1000)) : null,
    email: adult && random.chance(0.6) ? mailbox(name, random) : null,
  };
  build.into.people.push(person);
  if (random.chance(adult ? 0.85 : 0.95)) {
    const value = build.nhsNumbers.next().value;
    build.into.identifiers.push({
      personId: person.id,
      kind: 'nhs-number',
      value,
      from: adult ? null : Math.min(bornOn + 2, asOf),
      to: null,
      source: 'GP list',
    });
  }
  return person;
}

const mailbox = (name: FullName, random: Random): string =>
  `${name.given}.${name.family}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z.]+/g, '') + `${random.below(90) + 10}@example.org`;

/** Parents and carers the shape calls for. A mother is 17 to 46 at every birth; fathers are of like age or somewhat older. */
function addAdults(build: Build, parents: Parents, births: readonly Birth[]): Adult[] {
  const { random, shape } = build;
  const [eldest, youngest] = [births[0]?.bornOn ?? build.asOf, births.at(-1)?.bornOn ?? build.asOf];
  const span = (youngest - eldest) / yearOfDays;
  const atFirst = Math.min(17 + Math.floor(8 * random.next() + 9 * random.next() + 8 * random.next()), Math.max(17, 46 - span));
  const motherBorn = eldest - Math.floor((atFirst + random.next()) * yearOfDays);
  const fatherBorn = motherBorn - Math.floor((random.next() * 9 - 2) * yearOfDays);
  const adults: Adult[] = [];
  const add = (
    name: FullName,
    born: DayNumber,
    sex: 'F' | 'M',
    kind: Adult['kind'],
    responsible: boolean | null,
    livesHere = true,
  ): void => {
    const person = newPerson(
      build,
      name,
      born,
      sex,
      kind === 'mother' || kind === 'father'
        ? 'parent'
        : kind === 'carer' || (kind === 'grandparent' && !livesHere)
          ? 'carer'
          : 'other adult',
    );
    person.livesHere = livesHere;
    adults.push({ person, kind, parentalResponsibility: responsible });
  };
  const motherHere = shape !== 'lone father' && shape !== 'kinship' && shape !== 'foster';
  const fatherHere = shape === 'two parents' || shape === 'lone father';
  add(parents.mother, motherBorn, 'F', 'mother', true, motherHere);
  if (fatherHere || shape === 'separated parents' || random.chance(0.6))
    add(parents.father, fatherBorn, 'M', 'father', fatherHere || random.chance(0.6) ? true : null, fatherHere);
  addOthers(build, motherBorn, add);
  if (adults.some((adult) => adult.kind === 'father')) partners(build, adults);
  return adults;
}

type AddAdult = (name: FullName, born: DayNumber, sex: 'F' | 'M', kind: Adult['kind'], responsible: boolean | null) => void;

function addOthers(build: Build, motherBorn: DayNumber, add: AddAdult): void {
  const { random, shape, community } = build;
  const generation = Math.floor((21 + 12 * random.next()) * yearOfDays);
  if (shape === 'step family') {
    const step = nameParents(community, random).father;
    add(step, motherBorn - Math.floor(random.next() * 6 * yearOfDays), 'M', 'step-parent', false);
  }
  if (shape === 'kinship') add(nameParents(community, random).mother, motherBorn - generation, 'F', 'grandparent', random.chance(0.4));
  if (shape === 'foster') {
    const carers = nameParents(random.weighted(drawCommunity), random);
    add(carers.mother, motherBorn - Math.floor(12 * yearOfDays), 'F', 'carer', false);
    if (random.chance(0.6)) add(carers.father, motherBorn - Math.floor(14 * yearOfDays), 'M', 'carer', false);
  }
  if (shape === 'two parents' && random.chance(community.threeGenerations ? 0.1 : 0.015)) {
    add(
      nameParents({ father: community.father, mother: community.father }, random).mother,
      motherBorn - generation,
      'F',
      'grandparent',
      false,
    );
  }
}

function partners(build: Build, adults: readonly Adult[]): void {
  const [mother, father] = [adults.find((adult) => adult.kind === 'mother'), adults.find((adult) => adult.kind === 'father')];
  if (!mother || !father) return;
  const kind = build.shape === 'two parents' ? 'partner' : 'former partner';
  build.into.relationships.push(
    { personId: mother.person.id, relatedId: father.person.id, kind, parentalResponsibility: null },
    { personId: father.person.id, relatedId: mother.person.id, kind, parentalResponsibility: null },
  );
}

function addChildren(build: Build, births: readonly Birth[], parents: Parents, surname: string): SamplePerson[] {
  const { random, community } = build;
  const taken = new Set<string>();
  const children: SamplePerson[] = [];
  for (const birth of births) {
    const tradition = community.father === community.mother || random.chance(0.4) ? community.father : community.mother;
    const first = birth.twinOf === null ? undefined : children[birth.twinOf];
    const name = nameChild(
      tradition,
      { sex: birth.sex, surname, parents, taken, twinOf: first?.sex === birth.sex ? first.given : null },
      random,
    );
    const child = newPerson(build, name, birth.bornOn, birth.sex, 'child');
    if (random.chance(0.035)) child.disabilities.push(random.weighted(disabilityCodes));
    if (random.chance(0.0015)) child.bornOnIs = 'estimated';
    children.push(child);
    enrol(build, child, birth.bornOn);
    register(build, child, birth.bornOn);
  }
  return children;
}

function relate(build: Build, adults: readonly Adult[], children: readonly SamplePerson[], births: readonly Birth[]): void {
  const { relationships } = build.into;
  children.forEach((child, at) => {
    for (const { person, kind, parentalResponsibility } of adults) {
      if (kind !== 'partner') relationships.push({ personId: person.id, relatedId: child.id, kind, parentalResponsibility });
    }
    children.forEach((other, place) => {
      if (place === at) return;
      const twin = births[at]?.bornOn === births[place]?.bornOn;
      relationships.push({ personId: child.id, relatedId: other.id, kind: twin ? 'twin' : 'sibling', parentalResponsibility: null });
    });
  });
}

/** An unborn baby is recorded under its mother: no name, sex unknown, an expected date (domain handbook 2.4). */
function addUnborn(build: Build, adults: readonly Adult[], surname: string): void {
  const mother = adults.find((adult) => adult.kind === 'mother');
  if (!mother) return;
  const id = build.random.uuid();
  build.into.people.push({
    ...mother.person,
    id,
    part: 'unborn',
    given: null,
    family: surname,
    others: [],
    bornOn: null,
    expectedOn: build.asOf + 10 + build.random.below(170),
    sex: 'U',
    ethnicity: build.community.ethnicity,
    interpreterNeeded: null,
    phone: null,
    email: null,
  });
  build.into.relationships.push({ personId: mother.person.id, relatedId: id, kind: 'expecting', parentalResponsibility: null });
}

function addAddresses(build: Build, people: readonly SamplePerson[]): void {
  const { random, home, movedIn, asOf, into } = build;
  const from = random.chance(0.13) ? asOf - 20 - random.below(1000) : movedIn;
  const before = from === movedIn ? null : dwelling(random);
  for (const person of people) {
    if (!person.livesHere && !random.chance(0.7)) continue;
    const here = person.livesHere ? home : dwelling(random);
    const since = Math.max(person.bornOn ?? from, from);
    into.addresses.push({
      personId: person.id,
      ...here,
      from: since,
      to: null,
      source: person.part === 'child' ? 'School roll or GP list' : 'Council records',
    });
    if (before === null || !person.livesHere || (person.bornOn ?? 0) >= from) continue;
    into.addresses.push({
      personId: person.id,
      ...before,
      from: Math.max(person.bornOn ?? 0, from - 900),
      to: from - 1,
      source: 'Council records',
    });
  }
}

/** Puts a child of school age on a roll: three and four year olds in nursery by half, from 16 two in three in a sixth form. */
function enrol(build: Build, child: SamplePerson, bornOn: DayNumber): void {
  const { random, asOf, institutions, home } = build;
  const year = schoolYearOf(asOf);
  const group = yearGroup(bornOn, year);
  if (group < -2 || group > 13 || (group < 0 && !random.chance(0.5)) || (group > 11 && !random.chance(0.65)) || random.chance(0.03)) return;
  const kind = schoolKind(group, child, random);
  const choice = random.chance(0.6) ? institutions.schoolsFor.near(kind, home.ward) : institutions.schoolsFor.all(kind);
  const school = random.pick(choice);
  const yearsThere = Math.max(0, group < 0 ? 0 : group - (kind === 'secondary' ? 7 : 0));
  const from = Math.floor(Date.UTC(year - yearsThere, 8, 1) / 86_400_000);
  build.into.enrolments.push({ childId: child.id, schoolId: school.id, yearGroup: group, from });
  if (group >= 0) addUpn(build, child, school.dfeNumber, year - group, from);
}

function schoolKind(group: number, child: SamplePerson, random: Random): SchoolKind {
  if (child.disabilities.length > 0 && random.chance(0.4)) return 'special';
  if (group < 0) return 'nursery';
  if (group < 7) return 'primary';
  return random.chance(0.006) ? 'alternative' : 'secondary';
}

/** A number for life from the first school year; a few began with a temporary one that was replaced. */
function addUpn(build: Build, child: SamplePerson, school: string, firstYear: number, from: DayNumber): void {
  const key = `${school} ${firstYear}`;
  const serial = build.pupilSerials.get(key) ?? 0;
  build.pupilSerials.set(key, serial + 1);
  const { identifiers } = build.into;
  if (build.random.chance(0.004))
    identifiers.push({
      personId: child.id,
      kind: 'upn',
      value: upn(school, firstYear, serial, true),
      from,
      to: from + 40,
      source: 'School roll',
    });
  identifiers.push({ personId: child.id, kind: 'upn', value: upn(school, firstYear, serial), from, to: null, source: 'School roll' });
}

function register(build: Build, child: SamplePerson, bornOn: DayNumber): void {
  const { random, institutions, home } = build;
  if (!random.chance(0.96)) return;
  const near = institutions.practices.filter((practice) => practice.ward === home.ward);
  const practice = near.length > 0 && random.chance(0.75) ? random.pick(near) : random.pick(institutions.practices);
  build.into.registrations.push({
    childId: child.id,
    practiceId: practice.id,
    from: bornOn + 14 > build.asOf ? build.asOf - 1 : Math.max(bornOn + 14, build.movedIn),
  });
}
