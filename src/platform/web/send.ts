import type { FastifyReply } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import type { RequestFacts } from '../access/ctx.ts';
import { leaveFlash } from './cookies.ts';
import type { Answer } from './route.ts';

/** Sends an answer. Every page is private: not stored, not sniffed, its scripts only by this response's nonce. */
export async function send(reply: FastifyReply, facts: RequestFacts, answer: Answer): Promise<void> {
  void reply.header('cache-control', 'no-store').header('content-security-policy', policy(facts.nonce)).header('x-request-id', facts.id);
  switch (answer.kind) {
    case 'html':
      await reply
        .code(answer.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(`<!DOCTYPE html>${renderToString(answer.body)}`);
      return;
    case 'see-other':
      if (answer.flash) leaveFlash(reply, answer.flash);
      await reply.redirect(answer.to, 303);
      return;
    case 'file':
      await reply
        .type(answer.mediaType)
        .header('content-disposition', `attachment; filename="${answer.name.replaceAll(/[^\w. -]/g, '_')}"`)
        .send(answer.content);
      return;
    case 'json':
      await reply
        .code(answer.status ?? 200)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.body));
  }
}

const policy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; ');
