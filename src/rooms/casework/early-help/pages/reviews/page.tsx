import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { fullDate } from '../../../../../platform/time/plain-dates.ts';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { ragWords } from '../../early-help.codes.ts';
import { openPlan } from '../../open-plan.store.ts';
import { reviewsOf } from '../../review.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { Said } from '../../parts/said.tsx';

/** Every review of the plan, latest first. */
export async function reviewsPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const reviews = await reviewsOf(ctx, opened.episode.id);
  const mayReview = opened.standing.manages && (opened.episode.state === 'PLAN_ACTIVE' || opened.episode.state === 'REVIEW');
  const words = new Map(opened.goals.map((goal) => [goal.id, goal.family_words]));
  return episodeView(
    ctx,
    opened,
    { title: 'Reviews', crumb: 'Reviews' },
    <>
      {mayReview ? <Button href={`${opened.path}/reviews/new`}>Review the plan</Button> : null}
      {reviews.length === 0 ? (
        <EmptyList
          why="The plan has not been reviewed yet."
          whatToDo={opened.plan?.agreed_on ? 'Review it with the family when the date comes.' : 'It is reviewed once it is agreed.'}
        />
      ) : null}
      {reviews.map((review) => (
        <section>
          <h2 class="govuk-heading-m">
            {fullDate(review.held_on)}: {review.decision}
          </h2>
          <PlainTable
            caption="Goals then and now"
            head={[{ text: 'Goal' }, { text: 'Then' }, { text: 'Now' }, { text: 'How it goes' }, { text: 'In words' }]}
            rows={review.scores.map((score) => [
              { text: words.get(score.goal_id) ?? '' },
              { text: String(score.score_then) },
              { text: String(score.score_now) },
              { text: ragWords[score.rag] },
              { text: score.comment ?? '' },
            ])}
          />
          <h3 class="govuk-heading-s">What the children say</h3>
          <Said words={review.child_views ?? review.child_views_missing} />
          <h3 class="govuk-heading-s">What parents and carers say</h3>
          <Said words={review.parent_views ?? review.parent_views_missing} />
          {review.new_information ? (
            <>
              <h3 class="govuk-heading-s">What is new</h3>
              <Said words={review.new_information} />
            </>
          ) : null}
          <p class="govuk-body-s">
            Recorded by {review.by_name}. {review.next_on ? `Next: ${fullDate(review.next_on)}.` : ''}
          </p>
        </section>
      ))}
    </>,
  );
}
