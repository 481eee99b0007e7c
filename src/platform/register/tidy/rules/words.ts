import type { Rule } from '../rule.ts';

const wordList = 'docs/words.md';

/** The code names in the second column of the table of words, with their line. */
function codeNames(text: string): { name: string; line: number }[] {
  return text.split('\n').flatMap((row, at) => {
    const column = row.startsWith('| ') ? (row.split('|')[2] ?? '') : '';
    return [...column.matchAll(/`([^`]+)`/g)].map((match) => ({ name: match[1] ?? '', line: at + 1 }));
  });
}

function sorted(text: string): string[] {
  const rows =
    text
      .split('\n\n')
      .find((part) => part.startsWith('| In practice'))
      ?.split('\n')
      .slice(2) ?? [];
  return rows.map((row) => (row.split('|')[1] ?? '').trim().toLowerCase());
}

const wordsAreInTheCode: Rule = {
  name: 'Every code name in docs/words.md is in the code',
  reason: 'a list of words that has drifted from the code misleads the very people it was written for.',
  check: ({ files }) =>
    files
      .filter((file) => file.path === wordList)
      .flatMap((file) => {
        const code = files.filter((it) => /^(src|db)\//.test(it.path) && it.kind !== 'test').map((it) => it.text);
        return codeNames(file.text)
          .filter(({ name }) => !code.some((text) => new RegExp(`\\b${name}\\b`).test(text)))
          .map(({ name, line }) => ({ path: file.path, line, what: `${name} is not in the code` }));
      }),
};

const wordsAreSorted: Rule = {
  name: 'docs/words.md is sorted',
  reason: 'people look words up; they do not read them in order of invention.',
  check: ({ files }) =>
    files
      .filter((file) => file.path === wordList)
      .flatMap((file) => {
        const words = sorted(file.text);
        return words
          .filter((word, at) => at > 0 && word.localeCompare(words[at - 1] ?? '', 'en') < 0)
          .map((word) => ({ path: file.path, what: `"${word}" is out of place` }));
      }),
};

export const wordRules: readonly Rule[] = [wordsAreInTheCode, wordsAreSorted];
