import { render } from 'preact-render-to-string';
import type { Message } from './inbox.ts';

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:46rem;padding:0 1rem;color:#0b0c0c}
article{border-top:2px solid #1d3b44;padding:.75rem 0}h2{font-size:1.1rem;margin:0}p{margin:.25rem 0}
.body{white-space:pre-wrap;overflow-wrap:anywhere}.about{color:#505a5f}a:focus,input:focus,button:focus{outline:3px solid #b8860b}`;

/** An address in a message as a link, so that it can be followed as from a real inbox. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part) => (/^https?:/.test(part) ? <a href={part}>{part}</a> : part));
}

/** Every message that would have been sent, newest first; `to` narrows to one address. */
export function inboxPage(messages: readonly Message[], to: string): string {
  const shown = messages.filter((one) => one.to.toLowerCase().includes(to.trim().toLowerCase())).toReversed();
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Messages of the demonstration</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>Messages of the demonstration</h1>
          <p>What GOV.UK Notify would have sent. Nothing leaves this computer, and everyone here is invented.</p>
          <form>
            <label>
              Sent to <input name="to" value={to} autocomplete="off" />
            </label>{' '}
            <button>Show</button>
          </form>
          <p>
            {shown.length === 1 ? '1 message' : `${shown.length} messages`}, newest first.
            {shown.length === 0
              ? ' One arrives here when somebody is told of something, for example when a referrer is told what happened.'
              : ''}
          </p>
          {shown.map((one) => (
            <article key={one.id}>
              <h2>{one.subject ?? 'Text message'}</h2>
              <p class="about">
                To {one.to}, {one.createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC
              </p>
              <p class="body">{linked(one.body)}</p>
            </article>
          ))}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}
