import { saw } from '../../../platform/access/ctx.ts';
import type { MachineAsked, MachineCtx } from '../../../platform/identity/machine/api-route.ts';
import { prepare, standardModel, weigh } from '../linkage/decide.ts';
import { compareNames } from '../compare-names.ts';
import { foldName } from '../name-folding.ts';
import { recordOf, type AskedPerson } from './asked-person.ts';
import { contactEntry, searchset } from './fhir/match-answer.ts';
import { scoreOf } from './fhir/match-evidence.ts';
import { issue, outcome } from './fhir/outcome.ts';
import { patientFrom } from './fhir/patient.ts';
import type { Bundle, OperationOutcome } from './fhir/r4.ts';
import { readSearch, type PatientSearch } from './fhir/search-request.ts';
import type { HeldPerson } from './held-person.ts';
import { agreementOf, peopleLike } from './machine-index.store.ts';
import { mayBeNamed } from './match-patient.ts';

const bare = (text: string): string => text.replace(/\*$/, '');

/** Whether what was asked fits a value: the whole of it, or its start where a star stands. */
function fits(asked: string, held: string | null): boolean {
  const [want, have] = [foldName(bare(asked)), foldName(held ?? '')];
  return have !== '' && (asked.endsWith('*') ? have.startsWith(want) : have === want);
}

const namesFit = (search: PatientSearch, person: HeldPerson): boolean =>
  person.names.some((name) => {
    const givens = [name.given, ...(name.given ?? '').split(' ')];
    return fits(search.family, name.family) && search.given.every((one) => givens.some((given) => fits(one, given)));
  });

function namesAreAlike(search: PatientSearch, person: HeldPerson): boolean {
  const { agreement } = compareNames([{ given: search.given.join(' ') || null, family: search.family }], person.names);
  return agreement === 'same' || agreement === 'close' || (agreement === 'family' && search.given.length === 0);
}

const squeezed = (postcode: string): string => postcode.replaceAll(' ', '').toUpperCase();

/** Whether a person is one the search asks for. Where someone is shielded there is no postcode to fit. */
export function isAskedFor(search: PatientSearch, person: HeldPerson): boolean {
  if (!(search.isFuzzy ? namesAreAlike(search, person) : namesFit(search, person))) return false;
  if (!person.dateOfBirth || person.dateOfBirth < search.bornFrom || person.dateOfBirth > search.bornTo) return false;
  if (search.gender && search.gender !== person.sex) return false;
  const { postcode } = search;
  if (!postcode) return true;
  return person.addresses.some((one) => {
    const held = squeezed(one.postcode ?? '');
    return postcode.endsWith('*') ? held.startsWith(squeezed(bare(postcode))) : held === squeezed(postcode);
  });
}

const askedOf = (search: PatientSearch): AskedPerson => ({
  names: [{ given: search.given.map(bare).join(' ') || null, family: bare(search.family) }],
  dateOfBirth: search.bornFrom === search.bornTo ? search.bornFrom : null,
  sex: search.gender ?? 'U',
  addressLine: null,
  town: null,
  postcode: search.postcode?.endsWith('*') ? null : search.postcode,
  phone: null,
  email: null,
  nhsNumber: null,
  upn: null,
});

/** Exact is 1, as the Personal Demographics Service has it; what is only alike is weighed, and never 1. */
function likenessOf(search: PatientSearch, asked: AskedPerson, person: HeldPerson): number {
  if (!search.isFuzzy || namesFit(search, person)) return 1;
  const held = { ...recordOf({ ...asked, names: person.names }), dateOfBirth: person.dateOfBirth, sex: person.sex };
  return Math.min(0.99, scoreOf(weigh(standardModel, prepare(recordOf(asked)), prepare(held)).score));
}

/** `GET /fhir/Patient?family=…`: the one person who fits, in the manner of the Personal Demographics Service for systems without a user: where
 *  several fit none is told (TOO_MANY_MATCHES, 200). Throws invalid with every parameter's problem, notAllowed without an agreement. */
export async function findPatients(ctx: MachineCtx, { every }: MachineAsked): Promise<Bundle | OperationOutcome> {
  const search = readSearch(every);
  const agreement = await agreementOf(ctx);
  const asked = askedOf(search);
  const postcodes = asked.postcode ? [asked.postcode] : [];
  const people = await peopleLike(ctx, { names: asked.names, dateOfBirth: asked.dateOfBirth, postcodes, wards: [], identifiers: [] });
  const fitting = people.filter((one) => !one.contactInstead && isAskedFor(search, one));
  const restricted = people.filter((one) => one.contactInstead && mayBeNamed(asked, one));
  saw(ctx, ...restricted.map(({ id }) => id));
  ctx.note.detail['returned'] = fitting.length === 1 ? 1 : 0;
  const [only] = fitting;
  if (fitting.length > 1) return outcome(issue('information', 'multiple-matches', 'Too Many Matches', { spine: 'TOO_MANY_MATCHES' }));
  saw(ctx, only?.id);
  const told = only
    ? [
        {
          fullUrl: `urn:uuid:${only.id}`,
          resource: patientFrom(only, agreement),
          search: { mode: 'match' as const, score: likenessOf(search, asked, only) },
        },
      ]
    : [];
  return searchset([...told, ...restricted.map(contactEntry)], told.length, { id: ctx.request.id, at: ctx.now });
}
