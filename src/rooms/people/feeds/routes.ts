import { z } from 'zod';
import { form, largeForm, page, type Route } from '../../../platform/web/route.ts';
import { driftPage } from './pages/drift/page.tsx';
import { changeFeedPage, newFeedPage, takeChangedFeed, takeNewFeed } from './pages/feed/change.tsx';
import { decideShape, feedShape, newFeedShape } from './pages/feed/form.ts';
import { feedPage, takeDecision } from './pages/feed/page.tsx';
import { goneAgain, goneShape, readShape, rejectsDownload, takeGone, takeRead, takeResume, takeStop } from './pages/file/acts.ts';
import { examplesPage } from './pages/file/examples.tsx';
import { filePage } from './pages/file/page.tsx';
import { feedsPage } from './pages/list/page.tsx';
import { mappingShape } from './pages/mapping/form.ts';
import { mappingPage, takeMapping } from './pages/mapping/page.tsx';
import { previewPage } from './pages/preview/page.tsx';
import { largestFeedFile, takeUpload, uploadPage, uploadShape } from './pages/upload/page.tsx';

const nothing = z.object({});

/** Addresses of the feeds. */
export const feedRoutes: readonly Route[] = [
  page('/index/feeds', 'index.quality', 'people.feed.list', feedsPage),
  page('/index/feeds/new', 'index.feeds', 'people.feed.new-form', (ctx) => newFeedPage(ctx)),
  form('/index/feeds/new', 'index.feeds', 'people.feed.begin', newFeedShape, takeNewFeed, (ctx, again) => newFeedPage(ctx, again)),
  page('/index/feeds/:id', 'index.feeds', 'people.feed.view', (ctx, asked) => feedPage(ctx, asked)),
  page('/index/feeds/:id/change', 'index.feeds', 'people.feed.change-form', (ctx, asked) => changeFeedPage(ctx, asked)),
  form('/index/feeds/:id/change', 'index.feeds', 'people.feed.change', feedShape, takeChangedFeed, (ctx, again, asked) =>
    changeFeedPage(ctx, asked, again),
  ),
  page('/index/feeds/:id/mapping', 'index.feeds', 'people.feed.mapping-form', (ctx, asked) => mappingPage(ctx, asked)),
  form('/index/feeds/:id/mapping', 'index.feeds', 'people.feed.map', mappingShape, takeMapping, (ctx, again, asked) =>
    mappingPage(ctx, asked, again),
  ),
  form('/index/feeds/:id/decide', 'index.feeds', 'people.feed.decide', decideShape, takeDecision, (ctx, again, asked) =>
    feedPage(ctx, asked, again),
  ),
  page('/index/feeds/:id/drift', 'index.quality', 'people.feed.drift', driftPage),
  page('/index/feeds/:id/upload', 'index.feeds', 'people.feed.upload-form', (ctx, asked) => uploadPage(ctx, asked)),
  largeForm('/index/feeds/:id/upload', 'index.feeds', 'people.feed.upload', uploadShape, largestFeedFile, takeUpload, (ctx, again, asked) =>
    uploadPage(ctx, asked, again),
  ),
  page('/index/feed-files/:id', 'index.feeds', 'people.feed-file.view', (ctx, asked) => filePage(ctx, asked)),
  page('/index/feed-files/:id/preview', 'index.feeds', 'people.feed-file.preview', previewPage),
  form('/index/feed-files/:id/read', 'index.feeds', 'people.feed-file.read', readShape, takeRead, (ctx, again, asked) =>
    filePage(ctx, asked, again),
  ),
  form('/index/feed-runs/:id/stop', 'index.feeds', 'people.feed-run.stop', nothing, takeStop),
  form('/index/feed-runs/:id/resume', 'index.feeds', 'people.feed-run.resume', nothing, takeResume),
  form('/index/feed-runs/:id/gone', 'index.feeds', 'people.feed-run.gone', goneShape, takeGone, goneAgain),
  page('/index/feed-runs/:id/rejects', 'index.feeds', 'people.feed-run.rejects', rejectsDownload),
  page('/index/feed-runs/:id/examples', 'index.feeds', 'people.feed-run.examples', examplesPage),
];
