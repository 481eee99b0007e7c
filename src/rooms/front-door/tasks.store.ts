import { sql } from 'kysely';
import { may, saw, type StaffCtx } from '../../platform/access/ctx.ts';
import { clocksOf } from '../../platform/time/clock.store.ts';
import { endOfLondonDay, londonDate } from '../../platform/time/london.ts';
import type { ContactState } from './contact.ts';
import { hubTasks } from './hub/tasks.store.ts';
import { workspaceTasks } from './workspace/tasks.store.ts';
import { feedbackTasks } from './feedback/tasks.ts';
import { policeTasks } from './police/tasks.store.ts';
import { concernsOf } from './referrer.store.ts';
import { returnsTasks } from './returns/tasks.store.ts';
import { waysInTasks } from './ways-in/tasks.store.ts';

/** Something this person must do at the front door, for Today. `action` is the one button's words; with `post` it is done in place. */
export interface FrontDoorTask {
  kind: string;
  what: string;
  whom: string;
  familyId: null;
  /** Never told: whoever is passed a worry may not know the child yet; the contact leads on. */
  personId: null;
  dueOn: string | null;
  overdue: boolean;
  clockWords: string | null;
  href: string;
  action: string;
  post?: boolean;
  /** Who holds it now, where that is not the reader. */
  heldBy?: string | null;
  heldById?: string | null;
}

interface HeldRow {
  id: string;
  reference: string;
  state: ContactState;
  heldById: string | null;
  heldBy: string | null;
  children: string[];
  personIds: string[];
}

const open = ['SUBMITTED', 'MATCHING', 'SCREENING', 'RETURNED_TO_REFERRER', 'TRIAGE_MASH', 'DECIDED'];
const timeless = { familyId: null, personId: null, dueOn: null, overdue: false, clockWords: null } as const;

/** What the front door waits for from the signed-in person: contacts they hold, what runs out with nobody on it, what was passed to them,
 *  and news of the concerns they raised. Contacts of others that are due or overdue are told to the manager with who holds them. */
export async function frontDoorTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  const tasks: FrontDoorTask[] = [...(await workspaceTasks(ctx))];
  if (may(ctx, 'front-door.queue')) tasks.push(...(await contactTasks(ctx)));
  tasks.push(...(await waysInTasks(ctx)));
  tasks.push(...(await policeTasks(ctx)));
  tasks.push(...(await hubTasks(ctx)));
  tasks.push(...(await returnsTasks(ctx)));
  if (may(ctx, 'contact.view')) tasks.push(...(await handoverTasks(ctx)));
  if (may(ctx, 'concern.follow')) tasks.push(...(await newsTasks(ctx)));
  tasks.push(...(await feedbackTasks(ctx)));
  return tasks;
}

async function contactTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  const decides = may(ctx, 'front-door.decide');
  const { rows } = await sql<HeldRow>`
    select c.id, c.reference, c.state, c.held_by as "heldById", s.display_name as "heldBy",
      coalesce((select array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby') order by p.position)
        from contact_person p where p.contact_id = c.id and p.part <> 'adult'), '{}') as children,
      coalesce((select array_agg(r.person_id) from contact_recognition r where r.contact_id = c.id), '{}') as "personIds"
    from contact c left join staff s on s.id = c.held_by
    where c.state = any(${open}::text[]) and (c.held_by = ${ctx.who.staffId} or ${decides} and exists (
      select 1 from clock k where k.subject_kind = 'contact' and k.subject_id = c.id and k.met_at is null and k.cancelled_at is null
        and k.due_at <= ${endOfLondonDay(londonDate(ctx.now))}))
    order by c.received_at limit 100`.execute(ctx.tx);
  const clocks = await clocksOf(
    ctx,
    'contact',
    rows.map((row) => row.id),
  );
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  const held = rows.map((row) =>
    contactTask(row, clocks.get(row.id)?.find((clock) => clock.metAt === null && clock.cancelledAt === null)?.reading, ctx.who.staffId),
  );
  const waiting = may(ctx, 'front-door.screen') ? await unheld(ctx) : 0;
  if (waiting === 0) return held;
  const words = waiting === 1 ? '1 contact waits for someone to take it' : `${waiting} contacts wait for someone to take them`;
  return [
    ...held,
    {
      ...timeless,
      kind: 'pull-next',
      what: words,
      whom: 'Front door queue',
      href: '/front-door/pull',
      action: 'Take the next',
      post: true,
    },
  ];
}

