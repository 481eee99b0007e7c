import { z } from 'zod';
import { may, about, type StaffCtx } from '../../../../access/ctx.ts';
import { invalid } from '../../../../access/refusal.ts';
import { anyOf, oneOf, optionalId, requiredText } from '../../../../web/fields.ts';
import { Button, Choices, Form, SelectField, TextArea } from '../../../../web/form-kit.tsx';
import { Details } from '../../../../web/govuk/details.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../web/route.ts';
import { formCarries } from '../../../../web/view.tsx';
import { enterAgency, type agencies } from '../../agencies/agency.store.ts';
import { LinkLine } from '../../frame.tsx';
import { recordId } from '../../record-id.ts';
import { checksFor, isOpen } from '../application.ts';
import { applicationOf, takeStep, type Application } from '../application.store.ts';

type Step = { ctx: StaffCtx; application: Application; again: Again };
type Known = Awaited<ReturnType<typeof agencies>>;
const pathOf = (application: Application): string => `/administration/partners/${application.id}`;

/** The one thing to do next about an application, and how it may end instead. */
export function NextStep({ known, ...step }: Step & { known: Known }) {
  const { ctx, application } = step;
  if (!isOpen(application.state))
    return application.agencyId ? <LinkLine href={`/administration/agencies/${application.agencyId}`}>Open the agency</LinkLine> : null;
  if (!may(ctx, 'partners.manage')) return <p class="govuk-body">The partnership manager takes the next step.</p>;
  return (
    <>
      {application.state === 'APPLIED' ? <Begin {...step} /> : null}
      {application.state === 'CHECKING' ? <Checks {...step} known={known} /> : null}
      {application.agencyId ? (
        <LinkLine href={`/administration/agencies/${application.agencyId}`}>Go on with the agreement on the page of the agency</LinkLine>
      ) : null}
      <Ending {...step} />
    </>
  );
}

function Begin({ ctx, application, again }: Step) {
  return (
    <Form action={`${pathOf(application)}/begin`} {...formCarries(ctx)}>
      <h2 class="govuk-heading-m">Ring them</h2>
      <TextArea name="note" label="Whom did you speak to, and what did they say?" rows={3} {...again} />
      <Button>Begin the checks</Button>
    </Form>
  );
}

function Checks({ ctx, application, again, known }: Step & { known: Known }) {
  const checks = checksFor(application.way);
  return (
    <Form action={`${pathOf(application)}/checked`} {...formCarries(ctx)}>
      <Choices
        name="checks"
        legend={`What was checked (all ${checks.length})`}
        items={checks.map((one) => ({ value: one.key, text: one.words }))}
        {...again}
      />
      <SelectField
        name="agencyId"
        label="Is this agency on the register already?"
        items={[{ value: '', text: `No, enter ${application.agencyName}` }, ...known.map((one) => ({ value: one.id, text: one.name }))]}
        {...again}
      />
      <TextArea name="note" label="What was found" rows={3} {...again} />
      <Button>Finish the checks</Button>
    </Form>
  );
}

function Ending({ ctx, application, again }: Step) {
  return (
    <Details summaryText="It goes no further">
      <Form action={`${pathOf(application)}/end`} {...formCarries(ctx)}>
        <SelectField
          name="how"
          label="How does it end?"
          items={[
            { value: 'note that they withdrew', text: 'They withdrew' },
            { value: 'turn it down', text: 'We turn it down' },
          ]}
          {...again}
        />
        <TextArea name="why" label="Why, in words they may read" rows={2} {...again} />
        <Button classes="govuk-button--warning">End the application</Button>
      </Form>
    </Details>
  );
}

export const beginShape = z.object({ note: requiredText('Enter whom you spoke to and what they said', 2_000) });
export const checkedShape = z.object({
  checks: anyOf(['who', 'safeguarding', 'people', 'ico', 'privacy', 'security']),
  agencyId: optionalId(),
  note: requiredText('Enter what was found', 2_000),
});
export const endShape = z.object({
  how: oneOf(['note that they withdrew', 'turn it down'], 'Select how it ends'),
  why: requiredText('Enter why', 2_000),
});

async function stepTaken(ctx: StaffCtx, asked: Asked): Promise<Application> {
  const application = await applicationOf(ctx, recordId(asked));
  about(ctx, 'partner-application', application.id);
  return application;
}

/** The agency was rung: the checks begin. */
export async function begin(ctx: StaffCtx, given: z.output<typeof beginShape>, asked: Asked): Promise<Answer> {
  const application = await stepTaken(ctx, asked);
  await takeStep(ctx, application, { move: 'begin the checks', note: given.note });
  return seeOther(pathOf(application), 'The checks have begun.');
}

/** Every check is ticked: the agency is entered on the register, without any clause yet. */
export async function checked(ctx: StaffCtx, given: z.output<typeof checkedShape>, asked: Asked): Promise<Answer> {
  const application = await stepTaken(ctx, asked);
  const missing = checksFor(application.way).filter((one) => !given.checks.some((ticked) => ticked === one.key));
  if (missing.length > 0)
    throw invalid([{ field: 'checks', message: `Still to be checked: ${missing.map((one) => one.words.toLowerCase()).join('; ')}` }]);
  const agencyId =
    given.agencyId ??
    (await enterAgency(ctx, {
      name: application.agencyName,
      type: application.agencyType,
      phone: application.leadPhone,
      email: application.leadEmail,
    }));
  await takeStep(ctx, application, { move: 'finish the checks', note: given.note, agencyId });
  return seeOther(`/administration/agencies/${agencyId}`, 'The checks are done. Draft the agreement next.');
}

/** It goes no further, for a reason. */
export async function end(ctx: StaffCtx, given: z.output<typeof endShape>, asked: Asked): Promise<Answer> {
  const application = await stepTaken(ctx, asked);
  await takeStep(ctx, application, { move: given.how, note: given.why });
  return seeOther(pathOf(application), 'The application has ended.');
}
