import type { ComponentChildren } from 'preact';

export type ListSummaryProps = {
  count: number;
  /** One of them and several of them: ["contact", "contacts"]. */
  noun: readonly [one: string, several: string];
  /** The filter in words, for example "waiting for a decision". */
  filter?: string | undefined;
  /** The order in words, for example "oldest first". */
  sort?: string | undefined;
  /** When these rows were true, for example "14:02 today". */
  asOf: string;
};

/** How many, under which filter, sorted by what, how fresh: one sentence above every list. */
export function ListSummary({ count, noun, filter, sort, asOf }: ListSummaryProps) {
  const parts = [filter, sort].filter(Boolean).map((part) => `, ${part}`);
  return (
    <p class="gt-list-summary">
      <strong>
        {count.toLocaleString('en-GB')} {count === 1 ? noun[0] : noun[1]}
      </strong>
      {parts}. As of {asOf}.
    </p>
  );
}

/** A list with nothing in it: why, and what to do. Never a bare "no results". */
export function EmptyList({ why, whatToDo }: { why: ComponentChildren; whatToDo?: ComponentChildren }) {
  return (
    <div class="gt-empty">
      <p class="govuk-body">{why}</p>
      {whatToDo ? <p class="govuk-body">{whatToDo}</p> : null}
    </div>
  );
}
