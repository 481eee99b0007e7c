import { daysBetween } from '../../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { shortDate } from '../../../../platform/time/plain-dates.ts';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import { ThreadLine } from '../../../../platform/web/patterns/thread-line.tsx';
import type { storyOf } from '../../../casework/index.ts';

type ChildStory = NonNullable<Awaited<ReturnType<typeof storyOf>>>;

/** What a covering worker could act on tonight: written by the lead professional, dated, with its age. */
export function Story({ story, today }: { story: ChildStory | null; today: string }) {
  if (!story)
    return (
      <EmptyList
        why="There is no help here that you may open."
        whatToDo="You may see who this child is and who is involved. Ring whoever leads the help, or raise a concern if you are worried."
      />
    );
  const help = (
    <p class="govuk-body">
      Early help{' '}
      <a class="govuk-link" href={story.href}>
        {story.reference}
      </a>
      : {story.stateWords.toLowerCase()}.
    </p>
  );
  if (!story.story)
    return (
      <>
        {help}
        <EmptyList
          why="Nobody has written the story yet: who this is, why now, what is agreed, what to watch."
          whatToDo={
            <a class="govuk-link" href={story.href}>
              The lead professional writes it on the family’s page
            </a>
          }
        />
      </>
    );
  return (
    <>
      <p class="govuk-body gt-story gt-as-typed">{story.story}</p>
      <p class="govuk-body-s gt-muted">
        Written by {story.storyBy ?? 'someone who has left'}
        {story.storyAt ? `, ${ageWords(londonDate(story.storyAt), today)}` : ''}.
      </p>
      {help}
    </>
  );
}

/** "today", "3 days ago (20 Nov)", "5 months ago (2 Jun 2026): ask whether it still holds". */
function ageWords(on: string, today: string): string {
  const days = daysBetween(on, today);
  if (days <= 0) return 'today';
  if (days === 1) return `yesterday (${shortDate(on, today)})`;
  if (days < 60) return `${days} days ago (${shortDate(on, today)})`;
  return `${Math.round(days / 30)} months ago (${shortDate(on, today)}): ask whether it still holds`;
}

/** The child's own words, as words. */
export function OwnWords({ story, name, today }: { story: ChildStory | null; name: string; today: string }) {
  if (!story) return null;
  return (
    <section aria-labelledby="own-words">
      <h2 class="govuk-heading-m" id="own-words">
        In {name}’s own words
      </h2>
      {story.ownWords ? (
        <figure class="gt-own-words">
          <blockquote class="gt-quote">{story.ownWords.words}</blockquote>
          <figcaption class="govuk-body-s gt-muted">
            {name}, {shortDate(story.ownWords.on, today)}
          </figcaption>
        </figure>
      ) : (
        <EmptyList
          why={`Nobody has written down yet what ${name} says.`}
          whatToDo="Their words have a place of their own in the assessment."
        />
      )}
    </section>
  );
}

const ended: Readonly<Record<string, string>> = { achieved: ' Achieved.', dropped: ' Dropped.' };

/** What will be different: each goal on its thread, and where it stands. */
export function Goals({ story }: { story: ChildStory | null }) {
  if (!story) return null;
  return (
    <section aria-labelledby="goals">
      <h2 class="govuk-heading-m" id="goals">
        What will be different
      </h2>
      {story.goals.length === 0 ? (
        <EmptyList
          why="The plan has no goals yet."
          whatToDo={
            <a class="govuk-link" href={`${story.href}/plan`}>
              Open the plan
            </a>
          }
        />
      ) : (
        story.goals.map((goal) => (
          <div class="gt-goal">
            <ThreadLine
              label={`How “${goal.words}” is linked to an outcome`}
              nodes={[
                { kind: 'Outcome', text: goal.outcome, href: `/outcomes/${goal.outcomeId}` },
                { kind: 'Goal', text: goal.words, current: true },
              ]}
            />
            <p class="govuk-body gt-goal__scale">
              <Scale baseline={goal.baseline} latest={goal.latest} target={goal.target} /> Began at {goal.baseline}, now {goal.latest},
              aiming for {goal.target}.{ended[goal.state] ?? ''}
            </p>
          </div>
        ))
      )}
    </section>
  );
}

/** The scale of 0 to 10 for the eye: begun, now, aimed for. The words beside it say the same. */
function Scale({ baseline, latest, target }: { baseline: number; latest: number; target: number }) {
  const at = (value: number): number => 6 + value * 10;
  return (
    <svg class="gt-scale" aria-hidden="true" width="112" height="16" viewBox="0 0 112 16">
      <line class="gt-scale__line" x1={at(0)} y1="8" x2={at(10)} y2="8" />
      <line class="gt-scale__way" x1={at(baseline)} y1="8" x2={at(latest)} y2="8" />
      <circle class="gt-scale__then" cx={at(baseline)} cy="8" r="3" />
      <circle class="gt-scale__now" cx={at(latest)} cy="8" r="4.5" />
      <line class="gt-scale__target" x1={at(target)} y1="2" x2={at(target)} y2="14" />
    </svg>
  );
}
