import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { invitationsOf } from '../../invitations.store.ts';

/** What waits for the person's own answer: to lead a plan, to join a team around a family. */
export async function invitationsPage(ctx: StaffCtx): Promise<Answer> {
  const all = await invitationsOf(ctx);
  const home = (
    <a class="govuk-link" href="/families">
      Go to your families
    </a>
  );
  return staffView(
    ctx,
    { title: 'Invitations', breadcrumbs: [{ href: '/families', label: 'Families' }, { label: 'Invitations' }] },
    <>
      <h1 class="govuk-heading-l">Invitations</h1>
      <ListSummary
        count={all.length}
        noun={['invitation', 'invitations']}
        filter="waiting for your answer"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {all.length === 0 ? <EmptyList why="Nobody is waiting for your answer." whatToDo={home} /> : null}
      {all.map((one) => (
        <section>
          <h2 class="govuk-heading-m">{one.what}</h2>
          <p class="govuk-body">
            {longMoment(one.at)}. About: {one.about}
          </p>
          <p class="govuk-body gt-as-typed">{one.note}</p>
          <Button href={one.href}>
            Answer<span class="govuk-visually-hidden">: {one.what}</span>
          </Button>
        </section>
      ))}
    </>,
  );
}
