import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';

/** In place of the button that decides: what the hub's enquiry still asks for, and where to see to it. */
export function HubStandsInTheWay({ enquiryId, needs }: { enquiryId: string; needs: readonly string[] }) {
  return (
    <>
      <WarningText>This cannot be confirmed yet</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {needs.map((need) => (
          <li>{need}</li>
        ))}
      </ul>
      <p class="govuk-body">
        What you wrote is kept.{' '}
        <a class="govuk-link" href={`/front-door/hub/${enquiryId}#deciding`}>
          See to it in the hub’s enquiry
        </a>
      </p>
    </>
  );
}
