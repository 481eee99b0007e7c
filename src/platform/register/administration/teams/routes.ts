import { z } from 'zod';
import { about, type StaffCtx } from '../../../access/ctx.ts';
import { id, oneOf, optionalText, requiredText } from '../../../web/fields.ts';
import { recordId } from '../record-id.ts';
import { form, page, seeOther, type Asked, type Route } from '../../../web/route.ts';
import { addTeam, changeTeam, purposeCodes, teamOf } from './team.store.ts';
import { addTeamForm, changeTeamForm, teamList, teamPage } from './team-pages.tsx';

const facts = z.object({
  name: requiredText('Enter the name of the team', 200),
  purpose: oneOf(purposeCodes, 'Select what the team is there for'),
  phone: optionalText(50),
  email: optionalText(200),
});
const added = facts.extend({ agencyId: id('Select the agency') });

async function add(ctx: StaffCtx, { agencyId, ...given }: z.output<typeof added>) {
  const teamId = await addTeam(ctx, agencyId, given);
  about(ctx, 'team', teamId);
  return seeOther(`/administration/teams/${teamId}`, `${given.name} was added.`);
}

async function change(ctx: StaffCtx, given: z.output<typeof facts>, asked: Asked) {
  const team = await teamOf(ctx, recordId(asked));
  about(ctx, 'team', team.id);
  await changeTeam(ctx, team.id, given);
  return seeOther(`/administration/teams/${team.id}`, 'Saved.');
}

export const teamRoutes: readonly Route[] = [
  page('/administration/teams', 'admin.people', 'administration.teams.view', teamList),
  page('/administration/teams/add', 'admin.people', 'administration.team.begin', (ctx, asked) => addTeamForm(ctx, asked)),
  form('/administration/teams/add', 'admin.people', 'administration.team.add', added, add, (ctx, again, asked) =>
    addTeamForm(ctx, asked, again),
  ),
  page('/administration/teams/:id', 'admin.people', 'administration.team.view', teamPage),
  page('/administration/teams/:id/change', 'admin.people', 'administration.team.edit', (ctx, asked) => changeTeamForm(ctx, asked)),
  form('/administration/teams/:id/change', 'admin.people', 'administration.team.change', facts, change, (ctx, again, asked) =>
    changeTeamForm(ctx, asked, again),
  ),
];
