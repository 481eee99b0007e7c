import { cell, rowLength } from './columns.ts';
import { Comparer } from './compare.ts';
import { csvField } from './csv.ts';
import { fieldNames, plainWords } from './explain.ts';
import { aspects, silent } from './levels.ts';
import type { Linked } from './link-records.ts';
import type { Loaded } from './load.ts';
import { Scorer } from './score.ts';
import { sharesFrom } from './shares.ts';

const why: Readonly<Record<string, string>> = {
  score: 'Likely, but not likely enough to join without a person looking',
  twins: 'They may be twins',
  margin: 'Another is nearly as likely',
};

/** `id_a,id_b,score,words`: every open question, likeliest first, with what agrees and differs. */
export function* reviewLines(loaded: Loaded, linked: Linked): Generator<string> {
  const { columns, ids, places } = loaded;
  const scorer = new Scorer(linked.estimate, columns, sharesFrom(linked.shares));
  const comparer = new Comparer(columns, scorer.shares);
  const text = (row: number, where: number): string => columns.words.words[columns.cells[row * rowLength + where]!] ?? '';
  yield 'id_a,id_b,score,words';
  for (const question of linked.questions) {
    comparer.compare(question.one, question.other);
    const said = aspects.flatMap((aspect, place) => {
      const level = comparer.levels[place]!;
      if (level === silent || aspect === 'order') return [];
      const where = aspect === 'given' ? cell.givenWhole : cell.familyWhole;
      const words = plainWords(aspect, level, text(question.one, where), text(question.other, where));
      return [`${fieldNames[aspect]}: ${words}`];
    });
    const line = [why[question.why] ?? question.why, ...said].join('. ');
    const [one, other] = [ids[places[question.one]!]!, ids[places[question.other]!]!];
    yield `${csvField(one)},${csvField(other)},${question.score.toFixed(2)},${csvField(line)}`;
  }
}
