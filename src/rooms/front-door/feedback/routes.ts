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

import { disagreementAgain, disagreementPage } from './pages/disagreement.tsx';
import { disagreementsPage } from './pages/list.tsx';
import { newDisagreementAgain, newDisagreementPage, raise, raiseShape } from './pages/new.tsx';
import * as step from './pages/step.ts';
import { toldPage } from './pages/told.tsx';

const one = '/disagreements/:id';
const again = disagreementAgain;

/** The pages of this alcove. */
export const feedbackRoutes: readonly Route[] = [
  page('/concern/answer', 'public', 'concern.answer.ask', askForAnswerPage),
  form('/concern/answer', 'public', 'concern.answer.send-link', askShape, askForAnswer, askForAnswerAgain),
  page('/concern/answer/asked', 'public', 'concern.answer.ask', askedPage),
  page('/concern/answer/:code', 'public', 'concern.answer.link', linkPage),
  form('/concern/answer/:code/open', 'public', 'concern.answer.open', act.nothing, openAnswer),
  page('/concern/answer/:code/read', 'public', 'concern.answer.read', readAnswerPage),
  page('/front-door/told', 'front-door.screen', 'front-door.told.list', toldPage),
  page('/disagreements', 'disagreement.view', 'disagreement.list.view', disagreementsPage),
  page('/disagreements/new', 'disagreement.raise', 'disagreement.form.view', newDisagreementPage),
  form('/disagreements', 'disagreement.raise', 'disagreement.raise', raiseShape, raise, newDisagreementAgain),
  page(one, 'disagreement.view', 'disagreement.view', disagreementPage),
  form(`${one}/say`, 'disagreement.view', 'disagreement.say', step.sayShape, step.say, again),
  form(`${one}/speaker`, 'disagreement.view', 'disagreement.speaker.name', step.speakerShape, step.speaker, again),
  form(`${one}/up`, 'disagreement.view', 'disagreement.move-up', step.upShape, step.up, again),
  form(`${one}/propose`, 'disagreement.view', 'disagreement.propose', step.settleShape, step.proposal, again),
  form(`${one}/agree`, 'disagreement.view', 'disagreement.agree', act.nothing, step.agreed, again),
  form(`${one}/not-agree`, 'disagreement.view', 'disagreement.not-agree', step.whyNotShape, step.refused, again),
  form(`${one}/judge`, 'disagreement.view', 'disagreement.judge', step.settleShape, step.judged, again),
  form(`${one}/withdraw`, 'disagreement.view', 'disagreement.withdraw', step.withdrawShape, step.withdrawn, again),
];
