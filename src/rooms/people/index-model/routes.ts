import { form, page, type Route } from '../../../platform/web/route.ts';
import { apportionListPage, apportionPage, apportionShape, takeApportion } from './pages/apportion/page.tsx';
import { birthPage, birthShape, takeBirth, takeUnborn, unbornPage, unbornShape } from './pages/birth/page.tsx';
import { joinPage, joinShape, takeJoin } from './pages/join/page.tsx';
import { recordsPage } from './pages/records/page.tsx';
import { partPage, partShape, takeBackPage, takeBackShape, takePart, takeTakingBack } from './pages/records/part.tsx';

import { openShape, sealedPage, sealShape, takeOpening, takeSeal } from './pages/sealed/page.tsx';

/** Where a person's sources are read, people joined and parted, and births recorded. */
export const indexModelRoutes: readonly Route[] = [
  page('/people/:id/records', 'person.view', 'people.records.view', recordsPage),
  page('/people/:id/records/:recordId/part', 'index.desk', 'people.records.part-form', (ctx, asked) => partPage(ctx, asked)),
  form('/people/:id/records/:recordId/part', 'index.desk', 'people.records.part', partShape, takePart, (ctx, again, asked) =>
    partPage(ctx, asked, again),
  ),
  page('/people/:id/taking-back', 'index.desk', 'people.records.take-back-form', (ctx, asked) => takeBackPage(ctx, asked)),
  form('/people/:id/taking-back', 'index.desk', 'people.records.take-back', takeBackShape, takeTakingBack, (ctx, again, asked) =>
    takeBackPage(ctx, asked, again),
  ),
  page('/people/:id/join', 'index.desk', 'people.join.form', (ctx, asked) => joinPage(ctx, asked)),
  form('/people/:id/join', 'index.desk', 'people.join.decide', joinShape, takeJoin, (ctx, again, asked) => joinPage(ctx, asked, again)),
  page('/people/:id/apportion', 'person.view', 'people.apportion.view', (ctx, asked) => apportionPage(ctx, asked)),
  form('/people/:id/apportion', 'person.view', 'people.apportion.decide', apportionShape, takeApportion, (ctx, again, asked) =>
    apportionPage(ctx, asked, again),
  ),
  page('/index/apportion', 'index.desk', 'people.apportion.list', apportionListPage),
  page('/people/:id/unborn', 'person.correct', 'people.unborn.form', (ctx, asked) => unbornPage(ctx, asked)),
  form('/people/:id/unborn', 'person.correct', 'people.unborn.record', unbornShape, takeUnborn, (ctx, again, asked) =>
    unbornPage(ctx, asked, again),
  ),
  page('/people/:id/birth', 'person.correct', 'people.birth.form', (ctx, asked) => birthPage(ctx, asked)),
  form('/people/:id/birth', 'person.correct', 'people.birth.record', birthShape, takeBirth, (ctx, again, asked) =>
    birthPage(ctx, asked, again),
  ),
  page('/shield/sealed', 'shield.desk', 'people.sealed.view', (ctx, asked) => sealedPage(ctx, asked)),
  form('/shield/sealed', 'shield.desk', 'people.sealed.keep', sealShape, takeSeal, (ctx, again, asked) => sealedPage(ctx, asked, again)),
  form('/shield/sealed/open', 'shield.desk', 'people.sealed.open', openShape, takeOpening, (ctx, again, asked) =>
    sealedPage(ctx, asked, again),
  ),
];
