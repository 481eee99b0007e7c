import type { ComponentChildren } from 'preact';

export type GroupedColumn = {
  heading: string;
  numeric?: boolean | undefined;
  /** For the eye alone: left out on a narrow screen. */ wideOnly?: boolean | undefined;
};

export type GroupedTableProps = {
  /** Says what the rows are. Read first by those who cannot see the table. */
  caption: string;
  columns: readonly GroupedColumn[];
  /** Rows under a heading of their own; cells in the order of the columns, the first the row's heading. */
  groups: readonly { heading: string; rows: readonly (readonly ComponentChildren[])[] }[];
};

const names = (kind: 'header' | 'cell', { numeric, wideOnly }: GroupedColumn): string =>
  [`govuk-table__${kind}`, numeric && `govuk-table__${kind}--numeric`, wideOnly && 'gt-wide-only'].filter(Boolean).join(' ');

/** One table whose rows stand in groups, so that columns line up from group to group. Folds into cards on a narrow screen. */
export function GroupedTable({ caption, columns, groups }: GroupedTableProps) {
  return (
    <table class="govuk-table gt-stacks gt-grouped">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map((column) => (
            <th scope="col" class={names('header', column)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody class="govuk-table__body">
          <tr class="govuk-table__row gt-group__row">
            <th scope="rowgroup" colSpan={columns.length} class="gt-group__heading">
              {group.heading}
            </th>
          </tr>
          {group.rows.map((row) => (
            <Row row={row} columns={columns} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, columns }: { row: readonly ComponentChildren[]; columns: readonly GroupedColumn[] }) {
  return (
    <tr class="govuk-table__row">
      {row.map((cell, at) => {
        const column = columns[at] ?? { heading: '' };
        if (at === 0)
          return (
            <th scope="row" class="govuk-table__header">
              {cell}
            </th>
          );
        return (
          <td class={names('cell', column)} data-heading={column.heading}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}
