import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Table } from '../../../../../platform/web/govuk/table.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { frame, toList } from '../frame.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['n', 'On the list: go through the next one'],
  ['m', 'On the list: begin the meeting, or close it'],
  ['j and k', 'The one after, the one before'],
  ['r, a, g, b', 'Red, amber, green, blue'],
  ['1, 2, 3', 'To the queue, advice, information to the school'],
  ['w', 'Write why, in a line; Enter keeps it and goes to the next'],
  ['s', 'Keep it and go to the next'],
  ['o', 'Open the contact'],
  ['t', 'Tell a school or somebody else'],
  ['?', 'Open this page'],
];

/** The keys of the day's list, and what its colours and ways mean. */
export async function helpPage(ctx: StaffCtx): Promise<Answer> {
  return frame(
    ctx,
    { title: 'Keys of the day’s list', trail: [toList, { label: 'Keys' }], wide: false },
    <>
      <h1 class="govuk-heading-l">Keys of the day’s list</h1>
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
      <h2 class="govuk-heading-m">What the list decides, and what it does not</h2>
      <p class="govuk-body">
        The list says how urgent an incident is and where it goes next. It decides for no child: each child’s decision is made on the
        contact, by a front door manager, and never copied to a brother or sister. A suggested colour is only a reason to look; it counts
        when you say so.
      </p>
      <p class="govuk-body">
        Repeats are counted by the home: other police references at the same address in the 12 months before. Two notifications of one
        evening are joined only by you.
      </p>
    </>,
  );
}
