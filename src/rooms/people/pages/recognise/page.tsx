import { Details } from '../../../../platform/web/govuk/details.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { WarningText } from '../../../../platform/web/govuk/warning-text.tsx';
import { Input } from '../../../../platform/web/govuk/input.tsx';
import { Form } from '../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import { EvidenceChart } from '../../../../platform/web/patterns/evidence-chart.tsx';
import { SideBySide } from '../../../../platform/web/patterns/side-by-side.tsx';
import type { Candidate } from '../../candidate.ts';
import type { SubmittedPerson } from '../../person.ts';
import { counted } from '../../../../platform/time/plain-dates.ts';

export interface RecogniseViewProps {
  submitted: SubmittedPerson;
  candidates: readonly Candidate[];
  /** Where each form posts: `personId`, `decision` (same person, not the same person, not sure) and `why`. */
  action: string;
  /** Where "record a new person" posts; it carries nothing but the form's own fields. */
  newPersonAction: string;
  /** A token and a fresh key for every form on the page: pass `() => formCarries(ctx)`. */
  carries: () => { csrf: string; idempotencyKey: string };
}

const submittedName = (submitted: SubmittedPerson): string =>
  [submitted.givenName, submitted.familyName].filter(Boolean).join(' ') || 'this person';

/** What the factors together favour, in words; a person decides. */
const together = {
  'same person': 'Together they favour one and the same person.',
  'same family': 'Together they favour two people of one family.',
  unrelated: 'Together they favour two people who have nothing to do with each other.',
} as const;

/** Three equal answers, none chosen beforehand. */
function Answers({ props, candidate, at }: { props: RecogniseViewProps; candidate: Candidate; at: number }) {
  const answers = ['same person', 'not the same person', 'not sure'] as const;
  return (
    <Form action={props.action} {...props.carries()}>
      {/* Pressing Enter in the reason answers nothing: the first button is the one a browser would press. */}
      <button type="submit" hidden disabled />
      <input type="hidden" name="personId" value={candidate.personId} />
      <Input
        name="why"
        id={`why-${at}`}
        label={
          <>
            Your reason, in a few words <span class="govuk-visually-hidden">about {candidate.name}</span>
          </>
        }
        hint="Kept with your decision"
        classes="govuk-input--width-30"
      />
      <div class="govuk-button-group">
        {answers.map((answer) => (
          <button type="submit" class="govuk-button govuk-button--secondary" name="decision" value={answer} data-module="govuk-button">
            {answer.charAt(0).toUpperCase() + answer.slice(1)}
            <span class="govuk-visually-hidden"> as {candidate.name}</span>
          </button>
        ))}
      </div>
    </Form>
  );
}

function OneCandidate({ props, candidate, at }: { props: RecogniseViewProps; candidate: Candidate; at: number }) {
  return (
    <section class="gt-candidate" aria-labelledby={`candidate-${at}`}>
      <h2 class="govuk-heading-m" id={`candidate-${at}`}>
        {candidate.name} <Tag classes="govuk-tag--grey">{candidate.grade}</Tag>
      </h2>
      <p class="govuk-body">
        {candidate.because}
        {candidate.contactInstead ? null : ` ${candidate.area}. ${counted(candidate.involvementCount, 'service')} involved.`}
      </p>
      {candidate.decided ? (
        <p class="govuk-body">
          <strong>Decided before:</strong> {candidate.decided}
        </p>
      ) : null}
      {candidate.warnings.map((warning) => (
        <WarningText>{warning}</WarningText>
      ))}
      {candidate.contactInstead ? (
        <p class="govuk-body">{candidate.contactInstead}</p>
      ) : (
        <SideBySide caption="Compared field by field" leftHeading="As described" rightHeading="In the index" rows={candidate.fields} />
      )}
      {candidate.evidence && candidate.evidence.factors.length > 0 ? (
        <Details summaryText="What was weighed">
          <EvidenceChart
            id={`evidence-${at}`}
            heading={`What speaks for and against ${candidate.name}`}
            factors={candidate.evidence.factors}
            together={together[candidate.evidence.likeliest]}
          />
        </Details>
      ) : null}
      {candidate.household.length > 0 ? (
        <Details summaryText="Others in the household">
          <ul class="govuk-list">
            {candidate.household.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      <Answers props={props} candidate={candidate} at={at} />
    </section>
  );
}

/** The person described beside each person they may be; a person decides, nothing is chosen for them. */
export function RecogniseView(props: RecogniseViewProps) {
  const { candidates, submitted } = props;
  return (
    <>
      {candidates.length === 0 ? (
        <EmptyList
          why={`Nobody you may see in the index is like ${submittedName(submitted)}.`}
          whatToDo="Check the spelling and the date of birth with the referrer, or record a new person below."
        />
      ) : (
        <p class="govuk-body">
          {candidates.length === 1 ? '1 person' : `${candidates.length} people`} in the index may be {submittedName(submitted)}, most alike
          first. Decide about each; “not the same” is remembered.
        </p>
      )}
      {candidates.map((candidate, at) => (
        <OneCandidate props={props} candidate={candidate} at={at + 1} />
      ))}
      <Form action={props.newPersonAction} {...props.carries()}>
        <h2 class="govuk-heading-m">Nobody here is {submittedName(submitted)}</h2>
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
          Record a new person
        </button>
      </Form>
    </>
  );
}
