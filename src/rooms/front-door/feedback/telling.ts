/** Telling a referrer: what they may be told, in words that say nothing of the record, and whether a message may be sent to them at all. */
import type { Channel } from '../../../platform/notify/templates.ts';
import { levels, outcomeOf, type OutcomeCode } from '../decision.ts';

/** One child as the referrer named them, and what was decided. */
export interface DecidedChild {
  called: string;
  level: number;
  outcomeCode: OutcomeCode;
}

/** The four parts of an answer (item 7): what was decided, why, what happens next, how to disagree. */
export interface Answer {
  told: string;
  why: string;
  whatNext: string;
  howToDisagree: string;
}

type Opens = ReturnType<typeof outcomeOf>['opens'];

const next: Record<Opens, string> = {
  nothing: 'Nothing more happens now. If anything changes or you worry again, tell us.',
  'early help': 'A co-ordinator offers the family help. If they agree, you may be asked to take part.',
  referral: 'A social worker gets in touch with the family. You may be asked what more you know.',
  'referral and strategy discussion': 'It is acted on today. You may be asked what more you know.',
  'hub enquiry': 'We will tell you again when we have decided.',
  handover: 'Whoever it is passed to gets in touch with the family.',
};

/** How a professional disagrees: the ladder (domain 2.8) has a page for it. */
export const professionalDisagrees =
  'If you disagree, choose "Disagree with this decision" on the page of your concern, within a working day if you can. ' +
  'Whatever protects the child goes on meanwhile. If a child is in danger, call 999.';
/** How anyone else disagrees. */
export const publicDisagrees =
  'If you disagree, call the front door and ask for the manager, or use the council’s complaints procedure. If a child is in danger, call 999.';

/** Suggested words; whoever tells makes them their own. Children are named only to a referrer who signs in: a link may be opened by another. */
export function suggestedAnswer(children: readonly DecidedChild[], signsIn: boolean): Answer {
  const naming = (child: DecidedChild, at: number): string =>
    signsIn ? child.called : children.length === 1 ? 'About the child you told us of' : `About child ${at + 1} of those you told us of`;
  const each = (words: (child: DecidedChild) => string): string =>
    children.map((child, at) => `${naming(child, at)}: ${words(child)}`).join('\n');
  const opened = [...new Set(children.map((child) => next[outcomeOf(child.outcomeCode).opens]))];
  return {
    told: each((child) => outcomeOf(child.outcomeCode).forReferrer),
    why: each((child) => `we judged that ${levels.find((one) => one.level === child.level)?.words ?? 'needs are met'}.`),
    whatNext: opened.join(' '),
    howToDisagree: signsIn ? professionalDisagrees : publicDisagrees,
  };
}

/** What was said of reaching this referrer (form 4.1, safe contact of 2.6). */
export interface Reach {
  signsIn: boolean;
  email: string | null;
  phone: string | null;
  /** How somebody who asked for help themselves said it is safe; null when they were not asked. */
  safe: { how: string; reach: string | null } | null;
  /** Ways never to be used for anybody of this contact. */
  never: readonly string[];
}

const isMobile = (phone: string): boolean => /^(\+?44|0)7\d{9}$/.test(phone.replace(/[\s()-]/g, ''));

/** The ways a message may be sent, safest first; none when nobody may be written to. A professional at work is not under the home's rules. */
export function sendingWays(reach: Reach): { channel: Channel; address: string }[] {
  if (reach.signsIn) return [];
  if (reach.safe) {
    const channel = reach.safe.how === 'email' ? 'email' : reach.safe.how === 'text' ? 'sms' : null;
    return channel && reach.safe.reach ? permitted([{ channel, address: reach.safe.reach }], reach.never) : [];
  }
  const ways: { channel: Channel; address: string }[] = [];
  if (reach.email) ways.push({ channel: 'email', address: reach.email });
  if (reach.phone && isMobile(reach.phone)) ways.push({ channel: 'sms', address: reach.phone });
  return permitted(ways, reach.never);
}

const permitted = (ways: { channel: Channel; address: string }[], never: readonly string[]): { channel: Channel; address: string }[] =>
  ways.filter((way) => !never.includes(way.channel === 'email' ? 'email' : 'text'));

/** How long a link opens, in days. */
export const linkDays = 14;
