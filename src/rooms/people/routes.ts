import { z } from 'zod';
import { leadingOn } from './index-model/onward.ts';
import { indexModelRoutes } from './index-model/routes.ts';
import { form, page, type Route } from '../../platform/web/route.ts';
import { feedRoutes } from './feeds/routes.ts';
import { involvedRoutes } from './involved/routes.ts';
import { conflictsPage, declarePage, declareShape, endConflictShape, takeDeclaration, takeEndOfConflict } from './pages/conflicts/page.tsx';
import { emergencyPage, emergencyShape, takeEmergency } from './pages/emergency/page.tsx';
import { reviewPage, reviewShape, reviewsPage, takeReview } from './pages/emergency/review.tsx';
import { searchShape } from './pages/find/form.ts';
import { lookShape, takeLook } from './pages/find/look.ts';
import { findPage, searchPage } from './pages/find/page.tsx';
import { addressPage, addressShape, takeAddress } from './pages/person/address.tsx';
import { correctPage, correctShape, takeCorrection } from './pages/person/correct.tsx';
import { personPage } from './pages/person/page.tsx';
import { relationshipPage, relationshipShape, takeRelationship } from './pages/person/relationship.tsx';
import { takeWarning, warningPage, warningShape } from './pages/person/warning.tsx';
import {
  removeShape,
  restrictionPage,
  restrictionsPage,
  restrictPage,
  restrictShape,
  takeAllow,
  takeLift,
  takeRemoval,
  takeRestriction,
} from './pages/restriction/page.tsx';
import { allowPage, allowShape, setShape, takeEndOfLeave, takeLeave, takeShield } from './pages/shield/allow.tsx';
import { shieldPage } from './pages/shield/page.tsx';
import { questionPage, questionShape, takeQuestion } from './pages/shield/question.tsx';
import { reviewRoutes } from './review/routes.ts';
import { standardRoutes } from './standard/routes.ts';

const nothing = z.object({});

export const routes: readonly Route[] = leadingOn([
  page('/people/find', 'index.look', 'people.find.view', (ctx) => findPage(ctx)),
  form(
    '/people/find',
    'index.look',
    'people.find.search',
    searchShape,
    (ctx, data, asked) => searchPage(ctx, data, asked),
    (ctx, again, asked) => findPage(ctx, again, asked),
  ),
  form('/people/:id/look', 'index.look', 'people.person.look', lookShape, takeLook),
  page('/people/:id', 'person.view', 'people.person.view', personPage),

  ...involvedRoutes,
  ...feedRoutes,
  ...reviewRoutes,
  ...standardRoutes,

  page('/people/:id/correct', 'person.correct', 'people.person.correct-form', (ctx, asked) => correctPage(ctx, asked)),
  form('/people/:id/correct', 'person.correct', 'people.person.correct', correctShape, takeCorrection, (ctx, again, asked) =>
    correctPage(ctx, asked, again),
  ),
  page('/people/:id/address', 'person.correct', 'people.address.form', (ctx, asked) => addressPage(ctx, asked)),
  form('/people/:id/address', 'person.correct', 'people.address.add', addressShape, takeAddress, (ctx, again, asked) =>
    addressPage(ctx, asked, again),
  ),
  page('/people/:id/relationship', 'person.correct', 'people.relationship.form', (ctx, asked) => relationshipPage(ctx, asked)),
  form('/people/:id/relationship', 'person.correct', 'people.relationship.add', relationshipShape, takeRelationship, (ctx, again, asked) =>
    relationshipPage(ctx, asked, again),
  ),
  page('/people/:id/warning', 'person.correct', 'people.warning.form', (ctx, asked) => warningPage(ctx, asked)),
  form('/people/:id/warning', 'person.correct', 'people.warning.add', warningShape, takeWarning, (ctx, again, asked) =>
    warningPage(ctx, asked, again),
  ),

  page('/people/:id/conflict', 'person.view', 'people.conflict.form', (ctx, asked) => declarePage(ctx, asked)),
  form('/people/:id/conflict', 'person.view', 'people.conflict.declare', declareShape, takeDeclaration, (ctx, again, asked) =>
    declarePage(ctx, asked, again),
  ),
  page('/conflicts', 'restriction.manage', 'people.conflict.list', (ctx) => conflictsPage(ctx)),
  form('/conflicts/end', 'restriction.manage', 'people.conflict.end', endConflictShape, takeEndOfConflict),

  page('/people/:id/restriction', 'restriction.manage', 'people.restriction.form', (ctx, asked) => restrictPage(ctx, asked)),
  form('/people/:id/restriction', 'restriction.manage', 'people.restriction.set', restrictShape, takeRestriction, (ctx, again, asked) =>
    restrictPage(ctx, asked, again),
  ),
  page('/restrictions', 'restriction.manage', 'people.restriction.list', restrictionsPage),
  page('/restrictions/:id', 'restriction.manage', 'people.restriction.view', (ctx, asked) => restrictionPage(ctx, asked)),
  form('/restrictions/:id/allow', 'restriction.manage', 'people.restriction.allow', restrictShape, takeAllow, (ctx, again, asked) =>
    restrictionPage(ctx, asked, again),
  ),
  form('/restrictions/:id/remove', 'restriction.manage', 'people.restriction.remove', removeShape, takeRemoval),
  form('/restrictions/:id/lift', 'restriction.manage', 'people.restriction.lift', nothing, takeLift),

  page('/people/:id/emergency', 'break-glass.use', 'people.emergency.form', (ctx, asked) => emergencyPage(ctx, asked)),
  form('/people/:id/emergency', 'break-glass.use', 'people.emergency.open', emergencyShape, takeEmergency, (ctx, again, asked) =>
    emergencyPage(ctx, asked, again),
  ),
  page('/emergency-access', 'break-glass.review', 'people.emergency.list', reviewsPage),
  page('/emergency-access/:id', 'break-glass.review', 'people.emergency.review-form', (ctx, asked) => reviewPage(ctx, asked)),
  form('/emergency-access/:id/review', 'break-glass.review', 'people.emergency.review', reviewShape, takeReview, (ctx, again, asked) =>
    reviewPage(ctx, asked, again),
  ),

  page('/shield', 'shield.desk', 'people.shield.list', shieldPage),
  page('/shield/questions/:id', 'shield.desk', 'people.shield.question', (ctx, asked) => questionPage(ctx, asked)),
  form('/shield/questions/:id', 'shield.desk', 'people.shield.decide', questionShape, takeQuestion, (ctx, again, asked) =>
    questionPage(ctx, asked, again),
  ),
  page('/shield/people/:id', 'shield.desk', 'people.shield.person', (ctx, asked) => allowPage(ctx, asked)),
  form('/shield/people/:id', 'shield.desk', 'people.shield.set', setShape, takeShield, (ctx, again, asked) => allowPage(ctx, asked, again)),
  form('/shield/people/:id/allow', 'shield.desk', 'people.shield.allow', allowShape, takeLeave, (ctx, again, asked) =>
    allowPage(ctx, asked, again),
  ),
  form('/shield/allow/:id/end', 'shield.desk', 'people.shield.end-leave', nothing, takeEndOfLeave),

  ...indexModelRoutes,
]);
