import type { ComponentChildren } from 'preact';

export type Column = {
  /** The word in `?sort=`; left out for a column that cannot be sorted by. */
  key?: string | undefined;
  heading: string;
  numeric?: boolean | undefined;
};

export type Sort = { key: string; direction: 'ascending' | 'descending' };

export type SortableTableProps = {
  id?: string | undefined;
  /** Says what the rows are. Read first by those who cannot see the table. */
  caption: string;
  captionHidden?: boolean | undefined;
  columns: readonly Column[];
  /** Cells in the order of the columns; the first is the row's heading. */
  rows: readonly { cells: readonly ComponentChildren[]; id?: string; current?: boolean }[];
  sort?: Sort | undefined;
  /** The page's path and the rest of its query, so that sorting keeps the filter: "/contacts" and { status: 'open' }. */
  path: string;
  query?: Readonly<Record<string, string | readonly string[] | undefined>> | undefined;
};

/** The address of the same list in another order: pressing the column in use turns it round. */
export function sortHref(props: Pick<SortableTableProps, 'path' | 'query' | 'sort'>, key: string): string {
  const turn = props.sort?.key === key && props.sort.direction === 'ascending';
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(props.query ?? {})) {
    if (name === 'sort' || name === 'page' || value === undefined) continue;
    for (const each of [value].flat()) search.append(name, String(each));
  }
  search.set('sort', turn ? `-${key}` : key);
  return `${props.path}?${search}`;
}

/** Reads `?sort=`: "age" ascending, "-age" descending; the fallback when it names no column that can be sorted by. */
export function sortFrom(query: unknown, columns: readonly Column[], fallback: Sort): Sort {
  const text = typeof query === 'string' ? query : '';
  const key = text.replace(/^-/, '');
  if (!columns.some((column) => column.key !== undefined && column.key === key)) return fallback;
  return { key, direction: text.startsWith('-') ? 'descending' : 'ascending' };
}

function Heading({ column, props }: { column: Column; props: SortableTableProps }) {
  const names = `govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`;
  if (!column.key)
    return (
      <th scope="col" class={names}>
        {column.heading}
      </th>
    );
  const direction = props.sort?.key === column.key ? props.sort.direction : 'none';
  return (
    <th scope="col" class={names} aria-sort={direction}>
      <a class="gt-sort" href={sortHref(props, column.key)}>
        {column.heading}
        <span class={`gt-sort__mark gt-sort__mark--${direction}`} aria-hidden="true" />
      </a>
    </th>
  );
}

function Row({ row, columns }: { row: SortableTableProps['rows'][number]; columns: readonly Column[] }) {
  return (
    <tr class={row.current ? 'govuk-table__row gt-row--current' : 'govuk-table__row'} id={row.id}>
      {row.cells.map((cell, index) => {
        const column = columns[index];
        if (index === 0)
          return (
            <th scope="row" class="govuk-table__header">
              {cell}
            </th>
          );
        const names = `govuk-table__cell${column?.numeric ? ' govuk-table__cell--numeric' : ''}`;
        return (
          <td class={names} data-heading={column?.heading}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

/** A table whose headings are links that sort on the server. Folds into cards on a narrow screen. */
export function SortableTable(props: SortableTableProps) {
  const caption = props.captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s';
  return (
    <table class="govuk-table gt-stacks" id={props.id}>
      <caption class={caption}>{props.caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.columns.map((column) => (
            <Heading column={column} props={props} />
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {props.rows.map((row) => (
          <Row row={row} columns={props.columns} />
        ))}
      </tbody>
    </table>
  );
}
