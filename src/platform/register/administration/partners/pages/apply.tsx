import { z } from 'zod';
import { clauseFacts } from '../../../../access/clauses.ts';
import { about, type Ctx } from '../../../../access/ctx.ts';
import { found, invalid } from '../../../../access/refusal.ts';
import { anyOf, oneOf, optionalText, requiredText } from '../../../../web/fields.ts';
import { Button, Choice, Choices, Form, SelectField, TextArea, TextField } from '../../../../web/form-kit.tsx';
import { Panel } from '../../../../web/govuk/panel.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../web/route.ts';
import { formCarries, publicView } from '../../../../web/view.tsx';
import { agencyTypeCodes, agencyTypes } from '../../agencies/agency.ts';
import { applicationProblems, type Way } from '../application.ts';
import { applicationOf, writeApplication } from '../application.store.ts';

type Wanted = keyof typeof clauseFacts;
const wantedCodes = Object.keys(clauseFacts) as [Wanted, ...Wanted[]];
/** What a small voluntary group is offered: nothing that needs a system of its own. */
const forSmallGroups: readonly Wanted[] = ['concerns', 'families', 'hub-answers'];

export const applyShape = z.object({
  agencyName: requiredText('Enter the name of your group or agency', 200),
  agencyType: oneOf(agencyTypeCodes, 'Select what kind of agency it is'),
  whatFor: requiredText('Enter what you want to do together with us', 2_000),
  wanted: anyOf(wantedCodes).refine((list) => list.length > 0, 'Select at least one thing you want to do'),
  leadName: requiredText('Enter the name of the person we should talk to', 200),
  leadRole: optionalText(200),
  leadEmail: requiredText('Enter their email address', 200).refine(
    (typed) => typed.includes('@'),
    'Enter an email address, like name@example.org',
  ),
  leadPhone: optionalText(50),
  privacyName: optionalText(200),
  privacyEmail: optionalText(200),
  icoNumber: optionalText(50),
  charityNumber: optionalText(50),
  safeguardingPolicy: oneOf(['yes', 'being written', 'no'], 'Select whether you have a safeguarding policy'),
  offers: optionalText(2_000),
  sponsor: optionalText(200),
});
export type Applied = z.output<typeof applyShape>;

const wayIn = (asked: Asked): Way => (asked.params['way'] === 'full' ? 'full' : 'small group');

/** Takes an application; every field's message comes back at once. Gives its id. */
export async function apply(ctx: Ctx, way: Way, given: Applied): Promise<string> {
  const facts = { ...given, way, wanted: [...given.wanted] };
  const problems = applicationProblems(facts);
  if (problems.length > 0) throw invalid(problems);
  const id = await writeApplication(ctx, facts);
  about(ctx, 'partner-application', id);
  return id;
}

/** The questions, the same for the agency itself and for whoever enters it for them. */
export function Questions({ way, again }: { way: Way; again: Again }) {
  const small = way === 'small group';
  const offered = small ? forSmallGroups : wantedCodes;
  return (
    <>
      <TextField name="agencyName" label={small ? 'What is your group called?' : 'Name of the agency'} {...again} />
      <SelectField
        name="agencyType"
        label="What kind of agency is it?"
        items={[{ value: '', text: 'Choose' }, ...Object.entries(agencyTypes).map(([value, text]) => ({ value, text }))]}
        {...again}
      />
      <TextArea name="whatFor" label="What would you like to do together with us?" rows={3} {...again} />
      <Choices
        name="wanted"
        legend="What do you want to be able to do?"
        items={offered.map((code) => ({ value: code, text: clauseFacts[code].label, hint: { text: `You may ${clauseFacts[code].lets}` } }))}
        {...again}
      />
      <TextArea
        name="offers"
        label="What do you offer children and families? (optional)"
        hint="We can put it in the directory"
        rows={3}
        {...again}
      />
      <h2 class="govuk-heading-m">Who we talk to</h2>
      <TextField name="leadName" label="Name" {...again} />
      <TextField name="leadRole" label="What they do there (optional)" {...again} />
      <TextField name="leadEmail" label="Email" type="email" {...again} />
      <TextField name="leadPhone" label="Telephone (optional)" type="tel" width={20} {...again} />
      <TextField name="sponsor" label="Someone at the council who knows you (optional)" {...again} />
      <h2 class="govuk-heading-m">Keeping people safe</h2>
      <Choice
        name="safeguardingPolicy"
        legend="Do you have a safeguarding policy?"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'being written', text: 'We are writing one' },
          { value: 'no', text: 'Not yet: please help us write one' },
        ]}
        {...again}
      />
      <TextField name="charityNumber" label="Charity or company number (optional)" width={20} {...again} />
      {small ? null : (
        <>
          <TextField name="icoNumber" label="Registration with the Information Commissioner (optional)" width={20} {...again} />
          <TextField name="privacyName" label="Who looks after privacy (data protection officer)" {...again} />
          <TextField name="privacyEmail" label="Their email" type="email" {...again} />
        </>
      )}
    </>
  );
}

