import { form, page, type Route } from '../../../platform/web/route.ts';
import { changeShape, eventShape, takeChange, takeEvent } from './pages/chronology/form.ts';
import { chronologyAgain, chronologyPage } from './pages/chronology/page.tsx';
import { printChronologyPage } from './pages/print/page.tsx';

/** A child's chronology: read, printed, added to, judged. */
export const chronologyRoutes: readonly Route[] = [
  page('/chronology/:personId', 'early-help.view', 'chronology.child.view', chronologyPage),
  page('/chronology/:personId/print', 'early-help.view', 'chronology.child.print', printChronologyPage),
  form('/chronology/:personId', 'early-help.work', 'chronology.event.add', eventShape, takeEvent, chronologyAgain),
  form('/chronology/:personId/:eventId', 'early-help.work', 'chronology.event.change', changeShape, takeChange, chronologyAgain),
];
