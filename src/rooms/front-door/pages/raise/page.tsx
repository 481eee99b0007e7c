import type { Ctx } from '../../../../platform/access/ctx.ts';
import type { Answer } from '../../../../platform/web/route.ts';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { Details } from '../../../../platform/web/govuk/details.tsx';
import { WhereTheAnswerIs } from '../../feedback/pages/where-the-answer-is.tsx';
import { concernView, loadConcern } from './view.tsx';

/** Where raising a concern begins: danger first, then what to expect, then the form. */
export async function startPage(ctx: Ctx): Promise<Answer> {
  const draft = await loadConcern(ctx);
  return concernView(
    ctx,
    'Tell us you are worried about a child',
    [],
    <>
      <h1 class="govuk-heading-l">Tell us you are worried about a child</h1>
      <WarningText>If a child is in immediate danger, call 999 now.</WarningText>
      <p class="govuk-body">
        <a class="govuk-link" href="/urgent">
          It cannot wait: who to call now
        </a>
        {ctx.who.kind === 'public' ? (
          <>
            . Is it about you or your own family?{' '}
            <a class="govuk-link" href="/help-for-me">
              Ask for help
            </a>
          </>
        ) : null}
        .
      </p>
      <p class="govuk-body">
        You tell us once. We find out who else is helping, decide what should happen, and{' '}
        {ctx.who.kind === 'staff' ? 'tell you the outcome on your own page' : 'call or write to you if you wish'}.
      </p>
      <p class="govuk-body">
        You need only the child's name or a description, what worries you, and a way for us to reach you. Everything else helps, and may
        stay “not known”. It takes about 10 minutes.
      </p>
      <p class="govuk-body">
        {ctx.who.kind === 'staff'
          ? 'What you write is kept for 30 days until you send it.'
          : 'What you write is kept in this browser for 24 hours. On a computer that others use, send it or clear it before you leave.'}
      </p>
      {ctx.who.kind === 'public' ? <Privacy /> : null}
      <WhereTheAnswerIs ctx={ctx} />
      <a class="govuk-button govuk-button--start" href="/concern/form" role="button" draggable={false} data-module="govuk-button">
        {draft ? 'Go on with what you began' : 'Start'}
      </a>
      {ctx.who.kind === 'public' ? (
        <p class="govuk-body">
          Do you work with children here?{' '}
          <a class="govuk-link" href="/sign-in?to=/concern">
            Sign in
          </a>{' '}
          and your details are filled in, and you can follow what happens.
        </p>
      ) : null}
    </>,
  );
}

function Privacy() {
  return (
    <Details summaryText="What we do with what you tell us">
      <p class="govuk-body">
        The council uses it to keep children safe, as the Children Act 1989 asks of it. We may share it with the police, health services and
        schools where that helps the child. We do not ask your permission for that, and we do not tell the family who you are unless a court
        makes us.
      </p>
      <p class="govuk-body">
        You can leave your name out. We keep a concern that needs nothing further for three years. You can ask to see what we hold about
        you, and complain to the Information Commissioner.
      </p>
    </Details>
  );
}
