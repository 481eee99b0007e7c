import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { id, oneOf, optionalId, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { optionalDateOf, withDates } from '../../../typed-date.ts';
import { changeBackup } from '../../actions/change-backup.ts';
import { offerLead } from '../../actions/offer-lead.ts';
import { takeBackLeadOffer } from '../../actions/take-back-lead-offer.ts';
import { choosers } from '../../lead.ts';

export const offerShape = withDates(
  ['handoverOn'],
  z.object({
    staffId: id('Select who to ask'),
    chosenBy: oneOf(choosers, 'Select who chose'),
    note: requiredText('Write what they are told', 2000),
    backupStaffId: optionalId(),
    handoverOn: optionalDateOf({ label: 'Day of the hand-over meeting' }),
    handoverNote: optionalText(2000),
  }),
);
export const backupShape = z.object({ backupStaffId: optionalId() });
const at = (asked: Asked): string => `/early-help/${asked.params['id'] ?? ''}/lead`;

export async function takeOffer(ctx: StaffCtx, data: z.output<typeof offerShape>, asked: Asked): Promise<Answer> {
  await offerLead(ctx, asked.params['id'] ?? '', data);
  return seeOther(at(asked), 'Asked. They are lead professional once they accept.');
}
export async function takeBackup(ctx: StaffCtx, data: z.output<typeof backupShape>, asked: Asked): Promise<Answer> {
  await changeBackup(ctx, asked.params['id'] ?? '', data.backupStaffId);
  return seeOther(at(asked), 'Backup saved.');
}
export async function takeBack(ctx: StaffCtx, _data: unknown, asked: Asked): Promise<Answer> {
  await takeBackLeadOffer(ctx, asked.params['id'] ?? '', asked.params['offerId'] ?? '');
  return seeOther(at(asked), 'Offer taken back.');
}
