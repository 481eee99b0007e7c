/** A decision to share, share in part or withhold (S-010, domain 2.4). Pure: what is needed, what contradicts itself, how it reads. Refusals are
 *  records too. Agreement is asked after and never decides (DfE 2024, golden rule 3). */
import type { FieldError } from '../../../platform/access/refusal.ts';
import type {
  Agreement,
  Article6,
  Article9,
  Confidence,
  Detriment,
  DpaCondition,
  FunctionCode,
  Ground,
  ItemKind,
  Method,
  Opening,
  Statute,
  Telling,
  Verdict,
} from './share.codes.ts';
import { listedAgencyTypes } from './share.codes.ts';

/** One piece of information. `thingId` says that it is the same one as in an earlier share; `given` false keeps it back in a part share. */
export interface ItemToShare {
  kind: ItemKind;
  words: string;
  saidBy: string;
  thirdParty?: boolean;
  given?: boolean;
  thingId?: string | null;
}

/** Someone in Goldthread, or a body outside it. */
export type Recipient =
  | { agencyId: string; teamId?: string | null; staffId?: string | null; person?: string | null }
  | { body: string; person?: string | null; email?: string | null; phone?: string | null };

export interface LawfulBasis {
  article6: Article6;
  article9: Article9;
  dpaCondition: DpaCondition;
  statute: Statute;
  statuteNote?: string | null;
  confidence: Confidence;
}

/** A decision as its decider makes it. `named` is who the child is in the words given to the recipient. */
export interface ShareToDecide {
  personId: string;
  named?: string | null;
  to: Recipient;
  purpose: string;
  serves: FunctionCode;
  basis: LawfulBasis;
  detriment: { answer: Detriment; because: string };
  family: { told: Telling; whom?: string | null; notBecause?: string | null };
  agreement: { answer: Agreement; because: string };
  decision: Verdict;
  reason: string;
  ground?: Ground | null;
  method?: Method | null;
  securityCheck?: string | null;
  items: readonly ItemToShare[];
  /** Who may read this record; without it, those in social care and the front door. */
  openTo?: Opening;
  /** When it was decided, if earlier than now. */
  decidedAt?: Date;
  /** For a job: whose decision it is. Otherwise the person signed in. */
  decidedBy?: { staffId: string; agencyId: string | null };
  origin?: { kind: string; id: string } | null;
  replacesId?: string | null;
}

/** What is relied on most often between safeguarding partners. A starting point for the decider, who answers for it. */
export const usualBasis: LawfulBasis = {
  article6: '6-1-E',
  article9: '9-2-G',
  dpaCondition: 'S1-18',
  statute: 'CA2004-S11',
  confidence: 'public interest',
};

/** Whether section 16LA bound both sides on a day: it was in force, and giver and recipient are agencies it lists. */
export function dutyBinds(facts: { inForceFrom: string | null; on: string; fromType: string | null; toType: string | null }): boolean {
  const { inForceFrom, on, fromType, toType } = facts;
  if (inForceFrom === null || on < inForceFrom) return false;
  return fromType !== null && toType !== null && listedAgencyTypes.has(fromType) && listedAgencyTypes.has(toType);
}

/** Everything that is missing or contradicts itself, field by field. `dutyInForce` as `dutyBinds` answers. */
export function shareErrors(share: ShareToDecide, dutyInForce: boolean): FieldError[] {
  return [...itemErrors(share), ...groundErrors(share, dutyInForce), ...basisErrors(share, dutyInForce), ...peopleErrors(share)];
}

/** Whether the recipient is given an item: all of a share, none of a refusal, the chosen ones of a part share. */
export const isGiven = (item: ItemToShare, decision: Verdict): boolean =>
  decision === 'SHARE' || (decision === 'PARTIAL' && item.given !== false);

