import { may, type Ctx } from '../../../../platform/access/ctx.ts';
import { Button } from '../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { seeOther, type Answer } from '../../../../platform/web/route.ts';
import { publicView } from '../../../../platform/web/view.tsx';

/** The first page: Today for those signed in; raise a concern or sign in for everyone else. */
export async function startPage(ctx: Ctx): Promise<Answer> {
  if (may(ctx, 'today.view')) return seeOther('/today');
  return publicView(
    ctx,
    { title: 'Worried about a child?' },
    <>
      <h1 class="govuk-heading-xl">Worried about a child?</h1>
      <WarningText iconFallbackText="Warning">If a child is in danger now, call 999.</WarningText>
      <p class="govuk-body">
        Anyone can tell us: a neighbour, a relative, someone who works with children, or a child. You do not have to be sure, and you do not
        have to give your name.
      </p>
      <Button href="/concern" isStartButton>
        Raise a concern
      </Button>
      {ctx.request.demonstration ? (
        <InsetText>This is a demonstration. Everyone in it is invented, and nobody reads what is sent.</InsetText>
      ) : null}
      <h2 class="govuk-heading-m">If you work with families here</h2>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          Sign in
        </a>{' '}
        to see your day, follow a concern you raised, and work on a plan with a family.
      </p>
      {ctx.who.kind === 'staff' ? (
        <p class="govuk-body">You are signed in, but you hold no role here today. Ask your administrator.</p>
      ) : null}
    </>,
  );
}
