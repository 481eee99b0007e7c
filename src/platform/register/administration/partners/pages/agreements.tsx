import { z } from 'zod';
import { clauseCodes, clauseFacts } from '../../../../access/clauses.ts';
import { about, may, type StaffCtx } from '../../../../access/ctx.ts';
import { addDays } from '../../../../time/calendar-day.ts';
import { londonDate } from '../../../../time/london.ts';
import { fullDate, longMoment } from '../../../../time/plain-dates.ts';
import { anyOf, requiredText } from '../../../../web/fields.ts';
import { Button, Choices, DateField, Form, TextArea, TextField } from '../../../../web/form-kit.tsx';
import { Details } from '../../../../web/govuk/details.tsx';
import { SummaryList } from '../../../../web/govuk/summary-list.tsx';
import { Tag } from '../../../../web/govuk/tag.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../web/route.ts';
import { formCarries } from '../../../../web/view.tsx';
import type { Agency } from '../../agencies/agency.ts';
import { agencyOf } from '../../agencies/agency.store.ts';
import { dateFields, typedDate } from '../../date-fields.ts';
import { frame } from '../../frame.tsx';
import { recordId } from '../../record-id.ts';
import { agreementState, starterWords, type Agreement } from '../agreement.ts';
import {
  agreementOf,
  agreementsOf,
  draftAgreement,
  endAgreement,
  letStand,
  signAgreement,
  type AgreementFacts,
} from '../agreement.store.ts';
import { openApplicationOf, takeStep } from '../application.store.ts';
import { ClausesInWords } from './agreements-of.tsx';

export const draftShape = z
  .object({
    reference: requiredText('Enter a reference both sides know it by', 100),
    clauses: anyOf(clauseCodes),
    purposes: requiredText('Enter what the information is shared for', 4_000),
    lawfulBasis: requiredText('Enter the lawful basis', 4_000),
    retention: requiredText('Enter how long each side keeps it', 2_000),
  })
  .and(dateFields('startsOn', { label: 'The first day' }))
  .and(dateFields('reviewOn', { label: 'The day it is looked at again' }))
  .and(dateFields('endsOn', { label: 'The last day', optional: true }));

const trailTo = (agency: Agency) => [
  { href: '/administration/agencies', label: 'Agencies' },
  { href: `/administration/agencies/${agency.id}`, label: agency.name },
];
const pathOf = (id: string): string => `/administration/agreements/${id}`;

/** What a new draft begins with: the clauses they asked for, or those that stand; the starter words. */
async function begun(ctx: StaffCtx, agency: Agency): Promise<Again['values']> {
  const [last] = await agreementsOf(ctx, agency.id);
  const application = await openApplicationOf(ctx, agency.id);
  const today = londonDate(ctx.now);
  return {
    reference: application?.reference.replace('P-', 'ISA-') ?? '',
    clauses: application?.wanted ?? last?.clauses ?? [],
    purposes: last?.purposes ?? starterWords.purposes,
    lawfulBasis: last?.lawfulBasis ?? starterWords.lawfulBasis,
    retention: last?.retention ?? starterWords.retention,
    ...typedDate('startsOn', today),
    ...typedDate('reviewOn', addDays(today, 365)),
  };
}

/** The form of a draft: clauses first, because they are what is compiled. */
export async function draftPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const agency = await agencyOf(ctx, recordId(asked));
  about(ctx, 'agency', agency.id);
  const state = again ?? { values: await begun(ctx, agency), errors: [] };
  const council = agency.type.startsWith('LA_');
  return frame(
    ctx,
    { title: 'Draft an agreement', trail: trailTo(agency), errors: state.errors },
    <Form action={`/administration/agencies/${agency.id}/agreements/add`} {...formCarries(ctx)}>
      <TextField name="reference" label="Reference" width={20} {...state} />
      <Choices
        name="clauses"
        legend={`What may ${agency.name} do?`}
        hint="Only what is ticked opens for its people and machines."
        items={clauseCodes
          .filter((code) => code !== 'council-work' || council)
          .map((code) =>
            code === 'council-work'
              ? { value: code, text: "The council's own work" }
              : { value: code, text: clauseFacts[code].label, hint: { text: clauseFacts[code].lets } },
          )}
        {...state}
      />
      <TextArea name="purposes" label="What is the information shared for?" rows={3} {...state} />
      <TextArea name="lawfulBasis" label="Lawful basis" rows={4} {...state} />
      <TextArea name="retention" label="How long does each side keep it?" rows={2} {...state} />
      <DateField name="startsOn" legend="First day" {...state} />
      <DateField name="reviewOn" legend="Looked at again on" {...state} />
      <DateField name="endsOn" legend="Last day (optional)" {...state} />
      <Button>Save the draft</Button>
    </Form>,
  );
}

