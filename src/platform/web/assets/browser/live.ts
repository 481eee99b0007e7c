/**
 * A part of a page that shows work under way (`data-live`, in seconds): asked for again and put in place of the old, without losing the
 * place or the focus. It stops when the part no longer says that it is live, when the page is hidden, and when the person says so.
 */

async function newer(part: HTMLElement): Promise<HTMLElement | null> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' }, redirect: 'error' });
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.getElementById(part.id);
}

function keepLive(part: HTMLElement): void {
  const seconds = Number(part.dataset['live']);
  if (!(seconds > 0)) return;
  setTimeout(() => {
    if (document.hidden || part.contains(document.activeElement)) return keepLive(part);
    newer(part)
      .then((fresh) => {
        if (!fresh) return keepLive(part);
        part.replaceWith(fresh);
        keepLive(fresh);
      })
      .catch(() => keepLive(part));
  }, seconds * 1000);
}

for (const part of document.querySelectorAll<HTMLElement>('[data-live][id]')) keepLive(part);
