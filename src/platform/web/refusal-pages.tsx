import type { VNode } from 'preact';
import type { Ctx, RequestFacts, StaffCtx } from '../access/ctx.ts';
import type { Refusal } from '../access/refusal.ts';
import { Button } from './govuk/button.tsx';
import { PublicLayout } from './layout.tsx';
import { TwoTexts } from './patterns/two-texts.tsx';
import { publicView, staffView } from './view.tsx';
import { seeOther, show, type Answer, type Typed } from './route.ts';

/** Every field as typed, hidden, so that nothing written is lost while someone signs in or the system comes back. */
function Kept({ typed }: { typed: Typed }) {
  const fields = Object.entries(typed)
    .filter(([name]) => name !== '_csrf')
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, one })));
  return (
    <>
      {fields.map(({ name, one }) => (
        <input type="hidden" name={name} value={one} />
      ))}
    </>
  );
}

function SendAgain({ path, csrf, typed, label }: { path: string; csrf: string; typed: Typed; label: string }) {
  return (
    <form method="post" action={path} noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <Kept typed={typed} />
      <Button>{label}</Button>
    </form>
  );
}

/** Sends someone to sign in and back. A form keeps every word in the page until it can be sent. */
export function signInFirst(path: string, returnTo: string | null, typed: Typed): Answer {
  if (returnTo) return seeOther(`/sign-in?to=${encodeURIComponent(returnTo)}`);
  return show(
    <PublicLayout title="Sign in again" nonce="">
      <h1 class="govuk-heading-l">You were signed out before this was sent</h1>
      <p class="govuk-body">Nothing you wrote is lost. It is still in this page.</p>
      <ol class="govuk-list govuk-list--number">
        <li>
          <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">
            Sign in (opens in a new tab)
          </a>
        </li>
        <li>Come back to this tab and send it again.</li>
      </ol>
      <SendAgain path={path} csrf="" typed={typed} label="Send it again" />
    </PublicLayout>,
    401,
  );
}

/** The form's token is from another session: ask for one more press rather than lose the words. */
export function resendPage(facts: RequestFacts, csrf: string, typed: Typed): Answer {
  return show(
    <PublicLayout title="Check and send again" nonce={facts.nonce}>
      <h1 class="govuk-heading-l">Please send this once more</h1>
      <p class="govuk-body">You signed in again after opening the form. Everything you wrote is kept.</p>
      <SendAgain path={facts.path} csrf={csrf} typed={typed} label="Send it" />
    </PublicLayout>,
    403,
  );
}

/** The database is away for a moment. */
export function unavailablePage(facts: RequestFacts, typed: Typed): VNode {
  const wrote = Object.keys(typed).length > 0;
  return (
    <PublicLayout title="Sorry, try again in a moment" nonce={facts.nonce}>
      <h1 class="govuk-heading-l">Sorry, Goldthread cannot answer just now</h1>
      <p class="govuk-body">
        This usually lasts a few seconds.{' '}
        {wrote ? 'Nothing was half-saved, and everything you wrote is kept in this page.' : 'Nothing was changed.'}
      </p>
      {wrote ? (
        <SendAgain path={facts.path} csrf={String(typed['_csrf'] ?? '')} typed={typed} label="Try again" />
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={facts.path}>
            Try again
          </a>
        </p>
      )}
      <p class="govuk-body">If a child is in immediate danger, call 999 now.</p>
    </PublicLayout>
  );
}

/** Too many forms in a minute from one place. */
export function waitPage(facts: RequestFacts, typed: Typed): VNode {
  return (
    <PublicLayout title="Please wait a minute" nonce={facts.nonce}>
      <h1 class="govuk-heading-l">Please wait a minute</h1>
      <p class="govuk-body">
        Too many forms have come from where you are. Everything you wrote is kept in this page. Wait a minute, then try again.
      </p>
      <SendAgain path={facts.path} csrf={String(typed['_csrf'] ?? '')} typed={typed} label="Try again" />
      <p class="govuk-body">If a child is in immediate danger, call 999 now.</p>
    </PublicLayout>
  );
}

const said: Record<string, { status: number; title: string; words: string }> = {
  'not-found': {
    status: 404,
    title: 'Page not found',
    words: 'There is nothing here that you can open. Check the address, or go back to the list you came from.',
  },
  'not-allowed': {
    status: 403,
    title: 'You do not have access to this page',
    words: 'Your role does not open this page. If you need it for your work, ask your administrator.',
  },
  fault: {
    status: 500,
    title: 'Sorry, something went wrong',
    words:
      'Nothing was half-saved. The fault has been recorded. Try again; if it happens again, tell your administrator the reference below.',
  },
};

/** Not found, not allowed, refused by a rule, or a fault: what happened, what was kept, what to do. */
export function refusalPage(ctx: Ctx | null, facts: RequestFacts, refusal: Refusal, typed: Typed): Answer {
  const plain = refusal.message === 'fault' ? said['fault'] : said[refusal.kind];
  const { status, title, words } = plain ?? { status: 409, title: 'This cannot be done yet', words: refusal.message };
  const body = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{words}</p>
      {status === 500 && Object.keys(typed).length > 0 ? (
        <SendAgain path={facts.path} csrf={String(typed['_csrf'] ?? '')} typed={typed} label="Try again" />
      ) : null}
      {status === 500 ? <p class="govuk-body">Reference: {facts.id}</p> : null}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the start page
        </a>
      </p>
    </>
  );
  if (ctx?.who.kind === 'staff') return staffView(ctx as StaffCtx, { title, status }, body);
  if (ctx) return publicView(ctx, { title, status }, body);
  return show(
    <PublicLayout title={title} nonce={facts.nonce}>
      {body}
    </PublicLayout>,
    status,
  );
}

/** Someone else saved first (both texts are shown), or a form without a page of its own needs changes. */
export function formRefusedPage(ctx: Ctx, refusal: Refusal, typed: Typed): Answer {
  const title = refusal.kind === 'conflict' ? 'Someone else changed this while you were writing' : 'There is a problem';
  const body = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {refusal.kind === 'conflict' ? (
        <p class="govuk-body">
          Nothing was overwritten. Here is what you wrote beside what the record says now. Copy what you need, then open the record again.
        </p>
      ) : null}
      {refusal.disagreements.map((one) => (
        <TwoTexts {...one} />
      ))}
      {refusal.errors.length > 0 ? (
        <ul class="govuk-list govuk-error-message">
          {refusal.errors.map((error) => (
            <li>{error.message}</li>
          ))}
        </ul>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href={backTo(ctx, typed)}>
          Open the record as it is now
        </a>
      </p>
    </>
  );
  const facts = { title, status: refusal.kind === 'conflict' ? 409 : 422 };
  return ctx.who.kind === 'staff' ? staffView(ctx as StaffCtx, facts, body) : publicView(ctx, facts, body);
}

/** A form may name the local page to go back to; anything else is ignored. */
function backTo(ctx: Ctx, typed: Typed): string {
  const back = typed['_back'];
  return typeof back === 'string' && /^\/(?!\/)[\w\-/]*$/.test(back) ? back : ctx.request.path;
}
