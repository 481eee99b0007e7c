import type { Assertion, AssertionKind, FactsOf } from './assertion.ts';
import { fold, type IndexState } from './fold.ts';
import { standingLinks, live } from './live.ts';

/** For tests: a history of the index in memory, under the same rules as the database's functions (0028): what they refuse is refused here.
 *  A step is what one decision wrote; undefined where it was refused. */
export interface Step {
  rows: Assertion[];
  /** Undone steps are taken back as a whole: their rows are one assertion under each person. */
  manual: boolean;
}

export class History {
  readonly rows: Assertion[] = [];
  private clock = 0;
  private made = 0;

  state(): IndexState {
    return fold(this.rows);
  }

  rootOf(id: string): string {
    const state = this.state();
    let now = id;
    for (let next = state[now]?.became; next; next = state[now]?.became) now = next;
    return now;
  }

  private add<Kind extends AssertionKind>(
    personId: string,
    kind: Kind,
    facts: FactsOf[Kind],
    more: { manual: boolean; id?: string; other?: string; record?: string; retracts?: number; agencyType?: string },
  ): Assertion {
    const row = {
      personId,
      place: this.rows.filter((one) => one.personId === personId).length + 1,
      id: more.id ?? `a${String((this.made += 1)).padStart(5, '0')}`,
      kind,
      retracts: more.retracts ?? null,
      sourceRecordId: more.record ?? null,
      otherPersonId: more.other ?? null,
      facts,
      agencyId: null,
      agencyType: more.agencyType ?? null,
      isManual: more.manual,
      why: kind,
      madeAt: new Date(Date.UTC(2026, 0, 1) + this.clock * 60_000).toISOString(),
    } as Assertion;
    this.rows.push(row);
    return row;
  }

  private both<Kind extends AssertionKind>(
    a: string,
    b: string,
    kind: Kind,
    facts: [FactsOf[Kind], FactsOf[Kind]],
    manual: boolean,
    record?: string,
  ): Step {
    const first = this.add(a, kind, facts[0], { manual, other: b, record });
    return { rows: [first, this.add(b, kind, facts[1], { manual, other: a, record, id: first.id })], manual };
  }

  /** A record arrives under a person, with its facts. */
  link(personId: string, recordId: string, given: string, agencyType: string): void {
    this.clock += 1;
    this.add(personId, 'link', {}, { manual: false, record: recordId });
    const by = { manual: false, record: recordId, agencyType };
    this.add(personId, 'name', { use: 'usual', given, family: 'Khan', source: agencyType }, by);
    this.add(personId, 'date of birth', { born: `2018-03-0${(given.length % 8) + 1}` }, by);
    this.add(
      personId,
      'address',
      { line1: `${given.length} Elm Road`, postcode: 'HA1 1AA', from: `2025-0${(given.length % 8) + 1}-01` },
      by,
    );
  }

  join(one: string, other: string, manual: boolean): Step | undefined {
    this.clock += 1;
    const [stays, goes] = [this.rootOf(one), this.rootOf(other)];
    if (stays === goes || this.apart(stays, goes)) return undefined;
    return this.both(stays, goes, 'merge', [{ part: 'stays' }, { part: 'goes' }], manual);
  }

  private apart(a: string, b: string): boolean {
    return this.state()[a]?.notTheSameAs.includes(b) ?? false;
  }

  sayApart(one: string, other: string): Step | undefined {
    this.clock += 1;
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a === b) return undefined;
    return this.both(a, b, 'certainly not', [{ reason: 'said' }, { reason: 'said' }], true);
  }

  /** Under whom a record's own link stands, before joins. */
  private standsUnder(recordId: string): string | undefined {
    const people = Map.groupBy(this.rows, (one) => one.personId);
    for (const [id, all] of people) if (standingLinks(all, live(all)).has(recordId)) return id;
    return undefined;
  }

  split(recordId: string): Step | undefined {
    this.clock += 1;
    const from = this.standsUnder(recordId);
    if (!from) return undefined;
    const to = `s${String((this.made += 1)).padStart(5, '0')}`;
    const step = this.both(from, to, 'split', [{ part: 'from' }, { part: 'to' }], true, recordId);
    const facts = this.rows.filter(
      (one) => one.personId === from && one.sourceRecordId === recordId && one.kind !== 'split' && one.kind !== 'link',
    );
    this.add(to, 'link', {}, { manual: false, record: recordId });
    for (const one of facts)
      this.add(to, one.kind, one.facts, { manual: false, record: recordId, agencyType: one.agencyType ?? undefined });
    const apart = this.both(this.rootOf(from), to, 'certainly not', [{ reason: 'split' }, { reason: 'split' }], true);
    step.rows.push(...apart.rows);
    return step;
  }

  /** Takes a step back, or takes back a taking back; the machine never what a person decided. */
  takeBack(step: Step, manual: boolean): Step | undefined {
    this.clock += 1;
    if (!manual && step.manual) return undefined;
    const standing = (row: Assertion): boolean => {
      const later = this.rows.filter((one) => one.personId === row.personId && one.kind === 'retract' && one.retracts === row.place);
      return !later.some((one) => standing(one));
    };
    if (!step.rows.every(standing)) return undefined;
    const before = this.rows.length;
    const rows = step.rows.map((row) =>
      this.add(row.personId, 'retract', {}, { manual, retracts: row.place, other: row.otherPersonId ?? undefined }),
    );
    if (this.impossible()) {
      this.rows.length = before;
      return undefined;
    }
    return { rows, manual };
  }

  /** A record under two people or none, or people joined who certainly are apart: taking back to there is refused. */
  private impossible(): boolean {
    const people = Map.groupBy(this.rows, (one) => one.personId);
    const seen = new Set<string>();
    for (const all of people.values())
      for (const id of standingLinks(all, live(all)).keys()) {
        if (seen.has(id)) return true;
        seen.add(id);
      }
    const records = new Set(this.rows.flatMap((one) => (one.kind === 'link' ? (one.sourceRecordId ?? '') : [])));
    return seen.size !== records.size || this.crossed().length > 0;
  }

  /** Live certainly-nots whose two people are one now. */
  crossed(): Assertion[] {
    return [...Map.groupBy(this.rows, (one) => one.personId).values()]
      .flatMap((all) => live(all))
      .filter((one) => one.kind === 'certainly not' && this.rootOf(one.personId) === this.rootOf(one.otherPersonId ?? ''));
  }
}
