import { z } from 'zod';
import { about, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { notAllowed } from '../../../../../platform/access/refusal.ts';
import { optionalText } from '../../../../../platform/web/fields.ts';
import { Button, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { teamWithAreas, writeAreas } from '../../practitioner.store.ts';

export const areasShape = z.object({ areas: optionalText(2000) });

/** Those who say where a team works: whoever manages it. */
const manages = (ctx: StaffCtx, teamId: string): boolean =>
  ctx.who.memberships.some((post) => post.teamId === teamId && ['TM', 'EH_CO', 'MASH_M'].includes(post.role));

/** A team: its agency, number and the parts of the borough it works in. */
export async function teamPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const team = await teamWithAreas(ctx, asked.params['id'] ?? '');
  return staffView(
    ctx,
    {
      title: team.name,
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: '/practitioners', label: 'Practitioners' }, { label: team.name }],
    },
    <>
      <h1 class="govuk-heading-l">{team.name}</h1>
      <SummaryList
        rows={[
          { key: 'Agency', value: team.agency },
          { key: 'Telephone', value: team.phone ?? 'Not recorded' },
          { key: 'Works in', value: team.areas.join(', ') || 'Not said' },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/practitioners?q=${encodeURIComponent(team.name)}`}>
          Who works in this team
        </a>
      </p>
      {manages(ctx, team.id) ? (
        <Form action={`/practitioners/teams/${team.id}`} {...formCarries(ctx)}>
          <TextArea
            name="areas"
            label="Where the team works"
            hint="One ward or neighbourhood a line"
            values={again?.values ?? { areas: team.areas.join('\n') }}
            errors={again?.errors}
          />
          <Button>Save</Button>
        </Form>
      ) : null}
    </>,
  );
}

export async function takeAreas(ctx: StaffCtx, data: z.output<typeof areasShape>, asked: Asked): Promise<Answer> {
  const team = await teamWithAreas(ctx, asked.params['id'] ?? '');
  if (!manages(ctx, team.id)) throw notAllowed();
  const areas = (data.areas ?? '').split('\n').map((line) => line.trim().slice(0, 80));
  await writeAreas(ctx, team.id, [...new Set(areas.filter(Boolean))].slice(0, 40));
  about(ctx, 'team', team.id);
  return seeOther(`/practitioners/teams/${team.id}`, 'Where the team works is saved');
}
