/** Anything that runs one SQL text and gives its rows. */
export type Query = (text: string) => Promise<readonly unknown[]>;

export type DictionaryColumn = {
  readonly name: string;
  /** PostgreSQL's own words, such as `timestamp with time zone`. */
  readonly type: string;
  readonly required: boolean;
  /** The default as an expression; null where there is none. */
  readonly default: string | null;
  readonly filled: 'by-hand' | 'by-default' | 'identity' | 'computed';
  /** What it means, from `comment on column`; empty where nobody said. */
  readonly comment: string;
};

export type DictionaryTable = {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly comment: string;
  readonly columns: readonly DictionaryColumn[];
};

const dictionary = `
select n.nspname as schema, c.relname as name,
       case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
       coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
       json_agg(json_build_object(
         'name', a.attname,
         'type', format_type(a.atttypid, a.atttypmod),
         'required', a.attnotnull,
         'default', pg_get_expr(d.adbin, d.adrelid),
         'filled', case when a.attidentity <> '' then 'identity' when a.attgenerated <> '' then 'computed'
                        when d.adbin is not null then 'by-default' else 'by-hand' end,
         'comment', coalesce(col_description(c.oid, a.attnum), '')
       ) order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
 where c.relkind in ('r', 'p', 'v', 'm')
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
 group by c.oid, n.nspname, c.relname, c.relkind
 order by n.nspname collate "C", c.relname collate "C"`;

/**
 * Every table and view of the database with its columns and what they mean, read from the catalogue the application
 * is running on. Any login may read it: it holds names and comments, no one's data.
 */
export async function dataDictionary(query: Query): Promise<readonly DictionaryTable[]> {
  return (await query(dictionary)) as readonly DictionaryTable[];
}
