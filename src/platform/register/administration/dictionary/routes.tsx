import { sql } from 'kysely';
import type { StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';
import { dataDictionary, type DictionaryTable } from '../../../db/data-dictionary.ts';
import { clockTime } from '../../../time/plain-dates.ts';
import { ListSummary } from '../../../web/patterns/list-summary.tsx';
import { NarrowList } from '../../../web/patterns/narrow-list.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import { page, type Answer, type Asked, type Route } from '../../../web/route.ts';
import { frame } from '../frame.tsx';

const path = '/administration/dictionary';

const tables = async (ctx: StaffCtx): Promise<readonly DictionaryTable[]> =>
  (await dataDictionary(async (text) => (await sql.raw<Record<string, unknown>>(text).execute(ctx.tx)).rows)).filter(
    (table) => table.schema === 'public',
  );

/** Every table and what it holds, from the comments in the database itself. */
async function dictionary(ctx: StaffCtx): Promise<Answer> {
  const all = await tables(ctx);
  return frame(
    ctx,
    { title: 'Data dictionary', wide: true },
    <>
      <p class="govuk-body">What the database holds, in its own words: read from the running database, so it is never out of date.</p>
      <ListSummary count={all.length} noun={['table', 'tables and views']} sort="by name" asOf={clockTime(ctx.now)} />
      <NarrowList list="dictionary" label="Narrow this list" />
      <SortableTable
        id="dictionary"
        caption="Tables and views"
        captionHidden
        path={path}
        columns={['Name', 'Holds', 'Columns'].map((heading) => ({ heading }))}
        rows={all.map((table) => ({
          cells: [
            <a class="govuk-link" href={`${path}/${table.name}`}>
              {table.name}
            </a>,
            table.comment,
            table.columns.length,
          ],
        }))}
      />
    </>,
  );
}

async function dictionaryTable(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const table = found((await tables(ctx)).find((one) => one.name === asked.params['name']));
  return frame(
    ctx,
    { title: table.name, trail: [{ href: path, label: 'Data dictionary' }], wide: true },
    <>
      <p class="govuk-body">{table.comment}</p>
      <SortableTable
        caption={`Columns of ${table.name}`}
        path={path}
        columns={['Column', 'Means', 'Kind', 'Required'].map((heading) => ({ heading }))}
        rows={table.columns.map((column) => ({
          cells: [column.name, column.comment, column.type, column.required ? 'Yes' : 'No'],
        }))}
      />
    </>,
  );
}

export const dictionaryRoutes: readonly Route[] = [
  page(path, 'admin.dictionary', 'administration.dictionary.view', dictionary),
  page(`${path}/:name`, 'admin.dictionary', 'administration.dictionary-table.view', dictionaryTable),
];
