import { form, page, type Route } from '../../../platform/web/route.ts';
import { correctAgain, correctPage, correctShape, takeCorrection } from './pages/correct/page.tsx';
import { shareShape, takeShare } from './pages/new/form.ts';
import { newShareAgain, newSharePage } from './pages/new/page.tsx';
import { confirmShape, noticeAgain, noticePage, noticesPage, takeConfirm } from './pages/notices/page.tsx';
import { printSharePage, printSharesPage } from './pages/print/page.tsx';
import { afterShape, takeSince } from './pages/share/afterwards.tsx';
import { shareAgain, sharePage } from './pages/share/page.tsx';
import { sharesPage } from './pages/shares/page.tsx';
import { takeTold, toldShape, toTellAgain, toTellPage } from './pages/to-tell/page.tsx';

const about = '/children/:id/shares';
const item = '/shares/:id/items/:itemId/correct';

/** Decisions to share and to keep back, and corrections on their way to everyone who was given what they correct. */
export const sharingRoutes: readonly Route[] = [
  page(about, 'sharing.view', 'sharing.child.view', sharesPage),
  page(`${about}/print`, 'sharing.view', 'sharing.child.print', printSharesPage),
  page(`${about}/new`, 'sharing.record', 'sharing.decision.begin', newSharePage),
  form(`${about}/new`, 'sharing.record', 'sharing.decision.record', shareShape, takeShare, newShareAgain),
  page('/shares/:id', 'sharing.view', 'sharing.decision.view', sharePage),
  page('/shares/:id/print', 'sharing.view', 'sharing.decision.print', printSharePage),
  form('/shares/:id/since', 'sharing.record', 'sharing.decision.add', afterShape, takeSince, shareAgain),
  page(item, 'sharing.record', 'sharing.item.consider', correctPage),
  form(item, 'sharing.record', 'sharing.item.correct', correctShape, takeCorrection, correctAgain),
  page('/corrections-to-tell', 'sharing.record', 'sharing.correction.list', toTellPage),
  form('/corrections-to-tell/:noticeId', 'sharing.record', 'sharing.correction.tell', toldShape, takeTold, toTellAgain),
  page('/corrections', 'today.view', 'sharing.notice.list', (ctx) => noticesPage(ctx)),
  page('/corrections/:id', 'today.view', 'sharing.notice.view', noticePage),
  form('/corrections/:id/confirm', 'today.view', 'sharing.notice.confirm', confirmShape, takeConfirm, noticeAgain),
];
