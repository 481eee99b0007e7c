import { SignJWT } from 'jose';
import { breakerOf } from '../nhs/breaker.ts';
import { realTime, type TimeAtHand } from '../nhs/time-at-hand.ts';
import { templateKey, type NotifySettings } from './settings.ts';
import type { Channel, TemplateName } from './templates.ts';
import { spokenWords } from './words.ts';

/** A message as it is given to the service. `reference` is our own id of it, by which it is found again. */
export interface Outgoing {
  template: TemplateName;
  channel: Channel;
  address: string;
  words: Readonly<Record<string, string>>;
  reference: string;
}

/** The service's own id of a message and its latest word: created, sending, pending, sent, delivered, permanent-failure,
 *  temporary-failure, technical-failure (Notify API documentation, "Get message status"). */
export interface Held {
  notifyId: string;
  status: string;
}

/** GOV.UK Notify, by its public protocol (REST v2, a token per call signed with the key's secret). */
export interface Notify {
  send(outgoing: Outgoing): Promise<Held>;
  statusOf(notifyId: string): Promise<string>;
  /** What it holds under our reference; null when it never took it. */
  find(reference: string): Promise<Held | null>;
}

/** It does not answer, is too busy, or does not accept our key: nothing is lost by trying again. `why` names no address. */
export class NotifyAway extends Error {
  readonly why: string;
  constructor(why: string) {
    super(why);
    this.name = 'NotifyAway';
    this.why = why;
  }
}

/** It will never take this message. `why` is the name of its error, never its words: those may hold the address. */
export class NotifyRefuses extends NotifyAway {
  constructor(why: string) {
    super(why);
    this.name = 'NotifyRefuses';
  }
}

const timeoutMs = 10_000;
const failuresInARow = 6;
const restMs = 30_000;

/** Opens a connection; nothing is sent before the first message. */
export function openNotify(settings: NotifySettings, time: TimeAtHand = realTime): Notify {
  const breaker = breakerOf(failuresInARow, restMs, time);
  const call = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<Record<string, unknown>> => {
    if (breaker.closedFor() > 0) throw new NotifyAway('It failed several times in a row');
    let reply: Response;
    try {
      reply = await fetch(`${settings.base}${path}`, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          authorization: `Bearer ${await tokenOf(settings, time.now())}`,
          'content-type': 'application/json',
          'user-agent': 'goldthread',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      breaker.went(false);
      throw new NotifyAway('It does not answer');
    }
    breaker.went(reply.status < 500);
    const said = (await reply.json().catch(() => ({}))) as Record<string, unknown>;
    if (reply.ok) return said;
    throw reply.status === 400 || reply.status === 404
      ? new NotifyRefuses(nameOf(said, reply.status))
      : new NotifyAway(nameOf(said, reply.status));
  };
  return {
    send: async (outgoing) => heldIn(await call('POST', `/v2/notifications/${outgoing.channel}`, bodyOf(settings, outgoing)), 'created'),
    statusOf: async (notifyId) => heldIn(await call('GET', `/v2/notifications/${notifyId}`), '').status,
    find: async (reference) => {
      const said = await call('GET', `/v2/notifications?reference=${encodeURIComponent(reference)}`);
      const [first] = Array.isArray(said['notifications']) ? (said['notifications'] as Record<string, unknown>[]) : [];
      return first ? heldIn(first, 'created') : null;
    },
  };
}

/** HS256, issuer the service's id, issued now: the service turns away a token more than 30 seconds old, so each call has its own. */
const tokenOf = (settings: NotifySettings, now: number): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(settings.serviceId)
    .setIssuedAt(Math.floor(now / 1_000))
    .sign(new TextEncoder().encode(settings.secret));

const bodyOf = (settings: NotifySettings, outgoing: Outgoing): Record<string, unknown> => ({
  [outgoing.channel === 'email' ? 'email_address' : 'phone_number']: outgoing.address,
  template_id: settings.templates[templateKey(outgoing.template, outgoing.channel)],
  personalisation: spokenWords(outgoing.words, settings.origin),
  reference: outgoing.reference,
});

function heldIn(said: Record<string, unknown>, unsaid: string): Held {
  if (typeof said['id'] !== 'string') throw new NotifyAway('Its answer holds no id');
  return { notifyId: said['id'], status: typeof said['status'] === 'string' ? said['status'] : unsaid };
}

/** "BadRequestError (400)": names come from a short list; anything else is told by its number alone. */
function nameOf(said: Record<string, unknown>, status: number): string {
  const [first] = Array.isArray(said['errors']) ? (said['errors'] as { error?: unknown }[]) : [];
  const name = first && typeof first.error === 'string' && /^[A-Za-z]{1,40}$/.test(first.error) ? first.error : 'It answered';
  return `${name} (${status})`;
}
