import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { clockTime, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { shieldedPeople, shieldQuestions } from '../../shield.store.ts';
import { londonDay } from '../../today.ts';

/** The shield desk: which new records may be a shielded person, and who is shielded. */
export async function shieldPage(ctx: StaffCtx): Promise<Answer> {
  const all = await shieldQuestions(ctx);
  const people = await shieldedPeople(ctx);
  const today = londonDay(ctx);
  const open = all.filter((one) => !one.decidedAt);
  saw(ctx, ...all.flatMap((one) => [one.personId, one.shieldedId]), ...people.map((one) => one.personId));
  return staffView(
    ctx,
    { title: 'Shield desk', wide: true, breadcrumbs: [{ label: 'Shield desk' }] },
    <>
      <h1 class="govuk-heading-l">Shield desk</h1>
      <InsetText>
        A new record that may be a shielded person carries the shield until you decide. Whoever recorded it cannot tell. Decide the same
        day: their work with that family waits on you.
      </InsetText>
      <p class="govuk-body">
        <a class="govuk-link" href="/shield/sealed">
          Sealed identities of adopted children
        </a>
      </p>
      <ListSummary
        count={open.length}
        noun={['question', 'questions']}
        filter="waiting for a decision"
        sort="oldest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      <Questions open={open} today={today} />
      <h2 class="govuk-heading-m govuk-!-margin-top-6">Shielded people</h2>
      <ListSummary
        count={people.length}
        noun={['person', 'people']}
        filter="shielded now"
        sort="by family name"
        asOf={`${clockTime(ctx.now)} today`}
      />
      <Shielded people={people} />
    </>,
  );
}

function Questions({ open, today }: { open: Awaited<ReturnType<typeof shieldQuestions>>; today: string }) {
  if (open.length === 0) return <EmptyList why="No new record looks like a shielded person." whatToDo="You are told here when one does." />;
  return (
    <SortableTable
      caption="Questions"
      captionHidden
      path="/shield"
      columns={['New record', 'May be', 'Raised', 'Decide'].map((heading) => ({ heading }))}
      rows={open.map((one) => ({
        cells: [
          one.name,
          one.personId === one.shieldedId ? 'Marked sensitive by the NHS' : one.shieldedName,
          shortMoment(one.raisedAt, today),
          <a class="govuk-link" href={`/shield/questions/${one.id}`}>
            Compare and decide<span class="govuk-visually-hidden"> about {one.name}</span>
          </a>,
        ],
      }))}
    />
  );
}

function Shielded({ people }: { people: Awaited<ReturnType<typeof shieldedPeople>> }) {
  if (people.length === 0) return <EmptyList why="Nobody is shielded." whatToDo="Find the person, then choose “Shield” on their page." />;
  return (
    <SortableTable
      caption="Shielded people"
      captionHidden
      path="/shield"
      columns={['Name', 'Shield', 'Who may know', 'Change'].map((heading) => ({ heading }))}
      rows={people.map((one) => ({
        cells: [
          one.name,
          `${one.shield === 'hidden' ? 'Not findable' : 'Address hidden'}${one.pending ? ', waits for a decision' : ''}`,
          `${one.allowed}`,
          <a class="govuk-link" href={`/shield/people/${one.personId}`}>
            Change<span class="govuk-visually-hidden"> the shield of {one.name}</span>
          </a>,
        ],
      }))}
    />
  );
}
