import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { seeOther, type Answer } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';

/** Search: the find page for those who may look in the index; for others, what they can look for and where. */
export async function searchPage(ctx: StaffCtx): Promise<Answer> {
  if (may(ctx, 'index.look')) return seeOther('/people/find');
  const places = [
    { open: may(ctx, 'concern.follow'), href: '/my-concerns', text: 'A concern you or your agency raised' },
    { open: may(ctx, 'early-help.view'), href: '/families', text: 'A family you help' },
    { open: may(ctx, 'outcomes.view'), href: '/outcomes', text: 'An outcome, and the goals that cite it' },
    { open: may(ctx, 'audit.view'), href: '/audit', text: 'What was done in Goldthread, by whom' },
    { open: may(ctx, 'admin.people'), href: '/administration', text: 'A member of staff, a team or an agency' },
  ].filter((place) => place.open);
  return staffView(
    ctx,
    { title: 'Search', breadcrumbs: [{ label: 'Search' }] },
    <>
      <h1 class="govuk-heading-l">What are you looking for?</h1>
      <p class="govuk-body">Your role does not look children up by name. You can look for:</p>
      <ul class="govuk-list govuk-list--bullet">
        {places.map((place) => (
          <li>
            <a class="govuk-link" href={place.href}>
              {place.text}
            </a>
          </li>
        ))}
      </ul>
      {may(ctx, 'concern.raise') ? (
        <p class="govuk-body">
          Worried about a child?{' '}
          <a class="govuk-link" href="/concern">
            Raise a concern
          </a>
          : the front door finds the record.
        </p>
      ) : null}
    </>,
  );
}
