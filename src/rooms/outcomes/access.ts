import { may, type StaffCtx } from '../../platform/access/ctx.ts';

/** All staff read the pathway (outcomes.view). Commissioners and the director change it (outcomes.manage), and only they by row-level security. */
export const mayManage = (ctx: StaffCtx): boolean => may(ctx, 'outcomes.manage');
