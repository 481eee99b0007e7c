import { classNames, optionsOf, wordsOf, written } from './wording.ts';
import type { Attributes, Wording, WordingOptions } from './wording.ts';

/** A cell: plain wording, or wording with format ("numeric" aligns right), spans and attributes. */
export type CellOptions = WordingOptions & {
  format?: string | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
};
export type Cell = Wording<CellOptions>;

export type TableProps = {
  caption?: string | undefined;
  /** For example govuk-table__caption--m. */
  captionClasses?: string | undefined;
  head?: readonly Cell[] | undefined;
  rows: readonly (readonly Cell[] | null | undefined | false)[];
  firstCellIsHeader?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

function spans({ colspan, rowspan, attributes }: CellOptions) {
  return { colspan: colspan || undefined, rowspan: rowspan || undefined, ...written(attributes) };
}

function HeadCell({ cell }: { cell: Cell }) {
  const options: CellOptions = optionsOf(cell);
  const names = classNames('govuk-table__header', options.format && `govuk-table__header--${options.format}`, options.classes);
  return (
    <th scope="col" class={names} {...spans(options)}>
      {wordsOf(cell)}
    </th>
  );
}

function BodyCell({ cell, isHeader }: { cell: Cell; isHeader: boolean }) {
  const options: CellOptions = optionsOf(cell);
  if (isHeader) {
    return (
      <th scope="row" class={classNames('govuk-table__header', options.classes)} {...spans(options)}>
        {wordsOf(cell)}
      </th>
    );
  }
  const names = classNames('govuk-table__cell', options.format && `govuk-table__cell--${options.format}`, options.classes);
  return (
    <td class={names} {...spans(options)}>
      {wordsOf(cell)}
    </td>
  );
}

/** Rows and columns, with a caption that says what they show. */
export function Table(props: TableProps) {
  return (
    <table class={classNames('govuk-table', props.classes)} {...written(props.attributes)}>
      {props.caption ? <caption class={classNames('govuk-table__caption', props.captionClasses)}>{props.caption}</caption> : null}
      {props.head ? (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((cell) => (
              <HeadCell cell={cell} />
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody class="govuk-table__body">
        {props.rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) => (
                  <BodyCell cell={cell} isHeader={index === 0 && Boolean(props.firstCellIsHeader)} />
                ))}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}
