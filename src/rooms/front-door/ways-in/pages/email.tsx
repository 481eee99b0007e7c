import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { longMoment } from '../../../../platform/time/plain-dates.ts';
import { draftOf } from '../../../../platform/web/draft.store.ts';
import { Button, FileField, Form, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../platform/web/govuk/summary-list.tsx';
import { seeOther, type Again, type Answer, type Asked, type Typed } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { filesOf } from '../../file.store.ts';
import { sendEmail } from '../actions/send-email.ts';
import { takeEmail } from '../actions/take-email.ts';
import { emailDraft } from '../email.ts';
import { childPlaces, dateErrors, tickedOf, toldConcern } from '../told.ts';
import { onThisPage } from './phone.tsx';
import { CallerFields, PeopleFields, SafetyFields, WordsFields } from './told-fields.tsx';

const crumbs = (label: string) => [{ href: '/front-door/ways-in', label: 'Ways in' }, { label }];

/** Upload a message sent to the front door. */
export const emailPage = (ctx: StaffCtx): Promise<Answer> => uploadShown(ctx, { values: {}, errors: [] });
export const emailAgain = (ctx: StaffCtx, again: Again): Promise<Answer> => uploadShown(ctx, again);

async function uploadShown(ctx: StaffCtx, state: FieldState): Promise<Answer> {
  const draft = await draftOf(ctx, emailDraft);
  return staffView(
    ctx,
    { title: 'Email', errors: state.errors, breadcrumbs: crumbs('Email') },
    <>
      <h1 class="govuk-heading-l">Email</h1>
      <p class="govuk-body">
        Save the message from your mail program as an .eml file. Its text becomes what the referrer wrote, word for word; its attachments
        are checked for viruses and go along.
      </p>
      <Form action="/front-door/email" {...formCarries(ctx)} enctype="multipart/form-data">
        <FileField name="file" label="The message" hint="An .eml file, up to 10 MB" accept=".eml,message/rfc822" {...state} />
        <Button>Read it</Button>
      </Form>
      {draft ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/front-door/email/read">
            Go on with the message you read before
          </a>
        </p>
      ) : null}
    </>,
  );
}

/** Reads the message that came with the form. */
export async function readMessage(ctx: StaffCtx, _typed: unknown, asked: Asked): Promise<Answer> {
  await takeEmail(ctx, asked.files[0]);
  return seeOther('/front-door/email/read');
}

/** What was read, and who it is about: the officer says. */
export async function aboutPage(ctx: StaffCtx): Promise<Answer> {
  const draft = await draftOf(ctx, emailDraft);
  if (!draft) return seeOther('/front-door/email', 'Upload the email first');
  return aboutShown(ctx, { values: draft.answers, errors: [] });
}
export const aboutAgain = (ctx: StaffCtx, again: Again): Promise<Answer> => aboutShown(ctx, again);

async function aboutShown(ctx: StaffCtx, state: FieldState): Promise<Answer> {
  const draft = await draftOf(ctx, emailDraft);
  const kept: Typed = draft?.answers ?? {};
  const files = draft ? await filesOf(ctx, 'draft', draft.id) : [];
  const leftOut = tickedOf(kept, 'leftOut');
  const sent = String(kept['sentAt'] ?? '');
  return staffView(
    ctx,
    { title: 'Who the email is about', wide: true, errors: state.errors, breadcrumbs: crumbs('Email') },
    <>
      <h1 class="govuk-heading-l">Who the email is about</h1>
      <SummaryList
        rows={[
          { key: 'From', value: `${String(kept['fromName'] ?? '')} ${String(kept['fromAddress'] ?? '')}`.trim() || 'Not said' },
          { key: 'Subject', value: String(kept['subject'] ?? '') || 'None' },
          { key: 'Sent', value: sent ? longMoment(new Date(sent)) : 'Not said' },
          { key: 'Files', value: files.map((one) => one.name).join(', ') || 'None' },
          ...(leftOut.length > 0
            ? [{ key: 'Left out', value: `${leftOut.join(', ')}: not a type we take. They are in the message itself.` }]
            : []),
        ]}
      />
      <p class="govuk-body">The sender's address proves nothing. Call the organisation back on a number you know before you rely on it.</p>
      <Form action="/front-door/email/read" {...formCarries(ctx)} autosave="/drafts/save" draft={emailDraft}>
        <div class="gt-columns gt-columns--2">
          <div>
            <h2 class="govuk-heading-m">What they wrote</h2>
            <WordsFields state={state} label="The message, word for word" rows={16} />
          </div>
          <div>
            <h2 class="govuk-heading-m">Who it is about</h2>
            <PeopleFields state={state} />
            <h2 class="govuk-heading-m">Is the child safe now</h2>
            <SafetyFields state={state} />
            <h2 class="govuk-heading-m">The sender</h2>
            <CallerFields state={state} who="Sender" />
          </div>
        </div>
        <Button>Send to the queue</Button>
      </Form>
    </>,
  );
}

/** Sends the message to the queue. */
export async function sendMessage(ctx: StaffCtx, typed: Typed): Promise<Answer> {
  const wrong = dateErrors(
    typed,
    childPlaces.map((at) => `p${at}-dob`),
  );
  if (wrong.length > 0) throw invalid(wrong);
  const raised = await onThisPage(() => sendEmail(ctx, toldConcern(typed)));
  return seeOther(`/front-door/contacts/${raised.id}`, `${raised.reference} is in the queue`);
}
