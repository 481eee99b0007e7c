import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { shortMoment } from '../../../../platform/time/plain-dates.ts';
import { oneOf, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea } from '../../../../platform/web/form-kit.tsx';
import { SideBySide } from '../../../../platform/web/patterns/side-by-side.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { decideShieldQuestion } from '../../actions/decide-shield-question.ts';
import { shieldDecisions } from '../../shield.ts';
import { candidateFrom } from '../../candidate.ts';
import { asIndexPerson, shieldQuestion } from '../../shield.store.ts';
import { londonDay } from '../../today.ts';
import { sensitivePage } from './sensitive.tsx';

export const questionShape = z.object({ decision: oneOf(shieldDecisions, 'Choose an answer'), reason: requiredText('Say why', 1000) });
const words = {
  'same person': 'The same person: the new record stays shielded',
  'not the same': 'Not the same person: lift the shield',
  'keep shielded': 'Not sure, or another reason: keep it shielded',
};

/** One question: the new record and the shielded one side by side, decided by a person of the shield desk. */
export async function questionPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const question = await shieldQuestion(ctx, asked.params['id'] ?? '');
  if (question.personId === question.shieldedId) return sensitivePage(ctx, question, again);
  const [fresh, shielded] = [await asIndexPerson(ctx, question.personId), await asIndexPerson(ctx, question.shieldedId)];
  const numbers = { 'nhs-number': sameOrHeld(fresh.nhsNumber, shielded.nhsNumber), upn: sameOrHeld(fresh.upn, shielded.upn) };
  const compared = candidateFrom(
    fresh,
    {
      ...shielded,
      identifiers: numbers,
      id: question.shieldedId,
      involvementCount: 0,
      notTheSameAs: [],
      household: shielded.household.map((one) => ({ ...one, part: 'family' })),
    },
    londonDay(ctx),
  );
  saw(ctx, question.personId, question.shieldedId);
  const state = { values: again?.values, errors: again?.errors };
  return staffView(
    ctx,
    {
      title: 'Is this a shielded person?',
      wide: true,
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: '/shield', label: 'Shield desk' }, { label: 'Question' }],
    },
    <>
      <h1 class="govuk-heading-l">Is the new record a shielded person?</h1>
      <p class="govuk-body">
        Raised {shortMoment(question.raisedAt, londonDay(ctx))}. {compared.because}
      </p>
      {compared.warnings.map((warning) => (
        <WarningText>{warning}</WarningText>
      ))}
      <SideBySide caption="Compared field by field" leftHeading="New record" rightHeading="Shielded record" rows={compared.fields} />
      <p class="govuk-body">The two records are never joined, whatever you decide. That they belong together is kept here alone.</p>
      {question.decidedAt ? (
        <p class="govuk-body">
          <strong>Decided:</strong> {question.decision}. {question.reason}
        </p>
      ) : (
        <Form action={`/shield/questions/${question.id}`} {...formCarries(ctx)}>
          <Choice
            name="decision"
            legend="Your decision"
            items={shieldDecisions.map((value) => ({ value, text: words[value] }))}
            {...state}
          />
          <TextArea name="reason" label="Why" rows={3} maxlength={1000} {...state} />
          <Button>Decide</Button>
        </Form>
      )}
    </>,
  );
}

const sameOrHeld = (one: string | null | undefined, other: string | null | undefined): 'same' | 'held' | undefined =>
  other ? (one === other ? 'same' : 'held') : undefined;

export async function takeQuestion(ctx: StaffCtx, data: z.output<typeof questionShape>, asked: Asked): Promise<Answer> {
  await decideShieldQuestion(ctx, asked.params['id'] ?? '', data.decision, data.reason);
  return seeOther('/shield', 'The question is decided');
}
