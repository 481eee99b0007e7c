import { form, page, type Route } from '../../platform/web/route.ts';
import { feedbackRoutes } from './feedback/routes.ts';
import { hubRoutes } from './hub/routes.ts';
import { performanceRoutes } from './performance/routes.ts';
import { policeRoutes } from './police/routes.ts';
import { returnsRoutes } from './returns/routes.ts';
import { waysInRoutes } from './ways-in/routes.ts';
import { workspaceRoutes } from './workspace/routes.ts';
import * as act from './pages/act.ts';
import { checkPage as decisionCheck, confirmDecision, readThrough } from './pages/decide/check.tsx';
import { decideShape } from './pages/decide/form.ts';
import { decideAgain, decidePage } from './pages/decide/page.tsx';
import { contactPage } from './pages/contact/page.tsx';
import { handoversPage } from './pages/handovers/page.tsx';
import { answer, answerShape, concernAgain, concernPage, markRead, myConcernsPage } from './pages/my-concerns/page.tsx';
import { queuePage } from './pages/queue/page.tsx';
import { checkAgain, checkPage, sendConcern, sentPage } from './pages/raise/check.tsx';
import { addFile, dropShape, filesAgain, filesPage, filesShape, removeFile } from './pages/raise/files.tsx';
import { listPage } from './pages/raise/list.tsx';
import { peoplePage, personAgain, personPage, personShape, removePerson, savePerson } from './pages/raise/people.tsx';
import { saveSection, sectionAgain, sectionPage, sectionShape } from './pages/raise/section-page.tsx';
import { startPage } from './pages/raise/page.tsx';
import { recogniseAgain, recognisePage } from './pages/recognise/page.tsx';
import { tell, tellAgain, tellPage, tellShape } from './pages/tell/page.tsx';

const contact = '/front-door/contacts/:id';
const named = `${contact}/people/:namedId`;
const child = `${contact}/children/:namedId`;

/** The front door's URL table: path, who may ask, audit name, page or form. */
export const routes: readonly Route[] = [
  ...hubRoutes,
  ...returnsRoutes,
  ...policeRoutes,
  ...waysInRoutes,
  ...workspaceRoutes,
  ...feedbackRoutes,
  ...performanceRoutes,
  page('/concern', 'public', 'concern.start.view', startPage),
  page('/concern/form', 'public', 'concern.draft.view', listPage),
  page('/concern/form/people', 'public', 'concern.draft.view', peoplePage),
  page('/concern/form/people/:at', 'public', 'concern.draft.view', personPage),
  form('/concern/form/people/:at', 'public', 'concern.draft.save', personShape, savePerson, personAgain),
  form('/concern/form/people/:at/remove', 'public', 'concern.draft.save', act.nothing, removePerson),
  page('/concern/form/files', 'public', 'concern.draft.view', filesPage),
  form('/concern/form/files', 'public', 'concern.file.add', filesShape, addFile, filesAgain),
  form('/concern/form/files/remove', 'public', 'concern.file.remove', dropShape, removeFile),
  page('/concern/form/:section', 'public', 'concern.draft.view', sectionPage),
  form('/concern/form/:section', 'public', 'concern.draft.save', sectionShape, saveSection, sectionAgain),
  page('/concern/check', 'public', 'concern.draft.view', checkPage),
  form('/concern/send', 'public', 'concern.send', act.nothing, sendConcern, checkAgain),
  page('/concern/sent/:id', 'public', 'concern.receipt.view', sentPage),
  page('/my-concerns', 'concern.follow', 'concern.list.view', myConcernsPage),
  page('/my-concerns/:id', 'concern.follow', 'concern.outcome.view', concernPage),
  form('/my-concerns/:id/answer', 'concern.follow', 'concern.question.answer', answerShape, answer, concernAgain),
  form('/my-concerns/:id/read', 'concern.follow', 'concern.feedback.read', act.nothing, markRead),
  page('/front-door', 'front-door.queue', 'front-door.queue.view', queuePage),
  form('/front-door/pull', 'front-door.screen', 'front-door.contact.pull', act.pullShape, act.pull),
  page(contact, 'contact.view', 'front-door.contact.view', contactPage),
  form(`${contact}/hold`, 'front-door.screen', 'front-door.contact.hold', act.holdShape, act.hold),
  form(`${contact}/notes`, 'front-door.screen', 'front-door.note.add', act.noteShape, act.note),
  form(`${contact}/question`, 'front-door.screen', 'front-door.question.ask', act.questionShape, act.question),
  form(`${contact}/join`, 'front-door.screen', 'front-door.contact.join', act.joinShape, act.join),
  page(named, 'front-door.screen', 'front-door.person.recognise', recognisePage),
  form(`${named}/match`, 'front-door.screen', 'front-door.person.match', act.matchShape, act.match, recogniseAgain),
  form(`${named}/new`, 'front-door.screen', 'front-door.person.record', act.nothing, act.recordNew),
  form(`${named}/take-back`, 'front-door.screen', 'front-door.person.take-back', act.nothing, act.takeBack),
  page(`${child}/decide`, 'front-door.decide', 'front-door.decision.write', decidePage),
  form(`${child}/decide`, 'front-door.decide', 'front-door.decision.read-through', decideShape, readThrough, decideAgain),
  page(`${child}/check`, 'front-door.decide', 'front-door.decision.check', decisionCheck),
  form(`${child}/confirm`, 'front-door.decide', 'front-door.decision.confirm', act.nothing, confirmDecision),
  page(`${contact}/tell`, 'front-door.screen', 'front-door.feedback.write', tellPage),
  form(`${contact}/tell`, 'front-door.screen', 'front-door.feedback.give', tellShape, tell, tellAgain),
  page('/passed-to-you', 'contact.view', 'front-door.handover.list', handoversPage),
  form('/front-door/handovers/:id/accept', 'contact.view', 'front-door.handover.accept', act.acceptShape, act.accept),
  form('/front-door/handovers/:id/return', 'contact.view', 'front-door.handover.return', act.returnShape, act.giveBack),
  page('/front-door/files/:id', 'contact.view', 'front-door.file.view', act.file),
];
