import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { candidatesFor, decideMatch } from '../../people/index.ts';
import { contactToChange, namedIn } from '../contact.store.ts';
import { recognisedAs } from '../recognition.ts';
import { submittedOf } from '../submitted.ts';

export type MatchAnswer = 'same person' | 'not the same person' | 'not sure';

/** Takes a person's answer about one candidate. It is remembered with the reasons shown; the machine never changes it. */
export async function recognisePerson(
  ctx: StaffCtx,
  asked: { contactId: string; namedId: string; personId: string; answer: MatchAnswer; why: string | null },
): Promise<void> {
  const contact = await contactToChange(ctx, asked.contactId);
  about(ctx, 'contact', contact.id);
  const everyone = await namedIn(ctx, contact.id);
  const named = found(everyone.find((one) => one.id === asked.namedId));
  const candidate = found((await candidatesFor(ctx, submittedOf(named, everyone))).find((one) => one.personId === asked.personId));
  await decideMatch(ctx, {
    sourceKind: 'contact-person',
    sourceId: named.id,
    personId: candidate.personId,
    decision: asked.answer,
    reasons: { grade: candidate.grade, fields: candidate.fields, factors: candidate.evidence?.factors ?? [], why: asked.why },
  });
  if (asked.answer === 'same person') await recognisedAs(ctx, contact, named.id, candidate.personId, 'same person');
}
