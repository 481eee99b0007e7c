import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Table } from '../../../../../platform/web/govuk/table.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['n', 'On the queue: take the next contact of the lane shown'],
  ['1 2 3 4', 'On the queue: all open, waiting, held by you, decided'],
  ['g', 'On the queue: group by the next way (family, address, incident, not at all)'],
  ['r', 'Show what changed since the page was read'],
  ['h', 'On a contact: take it, or let it go'],
  ['c', 'On a contact: ask a discipline for its view'],
  ['q', 'Back to the queue'],
  ['?', 'Open this page'],
];

/** The keys of the front door, and what they do. */
export async function keysPage(ctx: StaffCtx): Promise<Answer> {
  return staffView(
    ctx,
    { title: 'Keys of the front door', breadcrumbs: [{ href: '/front-door', label: 'Front door' }, { label: 'Keys' }] },
    <>
      <h1 class="govuk-heading-l">Keys of the front door</h1>
      <p class="govuk-body">One key does it, unless you are typing. Everything can also be reached with the Tab key and by mouse.</p>
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
        .
      </p>
      <h2 class="govuk-heading-m">What changes while you read</h2>
      <p class="govuk-body">
        A page never changes under your hands. When colleagues change something on it, a line says how many contacts changed, and you show
        them when you want to. What you are typing stays. Without scripts the same line is a link at the top of the queue.
      </p>
    </>,
  );
}
