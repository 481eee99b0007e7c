/**
 * A line that says what changed since the page was read (`data-live-changes`, the address to listen at). The stream says only that there is
 * something; what it is, is asked for as the reader. The page itself never changes: nothing moves, takes the focus or loses what is typed.
 */

interface Changes {
  words: string;
  show: string | null;
}

const isTyped = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea')].some((field) =>
    field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue,
  );

const activeFor = 300_000;
let lastActive = performance.now();
for (const kind of ['pointermove', 'keydown', 'focusin']) addEventListener(kind, () => (lastActive = performance.now()), { passive: true });

/** Asks what changed; for somebody who has left the desk only says that something did, so that an open page keeps nobody signed in. */
async function askWhat(line: HTMLElement): Promise<void> {
  if (performance.now() - lastActive > activeFor)
    return tell(line, { words: 'Something changed since you opened this page.', show: location.href });
  const question = new URLSearchParams({ since: line.dataset['liveSince'] ?? '0', page: location.pathname + location.search });
  if (line.dataset['liveContact']) question.set('contact', line.dataset['liveContact']);
  const response = await fetch(`/front-door/changes?${question.toString()}`, {
    headers: { accept: 'application/json' },
    redirect: 'error',
  });
  if (response.ok) tell(line, (await response.json()) as Changes);
}

function tell(line: HTMLElement, { words, show }: Changes): void {
  line.hidden = words === '';
  if (words === '' || line.dataset['said'] === words) return;
  line.dataset['said'] = words;
  line.textContent = `${words} `;
  if (!show) return;
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = show;
  link.dataset['shortcut'] = 'r';
  link.textContent = isTyped() ? 'Show in a new tab' : 'Show';
  if (isTyped()) link.target = '_blank';
  line.append(link);
}

function listen(line: HTMLElement): void {
  let source: EventSource | null = null;
  let over = false;
  const stop = (): void => {
    source?.close();
    source = null;
  };
  const start = (): void => {
    if (source || over || document.hidden) return;
    source = new EventSource(`${line.dataset['liveChanges'] ?? ''}?since=${line.dataset['liveSince'] ?? '0'}`);
    source.addEventListener('changed', () => void askWhat(line).catch(() => undefined));
    for (const end of ['over', 'full'])
      source.addEventListener(end, () => {
        over = true;
        stop();
      });
  };
  // A page nobody looks at keeps no connection; when it is looked at again it asks from where it was read.
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : start()));
  addEventListener('pagehide', stop);
  addEventListener('pageshow', start);
  start();
}

for (const line of document.querySelectorAll<HTMLElement>('[data-live-changes]')) listen(line);
