/** The line that says what changed since the page was read. Its script (live-changes) listens; without one the queue's link does. Nothing
 *  on the page moves, takes the focus or loses what is typed: the line only says so and offers to show it. */
export function LiveLine({ since, contactId }: { since: string; contactId?: string | undefined }) {
  return (
    <p
      class="govuk-body gt-live"
      role="status"
      data-live-changes="/front-door/live"
      data-live-since={since}
      data-live-contact={contactId}
      hidden
    />
  );
}
