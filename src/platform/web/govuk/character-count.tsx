import { Hint } from './hint.tsx';
import { Textarea } from './textarea.tsx';
import type { TextareaProps } from './textarea.tsx';
import { classNames, translations, wordsOf } from './wording.ts';
import type { Message } from './wording.ts';

export type CharacterCountProps = Omit<TextareaProps, 'groupAttributes' | 'describedBy'> & {
  maxlength?: number | string | undefined;
  maxwords?: number | string | undefined;
  /** Per cent of the limit from which the count is shown. */
  threshold?: number | string | undefined;
  countType?: string | undefined;
  countMessage?: { classes?: string } | undefined;
  textareaDescriptionText?: string | undefined;
  charactersUnderLimitText?: Message | undefined;
  charactersAtLimitText?: string | undefined;
  charactersOverLimitText?: Message | undefined;
  wordsUnderLimitText?: Message | undefined;
  wordsAtLimitText?: string | undefined;
  wordsOverLimitText?: Message | undefined;
};

function moduleAttributes(props: CharacterCountProps, countType: string | undefined): Record<string, string> {
  const described = props.textareaDescriptionText;
  const settings = {
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': countType || undefined,
  };
  const set = Object.entries(settings).filter(([, value]) => value !== undefined);
  return {
    'data-module': 'govuk-character-count',
    ...Object.fromEntries(set.map(([name, value]) => [name, String(value)])),
    ...translations({
      'textarea-description': described && !props.maxwords && !props.maxlength ? { other: described } : undefined,
      'characters-under-limit': props.charactersUnderLimitText,
      'characters-at-limit': props.charactersAtLimitText,
      'characters-over-limit': props.charactersOverLimitText,
      'words-under-limit': props.wordsUnderLimitText,
      'words-at-limit': props.wordsAtLimitText,
      'words-over-limit': props.wordsOverLimitText,
    }),
  };
}

/** A textarea that says how much more may be written. The limit itself is checked by the server. */
export function CharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name;
  const countType = props.countType || (props.maxwords ? 'words' : undefined);
  const limit = props.maxwords || props.maxlength;
  const wording = props.textareaDescriptionText || `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`;
  const after = (
    <>
      <Hint id={`${id}-info`} classes={classNames('govuk-character-count__message', props.countMessage?.classes)}>
        {limit ? wording.replaceAll('%{count}', String(limit)) : null}
      </Hint>
      {wordsOf(props.formGroup?.afterInput)}
    </>
  );
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      classes={classNames('govuk-js-character-count', props.classes)}
      groupAttributes={moduleAttributes(props, countType)}
      formGroup={{ ...props.formGroup, classes: classNames('govuk-character-count', props.formGroup?.classes), afterInput: after }}
    />
  );
}
