import type { ComponentChildren } from 'preact';
import { Button } from '../govuk/button.tsx';

export type FiltersProps = {
  /** Where the list is. */
  action: string;
  /** What is being narrowed down, for example "contacts". */
  label: string;
  /** Parts of the address to keep that are not questions here, for example the sort. Never a name or a date of birth: searches for people are POSTs. */
  keep?: Readonly<Record<string, string | undefined>> | undefined;
  /** True when any filter is set: offers to clear them. */
  active?: boolean | undefined;
  children: ComponentChildren;
};

/** Narrows a list: a form sent by GET, so the result has an address. A script leaves the empty questions out of the address. */
export function Filters({ action, label, keep = {}, active = false, children }: FiltersProps) {
  return (
    <form class="gt-filters" method="get" action={action} role="search" aria-label={`Filter ${label}`} novalidate data-filter>
      {Object.entries(keep).map(([name, value]) => (value === undefined ? null : <input type="hidden" name={name} value={value} />))}
      <div class="gt-filters__questions">{children}</div>
      <div class="gt-filters__actions">
        <Button classes="govuk-button--secondary">Apply filters</Button>
        {active ? (
          <a class="govuk-link" href={action}>
            Clear filters
          </a>
        ) : null}
      </div>
    </form>
  );
}
