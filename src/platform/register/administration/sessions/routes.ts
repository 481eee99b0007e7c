import { z } from 'zod';
import { about, type StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';
import { endSession } from '../../../identity/session.store.ts';
import { requiredText } from '../../../web/fields.ts';
import { form, page, seeOther, type Route } from '../../../web/route.ts';
import { allSessions, ownSessions } from './session-pages.tsx';
import { liveSessions, liveSessionsOf } from './session-list.store.ts';

const which = z.object({ reference: requiredText('Open the page again', 64) });

async function endOwn(ctx: StaffCtx, { reference }: z.output<typeof which>) {
  const session = found((await liveSessionsOf(ctx, ctx.who.staffId)).find((one) => one.reference === reference));
  await endSession(ctx, session.reference, 'revoked');
  return seeOther('/sessions', 'That session is ended. Nothing opens in it any more.');
}

async function endAnother(ctx: StaffCtx, { reference }: z.output<typeof which>) {
  const session = found((await liveSessions(ctx)).find((one) => one.reference === reference));
  about(ctx, 'staff', session.staffId);
  await endSession(ctx, session.reference, 'revoked');
  return seeOther('/administration/sessions', `A session of ${session.name} is ended.`);
}

export const sessionRoutes: readonly Route[] = [
  page('/sessions', 'signed-in', 'platform.sessions.view', ownSessions),
  form('/sessions/end', 'signed-in', 'platform.session.end', which, endOwn),
  page('/administration/sessions', 'admin.people', 'administration.sessions.view', allSessions),
  form('/administration/sessions/end', 'admin.people', 'administration.session.end', which, endAnother),
];
