import { invalid } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustManage } from '../access.ts';
import { mustBeOpen } from '../episode.ts';
import { noteChange } from '../episode.store.ts';
import { practitioner, setBackup } from '../lead.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** Names who stands in for the lead professional, or nobody. */
export async function changeBackup(ctx: StaffCtx, episodeId: string, backupStaffId: string | null): Promise<void> {
  const { episode, standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  mustBeOpen(episode.state);
  if (!episode.lead_staff_id) throw invalid([{ field: 'backupStaffId', message: 'There is no lead professional yet to stand in for' }]);
  if (episode.lead_staff_id === backupStaffId) throw invalid([{ field: 'backupStaffId', message: 'The backup must be someone else' }]);
  if (backupStaffId && !(await practitioner(ctx, backupStaffId)))
    throw invalid([{ field: 'backupStaffId', message: 'Select who stands in' }]);
  await setBackup(ctx, episodeId, backupStaffId);
  await noteChange(ctx, episodeId, 'lead-backup');
}
