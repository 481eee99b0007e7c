import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { shortMoment } from '../../../../platform/time/plain-dates.ts';
import { Button, Choice, DateField, Form, SelectField, TextArea, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { IdentityBar } from '../../../../platform/web/patterns/identity-bar.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { seeOther, type Again, type Answer, type Asked, type Typed } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { identityOf } from '../../../people/index.ts';
import { stateForReferrer, type ContactState } from '../../contact.ts';
import { typedDate } from '../../pages/raise/typed.ts';
import { raiseHealthConcern } from '../actions/raise-health-concern.ts';
import { recogniseRaised } from '../actions/recognise-raised.ts';
import { healthReasons, legalStatusCodes, legalStatuses, legalStatusWords } from '../health.ts';
import { healthConcernsAbout } from '../health.store.ts';
import { dateErrors, said } from '../told.ts';

/** A health concern about a child in care, begun from the child's own page: who they are is known, their legal status stays in view. */
export const healthPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => shown(ctx, asked, { values: {}, errors: [] });
export const healthAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const personId = asked.params['personId'] ?? '';
  const identity = await identityOf(ctx, personId);
  const before = await healthConcernsAbout(ctx, personId);
  saw(ctx, personId);
  const [last] = before;
  const values = last ? { legalStatus: last.legal_status, placedWith: last.placed_with ?? '', ...state.values } : state.values;
  const filled: FieldState = { values, errors: state.errors };
  return staffView(
    ctx,
    {
      title: `Health concern: ${identity.name}`,
      errors: state.errors,
      breadcrumbs: [{ href: `/children/${personId}`, label: identity.name }, { label: 'Health concern' }],
    },
    <>
      <IdentityBar {...identity.bar} />
      <h1 class="govuk-heading-l">Health concern about a child in care</h1>
      <WarningText>If the child is in immediate danger, call 999 now.</WarningText>
      <p class="govuk-body">
        It goes to the front door with what the record knows. Where work is open with the child it goes to that worker; no second referral
        is made.
      </p>
      {last ? (
        <p class="govuk-body">
          You told us before:{' '}
          {before
            .map(
              (one) =>
                `${one.reference}, ${shortMoment(one.raised_at, londonDate(ctx.now))}, ${stateForReferrer[one.state as ContactState]}`,
            )
            .join('; ')}
          . Legal status then: {legalStatusWords(last.legal_status)}.
        </p>
      ) : null}
      <Concern ctx={ctx} personId={personId} filled={filled} />
    </>,
  );
}

function Concern({ ctx, personId, filled }: { ctx: StaffCtx; personId: string; filled: FieldState }) {
  return (
    <Form action={`/health-concern/${personId}`} {...formCarries(ctx)} autosave="/drafts/save" draft={`health-concern:${personId}`}>
      <SelectField
        name="legalStatus"
        label="Legal status"
        hint="As it stands today. It is shown beside the concern until it is decided."
        items={legalStatuses.map(([value, text]) => ({ value, text }))}
        {...filled}
      />
      <DateField name="statusSince" legend="Since, if you know" {...filled} />
      <TextField
        name="placedWith"
        label="Who cares for the child"
        hint="For example foster carer, children's home, grandmother"
        {...filled}
      />
      <SelectField name="reason" label="What brought it up" items={healthReasons.map((one) => ({ value: one, text: one }))} {...filled} />
      <TextArea
        name="issue"
        label="What the concern is"
        hint="What you saw or were told, and what it means for the child"
        rows={6}
        {...filled}
      />
      <TextArea name="childSaid" label="What the child says, in their words" rows={2} {...filled} />
      <TextField name="childKnows" label="Does the child know you are telling us, and what do they think?" {...filled} />
      <Choice
        name="immediateDanger"
        legend="Is the child in immediate danger?"
        items={[
          { value: 'yes', text: 'Yes, and I have called 999 or am about to' },
          { value: 'no', text: 'No' },
        ]}
        inline
        {...filled}
      />
      <Button>Send to the front door</Button>
    </Form>
  );
}

const asCode = z.enum(legalStatusCodes);
const asReason = z.enum(healthReasons);

/** Sends it; the referrer follows it on their own page. */
export async function sendHealth(ctx: StaffCtx, typed: Typed, asked: Asked): Promise<Answer> {
  const status = asCode.safeParse(said(typed, 'legalStatus'));
  const reason = asReason.safeParse(said(typed, 'reason'));
  const issue = said(typed, 'issue');
  const errors = dateErrors(typed, ['statusSince'], 'The date');
  if (!status.success) errors.push({ field: 'legalStatus', message: "Select the child's legal status" });
  if (!reason.success) errors.push({ field: 'reason', message: 'Select what brought it up' });
  if (!issue) errors.push({ field: 'issue', message: 'Enter what the concern is' });
  if (errors.length > 0 || !status.success || !reason.success || !issue) throw invalid(errors);
  const raised = await raiseHealthConcern(ctx, {
    personId: asked.params['personId'] ?? '',
    reason: reason.data,
    issue,
    legalStatus: status.data,
    legalStatusSince: typedDate(typed, 'statusSince'),
    placedWith: said(typed, 'placedWith'),
    childSaid: said(typed, 'childSaid'),
    childKnows: said(typed, 'childKnows'),
    immediateDanger: said(typed, 'immediateDanger') === 'yes',
  });
  return seeOther(`/my-concerns/${raised.id}`, `Sent as ${raised.reference}`);
}

/** The officer says that it is the child whose page it was raised from. */
export async function confirmThem(ctx: StaffCtx, _form: unknown, asked: Asked): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  await recogniseRaised(ctx, contactId);
  return seeOther(`/front-door/contacts/${contactId}`, 'Recognised');
}
