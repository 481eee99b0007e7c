import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import type { ButtonProps } from './button.tsx';
import { classNames, hasWords, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type PanelAction = {
  text: ComponentChildren;
  href?: string | undefined;
  type?: ButtonProps['type'];
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

export type PanelProps = {
  titleText: ComponentChildren;
  children?: ComponentChildren;
  headingLevel?: number | undefined;
  /** Used by the interruption kind only (classes: govuk-panel--interruption). */
  actions?: { items?: readonly PanelAction[]; classes?: string; attributes?: Attributes } | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

function Action({ action }: { action: PanelAction }) {
  const { text, href, type, classes, attributes } = action;
  if (href && type !== 'button') {
    return (
      <a class={classNames('govuk-link govuk-link--inverse', classes)} href={href} {...written(attributes)}>
        {text}
      </a>
    );
  }
  return (
    <Button type={type || 'button'} classes={classNames('govuk-button--inverse', classes)} href={href} attributes={attributes}>
      {text}
    </Button>
  );
}

/** What was done, large: the top of a confirmation page. */
export function Panel(props: PanelProps) {
  const Heading = `h${props.headingLevel || 1}` as 'h1';
  const interrupts = props.classes?.includes('govuk-panel--interruption') ?? false;
  const { actions } = props;
  return (
    <div class={classNames('govuk-panel', !interrupts && 'govuk-panel--confirmation', props.classes)} {...written(props.attributes)}>
      <Heading class="govuk-panel__title">{props.titleText}</Heading>
      {hasWords(props.children) ? <div class="govuk-panel__body">{props.children}</div> : null}
      {interrupts && actions ? (
        <div class={classNames('govuk-panel__actions', actions.classes)} {...written(actions.attributes)}>
          {actions.items?.length ? (
            <div class="govuk-button-group">
              {actions.items.map((action) => (
                <Action action={action} />
              ))}
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
