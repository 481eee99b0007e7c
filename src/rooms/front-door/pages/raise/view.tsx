import type { ComponentChildren } from 'preact';
import type { Ctx, StaffCtx } from '../../../../platform/access/ctx.ts';
import type { FieldError } from '../../../../platform/access/refusal.ts';
import type { Answer, Typed } from '../../../../platform/web/route.ts';
import { publicView, staffView } from '../../../../platform/web/view.tsx';
import { draftOf, type Draft } from '../../../../platform/web/draft.store.ts';
import { ownDetails } from '../../referrer.store.ts';

/** The draft a concern grows in: one for each person signed in, or for each browser for 24 hours. */
export const concernDraft = 'concern';
export const loadConcern = (ctx: Ctx): Promise<Draft | null> => draftOf(ctx, concernDraft);

/** What is typed so far; a professional's own details stand there already. */
export async function typedSoFar(ctx: Ctx): Promise<Typed> {
  const draft = await loadConcern(ctx);
  return { ...(await alreadyKnown(ctx)), ...draft?.answers };
}

async function alreadyKnown(ctx: Ctx): Promise<Typed> {
  if (ctx.who.kind !== 'staff') return {};
  const me = await ownDetails(ctx as StaffCtx);
  return {
    yourName: me?.display_name ?? '',
    yourRole: me?.job_title ?? '',
    yourAgency: ctx.who.memberships[0]?.agencyName ?? '',
    yourPhone: me?.phone ?? '',
    yourEmail: me?.email ?? '',
  };
}

/** The same page for a professional at work and for anyone else: only what stands around it differs. */
export function concernView(ctx: Ctx, title: string, errors: readonly FieldError[], children: ComponentChildren): Answer {
  if (ctx.who.kind === 'staff') {
    return staffView(
      ctx as StaffCtx,
      { title, errors, breadcrumbs: [{ href: '/concern', label: 'Raise a concern' }, { label: title }] },
      children,
    );
  }
  return publicView(ctx, { title, errors }, children);
}
