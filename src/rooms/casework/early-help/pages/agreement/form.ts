import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { id, oneOf, optionalOneOf, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { dropDraft } from '../../../../../platform/web/draft.store.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { dateOf, optionalDateOf, withDates } from '../../../typed-date.ts';
import { recordAgreement } from '../../actions/record-agreement.ts';
import { recordNotAgreed } from '../../actions/record-not-agreed.ts';
import { rights } from '../../agreement.ts';
import { sharingAgencies } from '../../early-help.codes.ts';

export const sharingField = (at: number): string => `sharing-${at}`;
const preference = optionalOneOf(['yes', 'ask first', 'no']);
const sharing = Object.fromEntries(sharingAgencies.map((_, at) => [sharingField(at), preference]));

export const agreementShape = withDates(
  ['agreedOn', 'explainedOn', 'copyGivenOn'],
  z.object({
    agreedBy: id('Select who agreed'),
    holds: oneOf(rights, 'Select in what right they agreed'),
    competenceNote: optionalText(2000),
    howGiven: oneOf(['signed', 'spoken'], 'Select how it was given'),
    agreedOn: dateOf({ label: 'Day of the agreement' }),
    scope: requiredText('Write what the family agreed to'),
    familyCommitments: optionalText(),
    serviceCommitments: optionalText(),
    otherHolderView: optionalText(),
    explainedOn: optionalDateOf({ label: 'Day it was explained' }),
    copyGivenOn: optionalDateOf({ label: 'Day of the copy' }),
    ...sharing,
  }),
);
export const notAgreedShape = z.object({ notAgreedReason: requiredText('Write why the family does not want this help') });

/** Takes the agreement. */
export async function takeAgreement(ctx: StaffCtx, data: z.output<typeof agreementShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  const chosen = data as unknown as Record<string, 'yes' | 'ask first' | 'no' | null>;
  const preferences = sharingAgencies.flatMap((agency, at) => {
    const given = chosen[sharingField(at)];
    return given ? [{ agency, preference: given }] : [];
  });
  await recordAgreement(ctx, episodeId, { ...data, sharing: preferences });
  await dropDraft(ctx, 'agreement', episodeId);
  return seeOther(`/early-help/${episodeId}`, 'Agreement recorded.');
}

/** Takes a no. */
export async function takeNotAgreed(ctx: StaffCtx, data: z.output<typeof notAgreedShape>, asked: Asked): Promise<Answer> {
  await recordNotAgreed(ctx, asked.params['id'] ?? '', data.notAgreedReason);
  return seeOther('/families', 'Recorded. Nothing more happens unless help is asked for again.');
}
