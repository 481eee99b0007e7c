/**
 * Saves what is being written to the server while it is written: every ten seconds when something changed, and when the
 * page is hidden or left. Nothing is kept in the browser: these are words about children, and the computer may be lent.
 */

const everyMilliseconds = 10_000;
/** Browsers refuse a request that outlives its page when it carries more than 64 kB. */
const outlivesPageBytes = 60_000;
const failed = 'Not saved yet. Your words are still here; we are trying again.';

/** The form's words as they would be sent; files stay behind, and so does the key, which belongs to sending the form. */
function wordsOf(form: HTMLFormElement): string {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name !== '_key') words.append(name, value);
  }
  return words.toString();
}

/** Sends the words; the answer is the sentence to show. Throws when they were not saved (signed out, no network, a fault). */
async function send(address: string, words: string, leaving: boolean): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    body: words,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    keepalive: leaving && words.length < outlivesPageBytes,
    redirect: 'error',
  });
  if (!response.ok) throw new Error(String(response.status));
  const answer = (await response.json()) as { saved: string };
  return answer.saved;
}

function watch(form: HTMLFormElement, address: string): void {
  const status = form.querySelector('[data-draft-status]') ?? document.querySelector('[data-draft-status]');
  let kept = wordsOf(form);
  let sending = false;
  let sent = false;

  const say = (sentence: string): void => {
    if (status && status.textContent !== sentence) status.textContent = sentence;
  };

  const save = async (leaving: boolean): Promise<void> => {
    const words = wordsOf(form);
    if (sent || words === kept || (sending && !leaving)) return;
    sending = true;
    try {
      say(await send(address, words, leaving));
      kept = words;
    } catch {
      say(failed);
    } finally {
      sending = false;
    }
  };

  setInterval(() => void save(false), everyMilliseconds);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void save(true));
  addEventListener('pagehide', () => void save(true));
  form.addEventListener('submit', () => {
    sent = true;
  });
  // Coming back with the Back button: the page is as it was, and so is its right to save.
  addEventListener('pageshow', () => {
    sent = false;
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  if (form.dataset['autosave']) watch(form, form.dataset['autosave']);
}
