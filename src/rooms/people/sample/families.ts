import type { Population, SamplePerson } from './population-types.ts';
import type { Random } from './random.ts';
import type { SampleFamily } from './scene.ts';

/** The families of a batch in an order of chance, without those with anyone in `reserved`. */
export function familiesOf(batch: Population, reserved: ReadonlySet<string>, random: Random): SampleFamily[] {
  const people = Map.groupBy(batch.people, (it) => it.householdId);
  const schools = new Map(batch.schools.map((it) => [it.id, it]));
  const rolls = new Map(batch.enrolments.map((it) => [it.childId, it.schoolId]));
  const families = batch.households.flatMap((household): SampleFamily[] => {
    const all = people.get(household.id) ?? [];
    const children = all.filter((it) => it.part === 'child').toSorted((a, b) => (a.bornOn ?? 0) - (b.bornOn ?? 0));
    const adults = all.filter((it) => it.livesHere && it.part !== 'child' && it.part !== 'unborn');
    const carer = adults.find((it) => it.part === 'parent') ?? adults[0];
    if (!carer || children.length === 0 || all.some((it) => reserved.has(it.id))) return [];
    return [{ household, children, adults, carer, schoolOf: (childId) => schools.get(rolls.get(childId) ?? '') }];
  });
  return shuffled(families, random);
}

function shuffled<T>(list: T[], random: Random): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}

/** Age in whole years on a day. */
export const yearsOld = (person: SamplePerson, today: number): number =>
  Math.max(0, Math.floor((today - (person.bornOn ?? today)) / 365.2425));
