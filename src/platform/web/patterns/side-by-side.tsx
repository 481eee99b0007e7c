/** How two values compare, as the matcher graded them. */
export type Likeness = 'exact' | 'close' | 'different' | 'missing';

export type ComparedRow = {
  field: string;
  left: string | null;
  right: string | null;
  likeness: Likeness;
  /** The reason in words, for example "Sounds alike: Aisha and Ayesha". */
  reason?: string | undefined;
};

export type SideBySideProps = { caption: string; leftHeading: string; rightHeading: string; rows: readonly ComparedRow[] };

const inWords: Readonly<Record<Likeness, string>> = { exact: 'The same', close: 'Close', different: 'Different', missing: 'Not known' };

function Value({ heading, value }: { heading: string; value: string | null }) {
  return (
    <td class="govuk-table__cell" data-heading={heading}>
      {value ?? <span class="gt-muted">Not known</span>}
    </td>
  );
}

function Row({ row, headings }: { row: ComparedRow; headings: readonly [string, string] }) {
  return (
    <tr class={`govuk-table__row gt-compare__row--${row.likeness}`}>
      <th class="govuk-table__header" scope="row">
        {row.field}
      </th>
      <Value heading={headings[0]} value={row.left} />
      <Value heading={headings[1]} value={row.right} />
      <td class="govuk-table__cell" data-heading="Compared">
        <strong class="gt-compare__likeness">{inWords[row.likeness]}</strong>
        {row.reason ? <span class="gt-compare__reason"> {row.reason}</span> : null}
      </td>
    </tr>
  );
}

/** Two records next to each other, every difference marked in words. Nothing is suggested by order or colour. */
export function SideBySide({ caption, leftHeading, rightHeading, rows }: SideBySideProps) {
  return (
    <table class="govuk-table gt-compare gt-stacks">
      <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <td class="govuk-table__cell" />
          {[leftHeading, rightHeading, 'Compared'].map((heading) => (
            <th class="govuk-table__header" scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <Row row={row} headings={[leftHeading, rightHeading]} />
        ))}
      </tbody>
    </table>
  );
}
