import { Hint } from './hint.tsx';
import { Label } from './label.tsx';
import { classNames, hasWords, optionsOf, wordsOf, written } from './wording.ts';
import type { Attributes, Wording, WordingOptions } from './wording.ts';

/** One answer of radios or checkboxes, or a divider ("or") between answers. */
export type ChoiceItem = {
  value?: string | number | undefined;
  text?: Wording;
  id?: string | undefined;
  /** Checkboxes only: a name of its own. */
  name?: string | undefined;
  hint?: Wording | undefined;
  label?: Omit<WordingOptions, 'text'> | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Shown when this answer is chosen; without JavaScript it is always shown. */
  conditional?: Wording;
  /** Checkboxes only: "exclusive" clears the others. */
  behaviour?: 'exclusive' | undefined;
  divider?: string | undefined;
  attributes?: Attributes | undefined;
};

export type ChoiceKind = {
  block: 'govuk-radios' | 'govuk-checkboxes';
  type: 'radio' | 'checkbox';
  id: string;
  name: string | undefined;
  checked: boolean;
  /** Ids the control points at before its own hint. */
  describedBy?: string | undefined;
};

function ItemHint({ id, block, hint }: { id: string; block: string; hint: Wording }) {
  const { classes, attributes } = optionsOf(hint);
  return (
    <Hint id={id} classes={classNames(`${block}__hint`, classes)} attributes={attributes}>
      {wordsOf(hint)}
    </Hint>
  );
}

function Conditional({ kind, conditional }: { kind: ChoiceKind; conditional: Wording }) {
  const name = `${kind.block}__conditional`;
  return (
    <div class={classNames(name, !kind.checked && `${name}--hidden`)} id={`conditional-${kind.id}`}>
      {wordsOf(conditional)}
    </div>
  );
}

/** The control, its label and hint, and what it reveals. */
export function Choice({ item, kind }: { item: ChoiceItem; kind: ChoiceKind }) {
  const { block, id } = kind;
  if (item.divider) return <div class={`${block}__divider`}>{item.divider}</div>;
  const hintId = hasWords(item.hint) ? `${id}-item-hint` : undefined;
  const reveals = hasWords(item.conditional);
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={item.name || kind.name}
          type={kind.type}
          value={item.value ?? ''}
          checked={kind.checked}
          disabled={item.disabled}
          data-aria-controls={reveals ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={classNames(kind.describedBy, hintId) || undefined}
          {...written(item.attributes)}
        />
        <Label
          for={id}
          label={{
            text: wordsOf(item.text),
            classes: classNames(`${block}__label`, item.label?.classes),
            attributes: item.label?.attributes,
          }}
        />
        {hintId ? <ItemHint id={hintId} block={block} hint={item.hint} /> : null}
      </div>
      {reveals ? <Conditional kind={kind} conditional={item.conditional} /> : null}
    </>
  );
}

/** The id of the nth answer: the first carries the bare prefix, so an error summary can link to it. */
export function choiceId(prefix: string | undefined, item: ChoiceItem, index: number): string {
  return item.id || `${prefix}${index > 0 ? `-${index + 1}` : ''}`;
}
