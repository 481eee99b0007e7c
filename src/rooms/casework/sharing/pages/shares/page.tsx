import { about, may, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { notFound, Refusal } from '../../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, counted, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { SelectField } from '../../../../../platform/web/form-kit.tsx';
import { Table } from '../../../../../platform/web/govuk/table.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { Filters } from '../../../../../platform/web/patterns/filters.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../../people/index.ts';
import { verdicts, wordsOf, type Verdict } from '../../share.codes.ts';
import { verdictWords } from '../../share.ts';
import { mostShares, sharesAbout, type ShareFilter, type ShareLine } from '../../share.store.ts';
import { mayDecideFor, recipientsAbout } from '../../whole-share.store.ts';

/** What was shared about a child, with whom and why, and what was kept back: every decision the reader may read. */
export async function sharesPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const identity = await identityForShares(ctx, personId);
  const filter = filterFrom(asked.query);
  const lines = await sharesAbout(ctx, personId, filter);
  const recipients = await recipientsAbout(ctx, personId);
  const mayDecide = identity !== null && may(ctx, 'sharing.record') && (await mayDecideFor(ctx, personId));
  const path = `/children/${personId}/shares`;
  const active = Object.values(filter).some(Boolean);
  const title = identity ? `What was shared about ${identity.name}` : 'What was shared';
  about(ctx, 'person', personId);
  return staffView(
    ctx,
    {
      title,
      wide: true,
      breadcrumbs: [...(identity ? [{ href: `/children/${personId}`, label: identity.name }] : []), { label: 'What was shared' }],
    },
    <>
      {identity ? <IdentityBar {...identity.bar} /> : null}
      <h1 class="govuk-heading-l">{title}</h1>
      <Links path={path} mayDecide={mayDecide} isEmpty={lines.length === 0} />
      <ShareFilters path={path} asked={asked} recipients={recipients} active={active} />
      <ListSummary
        count={lines.length}
        noun={['decision', 'decisions']}
        filter={`${active ? 'with this filter, ' : ''}sharing and not sharing${lines.length === mostShares ? `, the latest ${mostShares}` : ''}`}
        sort="latest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {lines.length === 0 ? (
        <EmptyList
          why="No decision to share or to keep back is recorded here, or none is open to you."
          whatToDo={mayDecide ? 'Record one when you decide: also when you decide not to share.' : undefined}
        />
      ) : (
        <ShareTable lines={lines} today={londonDate(ctx.now)} />
      )}
    </>,
  );
}

/** Who the child is to this reader. The privacy officer reads what was shared without holding the record; for anyone else without it there is no such page. */
export async function identityForShares(ctx: StaffCtx, personId: string) {
  try {
    return await identityOf(ctx, personId);
  } catch (error) {
    if (!(error instanceof Refusal) || !ctx.who.memberships.some((one) => one.role === 'DPO')) throw notFound();
    saw(ctx, personId);
    return null;
  }
}

function filterFrom(query: Asked['query']): ShareFilter {
  const decision = verdicts.find(([code]) => code === query['decision'])?.[0] ?? null;
  return { decision: decision as Verdict | null, recipient: query['recipient'] || null };
}

function Links({ path, mayDecide, isEmpty }: { path: string; mayDecide: boolean; isEmpty: boolean }) {
  return (
    <p class="govuk-body gt-no-print">
      {mayDecide ? (
        <a class="govuk-link" href={`${path}/new`}>
          Decide whether to share
        </a>
      ) : null}
      {mayDecide && !isEmpty ? ' | ' : null}
      {isEmpty ? null : (
        <a class="govuk-link" href={`${path}/print`}>
          Print
        </a>
      )}
      {mayDecide ? (
        <>
          {' | '}
          <a class="govuk-link" href="/corrections-to-tell">
            Corrections to pass on
          </a>
        </>
      ) : null}
    </p>
  );
}

function ShareFilters(props: { path: string; asked: Asked; recipients: readonly { value: string; text: string }[]; active: boolean }) {
  const { path, asked, recipients, active } = props;
  return (
    <Filters action={path} label="decisions" active={active}>
      <SelectField
        name="decision"
        label="What was decided"
        items={verdicts.map(([value, text]) => ({ value, text }))}
        empty="Everything"
        values={asked.query}
      />
      <SelectField name="recipient" label="With whom" items={[...recipients]} empty="Everyone" values={asked.query} />
    </Filters>
  );
}

function ShareTable({ lines, today }: { lines: readonly ShareLine[]; today: string }) {
  return (
    <Table
      caption="Decisions to share or to keep back"
      captionClasses="govuk-visually-hidden"
      classes="gt-stacks"
      firstCellIsHeader
      head={['When', 'Decision', 'What for, and why', 'What', 'The family', 'By', 'Corrections']}
      rows={lines.map((line) => [
        <a class="govuk-link" href={`/shares/${line.id}`}>
          {shortMoment(line.decidedAt, today)}
        </a>,
        <>
          <VerdictTag decision={line.decision} /> {verdictWords(line.decision)} {line.recipient}
          {line.replacedBy ? <span class="gt-muted"> (decided again since)</span> : null}
        </>,
        <>
          {line.purpose}
          <br />
          <span class="gt-muted">{line.reason}</span>
        </>,
        pieces(line),
        familyWords(line.familyTold),
        [line.decidedBy, line.byAgency].filter(Boolean).join(', '),
        line.corrections === 0 ? 'None' : `${counted(line.corrections, 'correction')}, ${line.unconfirmed} not confirmed`,
      ])}
    />
  );
}

/** What was decided as a tag in words. */
export function VerdictTag({ decision }: { decision: Verdict }) {
  const colour = { SHARE: 'govuk-tag--green', PARTIAL: 'govuk-tag--yellow', WITHHOLD: 'govuk-tag--grey' }[decision];
  return (
    <Tag classes={colour}>
      {wordsOf(
        [
          ['SHARE', 'Shared'],
          ['PARTIAL', 'Part shared'],
          ['WITHHOLD', 'Not shared'],
        ],
        decision,
      )}
    </Tag>
  );
}

function pieces({ itemsGiven, itemsKeptBack }: ShareLine): string {
  if (itemsGiven + itemsKeptBack === 0) return 'Not open to you';
  const given = itemsGiven > 0 ? `${counted(itemsGiven, 'piece')} given` : '';
  const kept = itemsKeptBack > 0 ? `${counted(itemsKeptBack, 'piece')} kept back` : '';
  return [given, kept].filter(Boolean).join(', ');
}

/** Whether the family knows, in words. */
export const familyWords = (told: string): string =>
  ({
    'told before': 'Told before',
    'to be told': 'Still to be told',
    'not told': 'Not told',
    'family told': 'Told since',
    'family will not be told': 'Not told after all',
  })[told] ?? told;
