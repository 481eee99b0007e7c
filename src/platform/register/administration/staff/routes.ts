import { z } from 'zod';
import { about, type StaffCtx } from '../../../access/ctx.ts';
import { found, invalid } from '../../../access/refusal.ts';
import { roleNames, type Role } from '../../../access/roles.ts';
import { id, oneOf, optionalId, optionalText, requiredText } from '../../../web/fields.ts';
import { form, page, seeOther, type Asked, type Route } from '../../../web/route.ts';
import { agencyOf } from '../agencies/agency.store.ts';
import { dateFields } from '../date-fields.ts';
import { providers } from '../providers/provider-list.store.ts';
import { recordId } from '../record-id.ts';
import { teamOf } from '../teams/team.store.ts';
import { addPostForm, addTieForm, addWorkerForm, changeWorkerForm, endPostForm, leaveForm } from './staff-forms.tsx';
import { workerList } from './staff-list.tsx';
import { workerPage } from './staff-pages.tsx';
import { addPost, addTie, addWorker, changeWorker, endPost, postsOf, recordLeaver, removeTie, workerOf } from './staff.store.ts';

const path = '/administration/people';
const roleCodes = Object.keys(roleNames) as [Role, ...Role[]];
const facts = z.object({
  name: requiredText('Enter the name', 200),
  jobTitle: requiredText('Enter the job title', 200),
  email: optionalText(200),
  phone: optionalText(50),
});
const changed = facts.extend({ coverId: optionalId() }).and(dateFields('awayUntil', { label: 'The last day away', optional: true }));
const post = z
  .object({ role: oneOf(roleCodes, 'Select the role'), agencyId: id('Select the agency'), teamId: optionalId() })
  .and(dateFields('from', { label: 'The first day' }))
  .and(dateFields('to', { label: 'The last day', optional: true }));
const lastDay = dateFields('lastDay', { label: 'The last day' });
const tie = z.object({ providerId: id('Select the provider'), subject: requiredText('Enter the subject', 255) });
const untie = z.object({ issuer: requiredText('Open the page again', 500), subject: requiredText('Open the page again', 255) });

async function whom(ctx: StaffCtx, asked: Asked): Promise<{ id: string; name: string; to: string }> {
  const worker = await workerOf(ctx, recordId(asked));
  about(ctx, 'staff', worker.id);
  return { id: worker.id, name: worker.name, to: `${path}/${worker.id}` };
}

async function add(ctx: StaffCtx, given: z.output<typeof facts>) {
  const staffId = await addWorker(ctx, given);
  about(ctx, 'staff', staffId);
  return seeOther(`${path}/${staffId}/roles/add`, `${given.name} was added. Now say what they do.`);
}

async function change(ctx: StaffCtx, given: z.output<typeof changed>, asked: Asked) {
  const worker = await whom(ctx, asked);
  if (given.coverId === worker.id) throw invalid([{ field: 'coverId', message: 'Someone else must cover' }]);
  await changeWorker(ctx, worker.id, given);
  return seeOther(worker.to, 'Saved.');
}

async function grant(ctx: StaffCtx, given: z.output<typeof post>, asked: Asked) {
  const worker = await whom(ctx, asked);
  const agency = await agencyOf(ctx, given.agencyId);
  const problems = [
    !agency.agreementSignedOn || !agency.dpiaReference
      ? { field: 'agencyId', message: 'Nobody may join this agency before its agreement and impact assessment are recorded' }
      : null,
    given.teamId && (await teamOf(ctx, given.teamId)).agencyId !== given.agencyId
      ? { field: 'teamId', message: 'Select a team of that agency' }
      : null,
    given.to && given.to < given.from! ? { field: 'to', message: 'The last day must be the same as or after the first day' } : null,
  ].filter((problem) => problem !== null);
  if (problems.length > 0) throw invalid(problems);
  await addPost(ctx, worker.id, { ...given, from: given.from! });
  Object.assign(ctx.note.detail, { role: given.role, agency: given.agencyId });
  return seeOther(worker.to, `${worker.name} has the role ${roleNames[given.role]}.`);
}

