import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { ageOn } from '../../../../../platform/time/age.ts';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../identity.store.ts';
import { isOwn, notKnown, type Involved, type NotKnown } from '../../involvement.ts';
import { feeds, whoIsInvolved } from '../../involvement.store.ts';
import { watchOf } from '../../watch.store.ts';
import { londonDay } from '../../../today.ts';
import { InvolvedTable } from './table.tsx';
import { Watching } from './watch.tsx';

/** Who is involved with a child: each agency's practitioner, how to reach them now, how fresh the fact is; then what could not be known and why. */
export async function involvedPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const identity = await identityOf(ctx, id);
  const involved = await whoIsInvolved(ctx, id, 'ever');
  const watch = await watchOf(ctx, id);
  const today = londonDay(ctx);
  const years = identity.dateOfBirth ? (ageOn(identity.dateOfBirth, today)?.years ?? null) : null;
  const unknown = notKnown(involved, await feeds(ctx), years, today);
  const [now, before] = [involved.filter((one) => one.endedOn === null), involved.filter((one) => one.endedOn !== null)];
  return staffView(
    ctx,
    {
      title: `Who is involved with ${identity.name}`,
      wide: true,
      breadcrumbs: [
        { href: '/people/find', label: 'Find a child' },
        { href: `/people/${id}`, label: identity.name },
        { label: 'Who is involved' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Who is involved with {identity.name}</h1>
      <IdentityBar {...identity.bar} />
      <Now ctx={ctx} id={id} rows={now} newSince={watch?.newSince ?? null} />
      <div class="govuk-button-group">
        <Button href={`/people/${id}/involved/new`} classes="govuk-button--secondary">
          Record who is involved
        </Button>
        <Button href={`/people/${id}/contact-sheet/print`} classes="govuk-button--secondary">
          Emergency contact sheet
        </Button>
      </div>
      <Watching ctx={ctx} personId={id} watch={watch} mayWatch={now.some((one) => isOwn(one, ctx.who))} />
      <Unknown id={id} rows={unknown} />
      {before.length > 0 ? (
        <Details summaryText={`Ended: ${before.length === 1 ? '1 involvement' : `${before.length} involvements`}`}>
          <InvolvedTable ctx={ctx} rows={before} caption="Ended" />
        </Details>
      ) : null}
    </>,
  );
}

function Now({ ctx, id, rows, newSince }: { ctx: StaffCtx; id: string; rows: readonly Involved[]; newSince: Date | null }) {
  const unsure = rows.filter((one) => one.freshness.state === 'not confirmed' || one.freshness.state === 'probably out of date').length;
  return (
    <>
      <ListSummary
        count={rows.length}
        noun={['practitioner or service', 'practitioners and services']}
        filter={`involved now${unsure > 0 ? `, ${unsure} not confirmed lately` : ''}`}
        sort="by agency"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="Nobody is recorded as involved. Read below what that does not tell."
          whatToDo={
            <a class="govuk-link" href={`/people/${id}/involved/new`}>
              Record who is involved
            </a>
          }
        />
      ) : (
        <InvolvedTable ctx={ctx} rows={rows} caption="Involved now" newSince={newSince} />
      )}
    </>
  );
}

function Unknown({ id, rows }: { id: string; rows: readonly NotKnown[] }) {
  return (
    <section aria-labelledby="not-known">
      <h2 class="govuk-heading-m" id="not-known">
        What we could not know, and why
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {rows.map((one) => (
          <li>
            <strong>{one.who}</strong>: {one.words}
          </li>
        ))}
        <li>
          <strong>Sexual health, mental health and substance misuse services</strong>: we cannot tell you whether any are involved. We say
          this for every child alike.{' '}
          <a class="govuk-link" href={`/people/${id}/ask-broker`}>
            Ask the privacy officer to pass on a message
          </a>
        </li>
      </ul>
    </section>
  );
}