/** Saves a draft. */
export async function takeDraft(ctx: StaffCtx, given: z.output<typeof draftShape>, asked: Asked): Promise<Answer> {
  const agency = await agencyOf(ctx, recordId(asked));
  about(ctx, 'agency', agency.id);
  const facts: AgreementFacts = { ...given, clauses: [...given.clauses], startsOn: given.startsOn!, reviewOn: given.reviewOn! };
  return seeOther(pathOf(await draftAgreement(ctx, agency.id, facts)), 'The draft was saved. Both sides sign next.');
}

/** One agreement: what it says, who signed, and the next signature. */
export async function agreementPage(ctx: StaffCtx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const agreement = await agreementOf(ctx, recordId(asked));
  about(ctx, 'partner-agreement', agreement.id);
  const agency = await agencyOf(ctx, agreement.agencyId);
  const not = 'Not yet';
  return frame(
    ctx,
    { title: `Agreement ${agreement.reference}`, trail: trailTo(agency), errors: again.errors },
    <>
      <p class="govuk-body">
        <Tag>{agreementState(agreement)}</Tag> {agreement.endedWhy}
      </p>
      <h2 class="govuk-heading-m">{agency.name} may</h2>
      <ClausesInWords clauses={agreement.clauses} />
      <SummaryList
        rows={[
          { key: 'Shared for', value: agreement.purposes },
          { key: 'Lawful basis', value: agreement.lawfulBasis },
          { key: 'Kept', value: agreement.retention },
          { key: 'First day', value: fullDate(agreement.startsOn) },
          { key: 'Looked at again', value: fullDate(agreement.reviewOn) },
          { key: 'Last day', value: agreement.endsOn ? fullDate(agreement.endsOn) : 'None' },
          { key: `Signed for ${agency.name}`, value: agreement.theirsOn ? `${agreement.theirsBy}, ${fullDate(agreement.theirsOn)}` : not },
          {
            key: 'Signed for the council',
            value: agreement.oursOn ? `${agreement.oursBy ?? 'As recorded'}, ${fullDate(agreement.oursOn)}` : not,
          },
          { key: 'Impact assessment', value: agreement.dpiaReference ?? not },
          { key: 'Stands since', value: agreement.standsFrom ? longMoment(agreement.standsFrom) : not },
        ]}
      />
      <Signatures ctx={ctx} agreement={agreement} agency={agency} again={again} />
    </>,
  );
}

type Signing = { ctx: StaffCtx; agreement: Agreement; agency: Agency; again: Again };

function Signatures({ ctx, agreement, agency, again }: Signing) {
  const state = agreementState(agreement);
  if (state === 'ended') return null;
  const path = pathOf(agreement.id);
  const manages = may(ctx, 'partners.manage');
  return (
    <>
      {manages && state !== 'stands' && !agreement.theirsOn ? (
        <Form action={`${path}/theirs`} {...formCarries(ctx)}>
          <h2 class="govuk-heading-m">Their signature</h2>
          <TextField name="theirsBy" label={`Who signed for ${agency.name}?`} {...again} />
          <DateField name="theirsOn" legend="When?" {...again} />
          <Button>Record their signature</Button>
        </Form>
      ) : null}
      {manages && state !== 'stands' && !agreement.oursOn ? (
        <Form action={`${path}/ours`} {...formCarries(ctx)}>
          <p class="govuk-body">By signing you commit the council to what it says above.</p>
          <Button>Sign for the council</Button>
        </Form>
      ) : null}
      {may(ctx, 'agreement.manage') && state === 'impact assessment missing' ? (
        <Form action={`${path}/privacy`} {...formCarries(ctx)}>
          <h2 class="govuk-heading-m">Impact assessment</h2>
          <TextField name="dpiaReference" label="Reference of the impact assessment that covers it" width={20} {...again} />
          <Button>Record the impact assessment</Button>
        </Form>
      ) : null}
      {state === 'impact assessment missing' && !may(ctx, 'agreement.manage') ? (
        <p class="govuk-body">The privacy officer records the impact assessment next.</p>
      ) : null}
      {manages && state === 'ready to stand' ? (
        <Form action={`${path}/stand`} {...formCarries(ctx)}>
          <Button>Let it stand from now</Button>
        </Form>
      ) : null}
      {manages ? <EndIt path={path} state={state} ctx={ctx} again={again} /> : null}
    </>
  );
}

