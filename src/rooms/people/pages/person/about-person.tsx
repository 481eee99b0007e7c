import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { IdentityBar } from '../../../../platform/web/patterns/identity-bar.tsx';
import type { Again, Answer } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { identityOf } from '../../identity.store.ts';

/** A page that changes one thing about a person: their identity bar, a heading, a form. */
export async function aboutPerson(
  ctx: StaffCtx,
  personId: string,
  title: string,
  again: Again | undefined,
  children: ComponentChildren,
): Promise<Answer> {
  const identity = await identityOf(ctx, personId);
  return staffView(
    ctx,
    {
      title,
      errors: again?.errors ?? [],
      breadcrumbs: [
        { href: '/people/find', label: 'Find a child' },
        { href: `/people/${personId}`, label: identity.name },
        { label: title },
      ],
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <IdentityBar {...identity.bar} />
      {children}
    </>,
  );
}
