import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { fullDate, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { TaskListPage } from '../../../../../platform/web/patterns/task-list-page.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { runningClocks } from '../../../clocks.ts';
import { assessmentOf, lastTime } from '../../assessment.store.ts';
import { stillMissing } from '../../assessment.ts';
import { openEpisode, type Opened } from '../../open-episode.store.ts';
import { openAssessment, type OpenedAssessment } from '../../open-assessment.store.ts';
import { factsOf } from '../../facts-of.ts';
import { Clocks } from '../../parts/clocks.tsx';
import { episodeView } from '../../parts/episode-shell.tsx';
import { sectionsOf } from './tasks.ts';

/** The assessment as a task list: a page per domain, a page per child, needs, analysis; then finish, and authorise. */
export const assessmentPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const assessmentAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  if (!(await assessmentOf(ctx, episodeId))) return notStarted(ctx, await openEpisode(ctx, episodeId), state);
  const opened = await openAssessment(ctx, episodeId);
  const before = await lastTime(ctx, opened.family.id, { episodeId });
  const clocks = (await runningClocks(ctx, 'early-help', [episodeId])).get(episodeId) ?? [];
  return episodeView(
    ctx,
    opened,
    { title: 'Assessment', crumb: 'Assessment', errors: state.errors },
    <>
      <Clocks clocks={clocks} />
      <Standing opened={opened} />
      {before?.authorised_at ? (
        <p class="govuk-body">
          An earlier assessment was authorised on {fullDate(before.authorised_at.toISOString().slice(0, 10))}. Its answers stand beside this
          time’s on every page.
        </p>
      ) : null}
      <TaskListPage heading="Parts of the assessment" sections={sectionsOf(opened)} />
      <Finish ctx={ctx} opened={opened} state={state} />
    </>,
  );
}

function notStarted(ctx: StaffCtx, opened: Opened, state: FieldState): Answer {
  const may = opened.episode.state === 'AGREED' && opened.standing.contributes;
  return episodeView(
    ctx,
    opened,
    { title: 'Assessment', crumb: 'Assessment', errors: state.errors },
    <>
      <p class="govuk-body">
        {opened.episode.state === 'REQUESTED' ? 'An assessment starts once the family has agreed.' : 'No assessment has been started.'}
      </p>
      {may ? (
        <Form action={`${opened.path}/assessment/start`} {...formCarries(ctx)}>
          <Button>Start the assessment</Button>
        </Form>
      ) : null}
    </>,
  );
}

function Standing({ opened: { assessment } }: { opened: OpenedAssessment }) {
  if (assessment.state === 'AUTHORISED')
    return (
      <InsetText>
        Authorised by {assessment.authorised_by_name}, {assessment.authorised_at ? longMoment(assessment.authorised_at) : ''}.
      </InsetText>
    );
  if (assessment.state === 'SUBMITTED')
    return (
      <InsetText>
        Finished by {assessment.submitted_by_name}. Waits to be authorised by an early help co-ordinator or a team manager.
      </InsetText>
    );
  if (assessment.state === 'RETURNED')
    return (
      <InsetText>
        <p class="govuk-body gt-as-typed">
          <strong>Sent back:</strong> {assessment.returned_why}
        </p>
      </InsetText>
    );
  return null;
}

function Finish({ ctx, opened, state }: { ctx: StaffCtx; opened: OpenedAssessment; state: FieldState }) {
  const { assessment, standing, path } = opened;
  if (assessment.state === 'SUBMITTED')
    return standing.approves && assessment.submitted_by !== ctx.who.staffId ? <Judge ctx={ctx} path={path} state={state} /> : null;
  if (assessment.state === 'AUTHORISED' || !standing.manages) return null;
  const missing = stillMissing(factsOf(opened));
  return (
    <>
      <h2 class="govuk-heading-m">Finish</h2>
      {missing.length > 0 ? (
        <>
          <p class="govuk-body">Still missing:</p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map((one) => (
              <li>
                <a class="govuk-link" href={`${path}/assessment/${one.page}`}>
                  {one.what}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p class="govuk-body">Everything needed is there.</p>
      )}
      <Form action={`${path}/assessment/finish`} {...formCarries(ctx)}>
        <Button>Finish and ask for authorising</Button>
      </Form>
    </>
  );
}

function Judge({ ctx, path, state }: { ctx: StaffCtx; path: string; state: FieldState }) {
  return (
    <>
      <h2 class="govuk-heading-m">Authorise or send back</h2>
      <Form action={`${path}/assessment/authorise`} {...formCarries(ctx)}>
        <Button>Authorise</Button>
      </Form>
      <Form action={`${path}/assessment/return`} {...formCarries(ctx)}>
        <TextArea name="why" label="What is to be put right?" rows={3} {...state} />
        <Button classes="govuk-button--secondary">Send back</Button>
      </Form>
    </>
  );
}
