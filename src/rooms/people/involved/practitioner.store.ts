import type { Ctx } from '../../../platform/access/ctx.ts';
import { londonDay } from '../today.ts';

/** A practitioner in the directory: where they work, how to reach them, who covers. */
export interface Practitioner {
  id: string;
  name: string;
  jobTitle: string;
  phone: string | null;
  email: string | null;
  agency: string;
  team: string | null;
  teamPhone: string | null;
  awayUntil: string | null;
  cover: string | null;
  coverPhone: string | null;
}

/** Agencies whose people work here. */
export const liveAgencies = (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  ctx.tx.selectFrom('agency').select(['id', 'name']).where('suspended_at', 'is', null).orderBy('name').execute();

/** How many the directory shows at once. */
export const directoryPage = 50;

/** Practitioners who work here today, by a part of their name, team or agency; names and work telephones only. */
export async function practitioners(ctx: Ctx, text: string): Promise<Practitioner[]> {
  const today = londonDay(ctx);
  const like = `%${text.replaceAll(/[%_\\]/g, '')}%`;
  return ctx.tx
    .selectFrom('staff as s')
    .innerJoin('membership as m', 'm.staff_id', 's.id')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .leftJoin('team as t', 't.id', 'm.team_id')
    .leftJoin('staff as c', 'c.id', 's.cover_staff_id')
    .where((it) => it.or([it('s.left_on', 'is', null), it('s.left_on', '>=', today)]))
    .where('m.valid_from', '<=', today)
    .where((it) => it.or([it('m.valid_to', 'is', null), it('m.valid_to', '>=', today)]))
    .where((it) =>
      it.or([
        it('s.display_name', 'ilike', like),
        it('a.name', 'ilike', like),
        it('t.name', 'ilike', like),
        it('s.job_title', 'ilike', like),
      ]),
    )
    .select([
      's.id',
      's.display_name as name',
      's.job_title as jobTitle',
      's.phone',
      's.email',
      'a.name as agency',
      't.name as team',
      't.phone as teamPhone',
      's.away_until as awayUntil',
      'c.display_name as cover',
      'c.phone as coverPhone',
    ])
    .distinct()
    .orderBy('s.display_name')
    .limit(directoryPage)
    .execute();
}

/** Staff by name, for lists to choose from; everyone who works here today. */
export async function staffToChoose(ctx: Ctx): Promise<{ value: string; text: string }[]> {
  const rows = await ctx.tx
    .selectFrom('staff')
    .select(['id', 'display_name', 'job_title'])
    .where((it) => it.or([it('left_on', 'is', null), it('left_on', '>=', londonDay(ctx))]))
    .orderBy('display_name')
    .limit(2000)
    .execute();
  return rows.map((row) => ({ value: row.id, text: `${row.display_name}, ${row.job_title}` }));
}

/** Teams a practitioner may be said to belong to. */
export async function teamsToChoose(ctx: Ctx): Promise<{ value: string; text: string }[]> {
  const rows = await ctx.tx
    .selectFrom('team as t')
    .innerJoin('agency as a', 'a.id', 't.agency_id')
    .select(['t.id', 't.name', 'a.name as agency'])
    .orderBy('t.name')
    .limit(500)
    .execute();
  return rows.map((row) => ({ value: row.id, text: `${row.name} (${row.agency})` }));
}
