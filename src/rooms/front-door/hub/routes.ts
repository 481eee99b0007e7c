import { form, page, type Route } from '../../../platform/web/route.ts';
import * as act from './pages/act.ts';
import { askAgain, askPage, askShape, takeAsking } from './pages/ask.tsx';
import { enquiryAgain, enquiryPage } from './pages/enquiry/page.tsx';
import { enquiriesPage } from './pages/list.tsx';
import { openAgain, openPage, openShape, takeOpening } from './pages/open.tsx';
import { ownerAgain, ownerPage } from './pages/owner.tsx';
import { requestAgain, requestPage } from './pages/request.tsx';
import { takeTelling, tellAgain, tellPage, tellShape } from './pages/tell.tsx';

const contact = '/front-door/contacts/:id/hub';
const enquiry = '/front-door/hub/:id';
const request = `${enquiry}/requests/:requestId`;
const item = `${enquiry}/items/:itemId`;

/** The hub's side of an enquiry. */
export const hubRoutes: readonly Route[] = [
  page(contact, 'front-door.screen', 'front-door.hub.begin', openPage),
  form(contact, 'front-door.screen', 'front-door.hub.open', openShape, takeOpening, openAgain),
  page('/front-door/hub', 'front-door.queue', 'front-door.hub.list', enquiriesPage),
  page(enquiry, 'front-door.queue', 'front-door.hub.view', enquiryPage),
  form(`${enquiry}/rate`, 'front-door.screen', 'front-door.hub.rate', act.rateShape, act.rate, enquiryAgain),
  form(`${enquiry}/family`, 'front-door.screen', 'front-door.hub.family', act.familyShape, act.family, enquiryAgain),
  form(`${enquiry}/without`, 'front-door.decide', 'front-door.hub.go-on-without', act.withoutShape, act.without, enquiryAgain),
  form(`${enquiry}/second/ask`, 'front-door.decide', 'front-door.hub.ask-second', act.proposalShape, act.propose, enquiryAgain),
  form(`${enquiry}/second/answer`, 'front-door.decide', 'front-door.hub.answer-second', act.secondShape, act.second, enquiryAgain),
  page(`${enquiry}/ask`, 'front-door.screen', 'front-door.hub.choose', askPage),
  form(`${enquiry}/ask`, 'front-door.screen', 'front-door.hub.ask', askShape, takeAsking, askAgain),
  page(request, 'front-door.queue', 'front-door.hub.request', requestPage),
  form(`${request}/chase`, 'front-door.screen', 'front-door.hub.chase', act.chaseShape, act.chase, requestAgain),
  form(`${request}/cancel`, 'front-door.screen', 'front-door.hub.cancel', act.cancelShape, act.cancel, requestAgain),
  page(item, 'front-door.screen', 'front-door.hub.item', ownerPage),
  form(item, 'front-door.screen', 'front-door.hub.ask-owner', act.ownerShape, act.owner, ownerAgain),
  page(`${enquiry}/tell`, 'front-door.screen', 'front-door.hub.tell-write', tellPage),
  form(`${enquiry}/tell`, 'front-door.screen', 'front-door.hub.tell', tellShape, takeTelling, tellAgain),
];
