import { randomUUID } from 'node:crypto';
import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { startClock } from '../../../platform/time/clock.store.ts';
import { stepUpOf } from '../../casework/index.ts';
import { identityOf } from '../../people/index.ts';
import { nobody, type Concern, type NamedPerson } from '../concern.ts';
import { insertContact, nextReference } from '../contact.store.ts';

type SteppedUp = NonNullable<Awaited<ReturnType<typeof stepUpOf>>>;

/** Makes the contact of a worry that early help stepped up: the reason in the sender's words, the children as the record has them, the plan
 *  as it stands, and a way back to it (domain 3.6). Nobody types any of it again. Does nothing when the contact stands already. */
export async function raiseStepUp(ctx: StaffCtx, episodeId: string, childIds: readonly string[]): Promise<void> {
  const steppedUp = found(await stepUpOf(ctx, episodeId));
  const already = await ctx.tx
    .selectFrom('contact')
    .select('id')
    .where('stepped_up_from', '=', episodeId)
    .where('referrer_staff_id', '=', ctx.who.staffId)
    .where('received_at', '>=', steppedUp.at)
    .executeTakeFirst();
  if (already) return;
  const people = await Promise.all(childIds.map((id) => asNamed(ctx, id)));
  const id = randomUUID();
  await insertContact(
    ctx,
    {
      id,
      reference: await nextReference(ctx),
      channel: 'PARTNER_SYSTEM',
      sourceCode: '5D',
      receivedAt: steppedUp.at,
      referrerStaffId: ctx.who.staffId,
      referrerAgencyId: ctx.who.memberships[0]?.agencyId ?? null,
      visitorKey: null,
      steppedUpFrom: episodeId,
    },
    concernFrom(ctx, steppedUp, people),
  );
  await startClock(ctx, { rule: 'C02', subjectKind: 'contact', subjectId: id, startedAt: steppedUp.at });
  saw(ctx, ...childIds);
  about(ctx, 'contact', id);
}

/** A child as the record has them; the front door still says who they are, with the index beside it. */
async function asNamed(ctx: StaffCtx, personId: string): Promise<NamedPerson> {
  const identity = await identityOf(ctx, personId);
  const [givenName = '', ...rest] = identity.officialName.split(' ');
  const names = { givenName, familyName: rest.join(' ') || null, livesWith: identity.livesWith };
  return {
    ...nobody,
    ...names,
    part: identity.expectedOn ? 'unborn' : 'child',
    dateOfBirth: identity.dateOfBirth,
    expectedOn: identity.expectedOn,
  };
}

function concernFrom(ctx: StaffCtx, steppedUp: SteppedUp, people: readonly NamedPerson[]): Concern {
  const as = ctx.who.memberships[0];
  return {
    referrer: {
      name: ctx.who.name,
      role: ctx.who.jobTitle,
      agencyName: as?.agencyName ?? null,
      phone: steppedUp.leadPhone,
      email: null,
      relationship: `Works with the family in early help (${steppedUp.reference})`,
      anonymous: false,
      wishesFeedback: true,
      publicSource: null,
    },
    urgency: {
      immediateDanger: false,
      whereaboutsKnown: 'not known',
      lastSeen: null,
      safeToContactParents: 'not known',
      riskToWorker: null,
    },
    people,
    worry: { categories: [], whatHappened: steppedUp.reason, whenWhere: null, childSaid: null, impact: null, history: steppedUp.planText },
    strengths: {
      workingWell: null,
      supportTried: `Early help ${steppedUp.reference}`,
      whatWouldHelp: null,
      levelBelieved: null,
      levelWhy: null,
    },
    agreement: { parentsInformed: 'not known', agreementObtained: 'not known', byWhom: null, whyNot: null, childTold: null },
  };
}
