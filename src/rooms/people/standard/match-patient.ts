import { saw } from '../../../platform/access/ctx.ts';
import type { MachineCtx } from '../../../platform/identity/machine/api-route.ts';
import { compareNames } from '../compare-names.ts';
import { keyFactsOf, type AskedPerson } from './asked-person.ts';
import { chosen, matchBundle } from './fhir/match-answer.ts';
import type { MatchRequest } from './fhir/match-request.ts';
import type { Bundle } from './fhir/r4.ts';
import type { HeldPerson } from './held-person.ts';
import { identify } from './identify.ts';
import { agreementOf, peopleLike } from './machine-index.store.ts';

/** `POST /fhir/Patient/$match`: who this person may be, with the evidence. Whoever is hidden is not among those compared; of whoever is
 *  restricted only whom to ask is told, and only where the name fits or the number is theirs. Throws notAllowed without an agreement. */
export async function matchPatient(ctx: MachineCtx, request: MatchRequest): Promise<Bundle> {
  const agreement = await agreementOf(ctx);
  const people = await peopleLike(ctx, keyFactsOf(request.asked));
  const told = chosen(
    identify(
      request.asked,
      people.filter((one) => !one.contactInstead),
    ),
    request,
  );
  const restricted = people.filter((one) => one.contactInstead && mayBeNamed(request.asked, one));
  saw(ctx, ...told.map(({ person }) => person.id), ...restricted.map(({ id }) => id));
  ctx.note.detail['returned'] = told.length;
  return matchBundle(told, restricted, agreement, { id: ctx.request.id, at: ctx.now });
}

/** A likeness in sound alone is no reason to tell that someone's record is closed. */
export const mayBeNamed = (asked: Pick<AskedPerson, 'names'>, person: HeldPerson): boolean =>
  person.sameNumber === true || ['same', 'close'].includes(compareNames(asked.names, person.names).agreement);
