import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { FieldError } from '../access/refusal.ts';
import { assetPath } from './assets/manifest.ts';

/** The whole document as HTML. Text is escaped on the way. */
export function document(page: VNode): string {
  return `<!DOCTYPE html>${render(page)}`;
}

const enhancements = ['autosave.js', 'shortcuts.js', 'filter.js', 'live.js', 'live-changes.js'];
const rightToLeft = new Set(['ar', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur']);

/** Marks the page before anything is drawn, as govuk-frontend's stylesheet and scripts expect. */
const mark = "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' govuk-frontend-supported':'')";

export type PageShellProps = {
  title: string;
  nonce: string;
  errors?: readonly FieldError[] | undefined;
  classes: string;
  language?: string | undefined;
  /** Seconds after which the page is asked for again where scripts do not run; with them the live part alone is (browser/live.ts). */
  again?: number | undefined;
  children: ComponentChildren;
};

function Head({ title, nonce, again }: { title: string; nonce: string; again?: number | undefined }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="theme-color" content="#0b0c0c" />
      <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetPath('goldthread.css')} />
      {enhancements.map((name) => (
        <script type="module" nonce={nonce} src={assetPath(name)} />
      ))}
      {again ? (
        <noscript>
          <meta http-equiv="refresh" content={String(again)} />
        </noscript>
      ) : null}
    </head>
  );
}

/** What every page has: head, title ("Error: " first when there are errors), style, scripts that may be missing. */
export function PageShell({ title, nonce, errors, classes, language = 'en', again, children }: PageShellProps) {
  const primary = language.split('-')[0] ?? 'en';
  const start = `import{initAll}from'${assetPath('govuk-frontend.js')}';initAll()`;
  return (
    <html lang={language} dir={rightToLeft.has(primary) ? 'rtl' : undefined} class="govuk-template">
      <Head title={`${errors?.length ? 'Error: ' : ''}${title} - Goldthread`} nonce={nonce} again={again} />
      <body class={`govuk-template__body ${classes}`}>
        <Script nonce={nonce} code={mark} />
        {children}
        <Script nonce={nonce} code={start} module />
      </body>
    </html>
  );
}

/** Our own code, written in this file, never anyone's words. It holds nothing that escaping would change. */
function Script({ nonce, code, module = false }: { nonce: string; code: string; module?: boolean }) {
  return (
    <script nonce={nonce} type={module ? 'module' : undefined}>
      {code}
    </script>
  );
}
