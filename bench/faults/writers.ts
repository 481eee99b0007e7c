/** People who write while things break: they raise concerns and save drafts, and send again what was not answered, as a browser would. */
import { randomUUID } from 'node:crypto';
import { ask, hiddenFields, type Reply, type Session } from '../program/visitor.ts';
import type { Ledger } from './ledger.ts';

/** What came back while things broke. Only 200, 303, 503 with Retry-After and a refused connection are right. */
export interface Answers {
  taken: number;
  unavailable: number;
  unreachable: number;
  wordsKept: number;
  wrong: string[];
}

export interface Writers {
  answers: Answers;
  sent: Map<string, string>;
  stop(): Promise<void>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
const words = (mark: string): string => `Ledger ${mark}: "he said <no> & went", Zoë told us`;

/** Sets one concern writer going for each session but the last two, which save drafts over and over. */
export function startWriters(address: string, sessions: readonly Session[], ledger: Ledger): Writers {
  const answers: Answers = { taken: 0, unavailable: 0, unreachable: 0, wordsKept: 0, wrong: [] };
  const sent = new Map<string, string>();
  const going = { on: true };
  const send = (session: Session, path: string, fields: Record<string, string>): Promise<Reply> =>
    untilTaken(address, session, path, fields, answers);
  const work = sessions.map((session, at) =>
    (at < sessions.length - 2 ? raiseConcerns : saveDrafts)({ session, at, ledger, going, sent, send }),
  );
  return {
    answers,
    sent,
    stop: async () => {
      going.on = false;
      await Promise.all(work);
    },
  };
}

interface Desk {
  session: Session;
  at: number;
  ledger: Ledger;
  going: { on: boolean };
  sent: Map<string, string>;
  send(session: Session, path: string, fields: Record<string, string>): Promise<Reply>;
}

async function raiseConcerns({ session, at, ledger, going, sent, send }: Desk): Promise<void> {
  for (let number = 1; going.on; number += 1) {
    const mark = `${at}-${number}`;
    await send(session, '/concern/form/people/1', { part: 'child', givenName: 'Ledger', familyName: mark });
    await send(session, '/concern/form/you', { yourPhone: '020 7946 0000' });
    await send(session, '/concern/form/worry', { whatHappened: words(mark) });
    sent.set(mark, words(mark));
    const reply = await send(session, '/concern/send', { mark: words(mark) });
    const id = /\/concern\/sent\/([0-9a-f-]{36})$/.exec(reply.headers.location ?? '')?.[1];
    if (id) ledger.write({ kind: 'concern', mark, id });
    await pause(10);
  }
}

async function saveDrafts({ session, ledger, going, send }: Desk): Promise<void> {
  for (let saved = 1; going.on; saved += 1) {
    const reply = await send(session, '/drafts/save', { _draft: 'concern', whatHappened: `Draft ${saved}` });
    if (reply.status === 200) ledger.write({ kind: 'draft', staffId: session.staffId, saved });
    await pause(15);
  }
}

/** Sends a form until it is taken, always with the same key: again as it was when nobody answered, and from the page itself when that
 *  said to try again, so that words a page had lost would be lost here too. */
async function untilTaken(
  address: string,
  session: Session,
  path: string,
  fields: Record<string, string>,
  answers: Answers,
): Promise<Reply> {
  const first = { ...fields, _csrf: session.csrf, _key: randomUUID() };
  for (let form: Record<string, string> = first; ; await pause(40)) {
    const reply = await ask(address, path, session, form).catch((error: NodeJS.ErrnoException) => error);
    if (reply instanceof Error) {
      answers.unreachable += 1;
      continue;
    }
    if (reply.status === 200 || reply.status === 303) {
      answers.taken += 1;
      return reply;
    }
    if (reply.status !== 503 || !(Number(reply.headers['retry-after']) > 0)) answers.wrong.push(`POST ${path} answered ${reply.status}`);
    if (answers.wrong.length > 50) throw new Error(`Too much went wrong: ${[...new Set(answers.wrong)].join(', ')}`);
    answers.unavailable += 1;
    form = kept(reply.body, first, answers, path);
  }
}

function kept(page: string, first: Record<string, string>, answers: Answers, path: string): Record<string, string> {
  const again = hiddenFields(page);
  const lost = Object.keys(first).filter((name) => again[name] !== first[name]);
  if (lost.length === 0) answers.wordsKept += 1;
  else answers.wrong.push(`POST ${path}: the page lost ${lost.join(', ')}`);
  return lost.length === 0 ? again : first;
}
