import type { Ctx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { NamedPerson } from '../concern.ts';

/** A contact's state and reference, or nothing when it is not to be seen. */
export async function contactStanding(ctx: Ctx, id: string): Promise<{ id: string; state: string; reference: string } | null> {
  return (await ctx.tx.selectFrom('contact').select(['id', 'state', 'reference']).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The name of a police force. */
export async function forceName(ctx: Ctx, agencyId: string): Promise<string> {
  return found(await ctx.tx.selectFrom('agency').select('name').where('id', '=', agencyId).executeTakeFirst()).name;
}

/** Ids of everyone a contact names, in order. */
export async function namedIdsOf(ctx: Ctx, contactId: string): Promise<string[]> {
  const rows = await ctx.tx.selectFrom('contact_person').select('id').where('contact_id', '=', contactId).orderBy('position').execute();
  return rows.map((row) => row.id);
}

/** Adds someone an update names for the first time; gives their id. */
export async function addNamed(ctx: Ctx, contactId: string, person: NamedPerson): Promise<string> {
  const last = await ctx.tx
    .selectFrom('contact_person')
    .select((of) => of.fn.max('position').as('position'))
    .where('contact_id', '=', contactId)
    .executeTakeFirst();
  const row = await ctx.tx
    .insertInto('contact_person')
    .values({
      contact_id: contactId,
      position: (last?.position ?? 0) + 1,
      part: person.part,
      given_name: person.givenName,
      family_name: person.familyName,
      description: person.description,
      date_of_birth: person.dateOfBirth,
      age_in_words: person.ageInWords,
      sex: person.sex,
      school: person.school,
      line1: person.line1,
      town: person.town,
      postcode: person.postcode,
      phone: person.phone,
      relationship: person.relationship,
      holds_responsibility: person.holdsResponsibility,
      lives_here: person.livesHere,
      interpreter: person.interpreter,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
