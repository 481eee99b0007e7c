import { z } from 'zod';
import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Form, TextField } from '../../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { showNhsNumber } from '../../../identifier.ts';
import { aboutPerson } from '../../../pages/person/about-person.tsx';
import { personRow } from '../../../person.store.ts';
import { allowNhsQuestion } from '../../actions/allow-nhs-question.ts';
import { endNhsLeave } from '../../actions/end-nhs-leave.ts';
import { settleDifference } from '../../actions/settle-difference.ts';
import { leaveOf } from '../../pds/leave.store.ts';
import { comparedFields } from '../../pds/reconcile.ts';
import { differencesOf, traceOf } from '../../pds/trace.store.ts';
import { Compared } from './compared.tsx';

export const decisionShape = z.object({
  field: oneOf(comparedFields, 'Choose a fact'),
  decision: oneOf(['take theirs', 'keep ours'], 'Choose theirs or ours'),
});
export const leaveShape = z.object({ reason: requiredText('Say why it is safe to ask the NHS', 300) });

/** One child beside what the NHS holds: fact by fact, with a decision where they differ. */
export async function personNumberPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const person = await personRow(ctx, personId);
  const [trace, differences] = [await traceOf(ctx, personId), await differencesOf(ctx, personId)];
  return aboutPerson(
    ctx,
    personId,
    'NHS number',
    again,
    <>
      {trace ? (
        <Said trace={trace} today={londonDate(ctx.now)} />
      ) : (
        <EmptyList
          why="The NHS has not been asked about this person."
          whatToDo="It is asked about every child in turn; the index desk begins it."
        />
      )}
      {differences.length > 0 ? (
        <Compared ctx={ctx} personId={personId} rows={differences} mayDecide={may(ctx, 'nhs-number.decide')} />
      ) : null}
      {may(ctx, 'shield.desk') && person.shield === 'hidden' ? (
        <Leave ctx={ctx} personId={personId} leave={await leaveOf(ctx, personId)} again={again} />
      ) : null}
    </>,
  );
}

const words: Readonly<Record<string, string>> = {
  matched: 'Matched',
  superseded: 'Superseded by a newer number',
  possible: 'Possible: a person must look',
  many: 'Several people are as likely',
  none: 'Nobody found',
  invalidated: 'Withdrawn by the NHS',
  'not asked': 'Not asked',
  error: 'The NHS could not answer',
};

function Said({ trace, today }: { trace: NonNullable<Awaited<ReturnType<typeof traceOf>>>; today: string }) {
  return (
    <SummaryList
      rows={[
        { key: 'What the NHS says', value: words[trace.outcome] ?? trace.outcome },
        { key: 'Why', value: trace.because },
        ...(trace.nhs_number ? [{ key: 'Number it gives', value: showNhsNumber(trace.nhs_number) }] : []),
        ...(trace.old_number ? [{ key: 'Number held before', value: showNhsNumber(trace.old_number) }] : []),
        ...(trace.score === null
          ? []
          : [
              {
                key: 'Found by',
                value: `${trace.asked_by_rule}; alike at ${trace.score.toFixed(2)} in the NHS’s own measure, 1 being exactly`,
              },
            ]),
        { key: 'Asked', value: shortMoment(trace.asked_at, today) },
      ]}
    />
  );
}

function Leave({
  ctx,
  personId,
  leave,
  again,
}: {
  ctx: StaffCtx;
  personId: string;
  leave: Awaited<ReturnType<typeof leaveOf>>;
  again: Again | undefined;
}) {
  return (
    <section>
      <h2 class="govuk-heading-m">May the NHS be asked?</h2>
      <p class="govuk-body">Nobody may find this person, so nothing about them is sent to the NHS unless you agree.</p>
      {leave ? (
        <Form action={`/people/${personId}/nhs-number/leave/end`} {...formCarries(ctx)}>
          <p class="govuk-body">
            Agreed by {leave.grantedBy ?? 'the shield desk'} on {shortMoment(leave.grantedAt, londonDate(ctx.now))}: {leave.reason}
          </p>
          <Button classes="govuk-button--secondary">Take it back</Button>
        </Form>
      ) : (
        <Form action={`/people/${personId}/nhs-number/leave`} {...formCarries(ctx)}>
          <TextField name="reason" label="Why is it safe?" values={again?.values} errors={again?.errors} />
          <Button classes="govuk-button--secondary">Let the NHS be asked</Button>
        </Form>
      )}
    </section>
  );
}

export async function takeDecision(ctx: StaffCtx, data: z.output<typeof decisionShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await settleDifference(ctx, personId, data.field, data.decision);
  return seeOther(
    `/people/${personId}/nhs-number`,
    data.decision === 'take theirs'
      ? 'Theirs is taken. What was held stays with its dates.'
      : 'Ours is kept. The same will not be asked again.',
  );
}

export async function takeLeave(ctx: StaffCtx, data: z.output<typeof leaveShape>, asked: Asked): Promise<Answer> {
  await allowNhsQuestion(ctx, asked.params['id'] ?? '', data.reason);
  return seeOther(`/people/${asked.params['id']}/nhs-number`, 'The NHS may be asked about this person.');
}

export async function takeEndOfLeave(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  await endNhsLeave(ctx, asked.params['id'] ?? '');
  return seeOther(`/people/${asked.params['id']}/nhs-number`, 'Nothing more is sent about this person.');
}