function contactTask(row: HeldRow, reading: { dueOn: string; state: string; words: string } | undefined, me: string): FrontDoorTask {
  const mine = row.heldById === me;
  const told = row.state === 'DECIDED';
  return {
    kind: 'contact',
    what: `${row.reference}: ${told ? 'tell the referrer what happened' : (nextOf[row.state] ?? 'work on the contact')}`,
    whom: row.children.join(' and ') || 'Child not named',
    familyId: null,
    personId: null,
    dueOn: reading?.dueOn ?? null,
    overdue: reading?.state === 'overdue',
    clockWords: reading?.words ?? null,
    href: `/front-door/contacts/${row.id}${told ? '/tell' : ''}`,
    action: mine ? (told ? 'Tell them' : 'Open') : 'Look',
    ...(mine ? {} : { heldBy: row.heldBy ?? 'Nobody yet', heldById: row.heldById }),
  };
}

const nextOf: Partial<Record<ContactState, string>> = {
  SUBMITTED: 'say who the child is',
  MATCHING: 'say who the child is',
  SCREENING: 'decide for each child',
  RETURNED_TO_REFERRER: 'the referrer has a question to answer',
  TRIAGE_MASH: 'the hub picture is asked for',
};

async function unheld(ctx: StaffCtx): Promise<number> {
  const row = await ctx.tx
    .selectFrom('contact')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('state', 'in', ['SUBMITTED', 'MATCHING', 'SCREENING'])
    .where('held_by', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

async function handoverTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  const teams = ctx.who.memberships.flatMap((one) => one.teamId ?? []);
  const { rows } = await sql<{ id: string; reference: string; personId: string; child: string }>`
    select h.id, c.reference, h.person_id as "personId", coalesce(nullif(concat_ws(' ', n.given_name, n.family_name), ''), n.description, 'A child') as child
    from contact_handover h join contact c on c.id = h.contact_id
    left join contact_recognition r on r.contact_id = c.id and r.person_id = h.person_id left join contact_person n on n.id = r.contact_person_id
    where h.accepted_at is null and h.returned_at is null and (h.to_staff_id = ${ctx.who.staffId} or h.to_team_id = any(${teams}::uuid[])) order by h.sent_at limit 100`.execute(
    ctx.tx,
  );
  const clocks = await clocksOf(
    ctx,
    'contact-handover',
    rows.map((row) => row.id),
  );
  saw(ctx, ...rows.map((row) => row.personId));
  return rows.map((row) => {
    const reading = clocks.get(row.id)?.find((clock) => clock.metAt === null && clock.cancelledAt === null)?.reading;
    return {
      ...timeless,
      kind: 'handover',
      what: `${row.reference} is passed to you: take it or send it back`,
      whom: row.child,
      dueOn: reading?.dueOn ?? null,
      overdue: reading?.state === 'overdue',
      clockWords: reading?.words ?? null,
      href: '/passed-to-you',
      action: 'Read',
    };
  });
}

async function newsTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  const news = (await concernsOf(ctx)).filter((row) => row.news);
  return news.map((row) => ({
    ...timeless,
    kind: 'concern-news',
    what:
      row.state === 'RETURNED_TO_REFERRER'
        ? `${row.reference}: the front door has a question for you`
        : `${row.reference}: read what happened to your concern`,
    whom: row.children.join(' and ') || 'Child not named',
    href: `/my-concerns/${row.id}`,
    action: row.state === 'RETURNED_TO_REFERRER' ? 'Answer' : 'Read',
  }));
}
