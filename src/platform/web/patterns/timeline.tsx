import type { ComponentChildren } from 'preact';

export type TimelineEntry = {
  /** The day in words, for example "24 Nov 2026". */
  when: string;
  /** The same as an ISO date or instant, for machines. */
  at: string;
  /** What kind of thing happened, in a word or two. */
  kind: string;
  title: string;
  href?: string | undefined;
  /** Who recorded it: name, role, agency. */
  by?: string | undefined;
  /** A date not known to the day. */
  estimated?: boolean | undefined;
  body?: ComponentChildren;
};

function Entry({ entry }: { entry: TimelineEntry }) {
  return (
    <li class="gt-timeline__entry">
      <p class="gt-timeline__when">
        <time dateTime={entry.at}>{entry.when}</time>
        {entry.estimated ? ' (about)' : null}
      </p>
      <div class="gt-timeline__what">
        <h3 class="gt-timeline__title">
          <span class="gt-timeline__kind">{entry.kind}</span>{' '}
          {entry.href ? (
            <a class="govuk-link" href={entry.href}>
              {entry.title}
            </a>
          ) : (
            entry.title
          )}
        </h3>
        {entry.body ? <div class="gt-timeline__body">{entry.body}</div> : null}
        {entry.by ? <p class="gt-timeline__by">{entry.by}</p> : null}
      </div>
    </li>
  );
}

/** What happened, in order. The order is the caller's, and the page says which it is. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol class="gt-timeline" aria-label={label}>
      {entries.map((entry) => (
        <Entry entry={entry} />
      ))}
    </ol>
  );
}
