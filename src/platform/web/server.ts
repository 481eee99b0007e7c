import { randomBytes } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import type { Room } from '../register/room.ts';
import { serveAssets } from './assets/serve-assets.ts';
import { logging } from './logging.ts';
import { refusalPage, unavailablePage } from './refusal-pages.tsx';
import { Refusal } from '../access/refusal.ts';
import { isUnavailable } from '../db/pool.ts';
import { maxFileBytes } from './body.ts';
import { checkRoutes, show } from './route.ts';
import { draftRoutes } from './draft.routes.ts';
import { healthRoutes } from './health.ts';
import { send } from './send.ts';
import { serve, type Serving } from './serve.ts';

/** What the server stands on; `logTo` takes the log instead of standard output. */
export type WebFoundation = Omit<Serving, 'navigation'> & { logTo?: DestinationStream };

/** Builds the web server: plugins, health, assets, then every room's routes. Refuses to start on a route that lacks a part. */
export async function webServer(
  { logTo, ...serving }: WebFoundation,
  rooms: readonly Room[],
  extend: (app: FastifyInstance, serving: Serving) => Promise<void>,
): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: logging(logTo) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 60 * 1024 * 1024,
    trustProxy: 'loopback',
    // A form sent on an open connection while the process stops is still taken: a bare 503 would lose its words.
    return503OnClosing: false,
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(fastifyCookie);
  await app.register(fastifyFormbody, { bodyLimit: 2 * 1024 * 1024 });
  await app.register(fastifyMultipart);
  await serveAssets(app);
  const complete: Serving = { ...serving, navigation: rooms.flatMap((room) => room.navigation ?? []) };
  healthRoutes(app, serving.db);
  const routes = [...draftRoutes, ...rooms.flatMap((room) => room.routes)];
  checkRoutes(routes);
  for (const route of routes) app.route({ method: route.method, url: route.path, handler: serve(complete, route) });
  await extend(app, complete);
  answerTheRest(app);
  finishWhatIsUnderWay(app);
  return app;
}

/** When stopping, requests under way are answered and their connections closed after them; what still hangs after ten seconds is cut. */
function finishWhatIsUnderWay(app: FastifyInstance): void {
  app.addHook('preClose', (done) => {
    const idle = setInterval(() => app.server.closeIdleConnections(), 50);
    const hanging = setTimeout(() => app.server.closeAllConnections(), 10_000);
    app.server.once('close', () => {
      clearInterval(idle);
      clearTimeout(hanging);
    });
    for (const timer of [idle, hanging]) timer.unref();
    done();
  });
}

/** Addresses nobody serves and requests too broken to reach a route: a plain page, never a stack. */
function answerTheRest(app: FastifyInstance): void {
  const plain = (id: string, path: string) => ({ id, nonce: randomBytes(16).toString('base64'), path, flash: null, navigation: [] });
  app.setNotFoundHandler(async (request, reply) => {
    const facts = plain(request.id, '/');
    await send(reply, facts, refusalPage(null, facts, new Refusal('not-found', ''), {}));
  });
  app.setErrorHandler(async (error: Error & { statusCode?: number; code?: string; limitBytes?: number }, request, reply) => {
    const status = isUnavailable(error) ? 503 : (error.statusCode ?? 500);
    if (status === 503)
      return send(reply.header('retry-after', '5'), plain(request.id, '/'), show(unavailablePage(plain(request.id, '/'), {}), 503));
    if (status >= 500) request.log.error({ fault: `${error.name} ${error.code ?? ''}` }, 'a request failed before its route');
    const facts = plain(request.id, '/');
    const words =
      status === 413
        ? `That is too large to send. A file may be up to ${Math.floor((error.limitBytes ?? maxFileBytes) / 1_048_576)} MB.`
        : 'We could not read what your browser sent. Nothing was changed.';
    const answer = refusalPage(null, facts, new Refusal('refused', status >= 500 ? 'fault' : words), {});
    await send(reply, facts, answer.kind === 'html' && status < 500 ? { ...answer, status } : answer);
  });
}
