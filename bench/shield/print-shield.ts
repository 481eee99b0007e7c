/** `npm run bench shield`: can a clock tell a hidden child from no child? Pairs of requests, one about a hidden child and one about nobody,
 *  in random order, one after the other; exit code 1 where the answers differ or the time tells more than the limit. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printTable } from '../print-table.ts';
import { behind } from '../program/behind.ts';
import { benchFolder, freePort, startGoldthread } from '../program/goldthread.ts';
import { signInPeople } from '../program/signed-in.ts';
import { ask, type Session } from '../program/visitor.ts';
import { pairedAuc, rankAuc } from './rank.ts';

const pairs = Number(process.env['SHIELD_PAIRS'] ?? 1_500);
const children = Number(process.env['SEED_CHILDREN'] ?? 2_000);
const limit = 0.53;

interface Child {
  id: string;
  given: string;
  family: string;
  born: string;
}
interface Question {
  what: string;
  path: (id: string) => string;
  form?: (child: Child, session: Session) => Record<string, string>;
}

const typed = (child: Child, session: Session): Record<string, string> => {
  const [year = '', month = '', day = ''] = child.born.split('-');
  const who = { given: child.given, family: child.family, 'born-day': day, 'born-month': month, 'born-year': year };
  return { ...who, reason: 'Working with this child or family', why: 'A call', _csrf: session.csrf, _key: randomUUID() };
};
const reason = (_child: Child, session: Session): Record<string, string> => ({
  reason: 'A neighbour heard shouting and nobody opens',
  _csrf: session.csrf,
  _key: randomUUID(),
});

const questions: readonly Question[] = [
  { what: 'who they are', path: (id) => `/people/${id}` },
  { what: "the child's page", path: (id) => `/children/${id}` },
  { what: 'who is involved', path: (id) => `/people/${id}/involved` },
  { what: 'chronology', path: (id) => `/chronology/${id}` },
  { what: 'emergency, the form', path: (id) => `/people/${id}/emergency` },
  { what: 'emergency, sent', path: (id) => `/people/${id}/emergency`, form: reason },
  { what: 'a look-up', path: (id) => `/people/${id}/look`, form: reason },
  { what: 'search by name', path: () => '/people/find', form: typed },
];

/** A name as long, with the same letters turned round: searched as often, found as little. */
const nobodyLike = (child: Child): Child => ({ ...child, id: randomUUID(), given: turned(child.given), family: turned(child.family) });
const turned = (name: string): string =>
  [...name.toLowerCase()]
    .toReversed()
    .join('')
    .replace(/^./, (letter) => letter.toUpperCase());

async function timed(
  address: string,
  session: Session,
  question: Question,
  child: Child,
): Promise<{ milliseconds: number; status: number }> {
  return ask(address, question.path(child.id), session, question.form?.(child, session) ?? null);
}

async function measure(address: string, session: Session, question: Question, hidden: readonly Child[]) {
  const times: { hidden: number[]; nobody: number[] } = { hidden: [], nobody: [] };
  let unlike = 0;
  for (let at = -100; at < pairs; at += 1) {
    const child = hidden[Math.abs(at) % hidden.length];
    if (!child) throw new Error('The borough has no hidden child.');
    const [first, second] = Math.random() < 0.5 ? [child, nobodyLike(child)] : [nobodyLike(child), child];
    const [one, two] = [await timed(address, session, question, first), await timed(address, session, question, second)];
    if (one.status !== two.status) unlike += 1;
    if (at < 0) continue;
    const [ofHidden, ofNobody] = first === child ? [one, two] : [two, one];
    times.hidden.push(ofHidden.milliseconds);
    times.nobody.push(ofNobody.milliseconds);
  }
  return { ...times, unlike };
}

const middle = (values: readonly number[]): string => (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(2);

const dataDir = join(resolve(benchFolder()), `shield-${process.pid}`);
const goldthread = await startGoldthread({ dataDir, port: await freePort(), env: { SEED_CHILDREN: String(children) } });
try {
  const { sessions, hidden } = await behind(dataDir, async (superuser) => ({
    sessions: await signInPeople(superuser, ['MASH_M'], 1),
    hidden: (
      await superuser.query<Child>(
        `select id, given_name as given, family_name as family, date_of_birth::text as born from person
         where shield = 'hidden' and not shield_pending and date_of_birth is not null`,
      )
    ).rows,
  }));
  const [session] = sessions;
  if (!session) throw new Error('The borough has no front door manager.');
  const rows: string[][] = [];
  for (const question of questions) {
    const { hidden: of, nobody, unlike } = await measure(goldthread.address, session, question, hidden);
    const [pooled, paired] = [rankAuc(of, nobody), pairedAuc(of, nobody)];
    const tells = Math.max(Math.abs(pooled - 0.5), Math.abs(paired - 0.5)) > limit - 0.5;
    if (tells || unlike > 0) process.exitCode = 1;
    rows.push([
      question.what,
      String(of.length),
      middle(of),
      middle(nobody),
      pooled.toFixed(3),
      paired.toFixed(3),
      String(unlike),
      tells ? 'tells' : 'no',
    ]);
  }
  console.log(
    `${pairs} pairs a question, ${children.toLocaleString('en-GB')} children, one front door manager; 0.5 is blind, the limit ${limit} (or ${(1 - limit).toFixed(2)}).`,
  );
  printTable(
    ['Asked about a hidden child or nobody', 'Pairs', 'Hidden ms', 'Nobody ms', 'AUC', 'AUC of pairs', 'Other status', 'Does time tell?'],
    rows,
  );
} finally {
  await goldthread.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
