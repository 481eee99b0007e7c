import { z } from 'zod';
import { form, page, type Route } from '../../../platform/web/route.ts';
import { involvedPage } from './pages/involved/page.tsx';
import {
  endPage,
  endShape,
  recordInvolvementPage,
  recordShape,
  takeConfirmation,
  takeEnd,
  takeInvolvement,
} from './pages/involved/record.tsx';
import { practitionersPage } from './pages/practitioners/page.tsx';

const nothing = z.object({});

/** Who works with a child, how that is kept true, and how they are reached. */
export const involvedRoutes: readonly Route[] = [
  page('/people/:id/involved', 'person.view', 'people.involved.view', involvedPage),
  page('/people/:id/involved/new', 'person.view', 'people.involved.form', (ctx, asked) => recordInvolvementPage(ctx, asked)),
  form('/people/:id/involved/new', 'person.view', 'people.involved.record', recordShape, takeInvolvement, (ctx, again, asked) =>
    recordInvolvementPage(ctx, asked, again),
  ),
  form('/involvements/:id/confirm', 'person.view', 'people.involved.confirm', nothing, takeConfirmation),
  page('/involvements/:id/end', 'person.view', 'people.involved.end-form', (ctx, asked) => endPage(ctx, asked)),
  form('/involvements/:id/end', 'person.view', 'people.involved.end', endShape, takeEnd, (ctx, again, asked) => endPage(ctx, asked, again)),
  page('/practitioners', 'person.view', 'people.practitioners.view', practitionersPage),
];
