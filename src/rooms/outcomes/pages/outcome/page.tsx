import type { ComponentChildren } from 'preact';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { fullDate, longMoment, shortDate } from '../../../../platform/time/plain-dates.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { InsetText } from '../../../../platform/web/govuk/inset-text.tsx';
import { SummaryList } from '../../../../platform/web/govuk/summary-list.tsx';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import { ThreadLine } from '../../../../platform/web/patterns/thread-line.tsx';
import { Timeline } from '../../../../platform/web/patterns/timeline.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { mayManage } from '../../access.ts';
import { ownerMissing, subjectWords, type EarlierWording, type Outcome } from '../../outcome.ts';
import { earlierWordings, outcomeOf } from '../../outcome.store.ts';

/** One outcome as it is held: its words, owner, priorities, and how it was worded before. For all staff; changed by those who manage it. */
export async function outcomePage(ctx: StaffCtx, { params }: Asked): Promise<Answer> {
  const outcome = await outcomeOf(ctx, params['outcome'] ?? '');
  ctx.note.detail['outcome'] = outcome.id;
  const earlier = await earlierWordings(ctx, outcome.id);
  const today = londonDate(ctx.now);
  const missing = ownerMissing(outcome, today);
  return staffView(
    ctx,
    {
      title: outcome.label,
      breadcrumbs: [
        { label: 'Outcomes', href: '/outcomes' },
        { label: 'The pathway', href: '/outcomes/pathway' },
        { label: outcome.label },
      ],
    },
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{outcome.stage}</span>
        {outcome.label}
      </h1>
      <ThreadLine
        label="What this outcome serves"
        nodes={[
          ...outcome.priorities.flatMap((priority) => [
            { kind: 'Corporate aim', text: priority.corporateAims.join('; ').replace(/^./, (letter) => letter.toUpperCase()) },
            { kind: 'Priority', text: priority.name },
          ]),
          { kind: 'Outcome', text: outcome.label, current: true },
        ]}
      />
      {missing ? <InsetText>{missing}</InsetText> : null}
      {outcome.validTo ? (
        <InsetText>
          {outcome.validTo < today ? 'Retired.' : 'To be retired.'} Its last day {outcome.validTo < today ? 'was' : 'is'}{' '}
          {fullDate(outcome.validTo)}: no new goal may cite it after that; goals that cite it keep it.
        </InsetText>
      ) : null}
      <Facts outcome={outcome} manages={mayManage(ctx)} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/outcomes/${outcome.id}`}>
          Goals that cite it and how they go
        </a>
      </p>
      <h2 class="govuk-heading-m">How it was held before</h2>
      <Earlier wordings={earlier} />
    </>,
  );
}

function Facts({ outcome, manages }: { outcome: Outcome; manages: boolean }) {
  const at = `/outcomes/pathway/${outcome.id}`;
  const change = (path: string, text: string, what: string) =>
    manages ? { items: [{ href: `${at}/${path}`, text, visuallyHiddenText: what }] } : undefined;
  const row = (key: string, value: ComponentChildren, actions?: ReturnType<typeof change>) => ({ key, value, actions });
  return (
    <SummaryList
      rows={[
        row('In the words agreed with families', outcome.label, change('wording', 'Change', 'the words')),
        row('Said to a child of ten', outcome.plainWords, change('wording', 'Change', 'the plain words')),
        row('For', subjectWords[outcome.subject]),
        row(
          'Serves',
          outcome.priorities.map((priority) => priority.name).join(', ') || 'No priority yet',
          change('owner', 'Change', 'the priorities it serves'),
        ),
        row(
          'Owner',
          outcome.owner ? `${outcome.owner.name}, ${outcome.owner.jobTitle}` : 'Nobody named yet',
          change('owner', outcome.owner ? 'Change' : 'Name one', 'the owner'),
        ),
        row('Board', outcome.ownerBoard, change('owner', 'Change', 'the board')),
        row(
          'In use',
          `from ${shortDate(outcome.validFrom)}${outcome.validTo ? ` to ${shortDate(outcome.validTo)}` : ''}`,
          change('retire', outcome.validTo ? 'Bring back' : 'Retire', 'this outcome'),
        ),
        row('Source', outcome.source),
        row('Reference', outcome.id),
      ]}
    />
  );
}

function Earlier({ wordings }: { wordings: readonly EarlierWording[] }) {
  if (wordings.length === 0) return <EmptyList why="Never changed: it stands as it was adopted." />;
  return (
    <Timeline
      label="Earlier wordings, latest first"
      entries={wordings.map((wording) => ({
        when: `Until ${longMoment(wording.changedAt)}`,
        at: wording.changedAt.toISOString(),
        kind: 'Changed',
        title: wording.reason,
        by: wording.changedBy ?? undefined,
        body: (
          <>
            “{wording.label}” (said to a child of ten: “{wording.plainWords}”)
          </>
        ),
      }))}
    />
  );
}
