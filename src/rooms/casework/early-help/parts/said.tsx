import type { ComponentChildren } from 'preact';

/** What someone wrote, with its lines kept; says so when there is nothing. */
export function Said({ words, none = 'Nothing recorded' }: { words: string | null | undefined; none?: string }) {
  return words ? <p class="govuk-body gt-as-typed">{words}</p> : <p class="govuk-body gt-muted">{none}</p>;
}

/** A heading with its words under it. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}
