import type { Rule } from '../rule.ts';

const mostRootFiles = 15;
const mostReadmeLines = 120;

const needed = [
  'README.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'docs/architecture.md',
  'docs/words.md',
  'docs/dpia-template.md',
  'docs/accessibility-statement.md',
  'docs/decisions/0001-house-and-tidy.md',
  'docs/decisions/0004-fastify-kysely-zod.md',
];

const fewRootFiles: Rule = {
  name: `At most ${mostRootFiles} files in the root`,
  reason: 'the root is the street view; a visitor should see the house, not its toolbox.',
  check: ({ files }) => {
    const root = files.filter((file) => !file.path.includes('/'));
    return root.length > mostRootFiles ? [{ path: '.', what: `${root.length} files: ${root.map((file) => file.path).join(', ')}` }] : [];
  },
};

const docsExist: Rule = {
  name: 'The documents people are sent to exist',
  reason: 'a README that points at a missing page loses the reader it was written for.',
  check: ({ files }) => {
    const paths = new Set(files.map((file) => file.path));
    return needed.filter((path) => !paths.has(path)).map((path) => ({ path, what: 'is missing' }));
  },
};

const linksLead: Rule = {
  name: 'Links between documents lead somewhere',
  reason: 'the same: a reader who follows one dead link trusts the rest less.',
  check: ({ files }) => {
    const paths = files.map((file) => file.path);
    const exists = (path: string): boolean => paths.some((known) => known === path || known.startsWith(`${path}/`));
    return files
      .filter((file) => file.path.endsWith('.md'))
      .flatMap((file) =>
        file.text.split('\n').flatMap((text, at) =>
          [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap((match) => {
            const link = match[1] ?? '';
            if (/^[a-z]+:/.test(link)) return [];
            const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '';
            const path = new URL(link, `file:///${folder}/`).pathname.replace(/^\/+/, '').replace(/\/$/, '');
            return exists(path) ? [] : [{ path: file.path, line: at + 1, what: `links to ${link}` }];
          }),
        ),
      );
  },
};

const shortReadme: Rule = {
  name: `README.md has fewer than ${mostReadmeLines} lines`,
  reason: 'a social worker, an architect and an engineer each have five minutes.',
  check: ({ files }) =>
    files
      .filter((file) => file.path === 'README.md' && file.lines >= mostReadmeLines)
      .map((file) => ({ path: file.path, what: `has ${file.lines} lines` })),
};

const decisionsNumbered: Rule = {
  name: 'Decision records are numbered, each number once',
  reason: 'people cite them by number.',
  check: ({ files }) => {
    const found = files.filter((file) => file.path.startsWith('docs/decisions/'));
    const number = (path: string): string => /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? '';
    return found
      .filter((file, at) => number(file.path) === '' || found.findIndex((other) => number(other.path) === number(file.path)) !== at)
      .map((file) => ({ path: file.path, what: 'has no number or one that is taken' }));
  },
};

const tellTale = [
  { what: "a package registry's address", pattern: /https?:\/\/[^\s"'<>)]*(registry|artifactory|verdaccio|nexus)[^\s"'<>)]*/i },
  { what: 'a registry setting', pattern: /^\s*(@[a-z-]+:)?registry\s*=/i },
  { what: 'a credential for a registry', pattern: /_auth(Token)?\s*=/ },
  { what: 'a private network address', pattern: /\b(10\.\d{1,3}|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b/ },
];

const noAddresses: Rule = {
  name: 'No registry or private host address in any file; none resolved in the lock file',
  reason:
    "a checkout must install anywhere from whichever registry that place trusts, and the address of somebody's machine is nobody else's business.",
  check: ({ files }) =>
    files.flatMap((file) => {
      if (file.path === 'package-lock.json')
        return /"resolved"\s*:/.test(file.text) ? [{ path: file.path, what: 'has "resolved" addresses' }] : [];
      return file.text
        .split('\n')
        .flatMap((text, at) =>
          tellTale.filter((it) => it.pattern.test(text)).map((it) => ({ path: file.path, line: at + 1, what: it.what })),
        );
    }),
};

export const premisesRules: readonly Rule[] = [fewRootFiles, docsExist, linksLead, shortReadme, decisionsNumbered, noAddresses];
