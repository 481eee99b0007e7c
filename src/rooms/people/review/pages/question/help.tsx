import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Table } from '../../../../../platform/web/govuk/table.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['n', 'On the queue: take the next question'],
  ['1 or s', 'Same person'],
  ['2 or n', 'Not the same person'],
  ['3 or u', 'Not sure'],
  ['Enter', 'Record the chosen answer and take the next question'],
  ['z', 'Take your last answer back'],
  ['?', 'Open this page'],
];

/** How to read the evidence, and the keys of the desk. */
export async function reviewHelpPage(ctx: StaffCtx): Promise<Answer> {
  return staffView(
    ctx,
    {
      title: 'How to read the evidence',
      breadcrumbs: [{ href: '/index/review', label: 'Review desk' }, { label: 'How to read the evidence' }],
    },
    <>
      <h1 class="govuk-heading-l">How to read the evidence</h1>
      <h2 class="govuk-heading-m">Three explanations, not two</h2>
      <p class="govuk-body">
        Two records that look alike may be one person, two people of one family, or two strangers. Each factor is weighed twice. The filled
        bar compares “one person” with “two strangers”; the outlined bar with “two people of one family”. What a household shares (home,
        family name, telephone) fills the first bar and leaves the second empty: it cannot tell a child from their twin.
      </p>
      <h2 class="govuk-heading-m">Twins, brothers and sisters</h2>
      <p class="govuk-body">
        Where someone in the household was born the same day, only the given name, the sex and the numbers count. “Mohammed”, “Baby” or an
        initial is not a given name that tells two children apart: answer “not sure” and ask the agency.
      </p>
      <h2 class="govuk-heading-m">What weighs little</h2>
      <p class="govuk-body">
        Families move: about half of true pairs have another postcode. 1 January often stands for “only the year is known”. A common name in
        one community may be rare in another; the chart has taken that into account, your memory may not.
      </p>
      <h2 class="govuk-heading-m">When two have to agree</h2>
      <p class="govuk-body">
        For twins and anyone shielded a second reader answers without seeing the first. If they disagree, whoever leads the desk decides.
        Nobody reads the same question twice.
      </p>
      <h2 class="govuk-heading-m" id="keys">
        Keys
      </h2>
      <Table
        caption="Keys and what they do"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Key', 'What it does']}
        rows={keys.map(([key, does]) => [<kbd>{key}</kbd>, does])}
      />
      <p class="govuk-body">
        Single keys can be turned off under{' '}
        <a class="govuk-link" href="/help#keyboard">
          Help
        </a>
        . Everything works without them.
      </p>
    </>,
  );
}
