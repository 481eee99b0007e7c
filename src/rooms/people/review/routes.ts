import { z } from 'zod';
import { form, page, type Route } from '../../../platform/web/route.ts';
import { takeAgencyAnswer, takeAnswer, takeNextPage, takeOnePage, takeRelease, takeTakingBack } from './pages/question/act.ts';
import { agencyAnswerShape, answerShape } from './pages/question/form.ts';
import { reviewHelpPage } from './pages/question/help.tsx';
import { questionPage } from './pages/question/page.tsx';
import { queuePage } from './pages/queue/page.tsx';

const nothing = z.object({});

export const reviewRoutes: readonly Route[] = [
  page('/index/review', 'index.desk', 'people.review.queue', queuePage),
  page('/index/review/help', 'index.desk', 'people.review.help', (ctx) => reviewHelpPage(ctx)),
  form('/index/review/next', 'index.desk', 'people.review.take', nothing, (ctx) => takeNextPage(ctx)),
  page('/index/review/:id', 'index.desk', 'people.review.question', (ctx, asked) => questionPage(ctx, asked)),
  form('/index/review/:id/take', 'index.desk', 'people.review.take', nothing, takeOnePage),
  form('/index/review/:id/release', 'index.desk', 'people.review.release', nothing, takeRelease),
  form('/index/review/:id/answer', 'index.desk', 'people.review.answer', answerShape, takeAnswer, (ctx, again, asked) =>
    questionPage(ctx, asked, again),
  ),
  form('/index/review/:id/take-back', 'index.desk', 'people.review.take-back', nothing, takeTakingBack),
  form('/index/review/:id/agency-answer', 'index.desk', 'people.review.agency-answer', agencyAnswerShape, takeAgencyAnswer),
];
