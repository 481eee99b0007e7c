import type { ComponentChildren } from 'preact';
import { Panel } from '../govuk/panel.tsx';

export type ConfirmationProps = {
  /** What is done, in the past tense: "Concern sent". */
  title: string;
  reference?: string | undefined;
  /** What happens next, by whom and by when; what the person may do now. */
  children: ComponentChildren;
};

/** The end of a journey: done, its reference, and what happens next. */
export function Confirmation({ title, reference, children }: ConfirmationProps) {
  return (
    <>
      <Panel titleText={title}>
        {reference ? (
          <>
            Your reference
            <br />
            <strong>{reference}</strong>
          </>
        ) : null}
      </Panel>
      <h2 class="govuk-heading-m">What happens next</h2>
      {children}
    </>
  );
}
