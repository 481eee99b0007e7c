/** What each outcome opens, so that none leads nowhere (domain 3.3). Decision and what follows commit together or not at all. */
import { randomUUID } from 'node:crypto';
import type { StaffCtx } from '../../platform/access/ctx.ts';
import { found, invalid } from '../../platform/access/refusal.ts';
import { notifyStaff } from '../../platform/notify/notify.ts';
import { startClock } from '../../platform/time/clock.store.ts';
import { addEvent, openReferral, requestEarlyHelp } from '../casework/index.ts';
import { familyWith } from '../people/index.ts';
import { markDuplicate, type ContactRow, type NamedRow } from './contact.store.ts';
import { outcomeOf, type Decision } from './decision.ts';
import { decisionLedTo } from './decision.store.ts';
import { writeHandover } from './handover.store.ts';
import { recordHandedOver } from './told-on.ts';
import { offerProtection } from './workspace/actions/offer-protection.ts';
import { openEnquiry } from './hub/actions/open-enquiry.ts';
import { carryOn } from './hub/share-records.ts';

type Named = NamedRow & { person_id: string | null };
interface Decided {
  contact: ContactRow;
  child: Named;
  decisionId: string;
  decision: Decision;
  everyone: readonly Named[];
}

/** Opens the referral, early help, strategy discussion, hub enquiry or handover, and puts the decision on the child's chronology. */
export async function openWhatFollows(ctx: StaffCtx, decided: Decided): Promise<void> {
  const { contact, decision, decisionId } = decided;
  const personId = found(decided.child.person_id);
  const outcome = outcomeOf(decision.outcomeCode);
  await addEvent(ctx, {
    personId,
    occurredOn: null,
    category: 'contact',
    description: `Contact ${contact.reference}: level ${decision.level}, ${outcome.label.toLowerCase()}`,
    source: `Contact ${contact.reference}`,
    isAutomatic: true,
    linkedKind: 'contact',
    linkedId: contact.id,
    hiddenFromFamily: true,
  });
  const opened = await openers[outcome.opens](ctx, decided, personId);
  if (opened) await decisionLedTo(ctx, decisionId, opened.kind, opened.id);
  if (decision.outcomeCode === 'DUPLICATE') await noteDuplicate(ctx, contact, decision.duplicateOf);
}

type Opened = { kind: string; id: string } | null;
type Opener = (ctx: StaffCtx, decided: Decided, personId: string) => Promise<Opened>;

const toReferral: Opener = async (ctx, { contact, child, decision, decisionId }, personId) => {
  const { id } = await openReferral(ctx, {
    childId: personId,
    contactId: contact.id,
    steppedUpFrom: contact.stepped_up_from,
    sourceCode: contact.source_code,
    primaryNeed: found(decision.primaryNeed),
    reason: await carryOn(ctx, { contact, namedId: child.id, personId, decisionId, rationale: decision.rationale, receiver: 'referral' }),
    receivedAt: ctx.now,
    decidedBy: ctx.who.staffId,
  });
  return { kind: 'referral', id };
};

const toEarlyHelp: Opener = async (ctx, { contact, child, decision, decisionId, everyone }, personId) => {
  const grownUps = everyone
    .filter((one) => one.part === 'adult' && one.person_id)
    .map((one) => ({ personId: found(one.person_id), part: 'parent' as const, livesHere: one.lives_here !== 'no' }));
  const familyId = await familyWith(ctx, [{ personId, part: child.part === 'unborn' ? 'unborn' : 'child' }, ...grownUps]);
  return {
    kind: 'early-help',
    id: await requestEarlyHelp(ctx, {
      familyId,
      childIds: [personId],
      reason: await carryOn(ctx, {
        contact,
        namedId: child.id,
        personId,
        decisionId,
        rationale: decision.rationale,
        receiver: 'earlyHelp',
      }),
      requestedByAgency: contact.referrer_agency_id,
      contactId: contact.id,
    }),
  };
};

const openers: Record<ReturnType<typeof outcomeOf>['opens'], Opener> = {
  nothing: async () => null,
  'early help': toEarlyHelp,
  referral: toReferral,
  'referral and strategy discussion': async (ctx, decided, personId) => {
    const referral = found(await toReferral(ctx, decided, personId));
    const { contact, decisionId, decision } = decided;
    const offer = { contactId: contact.id, decisionId, personId, referralId: referral.id, reason: decision.rationale };
    return { kind: 'strategy-request', id: await offerProtection(ctx, offer) };
  },
  'hub enquiry': async (ctx, { contact, decision }) => ({
    kind: 'hub-enquiry',
    id: await openEnquiry(ctx, { contactId: contact.id, rag: found(decision.hubRag), purpose: decision.rationale }),
  }),
  handover: async (ctx, { contact, decision, decisionId }, personId) => {
    const id = randomUUID();
    const inside = decision.handedToStaffId !== null || decision.handedToTeamId !== null;
    await writeHandover(ctx, {
      id,
      contactId: contact.id,
      decisionId,
      personId,
      toTeamId: decision.handedToTeamId,
      toStaffId: decision.handedToStaffId,
      toName: decision.handedTo ?? '',
      how: inside ? 'in Goldthread' : (decision.handedHow ?? 'by telephone'),
    });
    await recordHandedOver(ctx, contact, {
      id,
      personId,
      rationale: decision.rationale,
      teamId: decision.handedToTeamId,
      staffId: decision.handedToStaffId,
      toName: decision.handedTo ?? '',
    });
    await startClock(ctx, { rule: 'C02A', subjectKind: 'contact-handover', subjectId: id, startedAt: ctx.now });
    await notifyStaff(ctx, decision.handedToStaffId ? [decision.handedToStaffId] : [], {
      template: 'handover-waits',
      words: { reference: contact.reference, link: '/passed-to-you' },
      about: { kind: 'contact-handover', id },
    });
    return { kind: 'handover', id };
  },
};

async function noteDuplicate(ctx: StaffCtx, contact: ContactRow, reference: string | null): Promise<void> {
  const isNoted = await markDuplicate(ctx, contact.id, (reference ?? '').toUpperCase());
  if (!isNoted) throw invalid([{ field: 'duplicateOf', message: 'There is no other contact with that reference' }]);
}
