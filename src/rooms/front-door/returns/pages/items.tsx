import { shortDate } from '../../../../platform/time/plain-dates.ts';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { gradeWords, handlingWords } from '../grading.codes.ts';
import type { QuestionSet } from '../question-sets.codes.ts';
import { askOf, reachWords, saysNothing, type AskedAbout, type Item } from '../return.ts';

const tags = {
  fact: ['Fact', 'govuk-tag--blue'],
  opinion: ['Opinion', 'govuk-tag--purple'],
  allegation: ['Allegation', 'govuk-tag--orange'],
} as const;

/** The items of a return as they will be, or were, released: what, of whom, as fact, opinion or allegation, and who may have it. */
export function Items({ items, set, people }: { items: readonly Item[]; set: QuestionSet; people: readonly AskedAbout[] }) {
  return (
    <table class="govuk-table gt-stacks">
      <caption class="govuk-visually-hidden">Items of the return</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Question', 'About', 'What we say', 'Who may have it'].map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {items.map((item) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {askOf(set, item.question)}
            </th>
            <td class="govuk-table__cell" data-heading="About">
              {people.find((one) => one.id === item.aboutId)?.name ?? 'The household'}
            </td>
            <td class="govuk-table__cell" data-heading="What we say">
              <Said item={item} />
            </td>
            <td class="govuk-table__cell" data-heading="Who may have it">
              {saysNothing(item) ? 'The hub' : reachWords[item.reach]}
              {item.thirdParty ? '. About somebody outside the family: never in a family’s copy' : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One item in full: kind, words, when, where from, grade. */
export function Said({ item }: { item: Item }) {
  if (saysNothing(item)) return <span class="gt-muted">{item.words}</span>;
  const [word, colour] = tags[item.kind];
  const when = item.from ? `${shortDate(item.from)}${item.to && item.to !== item.from ? ` to ${shortDate(item.to)}` : ''}` : null;
  const more = [when, item.source ? `From: ${item.source}` : null, gradeWords(item.grading), handlingWords(item.handling)].filter(Boolean);
  return (
    <>
      <Tag classes={colour}>{word}</Tag> <span class="gt-as-typed">{item.words}</span>
      {more.length > 0 ? (
        <>
          <br />
          <span class="gt-small">{more.join('. ')}</span>
        </>
      ) : null}
    </>
  );
}
