import type { ComponentChildren } from 'preact';
import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { ageInWords, expectedInWords } from '../../../../platform/time/age.ts';
import { clockTime, fullDate } from '../../../../platform/time/plain-dates.ts';
import { Form } from '../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { londonDay } from '../../today.ts';
import type { Found } from '../../search.store.ts';
import type { Sought } from '../../search/sought.ts';
import { markedWords, whatMatched } from './what-matched.ts';

const sexes = { F: 'Female', M: 'Male', U: 'Not known' } as const;
const strong = (matched: boolean, words: ComponentChildren): ComponentChildren => (matched ? <strong>{words}</strong> : words);
const named = (one: Found): string => [one.preferredName ?? one.givenName, one.familyName].filter(Boolean).join(' ') || 'Unborn baby';

interface RowProps {
  ctx: StaffCtx;
  one: Found;
  sought: Sought;
  /** Names of those found beside them, by id. */
  names: ReadonlyMap<string, string>;
  reason: string;
}

/** Opens who someone is, with the reason already given for the search. */
function OpenButton({ ctx, one, reason }: Pick<RowProps, 'ctx' | 'one' | 'reason'>) {
  return (
    <Form action={`/people/${one.personId}/look`} {...formCarries(ctx)}>
      <input type="hidden" name="reason" value={reason} />
      <button type="submit" class="govuk-button govuk-button--secondary gt-button--small" data-module="govuk-button">
        Open<span class="govuk-visually-hidden"> {named(one)}</span>
      </button>
    </Form>
  );
}

/** A name exactly as written, with the words that were looked for in bold. */
function Marked({ name, sought }: { name: string; sought: Sought }) {
  return <>{markedWords(name, sought).map(({ text, matched }) => (matched ? <strong>{text}</strong> : text))}</>;
}

function restrictedCells({ ctx, one }: RowProps): ComponentChildren[] {
  const urgent = may(ctx, 'break-glass.use') ? (
    <>
      {' '}
      <a class="govuk-link" href={`/people/${one.personId}/emergency`}>
        Emergency access<span class="govuk-visually-hidden"> to {named(one)}</span>
      </a>
    </>
  ) : null;
  return [
    named(one),
    'Restricted record',
    '',
    '',
    <>
      Contact {one.contactInstead}.{urgent}
    </>,
    '',
    '',
  ];
}

/** Twins and brothers or sisters never come without a warning. */
function Warnings({ one, names }: RowProps) {
  const beside = one.siblings.flatMap((id) => names.get(id) ?? []);
  return (
    <>
      {one.twin ? (
        <>
          <br />
          <strong>Has a twin</strong>, or someone of the same date of birth in the family: check the given name.
        </>
      ) : null}
      {beside.length > 0 ? (
        <>
          <br />
          <strong>Same family</strong> as {beside.join(', ')} in this list: check the given name and the date.
        </>
      ) : null}
    </>
  );
}

function cells(props: RowProps): ComponentChildren[] {
  const { ctx, one, sought, reason } = props;
  if (one.contactInstead) return restrictedCells(props);
  const matched = whatMatched(sought, one);
  const today = londonDay(ctx);
  const born = one.dateOfBirth ? (
    <>
      {strong(matched.born, fullDate(one.dateOfBirth))}
      <br />
      {ageInWords(one.dateOfBirth, today)}
    </>
  ) : one.expectedOn ? (
    expectedInWords(one.expectedOn, today)
  ) : (
    'Not known'
  );
  const others = one.otherNames.filter((name) => name !== named(one));
  return [
    // The first cell of a row is its heading, and bold: here bold says what matched.
    <span class="govuk-!-font-weight-regular">
      <Marked name={named(one)} sought={sought} />
      {others.length > 0 ? (
        <>
          <br />
          also{' '}
          {others.map((name, at) => (
            <>
              {at > 0 ? '; ' : null}
              <Marked name={name} sought={sought} />
            </>
          ))}
        </>
      ) : null}
    </span>,
    born,
    sexes[one.sex],
    strong(matched.area, one.area),
    <>
      {matched.words}
      <Warnings {...props} />
    </>,
    `${one.involvementCount}`,
    <OpenButton ctx={ctx} one={one} reason={reason} />,
  ];
}

/** The people found, with what agreed in bold and in words; or, when there are none, what that does and does not mean. */
const nobody =
  'Nobody in the index that you may see matches what you entered. That does not mean the child is unknown to every agency: ' +
  'some agencies send no facts here, and some records are open to few.';

interface ResultsProps {
  ctx: StaffCtx;
  found: readonly Found[];
  sought: Sought;
  reason: string;
}

export function Results({ ctx, found, sought, reason }: ResultsProps) {
  const names = new Map(found.map((one) => [one.personId, named(one)]));
  const columns = ['Name', 'Born', 'Sex', 'Area', 'What matched', 'Services involved', 'Open'].map((heading) => ({
    heading,
    numeric: heading === 'Services involved',
  }));
  if (found.length === 0) {
    return (
      <EmptyList
        why={nobody}
        whatToDo={
          <>
            Check the spelling and the date with whoever told you, try a postcode, or{' '}
            <a class="govuk-link" href="/concern">
              raise a concern
            </a>
            : the front door looks again.
          </>
        }
      />
    );
  }
  return (
    <>
      <ListSummary
        count={found.length}
        noun={['person', 'people']}
        filter={found.length === 20 ? 'the 20 most alike; add a date of birth or an area to narrow it' : 'alike in what you entered'}
        sort="most alike first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      <SortableTable
        caption="People found"
        captionHidden
        columns={columns}
        path="/people/find"
        rows={found.map((one) => ({ cells: cells({ ctx, one, sought, names, reason }) }))}
      />
    </>
  );
}
