/** How someone may be reached without harm (domain 2.6, "safe contact"): the rules of a contact, and what they let a person do. Pure. */
import { londonTime } from '../../../platform/time/london.ts';
import type { Channel } from './notification.ts';

/** One rule. `personName` null is everybody at the home; times are "HH:MM" in London. */
export interface SafeContactRule {
  id: string;
  namedId: string | null;
  personName: string | null;
  channel: Channel;
  rule: 'never' | 'only between';
  from: string | null;
  to: string | null;
  note: string | null;
  toldBy: 'police' | 'staff';
  setByName: string | null;
  setAt: Date;
}

export const channelWords: Record<Channel, string> = {
  phone: 'by telephone',
  text: 'by text message',
  email: 'by email',
  letter: 'by letter',
  visit: 'by a visit',
  school: 'through the school',
};

/** A rule as a person reads it: "Never by letter to Ruth Adeyemi" or "Ruth Adeyemi by telephone only between 09:30 and 14:30". */
export function ruleInWords(it: Pick<SafeContactRule, 'personName' | 'channel' | 'rule' | 'from' | 'to' | 'note'>): string {
  const whom = it.personName ?? 'anybody at the home';
  const words =
    it.rule === 'never'
      ? `Never ${channelWords[it.channel]}: ${whom}`
      : `${channelWords[it.channel].replace(/^./, (first) => first.toUpperCase())} only between ${it.from} and ${it.to}: ${whom}`;
  return it.note ? `${words}. ${it.note}` : words;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Why somebody may not be reached by this way at this moment, in words; null when they may. A rule for the whole home holds for each, and
 *  when nobody in particular is meant (`namedId` null) every rule holds. */
export function unsafeBecause(
  rules: readonly SafeContactRule[],
  way: { channel: Channel; namedId: string | null; at: Date },
): string | null {
  const { hour, minute } = londonTime(way.at);
  const now = hour * 60 + minute;
  for (const rule of rules) {
    if (rule.channel !== way.channel) continue;
    if (rule.namedId !== null && way.namedId !== null && rule.namedId !== way.namedId) continue;
    if (rule.rule === 'never') return `${ruleInWords(rule)}. Choose another way.`;
    if (!within(now, minutes(rule.from ?? '00:00'), minutes(rule.to ?? '00:00'))) return `${ruleInWords(rule)}. It is not that time now.`;
  }
  return null;
}

/** A span may go over midnight. */
const within = (now: number, from: number, to: number): boolean => (from <= to ? now >= from && now < to : now >= from || now < to);

export interface NewSafeRule {
  contactId: string;
  namedId: string | null;
  channel: Channel;
  rule: 'never' | 'only between';
  from: string | null;
  to: string | null;
  note: string | null;
}

/** What the police told of reaching one person, as its row has it. */
interface SafeWaysTold {
  never_by: readonly string[];
  only_by: string | null;
  only_from: string | null;
  only_to: string | null;
  safe_note: string | null;
}

/** The rules a notification tells of one person. One way that is safe at certain hours is a rule of hours. */
export function rulesTold(person: SafeWaysTold, contactId: string, namedId: string): NewSafeRule[] {
  const own = { contactId, namedId, note: person.safe_note };
  const never = person.never_by.map((channel) => ({ ...own, channel: channel as Channel, rule: 'never' as const, from: null, to: null }));
  if (!person.only_by || !person.only_from || !person.only_to) return never;
  const hours = { from: person.only_from.slice(0, 5), to: person.only_to.slice(0, 5) };
  return [...never, { ...own, channel: person.only_by as Channel, rule: 'only between', ...hours }];
}
