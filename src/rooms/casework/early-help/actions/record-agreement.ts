import { invalid } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { beginClock } from '../../clocks.ts';
import { mustManage } from '../access.ts';
import { agreementFaults } from '../agreement.ts';
import { insertAgreement, type AgreementToWrite } from '../agreement.store.ts';
import { after } from '../episode.ts';
import { lockEpisode, today, writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** Records that the family agreed to early help, and starts the assessment clock (C34, from the agreement). */
export async function recordAgreement(ctx: StaffCtx, episodeId: string, given: AgreementToWrite): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const opened = await openEpisode(ctx, episodeId);
  mustManage(opened.standing);
  const state = after(opened.episode.state, 'agree');
  const person = opened.family.members.find((member) => member.personId === given.agreedBy);
  if (!person) throw invalid([{ field: 'agreedBy', message: 'Select who agreed' }]);
  const faults = agreementFaults(
    {
      ...given,
      personDateOfBirth: person.dateOfBirth,
      personIsChild: opened.children.includes(person),
      hasUnborn: opened.children.some((child) => child.part === 'unborn'),
    },
    today(ctx),
  );
  if (faults.length > 0) throw invalid(faults);
  const id = await insertAgreement(ctx, episodeId, given);
  await writeEpisode(ctx, episodeId, 'agreed', { agreed_on: given.agreedOn }, state, id);
  await beginClock(ctx, 'C34', 'early-help', episodeId, given.agreedOn);
}
