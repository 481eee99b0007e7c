import { z } from 'zod';
import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { longMoment } from '../../../../platform/time/plain-dates.ts';
import { requiredText } from '../../../../platform/web/fields.ts';
import { Button, Form, TextField } from '../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, publicView } from '../../../../platform/web/view.tsx';
import { linkAskedFor, openedAnswer, openLink, type OpenedAnswer } from '../telling.store.ts';
import { linkDays } from '../telling.ts';

export const askShape = z.object({
  reference: requiredText('Enter the reference you were given, for example C-2041', 20),
  address: requiredText('Enter the email address or mobile number you gave us', 200),
});

/** For whoever raised a concern without an account: the reference and the address they left bring a link there, and nowhere else. */
export async function askForAnswerPage(ctx: Ctx): Promise<Answer> {
  return asking(ctx, { values: {}, errors: [] });
}
export const askForAnswerAgain = (ctx: Ctx, again: Again): Promise<Answer> => asking(ctx, again);

async function asking(ctx: Ctx, { values, errors }: Again): Promise<Answer> {
  return publicView(
    ctx,
    { title: 'What happened to the concern you raised', errors, exitThisPage: true },
    <>
      <h1 class="govuk-heading-l">What happened to the concern you raised</h1>
      <p class="govuk-body">
        If you left an email address or a mobile number, we can send a link to it. The message names nobody. Do not ask for it if somebody
        who should not know may read what arrives there.
      </p>
      <Form action="/concern/answer" {...formCarries(ctx)}>
        <TextField name="reference" label="Your reference" hint="For example C-2041" width={10} values={values} errors={errors} />
        <TextField name="address" label="The email address or mobile number you gave" values={values} errors={errors} />
        <Button>Send me a link</Button>
      </Form>
      <p class="govuk-body">If you gave neither, call the front door and say your reference.</p>
    </>,
  );
}

/** Sends a link where the two belong together, and says the same whether they do or not. */
export async function askForAnswer(ctx: Ctx, form: z.output<typeof askShape>): Promise<Answer> {
  const link = await linkAskedFor(ctx, form);
  if (link) {
    about(ctx, 'contact', link.contactId);
    const words = {
      reference: link.reference,
      day: londonDate(new Date(ctx.now.getTime() + linkDays * 86_400_000)),
      link: `/concern/answer/${link.code}`,
    };
    const { channel, address } = link;
    await notify(ctx, { template: 'answer-to-open', to: { channel, address }, words, about: { kind: 'contact', id: link.contactId } });
  }
  return seeOther('/concern/answer/asked');
}

/** The same words for everyone who asked. */
export async function askedPage(ctx: Ctx): Promise<Answer> {
  return publicView(
    ctx,
    { title: 'Look at your messages', exitThisPage: true },
    <>
      <h1 class="govuk-heading-l">Look at your messages</h1>
      <p class="govuk-body">
        If the reference and the address belong together and there is an answer, a link to it is on its way. We do not say here whether they
        do.
      </p>
      <p class="govuk-body">Nothing came within an hour? Call the front door and say your reference.</p>
    </>,
  );
}

/** Where a link leads first. It opens nothing by itself: some mail programs follow every link. */
export async function linkPage(ctx: Ctx, asked: Asked): Promise<Answer> {
  return publicView(
    ctx,
    { title: 'There is an answer for you', exitThisPage: true },
    <>
      <h1 class="govuk-heading-l">There is an answer for you</h1>
      <p class="govuk-body">You can read it once, here, for an hour. Make sure nobody reads over your shoulder.</p>
      <Form action={`/concern/answer/${encodeURIComponent(asked.params['code'] ?? '')}/open`} {...formCarries(ctx)}>
        <Button>Show me the answer</Button>
      </Form>
    </>,
  );
}

/** Uses the link; a second use leads to the page that says so. */
export async function openAnswer(ctx: Ctx, _nothing: unknown, asked: Asked): Promise<Answer> {
  const code = asked.params['code'] ?? '';
  await openLink(ctx, code);
  const opened = await openedAnswer(ctx, code);
  if (opened) about(ctx, 'contact', opened.contactId);
  return seeOther(`/concern/answer/${encodeURIComponent(code)}/read`);
}

/** What they are told, for the browser that opened the link, for an hour. */
export async function readAnswerPage(ctx: Ctx, asked: Asked): Promise<Answer> {
  const opened = await openedAnswer(ctx, asked.params['code'] ?? '');
  if (!opened) return usedUp(ctx);
  about(ctx, 'contact', opened.contactId);
  return publicView(
    ctx,
    { title: `What happened, reference ${opened.reference}`, exitThisPage: true },
    <>
      <h1 class="govuk-heading-l">What happened, reference {opened.reference}</h1>
      <AnswerParts answer={opened} />
      <p class="govuk-body gt-small">
        Written {longMoment(opened.givenAt)}. We can say no more than this here: the rest belongs to the family.
      </p>
    </>,
  );
}

/** The four parts of an answer, those that were written. */
export function AnswerParts({ answer }: { answer: Pick<OpenedAnswer, 'told' | 'why' | 'whatNext' | 'howToDisagree'> }) {
  const parts: [string, string | null][] = [
    ['What is decided', answer.told],
    ['Why', answer.why],
    ['What happens next', answer.whatNext],
    ['If you disagree', answer.howToDisagree],
  ];
  return (
    <>
      {parts.map(([heading, words]) =>
        words ? (
          <>
            <h2 class="govuk-heading-s">{heading}</h2>
            <p class="govuk-body gt-as-typed">{words}</p>
          </>
        ) : null,
      )}
    </>
  );
}

function usedUp(ctx: Ctx): Answer {
  return publicView(
    ctx,
    { title: 'This link does not open any more', exitThisPage: true },
    <>
      <h1 class="govuk-heading-l">This link does not open any more</h1>
      <p class="govuk-body">It has been used, or its time is over. If you did not use it yourself, call the front door.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/concern/answer">
          Ask for another link
        </a>
      </p>
    </>,
  );
}
