import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { conflict, invalid } from '../../../platform/access/refusal.ts';
import { correctedFacts, disagreements, type Correction } from '../correction.ts';
import { append, begin, project } from '../index-model/assertion.store.ts';
import { keepNames, keepSearchKeys, lockPerson } from '../person.store.ts';
import { londonDay } from '../today.ts';

/** Corrects who someone is, as an assertion of theirs that no feed overrides; a former name is kept as a name they had. The search keys and the shield follow in the same transaction.
 *  Throws conflict with both texts when someone else corrected it meanwhile, invalid for an impossible date or no name. */
export async function correctPerson(ctx: StaffCtx, personId: string, typed: Correction): Promise<void> {
  const row = await lockPerson(ctx, personId);
  if (row.version !== typed.version) {
    const by = row.changed_by
      ? await ctx.tx.selectFrom('staff').select('display_name').where('id', '=', row.changed_by).executeTakeFirst()
      : undefined;
    throw conflict(disagreements(row, typed, { name: by?.display_name ?? 'Someone', at: row.changed_at ?? row.created_at }));
  }
  if (!typed.givenName && !typed.familyName && !row.expected_on)
    throw invalid([{ field: 'givenName', message: 'Enter a given name or a family name' }]);
  if (typed.dateOfBirth && typed.dateOfBirth > londonDay(ctx))
    throw invalid([{ field: 'dateOfBirth', message: 'Date of birth must be today or in the past' }]);
  await begin(ctx, personId);
  if (row.given_name !== typed.givenName || row.family_name !== typed.familyName) {
    await keepNames(ctx, personId, 'previous', [{ given: row.given_name, family: row.family_name }], typed.source);
  }
  await ctx.tx
    .updateTable('person')
    .set({
      first_language: typed.firstLanguage,
      interpreter_needed: typed.interpreterNeeded,
      version: row.version + 1,
      changed_at: ctx.now,
      changed_by: ctx.who.staffId,
    })
    .where('id', '=', personId)
    .execute();
  await append(ctx, personId, correctedFacts(row, typed));
  await project(ctx, personId);
  await keepSearchKeys(ctx, personId);
  saw(ctx, personId);
}
