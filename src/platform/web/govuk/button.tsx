import type { ComponentChildren } from 'preact';
import { classNames, written } from './wording.ts';
import type { Attributes } from './wording.ts';

export type ButtonProps = {
  children?: ComponentChildren;
  /** With an address the button is a link that looks like one. */
  href?: string | undefined;
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
  preventDoubleClick?: boolean | undefined;
  isStartButton?: boolean | undefined;
  /** For example govuk-button--secondary, govuk-button--warning. */
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}

/** Does something when pressed; a link with `href`. */
export function Button(props: ButtonProps) {
  const { children, href, isStartButton } = props;
  const own = {
    class: classNames('govuk-button', props.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id: props.id,
    ...written(props.attributes),
  };
  const words = isStartButton && typeof children === 'object' ? <span>{children}</span> : children;
  const icon = isStartButton ? <StartIcon /> : null;
  if (href)
    return (
      <a href={href} role="button" draggable={false} {...own}>
        {words}
        {icon}
      </a>
    );
  return (
    <button
      type={props.type || 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? true : undefined}
      data-prevent-double-click={props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)}
      {...own}
    >
      {words}
      {icon}
    </button>
  );
}
