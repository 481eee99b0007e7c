import type { Ctx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import type { Typed } from '../../../../platform/web/route.ts';
import { raiseConcern, type Raised } from '../../actions/raise-concern.ts';
import { askErrors, reachErrors, safeContactOf, selfConcern } from '../self.ts';

/** Takes a request for help from a family or a young person, with how it is safe to reach them; refuses what is missing, every message at once. */
export async function askForHelp(ctx: Ctx, typed: Typed): Promise<Raised> {
  if (ctx.who.kind === 'staff') throw refused('Sign out to ask for your own family. For someone who called, write down the call.');
  const errors = [...reachErrors(typed), ...askErrors(typed)];
  if (errors.length > 0) throw invalid(errors);
  const safe = safeContactOf(typed);
  const raised = await raiseConcern(ctx, selfConcern(typed), 'SELF', null, { reachedOtherwise: true });
  await ctx.tx
    .insertInto('safe_contact')
    .values({
      contact_id: raised.id,
      who: safe.who,
      how: safe.how,
      reach: safe.reach,
      good_times: safe.goodTimes,
      never: safe.never,
      may_leave_message: safe.mayLeaveMessage,
      may_say_who: safe.maySayWho,
    })
    .execute();
  return raised;
}
