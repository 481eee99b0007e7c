import { z } from 'zod';
import { form, page, type Route } from '../../../platform/web/route.ts';
import { askBrokerPage, askShape, takeAsk } from './pages/broker/ask.tsx';
import { brokerPage, decideShape, requestPage, takeDecision } from './pages/broker/page.tsx';
import { answerShape, messagePage, passedOnPage, takeAnswer } from './pages/broker/passed.tsx';
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
import { followingPage, takeLooked, takeUnwatch, takeWatch } from './pages/involved/watch.tsx';
import { absencePage, absenceShape, takeAbsence } from './pages/practitioners/absence.tsx';
import { coverShape, handOverPage, handOverShape, takeCover, takeHandOver } from './pages/practitioners/hand-over.tsx';
import { practitionersPage } from './pages/practitioners/page.tsx';
import { practitionerPage, takeCancelled } from './pages/practitioners/practitioner.tsx';
import { areasShape, takeAreas, teamPage } from './pages/practitioners/team.tsx';
import { contactSheetPage } from './pages/sheet/page.tsx';
import { stillShape, stillWorkingPage, takeStillWorking } from './pages/still-working/page.tsx';

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
  page('/still-working', 'person.view', 'people.still-working.view', (ctx) => stillWorkingPage(ctx)),
  form('/still-working', 'person.view', 'people.still-working.answer', stillShape, takeStillWorking, (ctx, again) =>
    stillWorkingPage(ctx, again),
  ),

  page('/following', 'person.view', 'people.watch.list', followingPage),
  form('/people/:id/watch', 'person.view', 'people.watch.start', nothing, takeWatch),
  form('/people/:id/unwatch', 'person.view', 'people.watch.stop', nothing, takeUnwatch),
  form('/people/:id/news-seen', 'person.view', 'people.watch.looked', nothing, takeLooked),

  page('/people/:id/contact-sheet/print', 'person.view', 'people.contact-sheet.view', contactSheetPage),

  page('/people/:id/ask-broker', 'person.view', 'people.broker.form', (ctx, asked) => askBrokerPage(ctx, asked)),
  form('/people/:id/ask-broker', 'person.view', 'people.broker.ask', askShape, takeAsk, (ctx, again, asked) =>
    askBrokerPage(ctx, asked, again),
  ),
  page('/broker', 'broker.decide', 'people.broker.list', brokerPage),
  page('/broker/:id', 'broker.decide', 'people.broker.view', (ctx, asked) => requestPage(ctx, asked)),
  form('/broker/:id', 'broker.decide', 'people.broker.decide', decideShape, takeDecision, (ctx, again, asked) =>
    requestPage(ctx, asked, again),
  ),
  page('/passed-on-requests', 'person.view', 'people.passed-on.list', passedOnPage),
  page('/passed-on-requests/:id', 'person.view', 'people.passed-on.view', (ctx, asked) => messagePage(ctx, asked)),
  form('/passed-on-requests/:id', 'person.view', 'people.passed-on.answer', answerShape, takeAnswer, (ctx, again, asked) =>
    messagePage(ctx, asked, again),
  ),

  page('/practitioners', 'person.view', 'people.practitioners.view', practitionersPage),
  page('/practitioners/teams/:id', 'person.view', 'people.team.view', (ctx, asked) => teamPage(ctx, asked)),
  form('/practitioners/teams/:id', 'person.view', 'people.team.areas', areasShape, takeAreas, (ctx, again, asked) =>
    teamPage(ctx, asked, again),
  ),
  page('/practitioners/:id', 'person.view', 'people.practitioner.view', practitionerPage),
  page('/practitioners/:id/absence', 'person.view', 'people.absence.form', (ctx, asked) => absencePage(ctx, asked)),
  form('/practitioners/:id/absence', 'person.view', 'people.absence.record', absenceShape, takeAbsence, (ctx, again, asked) =>
    absencePage(ctx, asked, again),
  ),
  form('/absences/:id/cancel', 'person.view', 'people.absence.cancel', nothing, takeCancelled),
  page('/practitioners/:id/hand-over', 'person.view', 'people.hand-over.view', (ctx, asked) => handOverPage(ctx, asked)),
  form('/practitioners/:id/hand-over', 'person.view', 'people.hand-over.do', handOverShape, takeHandOver, (ctx, again, asked) =>
    handOverPage(ctx, asked, again),
  ),
  form('/practitioners/:id/cover', 'person.view', 'people.hand-over.cover', coverShape, takeCover, (ctx, again, asked) =>
    handOverPage(ctx, asked, again),
  ),
];
