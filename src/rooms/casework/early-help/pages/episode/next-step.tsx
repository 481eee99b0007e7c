import { Button } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import type { EpisodeState } from '../../early-help.codes.ts';
import type { Opened } from '../../open-episode.store.ts';

interface Step {
  words: string;
  to: string;
  button: string;
}

/** What comes next, by where help stands. */
const steps: Partial<Record<EpisodeState, Step>> = {
  REQUESTED: { words: 'Talk with the family and record whether they agree.', to: 'agreement', button: 'Record the agreement' },
  AGREED: { words: 'The family has agreed. Start the assessment with them.', to: 'assessment', button: 'Start the assessment' },
  ASSESSING: { words: 'The assessment is under way.', to: 'assessment', button: 'Go on with the assessment' },
  ASSESSED: {
    words: 'The assessment is authorised. Bring the team around the family together.',
    to: 'meetings',
    button: 'Plan the first meeting',
  },
  TAF_FORMED: { words: 'The team has met. Write the plan with the family and agree it.', to: 'plan', button: 'Open the plan' },
  PLAN_ACTIVE: { words: 'The plan is agreed. Review it together when the date comes.', to: 'reviews/new', button: 'Review the plan' },
  REVIEW: { words: 'The plan is being reviewed and goes on.', to: 'reviews/new', button: 'Review again' },
  CLOSING: { words: 'Closing has been asked for and waits for approval.', to: 'close', button: 'See the closing' },
};

/** The one next thing to do, on top. Without a lead professional, that comes first. */
export function NextStep({ opened: { episode, path, standing } }: { opened: Opened }) {
  const step = steps[episode.state];
  if (!step || !standing.contributes) return null;
  const noLead = !episode.lead_staff_id;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>Next:</strong> {step.words}
      </p>
      {standing.manages ? <Button href={`${path}/${step.to}`}>{step.button}</Button> : null}
      {noLead && standing.manages ? (
        <p class="govuk-body">
          There is no lead professional yet.{' '}
          <a class="govuk-link" href={`${path}/lead`}>
            Ask someone
          </a>
        </p>
      ) : null}
    </InsetText>
  );
}
