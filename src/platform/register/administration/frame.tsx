import type { ComponentChildren } from 'preact';
import type { FieldError } from '../../access/refusal.ts';
import type { StaffCtx } from '../../access/ctx.ts';
import { staffView } from '../../web/view.tsx';
import type { Answer } from '../../web/route.ts';

type Crumb = { href?: string; label: string };
interface Frame {
  title: string;
  trail?: readonly Crumb[];
  errors?: readonly FieldError[];
  wide?: boolean;
}

/** An administration page: "Administration > Agencies > Larkspur Primary School", its heading, its content. */
export function frame(ctx: StaffCtx, { title, trail = [], errors, wide }: Frame, children: ComponentChildren): Answer {
  const breadcrumbs = [{ href: '/administration', label: 'Administration' }, ...trail, { label: title }];
  return staffView(
    ctx,
    { title, breadcrumbs, ...(errors ? { errors } : {}), ...(wide ? { wide } : {}) },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </>,
  );
}

/** A link that stands as a paragraph of its own. */
export const LinkLine = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={href}>
      {children}
    </a>
  </p>
);
