import { z } from 'zod';
import { form, largeForm, page, type Route } from '../../../platform/web/route.ts';
import { deskPage } from './pages/desk/page.tsx';
import { filePage, rejectsDownload } from './pages/file/page.tsx';
import { helpPage } from './pages/help/page.tsx';
import { takeAsk, takeChildren, takeEndOfRule, takeJoin, takeSafeRule, takeTriage } from './pages/incident/act.ts';
import { askShape, childrenShape, endShape, joinShape, safeShape, tellShape, triageShape } from './pages/incident/form.ts';
import { incidentPage } from './pages/incident/page.tsx';
import { listPage } from './pages/list/page.tsx';
import { closeShape } from './pages/meeting/form.ts';
import { meetingsPage, minutesPage } from './pages/meeting/minutes.tsx';
import { meetingPage, takeClosing, takeOpening } from './pages/meeting/page.tsx';
import { answerShape, notificationPage, takeAnswer } from './pages/notification/page.tsx';
import { takeTelling, tellPage } from './pages/tell/page.tsx';
import { largestPoliceFile, takeUpload, templatePage, uploadPage, uploadShape } from './pages/upload/page.tsx';

const nothing = z.object({});
const list = '/front-door/police';
const one = `${list}/:id`;
const screens = 'front-door.screen';

/** Addresses of the police desk's feed: the front door's day list, and the police's own desk. */
export const policeRoutes: readonly Route[] = [
  page(list, screens, 'front-door.police.list', (ctx) => listPage(ctx)),
  page(`${list}/help`, screens, 'front-door.police.help', (ctx) => helpPage(ctx)),
  page(`${list}/meeting`, screens, 'front-door.police.meeting', (ctx) => meetingPage(ctx)),
  form(`${list}/meeting/open`, screens, 'front-door.police.meeting-open', nothing, (ctx) => takeOpening(ctx)),
  form(
    `${list}/meeting/close`,
    screens,
    'front-door.police.meeting-close',
    closeShape,
    (ctx, data) => takeClosing(ctx, data),
    (ctx, again) => meetingPage(ctx, again),
  ),
  page(`${list}/meetings`, screens, 'front-door.police.meetings', (ctx) => meetingsPage(ctx)),
  page(`${list}/meetings/:id`, screens, 'front-door.police.minutes', minutesPage),
  page(one, screens, 'front-door.police.incident', (ctx, asked) => incidentPage(ctx, asked)),
  form(`${one}/triage`, screens, 'front-door.police.triage', triageShape, takeTriage, (ctx, again, asked) =>
    incidentPage(ctx, asked, again),
  ),
  form(`${one}/join`, screens, 'front-door.police.join', joinShape, takeJoin, (ctx, again, asked) => incidentPage(ctx, asked, again)),
  form(`${one}/ask`, screens, 'front-door.police.ask', askShape, takeAsk, (ctx, again, asked) => incidentPage(ctx, asked, again)),
  form(`${one}/safe`, screens, 'front-door.police.safe-rule', safeShape, takeSafeRule, (ctx, again, asked) =>
    incidentPage(ctx, asked, again),
  ),
  form(`${one}/safe/end`, screens, 'front-door.police.safe-rule-end', endShape, takeEndOfRule, (ctx, again, asked) =>
    incidentPage(ctx, asked, again),
  ),
  form(`${one}/children`, screens, 'front-door.police.children', childrenShape, takeChildren, (ctx, again, asked) =>
    incidentPage(ctx, asked, again),
  ),
  page(`${one}/tell`, screens, 'front-door.police.tell-form', (ctx, asked) => tellPage(ctx, asked)),
  form(`${one}/tell`, screens, 'front-door.police.tell', tellShape, takeTelling, (ctx, again, asked) => tellPage(ctx, asked, again)),

  page('/police', 'police.desk', 'police.notification.list', (ctx) => deskPage(ctx)),
  page('/police/notifications/:id', 'police.desk', 'police.notification.view', (ctx, asked) => notificationPage(ctx, asked)),
  form('/police/questions/:id/answer', 'police.desk', 'police.question.answer', answerShape, takeAnswer),
  page('/police/upload', 'police.desk', 'police.file.upload-form', (ctx) => uploadPage(ctx)),
  largeForm('/police/upload', 'police.desk', 'police.file.upload', uploadShape, largestPoliceFile, takeUpload, (ctx, again) =>
    uploadPage(ctx, again),
  ),
  page('/police/upload/template.csv', 'police.desk', 'police.file.template', () => templatePage()),
  page('/police/files/:id', 'police.desk', 'police.file.view', filePage),
  page('/police/files/:id/rejects.csv', 'police.desk', 'police.file.rejects', rejectsDownload),
];
