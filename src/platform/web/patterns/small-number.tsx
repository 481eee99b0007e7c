/**
 * A count as it may be shown. The page is never given the true number of a suppressed cell:
 * 'small' stands for 1 to 5; 'protects another' for a number hidden so that a small one beside it cannot be worked out.
 */
export type ShownCount = number | 'small' | 'protects another';

const hidden = {
  small: { words: '1 to 5', why: 'the exact number is not shown, so that nobody can be recognised' },
  'protects another': { words: 'not shown', why: 'hidden so that a small number beside it cannot be worked out' },
};

/** A count, with a link to the rows behind it, or the reason there is none. */
export function SmallNumber({ count, href, noun }: { count: ShownCount; href?: string | undefined; noun?: string | undefined }) {
  if (typeof count !== 'number') {
    const { words, why } = hidden[count];
    return (
      <span class="gt-suppressed" title={why}>
        {words}
        <span class="govuk-visually-hidden"> ({why})</span>
      </span>
    );
  }
  const words = (
    <>
      {count.toLocaleString('en-GB')}
      {noun ? <span class="govuk-visually-hidden"> {noun}</span> : null}
    </>
  );
  return href && count > 0 ? (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  ) : (
    <>{words}</>
  );
}

/** The note under a table that holds suppressed counts. */
export function SuppressionNote() {
  return (
    <p class="govuk-body-s">
      Counts of 1 to 5 are shown as “1 to 5”, and others are left out where they would give one away, so that nobody can be recognised.
    </p>
  );
}
