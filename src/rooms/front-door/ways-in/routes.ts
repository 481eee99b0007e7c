import { form, page, type Route } from '../../../platform/web/route.ts';
import { nothing } from '../pages/act.ts';
import { aboutAgain, aboutPage, emailAgain, emailPage, readMessage, sendMessage } from './pages/email.tsx';
import { confirmThem, healthAgain, healthPage, sendHealth } from './pages/health.tsx';
import { accept, acceptShape, morningPage, morningsPage, take } from './pages/mornings.tsx';
import * as night from './pages/night.tsx';
import { callAgain, callPage, sendCall } from './pages/phone.tsx';
import { agree, propose, proposeAgain, proposePage, refuse, refuseShape, ruleShape } from './pages/rule-form.tsx';
import { ruleAgain, rulePage, rulesPage, tryPage } from './pages/rules.tsx';
import * as self from './pages/self.tsx';
import * as transfer from './pages/transfers.tsx';
import { lineShape, linesAgain, linesPage, saveLine, urgentPage } from './pages/urgent.tsx';
import { addAction, rate, ratingShape, wayInAgain, wayInPage } from './pages/way-in.tsx';
import { lanePage, waysInPage } from './pages/ways-in.tsx';
import { toldShape } from './told.ts';

const contact = '/front-door/contacts/:id';

/** The pages of every way in: written down by an officer, by the night, by a nurse, by a family; and the rules that route them. */
export const waysInRoutes: readonly Route[] = [
  page('/urgent', 'public', 'front-door.urgent.view', urgentPage),
  page('/front-door/urgent-lines', 'front-door.decide', 'front-door.urgent-lines.view', linesPage),
  form('/front-door/urgent-lines', 'front-door.decide', 'front-door.urgent-line.add', lineShape, saveLine, linesAgain),
  page('/help-for-me', 'public', 'concern.help.start', self.helpPage),
  page('/help-for-me/reach', 'public', 'concern.help.view', self.reachPage),
  form('/help-for-me/reach', 'public', 'concern.help.save', toldShape, self.saveReach, self.reachAgain),
  page('/help-for-me/ask', 'public', 'concern.help.view', self.askPage),
  form('/help-for-me/ask', 'public', 'concern.help.save', toldShape, self.saveAsk, self.askAgain),
  page('/help-for-me/check', 'public', 'concern.help.view', self.checkHelpPage),
  form('/help-for-me/send', 'public', 'concern.help.send', nothing, self.sendHelp, self.checkHelpAgain),
  form('/help-for-me/clear', 'public', 'concern.help.clear', nothing, self.clearHelp),
  page('/help-for-me/sent/:id', 'public', 'concern.help.receipt', self.helpSentPage),
  page('/front-door/ways-in', 'front-door.queue', 'front-door.ways-in.view', waysInPage),
  page('/front-door/lanes/:lane', 'front-door.queue', 'front-door.lane.view', lanePage),
  page('/front-door/phone', 'front-door.screen', 'front-door.call.begin', callPage),
  form('/front-door/phone', 'front-door.screen', 'front-door.call.record', toldShape, sendCall, callAgain),
  page('/front-door/email', 'front-door.screen', 'front-door.email.begin', emailPage),
  form('/front-door/email', 'front-door.screen', 'front-door.email.read', nothing, readMessage, emailAgain),
  page('/front-door/email/read', 'front-door.screen', 'front-door.email.view', aboutPage),
  form('/front-door/email/read', 'front-door.screen', 'front-door.email.capture', toldShape, sendMessage, aboutAgain),
  page('/out-of-hours', 'out-of-hours.work', 'front-door.night.list', night.nightPage),
  page('/out-of-hours/record', 'out-of-hours.work', 'front-door.night.begin', night.recordPage),
  form('/out-of-hours/record', 'out-of-hours.work', 'front-door.night.record', toldShape, night.sendNight, night.recordAgain),
  page('/out-of-hours/contacts/:id', 'out-of-hours.work', 'front-door.night.view', night.nightContactPage),
  form(
    '/out-of-hours/contacts/:id/actions',
    'out-of-hours.work',
    'front-door.action.add',
    night.actionShape,
    night.addNightAction,
    night.nightContactAgain,
  ),
  page('/front-door/mornings', 'front-door.queue', 'front-door.mornings.view', morningsPage),
  page('/front-door/mornings/:id', 'front-door.queue', 'front-door.morning.view', morningPage),
  form('/front-door/mornings/:id/take', 'front-door.screen', 'front-door.morning.take', nothing, take),
  form('/front-door/mornings/:id/accept', 'front-door.screen', 'front-door.morning.accept', acceptShape, accept),
  page('/front-door/transfers', 'front-door.queue', 'front-door.transfers.view', transfer.transfersPage),
  page('/front-door/transfers/new', 'front-door.screen', 'front-door.transfer.begin', transfer.transferPage),
  form(
    '/front-door/transfers/new',
    'front-door.screen',
    'front-door.transfer.take',
    toldShape,
    transfer.sendTransfer,
    transfer.transferAgain,
  ),
  form(
    `${contact}/transfer/acknowledge`,
    'front-door.screen',
    'front-door.transfer.acknowledge',
    transfer.acknowledgeShape,
    transfer.tellCouncil,
    wayInAgain,
  ),
  form(`${contact}/transfer/dates`, 'front-door.screen', 'front-door.transfer.date', transfer.dateShape, transfer.keepDue),
  page('/health-concern/:personId', 'health-concern.raise', 'concern.health.begin', healthPage),
  form('/health-concern/:personId', 'health-concern.raise', 'concern.health.send', toldShape, sendHealth, healthAgain),
  form(`${contact}/health/recognise`, 'front-door.screen', 'front-door.person.match', nothing, confirmThem),
  page(`${contact}/way-in`, 'front-door.screen', 'front-door.way-in.view', wayInPage),
  form(`${contact}/rating`, 'front-door.screen', 'front-door.rating.answer', ratingShape, rate, wayInAgain),
  form(`${contact}/actions`, 'front-door.screen', 'front-door.action.add', night.actionShape, addAction, wayInAgain),
  page('/front-door/rules', 'front-door.queue', 'front-door.rules.view', rulesPage),
  page('/front-door/rules/new', 'front-door.decide', 'front-door.rule.begin', proposePage),
  form('/front-door/rules/new', 'front-door.decide', 'front-door.rule.propose', ruleShape, propose, proposeAgain),
  page('/front-door/rules/try', 'front-door.queue', 'front-door.rules.try', tryPage),
  page('/front-door/rules/:id', 'front-door.queue', 'front-door.rule.view', rulePage),
  form('/front-door/rules/:id/agree', 'front-door.decide', 'front-door.rule.agree', nothing, agree, ruleAgain),
  form('/front-door/rules/:id/refuse', 'front-door.decide', 'front-door.rule.refuse', refuseShape, refuse, ruleAgain),
];
