import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../../people/index.ts';
import { dateWords } from '../../chronology.ts';
import { chronologyOf, type ChronologyEvent } from '../../chronology.store.ts';
import { filterFrom } from '../chronology/page.tsx';

/** The chronology on paper. The family's copy leaves out what is hidden from them, what is about others, what social care keeps, and who told us. */
export async function printChronologyPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const personId = asked.params['personId'] ?? '';
  const identity = await identityOf(ctx, personId);
  saw(ctx, personId);
  const forFamily = asked.query['copy'] === 'family';
  const events = (await chronologyOf(ctx, personId, forFamily ? { forFamily, withProposed: false } : filterFrom(asked.query))).reverse();
  return staffView(
    ctx,
    {
      title: `Chronology of ${identity.name}`,
      breadcrumbs: [{ href: `/chronology/${personId}`, label: 'Chronology' }, { label: forFamily ? 'The family’s copy' : 'To print' }],
    },
    <>
      {forFamily ? null : <IdentityBar {...identity.bar} />}
      <h1 class="govuk-heading-l">{forFamily ? `What has happened: ${identity.name}` : `Chronology of ${identity.name}`}</h1>
      <p class="govuk-body">
        {forFamily
          ? 'You can ask us to put right anything that is wrong here.'
          : `Printed ${longMoment(ctx.now)} by ${ctx.who.name}. Not for the family: it may hold what others told us.`}
      </p>
      {events.length === 0 ? <EmptyList why="There is nothing to print with this filter." /> : null}
      <ol class="govuk-list">
        {events.map((event) => (
          <Line event={event} forFamily={forFamily} />
        ))}
      </ol>
    </>,
  );
}

function Line({ event, forFamily }: { event: ChronologyEvent; forFamily: boolean }) {
  return (
    <li>
      <strong>{dateWords(event.happenedOn, event.accuracy)}</strong>: {event.description}{' '}
      {event.impactOnChild ? <span class="gt-as-typed">For the child: {event.impactOnChild}</span> : null}
      {forFamily ? null : (
        <span class="gt-muted">
          {' '}
          (
          {[
            event.category,
            event.source,
            event.agencyName,
            event.hiddenFromFamily ? 'hidden from the family' : '',
            event.thirdParty ? 'about someone else' : '',
          ]
            .filter(Boolean)
            .join(', ')}
          )
        </span>
      )}
    </li>
  );
}
