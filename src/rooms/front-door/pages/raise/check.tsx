import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { CheckAnswers, type CheckedAnswer } from '../../../../platform/web/patterns/check-answers.tsx';
import { Confirmation } from '../../../../platform/web/patterns/confirmation.tsx';
import { dropDraft } from '../../../../platform/web/draft.store.ts';
import { seeOther, type Again, type Answer, type Asked, type Typed } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { raiseConcern, type Channel } from '../../actions/raise-concern.ts';
import { agreementReminder, calledOf } from '../../concern.ts';
import { contactOf } from '../../contact.store.ts';
import { filesOf } from '../../file.store.ts';
import { WhereTheAnswerIs } from '../../feedback/pages/where-the-answer-is.tsx';
import { sections, writesForOthers } from './section.tsx';
import { concernOf } from './typed.ts';
import { concernDraft, concernView, loadConcern, typedSoFar } from './view.tsx';

/** Check your answers, then send. What was left out says so and may stay so. */
export const checkPage = (ctx: Ctx): Promise<Answer> => shown(ctx, { values: {}, errors: [] });
export const checkAgain = (ctx: Ctx, again: Again): Promise<Answer> => shown(ctx, again);

const questionWords: Record<string, string> = {
  immediateDanger: 'Immediate danger',
  whereaboutsKnown: 'Whereabouts known',
  lastSeen: 'Last seen',
  safeToContactParents: 'Safe to contact parents',
  riskToWorker: 'Risk on a visit',
  channel: 'How it reached you',
  yourName: 'Name',
  yourRole: 'Job title',
  yourAgency: 'Organisation',
  yourPhone: 'Telephone',
  yourEmail: 'Email',
  relationship: 'Connection to the child',
  anonymous: 'Keep the name out',
  wishesFeedback: 'Wants to hear',
  publicSource: 'Knows the child as',
  whatHappened: 'What happened',
  whenWhere: 'When and where',
  childSaid: 'What the child said',
  impact: 'What it means for the child',
  history: 'Earlier worries',
  categories: 'Kind of worry',
  workingWell: 'Going well',
  supportTried: 'Tried already',
  whatWouldHelp: 'What would help',
  levelBelieved: 'Level',
  levelWhy: 'Why that level',
  parentsInformed: 'Parents know',
  agreementObtained: 'Family agreed',
  agreementByWhom: 'Who agreed',
  agreementWhyNot: 'Why not asked or not agreed',
  childTold: 'The child knows and thinks',
};

async function shown(ctx: Ctx, { errors }: Again): Promise<Answer> {
  const typed = await typedSoFar(ctx);
  const draft = await loadConcern(ctx);
  const concern = concernOf(typed);
  const files = draft ? await filesOf(ctx, 'draft', draft.id) : [];
  const reminder = agreementReminder(concern);
  const linked = errors.map((error) => ({ field: error.field, message: error.message }));
  return concernView(
    ctx,
    'Check and send',
    linked,
    <>
      <h1 class="govuk-heading-l">Check and send</h1>
      {reminder ? (
        <InsetText>
          {reminder}{' '}
          <a class="govuk-link" href="/concern/form/family">
            Say now
          </a>
        </InsetText>
      ) : null}
      <div id="people">
        <CheckAnswers
          heading="Who it is about"
          answers={[
            {
              question: 'People',
              answer: concern.people.length === 0 ? 'Nobody yet' : concern.people.map((one) => calledOf(one)).join(', '),
              changeHref: '/concern/form/people',
              changes: 'who it is about',
            },
          ]}
        />
      </div>
      <Sections ctx={ctx} typed={typed} />
      <CheckAnswers
        heading="Files"
        answers={[
          {
            question: 'Attached',
            answer: files.length === 0 ? 'None' : files.map((file) => file.name).join(', '),
            changeHref: '/concern/form/files',
            changes: 'files',
          },
        ]}
      />
      <Form action="/concern/send" {...formCarries(ctx)}>
        <p class="govuk-body">
          By sending this you tell the council what you know. If the child's situation gets worse, call, and if they are in danger call 999.
        </p>
        <Button>Send the concern</Button>
      </Form>
    </>,
  );
}

function Sections({ ctx, typed }: { ctx: Ctx; typed: Typed }) {
  return (
    <>
      {sections.map((section) => (
        <div id={section.key}>
          <CheckAnswers
            heading={section.title}
            answers={section.fields
              .filter((field) => (field !== 'channel' || writesForOthers(ctx)) && (field !== 'publicSource' || ctx.who.kind === 'public'))
              .map((field): CheckedAnswer => ({
                question: questionWords[field] ?? field,
                answer: [typed[field] ?? ''].flat().filter(Boolean).join(', ') || 'Not known',
                changeHref: `/concern/form/${section.key}#${field}`,
                changes: (questionWords[field] ?? field).toLowerCase(),
              }))}
          />
        </div>
      ))}
    </>
  );
}

/** Sends what stands in the draft; the draft is gone in the same transaction. */
export async function sendConcern(ctx: Ctx): Promise<Answer> {
  const draft = await loadConcern(ctx);
  const typed = await typedSoFar(ctx);
  const channel = writesForOthers(ctx) ? (typed['channel'] as Channel | undefined) || 'WEB' : 'WEB';
  const raised = await raiseConcern(ctx, concernOf(typed), channel, draft?.id ?? null);
  await dropDraft(ctx, concernDraft);
  return seeOther(`/concern/sent/${raised.id}`);
}

/** The receipt: a reference and what happens next. No email is sent, so none can carry personal data. */
export async function sentPage(ctx: Ctx, asked: Asked): Promise<Answer> {
  const contact = found(await contactOf(ctx, asked.params['id'] ?? ''));
  about(ctx, 'contact', contact.id);
  return concernView(
    ctx,
    'We have your concern',
    [],
    <Confirmation title="We have your concern" reference={contact.reference}>
      <p class="govuk-body">Keep the reference. Quote it if you call us.</p>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        A contact officer reads it, finds out who else is helping the child, and a front door manager decides within one working day.{' '}
        {contact.referrer_staff_id
          ? 'You can follow it on your own page, and we will tell you there what happened.'
          : contact.anonymous
            ? 'Because you left your name out we cannot tell you what happened.'
            : contact.wishes_feedback
              ? 'We will call or write to you.'
              : ''}
      </p>
      {contact.referrer_staff_id ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/my-concerns/${contact.id}`}>
            Follow what happens
          </a>
        </p>
      ) : null}
      <WhereTheAnswerIs ctx={ctx} />
      <p class="govuk-body">If things get worse, call us. If a child is in immediate danger, call 999.</p>
    </Confirmation>,
  );
}
