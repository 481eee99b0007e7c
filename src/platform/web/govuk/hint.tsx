import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type HintProps = {
  id?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  children?: ComponentChildren;
};

/** Help that stays visible under a label. */
export function Hint({ id, classes, attributes, children }: HintProps) {
  return (
    <div id={id} class={classNames('govuk-hint', classes)} {...written(attributes)}>
      {children}
    </div>
  );
}
