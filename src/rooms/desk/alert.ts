import type { OpenAlert } from './alert.store.ts';
import type { Task } from './task.ts';

/** Kinds of alert that are things to do in themselves; the rooms' own tasks tell of the rest. */
const words: Readonly<Record<string, { one: string; several: (count: number) => string; whom: string; action: string }>> = {
  'break-glass': {
    one: 'Emergency access was used: review it',
    several: (count) => `Emergency access was used ${count} times: review it`,
    whom: 'Privacy',
    action: 'Review',
  },
  'shield-question': {
    one: 'May be a shielded person: decide',
    several: (count) => `${count} records may be of shielded people: decide`,
    whom: 'Shield desk',
    action: 'Decide',
  },
  'restricted-viewed': {
    one: 'A restricted record was opened',
    several: (count) => `Restricted records were opened ${count} times`,
    whom: 'Privacy',
    action: 'Look',
  },
  'feed-gone': {
    one: 'Many are missing from a complete file: was it cut short?',
    several: (count) => `Many are missing from ${count} complete files: were they cut short?`,
    whom: 'Index desk',
    action: 'Decide',
  },
  'still-working': {
    one: 'Still working with these children?',
    several: () => 'Still working with these children?',
    whom: 'For you',
    action: 'Answer',
  },
  'broker-replied': {
    one: 'A service replied to your message about a child',
    several: (count) => `Services replied ${count} times to your message about a child`,
    whom: 'For you',
    action: 'Read',
  },
  'people-joined': {
    one: 'Two records of someone you work with were joined',
    several: (count) => `Records of people you work with were joined, ${count} times`,
    whom: 'For you',
    action: 'Look',
  },
  'people-parted': {
    one: 'Records of someone you work with were parted: check what you wrote',
    several: (count) => `Records of people you work with were parted, ${count} times: check what you wrote`,
    whom: 'For you',
    action: 'Look',
  },
  'baby-born': {
    one: 'There is news of a baby you work with',
    several: (count) => `There is news of ${count} babies you work with`,
    whom: 'For you',
    action: 'Look',
  },
  'share-corrected': {
    one: 'Something that was shared with you is corrected: put your copy right',
    several: (count) => `${count} things that were shared with you are corrected: put your copies right`,
    whom: 'For you',
    action: 'Read',
  },
  'return-due-soon': {
    one: 'An answer to the hub is nearly due',
    several: (count) => `${count} answers to the hub are nearly due`,
    whom: 'For you',
    action: 'Answer',
  },
  'return-overdue': {
    one: 'An answer to the hub is overdue: it waits for you to decide',
    several: (count) => `${count} answers to the hub are overdue: it waits for them to decide`,
    whom: 'For you',
    action: 'Answer',
  },
  'return-long-overdue': {
    one: 'An answer to the hub is overdue by its whole time again',
    several: (count) => `${count} answers to the hub are overdue by their whole time again`,
    whom: 'For you',
    action: 'Answer',
  },
  'return-came-in': {
    one: 'An agency answered the hub',
    several: (count) => `${count} agencies answered the hub`,
    whom: 'Hub',
    action: 'Read',
  },
  'return-corrected': {
    one: 'An agency sent a further return: look at what changed',
    several: (count) => `Agencies sent ${count} further returns: look at what changed`,
    whom: 'Hub',
    action: 'Read',
  },
  'onward-answered': {
    one: 'An agency answered whether an item may leave the hub',
    several: (count) => `Agencies answered ${count} times whether an item may leave the hub`,
    whom: 'Hub',
    action: 'Read',
  },
  'protection-not-accepted': {
    one: 'A hand-over to child protection is not accepted',
    several: (count) => `${count} hand-overs to child protection are not accepted`,
    whom: 'Child protection',
    action: 'Look',
  },
  'duty-swap-taken': {
    one: 'A colleague takes your turn on duty',
    several: (count) => `Colleagues take ${count} of your turns on duty`,
    whom: 'For you',
    action: 'Look',
  },
  'duty-swap-declined': {
    one: 'A colleague cannot take your turn on duty: it stays yours',
    several: (count) => `Colleagues cannot take ${count} of your turns on duty: they stay yours`,
    whom: 'For you',
    action: 'Look',
  },
  'files-infected': {
    one: 'A file was found to be unsafe',
    several: (count) => `${count} files were found to be unsafe`,
    whom: 'Front door',
    action: 'Look',
  },
};

/** Kinds that only repeat what a room's own task or list of changes says. */
const repeated = new Set([
  'duty-swap',
  'consult-asked',
  'consult-answered',
  'share-tell-by-hand',
  'lead-offer',
  'lead-accepted',
  'lead-declined',
  'team-invitation',
  'meeting-planned',
  'minutes-sent',
  'action-assigned',
  'closing-asked',
  'sustainment-due',
  'strategy-request',
]);

/** An alert as a thing to do; null for a kind that is told elsewhere on the page. An unknown kind is shown rather than lost. */
export function taskOfAlert(alert: OpenAlert): Task | null {
  if (repeated.has(alert.kind)) return null;
  const known = words[alert.kind];
  const what = known
    ? alert.count === 1
      ? known.one
      : known.several(alert.count)
    : `Something needs you: ${alert.kind.replaceAll('-', ' ')}`;
  return {
    kind: 'alert',
    alertKind: alert.kind,
    what,
    whom: known?.whom ?? 'For you',
    familyId: null,
    personId: null,
    dueOn: null,
    overdue: false,
    clockWords: null,
    href: alert.href,
    action: known?.action ?? 'Open',
  };
}
