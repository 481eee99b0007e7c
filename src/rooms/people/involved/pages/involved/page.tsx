import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { ageOn } from '../../../../../platform/time/age.ts';
import { clockTime, shortDate } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../identity.store.ts';
import { freshness, notKnown, type Involved, type NotKnown } from '../../involvement.ts';
import { feeds, whoIsInvolved } from '../../involvement.store.ts';
import { londonDay } from '../../../today.ts';

/** Who is involved with a child: each agency's practitioner, how to reach them now, how fresh the fact is; then what could not be known and why. */
export async function involvedPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  const identity = await identityOf(ctx, id);
  const involved = await whoIsInvolved(ctx, id);
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
      <ListSummary
        count={now.length}
        noun={['practitioner or service', 'practitioners and services']}
        filter="involved now"
        sort="by agency"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {now.length === 0 ? (
        <EmptyList
          why="Nobody is recorded as involved. Read below what that does not tell."
          whatToDo={
            <a class="govuk-link" href={`/people/${id}/involved/new`}>
              Record who is involved
            </a>
          }
        />
      ) : (
        <InvolvedTable ctx={ctx} rows={now} caption="Involved now" />
      )}
      <p class="govuk-body">
        <Button href={`/people/${id}/involved/new`} classes="govuk-button--secondary">
          Record who is involved
        </Button>
      </p>
      <Unknown rows={unknown} />
      {before.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Ended in the last year</h2>
          <InvolvedTable ctx={ctx} rows={before} caption="Ended in the last year" />
        </>
      ) : null}
    </>,
  );
}

function Unknown({ rows }: { rows: readonly NotKnown[] }) {
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
          <strong>Sexual health, mental health and substance misuse services</strong> are never shown without the family’s agreement, for
          every child alike, whether or not one is involved.
        </li>
      </ul>
    </section>
  );
}

const headings = ['Agency', 'Person', 'Role', 'Since', 'How to reach them now', 'How fresh'];

function InvolvedTable({ ctx, rows, caption }: { ctx: StaffCtx; rows: readonly Involved[]; caption: string }) {
  return (
    <table class="govuk-table gt-stacks">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {headings.map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
          <td class="govuk-table__cell" />
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((one) => (
          <Line ctx={ctx} one={one} />
        ))}
      </tbody>
    </table>
  );
}

const Cell = ({ heading, children }: { heading?: string; children: ComponentChildren }) => (
  <td class="govuk-table__cell" data-heading={heading}>
    {children}
  </td>
);

function Line({ ctx, one }: { ctx: StaffCtx; one: Involved }) {
  const today = londonDay(ctx);
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {one.agencyName}
        {one.teamName ? (
          <>
            <br />
            <span class="govuk-body-s">{one.teamName}</span>
          </>
        ) : null}
      </th>
      <Cell heading="Person">
        {one.practitioner}
        {one.isLead ? (
          <>
            {' '}
            <Tag>Lead professional</Tag>
          </>
        ) : null}
        {one.sensitive ? (
          <>
            {' '}
            <Tag classes="govuk-tag--grey">Shown with agreement</Tag>
          </>
        ) : null}
      </Cell>
      <Cell heading="Role">{one.role}</Cell>
      <Cell heading="Since">
        {shortDate(one.startedOn)}
        {one.endedOn ? ` to ${shortDate(one.endedOn)}` : ''}
      </Cell>
      <Cell heading="How to reach them now">{one.reach}</Cell>
      <Cell heading="How fresh">{freshness(one, today)}</Cell>
      <Cell>{one.endedOn === null && one.becauseKind === 'typed' ? <Upkeep ctx={ctx} one={one} /> : null}</Cell>
    </tr>
  );
}

function Upkeep({ ctx, one }: { ctx: StaffCtx; one: Involved }) {
  return (
    <>
      <Form action={`/involvements/${one.id}/confirm`} {...formCarries(ctx)}>
        <button type="submit" class="govuk-button govuk-button--secondary gt-button--small" data-module="govuk-button">
          Still right<span class="govuk-visually-hidden">: {one.practitioner}</span>
        </button>
      </Form>
      <a class="govuk-link" href={`/involvements/${one.id}/end`}>
        End<span class="govuk-visually-hidden"> {one.practitioner}</span>
      </a>
    </>
  );
}
