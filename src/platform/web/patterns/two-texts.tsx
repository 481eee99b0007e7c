import { shortMoment } from '../../time/plain-dates.ts';

/** Two versions of one text. `theirs` is what the record says now, written by `theirName` at `theirAt`. */
export type TwoTextsProps = { what: string; yours: string; theirs: string; theirName: string; theirAt: Date };

function Version({ heading, text, name }: { heading: string; text: string; name: string }) {
  return (
    <section class={`gt-two-texts__version gt-two-texts__version--${name}`}>
      <h3 class="govuk-heading-s">{heading}</h3>
      <div class="gt-two-texts__text">{text === '' ? <em>Nothing written</em> : text}</div>
    </section>
  );
}

/** Someone else saved first: both texts in full, side by side, so that neither is lost. */
export function TwoTexts({ what, yours, theirs, theirName, theirAt }: TwoTextsProps) {
  return (
    <div class="gt-two-texts">
      <h2 class="govuk-heading-m">{what}</h2>
      <div class="gt-two-texts__versions">
        <Version name="yours" heading="What you wrote (not saved)" text={yours} />
        <Version name="theirs" heading={`What the record says now, by ${theirName} on ${shortMoment(theirAt)}`} text={theirs} />
      </div>
    </div>
  );
}
