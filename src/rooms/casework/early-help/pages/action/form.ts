import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { oneOf, optionalOneOf, optionalText, requiredText, version } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { dateOf, optionalDateOf, withDates } from '../../../typed-date.ts';
import { addAction } from '../../actions/add-action.ts';
import { updateAction } from '../../actions/update-action.ts';

const owner = optionalText(60).pipe(
  z
    .string()
    .regex(/^(staff|person):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'Select who will do this')
    .nullable(),
);
export const newActionShape = withDates(
  ['dueOn'],
  z.object({
    action: requiredText('Write what will be done', 500),
    owner,
    ownerName: optionalText(200),
    dueOn: dateOf({ label: 'Date it is to be done by' }),
  }),
);
export const progressShape = withDates(
  ['dueOn', 'achievedOn'],
  z.object({
    state: oneOf(['open', 'done', 'dropped'], 'Select where it is'),
    rag: optionalOneOf(['G', 'A', 'R']),
    progress: optionalText(2000),
    dueOn: dateOf({ label: 'Date it is to be done by' }),
    achievedOn: optionalDateOf({ label: 'Day it was done' }),
    evidence: optionalText(1000),
    _version: version,
  }),
);

/** Takes a new action; a warning about vague words is said, never a block. */
export async function takeNewAction(ctx: StaffCtx, data: z.output<typeof newActionShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  const [kind, chosen = null] = (data.owner ?? '').split(':');
  const text = {
    action: data.action,
    ownerStaffId: kind === 'staff' ? chosen : null,
    ownerPersonId: kind === 'person' ? chosen : null,
    ownerName: data.ownerName,
    dueOn: data.dueOn,
  };
  const { warning } = await addAction(ctx, episodeId, asked.params['goalId'] ?? '', text);
  return seeOther(`/early-help/${episodeId}/plan`, warning ?? 'Action added.');
}

/** Takes how an action goes. */
export async function takeProgress(ctx: StaffCtx, data: z.output<typeof progressShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  await updateAction(ctx, episodeId, asked.params['actionId'] ?? '', data, data._version);
  return seeOther(`/early-help/${episodeId}/plan`, 'Action saved.');
}
