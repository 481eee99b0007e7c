import { z } from 'zod';
import { form, page, type Route } from '../../../platform/web/route.ts';
import { exportPage, runShape, takeGoOn, takeQuestionAboutLife, takeRun, takeStop } from './pages/quality/act.ts';
import { livesPage } from './pages/quality/lives.tsx';
import { qualityPage } from './pages/quality/page.tsx';
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

  page('/index/quality', 'index.quality', 'people.quality.figures', (ctx) => qualityPage(ctx)),
  page('/index/quality/figures.csv', 'index.quality', 'people.quality.export', (ctx) => exportPage(ctx)),
  form('/index/quality/runs', 'index.feeds', 'people.quality.run', runShape, (ctx, data) => takeRun(ctx, data)),
  form('/index/quality/runs/:id/stop', 'index.feeds', 'people.quality.stop', nothing, takeStop),
  form('/index/quality/runs/:id/go-on', 'index.feeds', 'people.quality.run', nothing, takeGoOn),
  page('/index/quality/lives/:kind', 'index.desk', 'people.quality.lives', livesPage),
  form('/index/quality/lives/:id/ask', 'index.desk', 'people.quality.raise', nothing, takeQuestionAboutLife),
];
