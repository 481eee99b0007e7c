import { may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { correctPerson } from '../../actions/correct-person.ts';
import { addAddress } from '../../actions/add-address.ts';
import { assertFacts } from '../../index-model/actions/assert-facts.ts';
import type { NewFact } from '../../index-model/assertion.ts';
import { lockPerson } from '../../person.store.ts';
import { londonDay } from '../../today.ts';
import { addressFrom } from '../pds/address-line.ts';
import { endNumber, lockDifference, rememberDecision, settleTrace, sourceOn } from '../pds/trace.store.ts';
import type { ComparedField } from '../pds/reconcile.ts';

/** A person's decision about one fact that differs from the NHS: theirs is taken beside what is held, which stays as it was, or ours is kept
 *  and the same is not asked again. Throws notFound for someone the decider may not know, refused for one decided already and for a date of birth or
 *  sex by someone who may not correct records. */
export async function settleDifference(
  ctx: StaffCtx,
  personId: string,
  field: ComparedField,
  decision: 'take theirs' | 'keep ours',
): Promise<void> {
  const person = await lockPerson(ctx, personId);
  const difference = await lockDifference(ctx, personId, field);
  if (!difference) throw refused('This has been decided already, or the NHS has been asked again. Look at the page once more.');
  if (decision === 'take theirs') await take(ctx, personId, field, difference.theirs, person);
  if (field === 'NHS number')
    await settleTrace(
      ctx,
      personId,
      decision === 'take theirs' ? 'matched' : 'none',
      decision === 'take theirs' ? 'A person took the number the NHS gave.' : 'A person decided that the number found is not theirs.',
    );
  await rememberDecision(ctx, personId, field, decision, difference.theirs);
  ctx.note.detail['field'] = field;
  ctx.note.detail['decision'] = decision;
  saw(ctx, personId);
}

type Person = Awaited<ReturnType<typeof lockPerson>>;

async function take(ctx: StaffCtx, personId: string, field: ComparedField, theirs: string | null, person: Person): Promise<void> {
  if (!theirs) throw refused('The NHS holds nothing here that could be taken.');
  const source = sourceOn(ctx);
  const why = `Taken from the NHS: ${source}`;
  if (field === 'date of birth' || field === 'sex') return correct(ctx, person, field, theirs);
  if (field === 'address') return addAddress(ctx, personId, { ...addressFrom(theirs), source });
  if (field === 'NHS number') {
    const today = londonDay(ctx);
    const old = await endNumber(ctx, personId);
    const number = (value: string, facts: { from?: string; to?: string }): NewFact => ({
      kind: 'identifier',
      facts: { kind: 'nhs-number', value, ...facts, source },
      why,
    });
    return assertFacts(ctx, personId, [number(theirs, old ? { from: today } : {}), ...(old ? [number(old, { to: today })] : [])]);
  }
  const name = field === 'given name' ? { given: theirs, family: person.family_name } : { given: person.given_name, family: theirs };
  return assertFacts(ctx, personId, [{ kind: 'name', facts: { use: 'legal', ...name, source }, why }]);
}

async function correct(ctx: StaffCtx, person: Person, field: 'date of birth' | 'sex', theirs: string): Promise<void> {
  if (!may(ctx, 'person.correct'))
    throw refused(`Your role does not correct a ${field}. Ask someone who works with the family to correct it, or keep ours.`);
  await correctPerson(ctx, person.id, {
    givenName: person.given_name,
    familyName: person.family_name,
    preferredName: person.preferred_name,
    dateOfBirth: field === 'date of birth' ? theirs : person.date_of_birth,
    sex: (field === 'sex' ? theirs : person.sex) as 'F' | 'M' | 'U',
    firstLanguage: person.first_language,
    interpreterNeeded: person.interpreter_needed,
    version: person.version,
    source: sourceOn(ctx),
  });
}
