import { form, page, type Route } from '../../../platform/web/route.ts';
import * as act from '../pages/act.ts';
import {
  askedPage,
  askForAnswer,
  askForAnswerAgain,
  askForAnswerPage,
  askShape,
  linkPage,
  openAnswer,
  readAnswerPage,
} from './pages/answer.tsx';

/** The pages of this alcove. */
export const feedbackRoutes: readonly Route[] = [
  page('/concern/answer', 'public', 'concern.answer.ask', askForAnswerPage),
  form('/concern/answer', 'public', 'concern.answer.send-link', askShape, askForAnswer, askForAnswerAgain),
  page('/concern/answer/asked', 'public', 'concern.answer.ask', askedPage),
  page('/concern/answer/:code', 'public', 'concern.answer.link', linkPage),
  form('/concern/answer/:code/open', 'public', 'concern.answer.open', act.nothing, openAnswer),
  page('/concern/answer/:code/read', 'public', 'concern.answer.read', readAnswerPage),
];
