import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { Table } from '../../../../../platform/web/govuk/table.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { itemKinds, kindWords, reaches, reachWords } from '../../return.ts';

const keys: readonly (readonly [string, string])[] = [
  ['n', 'On the list: open the request that runs out next'],
  ['k', 'On a request: tell the hub that you have it'],
  ['a', 'On a request: answer the questions'],
  ['0', 'On a request: we know nothing of them. On the answer: nothing known to all the rest'],
  ['d', 'On a request: we do not share this'],
  ['s', 'On the answer: read it through'],
  ['r', 'On the read-through: release it to the hub'],
  ['?', 'Open this page'],
];

/** How a return is used and who sees it, and the keys. */
export async function helpPage(ctx: StaffCtx): Promise<Answer> {
  return staffView(
    ctx,
    { title: 'How a return is used', breadcrumbs: [{ href: '/asked-of-us', label: 'Asked of us' }, { label: 'How a return is used' }] },
    <>
      <h1 class="govuk-heading-l">How a return is used</h1>
      <p class="govuk-body">
        What you write is yours. While you type, only you see it. Read through, your agency sees it. Released, the hub sees it, and it does
        not change any more: a correction is a further return with a reason, and whoever was given the earlier words is told.
      </p>
      <p class="govuk-body">
        Silence is never an answer. “Nothing known” is one, and so is a no with its reason. A question you leave open is shown to the hub as
        not answered.
      </p>
      <h2 class="govuk-heading-m">Fact, opinion, allegation</h2>
      <ul class="govuk-list govuk-list--bullet">
        {itemKinds.map((kind) => (
          <li>{kindWords[kind]}</li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Who may have an item</h2>
      <ul class="govuk-list govuk-list--bullet">
        {reaches.map((reach) => (
          <li>{reachWords[reach]}</li>
        ))}
      </ul>
      <p class="govuk-body">Outside the hub, what may not go is named only as “additional information considered (held by your agency)”.</p>
      <h2 class="govuk-heading-m">Keys</h2>
      <Table
        caption="Keys and what they do"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Key', 'What it does']}
        rows={keys.map(([key, does]) => [<kbd>{key}</kbd>, does])}
      />
    </>,
  );
}
