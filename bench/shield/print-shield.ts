/** `npm run bench shield`: can a clock tell a hidden child from no child? Pairs of requests, one about a hidden child and one about nobody,
 *  in random order, one after the other; exit code 1 where the answers differ or the time tells more than the limit. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { printTable } from '../print-table.ts';
import { behind } from '../program/behind.ts';
import { benchFolder, freePort, startGoldthread } from '../program/goldthread.ts';
import { signInPeople } from '../program/signed-in.ts';
import { ask, type Session } from '../program/visitor.ts';
import { pairedAuc, rankAuc } from './rank.ts';
import { draw, searchPairs, whatTimeTells } from './search-pairs.ts';

const pairs = Number(process.env['SHIELD_PAIRS'] ?? 1_500);
/** Pairs of searches, and how many children are hidden, and as many taken out, to be searched for. */
const searches = Number(process.env['SHIELD_SEARCHES'] ?? 10_000);
const drawn = 2_000;
const children = Number(process.env['SEED_CHILDREN'] ?? 10_000);
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

/** The search has a measurement of its own, over many children, since one name takes longer to look for than another. */
async function measureSearch(address: string, session: Session, children: Awaited<ReturnType<typeof draw>>): Promise<void> {
  const { pairs: asked, unlike } = await searchPairs(address, session, children, searches);
  const { auc, paired, from, to } = whatTimeTells(asked);
  if (Math.max(Math.abs(auc - 0.5), Math.abs(paired - 0.5)) > limit - 0.5 || unlike > 0) process.exitCode = 1;
  console.log(
    `\nSearches: ${asked.length.toLocaleString('en-GB')} pairs, ${children.hidden.length} hidden children and ${children.gone.length} who are not there; medians ` +
      `${middle(asked.map((it) => it.hidden))} and ${middle(asked.map((it) => it.gone))} ms; AUC ${auc.toFixed(3)} (95 of 100 between ${from.toFixed(3)} and ` +
      `${to.toFixed(3)}), of pairs ${paired.toFixed(3)}; other status ${unlike}. Load average ${loadavg()[0]?.toFixed(1)}.`,
  );
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
  for (const question of process.env['SHIELD_PAIRS'] === '0' ? [] : questions) {
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
  await measureSearch(goldthread.address, session, await behind(dataDir, (superuser) => draw(superuser, drawn)));
} finally {
  await goldthread.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
