import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { shortDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { changeWords } from '../../../changes.store.ts';
import { runningClocks } from '../../../clocks.ts';
import { changesOf } from '../../episode.store.ts';
import { meetingsOf } from '../../meeting.store.ts';
import { openPlan } from '../../open-plan.store.ts';
import { Clocks } from '../../parts/clocks.tsx';
import { episodeView } from '../../parts/episode-shell.tsx';
import { GoalProgress } from '../../parts/goal-progress.tsx';
import { Part, Said } from '../../parts/said.tsx';
import { helpTeams } from '../../team-inbox.store.ts';
import { Allocate } from './allocate.tsx';
import { Ended } from './ended.tsx';
import { NextStep } from './next-step.tsx';

/** One family's help: its story first, what to do next, goals with progress, dates, and everything else one step away. */
export async function episodePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const { episode, path, goals, standing } = opened;
  const clocks = (await runningClocks(ctx, 'early-help', [episode.id])).get(episode.id) ?? [];
  const today = londonDate(ctx.now);
  const meeting = (await meetingsOf(ctx, episode.id)).findLast((one) => one.state === 'planned');
  const teams = may(ctx, 'early-help.allocate') ? await helpTeams(ctx) : [];
  return episodeView(
    ctx,
    opened,
    { title: 'Early help', wide: true },
    <div class="gt-columns gt-columns--2">
      <div>
        {episode.closed_on ? <Ended opened={opened} /> : <NextStep opened={opened} />}
        <Part title="The story so far">
          <Said
            words={episode.story}
            none="Nobody has written it yet. Who, why now, what is agreed, what to watch: enough for someone covering tonight."
          />
          {episode.story_at ? (
            <p class="govuk-body-s">
              Written by {episode.story_by_name}, {shortMoment(episode.story_at, today)}
            </p>
          ) : null}
          {standing.manages && !episode.closed_on ? <WriteStory ctx={ctx} path={path} story={episode.story} /> : null}
        </Part>
        <Part title="Why help was asked for">
          <Said words={episode.request_reason} />
          <p class="govuk-body-s">
            {episode.agency_name ?? 'Agency not recorded'}, {shortMoment(episode.requested_at, today)}
          </p>
        </Part>
        <Part title="Goals">
          <GoalProgress goals={goals} path={path} />
        </Part>
      </div>
      <div>
        <Clocks clocks={clocks} />
        <p class="govuk-body">
          {meeting ? (
            <>
              Next meeting:{' '}
              <a class="govuk-link" href={`${path}/meetings/${meeting.id}`}>
                {shortMoment(meeting.planned_for, today)}
              </a>
            </>
          ) : (
            'No meeting planned.'
          )}
        </p>
        <p class="govuk-body">
          {episode.next_review_on ? `Next review: ${shortDate(episode.next_review_on, today)}` : 'No review date yet.'}
        </p>
        <Pages path={path} />
        {teams.length > 0 && !episode.closed_on ? <Allocate ctx={ctx} path={path} teams={teams} teamId={episode.team_id} /> : null}
        <History changes={await changesOf(ctx, episode.id)} today={today} />
      </div>
    </div>,
  );
}

function WriteStory({ ctx, path, story }: { ctx: StaffCtx; path: string; story: string | null }) {
  return (
    <Details summaryText={story ? 'Write it anew' : 'Write it'}>
      <Form action={`${path}/story`} {...formCarries(ctx)}>
        <TextArea
          name="story"
          label="The story"
          hint="One paragraph: who, why now, what is agreed, what to watch, next dates"
          rows={7}
          maxlength={3000}
          values={{ story: story ?? '' }}
        />
        <Button>Save the story</Button>
      </Form>
    </Details>
  );
}

const pages: readonly [string, string][] = [
  ['agreement', 'Agreement'],
  ['assessment', 'Assessment'],
  ['lead', 'Lead professional'],
  ['team', 'Team around the family'],
  ['meetings', 'Meetings'],
  ['plan', 'Family plan'],
  ['reviews', 'Reviews'],
  ['step-up', 'Step up a worry'],
  ['close', 'Close'],
];

function Pages({ path }: { path: string }) {
  return (
    <nav aria-label="This family’s help">
      <ul class="govuk-list">
        {pages.map(([to, label]) => (
          <li>
            <a class="govuk-link" href={`${path}/${to}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function History({ changes, today }: { changes: Awaited<ReturnType<typeof changesOf>>; today: string }) {
  return (
    <Details summaryText={`What happened and when (${changes.length})`}>
      <ul class="govuk-list">
        {changes.map((change) => (
          <li>
            {shortMoment(change.at, today)}: {changeWords[change.what] ?? change.what}
            {change.by_name ? `, ${change.by_name}` : ''}
          </li>
        ))}
      </ul>
    </Details>
  );
}
