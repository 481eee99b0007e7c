import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid, notFound, type FieldError } from '../../../../../platform/access/refusal.ts';
import { londonDate, londonInstant } from '../../../../../platform/time/london.ts';
import { dropDraft } from '../../../../../platform/web/draft.store.ts';
import { anyOf, oneOf, optionalId, optionalOneOf, optionalText, requiredText, ticked } from '../../../../../platform/web/fields.ts';
import { seeOther, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { identityOf } from '../../../../people/index.ts';
import { optionalDateOf, withDates } from '../../../typed-date.ts';
import { decideToShare } from '../../actions/decide-to-share.ts';
import * as codes from '../../share.codes.ts';
import type { ItemToShare, Recipient, ShareToDecide } from '../../share.ts';
import { mayDecideFor } from '../../whole-share.store.ts';

/** Rows for pieces of information on the form. */
export const itemRows = [1, 2, 3, 4, 5, 6] as const;

type Codes<T extends readonly (readonly [string, string])[]> = { [K in keyof T]: T[K] extends readonly [infer C, string] ? C : never };
const codesOf = <const T extends readonly (readonly [string, string])[]>(list: T): Codes<T> =>
  list.map(([code]) => code) as unknown as Codes<T>;

const itemFields = Object.fromEntries(
  itemRows.flatMap((at) => [
    [`kind${at}`, optionalOneOf(codes.itemKinds)],
    [`words${at}`, optionalText(2000)],
    [`saidBy${at}`, optionalText(200)],
    [`marks${at}`, anyOf(['third', 'kept'])],
    [`thing${at}`, optionalId()],
  ]),
);

export const shareShape = withDates(
  ['decidedOn'],
  z.object({
    ...(itemFields as Record<never, z.ZodType>),
    agencyId: optionalId(),
    body: optionalText(200),
    toPerson: optionalText(200),
    toEmail: optionalText(200),
    toPhone: optionalText(50),
    purpose: requiredText('Say what the recipient needs it for', 1000),
    serves: oneOf(codesOf(codes.functions), 'Select which of the recipient’s functions it serves'),
    article6: oneOf(codesOf(codes.article6), 'Select an Article 6 condition'),
    article9: oneOf(codesOf(codes.article9), 'Select an Article 9 condition, or that none is needed'),
    dpaCondition: oneOf(codesOf(codes.dpaConditions), 'Select a Schedule 1 condition, or that none is needed'),
    statute: oneOf(codesOf(codes.statutes), 'Select the law relied on'),
    statuteNote: optionalText(300),
    confidence: oneOf(codesOf(codes.confidences), 'Select what the duty of confidence rests on'),
    detriment: oneOf(codesOf(codes.detriments), 'Select whether sharing would harm the child more than not sharing'),
    detrimentBecause: requiredText('Say why', 1000),
    familyTold: oneOf(codesOf(codes.tellings), 'Select whether the family knows'),
    toldWhom: optionalText(500),
    notToldBecause: optionalText(500),
    agreement: oneOf(codesOf(codes.agreements), 'Select whether anybody was asked to agree'),
    agreementBecause: requiredText('Say who was asked and what they said, or why nobody was asked', 1000),
    decision: oneOf(codesOf(codes.verdicts), 'Select what you decide'),
    ground: optionalOneOf(codesOf(codes.grounds)),
    reason: requiredText('Say why you decided so', 2000),
    method: optionalOneOf(codes.methods),
    securityCheck: optionalText(500),
    addressChecked: ticked,
    decidedOn: optionalDateOf({ label: 'Day it was decided' }),
    openTo: oneOf(codes.openings, 'Select who may read this record'),
    replacesId: optionalId(),
  }),
);
type ShareTyped = z.output<typeof shareShape>;

/** A postcode in a text: where a family lives is what leaves by mistake most often. */
const postcode = /\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b/i;

/** Items as typed; an item without its kind or without whose it is, is asked about. */
export function itemsTyped(data: Readonly<Record<string, unknown>>): { items: ItemToShare[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const items = itemRows.flatMap((at): ItemToShare[] => {
    const words = data[`words${at}`] as string | null;
    if (!words) return [];
    const kind = data[`kind${at}`] as ItemToShare['kind'] | null;
    const saidBy = data[`saidBy${at}`] as string | null;
    const marks = (data[`marks${at}`] ?? []) as string[];
    if (!kind) errors.push({ field: `kind${at}`, message: `Select whether piece ${at} is a fact, an opinion or an allegation` });
    if (!saidBy) errors.push({ field: `saidBy${at}`, message: `Say whose information piece ${at} is` });
    return [
      {
        kind: kind ?? 'fact',
        words,
        saidBy: saidBy ?? '',
        thirdParty: marks.includes('third'),
        given: !marks.includes('kept'),
        thingId: data[`thing${at}`] as string | null,
      },
    ];
  });
  return { items, errors };
}

function recipientTyped(data: ShareTyped): { to: Recipient; errors: FieldError[] } {
  const { agencyId, body, toPerson: person } = data;
  if (agencyId && body)
    return { to: { agencyId }, errors: [{ field: 'body', message: 'Choose an agency or write an outside body, not both' }] };
  if (agencyId) return { to: { agencyId, person }, errors: [] };
  const errors = body ? [] : [{ field: 'agencyId', message: 'Choose with whom, or write who it is if they are not on the list' }];
  return { to: { body: body ?? '', person, email: data.toEmail, phone: data.toPhone }, errors };
}

const decisionTyped = (personId: string, named: string, data: ShareTyped, to: Recipient, items: ItemToShare[]): ShareToDecide => ({
  personId,
  named,
  to,
  items,
  purpose: data.purpose,
  serves: data.serves,
  basis: {
    article6: data.article6,
    article9: data.article9,
    dpaCondition: data.dpaCondition,
    statute: data.statute,
    statuteNote: data.statuteNote,
    confidence: data.confidence,
  },
  detriment: { answer: data.detriment, because: data.detrimentBecause },
  family: { told: data.familyTold, whom: data.toldWhom, notBecause: data.notToldBecause },
  agreement: { answer: data.agreement, because: data.agreementBecause },
  decision: data.decision,
  reason: data.reason,
  ground: data.decision === 'SHARE' ? null : data.ground,
  method: data.method,
  securityCheck: data.securityCheck,
  openTo: data.openTo,
  replacesId: data.replacesId,
  ...(data.decidedOn ? { decidedAt: londonInstant(data.decidedOn, 12, 0) } : {}),
});

/** Takes a decision. */
export async function takeShare(ctx: StaffCtx, data: ShareTyped, asked: Asked): Promise<Answer> {
  const identity = await identityOf(ctx, asked.params['id'] ?? '');
  if (!(await mayDecideFor(ctx, identity.personId))) throw notFound();
  const { items, errors } = itemsTyped(data);
  const { to, errors: recipientErrors } = recipientTyped(data);
  const goes = items.some((item) => data.decision !== 'WITHHOLD' && item.given !== false && postcode.test(item.words));
  const wrong = [
    ...recipientErrors,
    ...errors,
    ...(goes && !data.addressChecked
      ? [{ field: 'addressChecked', message: 'There is a postcode in it. Check that the recipient may know where the family lives' }]
      : []),
    ...(data.decidedOn && data.decidedOn > londonDate(ctx.now)
      ? [{ field: 'decidedOn', message: 'Day it was decided must be today or in the past' }]
      : []),
  ];
  if (wrong.length > 0) throw invalid(wrong);
  const named = `${identity.name}${identity.dateOfBirth ? `, born ${identity.dateOfBirth}` : ''}`;
  const id = await decideToShare(ctx, decisionTyped(identity.personId, named, data, to, items));
  await dropDraft(ctx, 'share', identity.personId);
  return seeOther(`/shares/${id}`, data.decision === 'WITHHOLD' ? 'Decision not to share recorded.' : 'Decision to share recorded.');
}
