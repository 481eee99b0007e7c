import { z } from 'zod';
import { form, page, type Route } from '../../../platform/web/route.ts';
import { handBackShape, takeHandBack } from './pages/act.ts';
import { changesPage } from './pages/changes.ts';
import { askAgain, askPage, askShape, takeAsk } from './pages/consult/ask.tsx';
import { consultsPage } from './pages/consult/list.tsx';
import {
  consultAgain,
  consultAnswerShape,
  consultPage,
  consultWithdrawShape,
  takeConsultAnswer,
  takeConsultBack,
  takeConsultRead,
} from './pages/consult/page.tsx';
import { keysPage } from './pages/keys/page.tsx';
import { onDutyPage } from './pages/on-duty/page.tsx';
import { callShape, protectionAgain, protectionPage, takeCall } from './pages/protection/page.tsx';
import { addTurnAgain, addTurnPage, takeTurn, turnShape } from './pages/rota/add.tsx';
import {
  offerAnswerShape,
  offerShape,
  takeOffer,
  takeOfferAnswer,
  takeWithdraw,
  turnAgain,
  turnPage,
  withdrawShape,
} from './pages/rota/turn.tsx';
import { takeWanted, wantedAgain, wantedPage, wantedShape } from './pages/rota/wanted.tsx';
import { rotaPage } from './pages/rota/page.tsx';

const nothing = z.looseObject({});
const contact = '/front-door/contacts/:id';

/** The duty rota, views asked for, hand-overs to child protection, and the keys. */
export const workspaceRoutes: readonly Route[] = [
  page('/front-door/rota', 'duty.view', 'front-door.rota.view', rotaPage),
  page('/front-door/rota/new', 'duty.roster', 'front-door.turn.begin', addTurnPage),
  form('/front-door/rota', 'duty.roster', 'front-door.turn.add', turnShape, takeTurn, addTurnAgain),
  page('/front-door/rota/wanted', 'duty.roster', 'front-door.rota.wanted', (ctx) => wantedPage(ctx)),
  form('/front-door/rota/wanted', 'duty.roster', 'front-door.rota.want', wantedShape, takeWanted, (ctx, again) => wantedAgain(ctx, again)),
  page('/front-door/rota/:id', 'duty.view', 'front-door.turn.view', turnPage),
  form('/front-door/rota/:id/withdraw', 'duty.roster', 'front-door.turn.withdraw', withdrawShape, takeWithdraw, turnAgain),
  form('/front-door/rota/:id/swap', 'duty.view', 'front-door.turn.offer', offerShape, takeOffer, turnAgain),
  form('/front-door/swaps/:id/answer', 'duty.view', 'front-door.turn.answer', offerAnswerShape, takeOfferAnswer),
  page('/on-duty', 'duty.view', 'front-door.duty.view', (ctx) => onDutyPage(ctx)),
  page('/front-door/consults', 'front-door.queue', 'front-door.consult.list', consultsPage),
  page(`${contact}/consult`, 'front-door.screen', 'front-door.consult.begin', askPage),
  form(`${contact}/consult`, 'front-door.screen', 'front-door.consult.ask', askShape, takeAsk, askAgain),
  page('/consults/:id', 'duty.view', 'front-door.consult.view', consultPage),
  form('/consults/:id/answer', 'duty.view', 'front-door.consult.answer', consultAnswerShape, takeConsultAnswer, consultAgain),
  form('/consults/:id/withdraw', 'front-door.screen', 'front-door.consult.withdraw', consultWithdrawShape, takeConsultBack, consultAgain),
  form('/consults/:id/read', 'front-door.screen', 'front-door.consult.read', nothing, takeConsultRead),
  page('/front-door/protection', 'protection.view', 'front-door.protection.list', protectionPage),
  form('/front-door/protection/:id/call', 'protection.view', 'front-door.protection.call', callShape, takeCall, protectionAgain),
  form(`${contact}/hand-back`, 'front-door.screen', 'front-door.contact.hand-back', handBackShape, takeHandBack),
  page('/front-door/changes', 'front-door.queue', 'front-door.changes.view', changesPage),
  page('/front-door/keys', 'front-door.queue', 'front-door.keys.view', (ctx) => keysPage(ctx)),
];
