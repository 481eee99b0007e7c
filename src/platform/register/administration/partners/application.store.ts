import { sql } from 'kysely';
import type { Clause } from '../../../access/clauses.ts';
import type { Ctx, StaffCtx } from '../../../access/ctx.ts';
import { found, refused } from '../../../access/refusal.ts';
import { meetClock, startClock } from '../../../time/clock.store.ts';
import type { AgencyType } from '../agencies/agency.ts';
import { applicationMoved, type ApplicationMove, type ApplicationState, type Way } from './application.ts';

export interface Application {
  id: string;
  reference: string;
  state: ApplicationState;
  way: Way;
  agencyName: string;
  agencyType: AgencyType;
  whatFor: string;
  wanted: Clause[];
  leadName: string;
  leadRole: string | null;
  leadEmail: string;
  leadPhone: string | null;
  privacyName: string | null;
  privacyEmail: string | null;
  icoNumber: string | null;
  charityNumber: string | null;
  safeguardingPolicy: string;
  offers: string | null;
  sponsor: string | null;
  agencyId: string | null;
  appliedAt: Date;
  decidedWhy: string | null;
  version: number;
}

const all = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('partner_application')
    .select([
      'id',
      'reference',
      sql<ApplicationState>`state`.as('state'),
      sql<Way>`way`.as('way'),
      'agency_name as agencyName',
      sql<AgencyType>`agency_type`.as('agencyType'),
      'what_for as whatFor',
      sql<Clause[]>`wanted`.as('wanted'),
      'lead_name as leadName',
      'lead_role as leadRole',
      'lead_email as leadEmail',
      'lead_phone as leadPhone',
      'privacy_name as privacyName',
      'privacy_email as privacyEmail',
      'ico_number as icoNumber',
      'charity_number as charityNumber',
      'safeguarding_policy as safeguardingPolicy',
      'offers',
      'sponsor',
      'agency_id as agencyId',
      'applied_at as appliedAt',
      'decided_why as decidedWhy',
      'version',
    ]);

/** Applications, the longest waiting first; the open ones, or every one. */
export async function applications(ctx: StaffCtx, which: 'open' | 'all'): Promise<Application[]> {
  const rows = all(ctx).orderBy('applied_at');
  return which === 'all' ? rows.execute() : rows.where('state', 'not in', ['LIVE', 'TURNED_DOWN', 'WITHDRAWN']).execute();
}

/** One application; refuses with not found. */
export async function applicationOf(ctx: Ctx, id: string): Promise<Application> {
  return found(await all(ctx).where('id', '=', id).executeTakeFirst());
}

/** The application an agency came from that is still being worked on, if any. */
export async function openApplicationOf(ctx: StaffCtx, agencyId: string): Promise<Application | undefined> {
  return all(ctx).where('agency_id', '=', agencyId).where('state', 'in', ['AGREEMENT', 'DPIA', 'READY']).executeTakeFirst();
}

export type ApplicationFacts = Omit<Application, 'id' | 'reference' | 'state' | 'agencyId' | 'appliedAt' | 'decidedWhy' | 'version'>;

/** Writes a new application, by the agency itself or entered for it by the partnership manager; gives its id. */
export async function writeApplication(ctx: Ctx, facts: ApplicationFacts): Promise<string> {
  const { id } = await ctx.tx
    .insertInto('partner_application')
    .values({
      way: facts.way,
      agency_name: facts.agencyName,
      agency_type: facts.agencyType,
      what_for: facts.whatFor,
      wanted: facts.wanted,
      lead_name: facts.leadName,
      lead_role: facts.leadRole,
      lead_email: facts.leadEmail,
      lead_phone: facts.leadPhone,
      privacy_name: facts.privacyName,
      privacy_email: facts.privacyEmail,
      ico_number: facts.icoNumber,
      charity_number: facts.charityNumber,
      safeguarding_policy: facts.safeguardingPolicy,
      offers: facts.offers,
      sponsor: facts.sponsor,
      applied_at: ctx.now,
      entered_by: ctx.who.kind === 'staff' ? ctx.who.staffId : null,
      visitor_key: ctx.who.kind === 'public' ? ctx.who.visitorKey : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeStep(ctx, id, 'APPLIED', ctx.who.kind === 'staff' ? 'Entered for them' : 'Applied');
  await startClock(ctx, { ...rung(id), startedAt: ctx.now });
  return id;
}

/** The clock of an application: the agency is rung within so many working days. */
const rung = (id: string) => ({ rule: 'PA1', subjectKind: 'partner-application', subjectId: id }) as const;

async function writeStep(ctx: Ctx, applicationId: string, state: ApplicationState, note: string): Promise<void> {
  await ctx.tx
    .insertInto('partner_step')
    .values({ application_id: applicationId, state, note, done_by: ctx.who.kind === 'staff' ? ctx.who.staffId : null, done_at: ctx.now })
    .execute();
}

/** Takes an application one step on, with what was found or done; refuses out of turn or when somebody else took it on meanwhile. */
export async function takeStep(
  ctx: StaffCtx,
  application: Pick<Application, 'id' | 'state' | 'version'>,
  step: { move: ApplicationMove; note: string; agencyId?: string },
): Promise<void> {
  const state = applicationMoved(application.state, step.move);
  const moved = await ctx.tx
    .updateTable('partner_application')
    .set({
      state,
      version: application.version + 1,
      ...(step.agencyId ? { agency_id: step.agencyId } : {}),
      ...(state === 'TURNED_DOWN' || state === 'WITHDRAWN' ? { decided_why: step.note } : {}),
    })
    .where('id', '=', application.id)
    .where('version', '=', application.version)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw refused('Somebody took this application on while you were reading. Open it again.');
  await writeStep(ctx, application.id, state, step.note);
  await meetClock(ctx, { ...rung(application.id), metAt: ctx.now });
}

/** What was done about an application, oldest first. */
export async function stepsOf(ctx: StaffCtx, applicationId: string) {
  return ctx.tx
    .selectFrom('partner_step as p')
    .leftJoin('staff as s', 's.id', 'p.done_by')
    .select([sql<ApplicationState>`p.state`.as('state'), 'p.note', 'p.done_at as at', 's.display_name as by'])
    .where('p.application_id', '=', applicationId)
    .orderBy('p.done_at')
    .execute();
}
