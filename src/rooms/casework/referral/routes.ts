import { form, page, type Route } from '../../../platform/web/route.ts';
import { inboxPage } from './pages/inbox/page.tsx';
import { acceptShape, decideShape, takeAccept, takeDecision } from './pages/referral/form.ts';
import { referralAgain, referralPage } from './pages/referral/page.tsx';
import { heldShape, strategyHeldAgain, strategyHeldPage, takeStrategyHeld } from './pages/strategy-held/page.tsx';
import { acceptStrategyShape, strategyAgain, strategyPage, takeStrategyAccept } from './pages/strategy/page.tsx';

/** Referrals to social care: the team's inbox, one referral, requests for strategy discussions. */
export const referralRoutes: readonly Route[] = [
  page('/referrals', 'referral.inbox', 'referral.inbox.view', inboxPage),
  page('/referrals/strategy', 'referral.inbox', 'referral.strategy.view', strategyPage),
  page('/referrals/strategy/:requestId/accept', 'referral.accept', 'referral.strategy.accept-view', strategyPage),
  form(
    '/referrals/strategy/:requestId/accept',
    'referral.accept',
    'referral.strategy.accept',
    acceptStrategyShape,
    takeStrategyAccept,
    strategyAgain,
  ),
  page('/referrals/strategy/:requestId/held', 'referral.accept', 'referral.strategy.held-view', strategyHeldPage),
  form('/referrals/strategy/:requestId/held', 'referral.accept', 'referral.strategy.held', heldShape, takeStrategyHeld, strategyHeldAgain),
  page('/referrals/:id', 'referral.inbox', 'referral.referral.view', referralPage),
  form('/referrals/:id/accept', 'referral.accept', 'referral.referral.accept', acceptShape, takeAccept, referralAgain),
  form('/referrals/:id/decide', 'referral.accept', 'referral.referral.decide', decideShape, takeDecision, referralAgain),
];
