import { createHash, timingSafeEqual } from 'node:crypto';

/** Hex sha-256: how session ids and visitor keys are kept. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The form token of a visitor without sign-in, derived from their browser's key. */
export const visitorCsrf = (visitorId: string): string => sha256(`csrf:${visitorId}`);

/** Compares two tokens in constant time. */
export function sameToken(given: string, expected: string): boolean {
  const a = Buffer.from(sha256(given));
  const b = Buffer.from(sha256(expected));
  return given.length > 0 && timingSafeEqual(a, b);
}

/** False when the browser says the request comes from another site. Requests without either header (old browsers, tests) rely on the token. */
export function comesFromHere(headers: Record<string, unknown>, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return false;
  const from = headers['origin'];
  return typeof from !== 'string' || from === origin;
}
