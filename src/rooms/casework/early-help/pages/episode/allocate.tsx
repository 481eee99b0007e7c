import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Button, Form, SelectField } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';

/** Gives the family to a team. */
export function Allocate({
  ctx,
  path,
  teams,
  teamId,
}: {
  ctx: StaffCtx;
  path: string;
  teams: readonly { id: string; name: string }[];
  teamId: string | null;
}) {
  return (
    <Details summaryText="Give to a team">
      <Form action={`${path}/allocate`} {...formCarries(ctx)}>
        <SelectField
          name="teamId"
          label="Team"
          items={teams.map((team) => ({ value: team.id, text: team.name }))}
          values={{ teamId: teamId ?? '' }}
        />
        <Button classes="govuk-button--secondary">Give to this team</Button>
      </Form>
    </Details>
  );
}
