import { readCsv, cellsOf } from './read-csv.ts';

/** Whose record each one is, by place; `place` finds the place of an id. Numbers
 *  stand for people, mothers and multiple births (0: none). */
export interface Truth {
  ids: readonly string[];
  place: ReadonlyMap<string, number>;
  person: Int32Array;
  mother: Int32Array;
  twins: Int32Array;
  community: readonly string[];
  slips: readonly string[];
}

/** Truth from rows: id, person, and where known mother, twins, community and slips. */
export function truthOf(
  rows: Iterable<readonly [id: string, person: string, mother?: string, twins?: string, community?: string, slips?: string]>,
): Truth {
  const numbers = new Map<string, number>();
  const numbered = (kind: string, text: string | undefined): number => {
    if (!text) return 0;
    const key = kind + text;
    const known = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, known);
    return known;
  };
  const [ids, community, slips] = [[] as string[], [] as string[], [] as string[]];
  const [person, mother, twins] = [[] as number[], [] as number[], [] as number[]];
  for (const row of rows) {
    ids.push(row[0]);
    person.push(numbered('p', row[1]));
    mother.push(numbered('m', row[2]));
    twins.push(numbered('t', row[3]));
    community.push(row[4] ?? '');
    slips.push(row[5] ?? '');
  }
  const place = new Map(ids.map((id, at) => [id, at]));
  return { ids, place, person: Int32Array.from(person), mother: Int32Array.from(mother), twins: Int32Array.from(twins), community, slips };
}

/** The truth beside a made-up population. */
export function readTruth(file: string): Truth {
  const { places, lines } = readCsv(file, ['id', 'person', 'mother', 'twins', 'community', 'slips']);
  function* rows() {
    for (const line of lines) {
      const cells = cellsOf(line);
      const [id = '', person = '', mother, twins, community, slips] = places.map((at) => cells[at] ?? '');
      yield [id, person, mother, twins, community, slips] as const;
    }
  }
  return truthOf(rows());
}
