import { z } from 'zod';
import { about, type StaffCtx } from '../../../access/ctx.ts';
import { invalid } from '../../../access/refusal.ts';
import { londonDate } from '../../../time/london.ts';
import { oneOf, optionalText, requiredText, version } from '../../../web/fields.ts';
import { recordId } from '../record-id.ts';
import { form, page, seeOther, type Asked, type Route } from '../../../web/route.ts';
import { dateFields } from '../date-fields.ts';
import { agencyTypeCodes } from './agency.ts';
import { addAgency, agencyOf, changeAgency, suspendAgency, type AgencyFacts } from './agency.store.ts';
import { addAgencyForm, agencyList, agencyPage, changeAgencyForm, suspendForm } from './agency-pages.tsx';

const facts = z
  .object({
    name: requiredText('Enter the name of the agency', 200),
    type: oneOf(agencyTypeCodes, 'Select the kind of agency'),
    phone: optionalText(50),
    email: optionalText(200),
    agreementReference: optionalText(100),
    dpiaReference: optionalText(100),
  })
  .and(dateFields('agreementSignedOn', { label: 'The day the agreement was signed', optional: true }))
  .and(dateFields('liveFrom', { label: 'The first day', optional: true }));
const changed = facts.and(z.object({ _version: version }));
const suspension = z.object({ what: oneOf(['suspend', 'lift'], 'Open the page again'), reason: optionalText(500) });

function notInTheFuture(ctx: StaffCtx, given: AgencyFacts): void {
  if (given.agreementSignedOn && given.agreementSignedOn > londonDate(ctx.now))
    throw invalid([{ field: 'agreementSignedOn', message: 'The day the agreement was signed must be today or in the past' }]);
}

async function add(ctx: StaffCtx, given: z.output<typeof facts>) {
  notInTheFuture(ctx, given);
  const id = await addAgency(ctx, given);
  about(ctx, 'agency', id);
  return seeOther(`/administration/agencies/${id}`, `${given.name} was added.`);
}

async function change(ctx: StaffCtx, given: z.output<typeof changed>, asked: Asked) {
  const { id } = await agencyOf(ctx, recordId(asked));
  about(ctx, 'agency', id);
  notInTheFuture(ctx, given);
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
  page('/administration/agencies/add', 'admin.agencies', 'administration.agency.begin', (ctx) => addAgencyForm(ctx)),
  form('/administration/agencies/add', 'admin.agencies', 'administration.agency.add', facts, add, (ctx, again) =>
    addAgencyForm(ctx, again),
  ),
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
