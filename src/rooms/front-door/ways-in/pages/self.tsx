import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { draftOf, dropDraft, keepDraft } from '../../../../platform/web/draft.store.ts';
import { Button, Choice, DateField, Form, TextArea, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { CheckAnswers } from '../../../../platform/web/patterns/check-answers.tsx';
import { Confirmation } from '../../../../platform/web/patterns/confirmation.tsx';
import { seeOther, type Again, type Answer, type Asked, type Typed } from '../../../../platform/web/route.ts';
import { formCarries, publicView } from '../../../../platform/web/view.tsx';
import { contactOf } from '../../contact.store.ts';
import { askForHelp } from '../actions/ask-for-help.ts';
import { askErrors, reachErrors } from '../self.ts';
import { dateErrors, said } from '../told.ts';

const helpDraft = 'help-for-me';
const typedSoFar = async (ctx: Ctx): Promise<Typed> => (await draftOf(ctx, helpDraft))?.answers ?? {};

/** Where asking for help begins: plain words, danger first, how to leave quickly. */
export async function helpPage(ctx: Ctx): Promise<Answer> {
  const draft = await draftOf(ctx, helpDraft);
  return publicView(
    ctx,
    { title: 'Ask for help for you or your family' },
    <>
      <h1 class="govuk-heading-l">Ask for help for you or your family</h1>
      <WarningText>If you or a child are in danger now, call 999.</WarningText>
      <p class="govuk-body">
        You can ask if you are a parent or carer, or if you are a young person. You do not need to know what help there is. Asking for help
        is not telling on anyone.
      </p>
      <p class="govuk-body">
        First we ask how it is safe to reach you. Nobody else is told that you asked before we have spoken with you, unless somebody is
        being hurt.
      </p>
      <p class="govuk-body">
        “Exit this page” at the top takes you to another website at once. What you write is kept in this browser for 24 hours, until you
        send it or clear it.
      </p>
      <a class="govuk-button govuk-button--start" href="/help-for-me/reach" role="button" draggable={false} data-module="govuk-button">
        {draft ? 'Go on with what you began' : 'Start'}
      </a>
      {draft ? <Clear ctx={ctx} /> : null}
      <p class="govuk-body">
        Cannot wait?{' '}
        <a class="govuk-link" href="/urgent">
          Who to call now
        </a>
        . Young people can also call Childline free on 0800 1111, day and night. It is not on the phone bill.
      </p>
    </>,
  );
}

function Clear({ ctx }: { ctx: Ctx }) {
  return (
    <Form action="/help-for-me/clear" {...formCarries(ctx)}>
      <Button classes="govuk-button--secondary">Clear what I wrote</Button>
    </Form>
  );
}

/** How it is safe to reach them: asked before anything else. */
export const reachPage = async (ctx: Ctx): Promise<Answer> => reachShown(ctx, { values: await typedSoFar(ctx), errors: [] });
export const reachAgain = (ctx: Ctx, again: Again): Promise<Answer> => reachShown(ctx, again);

async function reachShown(ctx: Ctx, state: FieldState): Promise<Answer> {
  return publicView(
    ctx,
    { title: 'How can we reach you safely?', errors: state.errors },
    <Form action="/help-for-me/reach" {...formCarries(ctx)}>
      <h1 class="govuk-heading-l">How can we reach you safely?</h1>
      <Choice
        name="who"
        legend="Who are you?"
        items={[
          { value: 'young person', text: 'A child or young person, asking for myself' },
          { value: 'parent', text: 'A parent or carer, asking for my family' },
          { value: 'someone else', text: 'Someone else in the family' },
        ]}
        {...state}
      />
      <Choice
        name="how"
        legend="What is the safest way?"
        items={[
          { value: 'call', text: 'Call me' },
          { value: 'text', text: 'Text me' },
          { value: 'email', text: 'Email me' },
          { value: 'letter', text: 'Write to me' },
          { value: 'through someone', text: 'Through someone I trust, such as a teacher' },
          {
            value: 'not at all',
            text: 'Do not contact me yet. I will call you',
            hint: { text: 'You get a reference to quote when you call.' },
          },
        ]}
        {...state}
      />
      <TextField name="reach" label="Number, address, or who to speak to" {...state} />
      <TextField name="goodTimes" label="When is a safe time?" hint="For example, weekdays while the children are at school" {...state} />
      <TextArea name="never" label="Is there anyone who must not know, or a time or number we must never use?" rows={3} {...state} />
      <Choice name="mayLeaveMessage" legend="May we leave a message?" items={yesOrNo} inline {...state} />
      <Choice name="maySayWho" legend="If someone else answers, may we say who is calling?" items={yesOrNo} inline {...state} />
      <Button>Go on</Button>
    </Form>,
  );
}

const yesOrNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

/** Keeps how to reach them in this browser's draft. */
export async function saveReach(ctx: Ctx, typed: Typed): Promise<Answer> {
  const errors = reachErrors(typed);
  if (errors.length > 0) throw invalid(errors);
  await keepDraft(ctx, helpDraft, null, typed);
  return seeOther('/help-for-me/ask');
}

/** What is going on and what would help, in plain words. */
export const askPage = async (ctx: Ctx): Promise<Answer> => askShown(ctx, { values: await typedSoFar(ctx), errors: [] });
export const askAgain = async (ctx: Ctx, again: Again): Promise<Answer> =>
  askShown(ctx, { values: { ...(await typedSoFar(ctx)), ...again.values }, errors: again.errors });

async function askShown(ctx: Ctx, state: FieldState): Promise<Answer> {
  const young = (state.values as Typed | undefined)?.['who'] === 'young person';
  return publicView(
    ctx,
    { title: 'What is going on?', errors: state.errors },
    <Form action="/help-for-me/ask" {...formCarries(ctx)}>
      <h1 class="govuk-heading-l">What is going on?</h1>
      <TextArea
        name="whatHappened"
        label="Tell us in your own words"
        hint="A few lines are enough. You can say more when we speak."
        rows={6}
        {...state}
      />
      <TextArea name="whatWouldHelp" label="What would help?" rows={3} {...state} />
      <TextField name="firstName" label="Your first name, or a name to call you by" width={20} {...state} />
      <TextField name="lastName" label="Your last name, if you want to say" width={20} {...state} />
      {young ? (
        <DateField name="p9-dob" legend="When were you born?" hint="So that we know how old you are. You can leave it out." {...state} />
      ) : (
        <>
          <TextField name="p1-givenName" label="Child's first name" width={20} {...state} />
          <TextField name="p1-familyName" label="Child's last name" width={20} {...state} />
          <DateField name="p1-dob" legend="When was the child born?" hint="You can leave it out" {...state} />
        </>
      )}
      <TextField
        name={young ? 'p9-postcode' : 'p1-postcode'}
        label="Postcode where you live"
        hint="You can leave it out"
        width={10}
        {...state}
      />
      <Button>Go on</Button>
    </Form>,
  );
}

/** Keeps what they ask in the draft. */
export async function saveAsk(ctx: Ctx, typed: Typed): Promise<Answer> {
  const all = { ...(await typedSoFar(ctx)), ...typed };
  const errors = [...askErrors(all), ...dateErrors(all, ['p1-dob', 'p9-dob'])];
  if (errors.length > 0) throw invalid(errors);
  await keepDraft(ctx, helpDraft, null, typed);
  return seeOther('/help-for-me/check');
}

/** What will be sent, read once more. */
export const checkHelpPage = (ctx: Ctx): Promise<Answer> => checkShown(ctx, { values: {}, errors: [] });
export const checkHelpAgain = (ctx: Ctx, again: Again): Promise<Answer> => checkShown(ctx, again);

async function checkShown(ctx: Ctx, { errors }: Again): Promise<Answer> {
  const typed = await typedSoFar(ctx);
  const row = (question: string, field: string, page: string) => ({
    question,
    answer: said(typed, field) ?? 'Not said',
    changeHref: `/help-for-me/${page}#${field}`,
    changes: question.toLowerCase(),
  });
  return publicView(
    ctx,
    { title: 'Check and send', errors },
    <>
      <h1 class="govuk-heading-l">Check and send</h1>
      <CheckAnswers
        heading="How to reach you"
        answers={[
          row('Safest way', 'how', 'reach'),
          row('Number, address or person', 'reach', 'reach'),
          row('Safe times', 'goodTimes', 'reach'),
          row('Never', 'never', 'reach'),
        ]}
      />
      <CheckAnswers
        heading="What you ask"
        answers={[
          row('In your words', 'whatHappened', 'ask'),
          row('What would help', 'whatWouldHelp', 'ask'),
          row('Your name', 'firstName', 'ask'),
        ]}
      />
      <Form action="/help-for-me/send" {...formCarries(ctx)}>
        <Button>Send</Button>
      </Form>
      <Clear ctx={ctx} />
    </>,
  );
}

/** Sends it and clears the draft from this browser. */
export async function sendHelp(ctx: Ctx): Promise<Answer> {
  const raised = await askForHelp(ctx, await typedSoFar(ctx));
  await dropDraft(ctx, helpDraft);
  return seeOther(`/help-for-me/sent/${raised.id}`);
}

/** Takes what was written out of this browser's keeping. */
export async function clearHelp(ctx: Ctx): Promise<Answer> {
  await dropDraft(ctx, helpDraft);
  return seeOther('/help-for-me');
}

/** The receipt, in this browser for an hour. */
export async function helpSentPage(ctx: Ctx, asked: Asked): Promise<Answer> {
  const contact = found(await contactOf(ctx, asked.params['id'] ?? ''));
  about(ctx, 'contact', contact.id);
  return publicView(
    ctx,
    { title: 'We have your message' },
    <Confirmation title="We have your message" reference={contact.reference}>
      <p class="govuk-body">Keep the reference, if it is safe to. Quote it if you call us.</p>
      <p class="govuk-body">
        Someone whose work is helping families reads it today or on the next working day. We reach you only in the way you said is safe.
      </p>
      <p class="govuk-body">
        If it gets worse,{' '}
        <a class="govuk-link" href="/urgent">
          call us
        </a>
        . In danger, call 999.
      </p>
    </Confirmation>,
  );
}
