import { saw, type Ctx } from '../../platform/access/ctx.ts';
import { identityFrom, type Identity } from './identity.ts';
import { londonDay } from './today.ts';
import { householdOf, personRow } from './person.store.ts';

/** Who a child is, for the identity bar of every page about them; tells the audit they were seen. Throws notFound. */
export async function identityOf(ctx: Ctx, personId: string): Promise<Identity> {
  const person = await personRow(ctx, personId);
  const household = await householdOf(ctx, personId);
  const involved = await ctx.tx
    .selectFrom('involvement as i')
    .leftJoin('staff as s', 's.id', 'i.staff_id')
    .where('i.person_id', '=', personId)
    .where('i.ended_on', 'is', null)
    .select(['i.is_lead', 'i.staff_id', 'i.role', 'i.practitioner_name', 's.display_name'])
    .orderBy('i.started_on')
    .execute();
  const warnings = await ctx.tx
    .selectFrom('warning_note')
    .select(['kind', 'note', 'review_on'])
    .where('person_id', '=', personId)
    .where((no) => no.or([no('ended_on', 'is', null), no('ended_on', '>', londonDay(ctx))]))
    .orderBy('review_on')
    .execute();
  const restriction = person.restricted
    ? await ctx.tx.selectFrom('restriction_allow').select('reason').where('person_id', '=', personId).executeTakeFirst()
    : undefined;
  const families = await ctx.tx
    .selectFrom('family_member')
    .select('family_id')
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .execute();
  const withheld =
    person.shield === 'none' || person.shield_pending
      ? null
      : await ctx.tx
          .selectFrom('person_address')
          .select('id')
          .where('person_id', '=', personId)
          .executeTakeFirst()
          .then((row) => !row);
  saw(ctx, personId);
  return identityFrom({
    person,
    household,
    involved,
    warnings,
    restriction: restriction?.reason ?? null,
    familyIds: families.map((it) => it.family_id),
    withheld: withheld ?? false,
    today: londonDay(ctx),
  });
}
