import type { ComponentChildren } from 'preact';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { Answer } from '../../../platform/web/route.ts';
import { publicView, staffView } from '../../../platform/web/view.tsx';

/** A page anyone may open: with the header and navigation for those signed in, roomy and with a way out for others. */
export const openView = (ctx: Ctx, title: string, children: ComponentChildren): Answer =>
  ctx.who.kind === 'staff'
    ? staffView(ctx as StaffCtx, { title, breadcrumbs: [{ label: title }] }, children)
    : publicView(ctx, { title }, children);