function EndIt({ path, state, ctx, again }: { path: string; state: string; ctx: StaffCtx; again: Again }) {
  return (
    <Details summaryText={state === 'stands' ? 'End this agreement' : 'Give up this draft'}>
      <Form action={`${path}/end`} {...formCarries(ctx)}>
        {state === 'stands' ? (
          <p class="govuk-body">From the next request the agency may send and see nothing. What it sent stays.</p>
        ) : null}
        <TextArea name="why" label="Why?" rows={2} {...again} />
        <Button classes="govuk-button--warning">{state === 'stands' ? 'End it at once' : 'Give it up'}</Button>
      </Form>
    </Details>
  );
}

export const theirsShape = z
  .object({ theirsBy: requiredText('Enter who signed', 200) })
  .and(dateFields('theirsOn', { label: 'The day they signed' }));
export const privacyShape = z.object({ dpiaReference: requiredText('Enter the reference of the impact assessment', 100) });
export const endShape = z.object({ why: requiredText('Enter why', 1_000) });

async function taken(ctx: StaffCtx, asked: Asked): Promise<Agreement> {
  const agreement = await agreementOf(ctx, recordId(asked));
  about(ctx, 'partner-agreement', agreement.id);
  return agreement;
}

/** Their signature, as it stands on the paper. */
export async function signTheirs(ctx: StaffCtx, given: z.output<typeof theirsShape>, asked: Asked): Promise<Answer> {
  const agreement = await taken(ctx, asked);
  await signAgreement(ctx, agreement, { side: 'theirs', by: given.theirsBy, on: given.theirsOn! });
  return onceSigned(ctx, agreement.id, 'Their signature was recorded.');
}

/** The council's signature, by the person signed in. */
export async function signOurs(ctx: StaffCtx, _given: unknown, asked: Asked): Promise<Answer> {
  const agreement = await taken(ctx, asked);
  await signAgreement(ctx, agreement, { side: 'ours' });
  return onceSigned(ctx, agreement.id, 'You signed for the council.');
}

async function onceSigned(ctx: StaffCtx, id: string, words: string): Promise<Answer> {
  const agreement = await agreementOf(ctx, id);
  const application = await openApplicationOf(ctx, agreement.agencyId);
  if (application?.state === 'AGREEMENT' && agreement.theirsOn && agreement.oursOn)
    await takeStep(ctx, application, { move: 'sign the agreement', note: `Both signed ${agreement.reference}` });
  return seeOther(pathOf(id), words);
}

/** The privacy officer's part: the impact assessment that covers it. */
export async function recordPrivacy(ctx: StaffCtx, given: z.output<typeof privacyShape>, asked: Asked): Promise<Answer> {
  const agreement = await taken(ctx, asked);
  await signAgreement(ctx, agreement, { side: 'privacy', reference: given.dpiaReference });
  const application = await openApplicationOf(ctx, agreement.agencyId);
  if (application?.state === 'DPIA') await takeStep(ctx, application, { move: 'record the impact assessment', note: given.dpiaReference });
  return seeOther(pathOf(agreement.id), 'The impact assessment was recorded.');
}

/** The agreement stands from this moment. */
export async function stand(ctx: StaffCtx, _given: unknown, asked: Asked): Promise<Answer> {
  const agreement = await taken(ctx, asked);
  await letStand(ctx, agreement);
  const application = await openApplicationOf(ctx, agreement.agencyId);
  if (application?.state === 'READY') await takeStep(ctx, application, { move: 'go live', note: `${agreement.reference} stands` });
  return seeOther(`/administration/agencies/${agreement.agencyId}`, 'The agreement stands. Add the person who looks after its people.');
}

/** Ends it at once, or gives up the draft. */
export async function end(ctx: StaffCtx, given: z.output<typeof endShape>, asked: Asked): Promise<Answer> {
  const agreement = await taken(ctx, asked);
  await endAgreement(ctx, agreement, given.why);
  return seeOther(
    `/administration/agencies/${agreement.agencyId}`,
    agreement.standsFrom ? 'The agreement has ended.' : 'The draft was given up.',
  );
}
