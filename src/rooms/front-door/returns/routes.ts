import { z } from 'zod';
import { form, page, type Route } from '../../../platform/web/route.ts';
import { answerShape, takeAnswer } from './pages/answer/act.ts';
import { answerAgain, answerPage } from './pages/answer/page.tsx';
import { checkPage, releaseShape, takeRelease, throwAway } from './pages/check/page.tsx';
import { helpPage } from './pages/help/page.tsx';
import { listPage } from './pages/list/page.tsx';
import { onwardAgain, onwardAskPage, onwardPage, onwardShape, takeOnward } from './pages/onward/page.tsx';
import * as answers from './pages/request/answers.tsx';
import { requestPage } from './pages/request/page.tsx';

const nothing = z.object({});
const request = '/asked-of-us/:id';
const may = 'hub.answer';

/** The agencies' side of the hub: what it asks of them, and their answers. */
export const returnsRoutes: readonly Route[] = [
  page('/asked-of-us', may, 'returns.list.view', listPage),
  page('/asked-of-us/help', may, 'returns.help.view', helpPage),
  page('/asked-of-us/onward', may, 'returns.onward.list', onwardPage),
  page('/asked-of-us/onward/:askId', may, 'returns.onward.view', onwardAskPage),
  form('/asked-of-us/onward/:askId', may, 'returns.onward.answer', onwardShape, takeOnward, onwardAgain),
  page(request, may, 'returns.request.view', requestPage),
  form(`${request}/acknowledge`, may, 'returns.request.acknowledge', nothing, answers.takeAcknowledge),
  page(`${request}/answer`, may, 'returns.return.write', answerPage),
  form(`${request}/answer`, may, 'returns.return.save', answerShape, takeAnswer, answerAgain),
  page(`${request}/check`, may, 'returns.return.read', checkPage),
  form(`${request}/release`, may, 'returns.return.release', releaseShape, takeRelease),
  form(`${request}/throw-away`, may, 'returns.return.throw-away', nothing, throwAway),
  page(`${request}/nothing-known`, may, 'returns.nothing-known.consider', answers.nothingKnownPage),
  form(`${request}/nothing-known`, may, 'returns.nothing-known.say', nothing, answers.takeNothingKnown),
  page(`${request}/decline`, may, 'returns.request.consider-no', answers.declinePage),
  form(`${request}/decline`, may, 'returns.request.decline', answers.declineShape, answers.takeDecline, answers.declineAgain),
];
