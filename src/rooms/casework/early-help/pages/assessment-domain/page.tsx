import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { shortDate } from '../../../../../platform/time/plain-dates.ts';
import { draftOf } from '../../../../../platform/web/draft.store.ts';
import { Choices, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { chronologyOf } from '../../../chronology/chronology.store.ts';
import { lastTime, type DomainRow } from '../../assessment.store.ts';
import { assessmentDomains } from '../../early-help.codes.ts';
import { openAssessment, type OpenedAssessment } from '../../open-assessment.store.ts';
import { AssessmentForm } from '../../parts/assessment-form.tsx';
import { episodeView } from '../../parts/episode-shell.tsx';
import { DomainFields } from './domain-fields.tsx';
import { LastTime } from '../../parts/last-time.tsx';

/** One domain: strengths and needs side by side, evidence, views, a score; last time's answer beside this time's. */
export const domainPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, null);
export const domainAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: FieldState | null): Promise<Answer> {
  const domain = found(assessmentDomains.find((one) => one.code === asked.params['domain']));
  const opened = await openAssessment(ctx, asked.params['id'] ?? '');
  const row = opened.pages.domains.find((one) => one.domain === domain.code);
  const before = (await lastTime(ctx, opened.family.id, { episodeId: opened.episode.id }))?.domains.find(
    (one) => one.domain === domain.code,
  );
  const draft = again ? null : await draftOf(ctx, `assessment-${domain.code}`, opened.assessment.id);
  const values = {
    ...valuesOf(row, before),
    eventIds: opened.pages.evidence.filter((one) => one.domain === domain.code).map((one) => one.event_id),
    ...draft?.answers,
  };
  const state: FieldState = again ?? { values };
  return episodeView(
    ctx,
    opened,
    { title: domain.name, crumb: domain.name, errors: again?.errors, wide: true },
    <div class="gt-columns gt-columns--2">
      <AssessmentForm
        ctx={ctx}
        opened={opened}
        to={`domains/${domain.code}`}
        version={typedVersion(again) ?? row?.version ?? 0}
        draftName={`assessment-${domain.code}:${opened.assessment.id}`}
        draft={draft}
        answers={answersOf(row)}
      >
        <p class="govuk-body">{domain.prompt}. Leave it empty when nothing stands out.</p>
        <DomainFields hasBefore={before !== undefined} state={state} />
        <Evidence events={await eventsOf(ctx, opened)} state={state} />
      </AssessmentForm>
      <LastTime answers={answersOf(before)} />
    </div>,
  );
}

const answersOf = (row: DomainRow | undefined): [string, string | number | null][] => [
  ['Strengths', row?.strengths ?? null],
  ['Needs', row?.needs ?? null],
  ['How we know', row?.evidence ?? null],
  ['How the children see it', row?.child_view ?? null],
  ['How parents and carers see it', row?.parent_view ?? null],
  ['Score, 0 to 10', row?.score ?? null],
];

/** This time's answer; else last time's, to be confirmed or changed: nothing is typed twice. */
const valuesOf = (row: DomainRow | undefined, before: DomainRow | undefined): Record<string, string | number | null> => {
  const from = row ?? before;
  return {
    strengths: from?.strengths ?? null,
    needs: from?.needs ?? null,
    evidence: from?.evidence ?? null,
    childView: row?.child_view ?? null,
    parentView: row?.parent_view ?? null,
    score: from?.score ?? null,
    unchanged: row ? (row.confirmed_unchanged ? 'yes' : 'no') : null,
  };
};

const typedVersion = (again: FieldState | null): string | undefined =>
  typeof again?.values?.['_version'] === 'string' ? again.values['_version'] : undefined;

async function eventsOf(ctx: StaffCtx, opened: OpenedAssessment): Promise<{ value: string; text: string }[]> {
  const all = [];
  for (const child of opened.children)
    all.push(
      ...(await chronologyOf(ctx, child.personId))
        .slice(0, 15)
        .map((event) => ({ value: event.id, text: `${shortDate(event.happenedOn)}, ${child.name}: ${event.description.slice(0, 120)}` })),
    );
  return all;
}

function Evidence({ events, state }: { events: readonly { value: string; text: string }[]; state: FieldState }) {
  if (events.length === 0) return null;
  return (
    <Choices
      name="eventIds"
      legend="Evidence from the chronology"
      hint="Tick what supports this; the event itself stays where it is"
      small
      items={events}
      {...state}
    />
  );
}
