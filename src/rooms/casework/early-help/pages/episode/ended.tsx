import { shortDate } from '../../../../../platform/time/plain-dates.ts';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { closureWords } from '../../episode.ts';
import type { Opened } from '../../open-episode.store.ts';

/** How help ended, and whether the change lasted. */
export function Ended({ opened: { episode, path } }: { opened: Opened }) {
  const why =
    episode.state === 'NOT_AGREED'
      ? `The family did not agree: ${episode.not_agreed_reason ?? ''}`
      : episode.state === 'MOVED_OUT'
        ? `The family moved to ${episode.moved_to ?? 'another authority'}`
        : closureWords(episode.closure_code);
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>Ended {episode.closed_on ? shortDate(episode.closed_on) : ''}:</strong> {why}
      </p>
      {episode.closure_summary ? <p class="govuk-body gt-as-typed">{episode.closure_summary}</p> : null}
      {episode.closure_family_view ? <p class="govuk-body gt-as-typed">The family says: {episode.closure_family_view}</p> : null}
      {episode.sustained_on ? (
        <p class="govuk-body">
          Has it lasted? {episode.sustained}, checked {shortDate(episode.sustained_on)}. {episode.sustained_note}
        </p>
      ) : null}
      {episode.sustain_due_on && !episode.sustained_on ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${path}/lasting`}>
            Check whether it has lasted, due {shortDate(episode.sustain_due_on)}
          </a>
        </p>
      ) : null}
    </InsetText>
  );
}
