import { z } from 'zod';
import { form, page, type Route } from '../../../platform/web/route.ts';
import { changeShape, changesPage, takeChange, takeWithdrawal, withdrawShape } from './pages/changes/page.tsx';
import { contactsPage } from './pages/contacts/page.tsx';
import { definitionsPage } from './pages/definitions/page.tsx';
import { exportPage } from './pages/export.ts';
import { measurePage } from './pages/measure/page.tsx';
import { overviewPage } from './pages/overview/page.tsx';
import { takeTarget, takeTargetEnd, targetAgain, targetPage, targetShape } from './pages/target/page.tsx';
import { here } from './words.ts';

const measure = `${here}/:measure`;
const nothing = z.object({});

/** The pages of this alcove: figures, what is behind them, what they are held against. */
export const performanceRoutes: readonly Route[] = [
  page(here, 'front-door.figures', 'front-door.figures.view', overviewPage),
  page(`${here}/definitions`, 'front-door.figures', 'front-door.figures.definitions', definitionsPage),
  page(`${here}/figures.csv`, 'front-door.figures', 'front-door.figures.export', exportPage),
  page(`${here}/changes`, 'front-door.figures', 'front-door.process-change.list', (ctx) => changesPage(ctx)),
  form(`${here}/changes`, 'front-door.targets', 'front-door.process-change.record', changeShape, takeChange, (ctx, again) =>
    changesPage(ctx, again),
  ),
  form(
    `${here}/changes/:id/withdraw`,
    'front-door.targets',
    'front-door.process-change.withdraw',
    withdrawShape,
    takeWithdrawal,
    (ctx, again) => changesPage(ctx, again),
  ),
  page(measure, 'front-door.figures', 'front-door.figures.measure', measurePage),
  page(`${measure}/contacts`, 'front-door.figures', 'front-door.figures.drill', contactsPage),
  page(`${measure}/target`, 'front-door.figures', 'front-door.target.list', (ctx, asked) => targetPage(ctx, asked)),
  form(`${measure}/target`, 'front-door.targets', 'front-door.target.set', targetShape, takeTarget, targetAgain),
  form(`${measure}/target/end`, 'front-door.targets', 'front-door.target.end', nothing, takeTargetEnd),
];
