/** Builds the platform and lists the rooms in order.
 *
 *  What happens to a request: Fastify reads it; `serve` opens one transaction, finds out who asks and whether they may
 *  (permission here, rows by policy in the database); the room's page or action works in that transaction; the audit row
 *  is written; it commits; the answer is sent. A refusal rolls back, is audited, and is told in words. */
import type { FastifyInstance } from 'fastify';
import { registerApi } from './platform/identity/machine/register-api.ts';
import { registerSignIn } from './platform/identity/sign-in.ts';
import type { SignInSettings } from './platform/identity/settings.ts';
import { clearFinishedJobs } from './platform/jobs/clear-finished.ts';
import type { Job } from './platform/jobs/job.ts';
import { notifyJobs } from './platform/notify/jobs.ts';
import { administrationRoom } from './platform/register/administration/index.ts';
import type { Room } from './platform/register/room.ts';
import { fillClockTables } from './platform/time/fill-clock-tables.ts';
import { clearOld } from './platform/web/clear-old.ts';
import { registerLive } from './platform/web/live/register-live.ts';
import { webServer, type WebFoundation } from './platform/web/server.ts';
import { caseworkRoom } from './rooms/casework/index.ts';
import { deskRoom } from './rooms/desk/index.ts';
import { frontDoorRoom } from './rooms/front-door/index.ts';
import { outcomesRoom } from './rooms/outcomes/index.ts';
import { peopleRoom } from './rooms/people/index.ts';

/** The day first, then from the front door inwards: navigation shows them in this order. */
export const rooms: readonly Room[] = [deskRoom, frontDoorRoom, caseworkRoom, peopleRoom, outcomesRoom, administrationRoom];

/** What the platform and every room ask the worker to do. */
export const jobs: readonly Job[] = [
  clearFinishedJobs,
  clearOld,
  fillClockTables,
  ...notifyJobs,
  ...rooms.flatMap((room) => room.jobs ?? []),
];

/** The whole web application over one database. `origin` is the address people use; `clock` says what time it is. */
export function buildApp(platform: WebFoundation, signIn: SignInSettings): Promise<FastifyInstance> {
  return webServer(platform, rooms, async (app, serving) => {
    await registerSignIn(app, serving, signIn);
    registerLive(
      app,
      serving,
      rooms.flatMap((room) => room.live ?? []),
    );
    registerApi(
      app,
      serving,
      rooms.flatMap((room) => room.api ?? []),
      rooms.flatMap((room) => room.documents ?? []),
    );
  });
}
