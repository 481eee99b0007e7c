import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { clockTime, shortDate } from '../../../../platform/time/plain-dates.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { GroupedTable } from '../../../../platform/web/patterns/grouped-table.tsx';
import { ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import type { Answer } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { mayManage } from '../../access.ts';
import { mayBeCited, subjectWords, type Outcome } from '../../outcome.ts';
import { pathway } from '../../outcome.store.ts';

/** The pathway as adopted: every outcome by stage, its owner, the priorities it serves. For all staff. */
export async function pathwayPage(ctx: StaffCtx): Promise<Answer> {
  const outcomes = await pathway(ctx);
  const today = londonDate(ctx.now);
  const inUse = outcomes.filter((outcome) => mayBeCited(outcome, today));
  const unowned = inUse.filter((outcome) => !outcome.owner).length;
  const stages = [...new Set(outcomes.map((outcome) => outcome.stage))];
  return staffView(
    ctx,
    { title: 'The outcomes pathway', wide: true, breadcrumbs: [{ label: 'Outcomes', href: '/outcomes' }, { label: 'The pathway' }] },
    <>
      <h1 class="govuk-heading-l">The outcomes pathway</h1>
      <p class="govuk-body">
        What families and the borough want for children, from before birth to 25. Every goal of a family plan cites one of these.
      </p>
      <ListSummary
        count={inUse.length}
        noun={['outcome in use', 'outcomes in use']}
        filter={unowned > 0 ? `${unowned} without a named owner` : 'each with a named owner'}
        sort="along the pathway"
        asOf={`${clockTime(ctx.now)} today`}
      />
      <GroupedTable
        caption="Outcomes by stage of life"
        columns={['Outcome', 'Said to a child of ten', 'For', 'Serves', 'Owner'].map((heading) => ({ heading }))}
        groups={stages.map((stage) => ({
          heading: stage,
          rows: outcomes.filter((outcome) => outcome.stage === stage).map((outcome) => cells(outcome, today, mayManage(ctx))),
        }))}
      />
    </>,
  );
}

function cells(outcome: Outcome, today: string, manages: boolean): ComponentChildren[] {
  return [
    <>
      <a class="govuk-link" href={`/outcomes/pathway/${outcome.id}`}>
        {outcome.label}
      </a>
      {outcome.validTo ? <Tag classes="govuk-tag--grey">{retiredWords(outcome.validTo, today)}</Tag> : null}
    </>,
    outcome.plainWords,
    subjectWords[outcome.subject],
    outcome.priorities.map((priority) => priority.name).join(', ') || 'No priority yet',
    ownerCell(outcome, manages),
  ];
}

const retiredWords = (lastDay: string, today: string): string => `${lastDay < today ? 'Retired' : 'Last day'} ${shortDate(lastDay)}`;

function ownerCell(outcome: Outcome, manages: boolean) {
  if (outcome.owner) return `${outcome.owner.name} (${outcome.ownerBoard})`;
  if (!manages) return `Nobody named yet (${outcome.ownerBoard})`;
  return (
    <>
      Nobody named yet ({outcome.ownerBoard}).{' '}
      <a class="govuk-link" href={`/outcomes/pathway/${outcome.id}/owner`}>
        Name an owner<span class="govuk-visually-hidden"> of {outcome.label}</span>
      </a>
    </>
  );
}