function itemErrors(share: ShareToDecide): FieldError[] {
  const { items, decision } = share;
  const given = items.filter((item) => isGiven(item, decision)).length;
  if (items.length === 0) return [{ field: 'words1', message: 'Write at least one piece of information the decision is about' }];
  if (decision === 'PARTIAL' && (given === 0 || given === items.length))
    return [{ field: 'marks1', message: 'Sharing part means that at least one piece is given and at least one is kept back' }];
  if (decision === 'WITHHOLD') return [];
  return [
    ...(share.method ? [] : [{ field: 'method', message: 'Select how it is given' }]),
    ...(share.securityCheck ? [] : [{ field: 'securityCheck', message: 'Say how you made sure it reaches the right person' }]),
  ];
}

function groundErrors({ decision, ground, detriment }: ShareToDecide, dutyInForce: boolean): FieldError[] {
  const harms = detriment.answer === 'more detrimental';
  if (decision === 'SHARE')
    return harms
      ? [
          {
            field: 'detriment',
            message: 'You answered that sharing would harm the child more. Share part or none of it, or change the answer',
          },
        ]
      : [];
  const errors: FieldError[] = [];
  if (!ground) errors.push({ field: 'ground', message: 'Select on which ground it is kept back' });
  if (ground === 'DETRIMENT' && !harms)
    errors.push({ field: 'detriment', message: 'Keeping it back to spare the child harm needs the answer that sharing would harm more' });
  if (dutyInForce && detriment.answer === 'not asked')
    errors.push({
      field: 'detriment',
      message: 'The duty to share applies here: before keeping anything back, ask whether sharing would harm the child more',
    });
  return errors;
}

function basisErrors({ basis, agreement }: ShareToDecide, dutyInForce: boolean): FieldError[] {
  const errors: FieldError[] = [];
  if (basis.statute === 'CA2004-S16LA' && !dutyInForce)
    errors.push({
      field: 'statute',
      message: 'The duty of section 16LA does not bind both of you on that day. Select the law that allows the sharing',
    });
  if ((basis.statute === 'OTHER' || basis.statute === 'ORDER') && !basis.statuteNote)
    errors.push({ field: 'statuteNote', message: 'Name the law or the order' });
  if (['9-2-G', '9-2-H', '9-2-B', '9-2-I'].includes(basis.article9) && basis.dpaCondition === 'NONE')
    errors.push({ field: 'dpaCondition', message: 'This Article 9 condition needs one of Schedule 1 beside it' });
  const onConsent = basis.article6 === '6-1-A' || basis.article9 === '9-2-A' || basis.confidence === 'agreement';
  if (onConsent && agreement.answer !== 'agreed')
    errors.push({ field: 'article6', message: 'Nobody agreed, so the sharing cannot rest on consent. Select another basis' });
  return errors;
}

function peopleErrors({ family, agreement, detriment, reason, purpose }: ShareToDecide): FieldError[] {
  const needed = (text: string | null | undefined, field: string, message: string): FieldError[] =>
    text?.trim() ? [] : [{ field, message }];
  return [
    ...needed(purpose, 'purpose', 'Say what the recipient needs it for'),
    ...needed(reason, 'reason', 'Say why you decided so'),
    ...needed(detriment.because, 'detrimentBecause', 'Say why'),
    ...needed(agreement.because, 'agreementBecause', 'Say who was asked and what they said, or why nobody was asked'),
    ...(family.told === 'told before' ? needed(family.whom, 'toldWhom', 'Say whom you told, and when') : []),
    ...(family.told === 'not told' ? needed(family.notBecause, 'notToldBecause', 'Say why the family is not told') : []),
  ];
}

/** What a share is called on the telephone and in an e-mail: letters and digits, nothing about the child. */
export const referenceOf = (id: string): string => `SH-${Number.parseInt(id.slice(0, 7), 16)}`;

/** "Shared with", "Shared in part with", "Not shared with". */
export const verdictWords = (decision: Verdict): string =>
  ({ SHARE: 'Shared with', PARTIAL: 'Shared in part with', WITHHOLD: 'Not shared with' })[decision];
