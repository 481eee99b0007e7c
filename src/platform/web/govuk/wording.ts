/**
 * The vocabulary every component of this folder shares: extra attributes, class lists and wording.
 * Wherever the design system's macros take `text` or `html`, these components take wording: a string (escaped) or JSX.
 */
import { isValidElement } from 'preact';
import type { ComponentChildren } from 'preact';

/** Extra HTML attributes, by their HTML names. `null` and `undefined` are left out; booleans are written as words. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Wording with the options the macros allow beside it. */
export type WordingOptions = {
  text?: ComponentChildren;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Plain wording, or wording with options. */
export type Wording<Options extends WordingOptions = WordingOptions> = ComponentChildren | Options;

/** Joins class names, leaving out what is empty. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** The attributes as the official templates write them: `true` becomes `"true"`, nothing is dropped but null. */
export function written(attributes: Attributes | undefined): Record<string, string> {
  const pairs = Object.entries(attributes ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}

function isOptions<Options extends WordingOptions>(wording: Wording<Options>): wording is Options {
  return typeof wording === 'object' && wording !== null && !Array.isArray(wording) && !isValidElement(wording);
}

/** Wording in its long form, so that a component handles one shape only. */
export function optionsOf<Options extends WordingOptions>(wording: Wording<Options>): Options | WordingOptions {
  return isOptions(wording) ? wording : { text: wording as ComponentChildren };
}

/** Only the words: what is shown, without options. */
export function wordsOf(wording: Wording): ComponentChildren {
  return isOptions(wording) ? wording.text : wording;
}

/** True when there is something to show. */
export function hasWords(wording: Wording): boolean {
  const words = wordsOf(wording);
  return words !== undefined && words !== null && words !== '' && words !== false;
}

/** A translated message for the component's own script: one text, or a text for each plural form. */
export type Message = string | Readonly<Record<string, string>>;

/** Messages as the `data-i18n.*` attributes the design system's scripts read. Keys are in kebab-case. */
export function translations(messages: Readonly<Record<string, Message | undefined>>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === 'string' && message !== '') attributes[`data-i18n.${key}`] = message;
    if (typeof message !== 'object') continue;
    for (const [plural, text] of Object.entries(message)) attributes[`data-i18n.${key}.${plural}`] = text;
  }
  return attributes;
}
