import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { sha256 } from './csrf.ts';

/** Host-only, secure, unreadable to scripts. Browsers treat localhost as secure. */
const strict = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
export const sessionCookie = '__Host-session';
const visitorCookie = '__Host-visitor';
const flashCookie = '__Host-flash';

/** Hash of the session id the browser carries, or null. */
export function sessionHash(request: FastifyRequest): string | null {
  const id = request.cookies[sessionCookie];
  return id ? sha256(id) : null;
}

/** Gives the browser a session id; only its hash is stored. */
export function carrySession(reply: FastifyReply, id: string): void {
  void reply.setCookie(sessionCookie, id, strict);
}

export function dropSession(reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, strict);
}

/** The visitor's same-browser key: made on first sight, kept 24 hours, so that a public draft can be found again. */
export function visitorId(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[visitorCookie];
  if (known && /^[A-Za-z0-9_-]{43}$/.test(known)) return known;
  const fresh = randomBytes(32).toString('base64url');
  void reply.setCookie(visitorCookie, fresh, { ...strict, maxAge: 86_400 });
  return fresh;
}

/** The sentence about what just happened, shown once. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): string | null {
  const words = request.cookies[flashCookie];
  if (!words) return null;
  void reply.clearCookie(flashCookie, strict);
  return words.slice(0, 300);
}

export function leaveFlash(reply: FastifyReply, words: string): void {
  void reply.setCookie(flashCookie, words, { ...strict, maxAge: 60 });
}
