import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Provider } from 'oidc-provider';
import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { serveAssets } from '../../src/platform/web/assets/serve-assets.ts';
import { configurationOf, type FakeChoice } from './configuration.ts';
import { PersonaPage, StartAgainPage, type Persona } from './persona-page.tsx';

export interface FakeProvider {
  /** `http://127.0.0.1:<port>`. */
  issuer: string;
  stop(): Promise<void>;
}

interface Start extends Omit<FakeChoice, 'issuer'> {
  port: number;
  /** Asked each time the page is shown, so that someone added a moment ago is on it. */
  personas(): Promise<readonly Persona[]>;
}

/** An OpenID Connect provider for demonstrations and tests, on this computer only (127.0.0.1).
 *  Speaks the protocol in earnest: discovery, PKCE, nonce, signed tokens; only the password is left out. Port 0 takes any. */
export async function startFakeProvider(start: Start): Promise<FakeProvider> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  let provider: Provider | undefined;
  // oidc-provider reads bodies itself: nothing is parsed before it.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _body, done) => done(null));
  await serveAssets(app);
  personaRoutes(app, start, () => provider!);
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/*',
    handler: async (request, reply) => {
      reply.hijack();
      provider!.callback()(request.raw, reply.raw);
    },
  });
  await app.listen({ host: '127.0.0.1', port: start.port });
  const address = app.server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : start.port}`;
  provider = await providerAt(issuer, start);
  return { issuer, stop: () => app.close() };
}

async function providerAt(issuer: string, start: Start): Promise<Provider> {
  const provider: Provider = new Provider(
    issuer,
    await configurationOf({ ...start, issuer }, async ({ oidc }) => {
      const accountId = oidc.result?.login?.accountId ?? oidc.session.accountId;
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    }),
  );
  // Several web processes of one demonstration share this provider, each at its own port of this computer.
  provider.Client.prototype.redirectUriAllowed = (uri) =>
    uri === `${start.application}/sign-in/callback` || /^http:\/\/(localhost|127\.0\.0\.1):\d+\/sign-in\/callback$/.test(uri);
  return provider;
}

function personaRoutes(app: FastifyInstance, start: Start, provider: () => Provider): void {
  app.get<{ Params: { uid: string } }>('/personas/:uid', async (request, reply) => {
    const interaction = await begun(request, reply, provider());
    const nonce = randomBytes(16).toString('base64');
    if (!interaction) return page(reply.code(400), nonce, StartAgainPage({ application: start.application, nonce }));
    return page(reply, nonce, PersonaPage({ personas: await start.personas(), uid: interaction.uid, nonce }));
  });
  app.post<{ Params: { uid: string; subject: string } }>('/personas/:uid/:subject', async (request, reply) => {
    const chosen = (await start.personas()).find((persona) => persona.subject === request.params.subject);
    const nonce = randomBytes(16).toString('base64');
    if (!chosen || !(await begun(request, reply, provider())))
      return page(reply.code(400), nonce, StartAgainPage({ application: start.application, nonce }));
    const onward = await provider().interactionResult(
      request.raw,
      reply.raw,
      { login: { accountId: chosen.subject, remember: false } },
      { mergeWithLastSubmission: false },
    );
    return reply.redirect(onward, 303);
  });
}

const begun = (request: FastifyRequest, reply: FastifyReply, provider: Provider) =>
  provider.interactionDetails(request.raw as IncomingMessage, reply.raw).catch(() => null);

/** Our own page, with our own protections; `form-action` stays open because the answer leads back to the application. */
function page(reply: FastifyReply, nonce: string, body: VNode): FastifyReply {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'`;
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .type('text/html; charset=utf-8')
    .send(`<!DOCTYPE html>${renderToString(body)}`);
}
