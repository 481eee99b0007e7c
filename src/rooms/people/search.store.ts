import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { actingAs, type StaffCtx } from '../../platform/access/ctx.ts';
import type { PlainDate } from '../../platform/time/calendar-day.ts';
import type { IndexPerson } from './match.ts';
import type { WrittenName } from './person.ts';
import { probesFor, searchedWords } from './search/probes.ts';
import { isNarrow, type Sought } from './search/sought.ts';
import { askedKeys, heardOf, heardWord, keyWeights, type KeyFacts, type KeyKind } from './search-keys.ts';
import { londonDay } from './today.ts';

/** Someone a search returned: the least that lets a practitioner choose. For a restricted record only the name and whom to ask. */
export interface Found {
  personId: string;
  givenName: string | null;
  familyName: string | null;
  preferredName: string | null;
  otherNames: string[];
  dateOfBirth: PlainDate | null;
  dateOfBirthIs: 'exact' | 'estimated' | 'unknown';
  expectedOn: PlainDate | null;
  sex: 'F' | 'M' | 'U';
  area: string | null;
  matched: KeyKind[];
  involvementCount: number | null;
  twin: boolean;
  /** Others found beside them who belong to the same family. */
  siblings: string[];
  contactInstead: string | null;
}

/** A candidate as the search role hands it over. */
export interface HandedOver extends Omit<IndexPerson, 'parents' | 'household'> {
  id: string;
  preferred?: string | null;
  parents: string[];
  involvementCount: number;
  notTheSameAs: string[];
  decided?: { decision: string; by: string; at: string } | null;
  contactInstead?: string;
  household: { id: string; given: string | null; name: string; dateOfBirth: PlainDate | null; part: string }[];
  names: WrittenName[];
}

/** What was typed is kept in the audit as a hash alone: enough to show that two searches asked the same, not what they asked. */
const fingerprint = (asked: unknown): string => createHash('sha256').update(JSON.stringify(asked)).digest('hex');

function asked(ctx: StaffCtx, facts: KeyFacts) {
  const keys = askedKeys(facts);
  return {
    keys: keys.map((it) => it.key),
    kinds: keys.map((it) => it.kind),
    weights: keys.map((it) => keyWeights[it.kind]),
    heard: heardOf(facts.names),
    fingerprint: fingerprint([facts, null]),
    role: actingAs(ctx.who)?.role ?? null,
    agencyId: actingAs(ctx.who)?.agencyId ?? null,
  };
}

/** Of a restricted record the database hands over no more than the name and whom to ask. */
const nothingMore: Omit<Found, 'personId' | 'givenName' | 'familyName'> = {
  preferredName: null,
  otherNames: [],
  dateOfBirth: null,
  dateOfBirthIs: 'unknown',
  expectedOn: null,
  sex: 'U',
  area: null,
  matched: [],
  involvementCount: null,
  twin: false,
  siblings: [],
  contactInstead: null,
};

/** Searches the index through its one audited door: at most 20 people, most alike first. The audit event, with who was returned, is
 *  written by the function itself, which also refuses a name alone and a search without a reason (check_violation). */
export async function findPeople(ctx: StaffCtx, sought: Sought, reason: string): Promise<Found[]> {
  const probes = probesFor(sought, londonDay(ctx));
  const ends = probes.reduce<number[]>((so, { keys }) => [...so, (so.at(-1) ?? 0) + keys.length], []);
  const words = searchedWords(sought.name);
  const heard = [0, 1, 2, 3].map((at) => (words[at] ? heardWord(words[at]) : null));
  const as = actingAs(ctx.who);
  const asks = sql`${probes.flatMap((it) => it.keys)}::bigint[], ${probes.map(({ keys }, at) => (ends[at] ?? 0) - keys.length + 1)}::integer[], ${ends}::integer[],
    ${probes.map((it) => it.every)}::boolean[], ${probes.map((it) => it.guarded)}::boolean[], ${probes.map((it) => it.ofParent)}::boolean[],
    ${probes.map((it) => it.weight)}::integer[], ${probes.map((it) => it.stop)}::integer[], ${probes.map((it) => it.kind)}::text[],
    ${heard[0]}::text[], ${heard[1]}::text[], ${heard[2]}::text[], ${heard[3]}::text[], ${words}::text[],
    ${searchedWords(sought.parent).flatMap(heardWord)}::text[], ${words.length > 0}, ${isNarrow(sought)}, ${reason}`;
  const audited = sql`${fingerprint(sought)}, ${as?.role ?? null}, ${as?.agencyId ?? null}::uuid, ${ctx.request.id}`;
  const people =
    (await foundOnReplica(ctx, asks, { reason, asked: fingerprint(sought), keys: ends.at(-1) ?? 0 })) ??
    (await sql<{ people: Handed[] }>`select search.find_people(${asks}, ${audited}) as people`.execute(ctx.tx)).rows[0]?.people;
  return (people ?? []).map((one) => ({ ...nothingMore, givenName: null, familyName: null, ...one }));
}

type Handed = Partial<Found> & { personId: string };

/** The same, read on the replica where there is one that shows everything saved before; the audit event is written here, on the primary, and
 *  committed with the request before anything is answered. Undefined: ask the primary. */
async function foundOnReplica(
  ctx: StaffCtx,
  asks: RawBuilder<unknown>,
  audit: { reason: string; asked: string; keys: number },
): Promise<Handed[] | undefined> {
  const answer = await ctx.replica?.ask(
    async (replica) =>
      (await sql<{ found: { ids: string[]; people: Handed[] } }>`select search.find_on_replica(${asks}) as found`.execute(replica)).rows[0]
        ?.found,
  );
  if (!answer) return undefined;
  const as = actingAs(ctx.who);
  const detail = JSON.stringify({ asked: audit.asked, keys: audit.keys, returned: answer.ids.length });
  await sql`select audit.append('people.index.searched', 'done', ${audit.reason}, ${answer.ids}::uuid[], null, null, ${detail}::jsonb, ${as?.role ?? null},
    ${as?.agencyId ?? null}::uuid, ${ctx.request.id})`.execute(ctx.tx);
  return answer.people ?? [];
}

/** People who may be the person described, with what is needed to compare; the same door, guard and audit as a search. */
export async function handedOver(
  ctx: StaffCtx,
  facts: KeyFacts,
  from: { sourceKind: string; sourceId: string } | null,
  reason: string,
): Promise<HandedOver[]> {
  const it = asked(ctx, facts);
  const { rows } = await sql<{
    candidates: HandedOver[];
  }>`select search.candidates_for(${it.keys}::bigint[], ${it.kinds}::text[], ${it.weights}::integer[], ${it.heard}::text[],
      ${[...facts.identifiers]}::text[], ${from?.sourceKind ?? null}, ${from?.sourceId ?? null}::uuid, ${reason}, ${it.fingerprint}, ${it.role},
      ${it.agencyId}::uuid, ${ctx.request.id}) as candidates`.execute(ctx.tx);
  return rows[0]?.candidates ?? [];
}
