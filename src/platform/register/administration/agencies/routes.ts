import { z } from 'zod';
import { about, type StaffCtx } from '../../../access/ctx.ts';
import { invalid } from '../../../access/refusal.ts';
import { oneOf, optionalText, requiredText, version } from '../../../web/fields.ts';
import { recordId } from '../record-id.ts';
import { form, page, seeOther, type Asked, type Route } from '../../../web/route.ts';
import { agencyTypeCodes } from './agency.ts';
import { agencyOf, changeAgency, suspendAgency } from './agency.store.ts';
import { agencyList, agencyPage, changeAgencyForm, suspendForm } from './agency-pages.tsx';

const facts = z.object({
  name: requiredText('Enter the name of the agency', 200),
  type: oneOf(agencyTypeCodes, 'Select the kind of agency'),
  phone: optionalText(50),
  email: optionalText(200),
});
const changed = facts.extend({ _version: version });
const suspension = z.object({ what: oneOf(['suspend', 'lift'], 'Open the page again'), reason: optionalText(500) });

async function change(ctx: StaffCtx, given: z.output<typeof changed>, asked: Asked) {
  const { id } = await agencyOf(ctx, recordId(asked));
  about(ctx, 'agency', id);
  await changeAgency(ctx, id, given._version, given);
  return seeOther(`/administration/agencies/${id}`, 'Saved.');
}

async function suspend(ctx: StaffCtx, given: z.output<typeof suspension>, asked: Asked) {
  const { id, name } = await agencyOf(ctx, recordId(asked));
  about(ctx, 'agency', id);
  if (given.what === 'suspend' && !given.reason) throw invalid([{ field: 'reason', message: 'Enter why the agency is suspended' }]);
  const ended = await suspendAgency(ctx, id, given.what === 'suspend' ? given.reason : null);
  Object.assign(ctx.note.detail, { what: given.what, sessionsEnded: ended });
  return seeOther(
    `/administration/agencies/${id}`,
    given.what === 'suspend' ? `${name} is suspended. Sessions ended: ${ended}.` : `${name} may work again.`,
  );
}

export const agencyRoutes: readonly Route[] = [
  page('/administration/agencies', 'admin.agencies', 'administration.agencies.view', agencyList),
  page('/administration/agencies/:id', 'admin.agencies', 'administration.agency.view', agencyPage),
  page('/administration/agencies/:id/change', 'admin.agencies', 'administration.agency.edit', (ctx, asked) => changeAgencyForm(ctx, asked)),
  form('/administration/agencies/:id/change', 'admin.agencies', 'administration.agency.change', changed, change, (ctx, again, asked) =>
    changeAgencyForm(ctx, asked, again),
  ),
  page('/administration/agencies/:id/suspend', 'admin.agencies', 'administration.agency.consider', (ctx, asked) => suspendForm(ctx, asked)),
  form(
    '/administration/agencies/:id/suspend',
    'admin.agencies',
    'administration.agency.suspend',
    suspension,
    suspend,
    (ctx, again, asked) => suspendForm(ctx, asked, again),
  ),
];
