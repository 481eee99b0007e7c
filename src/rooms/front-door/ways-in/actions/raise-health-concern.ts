import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { identityOf } from '../../../people/index.ts';
import { raiseConcern, type Raised } from '../../actions/raise-concern.ts';
import type { Concern, NamedPerson } from '../../concern.ts';
import { personAt } from '../../pages/raise/typed.ts';
import { legalStatusWords } from '../health.ts';
import { writeHealthConcern, type NewHealthConcern } from '../health.store.ts';

export interface HealthTold extends Omit<NewHealthConcern, 'contactId'> {
  childSaid: string | null;
  immediateDanger: boolean;
  childKnows: string | null;
}

/** Raises a health concern about a child in care, filled in from the child's own record: who they are, how they are cared for, by whom it is
 *  told. The reader must know the child (not found otherwise). Where they live is not carried: a placement may be withheld. */
export async function raiseHealthConcern(ctx: StaffCtx, told: HealthTold): Promise<Raised> {
  const identity = await identityOf(ctx, told.personId);
  const [givenName = '', ...rest] = identity.officialName.split(' ');
  const child: NamedPerson = {
    ...personAt({}, 1),
    part: identity.expectedOn ? 'unborn' : 'child',
    givenName,
    familyName: rest.join(' ') || null,
    dateOfBirth: identity.dateOfBirth,
    expectedOn: identity.expectedOn,
  };
  const raised = await raiseConcern(ctx, concernFrom(ctx, told, child), 'HEALTH_TRIGGER', null);
  await writeHealthConcern(ctx, { ...told, contactId: raised.id });
  return raised;
}

function concernFrom(ctx: StaffCtx, told: HealthTold, child: NamedPerson): Concern {
  const as = ctx.who.memberships[0];
  return {
    referrer: {
      name: ctx.who.name,
      role: ctx.who.jobTitle,
      agencyName: as?.agencyName ?? null,
      phone: null,
      email: null,
      relationship: "Works with the child's health or care",
      anonymous: false,
      wishesFeedback: true,
      publicSource: null,
    },
    urgency: {
      immediateDanger: told.immediateDanger,
      whereaboutsKnown: 'yes',
      lastSeen: null,
      safeToContactParents: 'not known',
      riskToWorker: null,
    },
    people: [child],
    worry: {
      categories: ['Illness or disability: child'],
      whatHappened: `${told.reason}. ${told.issue}`,
      whenWhere: null,
      childSaid: told.childSaid,
      impact: null,
      history: `In care: ${legalStatusWords(told.legalStatus)}${told.placedWith ? `, cared for by ${told.placedWith}` : ''}.`,
    },
    strengths: { workingWell: null, supportTried: null, whatWouldHelp: null, levelBelieved: null, levelWhy: null },
    agreement: { parentsInformed: 'not known', agreementObtained: 'not known', byWhom: null, whyNot: null, childTold: told.childKnows },
  };
}
