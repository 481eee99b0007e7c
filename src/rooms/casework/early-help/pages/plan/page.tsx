import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { fullDate, longMoment, shortDate } from '../../../../../platform/time/plain-dates.ts';
import { Button, DateField, Form, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { assessmentOf, pagesOf } from '../../assessment.store.ts';
import { needsWithoutGoal } from '../../assessment.ts';
import { familyNeeds } from '../../early-help.codes.ts';
import { meetingsOf } from '../../meeting.store.ts';
import { nameIn } from '../../names-in.ts';
import { missingFromPlan } from '../../plan.ts';
import { planFacts } from '../../facts-of.ts';
import { openPlan, type OpenedPlan } from '../../open-plan.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { Part, Said } from '../../parts/said.tsx';
import { GoalWithActions } from './goal-with-actions.tsx';

/** The family plan on one page: worries, what goes well, goals on their thread, who does what by when. */
export const planPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const planAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const { plan, goals, path, standing, episode } = opened;
  const edits = standing.manages && !episode.closed_on && episode.state !== 'REQUESTED';
  const uncovered = await uncoveredNeeds(ctx, opened);
  return episodeView(
    ctx,
    opened,
    { title: 'Family plan', crumb: 'Plan', errors: state.errors, wide: true },
    <>
      <p class="govuk-body">
        {plan?.agreed_on ? `Agreed with the family on ${fullDate(plan.agreed_on)}.` : 'Not agreed yet.'}{' '}
        {episode.next_review_on ? `Looked at next on ${fullDate(episode.next_review_on)}.` : ''}{' '}
        {plan?.copy_given_on ? `The family has had its copy since ${shortDate(plan.copy_given_on)}.` : ''}
      </p>
      <Links path={path} edits={edits} />
      <div class="gt-columns gt-columns--2">
        <div>
          <h2 class="govuk-heading-m">What will be different</h2>
          {goals.length === 0 ? (
            <EmptyList why="There are no goals yet." whatToDo="Write each in the family’s own words, with the outcome it leads to." />
          ) : (
            goals.map((goal) => <GoalWithActions opened={opened} goal={goal} edits={edits} today={londonDate(ctx.now)} />)
          )}
          {uncovered.length > 0 ? (
            <p class="govuk-body">
              <strong>No goal answers yet:</strong> {uncovered.map((code) => `${code} ${familyNeeds[code] ?? ''}`).join('; ')}
            </p>
          ) : null}
        </div>
        <div>
          <PlanText plan={plan} />
          <TheirWords said={await childrensWords(ctx, opened)} />
          <NextMeeting at={await nextMeetingAt(ctx, episode.id)} />
          {edits && episode.state === 'TAF_FORMED' ? <Agree ctx={ctx} opened={opened} state={state} /> : null}
        </div>
      </div>
    </>,
  );
}

async function childrensWords(ctx: StaffCtx, opened: OpenedPlan): Promise<{ name: string; words: string }[]> {
  const assessment = await assessmentOf(ctx, opened.episode.id);
  const rows = assessment ? (await pagesOf(ctx, assessment.id)).children : [];
  return rows.flatMap((row) => (row.own_words ? [{ name: nameIn(opened, row.person_id), words: row.own_words }] : []));
}

const nextMeetingAt = async (ctx: StaffCtx, episodeId: string): Promise<Date | null> =>
  (await meetingsOf(ctx, episodeId)).findLast((one) => one.state === 'planned')?.planned_for ?? null;

function TheirWords({ said }: { said: readonly { name: string; words: string }[] }) {
  if (said.length === 0) return null;
  return (
    <Part title="What the children said">
      {said.map(({ name, words }) => (
        <InsetText>
          <p class="govuk-body gt-as-typed">“{words}”</p>
          <p class="govuk-body">{name}</p>
        </InsetText>
      ))}
    </Part>
  );
}

function NextMeeting({ at }: { at: Date | null }) {
  return (
    <Part title="When we meet next">
      <p class="govuk-body">{at ? longMoment(at) : 'No meeting is planned.'}</p>
    </Part>
  );
}

async function uncoveredNeeds(ctx: StaffCtx, opened: OpenedPlan): Promise<string[]> {
  const assessment = await assessmentOf(ctx, opened.episode.id);
  if (!assessment) return [];
  return needsWithoutGoal(
    (await pagesOf(ctx, assessment.id)).needs,
    opened.goals.filter((goal) => goal.state !== 'dropped').flatMap((goal) => goal.needs),
  );
}

function Agree({ ctx, opened, state }: { ctx: StaffCtx; opened: OpenedPlan; state: FieldState }) {
  const missing = opened.plan ? missingFromPlan(planFacts(opened.plan, opened.goals, opened.actions)) : ['everything'];
  return (
    <Part title="Agree the plan">
      {missing.length > 0 ? <p class="govuk-body">Still needed: {missing.join('; ')}.</p> : null}
      <Form action={`${opened.path}/plan/agree`} {...formCarries(ctx)}>
        <DateField name="agreedOn" legend="When was it agreed with the family?" {...state} />
        <DateField name="nextReviewOn" legend="When is it looked at next?" hint="Within 6 to 12 weeks" {...state} />
        <Button>Agree the plan</Button>
      </Form>
    </Part>
  );
}

function Links({ path, edits }: { path: string; edits: boolean }) {
  return (
    <p class="govuk-body gt-no-print">
      <a class="govuk-link" href={`${path}/plan/print`}>
        The family’s copy, to print
      </a>
      {edits ? (
        <>
          {' '}
          |{' '}
          <a class="govuk-link" href={`${path}/plan/edit`}>
            Edit the text
          </a>{' '}
          |{' '}
          <a class="govuk-link" href={`${path}/goals/new`}>
            Add a goal
          </a>
        </>
      ) : null}
    </p>
  );
}

function PlanText({ plan }: { plan: OpenedPlan['plan'] }) {
  return (
    <>
      <Part title="What we are worried about">
        <Said words={plan?.worried_about} />
      </Part>
      <Part title="What is going well">
        <Said words={plan?.going_well} />
      </Part>
      <Part title="If things get worse">
        <Said words={plan?.contingency} />
      </Part>
      <Part title="Who to call">
        <Said words={plan?.who_to_call} />
      </Part>
    </>
  );
}
