import type {
  AddressFacts,
  Assertion,
  BirthFacts,
  ContactPointFacts,
  IdentifierFacts,
  NameFacts,
  RelationshipFacts,
  SexFacts,
} from './assertion.ts';
import { because, chosen, dayOf, type Told } from './choose.ts';
import { holding } from './live.ts';
import { redirects, rootOf } from './redirect.ts';

/** A value shown, why this one, and the assertion behind it. */
export interface Shown<Facts> {
  facts: Facts;
  because: string;
  assertionId: string;
}
/** A fact with the row it is in person_name and its sisters. */
export type Kept<Facts> = Facts & { rowId: string; recordId: string | null };

/** A person as their live assertions make them. Whoever was joined to another is only where they lead. */
export interface PersonState {
  id: string;
  became: string | null;
  /** Source records that stand under this person, joined ones included; a record with a newer version stands among the replaced. */
  records: string[];
  replacedRecords: string[];
  name: Shown<NameFacts> | null;
  born: Shown<BirthFacts> | null;
  sex: Shown<SexFacts> | null;
  address: Shown<AddressFacts> | null;
  names: Kept<NameFacts>[];
  addresses: Kept<AddressFacts>[];
  contactPoints: Kept<ContactPointFacts>[];
  identifiers: Kept<IdentifierFacts>[];
  relationships: (RelationshipFacts & { rowId: string; otherId: string })[];
  /** People this one certainly is not, as they stand now. */
  notTheSameAs: string[];
}
/** Everyone an assertion speaks of under their own name, by id. */
export type IndexState = Readonly<Record<string, PersonState>>;

/** The index as the assertions make it. Pure: the same assertions in any order give the same state, byte for byte (canonical.ts). */
export function fold(assertions: readonly Assertion[]): IndexState {
  const byPerson = Map.groupBy(assertions, (one) => one.personId);
  const leads = redirects(byPerson);
  const joined = Map.groupBy([...byPerson.keys()].toSorted(), (id) => rootOf(leads, id));
  const people = [...byPerson.keys()].toSorted().map((id): [string, PersonState] => {
    const became = leads.get(id);
    return [id, became ? { ...nobody(id), became } : together(id, joined.get(id) ?? [id], byPerson, leads)];
  });
  return Object.fromEntries(people);
}

/** One person of the index, by whichever of their ids; null when no assertion speaks of them. */
export function foldPerson(assertions: readonly Assertion[], id: string): PersonState | null {
  const state = fold(assertions);
  let now = state[id];
  for (let step = 0; now?.became && step < assertions.length; step += 1) now = state[now.became];
  return now ?? null;
}

const nobody = (id: string): PersonState => ({
  id,
  became: null,
  records: [],
  replacedRecords: [],
  name: null,
  born: null,
  sex: null,
  address: null,
  names: [],
  addresses: [],
  contactPoints: [],
  identifiers: [],
  relationships: [],
  notTheSameAs: [],
});

interface Cluster {
  held: { one: Assertion; own: boolean; replaced: boolean }[];
  records: string[];
  replaced: Set<string>;
}

function gathered(id: string, members: readonly string[], byPerson: ReadonlyMap<string, readonly Assertion[]>): Cluster {
  const parts = members.map((member) => ({ member, ...holding(byPerson.get(member) ?? []) }));
  const links = parts.flatMap(({ records }) => [...records.values()]);
  const replaced = new Set(links.flatMap((link) => link.facts.replaces ?? []));
  const held = parts.flatMap(({ member, facts }) =>
    facts.map((one) => ({ one, own: member === id, replaced: one.sourceRecordId !== null && replaced.has(one.sourceRecordId) })),
  );
  const records = links.map((link) => link.sourceRecordId ?? '').toSorted();
  return { held: held.toSorted((a, b) => (a.one.id < b.one.id ? -1 : 1)), records, replaced };
}

function together(
  id: string,
  members: readonly string[],
  byPerson: ReadonlyMap<string, readonly Assertion[]>,
  leads: ReadonlyMap<string, string>,
): PersonState {
  const { held, records, replaced } = gathered(id, members, byPerson);
  const others = held.flatMap(({ one }) => (one.kind === 'certainly not' && one.otherPersonId ? rootOf(leads, one.otherPersonId) : []));
  return {
    ...nobody(id),
    records: records.filter((it) => !replaced.has(it)),
    replacedRecords: records.filter((it) => replaced.has(it)),
    ...identity(held),
    ...lists(held, leads),
    notTheSameAs: [...new Set(others)].filter((it) => it !== id).toSorted(),
  };
}

