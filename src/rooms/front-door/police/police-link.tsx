import { may, type StaffCtx } from '../../../platform/access/ctx.ts';

/** From a contact the police's feed made, the way to all they told and to how it is safe to reach the family. */
export function PoliceLink({ ctx, contact }: { ctx: StaffCtx; contact: { id: string; channel: string } }) {
  if (contact.channel !== 'POLICE_FEED' || !may(ctx, 'front-door.screen')) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`/front-door/police/${contact.id}`}>
        What the police told, and how it is safe to reach the family
      </a>
    </p>
  );
}
