import { may, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { clocksOf } from '../../../platform/time/clock.store.ts';
import type { FrontDoorTask } from '../tasks.store.ts';
import { consultsForMe, consultsOfFrontDoor } from './consult.store.ts';
import { swapsAskedOfMe } from './duty.store.ts';
import { protectionHandovers } from './protection.store.ts';

const timeless = { familyId: null, personId: null, dueOn: null, overdue: false, clockWords: null } as const;

/** What the workspace waits for from the signed-in person: views asked of them, answers to read, turns to take, hand-overs not accepted. */
export async function workspaceTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  if (!may(ctx, 'duty.view')) return [];
  const tasks = await askedTasks(ctx);
  for (const one of await swapsAskedOfMe(ctx))
    tasks.push({
      ...timeless,
      kind: 'duty-swap',
      what: `${one.byName} asks you to take a turn on duty`,
      whom: one.discipline,
      href: '/on-duty',
      action: 'Answer',
    });
  if (may(ctx, 'front-door.screen')) tasks.push(...(await answerTasks(ctx)));
  if (may(ctx, 'front-door.decide')) tasks.push(...(await protectionTasks(ctx)));
  return tasks;
}

async function askedTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  const rows = await consultsForMe(ctx);
  if (rows.length === 0) return [];
  const clocks = await clocksOf(
    ctx,
    'consult',
    rows.map((one) => one.id),
  );
  saw(ctx, ...rows.flatMap((one) => one.people.map((person) => person.personId)));
  return rows
    .filter((one) => one.askedById !== ctx.who.staffId)
    .map((one) => {
      const reading = clocks.get(one.id)?.find((clock) => clock.metAt === null && clock.cancelledAt === null)?.reading;
      return {
        ...timeless,
        kind: 'consult',
        what: `The front door asks for the view of ${one.discipline}`,
        whom: one.people.map((person) => person.name).join(' and ') || 'No name given',
        dueOn: reading?.dueOn ?? null,
        overdue: reading?.state === 'overdue',
        clockWords: reading?.words ?? null,
        href: `/consults/${one.id}`,
        action: 'Answer',
      };
    });
}

async function answerTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  const rows = (await consultsOfFrontDoor(ctx, 'answered')).filter((one) => one.askedById === ctx.who.staffId);
  saw(ctx, ...rows.flatMap((one) => one.people.map((person) => person.personId)));
  return rows.map((one) => ({
    ...timeless,
    kind: 'consult-answered',
    what: `${one.reference}: ${one.discipline} has answered`,
    whom: one.people.map((person) => person.name).join(' and ') || 'No name given',
    href: `/consults/${one.id}`,
    action: 'Read',
  }));
}

async function protectionTasks(ctx: StaffCtx): Promise<FrontDoorTask[]> {
  const rows = await protectionHandovers(ctx, 'waiting');
  saw(ctx, ...rows.map((one) => one.personId));
  return rows.map((one) => ({
    ...timeless,
    kind: 'protection',
    what: `${one.reference ?? 'A hand-over'} is not sent: nobody in ${one.team} has accepted it`,
    whom: one.child,
    overdue: one.escalatedAt !== null,
    clockWords: one.escalatedAt ? 'Managers have been told' : null,
    href: '/front-door/protection',
    action: 'Look',
  }));
}
