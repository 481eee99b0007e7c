import type { Ctx } from '../../../../platform/access/ctx.ts';

/** For those without an account: where they hear later what happened to a concern they raised. Others have their page. */
export function WhereTheAnswerIs({ ctx }: { ctx: Ctx }) {
  if (ctx.who.kind !== 'public') return null;
  return (
    <p class="govuk-body">
      Raised a concern before?{' '}
      <a class="govuk-link" href="/concern/answer">
        Hear what happened to it
      </a>{' '}
      with your reference and the email or mobile number you gave.
    </p>
  );
}
