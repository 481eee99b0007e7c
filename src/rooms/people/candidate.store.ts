import type { StaffCtx } from '../../platform/access/ctx.ts';
import { candidateFrom, mayBeOffered, type Candidate, type Grade } from './candidate.ts';
import { gradeAll } from './grade.ts';
import { checkNhsNumber, checkUpn } from './identifier.ts';
import { namesOf } from './match.ts';
import type { SubmittedPerson } from './person.ts';
import { normalisePostcode } from './postcode.ts';
import { handedOver } from './search.store.ts';
import { londonDay } from './today.ts';

const order: readonly Grade[] = ['certain', 'probable', 'possible', 'unlikely'];
/** How many who are alike in little are still shown, so that the likely ones are not lost among them. */
const fewUnlikely = 3;

/** People in the index who may be the person described, most alike first, at most 20; audited in the database with who was shown.
 *  With `from`, where the submitted person stands, what was decided before comes with each, and those decided not to be the same come
 *  last. Someone hidden from the asker is never among them, nor does anything tell that they might have been. */
export async function candidatesFor(
  ctx: StaffCtx,
  submitted: SubmittedPerson,
  from: { sourceKind: string; sourceId: string } | null = null,
): Promise<Candidate[]> {
  const person = tidied(submitted);
  const facts = {
    names: namesOf(person),
    dateOfBirth: person.dateOfBirth,
    postcodes: person.address?.postcode ? [person.address.postcode] : [],
    wards: person.address?.ward ? [person.address.ward] : [],
    identifiers: [person.nhsNumber, person.upn].flatMap((it) => it ?? []),
  };
  const today = londonDay(ctx);
  const handed = await handedOver(ctx, facts, from, 'Recognising a person in a contact');
  const offered = handed.filter((one) => mayBeOffered(person, one));
  const graded = gradeAll(
    person,
    offered.filter((one) => !one.contactInstead),
  );
  const all = offered.map((one) => candidateFrom(person, one, today, graded.get(one.id)));
  const sorted = all.toSorted((one, other) => order.indexOf(one.grade) - order.indexOf(other.grade));
  const likely = sorted.filter((one) => one.grade !== 'unlikely');
  const shown = [...likely, ...sorted.filter((one) => one.grade === 'unlikely').slice(0, fewUnlikely)];
  const decidedAgainst = (one: Candidate): boolean => one.decided?.startsWith('not the same') ?? false;
  return [...shown.filter((one) => !decidedAgainst(one)), ...shown.filter(decidedAgainst)];
}

/** Numbers and postcode in the form the index holds; ones that cannot be right are left out rather than compared. */
function tidied(submitted: SubmittedPerson): SubmittedPerson {
  const nhs = checkNhsNumber(submitted.nhsNumber ?? '');
  const upn = checkUpn(submitted.upn ?? '');
  const postcode = normalisePostcode(submitted.address?.postcode ?? '') ?? null;
  return {
    ...submitted,
    nhsNumber: nhs.valid ? nhs.value : null,
    upn: upn.valid ? upn.value : null,
    address: submitted.address ? { ...submitted.address, postcode } : null,
  };
}