/** Where joining begins: what it is, what happens next, and which of two forms. */
export async function joinPage(ctx: Ctx): Promise<Answer> {
  return publicView(
    ctx,
    { title: 'Join as a partner', exitThisPage: false },
    <>
      <h1 class="govuk-heading-l">Join as a partner</h1>
      <p class="govuk-body">
        Groups and agencies who help children and families here can join. You can tell us when you are worried about a child, hear what
        became of it, and work in a team around a family. Joining costs nothing.
      </p>
      <ol class="govuk-list govuk-list--number">
        <li>You answer one page of questions.</li>
        <li>We ring you within five working days, and check three things with a small group, six with a larger agency.</li>
        <li>We sign a short agreement that says what you may send and see. You see nothing that is not in it.</li>
        <li>You choose who signs in, and begin.</li>
      </ol>
      <div class="govuk-button-group">
        <a class="govuk-button" role="button" draggable={false} data-module="govuk-button" href="/join/small-group">
          We are a small group
        </a>
        <a class="govuk-button govuk-button--secondary" role="button" draggable={false} data-module="govuk-button" href="/join/full">
          We are a larger agency
        </a>
      </div>
      <p class="govuk-body">A small group has fewer than ten people who would sign in, and no computer system of its own to connect.</p>
    </>,
  );
}

/** The application form, empty or as it was typed. */
export async function applyPage(ctx: Ctx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const way = wayIn(asked);
  const title = way === 'full' ? 'Apply to join: larger agency' : 'Apply to join: small group';
  return publicView(
    ctx,
    { title, exitThisPage: false, errors: again.errors },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={`/join/${way === 'full' ? 'full' : 'small-group'}`} {...formCarries(ctx)}>
        <Questions way={way} again={again} />
        <Button>Send</Button>
      </Form>
    </>,
  );
}

/** Takes the application of a visitor. */
export async function takeApplication(ctx: Ctx, given: Applied, asked: Asked): Promise<Answer> {
  return seeOther(`/join/sent/${await apply(ctx, wayIn(asked), given)}`);
}

/** The receipt: the reference and what happens next. */
export async function appliedPage(ctx: Ctx, asked: Asked): Promise<Answer> {
  const application = found(await applicationOf(ctx, asked.params['id'] ?? ''));
  return publicView(
    ctx,
    { title: 'We have your application', exitThisPage: false },
    <>
      <Panel titleText="We have your application">
        Your reference is
        <br />
        <strong>{application.reference}</strong>
      </Panel>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        The partnership manager rings {application.leadName} within five working days. Until the agreement is signed nobody of{' '}
        {application.agencyName} can sign in, and nothing about any child is shared with you.
      </p>
      <p class="govuk-body">
        Worried about a child now? You need not wait:{' '}
        <a class="govuk-link" href="/concern">
          tell us
        </a>
        .
      </p>
    </>,
  );
}
