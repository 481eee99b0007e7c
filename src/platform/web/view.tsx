import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { roleNames } from '../access/roles.ts';
import { actingAs, type Ctx, type StaffCtx } from '../access/ctx.ts';
import type { FieldError } from '../access/refusal.ts';
import { PublicLayout, StaffLayout } from './layout.tsx';
import { show, type Answer } from './route.ts';

export interface ViewFacts {
  title: string;
  breadcrumbs?: { href?: string; label: string }[];
  errors?: readonly FieldError[];
  /** Two or three columns at 1280. */
  wide?: boolean;
  status?: number;
  /** Seconds after which the page is asked for again where scripts do not run. */
  again?: number | undefined;
}

/** A staff page: fills the header, the navigation the person may use, and what just happened. */
export function staffView(ctx: StaffCtx, facts: ViewFacts, children: ComponentChildren): Answer {
  const as = actingAs(ctx.who);
  const navigation = ctx.request.navigation
    .filter((item) => ctx.who.permissions.has(item.permission))
    .map(({ label, href }) => ({ label, href, active: ctx.request.path === href || ctx.request.path.startsWith(`${href}/`) }));
  const { status, ...rest } = facts;
  return show(
    <StaffLayout
      {...rest}
      errors={[...(facts.errors ?? [])]}
      nonce={ctx.request.nonce}
      csrf={ctx.who.csrf}
      flash={ctx.request.flash ?? undefined}
      demonstration={ctx.request.demonstration}
      person={{ name: ctx.who.name, role: as ? roleNames[as.role] : ctx.who.jobTitle, agency: as?.agencyName ?? '' }}
      navigation={navigation}
    >
      {children}
    </StaffLayout>,
    status ?? (facts.errors?.length ? 422 : 200),
  );
}

/** A public or family page: roomy, with exit this page. */
export function publicView(ctx: Ctx, facts: ViewFacts & { exitThisPage?: boolean }, children: ComponentChildren): Answer {
  return show(
    <PublicLayout
      title={facts.title}
      nonce={ctx.request.nonce}
      exitThisPage={facts.exitThisPage ?? true}
      errors={[...(facts.errors ?? [])]}
    >
      {children}
    </PublicLayout>,
    facts.status ?? (facts.errors?.length ? 422 : 200),
  );
}

/** What every form carries: the session's token and a fresh key, so that sending twice does it once. */
export function formCarries(ctx: Ctx): { csrf: string; idempotencyKey: string } {
  const csrf = ctx.who.kind === 'staff' || ctx.who.kind === 'public' ? ctx.who.csrf : '';
  return { csrf, idempotencyKey: randomUUID() };
}