async function end(ctx: StaffCtx, given: z.output<typeof lastDay>, asked: Asked) {
  const worker = await whom(ctx, asked);
  const held = found((await postsOf(ctx, worker.id)).find((one) => one.id === recordId(asked, 'postId')));
  Object.assign(ctx.note.detail, { role: held.role, agency: held.agencyId });
  await endPost(ctx, held, given.lastDay!);
  return seeOther(worker.to, 'The role ends with that day.');
}

async function leave(ctx: StaffCtx, given: z.output<typeof lastDay>, asked: Asked) {
  const worker = await whom(ctx, asked);
  const ended = await recordLeaver(ctx, worker.id, given.lastDay!);
  ctx.note.detail['sessionsEnded'] = ended;
  return seeOther(worker.to, `${worker.name}'s last day is recorded.`);
}

async function link(ctx: StaffCtx, given: z.output<typeof tie>, asked: Asked) {
  const worker = await whom(ctx, asked);
  const provider = found((await providers(ctx)).find((one) => one.id === given.providerId));
  await addTie(ctx, worker.id, provider.issuer, given.subject);
  ctx.note.detail['provider'] = provider.id;
  return seeOther(worker.to, 'The account is linked.');
}

async function unlink(ctx: StaffCtx, given: z.output<typeof untie>, asked: Asked) {
  const worker = await whom(ctx, asked);
  await removeTie(ctx, worker.id, given.issuer, given.subject);
  return seeOther(worker.to, 'The account is no longer linked, and its sessions are ended.');
}

const find = (ctx: StaffCtx, { name }: { name: string }, asked: Asked) => workerList(ctx, asked, name);

export const staffRoutes: readonly Route[] = [
  page(path, 'admin.people', 'administration.people.view', (ctx, asked) => workerList(ctx, asked)),
  form(path, 'admin.people', 'administration.people.find', z.object({ name: requiredText('Enter a name', 100) }), find),
  page(`${path}/add`, 'admin.people', 'administration.person.begin', (ctx) => addWorkerForm(ctx)),
  form(`${path}/add`, 'admin.people', 'administration.person.add', facts, add, (ctx, again) => addWorkerForm(ctx, again)),
  page(`${path}/:id`, 'admin.people', 'administration.person.view', workerPage),
  page(`${path}/:id/change`, 'admin.people', 'administration.person.edit', (ctx, asked) => changeWorkerForm(ctx, asked)),
  form(`${path}/:id/change`, 'admin.people', 'administration.person.change', changed, change, (ctx, again, asked) =>
    changeWorkerForm(ctx, asked, again),
  ),
  page(`${path}/:id/roles/add`, 'admin.people', 'administration.role.begin', (ctx, asked) => addPostForm(ctx, asked)),
  form(`${path}/:id/roles/add`, 'admin.people', 'administration.role.grant', post, grant, (ctx, again, asked) =>
    addPostForm(ctx, asked, again),
  ),
  page(`${path}/:id/roles/:postId/end`, 'admin.people', 'administration.role.consider', (ctx, asked) => endPostForm(ctx, asked)),
  form(`${path}/:id/roles/:postId/end`, 'admin.people', 'administration.role.end', lastDay, end, (ctx, again, asked) =>
    endPostForm(ctx, asked, again),
  ),
  page(`${path}/:id/leave`, 'admin.people', 'administration.leaver.consider', (ctx, asked) => leaveForm(ctx, asked)),
  form(`${path}/:id/leave`, 'admin.people', 'administration.leaver.record', lastDay, leave, (ctx, again, asked) =>
    leaveForm(ctx, asked, again),
  ),
  page(`${path}/:id/sign-ins/add`, 'admin.people', 'administration.sign-in.begin', (ctx, asked) => addTieForm(ctx, asked)),
  form(`${path}/:id/sign-ins/add`, 'admin.people', 'administration.sign-in.link', tie, link, (ctx, again, asked) =>
    addTieForm(ctx, asked, again),
  ),
  form(`${path}/:id/sign-ins/remove`, 'admin.people', 'administration.sign-in.unlink', untie, unlink),
];
