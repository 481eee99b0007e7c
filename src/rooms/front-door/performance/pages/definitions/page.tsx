import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { measures, type Measure } from '../../measure.ts';
import { here } from '../../words.ts';
import { frame } from '../frame.tsx';

const splitWords = {
  source: 'Where the contact came from',
  days: 'How many working days it took',
  outcome: 'Outcome and level',
  rating: 'Rating of the enquiry',
  agency: 'Agency asked',
  how: 'How they were told',
} as const;

/** What every measure counts, of what, from where; how charts are read; who is left out. */
export async function definitionsPage(ctx: StaffCtx): Promise<Answer> {
  return frame(
    ctx,
    { title: 'What each measure counts', wide: false },
    <>
      <h1 class="govuk-heading-l">What each measure counts</h1>
      <ul class="govuk-list">
        {measures.map((one) => (
          <li>
            <a class="govuk-link" href={`#${one.key}`}>
              {one.name}
            </a>
          </li>
        ))}
      </ul>
      <HowToRead />
      {measures.map((one) => (
        <Definition measure={one} />
      ))}
    </>,
  );
}

function HowToRead() {
  return (
    <>
      <h2 class="govuk-heading-m">How the charts are read</h2>
      <p class="govuk-body">
        Every process varies by chance. The dashed lines show how far: the average of the first 12 points, and 2.66 times the average
        difference between one point and the next either side (differences more than 3.267 times the average are left out of it). With fewer
        than 12 points they are trial limits. A point stands out when it is outside the limits, part of seven in a row that rise or fall,
        one of two in three beyond two thirds of the way to a limit, or part of seven in a row on one side of the average; the first of
        these that holds is told. These are the rules of NHS England’s Making Data Count.
      </p>
      <p class="govuk-body">
        A square is a change for the better, a triangle a change for the worse, a diamond a change that is neither, a dot chance. Where
        something was changed on purpose, limits can begin anew.
      </p>
      <h2 class="govuk-heading-m">Who is counted</h2>
      <p class="govuk-body">
        Those who work at the front door see figures of the contacts they may open, and every number opens to them. Other roles see whole
        months without small numbers, and no contacts. Nobody’s figures count someone whose record is closed to them, and a child is no
        repeat to a reader who may not see the contact before.
      </p>
      <h2 class="govuk-heading-m">How fresh</h2>
      <p class="govuk-body">
        Sums by day are kept up to date every five minutes, and counted anew each night. Whoever becomes hidden is left out at once. A
        figure of the past can still change: a decision is replaced, a contact joined to another, a record hidden.
      </p>
    </>
  );
}

function Definition({ measure }: { measure: Measure }) {
  return (
    <section id={measure.key} aria-labelledby={`${measure.key}-name`}>
      <h2 class="govuk-heading-m" id={`${measure.key}-name`}>
        {measure.name}
      </h2>
      <SummaryList
        rows={[
          { key: 'Numerator', value: measure.numerator },
          { key: 'Denominator', value: measure.denominator ?? 'None: it is a plain count.' },
          { key: 'Counts on', value: measure.counts },
          { key: 'Source', value: measure.source },
          { key: 'Leaves out', value: measure.leavesOut },
          { key: 'Basis', value: measure.basis },
          { key: 'Better is', value: measure.better === 'neither' ? 'Neither more nor less' : measure.better === 'more' ? 'More' : 'Less' },
          measure.split ? { key: 'Split by', value: splitWords[measure.split] } : null,
          measure.noDrill ? { key: 'Not taken apart', value: measure.noDrill } : null,
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${here}/${measure.key}`}>
          See the figures<span class="govuk-visually-hidden"> of {measure.name}</span>
        </a>
      </p>
    </section>
  );
}
