import type { Ctx } from '../../../../platform/access/ctx.ts';
import { Table } from '../../../../platform/web/govuk/table.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { KeyboardHelp } from '../../../../platform/web/patterns/keyboard-help.tsx';
import { SmallNumber } from '../../../../platform/web/patterns/small-number.tsx';
import type { Answer } from '../../../../platform/web/route.ts';
import { openView } from '../open-view.tsx';

/** Help: keys, how to read clocks, levels and small numbers, and whom to ask. */
export async function helpPage(ctx: Ctx): Promise<Answer> {
  return openView(
    ctx,
    'Help',
    <>
      <h1 class="govuk-heading-l">Help</h1>
      <KeyboardHelp />
      <Clocks />
      <Levels />
      <h2 class="govuk-heading-m" id="numbers">
        Numbers that are not shown
      </h2>
      <p class="govuk-body">
        A count of one to five could point at a family, so it is shown as “<SmallNumber count="small" />
        ”. Another count beside it may then be “<SmallNumber count="protects another" />
        ”, because the small one could be worked out from it.
      </p>
      <h2 class="govuk-heading-m" id="saving">
        Saving
      </h2>
      <p class="govuk-body">
        Long forms save as you type and say when: “Saved 14:02, only you can see this until you submit”. Signing out loses nothing. If
        someone else saved first, you see both texts and choose.
      </p>
      <h2 class="govuk-heading-m" id="found">
        “Page not found”
      </h2>
      <p class="govuk-body">
        There is nothing at that address, or it is not open to you. The two look the same on purpose: an address must not tell whether a
        child has a record.
      </p>
      <h2 class="govuk-heading-m" id="ask">
        Whom to ask
      </h2>
      <p class="govuk-body">
        About your work: your manager. About what you may see: the privacy officer (DPO). About signing in: your administrator.
      </p>
    </>,
  );
}

function Clocks() {
  const states = [
    ['running', 'due in 3 working days, 27 Nov (working day 7 of 10)', 'Time is left.'],
    ['warning', 'due tomorrow, 25 Nov (working day 9 of 10)', 'Most of the time is used.'],
    ['due today', 'due today, 24 Nov (working day 10 of 10)', 'It can still be met today.'],
    ['overdue', 'overdue by 1 working day, was due 23 Nov', 'The limit has passed. It stays on the list until it is done.'],
    ['met', 'met on 20 Nov, was due 23 Nov', 'Done in time.'],
    ['met late', 'met late on 24 Nov, was due 23 Nov', 'Done, after the limit.'],
  ] as const;
  return (
    <>
      <h2 class="govuk-heading-m" id="clocks">
        How to read a clock
      </h2>
      <p class="govuk-body">
        A clock says by when something must be done, and how much of the time is used. Press it for its limit and where the limit comes
        from: law, guidance, or a local rule. The day it starts is day 0; working days are Monday to Friday without England’s bank holidays.
        A due date moves only when someone extends it and says why.
      </p>
      <Table
        caption="What a clock can say"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Clock', 'What it means']}
        rows={states.map(([state, words, means]) => [<ClockTag state={state} words={words} />, means])}
      />
    </>
  );
}

function Levels() {
  const levels = [
    ['Level 1', 'Needs that family, school and health meet as they do for every child.'],
    ['Level 2', 'Some extra needs: early help from one or two services, with the family’s agreement.'],
    ['Level 3', 'Several or complex needs: a lead professional and a team around the family, or help for a child in need.'],
    ['Level 4', 'Serious or lasting harm is likely or happening: social care, at once where a child is not safe.'],
  ];
  return (
    <>
      <h2 class="govuk-heading-m" id="levels">
        Levels of need
      </h2>
      <p class="govuk-body">A person decides the level, for one child at a time, and writes down why. Goldthread suggests none.</p>
      <Table
        caption="Levels of need"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Level', 'What it means']}
        rows={levels}
      />
    </>
  );
}