type Held = Cluster['held'];
const shown = <Facts extends object>(it: Told<Facts> | null): Shown<Facts> | null =>
  it && { facts: it.facts, because: because(it.facts, it.by), assertionId: it.by.id };

function identity(held: Held): Pick<PersonState, 'name' | 'born' | 'sex' | 'address'> {
  const told = <Facts extends object>(of: (one: Assertion) => Facts | null): Told<Facts>[] =>
    held.flatMap(({ one, own, replaced }) => {
      const facts = of(one);
      return facts ? [{ facts, by: one, own, replaced }] : [];
    });
  const name = told((one) =>
    one.kind === 'name' && one.facts.use === 'usual' ? one.facts : one.kind === 'as recorded' ? recordedName(one.facts) : null,
  );
  const born = told((one): BirthFacts | null =>
    one.kind === 'date of birth'
      ? one.facts
      : one.kind === 'as recorded'
        ? { born: one.facts.born, bornIs: one.facts.bornIs, expectedOn: one.facts.expectedOn }
        : null,
  );
  const sex = told((one): SexFacts | null => (one.kind === 'sex' ? one.facts : one.kind === 'as recorded' ? { sex: one.facts.sex } : null));
  return {
    name: shown(
      chosen(
        'name',
        name.filter((it) => it.by.kind === 'name' || it.facts.given || it.facts.family),
      ),
    ),
    born: shown(
      chosen(
        'born',
        born.filter((it) => it.facts.born || it.facts.expectedOn || said(it.by)),
      ),
    ),
    sex: shown(
      chosen(
        'sex',
        sex.filter((it) => it.facts.sex !== 'U' || said(it.by)),
      ),
    ),
    address: shown(currentAddress(held)),
  };
}

/** Said here by a person: that it is not known is then what is shown. */
const said = (one: Assertion): boolean => one.isManual && one.kind !== 'as recorded';

const recordedName = (it: { given: string | null; family: string | null; preferred: string | null }): NameFacts => ({
  use: 'usual',
  given: it.given,
  family: it.family,
  preferred: it.preferred,
});

function currentAddress(held: Held): Told<AddressFacts> | null {
  const open = held.flatMap(({ one, own, replaced }): Told<AddressFacts>[] => {
    const all = one.kind === 'address' ? [one.facts] : one.kind === 'as recorded' ? one.facts.addresses : [];
    return all.filter((it) => !it.to).map((facts) => ({ facts, by: one, own, replaced }));
  });
  return chosen('address', open, (it) => it.facts.from ?? it.facts.on ?? (it.by.kind === 'as recorded' ? '' : dayOf(it.facts, it.by)));
}

function lists(held: Held, leads: ReadonlyMap<string, string>) {
  const rows = <Facts>(
    of: (one: Assertion) => readonly Facts[] | null,
    recorded: (one: Assertion) => readonly (Facts & { id: string })[],
  ): Kept<Facts>[] =>
    held
      .flatMap(({ one }) => [
        ...(of(one) ?? []).map((facts) => ({ ...facts, rowId: one.id, recordId: one.sourceRecordId })),
        ...recorded(one).map(({ id, ...facts }) => ({ ...(facts as unknown as Facts), rowId: id, recordId: null })),
      ])
      .toSorted((a, b) => (a.rowId < b.rowId ? -1 : 1));
  return {
    names: rows<NameFacts>(
      (one) => (one.kind === 'name' ? [one.facts] : null),
      (one) => (one.kind === 'as recorded' ? one.facts.names : []),
    ),
    addresses: rows<AddressFacts>(
      (one) => (one.kind === 'address' ? [one.facts] : null),
      (one) => (one.kind === 'as recorded' ? one.facts.addresses : []),
    ),
    contactPoints: rows<ContactPointFacts>(
      (one) => (one.kind === 'contact point' ? [one.facts] : null),
      (one) => (one.kind === 'as recorded' ? one.facts.contactPoints : []),
    ),
    identifiers: rows<IdentifierFacts>(
      (one) => (one.kind === 'identifier' ? [one.facts] : null),
      (one) => (one.kind === 'as recorded' ? one.facts.identifiers : []),
    ),
    relationships: held
      .flatMap(({ one }) =>
        one.kind === 'relationship' && one.otherPersonId
          ? [{ ...one.facts, rowId: one.id, otherId: rootOf(leads, one.otherPersonId) }]
          : [],
      )
      .toSorted((a, b) => (a.rowId + a.way < b.rowId + b.way ? -1 : 1)),
  };
}
